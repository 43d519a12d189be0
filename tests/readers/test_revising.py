"""What a note says of the version before: figures and work areas, and what is none of them."""

import pytest

from customs_coop.model import PlanRevision
from customs_coop.readers import parse
from customs_coop.readers.base import Source
from customs_coop.readers.document.revising import find_revision
from customs_coop.readers.text.excerpts import Account
from folded import every_case
from real_documents import parsed

TITLE = "Revised Work Plan for harbours"


def found_in(text: str, title: str = TITLE, number: int | None = 2) -> PlanRevision | None:
    source = Source("note.txt", text)
    return find_revision(source, Account(source), (0, len(text)), title, number)


def said(text: str, title: str = TITLE) -> tuple[int | None, int | None, tuple[str, ...]] | None:
    found = found_in(text, title)
    return None if found is None else (found.actions, found.work_areas, found.deleted_areas)


@every_case(
    ("text", "actions", "areas"),
    [
        ("The Work Plan contained 31 individual Actions.", 31, None),
        ("1. The Work Plan contained 31 actions/activities to be launched in 2030.", 31, None),
        ("The original plan identified seven Work Areas, and for each of them boats.", None, 7),
        ("The original plan contains twenty-two actions.", 22, None),
        ("The second 18-month Work Plan (2030 – 2031) comprised 31 actions.", 31, None),
        ("The Work Plan for harbours, as adopted in May 2030, consisted of 31 actions.", 31, None),
        ("The Work Plan, consisting of 31 actions, was adopted in 2030.", 31, None),
        ("The Work Plan was adopted in May 2030 and contained 31 actions.", 31, None),
        ("The CCWP's boats sink; the Work Plan contained 31 actions in seven work areas.", 31, 7),
        ("The Work Plan identified seven work areas and contained a total of 31 actions.", 31, 7),
        ("The Work Plan identified seven work areas (31 actions).", 31, 7),
        (
            "The previous version of the Work Plan listed 31 actions, of which ten are done.",
            31,
            None,
        ),
        ("It is recalled that the Work Plan contained 31 actions.", 31, None),
        ("In the original Work Plan, seven work areas were identified.", None, 7),
        ("The number of actions has been reduced from 31 to 19.", 31, None),
        ("The number of work areas in the Work Plan was cut from seven to five.", None, 7),
        ("The **Work Plan** contained\n**31** individual\n**Actions**.", 31, None),
        ("Le plan de travail initial comportait trente et une actions.", 31, None),
        (
            "Le plan de travail comprenait 31 actions individuelles dans sept domaines de travail.",
            31,
            7,
        ),
        ("Le plan d'action adopté en 2030 définissait sept domaines d'action.", None, 7),
        ("Le nombre d'actions a été ramené de 31 à 19.", 31, None),
        ("Der ursprüngliche Arbeitsplan enthielt 31 Einzelmaßnahmen.", 31, None),
        ("Der Arbeitsplan umfasste einunddreißig Maßnahmen in sieben Arbeitsbereichen.", 31, 7),
        ("Der Arbeitsplan sah 31 Maßnahmen vor.", 31, None),
        ("Im ursprünglichen Arbeitsplan waren 31 Maßnahmen aufgeführt.", 31, None),
        ("Die Zahl der Maßnahmen wurde von 31 auf 19 gesenkt.", 31, None),
    ],
)
def test_figures_of_the_version_before(text: str, actions: int | None, areas: int | None) -> None:
    assert said(text) == (actions, areas, ())


