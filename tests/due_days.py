"""What a calendar of plans has to show, worked out from their deadlines and not by the exporter."""

import datetime as dt
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring
from customs_coop.formats.calendars import stable_uid
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, Indicator, Status

__all__ = ["Due", "alone", "due", "found", "shown"]


@attrs.frozen(order=True)
class Due:
    """One thing that a calendar shows.

    Args:
        uid: Its identifier.
        summary: Its line.
        day: The last acceptable day, as in "2012-06-30", or empty.
    """

    uid: str
    summary: str
    day: str

    @property
    def shown(self) -> tuple[str, str]:
        """What is left where a program does not tell identifiers."""
        return self.summary, self.day


def due(dossier: Dossier, profile: str) -> list[Due]:
    """All that is due, sorted.

    Args:
        dossier: The dossier; none of its actions came from another plan.
        profile: "events", which have a day, or "tasks".
    """
    is_shared = _shares(dossier)
    found = [one for plan in dossier.plans for one in _of_plan(plan, profile, is_shared=is_shared)]
    assert len({one.uid for one in found}) == len(found) > 0
    assert all(str(uuid.UUID(one.uid)) == one.uid for one in found)
    return sorted(one for one in found if one.day or profile == "tasks")


def alone(dossier: Dossier) -> tuple[ActionRef, Due]:
    """The first open action of a dossier that has a single task, and that task."""
    for plan in dossier.plans:
        for action in plan:
            only = attrs.evolve(plan, actions=[action])
            times = [*_of_plan(only, "tasks", is_shared=_shares(dossier))]
            if len(times) == 1 and action.status is Status.OPEN:
                return plan.ref(action), times[0]
    raise LookupError("each action has several tasks")


def found(rows: Iterable[Sequence[str]]) -> list[Due]:
    """What a program tells as identifier, summary and day, sorted."""
    return sorted(Due(*row) for row in rows)


def shown(listed: Iterable[Due]) -> list[tuple[str, str]]:
    """Summaries and days, sorted: a rule has one identifier for all its rounds."""
    return sorted(one.shown for one in listed)


def _shares(dossier: Dossier) -> bool:
    """Whether two plans have a code in common, so that lines name the plan."""
    codes = Counter(code for plan in dossier.plans for code in {str(it.code) for it in plan})
    return max(codes.values()) > 1


def _of_plan(plan: ActionPlan, profile: str, *, is_shared: bool) -> Iterator[Due]:
    for action in plan:
        assert action.origin is None
        title = _part(action.title)
        code = f"{plan.id}/{action.code}" if is_shared else f"{action.code}"
        code += "" if "." in f"{action.code}" else ":"
        listed = [*_of_action(plan, action, code, title, profile)]
        days = Counter(one.shown for one, _ in listed)
        # Two deadlines of an action that meet on a day, or of which one has none, have their words
        # in every round.
        meet = {summary for (summary, _), times in days.items() if times > 1}
        meet |= {
            one.summary
            for one, words in listed
            for other, others in listed
            if not one.day and one.summary == other.summary and words != others
        }
        for one, deadline in listed:
            if one.summary in meet:
                assert one.summary == _line(f"{code} {action.title}")
                yield attrs.evolve(one, summary=f"{code} {deadline} – {title}")
            else:
                yield one


def _of_action(
    plan: ActionPlan, action: Action, code: str, title: str, profile: str
) -> Iterator[tuple[Due, str]]:
    origin, line = f"{plan.id}/{action.code}", _line(f"{code} {action.title}")
    if action.deadlines or not action.indicators:
        yield from _times(origin, line, action, plan.period, profile)
    for number, indicator in enumerate(action.indicators, 1):
        assert indicator.origin is None
        words = _part(indicator.text, *(one.text for one in indicator.deadlines))
        same = not words or words.casefold() == title.casefold()
        parts = f"{words} – {title}" if title else words
        whole = line if same else f"{code} {parts}"
        yield from _times(f"{origin} indicator {number}", whole, indicator, plan.period, profile)


def _times(
    origin: str, summary: str, one: Action | Indicator, period: Period | None, profile: str
) -> Iterator[tuple[Due, str]]:
    for place, deadline in enumerate(one.deadlines or [None]):
        for key, day in _days(deadline, period):
            uid = stable_uid(f"{origin}/{place}/{key}/{profile}")
            shown = "" if day is None else day.isoformat()
            yield Due(uid, summary, shown), "" if deadline is None else _line(deadline.text)


def _days(deadline: Deadline | None, period: Period | None) -> list[tuple[str, dt.date | None]]:
    if isinstance(deadline, Recurring) and period is not None:
        rounds = deadline.last_days(within=period)
        assert deadline.first is deadline.until is None
        if rounds:
            return [(day.isoformat(), day) for day in rounds]
    return [("", None if deadline is None else deadline.latest)]


def _part(text: str, *deadlines: str) -> str:
    line = _line(text)
    for one in deadlines:
        # The entry stands on the day of what is printed under a label at the end.
        label = rf"[. ]*(?:(?<=\.) Report d|\bD)eadline:{{0,2}} {re.escape(_line(one))}\.?$"
        line = re.sub(label, "", line)
    return line[:-1].rstrip() if line.endswith(".") and not line.endswith("..") else line


def _line(text: str) -> str:
    # A calendar cannot hold this character.
    return " ".join(text.replace("\x00", "\ufffd").split())
