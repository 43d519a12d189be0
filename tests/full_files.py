"""A file of every kind in invented words, with every field in use.

The golden files of tests/golden/json were made of them. A class that gains a field gains it here,
too, and a further golden file is made; those that are there stay as they are for ever.
"""

import datetime as dt
import itertools
from decimal import Decimal

from customs_coop.comparison import PlanDiff
from customs_coop.comparison.changes import (
    Added,
    Changed,
    Merged,
    Moved,
    PairedBy,
    Pairing,
    Removed,
    Renumbered,
    Split,
)
from customs_coop.comparison.difference import ACTION_FIELDS, PLAN_FIELDS
from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import By, Deadline, During, Recurring, Relative, Undetermined
from customs_coop.diagnostics import Diagnostic, Report, Severity
from customs_coop.graph import Baseline
from customs_coop.graph.matching import LinkRecord
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    Approval,
    Code,
    DeadlineChange,
    DeadlineRef,
    Document,
    Dossier,
    Event,
    ExtraCell,
    Funding,
    Indicator,
    IndicatorRef,
    Involvement,
    Link,
    LinkKind,
    Marking,
    Measure,
    Measurement,
    Named,
    Note,
    Objective,
    Obligation,
    Party,
    PartyKind,
    PartyName,
    PartyRef,
    PeriodTarget,
    PlanRef,
    PlanRevision,
    Priority,
    ProgressReport,
    Recommendation,
    RecommendationRef,
    Role,
    Stage,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.model.link import Identity, Target
from customs_coop.monitoring import (
    Awaited,
    Cell,
    CellState,
    Deliverable,
    DeliverableStep,
    DueReport,
    DutyState,
    Matrix,
    MatrixItem,
    Membership,
    PlanState,
    Point,
    Series,
    Standing,
    StateItem,
    StateOfPlay,
)
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import (
    ActionCitation,
    ActKind,
    CelexNumber,
    CommissionDocument,
    DocumentNumber,
    LegalAct,
    OJReference,
    RecommendationCitation,
    Reference,
)
from customs_coop.rollover import (
    Announced,
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    Entry,
    IndicatorEntry,
    ItemKind,
    ItemOutcome,
    Ledger,
    MergeInto,
    MilestoneEntry,
    MissingCode,
    NewAction,
    Opening,
    Outcome,
    PlanHead,
    RecommendationEntry,
    Settle,
    SplitInto,
    Waiting,
    Wording,
)
from customs_coop.rollover.dispositions import Reschedule
from customs_coop.rollover.ledger.resuming import WaitingEntry, WaitingOutcome

NUMBER = DocumentNumber(
    7011,
    2031,
    series="CM",
    revision=2,
    stated_revision=3,
    addendum=1,
    corrigendum=4,
    subjects=(("ENFOCUSTOM", 12), ("CO EUR-PREP", 0)),
    limite=True,
)
PERIOD = Period("2031-01-01", "2032-06-30")
OLD, NEW = PlanRef("AP5"), PlanRef("AP6")
FIRST = ActionRef("AP6", "6.1")
BEFORE = (
    Appearance(action=PlanRef("AP3")),
    Appearance(action=ActionRef("AP4", "4.7"), title="Count the scanners"),
)

DEADLINES: tuple[Deadline, ...] = (
    By("2031-06-30", "by mid-2031", "mid"),
    During("2031-01-01", "2031-04-30", "with the first lanterns of 2031", "early"),
    During("2031-01-01", None),
    Recurring(
        Recurrence(Frequency.YEARLY, 2, 3, 9, 30),
        first="2031-09-30",
        until="2035-09-30",
        text="every other year",
        convention="rounds-from-first",
    ),
    *(Recurring(Recurrence(frequency)) for frequency in Frequency),
    Relative("the conference", "-P1M", "2031-10-01", "a month before it", "about"),
    Relative("adoption", None),
    Undetermined("when staff allows", "about"),
)
REFERENCES: tuple[Reference, ...] = (
    NUMBER,
    OJReference("L", 247, dt.date(2003, 10, 15), page=1, last_page=3),
    OJReference("C", 12345, dt.date(2031, 1, 2), year=2031),
    OJReference("C", 260, year=2009, notice=1),
    CelexNumber("32003G1015(01)"),
    *(
        LegalAct(kind, 648, 2005, community="EC", author="Council", number_first=True)
        for kind in ActKind
    ),
    LegalAct(None, 170, 2003, community="JHA"),
    CommissionDocument("COM", 2018, 549, final=True, version=2),
    ActionCitation(5, "3.16"),
    ActionCitation(None, "8"),
    RecommendationCitation(NUMBER, "14b"),
)
NAMED: tuple[Identity, ...] = (
    ActionRef("AP4", "4.10"),
    PlanRef("AP4"),
    RecommendationRef("7011/31-4"),
    PartyRef("CCWP"),
    Named("Lantern Week", "event"),
)
TARGETS: tuple[Target, ...] = (*NAMED, *REFERENCES)
LINKS = tuple(
    Link(kind=kind, target=TARGETS[place % len(TARGETS)], text=f"link {place}", inferred=True)
    for place, kind in enumerate(LinkKind)
) + tuple(Link(kind=LinkKind.CITES, target=target) for target in TARGETS)


