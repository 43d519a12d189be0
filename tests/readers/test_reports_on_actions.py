"""Which document is the report on an action: where words say so, where they imply it, where not."""

from customs_coop import parse
from customs_coop.graph import dependency_graph
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Indicator,
    Link,
    LinkKind,
    Note,
    Recommendation,
)
from customs_coop.readers.mentions import PlanContext, with_reports
from customs_coop.readers.mentions.reports import find_reports
from customs_coop.references import ActionCitation, DocumentNumber
from folded import every_case

AP5 = PlanContext("AP5", 5, frozenset(("5.1", "5.2")))


def found(text: str) -> list[str]:
    return [
        f"{one.document} {str(one.action).removeprefix('Action ')}{'?' * one.inferred}"
        for one in find_reports(text, AP5)
    ]


@every_case(
    ("text", "wanted"),
    [
        # The number between the report and its action, behind both, and before both.
        ("the final report (1234/3/08 REV 3) on the Action 8", "1234/3/08 REV 3 8"),
        ("the interim report 1234/08 of the project group on Action 3.6", "1234/08 3.6"),
        ("progress report of the rope group on action 6.6 (doc. 1234/05)", "1234/05 6.6"),
        ("Evaluation report to the CCWP for Action 3.6: 1234/05", "1234/05 3.6"),
        ("report on the implementation of Action 3.6 [1234/05]", "1234/05 3.6"),
        ("The evaluation of Action 3.6 is contained in document 1234/05.", "1234/05 3.6"),
        ("Final report on Action 3.6, doc. 1234/05", "1234/05 3.6"),
        ("final report of Action 3.6 – “To count ropes” (1234/05 HARBOUR 7)", "1234/05 3.6"),
        ("(see doc. 1234/05, final report of Action 4.10)", "1234/05 4.10"),
        ("Document 1234/05 is the final report on Action 3.6.", "1234/05 3.6"),
        ("final report on Action 3.6 (COM(2005) 123)", "COM(2005) 123 3.6"),
        # The noun behind the action.
        ("Action 3.6 (final report: 1234/05)", "1234/05 3.6"),
        ("Action 3.6 final report, 1234/05", "1234/05 3.6"),
        # With the plan of the action, and the plan's own codes with and without a noun.
        (
            "report of Action 3.6 of the second Action Plan (1234/05)",
            "1234/05 3.6 of the second Action Plan",
        ),
        ("Report on action 5.1 (1234/05)", "1234/05 AP5/5.1"),
        ("Report on 5.2 (1234/05)", "1234/05 AP5/5.2"),
        # French and German.
        (
            "rapport final de l'action 4.10 du quatrième plan d'action (1234/10)",
            "1234/10 4.10 of the fourth Action Plan",
        ),
        (
            "rapport intérimaire du groupe de projet sur l’action 4.10 (doc. 1234/10)",
            "1234/10 4.10",
        ),
        ("1234/10 : rapport d'évaluation relatif à l'action 4.10", "1234/10 4.10"),
        ("Abschlussbericht zur Maßnahme 4.10 (Dok. 1234/10)", "1234/10 4.10"),
        ("Zwischenbericht (1234/10) der Projektgruppe über die Aktion 4.10", "1234/10 4.10"),
        # What an action brought stands in its report.
        ("The recommendations of Action 3.6. could be used – document 1234/09.", "1234/09 3.6?"),
        ("the recommendations (1234/09) of Action 3.6", "1234/09 3.6?"),
        ("According to the results of Action 3.6 (1234/09), ropes tear.", "1234/09 3.6?"),
        ("The findings of Action 3.6 determined that ropes tear (1234/09).", "1234/09 3.6?"),
        ("Action [3.6] (1234/09) proposed to buy ropes.", "1234/09 3.6?"),
        ("Les recommandations de l'action 3.6 (1234/09) pourraient servir.", "1234/09 3.6?"),
        ("Die Empfehlungen der Maßnahme 3.6 (1234/09) sind bekannt.", "1234/09 3.6?"),
    ],
)
def test_a_report_on_an_action(text: str, wanted: str) -> None:
    assert found(text) == [wanted]


