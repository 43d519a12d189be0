import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest

from charted_states import hostile_state
from customs_coop.deadline import By, parse_deadline
from customs_coop.errors import ExportOptionError, InvalidValueError
from customs_coop.exporters import export, losses, write
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Dossier,
    Event,
    Indicator,
    Involvement,
    Obligation,
    Party,
    PartyKind,
    PlanRef,
    ProgressReport,
    Role,
)
from customs_coop.monitoring import StateOfPlay, anchor_event, review
from customs_coop.references import DocumentNumber

JUNE = By("2032-06-30", "30.6.2032")
MEMBERS = {"SEE": ("AL", "HR")}


def asked(*parts: str) -> Dossier:
    """A plan of two actions, a conference, and a collective that has to report on both."""
    actions = [
        Action(
            code=code,
            title=f"Build gate {code}",
            deadlines=[By("2032-09-30")],
            involved=[Involvement(party="SEE", role=Role.RESPONSIBLE, text="all")],
        )
        for code in ("1", "2")
    ]
    plan = ActionPlan(id="P9", title="Gates", period="2032-01-01/2032-12-31", actions=actions)
    before = parse_deadline("one month before the conference")
    duties = [
        Obligation(
            text=f"Report on gate {code}",
            party="SEE",
            to="C32",
            subject=ActionRef("P9", code),
            deadline=before,
        )
        for code in ("1", "2")
    ]
    others = {
        "rounds": Obligation(
            text="Count them",
            party="CCWP",
            subject=PlanRef("P9"),
            deadline=parse_deadline("once per Presidency"),
        ),
        "undated": Obligation(text="Tell everybody", party="CCWP"),
        "whole": Obligation(
            text="Report on all", party="SEE", to="C32", subject=PlanRef("P9"), deadline=before
        ),
    }
    return Dossier(
        plans=[plan],
        obligations=[*duties, *(others[part] for part in parts)],
        parties=[
            Party(id="SEE", name="The neighbours", kind=PartyKind.GROUP),
            Party(id="C32", name="The conference of 2032"),
        ],
        events=[Event(id="C32", title="conference", when="2032")],
    )


def state_of(dossier: Dossier, on: str = "2032-03-01") -> StateOfPlay:
    return review(dossier, on=on, members=MEMBERS)


def entries(state: StateOfPlay, **options: object) -> list[dict[str, str]]:
    """The properties of each entry; the number of its alarms as "alarms"."""
    return entries_in(export(state, "reminders", **options))


def entries_in(content: bytes) -> list[dict[str, str]]:
    text = content.decode().replace("\r\n ", "")
    found = []
    for block in re.findall(
        r"BEGIN:(?:VEVENT|VTODO)\r\n(.*?)END:(?:VEVENT|VTODO)", text, re.DOTALL
    ):
        own = re.sub(r"BEGIN:VALARM.*?END:VALARM\r\n", "", block, flags=re.DOTALL)
        parts = [line.partition(":") for line in own.split("\r\n") if line]
        lines = {name.partition(";")[0]: value for name, _, value in parts}
        alarms = " ".join(re.findall(r"TRIGGER[^:]*:(\S+)", block))
        found.append(lines | {"alarms": alarms})
    return found


def values(found: Sequence[dict[str, str]], name: str) -> list[str]:
    return [one.get(name, "") for one in found]


def with_conference(dossier: Dossier, *days: str) -> Dossier:
    for number, day in enumerate(days, 1):
        dossier = anchor_event(dossier, "C32", day, on=dt.date(2032, 1, number))
    return dossier


def test_each_member_has_an_entry_for_each_report_on_its_last_day() -> None:
    found = entries(state_of(with_conference(asked(), "2032-06-12")))
    assert values(found, "SUMMARY") == [
        "1 Albania: Report on gate 1",
        "1 Croatia: Report on gate 1",
        "2 Albania: Report on gate 2",
        "2 Croatia: Report on gate 2",
    ]
    assert set(values(found, "DTSTART")) == {"20320512"}
    assert set(values(found, "DTEND")) == {"20320513"}
    assert set(values(found, "alarms")) == {"-P30D -P7D"}
    assert "“one month before the conference” (taken as: by 12 May 2032)" in found[0]["DESCRIPTION"]
    assert "To: The conference of 2032" in found[0]["DESCRIPTION"]
    assert "About: P9/1 Build gate 1" in found[0]["DESCRIPTION"]