def full_action() -> Action:
    """An action with every field."""
    return Action(
        code="5.10",
        title="Étude « comparée » of the small posts",
        aliases=("5.3", "5.03"),
        origin=ActionRef("AP3", "3.9"),
        earlier=BEFORE,
        work_area="5",
        objectives=("A", "B.1"),
        priority=Priority.HIGH,
        status=Status.ONGOING,
        status_text="work has begun",
        indicators=[
            Indicator(
                text=f"indicator {place}",
                code=f"I{place}",
                deadlines=DEADLINES[place : place + 1],
                status=status,
                evidence=REFERENCES[place : place + 1],
                measure=Measure(
                    unit="posts",
                    baseline=Decimal("0.0"),
                    target=Decimal("1E+2"),
                    targets=[PeriodTarget(period=PERIOD, value=Decimal(7))],
                    ascending=False,
                ),
                origin=IndicatorRef(ActionRef("AP3", "3.9"), place + 1),
                deadline_origins=[
                    DeadlineRef(IndicatorRef(ActionRef("AP3", "3.9"), place + 1), 2),
                    None,
                ][place % 2 :][:1],
            )
            for place, status in enumerate(Status)
        ],
        outcomes=("fewer empty posts",),
        involved=[
            Involvement(party="CCWP", role=role, text=f"as {role.value}", confirmed=False)
            for role in Role
        ],
        terms_of_reference="Nobody has counted the posts.\nSomebody should.",
        deadlines=DEADLINES,
        deadline_origins=[DeadlineRef(ActionRef("AP3", "3.9"), 3), None],
        references=REFERENCES,
        links=LINKS,
        funding=[Funding(programme="Lantern", state="asked", amount="ECU 9", text="paid by it")],
        notes=("n1",),
        extra=[ExtraCell(heading="Remarks", text="none")],
    )


ACTIONS = (
    full_action(),
    *(
        Action(code=f"6.{place}", title="Light the posts", priority=priority)
        for place, priority in enumerate((*Priority, "Potential to defer", None))
    ),
)


def full_plan() -> ActionPlan:
    """A plan with every field."""
    return ActionPlan(
        id="AP5",
        title="Fifth Action Plan",
        number=5,
        period=PERIOD,
        strategy="S2030",
        document=NUMBER,
        work_areas=[WorkArea(code="5", title="Posts")],
        actions=ACTIONS,
        status=Status.STANDING,
        approvals=[Approval(party="CATS", on=PartialDate("2031-02-01", None), text="agreed")],
        previous=("AP4",),
        notes=[Note(id="n1", mark="¹", text="See the annex.")],
        revision=PlanRevision(actions=9, work_areas=3, deleted_areas=("Ports",), text="revised"),
    )


