"""Decisions files: what they hold, what is refused, and that they decide as they say."""

import tomllib
from pathlib import Path

import attrs
import pytest

from customs_coop import CAP, KEEP, bundled_dossier
from customs_coop.errors import DecisionsError, InvalidValueError, RolloverError
from customs_coop.model import (
    Action,
    ActionPlan,
    Code,
    Indicator,
    LinkKind,
    Recommendation,
    RecommendationRef,
    WorkArea,
)
from customs_coop.references import DocumentNumber, parse_reference
from customs_coop.rollover import (
    SHIFT,
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    ItemOutcome,
    MergeInto,
    Outcome,
    Settle,
    SplitInto,
    carry_open_actions,
    check_decisions,
    decisions_text,
    next_plan,
    parse_decisions,
    read_decisions,
    revise,
    roll_over,
    write_decisions,
)
from customs_coop.rollover.decisions.lines import lines_of

REPORT = DocumentNumber.parse("11801/4/10 REV 4")
ASKED = (
    Recommendation(id="R1", text="Train together", number="1", document=REPORT),
    Recommendation(id="R2", text="Share the costs", number="2", document=REPORT),
    Recommendation(id="R3", text="Write a guide"),
)
PLAN = ActionPlan(
    id="AP1",
    title="First Action Plan",
    number=1,
    period="2004-01-01/2006-12-31",
    document=DocumentNumber.parse("14680/05"),
    work_areas=[WorkArea(code="5", title="Training"), WorkArea(code="6", title="Controls")],
    actions=[
        Action(code="5.1", title="Train officers", work_area="5", indicators=[
            Indicator(text="Course held"), Indicator(text="Guide written"),
        ]),
        Action(code="5.2", title="Train dogs", work_area="5"),
        Action(code="6.2", title="Buy scanners", work_area="6", aliases=["6.3"]),
    ],
)  # fmt: skip
DRAFT = next_plan(PLAN, period="2007-01-01/2008-06-30")

HEAD = """\
plan = "AP1"

[[action]]
code = "5.1"
decision = "carry"

[[action]]
code = "5.2"
decision = "carry"

[[action]]
code = "6.2"
decision = "carry"
"""


def decided(change: str = "", text: str = HEAD) -> str:
    """The file with something behind it."""
    return f"{text}\n{change}"


def faults_of(text: str, *, asked: tuple[Recommendation, ...] = ()) -> tuple[str, ...]:
    with pytest.raises(DecisionsError) as caught:
        parse_decisions(text, source="d.toml", plan=PLAN, recommendations=asked)
    return caught.value.faults


