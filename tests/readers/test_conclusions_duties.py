"""What agreed actions, agreements and charges in conclusions lay on whom, by when and for whom."""

import datetime as dt

from customs_coop.deadline import By, Recurring, Relative
from customs_coop.model import ActionRef, Obligation, PlanRef
from customs_coop.readers import Reading, parse
from customs_coop.readers.conclusions.clauses import agreed_clauses
from customs_coop.readers.conclusions.receivers import find_receivers
from customs_coop.readers.conclusions.reporting import is_delivery, is_reporting_line
from customs_coop.readers.conclusions.terms import future_times
from folded import every_case

CLOSING = (
    "Agreed that each administration of the island countries should report on its progress in"
    " respect of the above items at least two months before the next conference."
)


def listed(line: str, closing: str = CLOSING, more: str = "") -> Reading:
    """Conclusions with two actions, and the line that stands below the second one."""
    text = (
        "Conclusions of the working group on kites\n4 May 2030, Valletta\n\n"
        f"{more}"
        "As regards the island countries, agreed to carry out the following actions:\n\n"
        "1) Count the kites.\n\nReport on the number of kites.\n\n"
        f"2) Mend the kites.\n\n{line}\n\n{closing}\n"
    )
    return parse(text, layout="conclusions")


def on_action(reading: Reading, code: str) -> list[Obligation]:
    return [
        one
        for one in reading.dossier.obligations
        if isinstance(one.subject, ActionRef) and str(one.subject.code) == code
    ]


def told(reading: Reading, code: str) -> list[str]:
    return [found.subject for found in reading.report if found.code == code]


def said(line: str) -> list[tuple[str, ...]]:
    """When and to whom the line below the second action asks for something."""
    return [
        (one.deadline.text if one.deadline else "-", one.to or "-", one.party or "-")
        for one in on_action(listed(line), "2")
    ]


# The line below an action and the sentence on all of them.


@every_case(
    ("line", "time", "to"),
    [
        ("Provide details by 3 June 2031.", "by 3 June 2031", "NEXT-CONFERENCE"),
        ("Report by June 2031.", "by June 2031", "NEXT-CONFERENCE"),
        ("Report every three months.", "every three months", "NEXT-CONFERENCE"),
        ("A report shall be made by June 2031.", "by June 2031", "NEXT-CONFERENCE"),
        ("Report to the Commission on silk every six months.", "every six months", "COM"),
        (
            "Report quarterly to the Presidency until May 2032.",
            "quarterly to the Presidency until May 2032",
            "PRESIDENCY",
        ),
        ("Inform the Presidency by 3 June 2031.", "by 3 June 2031", "PRESIDENCY"),
        ("Report on silk to the Secretariat by June 2031.", "by June 2031", "SECRETARIAT"),
        (
            "Report to the Commission on silk.",
            "at least two months before the next conference",
            "COM",
        ),
    ],
)
def test_what_a_line_says_itself_holds_for_its_action(line: str, time: str, to: str) -> None:
    assert said(line) == [(time, to, "ISLAND-COUNTRIES")]
    reading = listed(line)
    assert told(reading, "CC159") == ["P2030/2"]
    # The others are as the closing sentence says.
    (first,) = on_action(reading, "1")
    assert isinstance(first.deadline, Relative)
    assert (first.deadline.offset, first.to) == ("-P2M", "NEXT-CONFERENCE")
    (on_all,) = (one for one in reading.dossier.obligations if isinstance(one.subject, PlanRef))
    assert on_all.deadline == first.deadline


def test_what_a_line_does_not_say_comes_from_the_closing_sentence() -> None:
    reading = listed("Report on silk.")
    (duty,) = on_action(reading, "2")
    assert isinstance(duty.deadline, Relative)
    assert (duty.deadline.offset, duty.to) == ("-P2M", "NEXT-CONFERENCE")
    assert told(reading, "CC159") == []
    named = listed("Provide details by 3 June 2031.", CLOSING.replace(" on its", " to Frontex on"))
    assert [one.to for one in on_action(named, "2")] == ["FRONTEX"]
    assert [one.to for one in on_action(named, "1")] == ["FRONTEX"]
    assert told(named, "CC164") == []


