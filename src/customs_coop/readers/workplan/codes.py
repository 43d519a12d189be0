"""The code in a cell of a table, in the spellings in which tables print one."""

import re
from collections.abc import Callable

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.markup import read_cell

__all__ = [
    "code_form",
    "code_without_mark",
    "doubtful_code",
    "is_code",
    "own_code",
    "read_code",
    "read_doubtful_code",
]

_CODE = re.compile(
    r"(?:[A-Za-z]{1,4}[.\s-]?)?[0-9]{1,4}(?:\.[0-9]{1,4}){0,4}\.?[a-z]?|[A-Z]{1,2}(?:\.[0-9]{1,3})?"
    r"|[IVX]{1,6}"
)
# The parts of an action are lettered: "8(a)". With a blank between, it may as well be a remark.
_PART = r"(?<=[0-9a-zIVX])\((?:[a-z]|[ivx]{2,4})\)"
_LETTERED = re.compile(rf"(?P<code>.{{1,40}}){_PART}", re.DOTALL)
# What was put in later, as the Council and French texts number it: "1.1bis", "3 ter", "2-bis".
_COUNT = r"(?:bis|ter|quater|quinquies)"
_LATER = rf"(?:\s|(?<=[0-9])-?){_COUNT}"
_ALONE = re.compile(rf"(?:{_CODE.pattern})(?:{_LATER})?")
# In a table of ours, whatever is made of figures, letters and Roman figures.
_PIECE = (
    r"(?:[0-9]{1,4}(?![0-9])"
    r"|(?:[A-Za-z]|[A-Z]{2}|[IVXLC]{2,7}|[ivxlc]{2,7})(?![A-Za-z]))"
)
_OWN_CODE = re.compile(rf"{_PIECE}(?:[.\s]?{_PIECE}){{0,6}}(?:[.\s-]?{_COUNT})?")
_PART_APART = re.compile(r"\((?:[a-z]|[ivx]{2,4}|[0-9]{1,2})\)")
# The word before a code in its cell, as in "Action 12".
_WORD = r"(?:(?:Action|Activity|Measure|Item|Mesure|Ma(?:ß|ss)nahme|No|Nr|N°)\.?\s{1,4})?"
_CODE_CELL = re.compile(
    rf"{_WORD}(?P<open>[\[(])?(?P<code>(?:{_CODE.pattern})(?:{_LATER}|{_PART})?|[a-z](?=\)))(?:(?<=[0-9])[°º])?(?(open)[\])]|\)?)\.?"
    r"(?:\s{0,3}(?P<remark>[(\[][^()\[\]]{1,60}[)\]]))?"
)
# "1. 2": the end of a line or a narrow cell parts the figures behind their full stop.
_PARTED = re.compile(r"(?<=[0-9]\.)\s{1,4}(?=[0-9])")
_FIGURES = r"[A-Z]{0,3}[.-]?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-z]?"
# What may be a range, several codes, or one code in a notation of its own.
_DOUBTFUL = re.compile(
    rf"{_WORD}(?P<code>{_FIGURES}(?:\s?[,;/&+–—-]\s?(?:{_FIGURES}|[a-z])"
    rf"|\s(?:to|and|à|et|bis|und)\s{_FIGURES}){{1,5}})[.)]?"
)
_MARKS = re.compile(r"[⁰¹²³⁴-⁹⁽⁾†‡]{1,8}")
_LONGEST_CELL = 200  # characters


def is_code(text: str) -> bool:
    """Whether a cell looks like the code of an action: "5.10", "8", "A", "B.2", "1.2.3".

    Example:
        >>> [is_code(text) for text in ("5.10", "B2", "3 ter", "Code", "")]
        [True, True, True, False, False]
    """
    return _ALONE.fullmatch(text) is not None


