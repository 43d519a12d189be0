"""The words of a file, and whether two lines of a narrow cell hold the pieces of one word."""

import re
from collections.abc import Iterable

from customs_coop.formats.pages.grids import label_of

__all__ = ["PARTED", "Vocabulary"]

_TAIL = 100  # characters of a line in which its last word is looked for
_LONGEST_PIECE = 40  # characters of a figure that a narrow cell cut
_LAST_WORD = re.compile(r"(?<!\S)[^\W\d_]+$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)[-\u2010\u00ad]$")
_AFTER = re.compile(r"[^\W\d_]+")
PARTED = re.compile(r"[^\s\-–—/][-\u2010/–]$")
"""A line that was broken behind a hyphen or stroke, where no blank is printed."""

_NO_PART = re.compile(r"(?:and|or|to|et|ou|und|oder)\b|[^\w(]")

_DAY, _MONTH, _YEAR = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)[0-9]{2}"
# Dates, spans of years and numbers of documents; none begins or ends with another one of them.
_FIGURE = re.compile(
    rf"{_DAY}(?P<sign>[./-]){_MONTH}(?P=sign){_YEAR}|{_YEAR}-[01][0-9]-[0-3][0-9]"
    rf"|{_YEAR}(?:[-–/](?:{_YEAR}|[0-9]{{2}}))?|[0-9]{{4,5}}/(?:[0-9]/)?[0-9]{{2}}"
)
_CODE = re.compile(r"(?:[A-Z]\.?)?[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}")
_CODE_REST = re.compile(r"[0-9]{1,2}")
# What words end with and no word is by itself, in the languages of such documents.
_ENDING = re.compile(
    r"(?:[bcdfghjklmnpqrstvwxz]{1,3}|(?:[acgimtu]|[cgmst]a|isa|iza)?tions?|s?sions?|ments?|ements?"
    r"|ents|n?ess|[tlrc]y|i?lit(?:y|ies)|it(?:y|ies)|ties|ings?|[ae]nces?|[ieu]?ous|i?tive|ives?"
    r"|ated|ating|ically|i?tés?|eurs?|ungen|keit|heit|schaft)"
)
# Of the pieces without vowels, these stand by themselves (French "l", "d", units, "cf").
_STANDING = re.compile(r"[bcdhlmnpsvwxz]|cf|kg|km|nd|nr|pp|rd|st|th|vs")
# All words of two letters in English, French and German, but for what no such document has.
_TWO_LETTERS = re.compile(
    r"a[bdilmnstu]|b[ey]|c[aei]|d[aeiou]|e[glnrstux]|go|he|i[deflmnst]|j[ei]|l[aei]|m[aeiy]|n[aeio]"
    r"|o[bfhnpru]|ou|os|p[au]|qu|s[aeiou]|t[aeou]|u[mnps]|v[au]|w[eo]|zu"
)


