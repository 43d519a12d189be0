"""The mid-term review: the same plan, the next revision."""

import functools
from collections.abc import Sequence

import attrs
import pytest

from customs_coop.comparison import Added, Change, Changed, Merged, Removed, Split, diff
from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import By, Deadline, During, Recurring, parse_deadline
from customs_coop.errors import InvalidValueError, RolloverError
from customs_coop.exporters import export
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    Indicator,
    Link,
    LinkKind,
    Marking,
    Named,
    PlanRef,
    PlanRevision,
    Priority,
    Status,
    WorkArea,
)
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    CAP,
    SHIFT,
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Policy,
    Revision,
    RevisionKind,
    Settle,
    SplitInto,
    next_plan,
    parse_decisions,
    propose_deferrals,
    propose_revision,
    revise,
    roll_over,
)
from customs_coop.validation import validate

NUMBER = DocumentNumber.parse("1234/05 ENFOCUSTOM 7")
AREAS = (WorkArea(code="1", title="Ports"), WorkArea(code="2", title="Trains"))
REPORT = DocumentNumber.parse("4321/1/05 REV 1")


def by_code(decisions: dict[str, Disposition]) -> Policy:
    return lambda action: decisions.get(str(action.code), Carry())


def plan_of(
    *actions: Action,
    document: DocumentNumber | None = NUMBER,
    period: str | None = "2004-01-01/2006-12-31",
    work_areas: Sequence[WorkArea] = AREAS,
) -> ActionPlan:
    return ActionPlan(
        id="AP1",
        title="First Plan",
        period=period,
        document=document,
        work_areas=work_areas,
        actions=actions,
    )


def link(code: str, kind: LinkKind = LinkKind.DEPENDS_ON) -> Link:
    return Link(kind=kind, target=ActionRef("AP1", code), text="as agreed")


PLAN = plan_of(
    Action(
        code="1.1",
        title="Count ships",
        work_area="1",
        objectives=["A"],
        priority="High",
        indicators=[Indicator(text="List"), Indicator(text="Report", deadlines=[By("2007-03-31")])],
    ),
    Action(code="1.2", title="Watch cranes", work_area="1", links=[link("1.1"), link("1.5")]),
    Action(code="1.5", title="Map sheds", work_area="1", priority="Low", aliases=["1.4"]),
    Action(code="2.1", title="Ride along", work_area="2", links=[link("1.5"), link("1.4")]),
    Action(code="2.2", title="Read waybills", work_area="2", links=[link("2.1")]),
)


def told(change: Change) -> tuple[str, str]:
    """The place and the field of a difference, as a revision names them."""
    match change:
        case Changed(after=PlanRef(), field=field):
            return "AP1", field
        case Changed(after=after, field=field):
            return str(after), field
        case Added(after=after) | Split(after=after):
            return str(after), ""
        case Removed(before=before) | Merged(before=before):
            return str(before), ""
    raise AssertionError(change)


def assert_all_is_told(revision: Revision) -> None:
    """Every difference is told, nothing else is, and everything is accounted for."""
    differences = {told(change) for change in diff(revision.before, revision.plan)}
    changes = [change for change in revision if change.kind is not RevisionKind.DECIDED]
    assert {(str(change.place), change.field) for change in changes} == differences
    assert [entry.action for entry in revision.ledger] == [
        revision.before.ref(action) for action in revision.before
    ]
    assert revision.ledger.balance.balanced
    errors = {(found.code, found.subject) for found in validate(revision.plan).errors}
    assert errors <= {(found.code, found.subject) for found in validate(revision.before).errors}


def test_all_carried_is_the_same_plan_in_the_next_document() -> None:
    revision = revise(PLAN, decide=lambda _: Carry())
    assert revision.plan == attrs.evolve(PLAN, document=DocumentNumber.parse("1234/1/05 REV 1"))
    # Nothing is copied but for indicators, which get to know where they first stood.
    assert all(
        new is old for new, old in zip(revision.plan, PLAN, strict=True) if not old.indicators
    )
    assert [change.field for change in revision] == ["document"]
    assert "Nothing else has changed." in revision.cover_note()
    again = revise(revision.plan, decide=lambda _: Carry())
    assert str(again.plan.document) == "1234/2/05 REV 2"
    assert again.document is not None
    assert [str(number) for number in again.document.previous] == ["1234/1/05 REV 1"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("14680/05 LIMITE", "14680/1/05 REV 1"),
        ("14680/4/05 REV 4", "14680/5/05 REV 5"),
        ("14680/1/05 REV 1 COR 2", "14680/2/05 REV 2"),
        ("14680/05 ADD 1", "14680/1/05 ADD 1 REV 1"),
    ],
)
def test_the_next_document_number(before: str, after: str) -> None:
    old = DocumentNumber.parse(before)
    number = revise(plan_of(document=old)).plan.document
    assert number == DocumentNumber.parse(after)
    assert number is not None
    assert number.limite == old.limite


