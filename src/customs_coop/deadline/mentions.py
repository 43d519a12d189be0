"""Finding deadlines amid prose.

The rule, in the words of English; French and German have the like of each. Taken are:

1. what a label announces ("Deadline:", "Report deadline:", "Deadline" with a capital and a time
   right after it, "a deadline of", "Deadline (draft):", "Deadline for comments:"); after a colon
   also what cannot be read, as Undetermined;
2. a last day ("by", "no later than", "on or before", "(at the latest)", "... at the latest") with
   a time that has its year; a bare year only where no noun follows it ("by 2000 officers"), and
   not a Presidency, which acts ("prepared by the Belgian Presidency"); also the end of what lasts
   ("by the end of the project");
3. a term: "within 1 year", "at least one month before ...", and "before the next", "one month
   before the next" or "by the next" conference, meeting and the like;
4. a rhythm: "every two years", "each year", "annually", "once per Presidency", "at least four
   ... each year", "on an annual basis"; an adjective only where it opens a sentence before a
   noun such as update or review ("Monthly updates", but not "the annual report on ...");
5. "in", "during", "before" or "on" a time that follows closely on "to be", "shall be" and the
   like ("to be reported in December 1998");
6. "before", "until", "in", "during" or "on" a time that ends a short statement without a finite
   verb of what is to be delivered ("Final report before June 2009", "Study in the second half of
   2008"), but not of what the thing is about ("Report on seizures in 2005") or what was done on a
   day ("Guide adopted on 12 May 2009");
7. a month or day in brackets right behind one stage of what is to be delivered ("Interim report
   (June 2008), final report (June 2009)").

Numbers 2 to 4, 6 and 7 are left out as history where the sentence up to them has a word of the past
("was", "has", "met") that no later word of duty ("shall", "should", "to") overrules, or begins with
"Completed"; and where they are denied ("not by June 2010"). All other times in prose are left
alone. A remark right behind a time belongs to it: a time that was given up ("previously: ...")
changes nothing, a new last day ("extended to ...") holds, and where a remark sets a further time
that cannot be read alone ("extended by ...") the deadline is Undetermined. What is found has its
place, so a reader can account for every character.

The language is told for each paragraph or cell, so a title that is quoted in another one changes
nothing; a line that stands by itself, such as an item of a list, may have its own.
"""

import functools
from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from customs_coop.deadline.events import read_words
from customs_coop.deadline.figures import HYPHENS
from customs_coop.deadline.grammar import Found, read_deadline, read_trailing
from customs_coop.deadline.kinds import (
    By,
    Deadline,
    During,
    Recurring,
    Relative,
    Undetermined,
)
from customs_coop.deadline.labels import Label, read_label, skip_item, skip_note, skip_purpose
from customs_coop.deadline.languages import by_language
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.prose import (
    before_the_latest,
    is_history,
    read_duty,
    read_last_day,
    read_recurrence,
    read_term,
)
from customs_coop.deadline.remarks import (
    read_provisional,
    read_renewed,
    skip_further_time,
    skip_provisional,
    skip_replaced,
    skip_superseded,
)
from customs_coop.deadline.repeating import read_again, with_begin_or_end
from customs_coop.deadline.statements import read_bracketed, read_delivery
from customs_coop.deadline.times import Grain
from customs_coop.deadline.words import Words
from customs_coop.deadline.yearly_days import read_yearly_days

__all__ = ["DeadlineMention", "find_deadlines", "scan"]

# "|" stands between a text that was deleted and the one that was inserted.
_MORE: Final = frozenset({",", "/", "&", "|"})
_BEHIND_FIGURE: Final = frozenset({"(", *HYPHENS})
_STOPS: Final = frozenset(".;)")
_LONGEST_SINCE = 2
# A reader asks of one cell several times when it is due; what is longer is asked of once.
_LONGEST_CELL = 4_000
_KEPT = 64


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
    if label.loose:
        return _loosely(words, index, label)
    changed = _was(words, index, label) if words.capital(index) else None
    return changed or _announced(words, index, label)


def _announced(words: Words, index: int, label: Label) -> _Hit | None:
    """The time behind a label, or the words that stand in its place."""
    place = skip_item(words, label.after)
    colon = ":" in label.signs
    soft = read_provisional(words, place)
    unknown = None if soft else words.language.unknown.match(words, place)
    if unknown:
        text = words.text(place, unknown[1])
        return _Hit(Undetermined(text), index, unknown[1], place) if colon else None
    found = soft or read_deadline(words, place) or _in_brackets(words, place)
    if found is not None and (colon or _stands_alone(words, index, found[0], label)):
        deadline = evolve(found[0], convention="provisional") if label.provisional else found[0]
        return _Hit(deadline, index, found[1], place)
    # "the deadlines for the groups are: ..." in a sentence announces no more than a list.
    if not colon or words.broken(place) or (label.qualified and not words.capital(index)):
        return None
    place += words.at(place) in {"(", "["}
    rest = read_words(words, place)
    return rest and _Hit(Undetermined(rest[0]), index, rest[1], place)