def full_dossier() -> Dossier:
    """A dossier with every member and every field."""
    return Dossier(
        strategies=[
            Strategy(
                id="S2030",
                title="Strategy of the Lanterns",
                adopted=dt.date(2030, 5, 4),
                reference=REFERENCES[1],
                objectives=[Objective(code="A", text="See more")],
            )
        ],
        plans=[full_plan()],
        recommendations=[
            Recommendation(
                id="7011/31-4",
                text="Count twice",
                number="4",
                document=NUMBER,
                arising_from=ActionRef("AP4", "4.7"),
                addressees=("MS",),
                status=Status.DEFERRED,
                links=LINKS[:1],
            )
        ],
        documents=[
            Document(
                reference=reference,
                title="Note on posts",
                date=dt.date(2031, 3, 4),
                marking=marking,
                origin="Presidency",
                addressee="CCWP",
                previous=(NUMBER,),
                links=LINKS[:1],
            )
            for reference, marking in (
                (NUMBER, Marking.LIMITE),
                (Named("Lantern conclusions", "conclusions"), Marking.PUBLIC),
                (REFERENCES[4], "FOR THE LAMPLIGHTER ONLY"),
            )
        ],
        parties=[
            Party(
                id=f"P{place}",
                name="Lamplighters",
                kind=kind,
                part_of="CCWP",
                names=[PartyName(text="Lampists", since="1990-01-01", until="1999-12-31")],
            )
            for place, kind in enumerate(PartyKind)
        ],
        events=[
            Event(id="E1", title="Lantern Week", when=PartialDate(None, "2031-10-01")),
            Event(id="E2", title="Lantern Day", when=PartialDate("2031-10-01", "2031-10-01")),
            Event(id="E3", title="Lantern Year", when=PartialDate()),
        ],
        obligations=[
            Obligation(
                text="Tell the others", party="PL", to="CCWP", subject=target, deadline=deadline
            )
            for target, deadline in zip(NAMED, DEADLINES, strict=False)
        ],
        progress=[
            ProgressReport(
                party="PL",
                subject=ActionRef("AP5", "5.10"),
                on=dt.date(2031, 7, 1),
                status=Status.PARTLY_COMPLETED,
                text="half of them",
                evidence=(NUMBER,),
                measurements=[
                    Measurement(
                        period=PERIOD, value=Decimal("12.50"), unit="posts", dimension="by the sea"
                    )
                ],
                stage=Stage.PRESENTED,
                applicable=False,
                due=dt.date(2031, 6, 30),
            ),
            *(
                ProgressReport(
                    party="PL",
                    subject=IndicatorRef(ActionRef("AP5", "5.10"), 2),
                    on="2031-07-02",
                    stage=stage,
                )
                for stage in Stage
            ),
        ],
        deadline_changes=[
            DeadlineChange(
                subject=ActionRef("AP5", "5.10"),
                old=old,
                new=new,
                document=NUMBER,
                on=dt.date(2031, 7, 3),
                reason="the lighthouse was late",
                event="E1",
            )
            for old, new in zip((None, *DEADLINES), (*DEADLINES, None), strict=True)
        ],
    )


def _entry(place: int, disposition: Disposition, *successors: ActionRef) -> Entry:
    """An entry with an indicator and a milestone that share its fate."""
    outcome = ItemOutcome(disposition.word)
    moved = DEADLINES[:2] if successors else ()
    return Entry(
        action=ActionRef("AP5", f"5.{place}"),
        disposition=disposition,
        successors=successors,
        indicators=(
            IndicatorEntry(
                number=1,
                indicator=full_action().indicators[0],
                outcome=outcome,
                successors=successors,
                moved=moved,
                reason="as its action",
                authority=NUMBER,
            ),
        ),
        milestones=(
            MilestoneEntry(
                number=1,
                deadline=DEADLINES[0],
                outcome=outcome,
                moved=moved[1] if moved else None,
                successors=successors,
                reason="as its action",
                authority=NUMBER,
            ),
        ),
        title="Light the posts",
        earlier=BEFORE,
        wordings=(Wording(field="outcomes", text="more light"),),
        aliases=(Code("5.0"),),
        split_from=BEFORE[1:],
        number=place,
        standing=1 if outcome is ItemOutcome.DEFERRED else 0,
    )


