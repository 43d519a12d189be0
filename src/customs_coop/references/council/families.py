"""The revisions of one document."""

from collections.abc import Iterable

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.references.council.number import DocumentNumber, check_number

__all__ = ["latest_revision"]


def latest_revision(numbers: Iterable[DocumentNumber]) -> DocumentNumber:
    """Give the number that stands for a document today: its latest revision.

    It is the revision itself, also where only a corrigendum to it is given.

    Args:
        numbers: Numbers of one document: the same series, number, year and addendum.

    Returns:
        The one with the highest revision, the first of those that are equal.

    Raises:
        InvalidValueError: If there is none, or two are of different documents; both are named.
        TypeError: If one is no DocumentNumber.

    Example:
        >>> texts = ("14680/05", "14680/2/05 REV 2", "14680/1/05 REV 1")
        >>> str(latest_revision(DocumentNumber.parse(text) for text in texts))
        '14680/2/05 REV 2'
    """
    latest: DocumentNumber | None = None
    for number in numbers:
        check_number(number)
        if latest is None:
            latest = number
        elif not number.is_version_of(latest):
            raise InvalidValueError(f"{latest} and {number} are different documents")
        elif _rank(number) > _rank(latest):
            latest = number
    if latest is None:
        raise InvalidValueError("the latest of no numbers was asked for")
    return latest if latest.corrigendum is None else attrs.evolve(latest, corrigendum=None)


def _rank(number: DocumentNumber) -> tuple[int, bool]:
    return number.revision or 0, number.corrigendum is None
