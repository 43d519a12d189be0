import datetime as dt
import re

import attrs
import pytest

import customs_coop.model as nouns
from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import By
from customs_coop.diagnostics import Span
from customs_coop.errors import InvalidValueError, UnknownActionError, UnknownPlanError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Approval,
    Code,
    Document,
    Dossier,
    Event,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Marking,
    Party,
    Place,
    Priority,
    Recommendation,
    Role,
    Status,
    Strategy,
    known_party,
)
from customs_coop.references import DocumentNumber
from folded import every_case

RECORDS = sorted(
    (member for member in vars(nouns).values() if isinstance(member, type) and attrs.has(member)),
    key=lambda kind: kind.__name__,
)


@every_case("kind", RECORDS)
def test_records_are_frozen_and_have_no_room_for_more(kind: type) -> None:
    assert "__slots__" in vars(kind)
    assert "__setattr__" in vars(kind)
    assert kind.__doc__


@every_case("kind", RECORDS)
def test_the_docstring_of_a_record_tells_every_field(kind: type) -> None:
    doc = kind.__doc__ or ""
    for field in attrs.fields(kind):
        assert f"{field.name}:" in doc


@every_case(
    ("kind", "field"),
    [
        (kind, field.name)
        for kind in RECORDS
        for field in attrs.fields(kind)
        if str(field.type).startswith("tuple[")
    ],
)
def test_a_plural_refuses_a_bare_text(kind: type, field: str) -> None:
    given = {
        f.name: "2006-01-01/2006-12-31" if f.name == "period" else "x"
        for f in attrs.fields(kind)
        if f.default is attrs.NOTHING
    }
    given |= {"on": "2006-09-30"} if "on" in given else {}
    with pytest.raises(TypeError, match=f"{field} takes a tuple of values, not the bare text"):
        kind(**given | {field: "CCWP"})


def test_a_plural_takes_any_iterable_and_keeps_a_tuple() -> None:
    action = Action(code="1", title="", outcomes=(text for text in ("a", "b")))
    assert action.outcomes == ("a", "b")
    with pytest.raises(TypeError, match="outcomes takes a tuple of values, not 7"):
        Action(code="1", title="", outcomes=7)  # type: ignore[arg-type]  # what is refused
    with pytest.raises(TypeError, match="outcomes takes members of str, not 7"):
        Action(code="1", title="", outcomes=[7])  # type: ignore[list-item]  # what is refused


def test_fields_take_their_canonical_text() -> None:
    action = Action(code="5.10", title="Compare", objectives=["1", "A"], aliases=("5.3",))
    assert action.code == Code("5.10")
    assert action.objectives == (Code("1"), Code("A"))
    assert action.aliases == (Code("5.3"),)
    plan = ActionPlan(id="AP2", title="Second", period="2007-01-01/2008-06-30")
    assert plan.period == Period("2007-01-01", "2008-06-30")
    assert Strategy(id="S", title="", adopted="2003-10-02").adopted == dt.date(2003, 10, 2)
    assert Event(id="E", title="", when="2004-02-25").when == PartialDate(
        "2004-02-25", "2004-02-25"
    )
    assert Approval(party="CATS", on="2003-12-01/..").on == PartialDate("2003-12-01", None)


def test_what_is_no_canonical_text_is_refused_with_the_way_out() -> None:
    with pytest.raises(InvalidValueError, match="2011-07-01/2012-12-31"):
        ActionPlan(id="AP2", title="", period="2007 to 2008")
    with pytest.raises(InvalidValueError, match="2011-07-01"):
        Strategy(id="S", title="", adopted="2 October 2003")


@every_case(
    ("given", "kept"),
    [
        ("High", Priority.HIGH),
        ("high", Priority.HIGH),
        (Priority.LOW, Priority.LOW),
        ("See note", "See note"),
        ("Potential to defer", "Potential to defer"),
        ("", ""),
        (None, None),
    ],
)
def test_an_unknown_priority_survives_as_printed(given: str | None, kept: object) -> None:
    assert Action(code="1", title="", priority=given).priority == kept


def test_an_unknown_marking_survives_as_printed() -> None:
    number = DocumentNumber(14680, 2005)
    assert Document(reference=number, title="", marking="LIMITE").marking is Marking.LIMITE
    assert Document(reference=number, title="", marking="RESTREINT").marking == "RESTREINT"


