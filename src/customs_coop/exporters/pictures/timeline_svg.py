"""The plans in time as a drawing: windows, rows of actions, deadlines with their imprecision."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.exporters.base import plan_of
from customs_coop.exporters.pictures.lettering import fitted, room_for, wrapped
from customs_coop.exporters.pictures.palette import INK, PAPER, QUIET, paint_of
from customs_coop.exporters.pictures.public import public_plan
from customs_coop.exporters.pictures.svg import drawing, group, label, rectangle, stroke
from customs_coop.exporters.pictures.things import counted
from customs_coop.exporters.pictures.timeline_axis import HEIGHT, Axis
from customs_coop.exporters.pictures.timeline_legend import legend
from customs_coop.exporters.pictures.timeline_marks import drawn_mark
from customs_coop.exporters.pictures.timeline_rows import (
    Mark,
    MarkKind,
    Row,
    Section,
    sections_of,
    span_of,
)
from customs_coop.model import Dossier

__all__ = ["TimelineSvg"]

_MARGIN: Final = 16.0
_TITLES: Final = 262.0
_STATES: Final = 92.0
_WORDS: Final = 150.0
_ROW: Final = 13.0
_TYPE: Final = 10.5
_SMALL: Final = 9.5
_TOP: Final = 58.0
_FOOT: Final = 46.0
# A sheet of A4 on its side, in the pixels of CSS; a longer drawing is made wider as well, so
# that it fills the sheet.
_PAGE: Final = 1122.0
_SHAPE: Final = 297 / 210
# Wider than that, and type on one sheet would be too small to read: it takes several sheets.
_WIDEST: Final = 1600.0
_TITLE_PITCH: Final = 20.0
_ABOUT_PITCH: Final = 13.0
# Whoever reads the last of so many rows sees no axis above them.
_LONG: Final = 80
_HEAD: Final = "#1e3a5f"


def _as_day(value: dt.date | str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


@attrs.frozen(kw_only=True)
class TimelineSvg:
    """The plans in time as one SVG drawing that prints on a sheet of A4 on its side.

    A row is an action, under its work area. A diamond is an exact day, and a bar that fades
    before it says that it may be done earlier; a bar runs from the earliest to the latest day;
    ticks are the rounds of what recurs. What rests on a convention is hollow or dashed. The
    words as printed stand at the right. Along the axis stand the Presidencies.

    Args:
        plan: The id of one plan; None takes all plans of the dossier.
        on: A day that is marked on the axis, such as the day of a meeting.
    """

    suffix = ".svg"
    media_type = "image/svg+xml"
    carries = frozenset(
        {
            "plan.id",
            "plan.title",
            "plan.period",
            "plan.work_areas",
            "plan.actions",
            "work_area.code",
            "work_area.title",
            "action.code",
            "action.title",
            "action.work_area",
            "action.status",
            "action.status_text",
            "action.indicators",
            "action.deadlines",
            "indicator.text",
            "indicator.status",
            "indicator.deadlines",
        }
    )

    plan: str | None = None
    on: dt.date | None = attrs.field(default=None, converter=_as_day)

    def public_part(self, dossier: Dossier) -> Dossier:
        """Leave away what is not for the public, where one plan is to be shown.

        Args:
            dossier: A dossier that holds papers that are not for the public.

        Returns:
            The dossier without them; all of it where no plan is named.

        Raises:
            MarkingError: The plan is not for the public itself.
            UnknownPlanError: The dossier has no plan of the name that was given.
        """
        return dossier if self.plan is None else public_plan(dossier, self.plan)

    def render(self, subject: Dossier, /) -> str:
        """Draw the plans.

        Args:
            subject: The dossier.

        Returns:
            The text of an .svg file.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
        """
        plans = subject.plans if self.plan is None else (plan_of(subject, self.plan),)
        sections = sections_of(plans)
        return _Sheet.of(sections, span_of(sections), self.on).drawn()


@attrs.frozen(kw_only=True)
class _Sheet:
    """The drawing, laid out."""

    sections: tuple[Section, ...]
    axis: Axis | None
    on: dt.date | None
    width: float
    height: float
    titles: float
    heading: tuple[str, ...]
    about: tuple[str, ...]

    @classmethod
    def of(cls, sections: tuple[Section, ...], span: Period | None, on: dt.date | None) -> "_Sheet":
        long = _PAGE - 2 * _MARGIN  # a wider drawing breaks its words where a narrow one does
        heading = wrapped(_title(sections), long / 1.06, 15, 3)
        about = wrapped(_about(sections), long, 10, 6)
        height = _top(heading, about) + HEIGHT + sum(map(_height, sections)) + _FOOT
        if span is not None and _is_long(sections):
            height += HEIGHT
        width = max(_PAGE, min(height * _SHAPE, _WIDEST))
        titles = _TITLES + 0.3 * (width - _PAGE)  # a wide drawing has room for longer titles
        left = _MARGIN + titles + _STATES
        room = width - left - _WORDS - _MARGIN
        return cls(
            sections=sections,
            axis=None if span is None else Axis(span, left, room),
            on=on,
            width=width,
            height=height,
            titles=titles,
            heading=heading,
            about=about,
        )

    @property
    def top(self) -> float:
        """Where the axis begins."""
        return _top(self.heading, self.about)

    def drawn(self) -> str:
        return drawing(
            self.width,
            self.height,
            title=_title(self.sections),
            about=_about(self.sections),
            parts=[
                *self._heading(),
                *self._chart(),
                *legend(self.sections, self.axis, _MARGIN, self.height - _FOOT + 20),
            ],
        )

    def _heading(self) -> Iterator[str]:
        y = 24.0
        for line in self.heading:
            yield label(_MARGIN, y, line, size=15, bold=True)
            y += _TITLE_PITCH
        y -= _TITLE_PITCH - 16
        for line in self.about:
            yield label(_MARGIN, y, line, fill=QUIET)
            y += _ABOUT_PITCH

    def _chart(self) -> Iterator[str]:
        top = self.top + HEIGHT
        bottom = self.height - _FOOT
        if self.axis is not None:
            if _is_long(self.sections):
                bottom -= HEIGHT
                yield from self._axis(self.axis, bottom, bottom + HEIGHT)
            yield from self._axis(self.axis, self.top, bottom)
        if any(mark.words for section in self.sections for mark in _marks(section)):
            right = self.width - _MARGIN - _WORDS
            yield label(right + 12, self.top + 38, "As printed", size=9, fill=QUIET)
        for section in self.sections:
            yield from self._section(section, top)
            top += _height(section)
        if self.on is not None and self.axis is not None and self.axis.holds(self.on):
            x = self.axis.begin(self.on)
            bottom = self.height - _FOOT
            yield stroke(x, self.top + HEIGHT - 4, x, bottom, "#b91c1c", width=1.2, dash="5 3")
            yield label(x, bottom + 10, str(self.on), size=9, fill="#b91c1c", anchor="middle")

    def _axis(self, axis: Axis, top: float, bottom: float) -> Iterator[str]:
        yield from axis.drawn(top, bottom)
        if axis.tells_halves:
            yield label(_MARGIN, top + 38, "Presidency", size=9, fill=QUIET)

    def _section(self, section: Section, top: float) -> Iterator[str]:
        axis = self.axis
        yield rectangle(_MARGIN, top + 3, self.titles + _STATES - 8, 16, fill=_HEAD)
        name = f"{section.id} {section.title}".rstrip()
        inside = (self.titles + _STATES - 20) / 1.06
        words = label(
            _MARGIN + 6, top + 15, fitted(name, inside, 10.5), size=10.5, fill=PAPER, bold=True
        )
        yield group([words], tip=name)
        if axis is not None and section.window is not None:
            begin, end = axis.begin(section.window.start), axis.end(section.window.end)
            low = top + _height(section) - 4
            bar = rectangle(begin, top + 3, end - begin, 16, fill=_HEAD)
            dates = f"{section.window.start} to {section.window.end}"
            parts = [bar]
            if room_for(dates, 9) <= end - begin - 8:  # a day that is cut would be another day
                x = (begin + end) / 2
                parts.append(label(x, top + 14.5, dates, size=9, fill=PAPER, anchor="middle"))
            yield group(parts, tip=f"{section.id}: {dates}")
            for x in (begin, end):
                yield stroke(x, top + 19, x, low, _HEAD, dash="1 2")
        y = top + 24
        for heading, rows in section.groups:
            if heading:
                room = (self.titles + _STATES - 10) / 1.06
                yield label(_MARGIN, y + 11, fitted(heading, room, _TYPE), size=_TYPE, bold=True)
                y += _ROW + 2
            for row in rows:
                yield from self._row(row, y)
                y += _ROW

    def _row(self, row: Row, top: float) -> Iterator[str]:
        middle = top + _ROW / 2
        closed = row.status.closed
        ink = QUIET if closed else INK
        if closed:
            wide = self.width - 2 * _MARGIN
            yield rectangle(_MARGIN, top, wide, _ROW, fill="#d1d5db", fill_opacity=0.45)
        name = f"{row.code} {row.title}".rstrip()
        shown = fitted(name, self.titles - 12, _TYPE)
        words = label(_MARGIN + 8, middle + 3.5, shown, size=_TYPE, fill=ink)
        yield group([words], tip=name)
        state = row.status.value
        paint = paint_of(state)
        x = _MARGIN + self.titles
        told = f"{row.code}: {state}" + (f", “{row.status_text}”" if row.status_text else "")
        swatch = rectangle(x, middle - 4, 8, 8, fill=paint.ground, stroke=paint.mark)
        yield group([swatch, label(x + 12, middle + 3, state, size=_SMALL, fill=ink)], tip=told)
        right = self.width - _MARGIN - _WORDS
        if self.axis is not None:
            yield stroke(
                self.axis.left, top + _ROW, self.axis.right, top + _ROW, "#e2e8f0", width=0.5
            )
            for mark in row.marks:
                yield drawn_mark(mark, self.axis, middle)
        words_of = list(dict.fromkeys(mark.words for mark in row.marks if mark.words))
        if words_of:
            dateless = all(mark.kind is MarkKind.WORDS for mark in row.marks)
            text = label(
                right + 12,
                middle + 3,
                _as_many(words_of, _WORDS - 14, _SMALL),
                size=_SMALL,
                fill=ink,
                style="italic" if dateless else None,
            )
            yield group([text], tip="\n".join(mark.tip for mark in row.marks))


def _as_many(words: Sequence[str], room: float, size: float) -> str:
    """As many words as there is room for, and how many more there are.

    A day that is cut in the middle would be taken for another day; all stand in the title.
    """
    for shown in range(len(words), 0, -1):
        more = f" +{len(words) - shown}" if shown < len(words) else ""
        text = "; ".join(words[:shown]) + more
        if room_for(text, size) <= room:
            return text
    more = f" +{len(words) - 1}" if len(words) > 1 else ""
    return fitted(words[0], room - room_for(more, size), size) + more


def _top(heading: Sequence[str], about: Sequence[str]) -> float:
    return _TOP + (len(heading) - 1) * _TITLE_PITCH + (len(about) - 1) * _ABOUT_PITCH


def _is_long(sections: Sequence[Section]) -> bool:
    return sum(len(section.rows) for section in sections) > _LONG


def _marks(section: Section) -> Iterator[Mark]:
    for row in section.rows:
        yield from row.marks


def _about(sections: Sequence[Section]) -> str:
    told = []
    for section in sections:
        window = f", {section.window}" if section.window else ""
        rows = section.rows
        closed = sum(row.status.closed for row in rows)
        told.append(
            f"{section.id}{window}: {counted(len(rows), 'action')}"
            + (f", {closed} of them closed" if closed else "")
        )
    if not told:
        return "There is no plan."
    marks = [mark for section in sections for mark in _marks(section)]
    words = "; ".join(told) + "."
    if not marks:
        words += " No deadline is stated."
    elif all(mark.kind is MarkKind.WORDS for mark in marks):
        words += " No day can be read from the deadlines."
    return words


def _height(section: Section) -> float:
    headings = sum(1 for heading, _ in section.groups if heading)
    return 32 + headings * (_ROW + 2) + len(section.rows) * _ROW


def _title(sections: Sequence[Section]) -> str:
    if len(sections) == 1:
        return f"{sections[0].title or sections[0].id} in time"
    return "Action plans in time"
