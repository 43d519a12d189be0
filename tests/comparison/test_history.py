"""The revisions of a plan: what held when, where values come from, and what slipped."""

import datetime as dt

import attrs
import pytest

from customs_coop.comparison import History, PlanVersion, diff
from customs_coop.dates import PartialDate
from customs_coop.deadline import parse_deadline
from customs_coop.errors import InvalidValueError, UnknownActionError, UnknownRevisionError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Indicator,
    IndicatorRef,
    Link,
    LinkKind,
)
from customs_coop.references import DocumentNumber
from folded import every_case

NUMBER = DocumentNumber(11111, 2004)
SECOND, THIRD = (attrs.evolve(NUMBER, revision=figure) for figure in (1, 2))
DAYS = {NUMBER: "2004-03-01", SECOND: "2004-11-30", THIRD: "2005-06-15"}


def plan_of(document: DocumentNumber | None, *actions: Action) -> ActionPlan:
    return ActionPlan(id="AP1", title="Plan", document=document, actions=actions)


TRAIN = Action(code="5.1", title="Train officers", deadlines=[parse_deadline("by end 2004")])
STUDY = Action(
    code="5.2",
    title="Study the use of scanners",
    indicators=[Indicator(text="Study adopted", deadlines=[parse_deadline("June 2005")])],
)
FIRST_PLAN = plan_of(NUMBER, TRAIN, STUDY)
SECOND_PLAN = plan_of(
    SECOND,
    attrs.evolve(TRAIN, priority="High", deadlines=[parse_deadline("by end 2005")]),
    attrs.evolve(STUDY, code="5.3", aliases=["5.2"], status_text="Under way"),
    Action(code="5.4", title="Report on seizures"),
)
THIRD_PLAN = plan_of(
    THIRD,
    attrs.evolve(
        STUDY,
        code="5.2",
        title="Examine laboratories",
        aliases=["5.3"],
        indicators=[Indicator(text="Study adopted", deadlines=[parse_deadline("2006")])],
    ),
    attrs.evolve(TRAIN, code="5.1", priority="High", deadlines=[parse_deadline("ongoing")]),
    Action(code="5.4", title="Report on seizures"),
)
PLANS = (FIRST_PLAN, SECOND_PLAN, THIRD_PLAN)


def dated(plan: ActionPlan) -> Dossier:
    assert plan.document is not None
    document = Document(reference=plan.document, title="Plan", date=DAYS[plan.document])
    return Dossier(plans=[plan], documents=[document])


HISTORY = History.of([dated(THIRD_PLAN), dated(FIRST_PLAN), dated(SECOND_PLAN)])


def test_revisions_stand_in_the_order_of_their_days() -> None:
    assert [revision.plan for revision in HISTORY] == list(PLANS)
    assert str(HISTORY) == (
        "AP1: 3 revisions\n"
        "  11111/04 of 2004-03-01\n"
        "  11111/1/04 REV 1 of 2004-11-30\n"
        "  11111/2/04 REV 2 of 2005-06-15"
    )


def test_without_days_revisions_stand_in_the_order_of_their_numbers() -> None:
    later = attrs.evolve(FIRST_PLAN, document=DocumentNumber(9, 2005))
    history = History.of([later, THIRD_PLAN, FIRST_PLAN, SECOND_PLAN])
    assert [revision.plan for revision in history] == [*PLANS, later]


def test_without_documents_revisions_stay_as_they_are_given() -> None:
    plans = [attrs.evolve(plan, document=None) for plan in (THIRD_PLAN, FIRST_PLAN)]
    assert [revision.plan for revision in History.of(plans)] == plans


def test_one_document_is_one_revision() -> None:
    assert len(History.of([FIRST_PLAN, dated(FIRST_PLAN), SECOND_PLAN])) == 2