def full_ledger() -> Ledger:
    """A ledger with every field that balances."""
    fates: tuple[Complete | Defer | Drop | Reschedule, ...] = (
        Complete("seen", NUMBER),
        Defer("no time", NUMBER),
        Drop("no money", NUMBER),
        Reschedule(DEADLINES[0], "later", NUMBER, deadline=1, as_words=True),
    )
    settled = tuple(Settle(place, fate) for place, fate in enumerate(fates, 1))
    named = (Settle("by mid-2031", fates[3]),)
    parts = tuple(ActionRef("AP6", f"6.{place}") for place in (2, 3))
    waiting = [
        Waiting(
            kind=kind,
            item=f"AP4/4.{place}",
            words="Light the boats",
            left="deferred",
            reason="no boats",
            authority=NUMBER,
            address=ActionRef("AP4", f"4.{place}"),
            old=PlanRef("AP4"),
            new=OLD,
            earlier=BEFORE[:1],
            standing=1,
        )
        for place, kind in enumerate(ItemKind)
    ]
    outcomes = (
        WaitingEntry(
            waiting=waiting[0],
            outcome=WaitingOutcome.TAKEN_UP,
            successors=(FIRST,),
            reason="there are boats",
            authority=NUMBER,
        ),
        WaitingEntry(waiting=waiting[1], outcome=WaitingOutcome.COMPLETED),
        WaitingEntry(waiting=waiting[2], outcome=WaitingOutcome.DROPPED, reason="sunk"),
    )
    return Ledger(
        old=OLD,
        new=NEW,
        entries=(
            _entry(1, Carry("half done", NUMBER, indicators=settled, milestones=named), FIRST),
            _entry(2, Complete("seen", NUMBER)),
            _entry(3, Defer("no time", NUMBER)),
            _entry(4, Drop("no money", NUMBER)),
            _entry(
                5, MergeInto("5.1", "alike", NUMBER, indicators=settled, milestones=named), FIRST
            ),
            _entry(
                6,
                SplitInto(
                    (*ACTIONS, "The rest"),
                    "too large",
                    NUMBER,
                    indicators=settled,
                    milestones=named,
                ),
                *parts,
            ),
        ),
        recommendations=tuple(
            RecommendationEntry(
                recommendation=RecommendationRef(f"7011/31-{place}"),
                outcome=outcome,
                successors=(FIRST,) if outcome is Outcome.TAKEN_UP else (),
                text="Count twice",
                reason="said so",
                authority=NUMBER,
                inferred=True,
            )
            for place, outcome in enumerate(Outcome)
        ),
        missing=(
            MissingCode(code=Code("5.7")),
            MissingCode(code=Code("5.8"), disposition=MergeInto("5.1"), successors=(FIRST,)),
        ),
        announced=Announced(
            actions=9,
            printed=6,
            aliases=1,
            missing=2,
            parts=1,
            deleted_areas=("Ports",),
            text="Nine of them.",
        ),
        opening=Opening(
            actions=6,
            indicators=6,
            milestones=6,
            recommendations=5,
            missing_codes=2,
            waiting_items=7,
        ),
        added=(
            NewAction(
                action=ActionRef("AP6", "6.4"),
                title="Light the boats",
                continues=(ActionRef("AP4", "4.0"),),
                earlier=BEFORE[:1],
            ),
        ),
        waiting=tuple(waiting[3:]),
        old_head=PlanHead(title="Fifth Action Plan", period=PERIOD, document=NUMBER, actions=6),
        new_head=PlanHead(title="Sixth Action Plan", period=PERIOD, actions=4),
        settled=outcomes,
    )


def full_diff() -> PlanDiff:
    """A comparison with every kind of change, and a change of every field."""
    before, after = ActionRef("AP5", "5.10"), ActionRef("AP6", "6.1")
    blank, full = Action(code="-", title=""), full_action()
    no_plan, plan = ActionPlan(id="-", title=""), full_plan()
    return PlanDiff(
        old=OLD,
        new=NEW,
        changes=(
            *(
                Changed(
                    before=OLD,
                    after=NEW,
                    field=name,
                    old=getattr((plan, no_plan)[place % 2], name),
                    new=getattr((no_plan, plan)[place % 2], name),
                )
                for place, name in enumerate(PLAN_FIELDS)
            ),
            Removed(before=before, action=ACTIONS[1], place=1),
            Merged(before=before, after=after, action=ACTIONS[1], place=2),
            *(Added(after=after, action=action, place=3) for action in ACTIONS),
            Split(before=before, after=after, action=ACTIONS[1], place=4),
            Moved(before=before, after=after, was=5, place=6),
            *(
                Renumbered(before=before, after=after, by=by, confidence=0.5, place=7)
                for by in PairedBy
            ),
            *(
                Changed(
                    before=before,
                    after=after,
                    field=name,
                    old=getattr((full, blank)[place % 2], name),
                    new=getattr((blank, full)[place % 2], name),
                    place=8,
                )
                for place, name in enumerate(ACTION_FIELDS)
            ),
        ),
        pairings=tuple(
            Pairing(before=before, after=after, by=by, confidence=0.75) for by in PairedBy
        ),
    )


def full_baseline() -> Baseline:
    """A baseline with every field, one link of each kind."""
    return Baseline(
        links=tuple(
            LinkRecord(
                kind=kind,
                source="AP5/5.10",
                target=f"AP4/4.{place}",
                source_words="a" * 64,
                target_words="b" * 64,
                link_words="c" * 64,
                printed_words="d" * 64,
                recommendation_words="e" * 64,
                has_words=False,
                source_rank=1,
                target_rank=2,
                by="PL",
                on=dt.date(2031, 7, 1),
            )
            for place, kind in enumerate(LinkKind)
        )
    )


