"""What the catalogue says of one code."""

import attrs

from customs_coop.diagnostics.base import Severity

__all__ = ["ERROR", "INFO", "WARNING", "Entry"]

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@attrs.frozen
class Entry:
    """What one code means.

    Args:
        code: The code, such as "CC101".
        severity: How serious it is.
        title: The finding in a few words.
        meaning: When it is given, in one or two sentences.
        remedy: What to do about it.
    """

    code: str
    severity: Severity
    title: str
    meaning: str
    remedy: str
