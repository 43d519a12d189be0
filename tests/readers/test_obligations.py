"""Duties: who owes what, when, to whom; in sentences, in cells, and in the real documents."""

from pathlib import Path

import attrs
import pytest

from customs_coop.deadline import By, Deadline, parse_deadline
from customs_coop.model import (
    Action,
    ActionRef,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Obligation,
    Party,
    PartyKind,
    PartyRef,
    Role,
    Status,
    known_party,
)
from customs_coop.readers import parse
from customs_coop.readers.obligations.duties import find_duties, stated_obligations
from customs_coop.readers.obligations.reports import (
    find_report_writer,
    is_report,
    named_writer,
    names_report,
)
from customs_coop.readers.obligations.rows import row_obligations
from customs_coop.readers.obligations.understood import tell_understood, understood_debtors
from customs_coop.validation import validate
from folded import every_case
from real_documents import parsed

GOLDEN = Path(__file__).parents[1] / "golden" / "obligations.txt"
FILES = {
    "1997": "1997-strategic-action-programme.txt",
    "2005": "2005-revised-work-plan.txt",
    "2006": "2006-naples-conclusions.txt",
    "2011": "2011-fifth-action-plan.txt",
    "2019": "2019-risk-management-conclusions.txt",
}


def shown(duty: Obligation) -> tuple[str, ...]:
    time = duty.deadline.text if duty.deadline else None
    return tuple(str(part or "-") for part in (duty.subject, duty.party, duty.to, time))


# Sentences.


@every_case(
    ("text", "party", "to", "time"),
    [
        (
            "The Commission shall report to the Council by May 2001.",
            "COM",
            "COUNCIL",
            "by May 2001",
        ),
        ("Europol will submit an annual report to the CCWP.", "EUROPOL", "CCWP", "annual"),
        ("A report shall be sent to Council.", "-", "COUNCIL", "-"),
        ("The Council will every year be informed.", "-", "COUNCIL", "every year"),
        (
            "The rope team will report on its work to the CCWP once per Presidency.",
            "ROPE-TEAM",
            "CCWP",
            "once per Presidency",
        ),
        (
            "The CCWP ensures that the Committee of Art. 9 will act (and report annually on) nets.",
            "COMMITTEE-OF-ART-9",
            "-",
            "annually",
        ),
        (
            "The Ministry of Economy, Finance and Industry shall report to the Commission.",
            "MINISTRY-OF-ECONOMY-FINANCE-AND-INDUSTRY",
            "COM",
            "-",
        ),
        ("French Customs shall report monthly.", "FR-CUSTOMS", "-", "monthly"),
        ("After each dive the divers' team shall report.", "DIVERS-TEAM", "-", "After each dive"),
        # Of the present, with a rhythm.
        (
            "The rope team reports on its work to the CCWP once per Presidency.",
            "ROPE-TEAM",
            "CCWP",
            "once per Presidency",
        ),
        ("Member States report to the Council every year.", "MS", "COUNCIL", "every year"),
        (
            "The rope committee submits a report to the CCWP once per Presidency.",
            "ROPE-COMMITTEE",
            "CCWP",
            "once per Presidency",
        ),
        # In other words than "report".
        ("Member States shall inform the Council annually of nets.", "MS", "COUNCIL", "annually"),
        ("Monthly figures on nets shall be sent to the CCWP.", "-", "CCWP", "Monthly"),
        (
            "The Presidency will submit a six-monthly report on nets to the CCWP.",
            "PRESIDENCY",
            "CCWP",
            "six-monthly",
        ),
        (
            "The rope team shall draw up a report after each dive.",
            "ROPE-TEAM",
            "-",
            "after each dive",
        ),
    ],
)
def test_a_sentence_that_asks_for_a_report(text: str, party: str, to: str, time: str) -> None:
    found, _ = stated_obligations(text, None)
    assert [shown(duty) for duty in found] == [("-", party, to, time)]


