"""The notes of a plan as our tables print them: below the rows that bear their marks, or above."""

import re
from collections.abc import Iterable, Mapping

import attrs

from customs_coop.formats.cells import Paragraph
from customs_coop.formats.sheet import SHEET_WORDS, Language
from customs_coop.model import Action, ActionPlan, Code, Note

__all__ = ["Footnote", "footnotes_of", "note_line", "note_marks"]

# The marks by which a row can point at a note: none may be a word or a figure of the title.
_MARK = re.compile(r"[⁰¹²³⁴-⁹]{1,3}|\*{1,3}|[†‡]|\([0-9a-z]{1,2}\)|\[[0-9a-z]{1,2}\]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@attrs.frozen(kw_only=True)
class Footnote:
    """A note below a table, with the mark that stands at the title of its actions."""

    mark: str
    paragraphs: tuple[Paragraph, ...]


def note_marks(plan: ActionPlan) -> Mapping[str, str]:
    """The mark of each note to which a row points, by the id of the note.

    A bare figure is raised; a mark that could not be told from the words, or is missing, or is
    that of another note below the same table is counted.

    Args:
        plan: The plan.

    Example:
        >>> notes = [Note(id="a", mark="1", text="A"), Note(id="b", text="B")]
        >>> action = Action(code="1", title="Swim", notes=["a", "b"])
        >>> note_marks(ActionPlan(id="P", title="Plan", actions=[action], notes=notes))
        {'a': '¹', 'b': '(1)'}
    """
    tables: dict[str, dict[Code | None, None]] = {}
    for action in plan:
        for name in action.notes:
            tables.setdefault(name, {})[action.work_area] = None
    notes = [note for note in plan.notes if note.id in tables]
    wanted = {n.id: n.mark.translate(_RAISED) if n.mark.isdecimal() else n.mark for n in notes}
    taken = set(wanted.values())
    fresh = (mark for n in range(1, 2 * len(notes) + 2) if (mark := f"({n})") not in taken)
    used: set[tuple[str, Code | None]] = set()
    marks: dict[str, str] = {}
    for name, mark in wanted.items():
        good = _MARK.fullmatch(mark) and not any((mark, area) in used for area in tables[name])
        marks[name] = mark if good else next(fresh)
        used.update((marks[name], area) for area in tables[name])
    return marks


def note_line(note: Note, language: Language = "en") -> str:
    """A note to which no row points, as a line above the table.

    Example:
        >>> note_line(Note(id="n", mark="(i)", text="All may swim."))
        'Note (i): All may swim.'
    """
    text = " ".join(note.text.split())
    mark = "".join(note.mark.split())
    label = SHEET_WORDS[language].note
    return f"{label} {mark}: {text}" if mark else f"{label}: {text}"


def footnotes_of(
    plan: ActionPlan, actions: Iterable[Action], marks: Mapping[str, str]
) -> tuple[Footnote, ...]:
    """The notes to which some actions point, each once, in the order of the plan.

    Args:
        plan: The plan.
        actions: The actions of one table.
        marks: The marks, by the ids of the notes.
    """
    wanted = {note for action in actions for note in action.notes}
    return tuple([_footnote(note, marks) for note in plan.notes if note.id in wanted])


def _footnote(note: Note, marks: Mapping[str, str]) -> Footnote:
    lines = [line.strip() for line in note.text.splitlines() if line.strip()]
    return Footnote(mark=marks.get(note.id, ""), paragraphs=tuple(map(Paragraph, lines)))