# What is put in the place of what, and the fault that it makes, with its line.
BROKEN = [
    ('decision = "carry"', 'decision = "dorp"', "5: there is no decision 'dorp'; did you mean"),
    ('decision = "carry"', 'decision = "drop"', "3: drop needs a reason"),
    ('decision = "carry"', 'decision = "defer"\nreason = " "', "6: defer needs a reason"),
    ('decision = "carry"', 'reason = "x"', "3: decision is missing; write one of carry"),
    ('decision = "carry"', "decision = 1", "5: decision takes a text in quotation marks, not 1"),
    ('"5.1"', "5.10", "4: code takes a text in quotation marks, not 5.1; without them 5.10 an"),
    ('decision = "carry"', 'decison = "carry"', "5: there is no key 'decison' here; did you mea"),
    ('decision = "carry"', 'decision = "merge"', "5: merge needs the other action; write into ="),
    ('decision = "carry"', 'decision = "merge"\ninto = "5.1"', "6: 5.1 goes into 5.1, which is it"),
    ('decision = "carry"', 'decision = "merge"\ninto = "9"', "6: 5.1 goes into 9, which the plan"),
    ('decision = "carry"', 'decision = "carry"\ninto = "5.2"', "6: into goes with merge, and the"),
    ('decision = "carry"', 'decision = "split"', "5: split needs titles; write parts ="),
    ('decision = "carry"', 'decision = "split"\nparts = "One"', "6: parts takes a list, such as"),
    ('decision = "carry"', 'decision = "split"\nparts = [\n"One",\n" "]', "8: parts takes texts i"),
    (
        'decision = "carry"',
        'decision = "split"\nparts = ["Do it", "do  it"]',
        "6: parts 1 and 2 have one title; give each its own",
    ),
    (
        'decision = "carry"',
        'decision = "complete"\n[[action]]\ncode = "5.2"\ndecision = "merge"\ninto = "5.1"',
        '9: 5.2 goes into 5.1, and the decision on 5.1 is "complete"; let 5.1 go on, or name',
    ),
    (
        'decision = "carry"',
        ('decision = "carry"\nindicator = [{item = 1, decision = "complete"},'
         '\n{item = "course held", decision = "complete"}]'),
        "7: 5.1: indicator 1 is settled twice; take one",
    ),
    ('decision = "carry"', 'decision = "carry"\nparts = ["x"]', "6: parts go with split"),
    ('decision = "carry"', 'decision = "carry"\nauthority = "Helga"', "6: authority 'Helga' is no"),
    ("[[action]]", "[action]", "3: write two brackets on each side, not [action]"),
    ('code = "5.1"', 'code = "5.1', "4: column 12: Illegal character '\\n'; is a quotation"),
    ('code = "5.1"', "code = “5.1”", "4: column 8: Invalid value; write straight quotation"),
    ('code = "5.1"', 'code = "5.1"\ncode = "5.1"', "5: column 13: Cannot overwrite a value; this"),
    ('plan = "AP1"', 'plan = "AP5"', "1: the decisions are on AP5, and the plan is AP1"),
    ('plan = "AP1"', "", " plan is missing; write plan"),
    ('plan = "AP1"', 'plan = "A/1"', '1: a plan id holds no "/"'),
    (
        'plan = "AP1"',
        'plan = "AP1"\ninto.id = "\\u202eAP2\\n"',
        "2: a plan id holds no line break and no character that steers what is shown",
    ),
    ('plan = "AP1"', 'plan = "AP1\\nAP2"', "1: a plan id holds no line break"),
    ('plan = "AP1"', 'plan = "AP1"\nversion = 2', "2: this is version 2; version 1 can be read"),
    ('plan = "AP1"', 'plan = "AP1"\ndocument = "soon"', "2: document 'soon' is no number"),
    ('plan = "AP1"', 'plan = "AP1"\ndeadlines = "move"', "2: deadlines cannot be 'move'; write"),
    ('plan = "AP1"', 'plan = "AP1"\npurpose = "review"', "2: there is no purpose 'review'"),
    ('plan = "AP1"', 'plan = "AP1"\ninto = "2007"', "2: into is a table; write [into]"),
    ('plan = "AP1"', 'plan = "AP1"\ninto.period = "2007/08"', "2: "),
    ('plan = "AP1"', 'plan = "AP1"\nactoin = 1', "2: there is no key 'actoin' here; did you mean"),
    ('plan = "AP1"', 'plan = "AP1"\ndraft = 1', "2: draft is a list of tables; write [[draft]]"),
    ('plan = "AP1"', 'plan = "AP1"\ndraft = [1]', "2: draft takes tables, as [[draft]], not 1"),
    ('code = "5.1"', 'code = "5.11"', '4: AP1 has no action 5.11; did you mean "5.1"?'),
    ('code = "6.2"', 'code = "6.3"', "12: AP1 prints 6.3 as 6.2; decide on that code"),
    ('code = "5.2"', 'code = "5.1"', "7: AP1 has no second action 5.1"),
    ('[[action]]\ncode = "6.2"\ndecision = "carry"\n', "", " nothing is decided on AP1/6.2 (Buy s"),
]  # fmt: skip
# What stands at the end of the file, which has 14 lines before it.
APPENDED = [
    ('[[action]]\ncode = "5.1"\ndecision = "complete"', "15: 5.1 is decided twice, first in line"),
    ('[[action.indicator]]\nitem = 3\ndecision = "complete"', "16: 6.2 has no indicator 3; it has"),
    ('[[action.indicator]]\nitem = true\ndecision = "complete"', "16: item takes the number or th"),
    ('[[action.indicator]]\nitem = 0\ndecision = "complete"', "16: items are counted from 1, so t"),
    ('[[action.indicator]]\nitem = 1\ndecision = "carry"', "17: there is no decision 'carry'; wri"),
    ('[[action.deadline]]\nitem = 1\ndecision = "drop"', "15: drop needs a reason"),
    ('[[missing]]\ncode = "5.2"', "15: 5.2 is not missing; AP1 has it"),
    ('[[missing]]\ncode = "6.7"', "15: AP1 does not miss 6.7; missing are 6.1"),
    ('[[missing]]\ncode = "6.1"\ndecision = "carry"', "17: there is no decision 'carry'"),
    ('[[missing]]\ncode = "6.1"\ndecision = "merge"\ninto = "7"', "18: missing 6.1 goes into 7, w"),
    ('[[missing]]\ncode = "6.1"\nreason = "gone"', "15: a reason is given, and the decision is un"),
    ('[[missing]]\ncode = "6.1"\n[[missing]]\ncode = "6.1"', "17: missing 6.1 stands twice, first"),
    ('[[recommendation]]\nid = "R11"', '15: no recommendation R11 is handed in; did you mean "R1"'),
    ('[[recommendation]]\nid = "Q"', "15: no recommendation Q is handed in; hand in the file"),
    ('[[recommendation]]\nid = "R1"\ndecision = "take up"', "17: take up needs an action; write a"),
    ('[[recommendation]]\nid = "R1"\naction = "5.1"', "17: action goes with take up, and the deci"),
    (
        '[[recommendation]]\nid = "R1"\ndecision = "take up"\naction = "5.9"',
        "18: recommendation R1 is to be taken up by 5.9, which the plan does not have; did you",
    ),
    ('[[recommendation]]\nid = "R1"\ndecision = "turn down"', "15: turn down needs a reason"),
    ('[[recommendation]]\nid = "R1"\nreason = "x"', "17: the ledger keeps no reason for a recomm"),
    ('[[recommendation]]\nid = "R1"\ndecision = "draft"', "15: no [[draft]] takes up recommendati"),
    ('[[recommendation]]\nid = "R1"\n[[recommendation]]\nid = "R1"', "17: recommendation R1 stand"),
    ('[[draft]]\ntitle = "New"', '15: the draft "New" needs a work_area (5, 6) or a code'),
    ('[[draft]]\ntitle = "New"\nwork_area = "55"', '17: AP1 has no work area 55; did you mean "5"'),
    ('[[draft]]\ncode = "5.7"', "15: title is missing; write title ="),
    (
        '[[draft]]\ntitle = "A"\ncode = "1"\n[[draft]]\ntitle = "B"\ncode = "1"',
        "20: two drafts have the code 1",
    ),
    ('[[draft]]\ntitle = "New"\ncode = "nine"', '17: code = "nine" has no figure; write a code'),
    (
        '[[action.indicator]]\nitem = "1"\ndecision = "complete"',
        "16: 6.2 has no indicator '1'; it has none; write the number without quotation marks",
    ),
    (
        '[[draft]]\ntitle = "New"\ncode = "1"\nrecommendations = ["R9"]',
        "15: no recommendation R9 is handed in",
    ),
    (
        '[[draft]]\ntitle = "N"\ncode = "1"\nrecommendations = ["R1"]\n[[recommendation]]\nid="R1"',
        "15: a draft takes up recommendation R1, and the decision on that is open; write",
    ),
]  # fmt: skip


