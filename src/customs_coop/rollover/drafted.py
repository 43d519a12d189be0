"""What the draft has already: actions that say which actions of the old plan they go on with."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.model import Action, ActionPlan, ActionRef, Link, LinkKind
from customs_coop.rollover.dispositions import Complete, Defer, Disposition, Drop, MergeInto
from customs_coop.rollover.settling import folded
from customs_coop.rollover.whereabouts import repeated_codes

__all__ = ["Drafted", "find_drafted"]

_DESCENT: Final = frozenset({LinkKind.CONTINUES, LinkKind.SPLIT_FROM, LinkKind.MERGED_FROM})
_ENDS: Final = (Complete, Defer, Drop)


@attrs.frozen(kw_only=True)
class Drafted:
    """Actions of the draft by the positions of the old actions that they go on with.

    Args:
        continuing: Those that continue an old action, or are the first part of one.
        parts: Those that are a part of an old action.
        merging: Those into which an old action went.
    """

    continuing: dict[int, list[Action]] = attrs.field(factory=dict)
    parts: dict[int, list[Action]] = attrs.field(factory=dict)
    merging: dict[int, list[Action]] = attrs.field(factory=dict)

    def __bool__(self) -> bool:
        return bool(self.continuing or self.parts or self.merging)

    def claimants(self, position: int) -> tuple[Action, ...]:
        """All that go on with one old action; where none is it, those that it went into."""
        found = [*self.continuing.get(position, ()), *self.parts.get(position, ())]
        found = found or self.merging.get(position, [])
        return tuple({id(action): action for action in found}.values())


def find_drafted(
    plan: ActionPlan,
    into: ActionPlan,
    positions: Mapping[str, int],
    dispositions: Sequence[Disposition] = (),
) -> Drafted:
    """Find the actions of the draft that go on with actions of the old plan.

    A rolled-over action says by its last appearance where it stood; its older links of descent
    are history. Other actions say it by a link: "continues", "split from", "merged from".

    Args:
        plan: The old plan.
        into: The draft.
        positions: The positions of the old actions, by code and alias.
        dispositions: What was decided on each old action, as far as it is known: of two with one
            code and one title, that which goes on is meant.
    """
    drafted = Drafted()
    if not into.actions:
        return drafted
    claims = _Claims(plan, positions, dispositions)
    for action in into.actions:
        links = [
            link
            for link in action.links
            if link.kind in _DESCENT
            and isinstance(link.target, ActionRef)
            and link.target.plan == plan.id
            and link.target.code.text in positions
        ]
        last = action.earlier[-1] if action.earlier else None
        part_of = [link for link in links if link.kind is LinkKind.SPLIT_FROM]
        claimed: list[int] = []
        if (
            last is not None
            and isinstance(last.action, ActionRef)
            and last.action.plan == plan.id
            and last.action.code.text in positions
        ):
            claimed = [claims.continued(last.action.code.text, last.title)]
            drafted.continuing.setdefault(claimed[0], []).append(action)
        elif part_of:
            # The last one: a part that was filled in may have had a history of its own.
            claimed = [claims.split(_code(part_of[-1]), part_of[-1].text)]
            drafted.parts.setdefault(claimed[0], []).append(action)
        else:
            codes = [_code(link) for link in links if link.kind is LinkKind.CONTINUES]
            claimed = [claims.continued(code, action.title) for code in dict.fromkeys(codes)]
            for position in claimed:
                drafted.continuing.setdefault(position, []).append(action)
        merged = [link for link in links if link.kind is LinkKind.MERGED_FROM]
        for position in claims.merged(merged, claimed):
            drafted.merging.setdefault(position, []).append(action)
    return drafted


def _code(link: Link) -> str:
    target = link.target
    return target.code.text if isinstance(target, ActionRef) else ""


class _Claims:
    """Which old action is meant by a code that may stand twice: the title tells, else the order.

    Args:
        plan: The old plan.
        positions: The positions of its actions, by code and alias.
        dispositions: What was decided on each of them; empty where nothing is decided yet.
    """

    def __init__(
        self, plan: ActionPlan, positions: Mapping[str, int], dispositions: Sequence[Disposition]
    ) -> None:
        self._plan = plan
        self._positions = positions
        self._dispositions = dispositions
        self._repeated = repeated_codes(plan)
        self._taken: dict[int, None] = {}  # in the order in which they were claimed

    def continued(self, code: str, title: str) -> int:
        """The position of the next action of that code that nothing continues yet."""
        alike = self._alike(code, title)
        position = next((one for one in alike if one not in self._taken), alike[0])
        self._taken[position] = None
        return position

    def split(self, code: str, title: str) -> int:
        """The position of the action that a part belongs to: its first part stands before it."""
        alike = self._alike(code, title)
        return next((one for one in reversed(self._taken) if one in alike), alike[0])

    def merged(self, links: Iterable[Link], claimed: Sequence[int]) -> list[int]:
        """The positions of the actions that are in a row, without what these say themselves.

        A row that was carried has the links of its old action, too, and a merged one those of
        all: "merged from" may have been there before.
        """
        found = {link: self._alike(_code(link), link.text) for link in links}
        if not found:
            return []
        sources = dict.fromkeys([*claimed, *(one for alike in found.values() for one in alike)])
        before = {link for one in sources for link in self._plan.actions[one].links}
        return list(
            dict.fromkeys(
                one
                for link, alike in found.items()
                if link not in before
                for one in self._merged(alike)
            )
        )

    def _alike(self, code: str, title: str) -> Sequence[int]:
        """The positions of a code, those with that title alone where there are any.

        Those that go on come first: what ended left nothing that could be in the draft.
        """
        places = self._repeated.get(code)
        if places is None:
            return (self._positions[code],)
        words = folded(title)
        alike = [one for one in places if folded(self._plan.actions[one].title) == words]
        return sorted(alike or places, key=self._ends) if self._dispositions else alike or places

    def _ends(self, position: int) -> int:
        """How little of an action can be in the draft: it goes on itself, in another, or not."""
        disposition = self._dispositions[position]
        return 2 if isinstance(disposition, _ENDS) else int(isinstance(disposition, MergeInto))

    def _merged(self, places: Sequence[int]) -> Sequence[int]:
        """Those that are merged, where it is known of any."""
        known = self._dispositions
        return [one for one in places if known and isinstance(known[one], MergeInto)] or places
