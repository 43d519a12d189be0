"""What a revision tells of decisions: each reason, and only what is not decided yet."""

import pytest

from customs_coop.deadline import By
from customs_coop.exporters import export
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Indicator,
    Link,
    LinkKind,
    Marking,
    Named,
    Status,
    WorkArea,
)
from customs_coop.references import ActionCitation, DocumentNumber
from customs_coop.rollover import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Policy,
    Revision,
    RevisionKind,
    SplitInto,
    decisions_text,
    next_plan,
    parse_decisions,
    propose_revision,
    revise,
    roll_over,
)

NUMBER = DocumentNumber.parse("1234/05 LIMITE ENFOCUSTOM 7")
REPORT = DocumentNumber.parse("4321/1/05")
CALLS = "Potential to defer"


def by_code(decisions: dict[str, Disposition]) -> Policy:
    return lambda action: decisions.get(str(action.code), Carry())


def plan_of(*actions: Action) -> ActionPlan:
    areas = [WorkArea(code="1", title="Ports"), WorkArea(code="2", title="Trains")]
    return ActionPlan(
        id="AP1",
        title="First Plan",
        number=1,
        period="2004-01-01/2006-12-31",
        document=NUMBER,
        work_areas=areas,
        actions=actions,
    )


def decided(revision: Revision) -> list[str]:
    return [str(change) for change in revision.of(RevisionKind.DECIDED)]


ONE = Action(code="1", title="Train", priority=CALLS, status=Status.TO_DECIDE)
FILE = 'plan = "AP1"\n[[action]]\ncode = "1"\ndecision = "carry"\n'


TWO = ["Train officers", "Train others"]


@pytest.mark.parametrize(
    "decide",
    [
        pytest.param(propose_revision, id="proposed"),
        pytest.param(by_code({}), id="carried"),
        pytest.param(by_code({"1": SplitInto(TWO)}), id="split"),
    ],
)
def test_what_nobody_decided_is_proposed(decide: Policy) -> None:
    revision = revise(plan_of(ONE), decide=decide)
    assert revision.proposals
    assert "call for a decision" in str(revision)
    assert "CC602" in [found.code for found in revision.report]


@pytest.mark.parametrize(
    "decide",
    [
        pytest.param(by_code({"1": Carry("it begins in May")}), id="reason"),
        pytest.param(by_code({"1": Carry(authority=REPORT)}), id="authority"),
        pytest.param(by_code({"1": SplitInto(TWO, "two")}), id="split"),
        pytest.param(parse_decisions(f'{FILE}reason = "it begins in May"\n'), id="file"),
    ],
)
def test_what_somebody_decided_is_not_proposed(decide: Policy) -> None:
    revision = revise(plan_of(ONE), decide=decide)
    assert revision.proposals == ()
    assert "call for a decision" not in str(revision)
    assert "CC602" not in [found.code for found in revision.report]


def test_a_file_decides_on_its_rows_and_who_gives_no_reason_is_told() -> None:
    revision = revise(plan_of(ONE), decide=parse_decisions(FILE))
    assert revision.proposals == ()
    assert "CC602" in [found.code for found in revision.report]


def test_quotations_end_with_a_whole_word_and_codes_are_plain() -> None:
    words = "To be deferred until " + "all neighbours agree on " * 9
    plan = plan_of(Action(code="1.1", title="Train", priority=words.strip()))
    (proposal,) = revise(plan).proposals
    quoted = proposal.words
    assert quoted.endswith('agree on all neighbours..."')
    assert len(quoted) <= 162
    assert f"\n   1.1: {quoted}\n" in str(revise(plan))
    one_word = plan_of(Action(code="1.1", title="Train", priority=f"Defer: {'x' * 200}"))
    assert revise(one_word).proposals[0].words == '"Defer:..."'


def test_each_reason_is_told_though_nothing_changes() -> None:
    plan = plan_of(
        Action(
            code="1.1", title="A", status=Status.DEFERRED, priority="Defer", status_text="Defer"
        ),
        Action(code="1.2", title="B", status=Status.DEFERRED, priority="High"),
        Action(code="1.3", title="C", status=Status.COMPLETED, status_text="Completed in May"),
        Action(code="1.4", title="D", status=Status.COMPLETED, status_text="Completed in May"),
        Action(code="1.5", title="E", status=Status.OBSOLETE, status_text="Obsolete: no ships"),
        Action(code="1.6", title="F"),
        Action(code="1.8", title="G"),
    )
    decisions: dict[str, Disposition] = {
        "1.1": Defer("a", REPORT),
        "1.2": Carry("b."),
        "1.3": Complete("completed in May"),  # the row says so itself
        "1.4": Complete("the minutes say so"),
        "1.5": Drop("no ships"),
        "1.6": Carry("needed for 1.8"),
    }
    revision = revise(plan, decide=by_code(decisions), missing={"1.7": Drop("standard")})
    assert str(revision).split("\n\n", 2)[2].splitlines()[1:] == [
        "2. 2 actions are completed, and marked as such before: 1.3, 1.4 (the minutes say so).",
        "3. Deferred before, and still so: 1.1 (a; 4321/1/05 REV 1), 1.2 (priority High; b).",
        "4. Obsolete before, and still so: 1.5.",
        "5. Of 1 action it was decided to go on: 1.6 (needed for 1.8).",
        "6. The numbering leaves out a code of which this is known: 1.7 dropped (standard).",
        "7. Nothing else has changed.",
    ]
    assert decided(revision) == [
        "AP1/1.1 decided: deferred; a [4321/1/05 REV 1]",
        "AP1/1.2 decided: carried; b.",
        "AP1/1.4 decided: completed; the minutes say so",
        "AP1/1.6 decided: carried; needed for 1.8",
        "AP1/1.7 decided: dropped; standard",
    ]


