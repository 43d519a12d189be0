"""The account of a source: what a field holds, what is furniture, what is left over."""

import pytest

from customs_coop.diagnostics import Span
from customs_coop.model import (
    Action,
    ActionPlan,
    Dossier,
    ExtraCell,
    Note,
    Priority,
    Recommendation,
)
from customs_coop.readers.base import Reading, Source
from customs_coop.readers.flow.objectives import find_work_areas
from customs_coop.readers.text.excerpts import Account
from customs_coop.readers.text.furniture import is_opening_words, is_part_heading
from customs_coop.readers.text.holding import HeldWords, printed_texts
from customs_coop.references import DocumentNumber
from folded import every_case


def texts(reading: Reading) -> tuple[list[str], list[str]]:
    return (
        [piece.text for piece in reading.furniture],
        [piece.text for piece in reading.residue],
    )


SWIM = Action(code="1", title="Swim")


def titled(title: str, *notes: str) -> Dossier:
    found = [Note(id=f"n{place}", text=text) for place, text in enumerate(notes)]
    return Dossier.of(ActionPlan(id="P", title=title, notes=found))


def used(text: str, dossier: Dossier, *pieces: str) -> tuple[list[str], list[str]]:
    account = Account(Source("a.txt", text))
    for piece in pieces:
        start = text.index(piece)
        account.use_span(start, start + len(piece))
    return texts(account.reading(dossier, []))


@every_case(
    ("text", "furniture"),
    [
        ("Count the sheds", []),
        ("Count  the\n sheds", []),
        ("1. Count the sheds", ["1."]),
        ("Count the sheds;", [";"]),
        ("Sheds the count", ["Sheds the count"]),
        ("Count all sheds", ["Count all sheds"]),
        ("count the sheds", ["count"]),
        ("sheds", ["sheds"]),  # one word of a longer text proves nothing
    ],
)
def test_used_text_counts_as_held_only_where_a_field_has_it(
    text: str, furniture: list[str]
) -> None:
    assert used(text, titled("Count the sheds"), text) == (furniture, [])


def test_text_may_be_divided_among_fields() -> None:
    text = "Count sheds; paint boats, 7"
    assert used(text, titled("Count sheds", "paint boats", "7"), text) == ([";", ","], [])


def test_a_sentence_may_be_entered_line_by_line() -> None:
    text = "Paint all\nboats\ngreen. Dive"
    assert used(text, titled("Paint all boats green."), "Paint all", "boats", "green.") == (
        [],
        ["Dive"],
    )


def test_words_that_only_come_together_in_the_account_prove_nothing() -> None:
    text = "count. Much prose stands here. sheds"
    furniture, left = used(text, titled("the count. sheds"), "count.", "sheds")
    assert (furniture, left) == (["sheds"], ["Much prose stands here."])


def test_text_that_nobody_entered_is_left_over_though_a_field_has_it() -> None:
    assert used("Count sheds. Count sheds.", titled("Count sheds."), "Count sheds.") == (
        [],
        ["Count sheds."],
    )


def test_furniture_takes_nothing_from_a_field() -> None:
    source = Source("a.txt", "Title: Swim")
    account = Account(source)
    account.use_span(7, 11)
    account.use_furniture(0, 11)
    assert texts(account.reading(titled("Swim"), [])) == (["Title:"], [])
    account = Account(source)
    account.use_furniture(0, 11)
    account.use_span(7, 11)
    assert texts(account.reading(titled("Swim"), [])) == (["Title:"], [])


def test_what_is_settled_is_looked_for_in_its_own_values_only() -> None:
    account = Account(Source("a.txt", "one 7\ntwo 7"))
    account.use_span(0, 5)
    claims = account.claims
    account.use_span(6, 11)
    account.settle(claims, "two")
    assert texts(account.reading(titled("one", "7"), [])) == (["7"], [])


def test_the_places_are_those_of_the_pieces_and_the_numbers_add_up() -> None:
    text = "The head of it | Swim |\n\n  left over\n  here too"
    account = Account(Source("a.txt", text))
    account.use_span(0, 23)
    reading = account.reading(titled("Swim"), [])
    assert texts(reading) == (["The head of it |", "|"], ["left over\n  here too"])
    for piece in (*reading.furniture, *reading.residue):
        assert text[piece.span.start : piece.span.end] == piece.text
    assert reading.held == 4
    assert [found.code for found in reading.report] == ["CC120"]


