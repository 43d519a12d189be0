"""Plans, ledgers and comparisons as files: tables, calendars, JSON, and what plugins add."""

from customs_coop.exporters.base import Exporter
from customs_coop.exporters.fidelity import losses
from customs_coop.exporters.options import Option
from customs_coop.exporters.output import export, write
from customs_coop.exporters.registry import (
    exporter_names,
    exporter_options,
    load_exporter,
)
from customs_coop.exporters.suffixes import exporter_for

__all__ = [
    "Exporter",
    "Option",
    "export",
    "exporter_for",
    "exporter_names",
    "exporter_options",
    "load_exporter",
    "losses",
    "write",
]
