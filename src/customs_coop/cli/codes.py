"""What `customs-coop explain` tells of findings: what one code means, and which codes there are."""

import json
import re
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from customs_coop.diagnostics.catalogue import Entry

__all__ = [
    "entries_as_json",
    "entries_as_text",
    "entry_as_json",
    "entry_as_text",
    "entry_of",
    "unknown_code",
]

_WIDEST = 100
_CODE = re.compile(r"CC[0-9]{3}", re.IGNORECASE)
_LIKE_CODE = re.compile(r"CC-?(?P<number>[0-9]{1,5})", re.IGNORECASE)
_NEAR = 3


def entry_of(text: str) -> "Entry | None":
    """The entry of a code; None where the text is no code that a finding may bear.

    Example:
        >>> entry_of(" cc122 ").title, entry_of("1234/05")
        ('plan without a period', None)
    """
    from customs_coop.diagnostics.catalogue import CATALOGUE

    code = text.strip()
    return CATALOGUE.get(code.upper()) if _CODE.fullmatch(code) else None


def unknown_code(text: str) -> str | None:
    """What to say of a text that has the form of a code, and is none; None for any other text.

    Example:
        >>> unknown_code("CC100")
        'no finding has the code CC100; near it are CC101, CC102, CC103'
        >>> unknown_code("CC122"), unknown_code("1234/05")
        (None, None)
    """
    from customs_coop.diagnostics.catalogue import CATALOGUE

    code = text.strip()
    match = _LIKE_CODE.fullmatch(code)
    if match is None or code.upper() in CATALOGUE:
        return None
    number = int(match["number"])
    near = sorted(CATALOGUE, key=lambda known: (abs(int(known[2:]) - number), known))[:_NEAR]
    return f"no finding has the code {code.upper()}; near it are {', '.join(near)}"


def entries_as_text() -> str:
    """The code, the severity and the title of every finding, one a line."""
    from customs_coop.diagnostics.catalogue import ENTRIES

    return "\n".join(f"{one.code}  {one.severity.value:<8} {one.title}" for one in ENTRIES)


def entries_as_json() -> str:
    """Every entry, as a list of the objects that `entry_as_json` writes."""
    from customs_coop.diagnostics.catalogue import ENTRIES

    return json.dumps([_held(entry) for entry in ENTRIES], indent=1, ensure_ascii=False) + "\n"


def entry_as_text(entry: "Entry") -> str:
    """An entry for people: code, severity and title, then its meaning and the way out."""
    told = (entry.meaning, f"What to do: {entry.remedy}")
    parts = (textwrap.fill(part, _WIDEST, break_long_words=False) for part in told)
    return "\n".join((f"{entry.code}: {entry.severity.value}: {entry.title}", *parts))


def entry_as_json(entry: "Entry") -> str:
    """An entry as a JSON object with the same texts."""
    return json.dumps(_held(entry), indent=1, ensure_ascii=False) + "\n"


def _held(entry: "Entry") -> dict[str, str]:
    return {
        "code": entry.code,
        "severity": entry.severity.value,
        "title": entry.title,
        "meaning": entry.meaning,
        "remedy": entry.remedy,
    }
