"""Reading the single entries of a decisions file: one table each."""

from collections.abc import Iterator
from typing import Final

from customs_coop.errors import InvalidValueError
from customs_coop.model import Code
from customs_coop.references import Reference
from customs_coop.rollover.decisions.parts import PartDecision
from customs_coop.rollover.decisions.tables import Table
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Answer,
    MissingDecision,
    RecommendationDecision,
    WaitingAnswer,
    WaitingDecision,
)
from customs_coop.rollover.decisions.words import (
    ACTION_KEYS,
    ANSWERS,
    CHOICES,
    ITEM_CHOICES,
    ITEM_KEYS,
    MISSING_CHOICES,
    MISSING_KEYS,
    PART_KEYS,
    RECOMMENDATION_KEYS,
    RESCHEDULE,
    UNEXPLAINED,
    WAITING_ANSWERS,
    WAITING_KEYS,
)
from customs_coop.rollover.dispositions import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Reschedule,
    Settle,
    SplitInto,
)
from customs_coop.rollover.settling import equal_titles

__all__ = ["read_action", "read_missing", "read_recommendation", "read_waiting"]

_GO_ON: Final = ("carry", "merge", "split")
_FEWEST_PARTS: Final = 2


def read_action(table: Table) -> ActionDecision | None:
    """Read an [[action]]; None where it has no code. What is wrong in it is told."""
    table.refuse_unknown(ACTION_KEYS)
    code = table.code("code", "5.1", needed=True)
    word = table.word("decision", CHOICES)
    reason, authority = _reason(table, word)
    lines = table.key_lines()
    parts = tuple(_filled_parts(table, word))
    disposition = _disposition(table, word, reason, authority, lines=lines, filled=parts)
    if code is None:
        if not table.has_fault("title"):
            table.faults.titles.add(table.text("title"))
        table.faults.codes.add(str(table.data.get("code", "")))
        return None
    if disposition is None:
        disposition = Carry()  # the fault is told; so that what else is wrong is found as well
    return ActionDecision(
        code=code,
        title=table.text("title"),
        disposition=disposition,
        parts=parts if isinstance(disposition, SplitInto) else (),
        line=table.line,
        lines=lines,
    )


def _filled_parts(table: Table, word: str | None) -> Iterator[PartDecision]:
    """The parts of a split that say more than their titles."""
    if "part" in table.data and "parts" in table.data:
        table.fault("parts", "parts and [[action.part]] say the same; take parts out")
    if "part" in table.data and word not in ("split", None):
        table.fault("part", f"[[action.part]] goes with split, and the decision is {word}")
    for one in table.tables("part"):
        one.refuse_unknown(PART_KEYS)
        yield PartDecision(
            title=one.words("title", "What is to be done"),
            indicators=one.numbers("indicators"),
            deadlines=one.numbers("deadlines"),
            terms_of_reference=one.text("terms_of_reference"),
            responsible=tuple(name.strip() for name in one.texts("responsible", '["CCWP"]')),
            work_area=one.code("work_area"),
            line=one.line,
        )


def _disposition(
    table: Table,
    word: str | None,
    reason: str | None,
    authority: Reference | None,
    *,
    lines: dict[str, int],
    filled: tuple[PartDecision, ...],
) -> Disposition | None:
    """What an [[action]] decides; None where something in it is wrong, which is told."""
    into = _other(table, word, "5.1")
    parts = _parts(table, word, filled)
    indicators = _settled(table, "indicator", lines)
    milestones = _settled(table, "deadline", lines)
    if word is None:
        return None
    if word not in _GO_ON:
        for name, settled in (("indicator", indicators), ("deadline", milestones)):
            if settled:
                message = f"with {word} the whole action ends, so no {name} is decided on its own"
                table.fault(name, message)
        return None if reason is None else _end(word, reason, authority)
    words = reason or ""
    if word == "carry":
        return Carry(words, authority, indicators=indicators, milestones=milestones)
    if word == "split" and parts:
        return SplitInto(parts, words, authority, indicators=indicators, milestones=milestones)
    if word == "merge" and into is not None:
        return MergeInto(into, words, authority, indicators=indicators, milestones=milestones)
    return None


