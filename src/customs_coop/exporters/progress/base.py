"""What the templates of progress have in common: their options, rows and cells."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import attrs

from customs_coop.dates import as_period
from customs_coop.diagnostics import Report, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.errors import InvalidValueError
from customs_coop.exporters.progress.rows import (
    Items,
    Scope,
    TemplateRow,
    party_name,
    reports_in,
    rows_of,
    unasked,
)
from customs_coop.formats.progress import NO_UNIT, Field, address_of, as_period_text
from customs_coop.formats.provenance import day_of
from customs_coop.model import Dossier

__all__ = ["PROGRESS_FIELDS", "Cell", "ProgressTemplate", "cells_of", "paper_day"]

# Of a dossier without plans; any fixed day does, so long as no clock is asked.
_NO_DAY: Final = dt.date(1970, 1, 1)

Cell = str | dt.date | Decimal | None

PROGRESS_FIELDS: Final[frozenset[str]] = frozenset(
    {
        *("obligation.party", "obligation.subject", "progress_report.party"),
        *("progress_report.subject", "progress_report.on", "progress_report.status"),
        *("progress_report.text", "progress_report.evidence", "progress_report.measurements"),
        *("progress_report.stage", "progress_report.applicable", "progress_report.due"),
        *("measurement.period", "measurement.value", "measurement.unit", "measurement.dimension"),
    }
)
"""The fields of the model that a template holds; the rest stays with whoever sent it out."""


def _members(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for part in filter(None, (one.strip() for one in text.split(";"))):
        name, equals, rest = part.partition("=")
        ids = tuple(dict.fromkeys(one.strip() for one in rest.split(",") if one.strip()))
        if not (equals and name.strip() and ids):
            raise InvalidValueError(
                f'members are written as "NON-EU-COUNTRIES=AL,BA", with ";" before the next'
                f" collective, not {part!r:.80}"
            )
        if name.strip() in found:
            raise InvalidValueError(f"the members of {name.strip()!r} are there twice")
        found[name.strip()] = ids
    return found


def _check_members(_exporter: object, _field: object, value: str) -> None:
    _members(value)


def _check_window(_exporter: object, _field: object, value: str | None) -> None:
    if value is not None:
        as_period(value)


def _check_items(_exporter: object, _field: object, value: str) -> None:
    if value not in ("auto", "owed", "open"):
        raise InvalidValueError(f"items are auto, owed or open, not {value!r}")


@attrs.frozen(kw_only=True)
class ProgressTemplate:
    """What is asked of whom.

    Args:
        within: The days in which reports are due, such as "2007-01-01/2008-06-30"; None for the
            periods of the plans.
        party: The id or name of the party that is asked, or of the collective; None for all.
        members: The members of collectives by ids or names, such as "NON-EU-COUNTRIES=AL,BA"; a
            semicolon stands before the next collective.
        plan: The id of the plan; None for all of the dossier.
        items: What has rows: reports that are "owed", what is "open" (actions and
            indicators that are not closed, and all that count something), or "auto", the former
            where any is owed.
    """

    within: str | None = attrs.field(default=None, validator=_check_window)
    party: str | None = None
    members: str = attrs.field(default="", validator=_check_members)
    plan: str | None = None
    items: Items = attrs.field(default="auto", validator=_check_items)

    carries = PROGRESS_FIELDS

    def carried_part(self, dossier: Dossier) -> Dossier:
        """The dossier with those reports and obligations only that stand in the template.

        Raises:
            UnknownPlanError: The dossier has no such plan.
            InvalidValueError: The party owes nothing there.
        """
        shown = frozenset(reports_in(self.rows(dossier)))
        asked = tuple(one for one in dossier.obligations if one.subject is not None)
        progress = tuple(one for one in dossier.progress if one in shown)
        return attrs.evolve(dossier, progress=progress, obligations=asked)

    def findings(self, subject: Dossier, /) -> Report:
        """Tell what is owed and has no row (CC849).

        Args:
            subject: The dossier.
        """
        return Report(
            diagnose(
                "CC849",
                f'nothing says what "{shortened(one.text, 80)}" is about',
                subject=one.party or "",
            )
            for one in (unasked(subject, self.scope) if self.items != "open" else ())
        )

    @property
    def scope(self) -> Scope:
        """What the template is made of."""
        return Scope(
            within=None if self.within is None else as_period(self.within),
            party=self.party,
            members=_members(self.members),
            plan=self.plan,
            items=self.items,
        )

    def rows(self, dossier: Dossier) -> tuple[TemplateRow, ...]:
        """The rows.

        Args:
            dossier: The dossier.

        Raises:
            UnknownPlanError: The dossier has no such plan.
            InvalidValueError: The party owes nothing there.
        """
        return rows_of(dossier, self.scope)


def cells_of(row: TemplateRow, dossier: Dossier) -> Mapping[Field, Cell]:
    """What stands in the columns of a row; None where somebody is to fill it.

    Args:
        row: The row.
        dossier: The dossier, for the names of the parties.
    """
    report, figure = row.report, row.figure
    cells: dict[Field, Cell] = dict.fromkeys(Field)
    cells |= {
        Field.PARTY: row.party,
        Field.PARTY_NAME: party_name(row.party, dossier),
        Field.SUBJECT: address_of(row.subject),
        Field.TITLE: row.title,
        Field.ASKED: row.asked,
        Field.DUE: row.due,
        Field.UNIT: row.unit or None,
    }
    if report is not None:
        cells[Field.ON] = report.on
    if report is not None and not row.is_further:
        cells[Field.STATUS] = None if report.status is None else report.status.value
        cells[Field.STAGE] = None if report.stage is None else report.stage.value
        is_bare = row.is_apart and not (report.status or report.stage or report.text)
        concerned = "no" if is_bare else None
        cells[Field.NOT_APPLICABLE] = concerned if report.applicable else "yes"
        cells[Field.TEXT] = report.text
        cells[Field.DOCUMENTS] = "; ".join(one.cite() for one in report.evidence)
    if figure is not None:
        cells[Field.PERIOD] = as_period_text(figure.period)
        cells[Field.VALUE] = figure.value
        cells[Field.UNIT] = figure.unit or NO_UNIT
        cells[Field.DIMENSION] = figure.dimension
    return cells


def paper_day(dossier: Dossier) -> dt.date:
    """The day for the properties of a file: that of the latest plan; never today."""
    return max((day_of(plan, dossier) for plan in dossier.plans), default=_NO_DAY)
