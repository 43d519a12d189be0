"""The bundled dossier holds the facts of the two plans, and nothing in it hangs in the air."""

from collections import Counter
from importlib.resources import files

import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import Relative, Undetermined
from customs_coop.model import (
    KNOWN_PARTIES,
    Action,
    ActionPlan,
    ActionRef,
    LinkKind,
    Marking,
    PartyRef,
    PlanRef,
    Priority,
    RecommendationRef,
    Role,
    Status,
)
from customs_coop.references import (
    ActionCitation,
    DocumentNumber,
    OJReference,
    RecommendationCitation,
    find_references,
)
from customs_coop.serialization import to_json
from customs_coop.validation import validate
from folded import every_case
from real_documents import document, parsed

AP1_CODES = (
    "1.1 1.2 1.3 2.1 2.2 2.3 3.1 4.1 4.2 5.1 5.2 6.1 6.2 6.3 6.4 6.5 6.6 6.7 6.8 6.9 7.2 7.3 "
    "8.2 8.3 8.5 8.7 9.1 9.2 9.3 9.4 9.6 9.7 10.1 10.2 10.3"
)
AP5_CODES = "5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 5.9 5.10"


def plan(name: str) -> ActionPlan:
    found = bundled_dossier()[name]
    assert isinstance(found, ActionPlan)
    return found


def codes_with(status: Status) -> list[str]:
    return [str(action.code) for action in plan("AP1") if action.status is status]


def linked(action: Action, kind: LinkKind) -> list[str]:
    return [str(link.target) for link in action.links if link.kind is kind]


def test_the_file_is_exactly_what_would_be_written() -> None:
    packed = files("customs_coop.datasets").joinpath("customs_cooperation.json").read_bytes()
    assert to_json(bundled_dossier()).encode() == packed


def test_it_is_read_once() -> None:
    assert bundled_dossier() is bundled_dossier()


def test_plans_and_strategies() -> None:
    dossier = bundled_dossier()
    assert [(p.id, p.number, str(p.period), p.strategy) for p in dossier.plans] == [
        ("AP1", 1, "2004-01-01/2006-12-31", "S2003"),
        ("AP5", 5, "2011-07-01/2012-12-31", "S2009"),
    ]
    assert [(s.id, str(s.adopted), str(s.reference)) for s in dossier.strategies] == [
        ("S2003", "2003-10-02", "OJ C 247, 15.10.2003, p. 1"),
        ("S2009", "2009-10-23", "OJ C 260, 30.10.2009, p. 1"),
    ]
    assert [[str(o.code) for o in s.objectives] for s in dossier.strategies] == [
        ["A", "B", "C", "D"],
        ["1", "2", "3"],
    ]
    assert plan("AP5").previous == ("AP1", "AP2", "AP3", "AP4")
    assert plan("AP5").document is None


def test_the_cover_of_the_revised_work_plan() -> None:
    number = plan("AP1").document
    assert number is not None
    assert number.cite() == "14680/05 LIMITE ENFOCUSTOM 74"
    cover = next(d for d in bundled_dossier().documents if d.reference == number)
    assert (str(cover.date), cover.marking) == ("2005-11-29", Marking.LIMITE)
    assert [n.cite() for n in cover.previous] == [
        "11993/1/05 REV 1 ENFOCUSTOM 45",
        "15315/2/03 REV 1 ENFOCUSTOM 41",
        "11167/5/03 REV 5 ENFOCUSTOM 29 ENFOPOL 84",
        "16212/03 ENFOCUSTOM 46",
    ]


def test_codes_and_work_areas() -> None:
    assert [str(action.code) for action in plan("AP1")] == AP1_CODES.split()
    assert [str(action.code) for action in plan("AP5")] == AP5_CODES.split()
    areas = [str(area.code) for area in plan("AP1").work_areas]
    assert areas == [str(number) for number in range(1, 11)]
    assert all(area.title for area in plan("AP1").work_areas)
    for action in plan("AP1"):
        assert action.work_area is not None
        assert str(action.work_area) == action.code.parts[0]


def test_priorities_as_printed() -> None:
    assert Counter(action.priority for action in plan("AP1")) == {
        Priority.HIGH: 23,
        Priority.MEDIUM: 5,
        Priority.LOW: 2,
        "See note": 1,
        "Potential to defer": 1,
        "Defer": 1,
        None: 2,
    }


