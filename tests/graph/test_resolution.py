"""Which thing a link means: what is said, what is told from the numbering, what stays open."""

import attrs

from customs_coop.graph import Node, OpenCitation, resolve
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Event,
    LinkKind,
    Named,
    Party,
    PartyRef,
    PlanRef,
    Recommendation,
    RecommendationRef,
    Strategy,
    Target,
)
from customs_coop.references import ActionCitation, DocumentNumber, RecommendationCitation
from folded import every_case
from linked_plans import action, link, plan

REPORT = DocumentNumber.parse("8351/2/09 REV 2")
FIRST = plan("AP1", action("3.1"), action("6.6", aliases=("6.7",)), number=1)
FIFTH = plan("AP5", action("5.1"), action("5.2"), number=5, previous=("AP4", "AP1"))


def meant(target: Target, *plans: ActionPlan, source: str = "AP5/5.1") -> tuple[str, bool, str]:
    found = resolve(Dossier(plans=plans)).meaning(ActionRef.parse(source), target)
    return str(found.node), found.inferred, found.finding


def test_a_code_means_the_plan_in_which_it_stands() -> None:
    assert meant(ActionCitation(None, "5.2"), FIRST, FIFTH) == ("AP5/5.2", False, "")
    assert meant(ActionCitation(None, "6.7"), FIRST, source="AP1/3.1") == ("AP1/6.6", False, "")


def test_an_alias_leads_to_the_action_that_has_it() -> None:
    assert meant(ActionRef("AP1", "6.7"), FIRST, FIFTH) == ("AP1/6.6", False, "")


def test_an_ordinal_names_the_plan_of_that_number() -> None:
    assert meant(ActionCitation(1, "6.6"), FIRST, FIFTH) == ("AP1/6.6", False, "")
    named = plan("W1", action("6.6"), number=1)
    assert meant(ActionCitation(1, "6.6"), named, FIFTH) == ("W1/6.6", False, "")
    assert meant(ActionCitation(5, "5.2"), FIFTH) == ("AP5/5.2", False, "")


def test_an_ordinal_names_a_plan_that_is_not_held() -> None:
    assert meant(ActionCitation(2, "8"), FIRST, FIFTH) == ("AP2/8", False, "CC506")


def test_a_held_plan_that_lacks_the_code_is_told() -> None:
    assert meant(ActionCitation(1, "9.9"), FIRST, FIFTH) == ("AP1/9.9", False, "CC505")


def test_of_two_plans_of_one_number_the_one_before_is_meant() -> None:
    rival = plan("X1", action("6.6"), number=1)
    assert meant(ActionCitation(1, "6.6"), rival, FIRST, FIFTH) == ("AP1/6.6", True, "")


def test_of_two_plans_of_one_number_none_is_guessed() -> None:
    one, two = plan("X1", action("6.6"), number=1), plan("Y1", action("6.6"), number=1)
    found = resolve(Dossier(plans=[two, one, FIFTH])).meaning(
        ActionRef("AP5", "5.1"), ActionCitation(1, "6.6")
    )
    assert (found.finding, found.candidates) == ("CC504", ("X1/6.6", "Y1/6.6"))
    assert found.node == OpenCitation("AP5", ActionCitation(1, "6.6"))


def test_where_codes_begin_with_the_number_of_the_plan_a_code_tells_its_plan() -> None:
    assert meant(ActionCitation(None, "4.9"), FIFTH) == ("AP4/4.9", True, "CC506")
    fourth = plan("P4", action("4.9"), number=4)
    assert meant(ActionCitation(None, "4.9"), fourth, FIFTH) == ("P4/4.9", True, "")


def test_the_numbering_goes_before_the_same_code_of_another_plan_and_that_is_told() -> None:
    assert meant(ActionCitation(None, "3.1"), FIRST, FIFTH) == ("AP3/3.1", True, "CC508")


