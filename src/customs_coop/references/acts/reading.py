"""Reads the name of an act as it is printed: which words, which figures, which is the year."""

import re

import attrs

from customs_coop.references.acts.kinds import REGULATIONS, ActKind
from customs_coop.references.acts.spellings import (
    AUTHOR,
    COMMUNITIES,
    COMMUNITY,
    INNER_AUTHOR,
    KIND,
    author_of,
)
from customs_coop.references.base import Pattern, Stages, full_year

__all__ = [
    "BARE",
    "BARE_STAGES",
    "ENDED",
    "NAMED",
    "NAMED_STAGES",
    "ONE_NUMBERING",
    "Printed",
    "as_printed",
    "kind_of",
    "principal",
]

#: From 2015 on all acts share one numbering: "Regulation (EU) 2016/794".
ONE_NUMBERING = 2015
#: The communities that end before 2015 and so never stand in brackets before a year.
ENDED = frozenset({"EEC", "ECSC", "EC"})

# A footnote mark may be glued to a name: superscript figures belong to no word.
_WORD = "[^\\W²³¹⁰⁴-⁹]"
_LETTER = "[^\\W\\d²³¹⁰⁴-⁹]"
_NEXT_COMMUNITY = rf"\s{{0,4}}[,/;]\s{{0,4}}{COMMUNITY}"
_FRONT = (
    rf"(?:\(\s{{0,4}}(?P<front>{COMMUNITY}(?:{_NEXT_COMMUNITY}){{0,2}})\s{{0,4}}\)\s{{0,20}}"
    rf"|(?P<plain>{COMMUNITY}(?:,\s{{0,4}}(?:Euratom|EURATOM))?)\s{{1,20}})"
)
_NO = (
    r"(?P<no>[Nn](?:\s?[oO][sS]?\.?|[rR][nN]?\.?|[uU]mbers?|\s?[°º˚][sS]?|\.\s?[°º˚]|\.|:o)\s{0,20})"
    # The community may follow, as in "No (EC) 648/2005".
    rf"(?:\(\s{{0,4}}(?P<behind>{COMMUNITY})\s{{0,4}}\)\s{{0,20}})?"
)
_ATOM_OR_COAL = r"(?:E[Uu][Rr][Aa][Tt][Oo][Mm]|ECSC|CECA|EGKS|EAEC|CEEA|EAG)"
_EUROPE = r"(?:EEC|EC|EU|CEE|CE|UE|EWG|EG)"
# What follows a comma must belong to the number: not so in "Directive 97/44/EC, EU policy".
_BACK = (
    rf"(?P<back>{_ATOM_OR_COAL}(?:,\s{{0,4}}(?:{_ATOM_OR_COAL}|{_EUROPE})(?!{_LETTER})){{0,2}}"
    rf"|{COMMUNITY}(?:,\s{{0,4}}{_ATOM_OR_COAL}(?!{_LETTER})){{0,2}})"
)
# A number that looks like a year is printed with a nought where it would be taken for one.
_FIGURES = (
    r"(?P<first>[0-9]{1,4})\s?/\s?(?P<second>[0-9]{1,4}|0[0-9]{4})"
    rf"(?:\s?/\s?{_BACK}(?!{_LETTER}|[/])|(?!\s?/|{_WORD}|[.–-][0-9]))"
)
_NUMBER = rf"(?:{_FRONT})?(?:{_NO})?{_FIGURES}"
_GAP = r"(?:\s{1,20}|(?=\())"
_KIND = rf"{KIND}(?:\s{{1,20}}(?P<inner>{INNER_AUTHOR}))?{_GAP}"

#: A name that begins with the kind, or with the author before it.
NAMED = Pattern(rf"(?:(?P<author>{AUTHOR})\s{{1,20}})?{_KIND}{_NUMBER}")
#: A number without a kind.
BARE = Pattern(_NUMBER)

_FIGURE_STAGES: Stages = (
    (
        Pattern(rf"(?:{_FRONT})?(?:{_NO})?(?=[0-9]{{1,4}}(?![0-9]))"),
        "a number of at most four figures was expected, or a community in brackets such as (EC)",
    ),
    (
        Pattern(r"(?!(?:[0-9]|[0-9]{3})\s?/\s?(?:[0-9]|[0-9]{3})(?![0-9]))[0-9]{1,4}"),
        "one of the two figures must be a year of two or four figures",
    ),
    (
        Pattern(r"\s?/\s?(?:[0-9]{1,4}|0[0-9]{4})(?![0-9])"),
        "a stroke and a second figure were expected",
    ),
)
NAMED_STAGES: Stages = (
    (Pattern(rf"(?:{AUTHOR}\s{{1,20}})?{_KIND}"), "a kind of act was expected"),
    *_FIGURE_STAGES,
    (Pattern(rf"\s?/\s?{_BACK}|(?!\s?/)"), "a community such as EC or JHA was expected"),
)
BARE_STAGES: Stages = (
    *_FIGURE_STAGES,
    (Pattern(rf"\s?/\s?{_BACK}"), "a community such as EC or JHA was expected"),
)


