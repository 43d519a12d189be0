"""What is found in text: references, deadlines, and all that a document says."""

import os
import re
from pathlib import Path

from measuring import Pair, process

import customs_coop as cc

__all__ = [
    "find_references",
    "growth_of_deadlines",
    "growth_of_references",
    "hostile_deadlines",
    "hostile_references",
    "plain_references",
    "reading",
]

DOCUMENT = "2005-revised-work-plan.txt"
# One plain pattern for each kind of reference, as one would write it without a library.
PLAIN_PATTERNS = (
    (
        r"\b(?:(?:ST|CM|DS|AD|SN|PE-CONS)[ -])?[0-9]{1,5}(?:/[0-9]{1,2})?/[0-9]{2}\b"
        r"(?:[\s,+–-]{0,9}(?:REV|ADD|COR)\s?[0-9]{1,2}|\s{1,9}[A-Z]{2,16}\s[0-9]{1,4})*"
    ),
    (
        r"\b(?:OJ|JO|ABl\.|Official Journal)\s(?:No\s)?[LCS]\s?[0-9]{1,4}"
        r"(?:,?\s[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})?(?:,?\sp\.\s?[0-9]{1,4})?"
    ),
    r"\b[0-9]{1,4}/[LC]\s?[0-9]{1,4}/[0-9]{1,3}\b",
    r"\b[0-9CE](?:19|20)[0-9]{2}[A-Z]{1,2}[0-9]{4}(?:\([0-9]{2}\))?",
    r"\b(?:COM|SWD|SEC|JOIN|C)\s?\((?:19|20)?[0-9]{2}\)\s?[0-9]{1,4}(?:\sfinal)?",
    (
        r"\b(?:Council|Commission)?\s?(?:Framework )?"
        r"(?:Regulation|Decision|Directive|Joint Action)s?\s"
        r"(?:\((?:EU|EC|EEC)\)\s)?(?:No\s)?[0-9]{1,4}/[0-9]{2,4}(?:/(?:EU|EC|EEC|JHA|CFSP))?"
    ),
    r"\b[Aa]ctions?\s\[?[0-9]{1,2}(?:\.[0-9]{1,2})?\]?(?:\sof\sthe\s[a-z]+\sAction\sPlan)?",
    r"\b[Rr]ecommendations?\s[0-9]{1,3}[a-z]?\b",
)
PARAGRAPH = (
    "The working party looked at the report of the project group, which had met twice in the "
    "autumn and had asked all Member States how parcels are chosen for control. Few had answered "
    "in time; the others were asked again by letter. The experts said, not for the first time, "
    "that risk profiles age and/or go stale within 12/18 months. "
    "The result (4711/1/30 REV 1 ENFOCUSTOM 12) was noted, and nothing was decided then.\n\n"
)
HOSTILE = (
    *("1", "/", "1/", "(", "[", " ", "\n", "1.2/", "97/", "1998-", "by ", "12345/05 "),
    *("OJ ", "OJ C ", "COM(", "Action ", "recommendation ", "Decision No ", "Deadline: ", "é"),
)


def find_references() -> Pair:
    """Find references in 10 MB of prose, against one `re` alternation of the same patterns (P9)."""
    # The patterns with which the library reads each kind, without what stands around them.
    from customs_coop.references import celex, commission
    from customs_coop.references.actions import action, recommendation
    from customs_coop.references.acts import reading as acts
    from customs_coop.references.council import reading as council
    from customs_coop.references.journal import issue

    sources = (
        acts.NAMED.source,
        acts.BARE.source,
        council._HEAD.source,
        issue._TITLE.source + issue._ISSUE.source,
        celex._PRINTED.source,
        commission._PRINTED.source,
        action._ACTION.source,
        recommendation._RECOMMENDATION.source,
    )
    # In one expression no two groups have the same name.
    numbered = (
        re.sub(r"(\(\?(?:P[<=]|\())(\w+)", rf"\g<1>\g<2>_{number}", source)
        for number, source in enumerate(sources)
    )
    same = re.compile("|".join(f"(?:{source})" for source in numbered))
    text = PARAGRAPH * (10_000_000 // len(PARAGRAPH))
    return lambda: cc.find_references(text), lambda: sum(1 for _ in same.finditer(text))


def plain_references() -> Pair:
    """Find references in 10 MB of prose, against one `re` alternation of plain patterns."""
    text = PARAGRAPH * (10_000_000 // len(PARAGRAPH))
    plain = re.compile("|".join(PLAIN_PATTERNS))
    return lambda: cc.find_references(text), lambda: sum(1 for _ in plain.finditer(text))


def hostile_references() -> Pair:
    """Find references in hostile text of every sort, against as much prose (P9)."""
    texts, prose = _hostile_and_prose(500_000)
    return (
        lambda: [cc.find_references(text) for text in texts],
        lambda: [cc.find_references(prose) for _ in texts],
    )


def hostile_deadlines() -> Pair:
    """Find deadlines in hostile text of every sort, against as much prose."""
    texts, prose = _hostile_and_prose(50_000)
    return (
        lambda: [cc.find_deadlines(text) for text in texts],
        lambda: [cc.find_deadlines(prose) for _ in texts],
    )


def growth_of_references() -> Pair:
    """Find references in hostile text of eight times the length, against once (linear is 8)."""
    long, short = _hostile_and_prose(800_000)[0], _hostile_and_prose(100_000)[0]
    return (
        lambda: [cc.find_references(text) for text in long],
        lambda: [cc.find_references(text) for text in short],
    )


def growth_of_deadlines() -> Pair:
    """Find deadlines in hostile text of eight times the length, against once (linear is 8)."""
    long, short = _hostile_and_prose(80_000)[0], _hostile_and_prose(10_000)[0]
    return (
        lambda: [cc.find_deadlines(text) for text in long],
        lambda: [cc.find_deadlines(text) for text in short],
    )


def _hostile_and_prose(length: int) -> tuple[list[str], str]:
    prose = PARAGRAPH * (length // len(PARAGRAPH) + 1)
    return [(piece * length)[:length] for piece in HOSTILE], prose[:length]


def reading() -> Pair:
    """Read an official document of 35 actions, against importing networkx (P14).

    The patterns have been compiled; the peer has the start of its interpreter besides.

    Raises:
        LookupError: The official documents are not there.
    """
    folder = os.environ.get("CUSTOMS_COOP_DOCUMENTS")
    place = Path(folder) if folder else Path(__file__).parents[2] / "shared" / "documents"
    document = place / DOCUMENT
    if not document.is_file():
        raise LookupError(f"{DOCUMENT} is not there; CUSTOMS_COOP_DOCUMENTS names its folder")
    text = document.read_text("utf-8")
    cc.parse(text)  # patterns are compiled when they are needed first
    return lambda: cc.parse(text), process("-c", "import networkx")
