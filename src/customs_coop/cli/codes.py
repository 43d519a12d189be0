"""What `customs-coop explain CC122` tells: the entry of the catalogue behind a finding."""

import json
import re
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from customs_coop.diagnostics.catalogue import Entry

__all__ = ["entry_as_json", "entry_as_text", "entry_of"]

_WIDEST = 100
_CODE = re.compile(r"CC[0-9]{3}", re.IGNORECASE)


def entry_of(text: str) -> "Entry | None":
    """The entry of a code; None where the text is no code that a finding may bear.

    Example:
        >>> entry_of(" cc122 ").title, entry_of("1234/05")
        ('plan without a period', None)
    """
    from customs_coop.diagnostics.catalogue import CATALOGUE

    code = text.strip()
    return CATALOGUE.get(code.upper()) if _CODE.fullmatch(code) else None


def entry_as_text(entry: "Entry") -> str:
    """An entry for people: code, severity and title, then its meaning and the way out."""
    told = (entry.meaning, f"What to do: {entry.remedy}")
    parts = (textwrap.fill(part, _WIDEST, break_long_words=False) for part in told)
    return "\n".join((f"{entry.code}: {entry.severity.value}: {entry.title}", *parts))


def entry_as_json(entry: "Entry") -> str:
    """An entry as a JSON object with the same texts."""
    held = {
        "code": entry.code,
        "severity": entry.severity.value,
        "title": entry.title,
        "meaning": entry.meaning,
        "remedy": entry.remedy,
    }
    return json.dumps(held, indent=1, ensure_ascii=False) + "\n"
