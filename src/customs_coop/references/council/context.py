"""What stands before a number, and says whether it is that of a Council document."""

import re

from customs_coop.references.base import Pattern

__all__ = [
    "is_announced",
    "is_announced_as_council",
    "is_foreign",
    "is_listed",
    "is_measure",
    "is_other_figure",
]

_NUMBERED = r"(?:(?:no|nos|nr|numbers?|n\.?\s?[°º]|n|č|št|br)\.?\s{0,3}:?\s{0,3})?"
# "doc.", "documento", "Ratsdok.-Nr."
_ANNOUNCED = Pattern(
    r"\b(?:rats)?do[ck](?:ument[^\W\d_]{0,3}|s)?\.?(?:-|\s{0,4}:?\s{0,4})"
    rf"{_NUMBERED}\(?\Z",
    re.IGNORECASE,
)
_COUNCIL = Pattern(rf"\bCouncil\s{{1,3}}doc(?:ument)?s?\.?\s{{0,4}}:?\s{{0,4}}{_NUMBERED}\Z")
# The numbers of other registers have the same form.
_FOREIGN = Pattern(
    r"(?<![\w-])(?:WK|XT|EUCO|CONV|CIG|CONF-[A-Z]{2,3}|COM|SEC|SWD|JOIN|SCH|CES|CDR|PE|S\.?I\.?)"
    r"[ \u00a0-]{0,2}(?:[Nn]o\.?[ \u00a0]{0,2})?\Z"
)
_ONLY_NUMBERED = Pattern(
    r"(?:\b(?:no|nr|nos|numbers?|n|br|č|št|αριθ)\.?|[°º§№#]|(?<![\w'’])s\.)\s{0,4}:?\s{0,2}\Z"
)
# "tel. 02 281 6111/05", "a ratio of 1234/10", "2 281 6111/05"
_TELEPHONES = ("tel", "phone", "fax", "mobile", "ratio", "proportion")
_TELEPHONE = Pattern(
    r"\b(?:tel|telephone|phone|fax|mobile|ratio|proportion)s?\b(?: of| is)?[ .:+()0-9-]{0,24}\Z"
)
_BANK = Pattern(r"\biban\b[ :a-z0-9]{0,32}\Z")
_GROUPED = Pattern(r"(?<![/.,0-9])\+?[0-9]{1,4}[ \u00a0.-][0-9]{2,4}[ \u00a0.-]\Z")
# "Law 2960/01", "file 1234/05", "p. 1234/35"; with the same words in other languages, for
# parliaments and courts number their papers in this form.
_NAMES = (
    "account accounts act acts appeal appeals application applications bank bill bills bylaw "
    "bylaws case cases contract contracts decree decrees dossier dossiers file files flight "
    "flights iban invoice invoices iso judgment judgments law laws licence licences order orders "
    "ordinance ordinances p page pages patent patents petition petitions pp question questions "
    "ref reference references refs ruling rulings statute statutes ticket tickets "
    "batch batches bus bvr cab certificate certificates chf circular circulars civ complaint "
    "complaints consignment container containers crim csk din ecu eur fig figs figure gbp "
    "grant grants hc heading headings hra hrb hs instruction instructions judgement lot lots "
    "notice notices office offices passport permit permits project projects reg regd "
    "registration regs room rooms score seal serial shipment str subheading temperature "
    "tender tenders train usd vat vessel zr "
    # French
    "affaire affaires arrêt arrêts arrêté arrêtés cass circulaire compte "
    "décret décrets facture jugement loi lois ordonnance ordonnances requête requêtes "
    "salle "
    # German
    "akte aktenzeichen beschwerde beschwerden drs drucksache drucksachen gesetz konto rechnung "
    "rechtssache rechtssachen rs seite seiten urteil urteile vertrag zimmer "
    # Spanish, Italian, Portuguese
    "asunto asuntos causa cause circolare contrato cuenta decreto decretos demanda expediente "
    "factura fascicolo fattura legge leggi legislativo lei leis ley leyes ministeriale ordinanza "
    "pág págs pag pagg portaria processo processos recurso ricorsi ricorso sentencia "
    "sentencias sentenza sentenze "
    # Dutch and the languages of the north
    "arrest kamerstuk kamerstukken laki lag lov rekening sag wet zaak zaken "
    # Polish, Czech, Slovak, Slovene, Croatian, Hungarian
    "határozat novine predmet sodba sprawa sygn törvény ustawa ustawy wyrok zákon "
    "zákona zadeva zakon zakona"
)
_OTHER_NAMES = frozenset(_NAMES.split())
# An act, unless only drafted: "draft Council Resolution 9710/97" is the number of the draft.
_ACTS = (
    "asetus beschluss beschlüsse decision decisione decisions decisión directiva directive "
    "directives direttiva décision entscheidung förordning nařízení protocol protocols "
    "protokol reglamento regolamento regulamento regulation regulations rendelet resolution "
    "resolutions resolución richtlijn richtlinie rl règlement rozporządzenie "
    "uredba verordening verordnung vo"
)
_ACT_NAMES = frozenset(_ACTS.split())
_DRAFTED = ("draft", "propos", "projet", "entwurf", "vorschlag", "initiative")
# "6000/20 kg", "1234/12 months"
_MEASURE = Pattern(
    r"[ \u00a0]?(?:[%‰€°]|(?:kg|km|cm|mm|mg|ml|rpm|volts?|hours?|days?|weeks?|months?"
    r"|EUR|ECU|USD|GBP|euros?|units?|boxes|packs|packets|pieces|inhabitants|persons|people"
    r"|years?|tonnes?|lit(?:re|er)s?|met(?:re|er)s?)\b)"
)
_LAST_WORD = Pattern(r"(?<![^\W_])[^\W\d_]{1,16}\Z")
_LISTED = Pattern(
    r"\s{0,4}(?:[,;+&]\s{0,4}(?:(?:and|or)\s{1,4})?|(?<=\s)(?:and|or|to)\s{1,4}|/\s{0,2})"
)


