"""Rule: a decisions file says what was decided, and reads back as it was written."""

import tomllib

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.dates import Period
from customs_coop.errors import DecisionsError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    Code,
    Indicator,
    PlanRef,
    Recommendation,
    WorkArea,
)
from customs_coop.model.numbering import missing_codes
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    ActionDecision,
    Answer,
    Carry,
    Complete,
    DeadlinePolicy,
    Decisions,
    Defer,
    Disposition,
    DraftDecision,
    DraftIndicator,
    Drop,
    Entry,
    Ledger,
    MergeInto,
    MissingDecision,
    Outcome,
    PartDecision,
    RecommendationDecision,
    Reschedule,
    Settle,
    SplitInto,
    WaitingAnswer,
    WaitingDecision,
    WaitingOutcome,
    decisions_text,
    parse_decisions,
    roll_over,
)
from customs_coop.rollover.decisions.lines import lines_of
from customs_coop.rollover.decisions.values import printable
from customs_coop.rollover.settling import folded
from customs_coop.testing import document_numbers, references, texts

_TEXTS = texts() | st.text(max_size=20)
_REASONS = _TEXTS.filter(str.strip)


def _as_read(title: str) -> str:
    """A title as it comes back from a file, for comparison."""
    return folded(printable(title))


_AUTHORITIES = st.none() | references()
_ENDS = (
    st.builds(Complete, _TEXTS, _AUTHORITIES)
    | st.builds(Defer, _REASONS, _AUTHORITIES)
    | st.builds(Drop, _REASONS, _AUTHORITIES)
)
_LATER = st.builds(
    Reschedule,
    st.sampled_from(["by June 2008", "annually", "end of 2007"]),
    _TEXTS,
    _AUTHORITIES,
)
_CODES = st.sampled_from(["1.1", "1.2", "1.4", "5.1", "5.10", "2.3", "14b", 'A"\\', "7"])
_AREAS = st.sampled_from([None, "1", "5"])
_ACTIONS = st.builds(
    Action,
    code=_CODES,
    title=_TEXTS,
    work_area=_AREAS,
    status_text=_TEXTS,
    indicators=st.sampled_from([(), (Indicator(text="One"), Indicator(text="Two"))]),
)
_RECOMMENDATIONS = st.lists(
    st.builds(Recommendation, id=st.sampled_from(["R1", "8351/2/09-12", "R'3"]), text=_TEXTS),
    max_size=3,
    unique_by=lambda one: one.id,
)


@st.composite
def _plans(draw: st.DrawFn) -> ActionPlan:
    return ActionPlan(
        id="AP1",
        title=draw(_TEXTS),
        document=draw(st.none() | document_numbers()),
        work_areas=[WorkArea(code=code, title=draw(_TEXTS)) for code in ("1", "5")],
        actions=draw(st.lists(_ACTIONS, max_size=4, unique_by=lambda action: action.code.text)),
    )


@st.composite
def _going_on(draw: st.DrawFn, action: Action) -> Disposition:
    settled: list[Settle] = []
    if action.indicators:
        items = draw(st.sets(st.sampled_from([1, 2])))
        settled = [Settle(item, draw(_ENDS | _LATER)) for item in sorted(items)]
    reason, authority = draw(_TEXTS), draw(_AUTHORITIES)
    if draw(st.booleans()):
        return Carry(reason, authority, indicators=settled)
    titles = draw(st.lists(_REASONS, min_size=2, max_size=3, unique_by=_as_read))
    return SplitInto(titles, reason, authority, indicators=settled)


@st.composite
def _parts(draw: st.DrawFn, action: Action, disposition: Disposition) -> tuple[PartDecision, ...]:
    """What each part of a split gets, or nothing, for a split by titles."""
    if not isinstance(disposition, SplitInto) or draw(st.booleans()):
        return ()
    numbers = range(1, len(action.indicators) + 1)
    settled = {one.item for one in disposition.indicators}
    places = {one: draw(st.integers(0, 2)) for one in numbers if one not in settled}
    return tuple(
        [
            PartDecision(
                title=str(title),
                indicators=tuple([one for one, place in places.items() if place == part]),
                terms_of_reference=draw(_TEXTS),
                responsible=draw(st.sampled_from([(), ("CCWP",)])),
                work_area=draw(st.sampled_from([None, Code("5")])),
            )
            for part, title in enumerate(disposition.parts)
        ]
    )


