"""From decisions to a file in TOML that a person edits."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.model import Action, ActionPlan, Code, Recommendation
from customs_coop.model.numbering import missing_codes
from customs_coop.references import Reference, parse_reference
from customs_coop.rollover.accounting import older_plans
from customs_coop.rollover.appearances import History
from customs_coop.rollover.decisions.heads import (
    DRAFT_HEAD,
    MISSING_HEAD,
    RECOMMENDATION_HEAD,
    head_of,
)
from customs_coop.rollover.decisions.quoting import cleaned, comment_lines, quoted
from customs_coop.rollover.decisions.recalling import (
    about,
    carried_before,
    heading,
    waiting_lines,
)
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Decisions,
    DraftDecision,
    MissingDecision,
    Purpose,
    RecommendationDecision,
    printable,
)
from customs_coop.rollover.decisions.words import (
    PURPOSES,
    UNEXPLAINED,
    VERSION,
    choice_of,
    deadline_words,
)
from customs_coop.rollover.dispositions import (
    Carry,
    Disposition,
    MergeInto,
    Settle,
    SplitInto,
)
from customs_coop.rollover.policies import Policy, carry_open_actions
from customs_coop.rollover.windows import DeadlinePolicy

if TYPE_CHECKING:
    from customs_coop.rollover.ledger import Ledger

__all__ = ["decisions_text", "write_decisions"]


def decisions_text(
    plan: ActionPlan,
    *,
    into: ActionPlan | None = None,
    decide: Policy = carry_open_actions,
    recommendations: Iterable[Recommendation] = (),
    deadlines: DeadlinePolicy | None = None,
    missing: Mapping[Code | str, Disposition] | None = None,
    purpose: Purpose | None = None,
    earlier: Iterable[ActionPlan] = (),
    ledgers: "Iterable[Ledger]" = (),
) -> str:
    """Write decisions as a text in TOML that explains itself, for a person to edit.

    Args:
        plan: The plan that ends.
        into: The draft of the new plan, whose period, id and title the text tells; None to leave
            them out, or to take those of `decide`.
        decide: The decisions to begin with: a policy, also the `Decisions` of an older text.
        recommendations: What reports ask for; each is open until somebody decides.
        deadlines: What is to become of deadlines; None to leave it out, or as with `into`.
        missing: What was found out about missing codes; all others are unexplained.
        purpose: "rollover" or "revision": what the words of the text are explained for, and what
            it can then be used for; None to leave it out, or as with `into`. A revision begins
            best with `decide=propose_revision`.
        earlier: Plans before the old one; comments say how often each action was carried.
        ledgers: The ledgers of rollovers before; comments at the end list what these left.

    Returns:
        The text. `parse_decisions` reads it back, and equal input gives the same text.

    Raises:
        InvalidValueError: A decision cannot be written, such as a split into filled-in actions or
            into a single part.

    Example:
        >>> actions = [Action(code="7.1", title="Train officers")]
        >>> plan = ActionPlan(id="AP1", title="First Action Plan", actions=actions)
        >>> text = decisions_text(plan)
        >>> print(text[text.index("plan = ") :], end="")
        plan = "AP1"
        <BLANKLINE>
        [[action]]
        code = "7.1"
        title = "Train officers"
        # status: open
        decision = "carry"
        reason = ""
        authority = ""
    """
    asked = {one.id: one for one in recommendations}
    if purpose is not None and purpose not in PURPOSES:
        raise InvalidValueError(f'purpose is "rollover" or "revision", not {purpose!r:.40}')
    if purpose == "revision" and into is not None:
        raise InvalidValueError("a revision makes no new plan; leave into out")
    decisions = _proposed(plan, decide, tuple(asked), missing)
    if purpose is not None:
        decisions = attrs.evolve(decisions, purpose=purpose)
    if into is not None:
        decisions = attrs.evolve(
            decisions, period=into.period, new_id=into.id, new_title=printable(into.title)
        )
    if deadlines is not None:
        decisions = attrs.evolve(decisions, deadlines=deadlines)
    if decisions.deadlines and decisions.deadlines.value not in deadline_words(decisions.purpose):
        raise InvalidValueError(
            f"a revision does not move its window, so no {decisions.deadlines.name}"
        )
    older = older_plans(earlier)
    lines = [*_file(decisions, plan, asked, History(plan, older))]
    waiting = waiting_lines(ledgers, plan, older, asked)
    lines += ["", *comment_lines(waiting)] if waiting else []
    return "".join(f"{line}\n" for line in lines)


def write_decisions(
    plan: ActionPlan,
    path: str | os.PathLike[str],
    *,
    into: ActionPlan | None = None,
    decide: Policy = carry_open_actions,
    recommendations: Iterable[Recommendation] = (),
    deadlines: DeadlinePolicy | None = None,
    missing: Mapping[Code | str, Disposition] | None = None,
    purpose: Purpose | None = None,
    earlier: Iterable[ActionPlan] = (),
    ledgers: "Iterable[Ledger]" = (),
) -> Path:
    """Write a decisions file for a person to edit; an existing file is refused.

    Args:
        plan: The plan that ends.
        path: The file.
        into: As of `decisions_text`.
        decide: As of `decisions_text`.
        recommendations: As of `decisions_text`.
        deadlines: As of `decisions_text`.
        missing: As of `decisions_text`.
        purpose: As of `decisions_text`.
        earlier: As of `decisions_text`.
        ledgers: As of `decisions_text`.

    Returns:
        The path.

    Raises:
        FileExistsError: The file is there already, perhaps with the work of a day in it.
        InvalidValueError: A decision cannot be written.
        OSError: The file cannot be written.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     plan = ActionPlan(id="AP1", title="First Action Plan")
        ...     write_decisions(plan, Path(folder, "decisions.toml")).name
        'decisions.toml'
    """
    text = decisions_text(
        plan,
        into=into,
        decide=decide,
        recommendations=recommendations,
        deadlines=deadlines,
        missing=missing,
        purpose=purpose,
        earlier=earlier,
        ledgers=ledgers,
    )
    place = Path(path)
    with place.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return place


def _proposed(
    plan: ActionPlan,
    decide: Policy,
    recommendations: Sequence[str],
    missing: Mapping[Code | str, Disposition] | None,
) -> Decisions:
    """The decisions to begin with, one for each thing that the plan leaves open."""
    own = decide if isinstance(decide, Decisions) else Decisions(plan=plan.id)
    explained = {code.text: found for code, found in own.missing.items()}
    explained |= {str(code): found for code, found in (missing or {}).items()}
    answered = {one.recommendation: one for one in own.answered}
    return attrs.evolve(
        own,
        plan=plan.id,
        document=plan.document,
        decided=tuple(
            [
                ActionDecision(
                    code=action.code, title=printable(action.title), disposition=decide(action)
                )
                for action in plan.actions
            ]
        ),
        explained=tuple(
            [
                MissingDecision(code=code, disposition=explained.get(code.text))
                for code in missing_codes(plan)
            ]
        ),
        answered=tuple(
            [
                answered.get(name, RecommendationDecision(recommendation=name))
                for name in recommendations
            ]
        ),
    )


def _file(
    decisions: Decisions,
    plan: ActionPlan,
    asked: Mapping[str, Recommendation],
    history: History,
) -> Iterator[str]:
    named = plan.id if plan.title in ("", plan.id) else f"{plan.id}, {plan.title}"
    yield from comment_lines(head_of(cleaned(named), decisions.purpose))
    yield ""
    yield from _top(decisions)
    areas = {area.code: area.title for area in plan.work_areas}
    area: Code | None = None
    for decision, action in zip(decisions.decided, plan.actions, strict=True):
        if action.work_area is not None and action.work_area != area:
            yield ""
            yield from comment_lines(heading(action.work_area, areas))
        area = action.work_area
        yield from _action(decision, action, carried_before(history, plan, action))
    if decisions.explained:
        yield ""
        yield from comment_lines(MISSING_HEAD.splitlines())
    for missing in decisions.explained:
        yield from _missing(missing)
    if decisions.answered:
        yield ""
        yield from comment_lines(RECOMMENDATION_HEAD.splitlines())
    for answer in decisions.answered:
        yield from _recommendation(answer, asked[answer.recommendation])
    if decisions.answered or decisions.drafts:
        yield ""
        yield from comment_lines(_example(list(asked)).splitlines())
    for draft in decisions.drafts:
        yield from _draft(draft)


def _top(decisions: Decisions) -> Iterator[str]:
    """What the decisions are on, and into what plan they lead."""
    yield f"version = {VERSION}"
    if decisions.purpose is not None:
        yield f"purpose = {quoted(decisions.purpose)}"
    yield f"plan = {quoted(decisions.plan)}"
    if decisions.document is not None:
        yield f"document = {quoted(str(decisions.document))}"
    if decisions.deadlines is not None:
        words = ", ".join(deadline_words(decisions.purpose))
        yield f"deadlines = {quoted(decisions.deadlines.value)}  # one of {words}"
    period = None if decisions.period is None else str(decisions.period)
    new = {"period": period, "id": decisions.new_id, "title": decisions.new_title}
    if any(value is not None for value in new.values()):
        yield ""
        yield "[into]"
        yield from (f"{key} = {quoted(value)}" for key, value in new.items() if value is not None)


def _example(names: Sequence[str]) -> str:
    some = ", ".join(quoted(cleaned(name)) for name in names[:2]) or '"8351/2/09-12"'
    return DRAFT_HEAD.format(title="What is to be done", recommendations=some)


def _action(decision: ActionDecision, action: Action, before: Iterable[str]) -> Iterator[str]:
    yield ""
    yield "[[action]]"
    yield f"code = {quoted(decision.code.text)}"
    yield f"title = {quoted(decision.title)}"
    yield from comment_lines(about(action))
    yield from comment_lines(before)
    disposition = decision.disposition
    yield f"decision = {quoted(choice_of(disposition))}"
    if isinstance(disposition, MergeInto):
        yield f"into = {quoted(disposition.code.text)}"
    if isinstance(disposition, SplitInto):
        yield f"parts = [{', '.join(_titles(action, disposition))}]"
    yield from _why(disposition)
    if isinstance(disposition, Carry | MergeInto | SplitInto):
        yield from _settled("indicator", disposition.indicators)
        yield from _settled("deadline", disposition.milestones)


def _titles(action: Action, disposition: SplitInto) -> Iterator[str]:
    for part in disposition.parts:
        if isinstance(part, Action):
            raise InvalidValueError(
                f"{action.code} is split into filled-in actions, and a decisions file holds"
                " titles only; leave this decision to a function"
            )
        yield quoted(part)
    if len(disposition.parts) == 1:
        raise InvalidValueError(
            f"{action.code} is split into a single part, and in a decisions file a split needs at"
            " least two; leave this decision to a function"
        )


def _settled(key: str, settled: Iterable[Settle]) -> Iterator[str]:
    for one in settled:
        yield ""
        yield f"[[action.{key}]]"
        yield f"item = {one.item if isinstance(one.item, int) else quoted(one.item)}"
        yield f"decision = {quoted(choice_of(one.disposition))}"
        yield from _why(one.disposition)


def _missing(missing: MissingDecision) -> Iterator[str]:
    yield ""
    yield "[[missing]]"
    yield f"code = {quoted(missing.code.text)}"
    disposition = missing.disposition
    if disposition is None:
        yield f"decision = {quoted(UNEXPLAINED)}"
        yield from _reasons("", None)
        return
    if isinstance(disposition, Carry | SplitInto):
        raise InvalidValueError(
            f"missing {missing.code} cannot be {disposition.word}: nobody knows its words"
        )
    yield f"decision = {quoted(choice_of(disposition))}"
    if isinstance(disposition, MergeInto):
        yield f"into = {quoted(disposition.code.text)}"
    yield from _why(disposition)


def _recommendation(
    decision: RecommendationDecision, recommendation: Recommendation
) -> Iterator[str]:
    yield ""
    yield "[[recommendation]]"
    yield f"id = {quoted(decision.recommendation)}"
    yield from comment_lines([recommendation.text])
    yield f"decision = {quoted(decision.answer.value)}"
    if decision.action is not None:
        yield f"action = {quoted(decision.action.text)}"
    yield from _reasons(decision.reason, decision.authority)


def _draft(draft: DraftDecision) -> Iterator[str]:
    yield ""
    yield "[[draft]]"
    yield f"title = {quoted(draft.title)}"
    yield f"recommendations = [{', '.join(map(quoted, draft.recommendations))}]"
    if draft.code is not None:
        yield f"code = {quoted(draft.code.text)}"
    if draft.work_area is not None:
        yield f"work_area = {quoted(draft.work_area.text)}"
    if draft.responsible:
        yield f"responsible = [{', '.join(map(quoted, draft.responsible))}]"


def _why(disposition: Disposition) -> Iterator[str]:
    yield from _reasons(disposition.reason, disposition.authority)


def _reasons(reason: str, authority: Reference | None) -> Iterator[str]:
    yield f"reason = {quoted(reason)}"
    yield f"authority = {quoted('' if authority is None else _cited(authority))}"


def _cited(reference: Reference) -> str:
    """All that was printed of a reference where that reads back, else its identity."""
    for text in (reference.cite(), str(reference)):
        try:
            if text == text.strip() and parse_reference(text) == reference:
                return text
        except ReferenceSyntaxError:
            continue
    raise InvalidValueError(f"the authority {reference} cannot be written so that it reads back")
