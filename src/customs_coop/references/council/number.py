"""The value: what names a document in the register of the Council."""

from typing import Literal, TypeAlias

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.references.base import (
    Pattern,
    Stages,
    built,
    language_code,
    matches,
    optional,
    parse_whole,
    short_year,
    whole_number,
)
from customs_coop.references.council.addresses import read_address, read_name
from customs_coop.references.council.advice import way_out
from customs_coop.references.council.codes import is_stem
from customs_coop.references.council.reading import Parts, read_head, read_suffixes, suffix_at

__all__ = [
    "CitationStyle",
    "DocumentNumber",
    "check_number",
    "has_suffix",
    "made_of",
    "read_document_number",
]

#: How a number is printed: "11167/5/03 REV 5 ENFOCUSTOM 29", or with the codes before REV.
CitationStyle: TypeAlias = Literal["codes-last", "codes-first"]

#: The public register has no files of earlier years.
_REGISTER_STARTS = 1999

_SERIES = Pattern(r"ST|CM|DS|AD|SN|PE-CONS")
_STAGES: Stages = (
    (
        Pattern(r"(?:(?:ST|CM|DS|AD|SN|PE-CONS)[ -]?)?[0-9]{1,5}(?![0-9])"),
        "a number of one to five figures was expected",
    ),
    (
        Pattern(r"(?:/[1-9][0-9]?)?/[0-9]{2}(?![0-9])"),
        "a stroke and a year of two figures were expected",
    ),
)


def _check_subjects(_: object, __: object, value: object) -> None:
    if not isinstance(value, tuple):
        raise TypeError(f"subjects takes a tuple of (code, number), not {value!r}")
    for subject in value:
        if not (isinstance(subject, tuple) and len(subject) == 2):
            raise TypeError(f"a subject is a pair such as ('ENFOCUSTOM', 104), not {subject!r}")
        stem, number = subject
        if not isinstance(stem, str) or not isinstance(number, int) or isinstance(number, bool):
            raise TypeError(f"a subject is a pair such as ('ENFOCUSTOM', 104), not {subject!r}")
        if not is_stem(stem) or not 0 <= number <= 9999:
            raise InvalidValueError(f"{stem} {number} is not a subject code")
    if len(set(value)) != len(value):
        raise InvalidValueError(f"subjects names a subject code twice: {value!r}")


