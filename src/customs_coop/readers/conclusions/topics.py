"""What the words above a list are about: "as regards Austria, Italy and Hungary, agreed"."""

import re

from customs_coop.readers.parties.names import body
from customs_coop.readers.parties.phrases import phrase_parties

__all__ = ["ADVERBS", "TOPIC", "find_topic", "topic_of"]

ADVERBS = (
    r"(?:(?:and|but|therefore|thus|hereby|also|further(?:more)?|moreover|in\s{1,3}addition|accordingly|consequently"
    r"|strongly|fully|warmly|again|once\s{1,3}more|finally|firmly|unanimously|in\s{1,3}(?:this|that)\s{1,3}"
    r"(?:context|respect|regard|light|connection|framework)|to\s{1,3}(?:this|that)\s{1,3}end|inter\s{1,3}alia|then"
    r"|likewise|in\s{1,3}particular|has|have|had)\b\s{0,2},?\s{0,3}){0,5}"
)
# The commas of a list of names belong to the topic: "as regards Austria, Italy and Hungary,".
_NAMES = (
    r"(?:,\s{1,3}(?-i:(?:and\s{1,3})?(?:the\s{1,3})?(?:former\s{1,3})?[A-Z])[\w’'-]{0,30}"
    r"(?:\s{1,3}(?-i:(?:(?:of|and|as\s{1,3}well\s{1,3}as)\s{1,3})?(?:the\s{1,3})?[A-Z])[\w’'-]{0,30}){0,6}){0,40}"
)
_ABOUT = (
    r"(?:as\s{1,3}regards|with\s{1,3}re(?:gard|spect)\s{1,3}to|in\s{1,3}respect\s{1,3}of|regarding|concerning"
    r"|as\s{1,3}to|for|as\s{1,3}for)\s{1,3}"
)
TOPIC = rf"(?:{_ABOUT}(?P<topic>[^,.;:]{{2,100}}{_NAMES}),\s{{0,3}})?"
_TOPIC_FIRST = re.compile(
    rf"[\W_]{{0,4}}{ADVERBS}{_ABOUT}(?P<topic>[^,.;:]{{2,100}}{_NAMES}),", re.IGNORECASE
)
# "agreed on the following actions for Austria and Italy:", "agreed, as regards Italy, on the ...".
_TOPIC_BEHIND = re.compile(
    rf"\b{_ABOUT}(?P<topic>(?-i:(?:the|each|all)\s|[A-Z])[^,.;:]{{2,100}}{_NAMES})"
    r"(?=\s{0,3}(?:[:.]|,\s{1,3}(?:on|to|that|the)\b)|\Z)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|as\s{1,3}well\s{1,3}as)\s")


def topic_of(words: str) -> str:
    """A topic as it was matched: a list of bodies with its commas, else the first of its words.

    Example:
        >>> topic_of("Austria, Italy and Hungary"), topic_of("ports, the Council")
        ('Austria, Italy and Hungary', 'ports')
    """
    return words if _names_bodies(words) else words.partition(",")[0]


def find_topic(text: str) -> str:
    """The topic of words that introduce a list: the first words, else known bodies behind a verb.

    Example:
        >>> find_topic("As regards the harbours, the conference agreed on these actions:")
        'the harbours'
        >>> find_topic("It was agreed, as regards Austria and Italy, on these actions:")
        'Austria and Italy'
        >>> find_topic("These actions were agreed for better sheds:")
        ''
    """
    first = _TOPIC_FIRST.match(text)
    if first is not None:
        return topic_of(first["topic"])
    behind = (match["topic"] for match in _TOPIC_BEHIND.finditer(text))
    return next((topic for topic in behind if _names_bodies(topic)), "")


def _names_bodies(topic: str) -> bool:
    found = phrase_parties(topic)
    is_list = "," not in topic or _AND.search(topic) is not None
    return is_list and bool(found) and all(body(party.id) is not None for party, _ in found)
