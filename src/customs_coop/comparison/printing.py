"""A comparison as plain text, for people."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from customs_coop.comparison.changes import (
    Added,
    Change,
    Changed,
    Merged,
    Moved,
    PairedBy,
    Pairing,
    Removed,
    Renumbered,
    Split,
)
from customs_coop.comparison.values import shortened, value_change
from customs_coop.model import Action, ActionPlan, ActionRef, Link, LinkKind, PlanRef

__all__ = ["change_as_text", "diff_as_text", "says_descent"]

_DESCENT: Final = frozenset({LinkKind.CONTINUES, LinkKind.MERGED_FROM, LinkKind.SPLIT_FROM})
_KINDS: Final = (
    (Added, "added"),
    (Removed, "removed"),
    (Renumbered, "renumbered"),
    (Moved, "moved"),
    (Merged, "merged"),
    (Split, "split off"),
)


def diff_as_text(
    old: PlanRef,
    new: PlanRef,
    changes: Sequence[Change],
    pairings: Sequence[Pairing] = (),
    plan: ActionPlan | None = None,
) -> str:
    """Print a headline with the counts, then a line for each change.

    New origins and links of descent are counted and not listed: a plan that was rolled over
    has one of each at every action, and the pairs of codes already say the same. Before the
    changes of an action that was paired by a title that is merely alike, a line says so. Where
    the new plan is given, what moved is told by the action that it follows there.
    """
    listed = [change for change in changes if not says_descent(change)]
    name = str(old) if old == new else f"{old} -> {new}"
    lines = [f"{name}: {_counts(listed)}"]
    rows = list(_rows(listed, pairings, plan))
    # A long code would push all the words to the right, so it gets no say in the width.
    width = max((len(place) for place, _ in rows if len(place) <= 24), default=0)
    lines += [f"  {place.ljust(width)}  {what}".rstrip() for place, what in rows]
    left_out = len(changes) - len(listed)
    if left_out:
        words = "change that only says" if left_out == 1 else "changes that only say"
        lines.append(f"  not listed: {left_out} {words} where an action comes from")
    return "\n".join(lines)


def change_as_text(change: Change, plan: ActionPlan | None = None) -> tuple[str, str]:
    """The place of a change, such as "5.3" or "plan", and what has changed there.

    Args:
        change: The change.
        plan: The new plan, which tells what an action that moved follows.
    """
    return _place(change), _what(change, plan)


def _rows(
    changes: Sequence[Change], pairings: Sequence[Pairing], plan: ActionPlan | None
) -> Iterator[tuple[str, str]]:
    # A new code says itself how sure it is.
    guesses = {
        pairing.after: pairing.confidence
        for pairing in pairings
        if pairing.by is PairedBy.TITLE
        and pairing.confidence < 1
        and pairing.before.code == pairing.after.code
    }
    for change in changes:
        if isinstance(change, Changed | Moved) and isinstance(change.after, ActionRef):
            sure = guesses.pop(change.after, None)
            if sure is not None:
                yield _place(change), f"taken for the same action (by title, confidence {sure:.2f})"
        yield change_as_text(change, plan)


def says_descent(change: Change) -> bool:
    """Whether a change only says where an action comes from."""
    if not isinstance(change, Changed):
        return False
    if change.field == "origin":
        return change.old is None
    if change.field == "earlier" and isinstance(change.old, tuple):
        return isinstance(change.new, tuple) and change.new[: len(change.old)] == change.old
    if change.field != "links" or not isinstance(change.new, tuple):
        return False
    gone, come = _gone_and_come(change.old, change.new)
    return not gone and all(isinstance(link, Link) and link.kind in _DESCENT for link in come)


def _counts(changes: Sequence[Change]) -> str:
    counts = Counter(type(change) for change in changes)
    parts = [f"{counts[kind]} {word}" for kind, word in _KINDS if counts[kind]]
    fields = counts[Changed]
    if fields:
        parts.append(f"{fields} field{'' if fields == 1 else 's'} changed")
    return ", ".join(parts) or "no changes"


def _place(change: Change) -> str:
    if isinstance(change, Added | Split):
        return _code(change.after)
    if isinstance(change, Removed | Merged):
        return _code(change.before)
    # Both codes, because one alone may be the old one of another action.
    before, after = _code(change.before), _code(change.after)
    return after if before == after else f"{before} -> {after}"


def _code(ref: ActionRef | PlanRef) -> str:
    return "plan" if isinstance(ref, PlanRef) else str(ref.code)


def _what(change: Change, plan: ActionPlan | None) -> str:
    match change:
        case Added(action=action):
            what = _with_title("added", action)
        case Removed(action=action):
            what = _with_title("removed", action)
        case Merged(after=after, action=action):
            what = _with_title(f"merged into {_code(after)}", action)
        case Split(before=before, action=action):
            what = _with_title(f"split off from {_code(before)}", action)
        case Renumbered(by=PairedBy.TITLE, confidence=confidence):
            what = f"renumbered (by title, confidence {confidence:.2f})"
        case Renumbered():
            what = "renumbered"
        case Changed(field=field, old=old, new=new):
            what = f"{field}: {value_change(old, new)}"
        case Moved(was=was, place=place):
            what = f"moved: {_stand(was, place, plan)}"
    return what


def _stand(was: int, place: int, plan: ActionPlan | None) -> str:
    # A place alone tells little where others were added or removed before it.
    if plan is None:
        return f"place {was + 1} -> {place + 1}"
    return f"behind {plan.actions[place - 1].code}" if place else "in front of all"


def _with_title(what: str, action: Action) -> str:
    title = shortened(action.title)
    return f"{what}: {title}" if title else what


def _gone_and_come(old: object, new: object) -> tuple[list[object], list[object]]:
    olds = old if isinstance(old, tuple) else ()
    news = new if isinstance(new, tuple) else ()
    gone, come = Counter(olds), Counter(news)
    return list((gone - come).elements()), list((come - gone).elements())