def test_every_fault_is_told_at_its_line() -> None:
    told = []
    for there, instead, message in BROKEN:
        assert HEAD.count(there) >= 1, there
        faults = faults_of(HEAD.replace(there, instead, 1), asked=ASKED)
        if not any(fault.startswith(f"d.toml:{message}") for fault in faults):
            told.append((instead, faults))
    for behind, message in APPENDED:
        faults = faults_of(decided(behind), asked=ASKED)
        if not any(fault.startswith(f"d.toml:{message}") for fault in faults):
            told.append((behind, faults))
    assert told == []


def test_all_faults_are_told_at_once_in_the_order_of_the_lines() -> None:
    text = HEAD.replace('decision = "carry"', 'decision = "?"').replace('"6.2"', '"6.1"')
    assert [fault.split(": ")[0] for fault in faults_of(text)] == [
        *("d.toml:5", "d.toml:9", "d.toml:12", "d.toml:13")
    ]


def test_a_text_that_is_no_toml_is_refused_with_its_place() -> None:
    for text in ("x = [" * 100_000, "x = " + "9" * 5000, "[[action]]\ncode = [1,\n", "x"):
        with pytest.raises(DecisionsError, match=r"^d\.toml: 1 fault\n  d\.toml:"):
            parse_decisions(text, source="d.toml")


def test_where_a_line_is_not_certain_none_is_told() -> None:
    assert lines_of("a = 1\n", {"a": 1}) == {("a",): 1}
    for text in ("b = 1\n", "a.b = 1\n", "a = [1]\n", 'a = "', "a = '''", "[a", "a = {", "="):
        assert lines_of(text, {"a": 1}) == {}


