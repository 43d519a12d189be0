"""Paragraphs of a cell of indicators that only say how far the work is."""

import pytest

from customs_coop.formats.status.reading import read_status
from customs_coop.formats.status.remarks import is_remark, is_remark_on
from customs_coop.model import Status
from customs_coop.readers.indicators import leading_remarks, read_indicators
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.markup import Paragraph, read_cell
from folded import every_case


def paragraphs(cell: str) -> tuple[Paragraph, ...]:
    return read_cell(Excerpt.of(cell)).paragraphs


@every_case(
    "text",
    [
        "Completed: 1234/05",
        "Complete. 1234/05",
        "Ongoing.",
        "Ongoing work in two ports.",
        "Ongoing discussions with the lamp makers",
        "Under way since 2004",
        "Deferred until the new Treaty",
        "Not yet started",
        "Awaiting the decision of the Council",
        "Await outcome of 2.1",
        "Work on the map has been started. New action might be required.",
        "Preparatory work completed (1234/05)",
        "Discussions are ongoing",
        "No further action required",
        "En cours",
        "Achevée: 1234/05",
        "En attente de la décision du Conseil",
        "Les travaux sont en cours",
        "Abgeschlossen: 1234/05",
        "Die Arbeiten sind noch im Gange",
    ],
)
def test_what_says_how_the_work_stands_is_a_remark(text: str) -> None:
    assert is_remark(text)


@every_case(
    "text",
    [
        "",
        "Report to the group",
        "Completed questionnaires of all ports",
        "Complete the list of ports",
        "Completed by June 2006",
        "Ongoing training provided",
        "Ongoing and future exercises evaluated",
        "Ongoing work in two ports. Report to the group",
        "Study completed. Deadline: tbc",
        "Preparatory work completed",
        "Working group set up",
        "Work programme for the ports",
        "Awaited report issued",
        "Follow-up work to look after the lamps",
        "New action might be required.",
        "Travaux publiés",
        "Abgeschlossene Karte",
    ],
)
def test_what_is_still_an_aim_is_none(text: str) -> None:
    assert not is_remark(text)


BEFORE = "Assessment reports on lamps produced. Deadline: Annually."


@every_case(
    "text",
    [
        "One report already issued (1234/05)",
        "Two reports have been issued",
        "Pilot underway and later pilots planned.",
        "Assessment of oil lamps completed in 2005: 1234/05",
        "Un rapport a déjà été publié",
        "Ein Bericht wurde bereits vorgelegt",
    ],
)
def test_a_clause_is_a_remark_only_behind_an_indicator(text: str) -> None:
    assert is_remark_on(text, BEFORE)
    assert not is_remark(text)


@every_case(
    "text",
    [
        "List of measures already adopted",
        "Report on work in progress",
        "Study of what has been done",
        "Guidelines that have been agreed",
        "Guidelines published (1234/05)",
        "Survey completed in 2005: 1234/05",
        "Analysis in other ports to be worked out",
        "Pilot underway and report to the group",
    ],
)
def test_a_product_is_an_indicator_of_its_own(text: str) -> None:
    assert not is_remark_on(text, BEFORE)


def test_what_is_left_to_do_of_the_same_thing_follows_a_remark() -> None:
    text = "Assessment of other lamps to be worked out by the ports"
    assert is_remark_on(text, BEFORE, follows=True)
    assert not is_remark_on("Survey of other boats to be made", BEFORE, follows=True)


def test_a_remark_is_a_paragraph_of_the_indicator_above_it_with_its_proof() -> None:
    report, joined = read_indicators(
        paragraphs(
            "<p>Map drawn (Completed: 1234/05)</p><p>Ongoing work in two ports. One report already"
            " issued (1235/05)</p><p>Exercises at sea</p>"
        )
    )
    assert report.text.splitlines() == [
        "Map drawn (Completed: 1234/05)",
        "Ongoing work in two ports. One report already issued (1235/05)",
    ]
    assert [str(one) for one in report.evidence] == ["1234/05", "1235/05"]
    assert report.status is Status.PARTLY_COMPLETED
    assert joined.text == "Exercises at sea"


def test_remarks_without_an_indicator_above_them_are_counted() -> None:
    assert leading_remarks(paragraphs("<p>Awaiting the outcome of 2.1</p><p>Map</p>")) == 1
    assert leading_remarks(paragraphs("<p>Map</p><p>Ongoing</p>")) == 0


@every_case(
    ("cell", "texts"),
    [
        (
            "Draft (Completed: 1234/05) Within 1 year look at it again.",
            ["Draft (Completed: 1234/05)", "Within 1 year look at it again."],
        ),
        ("Draft (Completed: 1234/05) Follow-up by June 2006", None),
        ("Draft (Completed: 1234/05) Deadline: June 2006", None),
        ("Draft (Completed: 1234/05) Approved by the group on 12 May 2005", None),
        ("Draft (Completed: 1234/05) It names all ports", None),
        ("Draft (Annex 2) Within 1 year look at it again.", None),
    ],
)
def test_a_statement_with_its_own_time_behind_a_completed_one(
    cell: str, texts: list[str] | None
) -> None:
    assert [one.text for one in read_indicators(paragraphs(cell))] == (texts or [cell])


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        (["Draft (Completed: 1234/05)", "Look at it within 1 year"], Status.PARTLY_COMPLETED),
        (["Draft (Completed: 1234/05)", "Look at it again"], Status.COMPLETED),
        (["Look at it within 1 year", "Draft (Completed: 1234/05)"], Status.COMPLETED),
    ],
)
def test_what_is_due_after_a_completed_one_leaves_the_row_open(
    texts: list[str], status: Status
) -> None:
    assert read_status(texts).status is status


@pytest.mark.parametrize("piece", ["work on ", "a has been ", "Ongoing ", "(", "under way and "])
def test_a_paragraph_of_any_length_is_read(piece: str) -> None:
    text = piece * (7_500 // len(piece))
    assert not is_remark_on(text, text)
    read_indicators(paragraphs(f"<p>Map</p><p>{text}</p>" * 3))
