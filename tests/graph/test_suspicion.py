"""Links that rest on changed words."""

import datetime as dt

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.graph import Baseline, suspect_links
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
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
)
from customs_coop.references import DocumentNumber
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


def reasons(subject: Dossier | ActionPlan, baseline: Baseline = BASELINE) -> list[str]:
    return [str(suspect) for suspect in suspect_links(subject, baseline)]


def test_nothing_is_suspect_where_nothing_changed() -> None:
    assert reasons(dossier()) == []
    assert reasons(bundled_dossier(), Baseline.of(bundled_dossier())) == []


@pytest.mark.parametrize(
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
