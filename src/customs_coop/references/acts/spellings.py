"""How the names of acts are printed: kinds, communities and authors in three languages.

English names are read in every inflection, French and German ones where the word can only be the
one kind. What is read has the English name.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from customs_coop.references.acts.kinds import ActKind

__all__ = [
    "AUTHOR",
    "AUTHORS",
    "COMMUNITIES",
    "COMMUNITY",
    "INNER_AUTHOR",
    "KIND",
    "LAST_WORDS",
    "author_of",
    "is_plural",
]

#: The names of each kind; what stands in brackets may be missing.
NAMES: Final[Mapping[ActKind, tuple[str, ...]]] = MappingProxyType(
    {
        ActKind.IMPLEMENTING_REGULATION: (
            "implementing regulation(s)",
            "règlement(s) d'exécution",
            "Durchführungsverordnung(en)",
        ),
        ActKind.DELEGATED_REGULATION: (
            "delegated regulation(s)",
            "règlement(s) délégué(s)",
            "delegierte(n)(r) Verordnung(en)",
        ),
        ActKind.IMPLEMENTING_DIRECTIVE: (
            "implementing directive(s)",
            "directive(s) d'exécution",
            "Durchführungsrichtlinie(n)",
        ),
        ActKind.DELEGATED_DIRECTIVE: (
            "delegated directive(s)",
            "directive(s) déléguée(s)",
            "delegierte(n)(r) Richtlinie(n)",
        ),
        ActKind.IMPLEMENTING_DECISION: (
            "implementing decision(s)",
            "décision(s) d'exécution",
            "Durchführungsbeschlu(ss)(ß)(e)(s)",
            "Durchführungsbeschlüsse(n)",
        ),
        ActKind.DELEGATED_DECISION: (
            "delegated decision(s)",
            "décision(s) déléguée(s)",
            "delegierte(n)(r) Beschlu(ss)(ß)(e)(s)",
            "delegierte(n)(r) Beschlüsse(n)",
        ),
        ActKind.FRAMEWORK_DECISION: (
            "framework decision(s)",
            "framework-decision(s)",
            "décision(s)-cadre(s)",
            "Rahmenbeschlu(ss)(ß)(e)(s)",
            "Rahmenbeschlüsse(n)",
        ),
        ActKind.JOINT_ACTION: (
            "joint action(s)",
            "action(s) commune(s)",
            "gemeinsame(n)(r) Maßnahme(n)",
            "gemeinsame(n)(r) Massnahme(n)",
            "gemeinsame(n)(r) Aktion(en)",
        ),
        ActKind.COMMON_POSITION: (
            "common position(s)",
            "position(s) commune(s)",
            "gemeinsame(n)(r)(s) Standpunkt(s)(es)(e)(en)",
        ),
        ActKind.JOINT_POSITION: ("joint position(s)",),
        ActKind.COMMON_STRATEGY: ("common strategy", "common strategies"),
        ActKind.REGULATION: ("regulation(s)", "règlement(s)", "Verordnung(en)"),
        ActKind.DIRECTIVE: ("directive(s)", "Richtlinie(n)"),
        ActKind.DECISION: (
            "decision(s)",
            "décision(s)",
            "Beschlu(ss)(ß)(e)(s)",
            "Beschlüsse(n)",
            "Entscheidung(en)",
        ),
        ActKind.RECOMMENDATION: ("recommendation(s)", "recommandation(s)", "Empfehlung(en)"),
    }
)
# Read in this case only, and only where a community or "No" leaves no doubt.
_SHORT: Final[Mapping[ActKind, str]] = MappingProxyType(
    {
        ActKind.REGULATION: r"Regs?\b\.?|VO\b",
        ActKind.DIRECTIVE: r"Dirs?\b\.?|RL\b",
        ActKind.DECISION: r"Dec\b\.?",
    }
)
#: The last word before a number begins with one of these, in small letters, where it may be that
#: of a kind or of an author; with another word the patterns need not be tried.
LAST_WORDS: Final = (
    *("reg", "dir", "dec", "recomm", "joint", "action", "position", "strateg", "council"),
    *("r\u00e8g", "re\u0300g", "d\u00e9c", "de\u0301c", "d\u00e9l", "de\u0301l", "commun", "cadre"),
    *(
        "d'ex",
        "d\u2019ex",
        "conseil",
        "commission",
        "kommission",
        "rates",
        "vo",
        "rl",
        "verordnung",
    ),
    *("richtlinie", "beschl", "entscheidung", "rahmen", "durchf", "ma\u00dfnahme", "massnahme"),
    *("aktion", "standpunkt", "empfehlung", "verordnung"),
)

#: The communities as printed in those languages and others, with their English names.
COMMUNITIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("EEC", "CEE", "EWG", "EEG", "EØF", "ETY", "EHS"), "EEC"),
        **dict.fromkeys(("ECSC", "CECA", "EGKS"), "ECSC"),
        # Not "ES": it is EC in some languages and EU in others.
        **dict.fromkeys(("EC", "CE", "EG", "EF", "EY", "WE"), "EC"),
        **dict.fromkeys(("EU", "UE"), "EU"),
        **dict.fromkeys(("Euratom", "EURATOM", "euratom", "EAEC", "CEEA", "EAG"), "Euratom"),
        **dict.fromkeys(
            (
                "CFSP",
                "PESC",
                "GASP",
                "GBVB",
                "FUSP",
                "GUSP",
                "YUTP",
                "WPZiB",
                "SZBP",
                "KKBP",
                "ΚΕΠΠΑ",
            ),
            "CFSP",
        ),
        **dict.fromkeys(
            ("JHA", "JAI", "JI", "GAI", "JBZ", "RIA", "RIF", "YOS", "WSiSW", "SVV", "PNZ", "ΔΕΥ"),
            "JHA",
        ),
    }
)
#: The authors as printed, in small letters with single blanks.
AUTHORS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("council", "of the council", "du conseil", "des rates"), "Council"),
        **dict.fromkeys(
            ("commission", "of the commission", "de la commission", "der kommission"), "Commission"
        ),
        **dict.fromkeys(
            (
                "european parliament and council",
                "european parliament and of the council",
                "of the european parliament and of the council",
                "of the european parliament and the council",
                "du parlement européen et du conseil",
                "des europäischen parlaments und des rates",
            ),
            "European Parliament and Council",
        ),
    }
)

_ACCENTS = {"è": "e\u0300", "é": "e\u0301", "ä": "a\u0308", "ü": "u\u0308"}


def _spelling(name: str) -> str:
    """The pattern of a name: accents may be missing or stand apart, blanks may be line breaks."""
    pattern = name.replace("(", "(?:").replace(")", ")?")
    for letter, apart in _ACCENTS.items():
        # "e" for "è" is common in capitals and in damaged text, "u" for "ü" is another word.
        plain = f"|{apart[0]}" if letter in "èé" else f"|{apart[0]}e"
        pattern = pattern.replace(letter, f"(?:{letter}|{apart}{plain})")
    return pattern.replace("'", "[’']").replace(" ", r"\s{1,20}").replace("-", r"-\s{0,4}")


def _any(names: Iterable[str]) -> str:
    # Longest first, for an alternation takes the first that fits.
    return "|".join(_spelling(name) for name in sorted(names, key=len, reverse=True))


def _kind(kind: ActKind) -> str:
    short = f"|{_SHORT[kind]}" if kind in _SHORT else ""
    return f"(?P<{kind.name}>(?i:{_any(NAMES[kind])}){short})"


# The mark of a footnote may be glued to a word.
_WORD_STARTS = "(?<![^\\W\\d²³¹⁰⁴-⁹])(?<!_)"
#: A kind of act, in a group that bears its name.
KIND: Final = (
    # The letters that a name begins with; a class of them is cheaper than the names.
    rf"{_WORD_STARTS}(?=[A-JPRVa-jprv][A-EILMNORUÉ\u00c8Üa-eilmnorué\u00e8ü])"
    rf"(?:{'|'.join(_kind(kind) for kind in NAMES)})"
)
#: A community.
COMMUNITY: Final = f"(?:{'|'.join(sorted(COMMUNITIES, key=len, reverse=True))})"
#: An author before the kind.
AUTHOR: Final = rf"(?i:{_WORD_STARTS}(?:{_any(name for name in AUTHORS if name[0] in 'ce')}))"
#: An author behind the kind.
INNER_AUTHOR: Final = f"(?i:{_any(name for name in AUTHORS if name[0] in 'od')})"


def author_of(printed: str) -> str:
    """Give the English name of an author.

    Args:
        printed: The author as printed.

    Returns:
        "Council", "Commission" or "European Parliament and Council".

    Example:
        >>> author_of("des Rates")
        'Council'
    """
    folded = re.sub(r"\s+", " ", printed).lower()
    if folded in AUTHORS:
        return AUTHORS[folded]
    # An accent that is missing or stands apart is found in the one long name only.
    return "European Parliament and Council"


def is_plural(kind: str) -> bool:
    """Tell whether a kind is printed in the plural, so that a list of numbers may follow.

    Args:
        kind: The kind as printed.

    Returns:
        Whether it is the plural in one of the three languages.

    Example:
        >>> is_plural("Verordnungen"), is_plural("decision")
        (True, False)
    """
    words = re.split(r"[\s.-]+", kind.lower().rstrip("."))
    return any(word.endswith("s") for word in words) or words[-1].endswith(("en", "üsse"))
