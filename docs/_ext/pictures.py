# ruff: noqa: INP001 - a script beside the extensions of Sphinx
"""The pictures of the pages: drawn by the exporters from the bundled dossier, or from reports.

No reports came with the documents from which that dossier is made, so that charts of what was
reported show an invented plan.

After a change of the dossier or an exporter run `python docs/_ext/pictures.py`; a test says when.
"""

import sys
from decimal import Decimal
from pathlib import Path

from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import parse_deadline
from customs_coop.exporters import export
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
)
from customs_coop.monitoring import StateOfPlay, review

PICTURES: dict[str, tuple[str, dict[str, object]]] = {
    "graph.svg": ("graph-svg", {"kinds": "action, recommendation, plan"}),
    "graph-around.svg": (
        "graph-svg",
        {
            "around": "AP5/5.10",
            "kinds": "action, recommendation",
            "links": "takes up, uses the recommendations of, arises from",
        },
    ),
    "timeline.svg": ("timeline-svg", {"plan": "AP1", "on": "2006-03-01"}),
    "progress.svg": ("progress-svg", {"by": "work_area"}),
    "burndown.svg": ("burndown-svg", {}),
    "indicators.svg": ("indicators-svg", {}),
}
_HALVES = ("2027-01-01/2027-06-30", "2027-07-01/2027-12-31")
_ACTIONS = (
    ("1.1", "Count the sheds at the ports", ("31 March 2027", "30 September 2027")),
    ("1.2", "Train the handlers of dogs", ("30 June 2027", "31 December 2027", "early 2028")),
    ("2.1", "Compare the seals of containers", ("31 May 2027", "30 June 2028")),
    ("2.2", "Agree on one form for small craft", ("November 2027",)),
    ("2.3", "Keep the list of contact points", ("every six months",)),
    ("3.1", "Publish a guide for pilots", ("31 March 2028", "30 June 2028")),
)
_DONE = (
    ("1.1", 1, "2027-04-08"),
    ("1.2", 1, "2027-06-20"),
    ("2.1", 1, "2027-08-29"),
    ("1.1", 2, "2027-09-26"),
    ("1.2", 2, "2028-01-12"),
)
_MEASURES = (
    (
        "Dogs that passed the test",
        "dogs",
        4,
        30,
        ((0, "PL", 5), (0, "FI", 3), (1, "PL", 9), (1, "FI", 7), (1, "EE", 4)),
    ),
    ("Sheds that nobody had listed", "sheds", 60, 10, ((0, "PL", 44), (1, "PL", 21))),
    ("Guides that were asked for", "guides", None, 500, ()),
)


def _reviewed_plan() -> StateOfPlay:
    """An invented plan, with reports."""
    led = [Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWP")]
    actions = []
    for code, title, days in _ACTIONS:
        indicators = [
            Indicator(text=f"Step {number}", deadlines=[parse_deadline(day)])
            for number, day in enumerate(days, 1)
        ]
        actions.append(Action(code=code, title=title, indicators=indicators, involved=led))
    measured = [
        Indicator(
            text=text,
            measure=Measure(
                unit=unit,
                baseline=None if baseline is None else Decimal(baseline),
                target=Decimal(target),
                targets=[PeriodTarget(period=_HALVES[0], value=Decimal(10))]
                if unit == "dogs"
                else [],
                ascending=unit != "sheds",
            ),
        )
        for text, unit, baseline, target, _ in _MEASURES
    ]
    actions.append(Action(code="4.1", title="Measure", indicators=measured, involved=led))
    plan = ActionPlan(
        id="P9", title="Ports and small craft", period="2027-01-01/2028-06-30", actions=actions
    )
    reports = [
        ProgressReport(
            party="CCWP",
            subject=IndicatorRef(ActionRef("P9", code), number),
            on=day,
            status="completed",
        )
        for code, number, day in _DONE
    ]
    reports += [
        ProgressReport(
            party=party,
            subject=IndicatorRef(ActionRef("P9", "4.1"), number),
            on="2028-01-15",
            measurements=[Measurement(period=_HALVES[half], value=Decimal(value), unit=unit)],
        )
        for number, (_, unit, _, _, values) in enumerate(_MEASURES, 1)
        for half, party, value in values
    ]
    return review(Dossier(plans=[plan], progress=reports), on="2028-02-15")


def _subject(to: str) -> Dossier | StateOfPlay:
    if to == "progress-svg":
        return review(bundled_dossier(), on="2006-09-30")
    return _reviewed_plan() if to in ("burndown-svg", "indicators-svg") else bundled_dossier()


def picture(name: str) -> str:
    """Draw one picture."""
    to, options = PICTURES[name]
    content = export(_subject(to), to, **options)
    assert isinstance(content, str)  # noqa: S101 - these formats give text
    return content


def main(folder: Path) -> None:
    """Draw all."""
    for name in PICTURES:
        (folder / name).write_text(picture(name), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "images")
