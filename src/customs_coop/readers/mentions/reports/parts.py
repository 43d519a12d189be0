"""What is found on the way to a report: actions, the words before them, and documents."""

import re

import attrs

from customs_coop.model import Target

__all__ = ["Behind", "Cue", "Found", "Item"]


@attrs.frozen
class Item:
    """An action that a text names: where, what, and whether a list goes on with it."""

    start: int
    end: int
    target: Target
    words: str
    listed: bool = False


@attrs.frozen(kw_only=True)
class Cue:
    """The words before an action, where the text begins in which they are, and what they say.

    They are inferred where they name what the action brought, and no report.
    """

    match: re.Match[str]
    base: int
    inferred: bool


@attrs.frozen
class Found:
    """Documents of an action: where their words begin and end, and what they are called."""

    numbers: tuple[int, ...]
    start: int
    end: int
    title: str
    inferred: bool
    several: bool = False
    noun: str = ""


@attrs.frozen
class Behind:
    """Documents behind an action: where they end, and the noun that calls them a report.

    They are doubtful where a comma and a report follow, which may be of the last of them.
    """

    numbers: tuple[int, ...]
    end: int
    noun: str
    doubtful: bool
