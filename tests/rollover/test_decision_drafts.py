"""The head of the new plan in a decisions file, and what its drafts hold."""

import attrs
import pytest

from customs_coop.errors import DecisionsError, InvalidValueError
from customs_coop.model import Action, ActionPlan, Priority, Recommendation, Role, WorkArea
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    SHIFT,
    DraftDecision,
    DraftIndicator,
    decisions_text,
    next_plan,
    parse_decisions,
    revise,
    roll_over,
)

PLAN = ActionPlan(
    id="AP1",
    title="First Action Plan",
    period="2004-01-01/2006-12-31",
    document=DocumentNumber.parse("14680/05 LIMITE"),
    strategy="S1",
    work_areas=[WorkArea(code="5", title="Training")],
    actions=[Action(code="5.1", title="Train officers", work_area="5")],
)
ASKED = Recommendation(id="R1", text="Train together")
FILE = """\
plan = "AP1"

[into]
period = "2007-01-01/2008-06-30"
document = "1/07 LIMITE"
strategy = "S2"

[[action]]
code = "5.1"
decision = "carry"

[[recommendation]]
id = "R1"
decision = "draft"

[[draft]]
title = "Train together"
recommendations = ["R1"]
work_area = "5"
responsible = ["CCWP"]
concerned = ["COM", "EUROPOL"]
priority = "high"
objectives = ["1", "2"]
terms_of_reference = "Find rooms first."
deadlines = "by June 2008"

[[draft.indicator]]
text = "First course held"
deadlines = ["during the Slovenian Presidency", "by May 2008"]

[[draft.indicator]]
text = "Report written"
"""


def test_the_head_of_the_new_plan_is_given() -> None:
    decisions = parse_decisions(FILE, plan=PLAN, recommendations=[ASKED])
    into = decisions.next_plan(PLAN)
    assert (into.document, into.strategy) == (DocumentNumber.parse("1/07"), "S2")
    rolled = roll_over(PLAN, into=into, decide=decisions, recommendations=[ASKED])
    assert rolled.plan.document is not None
    assert rolled.plan.document.limite
    assert "CC615" not in {one.code for one in rolled.report}
    without = next_plan(PLAN, period="2007-01-01/2008-06-30")
    assert (without.document, without.strategy) == (None, "S1")
    assert "CC615" in {one.code for one in roll_over(PLAN, into=without).report}
    text = decisions_text(PLAN, into=into)
    assert 'document = "1/07 LIMITE"\nstrategy = "S2"\n' in text
    assert parse_decisions(text).new_document == into.document
    assert "# once its number is known" in decisions_text(PLAN, into=without)


def test_a_head_that_cannot_be_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="AP1 stands in 14680/05; a new plan is a new doc"):
        next_plan(PLAN, period="2007-01-01/2008-06-30", document=PLAN.document)
    with pytest.raises(TypeError, match="document takes a DocumentNumber"):
        next_plan(PLAN, period="2007-01-01/2008-06-30", document="1/07")  # type: ignore[arg-type]  # that is the point
    for instead, message in (
        ("soon", "d.toml:5: document 'soon' is no number of a Council document"),
        ("14680/05", "d.toml:5: AP1 stands in 14680/05; give the new plan a document of its own"),
    ):
        text = FILE.replace("1/07 LIMITE", instead)
        with pytest.raises(DecisionsError) as caught:
            parse_decisions(text, source="d.toml", plan=PLAN, recommendations=[ASKED])
        assert caught.value.faults[0].startswith(message)
    decisions = parse_decisions(FILE, source="d.toml")
    into = next_plan(PLAN, period="2007-01-01/2008-06-30")
    with pytest.raises(DecisionsError) as caught:
        roll_over(PLAN, into=into, decide=decisions, recommendations=[ASKED])
    assert [fault.split(": ")[0] for fault in caught.value.faults] == ["d.toml:5", "d.toml:6"]
    head = 'plan = "AP1"\n[into]\nstrategy = "S2"\n[[action]]\ncode = "5.1"\ndecision = "carry"\n'
    with pytest.raises(DecisionsError, match=r"\[into\] names a new plan, and a revision makes no"):
        revise(PLAN, decide=parse_decisions(head))


