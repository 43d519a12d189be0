"""What the Council exporters write, the readers read back, field by field.

`carried` says what a Council table carries of a plan; everything that it leaves out or levels is
in `NOT_CARRIED` with the reason. JSON carries all.
"""

import datetime as dt
import functools
import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import By, Deadline, parse_deadline
from customs_coop.errors import UnknownPlanError
from customs_coop.exporters import export
from customs_coop.formats.columns import COLUMN_SETS
from customs_coop.loading import read_bytes
from customs_coop.model import (
    Action,
    ActionPlan,
    Document,
    Dossier,
    ExtraCell,
    Funding,
    Indicator,
    Involvement,
    Measure,
    Note,
    Objective,
    Priority,
    Role,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.readers import Reading
from customs_coop.references import DocumentNumber, find_references
from customs_coop.testing import days, document_numbers, periods
from folded import every_case
from real_documents import parsed

NOT_CARRIED: Mapping[str, str] = MappingProxyType(
    {
        "ids of notes": "the table prints marks; a note is told by its mark and its words",
        "order of notes": "a note stands below the first table whose rows point at it",
        "marks that are bullets": "at the end of a title they would be words; they are counted",
        "marks of one table that differ in their form alone": "the second of them is counted, "
        "and a plain figure is raised where a raised one stands below the same table",
        "line breaks of a note that no row points to": "it is one line above the table",
        "words of a party without any": "its id is printed, which then are its words",
        "words of a status that name a document": "those that say no more than an indicator with "
        "its evidence stand there, and come back with the parts of the number in the order of the "
        "Council",
        "words of a status in a title": "a timetable prints them once, and they stay in the title",
        "that a status has no words": "what an indicator says of it is read as such",
        "words of a deadline": "where an indicator says it in more or in fewer words, it is not "
        "printed again, and the words of the indicator come back",
        "references": "those of the indicators come back as references of the row too",
        "links, origin, span": "a table has no place for them; links are found in the words again",
        "title of a document that has none": "it is that of its plan",
        "approvals, previous plans, status of the plan": "a table has no place for them",
    }
)
COUNCIL = ("council-csv", "council-docx", "council-html", "council-markdown")
REAL = (
    "1997-strategic-action-programme.txt",
    "2005-revised-work-plan.txt",
    "2006-naples-conclusions.txt",
    "2011-fifth-action-plan.txt",
    "2019-risk-management-conclusions.txt",
)


# Several tests ask the same plans; what is read is frozen, so each is read once in a process.
@functools.cache
def bundled_again(to: str, plan: str) -> Reading:
    return written(bundled_dossier(), to, plan)


def written(dossier: Dossier, to: str, plan: str) -> Reading:
    content = export(dossier, to, plan=plan)
    return read_bytes(content if isinstance(content, bytes) else content.encode())


def folded(text: str) -> str:
    return " ".join(text.split())


def carried_note(plan: ActionPlan, note: Note) -> tuple[str, str]:
    used = any(note.id in action.notes for action in plan)
    mark = note.mark if note.mark not in ("", "•", "-") or not used else "(1)"
    return mark, note.text if used else folded(note.text)


def carried_involvement(one: Involvement) -> tuple[object, ...]:
    words = folded(one.text) or (one.party if one.confirmed else f"{one.party} (tbc)")
    return one.party, one.role, one.confirmed, words


def carried_words(action: Action) -> str:
    """The words of the status, without the sentences that only name a document."""
    found = []
    for sentence in re.split(r"(?<=[.;)])\s", folded(action.status_text)):
        rest = sentence
        for mention in reversed(find_references(sentence)):
            rest = rest[: mention.start] + rest[mention.end :]
        if rest == sentence or rest.strip(" .:;,()") not in ("Complete", "Completed"):
            found.append(sentence)
    return " ".join(found)


def carried_action(plan: ActionPlan, action: Action) -> dict[str, object]:
    notes = {note.id: carried_note(plan, note) for note in plan.notes}
    return {
        "code": action.code,
        "title": action.title,
        "aliases": set(action.aliases),
        "work area": action.work_area,
        "objectives": action.objectives,
        "priority": action.priority,
        "status": action.status,
        "status words": carried_words(action),
        "indicators": action.indicators,
        "outcomes": action.outcomes,
        # By role: that is how the columns set them apart.
        "involved": [
            carried_involvement(one) for role in Role for one in action.involved if one.role is role
        ],
        "terms of reference": action.terms_of_reference,
        "deadlines": action.deadlines,
        # All that the row prints, those of its indicators included.
        "references": {
            str(reference)
            for several in (action.references, *(one.evidence for one in action.indicators))
            for reference in several
        },
        "funding": action.funding,
        "notes": [notes[name] for name in action.notes],
        "extra": [(cell.heading, cell.text) for cell in action.extra],
    }


def carried(dossier: Dossier, plan_id: str) -> dict[str, object]:
    plan = dossier.plan_by_id(plan_id)
    cover = next((d for d in dossier.documents if d.reference == plan.document), None)
    strategy = next((s for s in dossier.strategies if s.id == plan.strategy), None)
    return {
        "id": plan.id,
        "number": plan.number,
        "title": plan.title,
        "period": plan.period,
        "document": plan.document,
        "subject codes": None if plan.document is None else plan.document.subjects,
        "cover": cover
        and (cover.title, cover.date, cover.marking, cover.origin, cover.addressee, cover.previous),
        "strategy": plan.strategy,
        "objectives": strategy.objectives if strategy else (),
        "work areas": plan.work_areas,
        "notes": sorted(carried_note(plan, note) for note in plan.notes),
        "codes": [action.code for action in plan],
        "actions": [carried_action(plan, action) for action in plan],
    }


def assert_read_back(dossier: Dossier, to: str, plan_id: str) -> Reading:
    ours = dossier is bundled_dossier()
    reading = bundled_again(to, plan_id) if ours else written(dossier, to, plan_id)
    assert reading.report.ok, str(reading.report)
    assert not [left.text for left in reading.residue]
    (plan,) = reading.dossier.plans
    wanted, found = carried(dossier, plan_id), carried(reading.dossier, plan.id)
    if wanted["cover"] is None:
        # A number alone gives its document, of which nothing else is known.
        found["cover"] = None
    actions = zip(wanted.pop("actions"), found.pop("actions"), strict=True)  # type: ignore[call-overload] # lists, as `carried` makes them
    assert found == wanted
    for one, other in actions:
        words = one["status words"]
        if not words or (other["status words"] == "" and words in one["title"]):
            other["status words"] = words
        assert other == one
    return reading


@pytest.mark.parametrize("to", COUNCIL)
@pytest.mark.parametrize("plan", [plan.id for plan in bundled_dossier().plans])
def test_the_bundled_plans_are_read_back(plan: str, to: str) -> None:
    assert_read_back(bundled_dossier(), to, plan)


# The plans of two documents are bundled, and are read back from all three formats above.
@pytest.mark.parametrize(
    ("name", "to"),
    [
        (name, to)
        for name in REAL
        for to in COUNCIL
        if to == "council-markdown" or not name.startswith(("2005", "2011"))
    ],
)
def test_the_real_plans_are_read_back(name: str, to: str) -> None:
    dossier = parsed(name).dossier
    if not dossier.plans:
        with pytest.raises(UnknownPlanError):
            export(dossier, to)
    for plan in dossier.plans:
        assert_read_back(dossier, to, plan.id)


@pytest.mark.parametrize("name", [*REAL, ""])
def test_json_gives_everything_back(name: str) -> None:
    dossier = parsed(name).dossier if name else bundled_dossier()
    content = export(dossier, "json")
    assert isinstance(content, str)
    assert read_bytes(content.encode()).dossier == dossier


@pytest.mark.parametrize("plan", [plan.id for plan in bundled_dossier().plans])
def test_all_three_formats_give_the_same_dossier(plan: str) -> None:
    first, *others = (bundled_again(to, plan).dossier for to in COUNCIL)
    for other in others:
        assert other == first


@pytest.mark.parametrize("to", COUNCIL)
@pytest.mark.parametrize("columns", sorted(COLUMN_SETS))
def test_titles_and_states_come_back_from_any_columns(columns: str, to: str) -> None:
    # Some actions of each kind do, and a whole plan takes a second.
    plan = bundled_dossier().plan_by_id("AP1")
    wanted = attrs.evolve(plan, actions=plan.actions[::4])
    content = export(attrs.evolve(bundled_dossier(), plans=(wanted,)), to, columns=columns)
    reading = read_bytes(content if isinstance(content, bytes) else content.encode())
    assert [(one.code, one.title, one.status) for one in reading.dossier.plan] == [
        (one.code, one.title, one.status) for one in wanted
    ]


REMARKS = (
    ("Work has started.", Status.ONGOING, "[Status"),
    ("Await outcome of 2.1", Status.AWAITING, "[Status"),
    ("Deferred: 1234/05", Status.DEFERRED, "[Status"),
    ("Regular item", Status.OPEN, "[Status"),
    ("Regular item [No: 2].", Status.STANDING, ""),
    ("Work has started.", Status.COMPLETED, ""),
)


@every_case("to", COUNCIL)
@every_case("columns", sorted(COLUMN_SETS))
@every_case(("text", "status", "needless"), REMARKS)
def test_a_remark_on_the_status_is_read_back(
    text: str, status: Status, needless: str, columns: str, to: str
) -> None:
    indicators = [Indicator(text="Map of the sheds")] if columns != "timetable" else []
    action = Action(
        code="5.1", title="Count them", status=status, status_text=text, indicators=indicators
    )
    content = export(plan_with(action), to, columns=columns)
    reading = read_bytes(content if isinstance(content, bytes) else content.encode())
    (again,) = reading.dossier.plan
    assert (again.title, again.status, again.indicators) == (
        "Count them",
        status,
        tuple(indicators),
    )
    assert again.status_text == text
    if isinstance(content, str) and needless:
        assert needless not in content.replace("\\", "")


@pytest.mark.parametrize("to", COUNCIL)
@pytest.mark.parametrize(
    "text",
    [
        "Survey completed: 1234/05; ongoing in a group",
        "Map under way. Survey held",
        "Work has started. Survey held",
        "Survey held",
        "Work has started.",
    ],
)
def test_the_words_of_a_status_do_not_grow_by_those_of_an_indicator(text: str, to: str) -> None:
    held = Indicator(
        text="Survey held", status=Status.COMPLETED, evidence=[DocumentNumber.parse("1234/05")]
    )
    drawn = Indicator(text="One map under way, more planned", status=Status.ONGOING)
    action = Action(
        code="5.1",
        title="Count them",
        status=Status.PARTLY_COMPLETED,
        status_text=text,
        indicators=[held, drawn],
    )
    (again,) = written(plan_with(action), to, "AP5").dossier.plan
    assert again.status_text == text
    assert (again.status, again.indicators) == (action.status, action.indicators)


def test_words_that_the_cells_tell_are_not_printed_again() -> None:
    drawn = Indicator(text="One map under way, more planned", status=Status.ONGOING)
    action = Action(
        code="5.1",
        title="Count them",
        status=Status.ONGOING,
        status_text="Work has started. One map under way, more planned",
        indicators=[drawn],
    )
    page = export(plan_with(action), "council-markdown")
    assert isinstance(page, str)
    assert "| Work has started.<br>One map under way, more planned |" in page


@pytest.mark.parametrize("to", COUNCIL)
def test_an_indicator_that_reads_like_a_remark_stays_one(to: str) -> None:
    indicators = [
        Indicator(text="Awaiting the outcome of 2.1"),
        Indicator(text="Report (1234/05)", status=Status.COMPLETED),
    ]
    action = Action(code="5.1", title="Count them", status=Status.OPEN, indicators=indicators)
    (again,) = written(plan_with(action), to, "AP5").dossier.plan
    assert [(one.text, one.status) for one in again.indicators] == [
        (one.text, one.status) for one in indicators
    ]
    assert again.status is Status.OPEN


HEADS: tuple[dict[str, object], ...] = (
    {"id": "AP5", "number": 5, "title": "Fifth Action Plan"},
    {"id": "P2011", "title": "Timetable"},
    {"id": "AP1", "number": 1, "title": "Plan", "document": DocumentNumber.parse("14680/05")},
    {"id": "AP5", "title": "Fifth Action Plan"},
    {"id": "P2011", "title": "Fifth Action Plan"},
    {"id": "AP5", "number": 5, "title": "Fifth Action Plan", "period": None},
)
TITLES = (
    "Council Resolution of 23 October 2009 on a strategy",
    "Council Resolution of 23 October 2009",
    "Council Resolution of 23 October 2009: a strategy",
    "Sheds and boats",
    "Sheds",
    "",
    None,
)


# Every pair once as text; the two others in turn, for a file takes ten times as long.
@every_case(
    ("head", "title", "to"),
    [
        (head, title, to)
        for row, head in enumerate(HEADS)
        for column, title in enumerate(TITLES)
        for to in ("council-markdown", COUNCIL[(row + column) % 2])
    ],
)
def test_plan_and_strategy_are_read_back_from_few_lines(
    head: dict[str, object], title: str | None, to: str
) -> None:
    strategies = [Strategy(id="S2009", title=title)] if title is not None else []
    plan = plan_with(Action(code="5.1", title="Count them"), **head).plan
    plan = attrs.evolve(plan, strategy="S2009" if strategies else None)
    dossier = Dossier(plans=[plan], strategies=strategies)
    again = assert_read_back(dossier, to, plan.id).dossier
    assert [one.title for one in again.strategies] == [one.title for one in strategies]


@pytest.mark.parametrize("to", COUNCIL)
@pytest.mark.parametrize("strategy", ["S2009", "S1", None])
def test_the_strategy_in_the_title_of_a_plan_needs_no_line(strategy: str | None, to: str) -> None:
    words = "Council Resolution of 23 October 2009 on a strategy for customs cooperation"
    head = {"title": f"Fifth Action Plan to implement the {words}", "number": 5}
    plan = plan_with(Action(code="5.1", title="Count them"), strategy=strategy, **head).plan
    objectives = [Objective(code="A", text="To count them")]
    known = [Strategy(id=strategy, title=words, objectives=objectives)] if strategy else []
    dossier = Dossier(plans=[plan], strategies=known)
    assert_read_back(dossier, to, plan.id)
    content = export(dossier, to)
    if isinstance(content, str):
        assert ("Strategy:" in content.replace('</dt><dd dir="auto">', ": ")) == (
            strategy != "S2009"
        )


@pytest.mark.parametrize("between", ["It was drawn up by all.", "Plan of the sheds"])
def test_a_document_with_prose_above_its_table_is_none_of_ours(between: str) -> None:
    page = export(
        plan_with(Action(code="5.1", title="Count them", priority="High")), "council-markdown"
    )
    assert isinstance(page, str)
    table = page.index("| Code")
    text = f"{page[:table]}{between}\n\n# 5\n\n{page[table:]}"
    (plan,) = read_bytes(text.encode()).dossier.plans
    assert (plan.id, [action.code.text for action in plan]) == ("AP5", ["5.1"])


def plan_with(action: Action, **fields: object) -> Dossier:
    # Any: the fields of a plan are of many types.
    head: dict[str, Any] = {"id": "AP5", "number": None, "title": "Fifth Action Plan"}
    head |= {"period": "2011-07-01/2012-12-31", **fields}
    return Dossier.of(ActionPlan(actions=[action], **head))


# Words that mean nothing, so that no grammar finds a time, a party or a status in them. Out of
# scope are line breaks (a cell counts them as paragraphs), square brackets (what our tables add
# stands in them), raised figures, stars and bullets (marks of notes and of lists), figures and
# slashes (codes and numbers of documents) and words that say something else than the field does.
_SYLLABLES = st.sampled_from(("ba", "ko", "ru", "mi", "la", "po", "vu", "né", "zö"))
_WORDS = st.lists(_SYLLABLES, min_size=2, max_size=3).map("".join)
plain = st.lists(_WORDS, min_size=1, max_size=4).map(lambda words: " ".join(words).capitalize())
plain_or_none = st.just("") | plain
TIMES = (
    "June 2006",
    "by end 1997",
    "31.12.2012",
    "within 1 year",
    "every two years",
    "twice per Presidency",
    "during the second half of 2011",
    "once the study is there",
)
times: st.SearchStrategy[Deadline] = days().map(By) | st.sampled_from(TIMES).map(parse_deadline)
measures = st.builds(
    Measure,
    unit=plain,
    baseline=st.none() | st.integers(0, 99).map(Decimal),
    target=st.none() | st.integers(0, 99).map(Decimal),
)


def few(members: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(members, max_size=most).map(tuple)


indicators = st.builds(
    Indicator,
    text=plain,
    code=st.none() | st.sampled_from(("1", "2", "a", "4.b")),
    deadlines=few(times),
    status=st.sampled_from(Status),
    evidence=few(document_numbers(), 1),
    measure=st.none() | measures,
)
involvements = st.builds(
    Involvement,
    party=st.sampled_from(("CCWP", "COM", "EUROPOL", "MS", "BOATS-AND-RAFTS")),
    role=st.sampled_from(Role),
    text=plain_or_none | st.sampled_from(("Europol", "Commission", "Member States")),
    confirmed=st.booleans(),
)


@st.composite
def actions(draw: st.DrawFn, code: str, area: str | None, notes: tuple[str, ...]) -> Action:
    several = draw(st.lists(involvements, max_size=3))
    involved = {(one.party, one.role): one for one in several}
    return draw(
        st.builds(
            Action,
            code=st.just(code),
            title=plain,
            aliases=st.sets(st.sampled_from(("7.1", "7.2", "9.3")), max_size=2).map(sorted),
            work_area=st.just(area),
            objectives=st.sets(st.sampled_from("ABC"), max_size=3).map(sorted),
            priority=st.none() | st.sampled_from(Priority) | plain,
            status=st.sampled_from(Status),
            indicators=few(indicators, 3),
            outcomes=few(plain),
            involved=st.just(tuple(involved.values())),
            terms_of_reference=plain_or_none,
            deadlines=few(times),
            references=few(document_numbers(), 1),
            funding=few(st.builds(Funding, programme=plain, state=plain_or_none), 1),
            notes=st.sets(st.sampled_from(notes), max_size=1).map(sorted) if notes else st.just(()),
            extra=few(st.builds(ExtraCell, heading=st.just("Budget"), text=plain), 1),
        )
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    marks = draw(st.sets(st.sampled_from(("¹", "²", "*", "(b)")), max_size=2).map(sorted))
    notes = [Note(id=f"n{at}", mark=mark, text=draw(plain)) for at, mark in enumerate(marks)]
    areas = draw(st.lists(plain, max_size=2).map(tuple))
    names = tuple(note.id for note in notes)
    found = [
        draw(actions(f"{at}.{place}", str(at), names))
        for at, _ in enumerate(areas, start=1)
        for place in range(1, draw(st.integers(1, 3)))
    ] or [draw(actions(f"5.{place}", None, names)) for place in range(1, draw(st.integers(2, 3)))]
    number = draw(st.none() | document_numbers())
    objectives = [
        Objective(code=code, text=draw(plain)) for code in draw(st.sets(codes_of, max_size=3))
    ]
    plan = ActionPlan(
        id=draw(st.sampled_from(("AP5", "P1997", "NEXT"))),
        title=draw(plain_or_none),
        number=draw(st.none() | st.integers(1, 9)),
        period=draw(st.none() | periods()),
        strategy=draw(st.none() | st.just("S2003")),
        document=number,
        work_areas=[WorkArea(code=str(at), title=text) for at, text in enumerate(areas, start=1)],
        actions=found,
        notes=notes,
    )
    strategy = Strategy(id="S2003", title=draw(plain_or_none), objectives=objectives)
    papers = () if number is None else (draw(covers(number)),)
    return Dossier(plans=(plan,), strategies=(strategy,), documents=papers)


codes_of = st.sampled_from(("A", "B", "1", "2"))


def covers(number: DocumentNumber) -> st.SearchStrategy[Document]:
    return st.builds(
        Document,
        reference=st.just(number),
        title=plain,
        date=st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2049, 12, 31)),
        marking=st.just("LIMITE") if number.limite else st.none() | st.just("PUBLIC"),
        origin=plain_or_none,
        addressee=plain_or_none,
        # A cover that names a document twice is read as one that names it once.
        previous=few(document_numbers()).map(lambda found: tuple(dict.fromkeys(found))),
    )


@settings(max_examples=25, deadline=None)
@given(dossiers(), st.sampled_from(COUNCIL))
def test_any_plan_of_plain_words_is_read_back(dossier: Dossier, to: str) -> None:
    assert_read_back(dossier, to, dossier.plan.id)


@pytest.mark.parametrize("to", COUNCIL)
def test_a_party_whose_words_stand_in_the_title_is_not_lost(to: str) -> None:
    one = Involvement(party="CCWP", role=Role.RESPONSIBLE, text="Map")
    boxed = Action(code="5.1", title="Map the sheds", involved=[one], terms_of_reference="Quietly.")
    plain = Action(code="5.2", title="Map the barns", involved=[one])
    for action in (boxed, plain):
        dossier = Dossier(plans=[ActionPlan(id="AP5", title="Fifth Plan", actions=[action])])
        assert_read_back(dossier, to, "AP5")
