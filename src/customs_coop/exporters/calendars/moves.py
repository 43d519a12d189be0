"""Deadlines of which a dossier records that they were changed."""

import datetime as dt
from collections.abc import Iterator

from customs_coop.model import (
    ActionRef,
    DeadlineChange,
    Dossier,
    IndicatorRef,
    LinkKind,
    Obligation,
    Subject,
)
from customs_coop.monitoring import recorded_subject

__all__ = ["Moves"]

_WITHIN = (LinkKind.MERGED_FROM, LinkKind.SPLIT_FROM)


class Moves:
    """The recorded changes of deadlines, by what they are about.

    Args:
        dossier: The dossier.

    Example:
        >>> from customs_coop.deadline import By
        >>> place = ActionRef("AP1", "5.1")
        >>> change = DeadlineChange(subject=place, old=None, new=By("2006-03-31"), on="2005-11-02")
        >>> moves = Moves(Dossier(deadline_changes=[change]))
        >>> [str(moves.day_of(one)) for one in moves.of_action(place)]
        ['2005-11-02']
    """

    def __init__(self, dossier: Dossier) -> None:
        self._days = {one.reference: one.date for one in dossier.documents if one.date is not None}
        self._by_action: dict[ActionRef, list[DeadlineChange]] = {}
        self._by_subject: dict[Subject, list[DeadlineChange]] = {}
        for change in dossier.deadline_changes:
            subject = change.subject
            self._by_subject.setdefault(subject, []).append(change)
            whole = subject.action if isinstance(subject, IndicatorRef) else subject
            if isinstance(whole, ActionRef):
                self._by_action.setdefault(whole, []).append(change)
        self._former = _with_gone(dossier) if self._by_action else {}

    def of_action(self, here: ActionRef) -> tuple[DeadlineChange, ...]:
        """The changes of an action and its indicators, and of those of which it was made.

        Args:
            here: Its address; other addresses count that it had in the same plan.
        """
        if not self._by_action:
            return ()
        places = [here]
        for place in places:  # grows while it is read
            places += [one for one in self._former.get(place, ()) if one not in places]
        return tuple([one for place in places for one in self._by_action.get(place, ())])

    def of_duty(self, duty: Obligation) -> tuple[DeadlineChange, ...]:
        """The changes of an obligation, and of others that are recorded in the same way.

        Args:
            duty: The obligation; see `monitoring.anchor_event` for what its changes are called.
        """
        subject = recorded_subject(duty)
        if isinstance(subject, ActionRef):
            return self.of_action(subject)
        return () if subject is None else tuple(self._by_subject.get(subject, ()))

    def day_of(self, change: DeadlineChange) -> dt.date | None:
        """The day of a change, or of the document that says so where that is later.

        Args:
            change: The change; of a document without a date, the year of its number counts.
        """
        known = [] if change.on is None else [change.on]
        number = change.document
        if number is not None:
            known.append(self._days.get(number) or dt.date(number.year, 1, 1))
        return max(known, default=None)


def _former_places(dossier: Dossier) -> Iterator[tuple[ActionRef, tuple[ActionRef, ...]]]:
    """Other addresses in the same plan at which an action, or what it is made of, was."""
    for plan in dossier.plans:
        for action in plan:
            found = [ActionRef(plan.id, alias) for alias in action.aliases]
            found += [
                link.target
                for link in action.links
                if link.kind in _WITHIN
                and isinstance(link.target, ActionRef)
                and link.target.plan == plan.id
            ]
            if found:
                yield plan.ref(action), tuple(dict.fromkeys(found))


def _with_gone(dossier: Dossier) -> dict[ActionRef, tuple[ActionRef, ...]]:
    """The same by address; a row that is gone has those of the rows that took it in."""
    found = dict(_former_places(dossier))
    rows = {plan.ref(action) for plan in dossier.plans for action in plan}
    for taken in [*found.values()]:
        for place in taken:
            if place not in rows:
                found[place] = (*found.get(place, ()), *taken)
    return found
