"""How days, counts, deadlines and subjects are said in a note, in each language."""

import datetime as dt
from collections.abc import Iterable, Mapping

import attrs

from customs_coop.deadline import Deadline, Recurring
from customs_coop.exporters.council_page.words import WORDS
from customs_coop.exporters.ledger.cells import cell, labelled
from customs_coop.exporters.ledger.sheets import Cell
from customs_coop.exporters.state.labels import SAID, TITLES, Label, Said, labelled_in
from customs_coop.formats.sheet import Language, day_in
from customs_coop.model import ActionRef, IndicatorRef, LinkKind, PartyRef, ProgressReport, Status
from customs_coop.monitoring import Awaited, CellState, Count, StateItem, StateOfPlay
from customs_coop.references import Reference

__all__ = ["Wording"]


@attrs.frozen(kw_only=True)
class Wording:
    """The words of a note on one state of play.

    Args:
        language: The language of headings and labels.
        plan: The id of the plan where only one was reviewed: it is not said again with each code;
            else empty.
        names: The names of parties, by their ids.
    """

    language: Language = "en"
    plan: str = ""
    names: Mapping[str, str] = attrs.field(factory=dict)

    @classmethod
    def of(cls, state: StateOfPlay, language: Language) -> "Wording":
        """The words for a state of play."""
        # A subject of another plan is said with its plan, whatever plan is left out.
        plan = state.plans[0].id if len(state.plans) == 1 else ""
        names = {party.id: party.name for party in state.parties}
        return cls(language=language, plan=plan, names=names)

    def label(self, label: Label, *parts: object) -> str:
        """A label, with what stands in its gaps."""
        words = labelled_in(label.value, self.language)
        return words.format(*parts) if parts else words

    def title(self, name: str, *parts: object) -> str:
        """The title of a note or of a section."""
        return labelled_in(TITLES[name], self.language).format(*parts)

    def sentence(self, said: Said, *parts: object, **named: object) -> str:
        """A sentence, with what stands in its gaps."""
        return labelled_in(said.value, self.language).format(*parts, **named)

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

    def wording(self, deadline: Deadline | None) -> Cell:
        """The words of one deadline and its last day."""
        if deadline is None:
            return cell(self.label(Label.NONE))
        last = deadline.latest
        taken = self.label(Label.TAKEN, self.by(last)) if last is not None else ""
        return (*cell(self.quoted(deadline.text)), *cell(taken))

    def state(self, item: StateItem) -> Cell:
        """How far an item is: its status, and the report or the printed words that say so."""
        found = cell("" if item.status is Status.OPEN else self.status(item.status))
        if item.source is not None:
            found += self.report(item.source)
        elif item.status_text:
            found += cell(self.quoted(item.status_text))
        return found

    def report(self, report: ProgressReport) -> Cell:
        """What one party reported, on which day, and the documents that show it."""
        said = f"{self.party(report.party)}, {self.day(report.on)}"
        words = self.quoted(report.text)
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
        return said if awaited.status is None else f"{said} ({self.status(awaited.status)})"

    def waits(self, item: StateItem) -> Cell:
        """All that an item waits for, a paragraph for each."""
        told = dict.fromkeys(map(self.awaited, item.waiting_on))
        return tuple(part for words in told for part in cell(words))

    def cell_state(self, state: CellState) -> str:
        """The word for what an administration said."""
        return self.word(state.value)
