"""Links from words: every relation that a text states, none that it takes back, in its order."""

from pathlib import Path

import pytest

from customs_coop.model import ActionRef, Code, Involvement, LinkKind, Named, Role, Target
from customs_coop.readers.mentions import (
    PlanContext,
    bodies_in,
    condition_links,
    find_aliases,
    find_links,
    links_of,
    read_disposition,
    split_disposition,
    without_own,
)
from folded import every_case
from real_documents import parsed

GOLDEN = Path(__file__).parents[1] / "golden"
AP3 = PlanContext("AP3", 3, frozenset(("3.1", "3.2", "3.3", "3.4", "3.5", "3.16")))


def found(text: str, context: PlanContext = AP3) -> list[str]:
    return [f"{link.kind.value} {link.target}" for link in find_links(text, context)]


@every_case(
    ("text", "expected"),
    [
        # Dependence and waiting.
        ("This work is consequential from 3.1", "depends on AP3/3.1"),
        ("Dependent upon the outcome of 3.1 and 3.2", "depends on AP3/3.1; depends on AP3/3.2"),
        ("It depends on Action 3.4.", "depends on AP3/3.4"),
        ("Subject to completion of 3.2", "depends on AP3/3.2"),
        (
            "Conditional on Action 2.4 of the second Action Plan.",
            "depends on Action 2.4 of the second Action Plan",
        ),
        ("Awaiting the results of 3.1 above", "awaits AP3/3.1"),
        ("Pending the adoption of 1234/08", "awaits 1234/08"),
        ("To begin once 3.1 has been completed.", "awaits AP3/3.1"),
        ("Await outcome of 3.2 and work of the Ropes Group.", "awaits AP3/3.2; awaits Ropes Group"),
        (
            "Consequential from 3.1 and the evaluation of buoys",
            "depends on AP3/3.1; depends on evaluation of buoys",
        ),
        ("Following the survey of ports (4321/08), the group counts.", "depends on 4321/08"),
        # Together.
        ("Also 3.2", "handled with AP3/3.2"),
        ("(also 3.2 and 3.4)", "handled with AP3/3.2; handled with AP3/3.4"),
        (
            "Ropes Group also looking at 3.1–3.3",
            "handled with AP3/3.1; handled with AP3/3.2; handled with AP3/3.3",
        ),
        ("In conjunction with Actions 3.1 and 3.3", "handled with AP3/3.1; handled with AP3/3.3"),
        ("Merged with 3.2", "handled with AP3/3.2"),
        # Descent.
        ("(previously 3.9)", "merged from AP3/3.9"),
        ("(ex 3.9)", "merged from AP3/3.9"),
        ("Merged with 3.9", "merged from AP3/3.9"),
        (
            "A continuation of the work on Action 2.7 of the second Action Plan",
            "continues Action 2.7 of the second Action Plan",
        ),
        ("As a follow-up to 3.1, ropes are bought.", "continues AP3/3.1"),
        (
            "Ropes were dealt with in the first and second Action Plans.",
            "continues AP1; continues AP2",
        ),
        ("This action replaces 3.4", "supersedes AP3/3.4"),
        ("It supersedes 5678/07.", "supersedes 5678/07"),
        # Use.
        (
            "The recommendations of Action 2.1 could be used.",
            "uses the recommendations of Action 2.1",
        ),
        (
            "According to the recommendations of Actions 2.1–2.3, ropes help.",
            (
                "uses the recommendations of Action 2.1; uses the recommendations of Action 2.2;"
                " uses the recommendations of Action 2.3"
            ),
        ),
        (
            "The recommendations of Action 2.1 (1234/08) and 1.4 (4321/08) count.",
            (
                "uses the recommendations of Action 2.1; uses the recommendations of 1234/08;"
                " uses the recommendations of Action 1.4; uses the recommendations of 4321/08"
            ),
        ),
        (
            "The recommendations of documents 1234/08 and 4321/08 should be used.",
            "uses the recommendations of 1234/08; uses the recommendations of 4321/08",
        ),
        ("This action is based on the survey 1234/08.", "starts from 1234/08"),
        (
            "Documents could be starting points: 1234/08; 4321/08 on ropes.",
            "starts from 1234/08; starts from 4321/08",
        ),
        ("The document 1234/08 could serve as a starting point.", "starts from 1234/08"),
        ("Recommendation 4 of 1234/08 should be used.", "takes up recommendation 4 of 1234/08"),
        (
            "In line with recommendations 4 and 5 of 1234/08, ropes are bought.",
            "takes up recommendation 4 of 1234/08; takes up recommendation 5 of 1234/08",
        ),
        (
            "The report of Action 2.1 of the second Action Plan asks for a new action.",
            "takes up Action 2.1 of the second Action Plan",
        ),
        # Completed.
        ("Survey made (Completed: 1234/08)", "completed by 1234/08"),
        ("Survey. Complete. 1234/08", "completed by 1234/08"),
        (
            "Completed for ropes (1234/08), ongoing for nets (4321/08).",
            "completed by 1234/08; cites 4321/08",
        ),
        ("Completed: 1234/08 and 4321/08", "completed by 1234/08; completed by 4321/08"),
        ("First survey completed in 2008: 1234/08", "completed by 1234/08"),
        ("Completed (1234/08)", "completed by 1234/08"),
        ("COMPLETED – 1234/08", "completed by 1234/08"),
        ("Completed in December 2008 (doc. 1234/08)", "completed by 1234/08"),
        ("Completed December 2008: 1234/08", "completed by 1234/08"),
        ("The survey has been completed: 1234/08", "completed by 1234/08"),
        ("Survey of ropes for the north completed: 1234/08", "completed by 1234/08"),
        ("Ropes bought and survey completed (1234/08)", "completed by 1234/08"),
        ("L'étude est achevée (doc. 1234/08)", "completed by 1234/08"),
        ("Studie abgeschlossen: 1234/08", "completed by 1234/08"),
        # Reports.
        ("Report to the CCWG.", "reports to CCWP"),
        (
            "Report, analysis and recommendation to the CCWP, approval by the CCWP.",
            "reports to CCWP",
        ),
        ("Report and recommendations presented to and adopted by the CCWP", "reports to CCWP"),
        ("Report, including recommendations, to CCWG", "reports to CCWP"),
        (
            "The crew will report on its ropes and on the nets of others to the CCWP twice a year.",
            "reports to CCWP",
        ),
        (
            "A report to the European Parliament and the Council.",
            "reports to EP; reports to COUNCIL",
        ),
        ("The Council will each year be informed of the ropes.", "reports to COUNCIL"),
        ("Findings submitted to the Article 36 Committee", "reports to CATS"),
        # Agreement, follow-up, money.
        ("Requires prior agreement of Europol.", "requires agreement of EUROPOL"),
        ("Follow-up to be covered by the Ropes Expert Group", "followed up by Ropes Expert Group"),
        (
            "Follow-up actions to arise from the new rope strategy",
            "followed up by new rope strategy",
        ),
        ("To be followed up in 3.4", "followed up by AP3/3.4"),
        ("Taken forward under 3.4", "taken forward in AP3/3.4"),
        ("Moved to Work Area 7", "taken forward in Work Area 7"),
        ("Consider applying for Oisin funding", "funded by Oisin"),
        ("Financed by the Hercule programme", "funded by Hercule"),
        # A thing that was completed, and that the action only uses.
        ("Follow up the survey completed in 2005 (doc. 1234/05)", "cites 1234/05"),
        ("Based on the completed report 1234/05", "cites 1234/05"),
        ("Ongoing. Completed tasks are listed in 1234/05", "cites 1234/05"),
        ("Completed maps: 1234/05", "cites 1234/05"),
        ("The completed survey (1234/05) is read.", "cites 1234/05"),
        ("Use the survey that was completed in 2005 (1234/05)", "cites 1234/05"),
        ("To build on the work completed in 2005 (1234/05)", "cites 1234/05"),
        ("Review the maps completed by Europol: 1234/05", "cites 1234/05"),
        ("Buy the ropes of the study completed in 2005 (1234/05)", "cites 1234/05"),
        ("Donner suite à l'étude achevée en 2005 (doc. 1234/05)", "cites 1234/05"),
        # Only cited.
        ("See 3.2", "cites AP3/3.2"),
        ("Unlike Action 2.1, it is short.", "cites Action 2.1"),
        ("One report issued (1234/08)", "cites 1234/08"),
        ("taking into account Decision 2003/170/JHA", "cites Decision 2003/170/JHA"),
    ],
)
def test_what_a_text_states(text: str, expected: str) -> None:
    assert found(text) == expected.split("; ")


