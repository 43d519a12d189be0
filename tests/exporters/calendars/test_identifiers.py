"""Which entries are the same: identifiers, sequences, plans that follow each other, relations."""

from pathlib import Path
from typing import Any

import attrs

from customs_coop.deadline import By, Recurring, Undetermined
from customs_coop.exporters import export, losses, write
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    DeadlineChange,
    Document,
    Dossier,
    Indicator,
    IndicatorRef,
    Link,
    LinkKind,
    Named,
)
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import DocumentNumber
from customs_coop.rollover import Carry, MergeInto, SplitInto, next_plan, roll_over
from exported_calendars import entries, one, uids
from sample_plans import work_plan

ONCE = Recurring(Recurrence(Frequency.PRESIDENCY))


def told(subject: Dossier | ActionPlan, code: str, **options: object) -> list[tuple[str, str]]:
    report = losses(subject, "icalendar", **options)
    return [(found.subject, found.message) for found in report if found.code == code]


def test_every_identifier_is_unique_also_where_a_code_stands_twice() -> None:
    found = uids(work_plan())
    assert len(set(found)) == len(found)
    plan = one(By("2012-06-30"), indicators=[Indicator(text="A", deadlines=[ONCE])])
    twice = attrs.evolve(plan, actions=plan.actions * 2)
    for recurrence, count in (("instances", 8), ("rule", 4)):
        found = uids(twice, recurrence=recurrence)
        assert len(set(found)) == len(found) == count


def test_identifiers_survive_new_words_dates_and_codes() -> None:
    old = one(By("2012-06-30"))
    assert uids(old) == uids(one(By("2012-12-31"), title="Reworded"), language="fr")
    origin = ActionRef("AP5", "5.1")
    moved = one(By("2012-06-30"), code="6.3", origin=origin)
    assert uids(attrs.evolve(moved, id="AP6")) == uids(old)
    assert uids(one(By("2012-06-30"), code="5.2")) != uids(old)


def test_a_task_stays_the_same_when_its_deadline_is_set_at_last() -> None:
    for first in ([], [Undetermined("tbc")]):
        later = one(By("2012-06-30"))
        assert uids(one(*first), profile="tasks") == uids(later, profile="tasks")


def test_an_indicator_is_known_by_where_it_first_stood() -> None:
    report = Indicator(text="Report", deadlines=[By("2012-06-30")])
    manual = attrs.evolve(report, text="Manual")
    old = uids(one(indicators=[report, manual]))
    origin = IndicatorRef(ActionRef("AP5", "5.1"), 2)
    alone = one(code="6.1", indicators=[attrs.evolve(manual, text="Guide", origin=origin)])
    assert uids(attrs.evolve(alone, id="AP6")) == old[1:]


def test_events_and_tasks_have_different_identifiers() -> None:
    plan = one(By("2012-06-30"))
    both = uids(plan, profile="both") + uids(plan, "VTODO", profile="both")
    assert both == uids(plan) + uids(plan, profile="tasks")
    assert len(set(both)) == 2


def test_a_round_keeps_its_identifier_when_the_plan_grows() -> None:
    plan = one(ONCE)
    longer = attrs.evolve(plan, period="2011-01-01/2013-06-30")
    assert uids(longer)[1:4] == uids(plan)


