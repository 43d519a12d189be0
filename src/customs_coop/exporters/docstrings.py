"""What the docstring of an exporter says of its options."""

import inspect
import re

from customs_coop.references.base import Pattern

__all__ = ["argument_words"]

_ARGUMENT = Pattern(r"(?P<name>\w{1,60})(?: ?\([^()\n]{0,80}\))?:[ \t]{0,8}(?P<words>[^\n]{0,400})")


def argument_words(kind: type) -> dict[str, str]:
    """The sentences behind the names in the "Args:" part of a class and of those it inherits.

    Args:
        kind: A class with a docstring in the style of Google; another style gives nothing.

    Returns:
        The words by the name of the argument. A class speaks before those from which it inherits.

    Example:
        >>> class Titles:
        ...     \"\"\"Titles, one a line.
        ...
        ...     Args:
        ...         separator: What stands between a code
        ...             and a title.
        ...         limit (int): How many.
        ...     \"\"\"
        >>> argument_words(Titles)
        {'separator': 'What stands between a code and a title.', 'limit': 'How many.'}
    """
    found: dict[str, str] = {}
    for one in kind.__mro__:
        for name, words in _arguments(one.__dict__.get("__doc__")).items():
            found.setdefault(name, words)
    return found


def _arguments(doc: object) -> dict[str, str]:
    # With -OO there are no docstrings.
    lines = inspect.cleandoc(doc).splitlines() if isinstance(doc, str) else []
    found: dict[str, str] = {}
    inside, step, name = False, 0, ""
    for line in lines:
        text = line.strip()
        depth = len(line) - len(line.lstrip())
        if not depth and text:
            inside, step, name = text in ("Args:", "Arguments:", "Attributes:"), 0, ""
        elif inside and text:
            step = step or depth
            match = _ARGUMENT.fullmatch(text) if depth == step else None
            if match is not None:
                name = match["name"]
                found[name] = match["words"].strip()
            elif name:
                found[name] = re.sub(r" {2,}", " ", f"{found[name]} {text}").strip()
    return found
