"""What was made of the statements so far, and what is entered with each of them."""

import re
from collections.abc import Iterable, Sequence

import attrs

from customs_coop.deadline import Deadline, Relative
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import (
    Identity,
    Link,
    Note,
    Obligation,
    Party,
    Recommendation,
    RecommendationRef,
)
from customs_coop.readers.base import Source
from customs_coop.readers.conclusions.decisions import is_heading
from customs_coop.readers.conclusions.identity import DocumentIdentity
from customs_coop.readers.conclusions.outline import Statement
from customs_coop.readers.conclusions.passages import Passage
from customs_coop.readers.conclusions.receivers import find_receivers
from customs_coop.readers.conclusions.terms import future_times, last_days
from customs_coop.readers.mentions import prose_deadlines
from customs_coop.readers.obligations.duties import Duty, find_duties
from customs_coop.readers.obligations.shares import read_share
from customs_coop.readers.parties.cells import Parties
from customs_coop.readers.parties.names import body
from customs_coop.readers.text.excerpts import Account

__all__ = ["Ledger", "note_mark"]

_PARTLY = re.compile(
    r"\b(?:inter\s{1,3}alia|among\s{1,3}other(?:s|\s{1,3}things)|such\s{1,3}as|for\s{1,3}example|e\.g\."
    r"|includ(?:es?|ing)(?:,?\s{1,3}inter\s{1,3}alia)?)",
    re.IGNORECASE,
)


# Each of several, of whom only the kind is told.
_UNNAMED = frozenset(
    word
    for words in (
        "administration administrations authority authorities country countries delegation",
        "delegations participant participants partner partners party parties service services",
        "state states member members",
    )
    for word in words.split()
) | {"customs administrations", "customs authorities", "national administrations"}


