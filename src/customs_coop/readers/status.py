"""How an action stands, as the words of its row say it."""

import bisect
import re
from collections.abc import Iterable

import attrs

from customs_coop.model import Status
from customs_coop.references import Mention

__all__ = ["Standing", "read_status"]

# "Impact study completed. Deadline: tbc" says what is to be reached. So "completed" in lower
# case is a status only where a document proves it; with a capital it opens a remark.
_DONE = re.compile(
    r"\bComplete(?:d|)\b(?=\s{0,4}(?:[:.,;)(]|\d|\Z|in\b|by\b|for\b|with\b|see\b|doc))"
)
_PARTLY_FOR = re.compile(r"\s{1,4}for\b")
_PROVED = re.compile(r"\bcompleted?\b(?: in \d{4})?\s{0,4}:?\s{0,4}\(?\Z")
_PARTLY_WORDS = re.compile(
    r"\b(?:partly|partially|in part)\s{1,4}(?:completed|done|achieved|implemented)\b", re.IGNORECASE
)
_ONGOING = re.compile(
    r"\b(?:on-?going|under ?way|in progress|work (?:has|have) (?:been )?(?:started|begun))\b",
    re.IGNORECASE,
)
_DEFERRED = re.compile(r"\b(?:deferred|postponed)\b", re.IGNORECASE)
_DEFER = re.compile(r"\A\W{0,4}(?:to be )?(?:defer(?:red)?|postponed?)\b", re.IGNORECASE)
_TO_DECIDE = re.compile(
    r"\b(?:potential(?:ly)? to (?:be )?defer(?:red)?|possibly defer(?:red)?|may be deferred"
    r"|to be decided)\b",
    re.IGNORECASE,
)
_OBSOLETE = re.compile(
    r"\b(?:(?:is|are|now|become|became|has become|being)\s{1,4}obsolete|obsolete\s{1,4}in light"
    r"|overtaken by events|no longer (?:relevant|needed|necessary))\b"
    r"|\AObsolete\b|\(Obsolete\b",
    re.IGNORECASE,
)
_AWAITING = re.compile(r"\bawait(?:s|ing)?\b(?! study)", re.IGNORECASE)
_STANDING = re.compile(
    r"\b(?:standing|regular|recurrent|permanent)\b[^.;:]{0,60}\bagenda (?:item|point)\b"
    r"|\bstanding (?:item|task|activity|action)\b",
    re.IGNORECASE,
)
_LATER_DEADLINE = re.compile(r"\bdeadlines?\b", re.IGNORECASE)
_LONGEST_REMARK = 300
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s{1,4}(?=[A-Z(“\"])|\n")


@attrs.frozen
class Standing:
    """How a thing stands, with the words that say so."""

    status: Status = Status.OPEN
    text: str = ""


def read_status(
    indicators: Iterable[str],
    mentions: Iterable[Iterable[Mention]] = (),
    *,
    priority: str = "",
    title: str = "",
    stated: str = "",
) -> Standing:
    """Derive the status of an action from the words of its cells.

    What stops the work counts before what was done: obsolete, deferred, to be decided. Work
    that is done in one part and under way, or still due, in another is partly completed.

    Args:
        indicators: The texts of the indicator cell.
        mentions: For each of them the references that were found in it.
        priority: The cell of the priority, which may say "Defer".
        title: The title, which may say that the task is obsolete.
        stated: The cell of a status column.

    Returns:
        The status and the sentences that say so.

    Example:
        >>> read_status(["Report to the group. (Completed: 1234/05)"]).status
        <Status.COMPLETED: 'completed'>
        >>> read_status(["Study completed. Deadline: tbc"]).status
        <Status.OPEN: 'open'>
    """
    texts = list(indicators)
    found = list(mentions)
    found += [()] * (len(texts) - len(found))
    signs = _Signs()
    for text, inside in zip(texts, found, strict=False):
        _look(signs, text, inside)
    if stated:
        _look(signs, stated, ())
        _stated(signs, stated)
    obsolete = _OBSOLETE.search(title)
    if obsolete:
        signs.add(Status.OBSOLETE, _Sentences(title).around(obsolete.start()))
    if _TO_DECIDE.search(priority):
        signs.add(Status.TO_DECIDE, priority.strip())
    elif _DEFER.search(priority):
        signs.add(Status.DEFERRED, priority.strip())
    return signs.standing()


class _Signs:
    """The signs found so far, in the order of the row."""

    def __init__(self) -> None:
        self.found: dict[tuple[Status, str], None] = {}
        self.due_after_done = False

    def add(self, status: Status, words: str) -> None:
        self.found.setdefault((status, words))

    def standing(self) -> Standing:
        kinds = {status for status, _ in self.found}
        words = " ".join(dict.fromkeys(text for _, text in self.found))
        for status in (Status.OBSOLETE, Status.DEFERRED, Status.TO_DECIDE):
            if status in kinds:
                return Standing(status, words)
        partly = Status.PARTLY_COMPLETED in kinds
        done = Status.COMPLETED in kinds
        if partly or (done and (Status.ONGOING in kinds or self.due_after_done)):
            return Standing(Status.PARTLY_COMPLETED, words)
        for status in (Status.COMPLETED, Status.ONGOING, Status.STANDING, Status.AWAITING):
            if status in kinds:
                return Standing(status, words)
        return Standing()


def _look(signs: _Signs, text: str, mentions: Iterable[Mention]) -> None:
    hits: list[tuple[int, Status]] = []
    for match in _DONE.finditer(text):
        if _opens_remark(text, match.start()):
            partly = _PARTLY_FOR.match(text, match.end())
            hits.append((match.start(), Status.PARTLY_COMPLETED if partly else Status.COMPLETED))
    for mention in mentions:
        proved = _PROVED.search(text, max(0, mention.start - 40), mention.start)
        if proved and text[proved.start()].islower():
            hits.append((proved.start(), Status.PARTLY_COMPLETED))
    hits += [(match.start(), Status.PARTLY_COMPLETED) for match in _PARTLY_WORDS.finditer(text)]
    for pattern, status in (
        (_ONGOING, Status.ONGOING),
        (_DEFERRED, Status.DEFERRED),
        (_TO_DECIDE, Status.TO_DECIDE),
        (_OBSOLETE, Status.OBSOLETE),
        (_AWAITING, Status.AWAITING),
        (_STANDING, Status.STANDING),
    ):
        hits += [(match.start(), status) for match in pattern.finditer(text)]
    sentences = _Sentences(text)
    for start, status in sorted(hits, key=lambda hit: hit[0]):
        signs.add(status, sentences.around(start))
    done = [start for start, status in hits if status is Status.COMPLETED]
    if done:
        signs.due_after_done = False
    if (done or any(status is Status.COMPLETED for status, _ in signs.found)) and (
        _LATER_DEADLINE.search(text, max(done, default=0))
    ):
        signs.due_after_done = True


_WHOLE_WORDS = {
    "open": Status.OPEN,
    "ongoing": Status.ONGOING,
    "in progress": Status.ONGOING,
    "started": Status.ONGOING,
    "completed": Status.COMPLETED,
    "complete": Status.COMPLETED,
    "done": Status.COMPLETED,
    "finished": Status.COMPLETED,
    "closed": Status.COMPLETED,
    "standing": Status.STANDING,
    "awaiting": Status.AWAITING,
    "partly completed": Status.PARTLY_COMPLETED,
    "deferred": Status.DEFERRED,
    "to decide": Status.TO_DECIDE,
    "to be decided": Status.TO_DECIDE,
    "obsolete": Status.OBSOLETE,
}


def _stated(signs: _Signs, stated: str) -> None:
    """A status column may hold one word and nothing else."""
    status = _WHOLE_WORDS.get(" ".join(stated.casefold().split()).strip(" .;:"))
    if status is not None and status is not Status.OPEN:
        signs.add(status, stated.strip())


def _opens_remark(text: str, start: int) -> bool:
    """Whether a remark begins here: at the start, behind a full stop, bracket or bare phrase."""
    before = text[max(0, start - 8) : start]
    return not before.strip() or before[-1].isspace() or before[-1] in ".;:(–—-"


class _Sentences:
    """The sentences of a text, cut once."""

    def __init__(self, text: str) -> None:
        self.text = text
        breaks = [(match.start(), match.end()) for match in _SENTENCE_END.finditer(text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def around(self, index: int) -> str:
        """The sentence, or the remark in brackets, in which an index lies."""
        number = bisect.bisect_right(self._starts, index) - 1
        start, end = self._starts[number], self._ends[number]
        near = max(start, index - _LONGEST_REMARK)
        opening = self.text.rfind("(", near, index + 1)
        if opening >= 0 and self.text.find(")", opening, index) < 0:
            closing = _closing(self.text, opening)
            if closing > index:
                return self.text[opening : closing + 1].strip()
        return self.text[start:end].strip()


def _closing(text: str, opening: int) -> int:
    depth = 0
    for index in range(opening, min(len(text), opening + _LONGEST_REMARK)):
        if text[index] == "(":
            depth += 1
        elif text[index] == ")":
            depth -= 1
            if not depth:
                return index
    return -1
