"""What was put off comes back, or is given up: in a decisions file and from Python."""

import attrs
import pytest

from customs_coop.deadline import parse_deadline
from customs_coop.errors import DecisionsError, RolloverError
from customs_coop.exporters import export
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    Code,
    Indicator,
    Link,
    LinkKind,
    Priority,
    Recommendation,
    RecommendationRef,
    Status,
    WorkArea,
)
from customs_coop.references import ActionCitation, parse_reference
from customs_coop.rollover import (
    CAP,
    SHIFT,
    ActionDecision,
    Carry,
    Complete,
    Decisions,
    Defer,
    Disposition,
    DraftDecision,
    Drop,
    ItemKind,
    Ledger,
    Rollover,
    Settle,
    WaitingOutcome,
    check_decisions,
    decisions_text,
    ledger_from_json,
    ledger_to_json,
    parse_decisions,
    roll_over,
)

FIRST = ActionPlan(
    id="AP1",
    title="First",
    number=1,
    period="2004-01-01/2006-06-30",
    work_areas=[WorkArea(code="1", title="Training"), WorkArea(code="2", title="Guides")],
    actions=[
        Action(
            code="1.1",
            title="Train",
            work_area="1",
            indicators=[
                Indicator(text="Course held"),
                Indicator(text="Second course", deadlines=[parse_deadline("by June 2006")]),
            ],
            deadlines=[parse_deadline("by May 2006")],
        ),
        Action(
            code="2.1",
            title="Draw up a guide",
            aliases=["G1"],
            work_area="2",
            priority="High",
            status=Status.DEFERRED,
            terms_of_reference="The group writes.",
            indicators=[Indicator(text="Guide sent")],
            deadlines=[parse_deadline("by December 2006")],
            links=[Link(kind=LinkKind.DEPENDS_ON, target=ActionCitation(None, "1.1"))],
        ),
        Action(code="2.3", title="Report", work_area="2"),
    ],
)
LATER = Defer("the law is not ready")
ASKED = [Recommendation(id="R1", text="Train more")]


def put_off(action: Action) -> Disposition:
    if action.code == "2.1":
        return LATER
    if action.code == "1.1":
        return Carry(indicators=[Settle(2, LATER)], milestones=[Settle(1, LATER)])
    return Carry()


def next_of(number: int, **fields: object) -> ActionPlan:
    return ActionPlan(
        id=f"AP{number}",
        title="Next",
        number=number,
        period=f"{2004 + 2 * number}-01-01/{2005 + 2 * number}-06-30",
        **fields,  # type: ignore[arg-type]  # the fields of a plan
    )


ONE = roll_over(FIRST, into=next_of(2), decide=put_off, recommendations=ASKED)


def two(file: str, *, earlier: bool = True, **options: object) -> Rollover:
    return roll_over(
        ONE.plan,
        into=options.pop("into", next_of(3)),  # type: ignore[arg-type]  # a plan
        decide=parse_decisions(HEAD + file, source="d.toml"),
        earlier=[FIRST] if earlier else [],
        ledgers=[ONE.ledger],
        **options,  # type: ignore[arg-type]  # the options of a rollover
    )


HEAD = decisions_text(ONE.plan)
BACK = '[[draft]]\ncontinues = "AP1/2.1"\n'
NAMED = 'title = "A guide"\nwork_area = "2"\n'


def outcomes(ledger: Ledger) -> dict[str, str]:
    return {one.waiting.item: one.outcome.value for one in ledger.settled}


def test_an_action_comes_back_as_it_was() -> None:
    rolled = two(BACK)
    action = rolled.plan["2.2"]
    here = ActionRef("AP1", "2.1")
    assert (action.title, action.origin) == ("Draw up a guide", here)
    assert action.earlier == (Appearance(action=here, title="Draw up a guide"),)
    assert (str(action.work_area), action.priority) == ("2", Priority.HIGH)
    assert action.status is Status.OPEN
    assert action.terms_of_reference == "The group writes."
    assert [one.text for one in action.indicators] == ["Guide sent"]
    assert [one.text for one in action.deadlines] == ["by December 2006"]
    assert [(one.kind, one.target) for one in action.links][-1] == (LinkKind.CONTINUES, here)
    # A code without its plan meant the plan that printed it.
    assert action.links[0].target == ActionRef("AP1", "1.1")
    assert [str(one) for one in rolled.report if one.code == "CC604"] == [
        'warning CC604: AP1/2.1: the time "by December 2006" is over before 2010-01-01'
    ]


