"""Links that rest on changed words."""

import datetime as dt

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.errors import InvalidValueError
from customs_coop.graph import Baseline, missing_links, suspect_links
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Event,
    Indicator,
    LinkKind,
    Named,
    PlanRef,
    Recommendation,
    RecommendationRef,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.references import ActionCitation, DocumentNumber
from folded import every_case
from linked_plans import link, plan

FIRST = Action(
    code="1",
    title="Splice ropes",
    terms_of_reference="All ropes are to be spliced.",
    indicators=[Indicator(text="Ropes are spliced")],
    outcomes=["Fewer knots"],
    links=[link("awaits", "P/2"), link("takes up", RecommendationRef("R"))],
)
SECOND = Action(code="2", title="Count ropes")
ITEM = Recommendation(id="R", text="Ropes should be counted")


def dossier(first: Action = FIRST, second: Action = SECOND, item: Recommendation = ITEM) -> Dossier:
    return Dossier(plans=[plan("P", first, second)], recommendations=[item])


BASELINE = Baseline.of(dossier())
BUNDLED = Baseline.of(bundled_dossier())
REPORT = DocumentNumber(1, 2009)
TWIN = Action(code="3", title="Count ropes")


def awaiting(code: str, words: str = "") -> ActionPlan:
    """A plan in which 1 waits for the action of a code; 2 and 3 have the same words."""
    waits = Action(code="1", title="Splice", links=[link("awaits", f"P/{code}", words)])
    return plan("P", waits, SECOND, TWIN)


def reasons(subject: Dossier | ActionPlan, baseline: Baseline = BASELINE) -> list[str]:
    return [str(suspect) for suspect in suspect_links(subject, baseline)]


def gone(subject: Dossier | ActionPlan, baseline: Baseline) -> list[str]:
    return [str(record) for record in missing_links(subject, baseline)]


def test_nothing_is_suspect_where_nothing_changed() -> None:
    assert reasons(dossier()) == []
    assert gone(dossier(), BASELINE) == []
    assert reasons(bundled_dossier(), BUNDLED) == []
    assert gone(bundled_dossier(), BUNDLED) == []


@every_case(
    "changed",
    [
        attrs.evolve(FIRST, title="Splice all ropes"),
        attrs.evolve(FIRST, terms_of_reference=""),
        attrs.evolve(FIRST, indicators=()),
        attrs.evolve(FIRST, outcomes=["Fewer knots", "More bends"]),
    ],
)
def test_changed_words_of_an_action_make_its_links_suspect(changed: Action) -> None:
    assert reasons(dossier(first=changed)) == [
        "P/1 awaits P/2: the words of P/1 have changed",
        "P/1 takes up R: the words of P/1 have changed",
    ]


def test_changed_words_of_the_target_make_a_link_suspect() -> None:
    assert reasons(dossier(second=attrs.evolve(SECOND, title="Count nets"))) == [
        "P/1 awaits P/2: the words of P/2 have changed"
    ]
    assert reasons(dossier(item=attrs.evolve(ITEM, text="Nets should be counted"))) == [
        "P/1 takes up R: the words of R have changed"
    ]


def test_status_times_and_line_breaks_are_no_words() -> None:
    changed = attrs.evolve(
        FIRST, status=Status.COMPLETED, terms_of_reference="All ropes are\n to be spliced."
    )
    assert reasons(dossier(first=changed)) == []


def test_words_that_move_from_one_field_to_the_next_are_a_change() -> None:
    moved = attrs.evolve(FIRST, indicators=[Indicator(text="Ropes are")], outcomes=["spliced"])
    assert len(reasons(dossier(first=moved))) == 2


def test_new_codes_make_nothing_suspect() -> None:
    first = attrs.evolve(
        FIRST, code="7", links=[link("awaits", "Q/1"), link("takes up", RecommendationRef("R9"))]
    )
    second = attrs.evolve(SECOND, code="1")
    item = attrs.evolve(ITEM, id="R9")
    renamed = Dossier(plans=[plan("Q", second, first)], recommendations=[item])
    assert reasons(renamed) == []


def test_codes_that_change_places_do_not_hide_a_change() -> None:
    first = attrs.evolve(FIRST, code="2", links=[link("awaits", "P/1")])
    second = attrs.evolve(SECOND, code="1", title="Count nets")
    assert reasons(dossier(first, second)) == ["P/2 awaits P/1: the link is not in the baseline"]


