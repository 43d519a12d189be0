import pytest

from customs_coop.deadline import parse_deadline
from customs_coop.model import Role
from customs_coop.readers.obligations.duties import stated_obligations
from customs_coop.readers.parties.actors import find_actors
from customs_coop.readers.timetable.funding import find_funding
from customs_coop.readers.timetable.points import number_points
from customs_coop.readers.timetable.times import prose_times, standing_words
from folded import every_case


@every_case(
    ("text", "programme", "state", "amount"),
    [
        ("Oisin funding has been approved.", "Oisin", "approved", ""),
        (
            "The Commission has granted EUR 1 000 funding under the AGIS programme.",
            "AGIS",
            "approved",
            "EUR 1 000",
        ),
        ("Grotius II funding shall be applied for.", "Grotius II", "to be applied for", ""),
        ("Funding from the Phare programme shall be sought.", "Phare", "to be sought", ""),
        (
            "Consideration should be given to applying for OISIN funding.",
            "Oisin",
            "to consider",
            "",
        ),
        (
            "Hercule funding of 2.5 million euro was refused.",
            "Hercule",
            "refused",
            "2.5 million euro",
        ),
        ("The OLSIN programme gives funding.", "", "", ""),
        ("Nordic funding has been secured.", "Nordic", "approved", ""),
    ],
)
def test_funding(text: str, programme: str, state: str, amount: str) -> None:
    found = [one.funding for one in find_funding(text)]
    wanted = [(programme, state, amount)] if programme else []
    assert [(one.programme, one.state, one.amount) for one in found] == wanted


@pytest.mark.parametrize(
    "text", ["The funding is unclear.", "This funding shall be sought.", "Oisin was a poet."]
)
def test_no_programme_no_funding(text: str) -> None:
    assert find_funding(text) == ()


def test_a_misspelt_programme_keeps_its_words() -> None:
    (found,) = find_funding("Oisir funding shall be sought.")
    assert (found.funding.programme, found.misspelt) == ("Oisin", "Oisir")
    assert "Oisir" in found.funding.text


@every_case(
    ("text", "wanted"),
    [
        ("Each Member State shall swim.", [("MS", Role.RESPONSIBLE)]),
        ("In May 2001 the Commission must swim.", [("COM", Role.RESPONSIBLE)]),
        (
            "To stay dry, customs authorities should swim.",
            [("CUSTOMS-ADMINISTRATIONS", Role.RESPONSIBLE)],
        ),
        (
            "Italian and Greek Customs shall swim.",
            [("IT-CUSTOMS", Role.RESPONSIBLE), ("EL-CUSTOMS", Role.RESPONSIBLE)],
        ),
        ("Swimmers shall be chosen by the Presidency.", [("PRESIDENCY", Role.RESPONSIBLE)]),
        ("Europol shall be invited to swim.", [("EUROPOL", Role.CONCERNED)]),
        ("A swim organised by the World Customs Organization is near.", [("WCO", Role.ORGANISER)]),
        ("Results are reported to the Council.", [("COUNCIL", Role.ADDRESSEE)]),
        ("The Harbour Working Party shall swim.", [("HARBOUR-WORKING-PARTY", Role.RESPONSIBLE)]),
        (
            "States which have ports shall swim; all others need not.",
            [("STATES", Role.RESPONSIBLE)],
        ),
        # Others who take part in what is to be done.
        (
            "Member States shall see that links are made between FIS/Europol/SIS/WCO for all.",
            [("MS", Role.RESPONSIBLE), ("EUROPOL", Role.CONCERNED), ("WCO", Role.CONCERNED)],
        ),
        (
            "The Commission shall exchange lists of boats with Europol and the WCO by post.",
            [("COM", Role.RESPONSIBLE), ("EUROPOL", Role.CONCERNED), ("WCO", Role.CONCERNED)],
        ),
        (
            "Member States shall consider including the South and East Baltic States in dives.",
            [("MS", Role.RESPONSIBLE), ("SOUTH-AND-EAST-BALTIC-STATES", Role.CONCERNED)],
        ),
        (
            "Member States shall dive at the request of the host countries.",
            [("MS", Role.RESPONSIBLE), ("HOST-COUNTRIES", Role.CONCERNED)],
        ),
        (
            "Dives shall follow the rules agreed in the Harbour Working Party.",
            [("HARBOUR-WORKING-PARTY", Role.CONCERNED)],
        ),
        (
            "Europol shall be invited to attend at least two meetings of the Rope Group each year.",
            [("EUROPOL", Role.CONCERNED), ("ROPE-GROUP", Role.CONCERNED)],
        ),
        (
            "Some Member States are good at diving. Their experience will be of use to the others.",
            [("MS", Role.CONCERNED)],
        ),
        # The same words where nobody takes part, or where it is over.
        (
            "Boats shall help cooperation between the ports and the Commission has paid for it.",
            [],
        ),
        ("The Member States shall share lists with each other.", [("MS", Role.RESPONSIBLE)]),
        ("The service must exchange lists with other Member States.", []),
        ("Links were made between Europol and the WCO.", []),
        ("Rules were agreed in the Harbour Working Party.", []),
        ("Dives shall follow the rules set in stone.", []),
        ("Dives shall follow what was agreed in November 1996.", []),
        ("Some Member States are good at diving. Their boats will be of use.", []),
        ("Some nets are old. Their experience will be of use.", []),
        ("A report shall be made.", []),
        ("These shall be dry.", []),
        ("This service must swim.", []),
        ("Links shall be made to boats.", []),
        ("Rules were made by the Dutch Presidency.", []),
        ("Officers shall swim.", [("OFFICERS", Role.RESPONSIBLE)]),
        ("When wet, officers shall swim.", []),
    ],
)
def test_actors(text: str, wanted: list[tuple[str, Role]]) -> None:
    assert [(one.party, one.role) for one in find_actors(text).involved] == wanted


