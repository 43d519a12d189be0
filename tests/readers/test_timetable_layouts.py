from pathlib import Path

import pytest

from customs_coop.model import LinkKind, Named, Role
from customs_coop.readers import Reading, layouts, parse
from customs_coop.readers.base import Source
from customs_coop.readers.timetable.layout import TIMETABLE_LAYOUT
from folded import every_case

HERE = Path(__file__).parent / "documents"
TABLE = (
    "Programme of work, January 2010 to June 2011\n\n"
    "SHEDS\tDeadlines\n1. Count the sheds.\tJune 2010\n2. Paint the sheds.\t\n"
)


def read(name: str) -> Reading:
    return parse((HERE / f"{name}-timetable.txt").read_text("utf-8"), source=name)


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.report]


def times(reading: Reading, code: str) -> list[str]:
    return [str(time.latest) for time in reading.dossier.plan[code].deadlines]


@every_case("name", ["plain", "barred", "laid-out", "unheaded"])
def test_only_the_timetable_fits(name: str) -> None:
    source = Source(name, (HERE / f"{name}-timetable.txt").read_text("utf-8"))
    assert [layout.name for layout in layouts() if layout.fits(source).ok] == ["timetable"]


@pytest.mark.parametrize("name", ["regional-work-plan", "damaged-work-plan", "flow-plan"])
def test_it_does_not_fit_other_layouts(name: str) -> None:
    source = Source(name, (HERE / f"{name}.txt").read_text("utf-8"))
    assert not TIMETABLE_LAYOUT.fits(source).ok


@every_case(
    "text",
    [
        "1. Count the sheds.\n2. Paint the sheds.\n",
        "Deadlines\tSheds\nJune 2010\tLeaking\nMay 2010\tDry\n",
        "Code\tAction\tPriority\tDeadline\n1\tSwim\tHigh\tJune 2010\n2\tDive\tLow\tMay 2010\n",
        "",
    ],
)
def test_what_is_no_timetable(text: str) -> None:
    assert not TIMETABLE_LAYOUT.fits(Source("other", text)).ok


def test_letters_as_codes_and_lines_that_go_on() -> None:
    plan = read("plain").dossier.plan
    assert [(str(one.code), str(one.work_area)) for one in plan] == [
        ("a", "1"),
        ("b", "1"),
        ("c", "B"),
        ("d", "1"),
    ]
    assert plan["a"].title == "Member States shall measure the quays of all harbours."
    assert [str(found) for found in plan["d"].references] == ["5119/03"]


def test_several_times_in_one_cell() -> None:
    reading = read("plain")
    assert times(reading, "b") == ["2004-06-30", "2004-09-30", "2004-05-31"]
    assert times(reading, "c") == []
    assert [cell.text for cell in reading.dossier.plan["c"].extra] == ["-"]


def test_the_resolution_before_it() -> None:
    dossier = read("plain").dossier
    (strategy,) = dossier.strategies
    assert (strategy.id, str(strategy.adopted)) == ("S2003", "2003-03-04")
    assert [(str(one.code), one.text) for one in strategy.objectives] == [
        ("1", "keep the quays dry"),
        ("2", "feed the gulls."),
    ]
    assert [one.id for one in dossier.recommendations] == [
        "5120/2/03 REV 2-2.1",
        "5120/2/03 REV 2-2.2",
        "5120/2/03 REV 2-3",
    ]
    assert dossier.recommendations[0].addressees == ("MS",)
    assert "[They may" in dossier.recommendations[0].text
    first, second = dossier.obligations
    assert str(first.deadline.latest if first.deadline else None) == "2004-12-31"
    assert (second.party, second.to) == ("COM", "COUNCIL")


def test_notes_of_the_resolution_and_of_the_table_are_apart() -> None:
    plan = read("plain").dossier.plan
    assert [note.mark for note in plan.notes] == ["(1)", "²"]
    assert plan["c"].notes == (plan.notes[1].id,)