def read_code(cell: str) -> tuple[str, str] | None:
    """The code in a cell, and a remark in brackets behind it; None where it holds no code.

    Tags, stars, footnote marks, square brackets, blanks behind a full stop and a word such as
    "Action" before the code are left out.

    Example:
        >>> read_code("<b>1.10</b>"), read_code("1.6 (new)"), read_code("Total")
        (('1.10', ''), ('1.6', '(new)'), None)
        >>> read_code("Action 12"), read_code("Actions"), read_code("WP-3")
        (('12', ''), None, ('WP-3', ''))
        >>> read_code("b)"), read_code("XII."), read_code("a")
        (('b', ''), ('XII', ''), None)
        >>> read_code("8(a)"), read_code("8 (a)"), read_code("8(1)")
        (('8(a)', ''), ('8', '(a)'), ('8', '(1)'))
        >>> read_code("1. 2"), read_code("8°"), read_code("1.10 bis"), read_code("1,3")
        (('1.2', ''), ('8', ''), ('1.10 bis', ''), None)
        >>> read_code("1.1bis"), read_code("B.2 ter (new)"), read_code("1 bis 3"), read_code("bis")
        (('1.1bis', ''), ('B.2 ter', '(new)'), None, None)
    """
    if len(cell) > _LONGEST_CELL:
        return None
    cell = _bare(cell)
    match = _CODE_CELL.fullmatch(cell.rstrip(".")) or _CODE_CELL.fullmatch(_PARTED.sub("", cell))
    return None if match is None else (match["code"], match["remark"] or "")


def own_code(cell: str) -> tuple[str, str] | None:
    """The code in a cell of one of our own tables: all of its words, but for a remark.

    Example:
        >>> own_code("8 (a)"), own_code("1.1."), own_code("1.6 (new)"), own_code("Total")
        (('8 (a)', ''), ('1.1.', ''), ('1.6', '(new)'), None)
        >>> own_code("a"), read_code("a")
        (('a', ''), None)
        >>> own_code("II.a"), own_code("1.1 a"), own_code("iv"), own_code("1-2")
        (('II.a', ''), ('1.1 a', ''), ('iv', ''), None)
    """
    found = read_code(cell)
    if found is None and len(cell) <= _LONGEST_CELL:
        words = " ".join(_bare(cell).split())
        return (words, "") if _OWN_CODE.fullmatch(words) else None
    if found is None or (found[1] and not _PART_APART.fullmatch(found[1])):
        return found
    return " ".join(_bare(cell).split()), ""


def code_without_mark(code: str, known: Callable[[str], bool]) -> tuple[str, str]:
    """A code and the mark of a note behind it, which may look like the letter of a part.

    Args:
        code: The code as it was read.
        known: Whether there is a note with a mark.

    Example:
        >>> code_without_mark("8(a)", {"(a)"}.__contains__)
        ('8', '(a)')
        >>> code_without_mark("8(b)", {"(a)"}.__contains__)
        ('8(b)', '')
    """
    match = _LETTERED.fullmatch(code)
    if match is None or not known(mark := code[match.end("code") :]):
        return code, ""
    return match["code"], mark


def read_doubtful_code(cell: str) -> str | None:
    """What stands where the code should and may be a range of codes, or several; else None.

    An action has to have one code, and these figures are all that there is to point at it.

    Example:
        >>> read_doubtful_code("1.8-1.9"), read_doubtful_code("1,3"), read_doubtful_code("4-1")
        ('1.8-1.9', '1,3', '4-1')
        >>> read_doubtful_code("1.8"), read_doubtful_code("2 boxes"), read_doubtful_code("-")
        (None, None, None)
    """
    if len(cell) > _LONGEST_CELL:
        return None
    match = _DOUBTFUL.fullmatch(" ".join(_bare(cell).split()))
    return None if match is None else match["code"]


def doubtful_code(code: str, span: Span) -> Diagnostic:
    """Tell that a code may be a range or several codes.

    Args:
        code: The code as printed.
        span: Where its row stands.
    """
    message = f'"{code}" may be a range, or several codes; it is kept as one'
    return diagnose("CC134", message, subject=code, span=span)


def _bare(cell: str) -> str:
    """The words of a cell without tags, stars and footnote marks."""
    if is_code(cell.strip()):
        return cell.strip()
    cell = read_cell(Excerpt.of(cell)).text if "<" in cell or "&" in cell else cell
    return _MARKS.sub("", cell.strip("*_ \f\t\u00a0")).strip("*_ \f\u00a0").strip()


def code_form(code: str) -> tuple[bool, bool, int]:
    """Whether a code begins with a letter and has a figure, and its number of points.

    Example:
        >>> code_form("A.2"), code_form("4")
        ((True, True, 1), (False, True, 0))
    """
    return code[0].isalpha(), any(map(str.isdecimal, code)), code.count(".")
