"""The items of plural fields, paired."""

from customs_coop.comparison import ItemPair, pair_items
from customs_coop.model import Indicator, Involvement


def test_equal_items_go_before_like_ones() -> None:
    old = ("Draft a report on fraud", "Draft a report")
    assert pair_items(old, ("Draft a report", "Draft a report on tax fraud")) == (
        ItemPair(old[1], "Draft a report", 1, 0),
        ItemPair(old[0], "Draft a report on tax fraud", 0, 1),
    )


def test_a_code_goes_before_words() -> None:
    old = (Indicator(text="Study of fraud", code="1"), Indicator(text="Report", code="2"))
    new = (Indicator(text="Study of fraud", code="2"), Indicator(text="Report", code="1"))
    assert [(pair.was, pair.place) for pair in pair_items(old, new)] == [(1, 0), (0, 1)]


def test_a_party_in_another_role_is_the_same_party() -> None:
    old = (Involvement(party="COM", role="responsible"), Involvement(party="UK", role="concerned"))
    new = (Involvement(party="COM", role="concerned"),)
    assert [(pair.was, pair.place) for pair in pair_items(old, new)] == [(0, 0), (1, None)]


def test_what_went_stands_where_it_stood_before_what_came() -> None:
    pairs = pair_items(("a", "b", "c", "d"), ("a", "x", "d", "y"))
    assert [(pair.old, pair.new) for pair in pairs] == [
        ("a", "a"),
        ("b", None),
        ("c", None),
        (None, "x"),
        ("d", "d"),
        (None, "y"),
    ]
    assert [pair.unchanged for pair in pairs] == [True, False, False, False, True, False]


def test_every_item_comes_once_however_often_it_stands_there() -> None:
    pairs = pair_items(("a", "a", "b"), ("b", "a"))
    assert [(pair.was, pair.place) for pair in pairs] == [(1, None), (2, 0), (0, 1)]
