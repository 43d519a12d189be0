"""The subjects with which an exporter is tried: plans, and what the verbs make of them.

All of them are made from plans, so that a format for ledgers is tried with the same words as one
for plans.
"""

import functools
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import attrs

from customs_coop.comparison import Merge, PlanDiff, diff, merge
from customs_coop.deadline import By, parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Approval,
    DeadlineChange,
    Document,
    Dossier,
    Event,
    ExtraCell,
    Funding,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Measure,
    Measurement,
    Named,
    Note,
    Objective,
    Obligation,
    Party,
    PartyRef,
    PlanRevision,
    ProgressReport,
    Recommendation,
    RecommendationRef,
    Role,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.monitoring import StateOfPlay, review
from customs_coop.references import DocumentNumber
from customs_coop.rollover import Ledger, next_plan, roll_over
from customs_coop.testing.exporters.reported import with_reports

__all__ = [
    "HOSTILE",
    "MARKERS",
    "Made",
    "bundled_plans",
    "empty_plan",
    "hostile_plans",
    "large_plan",
    "limite_plan",
    "made",
    "marked_dossier",
    "one_action",
]

Made = Dossier | Ledger | PlanDiff | Merge | StateOfPlay

_PERIOD: Final = "2031-01-01/2032-06-30"
_REVIEWED: Final = "2031-07-15"  # so that what is due in June 2031 is overdue

HOSTILE: Final[tuple[str, ...]] = (
    "lines:\r\none\rtwo\u2028three\u2029four\ttab",
    "<script>kit()</script> <b onclick='kit()'>\"x\" & &amp; ]]> <!-- --> {{ 7*7 }} {% raw %} ${7}",
    "\" onclick=\"kit()\" x='' onclick='kit()' > onclick=kit() x",
    "x' onclick='kit()' y",
    "javascript:kit()",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=2+2",
    "a|b\\c`d`*e*_f_~~g~~[h](javascript:kit()) # i > j",
    "comma, semicolon; \"quoted\" and 'quoted', \\n \\, \\; backslash \\",
    "\u202eright to left override\u202c \u2067isolate\u2069 \u200b\u200d\ufeff\xad",
    "שלום עולם، مرحبا بالعالم",
    "日本語 한국어 中文 ไทย हिन्दी",
    "e\u0301 combining, 👩‍👩‍👧‍👦 joined, 𝔊 beyond the first plane, \ufffe\uffff not a character",
    "w" * 2_000,
    # A word in each official language of the Union.
    "митница celnice toldvæsen Zoll toll τελωνείο customs aduana douane",
    "douane custaim carina dogana muita muitinė vám dwana cło alfândega vamă colnica tulli tull",
    "null \x00, bell \x07, escape \x1b[31m, vertical tab \x0b, next line \x85, \x9f",
)
"""Words that would be markup, commands, formulas or half lines in one format or another."""

MARKERS: Final[dict[str, tuple[str, ...]]] = {
    "plan.title": ("kittitle",),
    "plan.document": ("7011",),
    "work_area.title": ("kitarea",),
    "approval.text": ("kitapproved",),
    "plan_revision.text": ("kitrevised",),
    "note.text": ("kitnote",),
    "action.code": ("1.417",),
    "action.aliases": ("9.917",),
    "action.title": ("kitaction",),
    "action.objectives": ("KQ8",),
    "action.priority": ("kitpriority",),
    "action.status_text": ("kitstatus",),
    "action.outcomes": ("kitoutcome",),
    "action.terms_of_reference": ("kitterms",),
    "action.deadlines": ("31.12.2031", "2031-12-31", "20311231"),
    "action.references": ("7013",),
    "indicator.text": ("kitindicator",),
    "indicator.code": ("K77",),
    "indicator.deadlines": ("June 2031", "2031-06-30", "20310630"),
    "indicator.evidence": ("7014",),
    "measure.unit": ("kitunit",),
    "measure.target": ("47120",),
    "involvement.text": ("kitparty",),
    "involvement.party": ("KITBODY",),
    "funding.programme": ("kitprogramme",),
    "funding.state": ("kitstate",),
    "funding.amount": ("kitamount",),
    "funding.text": ("kitmoney",),
    "extra_cell.heading": ("kitheading",),
    "extra_cell.text": ("kitcell",),
    "link.text": ("kitlink",),
    "strategy.title": ("kitstrategy",),
    "objective.code": ("KQ7",),
    "objective.text": ("kitobjective",),
    "document.title": ("kitcover",),
    "document.origin": ("kitorigin",),
    "document.addressee": ("kitaddressee",),
    "document.previous": ("7015",),
    "recommendation.text": ("kitadvice",),
    "party.name": ("kitname",),
    "event.title": ("kitevent",),
    "obligation.text": ("kitduty",),
    "progress_report.text": ("kitprogress",),
    "measurement.dimension": ("kitdimension",),
    "deadline_change.reason": ("kitdelay",),
}
"""A word for each field that a format may say it carries; of a day, its usual spellings.

The fields without one are those that a file may write in words of its own, such as a status.
"""


