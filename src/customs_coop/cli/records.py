"""JSON files that hold no plans but a ledger or a state of play."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from customs_coop.cli.streams import Findings, print_report

if TYPE_CHECKING:
    from customs_coop.monitoring import StateOfPlay
    from customs_coop.rollover import Ledger

__all__ = ["is_ledger", "is_state", "ledger_of", "state_of"]

_HEAD = 200  # characters, among which a file names its schema
_SUFFIX = ".json"


def is_ledger(file: str | None) -> TypeGuard[str]:
    """Whether a file is JSON that names itself a ledger."""
    return _names(file, "customs_coop.ledger")


def is_state(file: str | None) -> TypeGuard[str]:
    """Whether a file is JSON that names itself a state of play."""
    return _names(file, "customs_coop.state")


def _names(file: str | None, schema: str) -> bool:
    if file is None or not file.casefold().endswith(_SUFFIX) or not Path(file).is_file():
        return False
    with Path(file).open(encoding="utf-8-sig", errors="replace") as stream:
        return f'"{schema}/' in stream.read(_HEAD)


def ledger_of(file: str) -> "Ledger":
    """Read a ledger from a JSON file.

    Raises:
        Findings: It holds none, or one with faults.
        OSError: It cannot be read.
    """
    from customs_coop.rollover import ledger_from_json

    text = Path(file).read_text(encoding="utf-8-sig", errors="replace")
    found, report = ledger_from_json(text, file)
    print_report(report)
    if found is None:
        raise Findings
    return found


def state_of(file: str) -> "StateOfPlay":
    """Read a state of play from a JSON file.

    Raises:
        Findings: It holds none, or one with faults.
        OSError: It cannot be read.
    """
    from customs_coop.monitoring import state_from_json

    text = Path(file).read_text(encoding="utf-8-sig", errors="replace")
    found, report = state_from_json(text, file)
    print_report(report)
    if found is None:
        raise Findings
    return found