def test_a_held_plan_of_the_number_that_lacks_the_code_leaves_it_open() -> None:
    third = plan("AP3", action("3.2"), number=3)
    found = resolve(Dossier(plans=[FIRST, third, FIFTH])).meaning(
        ActionRef("AP5", "5.1"), ActionCitation(None, "3.1")
    )
    assert (str(found.node), found.finding) == ("Action 3.1 (cited in AP5)", "CC505")
    assert found.candidates == ("AP1/3.1",)


@every_case("code", ["7.1", "8", "0.3", "5.9"])
def test_a_code_that_tells_no_earlier_plan_stays_as_it_is(code: str) -> None:
    assert meant(ActionCitation(None, code), FIRST, FIFTH) == (
        f"Action {code} (cited in AP5)",
        False,
        "CC505",
    )


def test_codes_that_do_not_count_by_plan_tell_no_plan() -> None:
    mixed = plan("AP5", action("5.1"), action("6.1"), number=5)
    open_ = "Action 3.1 (cited in AP5)", False, "CC505"
    assert meant(ActionCitation(None, "3.1"), mixed) == open_
    empty = plan("AP5", number=5)
    assert meant(ActionCitation(None, "3.1"), empty) == open_


def test_the_only_plan_before_that_has_the_code_is_meant() -> None:
    second = plan("B", action("1"), previous=("A",))
    third = plan("C", action("2"), previous=("B",))
    first = plan("A", action("9"))
    assert meant(ActionCitation(None, "9"), third, second, first, source="C/2") == ("A/9", True, "")
    apart = plan("D", action("9"))
    assert meant(ActionCitation(None, "9"), third, second, apart, source="C/2")[2] == "CC505"


def test_of_two_plans_before_that_have_the_code_none_is_guessed() -> None:
    last = plan("C", action("2"), previous=("B", "A"))
    others = plan("A", action("9")), plan("B", action("9"))
    found = resolve(Dossier(plans=[last, *others])).meaning(
        ActionRef("C", "2"), ActionCitation(None, "9")
    )
    assert (found.finding, found.candidates) == ("CC504", ("B/9", "A/9"))


def test_plans_that_continue_each_other_end_nowhere() -> None:
    one, two = plan("A", action("1"), previous=("B",)), plan("B", action("2"), previous=("A",))
    assert meant(ActionCitation(None, "2"), one, two, source="A/1") == ("B/2", True, "")


def test_recommendations_are_known_by_their_report_and_number() -> None:
    items = [
        Recommendation(id="R12", text="", number="12", document=REPORT),
        Recommendation(id="Q12", text="", number="12", document=DocumentNumber(1, 2009)),
    ]
    found = resolve(Dossier(recommendations=items))
    source = ActionRef("AP5", "5.1")
    assert found.target(source, RecommendationCitation(REPORT, "12")) == RecommendationRef("R12")
    other = RecommendationCitation(REPORT, "13")
    assert found.target(source, other) == other
    bare = found.meaning(source, RecommendationCitation(None, "12"))
    assert (bare.finding, bare.candidates) == ("CC504", ("Q12", "R12"))
    assert found.meaning(source, RecommendationCitation(None, "13")).finding == "CC505"


def test_a_report_may_be_cited_in_another_revision_than_the_one_that_is_held() -> None:
    source, bare = ActionRef("AP5", "5.1"), DocumentNumber(11801, 2010)
    items = [
        Recommendation(
            id=f"R{number}", text="", number="3", document=attrs.evolve(bare, revision=number)
        )
        for number in (3, 4)
    ]
    cited = RecommendationCitation(bare, "3")
    alone = resolve(Dossier(recommendations=items[1:])).meaning(source, cited)
    assert (alone.node, alone.inferred) == (RecommendationRef("R4"), True)
    exact = RecommendationCitation(items[1].document, "3")
    both = resolve(Dossier(recommendations=items))
    assert both.meaning(source, exact).node == RecommendationRef("R4")
    assert not both.meaning(source, exact).inferred
    assert both.meaning(source, cited).finding == "CC504"
    added = RecommendationCitation(attrs.evolve(bare, addendum=1), "3")
    assert both.target(source, added) == added