def made(kind: str, plan: ActionPlan) -> Made:
    """A subject of a kind, made from a plan.

    Args:
        kind: One of the kinds that `accepts` names.
        plan: The plan; what is made holds its words.

    Returns:
        The dossier of the plan; the ledger of its rollover; its comparison with a plan that has
        other words; the merge of two edits that contradict each other; or its state of play.
    """
    if kind == "ledger":
        return roll_over(plan, into=next_plan(plan, id="KITNEXT", period=_PERIOD)).ledger
    if kind == "diff":
        return diff(plan, _edited(plan, "edited"))
    if kind == "merge":
        return merge(plan, {"DE": _edited(plan, "German"), "FR": _edited(plan, "French")})
    if kind == "state":
        return review(with_reports(plan), on=_REVIEWED)
    return Dossier.of(plan)


def _edited(plan: ActionPlan, words: str) -> ActionPlan:
    """The plan as somebody edits it: the words of each second action, and one action more."""
    actions = [
        attrs.evolve(action, title=f"{action.title} {words}") if at % 2 == 0 else action
        for at, action in enumerate(plan.actions)
    ]
    if actions:
        code = f"KIT-{words}"
        actions.append(Action(code=code, title=f"New, and {words}"))
    return attrs.evolve(plan, actions=actions)


def empty_plan() -> ActionPlan:
    """A plan without an action."""
    return ActionPlan(id="KIT", title="Kit plan")


def one_action() -> ActionPlan:
    """A plan with one action that has nothing but its code and its title."""
    return ActionPlan(
        id="KIT", title="Kit plan", actions=[Action(code="1", title="Count the sheds")]
    )


@functools.cache
def bundled_plans() -> tuple[ActionPlan, ...]:
    """The plans of the bundled dossier."""
    from customs_coop.datasets import bundled_dossier

    return bundled_dossier().plans


def marked_dossier() -> Dossier:
    """A dossier of one plan in which each field of text has a word of its own."""
    word = {field: words[0] for field, words in MARKERS.items()}
    indicator = Indicator(
        text=word["indicator.text"],
        code=word["indicator.code"],
        deadlines=[parse_deadline(word["indicator.deadlines"])],
        evidence=[DocumentNumber(number=7014, year=2031)],
        measure=Measure(unit=word["measure.unit"], target=Decimal(word["measure.target"])),
    )
    funding = Funding(
        programme=word["funding.programme"],
        state=word["funding.state"],
        amount=word["funding.amount"],
        text=word["funding.text"],
    )
    # A picture may leave out what has no link.
    links = [
        Link(kind=LinkKind.DEPENDS_ON, target=ActionRef("KIT", "1.418"), text=word["link.text"]),
        Link(kind=LinkKind.TAKES_UP, target=RecommendationRef("KITR")),
        Link(kind=LinkKind.AWAITS, target=Named(word["event.title"], kind="event")),
        Link(kind=LinkKind.HANDLED_WITH, target=PartyRef(word["involvement.party"])),
    ]
    involved = Involvement(
        party=word["involvement.party"], role=Role.CONCERNED, text=word["involvement.text"]
    )
    action = Action(
        code=word["action.code"],
        title=word["action.title"],
        aliases=[word["action.aliases"]],
        work_area="1",
        objectives=[word["objective.code"], word["action.objectives"]],
        priority=word["action.priority"],
        status=Status.ONGOING,
        status_text=word["action.status_text"],
        indicators=[indicator],
        outcomes=[word["action.outcomes"]],
        involved=[involved],
        terms_of_reference=word["action.terms_of_reference"],
        deadlines=[parse_deadline(word["action.deadlines"])],
        references=[DocumentNumber(number=7013, year=2031)],
        funding=[funding],
        notes=["n"],
        links=links,
        extra=[ExtraCell(heading=word["extra_cell.heading"], text=word["extra_cell.text"])],
    )
    number = DocumentNumber(number=7011, year=2031)
    plan = ActionPlan(
        id="KIT",
        title=word["plan.title"],
        period=_PERIOD,
        strategy="KITS",
        document=number,
        work_areas=[WorkArea(code="1", title=word["work_area.title"])],
        actions=[action, Action(code="1.418", title="Before it", work_area="1")],
        approvals=[Approval(party="CCWP", text=word["approval.text"])],
        notes=[Note(id="n", mark="(1)", text=word["note.text"])],
        revision=PlanRevision(text=word["plan_revision.text"]),
    )
    return Dossier(
        strategies=[
            Strategy(
                id="KITS",
                title=word["strategy.title"],
                objectives=[
                    Objective(code=word["objective.code"], text=word["objective.text"]),
                ],
            )
        ],
        plans=[plan],
        recommendations=[Recommendation(id="KITR", text=word["recommendation.text"])],
        documents=[
            Document(
                reference=number,
                title=word["document.title"],
                origin=word["document.origin"],
                addressee=word["document.addressee"],
                previous=[DocumentNumber(number=7015, year=2031)],
            )
        ],
        parties=[Party(id=word["involvement.party"], name=word["party.name"])],
        events=[Event(id="KITE", title=word["event.title"])],
        obligations=[Obligation(text=word["obligation.text"])],
        progress=[
            ProgressReport(
                party=word["involvement.party"],
                subject=ActionRef("KIT", word["action.code"]),
                on="2031-07-01",
                text=word["progress_report.text"],
                measurements=[
                    Measurement(
                        period=_PERIOD,
                        value=Decimal(1),
                        unit="sheds",
                        dimension=word["measurement.dimension"],
                    )
                ],
            )
        ],
        deadline_changes=[
            DeadlineChange(
                subject=ActionRef("KIT", word["action.code"]),
                old=None,
                new=By("2031-08-01"),
                reason=word["deadline_change.reason"],
            )
        ],
    )


