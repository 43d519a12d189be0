"""Titles of work areas that were broken over several lines."""

import pytest

from customs_coop.readers import parse
from folded import every_case

TABLE = "Code\tAction\tPriority\tResponsible party\n1.1\tMap the sheds\tHigh\tMS\n"


def _titles(heading: str) -> tuple[list[str], list[str]]:
    reading = parse(f"Third Action Plan (2008-2009)\n\n{heading}\n\n{TABLE}")
    plan = reading.dossier.plan
    assert [str(action.work_area) for action in plan] == ["1"]
    left = [" ".join(piece.text.split()) for piece in reading.residue]
    return [area.title for area in plan.work_areas], left


@every_case(
    ("heading", "title"),
    [
        (
            (
                "Work area 1. Exchange of lists of all sheds that\nhave been lost on the coast of "
                "the sea by\nthe masters of the harbours"
            ),
            (
                "Exchange of lists of all sheds that have been lost on the coast of the sea by the "
                "masters of the harbours"
            ),
        ),
        (
            "Work area 1. Exchange of\nlists of lost\nsheds and of\nboats",
            "Exchange of lists of lost sheds and of boats",
        ),
        ("1. Exchange of\nlists of lost\nsheds", "Exchange of lists of lost sheds"),
        (
            "**Domaine 1 : Échange de listes des hangars\nperdus sur la côte et dans\nles ports**",
            "Échange de listes des hangars perdus sur la côte et dans les ports",
        ),
        ("Work area 1. Sheds", "Sheds"),
    ],
)
def test_a_title_is_read_whole(heading: str, title: str) -> None:
    assert _titles(heading) == ([title], [])


@pytest.mark.parametrize(
    ("heading", "title", "left"),
    [
        # Prose ends with a full stop, begins a sentence, or parts the heading from the table.
        (
            "Work area 1. Exchange of lists of all sheds that\nhave been lost.\nNobody has them.",
            "Exchange of lists of all sheds that",
            ["have been lost. Nobody has them."],
        ),
        (
            "Work area 1. Sheds\nThe sheds were lost\nin May",
            "Sheds",
            ["The sheds were lost in May"],
        ),
        (
            "Work area 1. Exchange of\nlists of sheds\n\nwhich have been lost",
            "Exchange of",
            ["lists of sheds", "which have been lost"],
        ),
    ],
)
def test_prose_below_a_title_is_no_part_of_it(heading: str, title: str, left: list[str]) -> None:
    assert _titles(heading) == ([title], left)


def test_a_numbered_paragraph_before_the_table_is_no_work_area() -> None:
    text = "Third Action Plan (2008-2009)\n\n1. The plan covers\nall sheds of the coast.\n\n"
    (area,) = parse(text + TABLE).dossier.plan.work_areas
    assert area.title == ""