@every_case(
    "text",
    [
        # of another plan
        "The First Action Plan contained 31 actions.",
        "The previous Work Plan contained 31 actions.",
        "The Drugs Action Plan contained 31 actions.",
        "The Work Plan of the police contained 31 actions.",
        "The Action Plan on Drugs contained 31 actions.",
        "EUROPOL's Work Plan contained 31 actions.",
        "The First Action Plan ended in 2029. The plan contained 31 actions.",
        "The First Action Plan was changed. The original plan contained 31 actions.",
        "1. The Drugs Action Plan was new.\n2. The plan had 31 actions.",
        "Le plan d'action précédent comportait 31 actions.",
        "Le premier plan d'action comportait 31 actions.",
        "Der vorherige Arbeitsplan enthielt 31 Maßnahmen.",
        "Der erste Aktionsplan enthielt 31 Maßnahmen.",
        "The number of actions of the First Action Plan was reduced from 31 to 19.",
        # of something else
        "The mid-term review identified seven work areas.",
        "The evaluation of the Work Plan contained 31 actions.",
        "The review of the Work Plan identified seven work areas.",
        "L'évaluation du plan de travail comportait 31 actions.",
        "Die Bewertung des Arbeitsplans enthielt 31 Maßnahmen.",
        # not the number of the actions of the plan
        "31 actions were completed.",
        "The Work Plan contained 31 completed actions.",
        "The Work Plan contained 31 actions which were completed.",
        "The Work Plan contained 31 new actions.",
        "The Work Plan contained 31 actions with high priority.",
        "The Work Plan contained 31 actions on training.",
        "The Work Plan contained 31 actions in the field of training.",
        "The Work Plan contained about 31 actions.",
        "The Work Plan contained more than 31 actions.",
        "The Work Plan contained 12 of 31 actions.",
        "The Work Plan contained 31 indicators.",
        "The Work Plan contained several actions.",
        "The Work Plan contained 31/05 actions.",
        "The number of completed actions rose from 19 to 31.",
        "Le plan de travail comportait 31 actions achevées.",
        "Der Arbeitsplan enthielt 31 abgeschlossene Maßnahmen.",
        # not certain, or of the version that is printed
        "If the Work Plan contained 31 actions, it would sink.",
        "The Work Plan could contain 31 actions.",
        "The Work Plan contains 31 actions.",
        "The revised Work Plan contained 31 actions.",
        "The attached Work Plan comprises 31 actions.",
        "Le plan de travail révisé comportait 31 actions.",
        "Der überarbeitete Arbeitsplan enthielt 31 Maßnahmen.",
    ],
)
def test_figures_of_anything_else(text: str) -> None:
    assert said(text) is None


def test_a_plan_that_is_not_revised_says_nothing_of_a_version_before() -> None:
    title = "Second Work Plan for harbours"
    assert said("The Work Plan contained 31 actions.", title) is None
    assert said("The original Work Plan contained 31 actions.", title) == (31, None, ())
    assert said("2. This is a revised Work Plan. The Work Plan had 31 actions.", title) == (
        31,
        None,
        (),
    )
    assert said("The revised First Action Plan sank. The Work Plan had 31 actions.", title) is None


def test_in_the_title_of_two_plans_no_plan_is_the_plan() -> None:
    title = "Report on the First Work Plan and revised Second Work Plan"
    assert said("The Work Plan contained 31 actions.", title) is None
    assert said("The Second Work Plan contained 31 actions.", title) == (31, None, ())


def test_two_figures_give_none_and_keep_the_words() -> None:
    text = "The original plan had 31 actions. The Work Plan contained 30 actions."
    found = found_in(text)
    assert found is not None
    assert found.actions is None
    assert found.text == text.replace(". The", ".\nThe")


@every_case(
    ("text", "names"),
    [
        ('- the work area "boats and nets" has been deleted as it sank', ("boats and nets",)),
        ("The work areas “Boats” and “Nets and sheds” were removed.", ("Boats", "Nets and sheds")),
        ("Work areas Boats and Nets were removed.", ("Boats", "Nets")),
        ("The work area on nets has been dropped.", ("nets",)),
        ("Work Area 4 has been deleted.", ("4",)),
        ("Work Areas 4, 5 and 7 have therefore been deleted.", ("4", "5", "7")),
        ("Work Area 4 (boats) has been deleted.", ("boats",)),
        ("Work Area 4: Boats and nets was deleted.", ("Boats and nets",)),
        ("In the revised Work Plan the work area “Boats” is deleted.", ("Boats",)),
        ("The group has deleted the work area “Boats”.", ("Boats",)),
        ("It was agreed to delete work areas 4 and 5.", ("4", "5")),
        ("Le domaine de travail « Bateaux » a été supprimé.", ("Bateaux",)),
        ("Les domaines d'action « Bateaux » et « Filets » ont été retirés.", ("Bateaux", "Filets")),
        ("Der Arbeitsbereich „Boote“ wurde gestrichen.", ("Boote",)),
        ("Die Arbeitsbereiche 4 und 7 sind gestrichen worden.", ("4", "7")),
        ("Im überarbeiteten Plan wurde der Arbeitsbereich „Boote“ gestrichen.", ("Boote",)),
        ("- the work area **“Boats”** has\n  been deleted;\n- boats swim", ("Boats",)),
    ],
)
def test_work_areas_that_were_taken_out(text: str, names: tuple[str, ...]) -> None:
    assert said(text) == (None, None, names)


