"""Reports that come in: added once, contradictions told, nothing left out, no number on words."""

from decimal import Decimal

import attrs
import pytest

from customs_coop.errors import CustomsCoopError, QualitativeIndicatorError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    Measure,
    Measurement,
    Named,
    Party,
    PlanRef,
    ProgressReport,
    Recommendation,
    RecommendationRef,
    Stage,
    Subject,
)
from customs_coop.monitoring import add_progress, contradictions_in
from customs_coop.readers.progress.values import ProgressReading
from folded import every_case

ONE, TWO = ActionRef("P9", "1"), ActionRef("P9", "2")
WORDS, COUNTED = IndicatorRef(ONE, 1), IndicatorRef(ONE, 2)
DOSSIER = Dossier(
    plans=[
        ActionPlan(
            id="P9",
            title="",
            actions=[
                Action(
                    code="1",
                    title="",
                    aliases=["1a"],
                    indicators=[
                        Indicator(text="Report adopted"),
                        Indicator(text="Nets counted", measure=Measure(unit="nets")),
                    ],
                ),
                Action(code="2", title=""),
            ],
        )
    ],
    parties=[Party(id="COAST-GUARD", name="Guard of the coast")],
    recommendations=[Recommendation(id="R-2007", text="")],
)
YEAR = "2008-01-01/2008-12-31"


def said(on: str = "2008-05-01", **fields: object) -> ProgressReport:
    values = {"party": "HR", "subject": ONE, "on": on}
    return ProgressReport(**(values | fields))  # type: ignore[arg-type]  # a table of fields


def counted(value: str, subject: Subject = COUNTED, **fields: str) -> ProgressReport:
    values = {"period": YEAR, "unit": "nets"} | fields
    return said(subject=subject, measurements=[Measurement(value=Decimal(value), **values)])


def told(*reports: ProgressReport, dossier: Dossier = DOSSIER) -> list[tuple[str, str, str]]:
    found = add_progress(dossier, reports).report
    return [(one.code, one.subject, f"{one.message} ({one.hint})") for one in found]


def codes(*reports: ProgressReport, dossier: Dossier = DOSSIER) -> list[str]:
    return [code for code, _, _ in told(*reports, dossier=dossier)]


# What is added.


def test_reports_are_added_in_the_order_of_their_days() -> None:
    late, early = said("2008-06-01"), said("2008-05-01", subject=TWO)
    found = add_progress(DOSSIER, [late, early])
    assert found.dossier.progress == found.added == (early, late)
    assert (found.known, found.conflicts, len(found.report)) == ((), (), 0)
    assert attrs.evolve(found.dossier, progress=()) == DOSSIER
    assert DOSSIER.progress == ()


def test_what_is_known_is_added_once() -> None:
    one, other = said(), said("2008-06-01")
    first = add_progress(DOSSIER, [one, one])
    assert (first.added, first.known) == ((one,), (one,))
    second = add_progress(first.dossier, [other, one])
    assert (second.added, second.known) == ((other,), (one,))
    again = add_progress(second.dossier, [one, other])
    assert again.dossier is second.dossier
    assert (again.added, again.known) == ((), (one, other))


def test_what_was_read_can_be_added_as_it_is_and_so_can_a_plan_be_added_to() -> None:
    reading = ProgressReading(reports=(said(),))
    assert add_progress(DOSSIER, reading).added == (said(),)
    assert add_progress(DOSSIER.plan, reading).dossier.plan == DOSSIER.plan
    with pytest.raises(TypeError, match="reports"):
        add_progress(DOSSIER, ["P9/1"])  # type: ignore[list-item]  # what is refused


# Contradictions.


def test_both_sides_of_a_contradiction_are_added_and_told() -> None:
    both = said(status="completed"), said(status="ongoing", text="Not yet")
    found = add_progress(DOSSIER, both)
    assert set(found.dossier.progress) == set(both)
    (conflict,) = found.conflicts
    assert (conflict.party, conflict.subject, str(conflict.on)) == ("HR", ONE, "2008-05-01")
    assert set(conflict.reports) == set(both)
    way_out = (
        "ask HR; then take out the report that does not hold, or add one of a later day, which"
        " takes the place of both"
    )
    message = f"HR reported completed and ongoing on 2008-05-01 ({way_out})"
    assert told(*both) == [("CC830", "P9/1", message)]
    # Also where one of them was there before, and where both were.
    assert codes(both[1], dossier=add_progress(DOSSIER, both[:1]).dossier) == ["CC830"]
    assert codes(both[1], dossier=found.dossier) == ["CC830"]
    # What does not take part is not told of again.
    assert codes(said(subject=TWO), dossier=found.dossier) == []


@every_case(
    ("reports", "words"),
    [
        ([said(status="completed"), said(applicable=False)], "completed and not applicable"),
        ([said(stage=Stage.DRAFTED), said(stage=Stage.ADOPTED)], "adopted and drafted"),
        (
            [counted("3"), counted("4.0")],
            "3 nets in 2008-01-01/2008-12-31 and 4.0 nets in 2008-01-01/2008-12-31",
        ),
        (
            [counted("3", dimension="by sea"), counted("4", dimension="by sea")],
            "3 nets in 2008-01-01/2008-12-31 (by sea) and 4 nets in 2008-01-01/2008-12-31 (by sea)",
        ),
    ],
)
def test_what_contradicts(reports: list[ProgressReport], words: str) -> None:
    assert [one.words for one in contradictions_in(reports)] == [words]
    assert contradictions_in(reversed(reports)) == contradictions_in(reports)


