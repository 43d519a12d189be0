"""What our own tables print in square brackets beside the words, taken back into its fields."""

import itertools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

import attrs

from customs_coop.deadline import Deadline, parse_deadline
from customs_coop.formats.additions import Added, Addition, check_of, find_additions, values_of
from customs_coop.formats.columns import Column
from customs_coop.formats.status.printed import COMPLETED_PHRASE, in_words, is_whole, remark_words
from customs_coop.model import (
    Action,
    Code,
    ExtraCell,
    Funding,
    Indicator,
    Involvement,
    Party,
    Role,
    Status,
    known_body,
)
from customs_coop.readers.document.added import (
    counted_on,
    printed_references,
    told_status,
    with_additions,
)
from customs_coop.readers.indicators import read_indicator, read_indicators
from customs_coop.readers.parties.cells import Parties, read_concerned_list, read_party_cell
from customs_coop.readers.text.markup import Cell, Paragraph

__all__ = ["RowAdditions"]

_BETWEEN = re.compile(r",\s{1,4}")
_PHRASES: Mapping[Added, str] = MappingProxyType(
    {
        Added.PREVIOUSLY: "(previously {})",
        Added.STATUS_WORDS: "{}",
        Added.COMPLETED: COMPLETED_PHRASE,
        Added.EVIDENCE: "{}",
        Added.REFERENCES: "{}",
        Added.WORDS: "{}",
    }
)
_FURTHER = frozenset((Added.WORDS, Added.HEADING, Added.LINE))  # of no indicator
_OF_PARTIES = (Column.RESPONSIBLE, Column.CONCERNED)
_OTHERS = "other interested parties"
_TBC = " (tbc)"

_Told = tuple[Paragraph, tuple[Addition, ...]]