@every_case(
    "text",
    [
        "The work area “Boats” has not been deleted.",
        "The work area “Boats” should be deleted.",
        "The work area “Boats” will be deleted.",
        "It is proposed to delete the work area “Boats”.",
        "It was decided not to delete the work area “Boats”.",
        "No work area “Boats” has been deleted.",
        "The work area concerned has been deleted.",
        "The work area has been deleted.",
        "The work area which nobody likes has been deleted.",
        "The work area “Boats” has been moved and its table deleted.",
        "The actions of the work area “Boats” have been deleted.",
        "The actions in work area 4 were deleted.",
        "Work area 4, action 2 was deleted.",
        "The deadlines of work areas 4 and 5 were removed.",
        "Work areas Risk management and analysis and Training were removed.",
        "The work area “Boats” of the First Action Plan was deleted.",
        "In the First Action Plan the work area “Boats” was deleted.",
        "The First Action Plan ended. The work area “Boats” was deleted.",
        "The work area “Boats” was removed from the agenda.",
        "If the work area “Boats” is deleted, boats sink.",
        "Le domaine de travail « Bateaux » n'a pas été supprimé.",
        "Les actions du domaine de travail « Bateaux » ont été supprimées.",
        "Der Arbeitsbereich „Boote“ wurde nicht gestrichen.",
        "Die Maßnahmen im Arbeitsbereich „Boote“ wurden gestrichen.",
    ],
)
def test_what_was_not_taken_out(text: str) -> None:
    assert said(text) is None


def test_the_sentences_are_held_with_their_bullets_and_marks_and_no_others() -> None:
    note = (
        "1234/31\n\nSubject: Revised Second Work Plan for harbours\n\n"
        "1. Boats were counted. The **Work Plan** contained 31 **Actions**.\n"
        " - the work area “Boats” has been deleted\n"
        " - nets were mended by all who had any\n\n"
    )
    table = "Code\tAction\tPriority\tResponsible Party\n1.1\tCount boats\tHigh\tCCWP\n"
    reading = parse(note + table)
    plan = reading.dossier.plan
    assert plan.revision == PlanRevision(
        actions=31,
        deleted_areas=("Boats",),
        text="The Work Plan contained 31 Actions.\nthe work area “Boats” has been deleted",
    )
    assert len(plan) == 1
    assert [piece.text for piece in reading.residue] == [
        "1. Boats were counted.",
        "- nets were mended by all who had any",
    ]


def test_the_revised_work_plan_of_2005_tells_what_it_was() -> None:
    plan = parsed("2005-revised-work-plan.txt").dossier.plan
    assert plan.revision is not None
    assert (plan.revision.actions, plan.revision.work_areas, len(plan)) == (44, 11, 35)
    assert plan.revision.deleted_areas == ("cooperation with other Council Working Groups",)
    assert len(plan.revision.text.splitlines()) == 3


@pytest.mark.parametrize(
    "name", ["1997-strategic-action-programme.txt", "2011-fifth-action-plan.txt"]
)
def test_plans_that_were_not_revised_have_no_revision(name: str) -> None:
    assert [plan.revision for plan in parsed(name).dossier.plans] == [None]


@every_case(
    ("text", "actions"),
    [
        ("the original Work Plan " * 3_000, None),
        ("The original Work Plan had 31 actions and " * 3_000, None),
        ("The original Work Plan had 31 actions. " * 300, 31),
        ('work area "' * 6_000 + " has been deleted", None),
        ("work area X and " * 4_000 + "were deleted", None),
        ("The number of actions " * 3_000 + "from 31 to 19", None),
    ],
)
def test_hostile_notes_are_read_in_linear_time(text: str, actions: int | None) -> None:
    found = found_in(text)
    assert (found and found.actions) == actions
