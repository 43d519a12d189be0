"""HTML fragments inside cells, as plain paragraphs; not one visible character is lost.

The cells of these documents hold fragments, not HTML: lists that are never closed, text after a
list that is no item. A parser that repairs them would move text, so tags are only looked for,
and whatever is no tag of HTML is text.
"""

import html
import re
from collections.abc import Callable, Iterator

import attrs

from customs_coop.readers.text.excerpts import Account, Excerpt

__all__ = ["Cell", "Paragraph", "footnote_marks", "read_cell"]

_TOKEN = re.compile(
    # Behind the name only attributes may stand: "<b and record>" is text.
    r"<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,15})"
    r"(?:\s{1,9}(?:nowrap|noshade|compact|reversed|hidden|[A-Za-z_:][\w:.-]{0,40}\s{0,9}=\s{0,9}"
    r"(?:\"[^\"<>]{0,400}\"|'[^'<>]{0,400}'|[“”][^“”<>]{0,400}[“”]|[^\s\"'“”<>]{1,400}))){0,40}+"
    r"\s{0,9}/?>"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<bullet>[•◦▪‣])"
)
_MARKUP = re.compile(r"[<&•◦▪‣]")
_BREAKING = frozenset(
    ("p", "div", "br", "hr", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th")
) | {f"h{level}" for level in range(1, 7)}
_INLINE = frozenset(
    ("b", "i", "u", "s", "em", "strong", "span", "a", "sup", "sub", "font", "small", "big", "del")
)
_ITEM = frozenset(("li", "ul", "ol"))
_RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_MARK = re.compile(
    r"(?P<raised>[⁰¹²³⁴-⁹⁽⁾]{1,8}|\[\^[0-9A-Za-z]{1,8}\])"
    # These are marks only behind a word at the end of a clause; elsewhere they count or stress.
    r"|(?:(?<=[^\s*])\s?|(?<=\s\*)\s|(?<=\s\*\*)\s)(?P<plain>\*{1,3}|[†‡]|[(\[][0-9a-z]{1,2}[)\]]|(?<=\s)[0-9]{1,2}\)"
    r"|(?<=[a-zß-öø-ÿ)]\s)[1-9][0-9]?(?=\s{0,3}\Z))"
    r"(?=\s{0,3}(?:[.,;:]|\Z))"
)
# One of these is in each mark but a figure at the end.
_SIGN = re.compile(r"[⁰¹²³⁴-⁹⁽⁾*†‡)\]]")
_FIGURES = frozenset("0123456789")
# A mark right before another one: "forms * **", "forms (1) (2)".
_BEFORE = re.compile(r"(?<=\S)\s(?P<mark>\*{1,3}|[†‡]|[(\[][0-9a-z]{1,2}[)\]])\s?\Z")
_LONGEST_BEFORE = 8  # characters, with what stands around it
_CLAUSE_END = re.compile(r"\s{0,3}(?:[.,;:]|\Z)")
# What is counted: "phase 2" ends with its own number.
_COUNTED = re.compile(
    r"\b(?:(?:foot)?notes?|phases?|stages?|steps?|levels?|parts?|parties?|actions?|measures?|items?|tasks?"
    r"|points?|pillars?|areas?|versions?|volumes?|tiers?|types?|class(?:es)?|categor(?:y|ies)|groups?"
    r"|numbers?|no|nos|annex(?:es)?|articles?|sections?|chapters?|paras?|paragraphs?|objectives?|priorit(?:y|ies)"
    r"|and|or|to|of|under|in|by|and|et|ou|und|oder|bis|mesures?|étapes?|domaines?|objectifs?|niveaux?"
    r"|stufen?|teile?|phasen?|maßnahmen?|punkte?|days?|weeks?|months?|years?)\s{1,3}\Z",
    re.IGNORECASE,
)
_CLAUSE = 80  # characters before a sign within which a bracket may have opened
_UNIT = re.compile(r"(?<![^\W\d_])[kcdmh]?m\Z")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}\Z")


