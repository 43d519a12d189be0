"""The column flow of the later action plans: one box of labels and texts for each action."""

import re

import attrs

from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.formats.columns import Column
from customs_coop.model import Dossier, Note
from customs_coop.readers.base import Fit, Reading, Source, told_residue
from customs_coop.readers.document.cover import read_cover
from customs_coop.readers.document.description import describe_plan
from customs_coop.readers.flow.action import FlowContext, read_flow_action
from customs_coop.readers.flow.boxes import Box, read_box, segments
from customs_coop.readers.flow.labels import find_label, tokens
from customs_coop.readers.flow.objectives import find_objectives
from customs_coop.readers.mentions import PlanContext
from customs_coop.readers.parties.cells import unknown_parties
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_bullet_alone, is_furniture, is_numbers_alone
from customs_coop.references import find_references

__all__ = ["FLOW_LAYOUT", "FlowLayout"]

_LABELS = 2  # so many labels besides that of the title make a box
_NUMBERED_NOTE = re.compile(r"\s{0,8}(?P<mark>[1-9][0-9]?|[¹²³⁴-⁹]{1,2})\s{1,8}(?=\S)")
_REMARK = re.compile(r"[\s.]{0,6}(?:\([^()]{1,40}\))?[\s.]{0,6}")


@attrs.frozen
class FlowLayout:
    """Boxes of labels and texts that run down the page, as a PDF gives its text."""

    name: str = "action-plan"

    def fits(self, source: Source) -> Fit:
        """Look for the label "Proposed action" and at least two others, on lines of their own."""
        found: set[Column] = set()
        for index in range(len(source.lines)):
            label = find_label(source.lines, index)
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
        """Read every box of the source into one plan."""
        return _FlowReader(source).read()


FLOW_LAYOUT = FlowLayout()
"""The layout, under the name "action-plan"."""


class _FlowReader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.account = Account(source)
        self.findings: list[Diagnostic] = []

    def read(self) -> Reading:
        cover = read_cover(self.source, self.account)
        first = self._first_line(cover.end)
        lines = self.source.lines
        intro_start = lines[cover.end].start if cover.end < len(lines) else len(self.source.text)
        intro_end = lines[first].start if first < len(lines) else len(self.source.text)
        notes = self._notes(cover.end, first)
        described = describe_plan(
            self.source,
            self.account,
            cover,
            (intro_start, intro_end),
            {note.mark: note.text for note in notes},
        )
        objectives = find_objectives(self.source, self.account, intro_end)
        self._use_furniture(cover.end, first)
        boxes = [read_box(part, self.account) for part in segments(tokens(self.source, first))]
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
        )
        read = [read_flow_action(box, context, self.account) for box in boxes]
        self.findings += [finding for found in read for finding in found.findings]
        plan = attrs.evolve(plan, actions=tuple(found.action for found in read), notes=notes)
        dossier = Dossier(
            strategies=(
                (attrs.evolve(described.strategy, objectives=objectives),)
                if described.strategy
                else ()
            ),
            plans=(plan,),
            documents=(cover.document,) if cover.document else (),
            parties=unknown_parties(found.unknown for found in read),
        )
        residue = self.account.residue()
        self.findings[:0] = described.findings
        self.findings += told_residue(residue)
        self.findings.sort(key=lambda found: (found.span.start or 0) if found.span else 0)
        return Reading(dossier=dossier, report=Report(self.findings), residue=residue)

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
        return (
            re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}", self.source.lines[index].text.strip())
            is not None
        )

    def _has_code(self, box: Box) -> bool:
        if box.code is not None:
            return True
        message = "a box has no code; its texts stand in the residue"
        self.findings.append(diagnose("CC114", message, span=self.source.span(box.start)))
        return False

    def _use_furniture(self, start: int, end: int) -> None:
        for line in self.source.lines[start:end]:
            if is_furniture(line.text) or is_bullet_alone(line.text):
                self.account.use_span(line.start, line.end)

    def _notes(self, start: int, end: int) -> tuple[Note, ...]:
        """The footnotes of the introduction: lines that hold a reference and nothing else.

        Their numbers stand before them, or in a column of their own above them, or nowhere; then
        they count on.
        """
        notes: dict[str, Note] = {}
        waiting: list[Excerpt] = []
        for line in self.source.lines[start:end]:
            text = Excerpt.of(self.source.text, line.start, line.end).folded()
            if not text:
                continue
            if is_numbers_alone(text.text):
                waiting.append(text)
                continue
            mark = _NUMBERED_NOTE.match(text.text)
            begin = mark.end() if mark else 0
            if not _is_reference(text.text[begin:]):
                waiting.clear()
                continue
            if mark:
                number = mark["mark"]
            elif waiting:
                number = self.account.use(waiting.pop(0))
            else:
                number = str(len(notes) + 1)
            self.account.use(text)
            name = f"n{number}" if f"n{number}" not in notes else f"n{number}-{len(notes) + 1}"
            notes[name] = Note(id=name, mark=number, text=text.text[begin:])
        return tuple(notes.values())


def _is_reference(text: str) -> bool:
    """Whether a line is one reference, with at most a remark in brackets behind it."""
    found = find_references(text) if len(text) < 300 else ()
    if not found or found[0].start > 4:
        return False
    return _REMARK.fullmatch(text, found[-1].end) is not None and len(found) <= 3
