"""The one line of each entry: told apart on one day, without labelled deadlines, in a language."""

import attrs

from customs_coop.deadline import By, Deadline, During, Recurring, Undetermined, parse_deadline
from customs_coop.exporters.calendars.summaries import without_deadline
from customs_coop.model import ActionPlan, Dossier, Indicator, Obligation
from customs_coop.recurrence import Frequency, Recurrence
from exported_calendars import days, entries, one
from folded import every_case

TWICE = Recurring(Recurrence(Frequency.MONTHLY, 6), "six-monthly")
LAST = By("2012-12-31", "by end 2012")
OTHER = By("2012-12-31", "31.12.2012")


def report(*deadlines: Deadline, text: str = "Report") -> Indicator:
    return Indicator(text=text, deadlines=deadlines)


def lines(plan: ActionPlan | Dossier, **options: object) -> list[str]:
    return [str(entry["SUMMARY"]) for entry in entries(plan, **options)]


def test_two_deadlines_on_one_day_have_their_words_in_every_round() -> None:
    plan = one(TWICE, LAST)
    wanted = ["5.1 six-monthly – Try"] * 3 + ["5.1 by end 2012 – Try"]
    assert lines(plan) == lines(plan, profile="tasks") == wanted
    # The line does not depend on how rounds are shown.
    assert lines(plan, recurrence="rule") == wanted[2:]
    # On other days, nothing needs to be told apart.
    assert lines(one(TWICE, By("2012-11-30"))) == ["5.1 Try"] * 4


@every_case(
    ("plan", "wanted"),
    [
        (one(indicators=[report(LAST), report(LAST)]),
         ["5.1 Indicator 1 – Report – Try", "5.1 Indicator 2 – Report – Try"]),
        (one(indicators=[report(LAST), report(LAST, text="report.")]),
         ["5.1 Report – Try", "5.1 report – Try"]),
        (one(LAST, indicators=[report(LAST, text="Deadline: by end 2012")]),
         ["5.1 Try", "5.1 Indicator 1 – Try"]),
        (one(indicators=[report(LAST, OTHER), report(LAST)]),
         ["5.1 Indicator 1, by end 2012 – Report – Try",
          "5.1 Indicator 1, 31.12.2012 – Report – Try",
          "5.1 Indicator 2, by end 2012 – Report – Try"]),
        # printed twice
        (one(LAST, LAST), ["5.1 (1) by end 2012 – Try", "5.1 (2) by end 2012 – Try"]),
        (one(By("2012-06-30"), LAST), ["5.1 Try", "5.1 Try"]),
    ],
)  # fmt: skip
def test_what_falls_on_one_day_differs(plan: ActionPlan, wanted: list[str]) -> None:
    assert lines(plan) == wanted


def test_lines_that_are_alike_once_they_are_cut_differ_too() -> None:
    long = "Report on the application of the convention in "
    plan = one(indicators=[report(LAST, text=long + each) for each in ("the north", "the south")])
    assert lines(plan) == [f"5.1 {long}the {each} – Try" for each in ("north", "south")]
    assert lines(plan, summary_length=40, language="de") == [
        "5.1 Indikator 1 – Report on the…",
        "5.1 Indikator 2 – Report on the…",
    ]
    (first, _) = entries(plan, summary_length=40)
    assert str(first["DESCRIPTION"]).startswith(f"5.1 Indicator 1 – {long}the north – Try\n")


def test_tasks_without_a_day_are_told_apart_as_well() -> None:
    plan = one(Undetermined("tbc"), Undetermined("after the review"))
    assert lines(plan, profile="tasks") == ["5.1 tbc – Try", "5.1 after the review – Try"]
    assert lines(one(indicators=[report(), report()]), profile="tasks") == [
        "5.1 Indicator 1 – Report – Try",
        "5.1 Indicator 2 – Report – Try",
    ]


def test_an_event_and_its_task_have_the_same_line_whoever_looks() -> None:
    plan = one(LAST, Undetermined("tbc"), OTHER)
    wanted = ["5.1 by end 2012 – Try", "5.1 31.12.2012 – Try"]
    assert [line for line, _ in days(plan, profile="both")] == wanted
    assert wanted == [line for line in lines(plan, profile="tasks") if "tbc" not in line]


