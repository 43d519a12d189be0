"""Plans, ledgers and comparisons as files: tables, calendars, JSON, and what plugins add."""

from customs_coop.exporters.base import Exporter
from customs_coop.exporters.options import Option, exporter_options
from customs_coop.exporters.output import export, write
from customs_coop.exporters.registry import exporter_for, exporter_names, load_exporter

__all__ = [
    "Exporter",
    "Option",
    "export",
    "exporter_for",
    "exporter_names",
    "exporter_options",
    "load_exporter",
    "write",
]