def test_a_closing_sentence_with_also_asks_for_a_second_report() -> None:
    closing = CLOSING.replace("should report", "should also report")
    reading = listed("Report to the Commission by 3 June 2031.", closing)
    assert [(one.to, type(one.deadline)) for one in on_action(reading, "2")] == [
        ("COM", By),
        ("NEXT-CONFERENCE", Relative),
    ]
    assert len(on_action(reading, "1")) == 1
    assert told(reading, "CC159") == []


def test_what_is_handed_over_is_owed_and_takes_no_time_of_reports() -> None:
    assert said("Send the pattern to the Secretariat within three months of the meeting.") == [
        ("within three months of the meeting", "SECRETARIAT", "ISLAND-COUNTRIES")
    ]
    assert said("Send the pattern to the Secretariat.") == [
        ("-", "SECRETARIAT", "ISLAND-COUNTRIES")
    ]


def test_two_things_with_a_time_each() -> None:
    line = (
        "Submit a draft to the Commission no later than six weeks before the next conference and"
        " the last pattern by the end of 2032."
    )
    assert [time for time, *_ in said(line)] == [
        "no later than six weeks before the next conference",
        "by the end of 2032",
    ]
    reading = listed(line, more="The next conference will take place in autumn 2031 in Nida.\n\n")
    held = [(one.id, str(one.when)) for one in reading.dossier.events]
    assert ("the next conference", "2031-01-01/2031-12-31") in held
    assert [name for name, _ in held if "pattern" in name] == []


@every_case(
    ("text", "asks", "hands"),
    [
        ("Report within a month.", True, False),
        ("Report by spring 2031.", True, False),
        ("Report before 3 May 2031.", True, False),
        ("Report by the Presidency on silk", False, False),
        ("Report of the meeting", False, False),
        ("Send kites by June 2031.", False, True),
        ("Present the pattern to the Council.", False, True),
        ("Send kites up.", False, False),
        ("Reports shall be sent to all.", False, True),
        ("The report was made by hand.", False, False),
    ],
)
def test_lines_that_ask_for_something(text: str, *, asks: bool, hands: bool) -> None:
    assert (is_reporting_line(text), is_delivery(text)) == (asks, hands)


@every_case(
    ("text", "to"),
    [
        ("Report on the kites that were sold to the Commission.", []),
        ("Report on access to the Commission.", []),
        ("Report on kites to the Commission.", ["COM"]),
        ("Provide the Commission with kites.", ["COM"]),
        ("Malta will send a kite to the working group by June 2031.", ["WORKING-GROUP"]),
        ("Malta will notify all delegations of the wind.", ["DELEGATIONS"]),
        ("Malta will fly to the island.", []),
    ],
)
def test_to_whom_something_is_handed_over(text: str, to: list[str]) -> None:
    assert [one.id for one in find_receivers(text)] == to


# Agreements.


def agreed(text: str) -> list[tuple[str, ...]]:
    head = "Conclusions of the working group on kites\n4 May 2030, Valletta\n\n"
    dossier = parse(f"{head}Invited Europol to rest.\n\n{text}\n", layout="conclusions").dossier
    return [
        (one.party or "-", one.to or "-", one.deadline.text if one.deadline else "-")
        for one in dossier.obligations
    ]


@every_case(
    ("text", "duties"),
    [
        (
            "Agreed that Malta and Cyprus will jointly present a kite to the group by 3 June 2031.",
            [
                ("MT", "GROUP", "by 3 June 2031"),
                ("CY", "GROUP", "by 3 June 2031"),
            ],
        ),
        (
            (
                "Agreed that Malta will send a form in May 2031 and that experts will reply within"
                " a week."
            ),
            [
                ("MT", "-", "in May 2031"),
                ("EXPERTS", "-", "within a week"),
            ],
        ),
        (
            "The conference agreed that experts will send a list to the Secretariat by June 2031.",
            [("EXPERTS", "SECRETARIAT", "by June 2031")],
        ),
        ("Agreed that a list will be drawn up by June 2031.", [("-", "-", "by June 2031")]),
        (
            "Agreed that a form will be circulated by Malta in June 2031.",
            [("MT", "-", "in June 2031")],
        ),
        (
            "Agreed that Malta, which will host all in 2031, will send a list by June 2032.",
            [("MT", "-", "by June 2032")],
        ),
        ("The group agreed to meet in autumn 2031.", [("WORKING-GROUP", "-", "in autumn 2031")]),
        ("The Presidency will send a form by June 2031.", [("PRESIDENCY", "-", "by June 2031")]),
        ("A report shall be made by June 2031.", [("-", "-", "by June 2031")]),
        (
            "Le Conseil convient que la Commission rend compte avant fin 2031.",
            [("COM", "-", "avant fin 2031")],
        ),
        (
            "Der Rat kommt überein, dass die Kommission bis Ende 2031 Bericht erstattet.",
            [("COM", "-", "bis Ende 2031")],
        ),
        # Nothing is laid on anybody.
        ("Agreed that no kites will be bought by 2031.", []),
        ("Agreed that the wind will grow by 2031.", []),
        ("Noted that the Commission will report by June 2031.", []),
        ("The rules provide that the Commission shall report by June 2031.", []),
        ("The Member States had to report by June 2029.", []),
    ],
)
def test_what_is_agreed_is_owed(text: str, duties: list[tuple[str, ...]]) -> None:
    assert agreed(text) == duties


