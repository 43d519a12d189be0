"""The parts of an action that was split, and what none of them has."""

from collections.abc import Iterator, Sequence

import attrs

from customs_coop.deadline import Deadline
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.model import (
    Action,
    ActionRef,
    Indicator,
    IndicatorRef,
    Involvement,
    Link,
    Status,
)
from customs_coop.rollover.copying import with_first_places, with_origins
from customs_coop.rollover.dispositions import Complete, Defer, Drop, SplitInto
from customs_coop.rollover.inheritance import inherited
from customs_coop.rollover.relinking import HISTORY
from customs_coop.rollover.settling import Settlement, completed, folded, settled_action

__all__ = ["about_split", "lost_words", "parts_of"]


def parts_of(
    old: Action,
    disposition: SplitInto,
    settlement: Settlement,
    places: Sequence[IndicatorRef],
    here: ActionRef,
) -> list[Action]:
    """The actions that one is split into, still with the code of the old one.

    What was given as a title gets its fields from the old action. What was given as an action
    stays as it was written, but for its indicators that are marked as done, and for its links:
    those of the old action that no part has go to the first one, and what tells of its past
    belongs to the first one alone.

    An indicator that goes on in a part keeps its origin there, and so do deadlines; a further copy
    of one, and what the old action does not have, is new.

    Args:
        old: The action.
        disposition: What it is split into.
        settlement: What was decided on its indicators and deadlines.
        places: Where each of its indicators first stood.
        here: Its address.
    """
    done = {
        folded(old.indicators[place].text): end
        for place, end in settlement.indicators.items()
        if isinstance(end, Complete)
    }
    known = with_first_places(old, places, here)
    kept = settled_action(known, settlement, here)
    heritage = inherited(old, known, disposition, settlement, here)
    parts = []
    for number, (part, heir) in enumerate(zip(disposition.parts, heritage, strict=True)):
        if isinstance(part, Action):
            indicators = [
                attrs.evolve(
                    completed(one, done[folded(one.text)]) if folded(one.text) in done else one,
                    deadline_origins=told,
                )
                for one, told in zip(part.indicators, heir.of_indicators, strict=True)
            ]
            area = old.work_area if part.work_area is None else part.work_area
            parts.append(
                with_origins(
                    attrs.evolve(
                        _in_time(attrs.evolve(part, indicators=indicators), old, settlement),
                        code=old.code,
                        work_area=area,
                        deadline_origins=heir.deadlines,
                        links=_first_links(old, disposition)
                        if number == 0
                        else _further(old, part),
                    ),
                    heir.indicators,
                )
            )
        elif number == 0:
            parts.append(attrs.evolve(kept, title=part))
        else:
            parts.append(
                Action(
                    code=old.code,
                    title=part,
                    work_area=old.work_area,
                    objectives=old.objectives,
                    priority=old.priority,
                    status=old.status,
                    status_text=old.status_text,
                    involved=old.involved,
                )
            )
    return parts


def _in_time(part: Action, old: Action, settlement: Settlement) -> Action:
    """A part that was given as an action, with the new times of what it has of the old one."""
    if not settlement.indicator_times and not settlement.milestone_times:
        return part
    given: dict[str, dict[str, Deadline]] = {}
    first: dict[str, Deadline] = {}
    for place, times in settlement.indicator_times.items():
        item = old.indicators[place]
        words = folded(item.text)
        for at, new in times.deadlines.items():
            if item.deadlines:
                given.setdefault(words, {})[folded(item.deadlines[at].text)] = new
            else:
                first[words] = new
    own = {
        folded(old.deadlines[place].text): times.deadlines[0]
        for place, times in settlement.milestone_times.items()
    }
    indicators = []
    for one in part.indicators:
        words = folded(one.text)
        there = given.get(words, {})
        deadlines = [there.get(folded(time.text), time) for time in one.deadlines]
        if words in first and not deadlines:
            deadlines = [first[words]]
        indicators.append(attrs.evolve(one, deadlines=deadlines))
    return attrs.evolve(
        part,
        indicators=indicators,
        deadlines=[own.get(folded(time.text), time) for time in part.deadlines],
    )


def _first_links(old: Action, disposition: SplitInto) -> tuple[Link, ...]:
    """The links of the first part: its own, and those of the old action that no part has."""
    parts = [part for part in disposition.parts if isinstance(part, Action)]
    own = {(link.kind, link.target) for link in parts[0].links}
    has = own | {
        (link.kind, link.target)
        for part in parts[1:]
        for link in part.links
        if link.kind not in HISTORY
    }
    left = [link for link in old.links if (link.kind, link.target) not in has]
    return (*parts[0].links, *left)


def _further(old: Action, part: Action) -> tuple[Link, ...]:
    """The links of a further part, without the past of the old action: it starts anew."""
    past = {(link.kind, link.target) for link in old.links if link.kind in HISTORY}
    return tuple([link for link in part.links if (link.kind, link.target) not in past])


