"""The official documents read as a person counted them: every block of every table is the same."""

from pathlib import Path

import pytest

from counted import blocks_of, counted
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


def told(want: dict[str, list[str]], got: dict[str, list[str]]) -> str:
    """What differs, block by block."""
    found: list[str] = []
    for name in dict.fromkeys((*want, *got)):
        wanted, read_ = want.get(name), got.get(name)
        if wanted == read_:
            continue
        found.append(f"[{name}]")
        if wanted is None or read_ is None:
            found.append("  is not in the " + ("table" if wanted is None else "reading"))
        missing = [line for line in wanted or () if line not in (read_ or ())]
        added = [line for line in read_ or () if line not in (wanted or ())]
        found += [f"  wanted, not read: {line}" for line in missing]
        found += [f"  read, not wanted: {line}" for line in added]
        if not missing and not added:
            found.append(f"  other order or number: wanted {wanted}, read {read_}")
    return "\n".join(found)


@every_case("year", DOCUMENTS)
def test_a_reading_is_what_was_counted(year: str) -> None:
    want = blocks_of((GOLDEN / f"actions-{year}.txt").read_text("utf-8"))
    got = counted(parsed(DOCUMENTS[year]).dossier)
    if want != got:
        pytest.fail(told(want, got), pytrace=False)


@every_case(
    ("want", "got", "words"),
    [
        ({"1": ["status: OPEN"]}, {"1": ["status: ONGOING"]}, "wanted, not read: status: OPEN"),
        ({"1": ["note: 1"]}, {"1": ["note: 1", "note: 1"]}, "other order or number"),
        ({"1": ["note: 1"]}, {}, "is not in the reading"),
        ({}, {"2": []}, "is not in the table"),
    ],
)
def test_a_difference_is_told(
    want: dict[str, list[str]], got: dict[str, list[str]], words: str
) -> None:
    assert words in told(want, got)
    assert told(want, want) == told(got, got) == ""
