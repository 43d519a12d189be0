"""From a calendar on disk to reports on progress."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from customs_coop.diagnostics import Diagnostic, Report, Span, diagnose
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.loading.reading import LARGEST_FILE, content_of
from customs_coop.model import ActionPlan, Dossier

if TYPE_CHECKING:
    from customs_coop.formats.calendars import ReadCalendar
    from customs_coop.readers.progress.values import ProgressReading

__all__ = ["read_progress"]

_ENDINGS = (".ics", ".ical", ".icalendar", ".jcal")
_MOST_FILES = 50_000


def read_progress(
    path: str | os.PathLike[str],
    *,
    dossier: Dossier | ActionPlan | None = None,
    party: str | None = None,
) -> "ProgressReading":
    """Read what somebody ticked off in a calendar that was exported from a plan.

    Only what differs from the export counts: STATUS, COMPLETED and PERCENT-COMPLETE of tasks. An
    entry is known by its identifier, which renumbering and rollover leave as it is. A due day that
    somebody moved is told (CC173), and changes no deadline.

    Args:
        path: An iCalendar file, a jCal file, or a folder of such files (a vdir); the content tells
            the kind of a file.
        dossier: The plans. Of several that have the same action, the one counts that an entry
            names, else the last one, as in an export of them all. Without a dossier, each entry
            has to say itself what it is of, and which status it was exported with, as exports do
            until a server drops that.
        party: The id or a name of the party that reports where an entry, or the dossier, does not
            name exactly one. Entries name those that are responsible, or the one for which the
            calendar was exported; where one of them is a part of another, as a project group of
            the CCWG is, the body itself reports, unless its part is named here. A state that is
            named here reports on what the Member States have to do.

    Returns:
        The reports, the findings, and the entries that were changed; with errors in the report
        where something cannot be read, or a change cannot become a report.

    Raises:
        TypeError: `path` is neither a text nor a path, `dossier` is neither a dossier nor a plan,
            or `party` is no text.
        InvalidValueError: `party` is blank, or no party of the dossier and no known body bears it.

    Example:
        >>> [finding.code for finding in read_progress("no such file.ics").report]
        ['CC101']
    """
    # Here, because calendars would make the import of the package slow.
    from customs_coop.formats.calendars import read_calendar
    from customs_coop.readers.progress.calendars import progress_of_calendars

    name = os.fspath(path)
    if not isinstance(name, str):
        raise TypeError(f"a path is wanted, as text or path object, not {type(path).__name__}")
    known = None if dossier is None else Dossier.of(dossier)
    told: list[Diagnostic] = []
    calendars: list[tuple[str, ReadCalendar]] = []
    for source, content in _contents(name):
        if isinstance(content, Diagnostic):
            told.append(content)
            continue
        try:
            calendars.append((source, read_calendar(content)))
        except RefusedFileError as refused:
            told.append(diagnose(refused.code, refused.message, span=Span(source=source)))
    reading = progress_of_calendars(calendars, dossier=known, party=party)
    return attrs.evolve(reading, report=Report(told) + reading.report)


def _contents(name: str) -> Iterator[tuple[str, bytes | Diagnostic]]:
    """The bytes of a file, or of each calendar of a folder in the order of their names."""
    try:
        is_folder = Path(name).is_dir()
        # A folder of a million files is no calendar; their names alone would fill the memory.
        listed = list(islice(Path(name).iterdir(), _MOST_FILES + 1)) if is_folder else []
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        message = f"the folder cannot be read: {reason}"
        yield name, diagnose("CC101", message, span=Span(source=name))
        return
    if not is_folder:
        yield name, content_of(name)
        return
    if len(listed) > _MOST_FILES:
        message = f"the folder has more than {_MOST_FILES} files"
        yield name, diagnose("CC109", message, span=Span(source=name))
        return
    files = [
        one
        for one in sorted(listed)
        if one.suffix.casefold() in _ENDINGS and not one.name.startswith(".") and one.is_file()
    ]
    if not files:
        message = f"no file of the folder ends in {', '.join(_ENDINGS)}"
        hint = "folders in it are read one by one" if any(one.is_dir() for one in listed) else ""
        yield name, diagnose("CC168", message, span=Span(source=name), hint=hint)
    left = LARGEST_FILE
    for file in files:
        content = content_of(str(file))
        left -= len(content) if isinstance(content, bytes) else 0
        if left < 0:
            size = LARGEST_FILE // (1024 * 1024)
            message = f"the files of the folder are larger than {size} MB together"
            yield name, diagnose("CC109", message, span=Span(source=name))
            return
        yield str(file), content