def test_objectives() -> None:
    letters = {str(a.code): "".join(map(str, a.objectives)) for a in plan("AP1")}
    assert letters["1.3"] == "AB"
    assert letters["2.1"] == "ABC"
    assert letters["6.9"] == "AB"
    assert letters["10.3"] == "D"
    assert [code for code, found in letters.items() if not found] == ["8.5", "9.1"]
    numbers = {str(a.code): "".join(map(str, a.objectives)) for a in plan("AP5")}
    assert numbers == dict.fromkeys(AP5_CODES.split(), "123") | {
        "5.3": "23",
        "5.4": "3",
        "5.5": "12",
        "5.10": "",
    }


def test_statuses() -> None:
    completed = ["2.1", "2.3", "6.1", "6.3", "6.6", "7.2", "7.3", "9.2"]
    assert codes_with(Status.COMPLETED) == completed
    assert codes_with(Status.PARTLY_COMPLETED) == ["1.2", "3.1", "4.2", "8.3"]
    assert codes_with(Status.STANDING) == ["1.1", "9.1"]
    assert codes_with(Status.AWAITING) == ["2.2"]
    assert codes_with(Status.DEFERRED) == ["4.1", "9.3"]
    assert codes_with(Status.TO_DECIDE) == ["5.2"]
    assert codes_with(Status.OBSOLETE) == ["8.5"]
    assert {action.status for action in plan("AP5")} == {Status.OPEN}


def test_completed_actions_name_the_document_that_completes_them() -> None:
    for action in plan("AP1"):
        if action.status is Status.COMPLETED:
            proof = [link.target for link in action.links if link.kind is LinkKind.COMPLETED_BY]
            assert proof
            done = [i for i in action.indicators if i.status is Status.COMPLETED]
            assert [r for i in done for r in i.evidence] == proof


@every_case(
    ("code", "texts", "latest"),
    [
        ("1.3", ["Dec 2006"], ["2006-12-31"]),
        ("5.1", ["28.02.2006", "31.07.2006", "31.12.2006"], "2006-02-28 2006-07-31 2006-12-31"),
        ("6.2", ["March 2006"], ["2006-03-31"]),
        ("6.6", ["30.6.2004"], ["2004-06-30"]),
        ("6.9", ["December 2006", "December 2006"], ["2006-12-31", "2006-12-31"]),
        ("8.5", ["June 2006"], ["2006-06-30"]),
        ("10.3", ["July 2006"], ["2006-07-31"]),
    ],
)
def test_dated_deadlines(code: str, texts: list[str], latest: str | list[str]) -> None:
    deadlines = plan("AP1")[code].all_deadlines
    assert [d.text for d in deadlines] == texts
    days = latest.split() if isinstance(latest, str) else latest
    assert [str(d.latest) for d in deadlines] == days


def test_other_deadlines() -> None:
    rhythms = {
        "AP1/1.1": "FREQ=MONTHLY",
        "AP1/9.1": "FREQ=MONTHLY;INTERVAL=6",
        "AP5/5.9": "FREQ=MONTHLY;INTERVAL=6",
    }
    for name, rule in rhythms.items():
        first = bundled_dossier().action(name).all_deadlines[0]
        recurrence = getattr(first, "recurrence", None)
        assert recurrence is not None
        assert recurrence.rrule == rule
    assert [d.text for d in plan("AP1")["3.1"].all_deadlines] == ["December 2006", "Annually"]
    assert plan("AP1")["9.3"].all_deadlines == (Undetermined("tbc"),)
    assert plan("AP1")["1.2"].all_deadlines == (Relative("", "P1Y", text="Within 1 year"),)
    once, end = plan("AP5")["5.9"].deadlines
    assert (once.text, end.text) == ("once per Presidency", "by December 2012")
    assert str(end.latest) == "2012-12-31"


def test_aliases_resolve() -> None:
    assert str(plan("AP1")["5.3"].code) == "5.1"
    assert str(plan("AP1")["8.6"].code) == "5.2"