@every_case(
    ("text", "wanted"),
    [
        (
            "Interim and final reports on Action 3.4 (1111/05 and 2222/05)",
            ["1111/05 3.4", "2222/05 3.4"],
        ),
        ("report on Actions 3.1 and 3.2 (1111/05)", ["1111/05 3.1", "1111/05 3.2"]),
        (
            "Reports on Actions 3.1 and 3.2 (1111/05 and 2222/05 respectively)",
            ["1111/05 3.1", "2222/05 3.2"],
        ),
        # Which of two belongs to which of two, nobody says.
        ("Reports on Actions 3.1 and 3.2 (1111/05 and 2222/05)", []),
        (
            "The recommendations of Action 3.1 (1111/05) and 4.1 (2222/05)",
            ["1111/05 3.1?", "2222/05 4.1?"],
        ),
        # Lists with the number before each report, and behind each.
        (
            "1111/05: report on Action 3.1; 2222/05: report on Action 3.2",
            ["1111/05 3.1", "2222/05 3.2"],
        ),
        (
            "1111/05 – report on Action 3.1, 2222/05 – report on Action 3.2",
            ["1111/05 3.1", "2222/05 3.2"],
        ),
        (
            "1111/05, report on Action 3.1 – 2222/05, report on Action 3.2",
            ["1111/05 3.1", "2222/05 3.2"],
        ),
        (
            "report on Action 3.1 – 1111/05, report on Action 3.2 – 2222/05",
            ["1111/05 3.1", "2222/05 3.2"],
        ),
        ("Report on Action 3.1 (1111/05), report on Action 3.2, Action 3.3", ["1111/05 3.1"]),
    ],
)
def test_several_reports_and_several_actions(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@every_case(
    "text",
    [
        "report on lost ropes (1234/05), see Action 3.6",
        "report on the mandate of Action 3.6 (1234/05)",
        "The report on Action 3.6 was discussed together with the note in 1234/05.",
        "report on Action 3.6, 1234/05 and 1235/05",
        "No final report on Action 3.6 (1234/05) was made.",
        "Under Action 3.6 the mandate (1234/05) was agreed.",
        "Action 3.6 (1234/05) goes on.",
        "According to the recommendations of Action 3.6, the handbook (1234/05) is read.",
        "The recommendations of Action 3.6 asked to read the handbook (1234/05).",
        "The results of Action 3.6 showed that ropes (see 1234/05) tear (1235/05).",
        "Report on 5.2 million ropes (1234/05)",
        "Final report of the study. Action 3.6 (1234/05)",
        "Abschlussbericht zum Mandat der Maßnahme 3.6 (1234/05)",
        "rapport sur le mandat de l'action 3.6 (1234/05)",
    ],
)
def test_a_document_that_is_cited_for_another_reason_is_no_report(text: str) -> None:
    assert found(text) == []


@every_case(
    "text",
    [
        # A paper that a report is to be made with, or that is about one, has the number behind.
        "Mandate for the evaluation of Action 3.2 (1234/05)",
        "Draft mandate of the rope group for the planned evaluation of Action 3.2 (1234/05)",
        "Mandate for the evaluation (1234/05) of Action 3.2",
        "Template for the final report on Action 3.2 (1234/05)",
        "Questionnaire for the evaluation of Action 3.2: 1234/05",
        "Terms of reference for the evaluation of Action 3.2 (1234/05)",
        "Outline of the report on Action 3.2 (1234/05)",
        "1234/05: outline of the report on Action 3.2",
        "Request for a report on Action 3.2 (1234/05)",
        "Comments on the evaluation and the final report on Action 3.2 (1234/05)",
        "Comments by the delegations on the final report of Action 3.2 (1234/05)",
        "Follow-up to the report on Action 3.2 (1234/05)",
        "Summary of the report on Action 3.2: 1234/05",
        "Corrigendum to the report on Action 3.2, 1234/05",
        "Annex to the report on Action 3.2 (1234/05)",
        "Council conclusions on the final report on Action 3.2 (1234/05)",
        "Observations relatives au rapport sur l'action 3.2 (1234/05)",
        "Réponse de la Commission au rapport sur l'action 3.2 (1234/05)",
        "Modèle du rapport sur l'action 3.2 (1234/05)",
        "Projet de mandat pour l'évaluation de l'action 3.2 (1234/05)",
        "Résumé du rapport sur l’action 3.2 (1234/05)",
        "Fragebogen zur Bewertung der Maßnahme 3.2 (1234/05)",
        "Muster für den Abschlussbericht zur Maßnahme 3.2 (1234/05)",
        "Stellungnahme der Kommission zum Abschlussbericht zur Maßnahme 3.2 (1234/05)",
        "Antwort auf den Bericht zur Maßnahme 3.2 (1234/05)",
        "Zusammenfassung des Berichts über die Maßnahme 3.2 (1234/05)",
        # A comma that ends what stands before the subject, or goes on to the next paper.
        "Following the report on Action 3.2, 1234/05 was agreed.",
        "Unlike the report on Action 3.2, 1234/05 deals with ropes.",
        "It is said that, in addition to the report on Action 3.2, 1234/05 deals with ropes.",
        "Besides Action 3.2, the final report 1234/05 is read.",
        "The report on Action 3.2, the document 1234/05 and ropes",
        "In 1234/05, the report on Action 3.2 is criticised.",
        "Outre le rapport sur l'action 3.2, le document 1234/05 traite des cordes.",
        "Contrairement au rapport sur l'action 3.2, 1234/05 traite des cordes.",
        "Neben dem Bericht über die Maßnahme 3.2, Dok. 1234/05 ...",
        "Anders als der Bericht über die Maßnahme 3.2, Dok. 1234/05 behandelt Seile.",
        # Another paper has the number before.
        "handbook 1234/05 - evaluation of Action 3.2",
        "Handbook 1234/05: evaluation of Action 3.2",
        "The mandate 1234/05, report on Action 3.2 and questionnaire",
        "The mandate of the rope group 1234/05, report on Action 3.2 and questionnaire",
        "manuel 1234/05 : évaluation de l'action 3.2",
        "Handbuch 1234/05 – Bewertung der Maßnahme 3.2",
        # There is no report.
        "Instead of a report on Action 3.2 (1234/05)",
        "There is not yet a report on Action 3.2 (see 1234/05)",
        "The group didn't deliver a report on Action 3.2 (1234/05).",
        "Nor has a report on Action 3.2 (1234/05) been made.",
        "In the absence of a report on Action 3.2 (1234/05)",
        "Au lieu d'un rapport sur l'action 3.2 (1234/05)",
        "Il n'y a pas encore de rapport sur l'action 3.2 (voir 1234/05)",
        "Statt eines Berichts über die Maßnahme 3.2 (1234/05)",
        "Es liegt noch kein Bericht über die Maßnahme 3.2 (siehe 1234/05) vor.",
        # Other papers of an action, and reports on something else.
        "Action 3.2: mandate 1234/05, report on lost ropes 2345/05",
        "Action 3.2: mandate 1234/05, comments on the final report 2345/05",
    ],
)
def test_another_paper_is_no_report(text: str) -> None:
    assert found(text) == []


@every_case(
    "text",
    [
        # The number of the report itself stands in it, or in the bracket of a clause.
        "Comments on the final report (1234/05) on Action 3.2",
        "as set out in the annex to the final report on Action 3.2 (1234/05)",
        "As a follow-up to the final report on Action 3.2 (1234/05), ropes were counted.",
        "In response to the report on Action 3.2 (1234/05)",
        "The group took note of the report on Action 3.2 (1234/05).",
        "in the form of a report on Action 3.2 (1234/05)",
        "The proposals of the report on Action 3.2 (1234/05)",
        "Adoption of the final report on Action 3.2 (1234/05)",
        "Comments of the group were added to the final report on Action 3.2 (1234/05).",
        "en réponse au rapport sur l'action 3.2 (1234/05)",
        "im Anhang zum Abschlussbericht zur Maßnahme 3.2 (1234/05)",
        # So it does where the comma only names it.
        "Following the report on Action 3.2 (1234/05), ropes were counted.",
        "As regards the report on Action 3.2, see 1234/05.",
        "Ropes, guides, as well as the report on Action 3.2, 1234/05.",
        "Suite au rapport final sur l'action 3.2 (1234/05), les cordes",
        "According to 1234/05, final report on Action 3.2, ropes tear.",
        # A note may be a report, and what rests on one is none itself.
        "Note 1234/05: evaluation of Action 3.2",
        "The handbook rests on 1234/05, final report on Action 3.2.",
        # There is a report, and something else is denied.
        "The group has not discussed the final report on Action 3.2 (1234/05).",
        "It is not only a report on Action 3.2 (1234/05).",
        "The plan was not adopted but a report on Action 3.2 (1234/05) was.",
        "Le groupe n'a pas examiné le rapport sur l'action 3.2 (1234/05).",
        "Die Gruppe hat nicht über den Bericht zur Maßnahme 3.2 (1234/05) beraten.",
        # Behind other papers of the action.
        "Action 3.2: mandate 1111/05, final report 1234/05",
        "Action 3.2 (mandate: 1111/05; questionnaire: 2222/05; final report: 1234/05)",
        "Action 3.2 : mandat 1111/05, rapport final 1234/05",
        "Maßnahme 3.2: Mandat 1111/05, Abschlussbericht 1234/05",
    ],
)
def test_a_report_beside_other_papers(text: str) -> None:
    assert found(text) == ["1234/05 3.2"]


@every_case(
    ("text", "wanted"),
    [
        (
            "results of Action 3.1 (1111/05), of Action 3.2 (2222/05) and of Action 4 (3333/05)",
            ["1111/05 3.1?", "2222/05 3.2?", "3333/05 4?"],
        ),
        ("report on Action 3.1 (1111/05) and on 5.2 (2222/05)", ["1111/05 3.1", "2222/05 AP5/5.2"]),
        (
            "les recommandations de l'action 3.1 (1111/05) et de l'action 4.1 (2222/05)",
            ["1111/05 3.1?", "2222/05 4.1?"],
        ),
        (
            "Abschlussbericht zur Maßnahme 3.1 (1111/05) und zur Maßnahme 4.1 (2222/05)",
            ["1111/05 3.1", "2222/05 4.1"],
        ),
        # Without the preposition it is the action that may go on the list.
        (
            "report on Action 3.1 (1111/05) and Action 4.1 (2222/05)",
            ["1111/05 3.1", "2222/05 4.1?"],
        ),
        # Another preposition, another thing, and what was denied of the first is of the second.
        ("report on Action 3.1 (1111/05), under Action 4.1 (2222/05)", ["1111/05 3.1"]),
        ("report on Action 3.1 (1111/05) and the mandate of Action 4.1 (2222/05)", ["1111/05 3.1"]),
        ("no report on Action 3.1 (1111/05) and on Action 4.1 (2222/05)", []),
        ("Action 3.1: mandate 1111/05, report 2222/05 on Action 4.1", ["2222/05 4.1"]),
        ("Action 3.1: final report 2222/05 on Action 4.1", ["2222/05 4.1"]),
    ],
)
def test_a_list_of_actions_with_a_report_each(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


def plan_of(*actions: Action, notes: tuple[Note, ...] = ()) -> ActionPlan:
    return ActionPlan(id="AP5", title="Fifth", number=5, actions=actions, notes=notes)


def test_every_text_of_a_dossier_is_read() -> None:
    words = "report on Action {} of the second Action Plan (111{}/08)"
    action = Action(
        code="5.1",
        title=words.format(1, 1),
        indicators=[Indicator(text=words.format(2, 2))],
        outcomes=[words.format(3, 3)],
        terms_of_reference=words.format(4, 4),
        status_text=words.format(5, 5),
    )
    plan = plan_of(action, notes=(Note(id="n", mark="1", text=words.format(6, 6)),))
    item = Recommendation(id="r", text=words.format(7, 7))
    dossier = Dossier(plans=[plan], recommendations=[item])
    documents = with_reports(dossier, prose=[words.format(8, 8)]).documents
    assert [str(one.reference) for one in documents] == [f"111{n}/08" for n in range(1, 9)]
    assert documents[0].title == "report on Action 1 of the second Action Plan"


def test_a_document_that_is_known_gets_the_link_and_keeps_its_title() -> None:
    reference = DocumentNumber.parse("1234/08")
    held = Document(reference=reference, title="Ropes")
    text = "Final report on Action 3.6: 1234/08."
    dossier = Dossier(documents=[held])
    (document,) = with_reports(dossier, prose=[text, text]).documents
    assert document.title == "Ropes"
    assert document.links == (
        Link(kind="arises from", target=ActionCitation(None, "3.6"), text=text),
    )


def test_a_report_tells_by_its_own_title_which_action_it_is_on() -> None:
    title = "Final report of the project group on Action 3.6"
    held = Document(reference=DocumentNumber.parse("1234/08"), title=title)
    (document,) = with_reports(Dossier(documents=[held])).documents
    assert [(str(link.target), link.text) for link in document.links] == [("Action 3.6", title)]


def test_an_action_does_not_cite_the_report_that_arises_from_it() -> None:
    reference = DocumentNumber.parse("1234/08")
    cited = Link(kind="cites", target=reference, text="Report on 5.1 (1234/08)")
    action = Action(code="5.1", title="", status_text=cited.text, links=[cited])
    dossier = with_reports(Dossier.of(plan_of(action)))
    assert dossier.plan["5.1"].links == ()
    graph = dependency_graph(dossier)
    own = ActionRef("AP5", "5.1")
    assert next(iter(graph.edges(keys=True))) == (own, reference, LinkKind.ARISES_FROM)
    assert not graph.has_edge(reference, own)


FLOW = """Fifth Action Plan (2011-2012)

The plan rests on the final report of Action 4.9 (1111/10).

Proposed action

5.1

To count ropes

Strategic objectives

(1) Count.

Performance indicator

Report to the CCWP.

Possible outcome(s)

Fewer ropes.

Other concerned
parties

- Europol.

Terms of reference
The final report (2222/10) on Action 8 of the second Action Plan asked for more ropes.
"""
WORK_PLAN = (
    "Work plan of the first Action Plan\n\n"
    "No\tAction\tLead\tStatus\n"
    "1.1\tCount ropes\tUK\tSee 2222/04, final report on Action 1.2\n"
    "1.2\tCount sheds\tUK\tOngoing\n"
)
TIMETABLE = (
    "TIMETABLE\n\nROPES\tDeadlines\n"
    "1. The Member States shall read the final report on Action 8 (2222/97).\tJune 1998\n"
    "2. The Member States shall count ropes.\tJune 1998\n"
)
CONCLUSIONS = (
    "Conclusions of the Council on ropes\n\nTHE COUNCIL\n\n"
    "NOTING the final report on Action 8 of the second Action Plan (2222/08),\n\n"
    "INVITES the Member States to count ropes,\n\nINVITES the Commission to count sheds.\n"
)


@every_case(
    ("layout", "text", "wanted"),
    [
        ("action-plan", FLOW, ["2222/10 Action 8 of the second", "1111/10 Action 4.9"]),
        ("work-plan", WORK_PLAN, ["2222/04 AP1/1.2"]),
        ("timetable", TIMETABLE, ["2222/97 Action 8"]),
        ("conclusions", CONCLUSIONS, ["2222/08 Action 8 of the second"]),
    ],
)
def test_each_layout_gives_reports_as_documents(layout: str, text: str, wanted: list[str]) -> None:
    documents = parse(text, layout=layout).dossier.documents
    told = [
        f"{one.reference} {link.target}"
        for one in documents
        for link in one.links
        if link.kind is LinkKind.ARISES_FROM
    ]
    assert len(told) == len(wanted)
    assert all(one.startswith(begun) for one, begun in zip(told, wanted, strict=True))


def test_hostile_text_is_read_in_linear_time() -> None:
    for piece in (
        "report on Action 3.1 ",
        "1111/05, ",
        "Action 3.1 (on ‘ropes ",
        "Action 3.1: mandate 1111/05, ",
        "mandate of the comments of the not a report ",
    ):
        assert found(f"Report on Action 3.2 (1111/05). {piece * 300}") == ["1111/05 3.2"]
