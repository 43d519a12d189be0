"""What each statement of a document becomes."""

import re
from collections.abc import Sequence

from customs_coop.diagnostics import Diagnostic
from customs_coop.model import (
    ActionPlan,
    Dossier,
    Identity,
    Involvement,
    Link,
    LinkKind,
    Named,
    Note,
    PlanRef,
    Role,
)
from customs_coop.readers.anaphora import with_back_links
from customs_coop.readers.base import Source
from customs_coop.readers.conclusions.agreed import AgreedActions, who_acts
from customs_coop.readers.conclusions.clauses import AgreedClause, agreed_clauses
from customs_coop.readers.conclusions.closing import is_on_all
from customs_coop.readers.conclusions.decisions import (
    Decision,
    Sort,
    capital_verbs,
    commits,
    read_decision,
)
from customs_coop.readers.conclusions.identity import (
    conclusions_of,
    find_identity,
    read_events,
    read_title,
)
from customs_coop.readers.conclusions.ledger import Ledger, note_mark
from customs_coop.readers.conclusions.outline import Statement
from customs_coop.readers.conclusions.passages import Passage
from customs_coop.readers.conclusions.receivers import find_receivers
from customs_coop.readers.conclusions.related import with_relations
from customs_coop.readers.conclusions.speakers import find_endorsements
from customs_coop.readers.document.cover import Cover
from customs_coop.readers.mentions import prose_deadlines, with_reports
from customs_coop.readers.obligations.duties import Duty, find_duties
from customs_coop.readers.parties.cells import Parties, unknown_parties
from customs_coop.readers.text.excerpts import Account
from customs_coop.readers.text.sentences import find_sentences

__all__ = ["read_statements"]

_REPORTS = re.compile(r"\breports?\b", re.IGNORECASE)
_BOUND = re.compile(r"\bcommit(?:ted|s)?\s{1,3}(?:itself|themselves)\b", re.IGNORECASE)
_ACTION_LINE = re.compile(r"Actions?\s{0,3}(?::|[-–—]\s)\s{0,3}(?=\S)")
# What had to be done, and what an act provides, is told and not asked.
_TOLD = re.compile(
    r"\b(?:(?:had|was|were)\s{1,3}to|(?:should|must|shall)\s{1,3}have|(?:provide|stipulate|require|state|foresee"
    r"|say|write|expect|believe|hope|note)(?:s|d|ed)?\s{1,3}that|said\s{1,3}that|lays?\s{1,3}down\s{1,3}that)\b"
)
_PROSE = (Sort.REQUEST, Sort.TASK, Sort.FINDING)


def read_statements(
    source: Source,
    account: Account,
    cover: Cover,
    found: Sequence[Passage],
    statements: Sequence[Statement],
) -> tuple[Dossier, tuple[Diagnostic, ...]]:
    """Make the values of a document of conclusions.

    Args:
        source: The document.
        account: What goes into a field is entered here.
        cover: Its cover, which may be empty.
        found: Its passages.
        statements: Its statements.

    Returns:
        The dossier and the findings.
    """
    return _Statements(source, account, cover, found).read(statements)


