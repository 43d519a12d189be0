"""What the commands print for people: summaries, plans, actions, formats."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from customs_coop.diagnostics import Report
    from customs_coop.model import Action, ActionPlan, Dossier
    from customs_coop.readers import Reading

__all__ = [
    "accounted",
    "action_text",
    "columns",
    "counted",
    "dossier_text",
    "findings",
    "format_text",
    "plan_text",
    "summary",
    "together",
]

_WIDEST = 100
_MOST, _MOST_LAST = 40, 72  # characters of a cell, and of the last one in a row


def summary(reading: "Reading") -> str:
    """What a reading holds, in a few lines."""
    passages = counted(len(reading.residue), "passage")
    return "\n".join(
        [
            dossier_text(reading.dossier),
            f"{findings(reading.report)}; {passages} in no field (--report shows all)",
        ]
    )


def accounted(reading: "Reading") -> str:
    """Where the characters of a source went; empty where there was none."""
    left, aside = (
        sum(len("".join(piece.text.split())) for piece in pieces)
        for pieces in (reading.residue, reading.furniture)
    )
    if not reading.held + left + aside:
        return ""
    return (
        f"characters: {reading.held} in fields, {aside} furniture (headings, labels, marks), "
        f"{left} left over"
    )


def together(read: "Report", checked: "Report") -> "Report":
    """The findings of the reading and of the rules; that a plan has no period is told once."""
    from customs_coop.diagnostics import Report

    if "CC122" in {found.code for found in read}:
        checked = Report(found for found in checked if found.code != "CC305")
    return read + checked


def findings(report: "Report") -> str:
    """How many findings a report has, by severity."""
    errors, warnings = len(report.errors), len(report.warnings)
    others = len(report) - errors - warnings
    return ", ".join(
        [
            counted(errors, "error"),
            counted(warnings, "warning"),
            *([counted(others, "remark")] if others else []),
        ]
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 error", "2 errors"."""
    return f"{number} {noun if number == 1 else noun + 's'}"


def dossier_text(dossier: "Dossier") -> str:
    """The plans of a dossier, one a line, and how much else it holds."""
    rows = [
        (
            plan.id,
            str(plan.period or "no window"),
            counted(len(plan), "action"),
            plan.document.cite() if plan.document else "",
            plan.title,
        )
        for plan in dossier.plans
    ]
    counts = [
        f"{len(members)} {one if len(members) == 1 else several}"
        for one, several, members in (
            ("strategy", "strategies", dossier.strategies),
            ("recommendation", "recommendations", dossier.recommendations),
            ("document", "documents", dossier.documents),
            ("event", "events", dossier.events),
            ("obligation", "obligations", dossier.obligations),
            ("report on progress", "reports on progress", dossier.progress),
        )
        if members
    ]
    return "\n".join([*columns(rows), *([", ".join(counts)] if counts else [])]) or "empty"


def format_text(name: str) -> str:
    """What a format is, and its options with their defaults."""
    from customs_coop.exporters import exporter_options, load_exporter
    from customs_coop.exporters.subjects import accepted_by, kind_words

    exporter = load_exporter(name)
    doc = (exporter.__doc__ or "").strip().partition("\n")[0]
    takes = accepted_by(exporter)
    options = exporter_options(name)
    head = [f"{name}: {exporter.media_type}, {exporter.suffix}", *([doc] if doc else [])]
    if takes != ("dossier",):
        head.append(f"It takes {kind_words(takes)}.")
    lines = list(head)
    indent = " " * 7
    for option in options:
        default = f" (default {option.default})" if option.default else " (needed)"
        lines += textwrap.wrap(
            f"  -O {option.name}: {option.takes}{default}",
            _WIDEST,
            subsequent_indent=indent,
            break_on_hyphens=False,
        )
        lines += textwrap.wrap(
            option.about, _WIDEST, initial_indent=indent, subsequent_indent=indent
        )
    if "dossier" in takes:
        lines += textwrap.wrap(
            _carried_text(name), _WIDEST, subsequent_indent="  ", break_on_hyphens=False
        )
    return "\n".join(lines)


