"""Readings in the form of the tables that were counted by hand, for the tests that compare both.

A table has a block for the document, one for each action, recommendation and event;
each line names one value. Lines that begin with "#" explain a judgement and are not compared.
"""

from collections.abc import Iterator

from customs_coop.deadline import Deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Marking,
    Named,
    Priority,
    Role,
)
from customs_coop.references import (
    ActionCitation,
    DocumentNumber,
    RecommendationCitation,
)

__all__ = ["blocks_of", "counted"]

Blocks = dict[str, list[str]]

_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890", "()")


def blocks_of(text: str) -> Blocks:
    """The blocks of a table: the name of each with its lines."""
    blocks: Blocks = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("["):
            name = line.strip("[]")
            assert name not in blocks, f"{name} stands twice"
            blocks[name] = []
        else:
            blocks[name].append(line)
    return blocks


def counted(dossier: Dossier) -> Blocks:
    """What a dossier holds, in the same form."""
    plan = dossier.plans[0] if dossier.plans else None
    blocks: Blocks = {"document": list(_document(dossier, plan))}
    if plan is not None:
        blocks.update({str(action.code): list(_action(action, plan)) for action in plan})
    for number, recommendation in enumerate(dossier.recommendations, 1):
        blocks[f"recommendation {number}"] = [
            f"addressee: {party}" for party in recommendation.addressees
        ]
    for number, event in enumerate(dossier.events, 1):
        blocks[f"event {number}"] = [] if event.when is None else [f"when: {event.when}"]
    return blocks


def _document(dossier: Dossier, plan: ActionPlan | None) -> Iterator[str]:
    own = None if plan is None else plan.document
    numbered = [one for one in dossier.documents if not isinstance(one.reference, Named)]
    paper = next((one for one in numbered if plan is None or one.reference == own), None)
    if paper is not None:
        yield from _paper(paper)
    others = (one for one in dossier.documents if one is not paper)
    for one in others:
        if isinstance(one.reference, Named):
            yield f"{one.reference.kind}, by title: {one.date or '-'}"
        else:
            yield f"document: {one.reference} | {one.title}"
    if plan is not None:
        yield from (f"previous: {ident}" for ident in plan.previous)
        yield f"plan: {plan.id}"
        if plan.period is not None:
            yield f"period: {plan.period}"
        if plan.work_areas:
            yield f"work areas: {len(plan.work_areas)}"
        yield f"actions: {len(plan.actions)}"
    for strategy in dossier.strategies:
        yield from (f"objective: {objective.code}" for objective in strategy.objectives)


def _paper(paper: Document) -> Iterator[str]:
    yield f"number: {paper.reference}"
    if isinstance(paper.reference, DocumentNumber):
        yield from (f"subjects: {stem} {number}" for stem, number in paper.reference.subjects)
    if paper.date is not None:
        yield f"date: {paper.date}"
    if paper.marking is not None:
        marking = paper.marking
        yield f"marking: {marking.value if isinstance(marking, Marking) else marking}"
    if paper.origin:
        yield f"from: {paper.origin}"
    if paper.addressee:
        yield f"to: {paper.addressee}"
    yield from (f"previous: {number}" for number in paper.previous)


def _action(action: Action, plan: ActionPlan) -> Iterator[str]:
    if action.work_area is not None:
        yield f"area: {action.work_area}"
    yield from (f"alias: {alias}" for alias in action.aliases)
    if action.objectives:
        yield "objectives: " + " ".join(map(str, action.objectives))
    if action.priority is not None:
        priority = action.priority
        yield f"priority: {priority.value if isinstance(priority, Priority) else priority}"
    yield f"status: {action.status.name}"
    yield from map(_deadline, action.all_deadlines)
    yield from _parties(action)
    for reference in action.references:
        if not isinstance(reference, ActionCitation | RecommendationCitation):
            yield f"document: {reference}"
    yield from (f"cites: {target}" for target in _cited(action, plan))
    # What leads over to a list is a note of its items, and has no mark.
    marks = {note.id: note.mark for note in plan.notes if note.mark}
    yield from (f"note: {marks[n].translate(_RAISED)}" for n in action.notes if n in marks)
    for money in action.funding:
        yield f"funding: {money.programme} | {money.state} | {money.amount}"
    if action.indicators:
        yield f"indicators: {len(action.indicators)}"
    if action.outcomes:
        yield f"outcomes: {len(action.outcomes)}"


def _parties(action: Action) -> Iterator[str]:
    """The responsible, then the concerned; who organises what an action attends is concerned."""
    for name, roles in (
        ("responsible", (Role.RESPONSIBLE,)),
        ("concerned", (Role.CONCERNED, Role.ORGANISER)),
    ):
        for party in (p for p in action.involved if p.role in roles):
            yield f"{name}: {party.party}{'' if party.confirmed else ' ?'}"


def _cited(action: Action, plan: ActionPlan) -> Iterator[str]:
    """The other actions that a row cites; an old code of the row itself is its alias."""
    own = {plan.ref(action), *(ActionRef(plan.id, alias) for alias in action.aliases)}
    seen: dict[str, None] = {}
    for target in (*(link.target for link in action.links), *action.references):
        if isinstance(target, ActionCitation):
            seen[f"AP{target.plan}/{target.code}" if target.plan else str(target.code)] = None
        elif isinstance(target, ActionRef) and target not in own:
            seen[str(target)] = None
    return iter(seen)


def _deadline(deadline: Deadline) -> str:
    """The words, of which a long statement gives the first six, and the bounds."""
    words = deadline.text.split()
    text = " ".join([*words[:6], "..."] if len(words) > 11 else words)
    return f"deadline: {text} | {deadline.earliest or '-'} | {deadline.latest or '-'}"