def _other(table: Table, word: str | None, example: str) -> Code | None:
    """The action into which something is merged; only for a merger."""
    into = table.code("into")
    if into is None and word == "merge":
        if not table.has_fault("into"):
            table.fault("decision", f'merge needs the other action; write into = "{example}"')
    elif into is not None and word not in ("merge", None):
        table.fault("into", f"into goes with merge, and the decision is {word}")
    return into


def _parts(table: Table, word: str | None, filled: tuple[PartDecision, ...]) -> tuple[str, ...]:
    """The titles of a split; only for a split."""
    if "part" in table.data:
        titles = tuple([one.title for one in filled if one.title])
        if word == "split" and len(filled) < _FEWEST_PARTS:
            table.fault("part", "a split needs at least two parts; write another [[action.part]]")
        if word == "split":
            _refuse_equal(table, titles)
        return titles if len(titles) == len(filled) else ()
    parts = table.texts("parts", '["First title", "Second title"]')
    if word == "split" and not parts:
        if table.data.get("parts", []) == []:
            table.fault("decision", 'split needs titles; write parts = ["One", "Another"]')
    elif word == "split" and table.data.get("parts") == list(parts) and len(parts) < _FEWEST_PARTS:
        # a title that cannot be read is told already
        table.fault("parts", 'a split needs at least two parts; write parts = ["One", "Another"]')
    elif parts and word not in ("split", None):
        table.fault("parts", f"parts go with split, and the decision is {word}")
    if word == "split":
        _refuse_equal(table, parts)
    return parts


def _refuse_equal(table: Table, parts: tuple[str, ...]) -> None:
    for before, number in equal_titles(parts):
        line = table.lines.get((*table.path, "part", number - 1), table.line_of("parts"))
        table.faults.add(
            line,
            f"parts {before} and {number} have one title; give each its own, or a reader"
            " cannot tell them apart",
        )


def _reason(table: Table, word: str | None) -> tuple[str | None, Reference | None]:
    """The reason and the authority; without a reason where one is needed, None, which is told."""
    authority = table.authority()
    reason = table.text("reason")
    if word in ("defer", "drop", Answer.TURN_DOWN.value) and not reason.strip():
        if not table.has_fault("reason"):
            table.fault("reason", f'{word} needs a reason; write reason = "..."')
        return None, authority
    return reason, authority


def _end(word: str, reason: str, authority: Reference | None) -> Complete | Defer | Drop:
    if word == "complete":
        return Complete(reason, authority)
    return Defer(reason, authority) if word == "defer" else Drop(reason, authority)


def _settled(table: Table, key: str, lines: dict[str, int]) -> tuple[Settle, ...]:
    """The decisions on single indicators or deadlines of an action, whose lines are noted."""
    found = []
    for one in table.tables(key):
        one.refuse_unknown(ITEM_KEYS)
        item = one.data.get("item")
        word = one.word("decision", ITEM_CHOICES)
        reason, authority = _reason(one, word)
        later = _rescheduled(one, word, reason or "", authority)
        if word == RESCHEDULE and later is None:
            continue
        if isinstance(item, bool) or not isinstance(item, int | str):
            one.fault("item", f"item takes the number or the words of the {key}; write item = 1")
        elif word is not None and reason is not None:
            try:
                found.append(Settle(item, later or _end(word, reason, authority)))
            except InvalidValueError as cause:
                one.fault("item", f"{cause}; write item = 1")
                continue
            for name, where in (("item", ""), ("to", " to")):
                if (line := one.line_of(name)) is not None:
                    lines[f"{key} {len(found)}{where}"] = line
    return tuple(found)


