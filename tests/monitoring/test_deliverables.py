"""Which stages the words of an indicator ask for, and which of them were passed."""

from collections.abc import Sequence

import pytest

import customs_coop as cc
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    Measure,
    ProgressReport,
    Stage,
    Status,
)
from customs_coop.monitoring import Deliverable, deliverables
from customs_coop.monitoring.deliverables.wordings import stages_in
from customs_coop.references import DocumentNumber

PAPER = DocumentNumber.parse("7001/12")
OTHER = DocumentNumber.parse("7002/12")
REF = ActionRef("AP5", "5.1")


def plan_with(*indicators: Indicator, status: Status = Status.OPEN) -> ActionPlan:
    action = Action(code="5.1", title="Lanterns", indicators=indicators, status=status)
    return ActionPlan(id="AP5", title="", actions=[action])


def report(
    day: str, stage: str | None, *, party: str = "PG", evidence: Sequence[DocumentNumber] = ()
) -> ProgressReport:
    subject = IndicatorRef(REF, 1)
    return ProgressReport(party=party, subject=subject, on=day, stage=stage, evidence=evidence)


def steps_of(one: Deliverable) -> list[tuple[str, str | None, bool]]:
    return [(step.stage.value, step.body, step.reached) for step in one.steps]


@pytest.mark.parametrize(
    ("words", "stages"),
    [
        (
            "Survey of lanterns presented to and adopted by the CCWP",
            [("drafted", None), ("presented", "CCWP"), ("adopted", "CCWP")],
        ),
        (
            "Report and advice on lanterns to the CCWP, approval by the CATS",
            [("drafted", None), ("presented", "CCWP"), ("approved", "CATS")],
        ),
        ("Lantern report to CCWG. Deadline: May 2012", [("drafted", None), ("presented", "CCWP")]),
        (
            "Report, with drawings, to the CCWP; Council Conclusions",
            [("drafted", None), ("presented", "CCWP"), ("adopted", "COUNCIL")],
        ),
        ("Lantern manual published and given out", [("drafted", None), ("published", None)]),
        ("Lantern manual", [("drafted", None)]),
        (
            "Étude soumise au CATS, adoptée par le Conseil",
            [("drafted", None), ("presented", "CATS"), ("adopted", "COUNCIL")],
        ),
        (
            "Bericht über Laternen an die Kommission, vom Rat angenommen",
            [("drafted", None), ("presented", "COM"), ("adopted", "COUNCIL")],
        ),
        (
            "Leuchtenbericht wird der GZZ vorgelegt",
            [("drafted", None), ("presented", "CCWP")],
        ),
        ("The CCWP adopts the lantern report", [("drafted", None), ("adopted", "CCWP")]),
        ("CCWP approval of the report", [("drafted", None), ("approved", "CCWP")]),
        ("Adoption of Council Conclusions", [("drafted", None), ("adopted", "COUNCIL")]),
        ("Council Conclusions adopted", [("drafted", None), ("adopted", "COUNCIL")]),
        ("Lantern report validated by the CCWP", [("drafted", None), ("approved", "CCWP")]),
        (
            "Lantern report to the CCWP and the CATS",
            [("drafted", None), ("presented", "CCWP"), ("presented", "CATS")],
        ),
        (
            "Bericht wird der GZZ vorgelegt und von ihr angenommen",
            [("drafted", None), ("presented", "CCWP"), ("adopted", "CCWP")],
        ),
        (
            "Rapport soumis au CATS pour approbation",
            [("drafted", None), ("presented", "CATS"), ("approved", "CATS")],
        ),
        (
            "Rapport présenté au GCD et adopté par celui-ci",
            [("drafted", None), ("presented", "CCWP"), ("adopted", "CCWP")],
        ),
        ("Their approval of the lantern report", [("drafted", None)]),
        # Neither a paper nor a stage.
        ("Fewer broken lanterns", []),
        ("Lantern standards agreed", []),
        ("Lanterns adopted in 2010", []),
        ("Sources of lantern oil identified", []),
        # What has been issued already is no stage that is asked for.
        ("One report already issued", [("drafted", None)]),
        ("Contribution to the security of the lantern report", [("drafted", None)]),
    ],
)
def test_the_words_tell_the_stages(words: str, stages: list[tuple[str, str | None]]) -> None:
    assert [(one.stage.value, one.body) for one in stages_in(words)] == stages


def test_the_words_of_a_stage_are_those_of_the_indicator() -> None:
    words = "Report on  lanterns presented to\nthe CCWP and adopted by the Council"

    for one in stages_in(words):
        assert one.text
        assert one.text in " ".join(words.split())


@pytest.mark.parametrize(
    "hostile", ["report to ", "adopted by the ", "durch den ", "report, x, ", "ein-", "\n", "ﬁ "]
)
def test_any_text_is_read_in_one_pass(hostile: str) -> None:
    assert isinstance(stages_in(hostile * 8_000), tuple)