def test_a_file_from_any_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_bytes(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())
    assert read_decisions(path) == parse_decisions(HEAD)
    path.write_bytes('plan = "AP1"\n# Große\n'.encode("cp1252"))
    with pytest.raises(DecisionsError, match=r"d\.toml:2: this is no text in UTF-8"):
        read_decisions(path)
    with pytest.raises(TypeError):
        read_decisions(b"d.toml")  # type: ignore[arg-type]  # that is the point
    with pytest.raises(FileNotFoundError):
        read_decisions(tmp_path / "none.toml")
    path.write_text('plan = "AP1"\n', encoding="utf-16")
    with pytest.raises(DecisionsError, match=r"d\.toml:1: this is no text in UTF-8"):
        read_decisions(path)


def test_another_file_is_told_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    for content in (
        b'{\n "plan": "AP1"\n}',
        b"PK\x03\x04\x00\xff",
        "No. 1 – Größe\n".encode("cp1252"),
    ):
        path.write_bytes(content)
        with pytest.raises(DecisionsError, match=r"plan\.json: this is no decisions file"):
            read_decisions(path)


def test_a_file_for_a_revision_has_its_words() -> None:
    text = decisions_text(PLAN, purpose="revision", deadlines=CAP)
    assert "goes on in the new plan" not in text
    assert "later plan" not in text
    assert 'deadlines = "cap"  # one of keep, cap\n' in text
    decisions = parse_decisions(text, source="d.toml")
    assert decisions.purpose == "revision"
    assert revise(PLAN, decide=decisions).plan.actions == revise(PLAN, deadlines=CAP).plan.actions
    assert decisions_text(PLAN, decide=decisions) == text
    with pytest.raises(DecisionsError, match=r'd\.toml:[0-9]+: deadlines = "cap" here, and "k'):
        revise(PLAN, decide=decisions, deadlines=KEEP)
    with pytest.raises(DecisionsError, match=r"d\.toml:[0-9]+: deadlines cannot be 'shift'; wr"):
        parse_decisions(text.replace('"cap"', '"shift"'), source="d.toml")


def test_a_file_is_used_for_what_it_was_made() -> None:
    revision = parse_decisions(decisions_text(PLAN, purpose="revision"), source="d.toml")
    with pytest.raises(DecisionsError, match=r'd\.toml:[0-9]+: purpose = "revision" here'):
        roll_over(PLAN, into=DRAFT, decide=revision)
    rollover = parse_decisions(decisions_text(PLAN, purpose="rollover"), source="d.toml")
    assert roll_over(PLAN, into=DRAFT, decide=rollover).ledger.balance.balanced
    with pytest.raises(DecisionsError, match=r'd\.toml:[0-9]+: purpose = "rollover" here'):
        revise(PLAN, decide=rollover)
    text = decisions_text(PLAN, into=DRAFT, deadlines=SHIFT)
    draft = '[[draft]]\ntitle = "New"\ncode = "7.1"\n'
    with pytest.raises(DecisionsError) as caught:
        revise(PLAN, decide=parse_decisions(text + draft, source="d.toml"))
    assert [fault.partition(": ")[2][:20] for fault in caught.value.faults] == [
        'deadlines = "shift" ',
        "[into] names a new p",
        "a [[draft]] makes a ",
    ]
    assert all(fault.startswith("d.toml:") for fault in caught.value.faults)


MADE: dict[str, Disposition] = {
    "5.1": Carry(
        "needed",
        parse_reference("14680/05"),
        indicators=[Settle(2, Drop("no money")), Settle("Course held", Complete("held"))],
    ),
    "5.2": MergeInto("5.1", reason='one "course" will do\nfor both'),
    "6.2": SplitInto(["Buy small scanners", "Buy large ones"]),
}


