"""The cover block of a Council document: number, date, marking, sender, addressee, subject."""

import re

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.model import Document, Marking
from customs_coop.readers.base import Source
from customs_coop.readers.document.planning import parse_day
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_furniture
from customs_coop.references import DocumentNumber, find_references

__all__ = ["Cover", "read_cover"]

_LINES = 120  # a cover is never longer
_LONGEST_LINE = 120  # characters; what is longer is prose
_FIELD = re.compile(
    r"[*\s]{0,8}(?P<name>from|to|no\.?\s{0,3}prev\.?\s{0,3}doc\.?|previous\s{1,3}documents?"
    r"|no\.?\s{0,3}cion\s{1,3}(?:prop|doc)\.?|subject)[*\s]{0,8}:[*\s]{0,8}(?P<value>.*)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"[*\s]{0,8}(?:(?P<place>[A-Z][a-z]{2,20}),?\s{1,4})?"
    r"(?P<day>[0-3]?[0-9](?:\s{1,3}[A-Z][a-z]{2,8}\s{1,3}|\.[01]?[0-9]\.)[12][0-9]{3})"
    r"(?:\s{1,3}\((?:[0-9./]{2,10}|[A-Za-z]{2,3}\.? ?[A-Za-z]{2,3})\)){0,2}[*\s]{0,8}"
)
_NUMBER = re.compile(
    r"[*\s]{0,8}(?:(?:ST|CM|DS)\s{1,3})?[0-9]{1,5}(?:/[0-9]{1,2})?/[0-9]{2}"
    r"(?:\s{1,3}[A-Z0-9][A-Z0-9/ +]{0,200})?[*\s]{0,8}"
)
# The alternatives share no word and the group gives nothing back, so the time stays linear.
_WORD = (
    r"(?:(?:REV|ADD|COR)\s{0,3}[0-9]{1,2}|LIMITE|PUBLIC"
    r"|(?!(?:REV|ADD|COR)\b)[A-Z][A-Z/-]{1,15}\s{1,3}[0-9]{1,4}(?:\s{1,3}-)?)"
)
_MORE = re.compile(rf"[*\s]{{0,8}}{_WORD}(?:\s{{1,3}}{_WORD}){{0,30}}+[*\s]{{0,8}}")
_KINDS = ("NOTE", '"I/A" ITEM NOTE', '"A" ITEM NOTE', '"I" ITEM NOTE', "REPORT", "COVER NOTE")
_MARKING = re.compile(r"[*\s]{0,8}(LIMITE|PUBLIC|RESTREINT(?: UE)?|CONFIDENTIEL(?: UE)?)[*\s]{0,8}")


@attrs.frozen(kw_only=True)
class Cover:
    """What a cover says; everything may be missing.

    Args:
        document: The document, where its number is printed.
        subject: The subject, or empty.
        previous: The previous documents.
        end: The index of the line after the last one of the cover, 0 without a cover.
    """

    document: Document | None = None
    subject: str = ""
    previous: tuple[DocumentNumber, ...] = ()
    end: int = 0


def read_cover(source: Source, account: Account) -> Cover:
    r"""Read the cover at the beginning of a source, whatever the order of its parts.

    Args:
        source: The source.
        account: What is used is entered here.

    Returns:
        What was found; an empty cover where there is neither a number nor a subject.

    Example:
        >>> source = Source("note.txt", "1234/07\nLIMITE\n\n**Subject** : Draft plan")
        >>> cover = read_cover(source, Account(source))
        >>> str(cover.document.reference), cover.subject, cover.document.marking.name
        ('1234/07', 'Draft plan', 'LIMITE')
    """
    block = _Block(source)
    block.scan()
    if block.number is None and not block.fields.get("subject"):
        return Cover()
    for excerpt in block.used:
        account.use(excerpt)
    subject = _text(block.fields.get("subject", []))
    previous = tuple(
        mention.reference
        for mention in find_references(_text(block.fields.get("previous", []), "\n"))
        if isinstance(mention.reference, DocumentNumber)
    )
    if block.number is None:
        return Cover(subject=subject, previous=previous, end=block.end)
    marking = block.marking or ("LIMITE" if block.number.limite else None)
    number = block.number
    if marking == Marking.LIMITE.value and not number.limite:
        number = attrs.evolve(number, limite=True)
    document = Document(
        reference=number,
        title=subject,
        date=parse_day(block.date) if block.date else None,
        marking=marking,
        origin=_text(block.fields.get("from", [])),
        addressee=_text(block.fields.get("to", [])),
        previous=previous,
    )
    return Cover(document=document, subject=subject, previous=previous, end=block.end)


def _text(parts: list[str], glue: str = " ") -> str:
    return glue.join(" ".join(part.strip(" *\t\f").split()) for part in parts).strip()


class _Block:
    """The lines of a cover, sorted into its parts."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.number: DocumentNumber | None = None
        self.date = ""
        self.marking: str | None = None
        self.fields: dict[str, list[str]] = {}
        self.used: list[Excerpt] = []
        self.end = 0
        self._number_text: list[str] = []
        self._field = ""
        self._has_number = False

    def scan(self) -> None:
        for index, line in enumerate(self.source.lines[:_LINES]):
            text = line.text.strip(" \t\f\ufeff")
            if "\t" in text and not _FIELD.match(text):
                break
            if not text:
                self._field = ""  # a blank line ends whatever runs on
                continue
            if not self._take(text):
                if "subject" in self.fields or (self.fields and len(text) > _LONGEST_LINE):
                    break  # the body begins
                continue
            self.end = index + 1
            self.used.append(Excerpt.of(self.source.text, line.start, line.end))
        self._read_number()

    def _take(self, text: str) -> bool:
        field = _FIELD.fullmatch(text)
        if field:
            self._field = _field_name(field["name"])
            self.fields.setdefault(self._field, []).append(field["value"])
            return True
        if self._field in ("previous", "subject", "from", "to"):
            self.fields[self._field].append(text)
            return True
        return self._take_bare(text)

    def _take_bare(self, text: str) -> bool:
        date = _DATE.fullmatch(text)
        if date and not self.date and parse_day(date["day"]) is not None:
            self.date = date["day"]
            return True
        if not self._has_number and _NUMBER.fullmatch(text):
            self._has_number = True
            self._number_text.append(text.strip(" *"))
            return True
        marking = _MARKING.fullmatch(text)
        if marking:
            self.marking = self.marking or marking[1]
            return True
        if _MORE.fullmatch(text):
            # A series may also stand before the number, as in "JHA 597".
            self._number_text.append(text.strip(" *-"))
            return True
        return is_furniture(text) or text.strip(" *:") in _KINDS

    def _read_number(self) -> None:
        numbers = [part for part in self._number_text if _NUMBER.fullmatch(part)]
        if not numbers:
            return
        rest = [part for part in self._number_text if part != numbers[0]]
        for attempt in (" ".join([numbers[0], *rest]), numbers[0], numbers[0].split()[0]):
            try:
                self.number = DocumentNumber.parse(" ".join(attempt.split()))
            except InvalidValueError:
                continue
            return


def _field_name(name: str) -> str:
    folded = name.casefold()
    if folded in ("from", "to", "subject"):
        return folded
    return "commission" if "cion" in folded else "previous"
