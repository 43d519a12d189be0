"""The subject codes of Council documents, as in "ENFOCUSTOM 104"."""

from typing import Final

from customs_coop.references.base import Pattern

__all__ = ["STEM", "STEMS", "WEAK_STEMS", "WORDS", "is_stem", "known_stem", "resembled_part"]

#: The form of a stem.
STEM: Final = Pattern(r"CO EUR-PREP|(?!INIT|LIMITE)[A-Z]{2,16}(?:[/-][A-Z]{2,8})?")

#: Stems in use. An unknown one is read too, but only in a place that leaves no doubt.
STEMS: Final[tuple[str, ...]] = (
    "AGRI",
    "ASIM",
    "ATO",
    "CATS",
    "CFSP/PESC",
    "CH",
    "CIREFI",
    "CO EUR-PREP",
    "CODEC",
    "COMAR",
    "COMIX",
    "COPEN",
    "COPS",
    "CORDROGUE",
    "COSDP",
    "COSI",
    "COTER",
    "CRIMORG",
    "CRS/CRP",
    "CSDP/PSDC",
    "CT",
    "CYBER",
    "DAPIX",
    "DATAPROTECT",
    "DIGIT",
    "DISINFO",
    "DROIPEN",
    "ECO",
    "ECOFIN",
    "EDUC",
    "EJN",
    "ELERG",
    "ENER",
    "ENFOCUSTOM",
    "ENFOPOL",
    "ENV",
    "EUROJUST",
    "EUROPOL",
    "FREMP",
    "FRONT",
    "GENVAL",
    "HYBRID",
    "INF",
    "IXIM",
    "JAI",
    "JAIEX",
    "JHA",
    "JUR",
    "JUSTCIV",
    "LEX",
    "MI",
    "MIGR",
    "PE",
    "PECHE",
    "PESC",
    "PI",
    "POLGEN",
    "POLMAR",
    "POLMIL",
    "PRCO",
    "PRESSE",
    "PROAPP",
    "PROCIV",
    "RELEX",
    "SCH-EVAL",
    "SCHENGEN",
    "SIRIS",
    "TELECOM",
    "TRANS",
    "UD",
    "USA",
    "VISA",
    "WPS",
)

_WEAK = (
    "CATS CH COPS COSI CT DIGIT ECO EJN EUROJUST EUROPOL HYBRID INF LEX MI PE PI PRESSE SCHENGEN "
    "UD USA VISA"
)
#: Stems that are also the name of a body or a state, or a common word or abbreviation. Beside a
#: date ("12/05 USA 6") or at the end of a line ("EUROPOL", next line "6") they prove nothing.
WEAK_STEMS: Final = frozenset(_WEAK.split())

_NEVER = (
    "ADD AND ANNEX APPENDIX ARTICLE CHAPTER COR CORR DCL DG DOC EXT FROM INIT LIMITE NO NOTE OF OJ "
    "ON PAGE PART POINT REV SECTION TABLE THE TO JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST "
    "SEPTEMBER OCTOBER NOVEMBER DECEMBER"
)
# Capitals with a figure behind them that are never a subject code.
_NO_STEMS: Final = frozenset(_NEVER.split())

_PLAIN = (
    "ACTION ACTIONS AGENDA ANNEXES AREA ARTICLES BOX BRUSSELS CCWG CCWP CEPOL COLUMN COM COUNCIL "
    "DEADLINE DECISION DGD DGH DIRECTIVE DOCS DOCUMENT DOCUMENTS ECU EUR EURO FAX FIGURE FOOTNOTE "
    "FRONTEX GBP GROUP INDICATOR ITEM ITEMS JCO JCOS JOIN LINE LUXEMBOURG MEASURE MEETING "
    "OBJECTIVE OLAF OPTION PAGES PARAGRAPH PARTS PHASE PILLAR PLAN POINTS PRIORITY PROJECT "
    "PROTOCOL PUBLIC QUESTION RECOMMENDATION REGULATION REPORT RESTREINT ROW SEC STAGE STEP "
    "STRASBOURG SWD TARGET TASK TEL TITLE TOTAL USD VERSION VOL VOLUME WCO WORK YEAR YEARS"
)
#: Further capitals that are no code in running text, where nobody vouches for them.
WORDS: Final = _NO_STEMS | frozenset(_PLAIN.split())

# Stems of two letters that are not in `STEMS`: any others may be a mistyped REV, ADD or COR.
_SHORT: Final = frozenset(("AG", "FL", "MC", "SM"))
# REV, ADD and COR with a letter too few, too many, changed or out of place, or half written out.
_RESEMBLING = Pattern(
    r"(?P<REV>REV[A-Z]*|RRE?V|REEV|RE|RV|EV|RVE|ERV)"
    r"|(?P<ADD>AADD|ADD[A-Z]*|ADEN[A-Z]*|AD|DD|DAD)"
    r"|(?P<COR>C?CORR?|COR(?:RR|RI|IG)[A-Z]*|COORR?|CO|CR|OR|CRO|KORR?(?:IG[A-Z]*)?)"
)

# Shorter stems could be made of two words that stand side by side by chance.
_LONG = 6
_KNOWN = frozenset(STEMS)
# Some fonts lose every capital N: "E FOCUSTOM", "GE VAL".
_WITHOUT_N = {
    stem.replace("N", " "): stem
    for stem in STEMS
    if len(stem) >= _LONG and "N" in stem and not stem.endswith("N")
}


def resembled_part(printed: str) -> str | None:
    """Tell which of REV, ADD and COR a word in capitals resembles, so that it is no subject code.

    Args:
        printed: The word.

    Returns:
        "REV", "ADD" or "COR", or None.

    Example:
        >>> resembled_part("REVV"), resembled_part("KORR"), resembled_part("CORDROGUE")
        ('REV', 'COR', None)
    """
    for word in printed.replace("-", "/").split("/"):
        match = _RESEMBLING.fullmatch(word)
        if match is not None:
            return match.lastgroup
    return None


def is_stem(printed: str) -> bool:
    """Tell whether a word can be a subject code.

    Args:
        printed: The word in capitals.

    Returns:
        Whether it has the form of one and is no other word: a part such as REV, or one mistyped.

    Example:
        >>> is_stem("ENFOCUSTOM"), is_stem("NEWCODE"), is_stem("REVV"), is_stem("XX")
        (True, True, False, False)
    """
    if printed in _KNOWN or printed in _SHORT:
        return True
    return (
        len(printed) > 2
        and printed not in _NO_STEMS
        and STEM.fullmatch(printed) is not None
        and resembled_part(printed) is None
    )


def known_stem(printed: str) -> str | None:
    r"""Give the known stem that was printed, mended where a scan or a line break has torn it.

    Args:
        printed: Capitals, perhaps with a blank or a line break between them.

    Returns:
        The stem, or None where there is no such stem or more than one thing may be meant.

    Example:
        >>> known_stem("E FOCUSTOM"), known_stem("ENFO-\nPOL"), known_stem("CO SI")
        ('ENFOCUSTOM', 'ENFOPOL', None)
    """
    if printed in _KNOWN:
        return printed
    if printed in _WITHOUT_N:
        return _WITHOUT_N[printed]
    joined = "".join(printed.replace("-\r\n", "").replace("-\n", "").split())
    return joined if joined in _KNOWN and ("/" in joined or len(joined) >= _LONG) else None
