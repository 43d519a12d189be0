"""Finding deadlines amid prose.

The rule. Taken are:

1. what a label announces ("Deadline:", "Report deadline:", "Deadline" with a capital and a time
   right after it, "a deadline of", "Deadline (draft):", "Deadline for comments:"); after a colon
   also what cannot be read, as Undetermined;
2. a last day ("by", "no later than", "on or before", "(at the latest)", "... at the latest") with
   a time that has its year; a bare year only where no noun follows it ("by 2000 officers"), and
   not a Presidency, which acts ("prepared by the Belgian Presidency");
3. a term: "within 1 year", "at least one month before ...", and "before the next" or "by the
   next" conference, meeting and the like;
4. a rhythm: "every two years", "each year", "annually", "once per Presidency", "at least four
   ... each year", "on an annual basis"; an adjective only where it opens a sentence before a
   noun such as update or review ("Monthly updates", but not "the annual report on ...");
5. "in", "during", "before" or "on" a time that follows closely on "to be", "shall be" and the
   like ("to be reported in December 1998").

Numbers 2 to 4 are left out as history where the sentence up to them has a word of the past
("was", "has", "met") that no later word of duty ("shall", "should", "to") overrules, or begins with
"Completed". All other times in prose are left alone. A remark right behind a time belongs to it: a
time that was given up ("previously: ...") changes nothing, and with one that takes its place
("extended to ...") the deadline is Undetermined. What is found has its place, so a reader
can account for every character.
"""

from typing import Final

from attrs import evolve, frozen

from customs_coop.deadline.grammar import (
    Found,
    read_by,
    read_deadline,
    read_event,
    read_trailing,
    read_words,
)
from customs_coop.deadline.kinds import (
    By,
    Deadline,
    During,
    Recurring,
    Relative,
    Undetermined,
)
from customs_coop.deadline.labels import (
    LABEL_FIRSTS,
    read_label,
    skip_item,
    skip_note,
    skip_purpose,
)
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.remarks import skip_further_time, skip_replaced, skip_superseded
from customs_coop.deadline.rhythms import FIRSTS, read_rhythm
from customs_coop.deadline.times import Grain
from customs_coop.deadline.vocabulary import ENGLISH
from customs_coop.deadline.words import Words, phrase_set

__all__ = ["DeadlineMention", "find_deadlines", "scan"]


_UNKNOWN: Final = phrase_set(*ENGLISH.unknown)
_BY: Final = phrase_set(*ENGLISH.by)
_WITHIN: Final = phrase_set(*ENGLISH.within)
_AT_LEAST: Final = phrase_set(*ENGLISH.at_least)
_BEFORE: Final = phrase_set(*ENGLISH.before)
_DURING: Final = phrase_set(*ENGLISH.during, *ENGLISH.on, *ENGLISH.before)
_TO_BE: Final = phrase_set(*ENGLISH.to_be)
_EVERY: Final = phrase_set(*ENGLISH.every)
_ARTICLES: Final = phrase_set(*ENGLISH.articles)
_AT_THE_LATEST: Final = phrase_set(*ENGLISH.at_the_latest)

# Nearly all words of a text begin no mention; one look tells.
_STARTERS: Final = (
    FIRSTS | LABEL_FIRSTS | _BY.firsts | _WITHIN.firsts | _BEFORE.firsts | _DURING.firsts
)

_MORE: Final = frozenset({",", "/", "&", *ENGLISH.joined})
_SENTENCE_ENDS: Final = frozenset(".;:•<>")
_LOOK_BACK = 25
_LONGEST_TIME = 12
_NEAR = 5


@frozen
class DeadlineMention:
    """A deadline that was found in a text.

    Args:
        deadline: What was read; its text has the words without the label.
        start: Where the mention begins in the text, its label included.
        end: Where it ends.
        text: The words from start to end.
    """

    deadline: Deadline
    start: int
    end: int
    text: str


@frozen
class _Hit:
    """A deadline with the places of its first word, of the word after it, and of its time."""

    deadline: Deadline
    first: int
    after: int
    time: int | None = None


