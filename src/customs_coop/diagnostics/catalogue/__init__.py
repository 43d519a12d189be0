"""The codes of all findings, each with its meaning and its remedy.

A code is never reused: one that is no longer given stays reserved. The hundreds tell the
room: CC1xx reading, CC2xx identity, CC3xx time, CC4xx responsibility, CC5xx citations,
CC6xx rollover, CC7xx export, CC8xx monitoring.
"""

from collections.abc import Mapping
from types import MappingProxyType

from customs_coop.diagnostics.catalogue import (
    citations,
    conclusions,
    export,
    files,
    identity,
    monitoring,
    progress,
    reading,
    responsibility,
    rollover,
    time,
)
from customs_coop.diagnostics.catalogue.entry import Entry

__all__ = ["CATALOGUE", "ENTRIES", "Entry"]

ENTRIES: tuple[Entry, ...] = (
    *reading.ENTRIES,
    *conclusions.ENTRIES,
    *files.ENTRIES,
    *identity.ENTRIES,
    *time.ENTRIES,
    *responsibility.ENTRIES,
    *citations.ENTRIES,
    *rollover.ENTRIES,
    *export.ENTRIES,
    *monitoring.ENTRIES,
    *progress.ENTRIES,
)
"""Every entry, in the order of the codes."""

CATALOGUE: Mapping[str, Entry] = MappingProxyType({entry.code: entry for entry in ENTRIES})
"""Every code that a diagnostic may bear."""
