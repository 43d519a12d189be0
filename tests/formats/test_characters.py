from customs_coop.formats.characters import REPLACEMENT, replace_illegal
from folded import every_case


@every_case("bad", ["\x00", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe"])
def test_what_no_file_can_hold_is_replaced_one_for_one(bad: str) -> None:
    assert replace_illegal(f"a{bad}b") == f"a{REPLACEMENT}b"


def test_ordinary_text_in_any_script_stays() -> None:
    text = "tab\t line\n Ελλάδα, 😀 \u202e שלום"
    assert replace_illegal(text) == text
