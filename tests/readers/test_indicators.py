"""Indicator cells: where one milestone ends, and which deadlines it has."""

from customs_coop.readers.indicators import read_indicators, split_numbered
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.markup import read_cell
from folded import every_case


def read(cell: str) -> list[tuple[str, list[str]]]:
    """The text of each indicator, with the kinds and last days of its deadlines."""
    return [
        (
            indicator.text,
            [f"{type(one).__name__} {one.latest}" for one in indicator.deadlines],
        )
        for indicator in read_indicators(read_cell(Excerpt.of(cell)).paragraphs)
    ]


@every_case(
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


@every_case(
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


def full(cell: str) -> list[tuple[str | None, str, list[str], str]]:
    """The code, text, last days and status of each indicator."""
    return [
        (
            None if indicator.code is None else str(indicator.code),
            indicator.text,
            [str(one.latest) for one in indicator.deadlines],
            indicator.status.value,
        )
        for indicator in read_indicators(read_cell(Excerpt.of(cell)).paragraphs)
    ]


SURVEY = ("Survey held. Deadline: June 2007", ["2007-06-30"], "open")
MAP = ("Map printed. Deadline: May 2008", ["2008-05-31"], "open")


@every_case(
    ("cell", "codes"),
    [
        ("(1) {0};<br>(2) {1}", ("1", "2")),
        ("(1) {0}; (2) {1}", ("1", "2")),
        ("(a) {0};<br>(b) {1}", ("a", "b")),
        ("1. {0}<br>2. {1}", ("1", "2")),
        ("a) {0}<p>b) {1}</p>", ("a", "b")),
        ("<ul><li>{0}</li><li>{1}</li></ul>", (None, None)),
        ("<p>{0}</p><p>{1}</p>", (None, None)),
        ("{0} {1}", (None, None)),
    ],
)
def test_indicators_of_every_kind_of_list_keep_their_own_deadlines(
    cell: str, codes: tuple[str | None, ...]
) -> None:
    found = full(cell.format(SURVEY[0], MAP[0]))
    assert [(code, text.rstrip(";"), *rest) for code, text, *rest in found] == [
        (codes[0], *SURVEY),
        (codes[1], *MAP),
    ]


def test_states_stay_with_the_point_that_has_them() -> None:
    assert full("(1) Survey held (Completed: 1234/05);<br>(2) Map printed. Deadline: May 2008") == [
        ("1", "Survey held (Completed: 1234/05);", [], "completed"),
        ("2", *MAP),
    ]
    assert full("Survey held.<br>(Completed: 1234/05)<br>Map printed. Deadline: May 2008") == [
        (None, "Survey held. (Completed: 1234/05)", [], "completed"),
        (None, *MAP),
    ]
    assert full("Survey held<br>Status: ongoing<br>Map printed. Deadline: May 2008") == [
        (None, "Survey held Status: ongoing", [], "ongoing"),
        (None, *MAP),
    ]


def test_points_below_a_point_are_apart_where_they_have_deadlines() -> None:
    assert full(
        "(1) Surveys: (a) of sheds. Deadline: June 2007; (b) of boxes. Deadline: May 2008;"
        "<br>(2) Map printed. Deadline: May 2008"
    ) == [
        ("1", "Surveys:", [], "open"),
        ("1(a)", "of sheds. Deadline: June 2007;", ["2007-06-30"], "open"),
        ("1(b)", "of boxes. Deadline: May 2008;", ["2008-05-31"], "open"),
        ("2", *MAP),
    ]
    assert full("(1) Survey of (a) sheds and (b) boxes. Deadline: June 2007; (2) Map") == [
        ("1", "Survey of (a) sheds and (b) boxes. Deadline: June 2007;", ["2007-06-30"], "open"),
        ("2", "Map", [], "open"),
    ]


def test_a_list_behind_a_colon_is_one_milestone_unless_its_items_have_deadlines() -> None:
    assert full("Reports on:<ul><li>sheds</li><li>boxes. Deadline: May 2008</li></ul>Map") == [
        (None, "Reports on: sheds boxes. Deadline: May 2008", ["2008-05-31"], "open"),
        (None, "Map", [], "open"),
    ]
    assert full(
        "Reports on:<ul><li>sheds. Deadline: June 2007</li><li>boxes. Deadline: May 2008</li></ul>"
    ) == [
        (None, "Reports on:", [], "open"),
        (None, "sheds. Deadline: June 2007", ["2007-06-30"], "open"),
        (None, "boxes. Deadline: May 2008", ["2008-05-31"], "open"),
    ]


def test_a_deadline_on_a_line_of_its_own_belongs_to_what_it_follows() -> None:
    assert full("Survey held<br>Deadline: June 2007<br>Map printed<br>Deadline: May 2008") == [
        (None, "Survey held Deadline: June 2007", ["2007-06-30"], "open"),
        (None, "Map printed Deadline: May 2008", ["2008-05-31"], "open"),
    ]
    assert full("(1) Survey<br>Deadline: June 2007<br>(2) Map<br>Deadline: May 2008.") == [
        ("1", "Survey Deadline: June 2007", ["2007-06-30"], "open"),
        ("2", "Map Deadline: May 2008.", ["2008-05-31"], "open"),
    ]
    assert [text for _, text, *_ in full("Deadline: June 2007<br>Survey held")] == [
        "Deadline: June 2007",
        "Survey held",
    ]


def test_what_only_carries_on_stays_with_its_indicator() -> None:
    assert full("Survey held in all<br>ports. Deadline: June 2007<br>Map printed") == [
        (None, "Survey held in all ports. Deadline: June 2007", ["2007-06-30"], "open"),
        (None, "Map printed", [], "open"),
    ]
    # Neither a name in small letters behind a deadline nor a figure in the text is a beginning.
    assert [text for _, text, *_ in full("Survey. Deadline: June 2007<br>eCustoms pilot")] == [
        "Survey. Deadline: June 2007",
        "eCustoms pilot",
    ]
    assert [text for _, text, *_ in full("12 reports on sheds<br>2. May 2007 is the day")] == [
        "12 reports on sheds",
        "2. May 2007 is the day",
    ]
    assert [text for _, text, *_ in full("1. May 2007 is the first day")] == [
        "1. May 2007 is the first day"
    ]


def test_what_stands_beside_the_numbers_is_kept() -> None:
    assert full("Reports:<br>(1) on sheds;<br>(2) on boxes") == [
        (None, "Reports:", [], "open"),
        ("1", "on sheds;", [], "open"),
        ("2", "on boxes", [], "open"),
    ]
