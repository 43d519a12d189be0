"""Nothing of a source is lost: a change of any character anywhere shows in what is read.

Each character that is not blank stands in a field, in the furniture or in the residue. So whoever
changes one, takes one out or puts a word in, changes at least one of the three.
"""

import enum
import functools
import html
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.diagnostics import Span
from customs_coop.readers import Reading, parse
from customs_coop.serialization import to_values
from folded import every_case
from real_documents import document, parsed

INVENTED = {
    path.stem: path.read_text("utf-8")
    for path in sorted((Path(__file__).parents[1] / "readers" / "documents").glob("*.txt"))
}
PLACES = [
    (name, place)
    for name, text in INVENTED.items()
    for place, character in enumerate(text)
    if not character.isspace()
]
OFFICIAL = (
    "1997-strategic-action-programme.txt",
    "2005-revised-work-plan.txt",
    "2006-naples-conclusions.txt",
    "2011-fifth-action-plan.txt",
    "2019-risk-management-conclusions.txt",
)
ODD = "§‡漢\N{REPLACEMENT CHARACTER}"
WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
EDITS = 5
Seen: TypeAlias = tuple[object, ...]


def seen(reading: Reading) -> Seen:
    """All that a reading shows of its source, but for the places."""
    return (
        to_values(reading.dossier),
        [piece.text for piece in reading.residue],
        [piece.text for piece in reading.furniture],
    )


def like(character: str, number: int) -> str:
    """Another character of the same kind: a letter, a figure, or any other sign."""
    for kind in (string.ascii_lowercase, string.ascii_uppercase, string.digits):
        if character in kind:
            return kind[(kind.index(character) + 1 + number % (len(kind) - 1)) % len(kind)]
    return "~" if character != "~" else "#"


def edited(text: str, place: int, number: int) -> str:
    """The text with a like or an odd character for one of its own, without it, or a word more."""
    character = text[place]
    way = number % EDITS
    if way == 1:
        put = ODD[number // EDITS % len(ODD)]
    elif way == 2:
        put = ""
    elif way == 3:
        put = f" zebra {character}"
    elif way == 4 and character.swapcase() != character:
        put = character.swapcase()
    else:
        put = like(character, number // EDITS)
    return text[:place] + put + text[place + 1 :]


@functools.cache
def read_of(name: str) -> Reading:
    return parse(INVENTED[name])


@functools.cache
def seen_of(name: str) -> Seen:
    return seen(read_of(name))


def spread(text: str, count: int) -> list[int]:
    """So many places of visible characters, from all over a text."""
    places = [place for place, character in enumerate(text) if not character.isspace()]
    return [places[(2 * number + 1) * len(places) // (2 * count)] for number in range(count)]


def check_edits(text: str, plain: Seen, count: int, first: int = 0) -> None:
    """Edit a text at so many places, each time in the next way."""
    for number, place in enumerate(spread(text, count), start=first):
        changed = edited(text, place, number)
        around = slice(max(0, place - 30), place + 30)
        assert seen(parse(changed)) != plain, (text[around], changed[around])


@every_case("name", INVENTED)
def test_a_change_anywhere_in_a_small_document_shows(name: str) -> None:
    check_edits(INVENTED[name], seen_of(name), EDITS)


@settings(max_examples=15)
@given(st.sampled_from(PLACES), st.integers(0, 200))
def test_any_change_at_any_place_shows(found: tuple[str, int], number: int) -> None:
    name, place = found
    changed = edited(INVENTED[name], place, number)
    assert seen(parse(changed)) != seen_of(name)


@pytest.mark.parametrize("name", OFFICIAL)
def test_a_change_in_an_official_document_shows(name: str) -> None:
    # The ways of editing begin with another one for each document, so that all of them come.
    text = document(name).read_text("utf-8")
    check_edits(text, seen(parsed(name)), 2, first=OFFICIAL.index(name))


def texts_in(value: object) -> Iterator[str]:
    """All texts of a value: its own, those of its parts, and its citation as printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from texts_in(member)
    elif isinstance(value, enum.Enum):
        yield str(value.value)
    elif not isinstance(value, Span):
        yield getattr(value, "cite", str)()
        for field in getattr(value, "__attrs_attrs__", ()):
            yield from texts_in(getattr(value, field.name))


def check_parts(text: str, reading: Reading) -> None:
    """The parts have no place in common, and what is in neither list is in the dossier."""
    left = [""] * len(text)
    for part, pieces in (("residue", reading.residue), ("furniture", reading.furniture)):
        for piece in pieces:
            start, end = piece.span.start, piece.span.end
            assert start is not None
            assert end is not None
            assert piece.text == text[start:end]
            assert piece.text == piece.text.strip() != ""
            assert not any(left[start:end]), (part, piece.text)
            left[start:end] = [part] * (end - start)
    held = [i for i, part in enumerate(left) if not part and not text[i].isspace()]
    assert len(held) == reading.held
    check_held("".join(" " if part else text[i] for i, part in enumerate(left)), reading)


def check_held(text: str, reading: Reading) -> None:
    """Each word stands in a text of the dossier beside its neighbour, or is a text by itself."""
    found = [" ".join(WORD.findall(value)) for value in texts_in(reading.dossier)]
    whole = set(found)
    words_in = f" {'  '.join(found)} "
    words = ["", *WORD.findall(html.unescape(text)), ""]
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        assert (
            word in whole or f" {before} {word} " in words_in or f" {word} {after} " in words_in
        ), (before, word, after)


@every_case("name", INVENTED)
def test_fields_furniture_and_residue_are_all_of_a_small_document(name: str) -> None:
    check_parts(INVENTED[name], read_of(name))


@pytest.mark.parametrize("name", OFFICIAL)
def test_fields_furniture_and_residue_are_all_of_an_official_document(name: str) -> None:
    check_parts(document(name).read_text("utf-8"), parsed(name))


@settings(max_examples=15)
@given(st.sampled_from(PLACES), st.text(max_size=8), st.integers(0, 60))
def test_fields_furniture_and_residue_are_all_of_a_damaged_document(
    found: tuple[str, int], put: str, cut: int
) -> None:
    name, place = found
    text = INVENTED[name]
    reading = parse(text[:place] + put + text[place + cut :])
    visible = len("".join((text[:place] + put + text[place + cut :]).split()))
    pieces = (*reading.residue, *reading.furniture)
    assert visible == reading.held + sum(len("".join(piece.text.split())) for piece in pieces)
    assert len({piece.span.start for piece in pieces}) == len(pieces)


def test_a_text_that_fits_no_layout_is_left_over() -> None:
    reading = parse("Only prose.")
    assert ([piece.text for piece in reading.residue], reading.held) == (["Only prose."], 0)


def test_our_own_file_is_all_fields_or_all_left_over() -> None:
    good = parse('{"schema": "customs_coop/1"}')
    assert (good.held, good.residue, good.furniture) == (27, (), ())
    bad = parse('{"schema": "customs_coop/1", "zebra": 1}')
    assert (bad.held, [piece.text for piece in bad.residue]) == (
        0,
        ['{"schema": "customs_coop/1", "zebra": 1}'],
    )
