"""Rows that stay and are marked: as completed, as deferred, as obsolete."""

import attrs

from customs_coop.model import Action, Link, LinkKind, Status
from customs_coop.rollover.dispositions import Complete, Defer, Drop
from customs_coop.rollover.revision.proposing import defers
from customs_coop.rollover.settling import End, folded

__all__ = ["marked"]


def marked(action: Action, end: End) -> Action:
    """The row with its mark; the same row where it has it already.

    Args:
        action: The row.
        end: What was decided.
    """
    if isinstance(end, Complete):
        return _completed(action, end)
    if isinstance(end, Defer):
        return _deferred(action)
    return _dropped(action, end)


def _completed(action: Action, end: Complete) -> Action:
    """Its words stay; where it was open until now, words are added that say that it is done."""
    words = action.status_text
    if action.status is not Status.COMPLETED:
        detail = str(end.authority) if end.authority is not None else end.reason.strip()
        says_so = end.reason.strip().casefold().startswith("complet")
        words = _behind(words, end.reason.strip() if says_so else _after("Completed", detail))
    links, references = action.links, action.references
    if end.authority is not None:
        if end.authority not in references:
            references = (*references, end.authority)
        known = {link.target for link in links if link.kind is LinkKind.COMPLETED_BY}
        if end.authority not in known:
            proof = Link(kind=LinkKind.COMPLETED_BY, target=end.authority, inferred=True)
            links = (*links, proof)
    return _unless_equal(
        action,
        attrs.evolve(
            action, status=Status.COMPLETED, status_text=words, links=links, references=references
        ),
    )


def _deferred(action: Action) -> Action:
    """The mark stands in the column for priorities, as in the revision of 2005."""
    priority = action.priority if defers(action.priority) else "Defer"
    words = action.status_text
    if not words.strip() or words == action.priority:
        # The words were those of the priority, and that is another one now.
        words = str(priority)
    return _unless_equal(
        action,
        attrs.evolve(action, priority=priority, status=Status.DEFERRED, status_text=words),
    )


def _dropped(action: Action, end: Drop) -> Action:
    """Objectives and priority are cleared; a deadline and who takes part may stay."""
    words = action.status_text
    reason = end.reason.strip()
    if folded(reason) not in folded(f"{words} {action.title}"):
        is_new = action.status is not Status.OBSOLETE and "obsolete" not in reason.casefold()
        words = _behind(words, _after("Obsolete", reason) if is_new else reason)
    return _unless_equal(
        action,
        attrs.evolve(
            action, status=Status.OBSOLETE, status_text=words, objectives=(), priority=None
        ),
    )


def _after(word: str, detail: str) -> str:
    return f"{word}: {detail}" if detail else word


def _behind(words: str, more: str) -> str:
    """Words behind others, unless these say it already."""
    if not words.strip():
        return more
    return words if folded(more) in folded(words) else f"{words.rstrip()} {more}"


def _unless_equal(old: Action, new: Action) -> Action:
    return old if new == old else new
