"""The value that a numbered act is."""

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.references.acts.eli import advice_on_eli, eli_address, read_eli
from customs_coop.references.acts.kinds import REGULATIONS, ActKind, celex_letter
from customs_coop.references.acts.reading import (
    BARE,
    BARE_STAGES,
    ENDED,
    NAMED,
    NAMED_STAGES,
    ONE_NUMBERING,
    Printed,
    as_printed,
    kind_of,
    principal,
)
from customs_coop.references.base import (
    Pattern,
    built,
    language_code,
    matches,
    optional,
    parse_whole,
    short_year,
    whole_number,
)
from customs_coop.references.celex import CelexNumber

__all__ = ["LegalAct", "build", "read_legal_act"]

# Above this no year has decisions that print the year first.
_MOST_DECISIONS = 1100
# The years in which decisions of Parliament and Council were counted with the regulations.
_FIRST_JOINT_DECISION, _LAST_JOINT_DECISION = 1993, 2014
# Until 1967 each Community counted its own regulations.
_ONE_SERIES_OF_REGULATIONS = 1968
_ONE = "(?:EEC|ECSC|EC|EU|Euratom|CFSP|JHA)"
_OLD = "(?:ECSC|Euratom)"
_COMMUNITY = Pattern(
    rf"{_ONE}|(?:EEC|EC|EU)(?:, {_OLD}){{1,2}}|{_OLD}, (?:EEC|EC|EU|{_OLD})(?:, {_OLD})?"
    rf"|{_OLD}, {_OLD}, (?:EEC|EC|EU)"
)
# What an act without a kind may be, with the letters of its CELEX number.
_MAY_BE = {
    "JHA": "it may be a decision (D), a joint action or a framework decision (F)",
    "CFSP": "it may be a decision (D), a joint action or a common position (E)",
}


def _number_first(act: "LegalAct") -> bool:
    if act.year >= ONE_NUMBERING:
        return False
    if act.kind in REGULATIONS:
        return True
    counted_alone = act.kind in {None, ActKind.DECISION} and act.community not in {"CFSP", "JHA"}
    return counted_alone and act.number > _MOST_DECISIONS


