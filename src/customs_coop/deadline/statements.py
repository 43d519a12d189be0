"""Times in short statements that name what is to be delivered: "Report before June 2009".

Such a statement has no finite verb: a noun for a thing that is delivered, perhaps what is done
to deliver it, and a time at its end. A time of what the thing is about is none of its own
("Report on seizures in 2005"), nor is the day on which something was adopted.
"""

import functools
from typing import TYPE_CHECKING, Final

from attrs import define, evolve

from customs_coop.deadline.events import read_end
from customs_coop.deadline.grammar import Found, read_deadline
from customs_coop.deadline.kinds import By, During
from customs_coop.deadline.labels import skip_item
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.times import Grain
from customs_coop.deadline.words import Words

if TYPE_CHECKING:
    from customs_coop.deadline.vocabulary.statements import StatementWords

__all__ = ["follows_its_noun", "read_bracketed", "read_delivery"]

_LONGEST = 16
_LONGEST_RHYTHMIC = 5
_ENDS: Final = frozenset(".;:•<>\t")
_MARKS: Final = frozenset("-–—•·*▪●◦‣►➢✓")
_CLOSING: Final = frozenset(".;,)?!")
_OPEN: Final = frozenset("([")
_OPENERS: Final = frozenset(".;:,)") | _MARKS
_LONGEST_STAGE = 4
_YEAR_FIGURES: Final = 4
_SHORT: Final = 3


@define
class _Statement:
    """What stands before a time.

    Args:
        definite: Whether it begins with "the", which may point at a thing that is there.
        ordered: Whether it begins as an instruction.
        named: Whether it is of a thing that is delivered.
        about: Whether it tells what the thing is about.
        head: Whether the words that name the thing go on.
        verb: The last word for what is done with it, if there is one.
    """

    definite: bool
    ordered: bool
    named: bool = False
    about: bool = False
    head: bool = True
    verb: str = ""

    def of_one_thing(self, words: Words, known: "StatementWords", place: int) -> int | None:
        """Step over what still names the thing: "draft of the guide", "rapport d'évaluation"."""
        if not (self.named and self.head):
            return None
        joint = known.of.match(words, place)
        if joint and _is_named(words, known, joint[1]):
            return joint[1] + 1
        if words.at(place) not in known.kinds:
            return None
        kind = place + 1 + (words.at(place + 1) == "'")
        plain = words.language.articles.match(words, kind) is None
        return kind + 1 if plain and words.at(kind).isalpha() else None

    def take(self, words: Words, known: "StatementWords", place: int) -> int | None:
        """Take in a word; give the place after it, or None where it makes another sentence."""
        word = words.at(place)
        if word in known.participles or word in known.perhaps:
            self.verb, self.head = word, False
        elif self._is_no_statement(words, known, place):
            return None
        elif word in known.subjects:
            self.about, self.head = True, False
        elif word in words.language.prepositions:
            self.head = False
        elif self.head and _is_named(words, known, place):
            self.named = True
        return place + 1

    def _is_no_statement(self, words: Words, known: "StatementWords", place: int) -> bool:
        """Whether a word belongs to a sentence, or tells which things are meant."""
        word, language = words.at(place), words.language
        duty = word in language.duties and word not in language.prepositions
        if word in language.past or (duty and not self.head):
            return True
        if word in known.clauses:
            return not (self.named and word in known.subjects)
        another_time = len(word) == _YEAR_FIGURES and word.isdecimal()
        # "reports received before"
        which = self.named and len(word) > _SHORT and bool(known.endings)
        return another_time or (which and word.endswith(known.endings))


@functools.cache
def _known(code: str) -> "StatementWords":
    # Late: to make the tables takes longer than to import the rest of this package.
    from customs_coop.deadline.vocabulary.statements import STATEMENTS

    return STATEMENTS[code]


