"""Which entries depend on which: relations of RFC 9253, without circles and without holes."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.calendars import CalendarEntry, EntryKind, Relation, RelationKind
from customs_coop.graph.resolution import resolve
from customs_coop.model import ActionPlan, ActionRef, Dossier, LinkKind

__all__ = ["Placed", "with_dependences"]

_WAITS = (LinkKind.DEPENDS_ON, LinkKind.AWAITS)


@attrs.frozen
class Placed:
    """An entry, with the action to which it belongs.

    Args:
        entry: The entry.
        root: Where that action first stood.
    """

    entry: CalendarEntry
    root: str


def with_dependences(
    placed: Sequence[Placed],
    dossier: Dossier,
    plans: Iterable[ActionPlan],
    roots: Mapping[ActionRef, str],
) -> tuple[tuple[CalendarEntry, ...], tuple[Diagnostic, ...]]:
    """Relate each entry of an action to the last one of each action on which it depends.

    Args:
        placed: The entries of actions.
        dossier: The dossier, by which links are understood.
        plans: The plans whose links count.
        roots: Where each action of the dossier first stood.

    Returns:
        The entries in the same order, and what is told of links that are not shown.
    """
    edges: dict[str, dict[str, None]] = {}
    told = tuple(_edges(placed, dossier, plans, roots, edges))
    last = _last_entries(placed)
    return tuple(_related(one, edges, last) for one in placed), told


def _edges(
    placed: Sequence[Placed],
    dossier: Dossier,
    plans: Iterable[ActionPlan],
    roots: Mapping[ActionRef, str],
    edges: dict[str, dict[str, None]],
) -> Iterator[Diagnostic]:
    """Fill in what depends on what, by first places, and tell what is left out."""
    meant = resolve(dossier)
    shown = {one.root for one in placed}
    for plan in plans:
        for action in plan:
            ref = plan.ref(action)
            source = roots[ref]
            for link in action.links:
                target = meant.target(ref, link.target) if link.kind in _WAITS else None
                if not isinstance(target, ActionRef) or source not in shown:
                    continue
                reached = roots.get(target, str(target))
                if reached in edges.get(source, ()):
                    continue
                fault = _fault(source, reached, shown, edges)
                if fault:
                    message = f"it depends on {target}, {fault}; the relation is left out"
                    yield diagnose("CC705", message, subject=str(ref), span=action.span)
                else:
                    edges.setdefault(source, {})[reached] = None


def _fault(
    source: str, target: str, shown: Iterable[str], edges: Mapping[str, Mapping[str, None]]
) -> str:
    if target == source:
        return "which is itself"
    if target not in shown:
        return "which has no entry here"
    waiting, seen = [target], {target}
    while waiting:
        for following in edges.get(waiting.pop(), ()):
            if following == source:
                return "which depends on it in turn"
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return ""


def _last_entries(placed: Sequence[Placed]) -> dict[tuple[str, EntryKind], CalendarEntry]:
    last: dict[tuple[str, EntryKind], CalendarEntry] = {}
    for one in placed:
        key = one.root, one.entry.kind
        before = last.get(key)
        if before is None or _end(one.entry) > _end(before):
            last[key] = one.entry
    return last


def _end(entry: CalendarEntry) -> dt.date:
    if entry.rule is not None:
        return entry.rule.until
    return entry.day or dt.date.min


def _related(
    one: Placed,
    edges: Mapping[str, Mapping[str, None]],
    last: Mapping[tuple[str, EntryKind], CalendarEntry],
) -> CalendarEntry:
    found = [last.get((target, one.entry.kind)) for target in edges.get(one.root, ())]
    relations = [Relation(it.uid, RelationKind.DEPENDS_ON) for it in found if it is not None]
    return attrs.evolve(one.entry, relations=(*one.entry.relations, *relations))
