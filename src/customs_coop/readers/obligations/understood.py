"""Who owes a report whose sentence names nobody, as the sentences before it let one understand.

"The States shall hold an exercise. A report shall be made by May 2001": the States make it. What
is understood so is told as a finding, because the text does not say it.
"""

from collections.abc import Iterable, Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.model import Obligation, Party, PartyKind, known_body
from customs_coop.readers.obligations.reports import is_report
from customs_coop.readers.parties.actors import find_subjects
from customs_coop.readers.parties.generic import generic_group
from customs_coop.readers.parties.names import party_id
from customs_coop.readers.text.sentences import find_sentences, words_of
from customs_coop.references.base import Pattern

__all__ = ["Understood", "tell_understood", "understood_debtors"]

_WORD = r"[a-z][a-z’'-]{1,20}"
# "A centre of expertise on boats shall be nominated": it reports what it does then.
_SET_UP = Pattern(
    rf"(?:An?|One|The)\s{{1,3}}(?P<who>(?:{_WORD}\s{{1,3}}){{0,3}}?"
    r"(?:centre|center|group|team|unit|committee|network|task\s{1,3}force|contact\s{1,3}point)"
    rf"(?:\s{{1,3}}of\s{{1,3}}(?:expertise|excellence|competence|reference|experts))?)\b"
    r"[^.;:]{0,160}?\b(?:shall|should|must|will|(?:is|are)\s{1,3}to)\s{1,3}be\s{1,3}(?:[a-z]{2,12}ly\s{1,3})?"
    r"(?:nominated|designated|appointed|established|set\s{1,3}up|created|identified|formed)\b"
)
# "In addition to courses, officers shall go on exchanges": persons who are sent somewhere; who
# reports on it is not said.
_PERSONS = Pattern(
    r"(?:[A-Z][^.;:,]{2,100},\s{1,3})?(?:[Tt]he\s{1,3}|[Aa]ll\s{1,3}|[Ss]uch\s{1,3}|[Tt]hese\s{1,3})?"
    r"(?:(?:[Cc]ustoms|[Pp]olice|[Nn]ational|[Ll]iaison|[Tt]raining|[Vv]isiting|[Ss]econded)\s{1,3}){0,2}"
    r"(?:[Oo]fficers|[Ee]xperts|[Oo]fficials|[Tt]rainers|[Ii]nstructors)\s{1,3}"
    r"(?:shall|should|must|will|are\s{1,3}to)\s{1,3}(?!be\b|not\b)[a-z]"
)
_LONGEST = 600  # characters of a sentence that are looked at


@attrs.frozen
class Understood:
    """Obligations with those who owe them, and which of them no sentence names.

    Args:
        obligations: All obligations.
        inferred: Those whose party was understood.
        unknown: The parties that are not in the table of known ones.
    """

    obligations: tuple[Obligation, ...] = ()
    inferred: tuple[Obligation, ...] = ()
    unknown: tuple[Party, ...] = ()


def understood_debtors(text: str, obligations: Iterable[Obligation]) -> Understood:
    """Lay the reports that nobody is named for on whom the sentence before them charges.

    The nearest sentence before that says who is to do something counts; so does a group that is
    to be set up. Where it charges persons such as officers, nobody is understood.

    Args:
        text: The item.
        obligations: Its obligations, with the words of their sentences.

    Example:
        >>> text = "The Member States shall dive. A report shall be made by May 2001."
        >>> duty = Obligation(text="A report shall be made by May 2001.")
        >>> understood_debtors(text, [duty]).obligations[0].party
        'MS'
    """
    duties = tuple(obligations)
    if all(duty.party is not None or not is_report(duty.text) for duty in duties):
        return Understood(duties)
    sentences = [words_of(one.text) for one in find_sentences(text)]
    before = _charged_before(sentences)
    found: list[Obligation] = []
    inferred: list[Obligation] = []
    unknown: list[Party] = []
    for duty in duties:
        parties: tuple[Party, ...] = ()
        if duty.party is None and is_report(duty.text):
            place = next(
                (n for n, one in enumerate(sentences) if one and duty.text.startswith(one)), 0
            )
            parties = tuple(party for party in before[place] if party.id != duty.to)
        laid = [attrs.evolve(duty, party=party.id) for party in parties]
        found += laid or [duty]
        inferred += laid
        unknown += [party for party in parties if known_body(party.id) is None]
    return Understood(tuple(found), tuple(inferred), tuple(unknown))


def tell_understood(
    inferred: Iterable[Obligation], subject: str, span: Span | None
) -> tuple[Diagnostic, ...]:
    """The findings that say who was understood to owe a report.

    Args:
        inferred: The obligations.
        subject: The address of the action.
        span: Where it stands.
    """
    return tuple(
        diagnose(
            "CC148",
            f"{party} was understood to report, from what stands before it",
            subject=subject,
            span=span,
        )
        for party in dict.fromkeys(duty.party for duty in inferred)
    )


def _charged_before(sentences: Sequence[str]) -> list[tuple[Party, ...]]:
    """For each sentence, whom the nearest one before it charges; a last one for none at all."""
    found: list[tuple[Party, ...]] = [()]
    for words in sentences:
        sentence = words[:_LONGEST]
        found.append(() if _PERSONS.match(sentence) else _charged(sentence) or found[-1])
    return found


def _charged(sentence: str) -> tuple[Party, ...]:
    subjects = find_subjects(sentence)
    own = {party.id: party for party in subjects.unknown}
    ids = dict.fromkeys(one.party for one in subjects.involved)
    parties = tuple(party for name in ids if (party := own.get(name) or known_body(name)))
    if parties:
        return parties
    match = _SET_UP.match(sentence)
    if match is None:
        return ()
    name = " ".join(match["who"].split())
    return (generic_group(name) or Party(id=party_id(name), name=name, kind=PartyKind.GROUP),)