def _start(words: Words, index: int) -> int | None:
    """Where the statement begins that goes on at a place; None where that is too far back."""
    for place in range(index, max(-1, index - _LONGEST - 1), -1):
        # A full stop within "p.m." or a date ends nothing.
        ended = words.at(place - 1) in _ENDS and not words.glued(place - 1, place)
        if words.broken(place) or ended:
            # What is said to be done, as in "Completed: report in 2005", is over.
            done = words.at(place - 1) == ":" and words.at(place - 2) in words.language.done
            return None if done and not words.broken(place) else place
    return None


def _after_marks(words: Words, place: int) -> int:
    """The place after the mark of an item: "-", "(1)"."""
    while words.at(place) in _MARKS:
        place += 1
    return skip_item(words, place)


def _is_named(words: Words, known: "StatementWords", place: int) -> bool:
    word = words.at(place)
    if word in known.nouns:
        return True
    # "Abschlussbericht"
    return known.compounds and any(word.endswith(noun) for noun in known.nouns)


def _read(words: Words, known: "StatementWords", index: int) -> _Statement | None:
    """Read what stands before a time; None where it is no such statement."""
    start = _start(words, index)
    if start is None or words.at(index - 1) in words.language.negations:
        return None
    language = words.language
    first = _after_marks(words, start)
    place = language.articles.skip(words, first)
    definite = place > first
    place += words.at(place) in language.numbers and not words.at(place).isdecimal()
    said = _Statement(definite=definite, ordered=words.at(place) in known.verbs)
    while place < index:
        after = said.of_one_thing(words, known, place) or said.take(words, known, place)
        if after is None:
            return None
        place = after
    return said


def _ends_here(words: Words, place: int) -> bool:
    """Whether the statement is over at a place, at the end of a line at the latest."""
    if words.broken(place) or words.at(place) in _CLOSING or words.at(place) in _OPEN:
        return True
    return (
        words.capital(place) and "\n" in words.source[words.ends[place - 1] : words.starts[place]]
    )


def _cites(words: Words, place: int) -> bool:
    """Whether a document stands behind a time, which makes it the time of the document."""
    first = place + (words.at(place) in _OPEN)
    return words.at(first).isdecimal() or words.at(first) in words.language.numbered


def read_delivery(words: Words, index: int) -> Found | None:
    """Read the time at the end of a statement of what is to be delivered.

    Args:
        words: The text.
        index: The place of the first word of the time, such as "before" or "in".

    Returns:
        The deadline and the place after it, or None.
    """
    language = words.language
    known = _known(language.code)
    before = language.before.match(words, index)
    due = known.due.match(words, index)
    stretch, day = known.stretches.match(words, index), known.days.match(words, index)
    if not (before or due or stretch or day):
        return None
    found = read_deadline(words, index)
    if found is None or not isinstance(found[0], By | During) or found[0].latest is None:
        return None
    said = _read(words, known, index)
    if said is None or not (said.named or (said.ordered and before)):
        return None
    after = found[1]
    behind = words.at(after) if words.at(after) in {*known.participles, *known.perhaps} else ""
    verb = behind or said.verb
    rest = after + bool(behind)
    if before or due:
        fits = _is_last_day(words, index, rest, said)
        return found if fits and (before or _is_due(words, due, said)) else None
    if not _ends_here(words, rest) or _cites(words, rest) or said.about or said.definite:
        return None
    return found if _is_plain(words, stretch, day, verb, known) else None


def _is_last_day(words: Words, index: int, after: int, said: _Statement) -> bool:
    language = words.language
    # "Report on seizures before 2005" tells of the seizures.
    bare = language.before.match(words, index)
    year = bare is not None and words.number(bare[1]) is not None and after == bare[1] + 1
    if year and said.about:
        return False
    following = words.at(after)
    return _ends_here(words, after) or (
        following in language.goes_on or following in language.joined.firsts
    )


def _is_due(words: Words, due: tuple[bool, int] | None, said: _Statement) -> bool:
    """Whether a last day follows: "pour juin 2019", not "pour 2019", which may be the subject."""
    if due is None or said.about or said.verb in words.language.past:
        return False
    moment = read_moment(words, words.language.articles.skip(words, due[1]))
    if moment is None:
        return False
    return moment[0].part == "end" or moment[0].grain in {Grain.DAY, Grain.MONTH}


