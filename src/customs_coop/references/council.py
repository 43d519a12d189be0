"""The numbers of Council documents, as in "11167/5/03 REV 5 ENFOCUSTOM 29 ENFOPOL 84"."""

import re

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.references.base import (
    Pattern,
    Stages,
    built,
    full_year,
    language_code,
    matches,
    optional,
    parse_whole,
    short_year,
    whole_number,
)

__all__ = ["DocumentNumber", "has_suffix", "read_document_number", "read_parts"]

#: The public register has no files of earlier years.
_REGISTER_STARTS = 1999

# Subject codes in use. An unknown one is read too, but only in a place that leaves no doubt.
_STEM_WORDS = (
    "AGRI ASIM ATO CATS CH CODEC COMAR COMIX COPEN CORDROGUE COSDP COSI COTER CRIMORG CSDP/PSDC "
    "CYBER DAPIX DATAPROTECT DROIPEN ECO ECOFIN EJN ELERG ENER ENFOCUSTOM ENFOPOL ENV EUROJUST "
    "EUROPOL FREMP FRONT GENVAL JAI JAIEX JHA JUR JUSTCIV LEX MI MIGR PE PECHE PESC PI POLGEN "
    "POLMAR POLMIL PRCO PRESSE PROAPP PROCIV RELEX SIRIS TELECOM TRANS UD USA WPS"
)
_STEMS = frozenset(_STEM_WORDS.split())
# Capitals with a figure behind them that are no subject code.
_OTHER_WORDS = (
    "ADD AND ANNEX APPENDIX ARTICLE CHAPTER COR DG DOC FROM INIT LIMITE NO NOTE OF OJ ON PAGE PART "
    "POINT REV SECTION TABLE THE TO JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER "
    "OCTOBER NOVEMBER DECEMBER"
)
_NOT_STEMS = frozenset(_OTHER_WORDS.split())
_STEM = Pattern(r"[A-Z]{2,16}(?:/[A-Z]{2,8})?")
_SERIES = Pattern(r"ST|CM|DS|AD|SN|PE-CONS")

_HEAD = Pattern(
    r"(?:(?P<series>ST|CM|DS|AD|SN|PE-CONS)[ -]?)?"
    r"(?P<number>[0-9]{1,5})"
    r"(?:(?:/(?P<revision>[1-9][0-9]?))?/(?P<short>[0-9]{2})"
    # the file names of the register, "ST-11993-2005-REV-1"
    r"|(?(series)[ -](?P<long>(?:19[5-9]|20[0-4])[0-9])|(?!)))"
    r"(?![\w/]|[.,-][0-9])"
)
_SUFFIX = Pattern(
    r"(?P<gap>\s{0,120}(?:[+,–—-]\s{0,120})?)"
    r"(?:(?P<part>REV|ADD|COR)[\s.-]{0,4}(?P<figure>[0-9]{1,2})"
    r"|(?P<marking>LIMITE|INIT)"
    r"|(?P<stem>[A-Z]{2,16}(?:/[A-Z]{2,8})?)"
    r"(?P<blank>[^\S\t\n]{1,60}|[^\S\t\n]{0,60}\n[^\S\t\n]{0,60})(?P<running>[0-9]{1,4}))"
    r"(?!\w|[/.][0-9])"
)

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
        if _STEM.fullmatch(stem) is None or stem in _NOT_STEMS or not 0 <= number <= 9999:
            raise InvalidValueError(f"{stem} {number} is not a subject code")


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
        """Read a number as printed; the parts after the year may stand in any order.

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
        """
        return parse_whole(text, read_document_number, _STAGES, "a Council document number")

    @property
    def conflict(self) -> bool:
        """Whether the figure between the strokes and the stated revision disagree."""
        return self.stated_revision is not None and self.stated_revision != self.revision

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
        parts = (("ADD", self.addendum), ("REV", self.revision), ("COR", self.corrigendum))
        suffix = "-".join(f"{name}-{figure}" for name, figure in parts if figure) or "INIT"
        series = "PE" if self.series == "PE-CONS" else self.series
        name = f"{series}-{self.number}-{self.year}-{suffix}"
        return f"https://data.consilium.europa.eu/doc/document/{name}/{code}/pdf"

    def cite(self) -> str:
        """Give all that was printed, in the order REV, ADD, COR, marking, subject codes.

        Returns:
            The citation; `parse` gives the same fields again.

        Example:
            >>> DocumentNumber.parse("6285/06 ENFOCUSTOM 22 UD 23 + COR 1").cite()
            '6285/06 COR 1 ENFOCUSTOM 22 UD 23'
        """
        return self._print(
            self.stated_revision,
            (
                *(("LIMITE",) if self.limite else ()),
                *(f"{stem} {number}" for stem, number in self.subjects),
            ),
        )

    def __str__(self) -> str:
        return self._print(self.revision, ())

    def _print(self, stated: int | None, more: tuple[str, ...]) -> str:
        middle = f"/{self.revision}" if self.revision else ""
        head = f"{self.number}{middle}/{short_year(self.year)}"
        parts = (("REV", stated), ("ADD", self.addendum), ("COR", self.corrigendum))
        return " ".join(
            (
                *(() if self.series == "ST" else (self.series,)),
                head,
                *(f"{name} {figure}" for name, figure in parts if figure),
                *more,
            )
        )


