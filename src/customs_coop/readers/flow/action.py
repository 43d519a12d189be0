"""One box of a column flow as an action."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.deadline import parse_deadline
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.columns import Column
from customs_coop.formats.status.reading import read_status
from customs_coop.formats.status.words import accepted_words, read_priority
from customs_coop.model import (
    Action,
    Code,
    ExtraCell,
    Indicator,
    Note,
    Objective,
    Obligation,
    Party,
    Priority,
    Role,
)
from customs_coop.readers.flow.boxes import Box
from customs_coop.readers.flow.objectives import match_objective
from customs_coop.readers.flow.wrapping import carries_on
from customs_coop.readers.indicators import read_items, split_numbered
from customs_coop.readers.mentions import (
    PlanContext,
    condition_links,
    find_aliases,
    links_of,
    prose_deadlines,
    row_references,
    used_once,
    without_own,
)
from customs_coop.readers.obligations.rows import row_obligations
from customs_coop.readers.obligations.understood import tell_understood
from customs_coop.readers.parties.cells import Parties, read_concerned_list, read_party_cell
from customs_coop.readers.text.excerpts import Account, Excerpt

__all__ = ["FlowContext", "ReadBox", "read_flow_action"]

_GLUED_MARK = re.compile(r"(?<=[a-zà-ÿ)])(?P<mark>[1-9][0-9]?)(?![\w.])")
_ENDED = (".", "!", "?", ".”", ".’", '."')
_BEGINNING = 30  # characters by which a line is known again
_SHORT = 0.7  # a line so much shorter than the longest, with a full stop, ends a paragraph


@attrs.frozen(kw_only=True)
class FlowContext:
    """What has to be known of a plan to read its boxes.

    Args:
        plan: The id, ordinal and codes.
        objectives: The objectives of the strategy.
        notes: The footnotes.
        writer: Who writes the reports of the plan by its introduction, or None.
        wrapped: Whether the paragraphs of the boxes run over several lines.
    """

    plan: PlanContext
    objectives: tuple[Objective, ...] = ()
    notes: tuple[Note, ...] = ()
    writer: Party | None = None
    wrapped: bool = True


@attrs.frozen(kw_only=True)
class ReadBox:
    """An action with what reading it brought to light."""

    action: Action
    obligations: tuple[Obligation, ...] = ()
    unknown: tuple[Party, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def read_flow_action(box: Box, context: FlowContext, account: Account) -> ReadBox:
    """Read the texts of a box into an action.

    Args:
        box: The texts by column; it has a code.
        context: The plan to which it belongs.
        account: What is used is entered here.

    Returns:
        The action, the bodies that are not in the table of known ones, and the findings.
    """
    return _FlowAction(box, context, account).read()


class _FlowAction:
    def __init__(self, box: Box, context: FlowContext, account: Account) -> None:
        self.box = box
        self.context = context
        self.account = account
        self.code = account.use(box.code) if box.code else ""
        self.subject = f"{context.plan.plan}/{self.code}"
        self.findings = list(box.findings)
        self.extra: list[ExtraCell] = []
        self.notes: dict[str, None] = {}

    def read(self) -> ReadBox:
        claims = self.account.claims
        title = self._text(Column.TITLE)
        if not title:
            self._find("CC124", "the box has a code and no title", Column.TITLE)
        terms = self._prose(Column.TERMS_OF_REFERENCE)
        lines = {column: self._text(column, "\n") for column in self.box.texts}
        indicators = self._indicators(lines.get(Column.INDICATORS, ""))
        outcomes = split_numbered(lines.get(Column.OUTCOMES, ""))
        concerned = read_concerned_list(lines.get(Column.CONCERNED, ""), Role.CONCERNED)
        responsible = read_party_cell(self._text(Column.RESPONSIBLE))
        self._keep_no_parties(Column.RESPONSIBLE, responsible)
        self._keep_no_parties(Column.CONCERNED, concerned)
        stated = self._text(Column.STATUS)
        standing = read_status((), title=title, stated=stated, priority=self._text(Column.PRIORITY))
        if not standing.understood:
            message = f'"{_short(stated)}" tells no status that is known'
            self._find("CC129", message, Column.STATUS)
        short = (title, *(item.text for item in indicators), *(item.text for item in outcomes))
        own = Code(self.code)
        involved = tuple(dict.fromkeys((*responsible.involved, *concerned.involved)))
        notes = {note.id: note.text for note in self.context.notes}
        texts = self._link_texts(lines, terms, [item.text for item in indicators])
        links = (
            *links_of(texts, self.context.plan),
            *condition_links([notes[note] for note in self.notes], title, involved),
        )
        deadlines = self._text(Column.DEADLINES)
        action = Action(
            code=own,
            title=title,
            aliases=tuple(code for code in find_aliases(short, self.context.plan) if code != own),
            objectives=self._objectives(lines.get(Column.OBJECTIVES, "")),
            priority=self._priority(),
            status=standing.status,
            status_text=stated or standing.text,
            indicators=indicators,
            outcomes=tuple(item.text.rstrip(";, ") for item in outcomes),
            involved=involved,
            terms_of_reference=terms,
            deadlines=(
                *((parse_deadline(deadlines),) if deadlines else ()),
                *prose_deadlines(terms),
            ),
            references=row_references(
                (*(" ".join(text.split()) for text in lines.values()), terms)
            ),
            links=without_own(used_once(links), own, self.context.plan),
            notes=tuple(self.notes),
            extra=tuple(self.extra),
            span=self.account.source.span(self.box.start),
        )
        # An objective of the strategy holds the words by which it is named here.
        self.account.settle(claims, action, self.context.objectives)
        unknown = (*responsible.unknown, *concerned.unknown)
        due = row_obligations(
            action,
            self.context.plan.plan,
            notes=[notes[note] for note in self.notes],
            parties=unknown,
            writer=self.context.writer,
        )
        return ReadBox(
            action=action,
            obligations=due.obligations,
            unknown=(*unknown, *due.unknown),
            findings=(
                *self.findings,
                *tell_understood(due.inferred, self.subject, action.span),
            ),
        )

    def _link_texts(
        self, lines: dict[Column, str], terms: str, indicators: Sequence[str]
    ) -> list[str]:
        """The texts in which links are looked for: each item of a list by itself."""
        texts: list[str] = []
        for column, text in lines.items():
            if column is Column.TERMS_OF_REFERENCE:
                texts.append(terms)
            elif column is Column.INDICATORS:
                texts += indicators
            elif column is Column.OUTCOMES:
                texts += [" ".join(item.text.split()) for item in split_numbered(text)]
            else:
                texts.append(" ".join(text.split()))
        return texts

    def _lines(self, column: Column) -> list[Excerpt]:
        """The lines of a column, without the footnote marks glued to words."""
        found: list[Excerpt] = []
        for block in self.box.texts.get(column, ()):
            found += [self._without_marks(line) for line in block]
        return found

    def _without_marks(self, line: Excerpt) -> Excerpt:
        """Enter a line, and the footnote marks glued to its words as what they are."""
        known = {note.mark: note.id for note in self.context.notes}
        marks = [match for match in _GLUED_MARK.finditer(line.text) if match["mark"] in known]
        for match in marks:
            self.notes.setdefault(known[match["mark"]])
            place = line.places[match.start()]
            self.account.use_furniture(place, place + len(match["mark"]))
        bare = line.without((match.start(), match.end()) for match in marks)
        self.account.use(bare)
        return bare

    def _text(self, column: Column, glue: str = " ") -> str:
        return _joined([line.text for line in self._lines(column)], glue)

    def _prose(self, column: Column) -> str:
        """The paragraphs of a box: a short line with a full stop ends one, and so does a block.

        Where lines were not wrapped, each that does not carry on the one above is a paragraph.
        """
        paragraphs: list[str] = []
        for block in self.box.texts.get(column, ()):
            lines = [self._without_marks(line).text for line in block]
            longest = max(len(line) for line in lines)
            begun: list[str] = []
            for line in lines:
                if begun and not self.context.wrapped and not carries_on(begun[-1], line):
                    paragraphs.append(_joined(begun))
                    begun = []
                begun.append(line)
                if line.endswith(_ENDED) and len(line) < _SHORT * longest:
                    paragraphs.append(_joined(begun))
                    begun = []
            if begun:
                paragraphs.append(_joined(begun))
        return "\n".join(paragraphs)

    def _find(self, code: str, message: str, column: Column, words: str = "") -> None:
        """Enter a finding on a column: at the line that begins with words, else at its first."""
        lines = [line for block in self.box.texts.get(column, ()) for line in block]
        begun = (line for line in lines if words and words.startswith(line.text[:_BEGINNING]))
        line = next(begun, lines[0] if lines else None)
        start = self.box.start if line is None else line.start
        span = self.account.source.span(start, cell=self.box.headings.get(column, ""))
        self.findings.append(diagnose(code, message, subject=self.subject, span=span))

    def _indicators(self, text: str) -> tuple[Indicator, ...]:
        return read_items(text)

    def _priority(self) -> Priority | str | None:
        """The priority; one that is printed in another language is kept in its words too."""
        text = self._text(Column.PRIORITY)
        priority = read_priority(text)
        if accepted := accepted_words(text):
            message = f'"{text}" are two wordings, as of a tracked change; "{accepted}" was read'
            self._find("CC180", message, Column.PRIORITY)
        if isinstance(priority, Priority):
            heading = self.box.headings.get(Column.PRIORITY, "")
            self.extra.append(ExtraCell(heading=heading, text=text))
        return priority

    def _objectives(self, text: str) -> tuple[Code, ...]:
        found: dict[Code, None] = {}
        for item in split_numbered(text):
            words = item.text.rstrip(";,. ")
            match = match_objective(words, self.context.objectives)
            if match is None:
                self._keep(item.text)
                message = f"the objective is none of the strategy: {_short(words)}"
                self._find("CC118", message, Column.OBJECTIVES, words)
                continue
            found.setdefault(match.objective.code)
            code = match.objective.code
            if not match.whole:
                self._keep(item.text)
                message = f"only a part of objective {code} is named: {_short(words)}"
                self._find("CC119", message, Column.OBJECTIVES, words)
            elif not match.same:
                message = f"objective {code} stands in other words: {_short(words)}"
                self._find("CC119", message, Column.OBJECTIVES, words)
        return tuple(found)

    def _keep_no_parties(self, column: Column, parties: Parties) -> None:
        """Words that name nobody are kept as printed; "none" and "tbc" need no finding."""
        heading = self.box.headings.get(column, "")
        for words in (*parties.nobody, *parties.unread):
            self.extra.append(ExtraCell(heading=heading, text=words))
        for code, message in parties.findings:
            self._find(code, message, column)

    def _keep(self, text: str) -> None:
        heading = self.box.headings.get(Column.OBJECTIVES, "")
        self.extra.append(ExtraCell(heading=heading, text=text))


def _joined(lines: Sequence[str], glue: str = " ") -> str:
    """Lines as one text; a word that a hyphen divides at the end of a line is joined to it."""
    text = ""
    for line in lines:
        if text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower():
            text += line
        else:
            text = f"{text}{glue}{line}" if text else line
    return text


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" ..." if len(words) > 8 else "")
