"""The rows of the table as HTML, each with what the controls of the page choose by.

They are written without a template: a page of 10,000 rows has as many macro calls as cells.
"""

import functools
import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.deadline import Deadline, Recurring
from customs_coop.exporters.council_page.words import WORDS, PageWords
from customs_coop.formats.additions import Added
from customs_coop.formats.cells import Paragraph, pieces_of
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.sheet import Language
from customs_coop.formats.status.printed import is_whole
from customs_coop.formats.tables import Row
from customs_coop.model import Action, ActionPlan, Code, Dossier, Status, known_body

__all__ = ["Choices", "RowWriter", "anchors_of", "css_text"]

_KEPT: Final = 4096  # paragraphs: the same parties and times stand in many rows
_BLANKS = re.compile(r"\s+")
_LONGEST: Final = 70  # signs of a choice
_TORN: Final = 1500  # signs of a box that may be torn apart between two pages
_BRACKETS: Final = {"(": '<span class="o">[</span>', ")": '<span class="c">]</span>'}


@attrs.frozen(kw_only=True)
class Choices:
    """What a reader of the page can choose by, in the order of the plan; each has a number.

    Args:
        parties: The ids of the parties.
        objectives: The codes of the objectives.
        states: The states.
        numbers: The number of each, by the kind of choice and its value.
        counts: How many actions there are of each, in the same way.
        names: What a choice is called, in the same way.
        dated: Whether any action has a deadline.
    """

    parties: tuple[str, ...]
    objectives: tuple[str, ...]
    states: tuple[str, ...]
    numbers: Mapping[tuple[str, str], int]
    counts: Mapping[tuple[str, str], int]
    names: Mapping[tuple[str, str], str]
    dated: bool

    @classmethod
    def of(cls, plan: ActionPlan, dossier: Dossier, words: PageWords) -> "Choices":
        """Gather the choices of a plan.

        Args:
            plan: The plan.
            dossier: The dossier that may name its parties and objectives.
            words: The words of the page.
        """
        counts: dict[tuple[str, str], int] = {}
        for action in plan:
            found = [("party", party) for party in _parties(action)]
            found += [("objective", code) for code in _objectives(action)]
            for pair in (*found, ("status", action.status.value)):
                counts[pair] = counts.get(pair, 0) + 1
        parties = tuple(sorted(name for kind, name in counts if kind == "party"))
        objectives = _in_order(
            [name for kind, name in counts if kind == "objective"], plan, dossier
        )
        states = tuple(one.value for one in Status if ("status", one.value) in counts)
        kinds = (("party", parties), ("objective", objectives), ("status", states))
        return cls(
            parties=parties,
            objectives=objectives,
            states=states,
            numbers={
                (kind, value): number
                for kind, values in kinds
                for number, value in enumerate(values)
            },
            counts=counts,
            names=_names(counts, plan, dossier, words),
            dated=any(action.all_deadlines for action in plan),
        )

    def listed(self, kind: str, values: Sequence[str]) -> list[tuple[int, str, int]]:
        """Each choice of a kind: its number, what it is called, and how many actions it has."""
        return [
            (self.numbers[kind, value], self.names[kind, value], self.counts[kind, value])
            for value in values
        ]


def _parties(action: Action) -> Iterable[str]:
    return dict.fromkeys(one.party for one in action.involved)


def _objectives(action: Action) -> Iterable[str]:
    return dict.fromkeys(code.text for code in action.objectives)


def _stated(plan: ActionPlan, dossier: Dossier) -> dict[str, str]:
    """The objectives of the strategy of a plan, by their codes, in their order."""
    return {
        one.code.text: one.text
        for strategy in dossier.strategies
        if strategy.id == plan.strategy
        for one in strategy.objectives
    }


def _in_order(codes: Sequence[str], plan: ActionPlan, dossier: Dossier) -> tuple[str, ...]:
    """Codes as the strategy lists them, then others: short ones as codes sort, then prose."""
    stated = {code: place for place, code in enumerate(_stated(plan, dossier))}
    return tuple(
        sorted(
            codes,
            key=lambda code: (stated.get(code, len(stated)), len(code.split()) > 1, Code(code)),
        )
    )


def _names(
    chosen: Iterable[tuple[str, str]], plan: ActionPlan, dossier: Dossier, words: PageWords
) -> dict[tuple[str, str], str]:
    parties = {party.id: party.name for party in reversed(dossier.parties)}
    objectives = _stated(plan, dossier)
    found = {}
    for kind, value in chosen:
        name = words.status[value] if kind == "status" else value
        more = objectives.get(value, "") if kind == "objective" else ""
        if kind == "party":
            body = known_body(value)
            more = parties.get(value) or (body.name if body is not None else "")
        if more and more.casefold() != value.casefold():
            name = f"{value}: {more}"
        name = _BLANKS.sub(" ", name)
        found[kind, value] = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
    return found


def anchors_of(plan: ActionPlan) -> tuple[str, ...]:
    """The address of each row inside the page; "" for a second row of the same code."""
    met: set[str] = set()
    found = []
    for action in plan:
        name = "action-" + _BLANKS.sub("_", replace_illegal(action.code.text))
        found.append("" if name in met else name)
        met.add(name)
    return tuple(found)


