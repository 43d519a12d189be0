"""The plans in time as a drawing: windows, rows of actions, deadlines with their imprecision."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.exporters.base import plan_of
from customs_coop.exporters.pictures.lettering import fitted, room_for
from customs_coop.exporters.pictures.palette import INK, PAPER, QUIET, STATUS_PAINT, paint_of
from customs_coop.exporters.pictures.svg import drawing, group, label, rectangle, stroke
from customs_coop.exporters.pictures.timeline_axis import HEIGHT, Axis
from customs_coop.exporters.pictures.timeline_marks import (
    Shape,
    bar,
    diamond,
    drawn_mark,
    fading,
    shapes_of,
)
from customs_coop.exporters.pictures.timeline_rows import (
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


@attrs.frozen
class _Sheet:
    """The drawing, laid out."""

    sections: tuple[Section, ...]
    axis: Axis | None
    on: dt.date | None
    width: float
    height: float
    titles: float

    @classmethod
    def of(cls, sections: tuple[Section, ...], span: Period | None, on: dt.date | None) -> "_Sheet":
        height = _TOP + HEIGHT + sum(map(_height, sections)) + _FOOT
        width = max(_PAGE, height * _SHAPE)
        titles = _TITLES + 0.3 * (width - _PAGE)  # a wide drawing has room for longer titles
        left = _MARGIN + titles + _STATES
        room = width - left - _WORDS - _MARGIN
        axis = None if span is None else Axis(span, left, room)
        return cls(sections, axis, on, width, height, titles)

    def drawn(self) -> str:
        title = _title(self.sections)
        return drawing(
            self.width,
            self.height,
            title=title,
            about=self._about(),
            parts=[*self._heading(title), *self._chart(), *self._legend()],
        )

    def _heading(self, title: str) -> Iterator[str]:
        room = self.width - 2 * _MARGIN
        yield label(_MARGIN, 24, fitted(title, room / 1.06, 15), size=15, bold=True)
        yield label(_MARGIN, 40, fitted(self._about(), room, 10), fill=QUIET)

    def _about(self) -> str:
        told = []
        for section in self.sections:
            window = f", {section.window}" if section.window else ""
            rows = section.rows
            closed = sum(row.status.closed for row in rows)
            told.append(f"{section.id}{window}: {len(rows)} actions, {closed} of them closed")
        return "; ".join(told) + "." if told else "There is no plan."

    def _chart(self) -> Iterator[str]:
        top = _TOP + HEIGHT
        bottom = self.height - _FOOT
        left = _MARGIN
        if self.axis is not None:
            yield from self.axis.drawn(_TOP, bottom)
            yield label(left, _TOP + 38, "Presidency", size=9, fill=QUIET)
            yield label(self.axis.right + 12, _TOP + 38, "As printed", size=9, fill=QUIET)
        for section in self.sections:
            yield from self._section(section, top)
            top += _height(section)
        if self.on is not None and self.axis is not None and self.axis.holds(self.on):
            x = self.axis.begin(self.on)
            yield stroke(x, _TOP + HEIGHT - 4, x, bottom, "#b91c1c", width=1.2, dash="5 3")
            yield label(x, bottom + 10, str(self.on), size=9, fill="#b91c1c", anchor="middle")

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
            text = fitted(dates, end - begin - 8, 9) if end - begin > 40 else ""
            inner = label((begin + end) / 2, top + 14.5, text, size=9, fill=PAPER, anchor="middle")
            yield group([bar, inner], tip=f"{section.id}: {dates}")
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

    def _legend(self) -> Iterator[str]:
        y = self.height - _FOOT + 20
        x = _MARGIN
        statuses = {row.status.value for section in self.sections for row in section.rows}
        for status, paint in STATUS_PAINT.items():
            if status in statuses:
                yield rectangle(x, y - 7, 8, 8, fill=paint.ground, stroke=paint.mark)
                yield label(x + 12, y, status, size=9)
                x += 26 + room_for(status, 9)
        x, y = _MARGIN, y + 16
        colour = STATUS_PAINT["open"].mark
        axis = self.axis
        if axis is None:
            return
        rows = [row for section in self.sections for row in section.rows]
        shown = {shape for row in rows for mark in row.marks for shape in shapes_of(mark, axis)}
        for shape, words, sample in _SAMPLES:
            if shape not in shown:
                continue
            yield from sample(x, y - 3, colour)
            yield label(x + 32, y, words, size=9)
            x += 48 + room_for(words, 9)


def _sample_day(x: float, y: float, colour: str) -> Iterator[str]:
    yield diamond(x + 20, y, colour)


def _sample_last_day(x: float, y: float, colour: str) -> Iterator[str]:
    yield from fading(x, x + 20, y, colour, to_left=True)
    yield diamond(x + 20, y, colour)


def _sample_agreed_day(x: float, y: float, colour: str) -> Iterator[str]:
    yield diamond(x + 20, y, colour, hollow=True)


def _sample_stretch(x: float, y: float, colour: str) -> Iterator[str]:
    yield bar(x, x + 26, y, colour)


def _sample_agreed_stretch(x: float, y: float, colour: str) -> Iterator[str]:
    yield bar(x, x + 26, y, colour, dashed=True)


def _sample_open(x: float, y: float, colour: str) -> Iterator[str]:
    yield from fading(x, x + 26, y, colour, to_left=False)


def _sample_rounds(x: float, y: float, colour: str) -> Iterator[str]:
    yield stroke(x, y, x + 26, y, colour, dash="2 3")
    for place in (5, 13, 21):
        yield stroke(x + place, y - 4, x + place, y + 4, colour, width=1.4)


_SAMPLES: Final = (
    (Shape.DAY, "exact day", _sample_day),
    (Shape.LAST_DAY, "last day, sooner if possible", _sample_last_day),
    (Shape.AGREED_DAY, "day by convention", _sample_agreed_day),
    (Shape.STRETCH, "earliest to latest day", _sample_stretch),
    (Shape.AGREED_STRETCH, "the same by convention", _sample_agreed_stretch),
    (Shape.OPEN, "open end", _sample_open),
    (Shape.ROUNDS, "recurring", _sample_rounds),
)


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


def _height(section: Section) -> float:
    headings = sum(1 for heading, _ in section.groups if heading)
    return 32 + headings * (_ROW + 2) + len(section.rows) * _ROW


def _title(sections: Sequence[Section]) -> str:
    if len(sections) == 1:
        return f"{sections[0].title or sections[0].id} in time"
    return "Action plans in time"
