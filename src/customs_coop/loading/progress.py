"""From files on disk to reports on progress: filled templates, and calendars ticked off."""

import codecs
import datetime as dt
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from customs_coop.dates import as_date
from customs_coop.diagnostics import Diagnostic, Report, Span, diagnose
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.loading.reading import LARGEST_FILE, content_of
from customs_coop.loading.unread import check_kind, is_left_out, left_out
from customs_coop.model import ActionPlan, Dossier

if TYPE_CHECKING:
    from customs_coop.formats.calendars import ReadCalendar
    from customs_coop.readers.progress.rows import FilledRow, FoundRows
    from customs_coop.readers.progress.values import ProgressReading

__all__ = ["read_progress"]

_CALENDARS = (".ics", ".ical", ".icalendar", ".jcal")
_TEMPLATES = (".csv", ".tsv", ".xlsx", ".xlsm", ".docx", ".docm")
_ENDINGS = (*_CALENDARS, *_TEMPLATES)
_TEXTS = (".txt", ".tab")  # which may be tables, and may be anything
_IN_FOLDERS = (*_ENDINGS, *_TEXTS)
_HEAD = 100  # bytes
_MOST_FILES = 50_000
_MOST_TOLD = 200  # files that are not read


def read_progress(
    path: str | os.PathLike[str],
    *,
    dossier: Dossier | ActionPlan | None = None,
    party: str | None = None,
    on: dt.date | str | None = None,
) -> "ProgressReading":
    """Read reports on progress: filled templates and questionnaires, and calendars ticked off.

    Templates are CSV files, workbooks and Word files that people fill in, see the formats
    `progress-csv`, `progress-xlsx` and `questionnaire-docx`. Rows may be missing, moved or added,
    and columns, too. A row in which a cell cannot be understood is told and left out, and all
    other rows count.

    Of a calendar, only what differs from the export counts: STATUS, COMPLETED and PERCENT-COMPLETE
    of tasks. A report is on the action or the indicator of an entry, and names a round by its
    `due`; an action has one of its own as well where all its entries are closed now. An entry is
    known by its identifier, which renumbering and rollover leave as it is. A due day that somebody
    moved is told (CC173), and changes no deadline. Where several parties ticked off the same entry,
    each in a calendar that was exported for it, each has a report. An obligation that was exported
    as a task is ticked off when its report was sent.

    Args:
        path: A template that is filled in, an iCalendar file, a jCal file, or a folder of such
            files; the content tells the kind of a file. What else stands in a folder, also
            folders, is told (CC184, CC852) and not read.
        dossier: The plans. Of several that have the same action, the one counts that an entry
            names, else the last one, as in an export of them all. Without a dossier, each entry
            has to say itself what it is of, and which status it was exported with, as exports do
            until a server drops that.
        party: The id or a name of the party that reports where a row or an entry, or the dossier,
            does not name exactly one. Entries name those that are responsible, or the one for
            which the calendar was exported; where one of them is a part of another, as a project
            group of the CCWG is, the body itself reports, unless its part is named here. A state
            that is named here reports on what the Member States have to do.
        on: The day of the reports of a template, and of entries that were changed, that say no day
            of their own; without it, they are told (CC843, CC171) and left out.

    Returns:
        The reports, the findings, and the entries of calendars that were changed; with errors in
        the report where something cannot be read, or a change cannot become a report.

    Raises:
        TypeError: `path` is neither a text nor a path, `dossier` is neither a dossier nor a plan,
            or `party` is no text.
        InvalidValueError: `party` is blank, or no party of the dossier and no known body bears it;
            or `on` is no day.

    Example:
        >>> [finding.code for finding in read_progress("no such file.csv").report]
        ['CC101']
    """
    # Here, because calendars would make the import of the package slow.
    from customs_coop.formats.calendars import read_calendar
    from customs_coop.readers.progress.calendars import progress_of_calendars
    from customs_coop.readers.progress.filled import progress_of_rows

    name = os.fspath(path)
    if not isinstance(name, str):
        raise TypeError(f"a path is wanted, as text or path object, not {type(path).__name__}")
    known = None if dossier is None else Dossier.of(dossier)
    day = None if on is None else as_date(on)
    told: list[Diagnostic] = []
    calendars: list[tuple[str, ReadCalendar]] = []
    rows: list[FilledRow] = []
    for source, content in _contents(name):
        if isinstance(content, Diagnostic):
            told.append(content)
            continue
        try:
            if _is_calendar(content, source):
                calendars.append((source, read_calendar(content)))
                continue
            is_certain = source == name or Path(source).suffix.casefold() not in _TEXTS
            found = _rows_of(content, source, is_certain=is_certain)
            rows += found.rows
            told += found.told
        except RefusedFileError as refused:
            told.append(diagnose(refused.code, refused.message, span=Span(source=source)))
    reading = progress_of_calendars(calendars, dossier=known, party=party, on=day)
    filled = progress_of_rows(rows, dossier=known, party=party, on=day)
    together = dict.fromkeys((*reading.reports, *filled.reports))
    return attrs.evolve(
        reading,
        reports=tuple(sorted(together, key=lambda one: one.on)),
        report=Report(told) + reading.report + filled.report,
    )


