"""Rows that were copied and mistyped: what does not fit is told, and what is meant is taken."""

from pathlib import Path

import attrs
import pytest

from customs_coop.deadline import By
from customs_coop.loading import read_progress
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    Measure,
    Obligation,
    Party,
)
from customs_coop.readers.progress.values import ProgressReading

ACTIONS = [
    Action(
        code="1",
        title="Cut nets",
        indicators=[
            Indicator(text="Nets", measure=Measure(unit="nets")),
            Indicator(text="Share of red boats", measure=Measure(unit="per cent of boats")),
            Indicator(text="Share of old boats"),
        ],
    ),
    Action(code="2", title="Count boats"),
]
PLAN = ActionPlan(id="P9", title="Ninth plan", actions=ACTIONS)
DOSSIER = Dossier(
    plans=[PLAN],
    parties=[Party(id="COAST", name="Coast countries"), Party(id="REEF", name="Reef guard")],
    obligations=[
        Obligation(
            text="Tell", party="COAST", subject=ActionRef("P9", "1"), deadline=By("2008-05-31")
        )
    ],
)
HEAD = (
    "Party;Party name;Subject;Title;Date of report;Status;Not applicable;Report;Documents;Period;"
    "Value;Unit\n"
)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(*rows: str, head: str = HEAD, dossier: Dossier = DOSSIER) -> ProgressReading:
    Path("came.csv").write_text(head + "\n".join(rows) + "\n", "utf-8")
    return read_progress("came.csv", dossier=dossier)


def told(reading: ProgressReading) -> list[tuple[str, str, str]]:
    return [(one.code, one.span.cell if one.span else "", one.message) for one in reading.report]


# Cells that disagree.


@pytest.mark.parametrize(
    ("party", "name", "other"),
    [
        ("AL", "Serbia", "RS"),
        ("al", "Serbia", "RS"),
        ("AL", "Reef guard", "REEF"),
        ("AL", "Albania", None),
        ("AL-CUSTOMS", "Albania", None),
        ("AL", "Office of the harbour", None),
        ("REEF", "reef guard", None),
    ],
)
def test_a_party_with_the_name_of_another_is_told(party: str, name: str, other: str | None) -> None:
    rows = [f"{party};{name};P9/{code};;3.5.2008;done;;;;;;" for code in (1, 2)]
    reading = read(*rows)
    assert len(reading.reports) == 2
    assert {one.party for one in reading.reports} == {party.upper()}
    message = f'the party is {party.upper()}, and "{name}" is {other}'
    message += f"; the report counts as one of {party.upper()}"
    assert told(reading) == ([("CC850", "Party name", message)] if other else [])


def test_a_title_of_another_thing_is_told() -> None:
    reading = read("AL;;P9/1;Count boats;3.5.2008;done;;;;;;")
    assert told(reading) == [
        ("CC850", "Title", "it is that of P9/2, and the subject is P9/1, which counts")
    ]
    assert told(read("AL;;P9/1;cut nets;3.5.2008;done;;;;;;")) == []


# Days that cannot be meant.


@pytest.mark.parametrize(
    ("day", "dossier", "words"),
    [
        ("1908-05-03", DOSSIER, "and P9 is of 2008"),
        ("2080-05-03", DOSSIER, "and P9 is of 2008"),
        ("2005-05-03", DOSSIER, None),
        ("2009-05-03", DOSSIER, None),
        ("1908-05-03", Dossier(plans=[PLAN]), "is 1908-05-03"),
        ("2005-05-03", Dossier(plans=[PLAN]), None),
        (
            "2003-05-03",
            Dossier(plans=[attrs.evolve(PLAN, period="2007-01-01/2009-12-31")]),
            "and P9 is of 2007 to 2009",
        ),
        ("2006-05-03", Dossier(plans=[attrs.evolve(PLAN, period="2007-01-01/2009-12-31")]), None),
    ],
)
def test_a_day_of_another_time_is_told(day: str, dossier: Dossier, words: str | None) -> None:
    reading = read(f"AL;;P9/1;;{day};done;;;;;;", dossier=dossier)
    assert [str(one.on) for one in reading.reports] == [day]
    found = told(reading)
    assert [(code, cell) for code, cell, _ in found] == [("CC851", "Date of report")] * bool(words)
    assert all(words in message for _, _, message in found if words)


