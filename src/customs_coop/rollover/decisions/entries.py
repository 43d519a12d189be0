"""Reading the single entries of a decisions file: one table each."""

from typing import Final

from customs_coop.errors import InvalidValueError
from customs_coop.model import Code
from customs_coop.references import Reference
from customs_coop.rollover.decisions.tables import Table
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Answer,
    DraftDecision,
    MissingDecision,
    RecommendationDecision,
)
from customs_coop.rollover.decisions.words import (
    ACTION_KEYS,
    ANSWERS,
    CHOICES,
    DRAFT_KEYS,
    END_CHOICES,
    ITEM_KEYS,
    MISSING_CHOICES,
    MISSING_KEYS,
    RECOMMENDATION_KEYS,
    UNEXPLAINED,
)
from customs_coop.rollover.dispositions import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Settle,
    SplitInto,
)
from customs_coop.rollover.settling import folded

__all__ = ["read_action", "read_draft", "read_missing", "read_recommendation"]

_GO_ON: Final = ("carry", "merge", "split")
_FEWEST_PARTS: Final = 2


def read_action(table: Table) -> ActionDecision | None:
    """Read an [[action]]; None where it has no code. What is wrong in it is told."""
    table.refuse_unknown(ACTION_KEYS)
    code = table.code("code", "5.1", needed=True)
    word = table.word("decision", CHOICES)
    reason, authority = _reason(table, word)
    lines = table.key_lines()
    disposition = _disposition(table, word, reason, authority, lines)
    if code is None:
        return None
    if disposition is None:
        disposition = Carry()  # the fault is told; so that what else is wrong is found as well
    return ActionDecision(
        code=code,
        title=table.text("title"),
        disposition=disposition,
        line=table.line,
        lines=lines,
    )


def _disposition(
    table: Table,
    word: str | None,
    reason: str | None,
    authority: Reference | None,
    lines: dict[str, int],
) -> Disposition | None:
    """What an [[action]] decides; None where something in it is wrong, which is told."""
    into = _other(table, word, "5.1")
    parts = _parts(table, word)
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


def _parts(table: Table, word: str | None) -> tuple[str, ...]:
    """The titles of a split; only for a split."""
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
    first: dict[str, int] = {}
    for number, part in enumerate(parts, 1):
        before = first.setdefault(folded(part), number)
        if before != number:
            table.fault(
                "parts",
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
        word = one.word("decision", END_CHOICES)
        reason, authority = _reason(one, word)
        if isinstance(item, bool) or not isinstance(item, int | str):
            one.fault("item", f"item takes the number or the words of the {key}; write item = 1")
        elif word is not None and reason is not None:
            try:
                found.append(Settle(item, _end(word, reason, authority)))
            except InvalidValueError as cause:
                one.fault("item", f"{cause}; write item = 1")
                continue
            if (line := one.line_of("item")) is not None:
                lines[f"{key} {len(found)}"] = line
    return tuple(found)


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
            table.fault("decision", f"a reason is given, and the decision is {UNEXPLAINED}")
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


def read_draft(table: Table) -> DraftDecision | None:
    """Read a [[draft]]; what is wrong in it is told."""
    table.refuse_unknown(DRAFT_KEYS)
    title = table.text("title")
    if not title.strip() and not table.has_fault("title"):
        table.fault("title", 'title is missing; write title = "What is to be done"')
    named = table.texts("recommendations", '["8351/2/09-12"]')
    return DraftDecision(
        title=title,
        recommendations=named,
        code=table.code("code"),
        work_area=table.code("work_area"),
        responsible=tuple(one.strip() for one in table.texts("responsible", '["CCWP"]')),
        line=table.line,
        lines=table.key_lines(),
    )