@attrs.frozen
class DocumentNumber:
    """The number of a document in the register of the Council.

    Two numbers are equal when they name the same file: series, number, year, revision, addendum
    and corrigendum. Subject codes, the marking and a stated revision are kept and not compared.
    The figures of the subject codes start anew each year and identify nothing.

    Args:
        number: The running number within the year, 1 to 99999.
        year: The year in four figures, 1950 to 2049; two of them are printed.
        series: "ST" (never printed), "CM", "DS", "AD", "SN" or "PE-CONS".
        revision: The figure between the strokes, else the stated one.
        stated_revision: The figure after REV, as printed.
        addendum: The figure after ADD.
        corrigendum: The figure after COR.
        subjects: Pairs of subject code and figure, in the order printed.
        limite: Whether the marking LIMITE is printed.

    Raises:
        InvalidValueError: If a figure is out of its bounds or a code has another form.
        TypeError: If a value has another type.

    Example:
        >>> number = DocumentNumber.parse("15315/2/03 ENFOCUSTOM 41 REV 1")
        >>> str(number), number.conflict
        ('15315/2/03 REV 2', True)
        >>> number.cite()
        '15315/2/03 REV 1 ENFOCUSTOM 41'
        >>> number.url()
        'https://data.consilium.europa.eu/doc/document/ST-15315-2003-REV-2/en/pdf'
    """

    number: int = attrs.field(validator=whole_number(1, 99999))
    year: int = attrs.field(validator=whole_number(1950, 2049))
    series: str = attrs.field(default="ST", validator=matches(_SERIES, "a series of the register"))
    revision: int | None = attrs.field(default=None, validator=optional(whole_number(1, 99)))
    stated_revision: int | None = attrs.field(
        default=None, eq=False, validator=optional(whole_number(1, 99))
    )
    addendum: int | None = attrs.field(default=None, validator=optional(whole_number(1, 99)))
    corrigendum: int | None = attrs.field(default=None, validator=optional(whole_number(1, 99)))
    subjects: tuple[tuple[str, int], ...] = attrs.field(
        default=(), eq=False, validator=_check_subjects
    )
    limite: bool = attrs.field(
        default=False, eq=False, validator=attrs.validators.instance_of(bool)
    )

    def __attrs_post_init__(self) -> None:
        if self.revision is None and self.stated_revision is not None:
            object.__setattr__(self, "revision", self.stated_revision)

    @classmethod
    def parse(cls, text: str) -> "DocumentNumber":
        """Read a number as printed, or the name or address of its file in the register.

        The parts after the year may stand in any order. A hyphen or a blank beside a stroke and a
        year of four figures are read where nothing else can be meant, and so are codes that a
        scan has torn ("E FOCUSTOM 112"). The language in an address or beside a corrigendum is
        not kept.

        Args:
            text: The number alone, such as "11167/5/03 ENFOCUSTOM 29 ENFOPOL 84 REV 5".

        Returns:
            The number.

        Raises:
            ReferenceSyntaxError: If the text is something else; the fault is underlined.

        Example:
            >>> DocumentNumber.parse("ST-11993-2005-REV-1")
            DocumentNumber(number=11993, year=2005, series='ST', revision=1, stated_revision=1, \
addendum=None, corrigendum=None, subjects=(), limite=False)
            >>> str(DocumentNumber.parse("st14583-re03.en09.pdf"))
            '14583/3/09 REV 3'
        """
        return parse_whole(text, _read_alone, _STAGES, "a Council document number", way_out)

    @property
    def conflict(self) -> bool:
        """Whether the figure between the strokes and the stated revision disagree."""
        return self.stated_revision is not None and self.stated_revision != self.revision

    @property
    def register_id(self) -> str:
        """The name that the register uses, such as "ST-14680-2005-INIT"."""
        parts = (("ADD", self.addendum), ("REV", self.revision), ("COR", self.corrigendum))
        suffix = "-".join(f"{name}-{figure}" for name, figure in parts if figure) or "INIT"
        series = "PE" if self.series == "PE-CONS" else self.series
        return f"{series}-{self.number}-{self.year}-{suffix}"

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address, or None where `url` gives one."""
        if self.year < _REGISTER_STARTS:
            return f"the public register starts in {_REGISTER_STARTS}"
        return None

    def url(self, language: str = "en") -> str | None:
        """Give the address of the file in the public register, formed offline.

        Whether an old or a LIMITE document can be read there is not known offline.

        Args:
            language: The two letters of an official language.

        Returns:
            The address, or None before 1999.

        Raises:
            InvalidValueError: If the Union has no such official language.

        Example:
            >>> DocumentNumber(14680, 2005).url("fr")
            'https://data.consilium.europa.eu/doc/document/ST-14680-2005-INIT/fr/pdf'
        """
        code = language_code(language)
        if self.unresolvable:
            return None
        return f"https://data.consilium.europa.eu/doc/document/{self.register_id}/{code}/pdf"

    def supersedes(self, other: "DocumentNumber") -> bool:
        """Tell whether this is a later revision of the same document.

        A document without a revision comes before REV 1. An addendum is a document of its own,
        with its own revisions. A corrigendum supersedes nothing.

        Args:
            other: Another number.

        Returns:
            Whether this one takes its place.

        Raises:
            TypeError: If `other` is no DocumentNumber.

        Example:
            >>> later = DocumentNumber.parse("14680/2/05 REV 2")
            >>> later.supersedes(DocumentNumber.parse("14680/05")), later.supersedes(later)
            (True, False)
        """
        return (
            self.is_version_of(other)
            and self.corrigendum is None
            and (self.revision or 0) > (other.revision or 0)
        )

    def is_version_of(self, other: "DocumentNumber") -> bool:
        """Tell whether two numbers differ at most in their revision and corrigendum.

        Args:
            other: Another number.

        Returns:
            Whether both are of one document: the same series, number, year and addendum.

        Raises:
            TypeError: If `other` is no DocumentNumber.

        Example:
            >>> number = DocumentNumber(14680, 2005)
            >>> number.is_version_of(DocumentNumber(14680, 2005, addendum=1))
            False
        """
        check_number(other)
        return (self.series, self.number, self.year, self.addendum) == (
            other.series,
            other.number,
            other.year,
            other.addendum,
        )

    def cite(self, style: CitationStyle = "codes-last") -> str:
        """Give all that was printed.

        Documents of about 2005 mostly print the subject codes before REV, later ones behind it.

        Args:
            style: "codes-last" for REV, ADD, COR, marking, subject codes; "codes-first" for
                subject codes, REV, ADD, COR, marking.

        Returns:
            The citation; `parse` gives the same fields again, whatever the style.

        Raises:
            InvalidValueError: If there is no such style.

        Example:
            >>> number = DocumentNumber.parse("6285/06 ENFOCUSTOM 22 UD 23 + COR 1")
            >>> number.cite()
            '6285/06 COR 1 ENFOCUSTOM 22 UD 23'
            >>> number.cite("codes-first")
            '6285/06 ENFOCUSTOM 22 UD 23 COR 1'
        """
        if style not in ("codes-last", "codes-first"):
            raise InvalidValueError(f"a style is codes-last or codes-first, not {style!r}")
        codes = tuple(f"{stem} {number}" for stem, number in self.subjects)
        parts = (*self._parts(self.stated_revision), *(("LIMITE",) if self.limite else ()))
        ordered = (*parts, *codes) if style == "codes-last" else (*codes, *parts)
        return " ".join((self._head(), *ordered))

    def __str__(self) -> str:
        return " ".join((self._head(), *self._parts(self.revision)))

    def _head(self) -> str:
        series = "" if self.series == "ST" else f"{self.series} "
        middle = f"/{self.revision}" if self.revision else ""
        return f"{series}{self.number}{middle}/{short_year(self.year)}"

    def _parts(self, stated: int | None) -> tuple[str, ...]:
        parts = (("REV", stated), ("ADD", self.addendum), ("COR", self.corrigendum))
        return tuple(f"{name} {figure}" for name, figure in parts if figure)


def check_number(value: object) -> None:
    """Refuse what is not a number, and tell how to get one.

    Args:
        value: What was given.

    Raises:
        TypeError: If it is no DocumentNumber.

    Example:
        >>> check_number("9710/97")
        Traceback (most recent call last):
        TypeError: a DocumentNumber is wanted, not str; DocumentNumber.parse reads a text
    """
    if isinstance(value, DocumentNumber):
        return
    hint = ""
    if isinstance(value, str):
        hint = "; DocumentNumber.parse reads a text"
    elif isinstance(getattr(value, "reference", None), DocumentNumber):
        hint = "; the number is its .reference"
    raise TypeError(f"a DocumentNumber is wanted, not {type(value).__name__}{hint}")


def made_of(parts: Parts) -> DocumentNumber | None:
    """Make a number of what was read.

    Args:
        parts: The parts as printed.

    Returns:
        The number, or None where none can have such figures.

    Example:
        >>> made_of(Parts(0, 1997, 4)) is None
        True
    """
    return built(
        lambda: DocumentNumber(
            number=parts.number,
            year=parts.year,
            series=parts.series,
            revision=parts.revision,
            stated_revision=parts.stated.get("REV"),
            addendum=parts.stated.get("ADD"),
            corrigendum=parts.stated.get("COR"),
            subjects=tuple(parts.subjects),
            limite=parts.limite,
        )
    )


def read_document_number(text: str, start: int) -> tuple[DocumentNumber, int] | None:
    """Read a number that is known to stand at an index of running text.

    Args:
        text: The text.
        start: Where the number, its series or its address begins.

    Returns:
        The number and its end, or None.

    Example:
        >>> read_document_number("see 9710/97", 4)[1]
        11
    """
    return _read(text, start, strict=True)


def _read_alone(text: str, start: int) -> tuple[DocumentNumber, int] | None:
    return _read(text, start, strict=False)


def _read(text: str, start: int, *, strict: bool) -> tuple[DocumentNumber, int] | None:
    parts = read_address(text, start) or read_name(text, start)
    if parts is None:
        parts = read_head(text, start)
        if parts is None or not read_suffixes(text, parts, strict=strict):
            return None
        if not parts.certain and (parts.long or (parts.loose and not parts.unmistakable)):
            return None
    number = made_of(parts)
    return None if number is None else (number, parts.end)


def has_suffix(text: str, at: int) -> bool:
    """Tell whether a REV, ADD, COR, marking or known subject code stands at an index.

    Args:
        text: The text.
        at: Just behind a number and year.

    Returns:
        Whether what stands before can only be a Council document number.

    Example:
        >>> has_suffix("6789/04 ENFOCUSTOM 13", 7)
        True
    """
    suffix = suffix_at(text, at, strict=True)
    return suffix is not None and suffix.known
