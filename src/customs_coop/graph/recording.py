"""A baseline of links as a JSON file: what a team keeps beside its plans between two reviews."""

from customs_coop.diagnostics import Report
from customs_coop.graph.suspicion import Baseline
from customs_coop.serialization import Schema, record_from_json, record_to_json

__all__ = ["baseline_from_json", "baseline_to_json"]

_SCHEMA = Schema("customs_coop.baseline", 1)


def baseline_to_json(baseline: Baseline) -> str:
    """The baseline as JSON text, the same text for equal baselines.

    It holds no words of the plans, only fingerprints and the names by which things are called.

    Args:
        baseline: What is to be written.

    Returns:
        The text, indented, with a line feed at its end.

    Example:
        >>> print(baseline_to_json(Baseline()), end="")
        {
         "schema": "customs_coop.baseline/1"
        }
    """
    return record_to_json(baseline, _SCHEMA)


def baseline_from_json(text: str, source: str = "<json>") -> tuple[Baseline, Report]:
    """Read a baseline from JSON text.

    Args:
        text: The content of the file.
        source: The name of the file, for the findings.

    Returns:
        The baseline and the findings. Where there is an error, the baseline is empty and the
        report holds every fault, each with its JSON path.

    Example:
        >>> _, report = baseline_from_json('{"schema": "customs_coop/1"}', "links.json")
        >>> for finding in report:
        ...     print(finding)  # doctest: +ELLIPSIS
        links.json: $.schema: error CC107: the text "customs_coop/1" is not the schema ...
    """
    baseline, report = record_from_json(text, Baseline, _SCHEMA, source)
    return Baseline() if baseline is None else baseline, report