@every_case(
    ("plans", "message"),
    [
        ([], "at least one"),
        ([FIRST_PLAN, attrs.evolve(SECOND_PLAN, id="AP2")], "different plans: AP1, AP2"),
        ([FIRST_PLAN, attrs.evolve(SECOND_PLAN, document=NUMBER)], "said to be 11111/04"),
        ([FIRST_PLAN, attrs.evolve(SECOND_PLAN, document=None)], "only some have a document"),
        (
            [FIRST_PLAN, attrs.evolve(SECOND_PLAN, id="AP2", document=None)],
            "different plans: AP1, AP2; diff",
        ),
    ],
)
def test_what_is_no_history_is_refused(plans: list[ActionPlan], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        History.of(plans)


@every_case(
    ("when", "plan"),
    [
        (SECOND, SECOND_PLAN),
        ("11111/1/04", SECOND_PLAN),
        (dt.date(2004, 11, 29), FIRST_PLAN),
        (dt.date(2004, 11, 30), SECOND_PLAN),
        ("2004-12", SECOND_PLAN),
        (PartialDate("2006-01-01", "2006-12-31"), THIRD_PLAN),
    ],
)
def test_what_held_when(
    when: DocumentNumber | dt.date | PartialDate | str, plan: ActionPlan
) -> None:
    assert HISTORY.as_of(when) is plan


@every_case(
    ("when", "message"),
    [
        ("2004", "the plan was revised in 2004"),
        ("2003-12-31", "no revision is as old as 2003-12-31"),
        ("11111/3/04 REV 3", "no revision is 11111/3/04 REV 3"),
        ("last spring", "no revision is last spring, which is neither the number of a document"),
        ("15.1.2006", "nor a time, such as 2005-11-30"),
        (PartialDate(None, "2005-01-01"), "no revision is"),
    ],
)
def test_what_no_revision_answers_is_told_with_those_there_are(
    when: PartialDate | str, message: str
) -> None:
    with pytest.raises(UnknownRevisionError) as caught:
        HISTORY.as_of(when)
    assert message in str(caught.value)
    assert str(caught.value).endswith("\n  11111/2/04 REV 2 of 2005-06-15")


def test_a_day_needs_days() -> None:
    with pytest.raises(UnknownRevisionError, match=r"^11111/04, .*REV 2 have no day; name a doc"):
        History.of(PLANS).as_of("2004-12-31")
    revisions = [attrs.evolve(HISTORY.revisions[0], date=None), *HISTORY.revisions[1:]]
    with pytest.raises(UnknownRevisionError, match=r"^11111/04 has no day; name a document"):
        History(revisions).as_of("2004-12-31")
    with pytest.raises(UnknownRevisionError, match=r"^there is no such day as 2008-02-30; there"):
        HISTORY.as_of("2008-02-30")
    with pytest.raises(TypeError):
        HISTORY.as_of(2004)  # type: ignore[arg-type] # what the test is about


@every_case(
    ("code", "field", "number", "old"),
    [
        ("5.1", "priority", 1, None),
        ("5.1", "deadlines", 2, (parse_deadline("by end 2005"),)),
        ("5.1", "title", 0, None),
        ("5.1", "code", 0, None),
        ("5.2", "title", 2, "Study the use of scanners"),
        ("5.2", "code", 2, "5.3"),
        ("5.3", "status_text", 2, "Under way"),
        ("5.4", "title", 1, None),
    ],
)
def test_which_document_brought_a_value_in(code: str, field: str, number: int, old: object) -> None:
    found = HISTORY.introduced(code, field)
    assert (found.number, found.old) == (number, old)
    assert found.revision is HISTORY.revisions[number]
    assert found.value == getattr(THIRD_PLAN[code], field)


def test_a_value_that_came_back_is_as_new_as_its_return() -> None:
    back = attrs.evolve(FIRST_PLAN, document=THIRD)
    history = History.of([FIRST_PLAN, SECOND_PLAN, back])
    assert history.introduced("5.1", "deadlines").number == 2


def test_where_the_values_of_an_action_come_from() -> None:
    assert str(HISTORY.blame("5.1")) == (
        "AP1/5.1\n"
        "  code       11111/04 of 2004-03-01          5.1\n"
        "  title      11111/04 of 2004-03-01          Train officers\n"
        "  priority   11111/1/04 REV 1 of 2004-11-30  High\n"
        "  status     11111/04 of 2004-03-01          open\n"
        "  deadlines  11111/2/04 REV 2 of 2005-06-15  ongoing"
    )
    fields = {one.field: one.number for one in HISTORY.blame("5.2")}
    # A field that was emptied is told; one that never held anything is not.
    assert fields["status_text"] == 2
    assert "priority" not in fields


def test_a_history_knows_no_other_actions_and_fields() -> None:
    with pytest.raises(UnknownActionError):
        HISTORY.introduced("9.9", "title")
    with pytest.raises(InvalidValueError, match=r"no field 'deadline'; did you mean deadlines\?"):
        HISTORY.introduced("5.1", "deadline")
    with pytest.raises(InvalidValueError, match="no field 'colour'; they have code, title"):
        HISTORY.introduced("5.1", "colour")


def test_changes_over_several_revisions_follow_each_action() -> None:
    found = HISTORY.changes_between("11111/04", THIRD)
    assert not found.removed
    assert [str(change.after) for change in found.added] == ["AP1/5.4"]
    assert HISTORY.changes_between(NUMBER, SECOND) == diff(FIRST_PLAN, SECOND_PLAN)
    assert HISTORY.changes_between(THIRD, THIRD).changes == ()
    back = HISTORY.changes_between(THIRD, NUMBER)
    assert [str(change.before) for change in back.removed] == ["AP1/5.4"]


def test_an_action_that_was_renumbered_twice_is_one() -> None:
    codes = ("5.2", "6.1", "7.4")
    plans = [
        plan_of(number, attrs.evolve(STUDY, code=code, title=f"Title {code}", aliases=former))
        for number, code, former in zip(DAYS, codes, ([], ["5.2"], ["6.1"]), strict=True)
    ]
    found = History.of(plans).changes_between(NUMBER, THIRD)
    assert [(str(one.before), str(one.after)) for one in found.renumbered] == [
        ("AP1/5.2", "AP1/7.4")
    ]
    assert not found.added


def test_every_deadline_that_changed_is_told() -> None:
    assert [str(slip) for slip in HISTORY.slippage()] == [
        "AP1/5.1: by end 2004 -> by end 2005, by 11111/1/04 REV 1 of 2004-11-30",
        "AP1/5.2 (Study adopted): June 2005 -> 2006, by 11111/2/04 REV 2 of 2005-06-15",
        "AP1/5.1: by end 2005 -> ongoing, by 11111/2/04 REV 2 of 2005-06-15",
    ]
    # "2006" leaves its last day open.
    assert [slip.days for slip in HISTORY.slippage()] == [365, None, None]


def test_a_deadline_that_came_or_went_is_told() -> None:
    bare = plan_of(SECOND, attrs.evolve(TRAIN, deadlines=[]), STUDY)
    (slip,) = History.of([FIRST_PLAN, bare]).slippage()
    assert (slip.old, slip.new, slip.days) == (TRAIN.deadlines[0], None, None)
    assert str(slip) == "AP1/5.1: by end 2004 -> none, by 11111/1/04 REV 1"


def _slips(old: Action, new: Action) -> list[tuple[str | None, ...]]:
    history = History.of([plan_of(NUMBER, old), plan_of(SECOND, new)])
    return [
        (slip.indicator, *(None if one is None else one.text for one in (slip.old, slip.new)))
        for slip in history.slippage()
    ]


def _measured(*indicators: tuple[str, str]) -> Action:
    return attrs.evolve(
        STUDY,
        indicators=[
            Indicator(text=text, deadlines=[parse_deadline(by)]) for text, by in indicators
        ],
    )


def test_the_only_indicator_keeps_its_deadline_under_other_words() -> None:
    old, new = _measured(("Study adopted", "June 2005")), _measured(("Findings sent", "May 2006"))
    assert _slips(old, new) == [("Findings sent", "June 2005", "May 2006")]


def test_indicators_that_are_not_paired_went_and_came() -> None:
    old = _measured(("Study adopted", "June 2005"), ("Courses held", "2006"))
    new = _measured(("Findings sent to the Group", "May 2006"), ("Courses held", "2006"))
    assert _slips(old, new) == [
        ("Study adopted", "June 2005", None),
        ("Findings sent to the Group", None, "May 2006"),
    ]


def test_a_deadline_that_goes_from_an_indicator_to_the_action_is_one() -> None:
    old = _measured(("Study adopted", "June 2005"))
    bare = attrs.evolve(STUDY, indicators=[Indicator(text="Study adopted")])
    later = attrs.evolve(bare, deadlines=[parse_deadline("May 2006")])
    assert _slips(old, later) == [("", "June 2005", "May 2006")]
    assert _slips(later, old) == [("Study adopted", "May 2006", "June 2005")]
    # Where only its place is another, it did not slip.
    assert _slips(old, attrs.evolve(bare, deadlines=[parse_deadline("June 2005")])) == []


FORM = Action(
    code="5.3",
    title="Agree on a form",
    indicators=[Indicator(text="Form agreed", deadlines=[parse_deadline("March 2006")])],
)


def _told(old: list[Action], new: list[Action]) -> list[tuple[str, ...]]:
    history = History.of([plan_of(NUMBER, *old), plan_of(SECOND, *new)])
    return [
        (
            str(slip.action.code),
            *("none" if one is None else one.text for one in (slip.old, slip.new)),
        )
        for slip in history.slippage()
    ]


def test_a_deadline_that_came_unchanged_from_a_merged_row_is_no_slip() -> None:
    merged = attrs.evolve(
        STUDY,
        indicators=[*STUDY.indicators, *FORM.indicators],
        links=[Link(kind=LinkKind.MERGED_FROM, target=ActionRef("AP1", "5.3"))],
    )
    assert _told([STUDY, FORM], [merged]) == []
    later = attrs.evolve(FORM.indicators[0], deadlines=[parse_deadline("July 2007")])
    put_off = attrs.evolve(merged, indicators=[*STUDY.indicators, later])
    assert _told([STUDY, FORM], [put_off]) == [("5.2", "March 2006", "July 2007")]
    # What no row had before came.
    more = Indicator(text="Forms sent to all ports", deadlines=[parse_deadline("May 2008")])
    longer = attrs.evolve(merged, indicators=[*merged.indicators, more])
    assert _told([STUDY, FORM], [longer]) == [("5.2", "none", "May 2008")]
    # Without the merger, the deadline came.
    plain = attrs.evolve(merged, links=[])
    assert _told([STUDY], [plain]) == [("5.2", "none", "March 2006")]


def test_a_deadline_of_the_row_itself_comes_from_a_merged_one_too() -> None:
    link = Link(kind=LinkKind.MERGED_FROM, target=ActionRef("AP1", "5.1"))
    merged = attrs.evolve(STUDY, deadlines=TRAIN.deadlines, links=[link])
    assert _told([TRAIN, STUDY], [merged]) == []


def test_a_deadline_that_went_to_a_row_split_off_is_no_slip() -> None:
    whole = attrs.evolve(STUDY, indicators=[*STUDY.indicators, *FORM.indicators])
    link = Link(kind=LinkKind.SPLIT_FROM, target=ActionRef("AP1", "5.2"))
    part = attrs.evolve(FORM, links=[link])
    assert _told([whole], [STUDY, part]) == []
    assert _told([whole], [STUDY]) == [("5.2", "March 2006", "none")]


def test_two_plans_of_one_document_are_told_apart() -> None:
    other = attrs.evolve(FIRST_PLAN, actions=[attrs.evolve(TRAIN, priority="Low"), STUDY])
    with pytest.raises(InvalidValueError, match=r"they differ at 5\.1 priority; leave one out, or"):
        History.of([FIRST_PLAN, other])


def test_a_revision_without_a_document_has_a_name_too() -> None:
    assert str(PlanVersion(plan=plan_of(None))) == "no document"
    assert str(PlanVersion(plan=plan_of(None), date=dt.date(2004, 1, 2))) == "2004-01-02"


def test_fields_of_the_plan_itself_have_their_documents() -> None:
    second = attrs.evolve(SECOND_PLAN, title="Revised plan", number=1)
    third = attrs.evolve(THIRD_PLAN, title="Revised plan")
    history = History.of([FIRST_PLAN, second, third])
    assert str(history.introduced(None, "title")) == ("AP1 title: Revised plan (11111/1/04 REV 1)")
    assert str(history.blame(None)).splitlines()[:4] == [
        "AP1",
        "  id        11111/04          AP1",
        "  title     11111/1/04 REV 1  Revised plan",
        "  number    11111/2/04 REV 2  none",
    ]
    with pytest.raises(InvalidValueError, match="plans have no field 'priority'; "):
        history.introduced(None, "priority")


def test_the_document_that_removed_an_action_is_named() -> None:
    short = attrs.evolve(SECOND_PLAN, actions=SECOND_PLAN.actions[:1])
    history = History.of([FIRST_PLAN, short, attrs.evolve(short, document=THIRD)])
    assert history.removed("5.2").document == SECOND
    for ask in (history.blame, history.removed):
        with pytest.raises(UnknownActionError, match=r"5\.9"):
            ask("5.9")
    with pytest.raises(UnknownActionError, match=r"no revision of AP1 removed 5\.1"):
        history.removed("5.1")
    with pytest.raises(UnknownActionError, match=r"no action 5\.2: 11111/1/04 REV 1 removed it"):
        history.introduced("5.2", "title")
    # It was renumbered, not removed.
    with pytest.raises(UnknownActionError):
        HISTORY.removed("5.3")


def test_of_two_files_of_one_revision_the_day_is_kept() -> None:
    history = History.of([FIRST_PLAN, dated(SECOND_PLAN), dated(FIRST_PLAN)])
    assert [str(one.date) for one in history] == ["2004-03-01", "2004-11-30"]
    other = attrs.evolve(dated(FIRST_PLAN).documents[0], date="2004-03-02")
    with pytest.raises(InvalidValueError, match="two days are given for 11111/04 of 2004-03-01"):
        History.of([dated(FIRST_PLAN), Dossier(plans=[FIRST_PLAN], documents=[other])])


def test_revisions_that_go_against_their_days_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="not in order: 11111/1/04 REV 1 of 2004-11-30"):
        History(tuple(reversed(HISTORY.revisions[:2])))


def test_changes_of_deadlines_have_the_reason_of_the_indicator_else_of_the_action() -> None:
    slips = HISTORY.slippage()
    reasons: dict[ActionRef | IndicatorRef | str, str] = {
        str(slips[0].action): "late",
        slips[0].subject: "later",
    }

    changes = HISTORY.deadline_changes(reasons)

    assert [(one.subject, one.old, one.new) for one in changes] == [
        (one.subject, one.old, one.new) for one in slips
    ]
    assert changes[0].reason == "later"
    assert all(
        one.document == slip.revision.document for one, slip in zip(changes, slips, strict=True)
    )


def test_a_reason_for_what_did_not_slip_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"no deadline of AP1/99 was changed; what was"):
        HISTORY.deadline_changes({"AP1/99": "late"})