def test_bars_and_further_columns() -> None:
    reading = read("barred")
    plan = reading.dossier.plan
    assert [str(one.code) for one in plan] == ["1.1", "1.2", "2.1"]
    assert [area.title for area in plan.work_areas] == ["Sheds", "Boats"]
    assert [(one.party, one.role) for one in plan["1.1"].involved] == [
        ("FR", Role.RESPONSIBLE),
        ("CCWP", Role.RESPONSIBLE),
    ]
    assert [(cell.heading, cell.text) for cell in plan["1.1"].extra] == [("Remarks", "twice")]
    assert times(reading, "1.2") == ["2011-09-30"]
    assert reading.residue == ()


def test_columns_laid_out_by_blanks() -> None:
    reading = read("laid-out")
    plan = reading.dossier.plan
    assert plan["4"].title == "The results of the washing shall be shown."
    assert times(reading, "1") == ["2001-10-31"]
    assert times(reading, "2") == ["2002-04-30", "2002-12-31"]
    assert times(reading, "4") == ["2002-05-31"]
    assert str(plan["3"].work_area) == "2"
    assert reading.residue == ()


def test_a_column_of_times_without_a_heading() -> None:
    reading = read("unheaded")
    assert "CC141" in codes(reading)
    plan = reading.dossier.plan
    assert [(str(area.code), area.title) for area in plan.work_areas] == [
        ("A", "Sheds"),
        ("B", "Boats"),
    ]
    assert [str(one.code) for one in plan] == ["1", "2", "3", "4"]


@every_case(
    ("code", "old", "new"),
    [
        ("CC113", "\tJune 2010", "\tJune 2010\tx\ty"),
        ("CC114", "2. Paint", "Paint"),
        ("CC115", "the sheds.\tJune", "the sheds. ¹\tJune"),
        ("CC116", "Count the", "Count\nthe"),
        ("CC121", "SHEDS", "BOATS"),
        ("CC122", "January 2010 to June 2011", "soon"),
        ("CC140", "SHEDS", "BOATS"),
        ("CC142", "Count the sheds.", "Oisir funding shall be sought."),
        (
            "CC145",
            "\n\nSHEDS",
            "\n\n(1) It runs for two years, January 2010 to June 2011.\n\nSHEDS",
        ),
        ("CC147", "June 2010", "around 2010 or so"),
    ],
)
def test_each_doubt_is_told(code: str, old: str, new: str) -> None:
    text = TABLE.replace("2. Paint the sheds.\t", "2. Paint the sheds.\tMay 2011\n3. Sell.\t")
    assert old in text
    assert code in codes(parse(text.replace(old, new, 1)))


@pytest.mark.parametrize(
    "words",
    [
        "Consider applying for Oisir funding.",
        "Oisir funding shall be applied for, under the Oisin programme.",
        "Funding under the Oisir programme has been approved.",
    ],
)
def test_a_programme_that_is_misspelt_is_one_programme(words: str) -> None:
    reading = parse(TABLE.replace("Count the sheds.", words, 1))
    (action,) = [one for one in reading.dossier.plan if one.title == words]
    funders = {link.target for link in action.links if link.kind is LinkKind.FUNDED_BY}
    assert funders == {Named("Oisin", "programme")}
    printed = [link.text for link in action.links] + [one.text for one in action.funding]
    assert any("Oisir" in text for text in printed)
    assert codes(reading).count("CC142") == 1


@pytest.mark.parametrize(
    ("code", "resolution"),
    [
        (
            "CC143",
            "COUNCIL RESOLUTION of 1 May 2009 on boats\n\n1. A\n\nAll may swim.\n\n4. B\n\nE.\n\n",
        ),
        ("CC144", "COUNCIL RESOLUTION\nof\nadopting boats\n\n1. A\n\nAll may swim.\n\n"),
        ("CC146", "RESOLUTION on boats\n\n1. Objectives\n\n- to swim;\n- to dive.\n\n"),
    ],
)
def test_each_doubt_of_a_resolution_is_told(code: str, resolution: str) -> None:
    assert code in codes(parse(resolution + TABLE))
    assert code not in codes(parse(TABLE))


