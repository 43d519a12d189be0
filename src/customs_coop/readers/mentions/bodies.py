"""Links to bodies: who is reported to, and whose agreement is needed."""

import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.model import (
    Involvement,
    Link,
    LinkKind,
    Named,
    PartyRef,
    Role,
    Target,
    known_body,
)
from customs_coop.readers.mentions.passages import Passage, Stated, folded
from customs_coop.readers.mentions.vocabulary import any_of
from customs_coop.readers.parties.prose import BodyMention, bodies_in, find_recipients
from customs_coop.references.base import Pattern

__all__ = ["BodyMention", "agreement_links", "bodies_in", "condition_links", "reporting_links"]

_AGREEMENT = Pattern(
    rf"{any_of('agreement')}(?P<whom>[^.;:\n]{{1,200}})",
    re.IGNORECASE,
)
_OTHERS = Pattern(any_of("others"), re.IGNORECASE)
_TITLE_COLUMN = Pattern(any_of("title_column"), re.IGNORECASE)
# What English says with other words, and who stands behind the words.
_REPORTED_TO = Pattern(rf"(?<![\w-]){any_of('reported_to')}", re.IGNORECASE)
_AND_TO = Pattern(
    rf"[^\S\n]{{0,3}}(?:,|\b{any_of('glue')}\b)[^\S\n]{{1,3}}"
    r"(?:(?:aux?|à(?:\s{1,3}la)?|an|die|den|das)[^\S\n]{1,3}|à\s{1,3}l\s?['’]\s?)?",
    re.IGNORECASE,
)
_LONG_AGO = Pattern(r"\b(?:été|wurden?|worden)\s{1,3}(?:\w{2,20}\s{1,3}){0,3}\Z")
# Names that running text in English does not hold, or in another sense.
_SHORT = Pattern(
    r"(?<!\w)(?:Conseil(?!\s{1,3}(?:européen|de\b|d['’]))|Kommission|Rat(?!\w|\s{1,3}der))(?!\w)"
)
_LONGEST = 160
_BEFORE = 60
_NO_OTHERS = frozenset(("MS", "CCWP", "COUNCIL", "PRESIDENCY"))


def reporting_links(passage: Passage) -> Iterator[Stated]:
    """To whom something is reported, presented or submitted.

    Yields:
        One relation for each body; what was reported in the past, or is not, is none.
    """
    yield from _reported_to(passage)
    for found in find_recipients(passage.text):
        if not found.reported or (not found.standing and passage.denied(found.at)):
            continue
        sentence = passage.sentence(found.start, found.end)
        yield Stated(
            at=found.start,
            kind=LinkKind.REPORTS_TO,
            target=PartyRef(found.party.id),
            text=passage.evidence(sentence, found.at, found.end),
            inferred=found.standing,
        )


def _reported_to(passage: Passage) -> Iterator[Stated]:
    """To whom texts in other languages than English have something reported."""
    text = passage.text
    for cue in _REPORTED_TO.finditer(text):
        if passage.denied(cue.start()) or _LONG_AGO.search(
            text[max(0, cue.start() - 60) : cue.start()]
        ):
            continue
        at = cue.end()
        while (found := _body_at(text, at)) is not None:
            yield Stated(
                at=at,
                kind=LinkKind.REPORTS_TO,
                target=PartyRef(found.party.id),
                text=passage.evidence(passage.sentence(at, found.end), cue.start(), found.end),
            )
            more = _AND_TO.match(text, found.end)
            if more is None:
                break
            at = more.end()


def _body_at(text: str, start: int) -> BodyMention | None:
    """The body whose name begins at a place."""
    for body in _bodies(text[start : start + _LONGEST]):
        if body.start == 0:
            return attrs.evolve(body, start=start, end=start + body.end)
        break
    return None


def _bodies(text: str) -> tuple[BodyMention, ...]:
    """The bodies in words that can only name bodies, with the short names of each language."""
    found = list(bodies_in(text))
    taken = [(body.start, body.end) for body in found]
    for match in _SHORT.finditer(text):
        party = known_body(match[0])
        if party is not None and not any(a <= match.start() < b for a, b in taken):
            found.append(BodyMention(party, match.start(), match.end(), match[0]))
    return tuple(sorted(found, key=lambda body: body.start))


def agreement_links(passage: Passage) -> Iterator[Stated]:
    """Whose agreement a text itself says to be needed, by name."""
    for match in _AGREEMENT.finditer(passage.text):
        if passage.denied(match.start()):
            continue
        for body in _bodies(match["whom"]):
            yield Stated(
                at=match.start("whom") + body.start,
                kind=LinkKind.REQUIRES_AGREEMENT_OF,
                target=PartyRef(body.party.id),
                text=passage.words(match.start(), match.start("whom") + body.end),
            )


def condition_links(
    notes: Iterable[str], title: str = "", involved: Iterable[Involvement] = ()
) -> tuple[Link, ...]:
    """Whose agreement an action needs, as the notes say whose marks it bears.

    "The other interested parties" are those of the row: the concerned parties, and, where the
    note names the column of the title, the bodies that the title names. The Member States and
    those who are responsible agree by acting.

    Args:
        notes: The texts of the notes.
        title: The title of the action.
        involved: Who takes part in it.

    Returns:
        One link for each party, with the words of the note; where the row names nobody else, one
        to the words themselves.

    Example:
        >>> note = "This action requires prior agreement of the other interested parties."
        >>> who = [Involvement(party="EUROPOL", role=Role.CONCERNED, text="Europol")]
        >>> [str(link.target) for link in condition_links([note], "Count ropes", who)]
        ['EUROPOL']
    """
    involved = tuple(involved)
    found: list[Link] = []
    for note in notes:
        passage = Passage(note)
        for match in _AGREEMENT.finditer(note):
            if passage.denied(match.start()):
                continue
            words = passage.evidence(
                passage.sentence(match.start(), match.end()), match.start(), match.end()
            )
            for target in _whom(match["whom"], title, involved):
                kind = LinkKind.REQUIRES_AGREEMENT_OF
                found.append(Link(kind=kind, target=target, text=words))
    return tuple(dict.fromkeys(found))


def _whom(whom: str, title: str, involved: tuple[Involvement, ...]) -> list[Target]:
    others = _OTHERS.match(whom)
    if others is None:
        return [PartyRef(name) for name in dict.fromkeys(b.party.id for b in _bodies(whom))]
    acting = {one.party for one in involved if one.role is Role.RESPONSIBLE} | _NO_OTHERS
    names: dict[str, None] = {}
    if _TITLE_COLUMN.search(whom):
        names.update((body.party.id, None) for body in bodies_in(title))
    names.update((one.party, None) for one in involved if one.role is Role.CONCERNED)
    kept = [name for name in names if name not in acting]
    return [PartyRef(name) for name in kept] or [Named(folded(others[0]), "parties")]
