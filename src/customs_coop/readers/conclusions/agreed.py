"""Agreed actions, the lines that ask to report on them, and who is to carry them out."""

import re
from collections.abc import Collection

import attrs

from customs_coop.deadline import Deadline, Relative
from customs_coop.model import Action, ActionRef, Code, Obligation, Party, PlanRef, Role
from customs_coop.readers.conclusions.decisions import read_who_to
from customs_coop.readers.conclusions.ledger import Ledger
from customs_coop.readers.conclusions.outline import Statement
from customs_coop.readers.conclusions.passages import Passage
from customs_coop.readers.mentions import PlanContext, prose_links, row_references
from customs_coop.readers.parties.cells import Parties, party_id
from customs_coop.readers.parties.phrases import read_addressees

__all__ = ["AgreedActions", "who_acts"]

_LAST_BRACKET = re.compile(
    r"\((?:(?:Action|Responsible|Lead)\s{0,2}:\s{0,2})?(?P<who>[^()]{2,80})\)[.;]?\Z"
)
_ARTICLE = re.compile(r"(?:the|an?|its|their|our|this)\s", re.IGNORECASE)


class AgreedActions:
    """The actions of a document, in the order of its lists."""

    def __init__(self, ledger: Ledger, codes: Collection[str]) -> None:
        self.ledger = ledger
        self.actions: list[Action] = []
        self.on_all: Passage | None = None  # what asks for reports on all actions
        self._context = PlanContext(ledger.identity.plan, None, codes)

    def take(self, statement: Statement) -> str:
        """Enter an agreed action, and give its code."""
        code = statement.number or statement.passage.label
        text = self.ledger.use(statement)
        lead = self.lead_parties(statement)
        own = who_acts(text)
        self.ledger.unknown += [lead.unknown, own.unknown if own else ()]
        involved = own.involved if own else lead.involved
        self._count(statement, code)
        note = self.ledger.note_lead(statement)
        self.actions.append(
            Action(
                code=code,
                title=text,
                involved=involved,
                deadlines=self.ledger.times(statement, text),
                references=row_references([text]),
                links=prose_links(text, self._context),
                notes=(note,) if note else (),
                span=self.ledger.source.span(statement.passage.places.start),
            )
        )
        return code

    def report(self, statement: Statement, code: str) -> None:
        """A line behind an action that asks to report on it."""
        action = next(one for one in reversed(self.actions) if one.code == code)
        self.ledger.account.use(statement.passage.places)
        for part in action.involved or (None,):
            self.ledger.obligations.append(
                Obligation(
                    text=statement.passage.text,
                    party=part.party if part else None,
                    subject=ActionRef(self.ledger.identity.plan, Code(code)),
                )
            )

    def complete_reports(self) -> None:
        """Give the reports on single actions the time that is set for all of them."""
        common = next(
            (
                one
                for one in self.ledger.obligations
                if isinstance(one.subject, PlanRef) and one.deadline
            ),
            None,
        )
        if common is None:
            return
        to = self._receiver(common.deadline)
        for index, one in enumerate(self.ledger.obligations):
            # Where each of several is to report, the same words are the duty of each.
            same = isinstance(one.subject, PlanRef) and one.text == common.text
            if same or (isinstance(one.subject, ActionRef) and one.deadline is None):
                deadline = one.deadline or common.deadline
                self.ledger.obligations[index] = attrs.evolve(
                    one, deadline=deadline, to=one.to or to
                )

    def _receiver(self, deadline: Deadline | None) -> str | None:
        """The meeting before which a report is due; the text need not say that it receives it."""
        if not isinstance(deadline, Relative) or not deadline.anchor:
            return None
        name = _ARTICLE.sub("", deadline.anchor, count=1)
        party = Party(id=party_id(name), name=name)
        self.ledger.know(party)
        message = f"the reports hang on {deadline.anchor}; it was taken as the one to receive them"
        self.ledger.find("CC164", message, self.on_all, subject=self.ledger.identity.plan)
        return party.id

    def _count(self, statement: Statement, code: str) -> None:
        """Tell where the numbers of a list skip or repeat."""
        before = self.actions[-1].code.text if self.actions else "0"
        if code.isdecimal() and before.isdecimal() and int(code) != int(before) + 1:
            message = f"action {code} follows action {before}"
            self.ledger.find(
                "CC163", message, statement.passage, subject=f"{self.ledger.identity.plan}/{code}"
            )

    def lead_parties(self, statement: Statement) -> Parties:
        """Those whom the words above a list name: "as regards the coastal countries".

        They hold for each of its actions, so that those named are responsible for all of them.
        """
        decision = statement.decision
        if decision is None:
            return Parties()
        if decision.addressees.involved:
            return _responsible(decision.addressees)
        return _responsible(read_addressees(decision.topic)) if decision.topic else Parties()


def who_acts(text: str) -> Parties | None:
    """Who is to carry out an action: "COM to send ...", or known bodies in a last bracket."""
    named = read_who_to(text)
    if named is not None:
        return _responsible(named[0])
    match = _LAST_BRACKET.search(text)
    if match is None:
        return None
    found = read_addressees(match["who"])
    return _responsible(found) if found.involved and not found.unknown else None


def _responsible(parties: Parties) -> Parties:
    involved = tuple(attrs.evolve(part, role=Role.RESPONSIBLE) for part in parties.involved)
    return Parties(involved, parties.unknown)