@every_case(
    ("text", "deadline", "line"),
    [
        ("Deadline: June 2012", "June 2012", ""),
        ("Deadline: tbc.", "tbc", ""),
        ("Map sent. Deadline: June 2012.", "June 2012", "Map sent"),
        ("Map sent Deadline June 2012", "June 2012", "Map sent"),
        ("Map sent. Deadline:: 30.6.2012", "30.6.2012", "Map sent"),
        ("Map sent (Deadline: June 2012)", "June 2012", "Map sent"),
        # moved by a rollover, so that the entry stands on another day
        ("Map. Deadline: June 2008.", "by 30 June 2012 (previously: June 2008)", "Map"),
        ("Deadline: (previously: x)", "by 30 June 2012", "Deadline: (previously: x)"),
        ("Map sent. Report deadline: June 2012", "June 2012", "Map sent"),
        ("Carte envoyée. Délai\u00a0: juin 2012", "juin 2012", "Carte envoyée"),
        ("Carte envoyée – Date limite : juin 2012", "juin 2012", "Carte envoyée"),
        ("Karte versandt. Frist: Juni 2012", "Juni 2012", "Karte versandt"),
        # what is part of a sentence stays, and so does what is said behind it
        ("Map by June 2012", "June 2012", "Map by June 2012"),
        ("Map within the deadline: June 2012", "June 2012", "Map within the deadline: June 2012"),
        ("Move the Deadline June 2012", "June 2012", "Move the Deadline June 2012"),
        ("Bericht zum Termin: Juni 2012", "Juni 2012", "Bericht zum Termin: Juni 2012"),
        ("Deadline: June 2012. Map sent", "June 2012", "Deadline: June 2012. Map sent"),
        ("Deadline: June 2012", "July 2012", "Deadline: June 2012"),
        ("six-monthly", "six-monthly", "six-monthly"),
        ("Dateline: June 2012", "June 2012", "Dateline: June 2012"),
        ("Map sent...", "", "Map sent..."),
    ],
)
def test_a_labelled_deadline_at_the_end_is_left_out(text: str, deadline: str, line: str) -> None:
    known = [parse_deadline(deadline)] if deadline else []
    assert without_deadline(" ".join(text.split()), known) == line


@every_case(
    ("language", "code", "line"),
    [
        ("en", "13", "13: by end 2012 – Try"),
        ("fr", "13", "13\u00a0: by end 2012 – Try"),
        ("de", "IV", "IV: by end 2012 – Try"),
        ("en", "5.1", "5.1 by end 2012 – Try"),
    ],
)
def test_a_code_that_is_a_number_does_not_read_as_a_day(
    language: str, code: str, line: str
) -> None:
    assert lines(one(OTHER, LAST, code=code), language=language)[1] == line


def test_a_deadline_without_a_day_is_told_from_one_that_has_a_day() -> None:
    plan = one(LAST, Undetermined("when asked"))
    wanted = ["5.1 by end 2012 – Try", "5.1 when asked – Try"]
    assert lines(plan, profile="tasks") == wanted
    # The line does not depend on what is shown.
    assert lines(plan) == wanted[:1]


def test_a_line_names_the_plan_where_two_plans_share_a_code() -> None:
    plans = [one(LAST), attrs.evolve(one(LAST), id="AP6")]
    assert lines(Dossier(plans=plans)) == ["AP5/5.1 Try", "AP6/5.1 Try"]
    assert lines(plans[1]) == ["5.1 Try"]
    (event,) = entries(Dossier(plans=plans), plan="AP6")
    assert event["SUMMARY"] == "5.1 Try"
    action = attrs.evolve(plans[1].actions[0], code="6.1")
    other = attrs.evolve(plans[1], actions=[action])
    assert lines(Dossier(plans=[plans[0], other])) == ["5.1 Try", "6.1 Try"]


def test_several_labelled_deadlines_are_left_out_and_stand_in_the_text() -> None:
    text = "Map. Deadline: by end 2012. Deadline: 30.6.2012"
    plan = one(indicators=[report(LAST, By("2012-06-30", "30.6.2012"), text=text)])
    assert lines(plan) == ["5.1 Map – Try"] * 2
    (first, _) = entries(plan)
    assert f"Indicator: {text}" in str(first["DESCRIPTION"]).splitlines()


def test_hostile_words_take_no_time() -> None:
    for text in ("Deadline " * 50_000, "Deadline:" + " :" * 100_000 + "x", "(" * 200_000):
        without_deadline(text, [LAST])
        without_deadline(text + LAST.text, [LAST])
    without_deadline("Deadline: x " * 20_000, [Undetermined("x")])


def test_a_summary_names_its_language_where_that_is_known() -> None:
    owed = [Obligation(text="Bericht"), Obligation(text="", party="BE")]
    dossier = Dossier(plans=[one(During("2012-01-01", "2012-12-31"))], obligations=owed)
    also = ("plans", "presidencies", "obligations")

    def tags(**options: object) -> list[str | None]:
        found = entries(dossier, "VEVENT", **options) + entries(dossier, "VTODO", **options)
        return [entry["SUMMARY"].params.get("LANGUAGE") for entry in found]

    # Only what the calendar itself says is known, which is in the language of the labels.
    ours = {"profile": "both", "also": also, "language": "fr"}
    assert tags(**ours) == [None, None, "fr", "fr", "fr", None, None, "fr"]
    assert tags(**ours, text_language="de-AT") == [
        *("de-AT", "de-AT", "fr", "fr", "fr"),
        *("de-AT", "de-AT", "fr"),
    ]