def is_announced(text: str, start: int) -> bool:
    """Tell whether "doc.", "documents No" or the like stands before an index.

    Args:
        text: The text.
        start: Where the number begins.

    Returns:
        Whether a document is announced.

    Example:
        >>> is_announced("(EU doc no: 7843/3/14)", 12)
        True
    """
    first = max(0, start - 32)
    # The plain search is many times as fast, and most numbers are not announced.
    return "do" in text[first:start].lower() and _ANNOUNCED.search(text, first, start) is not None


def is_announced_as_council(text: str, start: int) -> bool:
    """Tell whether "Council document" or the like stands before an index.

    Args:
        text: The text.
        start: Where the number begins.

    Returns:
        Whether a document of the Council is announced.

    Example:
        >>> is_announced_as_council("Council document 14680/2005", 17)
        True
    """
    return _COUNCIL.search(text, max(0, start - 40), start) is not None


def is_foreign(text: str, start: int) -> bool:
    """Tell whether the name of another register stands before an index.

    Args:
        text: The text.
        start: Where the number begins.

    Returns:
        Whether the number is not one of the register of the Council.

    Example:
        >>> is_foreign("WK 5083/2021 INIT", 3)
        True
    """
    # Most numbers stand behind a small letter or a bracket.
    before = text[max(0, start - 3) : start].rstrip(" \u00a0-.")[-1:]
    return (before.isupper() or before in "oO") and (
        _FOREIGN.search(text, max(0, start - 16), start) is not None
    )


def is_other_figure(text: str, start: int) -> bool:
    """Tell whether what stands before an index makes other figures of those behind it.

    Args:
        text: The text.
        start: Where the number begins.

    Returns:
        Whether it is an act, a telephone, a ratio, a page or the like.

    Example:
        >>> is_other_figure("Law No 2960/01", 7), is_other_figure("the note 14680/05", 9)
        (True, False)
    """
    before = text[max(0, start - 40) : start].lower()
    if _ONLY_NUMBERED.search(before, max(0, len(before) - 14)) is not None:
        return True
    name = before.rstrip(" .:\u00a0")
    if len(name) < len(before):
        if name[-1:].isdigit():
            if _GROUPED.search(before) is not None:
                return True
        else:
            word = _LAST_WORD.search(name, max(0, len(name) - 17))
            if word is not None and _names_another(word[0], before):
                return True
    elif before.endswith("-") and _GROUPED.search(before) is not None:
        return True
    if "iban" in before and _BANK.search(before) is not None:
        return True
    return any(name in before for name in _TELEPHONES) and _TELEPHONE.search(before) is not None


def is_measure(text: str, end: int) -> bool:
    """Tell whether a unit behind figures makes a measure of them.

    Args:
        text: The text.
        end: Where the figures end.

    Returns:
        Whether they count something.

    Example:
        >>> is_measure("6000/20 kg", 7), is_measure("6789/04, completed", 7)
        (True, False)
    """
    return _MEASURE.match(text, end) is not None


def _names_another(word: str, before: str) -> bool:
    """Whether a word before figures, in small letters, makes those of another paper of them."""
    if word in _ACT_NAMES:
        return not any(name in before for name in _DRAFTED)
    return word in _OTHER_NAMES and not before.rstrip().endswith("in case")


def is_listed(text: str, end: int, start: int) -> bool:
    """Tell whether two numbers stand in one list, as in "docs 45/06, 46/06 and 47/06".

    Args:
        text: The text.
        end: Where the first one ends.
        start: Where the second one begins.

    Returns:
        Whether only a comma, "and" or the like stands between them.

    Example:
        >>> is_listed("45/06, 46/06", 5, 7)
        True
    """
    return 0 < start - end <= 12 and _LISTED.fullmatch(text, end, start) is not None
