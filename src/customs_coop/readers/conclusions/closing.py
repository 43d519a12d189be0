"""The sentence behind a list that asks for reports on all of its actions."""

import re

__all__ = ["is_on_all"]

_B = r"\s{1,3}"
_ITEMS = (
    r"(?:items?|points?|actions?|measures?|activit(?:y|ies)|recommendations?|tasks?|steps?"
    r"|initiatives?|commitments?|conclusions?|matters?)"
)
# What comes then is to whom or when: "in June", and not "in the ports".
_BEHIND = (
    r"(?=\s{0,3}(?:[.,;]|\Z)|\s{1,3}(?:to|by|before|until|every|each|once|twice|annually|yearly|quarterly"
    r"|regularly|no\s{1,3}later|not\s{1,3}later|at\s{1,3}(?:least|the\s{1,3}(?:next|latest))"
    r"|within\s{1,3}(?:[0-9]{1,3}|an?|one|two|three|four|six)|in\s{1,3}(?:[0-9]{1,4}|(?-i:[A-Z])[a-z]{2,9}))\b)"
)
_OF_THOSE = re.compile(
    rf"\bthe{_B}(?:above|aforementioned)\b|\babove-?mentioned\b"
    rf"|\b{_ITEMS}{_B}(?:[a-z]{{2,12}}{_B}){{0,2}}above\b"
    rf"|\b(?:these|those|all{_B}(?:of{_B})?the){_B}(?:[a-z-]{{2,15}}{_B}){{0,2}}?{_ITEMS}\b"
    rf"|\bon{_B}(?:all{_B}(?:of{_B})?|each{_B}of{_B})?(?:these|those){_BEHIND}"
    rf"|\b(?:each|all|every){_B}(?:one{_B})?of{_B}(?:these|those|them)\b",
    re.IGNORECASE,
)
_PROGRESS = re.compile(
    rf"\bon{_B}(?:(?:the|its|their|any){_B})?progress(?:{_B}(?:made|achieved|so{_B}far)){{0,2}}{_BEHIND}",
    re.IGNORECASE,
)
# "Report to the next meeting", and nothing about what.
_TO_THE_NEXT = re.compile(
    rf"\breport(?:{_B}back)?{_B}(?:to|at){_B}(?:the|its|their){_B}next{_B}[a-z]", re.IGNORECASE
)
_MATTER = re.compile(
    rf"\b(?:on|about|concerning|regarding|how|what|whether){_B}(?!(?:the{_B})?[0-9])", re.IGNORECASE
)


def is_on_all(text: str, *, behind_list: bool = False) -> bool:
    """Whether an agreement to report is on the items above it, and not on a matter of its own.

    Args:
        text: The agreement.
        behind_list: Whether it stands directly behind the list, so that "on progress made" is
            the progress of its items.

    Example:
        >>> is_on_all("Agreed that each team should report on the above items.")
        True
        >>> is_on_all("Agreed that each team should report on kites.")
        False
    """
    if _OF_THOSE.search(text) or (behind_list and _PROGRESS.search(text)):
        return True
    match = _TO_THE_NEXT.search(text)
    return match is not None and _MATTER.search(text, match.end()) is None