@st.composite
def _answers(
    draw: st.DrawFn, recommendation: Recommendation, open_codes: list[Code]
) -> RecommendationDecision:
    name = recommendation.id
    answer = draw(st.sampled_from(Answer))
    if answer is Answer.TAKE_UP and not open_codes:
        answer = Answer.OPEN
    if answer in (Answer.OPEN, Answer.DRAFT, Answer.TAKE_UP):
        code = draw(st.sampled_from(open_codes)) if answer is Answer.TAKE_UP else None
        return RecommendationDecision(recommendation=name, answer=answer, action=code)
    return RecommendationDecision(
        recommendation=name, answer=answer, reason=draw(_REASONS), authority=draw(_AUTHORITIES)
    )


@attrs.frozen
class Case:
    plan: ActionPlan
    asked: list[Recommendation]
    decisions: Decisions
    ledger: Ledger


@st.composite
def _left(draw: st.DrawFn) -> tuple[Ledger, tuple[WaitingDecision, ...], tuple[DraftDecision, ...]]:
    """What a rollover before left, what is said to each thing, and the drafts that continue it."""
    titles = draw(st.lists(_TEXTS, max_size=3))
    codes = draw(st.lists(_CODES, min_size=3, max_size=3, unique=True))
    entries = [
        Entry(
            action=ActionRef("AP0", code),
            disposition=Defer("later"),
            title=title,
            earlier=draw(st.sampled_from([(), (Appearance(action=PlanRef("P0"), title=title),)])),
        )
        for code, title in zip(codes, titles, strict=False)
    ]
    said, drafts = [], []
    for number, entry in enumerate(entries):
        name, answer = str(entry.action), draw(st.sampled_from(WaitingAnswer))
        ends = answer in (WaitingAnswer.COMPLETE, WaitingAnswer.DROP)
        reason, authority = (draw(_REASONS), draw(_AUTHORITIES)) if ends else ("", None)
        said.append(WaitingDecision(item=name, answer=answer, reason=reason, authority=authority))
        if answer is WaitingAnswer.DRAFT and entry.title.strip() and draw(st.booleans()):
            drafts.append(DraftDecision(work_area=Code("1"), continues=(name,)))
        elif answer is WaitingAnswer.DRAFT:
            title = f"{draw(_REASONS)} again {number}"
            drafts.append(DraftDecision(title=title, work_area=Code("5"), continues=(name,)))
    ledger = Ledger(old=PlanRef("AP0"), new=PlanRef("AP1"), entries=tuple(entries))
    return ledger, tuple(said), tuple(drafts)


@st.composite
def _cases(draw: st.DrawFn) -> Case:
    plan, asked = draw(_plans()), draw(_RECOMMENDATIONS)
    made: dict[Code, Disposition] = {
        action.code: draw(_going_on(action) | _ENDS) for action in plan.actions
    }
    open_codes = [code for code, one in made.items() if isinstance(one, Carry | SplitInto)]
    for code in made:
        if code not in open_codes and open_codes and draw(st.booleans()):
            made[code] = MergeInto(draw(st.sampled_from(open_codes)), draw(_TEXTS))
    answered = [draw(_answers(one, open_codes)) for one in asked]
    to_draft = [one.recommendation for one in answered if one.answer is Answer.DRAFT]
    areas = st.sampled_from([Code("1"), Code("5")])
    drafts = [
        DraftDecision(
            title=f"{draw(_REASONS)} {number}",
            recommendations=(name,),
            work_area=draw(areas),
            responsible=draw(st.sampled_from([(), ("CCWP",)])),
            concerned=draw(st.sampled_from([(), ("COM",)])),
            priority=draw(st.sampled_from(["", "High", "when we can"])),
            objectives=draw(st.sampled_from([(), ("1", "2")])),
            terms_of_reference=draw(_TEXTS),
            deadlines=draw(st.sampled_from([(), ("by June 2008", "annually")])),
            indicators=draw(
                st.lists(
                    st.builds(DraftIndicator, text=_REASONS, deadlines=st.just(("by 2008",))),
                    max_size=2,
                )
            ),
            as_words=draw(st.booleans()),
        )
        for number, name in enumerate(to_draft)
    ]
    ledger, settled, continuing = draw(_left())
    return Case(
        plan,
        asked,
        Decisions(
            plan=plan.id,
            document=plan.document,
            period=draw(st.sampled_from([None, Period.parse("2007-01-01/2008-06-30")])),
            new_id=draw(st.sampled_from([None, "AP2"])),
            new_title=draw(st.none() | _TEXTS),
            new_document=draw(st.sampled_from([None, DocumentNumber.parse("1/10 LIMITE")])),
            new_strategy=draw(st.sampled_from([None, "S2"])),
            deadlines=draw(st.none() | st.sampled_from(DeadlinePolicy)),
            decided=tuple(
                ActionDecision(
                    code=action.code,
                    title=action.title,
                    disposition=made[action.code],
                    parts=draw(_parts(action, made[action.code])),
                )
                for action in plan.actions
            ),
            explained=tuple(
                MissingDecision(code=code, disposition=draw(st.none() | _ENDS))
                for code in missing_codes(plan)
            ),
            answered=tuple(answered),
            drafts=(*drafts, *continuing),
            settled=settled,
        ),
        ledger,
    )