def _labelled(words: Words, index: int) -> _Hit | None:
    label = read_label(words, index)
    if label is None:
        return None
    place = skip_item(words, label.after)
    colon = ":" in label.signs
    if unknown := _UNKNOWN.match(words, place):
        text = words.text(place, unknown[1])
        return _Hit(Undetermined(text), index, unknown[1], place) if colon else None
    found = read_deadline(words, place) or _in_brackets(words, place)
    if found is not None and (colon or _stands_alone(found[0], label.signs, words.capital(index))):
        return _Hit(found[0], index, found[1], place)
    # "the deadlines for the groups are: ..." in a sentence announces no more than a list.
    if not colon or words.broken(place) or (label.qualified and not words.capital(index)):
        return None
    place += words.at(place) in {"(", "["}
    rest = read_words(words, place)
    return rest and _Hit(Undetermined(rest[0]), index, rest[1], place)


def _in_brackets(words: Words, index: int) -> Found | None:
    """A time that stands in brackets: "Deadline: (June 2010)"."""
    found = read_deadline(words, index + 1) if words.at(index) in {"(", "["} else None
    closed = found is not None and words.at(found[1]) in {")", "]"}
    return (found[0], found[1] + 1) if found and closed else None


def _stands_alone(deadline: Deadline, signs: str, capital: bool) -> bool:  # noqa: FBT001 - private
    """Whether the time is plain enough to follow a label that has no colon."""
    if isinstance(deadline, Recurring) and deadline.recurrence is None:
        return False
    if isinstance(deadline, Relative) and deadline.offset is None:
        return False
    return capital or bool(signs)


def _more(words: Words, hit: _Hit) -> _Hit | None:
    """A further time after a labelled one: "28.02.2006 and 31.07.2006", "...; (b) June 2011"."""
    joint = skip_note(words, hit.after)
    place = joint + 1
    item = skip_item(words, place)
    if words.at(joint) not in _MORE and not (words.at(joint) == ";" and item > place):
        return None
    if words.at(joint) in {",", ";"} and words.at(place) in ENGLISH.joined:
        place += 1
        item = skip_item(words, place)
    purpose = skip_purpose(words, item)
    start = purpose + (purpose > item)
    if item > place and (unknown := _UNKNOWN.match(words, start)):
        return _Hit(Undetermined(words.text(start, unknown[1])), place, unknown[1], start)
    moment = read_moment(words, start)
    if moment is None or moment[0].year is None:
        return None
    if moment[0].grain is Grain.YEAR and start == place:
        return None  # "June 2006, 2007 figures"
    found = read_deadline(words, start)
    return found and _Hit(found[0], place, found[1], start)


def _settled(words: Words, hit: _Hit) -> _Hit:
    """Take in what stands behind a time and changes it."""
    first = hit.first if hit.time is None else hit.time
    bounded = isinstance(hit.deadline, By | During)
    further = skip_further_time(words, hit.after) if bounded else None
    if further is None and (given_up := skip_superseded(words, hit.after)):
        text = words.text(first, given_up)
        hit = evolve(hit, deadline=evolve(hit.deadline, text=text), after=given_up)
    further = further or skip_replaced(words, hit.after)
    if further is None:
        return hit
    return evolve(hit, deadline=Undetermined(words.text(first, further)), after=further)


def _sentence_start(words: Words, index: int) -> int:
    """The place where the sentence begins, not more than a few words back."""
    first = max(0, index - _LOOK_BACK)
    for place in range(index - 1, first - 1, -1):
        if words.broken(place + 1):
            return place + 1
        if words.at(place) in _SENTENCE_ENDS and not words.glued(place, place + 1):
            return place + 1
    return first


def _is_history(words: Words, index: int) -> bool:
    start = _sentence_start(words, index)
    if words.at(start) in ENGLISH.done:
        return True
    for place in range(index - 1, start - 1, -1):
        word = words.at(place)
        if word in ENGLISH.past:
            return True
        # "May" with a capital is the month.
        if word in ENGLISH.duties and not (word in ENGLISH.months and words.capital(place)):
            return False
    return False


def _last_day(words: Words, index: int) -> Found | None:
    by = _BY.match(words, index)
    if by is None or _by_a_presidency(words, by[1]):
        return None
    found = read_by(words, index, None)
    if found is None or not isinstance(found[0], By):
        return found
    following = words.at(found[1])
    bare_year = words.number(found[1] - 1) is not None and found[1] - index == 2
    if bare_year and following.isalpha() and following not in ENGLISH.prepositions | ENGLISH.duties:
        return None
    return found


def _by_a_presidency(words: Words, index: int) -> bool:
    """Whether a Presidency follows: in "prepared by the UK Presidency" it acts, it is no time."""
    place = _ARTICLES.skip(words, index)
    return any(words.at(place + n) in ENGLISH.presidency for n in (1, 2))