def full_state() -> StateOfPlay:
    """A state of play with every field."""
    dossier = full_dossier()
    indicator = IndicatorRef(ActionRef("AP5", "5.10"), 2)
    subjects: tuple[ActionRef | IndicatorRef, ...] = (indicator.action, indicator)
    day = dt.date(2031, 8, 1)
    reports = dossier.progress
    owed = tuple(
        DueReport(
            obligation=duty,
            party="PL",
            to="CCWP",
            subject=duty.subject,
            deadline=duty.deadline,
            due=dt.date(2031, 6, 30),
            earliest=dt.date(2031, 1, 1),
            period=PERIOD,
            number=1,
            event="E1",
            answers=reports[:1],
            state=state,
            sums_up=True,
            since=dt.date(2030, 1, 1),
        )
        for duty, state in zip(itertools.cycle(dossier.obligations), DutyState, strict=False)
    )
    items = tuple(
        StateItem(
            subject=subject,
            title="Count the posts",
            text="posts counted",
            work_area=Code("5"),
            objectives=(Code("A"),),
            parties=("PL",),
            deadline=deadline,
            due=dt.date(2031, 6, 30),
            earliest=dt.date(2031, 1, 1),
            status=Status.ONGOING,
            source=reports[0],
            standing=standing,
            waiting_on=tuple(
                Awaited(target=one.target, text="await it", status=status, kind=one.kind)
                for one, status in zip(
                    LINKS if standing is Standing.WAITING else LINKS[:1],
                    itertools.cycle(Status),
                    strict=False,
                )
            ),
            reports=reports if standing is Standing.OPEN else (),
            measured=True,
            silent=True,
            status_text="half done",
            missed=2,
            printed=True,
        )
        for subject, standing, deadline in zip(
            itertools.cycle(subjects),
            Standing,
            itertools.cycle(DEADLINES),
            strict=False,
        )
    )
    cells = tuple(
        Cell(
            subject=subject,
            party="PL",
            state=state,
            status=Status.COMPLETED,
            text="all of them",
            on=day,
            evidence=REFERENCES if state is CellState.REPORTED else (),
            due=day,
            late=True,
            missing=True,
            reports=reports[:1],
            earliest=day,
            possibly_missing=True,
        )
        for state, subject in zip(CellState, itertools.cycle(NAMED), strict=False)
    )
    return StateOfPlay(
        on=day,
        horizon=dt.timedelta(90),
        plans=(
            PlanState(
                id="AP5",
                title="Fifth Action Plan",
                period=PERIOD,
                document=NUMBER,
                printed=dt.date(2031, 1, 7),
                strategy="S2030",
                work_areas=full_plan().work_areas,
                objectives=dossier.strategies[0].objectives,
            ),
        ),
        items=items,
        owed=owed,
        matrix=Matrix(
            on=day,
            items=tuple(MatrixItem(subject=one, title="Count") for one in NAMED),
            parties=("PL",),
            cells=cells,
            owed=owed[:1],
        ),
        deliverables=(
            Deliverable(
                indicator=indicator,
                text="a report presented and adopted",
                steps=tuple(
                    DeliverableStep(
                        stage=stage,
                        body="CCWP",
                        text="adopted",
                        document=NUMBER,
                        on=day,
                        reached=True,
                    )
                    for stage in Stage
                ),
            ),
        ),
        series=(
            Series(
                indicator=indicator,
                text="posts counted",
                objectives=(Code("A"),),
                measure=full_action().indicators[0].measure or Measure(unit="posts"),
                points=(
                    Point(
                        period=PERIOD,
                        value=Decimal("12.50"),
                        party="PL",
                        dimension="by the sea",
                        on=day,
                    ),
                ),
                disputed=[Point(period=PERIOD, value=Decimal(3), party="PL", on=day)],
            ),
        ),
        slippage=dossier.deadline_changes,
        report=Report(
            Diagnostic(
                code="CC811",
                severity=severity,
                message="it is younger",
                subject="AP5",
                hint="ask later",
            )
            for severity in Severity
        ),
        parties=dossier.parties,
        collectives=(Membership(party="MS", members=("DE", "PL")),),
        has_reports=True,
    )
