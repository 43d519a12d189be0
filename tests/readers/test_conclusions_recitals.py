"""Recitals before numbered points, points with bullets, and times before which points are due."""

from customs_coop.readers import Reading, parse
from customs_coop.readers.conclusions.terms import last_days
from folded import every_case

POINTS = (
    "1. The Council invites the Member States, by the end of 2018, to:\n"
    " - open sheds;\n - close barns.\n\n"
    "2. The Council calls on the Commission to report."
)


def read(text: str) -> Reading:
    return parse(f"Council conclusions on sheds\n\n{text}", layout="conclusions")


def asked(reading: Reading) -> list[tuple[str, str]]:
    return [(one.id, " ".join(one.addressees)) for one in reading.dossier.recommendations]


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.report]


@every_case(
    "recital",
    [
        "CONSIDERING the need for order,",
        "CONSIDERING the need for order",
        "Considering the need for order,",
        "RECALLING its conclusions on barns;",
        "RECALLING its conclusions on barns,\n\nWHEREAS sheds are old,",
        "(1) RECALLING its conclusions on barns,\n(2) WHEREAS sheds are old,",
        "THE COUNCIL OF THE EUROPEAN UNION,\n\nNOTING the state of sheds,",
    ],
)
def test_a_recital_governs_none_of_the_points_behind_it(recital: str) -> None:
    reading = read(f"{recital}\n\n{POINTS}")
    assert asked(reading) == [("C-1#1", "MS"), ("C-1#2", "MS"), ("C-2", "COM")]
    left = " ".join(piece.text for piece in reading.residue)
    assert "open sheds" not in left
    assert "report" not in left


@every_case(
    "finding",
    [
        "The Council NOTES that:",
        "NOTES that",
        "WELCOMES the following:",
        "The Council took note of the following",
    ],
)
def test_a_finding_that_goes_on_in_its_items_governs_them(finding: str) -> None:
    text = (
        f"{finding}\n1. the Commission invites Europol to dance;\n2. Europol asks Frontex to sing;"
    )
    reading = read(f"{text}\n\nINVITES the Commission to count sheds.")
    assert asked(reading) == [("C#1", "COM")]
    assert reading.dossier.obligations == ()


def test_points_behind_a_recital_in_other_words() -> None:
    reading = read(
        "RECALLING the plan,\n\n1. It also encourages the Commission to name sheds.\n"
        "2. Member States should paint their sheds.\n"
        "3. CEPOL and Europol are invited to open sheds before 1 March 2019.\n"
    )
    assert asked(reading) == [("C-1", "COM"), ("C-3", "CEPOL EUROPOL")]
    assert [
        (one.party, one.deadline and str(one.deadline.latest))
        for one in reading.dossier.obligations
    ] == [
        ("MS", None),
        ("CEPOL", "2019-02-28"),
        ("EUROPOL", "2019-02-28"),
    ]


def test_a_recital_is_no_title_and_only_noted() -> None:
    reading = read(f"CONSIDERING the need for order,\n\n{POINTS}")
    assert [piece.text for piece in reading.residue] == ["CONSIDERING the need for order,"]
    (noted,) = (finding for finding in reading.report if finding.code == "CC162")
    assert noted.message.startswith("1 statement only notes")


def test_a_text_from_which_nothing_was_taken_is_told() -> None:
    reading = read("RECALLS the sun.\n\nWELCOMES the rain.")
    assert "CC166" in codes(reading)
    assert reading.report.warnings
    assert "CC166" not in codes(read(POINTS))


# Points with bullets have the number of the point, as printed, and a place in their id.


def numbered(text: str) -> list[tuple[str, str]]:
    return [(one.id, one.number) for one in read(text).dossier.recommendations]


@every_case(
    ("text", "expected"),
    [
        (
            "1. INVITES the Commission to:\n- count;\n- paint.\n2. URGES Europol to rest.",
            [("C-1#1", "1"), ("C-1#2", "1"), ("C-2", "2")],
        ),
        (
            "3. INVITES:\n(a) the Commission to:\n- count;\n- paint;\n(b) Europol to rest.",
            [("C-3(a)#1", "3(a)"), ("C-3(a)#2", "3(a)"), ("C-3(b)", "3(b)")],
        ),
        (
            "4. INVITES:\n- the Member States to:\n• count;\n• name;\n- the Commission to rest.",
            [("C-4#1.1", "4"), ("C-4#1.2", "4"), ("C-4#2", "4")],
        ),
        ("INVITES the Commission to:\n- count;\n- paint.", [("C#1", ""), ("C#2", "")]),
        # Of another list, and of a recital, a point has no number.
        (
            "(1) WHEREAS sheds are old,\n\n- URGES Europol to rest;\n- ASKS Frontex to rest.",
            [("C#1", ""), ("C#2", "")],
        ),
    ],
)
def test_numbers_of_bullets(text: str, expected: list[tuple[str, str]]) -> None:
    assert numbered(text) == expected


# Times before which something is asked for.


@every_case(
    ("words", "day"),
    [
        ("appoint a keeper of sheds before the end of 2013", "2013-12-31"),
        ("appoint a keeper, before the end of 2013, for each shed", "2013-12-31"),
        ("appoint a keeper prior to March 2014", "2014-02-28"),
        ("appoint the elected keeper before 1.3.2014", "2014-02-28"),
        ("Europol is invited to appoint a keeper before 2014", "2013-12-31"),
        ("nommer un gardien avant la fin de 2013", "2013-12-31"),
        ("nommer un gardien avant le 1er mars 2014", "2014-02-28"),
        ("ERSUCHT die Kommission, vor dem 1. März 2014 zu zählen", "2014-02-28"),
    ],
)
def test_what_is_asked_is_due_before_its_time(words: str, day: str) -> None:
    assert [str(time.latest) for time in last_days(words)] == [day]


@every_case(
    "words",
    [
        "count sheds built before 2013",
        "count goods that arrived before 1 March 2014",
        "count goods imported into the ports before March 2014",
        "apply the rules in force before 1 March 2014",
        "Before 2013 there were no sheds",
        "read the report before the meeting of 2014",
        "compter les hangars construits avant 2013",
        "die vor 2013 gebauten Schuppen zu zählen",
    ],
)
def test_a_time_of_something_else_is_no_deadline(words: str) -> None:
    assert last_days(words) == ()


def test_every_point_below_a_point_has_its_own_time() -> None:
    reading = read(
        "2. INVITES the Commission to:\n(a) open sheds before the end of 2012;\n"
        "(b) appoint a keeper of sheds before the end of 2013;\n(c) rest.\n"
    )
    assert [
        (str(one.subject), one.deadline and str(one.deadline.latest))
        for one in reading.dossier.obligations
    ] == [("C-2(a)", "2012-12-31"), ("C-2(b)", "2013-12-31")]