@attrs.frozen
class LegalAct:
    """An act of the Union with a number and a year.

    Regulations before 2015 print the number first ("No 648/2005"), directives and most decisions
    the year ("2003/170/JHA"); decisions of Parliament and Council before 2015 print the number
    first ("No 210/97/EC") and have a numbering of their own. French and German names are read
    too ("règlement (CE) n° 515/97", "Beschluss 2009/371/JI") and give the English value.

    Args:
        kind: The kind of act; None where only "97/372/JHA" is printed.
        number: The number, 1 to 9999.
        year: The year in four figures, 1950 to 2049.
        community: "EC", "EEC", "ECSC", "EU", "Euratom", "CFSP" or "JHA", or several in the order
            of print ("EC, Euratom"). Of several the one that is EEC, EC or EU is compared, for
            their order differs from print to print; without such a one the first.
        author: "Council", "Commission" or "European Parliament and Council" where printed beside
            the kind; kept and not compared.
        number_first: Whether the number stands before the year; by default as the kind, the year
            and the number have it.

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
        >>> LegalAct.parse("règlement (CE, Euratom) n° 2988/95").cite()
        'Regulation (EC, Euratom) No 2988/95'
    """

    kind: ActKind | None = attrs.field(
        validator=attrs.validators.optional(attrs.validators.instance_of(ActKind))
    )
    number: int = attrs.field(validator=whole_number(1, 9999))
    year: int = attrs.field(validator=whole_number(1950, 2049))
    community: str | None = attrs.field(
        default=None,
        eq=principal,
        validator=optional(matches(_COMMUNITY, "communities such as 'EC' or 'EC, Euratom'")),
    )
    author: str | None = attrs.field(
        default=None,
        eq=False,
        validator=optional(
            matches(
                Pattern("Council|Commission|European Parliament and Council"),
                "'Council', 'Commission' or 'European Parliament and Council'",
            )
        ),
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
        if self.kind in REGULATIONS and self.year < ONE_NUMBERING and not self.number_first:
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
        bare = isinstance(text, str) and text.lstrip()[:1] in set("(0123456789")
        stages = BARE_STAGES if bare else NAMED_STAGES
        return parse_whole(text, read_legal_act, stages, "a numbered act", advice_on_eli)

    @property
    def communities(self) -> tuple[str, ...]:
        """The communities one by one, in the order of print."""
        return () if self.community is None else tuple(self.community.split(", "))

    @property
    def celex(self) -> CelexNumber | None:
        """The CELEX number, or None where the name does not tell it.

        Where a decision of Parliament and Council and another decision of the same year have
        the same number, EUR-Lex gives one of them the addition "(01)"; no name tells which.
        `celex_doubt` says where that may be so.

        Example:
            >>> joint = LegalAct.parse("Decision No 70/2008/EC")
            >>> str(joint.celex), joint.celex_doubt is None
            ('32008D0070', False)
        """
        if self.unresolvable or self.kind is None:
            return None
        letter = celex_letter(self.kind, principal(self.community), number_first=self.number_first)
        return CelexNumber(f"3{self.year}{letter}{self.number:04d}")

    @property
    def celex_doubt(self) -> str | None:
        """Why `celex` and `url` may be those of another act, or None where they are certain.

        It is said of decisions that print the number first: another decision of that year may
        have the same number, and then one of the two bears "(01)".
        """
        years = range(_FIRST_JOINT_DECISION, _LAST_JOINT_DECISION + 1)
        if self.celex is None or self.kind is not ActKind.DECISION or not self.number_first:
            return None
        if self.year not in years:
            return None
        return (
            f"if another decision of {self.year} has the number {self.number}, "
            "the CELEX number of one of the two ends in (01); the name does not tell which"
        )

    @property
    def eli(self) -> str | None:
        """The European Legislation Identifier, or None where `no_eli` says why there is none."""
        if self.no_eli or self.kind is None:
            return None
        return eli_address(self.kind, self.year, self.number)

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address, or None where `url` gives one."""
        if self.kind is None:
            otherwise = "it may be a regulation (R), a directive (L) or a decision (D)"
            may_be = _MAY_BE.get(principal(self.community) or "", otherwise)
            return f"the kind of act is not printed: {may_be}"
        if self.number_first and self.community is None and self.kind is ActKind.DECISION:
            return "without a community this may be a decision of a joint committee"
        return None

    @property
    def no_eli(self) -> str | None:
        """Why the name does not tell the identifier, or None where `eli` gives it."""
        if self.unresolvable:
            return self.unresolvable
        if self.kind is None or eli_address(self.kind, self.year, self.number) is None:
            return "acts of this kind have no identifier of a known form"
        if (self.kind is ActKind.DECISION and self.year < ONE_NUMBERING) or (
            self.kind in REGULATIONS and self.year < _ONE_SERIES_OF_REGULATIONS
        ):
            # It ends in "/dec/2008/70(1)/oj" for one of two.
            return "the number was given twice in many years, and the identifier then says which"
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
        """Give all that was printed, the author and every community too.

        Returns:
            The citation; `parse` gives the same fields again.

        Example:
            >>> LegalAct(ActKind.DIRECTIVE, 44, 1997, "EC", "Commission").cite()
            'Commission Directive 97/44/EC'
        """
        name = self._name(self.community)
        return name if self.author is None else f"{self.author} {name}"

    def __str__(self) -> str:
        return self._name(principal(self.community))

    def _name(self, community: str | None) -> str:
        # Two figures until 1998, unless a number that looks like a year stands beside them.
        like_a_year = 1950 <= self.number <= 2049
        two_figures = self.year < 1999 and not like_a_year
        year = short_year(self.year) if two_figures else str(self.year)
        first = principal(community)
        if self.number_first:
            figures = f"No {self.number}/{year}"
        elif like_a_year and first in ENDED and self.kind in {None, ActKind.DECISION}:
            # No such decision was made, and "1982/2006/EC" has the number first.
            figures = f"{year}/0{self.number}"
        else:
            figures = f"{year}/{self.number}"
        if community is not None:
            modern = self.year >= ONE_NUMBERING and first not in ENDED
            in_front = self.kind in REGULATIONS if self.number_first else self.kind and modern
            figures = f"({community}) {figures}" if in_front else f"{figures}/{community}"
        return figures if self.kind is None else f"{self.kind.value} {figures}"


def build(printed: Printed | None) -> LegalAct | None:
    """Make the act that a printed name tells.

    Args:
        printed: What is printed, or None.

    Returns:
        The act, or None where there can be none of that name.

    Example:
        >>> str(build(Printed(None, 372, 1997, "JHA", None, False)))
        '97/372/JHA'
    """
    if printed is None:
        return None
    return built(
        lambda: LegalAct(
            printed.kind,
            printed.number,
            printed.year,
            printed.community,
            printed.author,
            printed.number_first,
        )
    )


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
    if (eli := read_eli(text, start)) is not None:
        kind, year, number, end = eli
        act = built(lambda: LegalAct(kind, number, year))
    elif (match := NAMED.match(text, start)) is not None:
        act = build(as_printed(kind_of(match), match["author"] or match["inner"], match))
        end = match.end()
    elif (match := BARE.match(text, start)) is not None:
        act = build(as_printed(None, None, match)) if match["back"] or match["front"] else None
        end = match.end()
    else:
        return None
    return None if act is None else (act, end)