@every_case(
    "text",
    [
        "independent of 3.1",
        "This is not awaiting the outcome of 3.1.",
        "It does not depend on 3.1.",
        "Awaiting 3.1 is no longer necessary.",
        "Unlike 3.1 it floats.",
        "also 3.7 million ropes",
        "also 12 boats",
        "based on 3.7 % of the ropes",
        "awaiting 30.6.2009",
        "previously 3 reports",
        "Depends on 5 ropes",
        "Survey completed. Deadline: June 2009",
        "No report to the CCWP is needed",
        "The nets were reported to the CCWP in 2007.",
        "A survey was presented to the Council in 2006",
        "Report on Council Conclusions",
        "access to the Commission",
        "Follow the Council Resolution",
        "Not funded by the Hercule programme",
        "Questionnaire agreed by CCWG",
        "EU funding for ropes",
        "The work was funded from other sources.",
        "Instead of the Oisin programme, funds are sought.",
        "Follow-up reports are read.",
    ],
)
def test_what_a_text_does_not_state(text: str) -> None:
    assert found(text) == []


@every_case(
    "text",
    [
        "The recommendations of Action 2.1 have already been implemented.",
        "The recommendations of Action 2.1 cannot be used.",
        "It is independent of Action 2.1.",
        "It does not continue Action 2.1.",
        "Not yet completed: Action 2.1",
    ],
)
def test_what_is_denied_or_past_is_cited(text: str) -> None:
    assert found(text) == ["cites Action 2.1"]