def test_a_document_may_be_given_and_has_to_be_a_new_one() -> None:
    given = DocumentNumber.parse("9999/06 LIMITE")
    revision = revise(PLAN, document=given, previous=[REPORT])
    assert revision.plan.document == given
    assert revision.document is not None
    assert revision.document.previous == (NUMBER, REPORT)
    assert revision.document.marking is Marking.LIMITE
    with pytest.raises(RolloverError, match="1234/05 already"):
        revise(PLAN, document=NUMBER)
    with pytest.raises(RolloverError, match="no next revision"):
        revise(plan_of(document=DocumentNumber.parse("1/99/05 REV 99")))
    assert revise(plan_of(document=None)).document is None
    secret = plan_of(document=DocumentNumber.parse("1234/05 LIMITE"))
    assert "CC615" in [found.code for found in revise(secret, document=REPORT).report]
    assert "CC615" not in [found.code for found in revise(secret).report]


def test_what_is_completed_stays_and_is_marked() -> None:
    decided = by_code({"1.1": Complete(authority=REPORT), "1.2": Complete("adopted in May")})
    revision = revise(PLAN, decide=decided)
    done = revision.plan["1.1"]
    assert (done.status, done.status_text) == (Status.COMPLETED, "Completed: 4321/1/05 REV 1")
    assert done.indicators == PLAN["1.1"].indicators
    assert done.references == (REPORT,)
    assert [found.target for found in done.links] == [REPORT]
    assert revision.plan["1.2"].status_text == "Completed: adopted in May"
    assert_all_is_told(revision)
    told = "2 actions are marked as completed: 1.1 (4321/1/05 REV 1), 1.2 (adopted in May)."
    assert told in str(revision)
    (entry, *_) = revision.ledger
    assert entry.successors == (ActionRef("AP1", "1.1"),)
    again = revise(revision.plan, decide=decided)
    assert again.plan.actions == revision.plan.actions
    assert "marked as such before: 1.1, 1.2." in str(again)


def test_words_that_are_there_stay_before_those_that_are_new() -> None:
    action = Action(code="1", title="Study", status=Status.ONGOING, status_text="Work goes on.")
    plan = plan_of(action, work_areas=())
    done = revise(plan, decide=lambda _: Complete("completed in May")).plan["1"]
    assert done.status_text == "Work goes on. completed in May"
    gone = revise(plan, decide=lambda _: Drop("no ships")).plan["1"]
    assert gone.status_text == "Work goes on. Obsolete: no ships"


def test_what_is_deferred_stays_with_its_old_priority_told() -> None:
    revision = revise(PLAN, decide=by_code({"1.1": Defer("no ships", REPORT)}), deadlines=CAP)
    row = revision.plan["1.1"]
    assert (row.priority, row.status, row.status_text) == ("Defer", Status.DEFERRED, "Defer")
    assert row.all_deadlines == PLAN["1.1"].all_deadlines  # it is not held to the plan
    (change,) = revision.of(RevisionKind.DEFERRED, "priority")
    assert (change.before, change.after) == ("High", "Defer")
    assert (change.reason, change.authority) == ("no ships", REPORT)
    assert_all_is_told(revision)
    assert "1.1 (until now High; no ships; 4321/1/05 REV 1)" in str(revision)
    assert [found.code for found in revision.report] == ["CC610", "CC601"]
    assert revise(revision.plan, decide=by_code({"1.1": Defer("no ships")})).plan.actions == (
        revision.plan.actions
    )