def read_document_number(text: str, start: int) -> tuple[DocumentNumber, int] | None:
    """Read a number that is known to stand at an index.

    Args:
        text: The text.
        start: Where the number, or its series, begins.

    Returns:
        The number and its end, or None.

    Example:
        >>> read_document_number("see 9710/97", 4)[1]
        11
    """
    read = read_parts(text, start, strict=False)
    return None if read is None else (read[0], read[1])


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
    match = _SUFFIX.match(text, at)
    return match is not None and (match["stem"] is None or match["stem"] in _STEMS)


def read_parts(text: str, start: int, *, strict: bool) -> tuple[DocumentNumber, int, bool] | None:
    """Read a number, and whether anything beside it says that it is one.

    Args:
        text: The text.
        start: Where the number, or its series, begins.
        strict: Whether an unknown subject code is read only in a place that leaves no doubt.

    Returns:
        The number, its end, and whether a series, a REV, a marking or a known subject code
        supports it; or None.

    Example:
        >>> read_parts("9710/97 ENFOCUSTOM 45", 0, strict=True)[1:]
        (21, True)
    """
    head = _HEAD.match(text, start)
    if head is None:
        return None
    end = head.end()
    supported = head["series"] is not None
    parts: dict[str, int] = {}
    subjects: list[tuple[str, int]] = []
    limite = False
    while (match := _SUFFIX.match(text, end)) is not None:
        if part := match["part"]:
            if part in parts or int(match["figure"]) == 0:
                break
            parts[part] = int(match["figure"])
            supported = True
        elif marking := match["marking"]:
            limite = limite or marking == "LIMITE"
            supported = True
        else:
            stem = match["stem"]
            known = stem in _STEMS
            if stem in _NOT_STEMS or (strict and not _fits(match)):
                break
            subjects.append((stem, int(match["running"])))
            supported = supported or known
        end = match.end()
    number = built(
        lambda: DocumentNumber(
            number=int(head["number"]),
            year=full_year(head["short"] or head["long"]),
            series=head["series"] or "ST",
            revision=int(head["revision"]) if head["revision"] else None,
            stated_revision=parts.get("REV"),
            addendum=parts.get("ADD"),
            corrigendum=parts.get("COR"),
            subjects=tuple(subjects),
            limite=limite,
        )
    )
    return None if number is None else (number, end, supported)


def _fits(match: re.Match[str]) -> bool:
    """Whether a code stands where a code can be, and not a party in the next cell or line."""
    if match["stem"] in _STEMS:
        return "\t" not in match["gap"]
    on_one_line = not f"{match['gap']}{match['blank']}".strip(" \u00a0")
    return on_one_line and len(match["stem"]) >= 3 and "/" not in match["stem"]