def test_what_came_back_is_taken_up_in_the_ledger() -> None:
    ledger = two(BACK).ledger
    assert outcomes(ledger) == {"AP1/2.1": "taken up"}
    assert ledger.settled[0].successors == (ActionRef("AP3", "2.2"),)
    assert ledger.added[0].continues == (ActionRef("AP1", "2.1"),)
    rows = {row.item: row for row in ledger.rows}
    assert rows["AP1/2.1"].kind is ItemKind.WAITING
    assert rows["AP1/2.1"].disposition == "taken up"
    assert (rows["AP3/2.2"].times_carried, str(rows["AP3/2.2"].first)) == (1, "AP1/2.1")
    assert rows["AP3/2.2"].first_wording == "Draw up a guide"
    row = ledger.balance["waiting items"]
    assert (row.opening, row["taken up"], row["waiting"]) == (5, 1, 4)
    assert ledger.balance.balanced
    assert "AP1/2.1  taken up  2.2       Draw up a guide\n" in str(ledger)
    assert ledger_from_json(ledger_to_json(ledger))[0] == ledger
    for name in ("ledger-markdown", "ledger-html"):
        assert "waiting no more" in str(export(ledger, name))


def test_the_next_rollover_counts_it_as_carried() -> None:
    rolled = two(BACK)
    last = roll_over(rolled.plan, into=next_of(4), ledgers=[rolled.ledger])
    entry = next(one for one in last.ledger if one.title == "Draw up a guide")
    assert (str(entry.first), entry.times_carried) == ("AP1/2.1", 2)
    assert "AP1/2.1" not in {one.item for one in last.ledger.waiting}
    # Nor does it wait again once it is done, whichever ledgers are handed in.
    done = roll_over(
        rolled.plan,
        into=next_of(4),
        decide=lambda one: Complete() if one.code == "2.2" else Carry(),
    )
    for ledgers in ([ONE.ledger, rolled.ledger], [done.ledger, rolled.ledger, ONE.ledger]):
        after = roll_over(done.plan, into=next_of(5), ledgers=ledgers)
        assert "AP1/2.1" not in {one.item for one in after.ledger.waiting}


def test_without_its_plan_the_ledger_tells_its_history() -> None:
    action = two(BACK + 'work_area = "2"\n', earlier=False).plan["2.2"]
    assert (action.title, str(action.origin)) == ("Draw up a guide", "AP1/2.1")
    assert (action.indicators, action.terms_of_reference) == ((), "")
    titled = two(BACK + NAMED + 'responsible = ["CCWP"]\n').plan["2.2"]
    assert titled.title == "A guide"
    assert [one.party for one in titled.responsible] == ["CCWP"]
    assert titled.earlier[0].title == "Draw up a guide"


def test_history_goes_on_through_several_ledgers() -> None:
    second = roll_over(
        ONE.plan,
        into=next_of(3),
        decide=lambda one: LATER if one.code == "2.1" else Carry(),
        ledgers=[ONE.ledger],
    )
    third = roll_over(second.plan, into=next_of(4), ledgers=[second.ledger])
    waiting = next(one for one in third.ledger.waiting if one.item == "AP2/2.1")
    assert [str(one.action) for one in waiting.earlier] == ["AP1/2.3"]
    text = decisions_text(third.plan, ledgers=[third.ledger]) + (
        '[[draft]]\ncontinues = "AP2/2.1"\ncode = "2.1"\n'
    )
    start = text.index('item = "AP2/2.1"')
    text = text[:start] + text[start:].replace('"wait"', '"draft"', 1)
    last = roll_over(
        third.plan, into=next_of(5), decide=parse_decisions(text), ledgers=[third.ledger]
    )
    action = next(one for one in last.plan if one.title == "Report")
    assert (str(action.origin), len(action.earlier)) == ("AP1/2.3", 2)


