"""Links of carried actions, which follow what they point at into the new plan."""

from collections.abc import Iterator, Sequence
from typing import Final

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import ActionRef, Link, LinkKind
from customs_coop.references import ActionCitation
from customs_coop.rollover.whereabouts import Whereabouts

__all__ = ["HISTORY", "WAITING", "about_links", "relinked", "relinked_in_draft"]

HISTORY: Final = frozenset(
    {LinkKind.CONTINUES, LinkKind.MERGED_FROM, LinkKind.SPLIT_FROM, LinkKind.SUPERSEDES}
)
"""Links that tell of the past: they stay with the old plan."""

WAITING: Final = frozenset({LinkKind.DEPENDS_ON, LinkKind.AWAITS})
"""Links to what has to come first."""


def relinked(
    links: Sequence[Link], *, here: ActionRef, whereabouts: Whereabouts
) -> tuple[Link, ...]:
    """Point links at the successors of what they pointed at.

    A link to an action without a successor stays, and so does one that tells of the past
    ("continues", "merged from"). A link to an action that was split becomes one to each part.
    A link that would point at its own action, because the two were merged, stays as well.

    A code without its plan means the plan that prints it. What stays of such links names the
    old plan from then on, because the new one may give that code to another action.

    Args:
        links: The links of an action.
        here: The address of that action in the new plan.
        whereabouts: Where everything of the old plan went.

    Returns:
        The links, none of them twice.
    """
    found: dict[Link, None] = {}
    for link in links:
        target = link.target
        code = whereabouts.code_of(target)
        moved: Sequence[ActionRef] = ()
        if code is not None and link.kind not in HISTORY:
            moved = [ref for ref in whereabouts.there(code) if ref != here]
        for ref in moved:
            found[_at(link, ref)] = None
        if moved:
            continue
        if (
            code is not None
            and isinstance(target, ActionCitation)
            and target.plan is None
            and (whereabouts.is_known(code) or code in whereabouts.codes)
        ):
            link = _at(link, ActionRef(whereabouts.plan.id, code))  # noqa: PLW2901 - the same link
        found[link] = None
    return tuple(found)


def relinked_in_draft(
    links: Sequence[Link], *, here: ActionRef, whereabouts: Whereabouts
) -> tuple[Link, ...]:
    """Point what an action of the draft waits for at its successors.

    All its other links stay as their author set them, and so do those without a successor.
    """
    found: dict[Link, None] = {}
    for link in links:
        moved = [link]
        if _is_waiting(link, in_draft=True):
            code = whereabouts.code_of(link.target)
            if code is not None:
                refs = [ref for ref in whereabouts.there(code) if ref != here]
                moved = [_at(link, ref) for ref in refs] or moved
        found.update(dict.fromkeys(moved))
    return tuple(found)


def about_links(
    links: Sequence[Link],
    *,
    here: ActionRef,
    whereabouts: Whereabouts,
    in_draft: bool = False,
) -> Iterator[Diagnostic]:
    """Tell what an action waits for that was given up, went into it, or cannot be told apart.

    Args:
        links: The links of the action, as they were in the old plan or in the draft.
        here: The address of the action in the new plan.
        whereabouts: Where everything of the old plan went.
        in_draft: The action stands in the draft, so that a code alone means the new plan.
    """
    subject = str(here)
    for link in links:
        code = whereabouts.code_of(link.target)
        if code is None or link.kind in HISTORY:
            continue
        address = f"{whereabouts.plan.id}/{code}"
        waits = _is_waiting(link, in_draft=in_draft)
        if code in whereabouts.repeated and (waits or not in_draft):
            there = ", ".join(map(str, whereabouts.there(code))) or "none of them goes on"
            message = f"it {link.kind.value} {address}, and that code stands twice: {there}"
            yield diagnose("CC628", message, subject=subject)
        if not waits:
            continue
        end = whereabouts.end(code)
        if end is not None:
            message = f"it {link.kind.value} {address}, which is {end.word}"
            yield diagnose("CC601", message, subject=subject)
        elif whereabouts.there(code) == (here,):
            message = f"it {link.kind.value} {address}, which is now {here} itself"
            yield diagnose("CC627", message, subject=subject)


def _is_waiting(link: Link, *, in_draft: bool) -> bool:
    target = link.target
    means_draft = in_draft and isinstance(target, ActionCitation) and target.plan is None
    return link.kind in WAITING and not means_draft


def _at(link: Link, target: ActionRef) -> Link:
    return Link(kind=link.kind, target=target, text=link.text, inferred=link.inferred)