def test_sections_may_print_codes_and_be_repeated() -> None:
    text = TABLE.replace("SHEDS", "I. SHEDS") + "II – BOATS\t\n3. Wash.\tMay 2011\n"
    text += "I. SHEDS (continued)\tDeadlines\n4. Sell.\t\n"
    reading = parse(text)
    plan = reading.dossier.plan
    assert [(str(a.code), a.title) for a in plan.work_areas] == [("I", "SHEDS"), ("II", "BOATS")]
    assert [str(one.work_area) for one in plan] == ["I", "I", "II", "I"]
    assert "CC140" not in codes(reading)


def test_html_lists_stay_in_the_item() -> None:
    cell = "<p>2. Paint:</p> <ul> <li>- sheds;</li> <li>- <b>boats</b>.</li> </ul>\t<p>May 2011</p>"
    reading = parse(TABLE.replace("2. Paint the sheds.\t", cell))
    assert reading.dossier.plan["2"].title == "Paint: - sheds; - boats."
    assert times(reading, "2") == ["2011-05-31"]
    assert reading.residue == ()


def test_a_code_in_a_cell_of_its_own() -> None:
    text = "No\tAction\tDeadlines\n\tSHEDS\t\n1\tCount.\tJune 2010\n2\tPaint.\t\n"
    plan = parse(text, layout="timetable").dossier.plan
    assert [(str(one.code), one.title) for one in plan] == [("1", "Count."), ("2", "Paint.")]
    assert [area.title for area in plan.work_areas] == ["SHEDS"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_do_not_matter(ending: str) -> None:
    for name in ("plain", "laid-out"):
        text = (HERE / f"{name}-timetable.txt").read_text("utf-8")
        assert parse(text.replace("\n", ending)).dossier == parse(text).dossier


def test_prose_read_as_a_timetable_invents_nothing() -> None:
    reading = parse("Boats float. They are wet.", layout="timetable")
    assert reading.dossier.plans == ()
    assert [finding.code for finding in reading.report.errors] == ["CC102"]
    assert [piece.text for piece in reading.residue] == ["Boats float. They are wet."]


def left(reading: Reading) -> list[str]:
    return [piece.text for piece in (*reading.residue, *reading.furniture)]


def test_each_item_is_in_a_field_or_left_over() -> None:
    text = (HERE / "plain-timetable.txt").read_text("utf-8")
    whole = parse(text)
    letters = [at for at, character in enumerate(text) if character.islower()]
    for at in letters[::29]:
        if text[at].isalpha():
            changed = parse(text[:at] + "ö" + text[at + 1 :])
            same = changed.dossier == whole.dossier
            assert not (same and left(changed) == left(whole)), text[max(0, at - 20) : at + 20]


@pytest.mark.parametrize(
    "piece",
    [
        "1. a\tJune 2010\n",
        "X\tDeadlines\n",
        "| a ",
        "a\t\n",
        "1. ",
        "<p>",
        "(1) b\n",
        "a   ",
        "Of A ",
    ],
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    # Nothing is measured: a pattern that backtracks would not come to an end here.
    reading = parse(TABLE + piece * 200, layout="timetable")
    assert reading.dossier.plan["1"].title
    assert parse(piece * 200 + "\n" + TABLE, layout="timetable").report is not None


def test_a_row_that_goes_on_below_its_time() -> None:
    text = TABLE.replace("the sheds.\tJune 2010", "all\tJune\nthe sheds.\t2010")
    reading = parse(text)
    assert reading.dossier.plan["1"].title == "Count all the sheds."
    assert times(reading, "1") == ["2010-06-30"]


def test_sections_put_in_later_have_their_own_codes() -> None:
    text = TABLE.replace("SHEDS", "A. SHEDS") + "A bis. BOATS\n3. Wash.\t\n"
    plan = parse(text).dossier.plan
    assert [(str(a.code), a.title) for a in plan.work_areas] == [("A", "SHEDS"), ("A bis", "BOATS")]
    assert str(plan["3"].work_area) == "A bis"
