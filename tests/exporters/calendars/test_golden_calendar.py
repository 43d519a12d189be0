"""A small plan as a whole calendar, to be read by people."""

import os
from pathlib import Path

import pytest

from customs_coop.deadline import By, Recurring
from customs_coop.exporters import export
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Role,
)
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import DocumentNumber

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "calendars"

NUMBER = DocumentNumber.parse("15653/1/10 REV 1")
DOSSIER = Dossier(
    plans=[
        ActionPlan(
            id="AP5",
            title="Fifth Action Plan",
            period="2011-07-01/2012-12-31",
            document=NUMBER,
            actions=[
                Action(
                    code="5.1",
                    title="Compare forms",
                    priority="High",
                    indicators=[
                        Indicator(
                            text="Review; by post, or at a meeting",
                            deadlines=[
                                Recurring(Recurrence(Frequency.PRESIDENCY), "once per Presidency")
                            ],
                        )
                    ],
                    involved=[Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWG")],
                ),
                Action(
                    code="5.2",
                    title="Agree on one form",
                    deadlines=[By("2012-10-31", "31.10.2012")],
                    links=[Link(kind=LinkKind.AWAITS, target=ActionRef("AP5", "5.1"))],
                ),
            ],
        )
    ],
    documents=[Document(reference=NUMBER, title="Fifth Action Plan", date="2011-03-01")],
)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("events.ics", {"recurrence": "rule", "also": ("plans",)}),
        ("both.ics", {"profile": "both", "relations": "rfc9253", "alarms": ("P1W",)}),
    ],
)
def test_a_small_plan_gives_this_calendar(name: str, options: dict[str, object]) -> None:
    content = export(DOSSIER, "icalendar", **options)
    # The file is kept with plain line ends, so that it can be read and compared.
    text = content.decode("utf-8").replace("\r\n", "\n")
    path = GOLDEN / name
    if os.environ.get("UPDATE_CALENDARS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
