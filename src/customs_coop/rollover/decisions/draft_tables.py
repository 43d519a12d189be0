"""Reading the new actions of a decisions file."""

from collections.abc import Iterator

from customs_coop.model import Code
from customs_coop.rollover.decisions.newcomers import DraftDecision, DraftIndicator
from customs_coop.rollover.decisions.tables import Table
from customs_coop.rollover.decisions.words import DRAFT_INDICATOR_KEYS, DRAFT_KEYS

__all__ = ["read_draft"]


def read_draft(table: Table) -> DraftDecision | None:
    """Read a [[draft]]; what is wrong in it is told."""
    table.refuse_unknown(DRAFT_KEYS)
    title = table.text("title")
    continues = table.texts_or_text("continues", '"AP1/5.2"')
    has_title = bool(title.strip()) or table.has_fault("title")
    # Of a key that cannot be read it is told already.
    if not has_title and len(continues) != 1 and (continues or "continues" not in table.data):
        table.fault("title", 'title is missing; write title = "What is to be done"')
    named = table.texts("recommendations", '["8351/2/09-12"]')
    lines = table.key_lines()
    for place, name in enumerate(continues):
        line = table.lines.get((*table.path, "continues", place))
        if line is not None:
            lines[f"continues {name.strip()}"] = line
    deadlines = table.texts_or_text("deadlines", '"by June 2008"')
    for place in range(len(deadlines)):
        if (line := _line_of(table, "deadlines", place)) is not None:
            lines[f"deadlines {place}"] = line
    as_words = table.data.get("as_words", False)
    if not isinstance(as_words, bool):
        table.fault("as_words", "as_words takes true or false, without quotation marks")
        as_words = True  # so that the words are not told as well
    return DraftDecision(
        title=title,
        recommendations=named,
        code=table.code("code"),
        work_area=table.code("work_area"),
        responsible=tuple(one.strip() for one in table.texts("responsible", '["CCWP"]')),
        continues=continues,
        concerned=tuple(one.strip() for one in table.texts("concerned", '["COM"]')),
        priority=table.text("priority").strip(),
        objectives=tuple(Code(one.strip()) for one in table.texts("objectives", '["1", "2"]')),
        terms_of_reference=table.text("terms_of_reference"),
        indicators=list(_indicators(table)),
        deadlines=deadlines,
        as_words=as_words,
        line=table.line,
        lines=lines,
    )


def _indicators(table: Table) -> Iterator[DraftIndicator]:
    """The indicators of a new action."""
    for one in table.tables("indicator"):
        one.refuse_unknown(DRAFT_INDICATOR_KEYS)
        deadlines = one.texts_or_text("deadlines", '"by June 2008"')
        found = {
            f"deadlines {place}": _line_of(one, "deadlines", place)
            for place in range(len(deadlines))
        }
        yield DraftIndicator(
            text=one.words("text", "What shows that it is done"),
            deadlines=deadlines,
            lines={key: line for key, line in found.items() if line is not None},
        )


def _line_of(table: Table, key: str, place: int) -> int | None:
    return table.lines.get((*table.path, key, place), table.line_of(key))
