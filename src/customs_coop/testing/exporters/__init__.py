"""The kit for authors of exporters: every promise that a format makes to its users, checked.

Each check has a name, which a test shows and which `expected_failures` takes. What a check finds
is told in words, with the subject at which it was found.
"""

from customs_coop.testing.exporters.checks import CHECKS
from customs_coop.testing.exporters.running import (
    ExporterCheck,
    check_exporter,
    exporter_checks,
)

__all__ = ["CHECKS", "ExporterCheck", "check_exporter", "exporter_checks"]
