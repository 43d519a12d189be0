"""JSON files that hold no plans but a ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from customs_coop.cli.streams import Findings, print_report

if TYPE_CHECKING:
    from customs_coop.rollover import Ledger

__all__ = ["is_ledger", "ledger_of"]

_HEAD = 200  # characters, among which a file names its schema
_SUFFIX = ".json"


def is_ledger(file: str | None) -> TypeGuard[str]:
    """Whether a file is JSON that names itself a ledger."""
    if file is None or not file.casefold().endswith(_SUFFIX) or not Path(file).is_file():
        return False
    with Path(file).open(encoding="utf-8-sig", errors="replace") as stream:
        return '"customs_coop.ledger/' in stream.read(_HEAD)


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
