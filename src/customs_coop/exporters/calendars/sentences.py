"""The sentence of a text in which the words of a deadline stand."""

import re
from typing import Final

__all__ = ["sentence_with"]

# A number or a small letter behind a point goes on with a sentence, as in "Art. 16".
_END: Final = re.compile(r"[.?!]\s(?=[^\W\d_]|[“\"«„(])")
_LONGEST: Final = 600  # characters; what is longer is no sentence that anybody reads in a calendar


def sentence_with(text: str, words: str) -> str:
    """Find the sentence that has some words.

    Args:
        text: The text.
        words: The words.

    Returns:
        The first such sentence in one line; empty where there is none, or where it is too long, or
        says nothing but the words.

    Example:
        >>> text = "Meet often (Art. 16 of it). The group reports once a year. Then it rests."
        >>> sentence_with(text, "once a year")
        'The group reports once a year.'
    """
    line, sought = " ".join(text.split()), " ".join(words.split())
    at = line.casefold().find(sought.casefold()) if sought else -1
    if at < 0:
        return ""
    start, end = 0, len(line)
    for match in _END.finditer(line):
        if not line[match.end()].isupper() and line[match.end()].isalpha():
            continue
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at + len(sought) - 1:
            end = match.start() + 1
            break
    found = line[start:end].strip()
    says_more = len(found) > len(sought) + 1
    return found if says_more and len(found) <= _LONGEST else ""