def test_what_is_dropped_stays_and_says_why() -> None:
    decided = by_code({"1.1": Drop("taken forward elsewhere")})
    revision = revise(PLAN, decide=decided)
    row = revision.plan["1.1"]
    assert (row.objectives, row.priority, row.status) == ((), None, Status.OBSOLETE)
    assert row.status_text == "Obsolete: taken forward elsewhere"
    assert row.all_deadlines == PLAN["1.1"].all_deadlines
    assert_all_is_told(revision)
    assert "1 action is obsolete: 1.1 (taken forward elsewhere)." in str(revision)
    assert revise(revision.plan, decide=decided).plan.actions == revision.plan.actions


def test_what_is_merged_leaves_its_words_its_code_and_its_links() -> None:
    revision = revise(PLAN, decide=by_code({"1.5": MergeInto("1.2", "one visit will do")}))
    row = revision.plan["1.2"]
    assert row.title == "Watch cranes\nMap sheds (previously 1.5)"
    assert row.aliases == (Code("1.5"), Code("1.4"))
    assert revision.plan["1.5"] is row
    assert [(found.kind, str(found.target)) for found in row.links] == [
        (LinkKind.DEPENDS_ON, "AP1/1.1"),
        (LinkKind.MERGED_FROM, "AP1/1.5"),
    ]
    assert [str(found.target) for found in revision.plan["2.1"].links] == ["AP1/1.2"]
    assert_all_is_told(revision)
    (merged,) = revision.of(RevisionKind.MERGED, "")
    assert merged.into == (ActionRef("AP1", "1.2"),)
    assert "1.5 into 1.2 (one visit will do)" in str(revision)
    assert ("CC607", "AP1/1.2") in [(found.code, found.subject) for found in revision.report]
    page = export(revision.plan, "council-html", timeline=False, graph=False)
    assert isinstance(page, str)
    assert page.count("previously 1.5") == 1
    assert revise(revision.plan).plan.actions == revision.plan.actions


def test_a_link_between_two_rows_that_are_one_now_is_dropped_and_told() -> None:
    handled = LinkKind.HANDLED_WITH
    plan = plan_of(
        attrs.evolve(PLAN["1.1"], links=[link("1.2", handled), link("1.1", handled)]),
        attrs.evolve(PLAN["1.2"], links=[link("1.1", handled), link("2.2", handled)]),
        attrs.evolve(PLAN["2.2"], links=[link("1.1", handled), link("1.2", handled)]),
    )
    revision = revise(plan, decide=by_code({"1.2": MergeInto("1.1")}))
    # a link to itself that was printed is not ours to take out
    assert [str(one.target) for one in revision.plan["1.1"].links if one.kind is handled] == [
        "AP1/1.1",
        "AP1/2.2",
    ]
    assert "a related one: 1.1 with 2.2." in str(revision)
    assert RevisionKind.LINK in [one.kind for one in revision if one.field == "links"]
    assert all(one.reason for one in revision.of(RevisionKind.LINK))
    assert_all_is_told(revision)


def test_what_else_was_decided_in_a_deleted_area_is_told_with_its_reason() -> None:
    decided = by_code({"1.1": Complete("sent in May"), "1.2": Drop("never begun")})
    note = str(revise(PLAN, decide=decided, drop_areas={"1": "standard"}))
    assert "3 actions: 1.1 completed (sent in May), 1.2 dropped (never begun), 1.5. The" in note


def test_the_plan_is_written_with_its_document_and_day() -> None:
    revision = revise(PLAN, date="2006-03-01")
    assert revision.document is not None
    assert (revision.dossier.plan, revision.dossier.documents) == (
        revision.plan,
        (revision.document,),
    )
    assert str(revision.document.date) == "2006-03-01"
    assert "Date: 1 March 2006" in str(revision)
    assert revise(plan_of(document=None)).dossier.documents == ()
    with pytest.raises(RolloverError, match="stands in no numbered document"):
        revise(plan_of(document=None), date="2006-03-01")
    with pytest.raises(InvalidValueError):
        revise(PLAN, date="soon")


def test_the_same_words_are_not_printed_twice_in_a_merged_row() -> None:
    plan = plan_of(Action(code="1", title="Train"), Action(code="2", title="train"))
    row = revise(plan, decide=by_code({"2": MergeInto("1")})).plan["1"]
    assert (row.title, row.aliases) == ("Train\ntrain", (Code("2"),))