def test_what_is_adopted_was_presented_to_the_same_body_before() -> None:
    (one,) = deliverables(plan_with(Indicator(text="Report adopted by the CCWP")))

    assert steps_of(one) == [
        ("drafted", None, False),
        ("presented", "CCWP", False),
        ("adopted", "CCWP", False),
    ]
    assert one.steps[1].text == ""
    assert one.next_step is one.steps[0]
    assert not one.complete


def test_a_stage_that_was_passed_implies_those_before_it_without_a_paper() -> None:
    plan = plan_with(Indicator(text="Report presented to and adopted by the CCWP"))
    sent = report("2012-03-01", "presented", evidence=(PAPER,))

    (one,) = deliverables(Dossier(plans=[plan], progress=[sent]))

    drafted, presented, adopted = one.steps
    assert (drafted.reached, drafted.document, drafted.on) == (True, None, None)
    assert (presented.reached, presented.document) == (True, PAPER)
    assert str(presented.on) == "2012-03-01"
    assert not adopted.reached
    assert one.next_step == adopted


def test_each_stage_has_its_own_paper_in_whatever_order_reports_come() -> None:
    plan = plan_with(Indicator(text="Report presented to and adopted by the CCWP"))
    sent = [
        report("2012-06-01", "adopted", evidence=(OTHER,)),
        report("2012-03-01", "presented", evidence=(PAPER,)),
    ]

    (one,) = deliverables(Dossier(plans=[plan], progress=sent))
    (other,) = deliverables(Dossier(plans=[plan], progress=sent[::-1]))

    assert one == other
    assert one.complete
    assert [step.document for step in one.steps] == [None, PAPER, OTHER]


def test_reports_after_the_day_do_not_count() -> None:
    plan = plan_with(Indicator(text="Report adopted by the CCWP"))
    dossier = Dossier(plans=[plan], progress=[report("2012-06-01", "adopted")])

    assert deliverables(dossier, on="2012-06-01")[0].complete
    assert not any(step.reached for step in deliverables(dossier, on="2012-05-31")[0].steps)


def test_a_completed_indicator_has_passed_everything_and_shows_its_only_paper() -> None:
    done = Indicator(text="Report to the CCWP", status=Status.COMPLETED, evidence=[PAPER])

    (one,) = deliverables(plan_with(done))

    assert [step.document for step in one.steps] == [None, PAPER]
    assert one.complete


def test_of_two_papers_none_is_said_to_show_the_last_stage() -> None:
    done = Indicator(text="Report to the CCWP", status=Status.COMPLETED, evidence=[PAPER, OTHER])

    (one,) = deliverables(plan_with(done))

    assert one.complete
    assert [step.document for step in one.steps] == [None, None]


def test_a_completed_action_has_passed_everything() -> None:
    (one,) = deliverables(plan_with(Indicator(text="Manual"), status=Status.COMPLETED))

    assert one.complete


def test_a_report_on_the_action_counts_only_where_it_has_one_deliverable() -> None:
    both = [Indicator(text="Report to the CCWP"), Indicator(text="Manual published")]
    sent = ProgressReport(party="PG", subject=REF, on="2012-03-01", stage=Stage.PUBLISHED)
    alone = Dossier(plans=[plan_with(both[0], Indicator(text="Less oil"))], progress=[sent])
    together = Dossier(plans=[plan_with(*both)], progress=[sent])

    assert deliverables(alone)[0].complete
    assert not any(step.reached for one in deliverables(together) for step in one.steps)


def test_of_two_bodies_each_speaks_for_itself() -> None:
    plan = plan_with(Indicator(text="Report adopted by the CCWP and adopted by the Council"))
    sent = report("2012-03-01", "adopted", party="CCWP")

    (one,) = deliverables(Dossier(plans=[plan], progress=[sent]))

    assert [(s.body, s.reached) for s in one.steps if s.stage is Stage.ADOPTED] == [
        ("CCWP", True),
        ("COUNCIL", False),
    ]


def test_quantitative_indicators_and_plain_words_are_no_deliverables() -> None:
    counted = Indicator(text="Reports to the CCWP", measure=Measure(unit="reports"))

    assert deliverables(plan_with(counted, Indicator(text="Less oil"))) == ()


def test_a_draft_alone_does_not_show_that_the_work_is_done() -> None:
    plan = plan_with(Indicator(text="Lantern manual"), Indicator(text="Report to the CCWP"))
    sent = [report("2012-03-01", "drafted"), report("2012-03-01", "published")]

    (draft, _) = deliverables(Dossier(plans=[plan], progress=sent))

    assert draft.complete
    assert not draft.shows_completion
    assert cc.review(Dossier(plans=[plan], progress=sent[:1]), on="2012-04-01").completed == ()
