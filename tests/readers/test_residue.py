"""What the official documents leave over: the accepted residue of each, by its place and hash.

Each line of a table gives the number of the line, the cell ("-" for none), the number of
characters and the first 16 figures of the SHA-256 of a piece; the words themselves are not ours to
print. All of it is prose that no field is for: recitals, introductions, the legend of a table.
With UPDATE_RESIDUE=1 in the environment the tables are written anew: read the residue before.
"""

import hashlib
import os
from pathlib import Path

from customs_coop.readers import Reading
from folded import every_case
from real_documents import parsed

GOLDEN = Path(__file__).parents[1] / "golden"
DOCUMENTS = {
    "1997": "1997-strategic-action-programme.txt",
    "2005": "2005-revised-work-plan.txt",
    "2006": "2006-naples-conclusions.txt",
    "2011": "2011-fifth-action-plan.txt",
    "2019": "2019-risk-management-conclusions.txt",
}


def listed(reading: Reading) -> list[str]:
    return [
        " ".join(
            (
                str(piece.span.line),
                piece.span.cell or "-",
                str(len(piece.text)),
                hashlib.sha256(piece.text.encode()).hexdigest()[:16],
            )
        )
        for piece in reading.residue
    ]


@every_case("year", DOCUMENTS)
def test_the_residue_is_the_accepted_one(year: str) -> None:
    found = listed(parsed(DOCUMENTS[year]))
    path = GOLDEN / f"residue-{year}.txt"
    if os.environ.get("UPDATE_RESIDUE"):
        path.write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
    assert found == path.read_text("utf-8").splitlines()


@every_case("year", DOCUMENTS)
def test_only_prose_is_left_over(year: str) -> None:
    """Whole sentences or clauses: no heading, no mark, no cell of a table, no single word."""
    reading = parsed(DOCUMENTS[year])
    for piece in reading.residue:
        assert "\t" not in piece.text
        assert len(piece.text.split()) >= 5, piece
        # An item of a list may have no stop.
        item = piece.text.splitlines()[-1].lstrip().startswith("- ")
        assert item or piece.text.rstrip("*_ ")[-1] in ".,;:)", piece
