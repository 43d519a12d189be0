"""The documents that a cover lists, and what of the list no field holds."""

import re
from collections.abc import Iterator, Sequence

from customs_coop.readers.document.masthead import masthead_parts
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.references import DocumentNumber, find_references

__all__ = ["is_known_value", "listed_documents", "use_listed"]

# Between two numbers.
_GLUE = re.compile(r"(?:[\s,;+&/*_.:()\u2013\u2014-]|\b(?:and|et|und|LIMITE|PUBLIC)\b){0,99}")
_LANGUAGE = re.compile(
    r"[\s(]{0,4}[^\W\d_]{2,12}(?:\s{0,2}[/,+&]\s{0,2}[^\W\d_]{2,12}){0,5}[\s)]{0,4}"
)


def listed_documents(values: Sequence[Excerpt]) -> tuple[DocumentNumber, ...]:
    """The document numbers in the values of a label, once each."""
    return tuple(dict.fromkeys(number for number, _, _ in _numbers(_whole(values))))


def use_listed(values: Sequence[Excerpt], account: Account) -> None:
    """Enter the numbers of documents and what stands between them; all other words are left.

    Args:
        values: What stands behind a label, line by line.
        account: What is used is entered here.
    """
    whole = _whole(values)
    end = 0
    for _, start, stop in (*_numbers(whole), (None, len(whole), len(whole))):
        between = whole.cut(end, start)
        if _GLUE.fullmatch(between.text):
            account.use(between)
        account.use(whole.cut(start, stop))
        end = stop


def _whole(values: Sequence[Excerpt]) -> Excerpt:
    return Excerpt.join((value.folded() for value in values), "\n")


def _numbers(whole: Excerpt) -> Iterator[tuple[DocumentNumber, int, int]]:
    for mention in find_references(whole.text):
        if isinstance(mention.reference, DocumentNumber):
            yield mention.reference, mention.start, mention.end


def is_known_value(field: str, value: str) -> bool:
    """Whether the value of a label is nothing but what the label names, so that it is no content.

    Example:
        >>> is_known_value("original", "English"), is_known_value("delegations", "burn the sheds")
        (True, False)
    """
    text = value.strip(" *_\t\f")
    if not text or masthead_parts(text) is not None:
        return True
    return field == "original" and _LANGUAGE.fullmatch(text) is not None