def test_decisions_read_back_as_they_were_written(tmp_path: Path) -> None:
    text = decisions_text(
        PLAN,
        into=DRAFT,
        decide=lambda action: MADE[str(action.code)],
        recommendations=ASKED,
        deadlines=CAP,
        missing={"6.1": Defer("later", parse_reference("12345/06"))},
    )
    path = write_decisions(text, tmp_path / "d.toml")
    decisions = read_decisions(path, plan=PLAN, recommendations=ASKED)
    assert [decisions(action) for action in PLAN] == list(MADE.values())
    assert decisions.actions == MADE
    assert decisions.missing == {Code("6.1"): Defer("later", parse_reference("12345/06"))}
    assert decisions.recommendations == {}
    assert decisions.deadlines is CAP
    assert decisions.next_plan(PLAN) == DRAFT
    again = decisions_text(PLAN, decide=decisions, recommendations=ASKED)
    assert again == text == path.read_text(encoding="utf-8")
    assert list(check_decisions(decisions, PLAN, recommendations=ASKED)) == []
    with pytest.raises(FileExistsError):
        write_decisions(text, path)
    with pytest.raises(TypeError, match="decisions_text makes one"):
        write_decisions(PLAN, tmp_path / "e.toml")  # type: ignore[arg-type]  # a wrong call


def test_a_file_that_was_written_needs_no_editing() -> None:
    plan = bundled_dossier().plan_by_id("AP1")
    draft = next_plan(plan, period="2007-01-01/2008-06-30")
    decisions = parse_decisions(decisions_text(plan, into=draft, deadlines=KEEP))
    rolled = roll_over(plan, into=decisions.next_plan(plan), decide=decisions)
    assert rolled == roll_over(plan, into=draft, decide=carry_open_actions)
    assert rolled.ledger.balance.balanced


def test_texts_cannot_break_the_file() -> None:
    hostile = 'A"""\r\n[[action]]\x00\x1b[2J\u202e\u2028\ud800 = \\'
    plan = attrs.evolve(
        PLAN,
        title=hostile,
        actions=[
            attrs.evolve(
                PLAN.actions[0],
                title=hostile,
                status_text=hostile,
                indicators=[Indicator(text=hostile * 100)],
            )
        ],
    )
    text = decisions_text(plan, decide=lambda action: Drop(action.title))
    assert len(tomllib.loads(text)["action"]) == 1
    assert not set(text) & set("\r\x00\x1b\u202e\u2028\ud800")
    decisions = parse_decisions(text, plan=plan)
    assert decisions(plan.actions[0]) == Drop(hostile.replace("\ud800", "\ufffd"))
    assert list(check_decisions(decisions, plan)) == []


def test_what_a_file_cannot_hold_is_not_written() -> None:
    with pytest.raises(InvalidValueError, match=r"its \[\[action\.part\]\] say a title, and which"):
        decisions_text(PLAN, decide=lambda action: SplitInto([action]))
    with pytest.raises(InvalidValueError, match="needs at least two"):
        decisions_text(PLAN, decide=lambda _: SplitInto(["Another title"]))
    with pytest.raises(InvalidValueError, match="its parts 1 and 3 have one title"):
        decisions_text(PLAN, decide=lambda _: SplitInto(["X", "Y", "x "]))
    with pytest.raises(InvalidValueError, match="no SHIFT"):
        decisions_text(PLAN, purpose="revision", deadlines=SHIFT)
    with pytest.raises(InvalidValueError, match="no new plan"):
        decisions_text(PLAN, purpose="revision", into=DRAFT)
    with pytest.raises(InvalidValueError, match="not 'review'"):
        decisions_text(PLAN, purpose="review")  # type: ignore[arg-type]  # what is tested
    with pytest.raises(InvalidValueError, match=r"missing 6\.1 cannot be carried"):
        decisions_text(PLAN, missing={"6.1": Carry()})


def test_a_revised_plan_is_noticed() -> None:
    decisions = parse_decisions(decisions_text(PLAN), source="d.toml")
    revised = attrs.evolve(
        PLAN,
        document=DocumentNumber.parse("14680/1/05 REV 1"),
        actions=[attrs.evolve(PLAN.actions[0], title="Train officials"), *PLAN.actions[1:]],
    )
    report = roll_over(revised, into=DRAFT, decide=decisions).report
    told = {one.code: one.message for one in report if one.code in ("CC621", "CC622")}
    assert told["CC621"].endswith('decides on "Train officers", and the title is "Train officials"')
    assert told["CC622"] == "d.toml was written for 14680/05, and the plan is 14680/1/05 REV 1"


