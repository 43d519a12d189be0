"""The words that the grammar of deadlines knows, as data: one `Vocabulary` a language.

English is the only one so far. The grammar itself holds no word of any language.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import field, frozen

__all__ = ["ENGLISH", "Vocabulary"]


def _word_set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)


@frozen(kw_only=True)
class Vocabulary:
    """The words of one language. Phrases are in lower case, with spaces between words and signs.

    Args:
        month_names: The twelve names, as they are written.
        months: Names and short forms in lower case, to the number of the month.
        numbers: Number words, to their value.
        ordinals: Ordinal words, to their value.
        ordinal_endings: What follows the figure of an ordinal.
        units: Units of time, to an ISO 8601 designator and how many of it: ("M", 3).
        presidency: The words for a Presidency as a unit of time.
        quarters: Words for the quarter of a year.
        halves: Words for its half.
        parts: Words before a time, to "early", "mid", "late", "start" or "end".
        about: Words that make a time approximate.
        by: Words before a last day; in prose, too, they mark a deadline.
        until: Words before a last day that in prose mark none.
        at_the_latest: The same words where they stand after the time.
        before: Words before a day that is itself too late.
        after: Words after which a time begins on the next day.
        since: Words before a first day without an end.
        onwards: Words after a first day without an end.
        during: Words before a stretch of time.
        on: Words before a single day.
        to: Words between the ends of a range.
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
        labels: Words that announce a deadline.
        label_qualifiers: Words that may stand before a label.
        label_signs: Signs and words between a label and its time.
        to_be: Words that, before a verb, say that something is still to be done.
        duties: Words after which a statement is an instruction.
        past: Words after which a statement is history.
        done: Words that, at the start of a sentence, make it history.
        reports: Nouns after a rhythm at the start of a sentence: "Monthly updates".
        prepositions: Words after which, behind a rhythm, no noun follows that it could describe.
        unknown: Words for a time that is still to be set.
        seasons: Times of the year without fixed bounds.
        limits: Words around a rhythm that make it a maximum, or deny it.
        not_events: What, after "once", counts and names no event: "once only".
        superseded: Words before a time that no longer holds: "previously".
        replaced: Words before a time that takes the place of the one before: "extended to".
        renewed: The same without a verb: "now".
        auxiliaries: What may stand before `replaced`: "has been".
        act_joints: Words between an act and its day: "the Decision of 12 May 2009".
        not_acts: Words whose "of" has the time itself after it: "the deadline of".
        label_joints: Words that join a label and what it is for: "deadline for comments".
    """

    month_names: tuple[str, ...]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_endings: frozenset[str] = field(converter=_word_set)
    units: Mapping[str, tuple[str, int]]
    presidency: frozenset[str] = field(converter=_word_set)
    quarters: tuple[str, ...]
    halves: tuple[str, ...]
    parts: Mapping[str, str]
    about: tuple[str, ...]
    by: tuple[str, ...]
    until: tuple[str, ...]
    at_the_latest: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    since: tuple[str, ...]
    onwards: tuple[str, ...]
    during: tuple[str, ...]
    on: tuple[str, ...]
    to: tuple[str, ...]
    between: tuple[str, ...]
    joined: tuple[str, ...]
    opened: tuple[str, ...]
    within: tuple[str, ...]
    of_anchor: tuple[str, ...]
    before_anchor: tuple[str, ...]
    at_least: tuple[str, ...]
    awaiting: tuple[str, ...]
    articles: tuple[str, ...]
    linking: tuple[str, ...]
    every: tuple[str, ...]
    alternate: tuple[str, ...]
    counts: Mapping[str, int]
    times: tuple[str, ...]
    per: tuple[str, ...]
    rhythms: Mapping[str, tuple[str, int]]
    adverbs: frozenset[str] = field(converter=_word_set)
    adjectives: frozenset[str] = field(converter=_word_set)
    rhythmic: Mapping[str, str]
    basis: tuple[tuple[str, str], ...]
    ongoing: tuple[str, ...]
    occasions: frozenset[str] = field(converter=_word_set)
    upcoming: frozenset[str] = field(converter=_word_set)
    labels: tuple[str, ...]
    label_qualifiers: frozenset[str] = field(converter=_word_set)
    label_signs: tuple[str, ...]
    to_be: tuple[str, ...]
    duties: frozenset[str] = field(converter=_word_set)
    past: frozenset[str] = field(converter=_word_set)
    done: frozenset[str] = field(converter=_word_set)
    reports: frozenset[str] = field(converter=_word_set)
    prepositions: frozenset[str] = field(converter=_word_set)
    unknown: tuple[str, ...]
    seasons: frozenset[str] = field(converter=_word_set)
    limits: tuple[str, ...]
    not_events: frozenset[str] = field(converter=_word_set)
    superseded: tuple[str, ...]
    replaced: tuple[str, ...]
    renewed: tuple[str, ...]
    auxiliaries: frozenset[str] = field(converter=_word_set)
    act_joints: frozenset[str] = field(converter=_word_set)
    not_acts: frozenset[str] = field(converter=_word_set)
    label_joints: frozenset[str] = field(converter=_word_set)


_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)

ENGLISH: Final = Vocabulary(
    month_names=_MONTHS,
    months={
        **{name.lower(): number for number, name in enumerate(_MONTHS, 1)},
        **{name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)},
        "sept": 9,
    },
    numbers={
        **{word: value for value, word in enumerate(_NUMBERS, 1)},
        "a": 1,
        "an": 1,
        "twenty": 20,
        "thirty": 30,
        "sixty": 60,
        "ninety": 90,
    },
    ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0},
    ordinal_endings=("st", "nd", "rd", "th"),
    units={
        "day": ("D", 1),
        "days": ("D", 1),
        "week": ("W", 1),
        "weeks": ("W", 1),
        "fortnight": ("W", 2),
        "month": ("M", 1),
        "months": ("M", 1),
        "quarter": ("M", 3),
        "quarters": ("M", 3),
        "semester": ("M", 6),
        "semesters": ("M", 6),
        "half year": ("M", 6),
        "half - year": ("M", 6),
        "year": ("Y", 1),
        "years": ("Y", 1),
    },
    presidency=("presidency", "presidencies"),
    quarters=("quarter",),
    halves=("half year", "half - year", "half", "semester", "six months", "6 months"),
    parts={
        "early in": "early",
        "early": "early",
        "mid -": "mid",
        "mid": "mid",
        "middle of": "mid",
        "late in": "late",
        "late": "late",
        "beginning of": "start",
        "start of": "start",
        "end of": "end",
        "end -": "end",
        "end": "end",
    },
    about=("about", "around", "approximately", "approx .", "circa", "ca ."),
    by=(
        *("by", "by no later than", "by the latest", "no later than", "not later than"),
        *("at the latest by", "at the latest in", "at the latest on", "at the latest"),
        *("( at the latest )", "latest by", "on or before", "due by", "due on", "due in"),
        *("target date of", "target date :", "target date"),
    ),
    until=("until", "till", "up to", "up until", "latest", "due"),
    at_the_latest=("at the latest", "( at the latest )", ", at the latest", "latest"),
    before=("before", "prior to", "ahead of", "not later than before"),
    after=("after", "following"),
    since=("since", "from", "as from", "as of", "starting from", "starting in", "starting"),
    onwards=("onwards", "onward"),
    during=("during", "in", "under", "throughout", "within", "over", "in the course of"),
    on=("on", "at"),
    to=("to", "-", "–", "—", "‑", "until", "till", "through", "up to", "/"),
    between=("between",),
    joined=("and",),
    opened=("from", "during", "in", "for the period from", "for the period", "throughout"),
    within=(
        *("within", "within a period of", "within the next", "within the", "in the next"),
        "inside",
    ),
    of_anchor=("of", "from", "after", "following", "as from", "counting from"),
    before_anchor=("before", "prior to", "ahead of", "in advance of"),
    at_least=(
        *("at least", "at the latest", "at the very least", "no later than", "not later than"),
        *("not less than", "no less than", "a minimum of", "minimum"),
    ),
    awaiting=("await", "awaiting", "pending", "subject to", "depending on", "once", "following"),
    articles=("the",),
    linking=("of", "in", ","),
    every=("every", "each", "per"),
    alternate=("other", "second"),
    counts={"once": 1, "twice": 2, "thrice": 3},
    times=("times",),
    per=("a", "an", "per", "each", "every", "in each", "in every", "during each", "in a"),
    rhythms={
        "weekly": ("W", 1),
        "fortnightly": ("W", 2),
        "monthly": ("M", 1),
        "quarterly": ("M", 3),
        "half - yearly": ("M", 6),
        "half yearly": ("M", 6),
        "biannual": ("M", 6),
        "biannually": ("M", 6),
        "bi - annual": ("M", 6),
        "bi - annually": ("M", 6),
        "semi - annual": ("M", 6),
        "semi - annually": ("M", 6),
        "annual": ("Y", 1),
        "annually": ("Y", 1),
        "yearly": ("Y", 1),
        "per annum": ("Y", 1),
        "biennial": ("Y", 2),
        "biennially": ("Y", 2),
        "triennial": ("Y", 3),
    },
    adverbs=("annually", "biannually", "biennially"),
    adjectives=("annual", "biannual", "biennial", "triennial", "bi", "semi"),
    rhythmic={"weekly": "W", "monthly": "M", "yearly": "Y"},
    basis=(("on a", "basis"), ("on an", "basis"), ("at", "intervals")),
    ongoing=(
        *("ongoing", "on - going", "on going", "continuous", "continuously", "continuing"),
        *("regular", "regularly", "periodic", "periodically", "permanent", "permanently"),
        *("standing", "standing item", "rolling", "bimonthly", "bi - monthly"),
    ),
    occasions=(
        *("meeting", "conference", "plenary", "operation", "visit", "session", "exercise"),
        *("occasion", "plan", "summit", "event", "council"),
    ),
    upcoming=("next", "forthcoming", "coming", "following", "upcoming"),
    labels=(
        *("deadline", "deadlines", "time limit", "target date", "due date", "completion date"),
        *("timescale", "time scale", "timeframe", "time frame", "timing"),
    ),
    label_qualifiers=(
        *("report", "reporting", "final", "interim", "revised", "new", "overall", "target"),
        *("completion", "first", "second", "implementation", "provisional", "indicative"),
    ),
    label_signs=(":", "-", "–", "—", "is", "of", "=", "*", "_"),
    to_be=("to be", "shall be", "should be", "must be", "needs to be", "due to be", "has to be"),
    duties=(
        *("shall", "should", "must", "will", "to", "may", "can", "could", "would", "due"),
        *("needs", "need", "please"),
    ),
    past=(
        *("was", "were", "has", "have", "had", "been", "did", "met", "took", "held", "began"),
        *("ended", "already"),
    ),
    done=("completed", "complete", "done"),
    reports=(
        *("report", "reports", "reporting", "update", "updates", "review", "reviews", "meeting"),
        *("meetings", "monitoring", "evaluation", "evaluations", "assessment", "assessments"),
        *("statistics", "summary", "summaries", "overview", "exercise", "exercises", "check"),
        *("checks", "progress", "return", "returns", "survey", "surveys", "follow", "visit"),
        *("visits", "training", "newsletter", "bulletin", "data", "figures", "contribution"),
    ),
    prepositions=(
        *("to", "on", "in", "by", "at", "for", "from", "with", "until", "through", "during"),
        *("the", "as", "if", "and"),
    ),
    unknown=(
        *("tbc", "tbd", "tba", "t . b . c .", "n / a", "to be confirmed", "to be decided"),
        *("to be determined", "to be agreed", "to be announced", "to be specified", "open"),
        *("not yet known", "not yet fixed", "none", "as soon as possible", "asap", "urgently"),
        *("urgent", "in the near future", "in due course", "immediately", "sine die"),
    ),
    seasons=("spring", "summer", "autumn", "winter", "easter", "christmas"),
    limits=(
        *("at most", "at the most", "at the very most", "no more than", "not more than"),
        *("more than", "less than", "fewer than", "up to", "maximum", "a maximum of", "max ."),
        *("not exceeding", "not", "no longer", "never", "instead of", "rather than"),
    ),
    not_events=("only", "again", "more", "off", "or", "and", "yearly", "per"),
    superseded=(
        *("previously", "formerly", "originally", "initially", "was", "instead of"),
        *("rather than", "postponed from", "extended from", "moved from", "deferred from"),
        *("delayed from", "brought forward from", "changed from", "replaces", "replacing"),
        *("previous", "former", "original", "earlier", "old", "before :"),
        *("previous deadline", "former deadline", "original deadline", "initial deadline"),
        *("earlier deadline", "old deadline", "previous date", "original date"),
    ),
    replaced=(
        *("postponed", "extended", "prolonged", "deferred", "delayed", "moved", "put back"),
        *("put off", "rescheduled", "brought forward", "revised", "changed", "shifted"),
    ),
    renewed=("now", "new", "new deadline", "new date", "revised deadline", "revised date"),
    auxiliaries=(
        *("now", "then", "later", "since", "is", "was", "has", "been", "which", "but", "again"),
        *("further", "subsequently", "to", "be", "may", "will", "deadline", "and"),
    ),
    act_joints=("of", "dated"),
    not_acts=("deadline", "deadlines", "date", "limit", "term", "month", "quarter", "end"),
    label_joints=("for", "of", "to", "in", "on", "regarding", "concerning"),
)
