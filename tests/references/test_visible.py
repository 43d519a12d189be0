"""The text as its reader sees it, and the way back to the source."""

from hypothesis import given
from hypothesis import strategies as st

from customs_coop.references.visible import visible_text
from folded import every_case

HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


@every_case(
    ("source", "seen"),
    [
        ("", ""),
        ("as it is", "as it is"),
        ("a\r\nb\rc\vd", "a\nb\nc\nd"),
        ("a\u00a0b\u2009c\u202fd", "a b c d"),
        ("a\fb", "a\0b"),
        (f"a{HIDDEN}b", "ab"),
        ("re\u00adport", "report"),
        ("re\u00ad\nport", "report"),
        ("1997\u00ad98", "1997\u00ad98"),
        ("a \u00ad b\u00ad", "a \u00ad b\u00ad"),
        ("PE\u2011CONS", "PE-CONS"),
    ],
)
def test_what_is_not_seen_goes(source: str, seen: str) -> None:
    assert visible_text(source).text == seen


def test_what_is_hidden_at_the_edges_of_a_passage_is_left_out() -> None:
    source = "x\u200b\u200by\u200bz\u200b"
    seen = visible_text(source)

    assert seen.text == "xyz"
    assert [seen.source_span(at, at + 1) for at in range(3)] == [(0, 1), (3, 4), (5, 6)]
    assert seen.source_span(0, 3) == (0, 6)


@given(st.text(st.sampled_from(f"ab1 \n\r\f\u00ad\u00a0{HIDDEN}")))
def test_every_character_is_found_again(source: str) -> None:
    seen = visible_text(source)

    before = 0
    for at, character in enumerate(seen.text):
        start, end = seen.source_span(at, at + 1)
        assert before <= start == end - 1
        assert visible_text(source[start]).text == character
        before = end


def test_hidden_marks_of_any_number_are_taken_out() -> None:
    # At this length anything worse than linear would not come to an end.
    assert visible_text("\u200ba\u00adb\r" * 50_000).text == "ab\n" * 50_000
