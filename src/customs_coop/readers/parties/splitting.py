"""Where one name ends and the next begins: at "and", a slash, "in cooperation with"."""

import re
from collections.abc import Iterator

from customs_coop.readers.parties.names import is_group, is_person, is_unit, names_nobody
from customs_coop.readers.parties.relations import find_relations, standing_of, without_relation
from customs_coop.readers.parties.sections import without_brackets
from customs_coop.references.base import Pattern

__all__ = ["split_names"]

_CONNECTIVE = re.compile(
    r" ?[/+] ?| (?:and ?/ ?or|and|or|as well as|together with|plus|&"
    r"|et ?/ ?ou|et|ou|ainsi que|en coopération avec|und ?/ ?oder|und|oder|sowie) "
    r"|(?<=\)) (?=[A-Z])"
    # "BE-NL-LU"
    r"|(?-i:(?<=\b[A-Z]{2}) ?[-–—] ?(?=[A-Z]{2}\b))",
    re.IGNORECASE,
)
# The offices that are named by what, or whose, they are: "Ministry of", "Police of".
_OFFICE = (
    r"Ministr(?:y|ies)|Minist[eè]re|(?:Bundes)?[Mm]inisterium|Department|D[ée]partement"
    r"|Directorate(?:[- ]General)?|Direction(?: [Gg]énérale)?|Generaldirektion|Office|Agency|Agence"
    r"|Authority|Autorité|Administration|Inspectorate|Inspection|Service|Board|Bureau"
    r"|(?:General )?(?:Secretariat|Prosecutor)|Court|Chamber|Association|Port|Amt"
    r"|(?:Customs|Police|Border Guards?|Coast Guards?|Navy|Gendarmerie|Douanes?|Zoll|Polizei)"
    r"(?: (?:Administration|Authority|Service))?"
)
_OFFICE_OF = Pattern(
    rf"(?:the |l[ea] |die |das )?(?:[A-Z][a-z]{{2,14}} )?(?:{_OFFICE})"
    r" (?:of|for|in|de|des|du|der|für|d['’])(?: |(?<=['’]))"
)
# A body that ends with the word for its kind; "Customs and Excise Board" is one.
_OFFICE_NAME = Pattern(
    r"(?:[A-Z][\w’'-]{1,30} ){1,4}(?:Ministry|Department|Directorate|Office|Agency|Authority"
    r"|Administration|Inspectorate|Services?|Board|Bureau|Guards?|Police|Customs|Navy|Gendarmerie)"
    r"|[A-Z][a-zäöüß-]{2,30}(?:ministerium|behörde|verwaltung|polizei|amt)"
)
_DASHES = ("-", "–", "—")
_LONGEST_NAME = 160  # characters; the longest known name has half of that


def split_names(text: str) -> Iterator[tuple[str, bool]]:
    """Split at "and", "&", "/" and the like where both sides are names.

    Args:
        text: What stands between two commas.

    Yields:
        Each name, and whether an "or" beside it leaves open who is meant.

    Example:
        >>> list(split_names("CCWP and Europol"))
        [('CCWP', False), ('Europol', False)]
        >>> list(split_names("Police and Customs Group"))
        [('Police and Customs Group', False)]
        >>> [name for name, _ in split_names("Ministry of Nets and Ministry of Ports and Piers")]
        ['Ministry of Nets', 'Ministry of Ports and Piers']
        >>> [name for name, _ in split_names("FR in cooperation with BE-NL")]
        ['FR', 'in cooperation with BE', 'NL']
    """
    text = " ".join(text.split())
    hidden = without_brackets(text)
    start = 0
    for place in (*find_relations(hidden), len(text)):
        yield from _split_listed(text[start:place].strip(), hidden[start:place].strip())
        start = place


def _split_listed(text: str, hidden: str) -> Iterator[tuple[str, bool]]:
    start = end = 0  # of the name that is being read
    doubted = False
    for match in _CONNECTIVE.finditer(hidden):
        following = _CONNECTIVE.search(hidden, match.end())
        right = text[match.end() : following.start() if following else len(text)]
        end = match.start()
        if not text[start:end].strip() or not right.strip():
            continue
        # No name is so long; the cut keeps the work in proportion.
        if _are_two(text[start : min(end, start + _LONGEST_NAME + 1)], match[0], right):
            either = match[0].strip().lower().endswith(("or", "ou", "oder"))
            yield text[start:end].strip(), doubted or either
            doubted = either
            start = match.end()
    if text[start:].strip():
        yield text[start:].strip(), doubted


def _are_two(left: str, between: str, right: str) -> bool:
    left, right = (without_relation(side.strip()) for side in (left, right))
    sides = (left, right)
    certain = [standing_of(side.partition("(")[0]) is not None for side in sides]
    alike = [sure or side[:1].isupper() for side, sure in zip(sides, certain, strict=True)]
    if not between.strip():
        return certain[1]
    if between.strip() in _DASHES:
        return all(certain)
    if is_person(left) or is_person(right):
        return True
    if certain[0] and (between.strip() not in ("/", "+") or is_unit(right)):
        # "Europol and customs authorities": what follows a whole name is another one, but
        # "DG TAXUD/B2" is a unit of the first.
        return not (names_nobody(right) or is_unit(right))
    if between in (" / ", " + "):
        return all(alike)
    return all(alike) and (
        any(certain) or all(is_group(side) for side in sides) or _are_offices(left, right)
    )


def _are_offices(left: str, right: str) -> bool:
    """Whether two sides are each an office: "Ministry of Nets and Ministry of Ports"."""
    if _OFFICE_OF.match(left) and _OFFICE_OF.match(right):
        return True
    if not (_OFFICE_NAME.fullmatch(left) and _OFFICE_NAME.fullmatch(right)):
        return False
    # "Border and Coast Guard Agency" and "Maritime Police and Customs Service" are one body.
    first = (left.partition(" ")[0], right.partition(" ")[0])
    return " " not in left + right or first[0] == first[1]
