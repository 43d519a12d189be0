"""The subjects with which an exporter is tried: plans, and ledgers, comparisons and merges of them.

All of them are made from plans, so that a format for ledgers is tried with the same words as one
for plans.
"""

import functools
from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.comparison import Merge, PlanDiff, diff, merge
from customs_coop.deadline import parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Approval,
    Document,
    Dossier,
    ExtraCell,
    Funding,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Note,
    Objective,
    Role,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.references import DocumentNumber
from customs_coop.rollover import Ledger, next_plan, roll_over

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

Made = Dossier | Ledger | PlanDiff | Merge

_PERIOD: Final = "2031-01-01/2032-06-30"

HOSTILE: Final[tuple[str, ...]] = (
    "null \x00, bell \x07, escape \x1b[31m, vertical tab \x0b, next line \x85, \x9f",
    "lines:\r\none\rtwo\u2028three\u2029four\ttab",
    "<script>kit()</script> <b onclick='kit()'>\"x\" & &amp; ]]> <!-- --> {{ 7*7 }} {% raw %} ${7}",
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
)
"""Words that would be markup, commands, formulas or half lines in one format or another."""

MARKERS: Final[dict[str, str]] = {
    "plan.title": "kittitle",
    "work_area.title": "kitarea",
    "note.text": "kitnote",
    "action.title": "kitaction",
    "action.outcomes": "kitoutcome",
    "action.terms_of_reference": "kitterms",
    "indicator.text": "kitindicator",
    "involvement.text": "kitparty",
    "funding.programme": "kitprogramme",
    "extra_cell.text": "kitcell",
    "strategy.title": "kitstrategy",
    "objective.text": "kitobjective",
    "document.origin": "kitorigin",
}
"""A word for each field of text that a format may say it carries; each stands nowhere else."""


def made(kind: str, plan: ActionPlan) -> Made:
    """A subject of a kind, made from a plan.

    Args:
        kind: One of the kinds that `accepts` names.
        plan: The plan; what is made holds its words.

    Returns:
        The dossier of the plan; the ledger of its rollover; its comparison with a plan that has
        other words; or the merge of two edits that contradict each other.
    """
    if kind == "ledger":
        return roll_over(plan, into=next_plan(plan, id="KITNEXT", period=_PERIOD)).ledger
    if kind == "diff":
        return diff(plan, _edited(plan, "edited"))
    if kind == "merge":
        return merge(plan, {"DE": _edited(plan, "German"), "FR": _edited(plan, "French")})
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
    word = MARKERS
    action = Action(
        code="1.1",
        title=word["action.title"],
        work_area="1",
        objectives=["A"],
        status=Status.ONGOING,
        indicators=[
            Indicator(text=word["indicator.text"], deadlines=[parse_deadline("June 2031")])
        ],
        outcomes=[word["action.outcomes"]],
        involved=[Involvement(party="CCWP", role=Role.CONCERNED, text=word["involvement.text"])],
        terms_of_reference=word["action.terms_of_reference"],
        deadlines=[parse_deadline("31.12.2031")],
        funding=[Funding(programme=word["funding.programme"])],
        notes=["n"],
        links=[Link(kind=LinkKind.DEPENDS_ON, target=ActionRef("KIT", "1.2"))],
        extra=[ExtraCell(heading="Remarks", text=word["extra_cell.text"])],
    )
    number = DocumentNumber(number=7011, year=2031)
    plan = ActionPlan(
        id="KIT",
        title=word["plan.title"],
        period=_PERIOD,
        strategy="KITS",
        document=number,
        work_areas=[WorkArea(code="1", title=word["work_area.title"])],
        # A picture may leave out what has no link.
        actions=[action, Action(code="1.2", title="Before it", work_area="1")],
        notes=[Note(id="n", mark="(1)", text=word["note.text"])],
    )
    strategy = Strategy(
        id="KITS",
        title=word["strategy.title"],
        objectives=[Objective(code="A", text=word["objective.text"])],
    )
    cover = Document(reference=number, title="Cover", origin=word["document.origin"])
    return Dossier(strategies=[strategy], plans=[plan], documents=[cover])


def hostile_plans() -> Iterator[tuple[str, ActionPlan]]:
    """Plans whose every text is hostile: one for each of `HOSTILE`, with the words as its name."""
    for number, words in enumerate(HOSTILE, start=1):
        yield f"hostile words {number} ({words[:30]!a})", _all_of(words)


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
                title=f"Count the sheds of port {number}",
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
