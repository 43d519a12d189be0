"""Columns of a table for which the model has no field."""

from collections.abc import Sequence

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.formats.columns import Column, column_of

__all__ = ["further_columns"]

_MOST_NAMED = 6
_LONGEST_NAME = 40  # characters


def further_columns(
    columns: Sequence[tuple[Column | None, str]], span: Span | None
) -> tuple[Diagnostic, ...]:
    """Tell which columns of a table are kept as they are: unknown ones, and second ones.

    Args:
        columns: What each column holds, where it was read as that, and its heading as printed.
        span: Where the headings stand.

    Returns:
        One finding for the headings that are not known, and one for those that name what a
        column before them holds already; none where every column that has a heading was read.

    Example:
        >>> (found,) = further_columns([(Column.CODE, "No"), (None, "Budget")], None)
        >>> found.code, found.message
        ('CC131', 'not recognised, and kept as it is: "Budget"')
        >>> (found,) = further_columns([(Column.DEADLINES, "Deadline"), (None, "Timing")], None)
        >>> found.message
        'holds the same as another column, which was read, and is kept as it is: "Timing"'
        >>> further_columns([(Column.CODE, "No"), (None, "")], None)
        ()
    """
    names = [heading for column, heading in columns if column is None and heading.strip()]
    held = {column for column, _ in columns if column is not None}
    second = [name for name in names if column_of(name) in held]
    unknown = [name for name in names if column_of(name) not in held]
    found: list[Diagnostic] = []
    if unknown:
        kept = "it is" if len(unknown) == 1 else "they are"
        message = f"not recognised, and kept as {kept}: {_named(unknown)}"
        found.append(diagnose("CC131", message, span=span))
    if second:
        one = len(second) == 1
        message = (
            "holds the same as another column, which was read, and is kept as it is"
            if one
            else "hold the same as other columns, which were read, and are kept as they are"
        )
        found.append(diagnose("CC131", f"{message}: {_named(second)}", span=span))
    return tuple(found)


def _named(names: Sequence[str]) -> str:
    named = ", ".join(f'"{" ".join(name.split())[:_LONGEST_NAME]}"' for name in names[:_MOST_NAMED])
    return f"{named} and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else named
