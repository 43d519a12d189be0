"""States that a cell leaves out: "All MS except DK", "MS, sauf FR"."""

import re

from customs_coop.model.party import member_state, partner_country
from customs_coop.readers.parties.names import bare_name
from customs_coop.references.base import Pattern

__all__ = ["cut_exception", "find_exceptions"]

_EXCEPT = Pattern(
    r"(?<=\S)(?P<open>\s{0,3},?\s{0,3}\(\s{0,2}|,?\s{1,3})(?:with\s{1,3}the\s{1,3}exceptions?\s{1,3}of|with\s{1,3}the\s{1,3}exclusion"
    r"\s{1,3}of|except(?:ing)?(?:\s{1,3}(?:for|from))?|excluding|excl\.?|apart\s{1,3}from|but\s{1,3}(?:not|without)"
    r"|other\s{1,3}than|minus"
    r"|à\s{1,3}l['’](?:exception|exclusion)\s{1,3}(?:de\s{1,3}la|de\s{1,3}l['’]|de|du|des|d['’])|sauf|hormis|excepté"
    r"|au(?:ß|ss)er|ausgenommen|ohne|mit\s{1,3}Ausnahme\s{1,3}(?:von|der|des))\s{1,3}(?=\S)",
    re.IGNORECASE,
)
_NEXT = Pattern(
    r"(?:\s{0,3}(?:,\s{0,3}(?:(?:and|or|et|ou|und|oder)\s{1,3})?|/\s{0,3}|&\s{0,3})"
    r"|\s{1,3}(?:and|or|et|ou|und|oder)\s{1,3})?"
    r"(?P<name>[^,;/&()\n]{1,40}?)(?=\s{0,3}(?:[,;/&()\n]|\Z)|\s(?:and|or|et|ou|und|oder)\s)",
    re.IGNORECASE,
)
_END = re.compile(r"[,;)\n]|\Z")


def find_exceptions(text: str) -> tuple[tuple[int, int], ...]:
    """Where exceptions begin and end: behind the states that they list, else at a comma.

    Example:
        >>> text = "MS, except DK, IE and UK, COM"
        >>> [text[start:end] for start, end in find_exceptions(text)]
        [', except DK, IE and UK']
        >>> find_exceptions("Exceptions Group")
        ()
    """
    found: list[tuple[int, int]] = []
    for match in _EXCEPT.finditer(text):
        if found and match.start() < found[-1][1]:
            continue
        end = match.end()
        while (name := _NEXT.match(text, end)) is not None and _is_state(name["name"]):
            end = name.end()
        if end == match.end():
            last = _END.search(text, end)
            end = last.start() if last else len(text)
        if "(" in match["open"] and text[end:].lstrip().startswith(")"):
            end = text.index(")", end) + 1
        found.append((match.start(), end))
    return tuple(found)


def cut_exception(text: str) -> tuple[str, str]:
    """A piece of a cell without its exceptions, and the words of these; "" where it has none.

    Example:
        >>> cut_exception("All MS except DK")
        ('All MS', 'except DK')
    """
    found = find_exceptions(text)
    words = "; ".join(text[start:end].strip(" ,()") for start, end in found)
    for start, end in reversed(found):
        text = text[:start] + text[end:]
    return text.strip(), words


def _is_state(name: str) -> bool:
    bare = bare_name(name)
    return (member_state(bare) or partner_country(bare)) is not None