def test_items_and_recommendations_are_put_into_a_new_action() -> None:
    names = '"AP1/1.1 indicator 2", "AP1/1.1 milestone 1", "R1"'
    several = f'[[draft]]\ntitle = "Train again"\nwork_area = "1"\ncontinues = [{names}]\n'
    rolled = two(several)
    action = rolled.plan["1.2"]
    assert (action.origin, action.earlier) == (None, ())
    assert [one.deadlines[0].text for one in action.indicators] == ["by June 2006"]
    assert [one.text for one in action.deadlines] == ["by May 2006"]
    assert action.terms_of_reference == "Recommendation R1: Train more"
    assert [one.target for one in action.links] == [
        ActionRef("AP1", "1.1"),
        RecommendationRef("R1"),
    ]
    assert set(outcomes(rolled.ledger).values()) == {"taken up"}
    assert len(rolled.ledger.settled) == 3


def test_an_action_that_continues_several_is_a_new_one() -> None:
    file = '[[draft]]\ntitle = "Both"\nwork_area = "2"\ncontinues = ["AP1/2.1", "AP1/2.2"]\n'
    rolled = two(file)
    action = rolled.plan["2.2"]
    assert (action.origin, action.earlier, action.priority) == (None, (), None)
    assert [(str(one.target), one.text) for one in action.links] == [
        ("AP1/2.1", "Draw up a guide"),
        ("AP1/2.2", ""),
    ]
    assert outcomes(rolled.ledger) == {"AP1/2.1": "taken up", "AP1/2.2": "taken up"}


def test_deadlines_follow_the_policy_from_their_own_plan() -> None:
    shifted = two(BACK, deadlines=SHIFT).plan["2.2"]
    assert shifted.deadlines[0].text == "by 31 December 2012 (previously: by December 2006)"
    assert two(BACK, deadlines=CAP).plan["2.2"].deadlines[0].text == "by December 2006"
    item = BACK.replace("2.1", "1.1 milestone 1") + NAMED
    assert two(item, deadlines=SHIFT).plan["2.2"].deadlines[0].text == (
        "by 31 May 2012 (previously: by May 2006)"
    )


def test_running_it_twice_gives_the_same() -> None:
    file = BACK + '[[draft]]\ntitle = "T"\nwork_area = "1"\ncontinues = ["R1"]\n' + GIVEN_UP
    rolled = two(file)
    again = two(file, into=rolled.plan)
    assert (again.plan, again.ledger) == (rolled.plan, rolled.ledger)


GIVEN_UP = """
[[waiting]]
item = "AP1/2.2"
decision = "drop"
reason = "nobody asked for it"
authority = "14680/05"
"""


def test_what_is_given_up_waits_no_more() -> None:
    rolled = two(GIVEN_UP)
    (entry,) = rolled.ledger.settled
    assert entry.outcome is WaitingOutcome.DROPPED
    assert (entry.reason, entry.authority) == ("nobody asked for it", parse_reference("14680/05"))
    assert rolled.ledger.balance["waiting items"]["dropped"] == 1
    assert "AP1/2.2" not in {one.item for one in rolled.ledger.waiting}
    assert not [one for one in rolled.report if one.subject == "AP1/2.2"]
    for ledgers in ([rolled.ledger], [rolled.ledger, ONE.ledger]):
        last = roll_over(rolled.plan, into=next_of(4), ledgers=ledgers)
        assert "AP1/2.2" not in {one.item for one in last.ledger.waiting}