def test_identifiers_survive_rollovers() -> None:
    plan = attrs.evolve(work_plan(), actions=work_plan().actions[:1])
    second = roll_over(plan, into=next_plan(plan, id="AP2", period="2007-01-01/2008-06-30")).plan
    third = roll_over(second, into=next_plan(second, id="AP3", period="2008-07-01/2009-12-31")).plan
    # The rounds are others, the survey is the same.
    first = uids(plan)[0]
    assert uids(second)[0] == uids(third)[0] == first
    sequences = [entries(one_plan)[0]["SEQUENCE"] for one_plan in (plan, second, third)]
    assert sequences == sorted(set(sequences))
    # In one file each stands once, under the later plan.
    dossier = Dossier(plans=[plan, second, third])
    found = entries(dossier, "VEVENT")
    assert len(set(uids(dossier))) == len(found)
    (survey,) = [event for event in found if event["UID"] == first]
    assert survey["X-CUSTOMS-COOP-ITEM"] == "AP3/" + str(third.actions[0].code)
    assert survey["CREATED"].dt < survey["DTSTAMP"].dt
    messages = told(dossier, "CC705")
    assert ("AP1/1.1 indicator 1", messages[0][1]) == messages[0]
    assert "stands under AP3/" in messages[0][1]
    # Also where the later plan is named first.
    assert set(uids(Dossier(plans=[third, second, plan]))) == set(uids(dossier))


def test_a_later_revision_has_a_higher_sequence() -> None:
    first = ActionRef("AP4", "4.1")
    plan = one(By("2012-06-30"), origin=first, earlier=[Appearance(action=first)])
    numbers = ("15653/10", "15653/1/10 REV 1", "15653/99/10 REV 99")
    found = [
        entries(attrs.evolve(plan, document=DocumentNumber.parse(number)))[0]["SEQUENCE"]
        for number in numbers
    ]
    assert found == [100, 101, 199]


def test_a_revision_under_another_number_is_later_than_what_it_replaces() -> None:
    plan = one(By("2012-06-30"))
    first, second, third = map(DocumentNumber.parse, ("15653/2/10 REV 2", "20000/10", "21000/10"))
    papers = [
        Document(reference=first, title="First", date="2010-11-29"),
        Document(reference=second, title="Second", previous=[first]),
        Document(reference=third, title="Third", previous=[second]),
    ]
    found = [
        entries(Dossier(plans=[attrs.evolve(plan, document=number)], documents=papers))[0]
        for number in (first, second, third)
    ]
    assert [entry["SEQUENCE"] for entry in found] == [2, 3, 4]
    # Of the later ones only the year is known.
    assert [entry["DTSTAMP"].dt.date().isoformat() for entry in found] == ["2010-11-29"] * 3


def later(name: str, year: int, **fields: Any) -> ActionPlan:  # noqa: ANN401 - fields of a plan
    return ActionPlan(id=name, title="", period=f"{year}-01-01/{year}-12-31", **fields)


def test_a_part_of_a_split_goes_on_counting() -> None:
    first = attrs.evolve(one(By("2012-06-30"), By("2012-09-30")), id="First")
    second = roll_over(first, into=later("Second", 2013)).plan
    parts = [
        Action(code="1", title=f"Part {at}", deadlines=[deadline])
        for at, deadline in enumerate(second["5.1"].deadlines)
    ]
    third = roll_over(second, into=later("Third", 2014), decide=lambda _: SplitInto(parts)).plan
    assert [action.earlier != () for action in third] == [True, False]
    for subject in (third, Dossier(plans=[first, second, third])):
        found = entries(subject)
        assert {entry["UID"] for entry in found} == set(uids(first))
    assert [entry["SEQUENCE"] for entry in found] == [200, 200]
    # Ids that count tell the order of the plans also where one of them is alone.
    counted = attrs.evolve(third, id="AP8", actions=[attrs.evolve(third.actions[1], earlier=())])
    places = [attrs.evolve(one_of, item=ActionRef("AP5", "5.1"))
              for one_of in counted.actions[0].deadline_origins if one_of is not None]  # fmt: skip
    part = attrs.evolve(counted.actions[0], deadline_origins=places)
    assert entries(attrs.evolve(counted, actions=[part]))[0]["SEQUENCE"] == 300