@pytest.mark.parametrize("text", ["not completed: 1234/08", "To be completed (1234/08)"])
def test_what_is_not_completed_is_cited(text: str) -> None:
    assert found(text) == ["cites 1234/08"]


def test_one_act_that_replaces_another_is_no_link_of_the_action() -> None:
    assert found("Decision 2009/371/JHA replacing Decision 2003/170/JHA") == [
        "cites Decision 2009/371/JHA",
        "cites Decision 2003/170/JHA",
    ]


def test_a_code_of_another_plan_stays_a_citation() -> None:
    assert found("Awaiting the outcome of 4.10") == ["awaits Action 4.10"]
    # A code that the plan could have had is one of its own.
    assert found("Awaiting the outcome of 3.8") == ["awaits AP3/3.8"]


def test_the_same_code_in_another_plan_is_another_action() -> None:
    links = find_links("The recommendations of Action 3.1 of the first Action Plan help.", AP3)
    assert without_own(links, Code("3.1"), AP3) == links
    own = find_links("Also 3.1", AP3)
    assert own[0].target == ActionRef("AP3", "3.1")
    assert without_own(own, Code("3.1"), AP3) == ()


def test_links_keep_the_order_and_the_words_of_the_text() -> None:
    links = find_links(
        "See 3.2. Report to the CCWP. Also 3.4. Completed: 1234/08 (see 9876/07).", AP3
    )
    assert [(link.kind, link.text) for link in links] == [
        (LinkKind.CITES, "See 3.2"),
        (LinkKind.REPORTS_TO, "Report to the CCWP."),
        (LinkKind.HANDLED_WITH, "Also 3.4"),
        (LinkKind.COMPLETED_BY, "Completed: 1234/08"),
        (LinkKind.CITES, "Completed: 1234/08 (see 9876/07)."),
    ]


def test_a_relation_stated_in_other_words_is_a_link_of_its_own() -> None:
    links = links_of(["Also 3.2", "also 3.2", "Also 3.2"], AP3)
    assert [link.text for link in links] == ["Also 3.2", "also 3.2"]


def test_a_reference_that_is_used_is_not_cited_besides() -> None:
    links = links_of(["See 1234/08", "Completed: 1234/08"], AP3)
    assert [link.kind for link in links] == [LinkKind.COMPLETED_BY]