def test_a_conference_that_is_moved_moves_the_entries_and_keeps_their_identifiers() -> None:
    first = entries(state_of(with_conference(asked(), "2032-06-12")))
    moved = entries(state_of(with_conference(asked(), "2032-06-12", "2032-07-12")))
    assert values(first, "UID") == values(moved, "UID")
    assert len(set(values(first, "UID"))) == 4
    assert set(values(moved, "DTSTART")) == {"20320612"}
    assert [set(values(one, "SEQUENCE")) for one in (first, moved)] == [{"1"}, {"2"}]
    stamps = [set(values(one, "DTSTAMP")) for one in (first, moved)]
    assert stamps == [{"20320101T000000Z"}, {"20320102T000000Z"}]
    # Whoever sees only his own calendar sees the same entries.
    own = entries(state_of(with_conference(asked(), "2032-06-12", "2032-07-12")), party="Croatia")
    assert own == moved[1::2]
    part = state_of(with_conference(asked(), "2032-06-12", "2032-07-12")).of_party("HR")
    assert entries(part) == own


def test_of_a_conference_without_a_day_the_bounds_are_told() -> None:
    found = entries(state_of(asked()))
    assert set(values(found, "DTSTART")) == {"20321130"}
    assert set(values(found, "STATUS")) == {"TENTATIVE"}
    assert "it may have been due from 1 December 2031" in found[0]["DESCRIPTION"]
    # One reading of the words has passed.
    assert found[0]["SUMMARY"] == "Possibly overdue: 1 Albania: Report on gate 1"
    # The year of the conference is given later: one change, though no deadline has a day.
    dossier = anchor_event(
        attrs.evolve(asked(), events=[Event(id="C32", title="conference")]),
        "C32",
        "2032",
        on="2032-02-01",
    )
    found = entries(state_of(dossier))
    assert set(values(found, "SEQUENCE")) == {"1"}


def test_a_day_that_is_printed_is_certain() -> None:
    dossier = asked()
    duty = attrs.evolve(dossier.obligations[0], deadline=By("2032-05-31", "31.5.2032"))
    found = entries(state_of(attrs.evolve(dossier, obligations=[duty])))
    assert set(values(found, "STATUS")) == {"CONFIRMED"}


def test_a_day_before_an_event_is_certain_once_the_event_has_its_day() -> None:
    found = entries(state_of(with_conference(asked(), "2032-06-12")))
    assert set(values(found, "STATUS")) == {"CONFIRMED"}
    # Whom to ask is who owes it.
    assert values(found, "CONTACT")[:2] == ["Albania", "Croatia"]


def test_that_nothing_is_owed_is_told() -> None:
    state = state_of(attrs.evolve(asked(), obligations=[]))
    told = [(one.code, one.subject) for one in losses(state, "reminders")]
    assert ("CC703", "calendar") in told
    told = [(one.code, one.subject) for one in losses(state_of(asked()), "reminders")]
    assert ("CC703", "calendar") not in told


def test_what_is_late_says_so_and_reminds_no_more() -> None:
    dossier = with_conference(asked(), "2032-06-12")
    came = ProgressReport(party="HR", subject=ActionRef("P9", "1"), on="2032-05-01")
    late = entries(state_of(attrs.evolve(dossier, progress=[came]), on="2032-05-20"))
    assert values(late, "SUMMARY") == [
        "Overdue: 1 Albania: Report on gate 1",
        "Overdue: 2 Albania: Report on gate 2",
        "Overdue: 2 Croatia: Report on gate 2",
    ]
    assert set(values(late, "alarms")) == {""}
    # Its line is another one since the day after the last one; no clock was asked.
    assert set(values(late, "DTSTAMP")) == {"20320513T000000Z"}
    assert "Overdue: the last day was 12 May 2032" in late[0]["DESCRIPTION"]


