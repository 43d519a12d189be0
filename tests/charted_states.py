"""What tests of charts and reminders share: states of play, and words that leave a drawing."""

from decimal import Decimal
from xml.etree import ElementTree as ET

import attrs

from customs_coop.deadline import parse_deadline
from customs_coop.exporters.pictures.lettering import room_for
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    Involvement,
    Measure,
    Measurement,
    PeriodTarget,
    ProgressReport,
    Role,
    WorkArea,
)
from customs_coop.monitoring import StateOfPlay, review
from drawn_files import SVG
from sample_plans import HOSTILE

HALVES = ("2031-01-01/2031-06-30", "2031-07-01/2031-12-31")


def small_plan() -> ActionPlan:
    """Two work areas, five things: one completed, one overdue, one due, one without a day."""
    led = [Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWP")]
    actions = [
        Action(code=code, title=title, work_area=area, objectives=objectives, involved=led)
        for code, title, area, objectives in (
            ("1.1", "Count the sheds", "1", ["A"]),
            ("1.2", "Train the dogs", "1", ["A", "B"]),
            ("2.1", "Compare the seals", "2", []),
            ("2.2", "Write to the ports", "2", ["B"]),
        )
    ]
    days = ("31 March 2031", "30 June 2031", "1 September 2031", "")
    actions = [
        attrs.evolve(action, deadlines=[parse_deadline(day)] if day else [])
        for action, day in zip(actions, days, strict=True)
    ]
    areas = [WorkArea(code="1", title="On land"), WorkArea(code="2", title="At sea")]
    areas.append(WorkArea(code="3", title="In the air"))
    return ActionPlan(
        id="P",
        title="Small plan",
        period="2031-01-01/2031-12-31",
        work_areas=areas,
        actions=actions,
    )


def small_state(*reports: ProgressReport, on: str = "2031-07-15") -> StateOfPlay:
    """How the small plan stands; 1.1 was reported as completed on 20 March."""
    done = ProgressReport(
        party="CCWP", subject=ActionRef("P", "1.1"), on="2031-03-20", status="completed"
    )
    return review(Dossier(plans=[small_plan()], progress=[done, *reports]), on=on)


def hostile_state() -> StateOfPlay:
    """Every text that a chart shows is hostile, and as long as it likes."""
    words = HOSTILE + " \u202e\u2067 \u05de\u05db\u05e1 " + "long " * 90
    measure = Measure(
        unit=words,
        baseline=Decimal("-1E+30"),
        target=Decimal("1E+9999"),
        targets=[PeriodTarget(period=HALVES[1], value=Decimal("1234567.891"))],
    )
    action = Action(
        code='1.1"]',
        title=words,
        work_area="1",
        objectives=["<o>"],
        involved=[Involvement(party="<p>", role=Role.RESPONSIBLE, text=words)],
        indicators=[Indicator(text=words, measure=measure, deadlines=[parse_deadline(words)])],
    )
    report = ProgressReport(
        party="<p>",
        subject=IndicatorRef(ActionRef('H"<b>', action.code), 1),
        on="2031-03-01",
        measurements=[
            Measurement(period=HALVES[0], value=Decimal(value), unit=words, dimension=words)
            for value in ("1", "-1E+9999")
        ],
    )
    plan = ActionPlan(
        id='H"<b>',
        title=words,
        work_areas=[WorkArea(code="1", title=words)],
        actions=[action],
    )
    return review(Dossier(plans=[plan], progress=[report]), on="2031-07-15")


def words_on_words(root: ET.Element) -> list[tuple[str, str]]:
    """The words of a drawing that lie on each other, by the estimate of their width."""
    boxes = []
    for element in root.iter(f"{SVG}text"):
        text, size = element.text or "", float(element.get("font-size", ""))
        room = room_for(text, size) * (1.06 if element.get("font-weight") else 1)
        x, y = float(element.get("x", "")), float(element.get("y", ""))
        left = x - {"end": room, "middle": room / 2}.get(element.get("text-anchor", ""), 0.0)
        boxes.append((text, left, left + room, y - 0.75 * size, y + 0.2 * size))
    return [
        (one[0], other[0])
        for place, one in enumerate(boxes)
        for other in boxes[:place]
        if one[1] < other[2] and other[1] < one[2] and one[3] < other[4] and other[3] < one[4]
    ]


def words_outside(root: ET.Element) -> list[str]:
    """The words of a drawing that reach over its edge, by the estimate of their width."""
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    found = []
    for element in root.iter(f"{SVG}text"):
        text = element.text or ""
        size, x = float(element.get("font-size", "")), float(element.get("x", ""))
        room = room_for(text, size) * (1.06 if element.get("font-weight") else 1)
        left = x - {"end": room, "middle": room / 2}.get(element.get("text-anchor", ""), 0.0)
        y = float(element.get("y", ""))
        if left < 0 or left + room > width or not size < y < height:
            found.append(text)
    return found