def test_links_of_the_revised_work_plan() -> None:
    ap1 = plan("AP1")
    assert linked(ap1["2.2"], LinkKind.AWAITS) == ["AP1/2.1", "Experts Group"]
    assert linked(ap1["5.2"], LinkKind.DEPENDS_ON)[0] == "AP1/5.1"
    assert linked(ap1["5.1"], LinkKind.MERGED_FROM) == ["AP1/5.3"]
    assert linked(ap1["8.5"], LinkKind.TAKEN_FORWARD_IN) == ["MDG"]
    together = {
        (str(action.code), target.partition("/")[2])
        for action in ap1
        for target in linked(action, LinkKind.HANDLED_WITH)
    }
    assert together == {
        ("4.2", "8.2"),
        ("8.2", "4.2"),
        ("6.2", "6.4"),
        ("6.4", "6.2"),
        ("6.6", "9.4"),
        ("9.2", "6.6"),
        ("9.2", "9.4"),
    }


def test_the_footnote_is_held_once_and_asks_for_agreement() -> None:
    ap1 = plan("AP1")
    marked = [a for a in ap1 if "note-agreement" in a.notes]
    assert [str(a.code) for a in marked] == ["2.2", "3.1", "5.2", "6.3"]
    assert [linked(a, LinkKind.REQUIRES_AGREEMENT_OF) for a in marked] == [
        ["OLAF", "EUROPOL"],
        ["EUROPOL", "OLAF"],
        ["PCWG", "EUROPOL", "CEPOL"],
        ["EUROPOL"],
    ]
    assert [note.mark for note in ap1.notes] == ["¹", "¹"]
    assert ap1["1.1"].notes == ("note-cis",)


def test_links_of_the_fifth_plan() -> None:
    ap5 = plan("AP5")
    used = {str(a.code): linked(a, LinkKind.USES_RECOMMENDATIONS_OF) for a in ap5}
    assert {code: targets for code, targets in used.items() if targets} == {
        "5.3": ["AP3/3.6", "AP3/3.1"],
        "5.5": ["AP3/3.5"],
        "5.6": ["AP3/3.1", "AP4/4.1"],
        "5.7": ["AP1/1.2"],
        "5.10": ["AP4/4.10", "AP1/6.6", "AP2/8", "AP3/3.16"],
    }
    assert linked(ap5["5.9"], LinkKind.CONTINUES) == ["AP3/3.9", "AP3", "AP4"]
    taken = {target for action in ap5 for target in linked(action, LinkKind.TAKES_UP)}
    assert taken == {r.id for r in bundled_dossier().recommendations}


def test_every_link_inside_the_dossier_resolves() -> None:
    dossier = bundled_dossier()
    held = {p.id for p in dossier.plans}
    named = held | set(plan("AP5").previous)
    recommendations = {r.id for r in dossier.recommendations}
    parties = {p.id for p in (*KNOWN_PARTIES, *dossier.parties)}
    documents = {d.reference for d in dossier.documents}
    for link in [link for p in dossier.plans for action in p for link in action.links]:
        assert link.text
        match link.target:
            case ActionRef(plan=name):
                assert name in named
                if name in held:
                    dossier.action(link.target)
            case PlanRef(plan=name):
                assert name in named
            case RecommendationRef(recommendation=name):
                assert name in recommendations
            case PartyRef(party=name):
                assert name in parties
            case DocumentNumber() as number:
                assert number in documents


def test_parties_are_known_or_described() -> None:
    dossier = bundled_dossier()
    described = [p.id for p in dossier.parties]
    ids = {p.id for p in KNOWN_PARTIES} | set(described)
    assert len(described) == len(set(described))
    assert not set(described) & {p.id for p in KNOWN_PARTIES}
    for p in dossier.plans:
        assert {a.party for a in p.approvals} == {"CCWP", "CATS"}
        for action in p:
            assert {i.party for i in action.involved} <= ids
            assert all(i.text for i in action.involved)
    for party in dossier.parties:
        assert party.part_of is None or party.part_of in ids
    for obligation in dossier.obligations:
        assert {obligation.party, obligation.to} <= ids | {None}


def test_doubted_parties() -> None:
    doubted = [
        str(action.code) for action in plan("AP1") if any(not i.confirmed for i in action.involved)
    ]
    assert doubted == ["2.2", "4.1", "5.2", "6.8", "9.3", "9.4", "9.6", "9.7"]
    assert [(i.party, i.text, i.confirmed) for i in plan("AP1")["9.3"].responsible] == [
        ("CCWP", "CCWG (Project Group?)", True),
        ("PROJECT-GROUP", "CCWG (Project Group?)", False),
        ("CLS", "CLS", True),
    ]