def test_the_former_code_of_an_action_is_a_code() -> None:
    merged = Action(code="1", title="Splice", aliases=["3"], links=[link("merged from", "P/3")])
    moved = attrs.evolve(merged, code="5", aliases=["6"], links=[link("merged from", "P/6")])
    assert reasons(plan("P", moved), Baseline.of(plan("P", merged))) == []


def test_a_link_that_is_new_is_suspect_until_somebody_stands_by_it() -> None:
    more = attrs.evolve(FIRST, links=[*FIRST.links, link("cites", DocumentNumber(1, 2009))])
    (suspect,) = suspect_links(dossier(first=more), BASELINE)
    assert (suspect.old, suspect.source) == (None, ActionRef("P", "1"))
    assert str(suspect) == "P/1 cites 1/09: the link is not in the baseline"


def test_the_same_link_once_more_is_new() -> None:
    more = attrs.evolve(FIRST, links=[*FIRST.links, link("awaits", "P/2", "once more")])
    assert len(reasons(dossier(first=more))) == 1


def test_two_actions_of_the_same_words_do_not_stand_in_for_each_other() -> None:
    other = attrs.evolve(FIRST, code="3", title="Splice nets")
    before = Dossier(plans=[plan("P", FIRST, SECOND, other)], recommendations=[ITEM])
    same = attrs.evolve(FIRST, code="3")
    after = attrs.evolve(before, plans=[plan("P", FIRST, SECOND, same)])
    assert [str(one.source) for one in suspect_links(after, Baseline.of(before))] == ["P/3", "P/3"]


def test_a_review_clears_one_link_and_says_who_and_when() -> None:
    changed = dossier(first=attrs.evolve(FIRST, title="Splice all ropes"))
    one, other = suspect_links(changed, BASELINE)
    reviewed = BASELINE.reviewed(one, by="A. Smith", on="2011-07-01")
    assert suspect_links(changed, reviewed) == (other,)
    assert len(reviewed.links) == len(BASELINE.links)
    assert (reviewed.links[-1].by, reviewed.links[-1].on) == ("A. Smith", dt.date(2011, 7, 1))
    assert Baseline.of(dossier()) == BASELINE


def test_targets_of_every_sort_have_words() -> None:
    action = Action(
        code="1",
        title="",
        links=[
            link("implements", Named("S", "strategy")),
            link("awaits", Named("E", "event")),
            link("continues", PlanRef("O")),
            link("awaits", Named("review of nets")),
        ],
    )

    def state(words: str) -> Dossier:
        return Dossier(
            plans=[plan("P", action), ActionPlan(id="O", title=words)],
            strategies=[Strategy(id="S", title=words)],
            events=[Event(id="E", title=words)],
        )

    found = suspect_links(state("new"), Baseline.of(state("old")))
    assert [suspect.link.kind for suspect in found] == [
        LinkKind.IMPLEMENTS,
        LinkKind.AWAITS,
        LinkKind.CONTINUES,
    ]


@every_case(
    ("kind", "target"),
    [
        ("uses the recommendations of", "O/1"),
        ("starts from", "O/1"),
        ("uses the recommendations of", DocumentNumber(1, 2009)),
        ("starts from", DocumentNumber(1, 2009)),
        ("takes up", DocumentNumber(1, 2009)),
    ],
)
def test_a_changed_recommendation_reaches_what_is_taken_up_with_it(
    kind: str, target: DocumentNumber | str
) -> None:
    item = attrs.evolve(ITEM, document=DocumentNumber(1, 2009), arising_from=ActionRef("O", "1"))
    user = attrs.evolve(FIRST, links=[link(kind, target, "as said there")])
    before = dossier(first=user, item=item)
    told = f"P/1 {kind} {user.links[0].target}"
    reason = f"{told}: the recommendations of {user.links[0].target} have changed"
    changed = attrs.evolve(item, text="Nets should be counted")
    assert reasons(dossier(first=user, item=changed), Baseline.of(before)) == [reason]
    more = attrs.evolve(
        before, recommendations=[item, attrs.evolve(item, id="S", text="Dive", status="completed")]
    )
    assert reasons(more, Baseline.of(before)) == [reason]
    renamed = attrs.evolve(before, recommendations=[attrs.evolve(item, id="R9")])
    assert reasons(renamed, Baseline.of(before)) == []


