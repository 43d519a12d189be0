"""What stops a call.

Faults in the *content* of a document are not here: they are diagnostics, collected in a
`Report`, and become an exception only when the caller asks for it
(`Report.raise_for_errors`, `load`, `load_plan`).

    CustomsCoopError
    ├── InvalidValueError (ValueError)      a value that no field can hold
    │   └── ReferenceSyntaxError            a text that is no reference; the fault is underlined
    ├── RolloverError (ValueError)          an account that does not balance
    ├── UnknownActionError (LookupError)    no such code in the plan
    ├── UnknownPlanError (LookupError)      no such plan in the dossier, or not exactly one
    ├── UnknownPresidencyError (LookupError)  a day or a name outside the table
    ├── UnknownExporterError (LookupError)  no format of that name
    ├── AmbiguousExporterError (LookupError)  two distributions offer that name
    ├── BrokenExporterError                 a plugin that cannot be loaded or used
    ├── ExportOptionError (ValueError)      an option that the format does not have
    ├── MarkingError                        LIMITE content asked for in public
    └── ReportError                         a report with errors, raised on request
"""

__all__ = [
    "AmbiguousExporterError",
    "BrokenExporterError",
    "CustomsCoopError",
    "ExportOptionError",
    "InvalidValueError",
    "MarkingError",
    "ReferenceSyntaxError",
    "RolloverError",
    "UnknownActionError",
    "UnknownExporterError",
    "UnknownPlanError",
    "UnknownPresidencyError",
]


# Of a long text so many characters are shown on either side of where the fault begins.
_AROUND = 60


class CustomsCoopError(Exception):
    """The root of everything that this library raises on purpose."""


class InvalidValueError(CustomsCoopError, ValueError):
    """A value that the field cannot hold, such as a period that ends before it starts."""


class ReferenceSyntaxError(InvalidValueError):
    """A text that is no reference of the kind asked for.

    Of a long text the message shows the part around the fault; the attribute `text` holds it all.

    Args:
        message: What was expected.
        text: The whole text that was to be parsed.
        start: Where the fault begins, as an index into `text`.
        end: Where the fault ends; at least one character after `start`.

    Example:
        >>> print(ReferenceSyntaxError("a year is missing", "15315", 5, 6))
        a year is missing
          15315
               ^
    """

    def __init__(self, message: str, text: str, start: int = 0, end: int | None = None) -> None:
        super().__init__(message, text, start, end)
        self.message = message
        self.text = text
        self.start = start
        self.end = max(start + 1, len(text) if end is None else end)

    def __str__(self) -> str:
        if not self.text.strip():
            return f"{self.message}, and the text is empty"
        first = max(0, self.start - _AROUND)
        last = min(len(self.text), self.start + _AROUND)
        part = "".join(c if c.isprintable() else " " for c in self.text[first:last])
        before, behind = "…" * (first > 0), "…" * (last < len(self.text))
        end = max(self.start + 1, min(self.end, last))
        marker = " " * (len(before) + self.start - first) + "^" * (end - self.start)
        return f"{self.message}\n  {before}{part}{behind}\n  {marker}"


class RolloverError(CustomsCoopError, ValueError):
    """A rollover whose decisions do not account for every item."""


class UnknownActionError(CustomsCoopError, LookupError):
    """A code that the plan does not have, neither as a code nor as an alias."""


class UnknownPlanError(CustomsCoopError, LookupError):
    """A plan that the dossier does not have, or a dossier without exactly one plan."""


class UnknownPresidencyError(CustomsCoopError, LookupError):
    """A day, or a name, for which the table of Presidencies has no entry."""


class UnknownExporterError(CustomsCoopError, LookupError):
    """A format that no installed distribution offers."""


class AmbiguousExporterError(CustomsCoopError, LookupError):
    """A format that two installed distributions offer under the same name."""


class BrokenExporterError(CustomsCoopError):
    """An exporter that cannot be imported, has the wrong shape or fails while it renders."""


class ExportOptionError(CustomsCoopError, ValueError):
    """An option that the format does not have, or a value that the option cannot take."""


class MarkingError(CustomsCoopError):
    """A document marked LIMITE that was to be exported for the public."""
