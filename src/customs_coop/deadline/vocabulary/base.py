"""What a vocabulary holds."""

import functools
from collections.abc import Iterator, Mapping

import attrs
from attrs import field, frozen

from customs_coop.deadline.phrases import Phrases, phrase_set, word_set
from customs_coop.deadline.times import WEEK_CODES

__all__ = ["Vocabulary"]


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@frozen(kw_only=True, eq=False, repr=False)
class Vocabulary:
    """The words of one language, in lower case.

    Sets of phrases are given as one text with "|" between the phrases and blanks between words
    and signs, sets of words as one text with blanks.

    Args:
        code: The language, in ISO 639-1.
        telling: Common words that tell the language, beside all those below.
        month_names: The twelve names, as they are written.
        months_have_capitals: Whether a small letter makes another word of them ("may").
        months: Names and short forms in lower case, to the number of the month.
        weekdays: Names of days that may stand before a date.
        numbers: Number words, to their value.
        ordinals: Ordinal words, to their value; 0 for "last".
        ordinal_endings: What follows the figure of an ordinal.
        units: Units of time, to an ISO 8601 designator and how many of it: ("M", 3).
        presidency: The words for a Presidency as a unit of time.
        quarters: Words for the quarter of a year.
        halves: Words for its half.
        codes: Letters of "Q3" and "H2", to the months of the part.
        parts: Words before a time, to "early", "mid", "late", "start" or "end".
        weeks: Words before the number of a week.
        seasons: The seasons, to 1 for spring and so on.
        holidays: Other times of the year without a date of their own.
        year_words: Words that may stand before a year.
        about: Words that make a time approximate.
        by: Words before a last day; in prose, too, they mark a deadline.
        until: Words before a last day that in prose mark none.
        at_the_latest: The same words where they stand after the time.
        before: Words before a day that is itself too late.
        after: Words after which a time begins on the next day.
        since: Words before a first day without an end.
        starting: Those of `since` that may stand before the first round of a rhythm.
        onwards: Words after a first day without an end.
        first_round: Words before the time of the first round of a rhythm.
        valid: Words behind a rhythm whose own last day may follow: "permits valid until June".
        during: Words before a stretch of time.
        throughout: Those of `during` that may stand before what lasts: "during the project".
        on: Words before a single day.
        to: Words between the ends of a range.
        either: Words between two times of which one is meant.
        between: Words that open a range that has `joined` inside.
        joined: Words between the ends of such a range.
        opened: Words that may open a range that has `to` inside.
        within: Words before a length of time in which to act.
        of_anchor: Words between a length of time and the event that it runs from.
        before_anchor: Words between a length of time and the event that it runs up to.
        at_least: Words before a minimum.
        awaiting: Words before an event without which nothing can begin.
        articles: Words that carry no meaning here.
        linking: Words between the parts of a date.
        every: Words before a unit that recurs.
        rates: Those of `every` that in prose give a rate: "cases per year".
        alternate: Words that double the unit after `every`.
        counts: Words for "n times", to n.
        times: The word after a number in "n times".
        per: Words between "n times" and a unit.
        rhythms: Adverbs and adjectives, to a unit designator and how many of it.
        adverbs: Those of `rhythms` that are never adjectives.
        adjectives: Those of `rhythms` that are never adverbs.
        rhythmic: Endings such as "six monthly", to a unit designator.
        basis: Frames around a rhythm, as (before, after).
        ongoing: Words for what never ends or has no set rhythm.
        occasions: Events that recur: "each meeting".
        upcoming: Words that mark an event still to come.
        lasting: What has an end that can be named: "by the end of the project".
        labels: Words that announce a deadline.
        loose_labels: Words that announce a time or something else, with a capital and a colon.
        label_qualifiers: Words that may stand before a label.
        label_signs: Signs and words between a label and its time.
        label_joints: Words that join a label and what it is for: "deadline for comments".
        to_be: Words that, before a verb, say that something is still to be done.
        duties: Words after which a statement is an instruction.
        past: Words after which a statement is history.
        past_behind: The same where they stand after the time.
        verbs_last: Whether a verb stands after its time: "soll im Juni vorgelegt werden".
        done: Words that, at the start of a sentence, make it history.
        reports: Nouns after a rhythm at the start of a sentence: "Monthly updates".
        prepositions: Words after which, behind a rhythm, no noun follows that it could describe.
        unknown: Words for a time that is still to be set.
        provisional: Words for a time that is named but not settled: "(tbc)".
        unconfirmed: The same where more may follow: "(to be confirmed by the group)".
        negations: Words before a time that deny it: "not by June".
        limits: Words around a rhythm that make it a maximum, or deny it.
        not_events: What, after "once", counts and names no event: "once only".
        superseded: Words before a time that no longer holds: "previously".
        replaced: Words before a time that takes the place of the one before: "extended to".
        renewed: The same without a verb: "now".
        later: Words before a second time that may take the place of the first: "later".
        moved_to: Words between `replaced` and a new time: "extended to June".
        longer_by: Words between `replaced` and a length of time: "extended by six months".
        auxiliaries: What may stand before `replaced`: "has been".
        act_joints: Words between an act and its day: "the Decision of 12 May 2009".
        not_acts: Words whose "of" has the time itself after it: "the deadline of".
        numbered: Words before a number that is no date: "Regulation 12/2006".
    """

    code: str
    telling: frozenset[str] = field(converter=word_set)
    month_names: tuple[str, ...] = field(converter=_names)
    months_have_capitals: bool
    months: Mapping[str, int]
    weekdays: frozenset[str] = field(converter=word_set)
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_endings: frozenset[str] = field(converter=word_set)
    units: Phrases[tuple[str, int]]
    presidency: frozenset[str] = field(converter=word_set)
    quarters: Phrases[bool] = field(converter=phrase_set)
    halves: Phrases[bool] = field(converter=phrase_set)
    codes: Mapping[str, int]
    parts: Phrases[str]
    weeks: Phrases[bool] = field(converter=phrase_set)
    seasons: Mapping[str, int]
    holidays: frozenset[str] = field(converter=word_set)
    year_words: Phrases[bool] = field(converter=phrase_set)
    about: Phrases[bool] = field(converter=phrase_set)
    by: Phrases[bool] = field(converter=phrase_set)
    until: Phrases[bool] = field(converter=phrase_set)
    at_the_latest: Phrases[bool] = field(converter=phrase_set)
    before: Phrases[bool] = field(converter=phrase_set)
    after: Phrases[bool] = field(converter=phrase_set)
    since: Phrases[bool] = field(converter=phrase_set)
    starting: Phrases[bool] = field(converter=phrase_set)
    onwards: Phrases[bool] = field(converter=phrase_set)
    first_round: Phrases[bool] = field(converter=phrase_set)
    valid: frozenset[str] = field(converter=word_set)
    during: Phrases[bool] = field(converter=phrase_set)
    throughout: Phrases[bool] = field(converter=phrase_set)
    on: Phrases[bool] = field(converter=phrase_set)
    to: Phrases[bool] = field(converter=phrase_set)
    either: Phrases[bool] = field(converter=phrase_set)
    between: Phrases[bool] = field(converter=phrase_set)
    joined: Phrases[bool] = field(converter=phrase_set)
    opened: Phrases[bool] = field(converter=phrase_set)
    within: Phrases[bool] = field(converter=phrase_set)
    of_anchor: Phrases[bool] = field(converter=phrase_set)
    before_anchor: Phrases[bool] = field(converter=phrase_set)
    at_least: Phrases[bool] = field(converter=phrase_set)
    awaiting: Phrases[bool] = field(converter=phrase_set)
    articles: Phrases[bool] = field(converter=phrase_set)
    linking: Phrases[bool] = field(converter=phrase_set)
    every: Phrases[bool] = field(converter=phrase_set)
    rates: frozenset[str] = field(converter=word_set)
    alternate: Phrases[bool] = field(converter=phrase_set)
    counts: Phrases[int]
    times: Phrases[bool] = field(converter=phrase_set)
    per: Phrases[bool] = field(converter=phrase_set)
    rhythms: Phrases[tuple[str, int]]
    adverbs: frozenset[str] = field(converter=word_set)
    adjectives: frozenset[str] = field(converter=word_set)
    rhythmic: Mapping[str, str]
    basis: tuple[tuple[Phrases[bool], str], ...]
    ongoing: Phrases[bool] = field(converter=phrase_set)
    occasions: frozenset[str] = field(converter=word_set)
    upcoming: frozenset[str] = field(converter=word_set)
    lasting: frozenset[str] = field(converter=word_set)
    labels: Phrases[bool] = field(converter=phrase_set)
    loose_labels: Phrases[bool] = field(converter=phrase_set)
    label_qualifiers: frozenset[str] = field(converter=word_set)
    label_signs: Phrases[bool] = field(converter=phrase_set)
    label_joints: frozenset[str] = field(converter=word_set)
    to_be: Phrases[bool] = field(converter=phrase_set)
    duties: frozenset[str] = field(converter=word_set)
    past: frozenset[str] = field(converter=word_set)
    past_behind: frozenset[str] = field(converter=word_set)
    verbs_last: bool
    done: frozenset[str] = field(converter=word_set)
    reports: frozenset[str] = field(converter=word_set)
    prepositions: frozenset[str] = field(converter=word_set)
    unknown: Phrases[bool] = field(converter=phrase_set)
    provisional: Phrases[bool] = field(converter=phrase_set)
    unconfirmed: Phrases[bool] = field(converter=phrase_set)
    negations: frozenset[str] = field(converter=word_set)
    limits: Phrases[bool] = field(converter=phrase_set)
    not_events: frozenset[str] = field(converter=word_set)
    superseded: Phrases[bool] = field(converter=phrase_set)
    replaced: Phrases[bool] = field(converter=phrase_set)
    renewed: Phrases[bool] = field(converter=phrase_set)
    later: Phrases[bool] = field(converter=phrase_set)
    moved_to: Phrases[bool] = field(converter=phrase_set)
    longer_by: Phrases[bool] = field(converter=phrase_set)
    auxiliaries: frozenset[str] = field(converter=word_set)
    act_joints: frozenset[str] = field(converter=word_set)
    not_acts: frozenset[str] = field(converter=word_set)
    numbered: frozenset[str] = field(converter=word_set)

    @functools.cached_property
    def by_or_until(self) -> Phrases[bool]:
        """Words before a last day, in a text that is known to be a deadline."""
        return Phrases({**self.by.meanings, **self.until.meanings})

    @functools.cached_property
    def during_or_on(self) -> Phrases[bool]:
        """Words before a time that in prose need a duty before them."""
        return Phrases({**self.during.meanings, **self.on.meanings, **self.before.meanings})

    @functools.cached_property
    def goes_on(self) -> frozenset[str]:
        """Words after a time with which a sentence goes on, and no noun."""
        return self.prepositions | self.duties

    @functools.cached_property
    def moment_firsts(self) -> frozenset[str]:
        """Words with which a time can begin, apart from figures and Presidencies."""
        return frozenset(
            {
                *(*self.months, *self.ordinals, *self.seasons, *self.weekdays, *self.codes),
                *(*self.presidency, *self.parts.firsts, *self.year_words.firsts),
                *(*self.quarters.firsts, *self.halves.firsts),
                *("i", "ii", "iii", "iv", *WEEK_CODES, *self.weeks.firsts),
            }
        )

    @functools.cached_property
    def rhythm_firsts(self) -> frozenset[str]:
        """Words with which a rhythm can begin, apart from figures."""
        return frozenset(self.numbers).union(
            *(self.at_least.firsts, self.counts.firsts, self.every.firsts, self.rhythms.firsts),
            *(self.ongoing.firsts, *(before.firsts for before, _ in self.basis)),
        )

    @functools.cached_property
    def label_firsts(self) -> frozenset[str]:
        """Words with which a label can begin."""
        return self.labels.firsts | self.loose_labels.firsts | self.label_qualifiers

    @functools.cached_property
    def starters(self) -> frozenset[str]:
        """Words with which a mention in prose can begin, apart from figures."""
        return self.rhythm_firsts.union(
            *(self.label_firsts, self.by.firsts, self.within.firsts, self.before.firsts),
            *(self.during.firsts, self.on.firsts, self.between.firsts, self.opened.firsts),
            self.until.firsts,
        )

    @functools.cached_property
    def behind_bracket(self) -> frozenset[str]:
        """Words with which a mention in prose goes on that begins with a bracket."""
        openings = (
            *(self.labels, self.by, self.within, self.before, self.during, self.on, self.between),
            *(self.opened, self.at_least, self.every, self.ongoing),
            *(before for before, _ in self.basis),
        )
        behind = (phrases.behind("(") for phrases in openings)
        return self.counts.behind("(").union(self.rhythms.behind("("), *behind)

    @functools.cached_property
    def known(self) -> frozenset[str]:
        """All words of the language that stand anywhere in this vocabulary."""
        values = (getattr(self, one.name) for one in attrs.fields(Vocabulary))
        words = (word for value in values for word in _words_in(value) if word.isalpha())
        # A letter of an abbreviation tells nothing ("t.b.c."), that of a quarter does ("T2").
        return frozenset(word for word in words if len(word) > 1 or not word.isascii()).union(
            self.codes
        )


def _words_in(value: object) -> Iterator[str]:
    """The single words of a field, whatever its shape."""
    if isinstance(value, Phrases):
        yield from value.words
    elif isinstance(value, frozenset | Mapping):
        yield from value
    elif isinstance(value, tuple):
        for one in value:
            yield from (one.lower(),) if isinstance(one, str) else _words_in(one)
