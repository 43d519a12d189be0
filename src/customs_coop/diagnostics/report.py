"""All findings of one call, in order."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from customs_coop.diagnostics.base import Diagnostic, Severity, Span
from customs_coop.diagnostics.catalogue import CATALOGUE
from customs_coop.errors import CustomsCoopError

__all__ = ["Report", "ReportError", "diagnose"]

_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def diagnose(
    code: str, message: str, *, subject: str = "", span: Span | None = None, hint: str = ""
) -> Diagnostic:
    """Make a diagnostic, with the severity that the catalogue gives to its code.

    Raises:
        KeyError: The catalogue has no such code.

    Example:
        >>> diagnose("CC102", "no layout fits").severity
        <Severity.ERROR: 'error'>
    """
    return Diagnostic(
        code=code,
        severity=CATALOGUE[code].severity,
        message=message,
        subject=subject,
        span=span,
        hint=hint,
    )


def _diagnostics(value: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(value)


@attrs.frozen
class Report:
    """The findings of one call; two reports add up to one.

    Args:
        diagnostics: The findings in their order.

    Example:
        >>> report = Report([diagnose("CC102", "no layout fits")])
        >>> report.ok, len(report), len(report + report)
        (False, 1, 2)
    """

    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), converter=_diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def __bool__(self) -> bool:
        # An empty report is a good report, so its truth would mislead; `ok` is the question.
        return True

    def __add__(self, other: object) -> "Report":
        if not isinstance(other, Report):
            return NotImplemented
        return Report(self.diagnostics + other.diagnostics)

    def __str__(self) -> str:
        return "\n".join(str(diagnostic) for diagnostic in self.diagnostics) or "no findings"

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that have to be put right."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The findings at which a person should look."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.WARNING)

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings may be there."""
        return not self.errors

    def raise_for_errors(self) -> None:
        """Raise where there is an error, and do nothing otherwise.

        Raises:
            ReportError: At least one finding is an error; the report hangs on it.
        """
        if not self.ok:
            raise ReportError(self)

    def to_json(self) -> str:
        """The findings as a JSON array, the same text for the same findings."""
        values = [
            attrs.asdict(diagnostic, filter=_is_given, value_serializer=_plain)
            for diagnostic in self.diagnostics
        ]
        return json.dumps(values, ensure_ascii=False, indent=2) + "\n"

    def to_sarif(self) -> str:
        """The findings as SARIF 2.1.0, for tools that show findings beside their source.

        The text has no run time and no version of the tool in it, so the same findings give
        the same bytes. Source: OASIS SARIF 2.1.0, sections 3.14 (run) and 3.27 (result).
        """
        codes = list(dict.fromkeys(diagnostic.code for diagnostic in self.diagnostics))
        rules = [
            {"id": code}
            | (
                {
                    "shortDescription": {"text": CATALOGUE[code].title},
                    "fullDescription": {"text": CATALOGUE[code].meaning},
                    "help": {"text": CATALOGUE[code].remedy},
                }
                if code in CATALOGUE
                else {}
            )
            for code in codes
        ]
        run = {
            "tool": {"driver": {"name": "customs_coop", "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": [_sarif_result(diagnostic, codes) for diagnostic in self.diagnostics],
        }
        log = {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }
        return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


class ReportError(CustomsCoopError):
    """A report with errors, raised because the caller asked for it.

    Args:
        report: The whole report, warnings included.
    """

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        errors = self.report.errors
        noun = "error" if len(errors) == 1 else "errors"
        return "\n".join([f"{len(errors)} {noun}", *(f"  {error}" for error in errors)])


# The values of a diagnostic are of several types, and attrs hands each of them over.
def _is_given(_attribute: Any, value: Any) -> bool:
    return value is not None and value != ""


def _plain(_instance: Any, _attribute: Any, value: Any) -> Any:
    return value.value if isinstance(value, Severity) else value


def _sarif_result(diagnostic: Diagnostic, codes: list[str]) -> dict[str, object]:
    message = f"{diagnostic.subject}: {diagnostic.message}" if diagnostic.subject else None
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": _SARIF_LEVELS[diagnostic.severity],
        "message": {"text": message or diagnostic.message},
    }
    span = diagnostic.span
    if span is not None:
        region = {
            name: value
            for name, value in (("startLine", span.line), ("startColumn", span.column))
            if value is not None
        }
        location: dict[str, object] = {
            "physicalLocation": {"artifactLocation": {"uri": _uri(span.source)}}
            | ({"region": region} if "startLine" in region else {})
        }
        names = [name for name in (span.cell, span.path) if name]
        if names:
            location["logicalLocations"] = [{"fullyQualifiedName": name} for name in names]
        result["locations"] = [location]
    return result


def _uri(source: str) -> str:
    from urllib.parse import quote

    return quote(source.replace("\\", "/"), safe="/:")