def test_it_is_given_up_from_python_as_well() -> None:
    ends: dict[str, Complete | Drop] = {
        "AP1/2.1": Drop("too late"),
        "R1": Complete("done elsewhere"),
    }
    rolled = roll_over(ONE.plan, into=next_of(3), ledgers=[ONE.ledger], waiting=ends)
    assert outcomes(rolled.ledger) == {"AP1/2.1": "dropped", "R1": "completed"}
    address = {ActionRef("AP1", "2.1"): Drop("too late")}
    by_address = roll_over(ONE.plan, into=next_of(3), ledgers=[ONE.ledger], waiting=address)
    assert by_address.ledger.settled == rolled.ledger.settled[:1]
    draft = Action(
        code="9.1", title="G", links=[Link(kind=LinkKind.CONTINUES, target=ActionRef("AP1", "2.1"))]
    )
    with_draft = next_of(3, actions=[draft])
    for name, end, into, words in (
        ("AP1/9.9", Drop("no"), next_of(3), "AP1/9.9 does not wait; waiting is AP1/1.1"),
        ("R1", LATER, next_of(3), "R1: Defer.* ends nothing; there are Complete and Drop"),
        ("AP1/2.1", Drop("no"), with_draft, "dropped, and AP3/9.1 goes on"),
    ):
        with pytest.raises(RolloverError, match=words):
            roll_over(ONE.plan, into=into, ledgers=[ONE.ledger], waiting={name: end})  # type: ignore[arg-type]  # what is refused


def test_a_draft_is_made_from_python_as_well() -> None:
    decisions = Decisions(
        plan="AP2",
        decided=tuple(ActionDecision(code=one.code, disposition=Carry()) for one in ONE.plan),
        drafts=(DraftDecision(work_area=Code("2"), continues=ActionRef("AP1", "2.1")),),
    )
    assert decisions.drafts[0].continues == ("AP1/2.1",)
    decisions = attrs.evolve(
        decisions,
        drafts=(DraftDecision(continues="AP1/2.1"),),
    )
    rolled = roll_over(
        ONE.plan, into=next_of(3), decide=decisions, earlier=[FIRST], ledgers=[ONE.ledger]
    )
    assert rolled.plan["2.2"].title == "Draw up a guide"
    with pytest.raises(TypeError, match="continues takes names"):
        DraftDecision(title="T", continues=[3])  # type: ignore[list-item]  # what is refused


def faults(file: str, **options: object) -> list[str]:
    with pytest.raises(DecisionsError) as caught:
        two(file, **options)  # type: ignore[arg-type]  # the options
    top = HEAD.count("\n")
    found = []
    for fault in caught.value.faults:
        place, _, words = fault.removeprefix("d.toml:").partition(": ")
        found.append(f"{int(place) - top}: {words}")
    return found


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (
            BACK.replace("2.1", "2.8"),
            '2: nothing is known of AP1/2.8; did you mean "AP1/2.2" or "AP1/2.1"',
        ),
        (BACK.replace("AP1/", ""), '2: nothing is known of 2.1; did you mean "AP1/2.1"'),
        (
            BACK.replace("AP1", "AP2"),
            "2: AP2/2.1 is an action of the plan that ends, and has its own decision, ",
        ),
        (BACK.replace("AP1/2.1", "AP2/2.5"), '2: AP2 has no action 2.5; did you mean "2.1"?'),
        (
            BACK.replace("2.1", "1.1"),
            "2: AP1/1.1 goes on as AP2/1.1 already; decide on that one, and take this out here",
        ),
        (
            BACK.replace("2.1", "2.2") + 'work_area = "2"\n',
            '1: nothing tells the title of AP1/2.2; write title = "What is to be done"',
        ),
        (
            BACK + BACK,
            "4: two drafts continue AP1/2.1, first in line",
        ),
        (
            BACK.replace('"AP1/2.1"', "2.1"),
            '2: continues takes a text or a list of texts, such as continues = "AP1/5.2"',
        ),
        (BACK.replace('"AP1/2.1"', '""'), '2: continues is empty; write continues = "AP1/5.2"'),
        (
            BACK.replace('"AP1/2.1"', '["AP1/2.1", 3]') + NAMED,
            "2: continues takes texts in quotation marks, not 3",
        ),
        ('[[draft]]\ntitle = "T"\nwork_area = "1"\ncontinue = "R1"\n', "4: there is no key"),
        (GIVEN_UP.replace("2.2", "2.7"), "3: AP1/2.7 does not wait; did you mean"),
        (GIVEN_UP.replace("nobody asked for it", ""), '5: drop needs a reason; write reason = "'),
        (GIVEN_UP.replace("drop", "defer"), "4: there is no decision 'defer'; write one of wait"),
        (GIVEN_UP.replace("drop", "wait"), "5: the ledger keeps no reason for what has the dec"),
        (GIVEN_UP.replace("item", "name"), "2: item is missing; write item = "),
        (GIVEN_UP + GIVEN_UP, "8: AP1/2.2 stands twice, first in line"),
        (
            GIVEN_UP.replace("2.2", "2.1") + BACK,
            '8: a draft continues AP1/2.1, and the decision on that is drop; write decision = "dr',
        ),
        (
            '[[waiting]]\nitem = "AP1/2.1"\ndecision = "draft"\n',
            '1: no [[draft]] continues AP1/2.1; write one, with continues = "AP1/2.1"',
        ),
    ],
)
def test_faults_are_told_with_their_lines(file: str, words: str) -> None:
    assert any(fault.startswith(words) for fault in faults(file)), faults(file)


