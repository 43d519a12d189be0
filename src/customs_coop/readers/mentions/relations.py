"""All links of a text: the relations that it states, and the references that it only cites."""

import functools
from collections.abc import Iterable, Iterator

from customs_coop.deadline import Deadline, Recurring, find_deadlines
from customs_coop.model import Link, LinkKind, PartyRef, Target
from customs_coop.readers.mentions.bodies import agreement_links, reporting_links
from customs_coop.readers.mentions.citations import cited_links
from customs_coop.readers.mentions.context import PlanContext, action_target
from customs_coop.readers.mentions.cues import cued_links
from customs_coop.readers.mentions.instruments import instrument_links
from customs_coop.readers.mentions.passages import Passage, Stated, as_links
from customs_coop.readers.mentions.taken import taken_links
from customs_coop.readers.mentions.things import named_links
from customs_coop.references import (
    ActionCitation,
    RecommendationCitation,
    Reference,
    find_references,
)
from customs_coop.references.base import Pattern

__all__ = [
    "find_links",
    "links_of",
    "note_links",
    "prose_deadlines",
    "prose_links",
    "row_links",
    "row_references",
    "used_once",
]

_ASKED = Pattern(r"\brecommend[^.]{0,200}\bthat\b")
_LOOK_BACK = 320
_LONGEST_KEPT = 1_000


def row_references(texts: Iterable[str]) -> tuple[Reference, ...]:
    """All references that the cells of a row print, once each, in order.

    Example:
        >>> [str(found) for found in row_references(["Completed: 6789/04", "see 6789/04"])]
        ['6789/04']
    """
    return tuple(
        dict.fromkeys(mention.reference for text in texts for mention in find_references(text))
    )


def find_links(text: str, context: PlanContext) -> tuple[Link, ...]:
    """All links that a text states, in the order in which it names their targets.

    Each reference is in at least one link: where nothing more is said, it is cited.

    Args:
        text: A cell or the prose of a box. Its line ends part paragraphs, so wrapped lines have
            to be joined before.
        context: The plan to which it belongs.

    Returns:
        The links, each with the words that state it. The same relation stated twice in other
        words is two links; what the words only imply is marked as inferred.

    Example:
        >>> words = "Await outcome of 2.1. Report to the CCWP (Completed: 1234/05)."
        >>> for link in find_links(words, PlanContext("AP1", 1, ("2.1", "2.2"))):
        ...     print(link.kind.value, link.target)
        awaits AP1/2.1
        reports to CCWP
        completed by 1234/05
    """
    # Many cells of a table hold the same few words.
    if len(text) <= _LONGEST_KEPT and isinstance(context.codes, tuple | frozenset):
        return _kept(text, context)
    return _found(text, context)


def _found(text: str, context: PlanContext) -> tuple[Link, ...]:
    passage = Passage(text)
    cued = list(cued_links(passage, context))
    # What the words right before a reference say is not said again by its whole sentence.
    said = {(stated.kind, stated.cites) for stated in cued if stated.cites is not None}
    found = [*cued]
    found += [
        stated
        for stated in cited_links(passage, context)
        if (stated.kind, stated.cites) not in said
    ]
    found += reporting_links(passage)
    found += agreement_links(passage)
    found += named_links(passage)
    found += instrument_links(passage)
    found += taken_links(passage)
    found += _only_cited(passage, context, {stated.cites for stated in found})
    return as_links(found)


_kept = functools.lru_cache(maxsize=64)(_found)


def _only_cited(
    passage: Passage, context: PlanContext, said: "set[int | None]"
) -> Iterator[Stated]:
    # The report of a recommendation is cited with it.
    reports = {
        mention.reference.document
        for mention in passage.mentions
        if isinstance(mention.reference, RecommendationCitation)
    }
    for number, mention in enumerate(passage.mentions):
        reference = mention.reference
        if number in said or reference in reports:
            continue
        target: Target = reference
        if isinstance(reference, ActionCitation):
            target = action_target(reference, context)
        clause = passage.clause(mention.start, mention.end)
        yield Stated(
            at=mention.start,
            kind=LinkKind.CITES,
            target=target,
            text=passage.evidence(clause, mention.start, mention.end),
        )


def links_of(texts: Iterable[str], context: PlanContext) -> tuple[Link, ...]:
    """The links of several texts, in their order, without those that one says again.

    A reference that one text only cites and another one puts to use is not cited besides.

    Example:
        >>> texts = ["Also 9.4", "Completed: 1234/05", "see 1234/05"]
        >>> links = links_of(texts, PlanContext("AP1", 1, ("6.6", "9.4")))
        >>> [(link.kind.name, str(link.target)) for link in links]
        [('HANDLED_WITH', 'AP1/9.4'), ('COMPLETED_BY', '1234/05')]
    """
    return used_once(link for text in texts for link in find_links(text, context))


def used_once(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links without those that say less: a reference that is put to use is not cited besides.

    Args:
        links: The links of one action.

    Returns:
        Each link once, in order.
    """
    found = list(links)
    used = {link.target for link in found if link.kind is not LinkKind.CITES}
    return tuple(
        dict.fromkeys(
            link for link in found if link.kind is not LinkKind.CITES or link.target not in used
        )
    )


def note_links(notes: Iterable[str], context: PlanContext) -> tuple[Link, ...]:
    """The links to other things that the notes state whose marks a row bears.

    Whose agreement they ask for, and to whom anything goes, is read with the parties of the row.

    Example:
        >>> notes = ["It applies the CIS Convention. Report to the CCWP."]
        >>> [str(link.target) for link in note_links(notes, PlanContext("AP1", 1, ("2.1",)))]
        ['CIS Convention']
    """
    return tuple(link for link in links_of(notes, context) if not isinstance(link.target, PartyRef))


def row_links(texts: Iterable[str], context: PlanContext) -> tuple[Link, ...]:
    """The links that the cells of a row state.

    Example:
        >>> context = PlanContext("AP1", 1, ("2.1",))
        >>> [str(link.target) for link in row_links(["Await outcome of 2.1 above"], context)]
        ['AP1/2.1']
    """
    return links_of(texts, context)


def prose_links(text: str, context: PlanContext) -> tuple[Link, ...]:
    """The links that prose states by citing actions, plans and documents.

    Example:
        >>> words = "The recommendations of Action 8 of the second Action Plan could be used."
        >>> link, = prose_links(words, PlanContext("AP5", 5, ("5.1",)))
        >>> link.kind.name, str(link.target)
        ('USES_RECOMMENDATIONS_OF', 'Action 8 of the second Action Plan')
    """
    return links_of((text,), context)


def prose_deadlines(text: str) -> tuple[Deadline, ...]:
    """The deadlines that the prose of a box sets for its action.

    A rhythm that an older recommendation asks for is left out: it is quoted, not set.
    """
    passage: Passage | None = None
    found: list[Deadline] = []
    for mention in find_deadlines(text):
        if isinstance(mention.deadline, Recurring):
            passage = passage or Passage(text)
            first, _ = passage.sentence(mention.start, mention.end)
            before = text[max(first, mention.start - _LOOK_BACK) : mention.start]
            if _ASKED.search(before):
                continue
        found.append(mention.deadline)
    return tuple(found)