def test_rounds_are_entries_of_their_own_and_a_change_of_one_duty_is_not_one_of_others() -> None:
    dossier = asked("rounds")
    change = DeadlineChange(
        subject=ActionRef("P9", "1"), old=None, new=By("2032-09-30"), on="2032-02-01"
    )
    found = entries(state_of(attrs.evolve(dossier, deadline_changes=[change])), party="CCWP")
    assert values(found, "DTSTART") == ["20320630", "20321231"]
    assert len(set(values(found, "UID"))) == 2
    assert "Period: 1 January 2032 – 30 June 2032" in found[0]["DESCRIPTION"]
    # That is the deadline of the action itself, and not of the reports on it.
    found = entries(state_of(attrs.evolve(dossier, deadline_changes=[change])), items=True)
    changed = {one["SUMMARY"]: one["SEQUENCE"] for one in found}
    assert changed["1: Build gate 1"] == "1"
    assert {number for line, number in changed.items() if line != "1: Build gate 1"} == {"0"}


def test_two_reports_on_one_thing_are_told_apart_by_their_words_alone() -> None:
    dossier = asked()
    duty = dossier.obligations[0]
    other = attrs.evolve(duty, text="Send plans of gate 1", deadline=By("2032-04-30"))
    one, two = (
        {
            line["SUMMARY"]: line["UID"]
            for line in entries(state_of(attrs.evolve(dossier, obligations=duties)))
        }
        for duties in ([duty, other], [other, duty])
    )
    assert one == two
    assert len(set(one.values())) == 4


def test_what_is_not_in_the_calendar_is_told() -> None:
    state = state_of(asked("undated", "whole"))
    told = [(one.code, one.message) for one in losses(state, "reminders")][1:]
    assert told == [
        ("CC705", "what it asks of the whole plan has an entry for each of its actions"),
        ("CC703", "it has no day, so that it is no event: no time is stated"),
    ]
    assert "Report on all" not in export(state, "reminders").decode()
    tasks = entries(state, profile="tasks")
    assert tasks[-1]["SUMMARY"] == "Customs Cooperation Working Party: Tell everybody"
    assert "DUE" not in tasks[-1]
    assert set(values(tasks, "STATUS")) == {"NEEDS-ACTION"}
    codes = [one.code for one in losses(state, "reminders", profile="tasks")]
    assert "CC703" not in codes


def test_tasks_are_due_on_the_last_day_itself() -> None:
    state = state_of(asked("rounds"))
    first = entries(state, profile="tasks", party="CCWP")[0]
    assert (first["DTSTART"], first["DUE"]) == ("20320101", "20320630")
    assert first["UID"] != entries(state, party="CCWP")[0]["UID"]


def test_things_of_the_plan_are_there_when_asked_for() -> None:
    state = state_of(with_conference(asked(), "2032-06-12"))
    lines = values(entries(state, items=True), "SUMMARY")
    assert lines[-2:] == ["1: Build gate 1", "2: Build gate 2"]
    done = ProgressReport(
        party="SEE", subject=ActionRef("P9", "1"), on="2032-02-01", status="completed"
    )
    state = state_of(attrs.evolve(asked(), progress=[done]))
    lines = values(entries(state, items=True), "SUMMARY")
    assert "2: Build gate 2" in lines
    assert "1: Build gate 1" not in lines


def test_a_task_of_the_plan_says_how_far_it_is_and_its_tick_is_not_taken_back() -> None:
    begun = ProgressReport(
        party="SEE", subject=ActionRef("P9", "1"), on="2032-02-01", status="ongoing"
    )
    state = state_of(attrs.evolve(asked(), progress=[begun]))
    tasks = {one["SUMMARY"]: one for one in entries(state, profile="tasks", items=True)}
    assert tasks["1: Build gate 1"]["STATUS"] == "IN-PROCESS"
    assert tasks["2: Build gate 2"]["STATUS"] == "NEEDS-ACTION"
    assert not [name for one in tasks.values() for name in one if name.endswith("-ITEM")]


def test_each_party_has_a_file_of_its_own(tmp_path: Path) -> None:
    state = state_of(asked("undated", "rounds"))
    folder = write(state, tmp_path / "reminders", to="reminders", each_party=True, items=True)
    files = {path.name: entries_in(path.read_bytes()) for path in folder.iterdir()}
    assert sorted(files) == ["AL.ics", "CCWP.ics", "HR.ics", "SEE.ics"]
    assert values(files["SEE.ics"], "SUMMARY") == ["1: Build gate 1", "2: Build gate 2"]
    whole = entries(state, items=True)
    assert sorted(values(whole, "UID")) == sorted(
        uid for found in files.values() for uid in values(found, "UID")
    )
    name = re.search("X-WR-CALNAME:(.*)", (folder / "HR.ics").read_text("utf-8"))
    assert name is not None
    assert name[1].strip() == "What is owed and due: P9 (Croatia)"
    one = write(state, tmp_path / "one", to="reminders", each_party=True, party="SEE")
    assert sorted(path.name for path in one.iterdir()) == ["AL.ics", "HR.ics"]


