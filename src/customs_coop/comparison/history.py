"""The revisions of one plan: what held when, and which document brought each value in."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from customs_coop.comparison.asking import meant, not_understood
from customs_coop.comparison.difference import (
    ACTION_FIELDS,
    PLAN_FIELDS,
    PlanDiff,
    difference_of,
)
from customs_coop.comparison.introductions import Blame, Introduction, PlanVersion, Slip
from customs_coop.comparison.pairs import Pairs, pair_actions
from customs_coop.comparison.sequence import in_order, revision_of
from customs_coop.comparison.slips import slips_between
from customs_coop.dates import PartialDate
from customs_coop.errors import InvalidValueError, UnknownActionError, UnknownRevisionError
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Code,
    DeadlineChange,
    Dossier,
    IndicatorRef,
    PlanRef,
)
from customs_coop.model.fields import as_code, plural
from customs_coop.references import DocumentNumber

__all__ = ["History"]


def _revisions(value: Iterable[PlanVersion]) -> tuple[PlanVersion, ...]:
    return plural(value, "revisions", PlanVersion)


@attrs.frozen
class History:
    """The revisions of one plan, in order.

    Actions keep their history where they were renumbered: from one revision to the next they
    are paired as `diff` pairs them.

    Args:
        revisions: The revisions, the oldest first; at least one, all of one plan.

    Example:
        >>> from customs_coop.model import Action
        >>> first = ActionPlan(
        ...     id="AP1",
        ...     title="Plan",
        ...     document=DocumentNumber(11111, 2004),
        ...     actions=[Action(code="5.1", title="Train officers")],
        ... )
        >>> second = attrs.evolve(
        ...     first,
        ...     document=DocumentNumber(11111, 2004, revision=1),
        ...     actions=[Action(code="5.1", title="Train officers", priority="High")],
        ... )
        >>> history = History.of([second, first])
        >>> print(history)
        AP1: 2 revisions
          11111/04
          11111/1/04 REV 1
        >>> history.as_of("11111/04")["5.1"].priority is None
        True
        >>> print(history.introduced("5.1", "priority"))
        AP1/5.1 priority: High (11111/1/04 REV 1)
    """

    revisions: tuple[PlanVersion, ...] = attrs.field(converter=_revisions)

    def __attrs_post_init__(self) -> None:
        if not self.revisions:
            raise InvalidValueError("a history has at least one revision")
        ids = dict.fromkeys(revision.plan.id for revision in self.revisions)
        if len(ids) > 1:
            raise InvalidValueError(f"a history is that of one plan, not of {', '.join(ids)}")
        dated = [revision for revision in self.revisions if revision.date is not None]
        for one, other in pairwise(dated):
            # Both have a day; a checker does not see it.
            if (one.date or dt.date.min) > (other.date or dt.date.min):
                raise InvalidValueError(
                    f"the revisions are not in order: {one} stands before {other};"
                    " History.of puts them in order where each has a day"
                )

    @classmethod
    def of(cls, subjects: Iterable[ActionPlan | Dossier]) -> "History":
        """Put the revisions of a plan in order.

        They are ordered by the days of their documents where every one has a day (a dossier
        has it in its documents), else by the numbers of the documents: year, number, revision.
        Where none has a day or a number, they stay as they are given.

        Args:
            subjects: Plans, or dossiers with one plan each.

        Raises:
            InvalidValueError: There is none; they are of several plans; the order cannot be
                told, because only some have a document, or because the numbers go against the
                days that are known; or one document has two plans that are not equal.
            TypeError: One is neither a plan nor a dossier.
            UnknownPlanError: A dossier does not have exactly one plan.
        """
        return cls(tuple(in_order([revision_of(subject) for subject in subjects])))

    def __iter__(self) -> Iterator[PlanVersion]:
        return iter(self.revisions)

    def __len__(self) -> int:
        return len(self.revisions)

    def __str__(self) -> str:
        count = len(self.revisions)
        headline = f"{self.revisions[0].plan.id}: {count} revision{'' if count == 1 else 's'}"
        return "\n".join([headline, *(f"  {revision}" for revision in self.revisions)])

    def as_of(self, when: DocumentNumber | PartialDate | dt.date | str) -> ActionPlan:
        """The plan as a document printed it, or as it held on a day.

        Args:
            when: The number of a document; or a day, for which the last revision of that day or
                before it is given; or either as text, such as "14680/05" or "2005-11-30".

        Raises:
            UnknownRevisionError: No revision is of that document; none is as old as that day;
                the time is not a day, and the plan was revised in it; or revisions have no
                days. The revisions that there are are listed.

        Example:
            >>> plan = ActionPlan(id="AP1", title="Plan", document=DocumentNumber(11111, 2004))
            >>> History.of([plan]).as_of("11111/2/04 REV 2")
            Traceback (most recent call last):
            ...
            customs_coop.errors.UnknownRevisionError: no revision is 11111/2/04 REV 2; there are
              11111/04
        """
        return self.revisions[self._number(when)].plan

    def changes_between(
        self,
        old: DocumentNumber | PartialDate | dt.date | str,
        new: DocumentNumber | PartialDate | dt.date | str,
    ) -> PlanDiff:
        """What has changed from one revision to another, also over several revisions.

        An action that was renumbered more than once is the same one throughout.

        Args:
            old: The old revision, as in `as_of`.
            new: The new one; it may be the older of the two.

        Raises:
            UnknownRevisionError: There is no such revision.
        """
        start, end = self._number(old), self._number(new)
        before, after = self.revisions[start].plan, self.revisions[end].plan
        if abs(end - start) <= 1 or start > end:
            return difference_of(before, after, pair_actions(before, after))
        return difference_of(before, after, _composed(self._steps[start:end]))

    def introduced(self, code: Code | str | None, field: str) -> Introduction:
        """Which document brought in the value that a field has in the last revision.

        Args:
            code: The code of the action in the last revision, or an alias of it; None for a
                field of the plan itself, such as "period".
            field: The name of the field, such as "priority".

        Raises:
            UnknownActionError: The last revision has no such action; where one was removed, the
                message names the document.
            InvalidValueError: Actions, or plans, have no such field.
        """
        known = PLAN_FIELDS if code is None else ("code", *ACTION_FIELDS)
        if field not in known:
            from difflib import get_close_matches  # only where something is wrong

            whose = "plans" if code is None else "actions"
            near = get_close_matches(field, known, n=1)
            meant = f"; did you mean {near[0]}?" if near else ""
            names = ", ".join(known)
            raise InvalidValueError(
                f"{whose} have no field {field!r}{meant or f'; they have {names}'}"
            )
        last = self.revisions[-1].plan
        at = None if code is None else self._place(code)
        value: object = getattr(last if at is None else last.actions[at], field)
        ref = PlanRef(last.id) if at is None else last.ref(last.actions[at])
        number, old = len(self.revisions) - 1, None
        while number:
            plan = self.revisions[number - 1].plan
            before = None if at is None else self._steps[number - 1].olds.get(at)
            if at is not None and before is None:
                break
            there: object = getattr(plan if before is None else plan.actions[before], field)
            if there != value:
                old = there
                break
            number, at = number - 1, before
        return Introduction(
            action=ref,
            field=field,
            value=value,
            revision=self.revisions[number],
            old=old,
            number=number,
        )

    def blame(self, code: Code | str | None) -> Blame:
        """Which document brought in each value of an action.

        Args:
            code: The code of the action in the last revision, or an alias of it; None for the
                plan itself.

        Returns:
            A row for each field that is filled, or was emptied by a revision.

        Raises:
            UnknownActionError: As in `introduced`.
        """
        last = self.revisions[-1].plan
        names = PLAN_FIELDS if code is None else ("code", *ACTION_FIELDS)
        found = [self.introduced(code, name) for name in names]
        return Blame(
            action=PlanRef(last.id) if code is None else last.ref(last[code]),
            introductions=tuple(
                one for one in found if one.value not in (None, "", ()) or one.old is not None
            ),
        )

    def removed(self, code: Code | str) -> PlanVersion:
        """The revision that no longer has an action which the one before it has.

        Args:
            code: The code of the action in the last revision that has it.

        Raises:
            UnknownActionError: No revision removed an action of that code.
        """
        wanted = as_code(code)
        for number in reversed(range(len(self._steps))):
            stay = set(self._steps[number].olds.values())
            for at, action in enumerate(self.revisions[number].plan.actions):
                if at not in stay and action.code == wanted:
                    return self.revisions[number + 1]
        raise UnknownActionError(f"no revision of {self.revisions[0].plan.id} removed {wanted}")

    def _place(self, code: Code | str) -> int:
        """The position of an action in the last revision."""
        last = self.revisions[-1].plan
        try:
            action = last[code]
        except UnknownActionError as error:
            try:
                gone = self.removed(code)
            except UnknownActionError:
                raise error from None
            message = f"plan {last.id} has no action {code}: {gone} removed it"
            raise UnknownActionError(message) from None
        return next(at for at, one in enumerate(last.actions) if one is action)

    def slippage(self) -> tuple[Slip, ...]:
        """Every deadline that a revision changed, by revision and in the order of the plan.

        Deadlines that came with a new action, or went with one, are not among them; nor are those
        that came unchanged from an action that was merged into another, or went to one split off.
        """
        return tuple(
            slip
            for number, step in enumerate(self._steps)
            for slip in slips_between(self.revisions[number], self.revisions[number + 1], step)
        )

    def deadline_changes(
        self, reasons: Mapping[ActionRef | IndicatorRef | str, str] | None = None
    ) -> tuple[DeadlineChange, ...]:
        """The deadlines of `slippage` as a dossier records them, each with its reason.

        Args:
            reasons: Why deadlines were changed, by the address of the action, or of the
                indicator, which goes before that of its action; also as text, such as "AP1/5.1"
                or "AP1/5.1 indicator 2".

        Raises:
            InvalidValueError: A reason is given for what did not slip.

        Example:
            >>> from customs_coop.deadline import By
            >>> from customs_coop.model import Action
            >>> plans = [
            ...     ActionPlan(
            ...         id="AP1",
            ...         title="",
            ...         document=DocumentNumber(11111, 2004, revision=revision),
            ...         actions=[Action(code="5.1", title="Train", deadlines=[deadline])],
            ...     )
            ...     for revision, deadline in ((None, By("2006-03-31")), (1, By("2006-07-31")))
            ... ]
            >>> (one,) = History.of(plans).deadline_changes({"AP1/5.1": "the group began late"})
            >>> one.days, one.reason, str(one.document)
            (122, 'the group began late', '11111/1/04 REV 1')
        """
        given = {str(subject): reason for subject, reason in (reasons or {}).items()}
        slips = self.slippage()
        known = {str(subject) for one in slips for subject in (one.subject, one.action)}
        for subject in given:
            if subject not in known:
                told = ", ".join(dict.fromkeys(str(one.subject) for one in slips)) or "nothing"
                raise InvalidValueError(
                    f"no deadline of {subject} was changed; what was changed is {told}"
                )
        return tuple(
            one.as_change(given.get(str(one.subject), given.get(str(one.action), "")))
            for one in slips
        )

    @functools.cached_property
    def _steps(self) -> tuple[Pairs, ...]:
        """The pairs of each revision with the one before it."""
        plans = [revision.plan for revision in self.revisions]
        return tuple(pair_actions(one, other) for one, other in pairwise(plans))

    def _number(self, when: DocumentNumber | PartialDate | dt.date | str) -> int:
        document, day = meant(when)
        if document is not None:
            for number, revision in enumerate(self.revisions):
                if revision.document == document:
                    return number
        if day is None:
            raise self._unknown(not_understood(document, when))
        bare = [str(revision) for revision in self.revisions if revision.date is None]
        if bare:
            names, have = ", ".join(bare), "has" if len(bare) == 1 else "have"
            raise self._unknown(f"{names} {have} no day; name a document")
        found = [at for at, one in enumerate(self.revisions) if one.date and one.date <= day.latest]
        if not found:
            raise self._unknown(f"no revision is as old as {when}")
        date = self.revisions[found[-1]].date
        if date is not None and date > day.earliest:
            raise self._unknown(f"the plan was revised in {when}; name a day or a document")
        return found[-1]

    def _unknown(self, message: str) -> UnknownRevisionError:
        listed = "".join(f"\n  {revision}" for revision in self.revisions)
        return UnknownRevisionError(f"{message}; there are{listed}")


def _composed(steps: Sequence[Pairs]) -> Pairs:
    """The pairs of the first revision with the last; the least sure step speaks for all."""
    olds, signs = dict(steps[-1].olds), dict(steps[-1].signs)
    for step in reversed(steps[:-1]):
        for place, middle in list(olds.items()):
            if middle not in step.olds:
                del olds[place]
                signs.pop(place, None)
                continue
            olds[place] = step.olds[middle]
            if middle in step.signs:
                sign = step.signs[middle]
                if place not in signs or sign[1] < signs[place][1]:
                    signs[place] = sign
    return Pairs(olds, signs)