def test_status_is_never_none() -> None:
    assert Action(code="1", title="").status is Status.OPEN
    assert Indicator(text="Report").status is Status.OPEN
    assert Recommendation(id="r", text="").status is Status.OPEN
    assert {status for status in Status if status.closed} == {Status.COMPLETED, Status.OBSOLETE}


def test_an_action_tells_its_parties_and_all_its_deadlines() -> None:
    own, inner = By("2006-12-31"), By("2006-02-28")
    lead = Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWG")
    other = Involvement(party="EUROPOL", role=Role.CONCERNED)
    action = Action(
        code="5.1",
        title="Training",
        involved=[other, lead],
        deadlines=[own],
        indicators=[Indicator(text="Questionnaire", deadlines=[inner])],
    )
    assert action.responsible == (lead,)
    assert action.concerned == (other,)
    assert action.all_deadlines == (own, inner)


def test_the_place_in_the_source_is_not_compared() -> None:
    here = Action(code="1", title="", span=Span(source="a.txt", line=3))
    there = Action(code="1", title="", span=Span(source="b.txt", line=9))
    assert here == there
    assert hash(here) == hash(there)


def test_a_plan_finds_by_code_then_by_alias() -> None:
    merged = Action(code="5.1", title="Training", aliases=["5.3", "5.2"])
    plain = Action(code="5.2", title="Exchange")
    plan = ActionPlan(id="AP1", title="", actions=[merged, plain])
    assert plan["5.1"] is merged
    assert plan["5.3"] is merged
    assert plan[Code("5.2")] is plain
    assert [action.code for action in plan] == [Code("5.1"), Code("5.2")]
    assert len(plan) == 2
    assert "5.3" in plan
    assert Code("5.3") in plan
    assert plain in plan
    assert "9.9" not in plan
    assert "" not in plan
    assert plan.ref(merged) == ActionRef("AP1", "5.1")


def test_a_code_that_stands_twice_finds_the_first() -> None:
    first, second = Action(code="1", title="a"), Action(code="1", title="b")
    assert ActionPlan(id="P", title="", actions=[first, second])["1"] is first


def test_an_unknown_code_is_answered_with_the_known_ones() -> None:
    plan = ActionPlan(id="AP1", title="", actions=[Action(code="5.1", title="")])
    with pytest.raises(UnknownActionError, match=r"plan AP1 has no action 8\.4; it has 5\.1"):
        plan["8.4"]
    many = ActionPlan(
        id="AP1", title="", actions=[Action(code=str(n), title="") for n in range(1, 30)]
    )
    with pytest.raises(UnknownActionError, match=r"1, 2, 3, 4, 5, 6, \.\.\., 27, 28, 29"):
        many["x"]


def test_a_plan_id_holds_no_slash() -> None:
    with pytest.raises(InvalidValueError, match='holds no "/"'):
        ActionPlan(id="AP/1", title="")


def test_an_empty_plan_is_still_a_plan() -> None:
    assert bool(ActionPlan(id="AP1", title=""))


def test_a_dossier_finds_plans_and_actions() -> None:
    action = Action(code="8", title="Evaluate")
    plan = ActionPlan(id="AP2", title="", actions=[action])
    dossier = Dossier(plans=[plan])
    assert dossier["AP2"] is plan
    assert dossier["AP2/8"] is action
    assert dossier.action(ActionRef("AP2", "8")) is action
    assert dossier.plan is plan
    assert Dossier.of(plan) == dossier
    assert Dossier.of(dossier) is dossier


def test_a_dossier_says_what_it_has_when_asked_for_something_else() -> None:
    dossier = Dossier(plans=[ActionPlan(id="AP1", title=""), ActionPlan(id="AP2", title="")])
    with pytest.raises(UnknownPlanError, match="has 2 plans \\(AP1, AP2\\)"):
        _ = dossier.plan
    with pytest.raises(UnknownPlanError, match="no plan 'AP3'; it has AP1, AP2"):
        dossier["AP3"]
    with pytest.raises(UnknownPlanError, match="it has none"):
        Dossier()["AP3/1"]
    with pytest.raises(UnknownActionError):
        dossier["AP1/1"]
    with pytest.raises(TypeError, match="a dossier or an action plan is wanted, not str"):
        Dossier.of("AP1")  # type: ignore[arg-type]  # what is refused here


