"""Whether the words of a duty ask for a report, or for something else to be done."""

import re
from typing import Final

from customs_coop.references.base import Pattern

__all__ = ["asks_for_report"]

# The beginnings of words, in English, French and German. A system of information is no report.
_BEGINNINGS: Final = (
    r"(?:"
    # English
    r"report|updat|communicat|detail|present(?:ation|ed|s|ing)?\b|review|results?\b|findings?\b"
    r"|inform(?:s|ed|ing)?\b"
    r"|(?<!me d[\u2019'])(?<!mes d[\u2019'])information"
    r"(?! (?:and communication )?(?:system|technolog|network))"
    r"|tell|told|notif|submit|submission|feedback|statement|summar|assessment|evaluation"
    r"|questionnaire|repl(?:y|ies)\b|answer|overview|statistic|figures?\b|account (?:of|for)"
    r"|describ|descri(?:ption|ptive)|explain|outline"
    # French
    r"|rapport|compte[ -]rendu|rend(?:re|ent|ra|ront|ez)? (?:r\u00e9guli\u00e8rement )?compte"
    r"|informations\b|communiqu|pr\u00e9sent(?:e|er|ent|era|eront|ation|ations)\b|bilan"
    r"|r\u00e9sultat|renseigne|d\u00e9tail|transmet|transmis|soumet|soumis|notifi|\u00e9valuation"
    r"|r\u00e9examen|expos(?:e|er|ent|\u00e9)\b|r\u00e9pon[ds]"
    # German
    r"|unterricht|mitteil|teil(?:t|en)\b[^.;]{0,80}\bmit\b|leg(?:t|en)\b[^.;]{0,80}\bvor\b"
    r"|vorleg|vorgelegt|vorzulegen|vorlage|informier|\u00fcberpr\u00fcf|ergebnis|auskunft|ausk\u00fcnfte"
    r"|\u00fcbermitt|angaben|meld(?:en|et|ung)|bewertung|darstell|r\u00fcckmeld"
    r")"
)
_ASKS: Final = Pattern(rf"(?<!\w){_BEGINNINGS}|bericht", re.IGNORECASE)


def asks_for_report(text: str) -> bool:
    """Whether words ask for a report, an update, details, a presentation or the like.

    Words that say nothing are taken for a report, which is what most duties ask for.

    Args:
        text: The words of an obligation, in English, French or German.

    Example:
        >>> asks_for_report("Provide details of patrols"), asks_for_report("Join the patrols")
        (True, False)
    """
    return not text.strip() or _ASKS.search(text) is not None