def test_what_was_merged_into_a_younger_action_goes_on_counting() -> None:
    first = attrs.evolve(one(By("2012-06-30")), id="First")
    second = roll_over(first, into=later("Second", 2013)).plan
    young = Action(code="5.2", title="New", deadlines=[By("2012-05-31")])
    third = later("Third", 2014, actions=[young])
    third = roll_over(second, into=third).plan
    fourth = roll_over(
        third,
        into=later("Fourth", 2015),
        decide=lambda action: Carry() if action.title == "New" else MergeInto("5.2"),
    ).plan
    found = entries(Dossier(plans=[first, second, third, fourth]))
    assert {entry["DTSTART"].dt.month: entry["SEQUENCE"] for entry in found} == {5: 100, 6: 300}


def test_a_recorded_change_of_a_day_changes_the_entries_of_its_action() -> None:
    plan = attrs.evolve(
        one(By("2012-06-30"), indicators=[Indicator(text="A", deadlines=[By("2012-09-30")])]),
        document=DocumentNumber.parse("15653/1/10 REV 1"),
    )
    number = DocumentNumber.parse("9999/11")
    ref = ActionRef("AP5", "5.1")

    def changed(
        subject: ActionRef | IndicatorRef,
        on: str | None = None,
        document: DocumentNumber | None = None,
    ) -> tuple[int, str]:
        change = DeadlineChange(
            subject=subject, old=None, new=By("2012-06-30"), on=on, document=document
        )
        papers = [Document(reference=number, title="", date="2011-10-05")]
        dossier = Dossier(plans=[plan], deadline_changes=[change], documents=papers)
        found = {
            (int(entry["SEQUENCE"]), str(entry["DTSTAMP"].dt.date())) for entry in entries(dossier)
        }
        assert b"LAST-MODIFIED:20100102" in export(dossier, "icalendar", source_date="2010-01-02")
        (only,) = found
        return only

    assert changed(ActionRef("AP5", "5.2"), on="2011-11-05") == (1, "2011-07-01")
    assert changed(ref) == (2, "2011-07-01")
    assert changed(ref, on="2011-11-05", document=number) == (2, "2011-11-05")
    assert changed(IndicatorRef(ref, 1), on="2011-09-05", document=number) == (2, "2011-10-05")
    assert changed(ref, document=DocumentNumber.parse("1/12")) == (2, "2012-01-01")


def test_what_is_recorded_of_an_action_counts_for_its_parts_in_the_same_plan() -> None:
    split = Link(kind=LinkKind.SPLIT_FROM, target=ActionRef("AP5", "5.1"))
    plan = one(By("2012-06-30"), code="5.2", links=[split], aliases=["5.9"])
    changes = [
        DeadlineChange(subject=ActionRef("AP5", code), old=None, new=By("2012-06-30"))
        for code in ("5.1", "5.9", "5.3")
    ]
    (entry,) = entries(Dossier(plans=[plan], deadline_changes=changes))
    assert entry["SEQUENCE"] == 2


def test_a_draft_does_not_become_older_by_getting_a_number() -> None:
    draft = one(By("2012-06-30"))
    numbered = attrs.evolve(draft, document=DocumentNumber.parse("15000/10"))
    for plan in (draft, numbered):
        assert str(entries(plan)[0]["DTSTAMP"].dt.date()) == "2011-07-01"
    later = attrs.evolve(draft, document=DocumentNumber.parse("15000/12"))
    assert str(entries(later)[0]["DTSTAMP"].dt.date()) == "2012-01-01"


def chain(*links: tuple[str, str]) -> ActionPlan:
    """Actions 1 to 3, of which the first of each pair awaits the second."""
    actions = []
    for code in ("1", "2", "3"):
        own = [
            Link(kind=LinkKind.AWAITS, target=ActionRef("AP5", other))
            for source, other in links
            if source == code
        ]
        days = [By(f"2012-0{code}-01"), By(f"2012-0{code}-15")]
        actions.append(Action(code=code, title="", deadlines=days, links=own))
    return attrs.evolve(one(), actions=actions)