def test_new_codes_stand_behind_the_last_one_and_gaps_stay() -> None:
    split = SplitInto(["Count tugs", "Count barges"], "they\ndiffer.")
    revision = revise(PLAN, decide=by_code({"1.1": split}))
    assert [str(action.code) for action in revision.plan] == [
        "1.1",
        "1.2",
        "1.5",
        "1.6",
        "2.1",
        "2.2",
    ]
    assert revision.plan["1.1"].title == "Count tugs"
    assert revision.plan["1.1"].indicators == PLAN["1.1"].indicators
    assert revision.plan["1.6"].title == "Count barges"
    assert [(str(found.target), found.text) for found in revision.plan["1.6"].links] == [
        ("AP1/1.1", "Count ships")
    ]
    # who waited for the whole waits for both parts
    assert [str(one.target) for one in revision.plan["1.2"].links] == [
        "AP1/1.1",
        "AP1/1.6",
        "AP1/1.5",
    ]
    assert_all_is_told(revision)
    parts = '1.1 into 1.1 ("Count tugs") and 1.6 ("Count barges") (they differ).'
    assert f"1 action is split, and the first part keeps the code: {parts}" in str(revision)


def test_the_parts_of_a_split_keep_what_they_were_given() -> None:
    parts = [
        Action(code="x", title="Count tugs", indicators=PLAN["1.1"].indicators),
        Action(code="y", title="Count wagons", work_area="2"),
    ]
    revision = revise(PLAN, decide=by_code({"1.1": SplitInto(parts)}))
    assert [str(action.code) for action in revision.plan][-1] == "2.3"
    assert revision.plan["2.3"].title == "Count wagons"
    assert_all_is_told(revision)


def test_codes_without_a_figure_are_split_too() -> None:
    plan = plan_of(Action(code="IT", title="Systems"), work_areas=())
    revision = revise(plan, decide=by_code({"IT": SplitInto(["Old ones", "New ones"])}))
    assert [str(action.code) for action in revision.plan] == ["IT", "IT-2"]


def test_a_work_area_goes_with_its_rows_and_the_reason_is_told() -> None:
    reason = "everybody does so anyway."
    revision = revise(PLAN, decide=by_code({"1.5": MergeInto("2.1")}), drop_areas={"ports": reason})
    assert [str(action.code) for action in revision.plan] == ["2.1", "2.2"]
    assert [area.title for area in revision.plan.work_areas] == ["Trains"]
    assert [str(change.place) for change in revision.of(RevisionKind.DELETED)] == [
        "AP1/1.1",
        "AP1/1.2",
    ]
    assert_all_is_told(revision)
    assert revision.ledger.balance["actions"]["dropped"] == 2
    assert [entry.successors for entry in revision.ledger][:2] == [(), ()]
    assert '1 ("Ports") is deleted, and with it 2 actions: 1.1, 1.2.' in str(revision)
    kept = revision.plan.revision
    assert kept is not None
    assert (kept.actions, kept.work_areas, kept.deleted_areas) == (5, 2, ("Ports",))


def test_a_work_area_without_a_heading_can_go_too() -> None:
    revision = revise(plan_of(*PLAN, work_areas=AREAS[:1]), drop_areas={"2": "standard"})
    assert "The work area 2 is deleted, and with it 2 actions: 2.1, 2.2." in str(revision)
    assert revision.plan.revision is not None
    assert revision.plan.revision.deleted_areas == ("2",)
    assert_all_is_told(revision)


def test_a_link_to_a_deleted_row_becomes_a_name() -> None:
    plan = plan_of(PLAN["1.1"], attrs.evolve(PLAN["2.2"], links=[link("1.1")]))
    revision = revise(plan, drop_areas={"1": "no ships"})
    (found,) = revision.plan["2.2"].links
    assert found == Link(
        kind=LinkKind.DEPENDS_ON,
        target=Named("AP1/1.1 Count ships", "deleted action"),
        text="as agreed",
    )
    assert ("CC601", "AP1/2.2") in [(one.code, one.subject) for one in revision.report]
    assert_all_is_told(revision)