def test_the_fifth_plan_names_no_lead() -> None:
    roles = {i.role for action in plan("AP5") for i in action.involved}
    assert roles == {Role.CONCERNED}
    assert [str(a.code) for a in plan("AP5") if not a.involved] == ["5.5"]
    assert [i.party for i in plan("AP5")["5.8"].concerned] == [
        "COM",
        "HOME",
        "TAXUD",
        "OLAF",
        "EUROPOL",
    ]


def test_recommendations_and_documents_are_distinct_and_complete() -> None:
    dossier = bundled_dossier()
    references = [d.reference for d in dossier.documents]
    assert len(references) == len(set(references))
    numbers = [(r.number, r.year) for r in references if isinstance(r, DocumentNumber)]
    assert len(numbers) == len(set(numbers)) == 38
    assert all(d.title for d in dossier.documents)
    ids = [r.id for r in dossier.recommendations]
    assert len(ids) == len(set(ids)) == 17
    for recommendation in dossier.recommendations:
        assert recommendation.document in references
    assert {r.number for r in dossier.recommendations} == {"", "12", "14b"}
    for action in [action for p in dossier.plans for action in p]:
        assert set(action.references) <= set(references)
        evidence = {r for i in action.indicators for r in i.evidence}
        assert evidence <= set(action.references)


def test_revision_figures_that_disagree_are_kept() -> None:
    (conflict,) = [
        r for r in plan("AP1")["1.2"].references if isinstance(r, DocumentNumber) and r.conflict
    ]
    assert (conflict.revision, conflict.stated_revision) == (3, 2)


@pytest.mark.parametrize("name", ["2005-revised-work-plan.txt", "2011-fifth-action-plan.txt"])
def test_every_document_that_the_plans_print_is_there(name: str) -> None:
    text = document(name).read_text(encoding="utf-8")
    printed = [
        mention.reference
        for mention in find_references(text)
        if not isinstance(mention.reference, ActionCitation | RecommendationCitation)
    ]
    assert len(printed) > 20
    assert set(printed) <= {d.reference for d in bundled_dossier().documents}


def test_publication_of_the_stockholm_programme() -> None:
    journal = OJReference.parse("OJ C 115, 4.5.2010, p. 1")
    assert [d.title for d in bundled_dossier().documents if d.reference == journal] == [
        "Stockholm Programme"
    ]


def test_validation_finds_no_error_and_both_revisions_that_disagree() -> None:
    report = validate(bundled_dossier())
    assert report.ok
    assert not report.errors
    doubts = [finding for finding in report if finding.code == "CC501"]
    assert {finding.subject for finding in doubts} >= {"14680/05", "AP1/1.2"}


def test_obligations() -> None:
    assert [
        (o.party, o.to, str(o.subject), o.deadline.text if o.deadline else None)
        for o in bundled_dossier().obligations
    ] == [
        (None, "CCWP", "AP1/1.1", "Monthly updates"),
        ("CIS-COMMITTEE", None, "AP1/1.1", "annually"),
        ("PRESIDENCY", "CCWP", "AP1/9.1", "Six monthly review"),
        (None, "CCWP", "AP5", None),
        ("CCU-STEERING-GROUP", "CCWP", "AP5/5.9", "once per Presidency"),
        (None, None, "6026/1/10", "every two years"),
    ]


@pytest.mark.parametrize(
    ("plan", "name"),
    [("AP1", "2005-revised-work-plan.txt"), ("AP5", "2011-fifth-action-plan.txt")],
)
def test_the_facts_are_those_of_the_printed_document(plan: str, name: str) -> None:
    printed = parsed(name).dossier.plan
    bundled = next(found for found in bundled_dossier().plans if found.id == plan)
    assert bundled.period == printed.period
    assert bundled.document == printed.document
    assert [action.code for action in bundled] == [action.code for action in printed]
    for ours, theirs in zip(bundled, printed, strict=True):
        assert ours.priority == theirs.priority
        assert ours.status is theirs.status
        assert ours.aliases == theirs.aliases
        assert [d.latest for d in ours.all_deadlines] == [d.latest for d in theirs.all_deadlines]
        if ours.objectives or theirs.objectives:
            assert ours.objectives == theirs.objectives