def _is_plain(
    words: Words,
    stretch: tuple[bool, int] | None,
    day: tuple[bool, int] | None,
    verb: str,
    known: "StatementWords",
) -> bool:
    """Whether a time at which something is due is no time at which it was done."""
    articles = words.language.articles
    if stretch and read_end(words, articles.skip(words, stretch[1])):
        return False
    at = stretch or day
    moment = read_moment(words, articles.skip(words, at[1])) if at else None
    if moment is None:
        return not verb and stretch is not None  # a range: "during 2008-2009"
    if (day if moment[0].grain is Grain.DAY else stretch) is None:
        return False  # "Report on June 2009"
    # "presented in the second half of 2009" is an aim; "presented on 12 May 2009" may be history.
    part = moment[0].grain in {Grain.PART, Grain.SEASON} or moment[0].part == "end"
    return not verb or (part and verb in known.participles)


def read_bracketed(words: Words, index: int) -> Found | None:
    """Read the time in brackets behind a stage of what is delivered: "Interim report (June 2020)".

    It could also be the day of a thing that is there, so the deadline names a convention; a thing
    that is no stage of several ("Report (June 2020)") is more often one that is there.

    Args:
        words: The text.
        index: The place of the bracket.

    Returns:
        The deadline with the convention "bracketed" and the place after it, or None.
    """
    moment = read_moment(words, index + 1) if words.at(index) == "(" else None
    if moment is None or moment[0].year is None or moment[0].convention:
        return None
    if moment[0].grain not in {Grain.DAY, Grain.MONTH, Grain.PART} and moment[0].part is None:
        return None
    found = read_deadline(words, index + 1)
    if found is None or not isinstance(found[0], By | During) or found[1] != moment[1]:
        return None
    # The bracket at the end of a text may be cut off already.
    closed = words.at(found[1]) == ")"
    after = found[1] + closed
    language = words.language
    ended = words.broken(after) or words.at(after) in _CLOSING
    ended = ended or language.joined.match(words, after) is not None
    if not (closed or after == len(words)) or not ended or not _is_stage(words, index):
        return None
    return evolve(found[0], text=words.text(index + 1, found[1]), convention="bracketed"), after


def _is_stage(words: Words, index: int) -> bool:
    """Whether a clause up to a place is the name of one stage of a delivery: "final report"."""
    known = _known(words.language.code)
    named = stage = False
    for place in range(index - 1, max(-1, index - 2 - _LONGEST_STAGE), -1):
        word = words.at(place)
        if word in known.stages or words.language.ordinals.get(word):
            stage = True
        elif _is_named(words, known, place):
            stage |= known.compounds and word.startswith(known.first_parts)
            named = True
        elif word != "-":
            return _opens(words, place + 1) and named and stage
        if words.broken(place):
            return named and stage
    return False


def _opens(words: Words, place: int) -> bool:
    """Whether a clause begins at a place, behind a sign or "and"."""
    before = words.at(place - 1)
    return before in _OPENERS or words.language.joined.match(words, place - 1) is not None


def follows_its_noun(words: Words, index: int, after: int) -> bool:
    """Say whether an adjective of rhythm stands behind its noun: "Mises à jour annuelles".

    Args:
        words: The text.
        index: The place of the adjective.
        after: The place after it.

    Returns:
        True where the noun is one of what is delivered or held, and opens the statement.
    """
    language = words.language
    inside = _known(language.code).inside
    start = _start(words, index)
    first = index if start is None else _after_marks(words, start)
    if not inside or not 0 < index - first <= _LONGEST_RHYTHMIC:
        return False
    if words.at(first) not in language.reports:
        return False
    for place in range(first + 1, index):
        kind = words.at(place - 1) in {"d", "de", "'"} and words.at(place).isalpha()
        if not (kind or words.at(place) in inside or words.at(place) in language.reports):
            return False
    following = words.at(after)
    return following not in language.past and not following.isdecimal()