@pytest.mark.parametrize(
    ("areas", "decisions", "fault"),
    [
        ({"7": "why"}, {}, "no work area '7'; it has 1, 2"),
        ({"1": " "}, {}, "work area 1 is deleted without a reason"),
        ({"1": "why", "Ports": "why"}, {}, "work area 1 is deleted twice"),
        ({"1": "why"}, {"1.1": SplitInto(["A", "B"])}, "1.1: a split in work area 1"),
        ({"1": "why"}, {"1.1": Carry(indicators=[Settle(1, Complete())])}, "1.1: a settled row"),
        ({"1": "why"}, {"2.1": MergeInto("1.1")}, "2.1 goes into 1.1, which is dropped"),
        ({}, {"1.1": MergeInto("1.9")}, "which the plan does not have"),
        (
            {"2": "why"},
            {"1.1": SplitInto(["A", Action(code="x", title="B", work_area="2")])},
            "stands in work area 2, which is deleted",
        ),
    ],
)
def test_decisions_that_do_not_fit(
    areas: dict[str, str], decisions: dict[str, Disposition], fault: str
) -> None:
    with pytest.raises(RolloverError, match=fault):
        revise(PLAN, decide=by_code(decisions), drop_areas=areas)


def test_what_is_done_in_a_deleted_area_is_still_said_to_be_done() -> None:
    decided = by_code({"1.1": Complete(), "1.2": Defer("later"), "1.5": Drop("never begun")})
    revision = revise(PLAN, decide=decided, drop_areas={"1": "standard"})
    assert [entry.disposition.word for entry in revision.ledger][:3] == [
        "completed",
        "deferred",
        "dropped",
    ]
    assert len(revision.plan) == 2
    assert_all_is_told(revision)


def test_deadlines_end_with_the_plan_where_that_is_asked_for() -> None:
    times: list[Deadline] = [
        By("2007-03-31"),
        During("2006-10-01", "2007-06-30"),
        By("2006-03-31"),
        parse_deadline("monthly"),
        parse_deadline("ongoing"),
        Recurring(Recurrence(Frequency.YEARLY), until="2008-12-31"),
    ]
    plan = plan_of(
        Action(code="1.1", title="Count", deadlines=times),
        Action(code="1.2", title="Done", deadlines=times, status=Status.COMPLETED),
    )
    revision = revise(plan, deadlines=CAP)
    new = revision.plan["1.1"].deadlines
    assert [one.latest.isoformat() for one in new[:3] if one.latest is not None] == [
        "2006-12-31",
        "2006-12-31",
        "2006-03-31",
    ]
    assert "(previously: " in new[0].text
    assert new[2:5] == tuple(times[2:5])
    assert isinstance(new[5], Recurring)
    assert str(new[5].until) == "2006-12-31"
    assert revision.plan["1.2"] == plan["1.2"]
    assert_all_is_told(revision)
    told_apart = [found.message for found in revision.report if found.code == "CC606"]
    assert len(told_apart) == 3
    assert told_apart[0].startswith(f'the deadline "{times[0].text}" is now "')
    assert "now has a deadline of 31 December 2006 at the latest" in str(revision)
    moved = [one.moved for one in next(iter(revision.ledger)).milestones]
    assert [one is not None for one in moved] == [True, True, False, False, False, True]
    assert revise(revision.plan, deadlines=CAP).plan.actions == revision.plan.actions
    assert revise(plan).plan["1.1"] == plan["1.1"]


def test_a_revision_does_not_move_its_window() -> None:
    with pytest.raises(RolloverError, match="no SHIFT: use KEEP or CAP"):
        revise(PLAN, deadlines=SHIFT)
    with pytest.raises(TypeError, match="KEEP or CAP, not 'cap'"):
        revise(PLAN, deadlines="cap")  # type: ignore[arg-type]  # what is tested
    with pytest.raises(RolloverError, match="CAP needs the period of AP1"):
        revise(plan_of(period=None), deadlines=CAP)


def test_single_indicators_are_decided_on() -> None:
    settled = Carry(indicators=[Settle(1, Complete(authority=REPORT)), Settle(2, Drop("no money"))])
    revision = revise(PLAN, decide=by_code({"1.1": settled}))
    (left,) = revision.plan["1.1"].indicators
    assert (left.status, left.evidence) == (Status.COMPLETED, (REPORT,))
    assert [change.kind for change in revision][-1] is RevisionKind.SETTLED
    assert_all_is_told(revision)
    items = "indicator 1 completed (4321/1/05 REV 1), indicator 2 dropped (no money)."
    assert f"decided on: 1.1 {items}" in str(revision)


