"""The notes of a plan as our tables print them: below the rows that bear their marks, or above."""

import re
from collections.abc import Iterable, Mapping

import attrs

from customs_coop.formats.cells import Paragraph
from customs_coop.formats.sheet import SHEET_WORDS, Language
from customs_coop.model import Action, ActionPlan, Code, Note

__all__ = ["Footnote", "footnotes_of", "note_line", "note_marks", "plain_mark"]

# The marks by which a row can point at a note: none may be a word or a figure of the title.
_MARK = re.compile(r"[⁰¹²³⁴-⁹]{1,3}|\*{1,3}|[†‡]|\([0-9a-z]{1,2}\)|\[[0-9a-z]{1,2}\]")
_RAISED_FIGURE = re.compile(r"[⁰¹²³⁴-⁹]")
_FIGURE = re.compile(r"[0-9]{1,2}\s")  # it might be the mark of the next note
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", "()[]^⁽⁾ ")


@attrs.frozen(kw_only=True)
class Footnote:
    """A note below a table, with the mark that stands at the title of its actions."""

    mark: str
    paragraphs: tuple[Paragraph, ...]


def note_marks(plan: ActionPlan) -> Mapping[str, str]:
    """The mark of each note to which a row points, by the id of the note.

    A bare figure is raised; a mark that could not be told from the words, or is missing, or is
    that of another note below the same table, in whatever form, is counted.

    Args:
        plan: The plan.

    Example:
        >>> notes = [Note(id="a", mark="1", text="A"), Note(id="b", text="B")]
        >>> action = Action(code="1", title="Swim", notes=["a", "b"])
        >>> note_marks(ActionPlan(id="P", title="Plan", actions=[action], notes=notes))
        {'a': '¹', 'b': '(2)'}
    """
    tables: dict[str, dict[Code | None, None]] = {}
    for action in plan:
        for name in action.notes:
            tables.setdefault(name, {})[action.work_area] = None
    notes = [note for note in plan.notes if note.id in tables]
    wanted = {n.id: n.mark.translate(_RAISED) if n.mark.isdecimal() else n.mark for n in notes}
    taken = {plain_mark(mark) for mark in wanted.values()}
    fresh = (f"({n})" for n in range(1, 2 * len(notes) + 2) if str(n) not in taken)
    used: set[tuple[str, Code | None]] = set()
    marks: dict[str, str] = {}
    for name, mark in wanted.items():
        plain = plain_mark(mark)
        good = _MARK.fullmatch(mark) and not any((plain, area) in used for area in tables[name])
        marks[name] = mark if good else next(fresh)
        used.update((plain_mark(marks[name]), area) for area in tables[name])
    return marks


def plain_mark(mark: str) -> str:
    """A mark without its form, so that "¹" in a row finds "(1)" below the table.

    Example:
        >>> plain_mark("¹"), plain_mark("(1)"), plain_mark("*")
        ('1', '1', '*')
    """
    return mark.translate(_PLAIN)


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

    A bare figure stands raised at the title and as it is before the note, unless a raised one
    or a line that might be another note stands below the same table.

    Args:
        plan: The plan.
        actions: The actions of one table.
        marks: The marks, by the ids of the notes.
    """
    wanted = {note for action in actions for note in action.notes}
    notes = [note for note in plan.notes if note.id in wanted]
    plain = not any(
        _RAISED_FIGURE.match(note.mark) or any(map(_FIGURE.match, _lines(note)[1:]))
        for note in notes
    )
    return tuple([_footnote(note, marks.get(note.id, ""), plain=plain) for note in notes])


def _lines(note: Note) -> list[str]:
    return [line.strip() for line in note.text.splitlines() if line.strip()]


def _footnote(note: Note, mark: str, *, plain: bool) -> Footnote:
    if plain and note.mark.isdecimal() and mark == note.mark.translate(_RAISED):
        mark = note.mark
    return Footnote(mark=mark, paragraphs=tuple(map(Paragraph, _lines(note))))
