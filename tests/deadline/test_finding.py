"""Finding deadlines amid prose."""

from datetime import date

from customs_coop.deadline import By, Undetermined, find_deadlines, parse_deadline
from folded import every_case
from real_documents import document

LENGTH = 2_500


@every_case(
    ("text", "expected"),
    [
        (
            "Form agreed by the group Deadline: 28.02.2006 Results issued. Deadline:: March 2006.",
            ["Deadline: 28.02.2006", "Deadline:: March 2006"],
        ),
        ("List ready. Deadline June 2006", ["Deadline June 2006"]),
        (
            "They were given a deadline of (at the latest) May 2006",
            ["deadline of (at the latest) May 2006"],
        ),
        ("Impact measured. Deadline: tbc", ["Deadline: tbc"]),
        ("Deadline: after the summer. Then rest.", ["Deadline: after the summer"]),
        ("Deadline: 28.2.2006 and 31.7.2006", ["Deadline: 28.2.2006", "31.7.2006"]),
        ("Deadline: 28.2.2006, and 31.7.2006", ["Deadline: 28.2.2006", "31.7.2006"]),
        ("Deadlines: May 2006 (draft) and June 2007", ["Deadlines: May 2006", "June 2007"]),
        ("Deadline: (a) May 2006; (b) June 2007", ["Deadline: (a) May 2006", "(b) June 2007"]),
        ("Deadline: 1) 2006, 2) tbc", ["Deadline: 1) 2006", "2) tbc"]),
        (
            "Deadline for the map: May 2006, for the list: June 2006",
            ["Deadline for the map: May 2006", "for the list: June 2006"],
        ),
        ("Deadline (draft): May 2006", ["Deadline (draft): May 2006"]),
        ("Deadline (draft) May 2006", ["Deadline (draft) May 2006"]),
        ("Deadline (May 2006): the map", ["Deadline (May 2006)"]),
        ("Deadline for comments: 12 May 2006", ["Deadline for comments: 12 May 2006"]),
        ("Deadline of the report: spring", ["Deadline of the report: spring"]),
        ("Deadline: (when ready)", ["Deadline: (when ready"]),
        (
            "Deadline: 30.6.2006 (extended to 31.12.2006) Map",
            ["Deadline: 30.6.2006 (extended to 31.12.2006)"],
        ),
        (
            "Deadline: May 2006 (was: by May 2005). Map by June 2006.",
            ["Deadline: May 2006 (was: by May 2005)", "by June 2006"],
        ),
        ("Deadline: May 2006. Extended in 2007 to all", ["Deadline: May 2006"]),
        ("Monthly updates are given.", ["Monthly"]),
        ("A\tSix monthly review\tB", ["Six monthly"]),
        ("The guide should be revised every two years", ["every two years"]),
        ("States shall tell the group once per Presidency.", ["once per Presidency"]),
        ("It is meant to be finished by\nDecember 2012.", ["by\nDecember 2012"]),
        ("Within 1 year test it", ["Within 1 year"]),
        ("The list shall be sent by March 2006 at the latest.", ["by March 2006 at the latest"]),
        ("Results are due by 2006.", ["due by 2006"]),
        ("Send it before the next meeting, please", ["before the next meeting"]),
        ("Findings to be shown in May 1998", ["in May 1998"]),
        ("The figures shall be sent annually and by May 1998.", ["annually", "by May 1998"]),
        ("It reports one month before the next meeting.", ["one month before the next meeting"]),
        ("The map is due by the end of the project.", ["due by the end of the project"]),
        ("Send it by the end of the Presidency.", ["by the end of the Presidency"]),
        ("The list shall be sent by June or July 2006.", ["by June or July 2006"]),
        ("The list shall be sent by 12/2006.", ["by 12/2006"]),
        ("Deadline: June 2006 (tbc) Map", ["Deadline: June 2006 (tbc)"]),
        ("Deadline: June 2006 tbc Map of all", ["Deadline: June 2006 tbc"]),
    ],
)
def test_deadlines_in_prose_are_found_with_their_places(text: str, expected: list[str]) -> None:
    found = find_deadlines(text)
    assert [mention.text for mention in found] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


@every_case(
    "text",
    [
        "A workshop took place in March 1997.",
        "In 1997 funds were granted, in 1998 they were spent.",
        "The text was agreed by June 1998.",
        "The group has met annually since 1992.",
        "Completed by December 2004",
        "The annual report on crime was read.",
        "They use the annual situation report.",
        "Seizures of 3000 kg per year",
        "The files were sent by 2000 officers. Staff will grow by 2000 people.",
        "Deadlines and Priorities are listed; the deadline has passed.",
        "prepared by the Belgian Presidency and by the UK Presidency in 2005",
        "Council Decision 2003/170 of 27.2.2003, OJ L 67, 12.3.2003, p. 27",
        "Work is ongoing and goes on regularly.",
        "It met in May and was closed by June 1998.",
        "The list is sent at most twice a year and not annually.",
        "The deadlines for the groups are: see below",
        "It cannot be done, not by June 2010 and not before the next meeting.",
        "It meets three working days before the next meeting.",
        "It should start within the validity of the Action Plan.",
        "This was made by Regulation 12/2006 and by 12/2006.",
    ],
)
def test_history_and_description_are_no_deadlines(text: str) -> None:
    assert find_deadlines(text) == ()


def test_the_label_is_in_the_mention_and_not_in_the_deadline() -> None:
    (mention,) = find_deadlines("Report deadline: December 2006")
    assert mention.text == "Report deadline: December 2006"
    assert mention.deadline == By("2006-12-31", "December 2006", "bare-month")