def test_a_row_with_another_title_is_told_with_its_reason() -> None:
    revision = revise(
        plan_of(Action(code="1", title="Train")),
        decide=by_code({"1": SplitInto(["Train officers"], "clearer")}),
    )
    assert '1 action has another title: 1 ("Train officers") (clearer).' in str(revision)
    assert decided(revision) == []


def test_documents_are_cited_in_one_way_in_the_note_and_the_plan() -> None:
    revision = revise(plan_of(ONE), previous=[REPORT])
    assert "\nNo. prev. doc.: 1234/05, 4321/1/05 REV 1\n" in str(revision)
    assert str(revision).startswith("LIMITE\n\nFirst Plan\nDocument: 1234/1/05 REV 1\n")
    assert revision.document is not None
    assert revision.document.marking is Marking.LIMITE
    page = export(revision.dossier, "council-html")
    assert isinstance(page, str)
    assert "1234/05, 4321/1/05 REV 1" in page


AWAITS = LinkKind.AWAITS


def test_a_citation_of_an_action_follows_like_an_address() -> None:
    cited = [ActionCitation(None, "2.1"), ActionCitation(1, "2.2"), ActionCitation(3, "2.1")]
    links = [Link(kind=AWAITS, target=one, text="as printed") for one in cited]
    same = [Link(kind=AWAITS, target=ActionCitation(None, "1.1"), text="as printed")]
    plan = plan_of(
        Action(code="1.1", title="Count", work_area="1", links=links),
        Action(code="1.2", title="Watch", work_area="1", links=same),
        Action(code="2.1", title="Ride", work_area="2"),
        Action(code="2.2", title="Walk", work_area="2"),
    )
    merged = revise(
        plan,
        decide=by_code({"2.1": MergeInto("1.2"), "1.1": SplitInto(["Count ships"])}),
        drop_areas={"2": "standard"},
    )
    assert [found.target for found in merged.plan["1.1"].links] == [
        ActionRef("AP1", "1.2"),
        Named("AP1/2.2 Walk", "deleted action"),
        cited[2],
    ]
    # A row that keeps its code is cited as before.
    assert [found.target for found in merged.plan["1.2"].links if found.kind is AWAITS] == [
        same[0].target
    ]
    told = [found.message for found in merged.report if found.code == "CC601"]
    assert told == ["it awaits AP1/2.2, which is dropped"]


def test_the_ledger_of_a_revision_knows_its_plans_and_what_ends_open() -> None:
    open_one = Action(code="1", title="Train", indicators=[Indicator(text="Course")])
    revision = revise(plan_of(open_one), decide=by_code({"1": Complete("held in May")}))
    ledger = revision.ledger
    assert ledger.old_head is not None
    assert ledger.new_head is not None
    assert (str(ledger.old_head.document), str(ledger.new_head.document)) == (
        "1234/05",
        "1234/1/05 REV 1",
    )
    assert ledger.faults == ()
    told = [(found.subject, found.message) for found in revision.report if found.code == "CC624"]
    assert told == [("AP1/1", "indicator 1 is open, and the action is completed")]


def test_times_of_parts_that_somebody_filled_in_are_those_of_the_parts() -> None:
    old = Action(code="1", title="Train", indicators=[due("Course", "2005-06-30")])
    parts = [Action(code="x", title="Train officers", indicators=[due("Course", "2006-03-31")])]
    revision = revise(plan_of(old), decide=by_code({"1": SplitInto([*parts, "Train others"])}))
    (entry,) = revision.ledger
    (indicator,) = entry.indicators
    assert indicator.moved == (By("2006-03-31"),)
    assert indicator.successors == (ActionRef("AP1", "1"),)


def due(text: str, day: str) -> Indicator:
    return Indicator(text=text, deadlines=[By(day)])


def test_what_a_revision_put_off_waits_in_its_words() -> None:
    plan = plan_of(
        Action(code="1.1", title="Count", work_area="1"),
        Action(code="2.1", title="Ride", work_area="2"),
    )
    once = revise(plan, decide=by_code({"1.1": Defer("later")}), drop_areas={"1": "standard"})
    rolled = roll_over(
        once.plan,
        into=next_plan(once.plan, period="2007-01-01/2008-06-30"),
        ledgers=[once.ledger],
    )
    (told,) = [found.message for found in rolled.report if found.code == "CC630"]
    assert told.startswith("it was deferred when AP1 was revised, and nothing has become of it")


def test_a_decisions_file_asks_at_the_row_on_lines_of_a_page() -> None:
    words = "To be deferred until " + "all neighbours agree on it and " * 9
    plan = plan_of(
        Action(code="1.1", title="Train", priority=words.strip()),
        Action(code="1.2", title="Meet", priority=CALLS),
    )
    text = decisions_text(plan, decide=propose_revision, purpose="revision")
    assert max(map(len, text.splitlines())) <= 100
    asked = '# to be decided, whether it is deferred; the plan says: "Potential to defer"\n'
    assert f'status: open\n{asked}decision = "carry"\n' in text
    assert text.count("# to be decided") == 2
    once = parse_decisions(text.replace('reason = ""', 'reason = "May"', 1))
    again = decisions_text(plan, decide=once, purpose="revision")
    assert again.count("# to be decided") == 1
    assert "# to be decided" not in decisions_text(plan, decide=propose_revision)
