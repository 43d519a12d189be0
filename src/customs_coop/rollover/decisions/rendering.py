"""Single entries of a decisions file, as lines of TOML."""

from collections.abc import Iterable, Iterator

from customs_coop.deadline import parse_deadline
from customs_coop.diagnostics.shortening import shortened
from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.model import Action, Recommendation
from customs_coop.references import Reference, parse_reference
from customs_coop.rollover.decisions.newcomers import DraftDecision
from customs_coop.rollover.decisions.parts import PartDecision
from customs_coop.rollover.decisions.quoting import comment_lines, quoted
from customs_coop.rollover.decisions.recalling import about, about_left
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    MissingDecision,
    RecommendationDecision,
    WaitingDecision,
    printable,
)
from customs_coop.rollover.decisions.words import UNEXPLAINED, choice_of
from customs_coop.rollover.dispositions import (
    Carry,
    Disposition,
    MergeInto,
    Reschedule,
    Settle,
    SplitInto,
)
from customs_coop.rollover.ledger.entries import Waiting
from customs_coop.rollover.settling import equal_titles

__all__ = [
    "action_lines",
    "draft_lines",
    "missing_lines",
    "recommendation_lines",
    "waiting_lines",
]


def action_lines(decision: ActionDecision, action: Action, before: Iterable[str]) -> Iterator[str]:
    """An [[action]], with what a person has to know of it and of the plans before."""
    yield ""
    yield "[[action]]"
    yield f"code = {quoted(decision.code.text)}"
    yield f"title = {quoted(decision.title)}"
    yield from comment_lines(about(action))
    yield from comment_lines(before)
    disposition = decision.disposition
    yield f"decision = {quoted(choice_of(disposition))}"
    if isinstance(disposition, MergeInto):
        yield f"into = {quoted(disposition.code.text)}"
    if isinstance(disposition, SplitInto):
        _refuse_equal(action, disposition)
    if isinstance(disposition, SplitInto) and not decision.parts:
        yield f"parts = [{', '.join(_titles(action, disposition))}]"
    yield from _why(disposition)
    if isinstance(disposition, Carry | MergeInto | SplitInto):
        yield from _settled("indicator", disposition.indicators)
        yield from _settled("deadline", disposition.milestones)
    for part in decision.parts:
        yield from _part(part)


def _part(part: PartDecision) -> Iterator[str]:
    yield ""
    yield "[[action.part]]"
    yield f"title = {quoted(part.title)}"
    if part.indicators:
        yield f"indicators = {list(part.indicators)}"
    if part.deadlines:
        yield f"deadlines = {list(part.deadlines)}"
    if part.terms_of_reference:
        yield f"terms_of_reference = {quoted(part.terms_of_reference)}"
    if part.responsible:
        yield f"responsible = [{', '.join(map(quoted, part.responsible))}]"
    if part.work_area is not None:
        yield f"work_area = {quoted(part.work_area.text)}"


def _refuse_equal(action: Action, disposition: SplitInto) -> None:
    titles = [part.title if isinstance(part, Action) else part for part in disposition.parts]
    for one, other in equal_titles(map(printable, titles)):
        raise InvalidValueError(
            f"{action.code} is split, and its parts {one} and {other} have one title; give each"
            " its own"
        )


def _titles(action: Action, disposition: SplitInto) -> Iterator[str]:
    for part in disposition.parts:
        if isinstance(part, Action):
            raise InvalidValueError(
                f"{action.code} is split into filled-in actions, and a decisions file holds no"
                " whole actions: its [[action.part]] say a title, and which indicators and"
                " deadlines of the old action go there; leave this decision to a function"
            )
        yield quoted(part)
    if len(disposition.parts) == 1:
        raise InvalidValueError(
            f"{action.code} is split into a single part, and in a decisions file a split needs at"
            " least two; leave this decision to a function"
        )


def _settled(key: str, settled: Iterable[Settle]) -> Iterator[str]:
    for one in settled:
        yield ""
        yield f"[[action.{key}]]"
        yield f"item = {one.item if isinstance(one.item, int) else quoted(one.item)}"
        fate = one.disposition
        yield f"decision = {quoted(choice_of(fate))}"
        if isinstance(fate, Reschedule):
            yield from _new_time(fate)
        yield from _why(fate)


