"""Times before which a statement asks for something: "to appoint a keeper before the end of 2013".

In running text such a time may as well be history ("sheds built before 2013"), so that elsewhere
it sets no deadline; what is asked for has to be done before it, unless it belongs to a noun.
"""

import datetime as dt
import itertools
import re

from customs_coop.deadline import By, Deadline, During, parse_deadline
from customs_coop.formats.titles.words import MONTH

__all__ = ["future_times", "last_days", "without_asides"]

_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_BEFORE = re.compile(
    r"\b(?:before|prior\s{1,3}to|avant|vor)\s{1,3}(?:(?:the|le|la|dem)\s{1,3})?"
    r"(?:(?:end|fin|Ende)\s{1,3}(?:(?:of|de|des\s{1,3}Jahres)\s{1,3})?(?:l['’]\s?année\s{1,3})?)?"
    rf"(?:(?:[0-3]?[0-9](?:st|nd|rd|th|er|\.)?\s{{1,3}})?{MONTH}\s{{1,3}}{_YEAR}"
    rf"|[0-3]?[0-9]\.[01]?[0-9]\.{_YEAR}|{_YEAR})",
    re.IGNORECASE,
)
_LOOK_BACK = 120
_MOST = 40  # times of one statement that are looked at
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
    r"(?:[a-z]{2,20}ed|built|made|sent|held|begun|born|put|given|taken|known|issued|bought|brought"
    r"|sold|lent|found|paid|done|seen|laid|drawn|written|shown|caught|kept|lost|won)"
    r"(?:\s{1,3}(?:well|shortly|long|in|into|from|by|at|on|under|with|to)\b[^,.;:]{0,80})?\s{0,3}\Z"
    r"|(?:[^\W\d_]{2,20}ée?s?|construite?s?|mise?s?|faite?s?|reçue?s?|vendue?s?)\s{0,3}\Z"
    r"|\b(?:ge|be|ver|er|ent)[^\W\d_]{3,20}t\s{0,3}\Z",
    re.IGNORECASE,
)

_HALF = r"(?:first|second)\s{1,3}half\s{1,3}of\s{1,3}(?:the\s{1,3}year\s{1,3})?"
# "The group will meet in May 2019": a time at the end of what is to be done.
_AT = re.compile(
    r"\b(?:in|on|during)\s{1,3}(?:the\s{1,3})?"
    rf"(?:(?:[0-3]?[0-9](?:st|nd|rd|th)?\s{{1,3}})?{MONTH}\s{{1,3}}{_YEAR}|{_HALF}{_YEAR}"
    r"|(?:early|mid|late|(?:(?:first|second|third|fourth)\s{1,3}quarter|spring|summer|autumn|winter)"
    rf"(?:\s{{1,3}}of)?)[\s-]{{1,3}}{_YEAR}|{_YEAR})"
    r"(?=\s{0,3}(?:[.,;]|\Z)|\s{1,3}(?:and|in\s{1,3}[A-Z]|at|to|with)\b)",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"\b(?:(?P<passive>(?:will|shall|should|must)\s{1,3}be\s{1,3}(?:[a-z]{2,15}ly\s{1,3})?[a-z]{3,20})"
    r"|(?:will|shall|should|must|to)\s{1,3}(?!the\b|all\b|be\b)[a-z]{2})"
)
_ASIDE = re.compile(r",\s{1,3}(?:which|who|whose)\s[^,.;:]{1,160},")
# "Report on seizures in 2019": the time of what it is about.
_ABOUT = re.compile(
    r"\b(?:reports?|statistics|figures|data|information|details|overview|results|lists?|account)"
    r"\s{1,3}(?:on|of|about|for|from)\b|\binform\b",
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


# "To prepare the conference in May 2019", "a scheme beginning in May 2019": the time is theirs.
_THEIRS = re.compile(
    r"\b(?:the|its|their|this|each)\s[^,.;]{0,60}?\b(?:conference|meeting|seminar|workshop|summit|session|operation"
    r"|exercise|elections?|presidency|campaign|event|visit)\s{0,3}\Z"
    r"|\b(?!meeting|training|briefing|hearing)[a-z]{2,20}ing\s{0,3}\Z",
    re.IGNORECASE,
)
# What those who speak bind themselves to do.
_AGREES = re.compile(
    r"\b(?:agree[sd]?|decide[sd]?|undertakes?|undertook|commit(?:s|ted)?(?:\s{1,3}(?:itself|themselves))?"
    r"|resolve[sd]?|pledge[sd]?)\s{1,3}\Z"
)
_BARE_YEAR = re.compile(rf"\w{{2,6}}\s{{1,3}}(?:the\s{{1,3}})?{_YEAR}")


def without_asides(text: str) -> str:
    """A text whose clauses with "which" between commas are blank: its places stay as they are.

    Example:
        >>> without_asides("Malta, which swims, shall dive.")
        'Malta               shall dive.'
    """
    return _ASIDE.sub(lambda match: " " * len(match[0]), text)


def future_times(text: str, since: dt.date | None) -> tuple[Deadline, ...]:
    """The times at which a clause says that something will be done.

    Args:
        text: The clause.
        since: The first day of the document, if known; a time before it is history.

    Example:
        >>> [time.text for time in future_times("Malta will count sheds in May 2019.", None)]
        ['in May 2019']
        >>> future_times("Malta will report on sheds in May 2019.", None)
        ()
    """
    text = without_asides(text)
    duty = _TO_DO.search(text)
    if duty is None:
        return ()
    asked = duty[0].startswith("to") and not _AGREES.search(text[: duty.start()])
    found: list[Deadline] = []
    for match in itertools.islice(_AT.finditer(text, duty.end()), _MOST):
        first = max(duty.end("passive"), duty.start(), match.start() - _LOOK_BACK)
        clause = _CLAUSE.split(text[first : match.start()])[-1]
        theirs = _OF_A_NOUN.search(clause) or _ABOUT.search(clause) or _THEIRS.search(clause)
        if theirs or (asked and _BARE_YEAR.fullmatch(match[0])):
            continue
        time = parse_deadline(" ".join(match[0].split()))
        over = since is not None and time.latest is not None and time.latest < since
        if isinstance(time, By | During) and not over:
            found.append(time)
    return tuple(found)
