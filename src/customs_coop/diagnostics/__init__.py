"""What is wrong with a document: findings with a code, a severity and a place."""

from customs_coop.diagnostics.base import Diagnostic, Severity, Span
from customs_coop.diagnostics.catalogue import CATALOGUE, Entry
from customs_coop.diagnostics.report import Report, ReportError, diagnose

__all__ = [
    "CATALOGUE",
    "Diagnostic",
    "Entry",
    "Report",
    "ReportError",
    "Severity",
    "Span",
    "diagnose",
]
