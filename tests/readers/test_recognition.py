import pytest

from customs_coop.model import ActionPlan, Dossier
from customs_coop.readers import layouts, parse
from customs_coop.serialization import to_json

TABLE = "Fourth Action Plan (2010-2011)\n\nCode\tAction\tPriority\n1\tSwim\tHigh\n"
FLOW = (
    "Proposed action\n\n4.1\n\nTo dive\n\nPerformance indicator\n\nReport.\n\n"
    "Terms of reference\nDiving is good.\n"
)


def test_what_fits_no_layout_says_what_was_missing() -> None:
    reading = parse("Only prose.\n\nAnd more of it.", source="prose.txt")
    (finding,) = reading.report
    assert finding.code == "CC102"
    names = [layout.name for layout in layouts() if layout.name != "json"]
    assert all(name in finding.message for name in names)
    assert "json" not in finding.message
    assert "--layout" in finding.hint
    assert [piece.text for piece in reading.residue] == ["Only prose.", "And more of it."]
    # No line of blanks alone is residue, whatever blank it is.
    assert parse("\x1f\n\x0b\n\u2028").residue == ()


def test_a_text_that_begins_as_json_is_measured_as_json_too() -> None:
    (finding,) = parse("[1, 2]").report
    assert (finding.code, "json: " in finding.message) == ("CC102", True)


def test_what_the_nearest_layout_misses_is_said_alone() -> None:
    (finding,) = parse("Code\tAction\tColour\n1.1\tMap sheds\tgreen\n").report
    assert "work-plan: " in finding.message
    assert "conclusions: " not in finding.message


def test_two_layouts_that_fit_equally_are_an_error_until_one_is_named() -> None:
    text = TABLE + "\n" + FLOW
    reading = parse(text)
    assert [finding.code for finding in reading.report] == ["CC108"]
    assert reading.dossier.plans == ()
    assert "1" in parse(text, layout="work-plan").dossier.plan
    assert "4.1" in parse(text, layout="action-plan").dossier.plan


def test_an_unknown_layout_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="json, work-plan, action-plan"):
        parse(TABLE, layout="spreadsheet")


def test_bytes_are_no_text() -> None:
    with pytest.raises(TypeError, match="bytes"):
        parse(TABLE.encode())  # type: ignore[arg-type]  # the wrong type is the point


def test_json_is_recognised_by_its_content() -> None:
    dossier = Dossier.of(ActionPlan(id="AP9", title="Ninth"))
    reading = parse(to_json(dossier))
    assert reading.dossier == dossier
    assert (tuple(reading.report), reading.residue) == ((), ())


def test_broken_json_stays_json() -> None:
    assert [finding.code for finding in parse('{"schema": ').report] == ["CC103"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(ending: str) -> None:
    for text in (TABLE, "Fourth Action Plan (2010-2011)\n\n" + FLOW):
        reading = parse(text.replace("\n", ending))
        assert reading.dossier == parse(text).dossier


@pytest.mark.parametrize("piece", ["REV 1 ", "Action 3.1 ", "<a '", "(1) ", "5.1\n", "Deadline: "])
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    # Nothing is measured: a pattern that backtracks would not come to an end here.
    text = piece * 150
    for layout in layouts():
        assert parse(text + FLOW + TABLE, layout=layout.name).report is not None


def test_a_named_layout_that_finds_nothing_and_does_not_fit_is_an_error() -> None:
    reading = parse("Only a sentence.", layout="action-plan")
    assert [found.code for found in reading.report.errors] == ["CC102"]
    assert "does not look like action-plan" in str(reading.report)


def test_a_text_that_fits_nothing_is_not_sent_round_in_a_circle() -> None:
    text = "Conclusions of the group on kites\n4 May 2030\n\nMalta shall report by June 2031.\n"
    (first,) = parse(text).report.errors
    assert "name it" in first.hint
    reading = parse(text, layout="conclusions")
    (second,) = reading.report.errors
    assert "was read as conclusions all the same; missing were: verbs" in second.message
    assert second.hint == "check what was read"
    assert [one.party for one in reading.dossier.obligations] == ["MT"]


def test_a_text_of_another_layout_is_sent_there() -> None:
    (found,) = parse(TABLE, layout="conclusions").report.errors
    assert found.hint == "leave the layout out, and the content tells it"