class _Statements:
    def __init__(
        self, source: Source, account: Account, cover: Cover, found: Sequence[Passage]
    ) -> None:
        self.cover = cover
        identity = find_identity(cover, found)
        printed = read_title(found, identity, account)
        self.title = cover.subject or printed
        origin = () if cover.document or not self.title else (_arising_from(self.title),)
        self.ledger = Ledger(source, account, found, identity, origin)
        self.noted: list[Statement] = []
        self.behind_list = False  # whether an action, or a line on one, stands directly before

    def read(self, statements: Sequence[Statement]) -> tuple[Dossier, tuple[Diagnostic, ...]]:
        ledger = self.ledger
        codes = frozenset(item.passage.label for item in statements if item.action)
        self.agreed = AgreedActions(ledger, codes)
        taken: dict[int, str] = {}
        for statement in statements:
            if statement.action and statement.passage.label:
                taken[statement.index] = self.agreed.take(statement)
                self.behind_list = True
            elif statement.report and statement.lead in taken:
                self.agreed.report(statement, taken[statement.lead])
            else:
                self._take(statement)
                self.behind_list = False
        self._note_findings()
        ledger.tell_unnamed()
        self.agreed.complete_reports()
        plans = (with_back_links(self._plan()),) if self.agreed.actions else ()
        if ledger.identity.doubt and (plans or ledger.recommendations):
            ledger.find("CC165", ledger.identity.doubt, ledger.found[0])
        asks = bool(plans or ledger.recommendations or ledger.obligations)
        if not asks and ledger.found:
            message = "no recommendation, no agreed action and no duty was found in the text"
            ledger.find("CC166", message, ledger.found[0])
        times = [one.deadline for one in ledger.obligations if one.deadline is not None]
        times += [time for action in self.agreed.actions for time in action.deadlines]
        events = read_events(ledger.identity, ledger.account, times)
        document = conclusions_of(self.cover, ledger.identity, self.title, events, asks=asks)
        dossier = Dossier(
            plans=plans,
            recommendations=tuple(ledger.recommendations),
            documents=(document,) if document else (),
            parties=unknown_parties(ledger.unknown),
            events=events,
            obligations=tuple(ledger.obligations),
        )
        dossier = with_relations(dossier, ledger.found, ledger.identity.about, self.title)
        dossier = with_reports(dossier, prose=[passage.text for passage in ledger.found])
        return dossier, tuple(ledger.findings)

    def _plan(self) -> ActionPlan:
        ledger = self.ledger
        plan = ledger.identity.plan
        first = ledger.found[0]
        message = f'no ordinal of the plan was found; its id is "{plan}"'
        ledger.find("CC121", message, first, subject=plan)
        ledger.find("CC122", "no period of validity was found", first, subject=plan)
        endorsed = find_endorsements(ledger.identity.whole)
        ledger.unknown += [(party,) for _, party in endorsed if party is not None]
        return ActionPlan(
            id=plan,
            title=self.title,
            document=ledger.identity.document,
            actions=tuple(self.agreed.actions),
            approvals=tuple(approval for approval, _ in endorsed),
            notes=tuple(ledger.notes),
        )

    def _take(self, statement: Statement) -> None:
        decision = statement.decision
        passage = statement.passage
        line = None if statement.above else _ACTION_LINE.match(passage.text)
        if line is not None:
            self._action_line(statement, line.end())
        elif decision is None or (statement.own and not passage.mark and decision.sort in _PROSE):
            self._prose(statement)
        elif decision.sort in (Sort.REQUEST, Sort.TASK):
            self._request(statement)
        elif decision.sort is Sort.ACTIONS and statement.lead >= 0:
            self._agreed_item(statement)
        elif decision.sort is Sort.COMMITMENT and not statement.own:
            self.ledger.oblige(statement, self.ledger.identity.speaker, self.ledger.use(statement))
        else:
            self._agreement(statement)

    def _prose(self, statement: Statement) -> None:
        """Paragraphs and points without a verb at their head: sentence by sentence."""
        passage = statement.passage
        taken = False
        for found in find_sentences(passage.text):
            sentence, start = found.text, found.start
            decision = read_decision(sentence)
            if decision is not None and _asks(decision, sentence):
                self.ledger.use_part(passage, start, sentence)
                if decision.sort is Sort.TASK:
                    self._charge(statement, sentence, decision.addressees)
                else:
                    self.ledger.recommend(statement, sentence, decision.addressees)
                taken = True
                continue
            for duty in find_duties(sentence):
                if not (duty.told or (decision is None and _owes(duty))):
                    continue
                self.ledger.use_part(passage, start, sentence)
                self._duty(statement, duty)
                taken = True
        if not taken and statement.decision is not None:
            self.noted.append(statement)

    def _duty(self, statement: Statement, duty: Duty) -> None:
        for body in duty.unknown:
            self.ledger.know(body)
        if duty.soft:
            who = (Involvement(party=party.id, role=Role.ADDRESSEE) for party in duty.owed_by)
            self.ledger.recommend(statement, duty.text, Parties(tuple(who)))
            return
        owed_by: list[str | None] = [one.id for one in duty.owed_by]
        for party in owed_by or [None]:
            named: list[str | None] = [one.id for one in duty.to]
            for to in named or [None]:
                self.ledger.oblige(statement, party, duty.text, to=to, said=duty.said)

    def _request(self, statement: Statement) -> None:
        decision = statement.decision
        if decision is None:
            return
        who = decision.addressees
        self.ledger.tell_if_incomplete(statement)
        if decision.sort is Sort.TASK:
            self._charge(statement, self.ledger.use(statement), who)
            return
        sayings = _asking_parts(statement) if statement.own else ()
        if len(sayings) < 2:
            self.ledger.recommend(statement, self.ledger.use(statement), who)
            return
        self.ledger.use(statement)
        for saying in sayings:
            asked = read_decision(saying)
            self.ledger.recommend(statement, saying, asked.addressees if asked else Parties())

    def _charge(self, statement: Statement, text: str, who: Parties) -> None:
        """A task that those who speak give to others, who owe it to them."""
        self.ledger.unknown.append(who.unknown)
        named = find_receivers(text)
        for body in named:
            self.ledger.know(body)
        for part in who.involved or (None,):
            party = part.party if part else None
            to: list[str | None] = [one.id for one in named if one.id != party]
            for whom in to or [self.ledger.owed_to(party, statement.passage)]:
                self.ledger.oblige(statement, party, text, to=whom)

    def _agreed_item(self, statement: Statement) -> None:
        """An agreed action without a number: a duty of whoever it names."""
        who = who_acts(statement.passage.text) or self.agreed.lead_parties(statement)
        self.ledger.unknown.append(who.unknown)
        text = self.ledger.use(statement)
        self.ledger.tell_if_incomplete(statement)
        for part in who.involved or (None,):
            self.ledger.oblige(
                statement, part.party if part else self.ledger.identity.speaker, text
            )

    def _action_line(self, statement: Statement, start: int) -> None:
        """A line of minutes such as "Action: Commission to send the figures"."""
        text = statement.text[start:]
        who = who_acts(text) or Parties()
        self.ledger.unknown.append(who.unknown)
        self.ledger.use(statement)
        for part in who.involved or (None,):
            self.ledger.oblige(statement, part.party if part else None, text)

    def _agreement(self, statement: Statement) -> None:
        """What is agreed or noted: a duty where it says who is to act, else only a finding."""
        text = statement.text
        sort = statement.decision.sort if statement.decision else Sort.FINDING
        clauses = agreed_clauses(text) if statement.own else ()
        bound = sort is not Sort.FINDING or _BOUND.search(text) or prose_deadlines(text)
        owed = [
            clause
            for clause in clauses
            if (clause.actors and bound) or (sort is Sort.COMMITMENT and self._is_owed(clause))
        ]
        if owed:
            self.ledger.use(statement)
            report = _REPORTS.search(text) is not None
            on_all = report and is_on_all(text, behind_list=self.behind_list)
            subject = PlanRef(self.ledger.identity.plan) if on_all else None
            if subject is not None and self.agreed.on_all is None:
                self.agreed.on_all = statement.passage
            for clause in owed:
                self._agreed_clause(statement, clause, subject)
        elif sort is Sort.COMMITMENT and commits(text):
            self.ledger.oblige(statement, self.ledger.identity.speaker, self.ledger.use(statement))
        else:
            self.noted.append(statement)

    def _is_owed(self, clause: AgreedClause) -> bool:
        """Whether a clause that names nobody sets a duty with a time."""
        return clause.duty and bool(self.ledger.own_times(clause.said))

    def _agreed_clause(
        self, statement: Statement, clause: AgreedClause, subject: Identity | None
    ) -> None:
        for party in (*clause.to, *(one for _, one in clause.actors)):
            self.ledger.know(party)
        names: list[str | None] = [name for name, _ in clause.actors]
        for name in names or [None]:
            to: list[str | None] = [one.id for one in clause.to if one.id != name]
            for whom in to or [None]:
                self.ledger.oblige(
                    statement, name, clause.text, to=whom, subject=subject, said=clause.said
                )

    def _note_findings(self) -> None:
        """What is only noted goes with the plan; without a plan it stays in the residue."""
        if not self.noted:
            return
        count = len(self.noted)
        kept = "as notes of the plan" if self.agreed.actions else "in the residue"
        message = (
            f"1 statement only notes, welcomes or stresses something; it is kept {kept}"
            if count == 1
            else f"{count} statements only note, welcome or stress something; they are kept {kept}"
        )
        self.ledger.find("CC162", message, self.noted[0].passage)
        if self.agreed.actions:
            for statement in self.noted:
                if statement.lead >= 0 and not statement.own:
                    self.ledger.note_lead(statement)
                name = f"n{len(self.ledger.notes) + 1}"
                mark = note_mark(statement.passage)
                self.ledger.notes.append(Note(id=name, mark=mark, text=self.ledger.use(statement)))


def _arising_from(title: str) -> Link:
    """The link of a recommendation to the conclusions that it stands in, by their title."""
    return Link(kind=LinkKind.ARISES_FROM, target=Named(title, "conclusions"), text=title)


def _asks(decision: Decision, sentence: str) -> bool:
    """Whether a sentence of prose asks: it names whom, or prints its verb in capitals."""
    asking = (Sort.REQUEST, Sort.TASK)
    named = bool(decision.addressees.involved)
    return decision.sort in asking and (named or decision.sort in capital_verbs(sentence))


def _owes(duty: Duty) -> bool:
    """Whether a sentence of prose sets a duty that can be followed up: it has a time."""
    named = duty.report or bool(duty.owed_by)
    return named and bool(duty.times) and not _TOLD.search(duty.text)


def _asking_parts(statement: Statement) -> tuple[str, ...]:
    """The sentences of a point, from each that asks for something to the next."""
    parts: list[str] = []
    asked = False
    for sentence in (found.text for found in find_sentences(statement.text)):
        asks = Sort.REQUEST in capital_verbs(sentence)
        if parts and not (asks and asked):
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
        asked = asked or asks
    return tuple(parts)