@attrs.frozen
class Paragraph:
    """One paragraph of a cell.

    Args:
        content: Its words, blanks folded.
        item: Whether it stands in a list.
    """

    content: Excerpt
    item: bool = False


@attrs.frozen
class Cell:
    """A cell as plain paragraphs.

    Args:
        paragraphs: Those that hold anything, in order.
        markup: Where its tags stand in the source, and what entities left over.
    """

    paragraphs: tuple[Paragraph, ...]
    markup: tuple[tuple[int, int], ...] = ()

    @property
    def content(self) -> Excerpt:
        """All paragraphs as one, with a blank between them."""
        return Excerpt.join(paragraph.content for paragraph in self.paragraphs)

    @property
    def text(self) -> str:
        """The words of all paragraphs, with a blank between them."""
        return " ".join([paragraph.content.text for paragraph in self.paragraphs])

    def clear_markup(self, account: Account) -> None:
        """Enter the tags as furniture: they are no content."""
        for start, end in self.markup:
            account.use_furniture(start, end)


def read_cell(cell: Excerpt) -> Cell:
    """Read a cell that may hold fragments of HTML.

    Tags of HTML are dropped, those of blocks and lists end a paragraph, raised figures become
    superscript characters, and entities the characters that they stand for. Anything else
    between angle brackets is text.

    Args:
        cell: The cell.

    Returns:
        Its paragraphs, with the places of the tags.

    Example:
        >>> cell = read_cell(Excerpt.of("<p>Agreed <i>by</i> R&amp;D<sup>1</sup></p> a < b"))
        >>> [paragraph.content.text for paragraph in cell.paragraphs]
        ['Agreed by R&D¹', 'a < b']
    """
    if not _MARKUP.search(cell.text):
        content = cell.folded()
        return Cell((Paragraph(content),) if content else ())
    reader = _CellReader()
    end = 0
    for match in _TOKEN.finditer(cell.text):
        tag = (match["tag"] or "").lower()
        if tag and tag not in _BREAKING and tag not in _INLINE:
            continue
        reader.add(cell.cut(end, match.start()))
        end = match.end()
        piece = cell.cut(match.start(), match.end())
        if tag:
            reader.take_tag(piece, tag, closing=bool(match["close"]))
        elif match["entity"]:
            reader.take_entity(piece)
        else:
            reader.take_bullet(piece)
    reader.add(cell.cut(end))
    reader.flush()
    return Cell(tuple(reader.paragraphs), tuple(reader.markup))


