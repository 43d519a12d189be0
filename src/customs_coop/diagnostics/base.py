"""One finding: what is wrong, how serious it is, and where."""

import enum

import attrs

__all__ = ["Diagnostic", "Severity", "Span"]


class Severity(enum.Enum):
    """How serious a finding is."""

    ERROR = "error"
    """Something is wrong and has to be put right."""
    WARNING = "warning"
    """Something is doubtful; a person should look."""
    INFO = "info"
    """Something was interpreted or left as it is, and is worth knowing."""


@attrs.frozen(kw_only=True)
class Span:
    """A place in a source.

    Args:
        source: The name of the file or text.
        line: The line, counted from 1, or None.
        column: The character of that line, counted from 1, or None.
        start: Where the place begins, as an index into the text, or None.
        end: Where it ends, exclusive, or None.
        cell: The heading of the table column, or empty.
        path: The JSON path, such as "$.plans[0].title", or empty.

    Example:
        >>> print(Span(source="plan.txt", line=51, cell="Priority"))
        plan.txt:51: cell "Priority"
        >>> print(Span(source="plan.json", path="$.plans[0].title"))
        plan.json: $.plans[0].title
    """

    source: str
    line: int | None = None
    column: int | None = None
    start: int | None = None
    end: int | None = None
    cell: str = ""
    path: str = ""

    def __str__(self) -> str:
        place = self.source
        if self.line is not None:
            place += f":{self.line}"
            if self.column is not None:
                place += f":{self.column}"
        if self.cell:
            place += f': cell "{self.cell}"'
        if self.path:
            place += f": {self.path}"
        return place


@attrs.frozen(kw_only=True)
class Diagnostic:
    """One finding about a document, a plan or an export.

    Args:
        code: A code of the catalogue, such as "CC104".
        severity: How serious it is.
        message: What was found, in one sentence without a full stop.
        subject: What it is about, such as "AP1/5.2"; may be empty.
        span: Where it stands, or None.
        hint: The way out; may be empty.

    Example:
        >>> print(Diagnostic(code="CC201", severity=Severity.ERROR, message="code 5.1 twice"))
        error CC201: code 5.1 twice
    """

    code: str
    severity: Severity
    message: str
    subject: str = ""
    span: Span | None = None
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        subject = f"{self.subject}: " if self.subject else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.severity.value} {self.code}: {subject}{self.message}{hint}"