def relations(plan: ActionPlan, **options: object) -> list[tuple[str, str, str]]:
    found = entries(plan, **options)
    names = {str(event["UID"]): event["DTSTART"].dt.isoformat()[5:] for event in found}
    shown = []
    for event in found:
        related = event.get("RELATED-TO", [])
        for one_of in related if isinstance(related, list) else [related]:
            kind = one_of.params["RELTYPE"]
            shown += [(names[str(event["UID"])], kind, names[one_of])]
    return shown


def test_an_event_is_related_to_its_task() -> None:
    plan = one(By("2012-06-30"), ONCE)
    tasks = uids(plan, "VTODO", profile="both")
    found = entries(plan, profile="both")
    assert [str(event["RELATED-TO"]) for event in found] == tasks
    assert b"RELATED-TO" not in export(plan, "icalendar", profile="both", relations="none")
    assert b"RELATED-TO" not in export(plan, "icalendar", profile="tasks")
    # A series has no task of its own.
    by_rule = entries(plan, profile="both", recurrence="rule")
    assert ["RELATED-TO" in event for event in by_rule] == [True, False]


def test_dependences_lead_to_the_last_entry_of_what_is_awaited() -> None:
    plan = chain(("2", "1"), ("2", "1"), ("3", "1"))
    assert relations(plan) == []
    assert relations(plan, relations="rfc9253") == [
        ("02-01", "DEPENDS-ON", "01-15"),
        ("02-15", "DEPENDS-ON", "01-15"),
        ("03-01", "DEPENDS-ON", "01-15"),
        ("03-15", "DEPENDS-ON", "01-15"),
    ]
    content = export(plan, "icalendar", relations="rfc9253")
    assert b"REFID:AP5\r\n" in content


def test_no_relation_leads_to_itself_in_a_circle_or_to_nothing() -> None:
    plan = chain(("1", "1"), ("1", "2"), ("2", "3"), ("3", "1"))
    links = (
        *plan["3"].links,
        Link(kind=LinkKind.AWAITS, target=ActionRef("AP4", "4.1")),
        Link(kind=LinkKind.AWAITS, target=Named("the conference")),
    )
    actions = [*plan.actions[:2], attrs.evolve(plan["3"], links=links)]
    plan = attrs.evolve(plan, actions=actions)
    kept = {(source[:2], target[:2]) for source, _, target in relations(plan, relations="rfc9253")}
    assert kept == {("01", "02"), ("02", "03")}
    assert told(plan, "CC705", relations="rfc9253") == [
        ("AP5/1", "it depends on AP5/1, which is itself; the relation is left out"),
        ("AP5/3", "it depends on AP5/1, which depends on it in turn; the relation is left out"),
        ("AP5/3", "it depends on AP4/4.1, which has no entry here; the relation is left out"),
    ]
    assert told(plan, "CC705") == []


def test_a_folder_has_a_file_for_each_entry(tmp_path: Path) -> None:
    plan = one(By("2012-06-30"), ONCE)
    folder = write(plan, tmp_path / "plan", to="icalendar", layout="vdir")
    files = [*folder.glob("*.ics")]
    assert sorted(path.stem for path in files) == sorted(uids(plan))
    assert all(path.read_bytes().count(b"BEGIN:VEVENT") == 1 for path in files)
    assert {path.name for path in folder.iterdir()} - {path.name for path in files} == {
        "displayname"
    }
    assert (folder / "displayname").read_bytes() == b"Fifth"


def test_a_folder_says_its_name_and_its_colour(tmp_path: Path) -> None:
    options = {"layout": "vdir", "profile": "tasks", "language": "fr", "color": "SteelBlue"}
    folder = write(one(), tmp_path / "plan", to="icalendar", **options)
    assert (folder / "displayname").read_text("utf-8") == "Fifth – tâches"
    assert (folder / "color").read_bytes() == b"#4682B4"
    both = write(one(), tmp_path / "both", to="icalendar", **(options | {"profile": "both"}))
    assert (both / "displayname").read_text("utf-8") == "Fifth – événements et tâches"