class RowAdditions:
    """The additions of one row: taken out of its cells, and put into the action made of them."""

    def __init__(self) -> None:
        self.tell_all = False  # a line says all that is to be told of the status
        self._told: dict[Column, list[_Told]] = {}
        self._remarked = False  # the status stands in words above the indicators
        self._of_row: tuple[Deadline, ...] = ()  # typed alone where an indicator should stand
        self._behind: dict[int, tuple[Addition, ...]] = {}  # by the place of the indicator

    def take(self, column: Column | None, cell: Cell) -> Cell:
        """Take the additions out of a cell.

        Args:
            column: What the cell holds; where that is not known, everything stays.
            cell: The cell.

        Returns:
            The cell with its own words alone.
        """
        if column is None or not any("[" in one.content.text for one in cell.paragraphs):
            return cell
        told: list[_Told] = []
        for paragraph in cell.paragraphs:
            found = find_additions(paragraph.content.text)
            additions = tuple(one for _, _, one in found)
            # Words that somebody typed behind an addition go on with those before it.
            places = ((start, end) for start, end, _ in found)
            words = paragraph.content.without(places).folded() if found else paragraph.content
            told.append((attrs.evolve(paragraph, content=words), additions))
        if not any(additions for _, additions in told):
            return cell
        self._told[column] = told
        return attrs.evolve(cell, paragraphs=tuple(p for p, _ in told if p.content))

    def phrases(self, column: Column | None) -> tuple[str, ...]:
        """The additions to a cell in the words of a document, for what is looked for in words."""
        return tuple(
            _PHRASES[one.kind].format(one.value)
            for one in (self._of(column) if column is not None else ())
            if one.kind in _PHRASES
        )

    def leading_remarks(self, paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
        """What the cell of indicators says of the work as such, above all that has additions."""
        told = self._of_cell(Column.INDICATORS, paragraphs)
        found = self._remarks(paragraph for paragraph, _ in _without_additions(told))
        self._remarked = bool(found) and not self.tell_all
        return found

    def cut_remarks(self, cell: Cell) -> tuple[Cell, tuple[str, ...]]:
        """The cell of a title without what it says of the work as such below it, and that."""
        told = [one for one in self._of_cell(Column.TITLE, cell.paragraphs) if one[0].content]
        below = _without_additions(reversed(told[1:]))
        found = self._remarks(paragraph for paragraph, _ in below)
        kept = cell.paragraphs[: len(cell.paragraphs) - len(found)]
        return attrs.evolve(cell, paragraphs=kept), tuple(reversed(found))

    def _remarks(self, paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
        """The words of the paragraphs that tell how the work stands, up to the first other one."""
        found: list[str] = []
        for paragraph in paragraphs:
            line = paragraph.content.text
            words = remark_words(line)
            if words is None:
                break
            self.tell_all = self.tell_all or is_whole(line)
            found.append(words)
        return tuple(found)

    def indicators(self, paragraphs: Sequence[Paragraph], after: int = 0) -> tuple[Indicator, ...]:
        """Read the paragraphs of the cell of indicators, each with its additions.

        Args:
            paragraphs: The paragraphs of the cell.
            after: How many of them at the beginning are no indicators.
        """
        told = self._of_cell(Column.INDICATORS, paragraphs)[after:]
        found: list[Indicator] = []
        plain: list[Paragraph] = []
        for paragraph, additions in told:
            begins = "1" in values_of(additions, Added.LINE)
            goes_on = bool(paragraph.content) and _goes_on(additions)
            if begins or goes_on:
                # Else it might be taken for a part of the one above it, or that for another one.
                found += read_indicators(plain)
                plain.clear()
            if goes_on and found:
                self._carry_on(found, paragraph.content.text, additions)
                continue
            if paragraph.content:
                plain.append(paragraph)
            if len(additions) == begins or (
                not plain
                and (
                    _FURTHER.issuperset(a.kind for a in additions)
                    or (not begins and self._take_alone(found, additions))
                )
            ):
                continue
            found += read_indicators(plain) if plain else (read_indicator(""),)
            found[-1] = with_additions(found[-1], additions)
            self._behind[len(found) - 1] = additions
            plain.clear()
        return counted_on((*found, *read_indicators(plain)))

    def _carry_on(self, found: list[Indicator], text: str, additions: tuple[Addition, ...]) -> None:
        """Put a further line, with what stands beside it, to the last indicator."""
        above = found[-1]
        number = "" if above.code is None else above.code.text
        told = (*self._behind.get(len(found) - 1, ()), *additions)
        found[-1] = with_additions(read_indicator(f"{above.text}\n{text}", number), told)
        self._behind[len(found) - 1] = told

    def _take_alone(self, found: list[Indicator], additions: tuple[Addition, ...]) -> bool:
        """Take what somebody typed in a paragraph of its own; whether it belongs anywhere.

        It belongs to the indicator above; where there is none, deadlines are those of the row.
        """
        if found:
            above, place = found[-1], len(found) - 1
            told = with_additions(above, additions)
            found[-1] = attrs.evolve(
                told,
                deadlines=_joined(above.deadlines, told.deadlines),
                evidence=tuple(dict.fromkeys((*above.evidence, *told.evidence))),
            )
            self._behind[place] = (*self._behind.get(place, ()), *additions)
            return True
        if any(one.kind is not Added.DEADLINE for one in additions):
            return False
        self._of_row += tuple(parse_deadline(one.value) for one in additions)
        return True

    def in_words(self, indicators: Sequence[Indicator]) -> list[str]:
        """The words of each indicator that was read here, with its additions as words."""
        return [
            in_words(one.text, self._behind.get(place, ())) for place, one in enumerate(indicators)
        ]

    def joined(self, column: Column, paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
        """The texts of a cell, each with its further lines."""
        found: list[str] = []
        for paragraph, additions in self._of_cell(column, paragraphs):
            words = paragraph.content.text
            if found and words and _goes_on(additions):
                found[-1] += f"\n{words}"
            elif words:
                found.append(words)
        return tuple(found)

    def parties(self, text: str, column: Column) -> Parties:
        """Read a cell of parties: the responsible ones, or those who are concerned."""
        reading: Callable[[str, Role], Parties] = (
            read_party_cell if column is Column.RESPONSIBLE else read_concerned_list
        )
        role = Role.RESPONSIBLE if column is Column.RESPONSIBLE else Role.CONCERNED
        told = self._told.get(column)
        if told is None:
            return reading(text, role)
        found: list[Parties] = []
        plain: list[str] = []
        for paragraph, additions in told:
            words = paragraph.content.text
            if not additions:
                plain.append(words)
                continue
            found.append(reading("\n".join(plain), role))
            # A list with bullets begins anew behind each addition.
            bare = words.lstrip("•–- ")
            if any(_OTHERS in line.casefold() for line in plain):
                role = Role.CONCERNED
            plain.clear()
            found.append(_told_parties(bare, role, additions, reading))
        found.append(reading("\n".join(plain), role))
        return Parties(
            involved=tuple(dict.fromkeys(one for part in found for one in part.involved)),
            unknown=tuple({p.id: p for part in found for p in part.unknown}.values()),
            nobody=tuple(word for part in found for word in part.nobody),
            unread=tuple(word for part in found for word in part.unread),
            findings=tuple(told for part in found for told in part.findings),
        )

    def apply(self, action: Action, heading: Callable[[Column], str]) -> Action:
        """Put what stands beside the title and the objectives into the action.

        Args:
            action: The action that was made of the words alone.
            heading: The printed heading of a column.
        """
        title = self._of(Column.TITLE)
        everywhere = tuple(a for told in self._told.values() for _, found in told for a in found)
        documents = tuple(
            reference
            for kind in (Added.COMPLETED, Added.EVIDENCE, Added.REFERENCES)
            for reference in printed_references(values_of(everywhere, kind))
        )
        deadlines = tuple(parse_deadline(text) for text in values_of(title, Added.DEADLINE))
        status = told_status(title, action.status)
        words = values_of(title, Added.STATUS_WORDS)
        if status is Status.COMPLETED and not words and not action.status_text:
            done = values_of(everywhere, Added.COMPLETED)
            words = (f"Completed: {', '.join(done)}",) if done else ()
        aliases = tuple(
            Code(code)
            for value in values_of(title, Added.PREVIOUSLY)
            for code in _BETWEEN.split(value)
            if code.strip()
        )
        if not everywhere:
            return action
        status_text = action.status_text
        for documents_of in values_of(everywhere, Added.COMPLETED) if self._remarked else ():
            told = status_text.replace(COMPLETED_PHRASE.format(documents_of), "")
            status_text = " ".join(told.split())
        return attrs.evolve(
            action,
            aliases=tuple(dict.fromkeys((*action.aliases, *aliases))),
            deadlines=_joined(deadlines or action.deadlines, self._of_row),
            status=action.status if status is None else status,
            status_text=words[0] if words else status_text,
            references=tuple(dict.fromkeys((*action.references, *documents))),
            funding=(*action.funding, *map(_funding, values_of(title, Added.FUNDING))),
            extra=self._further(action, heading),
        )

    def _further(self, action: Action, heading: Callable[[Column], str]) -> tuple[ExtraCell, ...]:
        """The words that fit no field, with the headings that stand beside them."""
        found = list(action.extra)
        for column, told in self._told.items():
            for paragraph, additions in told:
                named = values_of(additions, Added.HEADING)
                printed = heading(column)
                # Without a heading, words beside parties say what becomes of the work.
                told_apart = bool(named) or column not in _OF_PARTIES
                for text in values_of(additions, Added.WORDS) if told_apart else ():
                    made = ExtraCell(heading=named[0] if named else printed, text=text)
                    if found and _goes_on(additions):
                        above = found.pop()
                        made = attrs.evolve(above, text=f"{above.text}\n{text}")
                    found.append(made)
                own = ExtraCell(heading=printed, text=paragraph.content.text)
                if named and own in found:
                    found[found.index(own)] = attrs.evolve(own, heading=named[0])
        return tuple(found)

    def _of_cell(self, column: Column, paragraphs: Sequence[Paragraph]) -> list[_Told]:
        return self._told.get(column) or [(one, ()) for one in paragraphs]

    def _of(self, column: Column) -> tuple[Addition, ...]:
        return tuple(one for _, additions in self._told.get(column, ()) for one in additions)


def _goes_on(additions: Iterable[Addition]) -> bool:
    """Whether a paragraph is a further line of the text above it."""
    return any(number != "1" for number in values_of(additions, Added.LINE))


def _without_additions(told: Iterable[_Told]) -> Iterable[_Told]:
    """The paragraphs up to the first one that has additions."""
    return itertools.takewhile(lambda one: not one[1], told)


def _funding(value: str) -> Funding:
    programme, state, amount, text = (*value.split("; ", 3), "", "", "")[:4]
    return Funding(
        programme="" if programme == "-" else programme, state=state, amount=amount, text=text
    )


def _told_parties(
    words: str,
    role: Role,
    additions: tuple[Addition, ...],
    reading: Callable[[str, Role], Parties],
) -> Parties:
    """The parties of a paragraph whose ids or whose role stand beside it."""
    known = {one.value: one for one in Role}
    for value in values_of(additions, Added.ROLE):
        role = known.get(value, role)
    ids = [one for value in values_of(additions, Added.PARTY) for one in _BETWEEN.split(value)]
    edited = any(value != check_of(words) for value in values_of(additions, Added.CHECK))
    if not ids or edited:
        return reading(words, role)
    involved = tuple(
        Involvement(
            party=one.removesuffix(_TBC), role=role, text=words, confirmed=not one.endswith(_TBC)
        )
        for one in ids
    )
    unknown = tuple(
        Party(id=one.party, name=words if len(ids) == 1 else one.party)
        for one in involved
        if known_body(one.party) is None
    )
    return Parties(involved=involved, unknown=unknown)


def _joined(deadlines: tuple[Deadline, ...], others: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
    """Deadlines with those of some others that are not among them; what stands twice stays so."""
    return (*deadlines, *(one for one in dict.fromkeys(others) if one not in deadlines))
