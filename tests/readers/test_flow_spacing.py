"""One plan, spaced in other ways: what is read of it stays the same."""

import textwrap
from pathlib import Path

import pytest

from customs_coop.readers import parse
from customs_coop.readers.base import Source
from customs_coop.readers.flow.spacing import evenly_spaced

PRINTED = (Path(__file__).parent / "documents" / "flow-plan.txt").read_text("utf-8")

WRAPPED = (
    "Eighth Action Plan (2017-2018)\n\n\n"
    "Proposed action\n\n8.1\n\nTo swim from one\nharbour to the\nother at night\n\n"
    "Strategic objectives\n\nTo make sure that all\nof the boats come\nhome in time\n\n"
    "Performance indicator\n\nReport on the\nboats that came\nhome too late.\n\n"
    "Possible outcome(s)\n\nFewer boats that\nnobody has seen.\n\n"
    "Terms of reference\nSwimming is good, and\nboats are better.\n8.2\n\n"
    "Proposed action\n\nTo dive below the\nboats of others\n\n"
    "Performance indicator\n\nList of the boats\nthat were found.\n\n"
    "Possible outcome(s)\n\nDivers that are\nnot afraid.\n\n"
    "Terms of reference\nDiving is good, and\nboats are wetter.\n"
)


def read_values(text: str) -> list[object]:
    """What the actions of a plan say, without the places."""
    plan = parse(text).dossier.plan
    return [
        plan.title,
        *(
            (
                str(action.code),
                action.title,
                [item.text for item in action.indicators],
                action.outcomes,
                [cell.text for cell in action.extra],
                [one.party for one in action.involved],
                [str(one) for one in action.references],
                action.terms_of_reference,
            )
            for action in plan
        ),
    ]


@pytest.mark.parametrize("text", [PRINTED, WRAPPED], ids=["labels and texts", "wrapped"])
@pytest.mark.parametrize("indent", ["  ", "\u00a0\u00a0", "        "])
def test_an_indent_of_all_lines_does_not_count(text: str, indent: str) -> None:
    relaid = "".join(indent + line for line in text.splitlines(keepends=True))
    assert read_values(relaid) == read_values(text)


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009", "\u3000"])
@pytest.mark.parametrize("text", [PRINTED, WRAPPED], ids=["labels and texts", "wrapped"])
def test_every_kind_of_blank_counts_as_one(text: str, blank: str) -> None:
    assert read_values(text.replace(" ", blank)) == read_values(text)


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\n \t\n"])
def test_double_spacing_sets_no_texts_apart(end: str) -> None:
    assert read_values(WRAPPED.replace("\n", end)) == read_values(WRAPPED)


def test_an_empty_line_between_paragraphs_of_one_line_each_parts_them() -> None:
    boxes = "".join(
        f"Proposed action\n\n8.{number}\n\nTo swim.\n\nPerformance indicator\n\nReport.\n\n\n\n"
        "Possible outcome(s)\n\nFewer sharks.\n\nTerms of reference\n\nSharks bite.\n\n\n\n"
        for number in range(1, 5)
    )
    text = f"Eighth Action Plan (2017-2018)\n\n\n\n{boxes}"
    assert evenly_spaced(Source("a.txt", text)).text == text
    assert len(parse(text).dossier.plan.actions) == 4


def test_the_code_of_the_next_action_directly_below_a_text() -> None:
    first, second = parse(WRAPPED).dossier.plan
    assert (str(first.code), str(second.code)) == ("8.1", "8.2")
    assert first.terms_of_reference == "Swimming is good, and boats are better."
    assert second.title == "To dive below the boats of others"


def test_a_code_that_ends_a_sentence_is_none_of_the_next_action() -> None:
    text = WRAPPED.replace("boats are better.\n8.2\n", "boats are better than those of\n8.2.\n")
    reading = parse(text)
    assert [str(action.code) for action in reading.dossier.plan] == ["8.1"]
    assert "CC114" in [finding.code for finding in reading.report]


def test_a_code_below_a_text_stays_where_the_next_action_has_its_own() -> None:
    text = WRAPPED.replace("Proposed action\n\nTo dive", "Proposed action\n\n8.3\n\nTo dive")
    first, second = parse(text).dossier.plan
    assert str(second.code) == "8.3"
    assert first.terms_of_reference.endswith("8.2")


def test_even_spacing_moves_no_visible_character() -> None:
    relaid = "".join(f"  {line}\u00a0\n\n" for line in WRAPPED.split("\n"))
    even = evenly_spaced(Source("a.txt", relaid)).text
    assert len(even) == len(relaid)
    assert [at for at, sign in enumerate(relaid) if not sign.isspace()] == [
        at for at, sign in enumerate(even) if not sign.isspace()
    ]
    assert "To swim from one    \nharbour" in even


def test_findings_and_residue_keep_the_places_of_the_text_as_printed() -> None:
    relaid = PRINTED.replace(" ", "\u00a0")
    reading = parse(relaid)
    assert [finding.span for finding in reading.report if finding.code == "CC118"] == [
        finding.span for finding in parse(PRINTED).report if finding.code == "CC118"
    ]
    for piece in (*reading.residue, *reading.furniture):
        assert relaid[piece.span.start : piece.span.end] == piece.text


def test_a_title_goes_on_to_the_empty_line_however_narrow_its_lines() -> None:
    title = (
        "Draft Eighth Action Plan (2017-2018) to implement the Council Resolution of 5 May 2014 "
        "on a strategy for the harbours and the revised strategy for swimmers in cold water"
    )
    narrow = "\n".join(textwrap.wrap(title, 24))
    assert narrow.count("\n") > 5
    text = WRAPPED.replace("Eighth Action Plan (2017-2018)", narrow)
    assert parse(text).dossier.plan.title == title


def test_a_title_without_an_empty_line_below_takes_in_no_introduction() -> None:
    prose = "The harbours have been asked for many years to count the boats of others.\n" * 8
    text = WRAPPED.replace("(2017-2018)\n", f"(2017-2018)\n{prose}")
    assert len(parse(text).dossier.plan.title) < 400
