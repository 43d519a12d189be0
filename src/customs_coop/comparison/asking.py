"""What a history is asked for: a document, or a time."""

import contextlib
import datetime as dt

import attrs

from customs_coop.dates import PartialDate
from customs_coop.errors import InvalidValueError
from customs_coop.references import DocumentNumber

__all__ = ["AskedTime", "meant", "not_understood"]


@attrs.frozen
class AskedTime:
    """A time of which both bounds are known.

    Args:
        earliest: Its first day.
        latest: Its last day.
    """

    earliest: dt.date
    latest: dt.date


def meant(
    when: DocumentNumber | PartialDate | dt.date | str,
) -> tuple[DocumentNumber | None, AskedTime | None]:
    """A document, or a time, or in doubt both.

    Args:
        when: What was asked for.

    Raises:
        TypeError: It is neither a number nor a day.
    """
    if isinstance(when, DocumentNumber):
        return when, None
    if isinstance(when, dt.date):
        day = when.date() if isinstance(when, dt.datetime) else when
        return None, AskedTime(day, day)
    if isinstance(when, str):
        document = time = None
        with contextlib.suppress(InvalidValueError):
            document = DocumentNumber.parse(when)
        with contextlib.suppress(InvalidValueError):
            time = PartialDate.parse(when)
        return document, _bounded(time)
    if isinstance(when, PartialDate):
        return None, _bounded(when)
    raise TypeError(f"a document number or a day is wanted, not {type(when).__name__}")


def not_understood(document: DocumentNumber | None, when: object) -> str:
    """Why nothing was found for what was asked.

    Args:
        document: The document that was understood, or None.
        when: What was asked for.
    """
    if document is not None:
        return f"no revision is {when}"
    if _looks_like_day(when):
        return f"there is no such day as {when}"
    if not isinstance(when, str):
        return f"no revision is {when}, which has no bounds"
    return (
        f"no revision is {when}, which is neither the number of a document, such as 14680/05, nor"
        " a time, such as 2005-11-30 or 2005-11"
    )


def _looks_like_day(when: object) -> bool:
    """Whether a text is written as a day, there or not: "2008-02-30"."""
    figures = when.strip().split("-") if isinstance(when, str) else []
    lengths = [len(part) for part in figures if part.isdecimal()]
    return len(figures) == len(lengths) and lengths == [4, 2, 2]


def _bounded(time: PartialDate | None) -> AskedTime | None:
    if time is None or time.earliest is None or time.latest is None:
        return None
    return AskedTime(time.earliest, time.latest)
