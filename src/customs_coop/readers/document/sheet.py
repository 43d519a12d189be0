"""What our own tables print above a plan, besides the cover of a document, read back.

Such a sheet tells itself by a title that is marked as one and the line "Plan:" with the id;
nothing of this is looked for in any other document.
"""

import re

import attrs

from customs_coop.dates import Period
from customs_coop.formats.sheet import (
    NO_TITLE,
    NOTE_LABEL,
    OBJECTIVES_HEADING,
    PLAN_LABEL,
    STRATEGY_LABEL,
)
from customs_coop.model import ActionPlan, Code, Note, Objective, Strategy
from customs_coop.readers.base import Source
from customs_coop.readers.document.planning import find_period, find_strategy
from customs_coop.readers.text.excerpts import Account
from customs_coop.references import DocumentNumber

__all__ = ["Sheet", "is_sheet", "own_heading", "plan_of_sheet", "read_sheet"]

_LINES = 60  # within which the line with the id stands
_PLAN = re.compile(
    rf"{PLAN_LABEL}:\s{{1,4}}(?P<id>[^\s/].{{0,200}}?)(?:\s\((?P<ordinal>no\snumber|number\s(?P<number>[0-9]{{1,4}}))\))?"
)
_STRATEGY = re.compile(
    rf"{STRATEGY_LABEL}:\s{{1,4}}(?P<id>[^:]{{1,200}})(?::\s{{1,4}}(?P<title>.*))?"
)
_PERIOD = re.compile(r"(?:Period:|For the period)\s{1,4}(?P<value>.{1,120})")
_TITLE = re.compile(r"#\s{1,4}(?P<title>\S.*)")
_OBJECTIVE = re.compile(r"\((?P<code>[^()\s]{1,20})\)\s{1,4}(?P<text>\S.*)")
_NOTE = re.compile(rf"{NOTE_LABEL}(?:\s(?P<mark>[^\s:]{{1,20}}))?:\s{{1,4}}(?P<text>\S.*)")
_AREA = re.compile(
    r"(?:Work Area|Section)\s(?P<code>[^\s.]{1,20}(?:\.[^\s.]{1,20}){0,4})(?:\.\s(?P<title>\S.*))?"
)
_ORDINAL = re.compile(r"AP(?P<number>[1-9][0-9]{0,2})")


@attrs.frozen(kw_only=True)
class Sheet:
    """The head of one of our own tables.

    Args:
        plan: The id of the plan.
        number: Its ordinal, or None.
        title: Its title, or empty.
        period: The period, or None.
        strategy: The strategy with its objectives, or None.
        notes: The notes that belong to no row.
        end: The index of the line behind it.
    """

    plan: str
    number: int | None = None
    title: str = ""
    period: Period | None = None
    strategy: Strategy | None = None
    notes: tuple[Note, ...] = ()
    end: int = 0

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """The objectives of its strategy."""
        return self.strategy.objectives if self.strategy else ()


def is_sheet(source: Source) -> bool:
    r"""Whether a source is one of our own tables.

    Example:
        >>> is_sheet(Source("a.txt", "# Third plan\n\nPlan: AP3\n"))
        True
        >>> is_sheet(Source("a.txt", "The Plan: what it is, and what it is for"))
        False
    """
    return _plan_line(source) is not None


def _plan_line(source: Source) -> re.Match[str] | None:
    lines = source.lines[:_LINES]
    if not any(_TITLE.fullmatch(line.text.strip()) for line in lines):
        return None
    for line in lines:
        if line.text.startswith(PLAN_LABEL):
            match = _PLAN.fullmatch(line.text.strip())
            if match is not None:
                return match
    return None


def read_sheet(source: Source, account: Account) -> Sheet | None:
    """Read the head of one of our own tables; None where the source is none.

    Args:
        source: The source.
        account: What is used is entered here.
    """
    named = _plan_line(source)
    if named is None:
        return None
    reader = _Reader(source, account)
    reader.read()
    number = named["number"]
    ordinal = _ORDINAL.fullmatch(named["id"])
    if named["ordinal"] is None and ordinal is not None:
        number = ordinal["number"]
    strategy = reader.strategy
    if strategy is None and reader.objectives:
        strategy = Strategy(id=f"S-{named['id']}", title="")
    if strategy is not None:
        strategy = attrs.evolve(strategy, objectives=reader.objectives)
    return Sheet(
        plan=named["id"],
        number=int(number) if number else None,
        title="" if reader.title == NO_TITLE else reader.title,
        period=reader.period,
        strategy=strategy,
        notes=tuple(reader.notes),
        end=reader.end,
    )


class _Reader:
    def __init__(self, source: Source, account: Account) -> None:
        self.source = source
        self.account = account
        self.title = ""
        self.period: Period | None = None
        self.strategy: Strategy | None = None
        self.objectives: tuple[Objective, ...] = ()
        self.notes: list[Note] = []
        self.end = 0
        self._listing = False  # the heading of the objectives was the last thing
        self._named = False  # the line with the id was there; the lists follow it

    def read(self) -> None:
        for index, line in enumerate(self.source.lines):
            text = " ".join(line.text.split())
            if not text:
                continue
            if self._take(text):
                self.account.use_span(line.start, line.end)
                self.end = index + 1
            elif self._named or index >= _LINES:
                return

    def _take(self, text: str) -> bool:
        if self._named:
            if self._take_listed(text):
                return True
            self._listing = False
        if text.strip("# ") == OBJECTIVES_HEADING and self._named:
            self._listing = True
        elif _PLAN.fullmatch(text):
            self._named = True
        elif (title := _TITLE.fullmatch(text)) and not self.title:
            self.title = title["title"]
        elif period := _PERIOD.fullmatch(text):
            self.period = find_period([period["value"]])
            return self.period is not None
        elif strategy := _STRATEGY.fullmatch(text):
            title_of = strategy["title"] or ""
            known = find_strategy(title_of, {}, None)
            self.strategy = Strategy(
                id=strategy["id"].strip(),
                title=title_of,
                adopted=known.adopted if known else None,
            )
        else:
            return False
        return True

    def _take_listed(self, text: str) -> bool:
        """An objective below their heading, or a note."""
        objective = _OBJECTIVE.fullmatch(text) if self._listing else None
        if objective is not None:
            made = Objective(code=Code(objective["code"]), text=objective["text"])
            self.objectives = (*self.objectives, made)
            return True
        note = _NOTE.fullmatch(text)
        if note is not None:
            name = f"g{len(self.notes) + 1}"
            self.notes.append(Note(id=name, mark=note["mark"] or "", text=note["text"]))
        return note is not None


def own_heading(line: str) -> tuple[str, str] | None:
    """The code and the title of a work area in one of our own tables, however it is worded.

    Example:
        >>> own_heading("Work Area 2. the fight against fraud"), own_heading("Work Area 2")
        (('2', 'the fight against fraud'), ('2', ''))
        >>> own_heading("Work on the areas") is None
        True
    """
    match = _AREA.fullmatch(" ".join(line.split()))
    return None if match is None else (match["code"], match["title"] or "")


def plan_of_sheet(sheet: Sheet, document: DocumentNumber | None) -> ActionPlan:
    """The plan of a sheet, without its actions."""
    return ActionPlan(
        id=sheet.plan,
        title=sheet.title,
        number=sheet.number,
        period=sheet.period,
        strategy=sheet.strategy.id if sheet.strategy else None,
        document=document,
        notes=sheet.notes,
    )