def test_each_clause_has_its_own_words_and_one_alone_those_of_the_statement() -> None:
    two = "Agreed that Malta will knit, and that Cyprus shall dye the silk."
    assert [one.text for one in agreed_clauses(two)] == [
        "Malta will knit",
        "Cyprus shall dye the silk.",
    ]
    one = "Agreed that Malta will knit and that is all."
    assert [clause.text for clause in agreed_clauses(one)] == [one]


@every_case(
    ("text", "times"),
    [
        ("Malta will fly a kite in June 2031.", ["in June 2031"]),
        ("Malta will fly a kite on 3 June 2031 and rest.", ["on 3 June 2031"]),
        ("Malta will fly a kite in the first half of 2031.", ["in the first half of 2031"]),
        ("Malta will mend kites bought in June 2031.", []),
        ("Malta will report on the kites in June 2031.", []),
        ("Malta will prepare the conference in June 2031.", []),
        ("Malta flew a kite in June 2031.", []),
        ("Malta will list what it flew in June 2029.", []),
        ("Invited Malta to fly a kite in June 2031.", ["in June 2031"]),
        ("Invited Malta to list the kites of the islands in 2031.", []),
    ],
)
def test_when_something_will_be_done(text: str, times: list[str]) -> None:
    assert [time.text for time in future_times(text, dt.date(2030, 5, 4))] == times


def test_an_invitation_with_a_rhythm_and_its_first_day_is_one_duty() -> None:
    text = (
        "Conclusions of the working group on kites\n4 May 2030, Valletta\n\nInvited the Commission"
        " to report to the Council every six months on silk, for the first time by 3 June 2031.\n"
    )
    (duty,) = parse(text, layout="conclusions").dossier.obligations
    assert isinstance(duty.deadline, Recurring)
    days = duty.deadline.last_days(within="2030-05-04/2032-06-30")
    assert [str(day) for day in days] == ["2031-06-03", "2031-12-03", "2032-06-03"]


# Who owes and who receives.


def test_a_task_is_owed_to_those_who_give_it_and_that_is_told() -> None:
    text = "Council conclusions on kites\n\n1. {}\n\n2. INVITES Europol to rest.\n"
    reading = parse(text.format("INSTRUCTS the CCWP to knit by June 2031."), layout="conclusions")
    (duty,) = reading.dossier.obligations
    assert (duty.party, duty.to, told(reading, "CC164")) == ("CCWP", "COUNCIL", [""])
    words = "INSTRUCTS the CCWP to report to the Commission by June 2031."
    named = parse(text.format(words), layout="conclusions")
    (duty,) = named.dossier.obligations
    assert (duty.party, duty.to, told(named, "CC164")) == ("CCWP", "COM", [])


def test_what_prose_tells_of_a_call_is_owed_to_nobody() -> None:
    text = (
        "Council conclusions on kites\n\nThe Council invited the Member States to rest. The"
        " Commission has been called on to knit kites.\n"
    )
    (duty,) = parse(text, layout="conclusions").dossier.obligations
    assert (duty.party, duty.to) == ("COM", None)


def test_each_of_several_who_are_not_named_is_told() -> None:
    words = "• Recognised that kites should be mended by each administration by June 2031."
    reading = listed("Report on silk.", more=f"{words}\n\n")
    assert "ADMINISTRATION" in {one.party for one in reading.dossier.obligations}
    assert told(reading, "CC158") == ["ADMINISTRATION"]
    assert told(listed("Report on silk."), "CC158") == []
