"""A state of play as a JSON file, and back."""

from customs_coop.diagnostics import Report
from customs_coop.monitoring.play import StateOfPlay
from customs_coop.serialization import Schema, record_from_json, record_to_json

__all__ = ["state_from_json", "state_to_json"]

_SCHEMA = Schema("customs_coop.state", 1)


def state_to_json(state: StateOfPlay) -> str:
    """A state of play as JSON text, the same text for equal states.

    Args:
        state: What is to be written.

    Returns:
        The text, indented, with a line feed at its end.

    Raises:
        InvalidValueError: A text holds half of a surrogate pair, which no UTF-8 file can hold.

    Example:
        >>> import datetime as dt
        >>> from customs_coop.monitoring import Matrix
        >>> day = dt.date(2006, 9, 30)
        >>> state = StateOfPlay(on=day, horizon=dt.timedelta(90), matrix=Matrix(on=day))
        >>> print(state_to_json(state), end="")
        {
         "schema": "customs_coop.state/1",
         "on": "2006-09-30",
         "horizon": "P90D",
         "matrix": {
          "on": "2006-09-30"
         }
        }
    """
    return record_to_json(state, _SCHEMA)


def state_from_json(text: str, source: str = "<json>") -> tuple[StateOfPlay | None, Report]:
    """Read a state of play from JSON text.

    Args:
        text: The content of the file.
        source: The name of the file, for the findings.

    Returns:
        The state and the findings of the reading; those of the review are in the state. Where
        there is an error, the state is None and the report holds every fault, each with its JSON
        path.

    Example:
        >>> state, report = state_from_json('{"schema": "customs_coop.state/1"}')
        >>> state is None, report.ok
        (True, False)
    """
    return record_from_json(text, StateOfPlay, _SCHEMA, source)
