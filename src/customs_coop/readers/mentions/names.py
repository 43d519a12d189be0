"""Names that texts make of capital letters: guides, directories, strategies, treaties, conventions.

Unlike the instruments with a name of their own these are not listed: any "Net Mending Guide" or
"Directory of Rope Makers" is one. A guide that has no name, as in "a practical guide", is none.
"""

import re
from collections.abc import Iterator
from typing import Final

from customs_coop.model import Named
from customs_coop.readers.mentions.passages import folded
from customs_coop.references.base import Pattern

__all__ = ["dated_acts", "formed_names"]

_B = r"[^\S\n]{1,3}"
_CAP = r"[A-ZÀ-ÖØ-Þ][\w’'/-]{0,30}"
_WORK = r"(?:Guide|Handbook|Manual|Directory|Catalogue)"
# What has a guide in its name is no guide: "the Guide Project Group".
_NO_MORE = rf"(?![\w-]|{_B}(?:[A-Z]|group|team|project|committee|meeting|seminar))"
_THE = (
    r"(?:\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|[Ss]aid|[Nn]ew|[Ee]xisting|[Uu]pdated|[Rr]evised)"
    rf"{_B})"
)
_GUIDE = Pattern(
    # An article, or a short name in capitals, tells a name from the first words of a sentence.
    rf"{_THE}(?P<named>(?:{_CAP}{_B}){{1,5}}{_WORK}){_NO_MORE}"
    rf"|(?<![\w-])(?P<short>[A-Z]{{2,10}}{_B}{_WORK}){_NO_MORE}"
    rf"|{_THE}(?P<on>(?:{_WORK}|Register){_B}(?:of|on|for|to){_B}(?:the{_B})?{_CAP}"
    rf"(?:{_B}{_CAP}|{_B}of{_B}(?:the{_B})?[\w’'-]{{2,30}}|{_B}(?:and|for|on|in){_B}(?:the{_B})?{_CAP}){{0,4}})"
    rf"|\b(?:[Ll]e|[Dd]u|[Aa]u|[Cc]e){_B}(?P<guide>(?:Guide|Manuel|Répertoire|Annuaire){_B}(?:des?|du|d[’'])"
    rf"\s?(?:[\w-]{{2,20}}{_B}){{0,3}}?[\w-]{{3,20}})"
    rf"(?=\s{{0,3}}(?:[.,;:()\n»]|\Z)|{_B}(?:est|sont|sera|doit|soit|tous|chaque|dans|par|pour|avec|avant"
    rf"|afin|aux?|sur|à|et|qui)\b)"
    rf"|\b(?:[Dd]as|[Dd]es|[Dd]em|[Ii]m|[Dd]er|[Dd]en){_B}(?P<buch>(?:Handbuch|Leitfaden|Verzeichnis)(?:e?s)?{_B}"
    rf"(?:der|des|für|über|zur?m?){_B}(?:[a-zäöü][\wäöüß-]{{2,20}}{_B})?{_CAP})(?![\w-])"
)
_STRATEGY = Pattern(
    rf"(?<![\w-])(?P<name>(?:EU|European{_B}Union|Union|Community){_B}(?:{_CAP}{_B}){{0,4}}?Strategy"
    rf"(?:{_B}and{_B}Action{_B}Plan)?"
    rf"(?:{_B}(?:for|on|against){_B}(?:the{_B})?{_CAP}(?:{_B}(?:(?:and|of|for|in){_B}(?:the{_B})?)?{_CAP}){{0,6}})?)"
    r"(?![\w-])"
)
_TREATY_TOWNS = {
    "Lisbon": "Lisbon",
    "Lisbonne": "Lisbon",
    "Lissabon": "Lisbon",
    "Amsterdam": "Amsterdam",
    "Nice": "Nice",
    "Nizza": "Nice",
    "Maastricht": "Maastricht",
}
_TOWN = rf"(?:{'|'.join(_TREATY_TOWNS)})"
_TREATY = Pattern(
    rf"(?<![\w-])(?:Treaty{_B}of{_B}({_TOWN})|({_TOWN}){_B}Treaty|[Tt]raité{_B}(?:de{_B}|d[’'])({_TOWN})"
    rf"|Vertrags?{_B}von{_B}({_TOWN}))(?!\w)"
    rf"|(?P<union>Treaty{_B}on{_B}European{_B}Union|[Tt]raité{_B}sur{_B}l[’']Union{_B}européenne"
    rf"|Vertrags?{_B}über{_B}die{_B}Europäische{_B}Union)(?!\w)"
    rf"|\b(?P<new>(?:[Nn]ew|[Dd]raft|[Ff]uture){_B}(?:EU|EC|Reform|Constitutional){_B}Treaty)(?!\w)"
)
_MONTHS_DAY = (
    r"(?:[0-3]?[0-9](?:\.|er|st|nd|rd|th)?\s{1,3}[^\W\d_]{3,9}\.?\s{1,3}[12][0-9]{3}"
    r"|[0-3]?[0-9]\.[01]?[0-9]\.[12][0-9]{3})"
)
_SORT = r"(?:[Dd]raft\s{1,3})?(?:Convention|Joint\s{1,3}Action|Common\s{1,3}Position|Protocol)"
# An act that goes by its day, and a convention by what it is on.
_DATED = Pattern(rf"(?<![\w-])(?P<name>{_SORT}\s{{1,3}}of\s{{1,3}}(?P<day>{_MONTHS_DAY}))(?![0-9])")
_CONVENTION = Pattern(
    rf"(?<![\w-])(?P<name>(?:[Dd]raft{_B})?Convention{_B}(?:on|concerning|for){_B}(?:the{_B})?[^.,;:()•\n]{{3,140}}?)"
    r"(?=\s{0,3}(?:[.,;:()•\n\"”»]|\Z)|\s{1,3}(?:which|that|who|shall|should|will|would|may|is|are|was"
    r"|were|has|have|by|to\s{1,3}be|in\s{1,3}order|with\s{1,3}a\s{1,3}view|and\s{1,3}(?:the|to))\b)"
)
_OWN_NAME = Pattern(
    rf"(?<![\w-])(?P<act>{_SORT}\s{{1,3}}of\s{{1,3}}{_MONTHS_DAY})(?P<about>[^.;()•\n]{{0,240}})"
    r"\((?P<short>[^()\n]{3,80})\)"
)
_GLUE = frozenset(("of", "on", "for", "to", "the", "and", "in"))
_FORMED: Final = (
    (_GUIDE, "manual", ("uide", "andb", "anual", "irectory", "atalogue", "egister", "anuel")),
    (_GUIDE, "manual", ("épertoire", "nnuaire", "eitfaden", "erzeichnis")),
    (_STRATEGY, "document", ("Strategy",)),
    (_CONVENTION, "act", ("Convention",)),
    (_DATED, "act", ("Convention", "Joint", "Common", "Protocol")),
)


