"""Every word of a text is in a field, in the furniture or in the residue."""

import re

import attrs
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.model import Dossier
from customs_coop.readers import parse

MARKS = ("", "1. ", "2. ", "(a) ", "(b) ", "i) ", "• ", "- ", "1) ")
HEADS = (
    "INVITES the Commission to ",
    "invites the Member States to: ",
    "AGREES to ",
    "Agreed that the working group should ",
    "As regards islands, agreed to carry out the following actions:",
    "RECALLS that ",
    "Report on ",
    "Action: Europol to ",
    "The Commission is invited to ",
    "Recommendation 3: ",
    "",
)
WORDS = ("swim by June 2010", "dive;", "row in boats.", "count the lamps", "sail:")
LABELS = ("Action:", "Recommendation")  # marks of an item, as its number is
LINES = st.builds(
    lambda gap, mark, head, words: gap + mark + head + words,
    st.sampled_from(["\n", "\n\n"]),
    st.sampled_from(MARKS),
    st.sampled_from(HEADS),
    st.sampled_from(WORDS),
)


def words_of(value: object) -> str:
    """All texts of a value, one behind the other."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return " ".join(words_of(member) for member in value)
    if attrs.has(type(value)):
        names = [field.name for field in getattr(value, "__attrs_attrs__", ())]
        return " ".join(words_of(getattr(value, name)) for name in names)
    return ""


@given(st.lists(LINES, max_size=12).map("".join))
def test_every_word_is_in_a_field_in_the_furniture_or_in_the_residue(text: str) -> None:
    reading = parse(text, layout="conclusions")
    kept = words_of(reading.dossier)
    kept += " ".join(piece.text for piece in (*reading.residue, *reading.furniture))
    for word in re.split(r"[\s:;]+", text):  # a stop ends a word, also where no blank follows
        if word not in LABELS and any(map(str.isalpha, word)) and len(word) > 3:
            assert word.strip(";,:.") in kept


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    reading = parse(text, layout="conclusions")
    assert isinstance(reading.dossier, Dossier)
    assert all(piece.text.strip() for piece in reading.residue)


@given(st.lists(LINES, max_size=8).map("".join), st.text(max_size=6), st.integers(0, 400))
def test_any_damaged_text_is_read(text: str, piece: str, at: int) -> None:
    reading = parse(text[:at] + piece + text[at:], layout="conclusions")
    for left in reading.residue:
        assert left.span.start is not None
