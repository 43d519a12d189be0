"""Which document is the report on an action, as in "final report (1234/05) on Action 8".

A document that stands in one sentence with an action is its report only where the words say so:
where it stands right before, inside or behind "report on Action 8". Where they speak of the
recommendations or results of an action instead, the document that stands beside holds them, and
that it is the report is inferred.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from customs_coop.model import ActionRef, Code, Target
from customs_coop.readers.mentions.context import PlanContext, action_target
from customs_coop.readers.mentions.passages import Passage, folded
from customs_coop.readers.mentions.reports.others import (
    claimed_by_another,
    denied,
    is_asked_for,
    is_spoken_about,
    opens_a_clause,
)
from customs_coop.readers.mentions.reports.parts import Behind, Cue, Found, Item
from customs_coop.readers.mentions.reports.patterns import (
    BEFORE,
    BEHIND,
    CARRIED,
    CODE,
    DOC,
    LAST_BRACKET,
    LIST,
    LIST_GOES_ON,
    LISTED_BEHIND,
    NEXT_REPORT,
    OF,
    ON,
    ON_NEXT,
    OTHER,
    REPORTED,
    RESPECTIVELY,
    RESULTS_IN,
    SEVERAL,
    WORD,
)
from customs_coop.references import ActionCitation, CommissionDocument, DocumentNumber

__all__ = ["Report", "find_reports"]

_WINDOW = 320  # characters on either side of an action
_FAR = 700  # characters from an action to the bracket at the end of its sentence


@attrs.frozen(kw_only=True)
class Report:
    """A document that reports on an action.

    Args:
        document: Its number.
        action: The action.
        title: What the text calls it, as in "final report on Action 8".
        text: The words that state it.
        inferred: The words name what the action brought, and not the report.
    """

    document: DocumentNumber | CommissionDocument
    action: Target
    title: str
    text: str
    inferred: bool = False


def find_reports(text: str, context: PlanContext) -> tuple[Report, ...]:
    """The reports on actions that a text names with their numbers.

    Args:
        text: A cell, or the prose of a box, with one paragraph a line.
        context: The plan to which it belongs.

    Returns:
        A report for each document and action, in the order of the text.

    Example:
        >>> words = "See the final report (1234/08) on Action 3.8."
        >>> (found,) = find_reports(words, PlanContext("AP5", 5, ("5.1",)))
        >>> str(found.document), str(found.action), found.title
        ('1234/08', 'Action 3.8', 'final report on Action 3.8')
    """
    passage = Passage(text)
    if not any(_is_document(passage, number) for number in range(len(passage.mentions))):
        return ()
    return tuple(dict.fromkeys(_Reports(passage, context).read()))


def _is_document(passage: Passage, number: int) -> bool:
    return isinstance(passage.mentions[number].reference, DocumentNumber | CommissionDocument)


class _Reports:
    def __init__(self, passage: Passage, context: PlanContext) -> None:
        self.passage = passage
        self.context = context
        self.documents = [
            number for number in range(len(passage.mentions)) if _is_document(passage, number)
        ]
        # The same text with a sign for each letter of a document, so that all places hold.
        parts: list[str] = []
        done = 0
        for number in self.documents:
            mention = passage.mentions[number]
            if mention.start >= done:
                parts += [passage.text[done : mention.start], DOC * (mention.end - mention.start)]
                done = mention.end
        self.text = "".join([*parts, passage.text[done:]])
        self.taken: set[int] = set()

    def read(self) -> Iterator[Report]:
        items = self._items()
        first = 0
        cue: Cue | None = None
        while first < len(items):
            last = first
            while last + 1 < len(items) and self._goes_on(items[last], items[last + 1]):
                last += 1
            run = items[first : last + 1]
            # "Action 3.1 (...) and 4.1 (...)": what is said of one is said of the other.
            if not (run[0].listed and first):
                carried = self._carried(cue, items[first - 1], run[0]) if cue and first else None
                cue = carried or self._cue(run[0])
            until = items[last + 1].start if last + 1 < len(items) else len(self.text)
            found = self._found(run, cue, until)
            if found is not None:
                self.taken.update(found.numbers)
                yield from self._reports(run, found)
            first = last + 1

    def _items(self) -> list[Item]:
        """The actions, and the codes of the plan itself that stand without a noun."""
        mentions = self.passage.mentions
        found = [
            Item(
                start=mention.start,
                end=mention.end,
                target=action_target(mention.reference, self.context),
                words=mention.text,
                listed=mention.text[:1].isdigit(),
            )
            for mention in mentions
            if isinstance(mention.reference, ActionCitation)
        ]
        covered = iter([*((one.start, one.end) for one in mentions), (len(self.text) + 1,) * 2])
        start, end = next(covered)
        for match in CODE.finditer(self.text):
            while end <= match.start():
                start, end = next(covered)
            if match.end() <= start and match[0] in self.context.codes:
                target = ActionRef(self.context.plan, Code(match[0]))
                found.append(
                    Item(start=match.start(), end=match.end(), target=target, words=match[0])
                )
        return sorted(found, key=lambda one: (one.start, one.end))

    def _goes_on(self, item: Item, other: Item) -> bool:
        return item.start == other.start or bool(LIST.fullmatch(self.text, item.end, other.start))

    def _carried(self, cue: Cue, item: Item, other: Item) -> Cue | None:
        """What is said of an action, if it is said of the next one as well.

        "The report on Action 3.1 (1111/05) and on Action 4.1 (2222/05)"; without the preposition
        it may be the action that goes on the list.
        """
        match = CARRIED.fullmatch(self.text, item.end, other.start)
        if match is None:
            return None
        again = (match["again"] or match["of"] or "").casefold().replace("'", "’").split()
        said = cue.match[0].casefold().replace("'", "’")
        if again and again[0] not in re.split(r"\s|(?<=’)", said):
            return None
        return attrs.evolve(cue, inferred=cue.inferred or not again)

    def _cue(self, item: Item) -> Cue | None:
        """The words before an action that name its report, or what it brought."""
        first, _ = self.passage.sentence(item.start, item.end)
        base = max(first, item.start - _WINDOW)
        before = self.text[base : item.start]
        for pattern, inferred in ((ON, False), (RESULTS_IN, True), (OF, True)):
            match = pattern.search(before)
            if match is not None:
                if not inferred and self._is_another(match, before[: match.start()]):
                    return None
                return Cue(match=match, base=base, inferred=inferred)
        return None

    def _is_another(self, match: re.Match[str], before: str) -> bool:
        """Whether there is no report, or another paper that has the number behind it."""
        inside = match["slot"] or match["second"]
        return denied(before) or is_asked_for(before) or (not inside and is_spoken_about(before))

    def _found(self, run: Sequence[Item], cue: Cue | None, until: int) -> Found | None:
        item, last = run[0], run[-1]
        _, end = self.passage.sentence(last.start, last.end)
        end = max(last.end, min(end, until))
        title = several_of = ""
        inferred, start = True, item.start
        if cue is not None:
            match, base, inferred = cue.match, cue.base, cue.inferred
            start = base + match.start()
            several_of = match["noun"]
            title = self._title(match, base)
            slots = [
                match.span(name)
                for name in ("slot", "second")
                if name in match.re.groupindex and match[name]
            ]
            if slots and match.end() + base == item.start:
                numbers = self._between(base + slots[0][0], base + slots[-1][1])
                return Found(numbers, start, last.end, title, inferred, _is_several(several_of))
        stated = cue is not None and not inferred
        behind = self._behind(last, start, end, stated=stated, cued=cue is not None)
        before = self._before(item, cue, title) if cue is not None and stated else None
        if behind is not None and not (behind.doubtful and before):
            inferred = inferred and not behind.noun
            numbers, stop, noun = behind.numbers, behind.end, behind.noun
            several = _is_several(noun or several_of)
            return Found(numbers, start, stop, title, inferred, several, "" if title else noun)
        if before is not None or cue is None:
            return before
        return self._far(last, end, start, title)

    def _title(self, match: re.Match[str], base: int) -> str:
        """What a document is called, up to the action, without the documents in it."""
        parts: list[str] = []
        place = base + match.start()
        for name in ("slot", "second"):
            if name in match.re.groupindex and match[name]:
                parts.append(self.passage.text[place : base + match.start(name)])
                place = base + match.end(name)
        parts.append(self.passage.text[place : base + match.end()])
        return folded("".join(parts)) + " " * (self.text[base + match.end() - 1].isspace())

    def _between(self, start: int, end: int) -> tuple[int, ...]:
        found: list[int] = []
        for number in self.passage.mentions_from(start):
            if self.passage.mentions[number].start >= end:
                break
            if _is_document(self.passage, number):
                found.append(number)
        return tuple(found)

    def _behind(
        self, last: Item, start: int, end: int, *, stated: bool, cued: bool
    ) -> Behind | None:
        match = BEHIND.match(self.text, last.end, min(end, last.end + 2 * _WINDOW))
        if match is None:
            return self._listed(last, end)
        noun = folded(match["noun"] or match["report"] or "").rstrip(" :,(–—-")
        group = next(name for name in ("docs", "held", "bare") if match[name])
        numbers = self._between(*match.span(group))
        following = None if match["closed"] else NEXT_REPORT.match(self.text, match.end())
        if following is not None and (match["comma"] or following[0].strip()[0] != ","):
            return None
        if group == "bare" and not (stated or match["noun"]):
            return None
        if match["comma"] and (
            not (stated or noun)
            or len(numbers) > 1
            or LIST_GOES_ON.match(self.text, match.end())
            or self._is_apart(match, start, stated=stated)
        ):
            return None
        on_next = noun and self._is_on_next(match.end(), end)
        if on_next or not (stated or noun or cued or self._proposed(match)):
            return None
        return Behind(numbers, match.end(group), noun, following is not None)

    def _listed(self, last: Item, end: int) -> Behind | None:
        """The report among the papers of an action: "mandate 1111/05, report 1234/05"."""
        match = LISTED_BEHIND.match(self.text, last.end, min(end, last.end + 2 * _WINDOW))
        if match is None or self._is_on_next(match.end(), end):
            return None
        numbers = self._between(*match.span("docs"))
        return Behind(numbers, match.end(), noun=folded(match["report"]), doubtful=False)

    def _is_on_next(self, start: int, end: int) -> bool:
        """Whether a report is on the action that follows: "report 1234/05 on Action 4.1"."""
        match = ON_NEXT.fullmatch(self.text, start, end)
        return match is not None and any(letter.isalpha() for letter in match[0])

    def _is_apart(self, match: re.Match[str], start: int, *, stated: bool) -> bool:
        """Whether a comma parts a document from the report, and does not name it."""
        first, _ = self.passage.sentence(start, start)
        before = self.text[first:start]
        if opens_a_clause(before, apart=True):
            return True
        if match["see"]:
            return False
        if match["article"] and not match["report"]:
            return True
        goes_on = WORD.match(self.text, match.end()) is not None
        return stated and goes_on and opens_a_clause(before)

    def _proposed(self, match: re.Match[str]) -> bool:
        """Whether the action is what tells something: "Action 3.9 (1234/09) proposed"."""
        if not match["closed"] or match["sign"] != "(":
            return False
        return REPORTED.match(self.text, match.end()) is not None

    def _far(self, last: Item, end: int, start: int, title: str) -> Found | None:
        """The bracket at the end of a sentence on what the recommendations of an action say."""
        if REPORTED.match(self.text, last.end, end) is None or end - last.end > _FAR:
            return None
        match = LAST_BRACKET.search(self.text, last.end, end)
        if match is None or OTHER.fullmatch(match["word"]):
            return None
        numbers = self._between(*match.span("docs"))
        if numbers != self._between(last.end, end):
            return None  # another document stands nearer
        return Found(numbers, start, match.end("docs"), title, inferred=True)

    def _before(self, item: Item, cue: Cue, title: str) -> Found | None:
        """The documents before a report: "1234/05, final report of Action 4.10"."""
        stop = cue.base + cue.match.start()
        match = BEFORE.search(self.text, max(cue.base - _WINDOW, 0), stop)
        if match is None:
            return None
        first, _ = self.passage.sentence(item.start, item.end)
        numbers = self._between(max(first, match.start("docs")), match.end("docs"))
        words, gap = self.text[first : match.start("docs")], self.text[match.end("docs") : stop]
        # "In 1234/05, the report on Action 3.2 is read" names no report, for a subject follows.
        subject = gap.strip().startswith(", ") and WORD.match(self.text, item.end) is not None
        if claimed_by_another(words) or (subject and opens_a_clause(words)):
            return None
        if not numbers or self.taken.intersection(numbers):
            return None
        # Of a list before a single report the last one alone is meant.
        if len(numbers) > 1 and not _is_several(cue.match["noun"]):
            numbers = numbers[-1:]
        several = _is_several(cue.match["noun"])
        return Found(numbers, match.start(), item.end, title, inferred=False, several=several)

    def _reports(self, run: Sequence[Item], found: Found) -> Iterator[Report]:
        pairs = [(item, number) for item in run for number in found.numbers]
        if len(run) > 1 and len(found.numbers) > 1:
            # Which belongs to which is said by "respectively" only.
            _, end = self.passage.sentence(found.start, found.end)
            near = RESPECTIVELY.search(self.text, found.start, min(end, found.end + _WINDOW))
            if near is None or len(run) != len(found.numbers):
                return
            pairs = list(zip(run, found.numbers, strict=True))
        span = min(found.start, run[0].start), max(found.end, run[-1].end)
        text = self.passage.evidence(self.passage.clause(*span), *span)
        for item, number in pairs:
            reference = self.passage.mentions[number].reference
            if not isinstance(reference, DocumentNumber | CommissionDocument):
                continue
            words = str(item.target) if item.listed else folded(item.words)
            title = f"{words}, {found.noun}" if found.noun else f"{found.title}{words}"
            yield Report(
                document=reference,
                action=item.target,
                title=title,
                text=text,
                inferred=found.inferred or (found.several and len(run) > 1 == len(found.numbers)),
            )


def _is_several(noun: str) -> bool:
    return SEVERAL.search(noun) is not None
