"""Whether the entries of a decisions file agree with each other."""

from customs_coop.rollover.decisions.tables import Faults
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Answer,
    Decisions,
    RecommendationDecision,
)

__all__ = ["refuse_contradictions"]


def refuse_contradictions(decisions: Decisions, faults: Faults) -> None:
    """Tell what is decided twice, and drafts that do not go with the answers."""
    actions: dict[tuple[str, str], ActionDecision] = {}
    for action in decisions.decided:
        first = actions.setdefault((action.code.text, action.title), action)
        if first.disposition != action.disposition:
            faults.add(action.line, f"{action.code} is decided twice, {_above(first.line)}")
    codes: dict[str, int | None] = {}
    for missing in decisions.explained:
        if missing.code.text in codes:
            above = _above(codes[missing.code.text])
            faults.add(missing.line, f"missing {missing.code} stands twice, {above}")
        codes.setdefault(missing.code.text, missing.line)
    answers: dict[str, RecommendationDecision] = {}
    for one in decisions.answered:
        if one.recommendation in answers:
            above = _above(answers[one.recommendation].line)
            faults.add(one.line, f"recommendation {one.recommendation} stands twice, {above}")
        answers.setdefault(one.recommendation, one)
    _refuse_lonely_drafts(decisions, answers, faults)


def _refuse_lonely_drafts(
    decisions: Decisions, answers: dict[str, RecommendationDecision], faults: Faults
) -> None:
    """A draft and the decision "draft" go together, for each recommendation."""
    drafted: set[str] = set()
    for draft in decisions.drafts:
        for name in dict.fromkeys(draft.recommendations):
            drafted.add(name)
            answer = answers.get(name)
            if answer is not None and answer.answer is not Answer.DRAFT:
                faults.add(
                    draft.line,
                    f"a draft takes up recommendation {name}, and the decision on that is"
                    f' {answer.answer.value}; write decision = "draft" there',
                )
    for one in answers.values():
        if one.answer is Answer.DRAFT and one.recommendation not in drafted:
            faults.add(
                one.line,
                f"no [[draft]] takes up recommendation {one.recommendation}; write one, with a"
                f' title and recommendations = ["{one.recommendation}"]',
            )


def _above(line: int | None) -> str:
    return "first above" if line is None else f"first in line {line}"
