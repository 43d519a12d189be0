"""Duties of one party behind a list of actions: whose they are, when, and for whom."""

from customs_coop.model import ActionRef, Obligation, PlanRef
from customs_coop.readers import Reading, parse
from customs_coop.readers.conclusions.closing import is_on_all
from customs_coop.readers.obligations.duties import find_duties
from customs_coop.readers.obligations.shares import read_share
from folded import every_case

HEAD = "Conclusions of the working group on kites\n4 May 2030, Valletta\n\n"


def behind(*bullets: str, below: str = "") -> Reading:
    """Conclusions with two actions, and what stands as bullets behind the second one."""
    listed = "As regards the island countries, agreed to carry out the following actions:\n\n"
    items = f"1) Count the kites.\n\n2) Mend the kites.\n\n{below}"
    return parse(HEAD + listed + items + "\n\n".join(bullets), layout="conclusions")


def duties(reading: Reading) -> list[tuple[str, ...]]:
    return [
        (one.party or "-", one.to or "-", one.deadline.text if one.deadline else "-")
        for one in reading.dossier.obligations
    ]


def titles(reading: Reading) -> list[str]:
    return [action.title for action in reading.dossier.plan.actions]


# A bullet behind the last action.


@every_case(
    ("bullet", "owed"),
    [
        (
            "Agreed that the Commission should report to the Council by the end of 2031.",
            [("COM", "COUNCIL", "by the end of 2031")],
        ),
        (
            "Agrees that Malta will send a form to Cyprus by June 2031.",
            [("MT", "CY", "by June 2031")],
        ),
        (
            "Invited Europol to send a form to Frontex by June 2031.",
            [("EUROPOL", "FRONTEX", "by June 2031")],
        ),
        ("Called upon Malta to sew by June 2031.", [("MT", "-", "by June 2031")]),
        ("Noted that the wind grew by 2029.", []),
        ("Took note of the pattern.", []),
        ("Welcomed new kites.", []),
    ],
)
def test_a_bullet_with_a_verb_of_conclusions_is_no_part_of_the_action(
    bullet: str, owed: list[tuple[str, ...]]
) -> None:
    for sign in ("-", "•"):
        reading = behind(f"{sign} {bullet}")
        assert titles(reading) == ["Count the kites.", "Mend the kites."]
        assert duties(reading) == owed
        assert not reading.residue


@every_case(
    "bullet",
    [
        "Agreed forms for all.",
        "the tails.",
        "Noted tails.",
        "Recommend silk.",
        "Requests to Malta.",
    ],
)
def test_a_bullet_that_belongs_to_the_action_stays_with_it(bullet: str) -> None:
    assert titles(behind(f"- {bullet}"))[1] == f"Mend the kites.\n- {bullet}"


def test_bullets_of_the_action_and_of_those_who_speak() -> None:
    reading = behind("- at sea;", "- Invited Malta to sew.", "- Invited Cyprus to knit.")
    assert titles(reading)[1] == "Mend the kites.\n- at sea"
    asked = reading.dossier.recommendations
    assert [(one.addressees, one.number) for one in asked] == [(("MT",), ""), (("CY",), "")]


def test_bullets_behind_the_first_one_of_those_who_speak_are_none_of_the_action_either() -> None:
    reading = behind("- at sea;", "- Noted that the wind grew.", "- Malta shall sew by June 2031.")
    assert titles(reading)[1] == "Mend the kites.\n- at sea"
    assert duties(reading) == [("MT", "-", "by June 2031")]


def test_a_list_goes_on_behind_the_bullets() -> None:
    reading = behind("- Invited Malta to sew.", "3) Fly the kites.")
    assert titles(reading) == ["Count the kites.", "Mend the kites.", "Fly the kites."]


def test_in_a_list_of_bullets_one_speaks_for_itself() -> None:
    text = (
        "The working group agreed to carry out the following actions before the next conference:"
        "\n\n- Count the kites.\n\n- Agreed that Malta should sew by June 2031.\n"
    )
    assert duties(parse(HEAD + text, layout="conclusions")) == [
        ("WORKING-GROUP", "-", "before the next conference"),
        ("MT", "-", "by June 2031"),
    ]


# A matter of its own, or all actions.