def done(text: str, status: Status = Status.COMPLETED) -> Indicator:
    return Indicator(text=text, status=status, evidence=[REPORT])


@pytest.mark.parametrize(
    ("action", "word"),
    [
        (Action(code="1", title="", status=Status.COMPLETED), "completed"),
        (Action(code="1", title="", indicators=[done("A"), done("B")]), "completed"),
        (Action(code="1", title="", indicators=[done("A"), done("B", Status.ONGOING)]), "carried"),
        (Action(code="1", title="", status=Status.STANDING, indicators=[done("A")]), "carried"),
        (Action(code="1", title="", status=Status.TO_DECIDE, indicators=[done("A")]), "carried"),
        (Action(code="1", title="", status=Status.DEFERRED), "carried"),
        (Action(code="1", title="", status=Status.OBSOLETE), "carried"),
        (Action(code="1", title=""), "carried"),
    ],
)
def test_only_what_the_plan_says_is_completed_by_itself(action: Action, word: str) -> None:
    assert propose_revision(action).word == word


def test_the_only_proof_of_all_indicators_is_that_of_the_action() -> None:
    action = Action(code="1.1", title="Count", indicators=[done("A"), done("B")])
    row = revise(plan_of(action)).plan["1.1"]
    assert (row.status_text, row.references) == ("Completed: 4321/1/05 REV 1", (REPORT,))


AWAITS = LinkKind.AWAITS


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        (Action(code="1", title="", priority="Potential to defer"), ["priority"]),
        (Action(code="1", title="", priority="à reporter"), ["priority"]),
        (Action(code="1", title="", priority="wird vertagt"), ["priority"]),
        (
            Action(
                code="1",
                title="",
                priority=Priority.HIGH,
                status=Status.DEFERRED,
                status_text="Put off in May",
            ),
            ["status_text"],
        ),
        (Action(code="1", title="", priority="High", status=Status.DEFERRED), ["status"]),
        (
            Action(code="1", title="", indicators=[Indicator(text="X", status=Status.DEFERRED)]),
            ["indicators"],
        ),
        (
            Action(
                code="1",
                title="",
                status=Status.DEFERRED,
                status_text="Deferred in May",
                indicators=[Indicator(text="Report to the group", status=Status.DEFERRED)],
            ),
            ["status_text"],
        ),
        (
            Action(code="1", title="", status=Status.TO_DECIDE, status_text="May be deferred"),
            ["status_text"],
        ),
        (
            Action(code="1", title="", status=Status.AWAITING, status_text="Await the study"),
            ["status_text"],
        ),
        (Action(code="1", title="", links=[link("9", AWAITS)]), ["links"]),
        # and where nothing calls for it
        (Action(code="1", title="", priority="Defer", status=Status.DEFERRED), []),
        (Action(code="1", title="", priority="Not to be deferred"), []),
        (Action(code="1", title="", priority="See the report"), []),
        (Action(code="1", title="", status=Status.TO_DECIDE, status_text="To be decided"), []),
        (Action(code="1", title="", links=[link("8", AWAITS)]), []),
        (
            Action(
                code="1",
                title="",
                status=Status.AWAITING,
                status_text="Await 8",
                links=[link("8", AWAITS)],
            ),
            [],
        ),
        (Action(code="1", title="", status=Status.STANDING, links=[link("9", AWAITS)]), []),
        (Action(code="1", title="", priority="Potential to defer", status=Status.COMPLETED), []),
        (Action(code="1", title="Study how bodies defer decisions", status=Status.OPEN), []),
    ],
)
def test_where_the_words_call_for_deferral(action: Action, fields: list[str]) -> None:
    plan = plan_of(
        action,
        Action(code="8", title="Study", status=Status.COMPLETED),
        Action(code="9", title="Other study"),
    )
    proposals = propose_deferrals(plan)
    assert [one.field for proposal in proposals for one in proposal.evidence] == fields
    assert revise(plan).proposals == proposals
    assert revise(plan).plan["1"].priority == action.priority  # nothing is decided