def test_names_are_matched_whole_and_in_any_case() -> None:
    dossier = Dossier(
        plans=[FIFTH],
        strategies=[Strategy(id="S1", title="Strategy of Ropes")],
        events=[Event(id="E1", title="Meeting in Gdansk")],
        parties=[Party(id="ROPES", name="Ropes Group", names=["Cordage Group"])],
    )
    found = resolve(dossier)
    source = ActionRef("AP5", "5.1")
    assert found.target(source, Named("strategy  of ropes")) == Named("S1", "strategy")
    assert found.target(source, Named("E1", "event")) == Named("E1", "event")
    assert found.target(source, Named("Cordage group", "group")) == PartyRef("ROPES")
    group = Named("Group", "group")
    assert found.target(source, group) == OpenCitation("AP5", group)


def named(*things: Document | Event | Strategy | Party, text: str, kind: str) -> tuple[str, bool]:
    dossier = Dossier(
        documents=[one for one in things if isinstance(one, Document)],
        events=[one for one in things if isinstance(one, Event)],
        strategies=[one for one in things if isinstance(one, Strategy)],
        parties=[one for one in things if isinstance(one, Party)],
    )
    found = resolve(dossier).meaning(ActionRef("AP5", "5.1"), Named(text, kind))
    return str(found.node), found.inferred


EVENT = Event(id="E1", title="Final report")
PAPER = Document(reference=REPORT, title="Final report")


@every_case(
    ("things", "kind", "expected"),
    [
        ([EVENT], "report", ("Final report (cited in AP5)", False)),
        ([EVENT], "event", ("E1", False)),
        ([EVENT], "", ("E1", True)),
        ([EVENT], "milestone", ("E1", True)),
        ([PAPER], "report", ("8351/2/09 REV 2", True)),
        ([PAPER], "", ("8351/2/09 REV 2", True)),
        ([PAPER], "meeting", ("Final report (cited in AP5)", False)),
        ([PAPER, EVENT], "report", ("8351/2/09 REV 2", True)),
        ([PAPER, EVENT], "", ("E1", True)),
        ([Party(id="P", name="Final report")], "group", ("P", False)),
        ([Party(id="P", name="Final report")], "event", ("Final report (cited in AP5)", False)),
        ([Strategy(id="S", title="Final report")], "strategy", ("S", False)),
        ([Strategy(id="S", title="Final report")], "act", ("Final report", False)),
    ],
)
def test_a_name_means_only_what_is_of_its_kind(
    things: list[Document | Event | Strategy | Party], kind: str, expected: tuple[str, bool]
) -> None:
    assert named(*things, text="Final report", kind=kind) == expected


def test_two_documents_of_one_title_leave_the_name_open() -> None:
    other = Document(reference=DocumentNumber(1, 2009), title="final  report")
    found = resolve(Dossier(documents=[PAPER, other])).meaning(
        ActionRef("AP5", "5.1"), Named("Final report", "report")
    )
    assert (found.finding, found.candidates) == ("CC504", ("1/09", "8351/2/09 REV 2"))


@every_case("text", ["AFIS MAB", "afis-mab", "AFIS\u2011MAB", "AFIS_MAB"])
def test_hyphens_in_ids_stand_for_blanks(text: str) -> None:
    assert named(Event(id="AFIS-MAB", title="Start"), text=text, kind="event")[0] == "AFIS-MAB"
    other = f"{text} 1"
    event = Event(id="AFIS-MAB", title="Start")
    assert named(event, text=other, kind="event")[0] == f"{other} (cited in AP5)"