def test_a_draft_fills_the_row_of_a_new_action() -> None:
    decisions = parse_decisions(FILE, plan=PLAN, recommendations=[ASKED])
    rolled = roll_over(
        PLAN,
        into=decisions.next_plan(PLAN),
        decide=decisions,
        recommendations=[ASKED],
        deadlines=SHIFT,
    )
    new = rolled.plan["5.2"]
    assert (new.priority, [str(one) for one in new.objectives]) == (Priority.HIGH, ["1", "2"])
    assert new.terms_of_reference == "Find rooms first.\nRecommendation R1: Train together"
    assert [(one.party, one.role) for one in new.involved] == [
        ("CCWP", Role.RESPONSIBLE),
        ("COM", Role.CONCERNED),
        ("EUROPOL", Role.CONCERNED),
    ]
    # No policy moves what was written for the new plan.
    assert [one.edtf for one in new.deadlines] == ["[..2008-06-30]"]
    assert [(one.text, [time.edtf for time in one.deadlines]) for one in new.indicators] == [
        ("First course held", ["2008-40", "[..2008-05-31]"]),
        ("Report written", []),
    ]
    written = decisions_text(
        PLAN, into=decisions.next_plan(PLAN), decide=decisions, recommendations=[ASKED]
    )
    assert parse_decisions(written).drafts == decisions.drafts


@pytest.mark.parametrize(
    ("there", "instead", "message"),
    [
        ('"by June 2008"', '"soon"', '25: "soon" is no time that can be read; write one such as'),
        ('"by May 2008"]', '"in time"]', '29: "in time" is no time that can be read'),
        ('deadlines = "by June 2008"', "deadlines = 2008", "25: deadlines takes a text or a list"),
        ('objectives = ["1", "2"]', 'objectives = "1"', "23: objectives takes a list, such as"),
        ('text = "Report written"', 'test = "x"', "32: there is no key 'test' here; did you mean"),
        ('text = "Report written"', "", "31: text is missing; write text ="),
        ('priority = "high"', "priority = 1", "22: priority takes a text in quotation marks"),
        ('priority = "high"', "as_words = 1", "22: as_words takes true or false"),
    ],
)
def test_a_fault_of_a_draft_has_its_line(there: str, instead: str, message: str) -> None:
    assert FILE.count(there) == 1
    with pytest.raises(DecisionsError) as caught:
        parse_decisions(
            FILE.replace(there, instead), source="d.toml", plan=PLAN, recommendations=[ASKED]
        )
    assert any(one.startswith(f"d.toml:{message}") for one in caught.value.faults)


def test_words_may_be_wanted_and_what_is_odd_is_told() -> None:
    text = FILE.replace('"by June 2008"', '"when they wish"\nas_words = true')
    text = text.replace('"EUROPOL"', '"Nobody at all"').replace('"by May 2008"', '"by 2005"')
    decisions = parse_decisions(text, source="d.toml", plan=PLAN, recommendations=[ASKED])
    rolled = roll_over(
        PLAN, into=decisions.next_plan(PLAN), decide=decisions, recommendations=[ASKED]
    )
    assert rolled.plan["5.2"].deadlines[0].text == "when they wish"
    told = [str(one) for one in rolled.report if one.code in ("CC604", "CC642")]
    assert told == [
        "warning CC642: AP1: d.toml:21 names 'Nobody at all', and nobody is known by that name",
        'warning CC604: AP2: the time "by 2005" of indicator 1 is over before 2007-01-01',
    ]


