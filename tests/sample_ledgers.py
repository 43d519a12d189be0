"""Ledgers in invented words, for the tests of their formats."""

from customs_coop.deadline import parse_deadline
from customs_coop.model import (
    ActionRef,
    Appearance,
    Code,
    Indicator,
    PlanRef,
    RecommendationRef,
)
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    Announced,
    Carry,
    Complete,
    Drop,
    Entry,
    IndicatorEntry,
    ItemOutcome,
    Ledger,
    MergeInto,
    MilestoneEntry,
    MissingCode,
    Opening,
    Outcome,
    RecommendationEntry,
    Settle,
    Wording,
)
from sample_plans import HOSTILE

NEW = ActionRef("AP6", "6.1")
DECISION = DocumentNumber.parse("7011/31 REV 2 ENFOCUSTOM 12")


def small_ledger() -> Ledger:
    """One of each: carried, merged and completed actions, items, a gap, figures, advice."""
    dropped = Drop("no money for it", DECISION)
    return Ledger(
        old=PlanRef("AP5"),
        new=PlanRef("AP6"),
        entries=(
            Entry(
                action=ActionRef("AP5", "5.1"),
                disposition=Carry("half done", indicators=[Settle(2, dropped)]),
                successors=(NEW,),
                title="Map the posts without a scanner",
                earlier=(Appearance(action=ActionRef("AP4", "4.7"), title="Count the scanners"),),
                indicators=(
                    IndicatorEntry(
                        number=1,
                        indicator=Indicator(text="List agreed"),
                        outcome=ItemOutcome.CARRIED,
                        successors=(NEW,),
                    ),
                    IndicatorEntry(
                        number=2,
                        indicator=Indicator(text="Map | printed"),
                        outcome=ItemOutcome.DROPPED,
                        reason=dropped.reason,
                        authority=dropped.authority,
                    ),
                ),
                milestones=(
                    MilestoneEntry(
                        number=1,
                        deadline=parse_deadline("by June 2031"),
                        outcome=ItemOutcome.CARRIED,
                        moved=parse_deadline("by December 2032"),
                        successors=(NEW,),
                    ),
                ),
            ),
            Entry(
                action=ActionRef("AP5", "5.2"),
                disposition=MergeInto("5.1"),
                successors=(NEW,),
                title="Map the posts without a laboratory",
                wordings=(Wording(field="terms_of_reference", text="Posts by the sea first."),),
            ),
            Entry(
                action=ActionRef("AP5", "5.4"),
                disposition=Complete(authority=DECISION),
                title="Agree on a form",
            ),
        ),
        recommendations=(
            RecommendationEntry(
                recommendation=RecommendationRef("R7"),
                outcome=Outcome.TAKEN_UP,
                successors=(NEW,),
                text="Look at small posts, too",
            ),
            RecommendationEntry(
                recommendation=RecommendationRef("R8"), outcome=Outcome.OPEN, text="Meet twice"
            ),
        ),
        missing=(
            MissingCode(code=Code("5.3"), disposition=Drop("never begun")),
            MissingCode(code=Code("5.5")),
        ),
        announced=Announced(
            actions=7, printed=3, aliases=1, missing=2, deleted_areas=("Ports",), text="Seven of."
        ),
        opening=Opening(actions=3, indicators=2, milestones=1, recommendations=2, missing_codes=2),
    )


def hostile_ledger(words: str = HOSTILE) -> Ledger:
    """The same words in every place that holds free text."""
    return Ledger(
        old=PlanRef("AP5"),
        new=PlanRef("AP6"),
        entries=(
            Entry(
                action=ActionRef("AP5", "5.1"),
                disposition=Carry(words),
                successors=(NEW,),
                title=words,
                earlier=(Appearance(action=ActionRef("AP4", "4.7"), title=f"{words} before"),),
                indicators=(
                    IndicatorEntry(
                        number=1,
                        indicator=Indicator(text=words),
                        outcome=ItemOutcome.DROPPED,
                        reason=f"{words} later",
                    ),
                ),
                wordings=(Wording(field="outcomes", text=words),),
            ),
        ),
        recommendations=(
            RecommendationEntry(
                recommendation=RecommendationRef("R7"), outcome=Outcome.OPEN, text=words
            ),
        ),
        missing=(MissingCode(code=Code("5.3"), disposition=Drop(words if words.strip() else "x")),),
        announced=Announced(printed=1, deleted_areas=(words,), text=words),
        opening=Opening(actions=1, indicators=1, recommendations=1, missing_codes=1),
    )


def long_ledger() -> Ledger:
    """Nothing but actions, on more than one page."""
    return Ledger(
        old=PlanRef("AP5"),
        new=PlanRef("AP6"),
        entries=tuple(
            Entry(
                action=ActionRef("AP5", f"5.{number}"),
                disposition=Carry("Reason " * 20),
                successors=(ActionRef("AP6", f"6.{number}"),),
                title="Word " * 40,
            )
            for number in range(1, 41)
        ),
        opening=Opening(actions=40),
    )