def hostile_plans() -> Iterator[tuple[str, ActionPlan]]:
    """Plans whose every text is hostile: one for each of `HOSTILE`, with the words as its name."""
    for number, words in enumerate(HOSTILE, start=1):
        yield f"hostile words {number} ({words[:30]!a})", _all_of(words)


@functools.cache  # each exporter is tried with the same words
def _all_of(words: str) -> ActionPlan:
    return ActionPlan(
        id="KIT",
        title=words,
        period=_PERIOD,
        document=DocumentNumber(number=7011, year=2031),
        work_areas=[WorkArea(code="1", title=words)],
        approvals=[Approval(party=words, text=words)],
        notes=[Note(id=words, mark=words[:9], text=words)],
        actions=[
            Action(
                code="1.1",
                title=words,
                work_area="1",
                objectives=["A"],
                priority=words.strip() or None,
                status_text=words,
                indicators=[Indicator(text=words, deadlines=[parse_deadline("June 2031")])],
                outcomes=[words],
                involved=[Involvement(party=words, role=Role.CONCERNED, text=words)],
                terms_of_reference=f"{words}\n{words}",
                deadlines=[parse_deadline(words), parse_deadline("31.12.2031")],
                funding=[Funding(programme=words, text=words)],
                notes=[words],
                extra=[ExtraCell(heading=words, text=words)],
            ),
            Action(code="1.2", title=words, status=Status.COMPLETED),
        ],
    )


def large_plan(actions: int = 1_000) -> ActionPlan:
    """A plan with many actions, in ten work areas."""
    return ActionPlan(
        id="KIT",
        title="Kit plan",
        period=_PERIOD,
        work_areas=[WorkArea(code=str(area), title=f"Area {area}") for area in range(1, 11)],
        actions=[
            Action(
                code=f"{area}.{number}",
                title=f"Count the sheds of port kit{area:02}{number:03}",
                work_area=str(area),
                indicators=[Indicator(text="Counted", deadlines=[parse_deadline("June 2031")])],
                involved=[Involvement(party="CCWP", role=Role.RESPONSIBLE)],
            )
            for area in range(1, 11)
            for number in range(1, actions // 10 + 1)
        ],
    )


def limite_plan() -> ActionPlan:
    """A plan of a document that is not for the public, with a word that must not get out."""
    return ActionPlan(
        id="KIT",
        title="kitsecret",
        document=DocumentNumber(number=7011, year=2031, limite=True),
        actions=[Action(code="1", title="kitsecret")],
    )