@every_case(
    ("text", "deadline"),
    [
        ("Deadline May 2006 – postponed to May", "May 2006 – postponed to May"),
        ("Deadline: May 2006, extended by 6 months", "May 2006, extended by 6 months"),
        ("Deadline: June 2012 - March 2011", "June 2012 - March 2011"),
        ("Deadline: at most twice a year", "at most twice a year"),
        ("Report by June 2006/2007", "by June 2006/2007"),
        ("Report by June 2006 (now tbc)", "by June 2006 (now tbc)"),
        ("Deadline: tbc (previously: by May 2006)", "tbc (previously: by May 2006)"),
    ],
)
def test_a_time_that_a_remark_changes_is_not_read_alone(text: str, deadline: str) -> None:
    (mention,) = find_deadlines(text)
    assert mention.deadline == Undetermined(deadline)


def test_a_time_that_was_given_up_is_kept_in_the_words_alone() -> None:
    (mention,) = find_deadlines("Report by June 2007 (previously: by June 2006)")
    assert mention.deadline.text == "by June 2007 (previously: by June 2006)"
    assert mention.deadline.latest == date(2007, 6, 30)


@every_case(
    ("text", "last", "convention"),
    [
        ("Deadline: 30.6.2006 (extended to 31.12.2006)", "2006-12-31", None),
        ("Deadline May 2006 – postponed to May 2007", "2007-05-31", "by-month"),
        ("Report by June 2006 (now June 2007)", "2007-06-30", "bare-month"),
        ("Report by June 2006 (extended to June 2007)", "2007-06-30", "by-month"),
        ("Deadline: June 2006 (new deadline: 1.5.2007 at the latest)", "2007-05-01", None),
    ],
)
def test_a_new_last_day_holds(text: str, last: str, convention: str | None) -> None:
    (mention,) = find_deadlines(text)
    assert mention.text.endswith(mention.deadline.text)
    assert text.endswith(mention.text)
    assert mention.deadline == By(last, mention.deadline.text, convention)
    assert parse_deadline(text) == By(last, text, convention)


@every_case(
    "text",
    [
        *("June 2010 (tbc)", "June 2010, tbc", "June 2010 - to be confirmed", "June 2010?"),
        *("June 2010 (to be confirmed by the group)", "June 2010, to be confirmed by the group"),
        *("June 2010 (provisional)", "by 30 June 2010 (indicative)", "tbc (June 2010)"),
        *("30.6.2010 (date tbc)", "30.6.2010 (subject to confirmation)"),
    ],
)
def test_a_time_that_is_not_settled_says_so(text: str) -> None:
    assert parse_deadline(text) == By("2010-06-30", text, "provisional")
    (mention,) = find_deadlines(f"Deadline: {text}")
    assert mention.deadline == By("2010-06-30", text, "provisional")


@every_case(
    ("text", "words"),
    [
        ("Deadline (tbc): June 2010", "June 2010"),
        ("Provisional deadline: 30.6.2010", "30.6.2010"),
        ("Échéance : juin 2010 (à confirmer)", "juin 2010 (à confirmer)"),
        ("Frist: Juni 2010 (noch zu bestätigen)", "Juni 2010 (noch zu bestätigen)"),
    ],
)
def test_a_label_may_say_that_a_time_is_not_settled(text: str, words: str) -> None:
    (mention,) = find_deadlines(text)
    assert mention.deadline == By("2010-06-30", words, "provisional")
    assert parse_deadline(text) == By("2010-06-30", text, "provisional")


def test_words_that_only_look_like_doubt_leave_a_time_firm() -> None:
    assert parse_deadline("June 2010 (provisional list)").convention == "bare-month"
    assert parse_deadline("June 2010, estimates of costs").convention == "bare-month"
    (mention,) = find_deadlines("Shall it be sent by 30 June 2010?")
    assert mention.deadline.convention is None


def test_all_labels_of_an_official_document_are_read() -> None:
    text = document("2005-revised-work-plan.txt").read_text(encoding="utf-8")
    labelled = [one for one in find_deadlines(text) if "eadline" in one.text]
    assert len(labelled) == text.count("eadline:") + text.count("Deadline December") + text.count(
        "Deadline June"
    ) + text.count("deadline of")
    assert [one.text for one in labelled if one.deadline.latest is None] == [
        "Deadline: Annually",
        "Deadline: tbc",
    ]


HOSTILE = (
    *("1", " ", "by ", "1.", "Deadline: ", "deadline ", "by June ", "within 1 ", "each ", "("),
    *("at least four ", "by the end of the ", "Belgian Presidency ", "before the next ", "1998-"),
    *("by June 2010 (previously ", "; (a) June 2010 ", "Deadline for (a) ", "Dec. '06 (tbc "),
    *("2006-12-31T00:", "June or ", "II/2005 ", "winter 1998/", "extended to June 2010 ("),
    *(
        "d'ici fin ",
        "présidence belge ",
        "tous les ",
        "au plus tard ",
        "é\u0301",
        "\u0323\u0301",
        "\t \n juin ",
    ),
    *("bis zum Ende des ", "unter dem Vorsitz ", "alle ", "1. bis ", "vor der nächsten "),
)


@every_case("unit", HOSTILE)
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    # Anything worse than linear would be felt at this length.
    text = (unit * LENGTH)[:LENGTH]
    assert parse_deadline(text).text == text
    assert all(text[one.start : one.end] == one.text for one in find_deadlines(text))
