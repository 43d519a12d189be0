"""Page furniture: rules, page heads and page numbers, which are no content."""

import re

__all__ = [
    "is_bare_number",
    "is_bullet_alone",
    "is_furniture",
    "is_numbers_alone",
    "is_opening_words",
    "is_part_heading",
]

_RULE = re.compile(r"[\s_=*~.\-–—]{3,400}")
# Between the rows of a table that was drawn with signs.
_GRID_RULE = re.compile(r"(?=[\s+|:]{0,9}[-=_]{2})[\s+|:_=-]{3,400}")
_PAGE = re.compile(
    r"[-–—]?\s{0,4}(?:(?:page|Seite)\s{1,3})?(?P<page>[0-9]{1,4})"
    r"(?:\s{0,3}(?:/|of|sur|von)\s{0,3}(?P<pages>[0-9]{1,4}))?\s{0,4}[-–—]?",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"(?:LIMITE|PUBLIC)?\s{0,8}(?:DG\s{1,3}[A-Z0-9]{1,3}(?:\s{1,3}[A-Z0-9]{1,3}){0,3})?\s{0,40}"
    r"(?:LIMITE\s{1,40})?(?:EN|FR|DE)(?:\s{1,40}[0-9]{1,4})?"
)
# "14680/05 JPW/kg 3" and "9710/1/97 REV 1 EM/ck EN": number, initials of the typist, page.
_HEAD = re.compile(
    r"[0-9]{4,5}(?:/[0-9]{1,2})?/[0-9]{2}(?:\s{1,20}(?:REV|ADD|COR)\s{1,3}[0-9]{1,2})?"
    r"\s{1,60}[A-Za-z]{1,4}(?:/[A-Za-z]{1,4}){1,3}"
    r"(?:\s{1,60}(?:DG\s[A-Z0-9 ]{1,8}|LIMITE|EN|FR|DE|[0-9]{1,4})){0,4}"
)
_ANNEX = re.compile(
    r"(?:ANNEXE?|ADDENDUM|ANHANG|ANLAGE)(?:\s{1,10}[IVX0-9]{1,4})?"
    r"(?:\s{1,60}(?:DG\s[A-Z0-9 ]{1,8}|LIMITE|EN|FR|DE|[0-9]{1,4})){0,4}"
)
_MASTHEAD = re.compile(
    r"[*\s]{0,8}(?:COUNCIL\s{1,3}OF(?:\s{1,3}THE\s{1,3}EUROPEAN\s{1,3}UNION)?"
    r"|THE\s{1,3}EUROPEAN\s{1,3}UNION"
    r"|CONSEIL\s{1,3}DE(?:\s{1,3}L\s?['’]\s?UNION\s{1,3}EUROP[ÉE]ENNE)?|L\s?['’]\s?UNION\s{1,3}EUROP[ÉE]ENNE"
    r"|RAT\s{1,3}DER(?:\s{1,3}EUROPÄISCHEN\s{1,3}UNION)?|EUROPÄISCHEN\s{1,3}UNION)[*\s]{0,8}",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:[0-9]{1,2}|[IVX]{1,4}|[A-Z])?[.)]?\s{0,4}(?:introduction|background|context|content|contents"
    r"|summary|purpose|scope|aims?|objectives?|structure|methodology|implementation|monitoring"
    r"|follow-?up|conclusions?|general(?:\s{1,3}remarks)?|annex(?:es)?|preamble)"
    r"(?:\s{1,3}(?:of|and|to|in)(?:\s{1,3}[\w-]{1,20}){1,6})?\s{0,3}:?",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:the\s{1,3})?(?:european\s{1,3})?council(?:\s{1,3}of\s{1,3}the\s{1,3}european\s{1,3}(?:union|communit(?:y|ies)))?"
    r"\s{0,3}[,:]?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 80
_SENTENCE_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|should|may|must|can)\b", re.IGNORECASE
)
_BULLET = re.compile(r"[-–—•◦▪‣o\uf0b7*]|\uf0a7")


def is_furniture(line: str) -> bool:
    """Whether a line is a rule, a page number, a page head or the masthead.

    Example:
        >>> is_furniture("14680/05  JPW/kg  3"), is_furniture("____"), is_furniture("14680/05")
        (True, True, False)
    """
    text = line.strip()
    page = _PAGE.fullmatch(text)
    if page is not None:
        # "6667/13" is the number of a document.
        return page["pages"] is None or int(page["page"]) <= int(page["pages"])
    return bool(text) and any(
        pattern.fullmatch(text)
        for pattern in (_RULE, _GRID_RULE, _LANGUAGE, _HEAD, _ANNEX, _MASTHEAD)
    )


def is_part_heading(line: str) -> bool:
    """Whether a line is the usual heading of a part of an introduction.

    Example:
        >>> is_part_heading("Content of the Third Plan"), is_part_heading("Background")
        (True, True)
        >>> is_part_heading("Implementation of the plan has begun"), is_part_heading("Boats")
        (False, False)
    """
    text = line.strip(" \t\f*#_\u00a0")
    return (
        len(text) <= _LONGEST_HEADING
        and _PART.fullmatch(text) is not None
        and not _SENTENCE_VERB.search(text)
    )


def is_opening_words(line: str) -> bool:
    """Whether a line only names those who adopt an act, as its preamble begins.

    Example:
        >>> is_opening_words("THE COUNCIL OF THE EUROPEAN UNION,"), is_opening_words("Council met")
        (True, False)
    """
    return _OPENS.fullmatch(line.strip(" \t\f*_#\u00a0")) is not None


def is_bare_number(line: str) -> bool:
    """Whether a line holds only a figure: a page number at the end of a page, else content.

    Example:
        >>> is_bare_number(" 12 "), is_bare_number("Page 12"), is_bare_number("- 12 -")
        (True, False, False)
    """
    return re.fullmatch(r"[0-9]{1,4}", line.strip()) is not None


def is_bullet_alone(line: str) -> bool:
    """Whether a line holds nothing but the bullet of an item that stands elsewhere."""
    return _BULLET.fullmatch(line.strip()) is not None


def is_numbers_alone(line: str) -> bool:
    """Whether a line holds nothing but a number of one or two figures, such as a footnote's."""
    return re.fullmatch(r"[1-9][0-9]?", line.strip()) is not None
