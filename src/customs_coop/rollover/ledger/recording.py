"""The account of a rollover as a JSON file, and back."""

from customs_coop.diagnostics import Report, Span, diagnose
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.serialization import Schema, record_from_json, record_to_json

__all__ = ["ledger_from_json", "ledger_to_json"]

_SCHEMA = Schema("customs_coop.ledger", 1)


def ledger_to_json(ledger: Ledger) -> str:
    """The account as JSON text, the same text for equal accounts.

    Args:
        ledger: What is to be written.

    Returns:
        The text, indented, with a line feed at its end.

    Raises:
        InvalidValueError: A text holds half of a surrogate pair, which no UTF-8 file can hold.

    Example:
        >>> from customs_coop.model import PlanRef
        >>> print(ledger_to_json(Ledger(old=PlanRef("AP1"), new=PlanRef("AP2"))), end="")
        {
         "schema": "customs_coop.ledger/1",
         "old": {
          "plan": "AP1"
         },
         "new": {
          "plan": "AP2"
         }
        }
    """
    return record_to_json(ledger, _SCHEMA)


def ledger_from_json(text: str, source: str = "<json>") -> tuple[Ledger | None, Report]:
    """Read an account from JSON text.

    Args:
        text: The content of the file.
        source: The name of the file, for the findings.

    Returns:
        The account and the findings. Where there is an error, the account is None and the
        report holds every fault, each with its JSON path. An account that contradicts itself, or
        does not balance, is none (CC623).

    Example:
        >>> ledger, report = ledger_from_json('{"schema": "customs_coop.ledger/1"}')
        >>> ledger is None, report.ok
        (True, False)
    """
    ledger, report = record_from_json(text, Ledger, _SCHEMA, source)
    if ledger is None:
        return None, report
    faults = list(ledger.contradictions())
    faults += [
        ("$.opening", f"{row.kind.plural}: {row.opening} were there, and {row.found} are told")
        for row in ledger.balance
        if row.opening != row.found
    ]
    if not faults:
        return ledger, report
    return None, report + Report(
        [diagnose("CC623", words, span=Span(source=source, path=path)) for path, words in faults]
    )
