"""From decisions to a file in TOML that a person edits."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.model import Action, ActionPlan, Code, Recommendation
from customs_coop.model.numbering import missing_codes
from customs_coop.rollover.accounting import older_plans
from customs_coop.rollover.appearances import History
from customs_coop.rollover.decisions.heads import (
    CONTINUING,
    DRAFT_HEAD,
    MISSING_HEAD,
    RECOMMENDATION_HEAD,
    WAITING_HEAD,
    head_of,
)
from customs_coop.rollover.decisions.quoting import cleaned, comment_lines, quoted
from customs_coop.rollover.decisions.recalling import carried_before, heading
from customs_coop.rollover.decisions.rendering import (
    action_lines,
    draft_lines,
    missing_lines,
    recommendation_lines,
    waiting_lines,
)
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Decisions,
    MissingDecision,
    Purpose,
    RecommendationDecision,
    WaitingDecision,
    printable,
)
from customs_coop.rollover.decisions.words import PURPOSES, VERSION, deadline_words
from customs_coop.rollover.dispositions import Carry, Disposition
from customs_coop.rollover.ledger.entries import ItemKind, Waiting
from customs_coop.rollover.leftovers.waiting import former_ledgers, still_waiting
from customs_coop.rollover.policies import Policy, carry_open_actions
from customs_coop.rollover.windows import DeadlinePolicy

if TYPE_CHECKING:
    from customs_coop.rollover.ledger.ledger import Ledger

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
        ledgers: The ledgers of rollovers before; the text lists what these left and nothing goes
            on with, to be decided as well.

    Returns:
        The text. `parse_decisions` reads it back, and equal input gives the same text.

    Raises:
        InvalidValueError: A decision cannot be written, such as a split into filled-in actions or
            into a single part.

    Example:
        >>> from customs_coop.model import Action
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
    older = older_plans(earlier)
    waiting = {
        one.item: one for one in still_waiting(former_ledgers(ledgers, plan), (plan, *older), asked)
    }
    decisions = _proposed(plan, decide, tuple(asked), missing, tuple(waiting))
    if purpose is not None:
        decisions = attrs.evolve(decisions, purpose=purpose)
    if into is not None:
        decisions = attrs.evolve(
            decisions,
            period=into.period,
            new_id=into.id,
            new_title=printable(into.title),
            new_document=into.document,
            new_strategy=into.strategy if into.strategy != plan.strategy else None,
        )
    if deadlines is not None:
        decisions = attrs.evolve(decisions, deadlines=deadlines)
    if decisions.deadlines and decisions.deadlines.value not in deadline_words(decisions.purpose):
        raise InvalidValueError(
            f"a revision does not move its window, so no {decisions.deadlines.name}"
        )
    if decisions.purpose == "revision":
        decisions = attrs.evolve(decisions, settled=())  # what waits, waits for another plan
    lines = _file(decisions, plan, asked, waiting, History(plan, older))
    return "".join(f"{line}\n" for line in lines)


def write_decisions(text: str, path: str | os.PathLike[str]) -> Path:
    """Write a decisions file for a person to edit; an existing file is refused.

    Args:
        text: What `decisions_text` made.
        path: The file.

    Returns:
        The path.

    Raises:
        FileExistsError: The file is there already, perhaps with the work of a day in it.
        OSError: The file cannot be written.
        TypeError: Something else than a text was given, such as a plan.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     text = decisions_text(ActionPlan(id="AP1", title="First Action Plan"))
        ...     write_decisions(text, Path(folder, "decisions.toml")).name
        'decisions.toml'
    """
    if not isinstance(text, str):
        raise TypeError(
            f"write_decisions takes a text, not {text!r:.80}; decisions_text makes one of a plan"
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
    waiting: Sequence[str],
) -> Decisions:
    """The decisions to begin with, one for each thing that the plan leaves open."""
    own = decide if isinstance(decide, Decisions) else Decisions(plan=plan.id)
    explained = {code.text: found for code, found in own.missing.items()}
    explained |= {str(code): found for code, found in (missing or {}).items()}
    answered = {one.recommendation: one for one in own.answered}
    settled = {one.item: one for one in own.settled}
    return attrs.evolve(
        own,
        plan=plan.id,
        document=plan.document,
        decided=tuple(
            [
                ActionDecision(
                    code=action.code,
                    title=printable(action.title),
                    disposition=(
                        decide.decision_on(action).disposition
                        if isinstance(decide, Decisions)
                        else decide(action)
                    ),
                    parts=(
                        decide.decision_on(action).parts if isinstance(decide, Decisions) else ()
                    ),
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
        settled=tuple([settled.get(name, WaitingDecision(item=name)) for name in waiting]),
    )


def _file(
    decisions: Decisions,
    plan: ActionPlan,
    asked: Mapping[str, Recommendation],
    waiting: Mapping[str, Waiting],
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
        before = [*carried_before(history, plan, action)]
        if decisions.purpose == "revision":
            before += _called_for(decision, plan, action)
        yield from action_lines(decision, action, before)
    yield from _section(MISSING_HEAD, map(missing_lines, decisions.explained))
    answers = decisions.answered
    answered = (recommendation_lines(one, asked[one.recommendation]) for one in answers)
    yield from _section(RECOMMENDATION_HEAD, answered)
    left = (waiting_lines(one, waiting[one.item]) for one in decisions.settled)
    yield from _section(WAITING_HEAD, left)
    if answers or decisions.drafts:
        yield ""
        yield from comment_lines(_example(list(asked)).splitlines())
    if decisions.settled:
        yield ""
        yield from comment_lines(_continuing(waiting.values()).splitlines())
    for draft in decisions.drafts:
        yield from draft_lines(draft)


def _called_for(decision: ActionDecision, plan: ActionPlan, action: Action) -> Iterator[str]:
    """The words of a row that call for its deferral, where nobody has decided on it yet."""
    from customs_coop.rollover.revision.proposing import propose_deferrals  # it uses this package

    if decision.disposition == Carry():
        for proposal in propose_deferrals(plan, [action]):
            yield f"to be decided, whether it is deferred; the plan says: {proposal.words}"


def _section(head: str, tables: Iterable[Iterable[str]]) -> Iterator[str]:
    """Tables of one kind below what explains them; nothing where there are none."""
    for place, lines in enumerate(tables):
        if place == 0:
            yield ""
            yield from comment_lines(head.splitlines())
        yield from lines


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
    document = decisions.new_document
    new = {
        "period": period,
        "id": decisions.new_id,
        "title": decisions.new_title,
        "document": None if document is None else document.cite(),
        "strategy": decisions.new_strategy,
    }
    if any(value is not None for value in new.values()):
        yield ""
        yield "[into]"
        yield from (f"{key} = {quoted(value)}" for key, value in new.items() if value is not None)
        if document is None and period is not None:
            yield '# once its number is known, with its marking: document = "11167/08 LIMITE"'


def _continuing(waiting: Iterable[Waiting]) -> str:
    """How a draft goes on with what waits; shown on an action where there is one."""
    some = sorted(waiting, key=lambda one: one.kind is not ItemKind.ACTION)
    title = "" if some[0].kind is ItemKind.ACTION else '\n  title = "What is to be done"'
    return CONTINUING.format(item=quoted(cleaned(some[0].item)), title=title)


def _example(names: Sequence[str]) -> str:
    some = ", ".join(quoted(cleaned(name)) for name in names[:2]) or '"8351/2/09-12"'
    return DRAFT_HEAD.format(title="What is to be done", recommendations=some)