@every_case(
    "text",
    [
        "They read the report.",
        "All look at it with a view to reporting.",
        "The report was sent to the Council.",
        "Reports from the meetings are kept.",
        "The team shall dive.",
        "Nobody will importune the reporter.",
        "The rope team reported to the CCWP once per Presidency.",
        "The rope team reports to the CCWP.",
        "Europol reports on nets each year are read.",
        "The rope team reports that nets tear every year.",
        "The rope team presents a poster to the CCWP every year.",
        "Member States shall inform each other of nets.",
        "Officers shall inform travellers of their rights.",
        "The results of the study shall be used by all.",
        "Figures shall be kept by each port.",
        "The team shall dive after each visit.",
    ],
)
def test_a_sentence_that_asks_for_none(text: str) -> None:
    assert stated_obligations(text, None, reports_only=True) == ((), ())
    assert not is_report(text)


def test_whoever_is_informed_and_is_no_body_gets_no_report() -> None:
    assert stated_obligations("Traders shall be informed.", None, reports_only=True) == ((), ())


def test_the_next_sentence_says_to_whom_those_reports_go() -> None:
    text = (
        "After each dive the team shall draw up a report. Those reports should be sent to Europol"
        " and, where useful, to the Commission."
    )
    found, unknown = stated_obligations(text, None)
    assert [shown(duty) for duty in found] == [
        ("-", "TEAM", "EUROPOL", "After each dive"),
        ("-", "TEAM", "COM", "After each dive"),
    ]
    assert [party.id for party in unknown] == ["TEAM"]
    assert {duty.text for duty in found} == {text}


def test_reports_of_others_are_a_duty_of_their_own() -> None:
    text = "The team shall report to Europol. Those reports should be sent to the Commission."
    assert [duty.to[0].id for duty in find_duties(text)] == ["EUROPOL", "COM"]


def test_a_duty_with_a_time_is_one_without_a_report_too() -> None:
    text = "Member States should swim by May 2001. Nets should be mended by May 2001."
    found, _ = stated_obligations(text, None)
    assert [shown(duty) for duty in found] == [("-", "MS", "-", "by May 2001")]


@pytest.mark.parametrize(
    ("text", "owed_by", "soft"),
    [
        ("The Commission is invited to swim.", "COM", True),
        ("In addition, the new rope group is to dive.", "ROPE-GROUP", False),
        ("The Commission and Europol shall swim.", "COM EUROPOL", False),
        ("The Commission and Europol are requested to swim.", "COM EUROPOL", False),
    ],
)
def test_whom_the_first_words_tell_to_act(text: str, owed_by: str, soft: bool) -> None:  # noqa: FBT001 - a parameter of the table above
    (duty,) = find_duties(text.replace("new rope", "rope"))
    assert duty.told
    assert (" ".join(party.id for party in duty.owed_by), duty.soft) == (owed_by, soft)


@pytest.mark.parametrize("text", ["Cooperation should grow.", "It shall rain.", "The nets tear."])
def test_whom_no_words_tell(text: str) -> None:
    assert find_duties(text) == ()


# Cells.


@every_case(
    "text",
    [
        "Report to CCWG.",
        "Report, analysis and recommendations to the CCWP, approval by the CCWP.",
        "Feasibility report produced",
        "Report on the nets. Deadline: May 2009",
        "Annual report published.",
        "This is a regular CCWG agenda item.",
    ],
)
def test_a_cell_that_names_a_report(text: str) -> None:
    assert names_report(text)


@every_case(
    "text",
    [
        "Reports from meetings of the rope units",
        "Report on the nets",
        "A model for compiling reports. Deadline: May 2009",
        "Work goes on. One report already issued",
        "Questionnaire agreed by CCWG",
        "Guidelines published. Deadline: May 2009",
        "Nets reported missing",
        "No report to the CCWP is needed",
    ],
)
def test_a_cell_that_names_none(text: str) -> None:
    assert not names_report(text)


def test_who_writes() -> None:
    writer = find_report_writer("They are the reports that come of the work of the study group.")
    assert writer == Party(id="STUDY-GROUP", name="Study Group", kind=PartyKind.GROUP)
    assert find_report_writer("The group reads all reports.") is None
    assert [party.id for party, _ in named_writer("Baltic countries report to all")] == [
        "BALTIC-COUNTRIES"
    ]
    assert named_writer("Final report to all") == ()


