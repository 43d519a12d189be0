"""How a sentence counts the actions or the work areas of a plan, as patterns."""

import functools
import re

import attrs

from customs_coop.formats.titles.cardinals import CARDINAL
from customs_coop.readers.document import revision_words as words

__all__ = ["Counts", "counts"]


@attrs.frozen
class Counts:
    """The patterns of counts, which are made when the first note is read.

    In each, "number" stands before "actions" or "areas".

    Args:
        says: A verb and what it counts; "present" where it is not in the past.
        also: A further count that is joined to the one before.
        listed: A count with a verb behind it, as in "In the plan, nine areas were listed".
        moved: "The number of actions fell from nine to six", in French and German with the
            prefixes "fr_" and "de_"; "tail" is what stands behind the things counted.
        rest: What may follow actions, so that all of them are meant.
        rest_of_areas: The same for work areas.
    """

    says: re.Pattern[str]
    also: re.Pattern[str]
    listed: re.Pattern[str]
    moved: re.Pattern[str]
    rest: re.Pattern[str]
    rest_of_areas: re.Pattern[str]


@functools.cache
def counts() -> Counts:
    """The patterns of the statements that count actions or work areas."""
    number = CARDINAL
    counted = (
        rf"(?P<number>{number})(?: {words.SINGLE}){{0,2}}"
        rf" (?:(?P<areas>{words.AREAS})|(?P<actions>{words.ACTIONS}))(?: {words.SINGLE}){{0,2}}"
    )
    total = rf"(?:{words.TOTAL} ){{0,2}}"
    also = (
        r"(?:,? (?:and|as well as|with|in|within|under|across|grouped (?:in|into|under)"
        r"|divided (?:in|into|among|over)|spread over|covering|comprising|containing"
        r"|et|ainsi que|dans|avec|en|réparties (?:en|dans|sur)|regroupées (?:en|dans)|relevant de"
        r"|und|sowie|mit|auf|aufgeteilt (?:in|auf)|verteilt auf)|,| \()"
    )
    rest = words.REST.replace("AREAS", words.AREAS)
    things = rf"(?:{words.SINGLE} ){{0,1}}(?:(?P<areas>{words.AREAS})|(?P<actions>{words.ACTIONS}))"
    numbers = rf"(?P<number>{number}) (?:to|à|auf) {number}"
    moved = (
        rf"the number of {things}(?P<tail>[^.;:]{{0,80}}?) (?:(?:has been|had been|was|is|has) )?"
        r"(?:(?:thus|therefore|also) )?(?:reduced|cut|brought down|lowered|increased|raised|fell"
        rf"|fallen|decreased|dropped|risen|rose|gone|went)(?: down| up)? from {numbers}"
        rf"|le nombre (?:d['’] ?|des |de ){things.replace('P<', 'P<fr_')}"
        r"(?P<fr_tail>[^.;:]{0,80}?)"
        r" (?:a(?: donc)? été|est) (?:ramené|réduit|porté|passé) de "
        rf"{numbers.replace('P<', 'P<fr_')}"
        rf"|die (?:An)?zahl der {things.replace('P<', 'P<de_')}(?P<de_tail>[^.;:]{{0,80}}?)"
        rf" (?:wurde|ist|hat sich|sank|stieg) von {numbers.replace('P<', 'P<de_')}"
    )
    flags = re.IGNORECASE
    return Counts(
        says=re.compile(
            rf"(?<!\w)(?:(?P<past>{words.PAST})|(?P<present>{words.PRESENT})) {total}{counted}",
            flags,
        ),
        also=re.compile(rf"{also} ?(?:{words.PAST} )?{total}{counted}", flags),
        listed=re.compile(
            rf"(?:(?:were|are|waren|sind|wurden) )?{total}{counted}"
            r" (?:(?:were|had been) (?:identified|listed|set out|included|contained|defined"
            r"|foreseen|envisaged|laid down)|(?:étaient|avaient été|ont été|furent) (?:défini"
            r"|recensé|prévu|énuméré|identifié|retenu)e?s|enthalten|aufgeführt|vorgesehen|festgelegt|genannt"
            r"|ermittelt)(?!\w)",
            flags,
        ),
        moved=re.compile(rf"(?<!\w)(?:{moved})(?!\w)", flags),
        rest=re.compile(rest, flags),
        rest_of_areas=re.compile(
            rf"{rest}| (?:for|in which|under which|within which|with|where|pour|dans lesquels"
            r"|in denen)(?!\w)",
            flags,
        ),
    )