def test_a_changed_recommendation_does_not_reach_who_only_cites_its_report() -> None:
    item = attrs.evolve(ITEM, document=DocumentNumber(1, 2009))
    citing = attrs.evolve(FIRST, links=[link("cites", DocumentNumber(1, 2009))])
    changed = attrs.evolve(item, text="Nets should be counted")
    before = Baseline.of(dossier(first=citing, item=item))
    assert reasons(dossier(first=citing, item=changed), before) == []


def test_a_recommendation_of_the_bundled_dossier_reaches_all_that_take_it_up() -> None:
    held = bundled_dossier()
    items = [
        attrs.evolve(item, text="Something else") if item.id == "8351/2/09-12" else item
        for item in held.recommendations
    ]
    found = suspect_links(attrs.evolve(held, recommendations=items), BUNDLED)
    assert [str(one.new) for one in found if isinstance(one.source, ActionRef)] == [
        "AP5/5.3 uses the recommendations of AP3/3.1",
        "AP5/5.3 takes up 8351/2/09-12",
        "AP5/5.4 starts from 8351/2/09 REV 2",
        "AP5/5.6 uses the recommendations of AP3/3.1",
        "AP5/5.6 starts from 8351/2/09 REV 2",
    ]


def test_the_links_of_recommendations_and_documents_are_recorded_as_well() -> None:
    def state(*words: str) -> Dossier:
        links = [link("arises from", "O/1", text) for text in words]
        return Dossier(
            recommendations=[attrs.evolve(ITEM, links=links)],
            documents=[Document(reference=REPORT, title="", links=links)],
        )

    before = Baseline.of(state("as 1 asked"))
    assert reasons(state("as 1 asked"), before) == []
    assert reasons(state("as 1 never asked"), before) == [
        "R arises from O/1: the words of the link have changed",
        "1/09 arises from O/1: the words of the link have changed",
    ]
    assert gone(state(), before) == ["R arises from O/1", "1/09 arises from O/1"]


def test_what_was_only_cited_and_is_held_now_is_told_as_that() -> None:
    held = bundled_dossier()
    third = plan("AP3", Action(code="3.6", title="Train"), Action(code="3.99", title="Rest"))
    more = attrs.evolve(held, plans=[*held.plans, third])
    found = suspect_links(more, BUNDLED)
    assert {one.reason.partition(" was ")[2] for one in found} == {
        "known by mention only and has words now"
    }
    assert [str(one) for one in found if isinstance(one.source, ActionRef)] == [
        (
            "AP5/5.3 uses the recommendations of AP3/3.6: "
            "AP3/3.6 was known by mention only and has words now"
        ),
        "AP5/5.9 continues AP3: AP3 was known by mention only and has words now",
    ]
    assert reasons(held, Baseline.of(more))[0].endswith(
        "AP3/3.6 had words and is known by mention only now"
    )


@pytest.mark.parametrize("words", ["", "after Action {}"])
def test_an_open_citation_that_is_numbered_anew_is_not_suspect(words: str) -> None:
    def state(code: str) -> Dossier:
        cites = link("awaits", ActionCitation(None, code), words.format(code))
        citing = ActionPlan(
            id="C",
            title="",
            previous=["A", "B"],
            actions=[Action(code="1", title="", links=[cites])],
        )
        held = [plan(name, Action(code=code, title=f"Do {name}")) for name in "AB"]
        return Dossier(plans=[citing, *held])

    assert reasons(state("10"), Baseline.of(state("8"))) == []
    assert gone(state("10"), Baseline.of(state("8"))) == []


def test_a_plan_under_a_new_id_is_not_suspect_where_it_is_only_cited_or_cites_itself() -> None:
    def state(own: str, other: str) -> ActionPlan:
        links = [
            link("merged from", f"{own}/5.3", "previously 5.3"),
            link("continues", f"{other}/3.6", f"goes on with {other}/3.6"),
            link("uses the recommendations of", f"{other}/3.1", "3.1 and 3.6"),
            link("continues", PlanRef(other), "the plan before"),
        ]
        return plan(own, Action(code="5.1", title="Splice", links=links))

    assert reasons(state("X1", "X3"), Baseline.of(state("AP1", "AP3"))) == []
    assert gone(state("X1", "X3"), Baseline.of(state("AP1", "AP3"))) == []


