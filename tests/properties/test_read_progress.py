"""Calendars of any content: nothing is raised, and what nobody changed is no progress."""

import json
import re
import tempfile
from pathlib import Path

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.exporters import export
from customs_coop.loading import read_progress
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, Status
from customs_coop.monitoring import add_progress
from customs_coop.readers import ProgressReading
from customs_coop.testing import plans

_LINES = st.sampled_from(
    [
        *("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VTODO", "END:VTODO", "BEGIN:VEVENT"),
        *("END:VEVENT", "BEGIN:VALARM", "END:VALARM", "UID:1", "UID:2", "UID:\ud800", "UID"),
        *("STATUS:COMPLETED", "STATUS:NEEDS-ACTION", "STATUS:CANCELLED", "STATUS:x"),
        *("PERCENT-COMPLETE:100", "PERCENT-COMPLETE:7", "PERCENT-COMPLETE:-"),
        *("COMPLETED:20060507T120000Z", "COMPLETED:00000000", "LAST-MODIFIED:20060507"),
        *("DTSTAMP:99991231T235960Z", "SEQUENCE:3", "RECURRENCE-ID:20060101", "RRULE:x"),
        *("X-CUSTOMS-COOP-ITEM:AP1/5.1", "X-CUSTOMS-COOP-ITEM:AP1/5.1\\,", "COMMENT:a\\nb\\"),
        *("X-CUSTOMS-COOP-ITEM:/", "X-CUSTOMS-COOP-STATUS:open", "X-CUSTOMS-COOP-STATUS:x"),
        *("X-CUSTOMS-COOP-INDICATOR:999999999", "X-CUSTOMS-COOP-INDICATOR:0", "", " ", "\t:"),
        *("X-CUSTOMS-COOP-PARTY:BE", "X-CUSTOMS-COOP-PARTY:DE", 'SUMMARY;A="b:c', ";", "\x00"),
        *("DUE:99991231T235959Z", "DUE:00010101", "DTSTART:20060507", "DTEND:20060507T000000Z"),
        *("X-CUSTOMS-COOP-EDTF:[..2006-06-30]", "X-CUSTOMS-COOP-EDTF:/", "RELATED-TO:1"),
        *("SUMMARY:5.1 x", "SUMMARY:AP1/5.1", "UID:0a0b0c0d-0000-5000-8000-000000000000"),
    ]
)
_TEXTS = st.lists(_LINES, max_size=40).map(
    lambda lines: "\r\n".join(lines).encode(errors="surrogatepass")
)
_JSON: st.SearchStrategy[object] = st.recursive(
    st.sampled_from(
        ["vcalendar", "vtodo", "uid", "status", "COMPLETED", "text", "unknown", 7, None]
    )
    | st.just({}),
    lambda inner: st.lists(inner, max_size=5),
    max_leaves=30,
)


few = settings(max_examples=10, deadline=None)
_PLAN = ActionPlan(id="AP1", title="", actions=[Action(code="5.1", title="x")])

_OURS = re.compile(rb"X-CUSTOMS-COOP-[^\r]*\r\n(?: [^\r]*\r\n)*")
_EXPORTS: list[dict[str, str]] = [{}, {"window": "span"}, {"recurrence": "rule"}]
_OPEN = re.compile(rb"(?<=\n)STATUS:(?:NEEDS-ACTION|IN-PROCESS)(?=\r)")


def reading_of(data: bytes, dossier: Dossier | ActionPlan | None = None) -> ProgressReading:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.ics")
        path.write_bytes(data)
        return read_progress(path, dossier=dossier, party="DE")


@given(st.one_of(_TEXTS, st.binary(max_size=200)), st.booleans())
def test_no_content_raises(content: bytes, has_dossier: bool) -> None:  # noqa: FBT001 - drawn
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.ics")
        path.write_bytes(content)
        dossier = Dossier.of(_PLAN) if has_dossier else None
        reading = read_progress(path, dossier=dossier)
    own = {one.report for one in reading.ticked if one.report is not None}
    # What else there is closes an action, or opens it again.
    assert own <= set(reading.reports)
    assert all(isinstance(one.subject, ActionRef) for one in set(reading.reports) - own)
    str(reading.report)


@given(_JSON)
def test_no_json_raises(value: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.jcal")
        path.write_text(json.dumps(["vcalendar", [], [value, ["vtodo", value, []]]]), "utf-8")
        read_progress(path, party="DE")


@few
@given(plans(), st.sampled_from(["icalendar", "jcal"]), st.sampled_from(_EXPORTS))
def test_what_nobody_changed_is_no_progress(
    plan: ActionPlan, to: str, options: dict[str, str]
) -> None:
    content = export(plan, to, profile="both", **options)
    data = content if isinstance(content, bytes) else content.encode()
    for dossier in (None, plan):
        reading = reading_of(data, dossier)
        assert reading.ticked == ()
        # Nor was any day moved.
        assert [one.code for one in reading.report] in ([], ["CC175"])
    # Nor is it where a server dropped what is ours.
    bare = reading_of(_OURS.sub(b"", data), plan)
    assert bare.ticked == ()
    assert [one.code for one in bare.report] in ([], ["CC175"])


@few
@given(plans())
def test_an_action_is_done_when_all_its_tasks_are(drawn: ActionPlan) -> None:
    # A code that names two actions names none.
    plan = attrs.evolve(drawn, actions={one.code: one for one in drawn}.values())
    data = export(plan, "icalendar", profile="tasks")
    assert isinstance(data, bytes)
    reading = reading_of(_OPEN.sub(b"STATUS:COMPLETED\r\nCOMPLETED:20260507T120000Z", data), plan)
    assert add_progress(plan, reading).conflicts == ()
    last = {report.subject: report.status for report in reading.reports if report.due is None}
    assert {one.report and str(one.report.subject) for one in reading.ticked} == {
        one.item for one in reading.ticked
    }
    for action in plan:
        ref = plan.ref(action)
        if action.status.closed:
            assert ref not in last
        elif action.status is Status.STANDING:
            # No round or indicator ends it, but its only entry does.
            assert last.get(ref) in (None, Status.STANDING, Status.COMPLETED)
        elif not all(one.status.closed for one in action.indicators) or not action.indicators:
            assert last[ref] is Status.COMPLETED