# Percentages.


@pytest.mark.parametrize(
    ("subject", "unit", "value"),
    [
        ("P9/1 indicator 1", "", None),
        ("P9/1 indicator 1", "nets", None),
        ("P9/1 indicator 1", "%", "7.5"),
        ("P9/1 indicator 2", "", "7.5"),
        ("P9/1 indicator 3", "", "7.5"),
    ],
)
def test_a_percentage_of_what_is_counted_is_an_error(
    subject: str, unit: str, value: str | None
) -> None:
    reading = read(f"AL;;{subject};;3.5.2008;;;;;2008;7,5 %;{unit}")
    values = [str(figure.value) for one in reading.reports for figure in one.measurements]
    assert values == ([value] if value else [])
    message = '\'7,5 %\' is a percentage, and its unit is "nets"; write the number alone, or "%"'
    found = told(reading)
    assert [(code, cell) for code, cell, _ in found] == [("CC844", "Value")] * (value is None)
    assert all(words.startswith(message) for _, _, words in found)


# Rows that say nothing.


@pytest.mark.parametrize(
    ("cells", "cell"),
    [
        (";no;;", "Not applicable"),
        (";no;;-", "Not applicable"),
        (";;;none", "Documents"),
    ],
)
def test_a_row_that_says_nothing_is_told_and_no_report(cells: str, cell: str) -> None:
    reading = read(f"AL;;P9/1;;3.5.2008;{cells};;;")
    assert reading.reports == ()
    message = "the row says nothing of how far the subject is, and is no report"
    assert told(reading) == [("CC848", cell, message)]


@pytest.mark.parametrize("cells", ["done;no;;", ";yes;;", ";no;All is well;", ";;;8351/2/09"])
def test_a_row_that_says_something_is_a_report(cells: str) -> None:
    reading = read(f"AL;;P9/1;;3.5.2008;{cells};;;")
    assert len(reading.reports) == 1
    assert told(reading) == []


# Parties.


@pytest.mark.parametrize(
    ("cell", "party"),
    [("tr", "TR"), ("reef", "REEF"), ("Reef Guard", "REEF"), ("ccwp", "CCWP"), ("no", None)],
)
def test_an_id_in_small_letters_is_taken(cell: str, party: str | None) -> None:
    reading = read(f"{cell};;P9/1;;3.5.2008;done;;;;;;")
    assert [one.party for one in reading.reports] == ([party] if party else [])
    assert [code for code, _, _ in told(reading)] == ([] if party else ["CC842"])


@pytest.mark.parametrize(
    ("cell", "near"),
    [
        ("Macedonia", "; near it are MK (North Macedonia)"),
        ("Republic of Albana", "; near it are AL (Albania)"),
        ("Albana", "; near it are AL (Albania)"),
        ("Guard of the reef", "; near it are REEF (Reef guard)"),
        ("Ruritania", ""),
    ],
)
def test_a_name_that_nobody_bears_comes_with_those_near_to_it(cell: str, near: str) -> None:
    ((code, _, message),) = told(read(f"{cell};;P9/1;;3.5.2008;done;;;;;;"))
    assert code == "CC842"
    assert message == f"no party is known as {cell!r}{near}"


# Places.


def test_where_lines_and_rows_differ_both_are_told() -> None:
    reading = read(
        "AL;;P9/1;;soon;done;;Two;;;;",
        'AL;;P9/1;;3.5.2008;done;;"Two\nred\nboats";;;;',
        "AL;;P9/1;;soon;done;;Two;;;;",
    )
    spans = [one.span for one in reading.report if one.span]
    assert [(one.line, one.path) for one in spans] == [(2, ""), (6, "row 4 of the spreadsheet")]
