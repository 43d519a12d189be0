"""How an action stands, as the words of its row say it.

A cell says what is to be reached and, in between, how far it is; both use the same words. So a
word is a status only where a remark begins, or in a wording that can mean nothing else. What
closes an action or puts it off has to be beyond doubt: anything less leaves it open.
"""

import bisect
import functools
import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.deadline import find_deadlines
from customs_coop.formats.status.vocabulary import VOCABULARIES, StatusWords
from customs_coop.formats.status.words import WHOLE_WORDS
from customs_coop.model import Status
from customs_coop.references import Mention
from customs_coop.references.base import Pattern

__all__ = ["Standing", "read_status"]

_SENTENCE_END = re.compile(r"(?<=[.;!?])\s{1,4}(?=[A-ZÀ-ÖØ-Þ(“„«\"])|\n")
_HEAD_ENDS = re.compile(r"\s{0,4}[(\[:;,.–—]|\s{1,4}-\s")
_HEAD_DOUBTED = Pattern(
    r"\?|\b(?:tbc|tbd|not|no|never|nor|may|might|unless|if|whether|propos\w{0,8}|to\s{1,4}be|pas|non|peut|si"
    r"|à\s{1,4}(?:confirmer|décider)|nicht|kein\w{0,2}|noch|falls|zu\s{1,4}(?:bestätigen|entscheiden))\b",
    re.IGNORECASE,
)
_HEAD_IN_PART = Pattern(
    r"\b(?:except|but|excluding|apart|other\s{1,4}than|exception|part|partly|partially|some|most|only|ongoing"
    r"|remain\w{0,4}|sauf|mais|hormis|partie|partiellement|reste|en\s{1,4}cours|außer|ausgenommen|ausnahme"
    r"|aber|teil|teilweise|laufend)\b",
    re.IGNORECASE,
)
_ENDING = (Status.COMPLETED, Status.OBSOLETE, Status.DEFERRED)
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
    for words in VOCABULARIES if title or priority else ():
        remark = next(_remarks(words, words.obsolete, title), None)
        if remark is not None:
            signs.add(Status.OBSOLETE, _Sentences(title).at(*_Sentences(title).around(remark)))
        # The other words of the cell are told by the priority itself.
        deferred = words.defer.search(priority)
        undecided = words.undecided_priority.search(priority)
        if undecided:
            signs.add_unsaid(Status.TO_DECIDE, undecided[0].strip())
        elif deferred:
            status = Status.TO_DECIDE if deferred["doubt"] else Status.DEFERRED
            signs.add_unsaid(status, deferred[0].strip())
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

    def add_unsaid(self, status: Status, words: str) -> None:
        """Add words that have a field of their own: they say nothing more where others do."""
        if status not in self.kinds:
            self.add(status, words)

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
    mentions = tuple(mentions)
    ordered = _all_hits(text, mentions)
    # Each sentence is copied once, however many words in it say the same.
    places = dict.fromkeys((status, *sentences.around(start)) for start, status in ordered)
    for status, start, end in places:
        signs.add(status, sentences.at(start, end))
    done = [start for start, status in ordered if status is Status.COMPLETED]
    if done:
        signs.due_after_done = False
    elif Status.COMPLETED in signs.kinds and not ordered and find_deadlines(text):
        # Of several milestones the first is reached, and this one has a time of its own.
        signs.due_after_done = True
    for words in VOCABULARIES:
        signs.unfinished = signs.unfinished or words.unfinished.search(text) is not None
        if Status.COMPLETED in signs.kinds and words.later_deadline.search(
            text, max(done, default=0)
        ):
            signs.due_after_done = True


@functools.lru_cache(maxsize=256)
def _all_hits(text: str, mentions: tuple[Mention, ...]) -> tuple[tuple[int, Status], ...]:
    """Where words say how the work stands, in any language and in the order of the text.

    Kept, as the cells of a row are read one by one and as a whole.
    """
    sentences = _Sentences(text)
    hits = {hit: None for words in VOCABULARIES for hit in _hits(words, text, sentences, mentions)}
    return tuple(sorted(hits, key=lambda hit: hit[0]))