def _new_time(fate: Reschedule) -> Iterator[str]:
    time = fate.to
    if parse_deadline(time.text) != time:
        raise InvalidValueError(
            f'the new time "{shortened(time.text)}" means something else than its words do, and a'
            " decisions file holds words alone; leave this decision to a function"
        )
    yield f"to = {quoted(time.text)}"
    if fate.deadline is not None:
        yield f"deadline = {fate.deadline}"
    if fate.as_words:
        yield "as_words = true"


def missing_lines(missing: MissingDecision) -> Iterator[str]:
    """A [[missing]]."""
    yield ""
    yield "[[missing]]"
    yield f"code = {quoted(missing.code.text)}"
    disposition = missing.disposition
    if disposition is None:
        yield f"decision = {quoted(UNEXPLAINED)}"
        yield from _reasons("", None)
        return
    if isinstance(disposition, Carry | SplitInto):
        raise InvalidValueError(
            f"missing {missing.code} cannot be {disposition.word}: nobody knows its words"
        )
    yield f"decision = {quoted(choice_of(disposition))}"
    if isinstance(disposition, MergeInto):
        yield f"into = {quoted(disposition.code.text)}"
    yield from _why(disposition)


def recommendation_lines(
    decision: RecommendationDecision, recommendation: Recommendation
) -> Iterator[str]:
    """A [[recommendation]], with its words."""
    yield ""
    yield "[[recommendation]]"
    yield f"id = {quoted(decision.recommendation)}"
    yield from comment_lines([recommendation.text])
    yield f"decision = {quoted(decision.answer.value)}"
    if decision.action is not None:
        yield f"action = {quoted(decision.action.text)}"
    yield from _reasons(decision.reason, decision.authority)


def waiting_lines(decision: WaitingDecision, waiting: Waiting) -> Iterator[str]:
    """A [[waiting]], with how it was left and its words."""
    yield ""
    yield "[[waiting]]"
    yield f"item = {quoted(decision.item)}"
    yield from comment_lines([about_left(waiting)])
    yield f"decision = {quoted(decision.answer.value)}"
    yield from _reasons(decision.reason, decision.authority)


def draft_lines(draft: DraftDecision) -> Iterator[str]:
    """A [[draft]]."""
    yield ""
    yield "[[draft]]"
    if draft.title or not draft.continues:
        yield f"title = {quoted(draft.title)}"
    if draft.continues:
        names = ", ".join(map(quoted, draft.continues))
        yield f"continues = [{names}]" if len(draft.continues) > 1 else f"continues = {names}"
    if draft.recommendations or not draft.continues:
        yield f"recommendations = [{', '.join(map(quoted, draft.recommendations))}]"
    if draft.code is not None:
        yield f"code = {quoted(draft.code.text)}"
    if draft.work_area is not None:
        yield f"work_area = {quoted(draft.work_area.text)}"
    yield from _content(draft)


def _content(draft: DraftDecision) -> Iterator[str]:
    """What the new action holds, besides what it comes from."""
    for key, listed in (
        ("responsible", draft.responsible),
        ("concerned", draft.concerned),
        ("objectives", [code.text for code in draft.objectives]),
        ("deadlines", draft.deadlines),
    ):
        if listed:
            yield f"{key} = [{', '.join(map(quoted, listed))}]"
    if draft.priority:
        yield f"priority = {quoted(draft.priority)}"
    if draft.terms_of_reference:
        yield f"terms_of_reference = {quoted(draft.terms_of_reference)}"
    if draft.as_words:
        yield "as_words = true"
    for one in draft.indicators:
        yield ""
        yield "[[draft.indicator]]"
        yield f"text = {quoted(one.text)}"
        if one.deadlines:
            yield f"deadlines = [{', '.join(map(quoted, one.deadlines))}]"


def _why(disposition: Disposition | Reschedule) -> Iterator[str]:
    yield from _reasons(disposition.reason, disposition.authority)


def _reasons(reason: str, authority: Reference | None) -> Iterator[str]:
    yield f"reason = {quoted(reason)}"
    yield f"authority = {quoted('' if authority is None else _cited(authority))}"


def _cited(reference: Reference) -> str:
    """All that was printed of a reference where that reads back, else its identity."""
    for text in (reference.cite(), str(reference)):
        try:
            if text == text.strip() and parse_reference(text) == reference:
                return text
        except ReferenceSyntaxError:
            continue
    raise InvalidValueError(f"the authority {reference} cannot be written so that it reads back")
