"""Words of a cover or an introduction are in a field, recognised, or told: none are swallowed."""

import pytest

from customs_coop.model import Document
from customs_coop.readers import Reading, parse
from customs_coop.readers.document.cover import is_own_number
from customs_coop.readers.document.formulas import is_formula
from customs_coop.readers.document.several_labels import split_labels
from customs_coop.references import DocumentNumber
from folded import every_case

TABLE = "Code\tAction\tPriority\tResponsible party\n7.1\tMap the sheds\tHigh\tCCWP\n"


def read(text: str) -> Reading:
    return parse(f"{text}\n\n{TABLE}")


def left(reading: Reading) -> list[str]:
    return [" ".join(piece.text.split()) for piece in reading.residue]


def cover_of(lines: str) -> tuple[Document, list[str], Reading]:
    reading = read(f"6666/13\nLIMITE\n\nNOTE\n{lines}")
    (document,) = reading.dossier.documents
    return document, left(reading), reading


@every_case(
    "sentence",
    [
        "At its meeting on 4 February 2013 the CCWP decided to delete action 1.3.",
        "Poland stated at the meeting on 4 February 2013 that the plan is to be renamed.",
        "In May 2012 the harbours gladly hosted a seminar on ropes.",
        "The workshop took place in Riga on 3 May 2012.",
        "CATS is invited to agree to burn the sheds.",
    ],
)
def test_a_sentence_that_says_more_than_was_read_stays_whole(sentence: str) -> None:
    reading = read(f"Seventh Action Plan (2013-2014)\n\n{sentence}")
    assert left(reading) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The next meeting of the CCWP will be held on 5 March 2013.",
        "It was drawn up at its meetings on 3 May and 24 June 2012.",
        "CATS is invited to approve the plan.",
    ],
)
def test_a_sentence_of_formula_words_is_recognised(sentence: str) -> None:
    reading = read(f"Seventh Action Plan (2013-2014)\n\n{sentence}")
    assert left(reading) == []


def test_the_meeting_of_a_sentence_that_stays_is_read() -> None:
    sentence = "At its meeting on 4 February 2013 the CCWP decided to delete action 1.3."
    (event,) = read(f"Seventh Action Plan (2013-2014)\n\n{sentence}").dossier.events
    assert event.when is not None
    assert str(event.when.earliest) == "2013-02-04"


def test_words_of_a_formula() -> None:
    assert is_formula("1. The plan will be submitted to")
    assert is_formula("The plan for sheds", "Plan for sheds")
    assert not is_formula("The plan for sheds")
    assert not is_formula("The plan of 1234 ropes")


@every_case("label", ["No. Cion doc.", "Cion prop.", "N° doc. Cion", "Nr. Komm.dok."])
def test_the_number_of_a_document_of_the_commission_is_a_previous_one(label: str) -> None:
    document, residue, _ = cover_of(f"{label}: 12345/12 UD 3\nSubject: Seventh Action Plan")
    assert [number.cite() for number in document.previous] == ["12345/12 UD 3"]
    assert residue == []


def test_a_number_of_the_commission_itself_is_left_over() -> None:
    document, residue, _ = cover_of(
        "No. prev. doc.: 5555/13\nNo. Cion doc.: 12345/12 COM(2012) 123 final\nSubject: Plan"
    )
    assert [str(number) for number in document.previous] == ["5555/13", "12345/12"]
    assert residue == ["COM(2012) 123 final"]


def test_words_beside_the_numbers_of_previous_documents_are_left_over() -> None:
    document, residue, _ = cover_of(
        "No. prev. doc.: 5555/13 ENFOCUSTOM 9 and 4444/13 on the secret matter of sheds\n"
        "3333/13 (available only in French)\n2222/13\nSubject: Plan"
    )
    numbers = [str(number) for number in document.previous]
    assert numbers == ["5555/13", "4444/13", "3333/13", "2222/13"]
    assert residue == ["on the secret matter of sheds", "(available only in French)"]


def test_what_a_label_without_a_field_holds_is_left_over_unless_it_is_known() -> None:
    _, residue, _ = cover_of("Delegations: burn the sheds\nOriginal: English\nSubject: Plan")
    assert residue == ["burn the sheds"]


def test_labels_on_one_line() -> None:
    document, residue, reading = cover_of(
        "from: General Secretariat to: Harbour Group\n"
        "No. prev. doc.: 5555/13 ENFOCUSTOM 9 Subject: Sixth Action Plan (1.1.2013-31.12.2014)"
    )
    assert (document.origin, document.addressee) == ("General Secretariat", "Harbour Group")
    assert [number.cite() for number in document.previous] == ["5555/13 ENFOCUSTOM 9"]
    assert document.title == "Sixth Action Plan (1.1.2013-31.12.2014)"
    assert str(reading.dossier.plan.period) == "2013-01-01/2014-12-31"
    assert residue == []


@every_case(
    ("line", "pieces"),
    [
        ("von: Vorsitz an: Gruppe", ["von: Vorsitz", "an: Gruppe"]),
        ("de : Présidence à : Groupe", ["de : Présidence", "à : Groupe"]),
        ("6666/13 LIMITE Subject: Plan", ["6666/13 LIMITE", "Subject: Plan"]),
        ("Subject: Letter to: all, from: nobody", ["Subject: Letter to: all, from: nobody"]),
        ("The sheds are subject: to rules", ["The sheds are subject: to rules"]),
        ("to: Group from: Chair", ["to: Group from: Chair"]),
        ("from: Chair of the Group", ["from: Chair of the Group"]),
        ("From the Chair to the Group", ["From the Chair to the Group"]),
    ],
)
def test_where_a_label_begins_within_a_line(line: str, pieces: list[str]) -> None:
    assert [line[start:end].strip() for start, end in split_labels(line)] == pieces


def test_hostile_lines_of_labels() -> None:
    line = "a: " * 200_000
    assert "".join(line[start:end] for start, end in split_labels(line)) == line
    assert is_formula("the " * 200_000)


def test_the_own_number_on_a_line_is_a_head_of_a_page() -> None:
    document = Document(reference=DocumentNumber.parse("6666/13"), title="Plan")
    assert is_own_number("6666/13 LIMITE", document)
    assert is_own_number("6666/13 REV 1", document)
    assert not is_own_number("6666/13 REV 1", None)
    assert not is_own_number("6667/13", document)
    assert not is_own_number("6666/13 on sheds", document)
    assert not is_own_number("LIMITE", document)


def test_a_foot_of_a_page_below_the_table_is_recognised() -> None:
    head = "6666/13\nSubject: Seventh Action Plan (2013-2014)\n\n"
    reading = parse(f"{head}{TABLE}\n6666/13\n\n6667/13\n")
    assert left(reading) == ["6667/13"]
