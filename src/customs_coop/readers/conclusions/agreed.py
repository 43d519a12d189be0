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
from customs_coop.readers.conclusions.receivers import find_receivers
from customs_coop.readers.conclusions.reporting import is_reporting_line
from customs_coop.readers.mentions import PlanContext, prose_links, row_references
from customs_coop.readers.obligations.reports import is_report
from customs_coop.readers.parties.cells import Parties, party_id
from customs_coop.readers.parties.phrases import read_addressees

__all__ = ["AgreedActions", "who_acts"]

_LAST_BRACKET = re.compile(
    r"\((?:(?:Action|Responsible|Lead)\s{0,2}:\s{0,2})?(?P<who>[^()]{2,80})\)[.;]?\Z"
)
# What is set for all actions besides what each of them sets: "should also report".
_ALSO = re.compile(
    r"\b(?:(?:should|shall|must|will|to)\s{1,3}(?:also|additionally|in\s{1,3}addition)|in\s{1,3}addition,)\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|an?|its|their|our|this)\s", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class _Line:
    """A line behind an action, with what it asks for; `report` where this is a report."""

    passage: Passage
    code: str
    report: bool
    obligations: tuple[Obligation, ...]


class AgreedActions:
    """The actions of a document, in the order of its lists."""

    def __init__(self, ledger: Ledger, codes: Collection[str]) -> None:
        self.ledger = ledger
        self.actions: list[Action] = []
        self.on_all: Passage | None = None  # what asks for reports on all actions
        self._lines: list[_Line] = []
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
        """A line behind an action that asks to report on it, and what it says of the time."""
        action = next(one for one in reversed(self.actions) if one.code == code)
        self.ledger.account.use(statement.passage.places)
        text = statement.passage.text
        to = find_receivers(text)
        for party in to:
            self.ledger.know(party)
        times = self.ledger.own_times(text)
        self._lines.append(
            _Line(
                passage=statement.passage,
                code=code,
                report=is_reporting_line(text) or is_report(text),
                obligations=tuple(
                    Obligation(
                        text=text,
                        party=part.party if part else None,
                        to=whom.id if whom else None,
                        subject=ActionRef(self.ledger.identity.plan, Code(code)),
                        deadline=time,
                    )
                    for time in times or (None,)
                    for part in action.involved or (None,)
                    for whom in to or (None,)
                ),
            )
        )
        self.ledger.obligations += self._lines[-1].obligations

    def complete_reports(self) -> None:
        """Give the reports on single actions what is set for all of them and they do not say."""
        found = self.ledger.obligations
        on_all = [one for one in found if isinstance(one.subject, PlanRef) and one.deadline]
        if not on_all:
            return
        text = on_all[0].text
        # Where each of several is to report, the same words are the duty of each.
        common = [one for one in on_all if one.text == text]
        times = tuple(dict.fromkeys(one.deadline for one in common if one.deadline))
        to = tuple(dict.fromkeys(one.to for one in common if one.to))
        to = to or tuple(filter(None, [self._receiver(common[0].deadline)]))
        completed = {
            one: _completed(one, (), to)
            for one in found
            if isinstance(one.subject, PlanRef) and one.text == text
        }
        besides = _ALSO.search(text) is not None
        for line in (line for line in self._lines if line.report):
            completed |= {one: _completed(one, times, to) for one in line.obligations}
            if not besides:
                self._tell_own(line, times, to)
            for one in line.obligations if besides else ():
                again = _completed(attrs.evolve(one, deadline=None, to=None), times, to)
                completed[one] = (*completed[one], *again)
        self.ledger.obligations[:] = dict.fromkeys(
            new for one in found for new in completed.get(one, (one,))
        )

    def _tell_own(self, line: "_Line", times: tuple[Deadline, ...], to: tuple[str, ...]) -> None:
        """Say where a line sets another time or receiver than what is set for all."""
        own = [one.deadline for one in line.obligations if one.deadline]
        others = [one.to for one in line.obligations if one.to and to and one.to not in to]
        parts = [f'its own time "{time.text}"' for time in dict.fromkeys(own) if time not in times]
        parts += [f"its own receiver {other}" for other in dict.fromkeys(others)]
        if parts:
            message = (
                f"the report on action {line.code} has {' and '.join(parts)};"
                f' "{times[0].text}" holds for the report on all actions'
            )
            subject = f"{self.ledger.identity.plan}/{line.code}"
            self.ledger.find("CC159", message, line.passage, subject=subject)

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


def _completed(
    duty: Obligation, times: tuple[Deadline, ...], to: tuple[str, ...]
) -> tuple[Obligation, ...]:
    """A duty with the times and the receivers that it has not of its own."""
    return tuple(
        attrs.evolve(duty, deadline=duty.deadline or time, to=duty.to or whom)
        for time in ((duty.deadline,) if duty.deadline else times or (None,))
        for whom in ((duty.to,) if duty.to else to or (None,))
    )


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