def test_every_link_kind_has_a_place() -> None:
    assert {kind.place for kind in LinkKind} == set(Place)
    assert LinkKind.DEPENDS_ON.place is Place.BEFORE
    assert LinkKind.COMPLETED_BY.place is Place.AFTER
    assert LinkKind.HANDLED_WITH.place is Place.BESIDE
    assert not Link(kind=LinkKind.CITES, target=ActionRef("AP1", "1")).inferred


@every_case(
    ("text", "party"),
    [
        ("CCWG", "CCWP"),
        ("customs  cooperation\nworking party", "CCWP"),
        ("Europol", "EUROPOL"),
        ("Article 36 Committee", "CATS"),
        ("DG Taxud", "TAXUD"),
        ("UCLAF", "OLAF"),
    ],
)
def test_known_bodies_answer_to_all_their_names(text: str, party: str) -> None:
    found = known_party(text)
    assert found is not None
    assert found.id == party


def test_bodies_are_known_once_and_belong_to_known_bodies() -> None:
    ids = [party.id for party in nouns.KNOWN_PARTIES]
    assert len(ids) == len(set(ids))
    assert {party.part_of for party in nouns.KNOWN_PARTIES} <= {None, *ids}
    assert known_party("Alpine countries") is None
    assert Party(id="X", name="X", names=["a"]).names[0].text == "a"


@every_case(
    ("kind", "field", "value", "message"),
    [
        (Action, "title", 5, "'title' must be <class 'str'>"),
        (Action, "status_text", None, "'status_text' must be <class 'str'>"),
        (Action, "status", 1, "a Status is wanted, not 1"),
        (Action, "priority", 5, "a Priority, a word or None is wanted, not 5"),
        (Action, "deadlines", ["June 2011"], "deadlines takes members of By or During"),
        (Action, "references", ["1234/05"], "references takes members of DocumentNumber or"),
        (Action, "indicators", ["Report"], "indicators takes members of Indicator, not 'Report'"),
        (Action, "links", [None], "links takes members of Link, not None"),
        (ActionPlan, "number", True, "number takes a whole number, not True"),
        (ActionPlan, "number", "3", "number takes a whole number, not '3'"),
        (ActionPlan, "number", 3.0, "number takes a whole number, not 3.0"),
        (ActionPlan, "document", "14680/05", "'document' must be"),
        (ActionPlan, "strategy", 1, "'strategy' must be <class 'str'>"),
        (Involvement, "confirmed", 1, "'confirmed' must be <class 'bool'>"),
        (Link, "target", "AP1/5.1", "not at a bare text; write ActionRef.parse('AP1/5.1')"),
        (Link, "target", "Action 5.1", "write ActionCitation.parse('Action 5.1')"),
        (Link, "target", "8351/2/09", "write DocumentNumber.parse('8351/2/09')"),
        (Link, "target", "AP1", "write PlanRef('AP1'), PartyRef('AP1'), RecommendationRef('AP1')"),
        (Link, "target", " / ", "or Named(' / ', 'event')"),
        (Link, "target", None, "plan.ref(action), RecommendationRef(item.id) or"),
        (Link, "target", Code("5.1"), "is wanted, not Code"),
    ],
)
def test_a_value_of_another_type_is_refused_at_once(
    kind: type, field: str, value: object, message: str
) -> None:
    given: dict[type, dict[str, object]] = {
        Action: {"code": "1", "title": ""},
        ActionPlan: {"id": "AP1", "title": ""},
        Involvement: {"party": "CCWP", "role": Role.RESPONSIBLE},
        Link: {"kind": LinkKind.CITES, "target": ActionRef("AP1", "1")},
    }
    with pytest.raises(TypeError, match=re.escape(message)):
        kind(**given[kind] | {field: value})


def test_closed_vocabularies_take_their_words() -> None:
    assert Action(code="1", title="", status="completed").status is Status.COMPLETED
    assert Involvement(party="CCWP", role="responsible").role is Role.RESPONSIBLE
    assert Link(kind="cites", target=ActionRef("AP1", "1")).kind is LinkKind.CITES
    with pytest.raises(InvalidValueError, match="'done' is no Status; there are 'open'"):
        Action(code="1", title="", status="done")