def test_a_proposal_is_gone_once_somebody_decided() -> None:
    plan = plan_of(Action(code="1", title="Train", priority="Potential to defer"))
    (proposal,) = revise(plan).proposals
    assert proposal.disposition == Defer('the plan says "Potential to defer"')
    revision = revise(plan, decide=lambda _: proposal.disposition)
    assert (revision.proposals, revision.plan["1"].priority) == ((), "Defer")
    (change,) = revision.of(RevisionKind.DEFERRED, "priority")
    assert str(change) == (
        'AP1/1 deferred: priority: Potential to defer -> Defer; the plan says "Potential to defer"'
    )


def test_a_decisions_file_is_a_policy_and_is_checked() -> None:
    text = 'plan = "AP1"\n[[action]]\ncode = "1.1"\ndecision = "defer"\nreason = "no ships"\n'
    plan = plan_of(PLAN["1.1"])
    assert revise(plan, decide=parse_decisions(text)).plan["1.1"].priority == "Defer"
    with pytest.raises(RolloverError, match=r"1\.2"):
        revise(PLAN, decide=parse_decisions(text))
    answered = '[[recommendation]]\nid = "R1"\ndecision = "carry out"\n'
    with pytest.raises(RolloverError, match="only a rollover does so, no revision"):
        revise(plan, decide=parse_decisions(text + answered))


def test_what_was_found_out_about_missing_codes_is_in_the_ledger() -> None:
    revision = revise(PLAN, missing={"1.3": MergeInto("1.2")})
    (missing,) = revision.ledger.missing
    assert (missing.code, missing.successors) == (Code("1.3"), (ActionRef("AP1", "1.2"),))
    told = "The numbering leaves out a code of which this is known: 1.3 merged into 1.2."
    assert told in str(revision)
    assert "of which nothing is known" not in str(revision)
    (change,) = revision.of(RevisionKind.DECIDED)
    assert str(change) == "AP1/1.3 decided: merged (into AP1/1.2)"
    assert not revision.changes_of_content
    assert "of which nothing is known: 1.3." in str(revise(PLAN))


def test_the_next_rollover_knows_what_was_there() -> None:
    decided = by_code({"1.5": MergeInto("1.2"), "2.1": SplitInto(["Ride", "Walk"])})
    once = revise(PLAN, decide=decided)
    assert once.plan.revision is not None
    assert once.plan.revision.actions == 5
    draft = next_plan(once.plan, period="2007-01-01/2008-06-30")
    rolled = roll_over(once.plan, into=draft)
    announced = rolled.ledger.announced
    assert announced is not None
    assert (announced.printed, announced.parts, announced.unaccounted) == (5, 1, 0)
    assert "CC620" not in [found.code for found in rolled.report]
    # a second revision does not forget what the first one took out
    twice = revise(once.plan, drop_areas={"2": "standard"})
    assert twice.plan.revision is not None
    assert (twice.plan.revision.actions, twice.plan.revision.deleted_areas) == (5, ("Trains",))
    announced = roll_over(twice.plan, into=draft).ledger.announced
    assert announced is not None
    assert announced.deleted_areas == ("Trains",)


def test_a_revision_is_no_carrying_over() -> None:
    entries = list(revise(PLAN).ledger)
    assert {entry.times_carried for entry in entries} == {0}
    assert entries[0].successors == (ActionRef("AP1", "1.1"),)


def test_the_ledger_of_a_revision_is_called_one() -> None:
    ledger = revise(PLAN).ledger
    assert str(ledger).startswith("revision of AP1\n")
    page = export(ledger, "ledger-markdown")
    assert isinstance(page, str)
    assert page.startswith(
        "# Ledger: revision of AP1\n\n- Plan: AP1: First Plan, 2004-01-01 to 2006-12-31, 1234/05\n"
        "- Revised plan: AP1: First Plan, 2004-01-01 to 2006-12-31, 1234/1/05 REV 1\n"
    )
    assert "new plan:" not in str(ledger)  # a revision makes none


def test_a_plan_is_wanted() -> None:
    with pytest.raises(TypeError, match="an action plan is wanted, not str"):
        revise("AP1")  # type: ignore[arg-type]  # what is tested
    with pytest.raises(TypeError, match="DocumentNumber"):
        revise(PLAN, document="1234/05")  # type: ignore[arg-type]  # what is tested


@functools.cache
def bundled() -> ActionPlan:
    return bundled_dossier().plan_by_id("AP1")