def _was(words: Words, index: int, label: Label) -> _Hit | None:
    """A deadline of which a verb tells what became of it: "Deadline was extended to June 2020"."""
    if ":" in label.signs:
        return None
    place = label.after
    if renewed := read_renewed(words, place):
        return _Hit(renewed[0], index, renewed[1], place)
    if label.given_up is None or not (place == len(words) or words.at(place) in _STOPS):
        return None
    # The only time is one of the past; whether it still holds is not said.
    return _Hit(Undetermined(words.text(label.given_up, place)), index, place, label.given_up)


def _loosely(words: Words, index: int, label: Label) -> _Hit | None:
    """A time behind a label that may announce something else: "Target: 50 reports"."""
    place = label.after
    found = read_deadline(words, place)
    if found is None or not isinstance(found[0], By | During):
        return None
    following = words.at(found[1])
    if following.isalpha() and following not in words.language.goes_on:
        return None  # "Target: 2000 officers"
    return _Hit(found[0], index, found[1], place)


def _in_brackets(words: Words, index: int) -> Found | None:
    """A time that stands in brackets: "Deadline: (June 2010)"."""
    found = read_deadline(words, index + 1) if words.at(index) in {"(", "["} else None
    closed = found is not None and words.at(found[1]) in {")", "]"}
    return (found[0], found[1] + 1) if found and closed else None


def _stands_alone(words: Words, index: int, deadline: Deadline, label: Label) -> bool:
    """Whether the time is plain enough to follow a label that has no colon."""
    if isinstance(deadline, Recurring) and deadline.recurrence is None:
        return False
    if isinstance(deadline, Relative) and deadline.offset is None:
        return False
    return words.capital(index) or bool(label.signs)


def _more(words: Words, hit: _Hit) -> _Hit | None:
    """A further time after a labelled one: "28.02.2006 and 31.07.2006", "...; (b) June 2011"."""
    if skip_item(words, hit.after) > hit.after:
        joint = hit.after - 1  # "1) June 2006 2) June 2007"
    else:
        joint = skip_note(words, hit.after)
    place = joint + 1
    item = skip_item(words, place)
    joined = words.language.joined.firsts
    goes_on = joint < hit.after or words.at(joint) in _MORE or words.at(joint) in joined
    if not goes_on and not (words.at(joint) == ";" and item > place):
        return None
    if words.at(joint) in {",", ";"} and words.at(place) in joined:
        place += 1
        item = skip_item(words, place)
    purpose = skip_purpose(words, item)
    start = purpose + (purpose > item)
    if item > place and (unknown := words.language.unknown.match(words, start)):
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
    if further is None:
        for after, deadline in _remarked(words, hit):
            text = words.text(first, after)
            hit = evolve(hit, deadline=evolve(deadline, text=text), after=after)
    further = further or skip_replaced(words, hit.after)
    if further is None:
        return _in_rounds(words, hit, first)
    return evolve(hit, deadline=Undetermined(words.text(first, further)), after=further)


def _in_rounds(words: Words, hit: _Hit, first: int) -> _Hit:
    """Take in the rhythm behind a time, and the first or last day of a rhythm."""
    found = with_begin_or_end(words, hit.deadline, hit.after)
    if found is None and (again := read_again(words, hit.deadline, hit.after)):
        following = words.at(again[1])
        noun = following.isalpha() and following not in words.language.goes_on
        # "by June 2010 and annual reports": the rhythm is that of the reports
        found = (
            None if noun and words.language.onwards.match(words, again[1] - 1) is None else again
        )
    if found is None:
        return hit
    text = words.text(first, found[1])
    return evolve(hit, deadline=evolve(found[0], text=text), after=found[1])


def _remarked(words: Words, hit: _Hit) -> Iterator[tuple[int, Deadline]]:
    """What each remark behind a time leaves of it, with the place after the remark."""
    deadline, after = hit.deadline, hit.after
    if given_up := skip_superseded(words, after):
        after = given_up
        yield after, deadline
    if isinstance(deadline, By) and (renewed := read_renewed(words, after)):
        deadline, after = renewed
        yield after, deadline
    # In a sentence only a bracket is plain enough: "shall it be done by June 2010?"
    plain = hit.time is not None or words.at(after) in {"(", "["}
    soft = skip_provisional(words, after) if plain and words.at(after) != "." else None
    if soft is not None and isinstance(deadline, By | During):
        yield soft, evolve(deadline, convention="provisional")


def scan(words: Words, *, guarded: bool = True) -> list[_Hit]:
    """Find the deadlines in a row of words.

    Args:
        words: The text.
        guarded: Whether times in sentences about the past are left out.

    Returns:
        What was found, in order, without overlaps.
    """
    hits: list[_Hit] = []
    trailing = before_the_latest(words)
    starters = words.language.starters
    after = 0
    for index, word in enumerate(words.words):
        # Nearly all words of a text begin no mention; one look tells.
        begins = word in starters or index in trailing or word.isdecimal()
        if begins and index >= after and (index in trailing or not _is_idle(words, index)):
            hits.extend(_at(words, index, guarded=guarded, trailing=index in trailing))
            after = hits[-1].after if hits else 0
    return hits


