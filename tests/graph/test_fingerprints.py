"""Fingerprints: which figures of a sentence are codes, and which are not."""

import pytest

from customs_coop.graph.fingerprints import WordsKnown, fingerprint
from customs_coop.graph.resolution import resolve
from customs_coop.model import Dossier

KNOWN = WordsKnown(resolve(Dossier()))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("await 2.1", "await #"),
        ("Action [3.9]", "Action [#]"),
        ("recommendations 12 and 14b", "recommendations # and #"),
        ("AP3/3.6 of AP3", "# of #"),
        ("3.1-3.4, 6.6/9.4", "#, #"),
        ("after WP-3, A.1 and No.5.", "after #, # and No.#."),
        ("Completed: 10971/1/05", None),
        ("by 9.6.1997, on 2004-06-30, in 1998", None),
        ("Council Decision 2003/170/JHA", None),
        ("the 2nd part, 50 % of it", None),
        ("Naples II Convention", None),
    ],
)
def test_codes_are_left_out_and_other_figures_are_not(text: str, left: str | None) -> None:
    assert KNOWN.of_sentence(text) == fingerprint("link", text if left is None else left)


@pytest.mark.parametrize("part", ["1.", "A/", "1/", "1.1/", "1-", "12.3a ", "x/1 ", "A"])
def test_hostile_sentences_are_read_in_linear_time(part: str) -> None:
    assert len(KNOWN.of_sentence(part * 100_000)) == 64
