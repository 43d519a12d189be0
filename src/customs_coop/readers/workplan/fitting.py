"""Whether a text is a work plan, and what is missing where it is not."""

from collections.abc import Iterable, Iterator

from customs_coop.formats.columns import Column, columns_of
from customs_coop.readers.base import Fit, Line, Source
from customs_coop.readers.document.sheet import is_sheet
from customs_coop.readers.text.markup import read_cell
from customs_coop.readers.workplan.tables import find_header, split_cells

__all__ = ["fit_of"]

_INDICATED = (Column.INDICATORS, Column.RESPONSIBLE, Column.PRIORITY, Column.OBJECTIVES)
# With a column of times, these may stand in a timetable too.
_ALSO = (Column.OUTCOMES, Column.CONCERNED, Column.STATUS, Column.TERMS_OF_REFERENCE)
_MISSING = "a header row with a code, an action and a column of a work plan"
_WITHIN = 400  # lines among which a row of headings is looked for, to name it
_LONGEST_LINE = 2000  # characters
_LONGEST_HEADING = 60
_MOST_NAMED = 8
_SIGNS = (";", ",", "|")
_TELLING = 2  # known headings on a row that is one of headings
_FEWEST = 2  # signs on a row of headings
_WANTED = ((Column.CODE, "for codes"), (Column.TITLE, "for titles"))


def fit_of(source: Source) -> Fit:
    """How well a text fits the layout of a work plan.

    Args:
        source: The text.

    Returns:
        The fit; where no row of headings will do, it says which headings the best row has, and
        which columns are missing.
    """
    if is_sheet(source):
        return _fit_of_sheet(source)
    if "\t" not in source.text:
        best = _best_row(source)
        missing = _MISSING + best if best else "rows with cells set apart by tabs"
        return Fit(score=0.0, missing=(missing,))
    slim = False
    for index, line in enumerate(source.lines):
        if not line.text.strip():
            continue
        header = find_header(source, source.lines, index)
        if header is not None and _is_work_plan(header.known):
            return Fit(score=1.0)
        slim = slim or header is not None
    if slim:
        return Fit(score=0.5)  # a timetable, if it has the items of one
    return Fit(score=0.3, missing=(_MISSING + _best_row(source),))


def _best_row(source: Source) -> str:
    """What the row says that has the most headings that are known, and what it lacks."""
    best: tuple[frozenset[Column], list[str]] = (frozenset(), [])
    for line in source.lines[:_WITHIN]:
        for headings in _rows(source, line):
            known = frozenset(column for column in columns_of(headings) if column is not None)
            if len(known) > len(best[0]):
                best = (known, headings)
    known, headings = best
    if len(known) < _TELLING:
        return ""
    lacking = [what for column, what in _WANTED if column not in known]
    if len(known) + len(lacking) < len(_WANTED) + 1:
        lacking.append("for another thing of a plan, such as deadlines")
    columns = f"; no column {_joined(lacking)} was found" if lacking else ""
    return f" (the headings are {_quoted(headings)}{columns})"


def _rows(source: Source, line: Line) -> Iterator[list[str]]:
    """The words on a line between tabs, or between the signs that a spreadsheet puts there."""
    if len(line.text) > _LONGEST_LINE:
        return
    if "\t" in line.text:
        cells = split_cells(source, line.start, line.end)
        rows = [[read_cell(cell).text for cell in cells]]
    else:
        rows = [line.text.split(sign) for sign in _SIGNS if line.text.count(sign) >= _FEWEST]
    for row in rows:
        headings = [cell.strip('*_ "') for cell in row]
        if max(map(len, headings)) <= _LONGEST_HEADING:
            yield headings


def _joined(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _quoted(headings: Iterable[str]) -> str:
    filled = [heading for heading in headings if heading]
    named = ", ".join(f'"{heading}"' for heading in filled[:_MOST_NAMED])
    return f"{named} and {len(filled) - _MOST_NAMED} more" if len(filled) > _MOST_NAMED else named


def _fit_of_sheet(source: Source) -> Fit:
    """Any of our own tables can be read as a work plan; a timetable fits its own layout better."""
    headers = (find_header(source, source.lines, index) for index in range(len(source.lines)))
    known = next((header.known for header in headers if header is not None), frozenset())
    return Fit(score=1.0 if known.intersection(_INDICATED) else 0.5)


def _is_work_plan(known: frozenset[Column]) -> bool:
    if known.intersection(_INDICATED):
        return True
    return Column.DEADLINES not in known and bool(known.intersection(_ALSO))
