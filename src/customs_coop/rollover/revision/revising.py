"""The revision of a plan at its mid-term review."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from customs_coop.collector import collector_paused
from customs_coop.diagnostics import Report
from customs_coop.errors import RolloverError
from customs_coop.model import ActionPlan, Code, Document, Dossier, PlanRevision
from customs_coop.model.numbering import missing_codes
from customs_coop.references import DocumentNumber
from customs_coop.rollover.accounting import (
    Decided,
    check_policy,
    decide_all,
    older_plans,
    positions_by_code,
    together,
)
from customs_coop.rollover.decisions import Decisions, check_decisions
from customs_coop.rollover.dispositions import Carry, Disposition, MergeInto, SplitInto
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.leftovers.waiting import (
    about_waiting,
    former_ledgers,
    still_waiting,
    with_waiting,
)
from customs_coop.rollover.policies import Policy
from customs_coop.rollover.revision.account import account_of
from customs_coop.rollover.revision.changes import RevisionChange, RevisionKind, plan_changes
from customs_coop.rollover.revision.cover import CoverNote, cover_note, revision_words
from customs_coop.rollover.revision.deciding import decided_by_area, dropped_areas
from customs_coop.rollover.revision.documents import document_of, next_revision
from customs_coop.rollover.revision.findings import findings_of
from customs_coop.rollover.revision.proposing import Proposal, propose_deferrals, propose_revision
from customs_coop.rollover.revision.rows import (
    RevisedRow,
    positions_now,
    revised_rows,
    where_they_are,
    with_deadlines,
    with_links,
)
from customs_coop.rollover.revision.telling import explanations, row_changes
from customs_coop.rollover.revision.windows import window_of
from customs_coop.rollover.windows import KEEP, DeadlinePolicy

__all__ = ["Revision", "revise"]


@attrs.frozen(kw_only=True)
class Revision:
    """The result of a revision; as text it is the note before the revised plan.

    Args:
        plan: The revised plan: the same id and codes, the next document number.
        before: The plan before its revision.
        document: The document of the revised plan, with those before it; None where it has no
            number.
        changes: What has changed: first the plan itself, then each row in the old order, field
            by field, with the decision that did it; and what was decided with a reason though
            nothing changes by it (`RevisionKind.DECIDED`).
        proposals: The actions whose words call for deferral and on which nobody has decided.
        ledger: What became of everything; both of its plans have one id.
        report: What a person should look at.
        deleted_areas: The reasons for which work areas were deleted, by their codes.
    """

    plan: ActionPlan
    before: ActionPlan = attrs.field(repr=False)
    document: Document | None = None
    changes: tuple[RevisionChange, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    ledger: Ledger
    report: Report
    deleted_areas: Mapping[str, str] = attrs.field(factory=dict)

    def __str__(self) -> str:
        return self.cover_note()

    def __iter__(self) -> Iterator[RevisionChange]:
        return iter(self.changes)

    @property
    def dossier(self) -> Dossier:
        """The revised plan with its document, as it is to be written to a file.

        With the day of the document, a history can tell from when on the plan held. The deadlines
        that were moved are recorded with the reasons, which the table of a plan does not print.
        """
        documents = () if self.document is None else (self.document,)
        day = None if self.document is None else self.document.date
        changes = self.ledger.deadline_changes(on=day)
        return Dossier(plans=(self.plan,), documents=documents, deadline_changes=changes)

    @property
    def cover(self) -> CoverNote:
        """The note before the revised plan in its parts: title, head and paragraphs."""
        return cover_note(self)

    def cover_note(self) -> str:
        """The note before the revised plan, as numbered paragraphs in our own words.

        It tells what the note of 2005 told: how much the plan held, what is completed, what was
        deleted and why, which actions are dealt with together, what ends with the plan, and
        what is deferred.
        """
        return str(self.cover)

    def of(self, kind: RevisionKind, field: str | None = None) -> tuple[RevisionChange, ...]:
        """The changes of one kind, also of one field alone; "" for those of whole rows."""
        return tuple(
            change
            for change in self.changes
            if change.kind is kind and field in (None, change.field)
        )

    @property
    def changes_of_content(self) -> bool:
        """Whether more has changed than the number of the document."""
        return any(
            change.field != "document" and change.kind is not RevisionKind.DECIDED
            for change in self.changes
        )


@collector_paused()
def revise(
    plan: ActionPlan,
    *,
    decide: Policy = propose_revision,
    document: DocumentNumber | None = None,
    previous: Iterable[DocumentNumber] = (),
    deadlines: DeadlinePolicy | None = None,
    drop_areas: Mapping[str, str] | None = None,
    missing: Mapping[Code | str, Disposition] | None = None,
    earlier: Iterable[ActionPlan] = (),
    date: dt.date | str | None = None,
    ledgers: Iterable[Ledger] = (),
) -> Revision:
    """Revise a plan at its mid-term review: the same plan in its next version.

    Codes stay, and so do gaps in the numbering. The dispositions of a rollover mean, here:

    - `Carry`: the row stays as it is, but for what is settled in it;
    - `Complete`: it stays and is marked as completed, which exporters show in grey;
    - `Defer`: it stays, with "Defer" in the column for priorities;
    - `Drop`: it stays without objectives and priority, says why, and is obsolete;
    - `MergeInto`: it goes, and its texts stand behind those of the other row, with its former
      code, which becomes an alias; links to it follow;
    - `SplitInto`: the first part keeps the code, and the others get new ones behind the last of
      their work area.

    A revision of a revised plan decides anew. A policy that splits a row splits it again, which
    is told (CC633), and one that settles "indicator 1" settles what is number 1 by then: a
    policy by numbers is for one version of a plan only, and one by words is safe.

    This is how the work plan of 2004-2006 was revised in 2005 (14680/05).

    Args:
        plan: The plan as it is now.
        decide: What becomes of each action: a function from an action to a disposition, also
            the `Decisions` of a file. By default what is completed is marked, and all else stays.
        document: The number of the new document; None for the next revision of the old one.
        previous: Previous documents besides the plan itself, such as the report on its review.
        deadlines: `KEEP`, or `CAP`: what ends after the plan ends with it, unless it is deferred.
            A rhythm without an end runs on. None for what the decisions of a file say, else
            `KEEP`.
        drop_areas: Reasons for which whole work areas are deleted, by their codes or titles. Their
            rows go with them, unless they are merged into others.
        missing: What was found out about codes that the plan leaves out; for the ledger.
        earlier: Older plans, in which the ledger looks up first wordings.
        date: The day of the new document, such as "2006-03-01"; None where it is not known yet.
        ledgers: The ledgers of rollovers and revisions before: what they put off or left open,
            and the plan does not go on with, is told, and waits on in the ledger of this one.

    Returns:
        The revised plan, each change, proposals of deferral, the ledger and a report.

    Raises:
        RolloverError: The decisions do not account for everything, the policy for deadlines is
            another one or needs a period, the document is that of the plan already, or there is a
            day and no number of a document.
        InvalidValueError: `date` is a text and no day.
        TypeError: `plan` is no action plan, `document` no number, or `deadlines` no policy.

    Example:
        >>> from customs_coop.model import Action, Status
        >>> from customs_coop.rollover import Carry, Defer
        >>> plan = ActionPlan(
        ...     id="AP1",
        ...     title="First Action Plan",
        ...     document=DocumentNumber.parse("1234/05"),
        ...     actions=[
        ...         Action(code="7.2", title="Draw up a guide", status=Status.COMPLETED),
        ...         Action(code="7.3", title="Train officers", priority="High"),
        ...     ],
        ... )
        >>> decided = {"7.2": Carry(), "7.3": Defer("no trainers")}
        >>> revision = revise(plan, decide=lambda action: decided[action.code.text])
        >>> str(revision.plan.document), revision.plan["7.3"].priority
        ('1234/1/05 REV 1', 'Defer')
        >>> print(revision)
        First Action Plan
        Document: 1234/1/05 REV 1
        No. prev. doc.: 1234/05
        <BLANKLINE>
        1. The plan AP1 contained 2 actions; this revision contains 2 actions.
        2. 1 action is completed, and marked as such before: 7.2.
        3. 1 action is deferred, and marked so in the column for priorities: 7.3 (until now High; \
no trainers).
        4. The numbering leaves out codes of which nothing is known: 7.1.
    """
    if not isinstance(plan, ActionPlan):
        raise TypeError(f"an action plan is wanted, not {type(plan).__name__}")
    check_policy(decide)
    older = older_plans(earlier)
    waiting = still_waiting(former_ledgers(ledgers, plan), (plan, *older), ())
    noticed = Report()
    if isinstance(decide, Decisions):
        given = deadlines if isinstance(deadlines, DeadlinePolicy) else None
        noticed = check_decisions(decide, plan, deadlines=given, purpose="revision")
        deadlines = deadlines or decide.deadlines
    window = window_of(KEEP if deadlines is None else deadlines, plan.period, plan.id)
    number = _number(plan, document)
    paper = document_of(plan, number, previous, date)
    areas = dropped_areas(plan, drop_areas or {})
    named = positions_by_code(plan)
    gaps = missing_codes(plan)
    decided = decide_all(
        plan,
        decided_by_area(decide, areas),
        named,
        codes=gaps,
        missing=_found_out(decide, missing),
        recommendations=(),
        answers={},
        window=plan.period,
    )
    window = attrs.evolve(window, fixed=decided.fixed)
    addresses = [plan.ref(action) for action in plan.actions]
    rows = revised_rows(plan, decided, areas, addresses)
    _check_parts(rows, areas)
    positions = positions_now(plan, rows, named)
    successors = where_they_are(plan, rows, decided)
    moved = {
        position: there
        for position, there in enumerate(successors)
        if not there or isinstance(decided.dispositions[position], MergeInto | SplitInto)
    }
    linked = [
        with_links(
            plan, row, positions=positions, moved=moved, survives=row.position in decided.mergers
        )
        for row in rows
    ]
    rows = [with_deadlines(row, window) for row in linked]
    new = _revised(plan, rows, number, areas)
    ledger = account_of(
        plan,
        decided,
        rows,
        new=new,
        gaps=gaps,
        positions=positions,
        addresses=addresses,
        successors=successors,
        window=window,
        earlier=older,
    )
    ledger = with_waiting(ledger, waiting, new=new, plans=(new, *older))
    undecided = []
    if not isinstance(decide, Decisions):  # a file decides on each of its rows
        undecided = [row.action for row in rows if _is_undecided(decided, row)]
    return Revision(
        plan=new,
        before=plan,
        document=paper,
        changes=(
            *plan_changes(plan, new),
            *row_changes(plan, rows, decided, addresses, successors),
            *explanations(plan, ledger),
        ),
        proposals=propose_deferrals(new, undecided),
        ledger=ledger,
        report=Report(
            [
                *noticed,
                *findings_of(plan, decided, rows, positions, ledger=ledger, number=number),
                *about_waiting(ledger.waiting),
            ]
        ),
        deleted_areas=areas,
    )


def _number(plan: ActionPlan, document: DocumentNumber | None) -> DocumentNumber | None:
    if document is None:
        return None if plan.document is None else next_revision(plan.document)
    if not isinstance(document, DocumentNumber):
        raise TypeError(f"document takes a DocumentNumber, not {document!r:.80}")
    if document == plan.document:
        raise RolloverError(f"{plan.id} stands in {document} already; a revision is a new document")
    return document


def _found_out(
    decide: object, missing: Mapping[Code | str, Disposition] | None
) -> dict[Code | str, Disposition]:
    """What was found out about missing codes, also by a policy that knows it itself."""
    own = getattr(decide, "missing", None)
    return together("missing", own if isinstance(own, Mapping) else None, missing)


def _check_parts(rows: Sequence[RevisedRow], areas: Mapping[str, str]) -> None:
    for row in rows:
        area = row.action.work_area
        if area is not None and area.text in areas:
            raise RolloverError(f"{row.action.code} stands in work area {area}, which is deleted")


def _revised(
    plan: ActionPlan,
    rows: Sequence[RevisedRow],
    number: DocumentNumber | None,
    areas: Mapping[str, str],
) -> ActionPlan:
    """The plan with its new rows; what is told of its revision only where anything changed."""
    actions = tuple(row.action for row in rows)
    left = tuple(area for area in plan.work_areas if area.code.text not in areas)
    told = plan.revision
    if actions != plan.actions or left != plan.work_areas:
        told = _told(plan, areas)
    return attrs.evolve(plan, document=number, work_areas=left, actions=actions, revision=told)


def _told(plan: ActionPlan, areas: Mapping[str, str]) -> PlanRevision:
    """What a later reader needs to know of the version before.

    Where an earlier revision told how much the very first version held, its figures stay: all
    that went since then is to be accounted for, not only what went now.
    """
    first = plan.revision
    titles = {area.code.text: area.title.strip() for area in reversed(plan.work_areas)}
    words = revision_words(plan, areas)
    figures = (len(plan), len(plan.work_areas) or None)
    return PlanRevision(
        actions=figures[0] if first is None or first.actions is None else first.actions,
        work_areas=(figures[1] if first is None or first.work_areas is None else first.work_areas),
        deleted_areas=tuple(
            dict.fromkeys(
                (
                    *(() if first is None else first.deleted_areas),
                    *(titles.get(code) or code for code in areas),
                )
            )
        ),
        text=words if first is None or not first.text else f"{first.text}\n{words}",
    )


def _is_undecided(decided: Decided, row: RevisedRow) -> bool:
    """Whether a row goes on, and nobody has said why."""
    disposition = decided.dispositions[row.position]
    return isinstance(disposition, Carry | SplitInto) and not (
        disposition.reason.strip() or disposition.authority
    )
