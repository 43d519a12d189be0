"""The colours of cells, which only help: what they stand for is said in words, too."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from customs_coop.exporters.ledger.sheets import Tone

__all__ = ["GROUNDS"]

GROUNDS: Final[Mapping[Tone, str]] = MappingProxyType(
    {
        "": "",
        "good": "D9EFD9",
        "plain": "E3ECF8",
        "warn": "FFF3CD",
        "bad": "F8D7D3",
        "clash": "E9D8F5",
        "none": "ECECEC",
    }
)
"""The grounds, as six hexadecimal figures; black letters on them have a contrast above 12."""