def lost_words(old: Action, parts: Sequence[Action]) -> Iterator[tuple[str, str]]:
    """What an action holds and no part of it has: the field and the words, one by one.

    Indicators, deadlines and links are looked after elsewhere.

    Args:
        old: The action.
        parts: The actions that it was split into.

    Example:
        >>> old = Action(code="1", title="Train", priority="High", outcomes=["A guide"])
        >>> list(lost_words(old, [Action(code="1", title="Train officers", priority="High")]))
        [('outcomes', 'A guide')]
    """
    for code in old.objectives:
        if not any(code in part.objectives for part in parts):
            yield "objectives", code.text
    if old.priority is not None and all(part.priority != old.priority for part in parts):
        yield "priority", str(getattr(old.priority, "value", old.priority))
    if old.status is not Status.OPEN and all(part.status is not old.status for part in parts):
        yield "status", old.status.value
    for name in ("status_text", "terms_of_reference", "outcomes"):
        there = "\n".join(folded(text) for part in parts for text in _texts(part, name))
        for text in _texts(old, name):
            if folded(text) not in there:
                yield name, text
    yield from _lost_parties(old, parts)
    yield from _lost_cells(old, parts)


def _lost_parties(old: Action, parts: Sequence[Action]) -> Iterator[tuple[str, str]]:
    involved = {(one.party, one.role) for part in parts for one in part.involved}
    for one in old.involved:
        if (one.party, one.role) not in involved:
            yield "involved", _words_of(one)
    references = {one for part in parts for one in part.references}
    for reference in dict.fromkeys(old.references):
        if reference not in references:
            yield "references", reference.cite()


def _lost_cells(old: Action, parts: Sequence[Action]) -> Iterator[tuple[str, str]]:
    funding = {one for part in parts for one in part.funding}
    for money in old.funding:
        if money not in funding:
            words = (money.programme, money.state, money.amount)
            yield "funding", money.text or " ".join(word for word in words if word)
    notes = {note for part in parts for note in part.notes}
    for note in old.notes:
        if note not in notes:
            yield "notes", note
    cells = {(cell.heading, folded(cell.text)) for part in parts for cell in part.extra}
    for cell in old.extra:
        if cell.text.strip() and (cell.heading, folded(cell.text)) not in cells:
            yield f"extra: {cell.heading}", cell.text


def _texts(action: Action, name: str) -> Sequence[str]:
    value: str | tuple[str, ...] = getattr(action, name)
    return (value,) if isinstance(value, str) else value


def _words_of(one: Involvement) -> str:
    return one.text or f"{one.party} ({one.role.value})"


def about_split(
    old: Action,
    disposition: SplitInto,
    parts: Sequence[Action],
    settlement: Settlement,
    subject: str,
) -> Iterator[Diagnostic]:
    """Tell what is done and stands in no part, and what the parts have otherwise.

    What is open and stands in no part is an error before this. Where the first part is a title,
    it has everything, and that is told.
    """
    if isinstance(disposition.parts[0], str):
        yield from _about_first_part(old, parts, settlement, subject)
        return
    lost: dict[str, list[str]] = {}
    for name, words in lost_words(old, parts):
        lost.setdefault(name, []).append(f'"{_short(words)}"')
    for name, listed in lost.items():
        yield diagnose("CC629", f"no part has its {name}: {', '.join(listed)}", subject=subject)
    there: dict[str, list[Indicator]] = {}
    for part in parts:
        for indicator in part.indicators:
            there.setdefault(folded(indicator.text), []).append(indicator)
    for place, indicator in enumerate(old.indicators):
        same = there.get(folded(indicator.text), [])
        end = settlement.indicators.get(place)
        if same and not isinstance(end, Defer | Drop):
            in_time = settlement.indicator_in_time(place, indicator)
            for what in _otherwise(in_time, same, is_settled=end is not None):
                message = f'the indicator "{_short(indicator.text)}" {what}'
                yield diagnose("CC629", message, subject=subject)
        elif indicator.status.closed:
            message = f'no part has the indicator "{_short(indicator.text)}"'
            yield diagnose("CC608", message, subject=subject)


def _about_first_part(
    old: Action, parts: Sequence[Action], settlement: Settlement, subject: str
) -> Iterator[Diagnostic]:
    """Tell what of an action stands in the first part alone, as nobody has said where it goes."""
    others = parts[1:]
    if not others:
        return
    indicators = {folded(one.text) for part in others for one in part.indicators}
    deadlines = {folded(one.text) for part in others for one in part.all_deadlines}
    alone = [
        f'indicator {place} "{_short(one.text)}"'
        for place, one in enumerate(old.indicators, 1)
        if folded(one.text) not in indicators
        and not isinstance(settlement.indicators.get(place - 1), Defer | Drop)
    ]
    alone += [
        f'deadline {place} "{_short(one.text)}"'
        for place, one in enumerate(old.deadlines, 1)
        if folded(one.text) not in deadlines and place - 1 not in settlement.milestones
    ]
    if alone:
        message = f"only this first part of the split has {', '.join(alone)}"
        yield diagnose("CC631", message, subject=subject)


def _otherwise(old: Indicator, there: Sequence[Indicator], *, is_settled: bool) -> Iterator[str]:
    """In what an indicator of the parts differs from that of the old action."""
    if not is_settled and all(one.status.closed != old.status.closed for one in there):
        yield f"was {old.status.value}, and a part has it as {there[0].status.value}"
    evidence = [one for item in there for one in item.evidence]
    for reference in old.evidence:
        if reference not in evidence:
            yield f'has lost its evidence "{reference.cite()}"'
    if not old.status.closed:
        deadlines = {folded(one.text) for item in there for one in item.deadlines}
        for deadline in old.deadlines:
            if folded(deadline.text) not in deadlines:
                yield f'has lost its deadline "{_short(deadline.text)}"'


def _short(words: str) -> str:
    return shortened(words, 120)
