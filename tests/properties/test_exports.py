"""Every plan can be printed, nothing of it gets lost on the way, and the same plan gives the same.

The rules: a Council table has exactly one row for each action, whatever the columns; each word of
a title stands in it; the Word file and the calendar can be read by their libraries.
"""

import datetime as dt
import io

import docx
import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.deadline import Recurring
from customs_coop.exporters import export
from customs_coop.formats.columns import COLUMN_SETS
from customs_coop.formats.tables import council_table
from customs_coop.model import ActionPlan, Dossier
from customs_coop.testing import plans

COUNCIL = st.sampled_from(("council-docx", "council-html", "council-markdown", "icalendar"))


@given(plans(), st.sampled_from(sorted(COLUMN_SETS)))
def test_a_table_has_one_row_for_each_action_and_every_word_of_its_title(
    plan: ActionPlan, columns: str
) -> None:
    table = council_table(plan, columns=columns)
    rows = [row for group in table.groups for row in group.rows]
    assert sorted(row.code for row in rows) == sorted(action.code.text for action in plan)
    assert all(len(row.cells) == len(table.columns) for row in rows)
    assert_titles_are_printed(plan)


def assert_titles_are_printed(plan: ActionPlan) -> None:
    table = council_table(plan)
    printed = {
        word
        for group in table.groups
        for row in group.rows
        for cell in row.cells
        for paragraph in cell
        for word in paragraph.text.split()
    }
    for action in plan:
        assert set(action.title.split()) <= printed


@settings(max_examples=15)
@given(plans(), COUNCIL)
def test_the_same_plan_gives_the_same_content_and_a_word_file_that_can_be_opened(
    plan: ActionPlan, name: str
) -> None:
    assert export(plan, name) == export(Dossier(plans=[plan]), name)
    document = docx.Document(io.BytesIO(export(plan, "council-docx")))
    assert [p.text for p in document.paragraphs]


def days_of(rhythm: Recurring, plan: ActionPlan) -> set[dt.date]:
    """The days of the rounds in the plan; without any, those that are stated."""
    days = () if plan.period is None else rhythm.last_days(within=plan.period)
    return set(days) or {day for day in (rhythm.first, rhythm.until) if day is not None}


# Plans with many rounds take long to write and to read.
@settings(max_examples=15)
@given(plans())
def test_each_deadline_with_a_day_is_an_event(plan: ActionPlan) -> None:
    calendar = icalendar.Calendar.from_ical(export(plan, "icalendar"))
    due = [d for action in plan for d in action.all_deadlines]
    dated = [d for d in due if d.latest is not None and not isinstance(d, Recurring)]
    rounds = [one for d in due if isinstance(d, Recurring) for one in days_of(d, plan)]
    events = calendar.walk("VEVENT")
    assert len(events) == len(dated) + len(rounds)
    assert len({str(event["UID"]) for event in events}) == len(events)
