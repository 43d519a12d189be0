"""Whether the entries of a decisions file agree with each other."""

from customs_coop.rollover.decisions.tables import Faults
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Answer,
    Decisions,
    RecommendationDecision,
    WaitingAnswer,
    WaitingDecision,
)
from customs_coop.rollover.decisions.words import deadline_words

__all__ = ["refuse_contradictions", "refuse_in_revision"]


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
    _refuse_two_ways(decisions, faults)


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


def _refuse_two_ways(decisions: Decisions, faults: Faults) -> None:
    """What waits goes one way: a draft goes on with it, and its decision says so."""
    continued: dict[str, int | None] = {}
    for draft in decisions.drafts:
        for name in draft.continues:
            line = draft.lines.get(f"continues {name}", draft.lines.get("continues", draft.line))
            if name in continued:
                faults.add(
                    line,
                    f"two drafts continue {name}, {_above(continued[name])}; only one of them can",
                )
            continued.setdefault(name, line)
    said: dict[str, WaitingDecision] = {}
    for one in decisions.settled:
        if one.item in said:
            faults.add(one.line, f"{one.item} stands twice, {_above(said[one.item].line)}")
        said.setdefault(one.item, one)
    for name, line in continued.items():
        if name in said and said[name].answer is not WaitingAnswer.DRAFT:
            faults.add(
                line,
                f"a draft continues {name}, and the decision on that is"
                f' {said[name].answer.value}; write decision = "draft" there',
            )


def refuse_in_revision(decisions: Decisions, faults: Faults) -> None:
    """A revision makes no other plan, answers nothing from outside, and drafts nothing."""
    words = deadline_words("revision")
    if decisions.deadlines is not None and decisions.deadlines.value not in words:
        faults.add(
            decisions.lines.get("deadlines"),
            f'deadlines = "{decisions.deadlines.value}" here, and a revision does not move its'
            f" window; write one of {', '.join(words)}",
        )
    if any(
        one is not None
        for one in (
            decisions.period,
            decisions.new_id,
            decisions.new_title,
            decisions.new_document,
            decisions.new_strategy,
        )
    ):
        faults.add(
            decisions.lines.get("into"),
            "[into] names a new plan, and a revision makes none; is the file for a rollover?",
        )
    for answered in decisions.answered:
        if answered.answer is not Answer.OPEN:
            faults.add(
                answered.line,
                f"recommendation {answered.recommendation} is answered here; only a rollover does"
                " so, no revision",
            )
    for left in decisions.settled:
        faults.add(
            left.line,
            f"{left.item} waits for a new plan; only a rollover decides on it, no revision",
        )
    for draft in decisions.drafts:
        faults.add(
            draft.line, "a [[draft]] makes a new action; only a rollover does so, no revision"
        )


def _above(line: int | None) -> str:
    return "first above" if line is None else f"first in line {line}"
