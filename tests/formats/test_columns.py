import pytest

from customs_coop.errors import InvalidValueError
from customs_coop.formats.columns import (
    COLUMN_SETS,
    HEADINGS,
    LANGUAGES,
    OTHER_HEADINGS,
    Column,
    column_of,
    column_set,
    columns_of,
    heading_mark,
    same_heading,
)
from folded import every_case


@every_case(
    "heading", ["Action/Activity", "Action / Activity", "ACTION/ activities", "Action\n/Activity:"]
)
def test_blanks_around_a_slash_do_not_matter(heading: str) -> None:
    assert column_of(heading) is Column.TITLE


def test_headings_are_the_same_but_for_case_number_and_brackets() -> None:
    assert same_heading("Possible outcome(s)", "POSSIBLE OUTCOMES")
    assert not same_heading("Possible outcome", "Outcome")
    assert column_of("Budget") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printed_heading_is_read_as_its_column(language: str) -> None:
    assert set(HEADINGS[language]) == set(Column)
    for name in COLUMN_SETS:
        columns = column_set(name, language)
        assert columns.language == language
        assert [column for column, _ in columns.columns] == [
            column for column, _ in COLUMN_SETS[name].columns
        ]
        for column, heading in (*columns.columns, *columns.boxes):
            assert column_of(heading) is column
            assert column_of(heading.upper()) is column


def test_no_spelling_names_two_columns() -> None:
    for language in LANGUAGES:
        for column, headings in OTHER_HEADINGS[language].items():
            for heading in (*headings, HEADINGS[language][column]):
                assert column_of(heading) is column, heading


@every_case(
    ("heading", "column"),
    [
        ("N°", Column.CODE),
        ("Nº", Column.CODE),
        ("№", Column.CODE),
        ("Nos", Column.CODE),
        ("Lfd. Nr.", Column.CODE),
        ("ACTION/ACTIVITE", Column.TITLE),
        ("Actions proposées", Column.TITLE),
        ("MASSNAHMEN", Column.TITLE),
        ("Maßnahme(n)", Column.TITLE),
        ("Objectif(s) stratégique(s)", Column.OBJECTIVES),
        ("OBJECTIFS STRATEGIQUES", Column.OBJECTIVES),
        ("Objectifs straté-\ngiques", Column.OBJECTIVES),
        ("Strategische Ziele", Column.OBJECTIVES),
        ("PRIORITE", Column.PRIORITY),
        ("Indicateur(s) de performance (calendrier compris)", Column.INDICATORS),
        ("Indicateur de résultat", Column.INDICATORS),
        ("Leistungs-\nindikatoren", Column.INDICATORS),
        ("Résultats attendus", Column.OUTCOMES),
        ("Partie(s)\nresponsable(s)", Column.RESPONSIBLE),
        ("Responsables", Column.RESPONSIBLE),
        ("Zuständig", Column.RESPONSIBLE),
        ("Autres parties intéressées\u00a0:", Column.CONCERNED),
        ("Weitere Beteiligte", Column.CONCERNED),
        ("ECHEANCES", Column.DEADLINES),
        ("Échéance(s)", Column.DEADLINES),
        ("Délai(s)", Column.DEADLINES),
        ("Date limite", Column.DEADLINES),
        ("Fristen", Column.DEADLINES),
        ("ÉTAT D’AVANCEMENT", Column.STATUS),
        ("Etat d'avancement", Column.STATUS),
        ("Stand", Column.STATUS),
        ("Mandat", Column.TERMS_OF_REFERENCE),
        ("Mandat/Aufgabenstellung", Column.TERMS_OF_REFERENCE),
    ],
)
def test_french_and_german_headings_as_they_are_printed(heading: str, column: Column) -> None:
    assert column_of(heading) is column


@every_case(
    "heading",
    [
        *("Observations", "Coût", "Bemerkungen", "Kosten", "Date", "N", "Parties", "Ziel-Land"),
        *("Priorité et coût", "Situation", "Pays", "Objet", "Résultats de 2005", ""),
    ],
)
def test_other_words_are_no_headings(heading: str) -> None:
    assert column_of(heading) is None