def test_an_alias_names_what_waits_and_an_older_place_does_not() -> None:
    draft = '[[waiting]]\nitem = "AP1/2.1"\ndecision = "draft"\n' + BACK.replace("2.1", "G1")
    assert outcomes(two(draft).ledger) == {"AP1/2.1": "taken up"}
    assert faults(BACK, earlier=False) == ["1: the draft needs a work_area (1, 2) or a code"]
    second = roll_over(
        ONE.plan, into=next_of(3), decide=lambda one: LATER if one.code == "2.1" else Carry()
    )
    text = decisions_text(second.plan) + BACK.replace("2.1", "2.3")
    report = second.plan, parse_decisions(text, source="d.toml")
    with pytest.raises(DecisionsError, match=r"AP1/2\.3 waits as AP2/2\.1; write cont"):
        check_decisions(report[1], report[0], earlier=[FIRST], ledgers=[second.ledger])
    assert check_decisions(report[1], report[0]).ok  # what waits is not known here


def test_without_the_ledger_the_file_cannot_be_used() -> None:
    with pytest.raises(DecisionsError, match="no ledger of a rollover before says what waits"):
        roll_over(ONE.plan, into=next_of(3), decide=parse_decisions(HEAD + GIVEN_UP))
    handed_in = two(
        '[[draft]]\ntitle = "T"\nwork_area = "1"\nrecommendations = ["R1"]\n', recommendations=ASKED
    )
    assert outcomes(handed_in.ledger) == {}
    assert faults(
        '[[draft]]\ntitle = "T"\nwork_area = "1"\ncontinues = "R1"\n', recommendations=ASKED
    ) == ['4: recommendation R1 is handed in; take it out here, and write recommendations = ["R1"]']


def test_a_revision_does_not_decide_on_what_waits() -> None:
    with pytest.raises(DecisionsError, match="waits for a new plan; only a rollover decides on it"):
        check_decisions(parse_decisions(HEAD + GIVEN_UP), ONE.plan, purpose="revision")
    text = decisions_text(ONE.plan, purpose="revision", ledgers=[ONE.ledger])
    assert "[[waiting]]" not in text


def test_an_account_does_not_contradict_itself() -> None:
    ledger = two(BACK + GIVEN_UP).ledger
    taken_up, dropped = ledger.settled
    wrong = attrs.evolve(
        ledger,
        settled=(
            attrs.evolve(taken_up, successors=()),
            attrs.evolve(dropped, reason="", successors=(ActionRef("AP3", "1.1"),)),
        ),
        waiting=(*ledger.waiting, taken_up.waiting),
    )
    assert wrong.faults == (
        "there are 2 entries for the waiting item AP1/2.1",
        "AP1/2.1: it is taken up, and by no action",
        "AP1/2.2: it is dropped, and goes on as AP3/1.1",
        "AP1/2.2: it is dropped, and no reason is given",
    )
    assert not wrong.balance["waiting items"].balanced