@settings(max_examples=15)
@given(_cases())
def test_decisions_read_back_as_they_were_written(case: Case) -> None:
    asked, ledgers = case.asked, [case.ledger]
    text = decisions_text(case.plan, decide=case.decisions, recommendations=asked, ledgers=ledgers)
    read = parse_decisions(text, plan=case.plan, recommendations=case.asked)
    assert read == case.decisions
    assert [read(action).word for action in case.plan] == [
        one.disposition.word for one in read.decided
    ]
    assert decisions_text(case.plan, decide=read, recommendations=asked, ledgers=ledgers) == text
    lines = text.split("\n")
    found = [one.line for one in read.decided] + [one.line for one in read.explained]
    found += [one.line for one in read.answered] + [one.line for one in read.drafts]
    found += [one.line for one in read.settled]
    assert all(line is not None and lines[line - 1].startswith("[[") for line in found)


@settings(max_examples=15)
@given(_cases())
def test_a_rollover_does_what_the_file_says_and_twice_the_same(case: Case) -> None:
    decisions = attrs.evolve(case.decisions, period=None, new_id=None, deadlines=None)
    said = decisions.new_document, decisions.new_strategy
    into = ActionPlan(id="AP2", title="Next", document=said[0], strategy=said[1])
    asked, ledgers = case.asked, [case.ledger]
    rolled = roll_over(
        case.plan, into=into, decide=decisions, recommendations=asked, ledgers=ledgers
    )
    ledger = rolled.ledger
    assert ledger.balance.balanced
    assert [_outline(one.disposition) for one in ledger] == [
        _outline(decisions(one)) for one in case.plan
    ]
    for entry, answer in zip(ledger.recommendations, decisions.answered, strict=True):
        assert (entry.outcome is Outcome.OPEN) == (answer.answer is Answer.OPEN)
    codes = [action.code for action in rolled.plan]
    assert len(set(codes)) == len(codes)
    ways = {one.item: one.answer.value for one in decisions.settled}
    left = {one.waiting.item: _WAYS[one.outcome] for one in ledger.settled}
    assert left | dict.fromkeys([one.item for one in ledger.waiting], "wait") == ways
    again = roll_over(
        case.plan, into=rolled.plan, decide=decisions, recommendations=asked, ledgers=ledgers
    )
    assert (again.plan, again.ledger) == (rolled.plan, ledger)


def _outline(disposition: Disposition) -> Disposition:
    """A disposition with the titles of its parts: these bear links to what they take up."""
    if not isinstance(disposition, SplitInto):
        return disposition
    titles = [part if isinstance(part, str) else part.title for part in disposition.parts]
    return attrs.evolve(disposition, parts=titles)


_WAYS = {
    WaitingOutcome.TAKEN_UP: "draft",
    WaitingOutcome.COMPLETED: "complete",
    WaitingOutcome.DROPPED: "drop",
}
_PIECES = st.sampled_from(
    [
        *('plan = "AP1"\n', "[[action]]\n", "[into]\n", 'code = "1"\n', "decision = 'carry'\n"),
        *('a.b."c d" = { e = [1, """x\n""", { f = 2 }] }\n', "# [[x]] = '\n", "\n", "\t \r\n"),
        *("[[action.indicator]]\n", 'item = "\\"#"\n', "k = '''\n[[action]]\n''''\n", "=", '"'),
    ]
)


def _faults(text: str) -> tuple[str, ...]:
    try:
        parse_decisions(text, source="d.toml")
    except DecisionsError as error:
        return error.faults or ("none told",)
    return ()


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_no_text_makes_anything_but_decisions_or_faults_with_their_places(text: str) -> None:
    assert all(fault.startswith("d.toml:") for fault in _faults(text))
    try:
        data = tomllib.loads(text)
    except ValueError:
        return
    lines = lines_of(text, data)
    assert bool(lines) == bool(data)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())