@every_case(
    ("before", "after"),
    [
        ("awaits 2", "no longer awaits 2"),
        ("see 10971/1/05", "see 10971/2/05"),
        ("after 2, by 9.6.1997", "after 2, by 9.7.1997"),
        ("awaits 2 until 1997", "awaits 2 until 1998"),
        ("", "awaits 2"),
    ],
)
def test_a_changed_sentence_makes_a_link_suspect(before: str, after: str) -> None:
    assert reasons(awaiting("2", after), Baseline.of(awaiting("2", before))) == [
        "P/1 awaits P/2: the words of the link have changed"
    ]


def renumbered(words: str, codes: str, *, rewritten: bool = True) -> ActionPlan:
    """A plan whose actions have these codes; the first one waits for the second and third."""
    own, *others = codes.split()
    text = words.format(*codes.split()) if rewritten else words
    links = [link("awaits", f"P/{code}", text) for code in others[:2]]
    titles = ("Count ropes", "Dry sails", "Mend nets")
    rows = [Action(code=code, title=title) for code, title in zip(others, titles, strict=False)]
    return plan("P", Action(code=own, title="Splice", links=links), *rows)


@every_case(
    ("words", "before", "after"),
    [
        ("awaits {1}", "1 2 3", "4 7 8"),
        ("outcome of {1}, within 14 days.", "1.1 2.1 2.2", "14.1 12.10 12.11"),
        ("Action [{1}] and action {2}", "3.8 3.9 3.10", "4.8 4.9a 4.10"),
        ("Actions {1} and 8.7", "1 3.8 3.9", "1 2.8 2.9"),
        ("see P/{1} and {2}", "1 2 14b", "1 3 15"),
        ("from {1}-{2}, 6.6/{2}", "3.1 3.4 9.4", "4.1 4.4 8.4"),
        ("{0}. after {1}", "8 WP-3 WP-4", "9 WP-4 WP-5"),
        ("awaits\n{1}; cf. {3} for 14 boats", "1.1 2.1 2.2 2.3", "14.1 2.2 2.3 2.4"),
        ("recommendations 12 and 14b of Action {1}", "1.1 3.6 3.7", "1.1 4.6 4.7"),
        ("Maßnahme {1} liefert, Maßnahmen {1} und {2} folgen", "1 2 3", "4 7 8"),
        ("la mesure {1} fournit des filets", "1 2 3", "4 7 8"),
    ],
)
def test_new_codes_make_nothing_suspect_whether_or_not_the_sentence_follows(
    words: str, before: str, after: str
) -> None:
    old = renumbered(words, before)
    baseline = Baseline.of(old)
    for rewritten in (True, False):
        text = words if rewritten else words.format(*before.split())
        new = renumbered(text, after, rewritten=rewritten)
        assert reasons(new, baseline) == []
        assert gone(new, baseline) == []


@every_case(
    ("before", "after"),
    [
        ("await 2.1 for 14 days", "await 2.1 for 30 days"),
        ("Action 2.1 within 14 days", "Action 2.1 within 30 days"),
        ("await 2.1 until 14 boats swim", "await 2.1 until 15 boats swim"),
        ("await 2.1 in 2 ports", "await 2.1 in 3 ports"),
        ("await 2.1 (see REV 2)", "await 2.1 (see REV 3)"),
        ("await 2.1 by 3.5 %", "await 2.1 by 4.5 %"),
        ("await 2.1 under Article 12", "await 2.1 under Article 13"),
        ("await 2.1 in version 2.1", "await 2.1 in version 2.2"),
    ],
)
def test_a_changed_figure_makes_a_link_suspect_under_old_and_new_codes(
    before: str, after: str
) -> None:
    baseline = Baseline.of(renumbered(before, "14 2.1 2.2 2"))
    assert reasons(renumbered(after, "14 2.1 2.2 2"), baseline) == [
        f"P/14 awaits P/{code}: the words of the link have changed" for code in ("2.1", "2.2")
    ]
    moved = after.replace("await 2.1", "await 5.1").replace("Action 2.1", "Action 5.1")
    assert len(reasons(renumbered(moved, "15 5.1 2.2 2"), baseline)) == 2


