"""The ways in which tracked changes of a file can be read."""

from typing import Literal, TypeAlias

__all__ = ["Changes"]

Changes: TypeAlias = Literal["accept", "reject", "both"]
"""How tracked changes are read: as if accepted, as if rejected, or both texts side by side."""
