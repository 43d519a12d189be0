"""From decisions to a file in TOML that a person edits."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.model import Action, ActionPlan, Code, Recommendation
from customs_coop.model.numbering import missing_codes
from customs_coop.references import Reference, parse_reference
from customs_coop.rollover.decisions.quoting import cleaned, comment_lines, quoted
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Decisions,
    DraftDecision,
    MissingDecision,
    RecommendationDecision,
    printable,
)
from customs_coop.rollover.decisions.words import UNEXPLAINED, VERSION, choice_of
from customs_coop.rollover.dispositions import (
    Carry,
    Disposition,
    MergeInto,
    Settle,
    SplitInto,
)
from customs_coop.rollover.policies import Policy, carry_open_actions
from customs_coop.rollover.windows import DeadlinePolicy

__all__ = ["decisions_text", "write_decisions"]

_HEAD: Final = """\
In this file you decide what becomes of everything in {title}.
Save it as plain text in UTF-8. What stands behind a "#" is for you and is not read.

Each [[action]] is one action of the plan. Change its decision to one of these words:

  carry     it goes on in the new plan
  complete  it is done
  defer     it waits for a later plan than the new one; say why in reason
  drop      it is given up; say why in reason
  merge     it goes on inside another action; add the code of that one:  into = "5.1"
  split     it goes on as several; add their titles:  parts = ["One", "Another"]

reason may be empty otherwise, too; authority is the document that says so, such as "14680/05".
Leave code and title as they are: by them it is noticed when the plan has changed.
To decide on a single indicator of an action that goes on, add below the action (complete, defer
or drop; item is its number; write [[action.deadline]] for a deadline of the action itself):

  [[action.indicator]]
  item = 2
  decision = "drop"
  reason = "no money for a second course"

When you are done, hand the file in with --decisions."""
_MISSING_HEAD: Final = """\
Codes that the numbering of the plan leaves out. Each stays "unexplained" until you write what
became of it: complete, defer, drop (both with a reason), or merge with  into = "7.2"."""
_RECOMMENDATION_HEAD: Final = """\
Recommendations. Change the decision to one of these words:

  open       nothing is decided; the ledger shows it as open
  take up    an action of the plan takes it up; add its code:  action = "5.1"
  draft      a new action takes it up: add a [[draft]] at the end of the file
  carry out  it is done already
  defer      it waits for a later plan; say why in reason
  turn down  it is given up; say why in reason"""
_DRAFT_HEAD: Final = """\
New actions. A [[draft]] has a title and the ids of its recommendations, each of which has the
decision "draft"; code, work_area (the code that it has in the old plan) and responsible (a list
such as ["CCWP"]) may be added. Without a code it gets the next one that is free. For example:

  [[draft]]
  title = "{title}"
  recommendations = [{recommendations}]"""


def decisions_text(
    plan: ActionPlan,
    *,
    into: ActionPlan | None = None,
    decide: Policy = carry_open_actions,
    recommendations: Iterable[Recommendation] = (),
    deadlines: DeadlinePolicy | None = None,
    missing: Mapping[Code | str, Disposition] | None = None,
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

    Returns:
        The text. `parse_decisions` reads it back, and equal input gives the same text.

    Raises:
        InvalidValueError: A decision cannot be written, such as a split into filled-in actions.

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
    decisions = _proposed(plan, decide, tuple(asked), missing)
    if into is not None:
        decisions = attrs.evolve(
            decisions, period=into.period, new_id=into.id, new_title=printable(into.title)
        )
    if deadlines is not None:
        decisions = attrs.evolve(decisions, deadlines=deadlines)
    return "".join(f"{line}\n" for line in _file(decisions, plan, asked))


def write_decisions(
    plan: ActionPlan,
    path: str | os.PathLike[str],
    *,
    into: ActionPlan | None = None,
    decide: Policy = carry_open_actions,
    recommendations: Iterable[Recommendation] = (),
    deadlines: DeadlinePolicy | None = None,
    missing: Mapping[Code | str, Disposition] | None = None,
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
    decisions: Decisions, plan: ActionPlan, asked: Mapping[str, Recommendation]
) -> Iterator[str]:
    named = plan.id if plan.title in ("", plan.id) else f"{plan.id}, {plan.title}"
    yield from comment_lines(_HEAD.format(title=cleaned(named)).splitlines())
    yield ""
    yield from _top(decisions)
    areas = {area.code: area.title for area in plan.work_areas}
    area: Code | None = None
    for decision, action in zip(decisions.decided, plan.actions, strict=True):
        if action.work_area is not None and action.work_area != area:
            yield ""
            yield from comment_lines(_heading(action.work_area, areas))
        area = action.work_area
        yield from _action(decision, action)
    if decisions.explained:
        yield ""
        yield from comment_lines(_MISSING_HEAD.splitlines())
    for missing in decisions.explained:
        yield from _missing(missing)
    if decisions.answered:
        yield ""
        yield from comment_lines(_RECOMMENDATION_HEAD.splitlines())
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
    yield f"plan = {quoted(decisions.plan)}"
    if decisions.document is not None:
        yield f"document = {quoted(str(decisions.document))}"
    if decisions.deadlines is not None:
        words = ", ".join(policy.value for policy in DeadlinePolicy)
        yield f"deadlines = {quoted(decisions.deadlines.value)}  # one of {words}"
    period = None if decisions.period is None else str(decisions.period)
    new = {"period": period, "id": decisions.new_id, "title": decisions.new_title}
    if any(value is not None for value in new.values()):
        yield ""
        yield "[into]"
        yield from (f"{key} = {quoted(value)}" for key, value in new.items() if value is not None)


def _heading(code: Code, titles: Mapping[Code, str]) -> list[str]:
    title = titles.get(code)
    return [f"Work area {code}: {cleaned(title)}" if title else f"Work area {code}"]


def _example(names: Sequence[str]) -> str:
    some = ", ".join(quoted(cleaned(name)) for name in names[:2]) or '"8351/2/09-12"'
    return _DRAFT_HEAD.format(title="What is to be done", recommendations=some)


def _action(decision: ActionDecision, action: Action) -> Iterator[str]:
    yield ""
    yield "[[action]]"
    yield f"code = {quoted(decision.code.text)}"
    yield f"title = {quoted(decision.title)}"
    yield from comment_lines(_about(action))
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


def _about(action: Action) -> Iterator[str]:
    """What a person has to know to decide: how far it is, whose it is, and what is open."""
    words = f' ("{cleaned(action.status_text)}")' if action.status_text.strip() else ""
    yield f"status: {action.status.value}{words}"
    if action.responsible:
        named = dict.fromkeys(one.text or one.party for one in action.responsible)
        yield f"responsible: {', '.join(named)}"
    for number, deadline in enumerate(action.deadlines, 1):
        yield f"deadline {number}: {deadline.text}"
    for number, indicator in enumerate(action.indicators, 1):
        due = "; ".join(deadline.text for deadline in indicator.deadlines)
        until = f" [{due}]" if due else ""
        yield f"indicator {number} ({indicator.status.value}){until}: {indicator.text}"


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
    for form in (_whole, str):
        text = form(reference)
        try:
            if text == text.strip() and parse_reference(text) == reference:
                return text
        except ReferenceSyntaxError:
            continue
    raise InvalidValueError(f"the authority {reference} cannot be written so that it reads back")


def _whole(reference: Reference) -> str:
    return reference.cite()