def _is_calendar(content: bytes, source: str) -> bool:
    """Whether a file is read as a calendar: by its content, else by the end of its name."""
    head = content[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip()
    if head[:15].upper() == b"BEGIN:VCALENDAR" or head[:1] == b"[":
        return True
    return Path(source).suffix.casefold() in _CALENDARS


def _rows_of(content: bytes, source: str, *, is_certain: bool) -> "FoundRows":
    """The rows of a template that is filled in, whatever the file.

    Args:
        content: The bytes of the file.
        source: Its name.
        is_certain: Whether it is handed in as a template; a text in a folder may be anything.

    Raises:
        RefusedFileError: The file is damaged, hostile, protected or of no kind that is read.
    """
    from customs_coop.formats.files.archives import Archive
    from customs_coop.readers.progress.forms import rows_of_word
    from customs_coop.readers.progress.rows import (
        FoundRows,
        rows_of_text,
        rows_of_workbook,
        without_table,
    )

    check_kind(content)
    if not content.startswith(b"PK"):
        found = rows_of_text(content, source)
    elif "xl/workbook.xml" in Archive(content):
        found = rows_of_workbook(content, source)
    else:
        found = rows_of_word(content, source)
    if found.rows:
        return found
    if is_certain:
        return attrs.evolve(found, told=(*found.told, without_table(source)))
    hint = "leave it if it is no report"
    message = "a text without a row of headings of a template is not read"
    return FoundRows((), (diagnose("CC852", message, span=Span(source=source), hint=hint),))


def _contents(name: str) -> Iterator[tuple[str, bytes | Diagnostic]]:
    """The bytes of a file, or of each file of a folder in the order of their names."""
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
    listed = sorted(one for one in listed if not is_left_out(one.name))
    files = [one for one in listed if one.suffix.casefold() in _IN_FOLDERS and one.is_file()]
    if not files:
        message = f"no file of the folder ends in {', '.join(_IN_FOLDERS)}"
        yield name, diagnose("CC168", message, span=Span(source=name))
    known = set(files)
    yield from _left_out(name, [one for one in listed if one not in known])
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


def _left_out(name: str, files: Sequence[Path]) -> Iterator[tuple[str, Diagnostic]]:
    """What is told of files that are not read; of very many, the last finding counts the rest."""
    for file in files[:_MOST_TOLD]:
        if _is_empty_folder(file):
            continue
        yield str(file), left_out(str(file), is_folder=file.is_dir())
    if rest := files[_MOST_TOLD:]:
        message = f"{len(rest)} more files are not read, from {rest[0].name} on"
        yield name, diagnose("CC852", message, span=Span(source=name))


def _is_empty_folder(path: Path) -> bool:
    try:
        return path.is_dir() and next(path.iterdir(), None) is None
    except OSError:
        return False