def test_the_labels_have_a_language() -> None:
    state = state_of(with_conference(asked(), "2032-06-12"), on="2032-05-20")
    assert "Überfällig: 1 Albania" in entries(state, language="de")[0]["SUMMARY"]
    assert "En retard" in entries(state, language="fr")[0]["CATEGORIES"]


def test_what_is_limite_is_marked() -> None:
    for limite in (False, True):
        number = DocumentNumber(number=71, year=2032, limite=limite)
        (plan,) = asked().plans
        plans = [attrs.evolve(plan, document=number)]
        found = entries(state_of(attrs.evolve(asked("undated"), plans=plans)), profile="tasks")
        assert set(values(found, "CLASS")) == {"CONFIDENTIAL" if limite else ""}


def test_options_that_make_no_sense_are_refused() -> None:
    state = state_of(asked())
    with pytest.raises(InvalidValueError, match="those who do are AL, SEE, HR"):
        export(state, "reminders", party="Atlantis")
    for option, value in (("profile", "both"), ("alarms", ("P1M",)), ("color", "no colour")):
        with pytest.raises(ExportOptionError):
            export(state, "reminders", **{option: value})


def test_alarms_are_chosen() -> None:
    state = state_of(with_conference(asked(), "2032-06-12"))
    assert set(values(entries(state, alarms=("P1W", "P60D")), "alarms")) == {"-P60D -P7D"}
    assert set(values(entries(state, alarms=()), "alarms")) == {""}


def test_hostile_words_are_words() -> None:
    state = hostile_state()
    assert export(state, "reminders", items=True) == export(state, "reminders", items=True)
    duty = Obligation(text="x\r\nBEGIN:VEVENT\ud800", party="<p> / ..", deadline=By("2031-12-31"))
    state = review(Dossier(plans=[], obligations=[duty]), on="2031-12-01")
    assert len(entries(state)) == 1


def test_a_line_says_of_which_action_and_of_which_of_several_plans_it_is() -> None:
    first = ActionPlan(
        id="P7",
        title="Seventh",
        period="2032-01-01/2032-12-31",
        actions=[
            Action(
                code="1",
                title="Paint.",
                indicators=[Indicator(text="Done. Deadline: 30.6.2032.", deadlines=[JUNE])],
            )
        ],
    )
    owed = Obligation(
        text="Tell of it. Deadline: 30.6.2032.",
        party="CCWP",
        subject=ActionRef("P7", "1"),
        deadline=JUNE,
    )
    nobody = attrs.evolve(owed, text="June of it", party=None)
    alone = Dossier(plans=[first], obligations=[owed, nobody])
    for dossier, head in (
        (alone, ""),
        (attrs.evolve(alone, plans=[first, attrs.evolve(first, id="P8", title="Eighth")]), "P7/"),
    ):
        state = review(dossier, on="2032-02-01")
        lines = {str(one["SUMMARY"]) for one in entries(state, items=True)}
        assert {
            f"{head}1 Customs Cooperation Working Party: Tell of it",
            f"{head}1: June of it",
            f"{head}1: Done – Paint",
        } <= lines


def test_a_party_may_have_an_article_before_its_name() -> None:
    owed = Obligation(text="Tell of it", party="MS", deadline=JUNE)
    state = review(Dossier(obligations=[owed]), on="2032-02-01")
    for name in ("MS", "Member States", "the Member States"):
        (found,) = entries(state, party=name)
        assert found["SUMMARY"] == "Member States: Tell of it"


def test_a_change_of_which_no_day_is_known_makes_no_entry_older() -> None:
    before = with_conference(asked(), "2032-06-12")
    after = anchor_event(before, "C32", "2032-07-12")
    stamps = [set(values(entries(state_of(one)), "DTSTAMP")) for one in (before, after)]
    assert min(stamps[1]) >= max(stamps[0])
    assert "19700101T000000Z" not in stamps[1]
