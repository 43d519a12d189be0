"""What additions tell of an indicator, of a status and of documents."""

import re
from collections.abc import Iterable, Sequence

import attrs

from customs_coop.deadline import parse_deadline
from customs_coop.errors import ReferenceSyntaxError
from customs_coop.formats.additions import Added, Addition, values_of
from customs_coop.model import Code, Indicator, Measure, Status
from customs_coop.references import DocumentNumber, Reference, find_references

__all__ = ["counted_on", "printed_references", "told_status", "with_additions"]

_BETWEEN = re.compile(r",\s{1,4}")
_MEASURE = re.compile(
    r"(?:baseline\s(?P<baseline>-?[0-9][0-9.]{0,30}),\s)?(?:target\s(?P<target>-?[0-9][0-9.]{0,30}),\s)?"
    r"unit\s?(?P<unit>.{0,200})"
)
_NUMBERED = re.compile(r"\((?P<number>[0-9]{1,2}|[a-z])\)\s(?P<text>\S.*)", re.DOTALL)


def printed_references(values: Iterable[str]) -> tuple[Reference, ...]:
    """What values cite; a list of document numbers needs no sentence to be told from figures."""
    found: list[Reference] = []
    for value in values:
        try:
            found += [DocumentNumber.parse(piece) for piece in _BETWEEN.split(value)]
        except ReferenceSyntaxError:
            found += [mention.reference for mention in find_references(value)]
    return tuple(found)


def told_status(additions: Sequence[Addition], said: Status) -> Status | None:
    """The status that is told; a word that is none tells nothing.

    One that is hidden holds only so long as the words say what they said then.

    Args:
        additions: The additions of the row or of the indicator.
        said: What its words say.
    """
    known = {status.value: status for status in Status}
    if any(value != said.value for value in values_of(additions, Added.SAID)):
        return None
    for value in values_of(additions, Added.STATUS):
        if value.casefold() in known:
            return known[value.casefold()]
    return None


def with_additions(indicator: Indicator, additions: tuple[Addition, ...]) -> Indicator:
    """An indicator with what stands beside its words."""
    deadlines = tuple(parse_deadline(text) for text in values_of(additions, Added.DEADLINE))
    done = values_of(additions, Added.COMPLETED)
    evidence = printed_references((*done, *values_of(additions, Added.EVIDENCE)))
    said = Status.COMPLETED if done else indicator.status
    status = told_status(additions, said) or said
    number = values_of(additions, Added.NUMBER)
    measures = [m for value in values_of(additions, Added.MEASURE) if (m := _measure(value))]
    return attrs.evolve(
        indicator,
        code=Code(number[0]) if number else indicator.code,
        deadlines=deadlines or indicator.deadlines,
        evidence=evidence or indicator.evidence,
        status=status,
        measure=measures[0] if measures else indicator.measure,
    )


def _measure(value: str) -> Measure | None:
    match = _MEASURE.fullmatch(value)
    if match is None:
        return None
    from decimal import Decimal, InvalidOperation

    try:
        bounds = [None if (text := match[n]) is None else Decimal(text) for n in (1, 2)]
    except InvalidOperation:
        return None
    return Measure(unit=match["unit"], baseline=bounds[0], target=bounds[1])


def counted_on(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """The indicators with the numbers that count on from one paragraph to the next."""
    found: list[Indicator] = []
    for indicator in indicators:
        match = _NUMBERED.fullmatch(indicator.text) if found and indicator.code is None else None
        before = found[-1].code if found else None
        if match is not None and before is not None and match["number"] == _next(before.text):
            number = Code(match["number"])
            found.append(attrs.evolve(indicator, code=number, text=match["text"]))
        else:
            found.append(indicator)
    return tuple(found)


def _next(number: str) -> str:
    if number.isdecimal():
        return str(int(number) + 1)
    return chr(ord(number) + 1) if len(number) == 1 and "a" <= number < "z" else ""