MAY = parse_deadline("by May 2009")


def row(*indicators: Indicator, title: str = "Mend nets", **fields: object) -> Action:
    involved = (
        Involvement(party="CCWP", role=Role.RESPONSIBLE),
        Involvement(party="ROPE-GROUP", role=Role.RESPONSIBLE),
        Involvement(party="EUROPOL", role=Role.CONCERNED),
    )
    values: dict[str, object] = {"code": "7", "title": title, "involved": involved}
    return Action(**(values | {"indicators": indicators} | fields))  # type: ignore[arg-type]


def due(action: Action, *, writer: Party | None = None, notes: tuple[str, ...] = ()) -> list[str]:
    group = Party(id="ROPE-GROUP", name="Rope Group", kind=PartyKind.GROUP, part_of="CCWP")
    found = row_obligations(action, "AP3", notes=notes, parties=(group,), writer=writer)
    assert {duty.subject for duty in found.obligations} <= {ActionRef("AP3", "7")}
    return [" ".join(shown(duty)[1:]) for duty in found.obligations]


def reported(*deadlines: Deadline, status: Status = Status.OPEN) -> Indicator:
    return Indicator(text="Report to the CCWG.", deadlines=deadlines, status=status)


def test_the_report_of_a_row_is_owed_by_its_group() -> None:
    assert isinstance(MAY, By)
    assert due(row(reported(MAY))) == ["ROPE-GROUP CCWP by May 2009"]
    assert due(row(reported(), Indicator(text="Nets mended"))) == ["ROPE-GROUP CCWP -"]


def test_a_group_that_is_not_certain_owes_nothing() -> None:
    sure = Involvement(party="CCWP", role=Role.RESPONSIBLE)
    doubted = Involvement(party="ROPE-GROUP", role=Role.RESPONSIBLE, confirmed=False)
    assert due(row(reported(), involved=(sure, doubted))) == ["CCWP CCWP -"]
    assert due(row(reported(), involved=(doubted,))) == ["- CCWP -"]
    assert due(row(reported(), involved=())) == ["- CCWP -"]


def test_the_writer_of_the_introduction_stands_in_where_the_row_names_no_group() -> None:
    writer = Party(id="PROJECT-GROUP", name="project group")
    alone = (Involvement(party="CCWP", role=Role.RESPONSIBLE),)
    assert due(row(reported(), involved=alone), writer=writer) == ["PROJECT-GROUP CCWP -"]
    assert due(row(reported()), writer=writer) == ["ROPE-GROUP CCWP -"]
    found = row_obligations(row(reported(), involved=alone), "AP3", writer=writer)
    assert found.unknown == (writer,)


def test_a_link_tells_to_whom_a_report_goes_in_any_language() -> None:
    words = "Rapport au Conseil"
    link = Link(kind=LinkKind.REPORTS_TO, target=PartyRef("COUNCIL"), text=words)
    assert due(row(Indicator(text=f"{words}, mai"), links=(link,))) == ["ROPE-GROUP COUNCIL -"]
    assert due(row(Indicator(text="Rapport"), links=(link,))) == []


def test_what_is_delivered_is_owed_no_longer() -> None:
    assert due(row(reported(status=Status.COMPLETED))) == []
    assert due(row(reported(status=Status.PARTLY_COMPLETED))) == ["ROPE-GROUP CCWP -"]
    assert due(row(reported(status=Status.COMPLETED), title="Examine and report on nets")) == []


def test_a_title_asks_for_a_report_where_no_indicator_does() -> None:
    title = "Examine and report on nets"
    assert due(row(Indicator(text="Nets counted"), title=title)) == ["ROPE-GROUP - -"]
    assert due(row(reported(), title=title)) == ["ROPE-GROUP CCWP -"]
    assert due(row(title="Read the report on nets")) == []


