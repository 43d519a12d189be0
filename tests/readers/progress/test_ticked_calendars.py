"""What is ticked off in an exported calendar comes back as progress on the right action."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import icalendar
import pytest

from customs_coop import write
from customs_coop.dates import Period
from customs_coop.deadline import Recurring, parse_deadline
from customs_coop.errors import InvalidValueError
from customs_coop.exporters import export
from customs_coop.loading import read_progress
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    Involvement,
    Party,
    ProgressReport,
    Role,
    Status,
)
from customs_coop.monitoring import add_progress, review
from customs_coop.readers import ProgressReading
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.rollover import next_plan, roll_over
from folded import every_case

CCWP = Involvement(party="CCWP", role=Role.RESPONSIBLE)
COM = Involvement(party="COM", role=Role.RESPONSIBLE)


def action(code: str, **fields: Any) -> Action:  # noqa: ANN401 - fields of an action
    return Action(**({"code": code, "title": f"Train {code}", "involved": [CCWP]} | fields))


PLAN = ActionPlan(
    id="AP1",
    title="First",
    period="2004-01-01/2006-12-31",
    actions=[
        action("1.1", deadlines=[parse_deadline("30.6.2006")]),
        action("1.2", indicators=[Indicator(text="Guide"), Indicator(text="Course")]),
        action("1.3", deadlines=[Recurring(Recurrence(Frequency.YEARLY))]),
        action("1.4", status="completed"),
        action("1.5", status="ongoing", involved=[CCWP, COM]),
    ],
)


def tick(task: Any, on: int = 7) -> None:  # noqa: ANN401 - a component answers to names
    """What todoman and Thunderbird do."""
    task["STATUS"] = "COMPLETED"
    task["PERCENT-COMPLETE"] = 100
    for name in ("COMPLETED", "LAST-MODIFIED", "DTSTAMP"):
        task.pop(name, None)
        task.add(name, dt.datetime(2006, 5, on, 23, 30, 1, tzinfo=dt.UTC))
    task["SEQUENCE"] = int(task["SEQUENCE"]) + 1


def edited(
    path: Path,
    edit: Callable[[Any], None] = tick,
    *items: str,
    subject: ActionPlan | Dossier = PLAN,
    bare: bool = False,
    **options: object,
) -> Path:
    """Export a calendar, and edit the tasks of some items; `bare` as if a server dropped ours."""
    calendar = icalendar.Calendar.from_ical(
        export(subject, "icalendar", **({"profile": "tasks"} | options))
    )
    for task in calendar.walk("VTODO"):
        item = str(task["X-CUSTOMS-COOP-ITEM"])
        if "X-CUSTOMS-COOP-INDICATOR" in task:
            item += f" indicator {task['X-CUSTOMS-COOP-INDICATOR']}"
        if item in items:
            edit(task)
        for name in [name for name in task if name.startswith("X-CUSTOMS")] if bare else []:
            del task[name]
    path.write_bytes(calendar.to_ical())
    return path


def told(reading: ProgressReading) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in reading.report]


def brief(reading: ProgressReading) -> list[tuple[str, str, str]]:
    return [
        (str(one.subject), one.status.value if one.status else "", str(one.on))
        for one in reading.reports
    ]


@every_case(
    "options",
    [
        {"profile": "tasks"},
        {"profile": "both", "relations": "rfc9253", "window": "span"},
        {"profile": "events", "recurrence": "rule"},
    ],
)
def test_nothing_ticked_gives_no_reports(options: dict[str, object]) -> None:
    states = [action(f"2.{n}", status=one) for n, one in enumerate(Status, 1)]
    states += [
        action(f"3.{n}", indicators=[Indicator(text="Guide", status=one)])
        for n, one in enumerate(Status, 1)
    ]
    plan = attrs.evolve(PLAN, actions=[*PLAN.actions, *states])
    path = Path("plan.ics")
    for bare in (False, True):
        calendar = icalendar.Calendar.from_ical(export(plan, "icalendar", **options))
        for entry in calendar.walk():
            for name in [name for name in entry if name.startswith("X-CUSTOMS")] if bare else []:
                del entry[name]
        path.write_bytes(calendar.to_ical())
        reading = read_progress(path, dossier=plan)
        assert (reading.reports, reading.ticked) == ((), ())
        # Of the wrong calendar, nobody can have ticked off anything.
        assert told(reading) == ([("CC175", "")] if options["profile"] == "events" else [])


@pytest.fixture(autouse=True, scope="module")
def _in_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - a fixture
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("calendars"))
        yield


def test_a_tick_is_a_report_on_the_action() -> None:
    reading = read_progress(edited(Path("plan.ics"), tick, "AP1/1.1"), dossier=PLAN)
    report = ProgressReport(
        party="CCWP", subject=ActionRef("AP1", "1.1"), on="2006-05-07", status="completed"
    )
    assert reading.reports == (report,)
    assert told(reading) == []
    (ticked,) = reading.ticked
    assert ticked.report == report
    assert (ticked.before, ticked.status) == (Status.OPEN, Status.COMPLETED)
    assert (ticked.due, ticked.indicator) == (dt.date(2006, 6, 30), None)
    assert ticked.percent == 100


def test_without_the_dossier_the_entry_says_what_it_is() -> None:
    path = edited(Path("plan.ics"), tick, "AP1/1.1", "AP1/1.2 indicator 2")
    reading = read_progress(path)
    assert brief(reading) == [
        ("AP1/1.1", "completed", "2006-05-07"),
        ("AP1/1.2 indicator 2", "completed", "2006-05-07"),
    ]
    assert [one.report for one in reading.ticked] == [*reading.reports]
    assert [one.item for one in reading.ticked] == ["AP1/1.1", "AP1/1.2 indicator 2"]
    assert told(reading) == [("CC175", "")]


def test_without_the_dossier_a_file_of_one_indicator_is_not_the_whole_action() -> None:
    write(PLAN, "one", to="icalendar", profile="tasks", layout="vdir")
    for path in sorted(Path("one").glob("*.ics")):
        task = icalendar.Calendar.from_ical(path.read_bytes()).walk("VTODO")[0]
        if task.get("X-CUSTOMS-COOP-INDICATOR") == "2":
            path.write_bytes(path.read_bytes().replace(b"NEEDS-ACTION", b"COMPLETED"))
            path.write_bytes(path.read_bytes().replace(b"T000000Z", b"T120000Z"))
            assert brief(read_progress(path)) == [
                ("AP1/1.2 indicator 2", "completed", "2004-01-01")
            ]


def test_where_a_server_dropped_ours_the_dossier_knows_the_identifier() -> None:
    items = ("AP1/1.1", "AP1/1.2 indicator 1")
    path = edited(Path("plan.ics"), tick, *items, bare=True)
    reading = read_progress(path, dossier=Dossier.of(PLAN))
    assert [one.item for one in reading.ticked] == list(items)
    assert {one.party for one in reading.reports} == {"CCWP"}
    without = read_progress(path)
    assert without.reports == ()
    shown = [(code, subject[:4]) for code, subject in told(without)]
    assert shown[:2] == [("CC170", "1.1 "), ("CC170", "1.2 ")]
    assert "hand in the dossier" in str(without.report)


def test_an_action_is_completed_with_the_last_of_its_parts() -> None:
    days = {"1": 9, "2": 3}
    path = edited(
        Path("plan.ics"),
        lambda task: tick(task, days[task["X-CUSTOMS-COOP-INDICATOR"]]),
        "AP1/1.2 indicator 1",
        "AP1/1.2 indicator 2",
    )
    assert brief(read_progress(path, dossier=PLAN)) == [
        ("AP1/1.2 indicator 2", "completed", "2006-05-03"),
        ("AP1/1.2 indicator 1", "completed", "2006-05-09"),
        ("AP1/1.2", "completed", "2006-05-09"),
    ]
    # On one day, one report on the action, with what stands at its end.
    path = edited(Path("plan.ics"), tick, "AP1/1.2 indicator 1", "AP1/1.2 indicator 2")
    reading = read_progress(path, dossier=PLAN)
    assert brief(reading) == [
        ("AP1/1.2 indicator 1", "completed", "2006-05-07"),
        ("AP1/1.2 indicator 2", "completed", "2006-05-07"),
        ("AP1/1.2", "completed", "2006-05-07"),
    ]
    assert [one.report for one in reading.ticked] == [*reading.reports[:2]]


def test_each_party_reports_on_its_own_indicators() -> None:
    def shared(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        tick(task)
        number = str(task["X-CUSTOMS-COOP-INDICATOR"])
        task.add("COMMENT", f"Done {number}")
        task["X-CUSTOMS-COOP-PARTY"] = {"1": "CCWP", "2": "COM"}[number]

    path = edited(Path("plan.ics"), shared, "AP1/1.2 indicator 1", "AP1/1.2 indicator 2")
    reports = read_progress(path, dossier=PLAN).reports
    assert [(one.party, str(one.subject), one.text) for one in reports] == [
        ("CCWP", "AP1/1.2 indicator 1", "Done 1"),
        ("COM", "AP1/1.2 indicator 2", "Done 2"),
    ]
    # Neither has done the whole; the review joins what they say.
    both = attrs.evolve(PLAN["1.2"], involved=[CCWP, COM])
    plan = attrs.evolve(PLAN, actions=[both])
    state = review(add_progress(plan, reports).dossier, on="2006-06-01")
    assert [one.standing.value for one in state.items] == ["completed", "completed"]


def test_what_is_open_again_opens_the_action_too() -> None:
    states = [Indicator(text="Guide"), Indicator(text="Course")]
    plan = attrs.evolve(PLAN, actions=[action("2", status="completed", indicators=states)])
    path = edited(Path("plan.ics"), reopen, "AP1/2 indicator 2", subject=plan)
    assert brief(read_progress(path, dossier=plan)) == [
        ("AP1/2 indicator 2", "open", "2006-05-08"),
        ("AP1/2", "partly completed", "2006-05-08"),
    ]


def test_one_of_several_deadlines_is_told_by_its_day() -> None:
    def first(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        if task.get("DUE") is None or task["DUE"].dt.year == 2005:
            tick(task)

    days = [parse_deadline(text) for text in ("31.12.2005", "30.6.2006")]
    guide = Indicator(text="Guide", deadlines=days)
    plan = attrs.evolve(PLAN, actions=[action("2", indicators=[guide, Indicator(text="Course")])])
    path = edited(Path("plan.ics"), first, "AP1/2 indicator 1", subject=plan)
    for dossier in (plan, None):
        (report,) = read_progress(path, dossier=dossier).reports
        assert (str(report.subject), report.status, report.due) == (
            "AP1/2 indicator 1",
            Status.COMPLETED,
            dt.date(2005, 12, 31),
        )
    # All of them are the indicator; and with the other one, the action.
    path = edited(Path("plan.ics"), tick, "AP1/2 indicator 1", subject=plan)
    reports = read_progress(path, dossier=plan).reports
    assert [str(one.due) for one in reports] == ["2005-12-31", "2006-06-30", "None"]
    assert {str(one.subject) for one in reports} == {"AP1/2 indicator 1"}
    everything = ("AP1/2 indicator 1", "AP1/2 indicator 2")
    path = edited(Path("plan.ics"), tick, *everything, subject=plan)
    reports = read_progress(path, dossier=plan).reports
    assert [(str(one.subject), str(one.due)) for one in reports] == [
        ("AP1/2 indicator 1", "2005-12-31"),
        ("AP1/2 indicator 1", "2006-06-30"),
        ("AP1/2 indicator 2", "None"),
        ("AP1/2", "None"),
    ]
    # Nothing tells a deadline without a day; of several on one day, the report is on that day.
    for words, due in (("as soon as possible", None), ("31 December 2005", "2005-12-31")):
        both = [parse_deadline(text) for text in (words, "31.12.2005")]
        plan = attrs.evolve(PLAN, actions=[action("2", deadlines=both)])
        left = [tick]  # only the first entry is ticked off

        def once(task: Any, left: list[Any] = left) -> None:  # noqa: ANN401 - as above
            if left:
                left.pop()(task)

        path = edited(Path("plan.ics"), once, "AP1/2", subject=plan)
        (report,) = read_progress(path, dossier=plan).reports
        assert report.status is Status.PARTLY_COMPLETED
        assert (report.due and str(report.due)) == due


@every_case("ticked", [1, 2, 3, 4])
def test_each_further_round_that_is_ticked_has_a_report(ticked: int) -> None:
    left = [tick] * ticked

    def first(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        if left:
            left.pop()(task)

    # The last round and the other deadline are of one day.
    twice = [Recurring(Recurrence(Frequency.YEARLY)), parse_deadline("31.12.2006")]
    plan = attrs.evolve(PLAN, actions=[action("2", deadlines=twice)])
    reading = read_progress(edited(Path("plan.ics"), first, "AP1/2", subject=plan), dossier=plan)
    wanted = [("completed", 2004), ("completed", 2005), ("partly completed", 2006)][:ticked]
    whole = [("completed", 2006), ("completed", None)]
    said = [(one.status and one.status.value, one.due and one.due.year) for one in reading.reports]
    assert said == (wanted if ticked < 4 else [*wanted[:2], *whole])
    assert len(reading.ticked) == ticked
    addition = add_progress(plan, reading)
    assert addition.conflicts == ()
    state = review(addition.dossier, on="2008-02-01", plans=["AP1"])
    assert [one.standing.open for one in state.items] == [ticked < 4, ticked < 4]


def test_a_round_is_not_the_whole_action() -> None:
    def first_round(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        if task["DUE"].dt.year == 2004:
            tick(task)

    path = edited(Path("plan.ics"), first_round, "AP1/1.3")
    for dossier in (PLAN, None):
        reading = read_progress(path, dossier=dossier)
        assert brief(reading) == [("AP1/1.3", "completed", "2006-05-07")]
        assert [one.due for one in reading.reports] == [dt.date(2004, 12, 31)]
        assert [one.due for one in reading.ticked] == [dt.date(2004, 12, 31)]
    path = edited(Path("plan.ics"), tick, "AP1/1.3")
    reports = read_progress(path, dossier=PLAN).reports
    assert {one.status for one in reports} == {Status.COMPLETED}
    assert [one.due and one.due.year for one in reports] == [2004, 2005, 2006, None]


def test_rounds_that_say_otherwise_do_not_contradict_the_whole() -> None:
    def end(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        tick(task)
        if task["DUE"].dt.year == 2006:
            task["STATUS"] = "CANCELLED"
            task.add("COMMENT", "Nobody came")

    reading = read_progress(edited(Path("plan.ics"), end, "AP1/1.3"), dossier=PLAN)
    assert [(one.due and one.due.year, one.text) for one in reading.reports] == [
        (2004, ""),
        (2005, ""),
        (None, "Nobody came"),
    ]
    assert add_progress(PLAN, reading).conflicts == ()


def test_no_round_ends_a_standing_duty() -> None:
    rounds = [Recurring(Recurrence(Frequency.YEARLY))]
    plan = attrs.evolve(PLAN, actions=[action("9", status="standing", deadlines=rounds)])
    path = edited(Path("plan.ics"), tick, "AP1/9", subject=plan)
    for dossier in (plan, None):
        reading = read_progress(path, dossier=dossier)
        assert brief(reading) == [("AP1/9", "completed", "2006-05-07")] * 3
        assert [one.due and one.due.year for one in reading.reports] == [2004, 2005, 2006]
    # Nor does the only one in the time of the plan.
    plan = attrs.evolve(plan, period="2006-01-01/2006-12-31")
    path = edited(Path("plan.ics"), tick, "AP1/9", subject=plan)
    (report,) = read_progress(path, dossier=plan).reports
    assert report.due == dt.date(2006, 12, 31)


def reopen(task: Any) -> None:  # noqa: ANN401 - a component answers to names
    """What Thunderbird does where a tick is taken back."""
    for name in ("STATUS", "PERCENT-COMPLETE", "COMPLETED"):
        task.pop(name, None)
    task["LAST-MODIFIED"] = icalendar.vDatetime(dt.datetime(2006, 5, 8, 1, tzinfo=dt.UTC))


def test_a_tick_that_is_taken_back_opens_the_action() -> None:
    path = edited(Path("plan.ics"), reopen, "AP1/1.4", "AP1/1.5", "AP1/1.1")
    # What was not completed is not changed where a tick is set and taken back.
    assert brief(read_progress(path, dossier=PLAN)) == [("AP1/1.4", "open", "2006-05-08")]


def test_who_reports_is_asked_for_where_it_is_not_certain() -> None:
    path = edited(Path("plan.ics"), tick, "AP1/1.5")
    reading = read_progress(path)
    assert (reading.reports, reading.report.ok) == ((), False)
    assert told(reading)[0] == ("CC172", "AP1/1.5")
    assert 'name it: --party CCWP, or party="CCWP" in Python' in str(reading.report)
    (ticked,) = reading.ticked
    assert (ticked.on, ticked.report) == (dt.date(2006, 5, 7), None)
    both = "is not known which party reports: 2 parties share it (CCWP, COM) (name it"
    assert both in str(reading.report)
    for named in ("EUROPOL", "Europol"):
        assert [one.party for one in read_progress(path, party=named).reports] == ["EUROPOL"]
    # A calendar for one party says which one that is.
    path = edited(Path("plan.ics"), tick, "AP1/1.5", party="COM")
    assert [one.party for one in read_progress(path).reports] == ["COM"]
    nobody = attrs.evolve(PLAN, actions=[action("1.1", involved=[])])
    reading = read_progress(edited(Path("plan.ics"), tick, "AP1/1.1", subject=nobody))
    assert "it names none (name it)" in str(reading.report)


def test_the_first_of_those_that_name_nobody_are_told() -> None:
    many = [action(f"2.{number}", involved=[]) for number in range(1, 7)]
    plan = attrs.evolve(PLAN, actions=[*many, PLAN["1.1"]])
    items = [f"AP1/2.{number}" for number in range(1, 7)]
    reading = read_progress(edited(Path("plan.ics"), tick, *items, subject=plan), dossier=plan)
    (found,) = reading.report
    assert (found.code, found.subject) == ("CC172", "AP1/2.1")
    assert found.message.endswith(
        "it names none; the same holds for 5 more: AP1/2.2, AP1/2.3, AP1/2.4, ..."
    )
    # The example is a party that the dossier has.
    assert found.hint == 'name it: --party CCWP, or party="CCWP" in Python'


def test_a_part_of_a_body_does_not_share_the_report_with_it() -> None:
    def of(*parties: str) -> ActionPlan:
        involved = [Involvement(party=one, role=Role.RESPONSIBLE) for one in parties]
        return attrs.evolve(PLAN, actions=[action("1.1", involved=involved)])

    described = [
        Party(id="NETS", name="Group on Nets", part_of="CCWP"),
        Party(id="SUB-NETS", name="Subgroup on Nets", part_of="NETS"),
        Party(id="JOINT-PROJECT-GROUP", name="Joint Project Group", part_of="COM"),
    ]
    for parties, wanted in (
        (("CCWP", "NETS"), "CCWP"),
        (("SUB-NETS", "CCWP"), "CCWP"),
        (("NETS-PROJECT-GROUP", "CCWP"), "CCWP"),
        # It is known to be of another body.
        (("JOINT-PROJECT-GROUP", "CCWP"), None),
        (("NETS", "COM"), None),
        (("NETS", "CCWP", "COM"), None),
    ):
        plan = of(*parties)
        dossier = Dossier(plans=[plan], parties=described)
        path = edited(Path("plan.ics"), tick, "AP1/1.1", subject=plan)
        reading = read_progress(path, dossier=dossier)
        assert [one.party for one in reading.reports] == ([] if wanted is None else [wanted])
        assert told(reading) == ([("CC172", "AP1/1.1")] if wanted is None else [])
        # Another one that is named reports only where that is not certain; a part of it may.
        for named, reports in (("DE", wanted or "DE"), (parties[0], parties[0])):
            reading = read_progress(path, dossier=dossier, party=named)
            assert [one.party for one in reading.reports] == [reports]


def test_a_party_of_the_dossier_may_be_named() -> None:
    path = edited(Path("plan.ics"), tick, "AP1/1.5")
    dossier = attrs.evolve(Dossier.of(PLAN), parties=[Party(id="PG", name="Project Group")])
    for named in ("PG", "project group", " PG "):
        reading = read_progress(path, dossier=dossier, party=named)
        assert [one.party for one in reading.reports] == ["PG"]
    # Nothing tells without a dossier which parties there are.
    assert [one.party for one in read_progress(path, party="XY").reports] == ["XY"]
    with pytest.raises(InvalidValueError, match="no party 'XY'; parties that take part are CCWP"):
        read_progress(path, dossier=dossier, party="XY")


def test_a_party_that_is_named_leaves_the_entries_alone_that_name_their_own() -> None:
    path = edited(Path("plan.ics"), tick, "AP1/1.1", "AP1/1.5")
    for dossier in (PLAN, None):
        reading = read_progress(path, dossier=dossier, party="COM")
        assert [one.party for one in reading.reports] == ["CCWP", "COM"]
    bare = edited(Path("plan.ics"), tick, "AP1/1.1", bare=True)
    assert [one.party for one in read_progress(bare, dossier=PLAN, party="COM").reports] == ["CCWP"]


def test_a_state_reports_on_what_all_of_them_have_to_do() -> None:
    states = [Involvement(party="MS", role=Role.RESPONSIBLE)]
    plan = attrs.evolve(PLAN, actions=[action("1.1", involved=states)])
    path = edited(Path("plan.ics"), tick, "AP1/1.1", subject=plan)
    for named, wanted in (("Belgium", "BE"), ("CCWP", "MS"), ("Europol", "MS"), (None, "MS")):
        reading = read_progress(path, dossier=plan, party=named)
        assert [one.party for one in reading.reports] == [wanted]


def test_a_comment_is_the_text_of_the_report() -> None:
    def say(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        tick(task)
        task.add("COMMENT", "Held in Brussels, on time")

    path = edited(Path("plan.ics"), say, "AP1/1.1")
    assert read_progress(path).reports[0].text == "Held in Brussels, on time"
    path = edited(Path("plan.ics"), lambda task: task.add("COMMENT", "Soon"), "AP1/1.1")
    reading = read_progress(path, dossier=PLAN)
    assert (reading.reports, told(reading)) == ((), [("CC173", "AP1/1.1")])


def test_a_day_is_not_guessed() -> None:
    path = edited(Path("plan.ics"), lambda task: task.update({"STATUS": "COMPLETED"}), "AP1/1.1")
    reading = read_progress(path, dossier=PLAN)
    assert (reading.reports, told(reading)) == ((), [("CC171", "AP1/1.1")])
    assert [one.status for one in reading.ticked] == [Status.COMPLETED]
    (found,) = reading.report
    assert 'on="' in found.hint
    # Who knows it may say it; a day of the entry itself counts for more.
    reading = read_progress(path, dossier=PLAN, on="2006-06-30")
    assert (brief(reading), told(reading)) == ([("AP1/1.1", "completed", "2006-06-30")], [])
    path = edited(Path("plan.ics"), tick, "AP1/1.1")
    assert brief(read_progress(path, dossier=PLAN, on="2006-06-30")) == [
        ("AP1/1.1", "completed", "2006-05-07")
    ]


def test_a_report_that_the_dossier_has_is_not_given_again() -> None:
    path = edited(Path("plan.ics"), tick, "AP1/1.1")
    first = read_progress(path, dossier=PLAN)
    dossier = attrs.evolve(Dossier.of(PLAN), progress=first.reports)
    again = read_progress(path, dossier=dossier)
    assert (again.reports, told(again)) == ((), [("CC175", "AP1/1.1")])
    assert [one.report for one in again.ticked] == [None]


def test_renumbering_and_rollover_leave_the_identifier() -> None:
    path = edited(Path("plan.ics"), tick, "AP1/1.1", "AP1/1.2 indicator 2")
    bare = edited(Path("bare.ics"), tick, "AP1/1.1", "AP1/1.2 indicator 2", bare=True)
    # 1.1 went to another place, and another action has its code now.
    moved = [
        attrs.evolve(PLAN["1.1"], code="4.7", origin=PLAN.ref(PLAN["1.1"])),
        attrs.evolve(PLAN["1.2"], code="1.1", origin=PLAN.ref(PLAN["1.2"])),
    ]
    renumbered = attrs.evolve(PLAN, actions=moved)
    for one in (path, bare):
        reading = read_progress(one, dossier=renumbered)
        assert [each.item for each in reading.ticked] == ["AP1/4.7", "AP1/1.1 indicator 2"]
    assert told(read_progress(path, dossier=renumbered)) == [
        ("CC175", "AP1/4.7"),
        ("CC175", "AP1/1.1 indicator 2"),
    ]
    rolled = roll_over(PLAN, into=next_plan(PLAN, period="2007-01-01/2008-06-30")).plan
    ref = next(rolled.ref(one) for one in rolled if str(one.origin) == "AP1/1.1")
    for one in (path, bare):
        assert read_progress(one, dossier=rolled).ticked[0].subject == ref
    # Where both plans are there, the entry says which one it was of; else the later one counts.
    both = Dossier(plans=[rolled, PLAN])
    for one, item, told_of_it in (
        (path, "AP1/1.1", f"it counts for the plan that it names, and is {ref} by now"),
        (bare, str(ref), "AP1/1.1 has the same entry; what the later plan has of it counts"),
    ):
        reading = read_progress(one, dossier=both)
        assert reading.ticked[0].item == item
        found = next(one for one in reading.report if one.subject == item)
        assert (found.code, found.message) == ("CC175", told_of_it)


@every_case("order", [(0, 1), (1, 0)])
def test_of_two_plans_that_one_counts_whose_entry_is_exported(order: tuple[int, int]) -> None:
    early = attrs.evolve(PLAN, actions=[action("1.0"), *PLAN.actions])
    rolled = roll_over(early, into=next_plan(early, period="2007-01-01/2008-06-30")).plan
    plans = (early, rolled)
    dossier = Dossier(plans=[plans[place] for place in order])
    whole = icalendar.Calendar.from_ical(export(dossier, "icalendar", profile="tasks"))
    wanted = {str(task["UID"]): str(task["X-CUSTOMS-COOP-ITEM"]) for task in whole.walk("VTODO")}
    assert {item[:3] for item in wanted.values()} == {"AP1", "AP2"}
    for bare in (False, True):
        for task in whole.walk("VTODO"):
            if task["STATUS"] == "COMPLETED":
                reopen(task)
            else:
                tick(task)
            for name in [name for name in task if name.startswith("X-CUSTOMS")] if bare else []:
                del task[name]
        Path("both-plans.ics").write_bytes(whole.to_ical())
        reading = read_progress("both-plans.ics", dossier=dossier, party="CCWP")
        assert {one.uid: str(one.subject) for one in reading.ticked} == wanted
        whole = icalendar.Calendar.from_ical(export(dossier, "icalendar", profile="tasks"))


def test_an_entry_whose_deadline_moved_is_still_of_its_action() -> None:
    def only(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        if task["DUE"].dt.year == 2004:
            tick(task)

    path = edited(Path("plan.ics"), only, "AP1/1.3")
    later = attrs.evolve(PLAN, period=Period("2005-01-01", "2006-12-31"))
    reading = read_progress(path, dossier=later)
    assert brief(reading) == [("AP1/1.3", "partly completed", "2006-05-07")]
    assert "no such time of it any more" in str(reading.report)


def test_a_round_of_the_plan_before_is_of_what_the_action_became() -> None:
    def last(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        if task["DUE"].dt.year == 2006:
            tick(task)

    path = edited(Path("plan.ics"), last, "AP1/1.3")
    rolled = roll_over(PLAN, into=next_plan(PLAN, period="2007-01-01/2008-12-31")).plan
    again = roll_over(rolled, into=next_plan(rolled, period="2009-01-01/2010-12-31")).plan
    later = edited(Path("later.ics"), tick, "AP2/1.3", subject=rolled)
    for one, plan, stated, count in (
        (path, rolled, "AP1/1.3", 1),
        (path, again, "AP1/1.3", 1),
        # Where it first stood, and not where it was exported, makes the identifier.
        (later, again, "AP2/1.3", 2),
    ):
        reading = read_progress(one, dossier=plan)
        (code,) = [each.code for each in plan if str(each.origin) == "AP1/1.3"]
        assert {each.item for each in reading.ticked} == {f"{plan.id}/{code}"}
        assert told(reading) == [("CC175", f"{plan.id}/{code}")] * count
        assert f"it was exported as {stated}" in str(reading.report)
    # Where a server dropped what the entry said, its identifier still has its day.
    bare = edited(Path("bare.ics"), last, "AP1/1.3", bare=True)
    for plan in (rolled, again):
        reading = read_progress(bare, dossier=plan)
        assert [each.item.partition("/")[0] for each in reading.ticked] == [plan.id]
        # What was completed at the export is not in the next plan, and nothing tells its state.
        assert told(reading)[0] == ("CC170", "1.4 Train 1.4")
        (found,) = [one for one in reading.report if one.code != "CC170"]
        assert (found.code, found.message) == (
            "CC175",
            "the dossier has no such time of it any more",
        )
    # An action that only has the code now is another one.
    other = attrs.evolve(PLAN, actions=[action("1.3", origin=ActionRef("AP0", "7"))])
    assert told(read_progress(path, dossier=other))[0][0] == "CC170"


def test_the_wrong_calendar_is_told() -> None:
    Path("empty.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "utf-8")
    (found,) = read_progress("empty.ics", dossier=PLAN).report
    assert (found.code, found.message) == ("CC175", "there is no entry in it")
    Path("events.ics").write_bytes(bytes(export(PLAN, "icalendar")))
    (found,) = read_progress("events.ics", dossier=PLAN).report
    assert found.message == "there is no task in it: only tasks can be ticked off"
    folder = write(PLAN, "events", to="icalendar", layout="vdir")
    count = len(list(folder.glob("*.ics")))
    (found,) = read_progress(folder, dossier=PLAN).report
    assert f"no task in the {count} calendars" in found.message
    # Where the entries may have been lost, that is told instead.
    Path("cut.ics").write_text("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\n", "utf-8")
    (found,) = read_progress("cut.ics", dossier=PLAN).report
    assert (found.code, found.message) == ("CC169", "the file is cut off inside a VTODO")


def test_what_the_dossier_does_not_have_is_told() -> None:
    path = edited(Path("plan.ics"), tick, "AP1/1.1")
    other = attrs.evolve(PLAN, actions=[action("1.1", origin=ActionRef("AP0", "7"))])
    reading = read_progress(path, dossier=other)
    assert reading.reports == ()
    # What was completed at the export is no change.
    assert told(reading) == [("CC170", "1.1 Train 1.1"), ("CC175", "")]


def test_tasks_of_somebody_else_are_left_alone() -> None:
    own = "BEGIN:VTODO\r\nUID:x\r\nSUMMARY:Dentist\r\n{}END:VTODO\r\nEND:VCALENDAR"
    calendar = edited(Path("plan.ics"), tick, "AP1/1.1")
    text = calendar.read_bytes().decode()
    calendar.write_bytes(text.replace("END:VCALENDAR", own.format("")).encode())
    assert told(read_progress(calendar, dossier=PLAN)) == []
    done = own.format("STATUS:COMPLETED\r\n")
    calendar.write_bytes(text.replace("END:VCALENDAR", done).encode())
    reading = read_progress(calendar, dossier=PLAN)
    # Nothing says that it is of a plan, so that no tick is lost.
    assert told(reading) == [("CC175", "Dentist")]
    assert len(reading.reports) == 1


def test_events_have_no_completion() -> None:
    for old, new, code in (
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED", "CC173"),
        (b"STATUS:CONFIRMED", b"STATUS:COMPLETED", "CC170"),
        (b"STATUS:CONFIRMED", b"STATUS:TENTATIVE", ""),
    ):
        content = bytes(export(PLAN, "icalendar"))
        assert old in content
        Path("events.ics").write_bytes(content.replace(old, new))
        reading = read_progress("events.ics", dossier=PLAN)
        assert (reading.reports, reading.ticked) == ((), ())
        assert told(reading) == [(code, "AP1/1.1") if code else ("CC175", "")]


def test_a_series_is_known_by_its_identifier() -> None:
    content = bytes(export(PLAN, "icalendar", recurrence="rule"))
    assert b"RRULE" in content
    lines = [line for line in content.splitlines() if not line.startswith(b"X-CUSTOMS")]
    text = b"\r\n".join(lines).replace(b"STATUS:TENTATIVE", b"STATUS:CANCELLED")
    Path("events.ics").write_bytes(text)
    assert told(read_progress("events.ics", dossier=PLAN)) == [("CC173", "AP1/1.3")]


def test_a_cancelled_task_was_overtaken_by_events() -> None:
    def cancel(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        tick(task)
        task["STATUS"] = "CANCELLED"

    reading = read_progress(edited(Path("plan.ics"), cancel, "AP1/1.1"), dossier=PLAN)
    assert brief(reading) == [("AP1/1.1", "obsolete", "2006-05-07")]
    assert told(reading) == [("CC175", "AP1/1.1")]


def test_a_folder_and_jcal_are_read_too() -> None:
    folder = write(PLAN, "plan", to="icalendar", profile="tasks", layout="vdir")
    (folder / ".hidden.ics").write_text("no calendar", "utf-8")
    (folder / "color").write_text("#ffffff", "utf-8")
    assert told(read_progress(folder, dossier=PLAN)) == []
    for path in sorted(folder.glob("[!.]*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        task = calendar.walk("VTODO")[0]
        if task["X-CUSTOMS-COOP-ITEM"] == "AP1/1.1":
            tick(task)
            path.write_bytes(calendar.to_ical())
    assert brief(read_progress(folder)) == [("AP1/1.1", "completed", "2006-05-07")]
    whole = json.loads(str(export(PLAN, "jcal", profile="tasks")))
    for _, properties, _ in whole[2]:
        if ["x-customs-coop-item", {}, "text", "AP1/1.1"] in properties:
            properties[:] = [one for one in properties if one[0] != "status"]
            properties += [
                ["status", {}, "text", "COMPLETED"],
                ["completed", {}, "date-time", "2006-05-07T12:00:00Z"],
            ]
    Path("plan.jcal").write_text(json.dumps(whole), "utf-8")
    assert brief(read_progress("plan.jcal")) == [("AP1/1.1", "completed", "2006-05-07")]


def test_an_entry_in_two_states_is_told() -> None:
    first = edited(Path("plan.ics"), tick, "AP1/1.1").read_bytes()
    Path("both").mkdir()
    Path("both/a.ics").write_bytes(first)
    Path("both/b.ics").write_bytes(bytes(export(PLAN, "icalendar", profile="tasks")))
    reading = read_progress("both", dossier=PLAN)
    assert brief(reading) == [("AP1/1.1", "completed", "2006-05-07")]
    assert told(reading) == [("CC174", "1.1 Train 1.1")]


def test_bad_files_are_told_and_spoil_no_others() -> None:
    Path("bad").mkdir()
    Path("bad/a.ics").write_bytes(b"Dear all")
    Path("bad/b.ics").write_bytes(b"BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\n")
    Path("bad/c.ics").write_bytes(edited(Path("plan.ics"), tick, "AP1/1.1").read_bytes())
    reading = read_progress("bad", dossier=PLAN)
    assert len(reading.reports) == 1
    assert [(one.code, str(one.span)) for one in reading.report] == [
        ("CC168", "bad/a.ics"),
        ("CC169", "bad/b.ics:2"),
    ]
    Path("empty").mkdir()
    assert told(read_progress("empty")) == [("CC168", "")]
    assert told(read_progress("nowhere.ics")) == [("CC101", "")]
    assert told(read_progress("no\0name")) == [("CC101", "")]


def test_a_folder_may_not_be_larger_than_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("customs_coop.loading.progress.LARGEST_FILE", 40)
    Path("large").mkdir()
    for name in ("a.ics", "b.ics"):
        Path("large", name).write_bytes(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    assert told(read_progress("large")) == [("CC109", ""), ("CC175", "")]


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(TypeError, match="a path is wanted"):
        read_progress(b"plan.ics")  # type: ignore[arg-type]  # what is refused
    with pytest.raises(TypeError, match="a party is named by a text"):
        read_progress("plan.ics", party=7)  # type: ignore[arg-type]  # what is refused
    with pytest.raises(InvalidValueError, match="not by blanks"):
        read_progress("nowhere.ics", party=" ")
    with pytest.raises(TypeError, match="a dossier or an action plan"):
        read_progress("plan.ics", dossier="AP1")  # type: ignore[arg-type]  # what is refused
