import csv
import io
import re

from customs_coop.exporters import export
from customs_coop.rollover import Ledger
from sample_ledgers import hostile_ledger, small_ledger

GOLDEN = [
    [
        *("kind", "item", "words", "disposition", "successors", "reason", "authority"),
        *("times_carried", "first", "first_wording", "moved"),
    ],
    [
        *("action", "AP5/5.1", "Map the posts without a scanner", "carried", "AP6/6.1"),
        *("half done", "", "2", "AP4/4.7", "Count the scanners", ""),
    ],
    [
        *("indicator", "AP5/5.1 indicator 1", "List agreed", "carried", "AP6/6.1"),
        *("", "", "", "", "", ""),
    ],
    [
        *("indicator", "AP5/5.1 indicator 2", "Map | printed", "dropped", "", "no money for it"),
        *("7011/2/31 REV 2 ENFOCUSTOM 12", "", "", "", ""),
    ],
    [
        *("milestone", "AP5/5.1 milestone 1", "by June 2031", "carried", "AP6/6.1"),
        *("", "", "", "", "", "by December 2032"),
    ],
    [
        *("action", "AP5/5.2", "Map the posts without a laboratory", "merged", "AP6/6.1"),
        *("", "", "1", "AP5/5.2", "Map the posts without a laboratory", ""),
    ],
    [
        *("action", "AP5/5.4", "Agree on a form", "completed", "", ""),
        *("7011/2/31 REV 2 ENFOCUSTOM 12", "0", "AP5/5.4", "Agree on a form", ""),
    ],
    ["missing code", "AP5/5.3", "", "dropped", "", "never begun", "", "", "", "", ""],
    ["missing code", "AP5/5.5", "", "unexplained", "", "", "", "", "", "", ""],
    [
        *("recommendation", "R7", "Look at small posts, too", "taken up", "AP6/6.1"),
        *("", "", "", "", "", ""),
    ],
    ["recommendation", "R8", "Meet twice", "open", "", "", "", "", "", "", ""],
]


def test_there_is_one_row_for_each_thing() -> None:
    text = export(small_ledger(), "ledger-csv")
    assert list(csv.reader(io.StringIO(text, newline=""))) == GOLDEN
    assert len(GOLDEN) == 1 + len(small_ledger().rows)


def test_lines_end_as_rfc_4180_says_and_only_figures_stand_without_quotes() -> None:
    text = export(small_ledger(), "ledger-csv")
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert not any("\n" in line or "\r" in line for line in lines)
    assert all(re.fullmatch(r'(?:(?:"[^"]*"|\d)(?:,|$))+', line) for line in lines)


def test_the_mark_and_the_separator_are_options() -> None:
    text = export(small_ledger(), "ledger-csv", bom=True, separator=";")
    assert text.startswith('\ufeff"kind";"item";')
    assert not export(small_ledger(), "ledger-csv").startswith("\ufeff")


def test_hostile_words_stay_in_their_cell() -> None:
    rows = list(csv.reader(io.StringIO(export(hostile_ledger(), "ledger-csv"), newline="")))
    assert {len(row) for row in rows} == {11}
    assert len(rows) == 1 + len(hostile_ledger().rows)
    assert "\x00" not in export(hostile_ledger(), "ledger-csv")


def test_an_account_without_entries_is_its_headings() -> None:
    empty = Ledger(old=small_ledger().old, new=small_ledger().new)
    assert export(empty, "ledger-csv").count("\r\n") == 1