def test_unknown_sets_and_languages_are_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidValueError, match="work-plan, action-plan, timetable"):
        column_set("budget")
    with pytest.raises(InvalidValueError, match="en, fr, de"):
        column_set("work-plan", "xx")


@every_case(
    ("heading", "column"),
    [
        ("Performan\nce Indicator", Column.INDICATORS),
        ("Perfor mance Indica tors", Column.INDICATORS),
        ("Respo nsible Party", Column.RESPONSIBLE),
        ("Action / Activit y", Column.TITLE),
        ("Deadli ne", Column.DEADLINES),
    ],
)
def test_headings_that_a_narrow_column_cut_are_known(heading: str, column: Column) -> None:
    assert column_of(heading) is column


@every_case("heading", ["N o", "Deadli", "Respo nsible ministers", "Perform indicator"])
def test_pieces_and_more_words_are_no_heading_that_was_cut(heading: str) -> None:
    assert column_of(heading) is None


@every_case(
    ("heading", "column"),
    [
        ("Action leader(s)", Column.RESPONSIBLE),
        ("Lead Member State", Column.RESPONSIBLE),
        ("Driver / Co-driver", Column.RESPONSIBLE),
        ("PARTICIPANTS", Column.CONCERNED),
        ("Time frame", Column.DEADLINES),
        ("Timing", Column.DEADLINES),
        ("Timelines", Column.DEADLINES),
        ("Deliverable(s)", Column.INDICATORS),
        ("Expected outputs", Column.INDICATORS),
    ],
)
def test_headings_of_later_plans_are_known(heading: str, column: Column) -> None:
    assert column_of(heading) is column


@pytest.mark.parametrize("heading", ["Leadership", "Drivers of crime", "Number of participants"])
def test_headings_with_such_a_word_among_others_are_not_known(heading: str) -> None:
    assert column_of(heading) is None


@every_case(
    "heading",
    [
        "Deadline¹",
        "Deadline1",
        "Deadline[1]",
        "Deadline ⁽¹⁾",
        "Deadlinea",
        "Deadline†",
        "Deadlineᵃ",
    ],
)
def test_the_mark_of_a_note_is_no_part_of_a_heading(heading: str) -> None:
    assert column_of(heading) is Column.DEADLINES
    assert heading_mark(heading)


@every_case("heading", ["Measured", "Phase 2", "Deadline 2", "Noa", "No1x", "Budget¹"])
def test_figures_and_letters_that_are_no_marks(heading: str) -> None:
    assert column_of(heading) is None
    assert heading_mark(heading) == ""


@every_case(
    ("headings", "columns"),
    [
        ("No|Action|Who|When", "code title responsible deadlines"),
        ("Action|Priority|Who|Date¹", "title priority responsible deadlines"),
        ("N°|Titre|Acteurs|Échéance", "code title responsible deadlines"),
        ("Nr.|Aufgabe|Wer|Bis wann", "code title responsible deadlines"),
        ("Code|Action|Owner|Actors", "code title responsible concerned"),
        ("Code|Action|Lead|Co-leader|Partners", "code title responsible - concerned"),
        ("Code|Action|Date|Deadline", "code title - deadlines"),
        ("Code|Action|Start|End", "code title - deadlines"),
        ("Code|Action|Period / Start|Period / End", "code title - deadlines"),
        ("Code|Action|End|Owner", "code title - responsible"),
        ("Action|Title|Owner", "title - responsible"),
        ("Action|Measure|Owner", "title - responsible"),
        ("No|Title|Date", "code - -"),
        ("No|Title|Status|Date", "code - status -"),
        ("No|Title|Who|When", "code - - -"),
        ("Title|Author|Partners", "- - -"),
        ("", "-"),
    ],
)
def test_headings_that_count_only_beside_others(headings: str, columns: str) -> None:
    found = columns_of(headings.split("|"))
    assert [column.value if column else "-" for column in found] == columns.split()


@every_case(
    "heading", ["Who", "Date", "Title", "Partners", "Actors", "Start", "End", "Titre", "Wer"]
)
def test_ordinary_words_alone_name_no_column(heading: str) -> None:
    assert column_of(heading) is None
