"""Timetables of other makes: codes of three levels, two columns of times, times in the prose."""

from pathlib import Path

import pytest

from customs_coop.model import ActionPlan, Role
from customs_coop.readers import Reading, layouts, parse
from customs_coop.readers.base import Source

HERE = Path(__file__).parent / "documents"


def source(name: str) -> Source:
    return Source(name, (HERE / f"{name}-timetable.txt").read_text("utf-8"))


def read(name: str) -> Reading:
    return parse(source(name).text, source=name)


@pytest.fixture(scope="module")
def levels() -> Reading:
    return read("levels")


@pytest.fixture(scope="module")
def prose() -> Reading:
    return read("prose")


@pytest.mark.parametrize("name", ["levels", "prose"])
def test_only_the_timetable_fits(name: str) -> None:
    assert [layout.name for layout in layouts() if layout.fits(source(name)).ok] == ["timetable"]


def times(plan: ActionPlan) -> dict[str, list[str]]:
    return {str(one.code): [time.text for time in one.deadlines] for one in plan}


def parties(plan: ActionPlan, role: Role) -> dict[str, str]:
    return {
        str(action.code): " ".join(
            f"{one.party}{'' if one.confirmed else '?'}"
            for one in action.involved
            if one.role is role
        )
        for action in plan
    }


def owed(reading: Reading) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (str(one.subject), one.party, one.to, one.deadline.text if one.deadline else None)
        for one in reading.dossier.obligations
    ]


# Codes with letters on three levels, no sections, two columns of times, a column of documents.


def test_the_cover_and_the_plan_of_the_table_with_levels(levels: Reading) -> None:
    (cover,) = levels.dossier.documents
    assert (str(cover.reference), cover.origin, cover.addressee) == (
        "7310/09",
        "Presidency",
        "Buoys Working Party",
    )
    assert [str(number) for number in cover.previous] == ["7310/08"]
    plan = levels.dossier.plan
    assert (plan.id, str(plan.period), plan.work_areas) == ("P2010", "2010-01-01/2011-12-31", ())


def test_every_action_and_both_its_deadlines(levels: Reading) -> None:
    assert times(levels.dossier.plan) == {
        "A.1.a": ["31.3.2010", "30.6.2010"],
        "A.1.b": ["December 2010"],
        "A.2.a": ["Q1 2010", "mid-2010"],
        "A.2.b": ["by end 2011", "each year"],
        "B.1.a": ["tbc", "by May 2011"],
    }


def test_every_party_of_the_table_with_levels(levels: Reading) -> None:
    plan = levels.dossier.plan
    assert parties(plan, Role.RESPONSIBLE) == {
        "A.1.a": "FR MINISTRY-OF-ECONOMY-FINANCE-AND-INDUSTRY",
        "A.1.b": "COM OLAF",
        "A.2.a": "PRESIDENCY",
        "A.2.b": "CCWP CHAINS-PROJECT-GROUP?",
        "B.1.a": "NL EUROPOL COM",
    }
    assert parties(plan, Role.ADDRESSEE) == {
        "A.1.a": "",
        "A.1.b": "EUROPOL",
        "A.2.a": "",
        "A.2.b": "BUOYS-WORKING-PARTY",
        "B.1.a": "COUNCIL",
    }


def test_every_document_and_every_duty_of_the_table_with_levels(levels: Reading) -> None:
    plan = levels.dossier.plan
    assert {str(one.code): " ".join(map(str, one.references)) for one in plan} == {
        "A.1.a": "5111/09",
        "A.1.b": "",
        "A.2.a": "5112/1/09 REV 1",
        "A.2.b": "Regulation (EC) No 515/97",
        "B.1.a": "",
    }
    # The report of a passive sentence is owed by those of the column "Lead".
    assert owed(levels) == [
        ("P2010/A.2.b", "CCWP", "BUOYS-WORKING-PARTY", "each year"),
        ("P2010/B.1.a", "COM", "COUNCIL", "by May 2011"),
    ]
    inferred = [str(x.target) for action in plan for x in action.links if x.inferred]
    assert inferred == ["P2010/A.2.a"]


# Times in the prose only; the column of times is empty.


def test_every_action_and_the_deadlines_of_its_prose(prose: Reading) -> None:
    plan = prose.dossier.plan
    assert [(str(area.code), area.title) for area in plan.work_areas] == [
        ("1", "LAMPS"),
        ("2", "STAIRS"),
    ]
    assert [str(one.work_area) for one in plan] == list("1112222")
    assert times(plan) == {
        "1": ["by the end of September 2003"],
        "2": ["In 2004"],
        "3": ["each year", "within three months"],
        "4": ["no later than 15 March 2004"],
        "5": [],
        "6": [],
        "7": [],
    }


def test_every_party_of_the_prose(prose: Reading) -> None:
    plan = prose.dossier.plan
    assert parties(plan, Role.RESPONSIBLE) == {
        "1": "COM",
        "2": "MS",
        "3": "IT-CUSTOMS EL-CUSTOMS",
        "4": "COUNCIL-WORKING-PARTY",
        "5": "",
        "6": "",
        "7": "JLS",
    }
    assert parties(plan, Role.CONCERNED)["6"] == "EUROPOL"
    assert parties(plan, Role.ADDRESSEE) == {
        "1": "",
        "2": "COUNCIL",
        "3": "MS",
        "4": "",
        "5": "COM",
        "6": "",
        "7": "COUNCIL",
    }


def test_every_duty_document_and_link_of_the_prose(prose: Reading) -> None:
    plan = prose.dossier.plan
    assert owed(prose) == [
        ("P2003/2", "MS", "COUNCIL", "In 2004"),
        ("P2003/3", "IT-CUSTOMS", "MS", "within three months"),
        ("P2003/3", "EL-CUSTOMS", "MS", "within three months"),
        ("P2003/5", "EXPERTS", "COM", "Following each visit"),
        ("P2003/7", "JLS", "COUNCIL", "annual"),
    ]
    assert [str(found) for one in plan for found in one.references] == ["9119/02"]
    assert [(str(one.code), str(x.target)) for one in plan for x in one.links if x.inferred] == [
        ("2", "P2003/1")
    ]
    assert prose.residue == ()
