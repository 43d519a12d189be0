"""Read a document, and print what was found, what is doubtful, and what was left out.

    python examples/read_and_check.py plan.txt

Without an argument it takes the small, invented plan beside this file. The exit status is 1
where there are errors.
"""

import sys
from pathlib import Path

import customs_coop as cc

HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    """Read, check and report."""
    path = Path(arguments[0]) if arguments else HERE / "work_plan.txt"
    reading = cc.read(path)
    for plan in reading.dossier.plans:
        print(f"{plan.id}: {plan.title}, {len(plan)} actions")
    report = reading.report + cc.validate(reading.dossier)
    for finding in report:
        print(f"{finding.severity.value} {finding.code} {finding.subject}: {finding.message}")
    for piece in reading.residue:
        print(f"in no field: {piece.text!r}")
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