@every_case(
    "bullet",
    [
        "Agreed that each customs administration should report quarterly to Malta on tails.",
        "Agreed that Cyprus should report to the Council on 1 June and 1 December each year.",
        "Agreed that Cyprus should report to Malta on these new tails by June 2031.",
        "Agreed that Cyprus should report to the next conference on tails by June 2031.",
        "Agreed that Cyprus should report on progress in dyeing by June 2031.",
    ],
)
def test_a_report_on_its_own_matter_is_not_laid_on_the_actions(bullet: str) -> None:
    reading = behind(f"- {bullet}", below="Report on silk.\n\n")
    found: dict[str, list[Obligation]] = {"on": [], "own": []}
    for one in reading.dossier.obligations:
        assert not isinstance(one.subject, PlanRef)
        found["on" if isinstance(one.subject, ActionRef) else "own"].append(one)
    assert {one.text for one in found["own"]} == {bullet}
    (line,) = found["on"]
    assert (line.party, line.to, line.deadline) == ("ISLAND-COUNTRIES", None, None)


@every_case(
    ("words", "behind_list", "on_all"),
    [
        ("on the above items at least two months before the next conference.", False, True),
        ("on the actions listed above.", False, True),
        ("on the implementation of these agreed actions by June 2031.", False, True),
        ("on these by June 2031.", False, True),
        ("on each of them.", False, True),
        ("on progress made.", True, True),
        ("on its progress by June 2031.", True, True),
        ("on progress made.", False, False),
        ("on progress in June 2031.", True, True),
        ("on progress within two months.", True, True),
        ("on progress in dyeing.", True, False),
        ("on progress within the islands.", True, False),
        ("to the next conference.", False, True),
        ("to the next conference on 3 June 2031.", False, True),
        ("to the next conference on tails.", False, False),
        ("to the Council each year.", True, False),
        ("on each island.", True, False),
        ("on kites above the sea.", True, False),
    ],
)
def test_which_sentence_is_on_all_actions(words: str, *, behind_list: bool, on_all: bool) -> None:
    text = f"Agreed that each team should report {words}"
    assert is_on_all(text, behind_list=behind_list) == on_all


def test_progress_directly_behind_the_list_is_that_of_the_actions() -> None:
    said = "- Agreed that each team should report to Malta on progress made by June 2031."
    below = "Report on silk.\n\n"
    assert ("ISLAND-COUNTRIES", "MT", "by June 2031") in duties(behind(said, below=below))
    later = behind("- Welcomed new kites.", said, below=below)
    assert ("ISLAND-COUNTRIES", "-", "-") in duties(later)


# To whom, behind a verb that asks.


@every_case(
    ("point", "owed"),
    [
        (
            "INVITES the Commission to present a count of the kites to the Council by June 2031.",
            [("COM", "COUNCIL", "by June 2031")],
        ),
        (
            "ENCOURAGES OLAF to send patterns of silk to the CCWP no later than 1 March 2031.",
            [("OLAF", "CCWP", "no later than 1 March 2031")],
        ),
        (
            "INVITES Malta to report twice a year to the CCWP on silk.",
            [("MT", "CCWP", "twice a year")],
        ),
        (
            "INVITES Malta and Cyprus to send a kite to Malta by June 2031.",
            [
                ("MT", "-", "by June 2031"),
                ("CY", "MT", "by June 2031"),
            ],
        ),
    ],
)
def test_to_whom_those_who_are_asked_report(point: str, owed: list[tuple[str, ...]]) -> None:
    text = (
        f"Council conclusions on kites\n\n4 May 2030\n\n1. {point}\n\n2. INVITES Europol to rest.\n"
    )
    assert duties(parse(text, layout="conclusions")) == owed


# Each party its own day.

TWO = "{} report to the CCWP on ice by the end of 2031 and OLAF on snow by March 2032."


@every_case("words", ["Europol shall", "Agreed that Europol should", "Invited Europol to"])
def test_each_of_two_parties_has_its_own_day(words: str) -> None:
    text = f"{HEAD}Invited Frontex to rest.\n\n{TWO.format(words)}\n"
    assert duties(parse(text, layout="conclusions")) == [
        ("EUROPOL", "CCWP", "by the end of 2031"),
        ("OLAF", "CCWP", "by March 2032"),
    ]


def test_the_second_party_may_have_a_receiver_of_its_own() -> None:
    words = "Europol shall report by May 2031 and OLAF on snow to the Council by June 2032."
    assert [[one.id for one in duty.to] for duty in find_duties(words)] == [[], ["COUNCIL"]]


@every_case(
    "text",
    [
        "Europol shall report on ice and OLAF on snow by March 2032.",
        "Europol shall report to Malta and Cyprus by March 2032.",
        "Europol shall report by May 2031 to the Council and the Commission by June 2031.",
        "Europol shall report by May 2031 and OLAF by all means.",
        "Europol shall report by May 2031 and Snow by June 2031.",
        "Europol shall report by May 2031 and OLAF on what it shall mend by June 2031.",
    ],
)
def test_where_nobody_can_tell_whose_day_it_is_there_is_one_duty(text: str) -> None:
    assert read_share(text) is None