def test_one_name_of_two_things_stays_open() -> None:
    dossier = Dossier(
        events=[Event(id="E1", title="Ropes")], parties=[Party(id="P1", name="ropes")]
    )
    found = resolve(dossier).meaning(ActionRef("AP5", "5.1"), Named("Ropes"))
    assert (found.node, found.finding) == (OpenCitation("AP5", Named("Ropes")), "CC504")
    assert found.candidates == ("P1", "E1")


@every_case(
    ("name", "kind", "expected"),
    [
        ("Third Action Plan", "plan", PlanRef("AP3")),
        ("the first action plan", "plan", PlanRef("AP1")),
        ("Third Action Plan", "", None),
        ("next Action Plan", "plan", None),
        ("Third Action Plan on ropes", "plan", None),
    ],
)
def test_a_plan_that_is_named_by_its_ordinal(name: str, kind: str, expected: Node | None) -> None:
    found = resolve(Dossier(plans=[FIRST, FIFTH]))
    named = Named(name, kind)
    node = expected or OpenCitation("AP5", named)
    assert found.target(ActionRef("AP5", "5.1"), named) == node


def test_an_action_that_was_merged_keeps_its_former_code_as_a_node() -> None:
    merged = action("5.1", aliases=("5.3",))
    found = resolve(plan("AP1", merged))
    own = ActionRef("AP1", "5.1")
    former = found.end(own, link(LinkKind.MERGED_FROM, "AP1/5.3"))
    assert former is not None
    assert (str(former.node), former.former) == ("AP1/5.3", True)
    assert found.end(own, link(LinkKind.DEPENDS_ON, "AP1/5.3")) is None
    assert found.end(own, link(LinkKind.MERGED_FROM, "AP1/5.1")) is None


def test_the_report_tells_each_open_citation_with_its_words() -> None:
    first = action(
        "5.1",
        link("awaits", "AP5/5.1", "awaits itself"),
        link("handled with", "AP5/5.1", "with itself"),
        link("awaits", ActionCitation(None, "8"), "awaits 8"),
        link("cites", ActionCitation(None, "8"), "see 8"),
        link("takes up", ActionCitation(4, "4.9"), "4.9 of the fourth"),
        link("takes up", ActionCitation(None, "3.1"), "see 3.1"),
    )
    second = action(
        "5.2",
        link("cites", ActionCitation(4, "4.8"), "4.8 of the fourth"),
        link("cites", ActionCitation(None, "2.8"), "see 2.8"),
    )
    fifth = plan("AP5", first, second, number=5, previous=("AP1",))
    report = resolve(Dossier(plans=[FIRST, fifth])).report
    assert [str(finding) for finding in report] == [
        'warning CC507: AP5/5.1: awaits itself: "awaits itself"',
        'warning CC505: AP5/5.1: Action 8, and neither AP5 nor a plan before it has it: "awaits 8"',
        (
            "info CC508: AP5/5.1: Action 3.1 was taken for AP3/3.1, from the numbering;"
            ' AP1/3.1 was not meant: "see 3.1"'
        ),
        "info CC506: AP5: AP4 is known by its name only, from 5.1, 5.2",
        "info CC506: AP5: AP2 is inferred from the numbering only, and not held, from 5.2",
    ]


def test_recommendations_and_documents_that_cite_themselves_are_told() -> None:
    own = RecommendationRef("R")
    item = Recommendation(
        id="R", text="", links=[link("awaits", own, "after R"), link("handled with", own)]
    )
    links = [link("cites", REPORT), link("prints", Named("Programme"))]
    paper = Document(reference=REPORT, title="Programme", links=links)
    report = resolve(Dossier(recommendations=[item], documents=[paper])).report
    assert [str(finding) for finding in report] == [
        'warning CC507: R: awaits itself: "after R"',
        f"warning CC507: {REPORT}: cites itself",
    ]


def test_a_dossier_that_says_all_has_no_findings() -> None:
    fifth = plan("AP5", action("5.1", link("awaits", "AP1/3.1"), link("cites", REPORT)), number=5)
    assert not resolve(Dossier(plans=[FIRST, fifth])).report.diagnostics
