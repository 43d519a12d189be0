"""New actions from recommendations, and what a decisions file adds to the plans."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline
from customs_coop.diagnostics import Diagnostic
from customs_coop.diagnostics.shortening import shortened
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    Action,
    ActionPlan,
    Code,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Recommendation,
    RecommendationRef,
    Role,
)
from customs_coop.model.numbering import taken_apart
from customs_coop.references import DocumentNumber
from customs_coop.rollover.accounting import positions_by_code
from customs_coop.rollover.decisions.checking import checked
from customs_coop.rollover.decisions.drafting import area_of
from customs_coop.rollover.decisions.newcomers import DraftDecision, read_time
from customs_coop.rollover.decisions.values import Answer, Decisions
from customs_coop.rollover.dispositions import MergeInto
from customs_coop.rollover.drafted import find_drafted
from customs_coop.rollover.findings import about_deadlines
from customs_coop.rollover.leftovers.former import Former, Past
from customs_coop.rollover.leftovers.reviving import is_link_to, revived
from customs_coop.rollover.settling import folded
from customs_coop.rollover.windows import DeadlinePolicy

__all__ = ["Seeds", "by_report", "draft_actions", "sow"]

_LONGEST_TITLE: Final = 300


def by_report(recommendation: Recommendation) -> Hashable:
    """The report that a recommendation stands in; without one, the recommendation itself.

    Example:
        >>> by_report(Recommendation(id="R1", text="Train together"))
        'R1'
    """
    return recommendation.document or recommendation.id


def draft_actions(
    recommendations: Iterable[Recommendation],
    *,
    by: Callable[[Recommendation], Hashable] | Mapping[str, Iterable[str]] = by_report,
    first: Code | str = "1",
    work_area: Code | str | None = None,
) -> tuple[Action, ...]:
    """Draft new actions from recommendations, one for each group of them.

    An action gets the words of all its recommendations as its terms of reference, each below its
    name, their reports as references, and a link to each. Who carries it, and by when, is left
    open. Hand the actions to `roll_over` in the draft of the new plan; recommendations that no
    action takes up stay open in the ledger.

    Args:
        recommendations: What reports ask for.
        by: How they are grouped: a function from a recommendation to what its group has in
            common, or None to leave it out; or the ids of each group by the title of its action.
            By default, those of one report make a group.
        first: The code of the first action; the others count on from it.
        work_area: The code of their work area, or None.

    Returns:
        The actions, in the order of the groups. Where `by` gives no title, the title is that of
        a single recommendation in its own words, or "Recommendations 1, 3 and 5 of 11801/4/10
        REV 4"; a person will want another one.

    Raises:
        InvalidValueError: A group names a recommendation that was not handed in, or `first` does
            not end with a figure.

    Example:
        >>> from customs_coop.references import DocumentNumber
        >>> report = DocumentNumber.parse("11801/4/10 REV 4")
        >>> asked = [
        ...     Recommendation(id=f"R{number}", text="Do", number=number, document=report)
        ...     for number in ("1", "3", "5")
        ... ]
        >>> [(str(one.code), one.title) for one in draft_actions(asked, first="6.1")]
        [('6.1', 'Recommendations 1, 3 and 5 of 11801/4/10 REV 4')]
    """
    head, figure, letter = taken_apart(str(first))
    if not figure or letter:
        raise InvalidValueError(f"first takes a code with a figure at its end, not {str(first)!r}")
    groups = _groups(tuple(recommendations), by)
    return tuple(
        [
            _drafted(
                title or _title(members),
                members,
                code=Code(f"{head}{int(figure) + place}"),
                work_area=work_area,
            )
            for place, (title, members) in enumerate(groups)
        ]
    )


def _groups(
    recommendations: Sequence[Recommendation],
    by: Callable[[Recommendation], Hashable] | Mapping[str, Iterable[str]],
) -> list[tuple[str, list[Recommendation]]]:
    if not isinstance(by, Mapping):
        found: dict[Hashable, list[Recommendation]] = {}
        for one in recommendations:
            key = by(one)
            if key is not None:
                found.setdefault(key, []).append(one)
        return [("", members) for members in found.values()]
    there = {one.id: one for one in recommendations}
    groups = []
    for title, names in by.items():
        if isinstance(names, str):
            raise TypeError(f"a group is a list of ids, not the bare text {names!r}")
        listed = list(dict.fromkeys(names))
        unknown = [name for name in listed if name not in there]
        if unknown:
            raise InvalidValueError(f"no recommendation {unknown[0]} was handed in")
        groups.append((title, [there[name] for name in listed]))
    return groups


def _title(members: Sequence[Recommendation]) -> str:
    if len(members) == 1 and members[0].text.strip():
        return shortened(members[0].text, _LONGEST_TITLE)
    reports: dict[DocumentNumber | None, list[str]] = {}
    for one in members:
        reports.setdefault(one.document, []).append(one.number if one.document else one.id)
    parts = []
    for report, numbers in reports.items():
        if not all(numbers):
            listed = f"{len(numbers)} recommendations" if len(numbers) > 1 else "Recommendation"
        else:
            word = "Recommendations" if len(numbers) > 1 else "Recommendation"
            listed = f"{word} {_enumerated(numbers)}"
        parts.append(listed if report is None else f"{listed} of {report}")
    return "; ".join(parts)


def _enumerated(words: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _drafted(
    title: str,
    members: Sequence[Recommendation],
    *,
    code: Code,
    work_area: Code | str | None = None,
) -> Action:
    documents = dict.fromkeys(one.document for one in members if one.document is not None)
    return Action(
        code=code,
        title=title,
        work_area=work_area,
        terms_of_reference="\n".join(f"{_name(one)}: {one.text}" for one in members),
        references=tuple(documents),
        links=[_taking_up(one) for one in members],
    )


def _name(recommendation: Recommendation) -> str:
    if recommendation.document is None:
        return f"Recommendation {recommendation.id}"
    number = f" {recommendation.number}" if recommendation.number else ""
    return f"Recommendation{number} of {recommendation.document}"


def _taking_up(recommendation: Recommendation) -> Link:
    return Link(kind=LinkKind.TAKES_UP, target=RecommendationRef(recommendation.id))


@attrs.frozen(kw_only=True)
class Seeds:
    """What goes into a rollover: the plans with the links that were decided, and new actions.

    Args:
        plan: The old plan.
        into: The draft of the new one.
        drafts: New actions; the codes of their work areas are those of the old plan.
        is_coded: For each of them, whether its code is fixed.
        findings: What a person should look at.
    """

    plan: ActionPlan
    into: ActionPlan
    drafts: tuple[Action, ...] = ()
    is_coded: tuple[bool, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def coded(self) -> tuple[Action, ...]:
        """The new actions whose codes are fixed."""
        return tuple([one for one, fixed in zip(self.drafts, self.is_coded, strict=True) if fixed])

    @property
    def uncoded(self) -> tuple[Action, ...]:
        """The new actions that get the next code that is free; they have that of a neighbour."""
        return tuple(
            [one for one, fixed in zip(self.drafts, self.is_coded, strict=True) if not fixed]
        )


def sow(
    decide: object,
    plan: ActionPlan,
    *,
    into: ActionPlan,
    recommendations: Sequence[Recommendation],
    deadlines: DeadlinePolicy,
    past: Past,
) -> Seeds:
    """Check decisions against the plans, and add what they say on recommendations.

    Args:
        decide: A policy; where it is no `Decisions`, nothing is added.
        plan: The old plan.
        into: The draft of the new one.
        recommendations: What was handed in.
        deadlines: What becomes of deadlines.
        past: The plans and ledgers before.

    Raises:
        DecisionsError: The decisions do not fit the plans.
    """
    if not isinstance(decide, Decisions):
        return Seeds(plan=plan, into=into)
    report = checked(
        decide,
        plan,
        into=into,
        recommendations=recommendations,
        deadlines=deadlines,
        past=past,
    )
    findings = list(report)
    asked = {one.id: one for one in recommendations}
    drafts = [draft for draft in decide.drafts if not _is_there(draft, into, past)]
    new = []
    for draft in drafts:
        area = area_of(draft, past, plan, into)
        action = _drafted(
            draft.title,
            [asked[name] for name in dict.fromkeys(draft.recommendations)],
            code=draft.code or Code(f"{_head(plan, area)}1"),
            work_area=area,
        )
        action = _filled(action, draft, into.period)
        formers = _formers(draft, past)
        if formers:
            action, told = revived(action, formers, deadlines=deadlines, window=into.period)
            findings += told
        else:
            place = into.id if draft.code is None else str(into.ref(action))
            findings += about_deadlines(place, action, action, into.period)
        new.append(action)
    taken_up: dict[str, list[Recommendation]] = {}
    for one in decide.answered:
        if one.answer is Answer.TAKE_UP and one.action is not None:
            taken_up.setdefault(one.action.text, []).append(asked[one.recommendation])
    return Seeds(
        plan=_with_links(plan, taken_up),
        into=_with_links_in_draft(decide, plan, into, taken_up),
        drafts=tuple(new),
        is_coded=tuple([draft.code is not None for draft in drafts]),
        findings=tuple(findings),
    )


def _filled(action: Action, draft: DraftDecision, window: Period | None) -> Action:
    """The new action with what its draft says besides."""
    parties = ((Role.RESPONSIBLE, draft.responsible), (Role.CONCERNED, draft.concerned))
    terms = (draft.terms_of_reference, action.terms_of_reference)
    return attrs.evolve(
        action,
        priority=draft.priority or None,
        objectives=draft.objectives,
        involved=[Involvement(party=one, role=role) for role, names in parties for one in names],
        terms_of_reference="\n".join(text for text in terms if text.strip()),
        indicators=[
            Indicator(text=one.text, deadlines=_read(one.deadlines, window))
            for one in draft.indicators
        ],
        deadlines=_read(draft.deadlines, window),
    )


def _read(texts: Iterable[str], window: Period | None) -> list[Deadline]:
    """The deadlines of a draft; what cannot be read is wanted as words, or was refused before."""
    found = (read_time(text, window, as_words=True) for text in texts)
    return [one for one in found if one is not None]


def _formers(draft: DraftDecision, past: Past) -> list[Former]:
    return [one for one in map(past.find, draft.continues) if one is not None]


def _is_there(draft: DraftDecision, into: ActionPlan, past: Past) -> bool:
    """Whether the draft of the plan has the new action already, from an earlier rollover."""
    formers = _formers(draft, past)
    if formers:
        return any(
            all(any(is_link_to(one, link) for link in action.links) for one in formers)
            for action in into.actions
        )
    title = folded(draft.title)
    wanted = {RecommendationRef(name) for name in draft.recommendations}
    return any(
        folded(action.title) == title
        and not action.earlier
        and wanted <= {link.target for link in action.links if link.kind is LinkKind.TAKES_UP}
        for action in into.actions
    )


def _with_links(plan: ActionPlan, taken_up: Mapping[str, Sequence[Recommendation]]) -> ActionPlan:
    positions = positions_by_code(plan)
    actions = list(plan.actions)
    for code, recommendations in taken_up.items():
        place = positions[code]
        actions[place] = _linked(actions[place], recommendations)
    return attrs.evolve(plan, actions=actions) if taken_up else plan


def _with_links_in_draft(
    decide: Decisions,
    plan: ActionPlan,
    into: ActionPlan,
    taken_up: Mapping[str, Sequence[Recommendation]],
) -> ActionPlan:
    """The same links where the draft goes on with the action already."""
    if not into.actions or not taken_up:
        return into
    positions = positions_by_code(plan)
    drafted = find_drafted(plan, into, positions)
    actions = {id(action): action for action in into.actions}
    for code, recommendations in taken_up.items():
        position = positions[code]
        disposition = decide(plan.actions[position])
        if isinstance(disposition, MergeInto):
            position = positions[disposition.code.text]
        for there in drafted.claimants(position)[:1]:
            actions[id(there)] = _linked(actions[id(there)], recommendations)
    return attrs.evolve(into, actions=[actions[id(action)] for action in into.actions])


def _linked(action: Action, recommendations: Iterable[Recommendation]) -> Action:
    """The action with links to recommendations and references to their reports, each once."""
    recommendations = tuple(recommendations)
    links = [one for one in map(_taking_up, recommendations) if one not in action.links]
    documents = [one.document for one in recommendations if one.document is not None]
    new = [one for one in dict.fromkeys(documents) if one not in action.references]
    return attrs.evolve(
        action, links=(*action.links, *links), references=(*action.references, *new)
    )


def _head(plan: ActionPlan, area: Code | None) -> str:
    """What stands before the last figure of the codes in a work area."""
    heads = [(taken_apart(action.code.text)[0], action.work_area) for action in plan.actions]
    same = [head for head, where in heads if where == area]
    if same:
        return same[-1]
    if area is not None and any(where is not None and head == f"{where}." for head, where in heads):
        return f"{area}."
    return heads[-1][0] if heads else ""