def _is_idle(words: Words, index: int) -> bool:
    """Whether the word behind a bracket or a figure tells that no mention begins with these."""
    word, following = words.words[index], words.at(index + 1)
    if word == "(":
        behind = words.language.behind_bracket
        time = following in words.language.moment_firsts or following.isdecimal()
        return following not in behind and "" not in behind and not time
    # A figure is followed by what it counts: "2 years before", "6 (six)", "3-monthly".
    return word.isdecimal() and not following.isalpha() and following not in _BEHIND_FIGURE


def _at(words: Words, index: int, *, guarded: bool, trailing: bool) -> list[_Hit]:
    """What begins at a place: nothing, a mention, or a labelled one with more behind it."""
    if hit := _labelled(words, index):
        if hit.time and (days := read_yearly_days(words, hit.time)):
            return [_Hit(days[0][0], index, days[0][2]), *(_Hit(*day) for day in days[1:])]
        hits = [_settled(words, hit)]
        while hit := _more(words, hits[-1]):
            hits.append(_settled(words, hit))
        return hits
    if words.at(index - 1) in words.language.negations:
        return []  # "not by June 2010"
    if days := read_yearly_days(words, index):
        history = guarded and is_history(words, index, days[-1][2])
        return [] if history else [_Hit(*day) for day in days]
    found = read_last_day(words, index) or read_term(words, index)
    found = found or read_recurrence(words, index)
    if found is None and trailing:
        found = read_trailing(words, index, None)
    if found is not None:
        history = guarded and is_history(words, index, found[1])
        return [] if history else [_settled(words, _Hit(found[0], index, found[1]))]
    return _delivered(words, index)


def _delivered(words: Words, index: int) -> list[_Hit]:
    """What begins with a time that a duty or a thing to be delivered makes a deadline."""
    found = read_duty(words, index)
    if found is None:
        found = read_delivery(words, index) or read_bracketed(words, index)
        if found is None or is_history(words, index, found[1]):
            return []
    if (first := _beginning(words, index)) is not None and (start := read_deadline(words, first)):
        return [_Hit(start[0], first, start[1])]
    return [_settled(words, _Hit(found[0], index, found[1]))]


def _beginning(words: Words, index: int) -> int | None:
    """The place of the words that make a time a start: "beginning" before "in January 2001"."""
    for first in range(max(0, index - _LONGEST_SINCE), index):
        since = words.language.since.match(words, first)
        if since is not None and since[1] > index:
            return first
    return None


def find_deadlines(text: str) -> tuple[DeadlineMention, ...]:
    """Find the deadlines that a text sets, and where they stand in it.

    Only labelled times and unmistakable wordings are taken; times of history are left alone:

    - what a label announces: "Deadline: 31.7.2006", "Deadline for comments: tbc";
    - a last day with its year: "by June 1998", "30 June 1998 at the latest";
    - a term: "within 1 year", "one month before the next conference";
    - a rhythm: "every two years", "once per Presidency", "Monthly updates";
    - a time right after a duty: "to be reported in December 1998";
    - a time that ends a short statement of what is delivered: "Report before June 1998".

    Each is read as `parse_deadline` reads it, in the same three languages: English in full, of
    French and German the names of months and the common wordings. The language is told for each
    paragraph, cell and whole line. What words alone do not settle is read by the table
    `CONVENTIONS`. The wordings are those of Council documents; notation of ISO 8601-2:2019 other
    than a day or a month is not looked for in prose. The time taken grows with the length of
    the text only.

    Args:
        text: A cell, a paragraph or a whole document.

    Returns:
        The mentions in order; they do not overlap, and `mention.text` is
        `text[mention.start:mention.end]`.

    Raises:
        TypeError: `text` is no text.

    Example:
        >>> for mention in find_deadlines("Done in 2004. Deadline: 31.7.2006. Monthly updates"):
        ...     print(mention.start, mention.text, mention.deadline.latest)
        14 Deadline: 31.7.2006 2006-07-31
        35 Monthly None
    """
    if not isinstance(text, str):
        raise TypeError(f"text is needed, not {type(text).__name__}")
    return _found(text) if len(text) > _LONGEST_CELL else _kept(text)


def _found(text: str) -> tuple[DeadlineMention, ...]:
    return tuple(
        DeadlineMention(
            hit.deadline,
            words.starts[hit.first],
            words.ends[hit.after - 1],
            words.text(hit.first, hit.after),
        )
        for words in by_language(Words.of(text))
        for hit in scan(words)
    )


_kept = functools.lru_cache(maxsize=_KEPT)(_found)
