"""Reports on actions: the documents that a text calls so, and what holds their results."""

from customs_coop.readers.mentions.reports.documents import with_reports
from customs_coop.readers.mentions.reports.finding import Report, find_reports

__all__ = ["Report", "find_reports", "with_reports"]
