"""What is doubtful of a plan as a whole: a second plan in the file, and codes given twice."""

import re
from collections.abc import Iterable, Sequence

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.titles.ordinals import plan_ordinals
from customs_coop.formats.titles.words import ORDINAL, PLAN
from customs_coop.model import Code
from customs_coop.readers.base import Line, Source
from customs_coop.readers.workplan.rows import TableRow

__all__ = ["other_plans", "repeated_codes"]

_LONGEST_TITLE = 160  # characters
_OPENS = re.compile(
    r"(?:(?:the|le|la|der|die|das|draft|revised|new|projet\s{1,3}d[eu]|entwurf\s{1,3}\w{1,6}"
    r"|annexe?|anhang|[IVX]{1,4}|[A-Z0-9]{1,2}[.):])[\s.:–-]{1,4}){0,4}",
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"(?:{ORDINAL}\s{{1,3}}(?:[\w–-]{{1,20}}\s{{1,3}}){{0,3}}?)?{PLAN}", re.IGNORECASE
)


def other_plans(
    source: Source, lines: Iterable[Line], number: int | None, plan: str
) -> list[Diagnostic]:
    """Tell the titles of other plans between the tables, whose rows were taken into this one.

    Args:
        source: The document.
        lines: Those between the tables that are headings, or in which nothing was read.
        number: The ordinal of the plan.
        plan: Its id.
    """
    found: list[Diagnostic] = []
    for line in lines:
        text = " ".join(line.text.strip("*_# \t\f\u00a0").split())
        if len(text) > _LONGEST_TITLE or text.endswith((".", ";", ",", ":", "?")):
            continue
        opening = _OPENS.match(text)
        named = _NAME.match(text, opening.end() if opening else 0)
        ordinals = plan_ordinals(text) if named else ()
        if len(ordinals) == 1 and ordinals[0] != number:
            message = f'"{text[:80]}" stands between the tables, whose rows were all read as {plan}'
            span = source.span(line.start, line.end)
            found.append(diagnose("CC136", message, subject=plan, span=span))
    return found


def repeated_codes(rows: Sequence[TableRow], plan: str) -> list[Diagnostic]:
    """Tell each row whose code another row of the plan bears, too.

    Args:
        rows: The rows of the plan.
        plan: Its id.
    """
    counts: dict[Code, int] = {}
    for row in rows:
        counts[Code(row.code)] = counts.get(Code(row.code), 0) + 1
    return [
        diagnose(
            "CC137",
            f"{counts[Code(row.code)]} rows bear this code",
            subject=f"{plan}/{row.code}",
            span=row.span,
        )
        for row in rows
        if counts[Code(row.code)] > 1
    ]
