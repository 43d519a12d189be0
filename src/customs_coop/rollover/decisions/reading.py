"""From a decisions file in TOML to decisions."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeVar

from customs_coop.dates import Period
from customs_coop.errors import DecisionsError, InvalidValueError, ReferenceSyntaxError
from customs_coop.model import ActionPlan, PlanRef, Recommendation
from customs_coop.references import DocumentNumber
from customs_coop.references.base import Pattern
from customs_coop.rollover.decisions.agreement import refuse_contradictions
from customs_coop.rollover.decisions.bounds import MOST_PARTS, long_key_line
from customs_coop.rollover.decisions.checking import find_faults
from customs_coop.rollover.decisions.draft_tables import read_draft
from customs_coop.rollover.decisions.entries import (
    read_action,
    read_missing,
    read_recommendation,
    read_waiting,
)
from customs_coop.rollover.decisions.lines import lines_of
from customs_coop.rollover.decisions.syntax import syntax_fault
from customs_coop.rollover.decisions.tables import Faults, Table
from customs_coop.rollover.decisions.values import Decisions
from customs_coop.rollover.decisions.words import (
    INTO_KEYS,
    PURPOSES,
    TOP_KEYS,
    VERSION,
    deadline_words,
)
from customs_coop.rollover.windows import DeadlinePolicy

__all__ = ["parse_decisions", "read_decisions"]

T = TypeVar("T")

_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
# What a decisions file has somewhere, even one that somebody mistyped.
_OURS: Final = Pattern(
    r"^[ \t]{0,99}(?:\[{1,2}[ \t]{0,99}(?:into|action|missing|recommendation|waiting|draft)"
    r"[ \t]{0,99}[.\]]"
    r"|(?:version|plan|document|deadlines|purpose|code|decision)[ \t]{0,99}=)",
    re.MULTILINE,
)


def read_decisions(
    path: str | os.PathLike[str],
    *,
    plan: ActionPlan | None = None,
    recommendations: Iterable[Recommendation] = (),
) -> Decisions:
    """Read a decisions file that a person has edited.

    Args:
        path: Where the file lies; never a text to be read itself.
        plan: The plan that ends, to check the decisions against it at once; without it,
            `roll_over` does so.
        recommendations: What is handed in together with the decisions.

    Returns:
        The decisions: a policy for `roll_over`, which checks them against the plan.

    Raises:
        DecisionsError: The file cannot be used as it stands; every fault is listed with its line.
        OSError: The file cannot be read.
        TypeError: `path` is neither a text nor a path.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder, "decisions.toml")
        ...     _ = path.write_text('plan = "AP1"', encoding="utf-8")
        ...     read_decisions(path).plan
        'AP1'
    """
    name = os.fspath(path)
    if not isinstance(name, str):
        raise TypeError(f"a path is wanted, as text or path object, not {type(path).__name__}")
    content = Path(name).read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        if not content.startswith(_UTF_16) and not _OURS.search(content.decode("latin-1")):
            raise DecisionsError(name, (_no_file(name),)) from None
        line = content.count(b"\n", 0, cause.start) + 1
        fault = f"{name}:{line}: this is no text in UTF-8; save the file with that encoding"
        raise DecisionsError(name, (fault,)) from None
    return parse_decisions(text, source=name, plan=plan, recommendations=recommendations)


def parse_decisions(
    text: str,
    *,
    source: str = "<decisions>",
    plan: ActionPlan | None = None,
    recommendations: Iterable[Recommendation] = (),
) -> Decisions:
    """Read the text of a decisions file.

    Args:
        text: The text, in TOML.
        source: The name of the file, for the places of faults.
        plan: As of `read_decisions`.
        recommendations: As of `read_decisions`.

    Returns:
        The decisions: a policy for `roll_over`, which checks them against the plan.

    Raises:
        DecisionsError: The text cannot be used as it stands; every fault is listed with its line.

    Example:
        >>> text = '''
        ... plan = "AP1"
        ... [[action]]
        ... code = "5.2"
        ... decision = "defer"
        ... reason = "no trainers"
        ... '''
        >>> [str(code) for code in parse_decisions(text).actions]
        ['5.2']
        >>> parse_decisions(text.replace("defer", "drpo"), source="d.toml")
        Traceback (most recent call last):
        ...
        customs_coop.errors.DecisionsError: d.toml: 1 fault
          d.toml:5: there is no decision 'drpo'; did you mean "drop"?; write one of carry, ...
    """
    import tomllib  # only here: most programs never read such a file

    text = text.removeprefix("\ufeff")
    if (line := long_key_line(text)) is not None:
        fault = f"{source}:{line}: a key has {MOST_PARTS} dots or more; no key here has so many"
        fault = fault if _OURS.search(text) else _no_file(source)
        raise DecisionsError(source, (fault,))
    try:
        data = tomllib.loads(text)
    except RecursionError:
        fault = f"{source}: its brackets stand in one another too often"
        raise DecisionsError(source, (fault,)) from None
    except ValueError as cause:  # also of a number with more digits than Python reads
        fault = syntax_fault(source, text, str(cause)) if _OURS.search(text) else _no_file(source)
        raise DecisionsError(source, (fault,)) from None
    faults = Faults(source)
    top = Table(data=data, path=(), lines=lines_of(text, data), faults=faults)
    decisions = _decisions(top, source)
    if plan is not None:
        find_faults(decisions, plan, faults, recommendations=recommendations)
    if faults:
        raise DecisionsError(source, faults.listed)
    return decisions


def _no_file(source: str) -> str:
    return (
        f"{source}: this is no decisions file; --write-decisions writes one, as a text in TOML that"
        " you edit"
    )


def _decisions(top: Table, source: str) -> Decisions:
    top.refuse_unknown(TOP_KEYS)
    version = top.data.get("version", VERSION)
    if version != VERSION or isinstance(version, bool):
        top.fault("version", f"this is version {version!r:.40}; version {VERSION} can be read")
    plan = top.name("plan", "AP1")
    try:
        plan = PlanRef(plan).plan if plan else ""
    except InvalidValueError as cause:
        top.fault("plan", str(cause).partition(";")[0])
    into = top.table("into")
    into.refuse_unknown(INTO_KEYS)
    new_id = into.text("id").strip() or None
    try:
        new_id = None if new_id is None else PlanRef(new_id).plan
    except InvalidValueError as cause:
        into.fault("id", str(cause).partition(";")[0])
    word = top.word("purpose", PURPOSES) if "purpose" in top.data else None
    purpose = None if word is None else PURPOSES[word]
    deadlines = None
    if "deadlines" in top.data:
        word = top.word("deadlines", deadline_words(purpose))
        deadlines = None if word is None else DeadlinePolicy(word)
    decisions = Decisions(
        plan=plan,
        document=_document(top),
        new_document=_document(into),
        new_strategy=into.text("strategy").strip() or None,
        period=_period(into),
        new_id=new_id,
        new_title=into.text("title") if "title" in into.data else None,
        deadlines=deadlines,
        purpose=purpose,
        decided=_all(top, "action", read_action),
        explained=_all(top, "missing", read_missing),
        answered=_all(top, "recommendation", read_recommendation),
        drafts=_all(top, "draft", read_draft),
        settled=_all(top, "waiting", read_waiting),
        source=source,
        lines=_lines(top, into),
    )
    refuse_contradictions(decisions, top.faults)
    return decisions


def _lines(top: Table, into: Table) -> dict[str, int]:
    keys = ("plan", "document", "purpose", "deadlines", "into")
    found = {key: top.line_of(key) for key in keys}
    found |= {f"into {key}": into.line_of(key) for key in into.data}
    return {key: line for key, line in found.items() if line is not None}


def _all(top: Table, key: str, read: Callable[[Table], T | None]) -> tuple[T, ...]:
    return tuple([one for table in top.tables(key) if (one := read(table)) is not None])


def _document(table: Table) -> DocumentNumber | None:
    text = table.text("document").strip()
    if not text:
        return None
    try:
        return DocumentNumber.parse(text)
    except ReferenceSyntaxError:
        table.fault(
            "document",
            f"document {text!r:.80} is no number of a Council document; write it as"
            ' "11167/08", or "11167/08 LIMITE"',
        )
        return None


def _period(into: Table) -> Period | None:
    text = into.text("period").strip()
    if not text:
        return None
    try:
        return Period.parse(text)
    except InvalidValueError as cause:
        into.fault("period", f"{cause}; write it as 2007-01-01/2008-06-30")
        return None
