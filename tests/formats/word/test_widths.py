import pytest

from customs_coop.formats.word.measuring import Lettering
from customs_coop.formats.word.widths import ColumnNeed, column_needs, share_width

HEADINGS = ("No", "Action", "Deadlines", "Priority", "Performance Indicator")
ROWS = (
    (("1",), ("Compare the forms of all parties",), (), ("High",), ("Report " * 40,)),
    (("2",), ("Count the scanners",), (), ("Potential to defer",), ("Survey held",)),
)
WIDE, NARROW = 15_138, 6_000


def widths(width: int) -> dict[str, int]:
    needs = column_needs(HEADINGS, ROWS, Lettering())
    return dict(zip(HEADINGS, share_width(needs, width), strict=True))


@pytest.mark.parametrize("width", [WIDE, NARROW, 500, 4, 0])
def test_the_columns_fill_the_table(width: int) -> None:
    found = widths(width).values()
    assert sum(found) == width
    assert min(found) >= 0


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_column_is_narrower_than_its_longest_word(width: int) -> None:
    needs = column_needs(HEADINGS, ROWS, Lettering())
    assert all(
        found >= need.least for found, need in zip(widths(width).values(), needs, strict=True)
    )
    # It may stand in the heading or in a cell.
    (heading,) = column_needs(["Priority"], [], Lettering())
    (cell,) = column_needs([""], [[["Potentials"]]], Lettering())
    assert column_needs(["Priority"], [[["Potentials"]]], Lettering())[0].least == max(
        heading.least, cell.least
    )


def test_an_empty_column_has_the_width_of_its_heading() -> None:
    (alone,) = column_needs(["Deadlines"], [], Lettering())
    assert widths(WIDE)["Deadlines"] == alone.least


def test_what_is_left_goes_where_the_text_is() -> None:
    found = widths(WIDE)
    assert found["Performance Indicator"] > found["Action"] > found["Priority"] > found["No"]
    # No column gets more than it has words for, while others have to break their lines.
    (title,) = column_needs(["Action"], [[["Compare the forms of all parties"]]], Lettering())
    assert found["Action"] <= title.most


def test_where_the_longest_words_have_no_room_all_give_way_in_proportion() -> None:
    needs = [ColumnNeed(least=least, most=9000, share=5) for least in (300, 700, 900, 900)]
    assert share_width(needs, 2400) == (300, 600, 750, 750)
    # With next to no room at all, the columns are alike.
    assert share_width(needs, 400) == (100, 100, 100, 100)


def test_one_long_address_does_not_squeeze_the_others() -> None:
    rows = [[["1"], ["See https://example.org/" + "x" * 500], ["Report " * 30], ["High"], []]]
    needs = column_needs(HEADINGS, rows, Lettering())
    found = share_width(needs, WIDE)
    assert needs[1].least > WIDE
    assert found[1] < WIDE * 3 // 5
    assert all(found[at] >= needs[at].least for at in (0, 2, 3, 4))


def test_more_room_than_words_is_shared_by_the_text() -> None:
    needs = column_needs(["No", "Action"], [[["1"], ["Compare the forms"]]], Lettering())
    code, title = share_width(needs, WIDE)
    assert code >= needs[0].most
    assert title > 2 * code
    assert code + title == WIDE


def test_bold_words_need_wider_columns() -> None:
    plain, bold = (column_needs(HEADINGS, ROWS, Lettering(), bold=bold) for bold in (False, True))
    assert bold[3].least > plain[3].least
    assert bold[2] == plain[2]  # headings are bold anyway


def test_larger_letters_need_wider_columns() -> None:
    small, large = (column_needs(HEADINGS, ROWS, Lettering(size=size)) for size in (18, 24))
    assert all(one.least < other.least for one, other in zip(small, large, strict=True))