class Ledger:
    """What the reader of one document has entered; it never leaves the call that made it."""

    def __init__(
        self,
        source: Source,
        account: Account,
        found: Sequence[Passage],
        identity: DocumentIdentity,
        origin: tuple[Link, ...] = (),
    ) -> None:
        self.source = source
        self.account = account
        self.found = found
        self.identity = identity
        self.origin = origin  # the conclusions in which they stand, where these have no number
        self.findings: list[Diagnostic] = []
        self.recommendations: list[Recommendation] = []
        self.obligations: list[Obligation] = []
        self.notes: list[Note] = []
        self.unknown: list[tuple[Party, ...]] = []
        self._owing: dict[str, Passage] = {}  # where each first has a duty
        self._charged: set[str | None] = set()  # those whose tasks are owed to those who speak
        self._told: set[int] = set()  # leads about which a finding was made
        self._lead_notes: dict[int, str] = {}
        self._ids: set[str] = set()
        self._full: dict[str, Deadline] = {}

    def recommend(self, statement: Statement, text: str, who: Parties) -> None:
        """Enter a recommendation, and its times as obligations of those whom it addresses."""
        self.unknown.append(who.unknown)
        name = self._recommendation_id(statement)
        addressees = tuple(dict.fromkeys(part.party for part in who.involved))
        if not addressees and (told := next(filter(_tells, find_duties(text)), None)):
            # The point itself names them: "The Commission should" do something.
            for debtor in told.owed_by:
                self.know(debtor)
            addressees = tuple(debtor.id for debtor in told.owed_by)
        owing = [(addressees, text)]
        if share := read_share(text):
            # Each of two parties has its own day.
            others = tuple(one.id for one in share[0])
            owing = [
                (tuple(one for one in addressees if one not in others), share[1]),
                (others, share[2]),
            ]
            addressees = tuple(dict.fromkeys((*addressees, *others)))
        self.recommendations.append(
            Recommendation(
                id=name,
                text=text,
                number=statement.number,
                document=self.identity.document,
                addressees=addressees,
                links=(*self.origin, *self.identity.about),
            )
        )
        if not addressees:
            message = f"the recommendation names nobody: {_short(text)}"
            self.find("CC160", message, statement.passage, subject=name)
        # A recommendation has no field for a time, so its times are held by obligations.
        to = find_receivers(text)
        for whom in to:
            self.know(whom)
        self.obligations += [
            Obligation(
                text=text,
                party=party,
                to=other,
                subject=RecommendationRef(name),
                deadline=deadline,
            )
            for those, said in owing
            for deadline in self.times(statement, said)
            for party in those or (None,)
            for other in [one.id for one in to if one.id != party] or (None,)
        ]

    def oblige(
        self,
        statement: Statement,
        party: str | None,
        text: str,
        *,
        to: str | None = None,
        subject: Identity | None = None,
        said: str = "",
    ) -> None:
        """Enter a duty, once for each of its times; `said` are the words that set them."""
        if party == self.identity.speaker:
            self.unknown.append(self.identity.speaking)
        if party is not None:
            self._owing.setdefault(party, statement.passage)
        for deadline in self.times(statement, said or text) or (None,):
            self.obligations.append(
                Obligation(text=text, party=party, to=to, subject=subject, deadline=deadline)
            )

    def times(self, statement: Statement, text: str) -> tuple[Deadline, ...]:
        """The times of a text, and those of the words that introduce it where it goes on there."""
        own = self.own_times(text)
        lead = self.found[statement.lead] if statement.lead >= 0 else None
        if lead is None or any(passage is lead for passage in statement.above):
            return own
        return tuple(dict.fromkeys((*own, *self._read_times(lead.text))))

    def own_times(self, text: str) -> tuple[Deadline, ...]:
        """The times of a text alone; a clause may also say when something will be done."""
        found = self._read_times(text)
        texts = {time.text for time in found}
        since = self.identity.since
        later = (one for one in future_times(text, since) if not _within(one, texts))
        return tuple(dict.fromkeys((*found, *later)))

    def _read_times(self, text: str) -> tuple[Deadline, ...]:
        found: list[Deadline] = []
        for time in _all_times(text):
            if time.text not in self._full:
                self._full[time.text] = _fullest(time, self.identity.whole)
            found.append(self._full[time.text])
        return tuple(found)

    def owed_to(self, party: str | None, passage: Passage) -> str | None:
        """To whom a task of this party is owed: to those who give it, unless it is theirs."""
        speaker = self.identity.speaker
        if speaker is None or speaker == party:
            return None
        self.unknown.append(self.identity.speaking)
        if party not in self._charged:
            self._charged.add(party)
            whose = f" of {party}" if party else ""
            message = (
                f"the text does not say to whom the task{whose} is owed; {speaker}, which gives it,"
                " was taken"
            )
            self.find("CC164", message, passage)
        return speaker

    def tell_unnamed(self) -> None:
        """Say where a duty is that of each of several who are not named: "each administration"."""
        known = {party.id: party for parties in self.unknown for party in parties}
        for name, passage in self._owing.items():
            party = known.get(name)
            if party is not None and party.name.casefold() in _UNNAMED:
                message = (
                    f'the text does not say which ones are meant by "{party.name}", that is {name}'
                )
                self.find("CC158", message, passage, subject=name)

    def tell_if_incomplete(self, statement: Statement) -> None:
        """Say where the words above a list tell that it is not all of it."""
        lead = statement.lead
        if lead < 0 or lead in self._told:
            return
        match = _PARTLY.search(self.found[lead].text)
        if match is not None and match.start() > len(self.found[lead].text) // 2:
            self._told.add(lead)
            message = f'the words above the list say "{match[0]}", so it is not the whole of it'
            self.find("CC161", message, self.found[lead])

    def _recommendation_id(self, statement: Statement) -> str:
        """Its printed number; what is only counted stands behind a "#"."""
        base, number = self.identity.prefix, statement.number
        name = f"{base}-{number}" if number else f"{base}#{len(self.recommendations) + 1}"
        if statement.position:
            name += "#" + ".".join(map(str, statement.position))
        count = 1
        wanted = name
        while name in self._ids:
            count += 1
            name = f"{wanted}~{count}"
        self._ids.add(name)
        return name

    def use(self, statement: Statement) -> str:
        """Enter the words of a statement as used, and give them."""
        for passage in (*statement.above, statement.passage):
            self._use_bullet(passage)
            self.account.use(passage.places if passage.label else passage.content)
        for passage in statement.below:
            self.account.use(passage.places)
        if statement.lead >= 0 and is_heading(self.found[statement.lead].text):
            self.account.use(self.found[statement.lead].places)
        return statement.text

    def use_part(self, passage: Passage, start: int, text: str) -> None:
        """Enter one sentence of a passage as used, with the mark before it."""
        self.account.use(passage.content.cut(start, start + len(text)))
        self._use_bullet(passage)
        if passage.label:
            # The mark is in the number of what was made of the item.
            before = passage.places.places.index(passage.content.start)
            self.account.use(passage.places.cut(0, before))

    def _use_bullet(self, passage: Passage) -> None:
        """Enter a mark without a number or letter as furniture."""
        if passage.mark and not passage.label and passage.content:
            self.account.use_furniture(passage.places.start, passage.content.start)

    def know(self, party: Party | None) -> None:
        """Keep a body that is not in the table of known ones."""
        if party is not None and body(party.id) is None:
            self.unknown.append((party,))

    def find(self, code: str, message: str, passage: Passage | None, *, subject: str = "") -> None:
        """Enter a finding at a passage."""
        start = passage.places.start if passage else 0
        self.findings.append(diagnose(code, message, subject=subject, span=self.source.span(start)))

    def note_lead(self, statement: Statement) -> str:
        """The words that introduce a list hold for each of its items: a note of their own."""
        if statement.lead < 0:
            return ""
        known = self._lead_notes.get(statement.lead)
        if known is None:
            passage = self.found[statement.lead]
            self.account.use(passage.places)
            known = ""
            if not is_heading(passage.text):
                known = f"n{len(self.notes) + 1}"
                self.notes.append(Note(id=known, mark=note_mark(passage), text=passage.text))
            self._lead_notes[statement.lead] = known
            self.tell_if_incomplete(statement)
        return known


def note_mark(passage: Passage) -> str:
    """The number or letter before the words of a note; a bullet or a dash marks none."""
    return passage.mark if passage.label else ""


def _fullest(deadline: Deadline, text: str) -> Deadline:
    """The same time in the words of the document that say when the event takes place."""
    if not isinstance(deadline, Relative):
        return deadline
    match = re.search(
        re.escape(deadline.text)
        + r",\s(?:which|that)\s(?:will\s(?:take\splace|be\sheld)|takes\splace|is\sto\s[a-z ]{4,20})"
        r"\s(?:in|on)\s[^,.;:]{4,30}",
        text,
    )
    return attrs.evolve(deadline, text=match[0]) if match else deadline


def _all_times(text: str) -> tuple[Deadline, ...]:
    found = prose_deadlines(text)
    last = (one for one in last_days(text) if not any(one.text in time.text for time in found))
    return tuple(dict.fromkeys((*found, *last)))


def _within(time: Deadline, texts: Iterable[str]) -> bool:
    """Whether the words of a time belong to another one."""
    return any(time.text in text for text in texts)


def _tells(duty: Duty) -> bool:
    return duty.told and bool(duty.owed_by)


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" ..." if len(words) > 8 else "")
