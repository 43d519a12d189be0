"""To whom an instruction or an agreement has something reported, sent or presented.

Wordings of plans ("report to the Council") are read by `find_recipients`; here are the imperatives
of conclusions and the groups that only these name: "Send the form to the Secretariat".
"""

import re

from customs_coop.model import Party, known_body
from customs_coop.readers.parties.generic import generic_group
from customs_coop.readers.parties.phrases import read_actors
from customs_coop.readers.parties.prose import find_recipients

__all__ = ["find_receivers"]

_B = r"\s{1,3}"
_HAND_OVER = (
    r"(?:[Rr]eport|[Ss]end|[Ss]ubmit|[Ff]orward|[Tt]ransmit|[Pp]resent|[Cc]irculate|[Cc]ommunicate"
    r"|[Pp]rovide|[Gg]ive|[Ss]upply|[Dd]eliver|be{_B}(?:[a-z]{2,12}ly{_B})?(?:sent|submitted|forwarded|transmitted"
    r"|presented|circulated|communicated|provided|given|delivered|reported))"
).replace("{_B}", _B)
_NAME = r"(?P<who>(?:the\s{1,3})?[A-Za-z][\w’'-]{1,40}(?:\s{1,3}[\w’'-]{1,40}){0,7}?)"
_ENDS = (
    r"(?=\s{0,3}(?:[.,;:()]|\Z)|\s{1,3}(?:by|before|within|until|every|each|once|twice|annually|yearly|quarterly"
    r"|monthly|regularly|no|not|at|on|in|about|with|and|when|if|as|after|during|immediately|for)\b)"
)
_VERB = re.compile(
    rf"(?:\A(?:Please{_B})?|\b(?:will|shall|should|must|to)\b[^.;:]{{0,60}}?{_B}){_HAND_OVER}\b"
)
_TO = re.compile(rf"{_B}to{_B}{_NAME}{_ENDS}")
_TOLD = re.compile(
    rf"(?:\A(?:Please{_B})?|\b(?:will|shall|should|must){_B}(?:[a-z]{{2,12}}{_B}){{0,3}}?)"
    rf"(?:(?:[Ii]nform|[Nn]otify|[Tt]ell|[Bb]rief){_B}{_NAME}(?:(?=\s{{1,3}}of\b)|{_ENDS})"
    rf"|(?:[Pp]rovide|[Ss]upply){_B}{_NAME.replace('who', 'given')}(?={_B}with\b))"
)
# "Report on the letters to the Commission": the letters went there, not the report.
_SUBJECT = re.compile(r"\s(?:on|about|how|what|whether|regarding|concerning)\s")
# What goes to somebody by itself: "access to the port", "the letters sent to the Commission".
_GOES_THERE = re.compile(
    r"\b(?:[a-z]{2,20}(?:ed|ing)|sent|given|made|written|sold|lent|shown|bought|brought|that|which|who|paid|open|due|known|subject|access|visits?|letters?|answers?"
    r"|repl(?:y|ies)|invitations?|assistance|help|support|aid|contributions?|links?|damage|changes?|threats?"
    r"|amendments?|exports?|imports?|deliver(?:y|ies)|accession|transition|approach(?:es)?|risks?|up)\b[^.;]{0,60}\Z"
)
_FAR = 240  # characters behind a verb in which it says to whom


def find_receivers(text: str) -> tuple[Party, ...]:
    """To whom a sentence has something handed over.

    Args:
        text: A sentence that begins with an imperative, or that lays something on somebody.

    Returns:
        The parties in order; a group that the table of known ones has not is named by its words.

    Example:
        >>> [one.id for one in find_receivers("Send the list to the Secretariat by June 2010.")]
        ['SECRETARIAT']
        >>> find_receivers("Report on the letters that were written to the Commission.")
        ()
    """
    found = [one.party for one in find_recipients(text) if one.reported and not one.standing]
    found = found or _told(text) or _handed(text)
    return tuple({party.id: party for party in found}.values())


def _told(text: str) -> list[Party]:
    match = _TOLD.search(text)
    return _parties(match["who"] or match["given"]) if match else []


def _handed(text: str) -> list[Party]:
    verb = _VERB.search(text)
    if verb is None:
        return []
    stretch = text[verb.end() : verb.end() + _FAR].partition(". ")[0]
    about = _SUBJECT.search(f"{stretch} ")
    for match in _TO.finditer(stretch):
        inside = about is not None and about.start() < match.start()
        if inside and _GOES_THERE.search(stretch[: match.start()]):
            continue
        if parties := _parties(match["who"]):
            return parties
    return []


def _parties(words: str) -> list[Party]:
    found = [party or known_body(name) for name, party in read_actors(words)]
    return [generic_group(party.name) or party for party in found if party is not None]
