"""Times before which a statement asks for something: "to appoint a keeper before the end of 2013".

In running text such a time may as well be history ("sheds built before 2013"), so that elsewhere
it sets no deadline; what is asked for has to be done before it, unless it belongs to a noun.
"""

import re

from customs_coop.deadline import By, Deadline, parse_deadline
from customs_coop.formats.titles.words import MONTH

__all__ = ["last_days"]

_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_BEFORE = re.compile(
    r"\b(?:before|prior\s{1,3}to|avant|vor)\s{1,3}(?:(?:the|le|la|dem)\s{1,3})?"
    r"(?:(?:end|fin|Ende)\s{1,3}(?:(?:of|de|des\s{1,3}Jahres)\s{1,3})?(?:l['’]\s?année\s{1,3})?)?"
    rf"(?:(?:[0-3]?[0-9](?:st|nd|rd|th|er|\.)?\s{{1,3}})?{MONTH}\s{{1,3}}{_YEAR}"
    rf"|[0-3]?[0-9]\.[01]?[0-9]\.{_YEAR}|{_YEAR})",
    re.IGNORECASE,
)
_LOOK_BACK = 120
# "die vor 2013 gebauten Schuppen"
_PARTICIPLE = re.compile(
    r"\s{1,3}(?:ge|be|ver|er|ent)[^\W\d_]{2,20}(?:te|ene)[nmrs]?\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.;:]")
# A noun with what happened to it, or a clause of its own: the time belongs to them.
_OF_A_NOUN = re.compile(
    r"\b(?:that|which|who|whose|where|was|were|had|has|have|in\s{1,3}force|valid"
    r"|qui|que|dont|étai(?:t|ent)|avai(?:t|ent)|en\s{1,3}vigueur|wurden?|waren?|hatten?)\b"
    r"|\b(?!(?:invit|ask|request|call|encourag|urg|instruct|task|mandat|recommend)ed\b)"
    r"(?:[a-z]{2,20}ed|built|made|sent|held|begun|born|put|given|taken|known|issued)"
    r"(?:\s{1,3}(?:well|shortly|long|in|into|from|by|at|on|under|with|to)\b[^,.;:]{0,80})?\s{0,3}\Z"
    r"|(?:[^\W\d_]{2,20}ée?s?|construite?s?|mise?s?|faite?s?|reçue?s?|vendue?s?)\s{0,3}\Z"
    r"|\b(?:ge|be|ver|er|ent)[^\W\d_]{3,20}t\s{0,3}\Z",
    re.IGNORECASE,
)


def last_days(text: str) -> tuple[Deadline, ...]:
    """The days before which a statement asks for something.

    Args:
        text: The statement.

    Example:
        >>> [str(time.latest) for time in last_days("to open sheds before 1 March 2019")]
        ['2019-02-28']
        >>> last_days("to count sheds built before 2013")
        ()
    """
    found: list[Deadline] = []
    for match in _BEFORE.finditer(text):
        clause = _CLAUSE.split(text[max(0, match.start() - _LOOK_BACK) : match.start()])[-1]
        if not clause.strip() or _OF_A_NOUN.search(clause) or _PARTICIPLE.match(text, match.end()):
            continue
        time = parse_deadline(" ".join(match[0].split()))
        if isinstance(time, By):
            found.append(time)
    return tuple(found)
