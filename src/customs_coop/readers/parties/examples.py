"""Parties that are named as examples of others: "agencies such as Europol and Eurojust"."""

import re

from customs_coop.readers.parties.names import bare_name, body, is_role_remark
from customs_coop.readers.parties.splitting import split_names
from customs_coop.references.base import Pattern

__all__ = ["find_examples", "split_examples"]

_WORDS = (
    r"(?:such\s{1,3}as|including|incl\.?|e\.\s?g\.|for\s{1,3}(?:example|instance)|notably|in\s{1,3}particular"
    r"|particularly|especially"
    r"|tel(?:le)?s?\s{1,3}que|notamment|y\s{1,3}compris|par\s{1,3}exemple|p\.\s?ex\."
    r"|(?:wie\s{1,3})?(?:z\.\s?B\.|zum\s{1,3}Beispiel)|einschlie(?:ß|ss)lich|insbesondere)"
)
_OPEN = Pattern(rf",?\s{{1,3}}{_WORDS},?\s{{1,3}}(?P<named>[^;()\n]{{1,300}})", re.IGNORECASE)
_BRACKET = Pattern(
    rf"\s{{0,3}}\(\s{{0,3}}{_WORDS},?\s{{1,3}}(?P<named>[^;()]{{1,300}})\)\s{{0,3}}[.,;]?\Z",
    re.IGNORECASE,
)
_AND_SO_ON = Pattern(
    r",?\s{0,3}(?:(?:and|or|et|und)\s{1,3}(?:others?|so\s{1,3}on|the\s{1,3}like|autres|andere)"
    r"|etc|usw|…|\.\.\.)\s{0,3}[.,]?\Z",
    re.IGNORECASE,
)
# What in small letters is a body all the same: its last word says so.
_BODY = Pattern(
    r"(?:[^\W\d_][\w’'-]{1,30}\s{1,3}){0,3}(?:guards?|police|customs|gendarmerie|navy|services|forces"
    r"|authorities|administrations|agencies|units|bodies|organi[sz]ations|offices|ministries|prosecutors"
    r"|garde[s-]{1,2}frontières?|garde-côtes|gendarmes|autorités|administrations|agences|organismes"
    r"|grenzschutz|polizei|zoll|behörden|verwaltungen|agenturen|dienste)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\A(?:(?:the|l[ae]s?|der|die|das)\s{1,3}(?=\S)|l['’]\s?)", re.IGNORECASE)
_BETWEEN = re.compile(r",\s{0,3}(?:(?:and|or|et|ou|und|oder)\s{1,3})?|\s/\s")
_LAST = re.compile(r"\s(?:and|or|et|ou|und|oder)\s(?=\S)")


def find_examples(text: str) -> tuple[tuple[int, int], ...]:
    """Where examples outside brackets begin and end, so that their commas part no cell.

    Example:
        >>> text = "CCWP, agencies such as Europol, Eurojust; WCO"
        >>> [text[start:end] for start, end in find_examples(text)]
        [' such as Europol, Eurojust']
    """
    return tuple(
        match.span() for match in _OPEN.finditer(text) if _named(match["named"]) is not None
    )


def split_examples(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The name of a party, and those that are named as examples of it; None where none are.

    Everything behind "such as" has to be a name: a remark, as in "including on request", names
    nobody.

    Example:
        >>> split_examples("Parties at the borders (including border guards, FRONTEX etc.)")
        ('Parties at the borders', ('border guards', 'FRONTEX'))
        >>> split_examples("Project Group (including experts from all sides)")
    """
    match = _BRACKET.search(text) or _OPEN.search(text)
    if match is None or match.end() < len(text.rstrip(" .,;")):
        return None
    whole = text[: match.start()].strip(" ,")
    named = _named(match["named"])
    return (whole, named) if whole and named else None


def _named(text: str) -> tuple[str, ...] | None:
    """The names of a list; None where anything in it is none."""
    rest = _AND_SO_ON.sub("", text.strip())
    found: list[str] = []
    for piece in _BETWEEN.split(rest):
        # "Police and border guards", but "Police and Customs Group".
        parts = [name for name, _ in split_names(piece)]
        halves = _LAST.split(piece)
        if len(parts) == 1 and halves[-1][:1].islower() and all(map(_is_name, halves)):
            parts = halves
        found += [_ARTICLE.sub("", part.strip(" .")) for part in parts]
    return tuple(found) if found and all(map(_is_name, found)) else None


def _is_name(text: str) -> bool:
    bare = bare_name(text)
    if not bare or is_role_remark(bare):
        return False
    return body(bare) is not None or bare[:1].isupper() or _BODY.fullmatch(bare) is not None