def test_actions_of_one_code_are_told_apart_by_their_titles() -> None:
    plan = attrs.evolve(
        PLAN, actions=[Action(code="1", title="One"), Action(code="1", title="Other")]
    )
    made: dict[str, Disposition] = {"One": Complete(), "Other": Drop("no money")}
    text = decisions_text(plan, decide=lambda action: made[action.title])
    decisions = parse_decisions(text, plan=plan)
    assert [decisions(action) for action in plan] == list(made.values())
    with pytest.raises(RolloverError, match='none is "Third"'):
        decisions(Action(code="1", title="Third"))
    with pytest.raises(RolloverError, match="decides nothing on action 2"):
        decisions(Action(code="2", title=""))
    renamed = attrs.evolve(
        plan, actions=[plan.actions[0], attrs.evolve(plan.actions[1], title="Third")]
    )
    with pytest.raises(DecisionsError, match='no title is "Third"; by it they are told apart'):
        check_decisions(decisions, renamed)


def test_the_rollover_has_to_be_that_of_the_file() -> None:
    text = decisions_text(PLAN, into=DRAFT, deadlines=CAP)
    decisions = parse_decisions(text, source="d.toml")
    other = next_plan(PLAN, period="2007-01-01/2007-12-31", id="NEXT")
    with pytest.raises(DecisionsError) as caught:
        roll_over(PLAN, into=other, decide=decisions)
    line = text[: text.index("[into]")].count("\n") + 1
    same = "make them the same"
    assert caught.value.faults == (
        f'd.toml:{line - 2}: deadlines = "cap" here, and "keep" is asked for; {same}',
        f"d.toml:{line + 1}: the decisions are for {DRAFT.period}, and NEXT has {other.period}; "
        + same,
        f"d.toml:{line + 2}: the decisions are for AP2, and the new plan is called NEXT; {same}",
    )
    with pytest.raises(DecisionsError, match=rf"d\.toml:{line + 2}: AP1 is the old plan; give the"):
        parse_decisions(text.replace('"AP2"', '"AP1"'), source="d.toml", plan=PLAN)
    with pytest.raises(RolloverError, match="does not tell the period"):
        parse_decisions(HEAD).next_plan(PLAN)


def test_what_is_odd_in_new_actions_is_told_with_its_line() -> None:
    draft = '[[draft]]\ntitle = "New"\ncode = "6.9"\nwork_area = "5"\n'
    odd = '[[draft]]\ntitle = "Newer"\ncode = "5.1"\nresponsible = ["CCWP", "the customs people"]\n'
    report = roll_over(
        PLAN, into=DRAFT, decide=parse_decisions(decided(draft + odd), source="d.toml")
    ).report
    assert [str(one.message) for one in report if one.code > "CC639"] == [
        'd.toml:17 has the code 6.9 for "New" in work area 5',
        (
            "d.toml:21 gives the code 5.1 to a new action, so AP1/5.1 (Train officers) goes on"
            " under another one"
        ),
        "d.toml:22 names 'the customs people', and nobody is known by that name",
    ]
    assert [one.code for one in report if one.code > "CC639"] == ["CC640", "CC641", "CC642"]
    fine = '[[draft]]\ntitle = "New"\ncode = "5.7"\nwork_area = "5"\nresponsible = ["Europol"]\n'
    decisions = parse_decisions(decided(fine))
    assert list(check_decisions(decisions, PLAN)) == []


def test_a_file_recalls_the_plans_before() -> None:
    put_off = parse_decisions(
        HEAD.replace('"5.2"\ndecision = "carry"', '"5.2"\ndecision = "defer"\nreason = "later"')
    )
    first = roll_over(PLAN, into=DRAFT, decide=put_off)
    alone = decisions_text(first.plan)
    assert "# carried once before; first AP1/5.1\n" in alone
    text = decisions_text(first.plan, earlier=[PLAN], ledgers=[first.ledger])
    assert text.startswith(alone)
    assert [line for line in text.splitlines() if " when AP1 became" in line] == [
        "# deferred when AP1 became AP2, later: Train dogs",
        "# unexplained when AP1 became AP2",
    ]
    read = parse_decisions(text)
    assert [one.item for one in read.settled] == ["AP1/5.2", "AP1/6.1"]
    assert attrs.evolve(read, settled=()) == parse_decisions(alone)


RECOMMENDED = """\
[[missing]]
code = "6.1"
decision = "drop"
reason = "given up"

[[recommendation]]
id = "R1"
decision = "draft"

[[recommendation]]
id = "R2"
decision = "take up"
action = "6.3"

[[recommendation]]
id = "R3"
decision = "turn down"
reason = "there is one"
authority = "12345/06"

[[draft]]
title = "Train all together"
work_area = "5"
responsible = ["CCWP"]
recommendations = ["R1"]

[[draft]]
title = "Look ahead"
code = "6.7"
work_area = "6"
"""


