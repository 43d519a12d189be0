"""Colours by their names in CSS 3, and what a folder of entries says of itself."""

from customs_coop.formats.calendars import as_color, folder_marks, near_colors
from customs_coop.formats.calendars.colors import CSS_COLORS
from folded import every_case


@every_case(
    ("text", "name"),
    [
        (" SteelBlue", "steelblue"),
        ("grey", "grey"),
        ("#fff", None),
        ("light blue", None),
        ("reddish", None),
        ("rebeccapurple", None),  # CSS 4
        ("transparent", None),
        ("currentcolor", None),
        ("", None),
    ],
)
def test_a_colour_is_one_of_those_with_a_name(text: str, name: str | None) -> None:
    assert as_color(text) == name


def test_the_table_has_all_names_with_what_they_stand_for() -> None:
    assert len(CSS_COLORS) == 147
    assert [CSS_COLORS[name] for name in ("red", "lime", "blue", "navy", "teal", "white")] == [
        "#FF0000",
        "#00FF00",
        "#0000FF",
        "#000080",
        "#008080",
        "#FFFFFF",
    ]
    for name, color in CSS_COLORS.items():
        # Both spellings of grey are names, of the same colours.
        assert CSS_COLORS.get(name.replace("grey", "gray")) == color
        assert int(color[1:], 16) <= 0xFFFFFF
        assert len(color) == 7


@every_case(
    ("text", "first"),
    [
        ("steelblu", "steelblue"),
        ("Light Steel Blue", "lightsteelblue"),
        ("#4682b4", "steelblue"),
        ("#00FFFF", "aqua"),
        ("violett", "violet"),
        ("", ""),
        ("#123456", ""),
        ("x" * 100_000, ""),
    ],
)
def test_the_nearest_names_are_found(text: str, first: str) -> None:
    assert [*near_colors(text), ""][0] == first
    assert len(near_colors(text)) <= 3


@every_case(
    ("name", "color", "marks"),
    [
        (
            "Zoll\nund \x00 Γ",
            "LightBlue",
            {"displayname": "Zoll und \ufffd Γ".encode(), "color": b"#ADD8E6"},
        ),
        ("Plan", None, {"displayname": b"Plan"}),
        (" ", "#fff", {}),
    ],
)
def test_a_folder_has_its_name_and_its_colour_in_hexadecimal(
    name: str, color: str | None, marks: dict[str, bytes]
) -> None:
    assert folder_marks(name, color) == marks
