"""When an item of a timetable is due by its sentences, and whether it comes round or goes on."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from customs_coop.deadline import By, Deadline, Recurring, Undetermined, parse_deadline
from customs_coop.readers.mentions import prose_deadlines
from customs_coop.readers.obligations.duties import opening_time
from customs_coop.readers.text.sentences import split_sentences

__all__ = ["prose_times", "standing_words"]

_SHALL = r"\b(?:shall|should|must|will|(?:are|is)\s{1,3}to|to\s{1,3}be)\s{1,3}"
_RHYTHM = (
    r"regularly|on\s{1,3}a\s{1,3}regular\s{1,3}basis|at\s{1,3}regular\s{1,3}intervals"
    r"|continuously|permanently"
)
# "Shall be reviewed regularly by all"; a "regularly updated list" has no time of its own.
_REGULARLY = re.compile(
    rf"{_SHALL}(?:[a-z]{{2,12}}\s{{1,3}}){{0,2}}?(?P<first>regularly|continuously|permanently)\s{{1,3}}(?!(?:updated|held|used)\s{{1,3}}[a-z]{{3,}})[a-z]"
    rf"|{_SHALL}[^.;:]{{0,200}}?(?<!\bthe\s)(?<!\ba\s)\b(?P<last>{_RHYTHM})"
    r"(?=\s{1,3}(?:by|to|in|with|on|at|through|and|between|for)\b|\s{0,2}[.,;)]|\s{0,2}\Z)"
)
_KEPT = re.compile(
    rf"{_SHALL}[^.;:]{{0,200}}?\b(?:keep|kept|maintain(?:ed)?|remain|stay)\b[^.;:]{{0,80}}?"
    r"\b(?:up[\s-]to[\s-]date|under\s{1,3}(?:(?:constant|continuous|regular|permanent)\s{1,3})?review)\b"
)
# What runs now, and is to be attended, is done while it runs.
_RUNNING = re.compile(
    r"\b(?:is|are)\s{1,3}(?:jointly\s{1,3})?(?:running|organi[sz]ing|hosting|holding|preparing|planning|being\s{1,3}(?:held|run|organi[sz]ed)"
    r"|(?:to\s{1,3}be\s{1,3})?(?:held|run)|planned|scheduled|taking\s{1,3}place)\b"
)
_WHILE = re.compile(
    r"\b(?:during|throughout|in|from)\s{1,3}(?:(?:early|mid|late)[\s-])?(?:[A-Z][a-z]{2,8}\s{1,3})?[12][0-9]{3}"
    r"(?:\s?[-–/]\s?(?:[12][0-9])?[0-9]{2}|\s{1,3}to\s{1,3}(?:[A-Z][a-z]{2,8}\s{1,3})?[12][0-9]{3})?(?![0-9])"
)
_ATTENDED = re.compile(
    rf"{_SHALL}[^.;:]{{0,80}}?\b(?:attend|participate\s{{1,3}}in|take\s{{1,3}}part\s{{1,3}}in|be\s{{1,3}}represented\s{{1,3}}(?:at|in))\s{{1,3}}"
    r"(?:(?:this|that|the|these|those)\s{1,3}(?:[a-z]{2,20}\s{1,3}){0,3}?"
    r"(?:meetings?|seminars?|workshops?|conferences?|courses?|sessions?|exercises?|operations?|events?)|it|them)\b"
)
# "In 1998 the study should look at nets": the first subject of what comes round each year.
_FIRST = re.compile(
    r"(?:In|For|During)\s{1,3}(?:[A-Z][a-z]{2,8}\s{1,3})?[12][0-9]{3},?\s{1,3}(?:the|this|its)\s{1,3}(?:first\s{1,3})?(?P<noun>[a-z]{3,20})\s{1,3}"
    r"(?:shall|should|must|will)\b"
)


def prose_times(text: str, stated: Iterable[Deadline] = ()) -> tuple[Deadline, ...]:
    """The times that the sentences of an item set, without those that only repeat stated ones.

    To the deadlines of prose come the year with which a sentence of duty begins ("In 1998 the
    States shall"), "regularly" in such a sentence, and the time during which a meeting runs that
    is to be attended. A time with the same last day as a stated one says the same again.

    Args:
        text: The item.
        stated: The deadlines of the column of times.

    Returns:
        The times in their printed order.

    Example:
        >>> [time.text for time in prose_times("In 1998 all shall swim. They dive each year.")]
        ['In 1998', 'each year']
        >>> prose_times("In 1997, funds were granted. All shall report by May 1998.",
        ...             [parse_deadline("May 1998")])
        ()
        >>> [time.text for time in prose_times("Boats shall be counted regularly by all.")]
        ['regularly']
    """
    stated = tuple(stated)
    held = {time.latest for time in stated if time.latest is not None}
    rhythms = [time.recurrence for time in stated if isinstance(time, Recurring)]
    found: list[Deadline] = []
    sentences = split_sentences(text)
    for sentence, following in zip_longest(sentences, sentences[1:], fillvalue=""):
        for time in _times(sentence, following):
            if isinstance(time, Recurring) and time.recurrence in rhythms:
                continue
            if time.latest is None or time.latest not in held:
                found.append(time)
                held.update({time.latest} if isinstance(time, By) else ())
    return tuple(dict.fromkeys(found))


def standing_words(text: str, stated: Iterable[Deadline] = ()) -> str:
    """The words that show that a whole item comes round or goes on; empty where it ends.

    Its only times are recurrences, or, without any time, it is to keep something up to date. A
    first subject for a year does not end what is due every year.

    Args:
        text: The item.
        stated: The deadlines of the column of times.

    Example:
        >>> standing_words("All shall swim. They shall report each year.")
        'They shall report each year.'
        >>> standing_words("All shall keep the list up to date.")
        'All shall keep the list up to date.'
        >>> standing_words("All shall swim each year. They shall report by May 1998.")
        ''
    """
    stated = tuple(stated)
    words = [time.text for time in stated]
    if not all(isinstance(time, Recurring) for time in stated):
        return ""
    for sentence in split_sentences(text):
        times = prose_times(sentence)
        round_again = [time for time in times if isinstance(time, Recurring)]
        first = _FIRST.match(sentence)
        if len(round_again) < len(times):
            earlier = " ".join(words)
            if first is None or not re.search(rf"\b{first['noun']}\b", earlier):
                return ""
        elif round_again or _KEPT.search(sentence):
            words.append(sentence)
    return " ".join(dict.fromkeys(words))


def _times(sentence: str, following: str) -> Iterator[Deadline]:
    times = list(prose_deadlines(sentence))
    opening = opening_time(sentence)
    if opening is not None and opening not in times:
        times.insert(0, opening)
    if not times and (regular := _REGULARLY.search(sentence)):
        times.append(parse_deadline(regular["first"] or regular["last"]))
    elif not times and _RUNNING.search(sentence) and _ATTENDED.search(following):
        times += [parse_deadline(match[0]) for match in _WHILE.finditer(sentence)]
    return (time for time in times if not isinstance(time, Undetermined))
