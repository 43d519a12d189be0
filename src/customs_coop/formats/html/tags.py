"""Web pages cut into tags and text, in one pass.

The parser of the standard library searches to the end of the text again and again where
comments and quotes are never closed; here a search that fails ends the pass.
"""

import html
import re
from collections.abc import Iterator

import attrs

__all__ = ["Tag", "tokenise"]

_NAME = re.compile(r"[A-Za-z][^\s/>]{0,40}")
_QUOTE_OR_END = re.compile(r"[\"'>]")
_ATTRIBUTE = re.compile(
    r"(?P<name>[A-Za-z_:][\w:.-]{0,40})(?:\s{0,9}=\s{0,9}"
    r"(?:\"(?P<double>[^\"]{0,400})\"|'(?P<single>[^']{0,400})'|(?P<bare>[^\s\"'<>=]{1,200})))?"
)
_LONGEST_TAG = 4000  # characters of attributes that are looked at
# What stands between the tags of these is no text of the page.
_OPAQUE = frozenset(
    ("script", "style", "template", "noscript", "title", "iframe", "object", "select", "svg")
)


@attrs.frozen(kw_only=True)
class Tag:
    """One tag.

    Args:
        name: Its name in small letters.
        closing: Whether it ends an element.
        values: Its attributes, names in small letters.
        start: Where it begins in the text.
    """

    name: str
    closing: bool = False
    values: dict[str, str]
    start: int


def tokenise(text: str) -> Iterator[Tag | tuple[str, int]]:
    """Cut a page into tags, and texts with the index at which they begin.

    Comments, declarations, scripts, styles and the title of the window are left out. Where a
    tag is never closed, the rest of the page is text.

    Args:
        text: The page.

    Example:
        >>> [t if isinstance(t, tuple) else t.name for t in tokenise("<p>R&amp;D")]
        ['p', ('R&D', 3)]
    """
    at = 0
    while at < len(text):
        begin = text.find("<", at)
        if begin < 0:
            begin = len(text)
        if begin > at:
            yield html.unescape(text[at:begin]), at
        if begin == len(text):
            return
        at = begin
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4)
            at = len(text) if end < 0 else end + 3
            continue
        if text.startswith(("<!", "<?"), at):
            end = text.find(">", at)
            at = len(text) if end < 0 else end + 1
            continue
        closing = text.startswith("</", at)
        name = _NAME.match(text, at + 1 + closing)
        if name is None:
            yield "<", at
            at += 1
            continue
        end = _end_of_tag(text, name.end())
        if end < 0:
            yield html.unescape(text[at:]), at
            return
        word = name[0].casefold()
        values = {} if closing else _values(text[name.end() : min(end, name.end() + _LONGEST_TAG)])
        yield Tag(name=word, closing=closing, values=values, start=at)
        at = end + 1
        if word in _OPAQUE and not closing and text[end - 1] != "/":
            at = _end_of_opaque(text, at, word)


def _end_of_tag(text: str, at: int) -> int:
    """Where the bracket stands that closes a tag; -1 where none does."""
    while (found := _QUOTE_OR_END.search(text, at)) is not None:
        if found[0] == ">":
            return found.start()
        at = found.end()
        # A quotation mark that follows no equals sign quotes nothing.
        if text[max(0, found.start() - 20) : found.start()].rstrip().endswith("="):
            at = text.find(found[0], at) + 1
            if at == 0:
                return -1
    return -1


def _end_of_opaque(text: str, at: int, name: str) -> int:
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, at)
    return len(text) if found is None else found.start()


def _values(text: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match["double"] or match["single"] or match["bare"] or ""
        values.setdefault(match["name"].casefold(), html.unescape(value))
    return values
