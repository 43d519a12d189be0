"""The cover note of a revised plan as a file: its marking stands at the head of each form."""

import io
import zipfile

import pytest

from customs_coop.errors import MarkingError
from customs_coop.exporters.cover_notes import COVER_NOTE_SUFFIXES, written_cover_note
from customs_coop.rollover import CoverNote

HEAD = (("Document", "1234/1/05 REV 1"), ("No. prev. doc.", "1234/05"))
TOLD = (("These rows call for it:", "5.2: as printed"), ("End.",))


def note_of(marking: str) -> CoverNote:
    return CoverNote(title="First Plan", head=HEAD, paragraphs=TOLD, marking=marking)


def text_of(content: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as word:
        return word.read(part).decode()


def test_the_marking_stands_at_the_head_of_each_form() -> None:
    note = note_of("LIMITE")
    assert written_cover_note(note, ".txt").startswith(b"LIMITE\n\nFirst Plan\n")
    assert written_cover_note(note, ".md").startswith(b"**LIMITE**\n\n# First Plan\n")
    page = written_cover_note(note, ".html").decode()
    assert page.index('<p class="marking">LIMITE</p>') < page.index("<h1")
    word = written_cover_note(note, ".docx")
    assert ">LIMITE<" in text_of(word, "word/header1.xml")


@pytest.mark.parametrize("suffix", COVER_NOTE_SUFFIXES)
def test_a_marked_note_is_not_given_to_the_public(suffix: str) -> None:
    fault = r"not for the public: the cover note of 1234/1/05 REV 1 \(LIMITE\)"
    with pytest.raises(MarkingError, match=fault):
        written_cover_note(note_of("LIMITE"), suffix, public=True)
    for marking in ("", "PUBLIC"):
        assert written_cover_note(note_of(marking), suffix, public=True)
    assert b"LIMITE" not in written_cover_note(note_of(""), suffix)


def test_running_text_stands_on_upright_paper() -> None:
    word = written_cover_note(note_of("LIMITE"), ".docx")
    body = text_of(word, "word/document.xml")
    assert 'w:w="11906" w:h="16838"' in body
    assert "landscape" not in body
    # The lines of the head are as wide as the text, and so is the head of the page.
    assert '<w:tblW w:w="9638" w:type="dxa"/>' in body
    assert 'w:pos="9638"' in text_of(word, "word/header1.xml")
    assert "size: A4 portrait" in written_cover_note(note_of(""), ".html").decode()