def before_2005() -> tuple[ActionPlan, Policy]:
    """A plan as the one before the revision of 2005 may have been, and what was decided."""
    after = bundled()
    closed = [action.code for action in after if action.status is Status.COMPLETED]
    actions = []
    for action in after:
        if action.code in closed:
            status = attrs.evolve(action, status=Status.OPEN, status_text="")
        elif str(action.code) == "9.3":
            status = attrs.evolve(action, status=Status.OPEN, status_text="", priority="Medium")
        else:
            status = attrs.evolve(action, aliases=())
        if str(action.code) == "1.3":
            study = attrs.evolve(action.indicators[0], deadlines=[By("2007-06-30")])
            status = attrs.evolve(action, indicators=[study])
        actions.append(status)
    for code, area in (
        ("5.3", "5"),
        ("7.1", "7"),
        ("8.1", "8"),
        ("8.4", "8"),
        ("8.6", "8"),
        ("9.5", "9"),
        ("11.1", "11"),
        ("11.2", "11"),
        ("11.3", "11"),
    ):
        actions.append(Action(code=code, title=f"Action {code}", work_area=area))
    title = "cooperation with other Council Working Groups"
    plan = attrs.evolve(
        after,
        document=DocumentNumber.parse("15315/2/03 REV 2"),
        work_areas=[*after.work_areas, WorkArea(code="11", title=title)],
        actions=sorted(actions, key=lambda action: action.code),
        revision=None,
    )
    decisions: dict[str, Disposition] = {str(code): Complete() for code in closed}
    decisions["9.3"] = Defer("the Treaty is not in force")
    decisions |= {"5.3": MergeInto("5.1"), "8.6": MergeInto("5.2")}
    return plan, by_code(decisions)


def test_the_facts_of_the_cover_note_of_2005() -> None:
    plan, decide = before_2005()
    assert (len(plan), len(plan.work_areas)) == (44, 11)
    revision = revise(
        plan,
        decide=decide,
        document=bundled().document,
        deadlines=CAP,
        drop_areas={"11": "this is standard procedure"},
    )
    note = str(revision)
    assert "contained 44 actions in 11 work areas" in note
    assert "8 actions are marked as completed: 2.1, 2.3, 6.1, 6.3, 6.6, 7.2, 7.3, 9.2." in note
    assert (
        'work area 11 ("cooperation with other Council Working Groups") is deleted, and with it'
        " 3 actions: 11.1, 11.2, 11.3. The reason: this is standard procedure." in note
    )
    assert "deal with a related one: 4.2 with 8.2, 6.2 with 6.4" in note
    assert "5.3 into 5.1; 8.6 into 5.2." in note
    assert "31 December 2006 at the latest, the end of the plan: 1.3." in note
    assert "priorities: 9.3 (until now Medium; the Treaty is not in force)" in note
    assert_all_is_told(revision)
    # all that the row of 2005 prints, but for what nobody decided here
    assert (revision.plan["5.1"].aliases, revision.plan["9.3"].priority) == (
        bundled()["5.1"].aliases,
        "Defer",
    )
    kept = revision.plan.revision
    assert kept is not None
    assert (kept.actions, kept.work_areas) == (44, 11)
    assert kept.deleted_areas == ("cooperation with other Council Working Groups",)


def test_the_plan_of_2005_as_it_is() -> None:
    revision = revise(bundled())
    assert revision.plan == attrs.evolve(
        bundled(), document=DocumentNumber.parse("14680/1/05 REV 1")
    )
    assert revision.ledger.balance["actions"]["completed"] == 8
    assert [str(proposal.action.code) for proposal in revision.proposals] == ["2.2", "4.1", "5.2"]
    assert [proposal.awaits_only for proposal in revision.proposals] == [True, False, False]
    assert "Deferred before, and still so: 4.1 (priority High), 9.3." in str(revision)
    assert_all_is_told(revision)


def test_figures_of_an_earlier_revision_stay() -> None:
    earlier = PlanRevision(actions=44, work_areas=11, text="There were 44.")
    revision = revise(
        attrs.evolve(bundled(), revision=earlier), decide=by_code({"9.3": Drop("no Treaty")})
    )
    kept = revision.plan.revision
    assert kept is not None
    assert (kept.actions, kept.work_areas) == (44, 11)
    assert kept.text.startswith("There were 44.\nThe plan contained 35 actions in 10 work areas")