def test_what_a_file_says_on_recommendations_is_done_and_accounted_for() -> None:
    decisions = parse_decisions(decided(RECOMMENDED), plan=PLAN, recommendations=ASKED)
    rolled = roll_over(PLAN, into=DRAFT, decide=decisions, recommendations=ASKED)
    assert [(str(one.code), one.title) for one in rolled.plan] == [
        ("5.1", "Train officers"),
        ("5.2", "Train dogs"),
        ("5.3", "Train all together"),
        ("6.1", "Buy scanners"),
        ("6.7", "Look ahead"),
    ]
    new = rolled.plan["5.3"]
    assert new.terms_of_reference == "Recommendation 1 of 11801/4/10 REV 4: Train together"
    assert new.references == (REPORT,)
    assert [one.party for one in new.responsible] == ["CCWP"]
    assert [link.kind for link in new.links] == [LinkKind.TAKES_UP]
    taking_up = rolled.plan["6.1"].links[0]
    assert (taking_up.kind, taking_up.target) == (LinkKind.TAKES_UP, RecommendationRef("R2"))
    assert rolled.plan["6.1"].references == (REPORT,)
    outcomes = [(str(one.recommendation), one.outcome) for one in rolled.ledger.recommendations]
    assert outcomes == [
        ("R1", Outcome.TAKEN_UP),
        ("R2", Outcome.TAKEN_UP),
        ("R3", Outcome.TURNED_DOWN),
    ]
    assert rolled.ledger.unexplained == ()
    assert rolled.ledger.balance.balanced


def test_the_same_file_twice_gives_the_same_plan() -> None:
    decisions = parse_decisions(decided(RECOMMENDED))
    rolled = roll_over(PLAN, into=DRAFT, decide=decisions, recommendations=ASKED)
    again = roll_over(PLAN, into=rolled.plan, decide=decisions, recommendations=ASKED)
    assert (again.plan, again.ledger) == (rolled.plan, rolled.ledger)
    # A draft that goes on with the action already gets the link, too.
    bare = attrs.evolve(
        rolled.plan,
        actions=[
            attrs.evolve(one, links=one.links[1:]) if one.code == "6.1" else one
            for one in rolled.plan
        ],
    )
    linked = roll_over(PLAN, into=bare, decide=decisions, recommendations=ASKED)
    assert linked.ledger.recommendations[1].outcome is Outcome.TAKEN_UP


def test_a_code_of_the_new_plan_is_not_given_twice() -> None:
    decisions = parse_decisions(decided(RECOMMENDED), source="d.toml")
    into = attrs.evolve(DRAFT, actions=[Action(code="6.7", title="Something else")])
    with pytest.raises(DecisionsError, match=r"another action 6\.7 \(Something else\)"):
        roll_over(PLAN, into=into, decide=decisions, recommendations=ASKED)


def test_single_indicators_are_settled_as_the_file_says() -> None:
    text = HEAD.replace(
        'decision = "carry"\n',
        'decision = "carry"\n[[action.indicator]]\nitem = 2\ndecision = "drop"\nreason = "no"\n',
        1,
    )
    rolled = roll_over(PLAN, into=DRAFT, decide=parse_decisions(text))
    assert [one.outcome for one in rolled.ledger.entries[0].indicators] == [
        ItemOutcome.CARRIED,
        ItemOutcome.DROPPED,
    ]


def test_the_lines_are_right_however_the_file_is_written() -> None:
    text = """\
'plan' = '''
AP1 # = [[action]]'''
action = [  # "[x" {
  { "code" = "5.1", 'decision' = "x" }, { code = "5.2", decision = '''x''' },
  # [[action]]
  { code = QQQ5.3\\
  QQQ, decision = "y", parts = [1979-05-27 07:32:00Z, [[
  ]]] },
]
into . "id" = "/"

version = 1.5
""".replace("QQQ", '"""')
    with pytest.raises(DecisionsError) as caught:
        parse_decisions(text, source="d.toml")
    assert [fault.split(" ")[0].removeprefix("d.toml:") for fault in caught.value.faults] == [
        *("4:", "4:", "7:", "7:", "7:", "10:", "12:")
    ]