def test_a_draft_in_python_is_the_same() -> None:
    draft = DraftDecision(
        title="New",
        objectives=["1"],
        deadlines="by June 2008",
        indicators=[DraftIndicator(text="Done", deadlines="by May 2008")],
    )
    assert (draft.deadlines, draft.indicators[0].deadlines) == (("by June 2008",), ("by May 2008",))
    assert [str(one) for one in draft.objectives] == ["1"]
    with pytest.raises(TypeError, match="objectives takes codes, not the bare text '12'"):
        DraftDecision(title="New", objectives="12")


def test_what_comes_back_keeps_what_the_draft_does_not_say() -> None:
    older = ActionPlan(
        id="AP0",
        title="",
        period="2001-01-01/2003-12-31",
        actions=[Action(code="5.3", title="Train dogs", priority="Low")],
    )
    text = """\
plan = "AP1"
[[action]]
code = "5.1"
decision = "carry"
[[draft]]
continues = "AP0/5.3"
work_area = "5"
priority = "High"
concerned = ["COM"]
deadlines = ["by June 2008"]
[[draft.indicator]]
text = "Course held"
"""
    rolled = roll_over(
        PLAN,
        into=next_plan(PLAN, period="2007-01-01/2008-06-30"),
        decide=parse_decisions(text),
        deadlines=SHIFT,
        earlier=[older],
    )
    (new,) = [one for one in rolled.plan if one.title == "Train dogs"]
    assert new.priority is Priority.HIGH
    assert [one.text for one in new.deadlines] == ["by June 2008"]
    assert [one.text for one in new.indicators] == ["Course held"]
    assert [one.party for one in new.involved] == ["COM"]


@pytest.mark.parametrize(
    ("code", "areas", "area", "codes"),
    [
        ("5.7", {}, "5", ["5.7", "5.1", "6.1"]),
        ("6.7", {}, "6", ["5.1", "6.1", "6.7"]),
        # The draft of the plan has the work areas under other codes.
        ("2.7", {"2": "Training"}, "2", ["2.1", "2.7", "6.1"]),
        ("6.7", {"6": "Training", "5": "Laboratories"}, "6", ["5.1", "6.1", "6.7"]),
        ("8.7", {}, None, ["5.1", "6.1", "8.7"]),
        ("7", {}, None, ["5.1", "6.1", "7"]),
    ],
)
def test_a_code_says_the_work_area_of_a_draft(
    code: str, areas: dict[str, str], area: str | None, codes: list[str]
) -> None:
    plan = attrs.evolve(
        PLAN,
        work_areas=[*PLAN.work_areas, WorkArea(code="6", title="Laboratories")],
        actions=[*PLAN.actions, Action(code="6.1", title="Test", work_area="6")],
    )
    into = ActionPlan(
        id="AP2", title="", work_areas=[WorkArea(code=key, title=areas[key]) for key in areas]
    )
    text = f"""plan = "AP1"
[[action]]
code = "5.1"
decision = "carry"
[[action]]
code = "6.1"
decision = "carry"
[[draft]]
title = "New"
code = "{code}"
"""
    rolled = roll_over(plan, into=into, decide=parse_decisions(text))
    new = next(one for one in rolled.plan if one.title == "New")
    assert (str(new.code), None if new.work_area is None else str(new.work_area)) == (code, area)
    assert sorted(str(one.code) for one in rolled.plan) == sorted(codes)
    if area is not None:
        assert {str(one.code)[0] for one in rolled.plan if one.work_area == new.work_area} == {
            code[0]
        }


def test_a_code_that_begins_with_the_number_of_the_plan_says_no_work_area() -> None:
    plan = attrs.evolve(
        PLAN, number=5, actions=[*PLAN.actions, Action(code="5.2", title="Test", work_area="6")]
    )
    carried = [f'[[action]]\ncode = "{code}"\ndecision = "carry"\n' for code in ("5.1", "5.2")]
    text = 'plan = "AP1"\n' + "".join(carried) + '[[draft]]\ntitle = "New"\ncode = "5.7"\n'
    rolled = roll_over(
        plan, into=ActionPlan(id="AP2", title="", number=6), decide=parse_decisions(text)
    )
    assert rolled.plan["5.7"].work_area is None