def test_the_number_of_a_work_area_is_a_code_where_the_plan_has_it() -> None:
    def made(area: str, words: str) -> ActionPlan:
        links = [link("awaits", f"P/{area}.2", words)]
        rows = [Action(code=f"{area}.1", title="Splice", links=links, work_area=area)]
        rows.append(Action(code=f"{area}.2", title="Count ropes"))
        areas = [WorkArea(code=area, title="Ropes")]
        return ActionPlan(id="P", title="", work_areas=areas, actions=rows)

    baseline = Baseline.of(made("9", "await 9.2 of work area 9"))
    assert reasons(made("8", "await 8.2 of work area 8"), baseline) == []
    assert len(reasons(made("8", "await 8.2 of work area 7"), baseline)) == 1
    assert len(reasons(made("9", "await 9.2 in 8 ports"), baseline)) == 1


def test_a_sentence_that_stays_is_no_change_where_its_target_has_changed() -> None:
    baseline = Baseline.of(awaiting("2", "awaits 2"))
    changed = Action(code="7", title="Count sails")
    waits = Action(code="1", title="Splice", links=[link("awaits", "P/7", "awaits 2")])
    assert reasons(plan("P", waits, changed), baseline) == [
        "P/1 awaits P/7: the link led to P/2 before"
    ]


@pytest.mark.parametrize("words", ["", "awaits {}"])
def test_a_link_that_leads_to_something_else_of_the_same_words_is_suspect(words: str) -> None:
    before = Baseline.of(awaiting("2", words.format(2)))
    after = awaiting("3", words.format(3))
    assert reasons(after, before) == ["P/1 awaits P/3: the link led to P/2 before"]
    assert gone(after, before) == []


def test_things_of_the_same_words_keep_their_order_under_new_codes() -> None:
    waits = Action(code="1", title="Splice", links=[link("awaits", "P/3", "awaits 3")])
    before = plan("P", waits, SECOND, TWIN)
    moved = attrs.evolve(waits, code="5", links=[link("awaits", "P/2", "awaits 2")])
    after = plan("P", moved, attrs.evolve(SECOND, code="1"), attrs.evolve(TWIN, code="2"))
    assert reasons(after, Baseline.of(before)) == []


@pytest.mark.parametrize("name", ["P", "Q"])
def test_a_citation_that_leads_elsewhere_is_suspect(name: str) -> None:
    """One plan is held and has no such action; the other is not held."""

    def state(code: str) -> ActionPlan:
        links = [link("continues", f"{name}/{one}", f"builds on {one}") for one in ("9", code)]
        return plan(
            "P",
            *(
                attrs.evolve(SECOND, code=f"{n}", title=f"{n}", links=[one])
                for n, one in enumerate(links)
            ),
        )

    assert reasons(state("8"), Baseline.of(state("9"))) == [
        f"P/1 continues {name}/8: the link led to {name}/9 before"
    ]


def test_a_link_that_moves_to_an_action_of_the_same_words_is_suspect() -> None:
    waits = link("awaits", "P/1", "awaits 1")
    one, other = SECOND, TWIN
    target = Action(code="1", title="Splice")
    before = plan("P", target, attrs.evolve(one, links=[waits]), other)
    after = plan("P", target, one, attrs.evolve(other, links=[waits]))
    assert reasons(after, Baseline.of(before)) == ["P/3 awaits P/1: the link was one of P/2 before"]


def test_links_that_are_gone_are_told_and_can_be_given_up() -> None:
    bare = dossier(first=attrs.evolve(FIRST, links=FIRST.links[:1]))
    assert reasons(bare) == []
    assert gone(bare, BASELINE) == ["P/1 takes up R"]
    (record,) = missing_links(bare, BASELINE)
    reviewed = BASELINE.reviewed(record, by="A. Smith", on="2011-07-01")
    assert gone(bare, reviewed) == []
    assert len(reviewed.links) == 1
    assert gone(ActionPlan(id="P", title=""), BASELINE) == ["P/1 awaits P/2", "P/1 takes up R"]


def test_one_of_two_equal_links_that_is_gone_is_told_once() -> None:
    twice = attrs.evolve(FIRST, links=[*FIRST.links, FIRST.links[0]])
    assert gone(dossier(), Baseline.of(dossier(first=twice))) == ["P/1 awaits P/2"]


@pytest.mark.parametrize("by", ["", "  ", "\n"])
def test_a_review_names_somebody(by: str) -> None:
    with pytest.raises(InvalidValueError, match="name of who looked"):
        BASELINE.reviewed(by=by, on="2011-07-01")