def _hits(
    words: StatusWords, text: str, sentences: "_Sentences", mentions: Iterable[Mention]
) -> list[tuple[int, Status]]:
    """Where the words of one language say how the work stands, in no order."""
    hits = [*_done(words, text, sentences), *_begun(words, text, sentences)]
    for mention in mentions:
        proved = words.proved.search(text, max(0, mention.start - 40), mention.start)
        if proved and text[proved.start()].islower() and not _denied(words, text, proved.start()):
            hits.append((proved.start(), Status.PARTLY_COMPLETED))
    for pattern, status in (
        (words.deferred, Status.DEFERRED),
        (words.to_decide, Status.TO_DECIDE),
        (words.obsolete, Status.OBSOLETE),
    ):
        hits += [(start, status) for start in _remarks(words, pattern, text)]
    for match in words.awaiting.finditer(text):
        if _opens_remark(text, match.start()) or words.awaited.match(text, match.end()):
            hits.append((match.start(), Status.AWAITING))
    for pattern, status in (
        (words.partly, Status.PARTLY_COMPLETED),
        (words.standing, Status.STANDING),
    ):
        hits += [(match.start(), status) for match in pattern.finditer(text)]
    return [(start, status) for start, status in hits if not _denied(words, text, start)]


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
    for words in VOCABULARIES:
        done = words.done_in_column.match(stated)
        if done:
            partly = words.in_part.match(stated, done.end())
            own.add(Status.PARTLY_COMPLETED if partly else Status.COMPLETED, stated.strip())
    for status, text in own.found:
        signs.add(status, text)
    signs.unfinished = signs.unfinished or own.unfinished
    signs.due_after_done = signs.due_after_done or own.due_after_done
    if not own.found and not own.unfinished:
        status = _head_of_column(stated)
        if status is not None:
            signs.add(status, stated.strip())
            return True
    return bool(own.found) or own.unfinished or not any(map(str.isalnum, stated))


def _head_of_column(stated: str) -> Status | None:
    """What the words of a status column say before a bracket, a dash, a colon or a full stop.

    Only what ends the work or puts it off; a doubt behind it leaves everything open.
    """
    mark = _HEAD_ENDS.search(stated)
    if mark is None or mark.start() > _LONGEST_HEAD:
        return None
    status = WHOLE_WORDS.get(" ".join(stated[: mark.start()].casefold().split()))
    if status not in _ENDING or _HEAD_DOUBTED.search(stated, mark.start()):
        return None
    partly = _HEAD_IN_PART.search(stated, mark.start()) is not None
    return Status.PARTLY_COMPLETED if partly and status is Status.COMPLETED else status


def _done(words: StatusWords, text: str, sentences: "_Sentences") -> Iterator[tuple[int, Status]]:
    for match in words.done.finditer(text):
        start, end = match.span()
        head = text[max(sentences.start(start), start - _LONGEST_HEAD) : start]
        part = bool(words.in_part.match(text, end) or words.a_part.search(head))
        if not _opens_remark(text, start):
            # Behind a bare phrase, as in "Report Completed", with a deadline it is an aim.
            if not text[start - 1].isspace() or words.deadline_next.match(text, end):
                continue
            part = part or words.some_part.search(head) is not None
        yield start, Status.PARTLY_COMPLETED if part else Status.COMPLETED
    for match in words.work_done.finditer(text):
        if _opens_remark(text, match.start()):
            part = words.in_part.match(text, match.end()) is not None
            yield match.start(), Status.PARTLY_COMPLETED if part else Status.COMPLETED


def _begun(words: StatusWords, text: str, sentences: "_Sentences") -> Iterator[tuple[int, Status]]:
    for match in words.ongoing.finditer(text):
        start = match.start()
        before = text[max(sentences.start(start), start - _LONGEST_HEAD) : start]
        # "JCO under way" says it of its subject; "reports on work in progress" describes.
        if (
            _opens_remark(text, start)
            or before.rstrip().endswith(",")
            or words.states.search(before)
            or not (words.adjective.match(match[0]) or words.phrase.search(before))
        ):
            yield start, Status.ONGOING


def _remarks(words: StatusWords, pattern: Pattern, text: str) -> Iterator[int]:
    """Where a wording stands in which a remark may begin."""
    for match in pattern.finditer(text):
        between = match.groupdict().get("between")
        if _opens_remark(text, match.start()) and not (
            between and words.not_between.search(between)
        ):
            yield match.start()


def _denied(words: StatusWords, text: str, start: int) -> bool:
    return words.denied.search(text, max(0, start - _BEFORE), start) is not None


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
        breaks = [(match.start(), match.end()) for match in _SENTENCE_END.finditer(text)]
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
