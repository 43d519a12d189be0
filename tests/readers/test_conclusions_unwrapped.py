"""Paragraphs on one line each, as Word and a PDF give them, read like the wrapped ones."""

import re
from pathlib import Path

import pytest

from customs_coop.model import Dossier
from customs_coop.readers import parse
from customs_coop.readers.base import Source
from customs_coop.readers.conclusions.passages import read_passages
from customs_coop.readers.document.cover import read_cover
from customs_coop.readers.text.excerpts import Account
from real_documents import document

HERE = Path(__file__).parent / "documents"
INVENTED = ("ferry", "harbour", "letter", "lighthouse", "numbered")
REAL = ("2006-naples-conclusions.txt", "2019-risk-management-conclusions.txt")


def spans(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs and items below the cover begin and end."""
    source = Source("x", text)
    account = Account(source)
    found = read_passages(source, account, read_cover(source, account).end)
    return [(passage.places.start, max(passage.places.places) + 1) for passage in found]


def unwrapped(text: str, paragraphs: list[tuple[int, int]]) -> str:
    """The text with these paragraphs on one line each; a divided word is not put together."""
    for start, end in reversed(paragraphs):
        line = re.sub(r"[ \t]*\n\s*", " ", text[start:end])
        text = text[:start] + line + text[end:]
    return text


def read(text: str) -> Dossier:
    # The kind of document has to be told from the words alone.
    return parse(text).dossier


def check(text: str, *, one_by_one: bool) -> None:
    whole = read(text)
    paragraphs = spans(text)
    assert len(paragraphs) > 3
    assert read(unwrapped(text, paragraphs)) == whole
    # A file may hold both kinds.
    halves = (paragraphs[::2], paragraphs[1::2])
    for some in [[one] for one in paragraphs if one_by_one] or halves:
        joined = unwrapped(text, list(some))
        assert joined == text or read(joined) == whole


@pytest.mark.parametrize("name", INVENTED)
def test_invented_conclusions(name: str) -> None:
    text = (HERE / f"{name}-conclusions.txt").read_text("utf-8")
    check(text, one_by_one=True)


@pytest.mark.parametrize("name", REAL)
def test_real_conclusions(name: str) -> None:
    check(document(name).read_text("utf-8"), one_by_one=False)


def test_lines_without_a_mark_stay_apart() -> None:
    text = (
        "Conclusions\n\nThe Council invites the Commission to:\n1) count the boats in all of the"
        " larger harbours of the north, in summer and in winter, and to keep the lists for at least"
        " ten years after that;\n2) sell the nets.\nThe Ministers had a long talk about boats.\n"
        "They met once more in the evening, when it rained.\n"
    )
    assert [one.text.rpartition("to: ")[2] for one in read(text).recommendations] == [
        text[text.index("count the") : text.index(";")],
        "sell the nets.",
    ]