def _term(words: Words, index: int) -> Found | None:
    opened = _WITHIN.match(words, index) or _AT_LEAST.match(words, index)
    if opened is None:
        before = _BEFORE.match(words, index)
        if before is None or read_event(words, before[1]) is None:
            return None
    found = read_deadline(words, index)
    return found if found and isinstance(found[0], Relative) and found[0].offset else None


def _rhythm(words: Words, index: int) -> Found | None:
    found = read_rhythm(words, index)
    if found is None or found[0] is None:
        return None
    recurrence, after = found
    word = words.at(index)
    if _EVERY.match(words, index) and word not in {"every", "each"}:
        # "3 000 cases per year" is a rate.
        if words.at(index + 1) not in ENGLISH.presidency:
            return None
    elif words.at(after - 1) not in ENGLISH.adverbs and _describes(words, index, after):
        return None
    return Recurring(recurrence, words.text(index, after)), after


def _describes(words: Words, index: int, after: int) -> bool:
    """Whether a rhythm is an adjective amid a sentence: "the annual report on"."""
    last = words.at(after - 1)
    if last not in ENGLISH.rhythms and last not in ENGLISH.rhythmic:
        return False
    if index == _sentence_start(words, index):
        nouns = {words.at(after), words.at(after + 1)}
        if nouns & ENGLISH.reports:
            return False
    if last in ENGLISH.adjectives:
        return True
    following = words.at(after)
    return following.isalpha() and following not in ENGLISH.prepositions


def _to_be_done(words: Words, index: int) -> Found | None:
    if _DURING.match(words, index) is None:
        return None
    near = range(max(0, index - _NEAR), index)
    if not any((to_be := _TO_BE.match(words, n)) and to_be[1] < index for n in near):
        return None
    found = read_deadline(words, index)
    return None if found is None or isinstance(found[0], (Relative, Recurring)) else found


def scan(words: Words, *, guarded: bool = True) -> list[_Hit]:
    """Find the deadlines in a row of words.

    Args:
        words: The text.
        guarded: Whether times in sentences about the past are left out.

    Returns:
        What was found, in order, without overlaps.
    """
    hits: list[_Hit] = []
    trailing = _before_the_latest(words)
    index = 0
    while index < len(words):
        hits.extend(_at(words, index, guarded=guarded, trailing=index in trailing))
        index = max(index + 1, hits[-1].after if hits else 0)
    return hits


def _before_the_latest(words: Words) -> set[int]:
    """The places from which "at the latest" is near enough to end a time."""
    return {
        place
        for index in range(len(words))
        if _AT_THE_LATEST.match(words, index)
        for place in range(max(0, index - _LONGEST_TIME), index)
    }


def _at(words: Words, index: int, *, guarded: bool, trailing: bool) -> list[_Hit]:
    """What begins at a place: nothing, a mention, or a labelled one with more behind it."""
    word = words.at(index)
    if word not in _STARTERS and not trailing and not word.isdecimal():
        return []
    if hit := _labelled(words, index):
        hits = [_settled(words, hit)]
        while hit := _more(words, hits[-1]):
            hits.append(_settled(words, hit))
        return hits
    found = _last_day(words, index) or _term(words, index) or _rhythm(words, index)
    if found is None and trailing:
        found = read_trailing(words, index, None)
    if found is not None:
        history = guarded and _is_history(words, index)
        return [] if history else [_settled(words, _Hit(found[0], index, found[1]))]
    found = _to_be_done(words, index)
    return [] if found is None else [_settled(words, _Hit(found[0], index, found[1]))]


def find_deadlines(text: str) -> tuple[DeadlineMention, ...]:
    """Find the deadlines that a text sets, and where they stand in it.

    Only labelled times and unmistakable wordings are taken; times of history are left alone.
    The module's docstring has the rule. The time taken grows with the length of the text only.

    Args:
        text: A cell, a paragraph or a whole document.

    Returns:
        The mentions in order; they do not overlap, and `mention.text` is
        `text[mention.start:mention.end]`.

    Example:
        >>> for mention in find_deadlines("Done in 2004. Deadline: 31.7.2006. Monthly updates"):
        ...     print(mention.start, mention.text, mention.deadline.latest)
        14 Deadline: 31.7.2006 2006-07-31
        35 Monthly None
    """
    words = Words.of(text)
    return tuple(
        DeadlineMention(
            hit.deadline,
            words.starts[hit.first],
            words.ends[hit.after - 1],
            words.text(hit.first, hit.after),
        )
        for hit in scan(words)
    )
