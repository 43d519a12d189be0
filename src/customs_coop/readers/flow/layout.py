"""The column flow of the later action plans: one box of labels and texts for each action."""

import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.columns import Column
from customs_coop.readers.base import Fit, Reading, Source
from customs_coop.readers.document.cover import read_cover
from customs_coop.readers.document.description import describe_plan
from customs_coop.readers.document.gathering import gathered_dossier
from customs_coop.readers.flow.action import FlowContext, read_flow_action
from customs_coop.readers.flow.boxes import Box, read_box, segments
from customs_coop.readers.flow.labels import Block, Token, find_label, split_code, tokens
from customs_coop.readers.flow.notes import find_notes
from customs_coop.readers.flow.objectives import find_objectives, find_work_areas
from customs_coop.readers.flow.spacing import evenly_spaced
from customs_coop.readers.flow.wrapping import is_wrapped
from customs_coop.readers.mentions import PlanContext
from customs_coop.readers.obligations.reports import find_report_writer
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import (
    is_bullet_alone,
    is_furniture,
    is_part_heading,
)
from customs_coop.readers.text.quoting import begun_with
from customs_coop.readers.workplan.layout import WORK_PLAN_LAYOUT

__all__ = ["FLOW_LAYOUT", "FlowLayout"]

_LABELS = 2  # so many labels besides that of the title make a box


@attrs.frozen
class FlowLayout:
    """Boxes of labels and texts that run down the page, as a PDF gives its text."""

    name: str = "action-plan"

    def fits(self, source: Source) -> Fit:
        """Look for the label "Proposed action" and at least two others, on lines of their own."""
        found: set[Column] = set()
        lines = evenly_spaced(source).lines
        for index in range(len(lines)):
            label = find_label(lines, index)
            if label is not None:
                found.add(label.column)
                if Column.TITLE in found and len(found) > _LABELS:
                    return Fit(score=1.0)
        missing = []
        if Column.TITLE not in found:
            missing.append('a line "Proposed action"')
        if len(found - {Column.TITLE}) < _LABELS:
            missing.append('lines such as "Strategic objectives" and "Performance indicator"')
        return Fit(score=0.3 * len(found) / (_LABELS + 1), missing=tuple(missing))

    def read(self, source: Source) -> Reading:
        """Read every box of the source into one plan.

        Boxes that were tables come as rows; where there are such rows and no box of labels, those
        are read.
        """
        if not self.fits(source).ok and WORK_PLAN_LAYOUT.fits(source).ok:
            return WORK_PLAN_LAYOUT.read(source)
        return _FlowReader(source).read()


FLOW_LAYOUT = FlowLayout()
"""The layout, under the name "action-plan"."""


class _FlowReader:
    def __init__(self, source: Source) -> None:
        # The account keeps the words as printed; every index holds for both.
        self.account = Account(source)
        self.source = evenly_spaced(source)
        self.findings: list[Diagnostic] = []

    def read(self) -> Reading:
        cover = read_cover(self.source, self.account)
        first = self._first_line(cover.end)
        lines = self.source.lines
        intro_start = lines[cover.end].start if cover.end < len(lines) else len(self.source.text)
        intro_end = lines[first].start if first < len(lines) else len(self.source.text)
        notes = find_notes(self.source, self.account, (cover.end, first))
        described = describe_plan(
            self.source,
            self.account,
            cover,
            (intro_start, intro_end),
            {note.mark: note.text for note in notes},
        )
        objectives = find_objectives(self.source, self.account, intro_end)
        self._use_furniture(cover.end, first)
        flow = [*tokens(self.source, first)]
        wrapped = is_wrapped(_lines_of(flow))
        boxes = [read_box(part, self.account, wrapped=wrapped) for part in segments(flow)]
        boxes = [box for box in boxes if self._has_code(box)]
        plan = described.plan
        context = FlowContext(
            plan=PlanContext(
                plan.id,
                plan.number,
                frozenset(box.code.text for box in boxes if box.code is not None),
            ),
            objectives=objectives,
            notes=notes,
            writer=find_report_writer(self.source.text[intro_start:intro_end]),
            wrapped=is_wrapped(_prose_of(boxes)),
        )
        read = [read_flow_action(box, context, self.account) for box in boxes]
        self.findings += [finding for found in read for finding in found.findings]
        plan = attrs.evolve(
            plan,
            work_areas=find_work_areas(self.source, self.account, intro_end),
            actions=tuple(found.action for found in read),
            notes=notes,
        )
        strategy = described.strategy
        dossier = gathered_dossier(
            plan,
            cover,
            self.account,
            text=self.source.text[intro_start:intro_end],
            notes=notes,
            unknown=(found.unknown for found in read),
            obligations=(duty for found in read for duty in found.obligations),
            strategy=strategy and attrs.evolve(strategy, objectives=objectives),
            documents=described.documents,
        )
        return self.account.reading(dossier, [*described.findings, *self.findings])

    def _first_line(self, start: int) -> int:
        """The line with which the first box begins; a code may stand above its label."""
        lines = self.source.lines
        for index in range(start, len(lines)):
            label = find_label(lines, index)
            if label is not None and label.column is Column.TITLE:
                before = index - 1
                while before >= start and not lines[before].text.strip():
                    before -= 1
                return before if before >= start and self._is_code(before) else index
        return len(lines)

    def _is_code(self, index: int) -> bool:
        text = self.source.lines[index].text.strip()
        if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}", text):
            return True
        found = split_code(Excerpt.of(text))
        return found is not None and found.printed.text == text

    def _has_code(self, box: Box) -> bool:
        if box.code is not None:
            return True
        title = (part.text for block in box.texts.get(Column.TITLE, ()) for part in block)
        words = begun_with("the box", " ".join(title))
        message = f"{words} has no code; its texts stand in the residue; add the code"
        self.findings.append(diagnose("CC114", message, span=self.account.source.span(box.start)))
        return False

    def _use_furniture(self, start: int, end: int) -> None:
        for line in self.source.lines[start:end]:
            text = line.text
            if is_furniture(text) or is_bullet_alone(text) or is_part_heading(text):
                self.account.use_furniture(line.start, line.end)


def _lines_of(flow: Iterable[Token]) -> Iterator[list[str]]:
    """The lines of each text; where those of two columns alternate they say nothing."""
    for token in flow:
        if isinstance(token, Block) and token.code_at is None:
            yield [line.text for line in token.lines]


def _prose_of(boxes: Iterable[Box]) -> Iterator[list[str]]:
    for box in boxes:
        for block in box.texts.get(Column.TERMS_OF_REFERENCE, ()):
            yield [line.text for line in block]
