"""Text whose lines were broken anew or joined: what belongs together is read together."""

import pytest

from customs_coop.model import LinkKind
from customs_coop.readers import Reading, parse
from customs_coop.readers.base import Source
from customs_coop.readers.conclusions.lines import printed_lines
from customs_coop.readers.document.meetings import find_closing_day
from customs_coop.readers.parties.phrases import read_addressees
from customs_coop.readers.timetable.points import read_points
from folded import every_case


def parts(line: str) -> list[str]:
    return [part.text for part, _ in printed_lines(Source("x", line))]


def asked(reading: Reading) -> list[tuple[str, str]]:
    return [(one.text, " ".join(one.addressees)) for one in reading.dossier.recommendations]


NAPLES = """Conclusions of the group on nets

At its meeting the group agreed to carry out the following actions before the next conference:

1) Mend the nets of all the larger harbours along the coast,
where this was not done in summer.

Report on the nets.

2) From the point of view of the boats more work on the care
of Old

Harbours of Wood.

Report on the sheds.
"""


def test_the_rest_of_a_wrapped_item_stands_before_its_reporting_line() -> None:
    plan = parse(NAPLES).dossier.plan
    assert [action.title.split()[-2:] for action in plan] == [
        ["in", "summer."],
        ["of", "Wood."],
    ]
    reports = [one.text for one in parse(NAPLES).dossier.obligations if "Report" in one.text]
    assert reports == ["Report on the nets.", "Report on the sheds."]


def test_a_sentence_below_the_heading_of_an_item_is_not_its_rest() -> None:
    heading = NAPLES.replace(
        "Harbours of Wood.", "The harbours of the north should be cared for in all of the years."
    )
    titles = [action.title for action in parse(heading).dossier.plan]
    assert not any("should be cared for" in title for title in titles)


def test_the_year_is_that_of_the_day_behind_the_title() -> None:
    text = NAPLES.replace(
        "on nets\n\nAt its",
        "on nets 3 May 2011, Riga\n\nIt was set up during the first conference on nets, which"
        " took place on 4 & 5 June 2007 in Tallinn.\n\nAt its",
    )
    reading = parse(text)
    assert (reading.dossier.plan.id, reading.dossier.plan.title) == (
        "P2011",
        "Conclusions of the group on nets",
    )


@every_case(
    ("title", "at"),
    [
        ("Conclusions on nets 3 May 2011, Riga", "3 May"),
        ("Conclusions on nets 3-4 May 2011", "3-4 May"),
        ("Conclusions on the strategy of 3 May 2011", None),
        ("Conclusions on nets from 1 to 3 May 2011", None),
        ("Conclusions on what was agreed before 3 May 2011", None),
        ("Conclusions on nets 2011", None),
        ("Riga, 3 May 2011", None),
        ("3 May 2011", None),
        ("Nets of 3 May 2011 in the north", None),
    ],
)
def test_the_day_behind_a_title(title: str, at: str | None) -> None:
    assert find_closing_day(title) == (title.index(at) if at else None)


LIST = (
    "Council Conclusions on Nets The Council met in Riga. The conclusions address several"
    " recommendations to the Member States and the Commission: - To mend the nets; - To count"
    " the boats of all ports; and - To sell the old ones. The Ministers then had a talk."
)


def test_a_list_on_one_line() -> None:
    assert asked(parse(LIST)) == [
        ("To mend the nets", "MS COM"),
        ("To count the boats of all ports", "MS COM"),
        ("To sell the old ones.", "MS COM"),
    ]
    assert [part for part in parts(LIST) if part[0] != "-"][-1] == "The Ministers then had a talk."


@every_case(
    "line",
    [
        "Line Riga - Tallinn - Helsinki",
        "The boats: Riga - Tallinn - Helsinki; Malta - Gozo.",
        "The boats; - as they say - were sold.",
        "They sail: - to Malta.",
        "1) Mend the nets; sell the boats.",
    ],
)
def test_no_list_on_one_line(line: str) -> None:
    assert parts(line) == [line]


def test_items_behind_the_first_one_on_its_line() -> None:
    assert parts("• mended nets; • sold boats;") == ["• mended nets;", "• sold boats;"]


SMALL = """Council Conclusions on nets

The Council:
- calls on the Member States to mend the nets by 2021;
- invites the Commission to count the boats;
- stresses the use of nets.
"""


def test_verbs_in_small_letters_below_the_body_that_speaks() -> None:
    assert [who for _, who in asked(parse(SMALL))] == ["MS", "COM"]


@pytest.mark.parametrize(
    "text",
    [
        SMALL.replace("The Council:", "The weather:"),
        "Council Conclusions on nets\n\nThe Council:\n- stresses the use of nets;\n- notes it.\n",
        "Council Conclusions on nets\n\nThe Council:\n- Sweden;\n- the Commission.\n",
    ],
)
def test_a_list_that_nobody_speaks_or_that_asks_nobody(text: str) -> None:
    assert [one.code for one in parse(text).report.errors] == ["CC102"]


@pytest.mark.parametrize(
    "words",
    ["la Commission à présenter une liste avant mars 2015", "la Commission à"],
)
def test_no_party_is_made_of_a_clause(words: str) -> None:
    assert read_addressees(words).involved == ()


def test_french_verbs_in_capitals_name_whom_they_ask() -> None:
    text = (
        "CONCLUSIONS DU CONSEIL\n\n1. INVITE la Commission à présenter une liste des filets;\n"
        "2. INVITE les ports à compter les bateaux.\n"
    )
    reading = parse(text, layout="conclusions")
    assert [who for _, who in asked(reading)] == ["COM", ""]
    assert reading.dossier.parties == ()
    assert [one.code for one in reading.report].count("CC160") == 1


HEADER = "Code\tAction\tPriority\tIndicator\tResponsible party\n"
ROW = "1.1\tMap with OLAF ¹\tHigh\tList\tCCWP Other interested parties: Europol\n"


def test_a_wrapped_note_is_one_text() -> None:
    reading = parse(
        f"Fourth Work Plan 2010-2011\n\n{HEADER}{ROW}\n¹ Needs prior agreement of the other"
        " interested parties\nin column 2 and/or column 5.\n"
    )
    links = reading.dossier.plan["1.1"].links
    assert [str(one.target) for one in links if one.kind is LinkKind.REQUIRES_AGREEMENT_OF] == [
        "OLAF",
        "EUROPOL",
    ]


AREA = "Work Area 1. Care for the nets and the boats in the"


@every_case(
    ("below", "title"),
    [
        ("Northern Harbours", "Care for the nets and the boats in the Northern Harbours"),
        ("Contact: Sweden", "Care for the nets and the boats in the"),
        ("They are mended each year.", "Care for the nets and the boats in the"),
        ("Work Area 2. Boats", "Care for the nets and the boats in the"),
    ],
)
def test_the_title_of_a_work_area_on_two_lines(below: str, title: str) -> None:
    reading = parse(f"Fourth Work Plan 2010-2011\n\n{AREA}\n{below}\n\n{HEADER}{ROW}")
    assert reading.dossier.plan.work_areas[0].title == title


def test_a_line_that_only_looks_like_a_page_head_belongs_to_its_sentence() -> None:
    text = "1. Care of the nets in all States of\nthe European Union\n\nNets should be mended.\n"
    (point,), _ = read_points(Source("x", text), 0, 4)
    assert point.text.startswith("Care of the nets in all States of the European Union")
    head = text.replace("of\nthe European Union", "of.\nTHE EUROPEAN UNION")
    (point,), _ = read_points(Source("x", head), 0, 4)
    assert "EUROPEAN" not in point.text
