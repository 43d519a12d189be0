"""What our own tables print above a plan, besides the cover of a document, read back.

Such a sheet tells itself by a title that is marked as one, and by the line "Plan:" with the id or
the period in the words of our tables, behind which nothing stands but what they print there.
Nothing of this is looked for in any other document.
"""

import re

import attrs

from customs_coop.dates import Period
from customs_coop.formats.sheet import (
    NO_STRATEGY,
    NO_TITLE,
    PLAN_LABEL,
    SHEET_WORDS,
    is_period_in_words,
)
from customs_coop.formats.titles.ordinals import titled_plan
from customs_coop.formats.titles.strategies import find_strategy, named_strategy
from customs_coop.model import ActionPlan, Code, Note, Objective, Strategy
from customs_coop.model.identity import UNSEEN
from customs_coop.readers.base import Source
from customs_coop.readers.document.planning import find_period
from customs_coop.readers.text.excerpts import Account
from customs_coop.references import DocumentNumber

__all__ = ["Sheet", "is_sheet", "own_heading", "plan_of_sheet", "read_sheet"]


def _any(*names: str) -> str:
    """A pattern for a word of our tables in each language."""
    words = (getattr(one, name) for one in SHEET_WORDS.values() for name in names)
    return "|".join(map(re.escape, dict.fromkeys(words)))


_OBJECTIVES = frozenset(one.objectives for one in SHEET_WORDS.values())
_LINES = 60  # within which the line with the id stands
_PLAN = re.compile(
    rf"{PLAN_LABEL}:\s{{1,4}}(?P<id>[^\s/{UNSEEN}][^/{UNSEEN}]{{0,200}}?)(?:\s\((?P<ordinal>no\snumber|number\s(?P<number>[0-9]{{1,4}}))\))?"
)
_STRATEGY = re.compile(rf"(?:{_any('strategy')}):\s{{1,4}}(?P<value>\S.*)")
_PERIOD = re.compile(rf"(?:(?:{_any('period')}):|For the period)\s{{1,4}}(?P<value>.{{1,120}})")
_TITLE = re.compile(r"#\s{1,4}(?P<title>\S.*)")
_OBJECTIVE = re.compile(r"\((?P<code>[^()\s]{1,20})\)\s{1,4}(?P<text>\S.*)")
_NOTE = re.compile(rf"(?:{_any('note')})(?:\s(?P<mark>[^\s:]{{1,20}}))?:\s{{1,4}}(?P<text>\S.*)")
_AREA = re.compile(
    rf"(?:{_any('area', 'section')})\s"
    r"(?P<code>[^\s.]{1,20}(?:\.[^\s.]{1,20}){0,4})(?:\.\s(?P<title>\S.*))?"
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
    return _plan_line(source) is not None or _is_unnamed(source)


def _is_unnamed(source: Source) -> bool:
    """Whether a source is a table of ours whose title block tells the plan, so that no line does.

    Between the period and the table stand the strategy, the lists and headings, and nothing else.
    """
    titled = ended = False
    last = ""  # the line above the table is its heading
    for number, line in enumerate(source.lines):
        text = line.text.strip()
        if not ended:
            period = _PERIOD.fullmatch(text)
            ended = titled and period is not None and is_period_in_words(period["value"])
            titled = titled or _TITLE.fullmatch(text) is not None
            if number >= _LINES and not ended:
                return False
        elif "\t" in text:
            return True
        elif text:
            if last and not _is_of_sheet(last):
                return False
            last = text
    return False


def _is_of_sheet(text: str) -> bool:
    return (
        text in _OBJECTIVES
        or text == text.upper()
        or any(form.fullmatch(text) for form in (_STRATEGY, _OBJECTIVE, _NOTE, _AREA))
    )


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


def read_sheet(source: Source, account: Account, document: DocumentNumber | None) -> Sheet | None:
    """Read the head of one of our own tables; None where the source is none.

    Args:
        source: The source.
        account: What is used is entered here.
        document: The number of the document, which may tell the ordinal of the plan.
    """
    named = _plan_line(source)
    if named is None and not _is_unnamed(source):
        return None
    reader = _Reader(source, account, listed=named is None)
    reader.read()
    title = "" if reader.title == NO_TITLE else reader.title
    if named is not None:
        plan, number = _named_plan(named)
    elif reader.period is not None:
        plan, number = titled_plan(title, document, reader.period)
    else:
        return None
    strategy = _strategy(reader, title)
    if strategy is None and reader.objectives:
        strategy = Strategy(id=f"S-{plan}", title="")
    if strategy is not None:
        strategy = attrs.evolve(strategy, objectives=reader.objectives)
    return Sheet(
        plan=plan,
        number=number,
        title=title,
        period=reader.period,
        strategy=strategy,
        notes=tuple(reader.notes),
        end=reader.end,
    )


def _named_plan(line: re.Match[str]) -> tuple[str, int | None]:
    """The id and the ordinal, from the line that names the plan."""
    number = line["number"]
    ordinal = _ORDINAL.fullmatch(line["id"])
    if line["ordinal"] is None and ordinal is not None:
        number = ordinal["number"]
    return line["id"], int(number) if number else None


def _strategy(reader: "_Reader", title: str) -> Strategy | None:
    """The strategy of its line, else the one that the title of the plan names."""
    if not reader.strategy:
        return find_strategy(title, {}, reader.period)
    if reader.strategy == NO_STRATEGY:
        return None
    return named_strategy(reader.strategy, reader.period)


class _Reader:
    def __init__(self, source: Source, account: Account, *, listed: bool) -> None:
        self.source = source
        self.account = account
        self.title = ""
        self.period: Period | None = None
        self.strategy = ""  # the words behind its label
        self.objectives: tuple[Objective, ...] = ()
        self.notes: list[Note] = []
        self.end = 0
        self._listing = False  # the heading of the objectives was the last thing
        self._unnamed = listed  # the period is the last line that is always there
        self._named = False  # that line, or the one with the id, was there; the lists follow it

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
        if text.strip("# ") in _OBJECTIVES and self._named:
            self._listing = True
        elif _PLAN.fullmatch(text):
            self._named = True
        elif (title := _TITLE.fullmatch(text)) and not self.title:
            self.title = title["title"]
        elif period := _PERIOD.fullmatch(text):
            self.period = find_period([period["value"]])
            self._named = self._named or (self._unnamed and self.period is not None)
            return self.period is not None
        elif strategy := _STRATEGY.fullmatch(text):
            self.strategy = strategy["value"]
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
