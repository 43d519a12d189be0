"""The status of an action in its cell, where no words say it."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from customs_coop.formats.additions import Added, addition
from customs_coop.formats.cells.words import folded, holds, row_text
from customs_coop.model import Action, Status
from customs_coop.references import Reference, find_references

__all__ = ["says", "status_additions"]

# Behind the full stop or the bracket with which a sentence ends.
_SENTENCE_ENDS = re.compile(r"(?<=[.;)])\s")


# The beginnings of words that say a status; all of one set have to be there.
_SAYING: Mapping[Status, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        Status.OPEN: (),
        Status.ONGOING: (("ongoing",), ("on-going",), ("under way",), ("in progress",)),
        Status.STANDING: (("standing",), ("regular",), ("continuous",)),
        Status.AWAITING: (("await",),),
        Status.PARTLY_COMPLETED: (("part", "complete"),),
        Status.COMPLETED: (("complete",),),
        Status.DEFERRED: (("defer",), ("postpone",)),
        Status.TO_DECIDE: (("to decide",), ("to be decided",), ("potential to",)),
        Status.OBSOLETE: (("obsolete",), ("overtaken",)),
    }
)


def says(text: str, status: Status) -> bool:
    """Whether words say a status; of an open one nothing has to be said."""
    printed = folded(text)
    sets = _SAYING[status]
    return status is Status.OPEN or any(all(word in printed for word in words) for words in sets)


def status_additions(action: Action) -> tuple[str, ...]:
    """The status and its words, where no cell has them."""
    printed = row_text(action)
    # The words may have been gathered from several cells, so each sentence counts.
    evidence = {r for indicator in action.indicators for r in indicator.evidence}
    sentences = [s for s in _SENTENCE_ENDS.split(" ".join(action.status_text.split())) if s]
    missing = [s for s in sentences if not holds(printed, s) and not _only_evidence(s, evidence)]
    held = bool(sentences) and all(holds(printed, sentence) for sentence in sentences)
    told = held and says(action.status_text, action.status)
    unsaid = not told and action.status is not Status.OPEN
    return (
        addition(Added.STATUS, action.status.value) if unsaid else "",
        addition(Added.STATUS_WORDS, action.status_text) if missing else "",
    )


def _only_evidence(sentence: str, evidence: AbstractSet[Reference]) -> bool:
    """Whether a sentence says no more than "Completed" and documents that are printed anyway."""
    mentions = find_references(sentence)
    rest = sentence
    # The members of a range are mentions of the same words.
    for start, end in sorted({(mention.start, mention.end) for mention in mentions}, reverse=True):
        rest = rest[:start] + rest[end:]
    bare = rest.strip(" .:;,()").casefold()
    cited = {mention.reference for mention in mentions}
    return bool(cited) and bare in ("complete", "completed") and cited <= evidence
