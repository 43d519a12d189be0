"""The cover block of a Council document: number, date, marking, sender, addressee, subject."""

import functools
import re

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.formats.titles.days import parse_day
from customs_coop.formats.word_breaks import Vocabulary
from customs_coop.model import Document, Marking
from customs_coop.readers.base import Line, Source
from customs_coop.readers.document.added import printed_references
from customs_coop.readers.document.labels import OPEN_LABELS, field_of
from customs_coop.readers.document.listed import is_known_value, listed_documents, use_listed
from customs_coop.readers.document.markings import marking_in, marking_line, stricter
from customs_coop.readers.document.masthead import Part, masthead_parts
from customs_coop.readers.document.several_labels import split_labels
from customs_coop.readers.document.sheet import Sheet, is_sheet, read_sheet
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_furniture
from customs_coop.references import DocumentNumber

__all__ = ["Cover", "is_own_number", "read_cover"]

_LINES = 120  # a cover is never longer
_LONGEST_LINE = 120  # characters; what is longer is prose
_LONGEST_LABEL = 40
_HEAD = 40  # lines; further down, a marking beside other words belongs to what they tell
_MOST_SMALL = 5  # words in small letters beside a marking; more of them are a sentence
_SMALL = re.compile(r"(?<!\w)[a-zà-ÿ]")
_CODE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]?\s")
_LABELLED = re.compile(
    rf"(?P<name>[^:\t]{{1,{_LONGEST_LABEL}}}?)[*\s]{{0,40}}(?::|\t)[*\s:]{{0,40}}(?P<value>.*)"
)
_OPEN = re.compile(
    rf"[*\s]{{0,8}}(?P<name>(?i:{'|'.join(w for row in OPEN_LABELS.values() for w in row)}))"
    r"\s{1,20}(?P<value>\S.{0,150})"
)
# Fields whose label may stand on a line of its own, without a colon.
_ALONE = ("from", "to", "subject", "previous", "commission", "received", "file")
# Labels behind which no part of the own number is printed any more.
_PARTING = ("from", "to", "subject", "previous", "commission", "delegations")
# Fields whose value is a list of documents, and those that no field holds.
_LISTS = ("previous", "commission")
_UNHELD = ("delegations", "original", "received", "file")
# Fields whose value may go on on the next line.
_LONG = ("from", "to", "subject", "previous", "commission", "delegations")
_BLANKS = " \f\ufeff\u00a0"
_HYPHENS = ("-", "\u2010")


@attrs.frozen(kw_only=True)
class Cover:
    """What a cover says; everything may be missing.

    Args:
        document: The document, where its number is printed.
        subject: The subject, or empty.
        previous: The previous documents.
        marking: The marking, also where no number is printed; or empty.
        sheet: What our own tables print besides, or None for any other document.
        end: The index of the line after the last one of the cover, 0 without a cover.
    """

    document: Document | None = None
    subject: str = ""
    previous: tuple[DocumentNumber, ...] = ()
    marking: str = ""
    sheet: Sheet | None = None
    end: int = 0


