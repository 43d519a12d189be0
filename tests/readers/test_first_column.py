"""A table with an empty first column reads like the one without."""

import functools
from collections.abc import Callable
from pathlib import Path

import pytest

from customs_coop.readers import Reading, parse
from customs_coop.readers.base import Source
from customs_coop.readers.text.first_column import without_first_column

HERE = Path(__file__).parent / "documents"
PLANS = ("regional-work-plan", "damaged-work-plan", "french-work-plan", "german-work-plan")


def every_line(text: str) -> str:
    return "".join(f"\t{line}" for line in text.splitlines(keepends=True))


def lines_with_words(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(f"\t{line}" if line.strip() else line for line in lines)


def rows_alone(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(f"\t{line}" if "\t" in line else line for line in lines)


def two_columns(text: str) -> str:
    return every_line(every_line(text))


def _told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.subject, finding.message) for finding in reading.report]


@functools.cache
def read_once(text: str) -> Reading:
    return parse(text)


@pytest.mark.parametrize("relay", [every_line, lines_with_words, rows_alone, two_columns])
@pytest.mark.parametrize("name", PLANS)
def test_an_empty_first_column_changes_no_value(name: str, relay: Callable[[str], str]) -> None:
    text = (HERE / f"{name}.txt").read_text("utf-8")
    plain, reading = read_once(text), parse(relay(text))
    assert reading.dossier == plain.dossier
    assert _told(reading) == _told(plain)
    assert reading.held == plain.held
    assert [piece.text.split() for piece in reading.residue] == [
        piece.text.split() for piece in plain.residue
    ]


def test_places_are_those_of_the_text_as_printed() -> None:
    text = every_line(
        "Third Action Plan (2008-2009)\n\nSheds were lost.\n\n"
        "Code\tAction\tPriority\tResponsible party\n3.1\tMap the sheds\tHigh\tMS\n"
    )
    reading = parse(text)
    (action,) = reading.dossier.plan.actions
    assert action.span is not None
    assert (action.span.line, action.span.column) == (6, 2)
    pieces = (*reading.residue, *reading.furniture)
    assert "Sheds were lost." in [piece.text.strip() for piece in reading.residue]
    for piece in pieces:
        assert text[piece.span.start : piece.span.end] == piece.text
        assert piece.text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "Area\tCode\tAction\n\t3.1\tMap the sheds\n\t3.2\tPaint them\n",
        "\tThe group met.\nIt left again.\n\tNobody stayed.\n",
        "Code\tAction\tPriority\n3.1\tMap\n\tthe sheds\tHigh\n",
        "No table at all.",
        "",
    ],
    ids=["a column of areas", "indented paragraphs", "a broken row", "prose", "nothing"],
)
def test_a_column_that_holds_something_stays(text: str) -> None:
    assert without_first_column(Source("a.txt", text)) is None


def test_a_column_of_work_areas_is_still_read() -> None:
    text = (
        "Third Action Plan (2008-2009)\n\n"
        "Work area\tCode\tAction\tPriority\tResponsible party\n"
        "1. Sheds\t1.1\tMap the sheds\tHigh\tMS\n\t1.2\tPaint the sheds\tLow\tMS\n"
    )
    plan = parse(text).dossier.plan
    assert [(str(a.code), a.title, str(a.work_area)) for a in plan] == [
        ("1.1", "Map the sheds", "1"),
        ("1.2", "Paint the sheds", "1"),
    ]


def test_a_page_break_before_the_column() -> None:
    rows = "Code\tAction\tPriority\tResponsible party\n3.1\tMap the sheds\tHigh\tMS\n"
    plain = f"Third Action Plan (2008-2009)\n{rows}\f3.2\tPaint them\tLow\tMS\n"
    relaid = lines_with_words(plain).replace("\t\f", "\f\t")
    assert parse(relaid).dossier == parse(plain).dossier


@pytest.mark.parametrize("text", ["\t" * 200_000, "\t\n" * 50_000 + "x", "\t x\t" * 50_000])
def test_hostile_tabs_are_read_in_linear_time(text: str) -> None:
    form = without_first_column(Source("a.txt", text))
    assert form is None or len(form.source.text) < len(text)
