"""Indicator cells: where one milestone ends, and which deadlines it has."""

import pytest

from customs_coop.readers.indicators import read_indicators, split_numbered
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.markup import read_cell


def read(cell: str) -> list[tuple[str, list[str]]]:
    """The text of each indicator, with the kinds and last days of its deadlines."""
    return [
        (
            indicator.text,
            [f"{type(one).__name__} {one.latest}" for one in indicator.deadlines],
        )
        for indicator in read_indicators(read_cell(Excerpt.of(cell)).paragraphs)
    ]


@pytest.mark.parametrize(
    ("cell", "deadlines"),
    [
        ("Deadline: 30.6.2010 (extended to 31.12.2010)", ["By 2010-12-31"]),
        ("Deadline June 2010 – postponed to June 2011", ["By 2011-06-30"]),
        (
            "Deadlines: June 2010 (draft) and June 2011 (final)",
            ["By 2010-06-30", "By 2011-06-30"],
        ),
        ("Report. Deadline: (a) June 2010; (b) June 2011", ["By 2010-06-30", "By 2011-06-30"]),
        ("Report. Deadline: June 2011 (previously: by June 2010)", ["By 2011-06-30"]),
        ("Report. Deadline: June 2010 for the north of the Union", ["By 2010-06-30"]),
        ("Report. Deadline: June 2010 - the rest follows", ["By 2010-06-30"]),
        ("Report. Deadline: June 2010. [The rest follows]", ["By 2010-06-30"]),
    ],
)
def test_what_goes_on_behind_a_deadline_is_of_the_same_milestone(
    cell: str, deadlines: list[str]
) -> None:
    assert read(cell) == [(cell, deadlines)]


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        (
            "Survey. Deadline: 28.2.2007 (draft) Map. Deadline: June 2007",
            ["Survey. Deadline: 28.2.2007 (draft)", "Map. Deadline: June 2007"],
        ),
        (
            "Survey. Deadline: June 2006 (extended to June 2007) Map. Deadline: June 2008",
            ["Survey. Deadline: June 2006 (extended to June 2007)", "Map. Deadline: June 2008"],
        ),
        (
            "Survey. Deadline: 28.2.2007 and 31.7.2007 Map drawn",
            ["Survey. Deadline: 28.2.2007 and 31.7.2007", "Map drawn"],
        ),
        (
            "Survey. Deadline: (a) June 2007; (b) June 2008 Map drawn",
            ["Survey. Deadline: (a) June 2007; (b) June 2008", "Map drawn"],
        ),
    ],
)
def test_what_begins_anew_behind_a_deadline_is_another_milestone(
    cell: str, texts: list[str]
) -> None:
    assert [text for text, _ in read(cell)] == texts


def test_items_with_deadlines_of_their_own_stay_items() -> None:
    found = split_numbered("(1) Survey. Deadline: (a) May 2007; (b) June 2007; (2) Map")

    assert [(item.number, item.text) for item in found] == [
        ("1", "Survey. Deadline: (a) May 2007; (b) June 2007;"),
        ("2", "Map"),
    ]
