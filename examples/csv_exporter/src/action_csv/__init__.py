"""The actions of a plan as CSV, one row each: an exporter for customs_coop."""

import csv
import io
from collections.abc import Iterable
from typing import Literal

import attrs

from customs_coop import Action, ActionPlan, Dossier, InvalidValueError

__all__ = ["ActionCsv"]

_COLUMNS = ("plan", "code", "title", "work_area", "status", "deadlines", "indicators", "parties")
# The fields of the model that each column expresses.
_FIELDS = {
    "plan": {"plan.id"},
    "code": {"action.code"},
    "title": {"action.title"},
    "work_area": {"action.work_area"},
    "status": {"action.status"},
    "deadlines": {"action.deadlines"},
    "indicators": {"action.indicators", "indicator.text"},
    "parties": {"action.involved", "involvement.text"},
}
# What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# Control characters, which steer terminals, and of which no reader of CSV takes the first one.
_CONTROLS = {code: "\ufffd" for code in (*range(32), 127) if chr(code) not in "\t\n\r"}


# The last argument is how attrs calls a validator.
def _known(_exporter: object, _field: object, columns: tuple[str, ...]) -> None:
    unknown = [name for name in columns if name not in _COLUMNS]
    if unknown or not columns:
        known = ", ".join(_COLUMNS)
        raise InvalidValueError(f"the columns are {known}, not {', '.join(unknown) or 'none'}")


@attrs.frozen(kw_only=True)
class ActionCsv:
    """The actions of all plans of a dossier as CSV (RFC 4180), one row each.

    Args:
        separator: What stands between the cells; spreadsheets in much of Europe expect ";".
        columns: Which columns there are, in this order.
        heading: Whether the first row has the names of the columns.
    """

    api = 1
    suffix = ".csv"
    media_type = "text/csv"

    separator: Literal[",", ";"] = ","
    columns: tuple[str, ...] = attrs.field(default=_COLUMNS, validator=_known)
    heading: bool = True

    @property
    def carries(self) -> frozenset[str]:
        """The fields that the columns express: what is lost depends on the options."""
        return frozenset({"plan.actions"}.union(*(_FIELDS[name] for name in self.columns)))

    def render(self, subject: Dossier, /) -> str:
        """Write the table.

        Args:
            subject: The dossier.

        Returns:
            The text of a .csv file.
        """
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=self.separator)
        if self.heading:
            writer.writerow(self.columns)
        for plan in subject.plans:
            for action in plan:
                cells = _cells(plan, action)
                writer.writerow(_defused(cells[name]) for name in self.columns)
        return out.getvalue()


def _cells(plan: ActionPlan, action: Action) -> dict[str, str]:
    """What each column has of an action."""
    return {
        "plan": plan.id,
        "code": str(action.code),
        "title": action.title,
        "work_area": str(action.work_area or ""),
        "status": action.status.value,
        "deadlines": _joined(deadline.text for deadline in action.deadlines),
        "indicators": _joined(indicator.text for indicator in action.indicators),
        "parties": _joined(one.text or one.party for one in action.involved),
    }


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _defused(text: str) -> str:
    """A text that no spreadsheet calculates, and that steers no terminal."""
    plain = text.translate(_CONTROLS)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