def test_outcomes_prose_and_notes() -> None:
    action = row(
        outcomes=("Better nets", "Final report to the Council"),
        terms_of_reference="The dive team will report to Europol each year. It swims.",
    )
    notes = ("The Commission shall report on gulls.", "The Commission shall swim by May 2009.")
    assert due(action, notes=notes) == ["- COUNCIL -", "DIVE-TEAM EUROPOL each year", "COM - -"]


def test_a_report_among_the_outcomes_is_owed_by_the_one_body_that_reports_there() -> None:
    action = row(
        outcomes=("Better nets", "Final report to the CCWP whether to go on."),
        terms_of_reference="The dive team will report to the CCWP once per Presidency.",
    )
    found = row_obligations(action, "AP3")
    assert [shown(duty)[1:3] for duty in found.obligations] == [("DIVE-TEAM", "CCWP")] * 2
    assert [shown(duty)[3] for duty in found.inferred] == ["-"]
    two = f"{action.terms_of_reference} Europol will report to the CCWP each year."
    assert due(attrs.evolve(action, terms_of_reference=two))[0] == "- CCWP -"


# Who is understood to report.


def understood(text: str) -> list[str]:
    stated, _ = stated_obligations(text, None, reports_only=True)
    found = understood_debtors(text, stated)
    assert all(duty in found.obligations for duty in found.inferred)
    return [duty.party or "-" for duty in found.obligations]


@every_case(
    ("text", "parties"),
    [
        ("The Member States shall hold a dive. A report shall be made by May 2009.", "MS"),
        ("Europol shall dive. Nets shall be mended. Report on progress by May 2009.", "EUROPOL"),
        ("Progress to be reported in May 2009.", "-"),
        ("A report shall be made by May 2009. The Member States shall hold a dive.", "-"),
        ("The Commission and Europol shall dive. Results shall be reported yearly.", "COM EUROPOL"),
        # The nearest sentence counts, and who gets a report does not make it.
        ("Europol shall dive. The CCWP shall swim. A report shall be made.", "CCWP"),
        ("The Council shall swim. The results shall be reported to the Council.", "-"),
        # Those that are to be set up.
        (
            "A centre of expertise on nets shall be nominated. Report on progress.",
            "CENTRE-OF-EXPERTISE",
        ),
        (
            "A national contact point for nets is to be designated. Report on it.",
            "NATIONAL-CONTACT-POINT",
        ),
        ("A steering group shall be set up. A report shall be made by May 2009.", "STEERING-GROUP"),
        ("A list of teams shall be drawn up. A report shall be made by May 2009.", "-"),
        ("The group was set up in 2001. A report shall be made by May 2009.", "-"),
        # Persons who are sent somewhere are not those who report on it.
        ("In addition to courses, officers shall dive. A report shall be made.", "-"),
        ("Customs experts should visit ports. A report shall be made.", "-"),
        ("Malta shall swim. Officers shall dive. A report shall be made.", "-"),
        ("Officers shall be trained. A report shall be made by May 2009.", "-"),
        ("Nets of officers shall dive. A report shall be made by May 2009.", "-"),
        # Whom the sentence itself names.
        ("Europol shall dive. The Commission shall report.", "COM"),
    ],
)
def test_whom_the_sentence_before_charges(text: str, parties: str) -> None:
    assert " ".join(understood(text)) == parties


def test_who_is_understood_is_told() -> None:
    text = "A centre of expertise on nets shall be nominated. Report on progress by May 2009."
    found = understood_debtors(text, stated_obligations(text, None)[0])
    assert [party.id for party in found.unknown] == ["CENTRE-OF-EXPERTISE"]
    (told,) = tell_understood(found.inferred * 2, "P9/1", None)
    assert (told.code, told.subject) == ("CC148", "P9/1")
    assert told.message.startswith("CENTRE-OF-EXPERTISE ")


# Whole documents.