class Vocabulary:
    """The words of a file as they stand within lines, which tell what a hyphen is for.

    Args:
        lines: All lines of the file.

    Example:
        >>> words = Vocabulary(["our co-operation with", "cooperation"])
        >>> words.joined("we want co-", "operation"), words.joined("the meas-", "ures")
        ('we want co-operation', 'the meas-ures')
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        # Of lines, where no edge of a cell can have cut them: a cut word begins its line.
        self._inside: set[str] = set()
        for text in lines:
            found = _WORD.findall(text.casefold())
            # The last word of a line may go on in the next.
            whole = found[:-1] if text.endswith(("-", "\u00ad", "\u2010")) else found
            self._inside.update(whole[1:])
            self._words.update(whole)

    def joined(self, above: str, below: str) -> str:
        """Two lines as one text.

        A hyphen at the end of a line stays, unless the word stands without it elsewhere in the
        file, and nowhere with it.
        """
        before, after = _BEFORE.search(above[-_TAIL:]), _AFTER.match(below)
        if above.endswith("\u00ad"):
            return above[:-1] + below
        if before is not None and after is not None and not _NO_PART.match(below):
            plain = (before["word"] + after[0]).casefold()
            parted = f"{before['word']}-{after[0]}".casefold()
            if after[0][0].islower() and plain in self._words and parted not in self._words:
                return above[:-1] + below
            return above + below
        if PARTED.search(above[-_TAIL:]) and not _NO_PART.match(below):
            return above + below
        return f"{above} {below}"

    def is_cut(self, above: str, below: str) -> bool:
        """Whether a narrow cell cut a word, a date or a number, as far as the pieces tell it.

        A word was cut that the file has elsewhere as a whole, that is the heading of a column, or
        whose rest is the ending of words and no word; a figure where only the two pieces together
        are a date, the number of a document or a code.

        Args:
            above: The only word of a line that leaves no room for another letter.
            below: The line below.

        Example:
            >>> words = Vocabulary(["its effectiveness in our database, in a data base here"])
            >>> words.is_cut("effectiven", "ess of it"), words.is_cut("data", "base")
            (True, False)
            >>> words.is_cut("31.12.200", "6"), words.is_cut("2005", "2006")
            (True, False)
        """
        if _is_cut_figure(above[-_LONGEST_PIECE:], below[:_LONGEST_PIECE]):
            return True
        pieces = self._pieces(above, below)
        if pieces is None:
            return False
        if "".join(pieces).casefold() in self._words or label_of(above + below) is not None:
            return True
        before, after = pieces
        return (
            len(before) > 2
            and _STANDING.fullmatch(after) is None
            and after not in self._inside
            and (_ENDING.fullmatch(after) is not None or _is_no_word(after))
        )

    def may_be_cut(self, above: str, below: str) -> bool:
        """Whether a line may begin with the rest of the word or figure that ends the line above.

        Example:
            >>> words = Vocabulary(["of customs control here"])
            >>> words.may_be_cut("Inform", "ation"), words.may_be_cut("EUROP", "OL, COM")
            (True, True)
            >>> words.may_be_cut("customs", "control"), words.may_be_cut("CCWG", "Commission")
            (False, False)
            >>> words.may_be_cut("31/12/2", "006"), words.may_be_cut("31.12.2006", "15.3.2007")
            (True, False)
        """
        last, first = above[-1:], below[:1]
        if last.isalpha() and first.isalpha():
            return self._pieces(above, below) is not None
        if not first.isdigit() or _FIGURE.fullmatch(above[-_LONGEST_PIECE:]):
            return False
        return last.isdigit() or last in "./-"

    def _pieces(self, above: str, below: str) -> tuple[str, str] | None:
        """What may be the pieces of one word; None where both are words of the file."""
        before, after = _LAST_WORD.search(above[-_TAIL:]), _AFTER.match(below)
        if before is None or after is None or not _is_one_case(before[0], after[0]):
            return None
        both = self._inside.issuperset((before[0].casefold(), after[0].casefold()))
        return None if both else (before[0], after[0])


def _is_one_case(before: str, after: str) -> bool:
    """Whether two pieces may be one word: "Inform" and "ation", "EUROP" and "OL"."""
    if len(before) > 1 and before.isupper():
        return after.isupper()
    return after[0].islower()


def _is_no_word(piece: str) -> bool:
    return (
        len(piece) == 2
        and piece.isascii()
        and piece.islower()
        and not _TWO_LETTERS.fullmatch(piece)
    )


def _is_cut_figure(above: str, below: str) -> bool:
    rest = below.split(" ", 1)[0].rstrip(",;")
    if " " in above or len(above) < 3 or not rest or _FIGURE.fullmatch(above):
        return False
    if _FIGURE.fullmatch(above + rest):
        return True
    # More than the last figures of a code may be another one.
    code = _CODE_REST.fullmatch(below) is not None and above[-1] in "0123456789."
    return code and _CODE.fullmatch(above + below) is not None