def read_cover(source: Source, account: Account) -> Cover:
    r"""Read the cover at the beginning of a source, whatever the order of its parts.

    Read are the masthead in one column or in two, the number with its revision and its subject
    codes on one line or on several, and labels with their values on the same line, behind a tab
    or on the next line, in the spellings of `customs_coop.readers.document.labels`; several may
    stand on one line. The number under which a document of the Commission was sent on is that of
    a previous document. The language of the original, the file number of a procedure and the day
    of receipt are recognised; the model has no field for them. Whatever else stands behind such
    a label, or beside the numbers of other documents, is left over.

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
    own = is_sheet(source)
    block = _Block(source, own=own)
    block.scan()
    if block.number is None and not block.fields.get("subject") and not own:
        return block.marking_alone(account)
    for excerpt in block.used:
        account.use(excerpt)
    sheet = read_sheet(source, account, block.number) if own else None
    subject = _text(block.fields.get("subject", []), source=source)
    if own:
        previous = _documents(_text(block.fields.get("previous", []), "\n"))
    else:
        lists = [block.values.get(field, []) for field in _LISTS]
        previous = tuple(dict.fromkeys(one for held in lists for one in listed_documents(held)))
        for held in lists:
            use_listed(held, account)
    end = block.end if sheet is None else max(block.end, sheet.end)
    if block.number is None:
        return Cover(
            subject=subject, previous=previous, marking=block.marking, sheet=sheet, end=end
        )
    marking = block.marking or ("LIMITE" if block.number.limite else None)
    number = block.number
    if marking == Marking.LIMITE.value and not number.limite:
        number = attrs.evolve(number, limite=True)
    document = Document(
        reference=number,
        # Our own tables leave out a subject that says the same as the title.
        title=subject or (sheet.title if sheet else ""),
        date=parse_day(block.date) if block.date else None,
        marking=marking,
        origin=_text(block.fields.get("from", []), source=source),
        addressee=_text(block.fields.get("to", []), source=source),
        previous=previous,
    )
    return Cover(
        document=document,
        subject=subject,
        previous=previous,
        marking=marking or "",
        sheet=sheet,
        end=end,
    )


def is_own_number(line: str, document: Document | None) -> bool:
    """Whether a line holds nothing but the number of the document, as heads and feet of pages do.

    Args:
        line: A line behind the cover.
        document: The document, if its number is known.
    """
    parts = masthead_parts(line) if document is not None and any(map(str.isdecimal, line)) else None
    if document is None or not parts or parts[0].kind != "number" or not _goes_on_list(parts):
        return False
    try:
        found = DocumentNumber.parse(
            " ".join(part.text for part in parts if part.kind != "marking")
        )
    except InvalidValueError:
        return False
    own = document.reference
    return isinstance(own, DocumentNumber) and (found.number, found.year) == (own.number, own.year)


def _documents(text: str) -> tuple[DocumentNumber, ...]:
    """The document numbers that one of our own tables lists, once each."""
    found = printed_references((text,))
    return tuple(dict.fromkeys(one for one in found if isinstance(one, DocumentNumber)))


def _text(parts: list[str], glue: str = " ", source: Source | None = None) -> str:
    """The lines of a value as one text; those that end with a hyphen by the words of the source.

    The hyphen stays, as in "co-operation", unless the source has the word without it and nowhere
    with it.
    """
    folded = (" ".join(part.strip(" *\t\f").split()) for part in parts)
    lines = [line for line in folded if line]
    if source is None or not any(line.endswith(_HYPHENS) for line in lines[:-1]):
        return glue.join(lines)
    words = Vocabulary(line.text for line in source.lines)
    return functools.reduce(words.joined, lines)


def _goes_on_list(parts: tuple[Part, ...]) -> bool:
    """Whether a line holds nothing but numbers of documents, or what belongs to the last one."""
    kinds = {part.kind for part in parts}
    return bool(kinds & {"number", "word"}) and kinds <= {"number", "word", "marking"}


class _Block:
    """The lines of a cover, sorted into its parts."""

    def __init__(self, source: Source, *, own: bool) -> None:
        self.source = source
        self.number: DocumentNumber | None = None
        self.date = ""
        self.marking = ""
        self.fields: dict[str, list[str]] = {}
        self.values: dict[str, list[Excerpt]] = {}  # of the lists of documents
        self.used: list[Excerpt] = []
        self.end = 0
        self._own = own
        self._value = ("", 0)  # the field of the present line, and how long its value is
        self._number = ""
        self._words: list[str] = []
        self._field = ""  # the one whose value may go on
        self._after = ""  # what the line before was: a field, or "kind"
        self._parted = False  # a label parts what comes from the own number
        self._marked: dict[int, Excerpt] = {}  # lines that hold nothing but a marking
        self._listed = False  # the list of previous documents may go on behind a blank line

    def scan(self) -> None:
        for index, line in enumerate(self.source.lines[:_LINES]):
            if not line.text.strip(_BLANKS):
                # A blank line ends whatever runs on; only a value may still be to come.
                if self._field and any(self.fields[self._field]):
                    self._listed = self._field == "previous"
                    self._field = ""
                continue
            if not self._take_line(index, line):
                break
        self._read_number()

    def _take_line(self, index: int, line: Line) -> bool:
        """Take the pieces of a line; whether the cover may go on below it."""
        for start, end in ((0, len(line.text)),) if self._own else split_labels(line.text):
            text = line.text[start:end].strip(_BLANKS)
            at = line.text.index(text, start)
            self._value = ("", 0)
            if self._take(text):
                self._use(index, line.start + at, line.start + at + len(text))
                continue
            if index < _HEAD and not _CODE.match(text):
                for cell in text.split("\t"):
                    self._take_marking(cell)
            if "\t" in text.strip():
                return False  # the body begins with a table
            if "subject" in self.fields or (self.fields and len(text) > _LONGEST_LINE):
                return False  # the body begins
            self._field = self._after = ""
            if self._own and self.fields:
                return False
        return True

    def _use(self, index: int, start: int, end: int) -> None:
        """Enter a piece that was taken; of some values only what is held or known."""
        self.end = index + 1
        if marking_line(self.source.text[start:end]):
            self._marked[index] = Excerpt.of(self.source.text, start, end)
        field, length = self._value
        value = Excerpt.of(self.source.text, end - length, end)
        if field in _LISTS and not self._own:
            self.values.setdefault(field, []).append(value)
            end -= length
        elif field in _UNHELD and not is_known_value(field, value.text):
            end -= length
        self.used.append(Excerpt.of(self.source.text, start, end))

    def _take_marking(self, text: str) -> None:
        """Take a marking that stands beside other words, which stay what they are."""
        found = None if self._own or len(text) > _LONGEST_LINE else marking_in(text)
        if found is None or len(_SMALL.findall(text)) > _MOST_SMALL:
            return
        if not _SMALL.match(text[found[2] :].lstrip()):  # "LIMITE documents" are others
            self.marking = stricter(self.marking, found[0])

    def marking_alone(self, account: Account) -> Cover:
        """The cover that holds nothing but a marking, or nothing at all.

        It ends behind the lines at the top that hold the marking alone.
        """
        for excerpt in self._marked.values():
            account.use(excerpt)
        end = 0
        for index, line in enumerate(self.source.lines[:_LINES]):
            if index in self._marked:
                end = index + 1
            elif line.text.strip(_BLANKS):
                break
        return Cover(marking=self.marking, end=end)

    def _take(self, text: str) -> bool:
        found = self._label(text)
        if found is not None:
            field, value = found
            if field not in _LISTS:
                self._take_marking(value)
            if field == "date" and not self._take_date(value):
                return False
            self._parted = self._parted or field in _PARTING
            self._listed = False
            if field == "file":
                self._take_beside(value)
            self._field = field if field in _LONG or not value.strip() else ""
            self._after = field
            self.fields.setdefault(field, []).append(value)
            self._value = (field, len(value))
            return True
        return self._take_more(text) if self._field else self._take_bare(text)

    def _take_more(self, text: str) -> bool:
        """Take a line on which the value of the field goes on."""
        if is_furniture(text) and not any(map(str.isalnum, text)):
            self._field = ""
            return True
        value = text.lstrip(" :\t")
        if self._field not in _LISTS:
            self._take_marking(value)
        if self._field == "date" and not self._take_date(value):
            return False
        if self._field == "file":
            self._take_beside(value)
        first = not any(self.fields[self._field])
        self.fields[self._field].append(value)
        self._value = (self._field, len(value))
        if first and self._field not in _LONG:
            self._field = ""
        return True

    def _label(self, text: str) -> tuple[str, str] | None:
        """The field and the value of a line that begins with a label."""
        match = _LABELLED.fullmatch(text)
        if match is not None and (field := field_of(match["name"])) is not None:
            return field, match["value"]
        seen = bool(self._number or self.fields)
        alone = field_of(text) if seen and len(text) <= _LONGEST_LABEL else None
        if alone is not None and alone in _ALONE and alone not in self.fields:
            return alone, ""
        # "from the Presidency" is a label only where one is due.
        match = _OPEN.fullmatch(text)
        if match is None or match["value"].endswith((".", ";", ",")):
            return None
        field = field_of(match["name"])
        due = {"from": ("kind", "date", "number"), "to": ("from",)}.get(field or "", ())
        return (field, match["value"]) if field and self._after in due else None

    def _take_beside(self, value: str) -> None:
        """Take what another column printed beside the number of a file."""
        for part in masthead_parts(value) or ():
            self._take_part(part)

    def _take_date(self, value: str) -> bool:
        parts = masthead_parts(value) if value.strip() else ()
        if parts is None or any(part.kind not in ("date", "other") for part in parts):
            return False
        for part in parts:
            self._take_part(part)
        return True

    def _take_bare(self, text: str) -> bool:
        marking = "" if self._own else marking_line(text)
        parts = (Part("marking", marking),) if marking else masthead_parts(text)
        if parts is not None and self._listed and self._number and _goes_on_list(parts):
            self.fields["previous"].append(text)
            self._value = ("previous", len(text))
            return True
        self._listed = False
        if parts is None:
            return False
        kinds = [part.kind for part in parts if part.kind != "other"]
        # Behind number and subject, a word with a figure is a heading of the body.
        done = "subject" in self.fields and self._number and self._after not in ("number", "word")
        if done and ("word" in kinds or "kind" in kinds):
            return False
        if "number" in kinds:
            # Page heads print the own number again; another one has its own words.
            number = next(part.text for part in parts if part.kind == "number")
            self._parted = bool(self._number) and number != self._number
        for part in parts:
            if part.kind != "word" or not self._parted:
                self._take_part(part)
        self._after = kinds[-1] if kinds else self._after
        return True

    def _take_part(self, part: Part) -> None:
        if part.kind == "date":
            self.date = self.date or part.text
        elif part.kind == "number":
            self._number = self._number or part.text
        elif part.kind == "marking":
            self.marking = stricter(self.marking, part.text)
        elif part.kind == "other":
            self._take_marking(part.text)  # as in "DG H 2B LIMITE EN"
        elif part.kind == "word":
            # A series may also stand before the number, as in "JHA 597".
            self._words.append(part.text)

    def _read_number(self) -> None:
        if not self._number:
            return
        words = dict.fromkeys(self._words)  # page heads repeat them
        for attempt in (" ".join([self._number, *words]), self._number):
            try:
                self.number = DocumentNumber.parse(attempt)
            except InvalidValueError:
                continue
            return
