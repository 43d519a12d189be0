"""Numbered acts of the Union, as in "Council Decision 2003/170/JHA"."""

import re
from collections.abc import Iterator

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.references.base import (
    Found,
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
from customs_coop.references.celex import CelexNumber
from customs_coop.references.council import has_suffix
from customs_coop.references.kinds import ELI_KINDS, REGULATIONS, ActKind, celex_letter

__all__ = ["LegalAct", "find_legal_acts", "read_legal_act"]


_KINDS = {kind.value.casefold(): kind for kind in ActKind}
# From 2015 on all acts share one numbering: "Regulation (EU) 2016/794".
_ONE_NUMBERING = 2015
_COMMUNITY = r"(?:EEC|ECSC|EC|EU|Euratom|EURATOM|CFSP|JHA)"
# Those that end before 2015 and so never stand in brackets before a year.
_ENDED = frozenset({"EEC", "ECSC", "EC"})
_NUMBER = (
    rf"(?:\(?(?P<front>{_COMMUNITY})(?:,\s{{0,4}}Euratom)?\)?\s{{1,20}})?"
    r"(?P<no>(?:No|NO|Nr|no)\.?\s{0,20})?"
    r"(?P<first>[0-9]{1,4})/(?P<second>[0-9]{1,4})"
    rf"(?:/(?P<back>{_COMMUNITY}))?(?![\w/]|[.-][0-9])"
)


def _any_case(*words: str) -> str:
    # Written out, as re finds literals faster than it folds case.
    return "|".join(form for word in words for form in (word, word.lower(), word.upper()))


_LEAD = (
    r"(?:(?P<author>Council|Commission|COUNCIL|COMMISSION)\s{1,20})?"
    rf"(?:(?P<qualifier>{_any_case('Implementing', 'Delegated', 'Framework', 'Joint', 'Common')})"
    r"\s{1,20})?"
)
_NOUNS = _any_case("Regulation", "Directive", "Decision", "Action", "Position", "Recommendation")
_NOUN = rf"(?P<noun>{_NOUNS})(?:s|S)?"
_NAMED = Pattern(rf"{_LEAD}{_NOUN}\s{{1,20}}{_NUMBER}")
_BARE = Pattern(_NUMBER)
_NEXT = Pattern(r"\s{0,20}(?:,\s{0,20}(?:and\s{1,20})?|(?:and|or|&)\s{1,20})")
_ELI = Pattern(
    r"https?://data\.europa\.eu/eli/(?P<kind>[a-z_]{3,16})/(?P<year>(?:19[5-9]|20[0-4])[0-9])/"
    r"(?P<number>[0-9]{1,4})(?![0-9])(?:/oj\b|/[0-9]{4}-[0-9]{2}-[0-9]{2})?"
)
_NOUN_START = Pattern(rf"(?:{_NOUNS})[sS]?\s{{1,20}}[(A-Zn0-9]")
_LEAD_END = Pattern(rf"(?<!\w){_LEAD}\Z")
_BARE_STROKE = Pattern(rf"/{_COMMUNITY}(?!\w)")
_BARE_FIGURES = Pattern(r"(?<![\w/])(?:No\.?\s{0,4})?[0-9]{1,4}/[0-9]{1,4}\Z")

_FIGURES: Stages = (
    (
        Pattern(
            rf"(?:\(?{_COMMUNITY}(?:,\s{{0,4}}Euratom)?\)?\s{{1,20}})?"
            r"(?:(?:No|NO|Nr|no)\.?\s{0,20})?[0-9]{1,4}(?![0-9])"
        ),
        "a number of at most four figures was expected",
    ),
    (Pattern(r"/[0-9]{1,4}(?![0-9])"), "a stroke and a second figure were expected"),
)
_NAMED_STAGES: Stages = (
    (Pattern(rf"{_LEAD}{_NOUN}\s{{1,20}}"), "a kind of act was expected"),
    *_FIGURES,
)
_BARE_STAGES: Stages = (
    *_FIGURES,
    (Pattern(rf"/{_COMMUNITY}"), "a community such as EC or JHA was expected"),
)


def _number_first(act: "LegalAct") -> bool:
    return act.kind in REGULATIONS and act.year < _ONE_NUMBERING


@attrs.frozen
class LegalAct:
    """An act of the Union with a number and a year.

    Regulations before 2015 print the number first ("No 648/2005"), directives and most decisions
    the year ("2003/170/JHA"); decisions of Parliament and Council before 2015 print the number
    first ("No 210/97/EC") and have a numbering of their own.

    Args:
        kind: The kind of act; None where only "97/372/JHA" is printed.
        number: The number, 1 to 9999.
        year: The year in four figures, 1950 to 2049.
        community: "EC", "EEC", "ECSC", "EU", "Euratom", "CFSP" or "JHA".
        author: "Council" or "Commission" where printed before the kind; kept and not compared.
        number_first: Whether the number stands before the year; by default as the kind has it.

    Raises:
        InvalidValueError: If a figure is out of its bounds, or an act of that kind and year is
            not printed so.
        TypeError: If a value has another type.

    Example:
        >>> act = LegalAct.parse("Regulation EC No. 648/2005")
        >>> str(act), str(act.celex)
        ('Regulation (EC) No 648/2005', '32005R0648')
        >>> LegalAct.parse("Council Decision 2003/170/JHA").cite()
        'Council Decision 2003/170/JHA'
    """

    kind: ActKind | None = attrs.field(
        validator=attrs.validators.optional(attrs.validators.instance_of(ActKind))
    )
    number: int = attrs.field(validator=whole_number(1, 9999))
    year: int = attrs.field(validator=whole_number(1950, 2049))
    community: str | None = attrs.field(
        default=None,
        validator=optional(
            matches(Pattern("EEC|ECSC|EC|EU|Euratom|CFSP|JHA"), "a community such as 'EC'")
        ),
    )
    author: str | None = attrs.field(
        default=None,
        eq=False,
        validator=optional(matches(Pattern("Council|Commission"), "'Council' or 'Commission'")),
    )
    number_first: bool = attrs.field(
        default=attrs.Factory(_number_first, takes_self=True),
        validator=attrs.validators.instance_of(bool),
    )

    def __attrs_post_init__(self) -> None:
        if self.kind is None and self.community is None:
            raise InvalidValueError("an act without a kind needs a community, or it is a fraction")
        if self.kind is None and self.author is not None:
            raise InvalidValueError("an author stands before a kind")
        if _number_first(self) and not self.number_first:
            raise InvalidValueError("regulations print the number first until 2014")

    @classmethod
    def parse(cls, text: str) -> "LegalAct":
        """Read the name of one act, or its European Legislation Identifier.

        An identifier (ELI) holds no community, so the act read from it has none.

        Args:
            text: The name alone, such as "Regulation (EU) 2016/794" or
                "http://data.europa.eu/eli/dec/2016/1316/oj".

        Returns:
            The act.

        Raises:
            ReferenceSyntaxError: If the text is something else; the fault is underlined.

        Example:
            >>> LegalAct.parse("Decision 210/97/EC").number_first
            True
        """
        bare = isinstance(text, str) and text.lstrip()[:1].isdigit()
        stages = _BARE_STAGES if bare else _NAMED_STAGES
        return parse_whole(text, read_legal_act, stages, "a numbered act")

    @property
    def celex(self) -> CelexNumber | None:
        """The CELEX number, or None where the name does not tell it."""
        if self.unresolvable or self.kind is None:
            return None
        letter = celex_letter(self.kind, self.community)
        return CelexNumber(f"3{self.year}{letter}{self.number:04d}")

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address, or None where `url` gives one."""
        if self.kind is None:
            return "the kind of act is not printed"
        if self.number_first and self.community is None and self.kind is ActKind.DECISION:
            return "without a community this may be a decision of a joint committee"
        return None

    def url(self, language: str = "en") -> str | None:
        """Give the address on EUR-Lex, formed offline from the CELEX number.

        Args:
            language: The two letters of an official language.

        Returns:
            The address, or None where the name does not tell the CELEX number.

        Raises:
            InvalidValueError: If the Union has no such official language.

        Example:
            >>> LegalAct.parse("Joint Action 96/698/JHA").url().rpartition(":")[2]
            '31996F0698'
        """
        language_code(language)
        return None if self.celex is None else self.celex.url(language)

    def cite(self) -> str:
        """Give all that was printed, the author too.

        Returns:
            The citation; `parse` gives the same fields again.

        Example:
            >>> LegalAct(ActKind.DIRECTIVE, 44, 1997, "EC", "Commission").cite()
            'Commission Directive 97/44/EC'
        """
        return str(self) if self.author is None else f"{self.author} {self}"

    def __str__(self) -> str:
        # Two figures until 1998, unless a number that looks like a year stands beside them.
        two_figures = self.year < 1999 and not 1950 <= self.number <= 2049
        year = short_year(self.year) if two_figures else str(self.year)
        figures = f"No {self.number}/{year}" if self.number_first else f"{year}/{self.number}"
        if self.community is not None:
            modern = self.year >= _ONE_NUMBERING and self.community not in _ENDED
            in_front = self.kind in REGULATIONS if self.number_first else self.kind and modern
            figures = f"({self.community}) {figures}" if in_front else f"{figures}/{self.community}"
        return figures if self.kind is None else f"{self.kind.value} {figures}"


def _is_year(figures: str) -> bool:
    return len(figures) == 2 or (len(figures) == 4 and 1950 <= int(figures) <= 2049)


def _is_number_first(kind: ActKind | None, match: re.Match[str]) -> bool | None:
    """Tell which of two figures is the number; None where neither can be a year."""
    first, second = match["first"], match["second"]
    if not (_is_year(first) or _is_year(second)):
        return None
    if not (_is_year(first) and _is_year(second)):
        return _is_year(second)
    if match["no"]:
        return True
    if len(first) == len(second) == 2:
        # Two figures stand for a year until 1998 only: "97/44/EC", but "12/98/EC".
        return not 50 <= int(first) <= 98 and 50 <= int(second) <= 98
    if kind in REGULATIONS:
        # "(EU) 2016/794" has the year first, and "(EC) 2007/2004" is the older form without No.
        modern = len(first) == 4 and int(first) >= _ONE_NUMBERING
        return not modern or match["front"] in _ENDED
    return len(first) == 2 and len(second) == 4


def _act(
    kind: ActKind | None, author: str | None, match: re.Match[str], inherited: str | None = None
) -> LegalAct | None:
    number_first = _is_number_first(kind, match)
    if number_first is None:
        return None
    number, year = match["first"], match["second"]
    if not number_first:
        number, year = year, number
    community = match["back"] or match["front"] or inherited
    return built(
        lambda: LegalAct(
            kind,
            int(number),
            full_year(year),
            "Euratom" if community == "EURATOM" else community,
            author.capitalize() if author else None,
            number_first,
        )
    )


def _kind(match: re.Match[str]) -> ActKind | None:
    return _KINDS.get(" ".join(filter(None, (match["qualifier"], match["noun"]))).casefold())


def read_legal_act(text: str, start: int) -> tuple[LegalAct, int] | None:
    """Read the name of an act that is known to stand at an index.

    Args:
        text: The text.
        start: Where the author, the kind, the bare number or the identifier begins.

    Returns:
        The act and the end of its name, or None.

    Example:
        >>> read_legal_act("see Joint Action 97/372/JHA", 4)[1]
        27
    """
    if (match := _ELI.match(text, start)) is not None:
        eli = match
        if eli["kind"] not in ELI_KINDS:
            return None
        act = built(lambda: LegalAct(ELI_KINDS[eli["kind"]], int(eli["number"]), int(eli["year"])))
    elif (match := _NAMED.match(text, start)) is not None:
        kind = _kind(match)
        act = None if kind is None else _act(kind, match["author"], match)
    else:
        match = _BARE.match(text, start)
        act = None if match is None or match["back"] is None else _act(None, None, match)
    return None if act is None or match is None else (act, match.end())


def find_legal_acts(text: str) -> Iterator[Found[LegalAct]]:
    """Find numbered acts in running text; those that follow in a list have the kind of the first.

    Args:
        text: Any text.

    Yields:
        The acts with start and end: first the named ones, then bare numbers and identifiers.

    Example:
        >>> text = "Regulations (EEC) No 2913/92 and (EC) No 515/97"
        >>> [str(act) for act, _, _ in find_legal_acts(text)]
        ['Regulation (EEC) No 2913/92', 'Regulation (EC) No 515/97']
    """
    for noun in _NOUN_START.finditer(text):
        lead = _LEAD_END.search(text, max(0, noun.start() - 60), noun.start())
        if lead is None:
            continue
        match = _NAMED.match(text, lead.start())
        if match is not None:
            yield from _named(text, match)
    for stroke in _BARE_STROKE.finditer(text):
        figures = _BARE_FIGURES.search(text, max(0, stroke.start() - 16), stroke.start())
        if figures is not None:
            yield from _found(text, figures.start())
    at = text.find("://data.europa.eu/eli/")
    while at >= 0:
        yield from _found(text, at - 5 if text.startswith("https", at - 5) else at - 4)
        at = text.find("://data.europa.eu/eli/", at + 1)


def _found(text: str, start: int) -> Iterator[Found[LegalAct]]:
    found = read_legal_act(text, start) if start >= 0 else None
    if found is not None:
        yield found[0], start, found[1]


def _named(text: str, match: re.Match[str]) -> Iterator[Found[LegalAct]]:
    kind = _kind(match)
    act = None if kind is None else _act(kind, match["author"], match)
    # "the decision 6789/04 ENFOCUSTOM 13" names a Council document
    if act is None or not _sure(text, match, None):
        return
    yield act, match.start(), match.end()
    author, community = match["author"], match["front"]
    end = match.end()
    while (gap := _NEXT.match(text, end)) is not None:
        following = _BARE.match(text, gap.end())
        if following is None or not _sure(text, following, match):
            return
        act = _act(kind, author, following, community)
        if act is None:
            return
        yield act, following.start(), following.end()
        end = following.end()
        community = following["front"] or community


def _sure(text: str, match: re.Match[str], first: re.Match[str] | None) -> bool:
    """Whether two figures are those of an act, and not of a Council document."""
    if match["front"] or match["no"] or match["back"]:
        return True
    if first is not None and len(first["second"]) != len(match["second"]) == 2:
        return False
    return len(match["second"]) != 2 or not has_suffix(text, match.end())
