"""Columns of a table for which the model has no field."""

from collections.abc import Sequence

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.formats.columns import Column

__all__ = ["further_columns"]

_MOST_NAMED = 6
_LONGEST_NAME = 40  # characters


def further_columns(
    columns: Sequence[tuple[Column | None, str]], span: Span | None
) -> tuple[Diagnostic, ...]:
    """Tell which columns of a table were not recognised, and kept as they are.

    Args:
        columns: What each column holds, where that is known, and its heading as printed.
        span: Where the headings stand.

    Returns:
        One finding; none where every column that has a heading is known.

    Example:
        >>> (found,) = further_columns([(Column.CODE, "No"), (None, "Budget")], None)
        >>> found.code, found.message
        ('CC131', 'not recognised, and kept as it is: "Budget"')
        >>> further_columns([(Column.CODE, "No"), (None, "")], None)
        ()
    """
    names = [heading for column, heading in columns if column is None and heading.strip()]
    if not names:
        return ()
    named = ", ".join(f'"{" ".join(name.split())[:_LONGEST_NAME]}"' for name in names[:_MOST_NAMED])
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    kept = "it is" if len(names) == 1 else "they are"
    return (diagnose("CC131", f"not recognised, and kept as {kept}: {named}{more}", span=span),)
