"""Show who has to report by when, and who has reported, for the conclusions of a conference.

    python examples/country_reports.py 2008-06-12 2008-05-20

The first day is that of the conference, the second the one on which somebody asks.
"""

import sys
from pathlib import Path

import customs_coop as cc

CONCLUSIONS = Path(__file__).parent / "conference_conclusions.txt"
MEMBERS = {"NON-EU-COUNTRIES": ["AL", "BA", "HR", "MD", "ME", "MK", "RS", "TR"]}


def reported() -> list[cc.ProgressReport]:
    """What has come so far: Albania on everything, Croatia on the first item."""
    return [
        cc.ProgressReport(
            party="AL",
            subject=cc.ActionRef("P2006", str(number)),
            on="2008-05-05",
            status=cc.Status.COMPLETED if number < 3 else cc.Status.ONGOING,
        )
        for number in range(1, 8)
    ] + [
        cc.ProgressReport(
            party="HR",
            subject=cc.ActionRef("P2006", "1"),
            on="2008-05-14",
            status=cc.Status.COMPLETED,
            text="The method is written down.",
        )
    ]


def main(arguments: list[str]) -> None:
    """Print the matrix, and how much came, by administration."""
    conference, day = arguments or ("2008-06-12", "2008-05-20")
    dossier = cc.read(CONCLUSIONS).dossier
    dossier = cc.anchor_event(dossier, "the next conference", conference)
    dossier = cc.add_progress(dossier, reported()).dossier
    state = cc.review(dossier, on=day, members=MEMBERS)
    print(state.matrix)
    print()
    for tally in state.tallies("party"):
        print(f"{tally.label}: {tally.reported} reports came")


if __name__ == "__main__":
    main(sys.argv[1:])