def _carried_text(name: str) -> str:
    """Which fields of the model a format does not carry, with its default options."""
    from customs_coop.errors import ExportOptionError
    from customs_coop.exporters.fidelity import carried_fields, not_carried
    from customs_coop.exporters.preparing import prepared
    from customs_coop.model import Dossier

    try:
        carries = carried_fields(prepared(Dossier(), name, {}))
    except ExportOptionError:
        return "What it carries depends on options."
    if carries is None:
        return "It does not say what it carries."
    left_out = not_carried(carries)
    return f"It does not carry {', '.join(left_out)}." if left_out else "It carries every field."


def plan_text(plan: "ActionPlan") -> str:
    """A plan: its head, then its actions by work area, one a line."""
    head = [plan.title, f"{plan.id}, {plan.period or 'no window'}, {counted(len(plan), 'action')}"]
    if plan.document:
        head.append(plan.document.cite())
    titles = {area.code: area.title for area in plan.work_areas}
    rows = columns(
        [
            (
                str(action.code),
                action.status.value,
                _word(action.priority),
                "; ".join(deadline.text for deadline in action.all_deadlines),
                action.title,
            )
            for action in plan
        ]
    )
    lines: list[str] = []
    area = None
    for action, row in zip(plan, rows, strict=True):
        if action.work_area is not None and action.work_area != area:
            area = action.work_area
            lines += ["", f"{area}. {titles.get(area, '')}".rstrip(". ")]
        lines.append(row)
    return "\n".join([*head, *([] if area else [""]), *lines])


def action_text(address: str, action: "Action") -> str:
    """One action with everything that it holds, a field a paragraph."""
    parts: list[tuple[str, Iterable[str]]] = [
        ("title", [action.title]),
        ("aliases", [", ".join(map(str, action.aliases))]),
        ("origin", [str(action.origin or "")]),
        ("objectives", [", ".join(map(str, action.objectives))]),
        ("priority", [_word(action.priority)]),
        ("status", [f"{action.status.value}: {action.status_text}".rstrip(": ")]),
        ("deadlines", (deadline.text for deadline in action.deadlines)),
        (
            "indicators",
            (
                indicator.text + "".join(f" [{deadline.text}]" for deadline in indicator.deadlines)
                for indicator in action.indicators
            ),
        ),
        ("outcomes", action.outcomes),
        (
            "parties",
            (
                f"{i.role.value}: {i.party}" + ("" if i.confirmed else " (?)")
                for i in action.involved
            ),
        ),
        ("terms of reference", [action.terms_of_reference]),
        ("references", (reference.cite() for reference in action.references)),
        (
            "links",
            (
                f"{link.kind.value} {link.target}" + (" (inferred)" if link.inferred else "")
                for link in action.links
            ),
        ),
    ]
    width = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)
    lines = [address]
    for name, texts in parts:
        for number, text in enumerate(filter(None, texts)):
            label = f"{name if number == 0 else '':<19}"
            lines += textwrap.wrap(
                text, width, initial_indent=label, subsequent_indent=" " * 19
            ) or [label]
    return "\n".join(lines)


def _word(value: object) -> str:
    """A member of a vocabulary, a word outside it, or nothing, as text."""
    return "" if value is None else str(getattr(value, "value", value))


def columns(rows: Sequence[Sequence[str]], *, is_whole: bool = False) -> list[str]:
    """Rows with their cells below each other; long cells are cut, so that lines fit on a screen.

    Args:
        rows: The rows, all of one length.
        is_whole: Whether nothing is cut, as for another program that reads the lines.
    """
    if not rows:
        return []
    most, most_last = (sys.maxsize, sys.maxsize) if is_whole else (_MOST, _MOST_LAST)
    widths = [min(most, max(len(row[n]) for row in rows)) for n in range(len(rows[0]) - 1)]
    lines = []
    for row in rows:
        cells = [textwrap.shorten(cell, most, placeholder="…") for cell in row[:-1]]
        start = "  ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True))
        lines.append(f"{start}  {textwrap.shorten(row[-1], most_last, placeholder='…')}".rstrip())
    return lines
