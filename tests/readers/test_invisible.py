"""Characters that show nothing change no value, and none is lost from the account."""

import pytest

from customs_coop import Reading, parse
from folded import every_case

HEAD = "Sixth Action Plan (2013-2014)\n\nCode\tAction\tResponsible Party\tDeadline\n"
ROW = "1.1\tMap the sheds\tMS\tJune 2013\n"


def _visible(text: str) -> int:
    return len("".join(text.split()))


def _codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.report]


@every_case(
    "sign", ["\u200b", "\u200e", "\u200f", "\u202e", "\u2066", "\u00ad", "\u2060", "\ufeff", "\0"]
)
@every_case("word", ["1.1", "Map", "MS", "June", "Sixth"])
def test_a_character_that_shows_nothing_changes_no_value(sign: str, word: str) -> None:
    text = (HEAD + ROW).replace(word, f"{word[:-1]}{sign}{word[-1:]}", 1)
    reading, plain = parse(text), parse(HEAD + ROW)
    place = text.index(sign)
    (action,) = reading.dossier.plan.actions
    (expected,) = plain.dossier.plan.actions
    assert str(action.code) == "1.1"
    assert action.title == expected.title
    assert action.involved == expected.involved
    assert action.deadlines == expected.deadlines
    assert reading.dossier.plan.period == plain.dossier.plan.period
    (finding,) = [one for one in reading.report if one.code == "CC199"]
    assert finding.span is not None
    assert finding.span.start == place
    assert f"U+{ord(sign):04X}" in finding.message


@pytest.mark.parametrize("text", [HEAD + ROW, "Nothing to be read."])
def test_the_account_stays_whole(text: str) -> None:
    text = "".join(f"{sign}\u200b\u00ad" for sign in text)
    reading = parse(text)
    pieces = (*reading.residue, *reading.furniture)
    assert reading.held + sum(_visible(piece.text) for piece in pieces) == _visible(text)
    for piece in pieces:
        assert text[piece.span.start : piece.span.end] == piece.text


def test_the_finding_counts_each_character_and_places_are_those_of_the_text() -> None:
    reading = parse(f"{HEAD}{ROW}1.2\tTr\u200bace\u200b\u00ad\tMS\t2014\n")
    (finding,) = [one for one in reading.report if one.code == "CC199"]
    assert "3 characters" in finding.message
    assert "U+200B ZERO WIDTH SPACE (2), U+00AD SOFT HYPHEN (1)" in finding.message
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (5, 7)
    span = reading.dossier.plan["1.2"].span
    assert span is not None
    assert span.end == len(f"{HEAD}{ROW}1.2\tTr\u200bace\u200b\u00ad\tMS\t2014")


def test_a_mark_of_the_encoding_and_the_blanks_of_typographers_need_no_finding() -> None:
    assert "CC199" not in _codes(parse("\ufeff" + HEAD + ROW))
    assert "CC199" not in _codes(parse(HEAD + ROW.replace("Map the", "Map\u00a0the")))


def test_json_keeps_every_character_of_a_value() -> None:
    text = '{"schema": "customs_coop/1", "plans": [{"id": "AP2", "title": "Se\u200bcond"}]}'
    reading = parse(text)
    assert reading.dossier.plan.title == "Se\u200bcond"
    assert "CC199" not in _codes(reading)


def test_what_is_larger_than_any_document_is_refused_and_left_over() -> None:
    rows = parse(HEAD + ROW + "\t\t\t\n" * 40_000)
    cell = parse(HEAD + f"1.1\tMap\t{'MS, Europol, ' * 30_000}\t2014\n")
    for reading in (rows, cell):
        assert _codes(reading) == ["CC185"]
        assert not reading.dossier.plans
        assert reading.residue


def test_a_long_line_without_tabs_is_no_cell() -> None:
    assert "CC185" not in _codes(parse(("swimming" * 9 + " ") * 4_200 + "\n" + HEAD + ROW))
    assert "CC185" not in _codes(parse(HEAD + ROW + "\t\t\t\n" * 1000))


def test_codes_titles_and_times_make_a_plan_with_one_row() -> None:
    reading = parse("Plan (2013-2014)\n\nCode\tAction\tDeadline\n1.1\tMap sheds\tend of 2013\n")
    plan = reading.dossier.plan
    assert [str(action.code) for action in plan.actions] == ["1.1"]
    assert plan.period is not None
    assert (plan.period.start.year, plan.period.end.year) == (2013, 2014)
    assert not reading.residue
    assert "CC102" in _codes(parse("Code\tAction\tColour\n1.1\tMap sheds\tgreen\n"))


@every_case(
    ("title", "read"),
    [
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d✈️ team", "👩\u200d✈️ team"),
        ("Ma\u200cp \u200dthe", "Map the"),
        ("Map\u200c می", "Map می"),
        ("می\u200b\u200cخ", "میخ"),
        ("Map 👩\u200d", "Map 👩"),
    ],
)
def test_a_joiner_stays_where_it_belongs_to_the_spelling(title: str, read: str) -> None:
    (action,) = parse((HEAD + ROW).replace("Map the sheds", title)).dossier.plan.actions
    assert action.title == read
