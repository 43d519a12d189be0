"""Who is to do what by an agreement: "agreed that Malta will count and that Cyprus will reply"."""

import itertools
import re

import attrs

from customs_coop.model import Party, known_body
from customs_coop.readers.conclusions.decisions import behind_that
from customs_coop.readers.conclusions.languages import read_agreed
from customs_coop.readers.conclusions.receivers import find_receivers
from customs_coop.readers.conclusions.terms import without_asides
from customs_coop.readers.obligations.duties import agents_of, read_clause
from customs_coop.readers.obligations.shares import read_share
from customs_coop.readers.parties.phrases import read_actors

__all__ = ["AgreedClause", "agreed_clauses"]

# "and that the delegations will reply": what is agreed besides.
_AND_THAT = re.compile(
    r"(?:\s{0,3}[,;]\s{0,3}|\s{1,3})(?:(?:and|while|whereas)\s{1,3})?that\s{1,3}"
    r"(?=(?!is\b|are\b|was\b|were\b|has\b|have\b|had\b|will\b|shall\b|should\b|must\b|can\b|may\b)[^\s,;.]{1,40}\s)"
)
_JOINED = re.compile(r"[,;]|\b(?:and|while|whereas)\s{1,3}that\s{1,3}\Z")
# What somebody will do. "Will be", "will need" and the like tell what is expected.
_WILL = re.compile(
    r"(?P<who>[^.;:]{2,400}?)\s{1,3}will\s{1,3}(?:(?:jointly|also|then|each|all|both|[a-z]{3,14}ly)\s{1,3}){0,3}"
    r"(?!(?:be|have|need|benefit|remain|become|depend|require|allow|enable|gain|face|help|lead|result"
    r"|ensure|not|now|no|never)\b)[a-z]{3,30}\b"
)
# "A list will be drawn up": somebody is to do it; "trade will grow" and "no list will be" are none.
_DUTY = re.compile(
    r"(?!no\b|none\b|nothing\b|nobody\b)[^.;:]{2,300}?\s(?:will|shall|should|must|(?:is|are)\s{1,3}to)\s{1,3}"
    r"be\s{1,3}(?:[a-z]{2,15}ly\s{1,3})?(?!aware\b|able\b|different\b)[a-z-]{2,20}(?:ed|en|wn|ught|nt|de|ld|pt|ut|un)\b"
)
_DONE_BY = re.compile(
    r"\bwill\s{1,3}be\s{1,3}[a-z]{2,20}(?:\s{1,3}out)?\s{1,3}by\s{1,3}(?P<who>[A-Z][\w-]{1,30})(?=[\s.,;])"
)
_MOST = 20  # clauses of one statement that are looked at
_FAR = 600  # characters of a clause in which it says who is to act


@attrs.frozen(kw_only=True)
class AgreedClause:
    """One of the things that are agreed.

    Args:
        text: Its words; where it is the only one, those of the whole statement.
        said: Its words behind "that".
        actors: Who is to act: the id of each, and the body where it is not a known one; empty
            where the words name nobody.
        to: To whom something is reported or sent.
        duty: Whether it says that something is to be done.
    """

    text: str
    said: str
    actors: tuple[tuple[str, Party | None], ...] = ()
    to: tuple[Party, ...] = ()
    duty: bool = False


def agreed_clauses(text: str) -> tuple[AgreedClause, ...]:
    """What is agreed by a statement such as "agreed that the group should meet", clause by clause.

    Args:
        text: The statement.

    Returns:
        A clause for each "that" with who is to act; one with the whole text for other statements.

    Example:
        >>> words = "Agreed that Malta will send a list and that the Commission shall reply."
        >>> for clause in agreed_clauses(words):
        ...     print([party for party, _ in clause.actors], clause.text)
        ['MT'] Malta will send a list
        ['COM'] the Commission shall reply.
    """
    begin = behind_that(text)
    if begin is None and (found := read_agreed(text)):
        asked, said = found
        actors = tuple((one.id, None if known_body(one.id) else one) for one in asked.owed_by)
        return (AgreedClause(text=text, said=said, actors=actors, to=asked.to, duty=True),)
    if begin is None:
        return (AgreedClause(text=text, said=text, actors=agents_of(text)),)
    cuts = [
        match
        for match in itertools.islice(_AND_THAT.finditer(text, begin), _MOST)
        if _JOINED.search(match[0]) and _acts(text[match.end() : match.end() + _FAR])
    ]
    starts = [begin, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), len(text)]
    if len(starts) == 1:
        return _shared(text, begin) or (_clause(text, begin),)
    return tuple(_clause(text[start:end], 0) for start, end in zip(starts, ends, strict=True))


def _shared(text: str, start: int) -> tuple[AgreedClause, ...]:
    """The clauses of an agreement in which each of two parties has its own day; else none."""
    share = read_share(text[start:])
    if share is None:
        return ()
    others, first, second = share
    whole = _clause(text, start)
    actors = tuple((one.id, None if known_body(one.id) else one) for one in others)
    to = find_receivers(f"{text[:start]}{first}")
    return (
        attrs.evolve(whole, said=first, actors=_acts(without_asides(first)), to=to),
        attrs.evolve(whole, said=second, actors=actors, to=to),
    )


def _clause(text: str, start: int) -> AgreedClause:
    actors = _acts(without_asides(text[start:])) or agents_of(text)
    if not actors and (agent := _DONE_BY.search(text, start)):
        actors = read_actors(agent["who"])
    said, to = text[start:], find_receivers(text)
    return AgreedClause(
        text=text, said=said, actors=actors, to=to, duty=_DUTY.match(text, start) is not None
    )


def _acts(clause: str) -> tuple[tuple[str, Party | None], ...]:
    """Who is to act in a clause, by its subject."""
    if found := read_clause(clause, 0):
        return found
    match = _WILL.match(clause)
    return read_actors(match["who"]) if match else ()