def _rescheduled(
    table: Table, word: str | None, reason: str, authority: Reference | None
) -> Reschedule | None:
    """The new time of a single indicator or deadline; None where there is none."""
    if word != RESCHEDULE:
        for name in ("to", "deadline", "as_words"):
            if name in table.data and word is not None:
                table.fault(name, f"{name} goes with {RESCHEDULE}, and the decision is {word}")
        return None
    to = table.text("to")
    if not to.strip():
        if not table.has_fault("to"):
            table.fault("to", 'reschedule needs a new time; write to = "by June 2008"')
        return None
    number = table.data.get("deadline")
    if number is not None and (isinstance(number, bool) or not isinstance(number, int)):
        table.fault("deadline", "deadline takes the number of a deadline; write deadline = 1")
        return None
    as_words = table.data.get("as_words", False)
    if not isinstance(as_words, bool):
        table.fault("as_words", "as_words takes true or false, without quotation marks")
        return None
    try:
        return Reschedule(to, reason, authority, deadline=number, as_words=as_words)
    except InvalidValueError as cause:
        table.fault("deadline", f"{cause}; write deadline = 1")
        return None


def read_missing(table: Table) -> MissingDecision | None:
    """Read a [[missing]]; None where something in it is wrong, which is told."""
    table.refuse_unknown(MISSING_KEYS)
    code = table.code("code", "7.1", needed=True)
    word = table.word("decision", MISSING_CHOICES, UNEXPLAINED)
    reason, authority = _reason(table, word)
    into = _other(table, word, "7.2")
    disposition: Disposition | None = None
    if word == UNEXPLAINED:
        if (reason or "").strip() or authority is not None:
            table.fault(
                "decision",
                f"a reason is given, and the decision is {UNEXPLAINED}; write what became of it"
                " (complete, defer, drop or merge), or take the reason and the authority out",
            )
    elif word == "merge":
        if into is None:
            return None
        disposition = MergeInto(into, reason or "", authority)
    elif word is None or reason is None:
        return None
    else:
        disposition = _end(word, reason, authority)
    return (
        None
        if code is None
        else MissingDecision(
            code=code, disposition=disposition, line=table.line, lines=table.key_lines()
        )
    )


def read_recommendation(table: Table) -> RecommendationDecision | None:
    """Read a [[recommendation]]; None where something in it is wrong, which is told."""
    table.refuse_unknown(RECOMMENDATION_KEYS)
    name = table.name("id", "8351/2/09-12")
    word = table.word("decision", ANSWERS, Answer.OPEN.value)
    reason, authority = _reason(table, word)
    action = table.code("action")
    if word == Answer.TAKE_UP.value:
        if action is None and not table.has_fault("action"):
            table.fault("decision", 'take up needs an action; write action = "5.1"')
    elif action is not None and word is not None:
        table.fault("action", f"action goes with take up, and the decision is {word}")
    if not name or word is None or reason is None:
        return None
    answer = ANSWERS[word]
    if answer in (Answer.OPEN, Answer.TAKE_UP, Answer.DRAFT) and (
        reason.strip() or authority is not None
    ):
        key = "reason" if reason.strip() else "authority"
        table.fault(key, f"the ledger keeps no {key} for a recommendation with the decision {word}")
    return RecommendationDecision(
        recommendation=name,
        answer=answer,
        action=action,
        reason=reason,
        authority=authority,
        line=table.line,
        lines=table.key_lines(),
    )


def read_waiting(table: Table) -> WaitingDecision | None:
    """Read a [[waiting]]; None where something in it is wrong, which is told."""
    table.refuse_unknown(WAITING_KEYS)
    item = table.name("item", "AP1/5.2")
    word = table.word("decision", WAITING_ANSWERS, WaitingAnswer.WAIT.value)
    reason, authority = _reason(table, word)
    if not item or word is None or reason is None:
        return None
    answer = WAITING_ANSWERS[word]
    if answer in (WaitingAnswer.WAIT, WaitingAnswer.DRAFT) and (
        reason.strip() or authority is not None
    ):
        key = "reason" if reason.strip() else "authority"
        table.fault(key, f"the ledger keeps no {key} for what has the decision {word}")
    return WaitingDecision(
        item=item,
        answer=answer,
        reason=reason,
        authority=authority,
        line=table.line,
        lines=table.key_lines(),
    )
