"""What went wrong inside a plugin, in one line that its author can follow."""

import sys
import traceback
from pathlib import Path

__all__ = ["failure_words"]


def failure_words(cause: BaseException, module: str = "") -> str:
    """The class and message of an exception, and the line of the plugin where it arose.

    Args:
        cause: The exception.
        module: The module of the plugin, whose own lines are preferred to those that it calls.

    Returns:
        Such as "KeyError: 'code' (plan_titles.py, line 12)".

    Example:
        >>> try:
        ...     {}["code"]
        ... except KeyError as cause:
        ...     failure_words(cause).partition(" (")[0]
        "KeyError: 'code'"
    """
    # One that was raised without words still has a name.
    told = f"{type(cause).__name__}: {cause}".removesuffix(": ")
    frames = traceback.extract_tb(cause.__traceback__)
    # The lines of the host on the way to the plugin, and of the import machinery, tell nothing.
    theirs = [f for f in frames if not f.filename.startswith((_HOST, "<frozen"))]
    home = getattr(sys.modules.get(module), "__file__", None)
    own = [frame for frame in theirs if frame.filename == home]
    for frame in reversed(own or theirs):
        return f"{told} ({Path(frame.filename).name}, line {frame.lineno})"
    return told


_HOST = str(Path(__file__).resolve().parents[1])