@every_case(
    ("words", "taken", "dossier", "codes"),
    [
        ("Swim left", 4, titled("Swim"), ["CC120"]),
        ("Swim left!", 4, titled("Swim"), ["CC120", "CC138"]),
        ("Swim", 4, titled("Swim"), []),
        ("Swim left!", 4, Dossier.of(ActionPlan(id="P", title="Swim", actions=[SWIM])), ["CC120"]),
        (
            "Swim left!",
            4,
            Dossier(recommendations=[Recommendation(id="R", text="Swim")]),
            ["CC120"],
        ),
    ],
)
def test_a_text_of_which_hardly_anything_was_read_is_told(
    words: str, taken: int, dossier: Dossier, codes: list[str]
) -> None:
    account = Account(Source("a.txt", words))
    account.use_span(0, taken)
    report = account.reading(dossier, []).report
    assert [found.code for found in report] == codes
    for found in report.warnings:
        assert found.message == "no action was read: 5 of 9 characters went into no field"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("CCWP is invited to agree", "2. The CCWP is\ninvited to agree to it."),
        ("Good", "1. Good."),
        ("bad", "It is bad."),
        ("no such words", None),
        ("", None),
    ],
)
def test_the_sentence_around_words_begins_with_its_number(words: str, sentence: str | None) -> None:
    text = "1. Good.\n2. The CCWP is\ninvited to agree to it. It is bad."
    found = Account(Source("a.txt", text)).sentence_around(words)
    assert (text[slice(*found)] if found else None) == sentence


def test_the_texts_of_a_value_are_those_that_it_prints() -> None:
    action = Action(
        code="1.2",
        title="Swim",
        priority="High",
        references=[DocumentNumber(4700, 2030, subjects=(("ENFOCUSTOM", 9),))],
        extra=[ExtraCell(heading="Cost", text="nil")],
        span=Span(source="secret.txt"),
    )
    found = printed_texts([action])
    assert {"1.2", "Swim", "Cost", "nil", "4700/30 ENFOCUSTOM 9"} <= set(found)
    assert Priority.HIGH.value in found
    assert "secret.txt" not in found


def test_signs_and_underscores_are_words() -> None:
    text = "a_b (c)"
    held = HeldWords(["_b", "(c"])
    assert [text[start:end] for start, end in held.spans(text)] == ["_", "b", "(", "c"]


@every_case(
    ("line", "heading"),
    [
        ("Introduction", True),
        ("\f Introduction", True),
        ("II. Background and aims", True),
        ("**1. Implementation of the Third Plan**", True),
        ("Contents:", True),
        ("Introduction of scanners is planned", False),
        ("Implementation of the plan began in 2010.", False),
        ("Follow-up shall be given to it", False),
        ("Sheds", False),
        ("", False),
    ],
)
def test_the_usual_headings_of_parts_are_known(line: str, *, heading: bool) -> None:
    assert is_part_heading(line) is heading


@pytest.mark.parametrize(
    ("line", "opening"),
    [
        ("THE COUNCIL OF THE EUROPEAN UNION,", True),
        ("The European Council:", True),
        ("The Council of the European Communities", True),
        ("The Council agreed", False),
        ("The Council of Ports", False),
    ],
)
def test_the_opening_words_of_an_act_are_known(line: str, *, opening: bool) -> None:
    assert is_opening_words(line) is opening


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "It covers these work areas:\n-\n\nboats and rafts,\n\n-\n\nsheds, and\n\n-\n\nnets.\n",
            ["boats and rafts", "sheds", "nets"],
        ),
        ("The priority areas are:\n\n(1) boats;\n(2) sheds.\n", ["boats", "sheds"]),
        ("These are the work areas:\n\nThe group shall count all boats of the coast.\n", []),
        ("There are two work areas.\n\nboats,\n\nsheds.\n", []),
        ("These are the objectives:\n\nboats,\n\nsheds.\n", []),
    ],
)
def test_work_areas_that_an_introduction_lists_are_read(text: str, titles: list[str]) -> None:
    source = Source("a.txt", text)
    found = find_work_areas(source, Account(source), len(text))
    assert [area.title for area in found] == titles
    assert [str(area.code) for area in found] == [str(n) for n in range(1, len(titles) + 1)]