@attrs.frozen(kw_only=True)
class RowWriter:
    """Writes the rows of one table.

    Args:
        language: The language of the page.
        title_at: Where the titles stand, among the cells.
        choices: What can be chosen by; None for a page without controls.
    """

    language: Language
    title_at: int
    choices: Choices | None

    def written(self, row: Row, action: Action, anchor: str) -> str:
        """An action with its boxes, as one body of a table.

        Args:
            row: Its row.
            action: The action.
            anchor: The address of the row; "" for none.
        """
        cells = [_cell(cell, self.language) for cell in row.cells]
        if row.state:
            state = _escaped(WORDS[self.language].status[action.status.value])
            cells[self.title_at] += f'<p class="state" data-customs-coop="aside">{state}</p>'
        parts = [
            f"<tbody{self._attributes(row, action, anchor)}>\n<tr>\n",
            f'<th scope="row">{cells[0]}</th>\n',
            *(f"<td>{cell}</td>\n" for cell in cells[1:]),
            "</tr>\n",
        ]
        for box in row.boxes:
            # Prose of a page or more, kept whole, would leave half of a page white.
            long = sum(len(one.text) for one in box.paragraphs) > _TORN
            words = (
                f"<strong>{_escaped(box.heading)}</strong>{_cell(box.paragraphs, self.language)}"
            )
            parts.append(
                f'<tr class="box{" long" if long else ""}">'
                f'<td colspan="{len(cells)}">{words}</td></tr>\n'
            )
        parts.append("</tbody>\n")
        return "".join(parts)

    def _attributes(self, row: Row, action: Action, anchor: str) -> str:
        found = f' id="{html.escape(anchor)}"' if anchor else ""
        if row.greyed:
            found += ' class="greyed"'
        if self.choices is None:
            return found
        numbers = self.choices.numbers
        found += f' data-status="{numbers["status", action.status.value]}"'
        for kind, values in (("party", _parties(action)), ("objective", _objectives(action))):
            if listed := " ".join(str(numbers[kind, value]) for value in values):
                found += f' data-{kind}="{listed}"'
        if not self.choices.dated:
            return found
        every = action.all_deadlines
        latest, due = _days(every), _days(_left(action))
        if latest:
            found += f' data-latest="{latest}"'
        if due != latest:
            found += f' data-due="{due}"'
        if any(isinstance(deadline, Recurring) for deadline in every):
            found += ' data-recurring="1"'
        return found


def _left(action: Action) -> Iterator[Deadline]:
    """The deadlines of what is not done."""
    if action.status.closed:
        return
    yield from action.deadlines
    for indicator in action.indicators:
        if not indicator.status.closed:
            yield from indicator.deadlines


def _days(deadlines: Iterable[Deadline]) -> str:
    """The last days, as ISO 8601, the earliest first."""
    days = {deadline.latest for deadline in deadlines}
    return " ".join(str(day) for day in sorted(day for day in days if day is not None))


def _cell(paragraphs: Iterable[Paragraph], language: Language) -> str:
    return "".join(
        [_paragraph(one.text, one.hidden, language, label=one.label) for one in paragraphs]
    )


# By all that is printed: two paragraphs are equal whatever is hidden beside their words.
@functools.lru_cache(maxsize=_KEPT)
def _paragraph(text: str, hidden: str, language: Language, *, label: bool) -> str:
    labels = WORDS[language].labels
    if "[" in text or (labels and is_whole(text)):
        words = "".join(_pieces(text, hidden, WORDS[language]))
    else:
        words = _escaped(text)
    return f'<p dir="auto">{f"<em>{words}</em>" if label else words}</p>'


def _pieces(text: str, hidden: str, words: PageWords) -> Iterator[str]:
    ours = is_whole(text)  # whether the next words begin with a label of ours
    for piece in pieces_of(Paragraph(text, hidden=hidden)):
        if piece.look == "hidden":
            yield _kept(piece.text)
            continue
        if piece.look == "bracket":
            yield _BRACKETS[piece.text]
        else:
            yield _labelled(piece.text, words) if ours else _escaped(piece.text)
        ours = piece.look == "bracket" and piece.text == "("


def _labelled(text: str, words: PageWords) -> str:
    """Words behind a label of ours, which is shown in the language of the page."""
    label, _, value = text.partition(": ")
    if label not in words.labels:
        return _escaped(text)
    if label == Added.STATUS.value and value in words.status:
        return _kept(text) + _aside(f"{words.labels[label]} {words.status[value]}")
    return f"{_kept(f'{label}:')}{_aside(words.labels[label])} {_escaped(value)}"


def _aside(text: str) -> str:
    """Words that browsers show and that readers of the table leave out, as HTML."""
    return f'<span data-customs-coop="aside">{_escaped(text)}</span>'


def _kept(text: str) -> str:
    """Words that no browser shows and that readers of the table find, as HTML."""
    return f'<span class="k">{_escaped(text)}</span>'


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def css_text(text: str) -> str:
    r"""A text as a string of CSS, in which no sign could end it or the style sheet.

    Example:
        >>> print(css_text('No "1"</'))
        "No\20 \22 1\22 \3c \2f "
    """
    return '"' + "".join(c if c.isalnum() and c.isascii() else f"\\{ord(c):x} " for c in text) + '"'
