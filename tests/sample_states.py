"""States of play in invented words, for the tests of their formats."""

import datetime as dt
import functools
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import attrs

from customs_coop.deadline import By, parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Dossier,
    Event,
    Indicator,
    IndicatorRef,
    Involvement,
    Link,
    LinkKind,
    Measure,
    Measurement,
    Objective,
    Obligation,
    Party,
    PeriodTarget,
    ProgressReport,
    Role,
    Strategy,
    WorkArea,
)
from customs_coop.monitoring import StateOfPlay, anchor_event, review
from customs_coop.references import DocumentNumber

__all__ = ["ADMINISTRATIONS", "ITEMS", "country_dossier", "country_state", "plan_state"]

ADMINISTRATIONS: Final = ("AL", "BA", "HR", "ME", "MK", "RS", "TR", "XK")
ITEMS: Final = (
    "Name one point of contact for each sea port",
    "Tell the others of seizures within a day",
    "Patrol the coast together twice a year",
    "Train officers in the search of containers",
    "Keep lists of small vessels",
    "Exchange samples of tobacco",
    "Study the routes over the mountains",
)
_DAY: Final = dt.date(2031, 11, 20)


@functools.cache
def country_state() -> StateOfPlay:
    """Seven items by eight administrations, of which two are silent and one contradicts itself."""
    return review(country_dossier(), on=_DAY)


def country_dossier(when: str = "2031-12-10") -> Dossier:
    """What is asked of eight administrations a month before a conference, and what they told.

    Args:
        when: The day of the conference, or what is known of it.
    """
    plan = ActionPlan(
        id="P9",
        title="Conclusions of the meeting by the sea",
        document=DocumentNumber(number=7021, year=2030, limite=True),
        actions=[Action(code=str(code), title=title) for code, title in enumerate(ITEMS, 1)],
    )
    words = "one month before the next conference"
    duties = [
        Obligation(
            text=f"Report on item {code}",
            party="NEIGHBOURS",
            to="CCWP",
            subject=ActionRef("P9", str(code)),
            deadline=parse_deadline(words),
        )
        for code in range(1, 8)
    ]
    dossier = Dossier(
        plans=[plan],
        obligations=duties,
        progress=[*_reports()],
        parties=[
            Party(id="NEIGHBOURS", name="Neighbouring administrations"),
            *(
                Party(id=one, name=f"Customs of {one}", part_of="NEIGHBOURS")
                for one in ADMINISTRATIONS
            ),
        ],
        events=[Event(id="CONF", title="the next conference")],
    )
    return anchor_event(dossier, "CONF", when, reason="the host named the day")


def _reports() -> Iterator[ProgressReport]:
    for party in ADMINISTRATIONS:
        if party in ("ME", "XK"):
            continue
        for code in range(1, 8):
            if party == "TR" and code > 4:
                continue
            report = ProgressReport(
                party=party,
                subject=ActionRef("P9", str(code)),
                on="2031-11-15" if party == "RS" else "2031-11-03",
                status="completed" if (code + len(party)) % 3 == 0 else "ongoing",
                text=f"Item {code} goes on as planned in all ports",
                applicable=not (party == "MK" and code == 3),
            )
            yield report
            if party == "AL" and code == 2:
                yield attrs.evolve(report, status="completed", text="Item 2 is done")


@functools.cache
def plan_state() -> StateOfPlay:
    """A plan with something for every section of a note but the matrix."""
    ref = ActionRef("AP9", "1.1")
    actions = [
        Action(
            code="1.1",
            title="Compare the lists of vessels",
            work_area="1",
            objectives=["A"],
            involved=[Involvement(party="CCWP", role=Role.RESPONSIBLE)],
            indicators=[
                Indicator(
                    text="Report presented to and adopted by the CCWP",
                    deadlines=[parse_deadline("June 2031")],
                ),
                Indicator(
                    text="Lists compared",
                    measure=Measure(
                        unit="lists",
                        baseline=Decimal(2),
                        target=Decimal(6),
                        targets=[PeriodTarget(period="2031-01-01/2031-06-30", value=Decimal(4))],
                    ),
                ),
            ],
        ),
        Action(
            code="1.2",
            title="Print the handbook",
            work_area="1",
            objectives=["A", "B"],
            deadlines=[parse_deadline("31.12.2031")],
            status="ongoing",
            status_text="Half of it is written",
            links=[Link(kind=LinkKind.AWAITS, target=ref)],
        ),
        Action(code="2.1", title="Agree on the form", work_area="2", status="completed"),
        Action(code="2.2", title="Meet", work_area="2", deadlines=[parse_deadline("early 2031")]),
    ]
    plan = ActionPlan(
        id="AP9",
        title="Ninth",
        period="2031-01-01/2032-06-30",
        strategy="S9",
        document=DocumentNumber(number=7022, year=2030),
        work_areas=[WorkArea(code="1", title="Vessels"), WorkArea(code="2", title="Forms")],
        actions=actions,
    )
    measured = ProgressReport(
        party="CCWP",
        subject=IndicatorRef(ref, 2),
        on="2031-07-05",
        measurements=[Measurement(period="2031-01-01/2031-06-30", value=Decimal(5), unit="lists")],
    )
    drafted = ProgressReport(
        party="CCWP",
        subject=IndicatorRef(ref, 1),
        on="2031-06-20",
        status="ongoing",
        text="The draft was sent round",
        stage="drafted",
        evidence=[DocumentNumber(number=7023, year=2031)],
    )
    dossier = Dossier(
        strategies=[
            Strategy(
                id="S9",
                title="The strategy",
                objectives=[
                    Objective(code="A", text="Know the vessels"),
                    Objective(code="B", text="Know the roads"),
                ],
            )
        ],
        plans=[plan],
        progress=[measured, drafted],
        obligations=[
            Obligation(
                text="A report on the lists", party="MT", subject=ref, deadline=By("2031-07-01")
            )
        ],
        deadline_changes=[
            DeadlineChange(
                subject=IndicatorRef(ref, 1),
                old=parse_deadline("March 2031"),
                new=parse_deadline("June 2031"),
                document=DocumentNumber(number=7024, year=2031),
                on="2031-03-20",
                reason="the group began late",
            )
        ],
    )
    return review(dossier, on="2031-10-15")
