"""What stops a call.

Faults in the *content* of a document are not here: they are diagnostics, collected in a
`Report`, and become an exception only when the caller asks for it
(`Report.raise_for_errors`, `load`, `load_plan`).

    CustomsCoopError
    ├── InvalidValueError (ValueError)      a value that no field can hold
    │   └── ReferenceSyntaxError            a text that is no reference; the fault is underlined
    ├── RolloverError (ValueError)          an account that does not balance
    │   └── DecisionsError                  a decisions file with faults; each with its line
    ├── PatchError (ValueError)             differences that belong to another plan
    ├── MergeConflictError (ValueError)     edits of one plan that do not go together
    ├── QualitativeIndicatorError (ValueError)  a number for what is not counted
    ├── UnknownActionError (LookupError)    no such code in the plan
    ├── UnknownCellError (LookupError)      no such item or administration in the matrix
    ├── UnknownEventError (LookupError)     no such event in the dossier, or several of that name
    ├── UnknownNodeError (LookupError)      no such thing in the graph, or several of that name
    ├── UnknownPlanError (LookupError)      no such plan in the dossier, or not exactly one
    ├── UnknownRevisionError (LookupError)  no such revision in the history of a plan
    ├── UnknownPresidencyError (LookupError)  a day or a name outside the table
    ├── UnknownExporterError (LookupError)  no format of that name
    ├── AmbiguousExporterError (LookupError)  two distributions offer that name
    ├── UnsuitableExporterError (TypeError)  a format that takes something else
    ├── BrokenExporterError                 a plugin that cannot be loaded or used
    ├── ExportOptionError (ValueError)      an option that the format does not have
    ├── MarkingError                        LIMITE content asked for in public
    └── ReportError                         a report with errors, raised on request
"""

__all__ = [
    "AmbiguousExporterError",
    "BrokenExporterError",
    "CustomsCoopError",
    "DecisionsError",
    "ExportOptionError",
    "InvalidValueError",
    "MarkingError",
    "MergeConflictError",
    "PatchError",
    "QualitativeIndicatorError",
    "ReferenceSyntaxError",
    "RolloverError",
    "UnknownActionError",
    "UnknownCellError",
    "UnknownEventError",
    "UnknownExporterError",
    "UnknownNodeError",
    "UnknownPlanError",
    "UnknownPresidencyError",
    "UnknownRevisionError",
    "UnsuitableExporterError",
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


class DecisionsError(RolloverError):
    """A decisions file that cannot be used as it stands.

    Args:
        source: The name of the file.
        faults: Every fault, in the order of the file, each with its place: "decisions.toml:17:
            drop needs a reason".

    Example:
        >>> print(DecisionsError("d.toml", ("d.toml:3: there is no word 'dorp'",)))
        d.toml: 1 fault
          d.toml:3: there is no word 'dorp'
    """

    def __init__(self, source: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__(source, faults)
        self.source = source
        self.faults = faults

    def __str__(self) -> str:
        count = len(self.faults)
        head = f"{self.source}: {count} {'fault' if count == 1 else 'faults'}"
        return "\n  ".join((head, *self.faults))


class PatchError(CustomsCoopError, ValueError):
    """Differences that do not fit the plan to which they were to be applied.

    Args:
        message: What was wanted.
        faults: Each place where the plan is not what the differences expect.
    """

    def __init__(self, message: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__(message, faults)
        self.message = message
        self.faults = faults

    def __str__(self) -> str:
        return "\n  ".join((self.message, *self.faults))


class MergeConflictError(CustomsCoopError, ValueError):
    """Edits of one plan that change the same thing in different ways."""


class QualitativeIndicatorError(CustomsCoopError, ValueError):
    """A number that is asked of, or given for, an indicator that counts nothing.

    It asks for a deliverable, such as a report that a body adopts; that has stages and no value.
    """


class UnknownActionError(CustomsCoopError, LookupError):
    """A code that the plan does not have, neither as a code nor as an alias."""


class UnknownCellError(CustomsCoopError, LookupError):
    """An item or an administration that the country matrix does not have."""


class UnknownEventError(CustomsCoopError, LookupError):
    """A name that no event of the dossier has, or that several events have."""


class UnknownNodeError(CustomsCoopError, LookupError):
    """A name that nothing in the graph has, or that several things have."""


class UnknownPlanError(CustomsCoopError, LookupError):
    """A plan that the dossier does not have, or a dossier without exactly one plan."""


class UnknownPresidencyError(CustomsCoopError, LookupError):
    """A day, or a name, for which the table of Presidencies has no entry."""


class UnknownRevisionError(CustomsCoopError, LookupError):
    """A document, a day or a field of which the history of a plan does not know."""


class UnknownExporterError(CustomsCoopError, LookupError):
    """A format that no installed distribution offers."""


class AmbiguousExporterError(CustomsCoopError, LookupError):
    """A format that two installed distributions offer under the same name."""


class UnsuitableExporterError(CustomsCoopError, TypeError):
    """A format that takes another kind of thing than what was to be exported."""


class BrokenExporterError(CustomsCoopError):
    """An exporter that cannot be imported, has the wrong shape or fails while it renders."""


class ExportOptionError(CustomsCoopError, ValueError):
    """An option that the format does not have, or a value that the option cannot take."""


class MarkingError(CustomsCoopError):
    """Something marked LIMITE, or of unknown marking, that was to be exported for the public."""