def test_what_is_only_implied_is_marked() -> None:
    standing, light = (
        find_links("A standing CCWG Plenary agenda item", AP3),
        find_links("New ropes may be needed in light of the future review of nets.", AP3),
    )
    assert [(x.kind, str(x.target), x.inferred) for x in (*standing, *light)] == [
        (LinkKind.REPORTS_TO, "CCWP", True),
        (LinkKind.AWAITS, "review of nets", True),
    ]


def test_an_action_of_an_earlier_plan_that_dealt_with_it_is_continued_by_implication() -> None:
    text = (
        "Action [2.9] of the CCWP Action Plan (1234/08) proposed ropes."
        " Ropes were dealt with in the second Action Plan."
    )
    assert [(x.kind.value, str(x.target), x.inferred) for x in find_links(text, AP3)] == [
        ("starts from", "Action 2.9", False),
        ("continues", "Action 2.9", True),
        ("starts from", "1234/08", False),
        ("continues", "AP2", False),
    ]


def test_aliases_are_the_codes_of_before() -> None:
    texts = ["Ropes (previously 3.9)", "formerly 5 reports", "ex-3.8 and 3.7", "previous 3.6"]
    assert find_aliases(texts, AP3) == (Code("3.9"), Code("3.8"), Code("3.7"))


@every_case(
    ("cell", "targets"),
    [
        ("Taken forward in MDG", ["MDG"]),
        ("Being taken forward under 3.2 and 3.4", ["AP3/3.2", "AP3/3.4"]),
        ("Taken over by the Ropes Group", ["Ropes Group"]),
        ("Carried forward in the next Action Plan", ["next Action Plan"]),
        ("Not taken forward in MDG", []),
        ("CCWP (Project Group)", []),
    ],
)
def test_dispositions_in_the_place_of_a_party(cell: str, targets: list[str]) -> None:
    assert [str(link.target) for link in read_disposition(cell, AP3)] == targets


@every_case(
    ("cell", "taker", "parties"),
    [
        ("Taken forward in MDG Nordic countries", ["MDG"], "Nordic countries"),
        ("Taken forward in MDG Europol (tbc)", ["MDG"], "Europol (tbc)"),
        ("Taken forward in MDG\nEuropol", ["MDG"], "Europol"),
        ("CCWP\nThis is being taken forward under Work Area 6", ["Work Area 6"], "CCWP"),
        ("CCWP. Taken forward in MDG", ["MDG"], "CCWP."),
        ("CCWP, Europol", [], "CCWP, Europol"),
        # A sign or a word between them makes both the takers, and a longer name is one.
        ("Taken forward in MDG, Europol", ["MDG", "EUROPOL"], ""),
        ("Taken forward in MDG and PCWG", ["MDG", "PCWG"], ""),
        ("Taken forward by Customs Union Group", ["CUG"], ""),
        ("Taken forward in the Europol Ropes Group", ["EUROPOL", "Ropes Group"], ""),
    ],
)
def test_parties_beside_a_disposition_stay_parties(
    cell: str, taker: list[str], parties: str
) -> None:
    found = split_disposition(cell, AP3)
    assert [str(link.target) for link in found.links] == taker
    assert found.parties == parties
    assert all("Europol" not in link.text for link in found.links) or parties == ""


# Bodies and conditions.


@every_case(
    ("text", "parties"),
    [
        ("with OLAF and EUROPOL, Europol too", "OLAF EUROPOL EUROPOL"),
        ("the Customs Cooperation Working Party and CLS", "CCWP CLS"),
        ("Council Conclusions, Council of Europe, European Council", "COE EUROPEAN-COUNCIL"),
        ("at home, it may be com or ms", ""),
        ("COM(2003) 452 and COM", "COM"),
        ("National Europol-like units and pre-Eurojust", ""),
    ],
)
def test_bodies_in_running_text(text: str, parties: str) -> None:
    mentions = bodies_in(text)
    assert [mention.party.id for mention in mentions] == parties.split()
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def involved(*parties: str) -> list[Involvement]:
    return [
        Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWP"),
        *(Involvement(party=party, role=Role.CONCERNED, text=party) for party in parties),
    ]


BOTH = "This needs prior agreement of the other interested parties in column 2 and/or column 6."


