"""How an action stands, as the words of its row say it.

A cell says what is to be reached and, in between, how far it is; both use the same words. So a
word is a status only where a remark begins, or in a wording that can mean nothing else. What
closes an action or puts it off has to be beyond doubt: anything less leaves it open.
"""

import bisect
import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.model import Status
from customs_coop.readers.status.words import (
    A_PART,
    AWAITED,
    AWAITING,
    DEADLINE_NEXT,
    DEFER,
    DEFERRED,
    DENIED,
    DONE,
    DONE_IN_COLUMN,
    IN_PART,
    IS,
    LATER_DEADLINE,
    NOT_BETWEEN,
    OBSOLETE,
    ONGOING,
    PARTLY_WORDS,
    PHRASE,
    PROVED,
    SENTENCE_END,
    SOME_PART,
    STANDING,
    TO_DECIDE,
    UNDECIDED_PRIORITY,
    UNFINISHED,
    WHOLE_WORDS,
    WORK_DONE,
)
from customs_coop.references import Mention

__all__ = ["Standing", "read_status"]

_BEFORE = 60  # characters in which a denial is looked for
_LONGEST_HEAD = 200
_LONGEST_REMARK = 300


@attrs.frozen
class Standing:
    """How a thing stands, with the words that say so.

    Args:
        status: The status; OPEN where nothing certain is said.
        text: The words that say so.
        understood: False where a status column holds words that tell no status.
    """

    status: Status = Status.OPEN
    text: str = ""
    understood: bool = True


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
        >>> read_status([], stated="Shelved").understood
        False
    """
    texts = list(indicators)
    found = list(mentions)
    found += [()] * (len(texts) - len(found))
    signs = _Signs()
    for text, inside in zip(texts, found, strict=False):
        _look(signs, text, inside)
    understood = _look_at_column(signs, stated) if stated else True
    remark = next(_remarks(OBSOLETE, title), None)
    if remark is not None:
        signs.add(Status.OBSOLETE, _Sentences(title).at(*_Sentences(title).around(remark)))
    deferred = DEFER.search(priority)
    if UNDECIDED_PRIORITY.search(priority) or (deferred and deferred["doubt"]):
        signs.add(Status.TO_DECIDE, priority.strip())
    elif deferred:
        signs.add(Status.DEFERRED, priority.strip())
    return attrs.evolve(signs.standing(), understood=understood)


class _Signs:
    """The signs found so far, in the order of the row."""

    def __init__(self) -> None:
        self.found: dict[tuple[Status, str], None] = {}
        self.kinds: set[Status] = set()
        self.unfinished = False
        self.due_after_done = False

    def add(self, status: Status, words: str) -> None:
        self.found.setdefault((status, words))
        self.kinds.add(status)

    def standing(self) -> Standing:
        words = " ".join(dict.fromkeys(text for _, text in self.found))
        for status in (Status.OBSOLETE, Status.DEFERRED, Status.TO_DECIDE):
            if status in self.kinds:
                return Standing(status, words)
        open_part = self.unfinished or self.due_after_done or Status.ONGOING in self.kinds
        if Status.PARTLY_COMPLETED in self.kinds or (Status.COMPLETED in self.kinds and open_part):
            return Standing(Status.PARTLY_COMPLETED, words)
        for status in (Status.COMPLETED, Status.ONGOING, Status.STANDING, Status.AWAITING):
            if status in self.kinds:
                return Standing(status, words)
        return Standing()


def _look(signs: _Signs, text: str, mentions: Iterable[Mention]) -> None:
    sentences = _Sentences(text)
    hits = [*_done(text, sentences), *_begun(text, sentences)]
    for mention in mentions:
        proved = PROVED.search(text, max(0, mention.start - 40), mention.start)
        if proved and text[proved.start()].islower() and not _denied(text, proved.start()):
            hits.append((proved.start(), Status.PARTLY_COMPLETED))
    for pattern, status in (
        (DEFERRED, Status.DEFERRED),
        (TO_DECIDE, Status.TO_DECIDE),
        (OBSOLETE, Status.OBSOLETE),
    ):
        hits += [(start, status) for start in _remarks(pattern, text)]
    for match in AWAITING.finditer(text):
        if _opens_remark(text, match.start()) or AWAITED.match(text, match.end()):
            hits.append((match.start(), Status.AWAITING))
    for pattern, status in (
        (PARTLY_WORDS, Status.PARTLY_COMPLETED),
        (STANDING, Status.STANDING),
    ):
        hits += [(match.start(), status) for match in pattern.finditer(text)]
    hits = [
        (start, status)
        for start, status in sorted(hits, key=lambda hit: hit[0])
        if not _denied(text, start)
    ]
    # Each sentence is copied once, however many words in it say the same.
    places = dict.fromkeys((status, *sentences.around(start)) for start, status in hits)
    for status, start, end in places:
        signs.add(status, sentences.at(start, end))
    signs.unfinished = signs.unfinished or UNFINISHED.search(text) is not None
    done = [start for start, status in hits if status is Status.COMPLETED]
    if done:
        signs.due_after_done = False
    if Status.COMPLETED in signs.kinds and LATER_DEADLINE.search(text, max(done, default=0)):
        signs.due_after_done = True


def _look_at_column(signs: _Signs, stated: str) -> bool:
    """Take the words of a status column, and tell whether they were understood."""
    status = WHOLE_WORDS.get(" ".join(stated.casefold().split()).strip(" .;:()!"))
    if status is not None:
        if status is not Status.OPEN:
            signs.add(status, stated.strip())
        return True
    own = _Signs()
    _look(own, stated, ())
    # Here even a word in lower case is a statement.
    done = DONE_IN_COLUMN.match(stated)
    if done:
        partly = IN_PART.match(stated, done.end())
        own.add(Status.PARTLY_COMPLETED if partly else Status.COMPLETED, stated.strip())
    for status, words in own.found:
        signs.add(status, words)
    signs.unfinished = signs.unfinished or own.unfinished
    signs.due_after_done = signs.due_after_done or own.due_after_done
    return bool(own.found) or own.unfinished or not any(map(str.isalnum, stated))


def _done(text: str, sentences: "_Sentences") -> Iterator[tuple[int, Status]]:
    for match in DONE.finditer(text):
        start, end = match.span()
        head = text[max(sentences.start(start), start - _LONGEST_HEAD) : start]
        part = bool(IN_PART.match(text, end) or A_PART.search(head))
        if not _opens_remark(text, start):
            # Behind a bare phrase, as in "Report Completed", with a deadline it is an aim.
            if not text[start - 1].isspace() or DEADLINE_NEXT.match(text, end):
                continue
            part = part or SOME_PART.search(head) is not None
        yield start, Status.PARTLY_COMPLETED if part else Status.COMPLETED
    for match in WORK_DONE.finditer(text):
        if _opens_remark(text, match.start()):
            part = IN_PART.match(text, match.end()) is not None
            yield match.start(), Status.PARTLY_COMPLETED if part else Status.COMPLETED


def _begun(text: str, sentences: "_Sentences") -> Iterator[tuple[int, Status]]:
    for match in ONGOING.finditer(text):
        start = match.start()
        before = text[max(sentences.start(start), start - _LONGEST_HEAD) : start]
        # "JCO under way" says it of its subject; "reports on work in progress" describes.
        if (
            _opens_remark(text, start)
            or before.rstrip().endswith(",")
            or IS.search(before)
            or (match[0][:2].lower() != "on" and not PHRASE.search(before))
        ):
            yield start, Status.ONGOING


def _remarks(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """Where a wording stands in which a remark may begin."""
    for match in pattern.finditer(text):
        between = match.groupdict().get("between")
        if _opens_remark(text, match.start()) and not (between and NOT_BETWEEN.search(between)):
            yield match.start()


def _denied(text: str, start: int) -> bool:
    return DENIED.search(text, max(0, start - _BEFORE), start) is not None


def _opens_remark(text: str, start: int) -> bool:
    """Whether a remark begins here: at the start, behind a full stop, bracket, colon or dash."""
    before = text[max(0, start - 8) : start]
    mark = before.rstrip()[-1:]
    if not mark or "\n" in before[len(before.rstrip()) :]:
        return True
    if mark in ".)]!?":
        return text[start].isupper() and before[-1].isspace()
    # A hyphen without blanks is a part of a word.
    return mark in ";:([–—•" or (mark == "-" and before[-1].isspace())


class _Sentences:
    """The sentences of a text, cut once."""

    def __init__(self, text: str) -> None:
        self.text = text
        breaks = [(match.start(), match.end()) for match in SENTENCE_END.finditer(text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def start(self, index: int) -> int:
        """Where the sentence begins in which an index lies."""
        return self._starts[bisect.bisect_right(self._starts, index) - 1]

    def at(self, start: int, end: int) -> str:
        """The words between two indexes."""
        return self.text[start:end].strip()

    def around(self, index: int) -> tuple[int, int]:
        """The sentence, or the remark in brackets, in which an index lies."""
        number = bisect.bisect_right(self._starts, index) - 1
        start, end = self._starts[number], self._ends[number]
        near = max(start, index - _LONGEST_REMARK)
        opening = self.text.rfind("(", near, index + 1)
        if opening >= 0 and self.text.find(")", opening, index) < 0:
            closing = _closing(self.text, opening)
            if closing > index:
                return opening, closing + 1
        return start, end


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