def with_codes(name: str, changes: dict[str, str]) -> tuple[list[str], list[str]]:
    """The duties of actions in an invented document with other words, and its findings CC148."""
    text = (Path(__file__).parent / "documents" / name).read_text("utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    reading = parse(text, source=name)
    duties = [
        " ".join(shown(duty))
        for duty in reading.dossier.obligations
        if isinstance(duty.subject, ActionRef)
    ]
    return duties, [found.subject for found in reading.report if found.code == "CC148"]


def test_whom_the_items_of_a_timetable_let_one_understand() -> None:
    duties, told = with_codes(
        "plain-timetable.txt",
        {
            "b) A net shall be bought.\nSardine": (
                "b) A centre of expertise on nets shall be nominated. Report on progress by"
                " June 2005.\nSardine"
            ),
            "c) The Commission and the Presidency shall feed gulls ²\t-": (
                "c) The Commission shall feed gulls ². A report shall be made annually.\t-\n"
                "d) In addition to courses, officers shall count gulls. A report shall be made by"
                " May 2005.\tMay 2005\n"
                "e) The Member States shall hold counts of gulls. The results of these counts shall"
                " be reported to the Council on an annual basis.\t-\n"
                "f) A report shall be made on gulls.\tMay 2005\n"
                "g) Member States should report progress on nests.\tMarch 2005\n"
                "h) Dutch and Danish Customs shall report jointly on eggs.\tMay 2005"
            ),
        },
    )
    assert [duty.partition("/")[2] for duty in duties] == [
        "b CENTRE-OF-EXPERTISE - by June 2005",
        "c COM - annually",
        "d - - by May 2005",
        "e MS COUNCIL on an annual basis",
        "f - - May 2005",
        "g MS - March 2005",
        "h NL-CUSTOMS - May 2005",
        "h DK-CUSTOMS - May 2005",
    ]
    assert [subject.partition("/")[2] for subject in told] == list("bce")


def test_whom_the_boxes_of_a_plan_let_one_understand() -> None:
    duties, told = with_codes(
        "flow-plan.txt",
        {
            "Wetter divers.": "(1) Wetter divers;\n(2) Final report to the CCWP\non divers.",
            "The group reports once per Presidency.": (
                "The diving team will report on its dives to the CCWP once per Presidency."
            ),
        },
    )
    assert [duty.partition("/")[2] for duty in duties] == [
        "7.2 DIVING-TEAM CCWP -",
        "7.2 DIVING-TEAM CCWP once per Presidency",
    ]
    assert [subject.partition("/")[2] for subject in told] == ["7.2"]


# The real documents.


def golden() -> dict[str, list[tuple[str, ...]]]:
    lines: dict[str, list[tuple[str, ...]]] = {year: [] for year in FILES}
    for line in GOLDEN.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            year, *parts = line.split("\t")
            lines[year].append(tuple(parts))
    return lines


@every_case("year", FILES)
def test_the_duties_of_the_real_documents(year: str) -> None:
    dossier = parsed(FILES[year]).dossier
    assert [shown(duty) for duty in dossier.obligations] == golden()[year]


@every_case("year", FILES)
def test_duties_of_actions_are_about_actions_and_their_parties_are_known(year: str) -> None:
    reading = parsed(FILES[year])
    assert not validate(reading.dossier).errors
    known = {party.id for party in reading.dossier.parties}
    codes = {str(action.code) for plan in reading.dossier.plans for action in plan}
    for duty in reading.dossier.obligations:
        if isinstance(duty.subject, ActionRef):
            assert str(duty.subject.code) in codes
        for party in (duty.party, duty.to):
            assert party is None or party in known or known_party(party) is not None


@pytest.mark.parametrize(
    "piece",
    [
        "reports ",
        "The team shall report to ",
        "Report. ",
        "report, report with ",
        "shall be ",
        "to ",
        "A group of groups shall be ",
        "officers officers, all ",
        "Results shall ",
        "The team reports to each ",
        "The States shall dive. A report shall be made. ",
    ],
)
def test_a_text_of_any_length_is_read(piece: str) -> None:
    # At this length anything worse than linear would not come to an end.
    text = piece * (10_000 // len(piece))
    stated_obligations(text, None)
    names_report(text)
    find_report_writer(text)
    named_writer(text)
    understood_debtors(text, [Obligation(text="A report shall be made.")] * 200)