@every_case(
    ("note", "title", "parties", "targets"),
    [
        (BOTH, "Swim with OLAF and MS", ["EUROPOL"], "OLAF EUROPOL"),
        (BOTH, "Swim", ["EUROPOL", "WCO"], "EUROPOL WCO"),
        ("Subject to agreement of the other interested parties.", "With OLAF", ["WCO"], "WCO"),
        ("Requires the approval of the Commission.", "With OLAF", ["WCO"], "COM"),
        ("No agreement of the other parties.", "With OLAF", ["WCO"], ""),
        ("The Commission agrees.", "With OLAF", ["WCO"], ""),
        ("It does not require agreement of Europol.", "With OLAF", ["WCO"], ""),
    ],
)
def test_conditions_of_notes(note: str, title: str, parties: list[str], targets: str) -> None:
    links = condition_links([note], title, involved(*parties))
    assert [str(link.target) for link in links] == targets.split()
    assert all(link.kind is LinkKind.REQUIRES_AGREEMENT_OF for link in links)
    assert all(link.text == note for link in links)


def test_a_condition_is_kept_where_the_row_names_nobody() -> None:
    (link,) = condition_links([BOTH], "Swim", involved())
    assert link.target == Named("the other interested parties", "parties")


@pytest.mark.parametrize(
    "piece",
    [
        "also 3.1 ",
        "Action 2.9 proposed. ",
        "Actions 3.1–3.5, ",
        "report to the CCWP and ",
        "report, report with ",
        "Completed ",
        "1234/05, ",
        "((cf. A",
        "await the outcome of ",
        "funded by the A A ",
        "will report ",
        "requires agreement of ",
        "previously 5.3 and ",
        " ",
    ],
)
def test_a_text_of_any_length_is_read(piece: str) -> None:
    # At this length anything worse than linear would not come to an end.
    text = piece * (10_000 // len(piece))
    for link in find_links(text, AP3):
        assert len(link.text) < 4000
    condition_links([text], text, involved("WCO"))
    find_aliases([text], AP3)
    read_disposition(text, AP3)


# The real documents: each row was read against its text. What is only named is told by its
# first words.


def shown(target: Target) -> str:
    words = str(target).split()
    if not isinstance(target, Named) or len(words) <= 6:
        return str(target)
    return f"{' '.join(words[:6])} …"


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("1997-strategic-action-programme.txt", 1997),
        ("2005-revised-work-plan.txt", 2005),
        ("2006-naples-conclusions.txt", 2006),
        ("2011-fifth-action-plan.txt", 2011),
    ],
)
def test_the_links_of_the_real_plans(name: str, year: int) -> None:
    plan = parsed(name).dossier.plan
    lines = [
        "\t".join(
            [str(action.code), link.kind.value, shown(link.target)] + ["inferred"] * link.inferred
        )
        for action in plan
        for link in action.links
    ]
    assert lines == (GOLDEN / f"links-{year}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", ["2005-revised-work-plan.txt", "2011-fifth-action-plan.txt"])
def test_every_printed_reference_is_in_a_link_and_every_link_has_words(name: str) -> None:
    for action in parsed(name).dossier.plan:
        targets = {link.target for link in action.links}
        for reference in action.references:
            assert reference in targets
        assert all(link.text for link in action.links)


@pytest.mark.parametrize(
    "name",
    [
        *("Oisin", "OLSIN", "Oisir", "Grotius", "FALCONE", "Agis", "Hercule", "PERICLES", "CARDS"),
        *("Matthaeus", "Phare", "Tacis", "TAIEX", "ISEC", "ISF", "Odysseus", "Fiscalis"),
        *("Customs 2007", "oi\u017fin", "H\u0130SPANIA Programme"),
    ],
)
def test_a_programme_that_pays_is_found_by_its_name_alone(name: str) -> None:
    assert [line[:9] for line in found(f"Funded by {name}.")] == ["funded by"]


def test_it_makes_no_difference_in_what_the_codes_are_kept() -> None:
    text = "Await outcome of 3.1; merged with 3.2, and once 3.3 is completed."
    kept = [PlanContext("AP3", 3, codes) for codes in (["3.1", "3.2"], ("3.1", "3.2"))]
    assert found(text, kept[0]) == found(text, kept[1]) == found(text, kept[1]) != []
    other = PlanContext("AP4", 4, ("3.1", "3.2"))
    assert "AP4/3.1" in str(found(text, other))
