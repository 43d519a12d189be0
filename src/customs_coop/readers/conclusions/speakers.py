"""Who speaks in a document of conclusions, and who endorsed it."""

import re

from customs_coop.model import Approval, Party, known_body
from customs_coop.readers.conclusions.languages import names_council
from customs_coop.readers.parties.phrases import read_actor, read_actors

__all__ = ["find_endorsements", "find_speaker"]

_BODY = (
    r"(?:European\s{1,3}Council|Council|(?:[A-Z][\w-]{1,30}\s{1,3}){0,5}"
    r"(?i:working\s{1,3}(?:group|party)|committee|conference|group|forum|board))"
)
_OF = re.compile(
    r"\b(?i:conclusions|recommendations|minutes)\s{1,3}of\s{1,3}the\s{1,3}(?:[0-9]{1,3}(?:st|nd|rd|th)\s{1,3}meeting\s{1,3}of\s{1,3}the\s{1,3})?"
    rf"(?P<body>{_BODY})\b"
)
_COUNCIL = re.compile(
    r"\b(?:(?:Draft\s{1,3})?Council\s{1,3}(?i:conclusions)|THE\s{1,3}COUNCIL(?:\s{1,3}OF\s{1,3}THE\s{1,3}EUROPEAN\s{1,3}UNION)?[,:]?"
    r"|COUNCIL\s{1,3}CONCLUSIONS)"
)
_SPEAKS = re.compile(
    rf"\b[Tt]he\s{{1,3}}(?P<body>{_BODY})(?:\s{{1,3}}\([^()]{{1,60}}\))?,?\s{{1,3}}(?:agreed|approved|adopted|concluded|took\s{{1,3}}note|welcomed|invited|discussed)\b"
)
_ENDORSED = re.compile(
    r"\b(?:endorsed|approved|adopted|agreed)\s{1,3}(?:unanimously\s{1,3})?by\s{1,3}(?:the\s{1,3})?"
    r"(?P<who>[A-Z][\w-]{1,30}(?:\s{1,3}(?:(?:of|for|and)\s{1,3}(?:the\s{1,3})?)?[A-Z][\w-]{1,30}){0,6})"
)


def find_speaker(text: str) -> tuple[str, Party | None] | None:
    """The body whose conclusions a text prints, by its title or its first words.

    Args:
        text: The beginning of the text, folded.

    Returns:
        Its id, and the body where it is not a known one; None where the text does not say.

    Example:
        >>> find_speaker("Draft Council conclusions on seaports")
        ('COUNCIL', None)
    """
    of = _OF.search(text)
    if of is None and (_COUNCIL.search(text) or names_council(text)):
        return "COUNCIL", None
    match = of or _SPEAKS.search(text)
    return read_actor(match["body"]) if match else None


def find_endorsements(text: str) -> tuple[tuple[Approval, Party | None], ...]:
    """The bodies that a text says to have endorsed or adopted it.

    Example:
        >>> [found.party for found, _ in find_endorsements("It was endorsed by the Ministers.")]
        ['MINISTERS']
    """
    found: dict[str, tuple[Approval, Party | None]] = {}
    for match in _ENDORSED.finditer(text):
        for actor in read_actors(match["who"]):
            approval = Approval(party=actor[0], text=" ".join(match[0].split()))
            known = known_body(match["who"])
            found.setdefault(actor[0], (approval, None if known else actor[1]))
    return tuple(found.values())