@every_case(
    "reports",
    [
        [said(status="completed"), said(status="ongoing", party="RS")],
        [said(status="completed"), said(status="ongoing", subject=TWO)],
        [said(status="completed"), said("2008-05-02", status="ongoing")],
        [said(status="completed"), said(status="completed", text="At last")],
        [said(status="completed"), said(text="We met")],
        [said(status="completed", due="2007-12-31"), said(status="ongoing", due="2008-06-30")],
        [counted("3"), counted("3.0")],
        [counted("3"), counted("4", period="2007-01-01/2007-12-31")],
        [counted("3"), counted("4", unit="boats")],
        [counted("3"), counted("4", dimension="by sea")],
        [said(status="completed"), said(status="open"), said("2008-05-02", status="ongoing")],
        [counted("3"), counted("4"), attrs.evolve(counted("4"), on="2008-06-01")],
    ],
)
def test_what_does_not_contradict(reports: list[ProgressReport]) -> None:
    assert contradictions_in(reports) == ()


def test_what_is_said_later_of_other_things_settles_nothing() -> None:
    both = [counted("3"), counted("4")]
    assert len(contradictions_in([*both, said("2008-06-01", subject=COUNTED, text="Sorry")])) == 1
    other = attrs.evolve(counted("9", dimension="by sea"), on="2008-06-01")
    assert len(contradictions_in([*both, other])) == 1


# What the dossier does not know.


@every_case(
    ("subject", "hint"),
    [
        (ActionRef("P9", "1a"), None),
        (ActionRef("P9", "7"), "no such action (there is 1, 2)"),
        (ActionRef("P8", "1"), "no such plan (did you mean P9/1?)"),
        (ActionRef("XX", "7"), "no such plan (there is P9)"),
        (PlanRef("P9"), None),
        (PlanRef("p9"), "no such plan (did you mean P9?)"),
        (COUNTED, None),
        (IndicatorRef(ONE, 3), "no such indicator (P9/1 has 2 indicators)"),
        (IndicatorRef(ActionRef("P9", "12"), 1), "no such action (did you mean 2 or 1?)"),
        (RecommendationRef("R-2007"), None),
        (RecommendationRef("R-2008"), "no such recommendation (did you mean R-2007?)"),
        (Named("The nets"), None),
    ],
)
def test_a_report_on_an_unknown_thing_is_told_and_kept(subject: Subject, hint: str | None) -> None:
    report = said(subject=subject)
    assert add_progress(DOSSIER, [report]).added == (report,)
    found = told(report)
    if hint is None:
        assert found == []
    else:
        assert found == [("CC831", str(subject), f"a report is on it, and the dossier has {hint}")]


@every_case(
    ("party", "hint"),
    [
        ("HR", None),
        ("AL", None),
        ("AL-CUSTOMS", None),
        ("FR-CUSTOMS", None),
        ("EUROPOL", None),
        ("COAST-GUARD", None),
        ("Guard of the Coast", 'write its id "COAST-GUARD"'),
        ("Albania", 'write its id "AL"'),
        ("hr", 'write its id "HR"'),
        ("COAST-GARD", "did you mean COAST-GUARD?"),
        ("Neverland", "there is COAST-GUARD"),
    ],
)
def test_a_report_of_an_unknown_party_is_told_and_kept(party: str, hint: str | None) -> None:
    reports = said(party=party), said("2008-06-01", party=party)
    assert add_progress(DOSSIER, reports).added == reports
    expected = ("CC832", party, f"the dossier knows no party {party!r} ({hint})")
    assert told(*reports) == ([] if hint is None else [expected])


def test_an_empty_dossier_knows_nothing() -> None:
    found = told(said(party="Neverland"), dossier=Dossier())
    assert [(code, words.rpartition(" (")[2]) for code, _, words in found] == [
        ("CC832", "there is none)"),
        ("CC831", "there is none)"),
    ]


# Numbers.


def test_a_number_on_a_qualitative_indicator_is_refused() -> None:
    with pytest.raises(QualitativeIndicatorError) as caught:
        add_progress(DOSSIER, [said(), counted("3", WORDS)])
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, CustomsCoopError)
    assert str(caught.value).startswith(
        "HR reports 3 nets on P9/1 indicator 1 (2008-05-01): the indicator “Report adopted” counts"
    )
    # The stage that it has reached is no number.
    assert codes(said(subject=WORDS, stage=Stage.PRESENTED)) == []


@every_case(
    ("report", "hint"),
    [
        (counted("3"), None),
        (counted("3", ONE), None),
        (counted("3", unit="boats"), "write the unit as the plan has it: 'nets'"),
        (counted("3", TWO), "give the indicator that it belongs to a measure"),
        (counted("3", PlanRef("P9")), None),
    ],
)
def test_a_value_that_belongs_to_no_series_is_told(
    report: ProgressReport, hint: str | None
) -> None:
    found = told(report)
    assert [code for code, _, _ in found] == ([] if hint is None else ["CC833"])
    assert hint is None or hint in found[0][2]
