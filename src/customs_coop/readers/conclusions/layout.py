"""Conclusions of a council, a conference or a working group: what they ask, agree and note.

What they ask becomes recommendations, a numbered list of agreed actions becomes a plan, and what
binds a body becomes an obligation. What is only noted stays words: notes of the plan, else residue.
"""

import re
from collections.abc import Sequence

import attrs

from customs_coop.readers.base import Fit, Reading, Source
from customs_coop.readers.conclusions.decisions import (
    Sort,
    capital_verbs,
    is_heading,
    read_decision,
)
from customs_coop.readers.conclusions.languages import begins_list, is_preamble
from customs_coop.readers.conclusions.outline import read_outline
from customs_coop.readers.conclusions.passages import Passage, read_passages
from customs_coop.readers.conclusions.statements import read_statements
from customs_coop.readers.document.cover import read_cover
from customs_coop.readers.parties.phrases import is_actor
from customs_coop.readers.text.excerpts import Account
from customs_coop.readers.text.furniture import is_opening_words

__all__ = ["CONCLUSIONS_LAYOUT", "ConclusionsLayout"]

_SCORE = 0.5  # below any table: conclusions often have one in an annex
_KIND = re.compile(
    r"\b(?:conclusions?|recommendations?|minutes|recommandations?|schlussfolgerungen|empfehlungen|agreed\s{1,3}actions?|action\s{1,3}points?"
    r"|(?:summary|record|outcome)\s{1,3}of\s{1,3}(?:the\s{1,3})?(?:\w{1,20}\s{1,3}){0,2}?"
    r"(?:meeting|discussions?|proceedings|decisions))\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(
    r"\b(?:INVIT|CALL(?:S|ING)?\s{1,3}(?:(?i:(?:UP)?ON)|FOR)\b|ENCOURAG|REQUEST|URG|RECOMM|AGREE|DECID|ASK"
    r"|INSTRUCT|MANDAT|TASK|EXPECT|SUGG|LOOK(?:S|ING)?\s{1,3}FORWARD|DEMAND|CHARGE|PRIE|EXHORTE|APPELLE"
    r"|ENGAGE|ERSUCH|FORDER|BEAUFTRAG|BITTE|RUF(?:T|EN)|L[ÄA]DT|ERMUTIG|EMPFIEHLT|APPELLIERT)"
)
_LETTER = re.compile(r"(?:\A|\n)[^\S\n]{0,20}Dear\s")
_OPENING = 1500  # characters in which the kind of the document is told
_ENOUGH = 2  # verbs in capitals, or items of a list


@attrs.frozen
class ConclusionsLayout:
    """Running text whose verbs ask, charge and agree, with lists of points."""

    name: str = "conclusions"

    def fits(self, source: Source) -> Fit:
        """Look for verbs in capitals with an addressee, or for a list that was asked or agreed.

        A list counts only where the document calls itself conclusions, recommendations or
        minutes.
        """
        opening = source.text[:_OPENING]
        kind = _KIND.search(opening) is not None and not _LETTER.search(opening)
        capitals = _CAPITAL.search(source.text) is not None
        if not kind and not capitals:
            return Fit(
                score=0.0,
                missing=("a title such as conclusions, recommendations or minutes",),
            )
        account = Account(source)
        found = read_passages(source, account, read_cover(source, account).end)
        if (capitals and _has_capitals(found)) or (kind and _has_list(found)):
            return Fit(score=_SCORE)
        return Fit(
            score=0.1,
            missing=(
                (
                    'verbs such as "INVITES the Commission to", or a list of actions or'
                    " recommendations behind words that introduce it"
                ),
            ),
        )

    def read(self, source: Source) -> Reading:
        """Read every statement of the source."""
        account = Account(source)
        cover = read_cover(source, account)
        found = read_passages(source, account, cover.end)
        for passage in found:
            if is_opening_words(passage.text) or is_preamble(passage.text):
                account.use(passage.places)
        dossier, findings = read_statements(source, account, cover, found, read_outline(found))
        return account.reading(dossier, findings)


CONCLUSIONS_LAYOUT = ConclusionsLayout()
"""The layout, under the name "conclusions"."""


def _has_capitals(found: Sequence[Passage]) -> bool:
    printed = addressed = 0
    for passage in found:
        if not capital_verbs(passage.text):
            continue
        printed += 1
        decision = read_decision(passage.text)
        if decision is not None and decision.sort in (Sort.REQUEST, Sort.TASK):
            addressed += bool(decision.addressees.involved) or decision.open
        if printed >= _ENOUGH and addressed:
            return True
    return False


def _has_list(found: Sequence[Passage]) -> bool:
    items: dict[int, list[Passage]] = {}
    named = 0
    for passage in found:
        named += passage.label != "" and passage.mark[:1] in "AR" and len(passage.mark) > 6
        if passage.mark:
            items.setdefault(passage.parent, []).append(passage)
    if named >= _ENOUGH:
        return True
    return any(
        len(listed) >= _ENOUGH and _is_list(found[index].text if index >= 0 else "", listed)
        for index, listed in sorted(items.items())
    )


def _is_list(text: str, listed: Sequence[Passage]) -> bool:
    """Whether a list was asked or agreed, by the words above it or by its points."""
    if (_speaks(text) or all(one.label for one in listed)) and _asks(listed):
        return True
    if not (text.endswith(":") or is_heading(text) or begins_list(text)):
        return False
    decision = read_decision(text)
    if decision is None:
        return False
    if decision.sort is Sort.ACTIONS or is_heading(text):
        return True
    return decision.sort in (Sort.REQUEST, Sort.TASK) and bool(decision.addressees.involved)


def _speaks(text: str) -> bool:
    """Whether words name a body and nothing else before what it does: "The Council:"."""
    return text.endswith(":") and (is_actor(text.rstrip(" :")) or is_preamble(text))


def _asks(listed: Sequence[Passage]) -> bool:
    """Whether the items of a list open with verbs of conclusions, and one asks somebody."""
    decisions = [read_decision(one.text) for one in listed]
    asked = (
        one is not None and one.sort in (Sort.REQUEST, Sort.TASK) and bool(one.addressees.involved)
        for one in decisions
    )
    return sum(one is not None for one in decisions) >= _ENOUGH and any(asked)