def test_whom_one_only_considers_is_not_certain() -> None:
    found = find_actors(
        "The Member States shall consider the participation of coast guard agencies."
    )
    assert [(one.party, one.confirmed) for one in found.involved] == [
        ("MS", True),
        ("COAST-GUARD-AGENCIES", False),
    ]


@every_case(
    ("text", "party", "to", "time"),
    [
        ("The Commission shall report to the Council by May 2001.", "COM", "COUNCIL", "2001-05-31"),
        ("A report shall be submitted to the Council.", None, "COUNCIL", "None"),
        ("Progress to be reported in May 2001.", None, None, "2001-05-31"),
        ("Member States should swim by May 2001.", "MS", None, "2001-05-31"),
    ],
)
def test_duties(text: str, party: str | None, to: str | None, time: str) -> None:
    (duty,), _ = stated_obligations(text, None)
    assert (duty.party, duty.to) == (party, to)
    assert str(duty.deadline.latest if duty.deadline else None) == time


@pytest.mark.parametrize(
    "text", ["They read the report.", "All look at it with a view to reporting.", "All may swim."]
)
def test_no_duty(text: str) -> None:
    assert stated_obligations(text, None) == ((), ())


@every_case(
    ("text", "stated", "wanted"),
    [
        ("In 1998 all shall swim.", [], ["1998-12-31"]),
        ("In 1998, boats were bought.", [], []),
        ("In 1998, boats were bought and shall swim.", [], []),
        ("All report by May 1998.", ["May 1998"], []),
        ("All shall report by May 1998.", ["June 1998"], ["1998-05-31"]),
        ("A seminar took place in March 1997.", [], []),
        ("All shall swim each year.", ["June 1998"], ["None"]),
        ("All shall swim each year.", ["Each year"], []),
        ("Nets shall be counted regularly by all.", ["June 1998"], ["None"]),
        ("All shall swim on a regular basis.", [], ["None"]),
        ("All shall look at the regularly updated list.", [], []),
        ("Nets were counted regularly.", [], []),
        ("Europol is running in 1997-98 a net course. All shall attend it.", [], ["1998-12-31"]),
        ("Europol is running in 1997-98 a net course. All shall swim.", [], []),
        ("Europol ran in 1997-98 a net course. All shall attend it.", [], []),
    ],
)
def test_times_of_prose(text: str, stated: list[str], wanted: list[str]) -> None:
    found = prose_times(text, [parse_deadline(words) for words in stated])
    assert [str(time.latest) for time in found] == wanted


@every_case(
    ("figures", "numbers", "regular"),
    [
        ([], "", True),
        ([1, 2, 3], "1 2 3", True),
        ([1, 2, 1, 2, 3, 4, 5, 3, 1], "1 2 2.1 2.2 2.3 2.4 2.5 3 3.1", True),
        ([1, 1, 2, 3, 2, 1, 2], "1 1.1 1.2 1.3 2 2.1 2.2", True),
        ([1, 2, 5], "1 2 2.5", False),
    ],
)
def test_two_levels_of_points(figures: list[int], numbers: str, regular: bool) -> None:  # noqa: FBT001 - a parameter of the table above
    found, follows = number_points(figures)
    assert (" ".join(found), follows) == (numbers, regular)


@every_case(
    ("text", "stated", "words"),
    [
        ("Nets are old. All shall swim each year.", [], "All shall swim each year."),
        ("All shall swim.", ["Annually"], "Annually"),
        ("All shall keep the list up to date.", [], "All shall keep the list up to date."),
        (
            "Nets shall be kept under constant review.",
            [],
            "Nets shall be kept under constant review.",
        ),
        (
            "A dive should be made each year. In 1998 the dive should look at nets.",
            [],
            "A dive should be made each year.",
        ),
        # A part of it ends.
        ("All shall swim each year.", ["June 1998"], ""),
        ("All shall swim each year. They shall report by May 1998.", [], ""),
        ("A dive should be made each year. In 1998 the nets should be sold.", [], ""),
        ("All shall keep the list up to date.", ["tbc"], ""),
        # Nothing says that it goes on.
        ("All shall swim.", [], ""),
        ("The list was kept up to date. All shall swim.", [], ""),
        ("All shall use an up to date list.", [], ""),
    ],
)
def test_what_shows_that_an_item_comes_round_or_goes_on(
    text: str, stated: list[str], words: str
) -> None:
    assert standing_words(text, [parse_deadline(time) for time in stated]) == words


@pytest.mark.parametrize(
    "piece",
    [
        "shall be ",
        "is running in 1997 ",
        "links between ",
        "agreed in the ",
        "attend a meetings of ",
        "shall regularly ",
        "and The ",
        "shall keep ",
        "at the request of ",
        "Their experience ",
    ],
)
def test_sentences_of_any_length_are_read(piece: str) -> None:
    # At this length anything worse than linear would not come to an end.
    text = "All shall " + piece * (10_000 // len(piece))
    find_actors(text)
    standing_words(text)


def test_an_item_without_words_sets_no_time() -> None:
    assert prose_times("") == ()
    assert prose_times(" ", [parse_deadline("May 1998")]) == ()