class _CellReader:
    """The paragraphs found so far, and the one that is being read."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.markup: list[tuple[int, int]] = []
        self._pieces: list[Excerpt] = []
        self._item = False
        self._raised = False

    def flush(self) -> None:
        """End the paragraph."""
        content = Excerpt.join(self._pieces, "").folded()
        self._pieces.clear()
        if content:
            self.paragraphs.append(Paragraph(content, self._item))

    def add(self, piece: Excerpt) -> None:
        """Add text to the paragraph."""
        text = piece.text.translate(_RAISED) if self._raised else piece.text
        self._pieces.append(Excerpt(text, piece.places))

    def take_tag(self, piece: Excerpt, tag: str, *, closing: bool) -> None:
        """Leave a tag out, and do what it says."""
        self.markup.append((piece.places[0], piece.places[-1] + 1))
        if tag == "sup":
            self._raised = not closing
        elif tag in _BREAKING:
            self.flush()
            self._item = tag in _ITEM and (not closing or tag == "li")

    def take_entity(self, piece: Excerpt) -> None:
        """Put in the character that an entity stands for."""
        character = html.unescape(piece.text)
        if character == piece.text:
            self.add(piece)
            return
        self.add(Excerpt(character, piece.places[:1] * len(character)))
        self.markup.append((piece.places[0], piece.places[-1] + 1))

    def take_bullet(self, piece: Excerpt) -> None:
        """Begin an item of a list that has no tags."""
        self.flush()
        self._item = True
        self.add(piece)


def footnote_marks(
    text: Excerpt, known: Callable[[str], bool] | None = None, *, powers: bool = True
) -> tuple[Excerpt, tuple[Excerpt, ...], tuple[Excerpt, ...]]:
    """Take the footnote marks out of a text: raised figures, and signs such as "*" and "(1)".

    A mark for which there is no note stays in the text, and so does the exponent of a unit.

    Args:
        text: The text.
        known: Whether there is a note with a mark; without it every raised figure has one.
        powers: Whether there may be exponents, as there are none behind a code.

    Returns:
        The text without the marks, the marks, and those that stay because they have no note.

    Example:
        >>> text, marks, _ = footnote_marks(Excerpt.of("Assess 5 km² of threats. ¹"))
        >>> text.text, [mark.text for mark in marks]
        ('Assess 5 km² of threats.', ['¹'])
    """
    found: list[tuple[int, int]] = []
    dropped: list[tuple[int, int]] = []
    unknown: list[tuple[int, int]] = []
    if _SIGN.search(text.text) is None and text.text.rstrip()[-1:] not in _FIGURES:
        return text, (), ()  # as in nearly all texts
    for match in _MARK.finditer(text.text):
        kind = "raised" if match["raised"] else "plain"
        span = match.span(kind)
        if powers and match["raised"] and _is_power(text.text, match):
            continue
        if match["plain"] and _is_stress(text.text, match):
            continue
        if known(match[kind]) if known is not None else match["raised"]:
            found.append(span)
            dropped.append(match.span())
        elif match["raised"] or (match["plain"][0] in "*†‡" and not _is_starred(text.text, match)):
            unknown.append(span)
    if known is not None:
        before = [one for at, end in dropped for one in _marks_before(text.text, at, end, known)]
        found = sorted({*found, *(mark for mark, _ in before)})
        dropped = sorted({*dropped, *(whole for _, whole in before)})
    marks = tuple(text.cut(start, end) for start, end in found)
    stay = tuple(text.cut(start, end) for start, end in unknown)
    return (text.without(dropped).folded() if found else text), marks, stay


def _marks_before(
    text: str, at: int, end: int, known: Callable[[str], bool]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The marks in a row right before one that ends a clause, and each with the blank before it."""
    if not _CLAUSE_END.match(text, end):
        return
    begin = max(0, at - _LONGEST_BEFORE)
    while (match := _BEFORE.search(text[begin:at])) is not None and known(match["mark"]):
        start, stop = match.span("mark")
        at = begin + match.start()
        yield (begin + start, begin + stop), (at, begin + stop)
        begin = max(0, at - _LONGEST_BEFORE)


def _is_starred(text: str, match: re.Match[str]) -> bool:
    """Whether a star stands before the sign, which is a mark only where it has its note."""
    return text[match.start() - 1] == "*"  # a mark is never the first sign


def _is_power(text: str, match: re.Match[str]) -> bool:
    """Whether a raised figure is an exponent, as in "5 km²"; behind a year it is none."""
    before = text[max(0, match.start() - 6) : match.start()]
    if before[-1:].isdecimal():
        return not _YEAR.search(before)
    return match["raised"] in ("²", "³") and _UNIT.search(before) is not None


def _is_stress(text: str, match: re.Match[str]) -> bool:
    """Whether a sign only ends what began before it, as in "**bold**" and "(see 1)"."""
    sign = match["plain"]
    if sign[0] == "*":
        return text.startswith(sign)  # the text is folded
    before = text[max(0, match.start("plain") - _CLAUSE) : match.start("plain")]
    if sign.isdecimal() and _COUNTED.search(before):
        return True
    return sign[0].isdecimal() and before.count("(") > before.count(")")
