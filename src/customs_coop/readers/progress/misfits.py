"""What does not fit in a filled row: words that were printed otherwise, and days of other times."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from customs_coop.diagnostics.shortening import shortened
from customs_coop.formats.progress import Addresses, Field, address_of
from customs_coop.formats.provenance import cover_of
from customs_coop.model import ActionPlan, Dossier, PlanRef
from customs_coop.model.progress import Subject
from customs_coop.monitoring.owed.answering import wholes_of
from customs_coop.readers.progress.additions import added_words
from customs_coop.readers.progress.naming import Parties
from customs_coop.readers.progress.rows import FilledRow

__all__ = ["Misfit", "Misfits"]

Misfit: TypeAlias = tuple[str, str, Field]
"""A code, what is told, and the cell."""

_SOON: Final = 2  # years before a plan in which nobody reports on it
_EARLIER: Final = 10  # the same where only its deadlines are known
_LATER: Final = 10  # years after the last day that is known of a plan
_MUCH_LATER: Final = 30  # the same where only its beginning is known
_FIRST: Final = dt.date(1950, 1, 1)
_LAST: Final = dt.date(2099, 12, 31)
_LONGEST: Final = 80  # characters of a quotation


class Misfits:
    """What the dossier has of the things that rows are about.

    Args:
        dossier: The dossier; None where there is none, so that nothing can be compared.
        addresses: What can be reported on.
        parties: The parties that may report.
    """

    def __init__(self, dossier: Dossier | None, addresses: Addresses, parties: Parties) -> None:
        self._dossier = dossier
        self._addresses = addresses
        self._parties = parties
        self._asked: dict[Subject, dict[str, None]] = {}
        self._asking: dict[str, list[Subject]] = {}
        for duty in () if dossier is None else dossier.obligations:
            if duty.subject is not None:
                self._asked.setdefault(duty.subject, {})[duty.text] = None
                self._asking.setdefault(_plain(duty.text), []).append(duty.subject)
        self._bounds: dict[str, tuple[dt.date, dt.date, str]] = {}
        self._misnamed: set[tuple[str, str]] = set()

    def words(self, row: FilledRow, subject: Subject) -> Iterator[Misfit]:
        """What stands in the cells of the title and of what is asked, and was not printed there.

        Args:
            row: The row.
            subject: What it is about.
        """
        if self._dossier is None:
            return
        title = self._addresses.title(subject)
        if title is not None:
            other = self._addresses.titled(row.cells.get(Field.TITLE, ""))
            others = () if other is None else (other,)
            yield from _words(row, Field.TITLE, subject, (title,), others)
        asked = tuple(text for one in wholes_of(subject) for text in self._asked.get(one, ()))
        there = self._asking.get(_plain(row.cells.get(Field.ASKED, "")), ())
        yield from _words(row, Field.ASKED, subject, asked, there)

    def stray(self, row: FilledRow) -> Iterator[Misfit]:
        """The words of a row that is about nothing, such as a line below the table.

        A party, or what it is called, may stand alone, where a cell covers several rows.

        Args:
            row: The row.
        """
        for field, text in row.cells.items():
            is_party = field in (Field.PARTY, Field.PARTY_NAME) and self._parties.is_named(text)
            if not is_party and field is not Field.UNIT:
                quoted = shortened(" ".join(text.split()), _LONGEST)
                message = f"“{quoted}” stands in a row without a subject, and is in no report"
                yield "CC845", message, field

    def party(self, row: FilledRow, party: str) -> Iterator[Misfit]:
        """That the id and the name of a party mean two, each pair of them once.

        Args:
            row: The row.
            party: The id of the party that counts.
        """
        name = row.cells.get(Field.PARTY_NAME, "")
        if not name or Field.PARTY not in row.cells or (party, name) in self._misnamed:
            return
        other = self._parties.other(party, name)
        if other is not None:
            self._misnamed.add((party, name))
            message = f'the party is {party}, and "{shortened(name, _LONGEST)}" is {other}'
            yield "CC850", f"{message}; the report counts as one of {party}", Field.PARTY_NAME

    def day(self, on: dt.date, subject: Subject) -> Iterator[Misfit]:
        """That nobody can have reported on that day.

        Args:
            on: The day of the report.
            subject: What it is on.
        """
        first, last, known = self._time_of(subject)
        if not first <= on <= last:
            message = f"the day of the report is {on}" + (f", and {known}" if known else "")
            yield "CC851", message, Field.ON

    def _time_of(self, subject: Subject) -> tuple[dt.date, dt.date, str]:
        """Between which days one may report, and what is known of the plan."""
        plans = [one.plan for one in wholes_of(subject) if isinstance(one, PlanRef)]
        if self._dossier is None or not plans:
            return _FIRST, _LAST, ""
        name = plans[0]
        if name not in self._bounds:
            found = [plan for plan in self._dossier.plans if plan.id == name]
            starts = [day for plan in found for day in _starts(plan, self._dossier)]
            ends = [*_ends(found, self._dossier, name)]
            self._bounds[name] = _bounds(name, starts, ends)
        return self._bounds[name]


def _words(
    row: FilledRow,
    field: Field,
    subject: Subject,
    printed: Iterable[str],
    others: Iterable[Subject],
) -> Iterator[Misfit]:
    """What one cell says besides what was printed there."""
    added = added_words(row.cells.get(field, ""), printed)
    if not added:
        return
    other = next((one for one in others if one != subject), None)
    if other is not None:
        message = f"it is that of {address_of(other)}, and the subject is {address_of(subject)}"
        yield "CC850", f"{message}, which counts", field
    else:
        quoted = shortened(" ".join(added.split()), _LONGEST)
        yield "CC845", f"“{quoted}” was not printed there, and is in no report", field


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _starts(plan: ActionPlan, dossier: Dossier) -> Iterator[dt.date]:
    if plan.period is not None:
        yield plan.period.start
    cover = cover_of(plan, dossier)
    if cover is not None and cover.date is not None:
        yield cover.date
    elif plan.document is not None:
        yield dt.date(plan.document.year, 1, 1)


def _ends(plans: Iterable[ActionPlan], dossier: Dossier, name: str) -> Iterator[dt.date]:
    """The last days that are known of a plan: of its period, its deadlines and what is owed."""
    for plan in plans:
        if plan.period is not None:
            yield plan.period.end
        days = (one.latest for action in plan for one in action.all_deadlines)
        yield from (day for day in days if day is not None)
    for duty in dossier.obligations:
        of_plan = duty.subject is not None and PlanRef(name) in wholes_of(duty.subject)
        if of_plan and duty.deadline is not None and duty.deadline.latest is not None:
            yield duty.deadline.latest


def _bounds(name: str, starts: list[dt.date], ends: list[dt.date]) -> tuple[dt.date, dt.date, str]:
    days = sorted((*starts, *ends))
    if not days:
        return _FIRST, _LAST, ""
    first = _years(days[0], -(_SOON if starts else _EARLIER))
    last = _years(days[-1], _LATER if ends else _MUCH_LATER)
    years = list(dict.fromkeys(str(day.year) for day in (days[0], days[-1])))
    return first, last, f"{name} is of {' to '.join(years)}"


def _years(day: dt.date, count: int) -> dt.date:
    """The same day so many years later; the last one that there is where that is none."""
    year = day.year + count
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.min if year < dt.MINYEAR else dt.date.max
    return day.replace(year=year, day=min(day.day, 28))  # other years may have no 29 February
