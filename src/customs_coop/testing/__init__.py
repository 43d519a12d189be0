"""For your own tests: Hypothesis strategies for every public class, and the kit for exporters.

Importing this package needs Hypothesis. With Hypothesis installed, `st.from_type(Action)` works
too: an entry point registers the strategies when Hypothesis starts.
"""

try:
    import hypothesis as _hypothesis  # noqa: F401 - before our own, for the sake of the message
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        "customs_coop.testing needs Hypothesis; install it with: pip install hypothesis",
        name=missing.name,
    ) from None

from customs_coop.testing.exporters import check_exporter, exporter_checks
from customs_coop.testing.nouns import (
    actions,
    appearances,
    deadline_changes,
    documents,
    dossiers,
    events,
    indicators,
    involvements,
    links,
    obligations,
    parties,
    plans,
    progress_reports,
    recommendations,
    strategies,
)
from customs_coop.testing.values import (
    action_refs,
    codes,
    days,
    deadlines,
    document_numbers,
    partial_dates,
    periods,
    recurrences,
    references,
    texts,
)

__all__ = [
    "action_refs",
    "actions",
    "appearances",
    "check_exporter",
    "codes",
    "days",
    "deadline_changes",
    "deadlines",
    "document_numbers",
    "documents",
    "dossiers",
    "events",
    "exporter_checks",
    "indicators",
    "involvements",
    "links",
    "obligations",
    "partial_dates",
    "parties",
    "periods",
    "plans",
    "progress_reports",
    "recommendations",
    "recurrences",
    "references",
    "strategies",
    "texts",
]
