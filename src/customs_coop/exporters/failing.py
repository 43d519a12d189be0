"""What goes wrong inside a plugin, told under its name in one line that its author can follow."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from customs_coop.errors import BrokenExporterError, CustomsCoopError

__all__ = ["failure_words", "plugin_code"]


@contextmanager
def plugin_code(whose: str, verb: str = "failed", *, module: str = "") -> Iterator[None]:
    """Run code of a plugin, which may fail in any way.

    Args:
        whose: The format, its distribution and its class, for the message.
        verb: What the plugin did not do, such as "does not tell what it carries".
        module: The module of the plugin; its own lines are preferred to those that it calls.

    Raises:
        BrokenExporterError: It failed; the cause and the line are told.
        CustomsCoopError: It raised one of ours, which says that the subject or an option is at
            fault; a note says which format found it.

    Example:
        >>> with plugin_code("the format 'titles'"):
        ...     raise KeyError("code")
        Traceback (most recent call last):
        ...
        customs_coop.errors.BrokenExporterError: the format 'titles' failed: KeyError: 'code' (...)
    """
    try:
        yield
    except KeyboardInterrupt:
        raise  # that was the user
    except CustomsCoopError as error:
        # Of our own formats, the message says enough.
        if not module.startswith("customs_coop."):
            error.add_note(f"told by {whose}")
        raise
    # Some libraries raise classes that are no Exception, to stop a test or a process.
    except BaseException as cause:
        raise BrokenExporterError(f"{whose} {verb}: {failure_words(cause, module)}") from cause


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
    told = type(cause).__name__
    try:
        words = str(cause)
    except Exception:  # noqa: BLE001 - the message is the plugin's, too
        words = "it has no message that could be shown"
    if words:
        told += f": {words}"
    frames = traceback.extract_tb(cause.__traceback__)
    # The lines of the host on the way to the plugin, and of the import machinery, tell nothing.
    theirs = [f for f in frames if not f.filename.startswith((_HOST, "<frozen"))]
    home = getattr(sys.modules.get(module), "__file__", None)
    own = [frame for frame in theirs if frame.filename == home]
    for frame in reversed(own or theirs):
        return f"{told} ({Path(frame.filename).name}, line {frame.lineno})"
    return told


_HOST = str(Path(__file__).resolve().parents[1])
