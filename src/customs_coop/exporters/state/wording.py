"""How days, counts, deadlines and subjects are said in a note, in each language."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

import attrs

from customs_coop.deadline import Deadline, Recurring
from customs_coop.exporters.council_page.words import WORDS
from customs_coop.exporters.ledger.cells import cell, labelled
from customs_coop.exporters.ledger.sheets import Cell
from customs_coop.exporters.state.labels import SAID, TITLES, Label, labelled_in
from customs_coop.exporters.state.sentences import Said
from customs_coop.formats.sheet import Language, day_in, period_in_words
from customs_coop.model import (
    ActionRef,
    IndicatorRef,
    LinkKind,
    Measurement,
    PartyRef,
    ProgressReport,
    Status,
)
from customs_coop.monitoring import Awaited, CellState, Count, StateItem, StateOfPlay
from customs_coop.monitoring.reports.statements import status_said
from customs_coop.monitoring.summaries import same_words
from customs_coop.references import Reference

__all__ = ["Wording"]

# Of more than so many members, only the number is told that reported.
_MOST_MEMBERS = 4
# Whose word holds for whoever answers.
_OVERSEERS = ("CCWP", "PRESIDENCY")
# "accord d'Europol": the vowel before another one falls out.
_ELIDED = re.compile(r"\bde (?=[AEIOUYÀÂÉÈÊËÎÏÔÛaeiouyàâéèêëîïôû])")


@attrs.frozen(kw_only=True)
class Wording:
    """The words of a note on one state of play.

    Args:
        language: The language of headings and labels.
        plan: The id of the plan where only one was reviewed: it is not said again with each code;
            else empty.
        names: The names of parties, by their ids.
        members: Who owes reports for a collective, by its id.
        wholes: What parties are a part of, by their ids.
    """

    language: Language = "en"
    plan: str = ""
    names: Mapping[str, str] = attrs.field(factory=dict)
    members: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    wholes: Mapping[str, str] = attrs.field(factory=dict)

    @classmethod
    def of(cls, state: StateOfPlay, language: Language) -> "Wording":
        """The words for a state of play."""
        # A subject of another plan is said with its plan, whatever plan is left out.
        plan = state.plans[0].id if len(state.plans) == 1 else ""
        names = {party.id: party.name for party in state.parties}
        members: dict[str, set[str]] = {}
        for one in state.owed:
            whole = one.obligation.party
            if whole is not None and one.party not in (None, whole):
                members.setdefault(whole, set()).add(one.party or "")
        listed = {whole: frozenset(found) for whole, found in members.items()}
        listed |= {one.party: frozenset(one.members) for one in state.collectives}
        wholes = {one.id: one.part_of for one in state.parties if one.part_of is not None}
        return cls(language=language, plan=plan, names=names, members=listed, wholes=wholes)

    def label(self, label: Label, *parts: object) -> str:
        """A label, with what stands in its gaps."""
        words = labelled_in(label.value, self.language)
        return words.format(*parts) if parts else words

    def title(self, name: str, *parts: object) -> str:
        """The title of a note or of a section."""
        return labelled_in(TITLES[name], self.language).format(*parts)

    def sentence(self, said: Said, *parts: object, **named: object) -> str:
        """A sentence, with what stands in its gaps.

        An abbreviation at its end keeps its full stop, and gets no second one.
        """
        words = labelled_in(said.value, self.language).format(*parts, **named)
        short = self.label(Label.NOT_APPLICABLE)
        if short.endswith("."):
            words = words.replace(f"{short}.", short)
        is_doubled = words.endswith("..") and not words.endswith("...")
        return words[:-1] if is_doubled else words

    def word(self, name: str) -> str:
        """The word for a standing, a cell or a stage, by its English name."""
        return labelled_in(SAID[name], self.language)

    def status(self, status: Status) -> str:
        """The word for a status."""
        return WORDS[self.language].status[status.value]

    def day(self, day: dt.date) -> str:
        """A day in words."""
        return day_in(day, self.language)

    def by(self, day: dt.date) -> str:
        """The last day, in words."""
        return self.label(Label.BY, self.day(day))

    def count(self, count: Count) -> str:
        """How many of how many; "n/a" where there is nothing to count."""
        if not count.whole:
            return self.label(Label.NOT_APPLICABLE)
        return self.label(Label.OF, count.part, count.whole)

    def quoted(self, words: str) -> str:
        """Words as printed, in one line."""
        return self.label(Label.QUOTED, " ".join(words.split())) if words.strip() else ""

    def labelled(self, label: str) -> str:
        """A label with its colon."""
        return f"{label}{self.label(Label.COLON)}"

    def listed(self, parts: Iterable[str]) -> str:
        """What there is, each once."""
        return "; ".join(dict.fromkeys(part for part in parts if part))

    def code(self, subject: object) -> str:
        """A subject, without the id of the only plan."""
        if isinstance(subject, IndicatorRef):
            number = self.label(Label.NTH_INDICATOR, subject.number)
            return f"{self.code(subject.action)}, {number}"
        if isinstance(subject, PartyRef):
            return self.party(subject.party)
        if isinstance(subject, ActionRef) and subject.plan == self.plan:
            return str(subject.code)
        return str(subject)

    def party(self, party: str) -> str:
        """A party: by its name where its id is that name in capitals, else by its id.

        Example:
            >>> words = Wording(names={"PROJECT-GROUP": "Project Group", "MS": "Member States"})
            >>> words.party("PROJECT-GROUP"), words.party("MS")
            ('Project Group', 'MS')
        """
        return self.names.get(party) or party if "-" in party else party

    def named(self, party: str) -> str:
        """A party by its id and its name, where the name is not the id in other letters.

        Example:
            >>> words = Wording(names={"AT": "Austria", "EUROPOL": "Europol"})
            >>> words.named("AT"), words.named("EUROPOL"), words.named("XK")
            ('AT Austria', 'Europol', 'XK')
        """
        name = self.names.get(party, "")
        if not name:
            return party
        return name if same_words(party, name) else f"{party} {name}"

    def parties(self, parties: Iterable[str]) -> str:
        """Parties, each once."""
        return ", ".join(dict.fromkeys(map(self.party, parties)))

    def what(self, item: StateItem) -> Cell:
        """What is to be done: the title of the action, and below it the indicator."""
        if not isinstance(item.subject, IndicatorRef):
            return cell(item.title)
        number = self.label(Label.INDICATOR, item.subject.number)
        return (*cell(item.title), *labelled(self.labelled(number), item.text))

    def between(self, earliest: dt.date | None, due: dt.date | None) -> str:
        """The last day, or the days between which it lies; empty where none is known."""
        if earliest is None or earliest == due:
            return "" if due is None else self.by(due)
        if due is None:
            said = self.label(Label.FROM_DAY, self.day(earliest))
            return f"{said}; {self.label(Label.NO_END)}"
        return self.label(Label.BETWEEN, self.day(earliest), self.day(due))

    def deadline(self, item: StateItem) -> Cell:
        """The words of a deadline as printed, and how they are read."""
        words = "" if item.deadline is None else self.quoted(item.deadline.text)
        reading = self.between(item.earliest, item.due) or self.label(Label.NO_DAY)
        label = Label.TAKEN
        if isinstance(item.deadline, Recurring) and item.due is not None:
            label = Label.FIRST_MISSED if item.missed else Label.NEXT_ROUND
        taken = self.label(label, reading) if words or item.due is not None else ""
        rounds = self.label(Label.ROUNDS, item.missed) if item.missed > 1 else ""
        return (*cell(words), *cell(taken), *cell(rounds))

    def wording(self, deadline: Deadline | None, reading: str) -> Cell:
        """The words of one deadline, and how they are read; nothing of that where nobody can."""
        if deadline is None:
            return cell(self.label(Label.NONE))
        taken = self.label(Label.TAKEN, reading) if reading else ""
        return (*cell(self.quoted(deadline.text)), *cell(taken))

    def state(self, item: StateItem) -> Cell:
        """How far an item is: its status, and the report or the printed words that say so."""
        found = cell("" if item.status is Status.OPEN else self.status(item.status))
        last = {one.party: one for one in item.reports}
        # Of those who say nothing of the status; whose word on it does not count has no say here.
        other = {party: one for party, one in last.items() if status_said(one) is None}
        if item.source is not None and self._speaks_for_itself(item.source, item):
            # What one of several has done is not done by the others.
            return found + self._of_members(item, last)
        if item.source is not None:
            found += self.report(item.source)
        elif item.status_text:
            found += cell(self.quoted(item.status_text))
        elif other:
            found += self._of_members(item, other)
        return found

    def _speaks_for_itself(self, report: ProgressReport, item: StateItem) -> bool:
        """Whether the party of a report is one of several that answer together."""
        if not item.parties or report.party in (*item.parties, *_OVERSEERS):
            return False
        # What a party belongs to speaks for all of it.
        return report.party not in [self.wholes.get(one) for one in item.parties]

    def _of_members(self, item: StateItem, last: Mapping[str, ProgressReport]) -> Cell:
        """How many of a collective reported, and what each of a few said last."""
        members = frozenset[str]().union(*(self.members.get(one, ()) for one in item.parties))
        own = {party: report for party, report in last.items() if party in members}
        # Of one member there is nothing to count: it is shown for itself.
        is_told = bool(own) and len(members) > 1
        found = cell(self.label(Label.REPORTED_BY, len(own), len(members))) if is_told else ()
        shown = own or last
        if len(shown) > _MOST_MEMBERS:
            return found or cell(self.label(Label.REPORTED_SOME, self.parties(shown)))
        return found + tuple(part for one in shown.values() for part in self.report(one))

    def said(self, report: ProgressReport) -> str:
        """What a report says of how far the work is: a status, a stage, else values."""
        if not report.applicable:
            return self.cell_state(CellState.NOT_APPLICABLE)
        status = status_said(report)
        found = [] if status is None else [self.status(status)]
        if report.stage is not None:
            found.append(self.word(report.stage.value))
        found = found or [f"{one.value:f} {one.unit}".strip() for one in report.measurements]
        return ", ".join(found) or self.cell_state(CellState.REPORTED)

    def measured(self, found: Measurement) -> str:
        """A value with its unit, its period and what it is broken down by."""
        behind = [period_in_words(found.period, self.language), found.dimension]
        value = f"{found.value:f} {found.unit}".strip()
        return f"{value} ({', '.join(part for part in behind if part)})"

    def report(self, report: ProgressReport) -> Cell:
        """What one party reported, on which day, and the documents that show it."""
        said = f"{self.party(report.party)}, {self.day(report.on)}"
        words = self.quoted(report.text)
        if not words and status_said(report) is None:
            words = self.said(report)
        return (
            *cell(f"{self.labelled(said)} {words}" if words else said),
            *cell(self.documents(report.evidence)),
        )

    def documents(self, references: Iterable[Reference]) -> str:
        """The documents that are named."""
        return self.listed(reference.cite() for reference in references)

    def awaited(self, awaited: Awaited) -> str:
        """What a thing waits for, and how far that is."""
        said = self.code(awaited.target)
        if awaited.kind is LinkKind.REQUIRES_AGREEMENT_OF:
            said = self.label(Label.AGREEMENT, said)
            if self.language == "fr":
                said = _ELIDED.sub("d'", said, count=1)
        return said if awaited.status is None else f"{said} ({self.status(awaited.status)})"

    def waits(self, item: StateItem) -> Cell:
        """All that an item waits for, a paragraph for each."""
        told = dict.fromkeys(map(self.awaited, item.waiting_on))
        return tuple(part for words in told for part in cell(words))

    def cell_state(self, state: CellState) -> str:
        """The word for what an administration said."""
        return self.word(state.value)