def formed_names(text: str) -> Iterator[tuple[int, int, Named]]:
    """The places of all names that are formed by rule, with what they name.

    Args:
        text: The text; its line ends part paragraphs.

    Yields:
        Where a name begins and ends, and the name; the same place may come twice.

    Example:
        >>> [str(name) for _, _, name in formed_names("Review the Net Mending Guide by May.")]
        ['Net Mending Guide']
    """
    for pattern, kind, keys in _FORMED:
        if any(key in text for key in keys):
            for match in pattern.finditer(text):
                groups = match.groupdict()
                group = next(name for name in groups if name != "day" and groups[name])
                start, end = match.span(group)
                yield start, end, Named(_name(match[group]), kind)
    if "rea" in text or "rait" in text or "ertrag" in text:
        for match in _TREATY.finditer(text):
            yield *match.span(), Named(_treaty(match), "act")


def _name(words: str) -> str:
    """A name with capitals, for "Directory of Nets" and "directory of nets" are the same."""
    parts = folded(words).split()
    if parts[1:2] and parts[1] in ("of", "on", "for", "to") and not parts[0].startswith("Conv"):
        parts = [one if one in _GLUE else one[:1].upper() + one[1:] for one in parts]
    if parts[0] == "Draft":
        parts[0] = "draft"  # which draft is meant is not said, as with "new treaty"
    return " ".join(parts)


def _treaty(match: re.Match[str]) -> str:
    town = next(filter(None, match.groups()[:4]), None)
    if town is not None:
        return f"Treaty of {_TREATY_TOWNS[town]}"
    if match["union"]:
        return "Treaty on European Union"
    return folded(match["new"][:1].lower() + match["new"][1:])


def dated_acts(text: str) -> tuple[dict[str, str], list[tuple[int, int]]]:
    """The short names that a text gives to acts of a day: "Convention of 3 May 1998 ... (X)".

    Returns:
        The words of each bracket by the sort and day of its act, without those of which the text
        has several; and where each such act stands.

    Example:
        >>> dated_acts("the Convention of 3 May 1998 on ropes (Rope Convention)")
        ({'Convention of 3 May 1998': 'Rope Convention'}, [(4, 38)])
    """
    found: dict[str, set[str]] = {}
    places: list[tuple[int, int]] = []
    for match in _OWN_NAME.finditer(text):
        found.setdefault(_name(match["act"]), set()).add(folded(match["short"]))
        places.append((match.start(), match.end("about")))
    return {name: min(short) for name, short in found.items() if len(short) == 1}, places