@attrs.frozen
class Printed:
    """What the printed name of an act says.

    Args:
        kind: The kind, or None where the number stands alone.
        number: The number.
        year: The year in four figures.
        community: The communities in English, separated by ", ".
        author: The author in English.
        number_first: Whether the number stands before the year.
    """

    kind: ActKind | None
    number: int
    year: int
    community: str | None
    author: str | None
    number_first: bool


def principal(community: str | None) -> str | None:
    """Give the community that tells acts apart: EEC, EC or EU where it is one of several.

    Args:
        community: One community or several, such as "ECSC, EEC, Euratom".

    Returns:
        One community, or None for None.

    Example:
        >>> principal("Euratom, EC")
        'EC'
    """
    if community is None or "," not in community:
        return community
    names = community.split(", ")
    return next((name for name in names if name in {"EEC", "EC", "EU"}), names[0])


def kind_of(match: re.Match[str]) -> ActKind:
    """Give the kind of act that a named match is about.

    Args:
        match: A match of `NAMED`.

    Returns:
        The kind.

    Example:
        >>> match = NAMED.match("Beschluss 2009/371/JI")
        >>> kind_of(match)
        <ActKind.DECISION: 'Decision'>
    """
    return next(kind for kind in ActKind if match[kind.name] is not None)


def _community(match: re.Match[str]) -> str | None:
    printed = match["back"] or match["front"] or match["plain"] or match["behind"]
    if printed is None:
        return None
    names = [COMMUNITIES.get(name, "Euratom") for name in re.split(r"\s*[,/;]\s*", printed)]
    return ", ".join(names)


def _is_year(figures: str) -> bool:
    return len(figures) == 2 or (len(figures) == 4 and 1950 <= int(figures) <= 2049)


def _is_number_first(
    kind: ActKind | None, match: re.Match[str], community: str | None
) -> bool | None:
    """Tell which of two figures is the number; None where neither can be a year."""
    first, second = match["first"], match["second"]
    years = _is_year(first), _is_year(second)
    if not all(years):
        return years[1] if any(years) else None
    if match["no"]:
        # "(EU) No 2016/97" is a slip of the pen: there was no Union in 1997 that made laws.
        slip = match["front"] and len(second) == 2 and community not in ENDED
        return not (slip and _is_modern(first))
    if len(first) == len(second) == 2:
        # Two figures stand for a year until 1998 only: "97/44/EC", but "12/98/EC".
        return not 50 <= int(first) <= 98 and 50 <= int(second) <= 98
    if kind in REGULATIONS:
        # "(EU) 2016/794" has the year first, and "(EC) 2007/2004" is the older form without No.
        return (community in ENDED and match["back"] is None) or not _is_modern(first)
    if len(first) == 2:
        return True
    # "Decision 1982/2006/EC": no year had so many decisions that print the year first.
    counted_alone = kind in {None, ActKind.DECISION} and community in ENDED
    return counted_alone and len(second) == 4 and match["back"] is not None


def _is_modern(figures: str) -> bool:
    return len(figures) == 4 and int(figures) >= ONE_NUMBERING


def as_printed(
    kind: ActKind | None,
    author: str | None,
    match: re.Match[str],
    inherited: str | None = None,
) -> Printed | None:
    """Read the figures of a match.

    Args:
        kind: The kind of act.
        author: The author as printed, or None.
        match: A match of `NAMED` or `BARE`.
        inherited: The community of a list in which the number stands.

    Returns:
        What is printed, or None where neither figure can be a year.

    Example:
        >>> as_printed(None, None, BARE.match("97/372/JHA")).year
        1997
    """
    community = _community(match) or inherited
    number_first = _is_number_first(kind, match, principal(community))
    if number_first is None:
        return None
    number, year = match["first"], match["second"]
    if not number_first:
        number, year = year, number
    return Printed(
        kind,
        int(number),
        full_year(year),
        community,
        None if author is None else author_of(author),
        number_first,
    )
