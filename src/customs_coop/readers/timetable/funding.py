"""Money that the sentences of an item ask for, or have: programme, state and amount."""

import re

import attrs

from customs_coop.formats.word_lists import word_list
from customs_coop.model import Funding
from customs_coop.readers.text.sentences import split_sentences

__all__ = ["FundingFound", "find_funding"]

# Programmes of the Union that paid for work of customs, police and justice.
_PROGRAMMES = word_list(
    "Oisin Grotius Odysseus STOP Falcone Sherlock Karolus Matthaeus Fiscalis Hercule Pericles",
    "Daphne AGIS ARGO ISEC CIPS Phare Tacis MEDA CARDS ISF CCEI CELBET",
)
_NO_NAMES = frozenset(
    word_list(
        "the this that these such any further additional eu european community union national",
        "common joint full public external commission possible appropriate sufficient more",
    )
)
_FOLDED = {name.casefold(): name for name in _PROGRAMMES}
_NAME = r"(?:[A-Z][\w-]{1,20}|Customs\s[0-9]{4})(?:\s(?:II|III|IV|[0-9]{4}))?"
_MONEY = r"(?:[Ff]unding|[Ff]unds|[Ff]inancing|[Ff]inancial\s{1,3}support|co-?financing)"
_MENTION = re.compile(
    rf"(?P<before>{_NAME})\s{{1,3}}{_MONEY}\b"
    rf"|\b{_MONEY}\s{{1,3}}(?:[\w-]{{1,20}}\s{{1,3}}){{0,6}}?(?:from|under|by|through|of|in)\s{{1,3}}"
    rf"(?:the\s{{1,3}})?(?P<behind>{_NAME})\s{{1,3}}[Pp]rogramme\b"
    rf"|\b{_MONEY}\s{{1,3}}(?:from|under|through)\s{{1,3}}(?:the\s{{1,3}})?(?P<bare>{_NAME})"
)
_PART_OF = re.compile(
    rf"\b(?:as\s{{1,3}})?part\s{{1,3}}of\s{{1,3}}the\s{{1,3}}(?P<name>{_NAME})\s{{1,3}}[Pp]rogramme"
)
_FUNDS = re.compile(rf"\b{_MONEY}\b", re.IGNORECASE)
_SUM = r"[0-9]{1,3}(?:[ .,\u00a0\u202f][0-9]{3}){0,4}(?![0-9])|[0-9]{1,9}"
_CURRENCY = r"(?:ECUs?|EUR|euros?|€|GBP|£|USD|US\$)"
_AMOUNT = re.compile(
    rf"(?:(?<!\w){_CURRENCY}\s{{0,3}}(?:{_SUM})(?:[.,][0-9]{{1,2}})?(?:\s{{1,3}}(?:million|billion|thousand))?"
    rf"|(?<![\w.,])(?:{_SUM})(?:[.,][0-9]{{1,2}})?\s{{1,3}}(?:(?:million|billion|thousand)\s{{1,3}})?{_CURRENCY}(?!\w))",
    re.IGNORECASE,
)
_STATES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (state, re.compile(pattern, re.IGNORECASE))
    for state, pattern in (
        (
            "refused",
            (
                r"\b(?:has|have|had|was|were)\s{1,3}(?:been\s{1,3})?(?:refused|rejected|declined)\b"
                r"|\bnot\s{1,3}(?:been\s{1,3})?(?:approved|granted|available)\b"
            ),
        ),
        (
            "to consider",
            (
                r"\bconsider(?:ation|ed|ing)?\b(?=.{0,80}\b(?:appl|fund|seek|request))"
                r"|\b(?:may|might|could)\s{1,3}be\s{1,3}(?:applied|sought|requested)"
            ),
        ),
        (
            "to be applied for",
            r"\b(?:shall|should|must|will|to)\s{1,3}(?:be\s{1,3}(?:applied|requested|asked)\b|apply\b|request\b)",
        ),
        (
            "to be sought",
            r"\b(?:shall|should|must|will|to)\s{1,3}(?:be\s{1,3}sought\b|seek\b)",
        ),
        (
            "applied for",
            r"\b(?:has|have)\s{1,3}(?:been\s{1,3})?(?:applied|requested)\b|\bapplication\s{1,3}(?:has|was)\b",
        ),
        (
            "approved",
            (
                r"\b(?:has|have|had|was|were|is|are)\s{1,3}(?:already\s{1,3})?(?:been\s{1,3})?"
                r"(?:approved|granted|awarded|allocated|given|obtained|secured|provided)\b"
            ),
        ),
    )
)


@attrs.frozen
class FundingFound:
    """One funding, and the name of its programme as printed where that was misspelt.

    Args:
        funding: The programme, the state, the amount and the sentence.
        misspelt: The name as printed, where it is not that of the programme; else empty.
    """

    funding: Funding
    misspelt: str = ""


def find_funding(text: str) -> tuple[FundingFound, ...]:
    """Find the funding that the sentences of an item state.

    A sentence counts where it speaks of funding by a named programme. The state is "approved",
    "to be applied for", "to be sought", "to consider", "applied for" or "refused", or empty where
    no words tell it. A name that differs in one letter from that of a known programme is read as
    that programme, as text recognition misreads such names.

    Args:
        text: The item.

    Returns:
        One for each sentence and programme, with the sentence as its words.

    Example:
        >>> found, = find_funding("Oisir funding of EUR 2 000 has been approved for the swim.")
        >>> found.funding.programme, found.funding.state, found.funding.amount, found.misspelt
        ('Oisin', 'approved', 'EUR 2 000', 'Oisir')
    """
    found: list[FundingFound] = []
    for sentence in split_sentences(text):
        names = [match[match.lastgroup or 0] for match in _MENTION.finditer(sentence)]
        if _FUNDS.search(sentence):
            names += [match["name"] for match in _PART_OF.finditer(sentence)]
        for name in dict.fromkeys(names):
            programme = _programme(name)
            if programme is None:
                continue
            amount = _AMOUNT.search(sentence)
            funding = Funding(
                programme=programme,
                state=_state(sentence),
                amount=amount[0] if amount else "",
                text=sentence,
            )
            found.append(FundingFound(funding, name if programme != name else ""))
    return tuple(dict.fromkeys(found))


def _state(sentence: str) -> str:
    return next((state for state, pattern in _STATES if pattern.search(sentence)), "")


def _programme(name: str) -> str | None:
    """The programme that a name means; None for a word that only begins a sentence."""
    head, _, number = name.partition(" ")
    folded = head.casefold()
    if folded in _NO_NAMES:
        return None
    known = _FOLDED.get(folded)
    if known is None and len(head) >= 5:
        alike = [right for wrong, right in _FOLDED.items() if _one_letter_apart(folded, wrong)]
        known = alike[0] if len(alike) == 1 else None
    if known is None:
        return name
    return f"{known} {number}" if number else known


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter was misread, or one was put in or left out."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or len(short) < 5:
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
