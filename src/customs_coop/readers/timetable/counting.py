"""How the codes of the items of a timetable count: their form, and which one comes next."""

import re

from customs_coop.readers.base import Source
from customs_coop.readers.timetable.header import TimetableHeader, item_code, split_row

__all__ = ["code_form", "counts_on", "usual_form"]

_LATER = re.compile(r"[\s-]?(?:bis|ter|quater)\Z")  # what was put in behind a code
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def code_form(code: str) -> tuple[str, bool, int]:
    """Figures or letters, whether it begins with a capital, and how many points it has."""
    kind = "figures" if any(map(str.isdecimal, code)) else "letters"
    return kind, code[:1].isupper(), code.count(".")


def usual_form(source: Source, header: TimetableHeader) -> tuple[str, bool, int]:
    """The form that most codes have; the others number sections, or lists inside an item."""
    counted: dict[tuple[str, bool, int], int] = {}
    for line in source.lines[max(0, header.line) :]:
        found = (
            item_code(split_row(source, line, header.starts), header) if line.text.strip() else None
        )
        if found is not None:
            form = code_form(found[0])
            counted[form] = counted.get(form, 0) + 1
    return max(counted, key=lambda form: counted[form], default=("figures", False, 0))


def counts_on(before: str, code: str) -> bool:
    """Whether a code is the next one: "8" behind "7", "c" behind "b", "2.1" behind "1.4".

    Example:
        >>> counts_on("8", "8 bis"), counts_on("8 bis", "9"), counts_on("7", "8 bis")
        (True, True, False)
    """
    bare, before = _LATER.sub("", code), _LATER.sub("", before)
    if bare != code:
        return bare == before
    *above, last = re.findall(r"[0-9]+|[^0-9.]+", code) or [""]
    *above_before, last_before = re.findall(r"[0-9]+|[^0-9.]+", before) or [""]
    if last.isdecimal() and last_before.isdecimal():
        if above == above_before:
            return 0 < int(last) - int(last_before) <= 3
        return int(last) == 1
    if above != above_before:
        return False
    if len(last) == len(last_before) == 1 and ord(last) - ord(last_before) == 1:
        return True
    return _roman(last) == _roman(last_before) + 1 > 1


def _roman(text: str) -> int:
    """The value of a small Roman figure; a negative one for any other letters."""
    values = [_ROMAN.get(letter, -100) for letter in text.casefold()]
    return sum(
        -value if any(later > value for later in values[place + 1 :]) else value
        for place, value in enumerate(values)
    )
