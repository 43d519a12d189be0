"""The cells that people fill in: days, numbers, periods and words, as they really write them."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Final

from customs_coop.dates import Period
from customs_coop.deadline import By, During, deadline_from_edtf, parse_deadline
from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.formats.progress.days import read_day
from customs_coop.formats.status.words import WHOLE_WORDS
from customs_coop.model import Stage, Status
from customs_coop.references import Reference, find_references, parse_reference

__all__ = [
    "NO_UNIT",
    "as_period_text",
    "may_be_percent",
    "read_applicable",
    "read_documents",
    "read_number",
    "read_period",
    "read_stage",
    "read_state",
]

NO_UNIT: Final = "(none)"
"""What stands in a cell of units where the number has none; an empty one means the usual unit."""

_LONGEST: Final = 100  # characters of a cell with a number or a period
_YEAR: Final = re.compile(r"[12][0-9]{3}")
_NUMBER: Final = re.compile(r"[+-]?[0-9]{0,30}(?:[.,'’ ][0-9]{1,30}){0,12}(?:[eE][+-]?[0-9]{1,3})?")
_BLANKS: Final = re.compile(r"[\s\u00a0\u2007\u2009\u202f]")
_THOUSANDS: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:([.,'’ ])[0-9]{3})(?:\1[0-9]{3}){0,9}")
_UNCLEAR: Final = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")
_PERCENT: Final = ("%", "per cent", "percent", "pct", "pour cent", "pourcent", "prozent")
_NOTHING: Final = frozenset(
    ("-", "–", "—", "/", "none", "nil", "n/a", "na", "keine", "néant", "aucun")
)
_NOT_CONCERNED: Final = frozenset(
    (
        *("n/a", "na", "n.a", "not applicable", "not concerned", "does not apply"),
        *("sans objet", "s.o", "non applicable", "non concerné"),
        *("entfällt", "nicht zutreffend", "nicht betroffen", "trifft nicht zu"),
    )
)
_YES: Final = _NOT_CONCERNED | frozenset(
    ("yes", "y", "x", "true", "1", "oui", "ja", "j", "✓", "✔", "√", "✅", "☒", "☑", "✗", "✘", "🗹")
)
_NO: Final = frozenset(
    ("no", "n", "false", "0", "non", "nein", "-", "–", "applicable", "applies", "☐")
)
_STATUSES: Final = {one.value: one for one in Status}
_STAGES: Final = {
    word: stage
    for stage, words in (
        (Stage.DRAFTED, "drafted|draft|in draft|projet|rédigé|entwurf|entworfen"),
        (Stage.PRESENTED, "presented|tabled|submitted|présenté|vorgelegt|vorgestellt"),
        (Stage.APPROVED, "approved|endorsed|agreed|approuvé|gebilligt|genehmigt"),
        (Stage.ADOPTED, "adopted|adopté|angenommen|verabschiedet"),
        (Stage.PUBLISHED, "published|issued|distributed|publié|diffusé|veröffentlicht|verteilt"),
    )
    for word in words.split("|")
}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .;:!")


def read_number(text: str) -> Decimal:
    """Read a number with a decimal point or comma, with or without signs between thousands.

    Args:
        text: The cell.

    Raises:
        InvalidValueError: It is no number, or may be two.

    Example:
        >>> read_number("1.234,5"), read_number("12,5 %"), read_number("1 234")
        (Decimal('1234.5'), Decimal('12.5'), Decimal('1234'))
        >>> read_number("1,234")
        Traceback (most recent call last):
        ...
        customs_coop.errors.InvalidValueError: '1,234' may be 1234 or 1.234; write 1234 or 1.234
    """
    words = text.strip().removesuffix("%").strip()
    fault = InvalidValueError(f"no number such as 12.5: {text.strip()!r:.80}")
    bare = _BLANKS.sub(" ", words).replace("\u2212", "-")
    if not bare or len(bare) > _LONGEST or _NUMBER.fullmatch(bare) is None:
        raise fault
    if _UNCLEAR.fullmatch(bare):
        whole, point = bare.replace(",", ""), bare.replace(",", ".")
        raise InvalidValueError(f"{bare!r} may be {whole} or {point}; write {whole} or {point}")
    signs = [sign for sign in bare if sign in ".,'’ "]
    kinds = list(dict.fromkeys(signs))
    if len(kinds) > 2 or (len(kinds) == 2 and signs.count(kinds[1]) > 1):
        raise fault
    if len(kinds) == 2:
        whole, rest = bare.rsplit(kinds[1], 1)
        if kinds[1] not in ".," or _THOUSANDS.fullmatch(whole) is None:
            raise fault
        bare = f"{whole.replace(kinds[0], '')}.{rest}"
    elif len(signs) > 1 or (signs and signs[0] not in ".,"):
        if _THOUSANDS.fullmatch(bare) is None:
            raise fault
        bare = bare.replace(signs[0], "")
    else:
        bare = bare.replace(",", ".")
    try:
        return Decimal(bare)
    except InvalidOperation:
        raise fault from None


def may_be_percent(unit: str) -> bool:
    """Whether a number with a percent sign may be one of a unit.

    Args:
        unit: The unit; `NO_UNIT` leaves it open.

    Example:
        >>> may_be_percent("% of boats"), may_be_percent("per cent"), may_be_percent("boats")
        (True, True, False)
    """
    folded = " ".join(unit.casefold().split())
    return unit == NO_UNIT or any(sign in folded for sign in _PERCENT)


def as_period_text(period: Period) -> str:
    """A period as people write it, as short as it can be read back.

    Example:
        >>> as_period_text(Period("2008-01-01", "2008-12-31"))
        '2008'
        >>> as_period_text(Period("2008-05-01", "2008-05-31"))
        '2008-05'
    """
    start, end = period.start, period.end
    if (start.month, start.day, end.month, end.day, start.year) == (1, 1, 12, 31, end.year):
        short = f"{start.year:04}"
    elif start.day == 1 and _month_of(end) == period:
        short = f"{start.year:04}-{start.month:02}"
    elif start == end:
        short = start.isoformat()
    else:
        return str(period)
    return short if start.year >= 1000 else str(period)


def read_period(text: str) -> Period:
    """Read a period: a year, a month, a named part of a year, a day, or two days.

    Args:
        text: The cell.

    Raises:
        InvalidValueError: It is no period.

    Example:
        >>> str(read_period("first half of 2011")), str(read_period("05/2008"))
        ('2011-01-01/2011-06-30', '2008-05-01/2008-05-31')
    """
    words = " ".join(text.split())
    fault = InvalidValueError(
        f"no period such as 2008, 2008-05 or 2008-01-01/2008-06-30: {words!r:.80}"
    )
    if not words or len(words) > _LONGEST:
        raise fault
    if _YEAR.fullmatch(words):
        return Period(dt.date(int(words), 1, 1), dt.date(int(words), 12, 31))
    try:
        return Period.parse(words.replace(" ", ""))
    except InvalidValueError:
        pass
    try:
        day = read_day(words).day
    except InvalidValueError:
        pass
    else:
        return Period(day, day)
    deadline = parse_deadline(words)
    if isinstance(deadline, By) and deadline.convention in ("bare-month", "iso-month"):
        return _month_of(deadline.latest)
    if not isinstance(deadline, During):
        try:
            deadline = deadline_from_edtf(words)
        except InvalidValueError:
            raise fault from None
    if isinstance(deadline, During) and deadline.latest is not None:
        return Period(deadline.earliest, deadline.latest)
    raise fault


def _month_of(last: dt.date) -> Period:
    following = last + dt.timedelta(1) if last < dt.date.max else last
    if following.month == last.month:
        return Period(last, last)
    return Period(last.replace(day=1), last)


def read_state(text: str) -> tuple[Status | None, bool]:
    """Read the status, and whether the subject concerns the party at all.

    Args:
        text: The cell.

    Returns:
        The status, None where the cell is empty or the subject does not concern the party; and
        whether it does.

    Raises:
        InvalidValueError: The words are none of a status.

    Example:
        >>> read_state("Done"), read_state("n/a")
        ((<Status.COMPLETED: 'completed'>, True), (None, False))
    """
    folded = _folded(text)
    if folded in _NOT_CONCERNED:
        return None, False
    found = _STATUSES.get(folded) or WHOLE_WORDS.get(folded)
    if folded and found is None:
        known = ", ".join(_STATUSES)
        raise InvalidValueError(f"no status: {text.strip()!r:.80}; there are {known}")
    return found, True


def read_stage(text: str) -> Stage | None:
    """Read the stage of a deliverable.

    Args:
        text: The cell; an empty one names none.

    Raises:
        InvalidValueError: The words are none of a stage.

    Example:
        >>> read_stage("Adopted").value
        'adopted'
    """
    folded = _folded(text)
    if not folded or folded in _NOTHING:
        return None
    if folded not in _STAGES:
        known = ", ".join(one.value for one in Stage)
        raise InvalidValueError(f"no stage: {text.strip()!r:.80}; there are {known}")
    return _STAGES[folded]


def read_applicable(text: str) -> bool:
    """Read the cell in which a party says that a subject does not concern it.

    Args:
        text: The cell; an empty one says that it does.

    Returns:
        Whether the subject concerns the party.

    Raises:
        InvalidValueError: The words are neither yes nor no.

    Example:
        >>> read_applicable(""), read_applicable("x"), read_applicable("No")
        (True, False, True)
    """
    folded = _folded(text)
    if not folded or folded in _NO:
        return True
    if folded in _YES:
        return False
    raise InvalidValueError(f"neither yes nor no: {text.strip()!r:.80}")


def read_documents(text: str) -> tuple[tuple[Reference, ...], tuple[str, ...]]:
    """Read the documents that are cited, with semicolons or line breaks between them.

    Args:
        text: The cell.

    Returns:
        The references, and the words that are none.

    Example:
        >>> found, left = read_documents("8351/2/09 REV 2; see the annex")
        >>> [str(one) for one in found], left
        (['8351/2/09 REV 2'], ('see the annex',))
    """
    found: list[Reference] = []
    left: list[str] = []
    for piece in re.split(r"[;\n]", text):
        words = " ".join(piece.split())
        if not words or _folded(words) in _NOTHING:
            continue
        try:
            found.append(parse_reference(words))
        except ReferenceSyntaxError:
            mentions = find_references(words)
            found += [one.reference for one in mentions]
            if not mentions:
                left.append(words)
    return tuple(found), tuple(left)
