"""The Council table as one web page that needs nothing else."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from customs_coop.exporters.council import PrintedPlan
from customs_coop.exporters.council_page.pictures import View, graph_view, timeline_view
from customs_coop.exporters.council_page.rows import (
    Choices,
    RowWriter,
    anchors_of,
    css_text,
)
from customs_coop.exporters.council_page.words import WORDS, PageWords
from customs_coop.exporters.web_pages import script_of, shares, web_page
from customs_coop.formats.tables import CouncilTable, Group, title_place
from customs_coop.model import ActionPlan, Dossier

__all__ = ["CouncilHtml"]

_WIDE: Final = 16  # no column is made wider than that for its words
_LINES: Final = 8  # as long as a paragraph may become in a narrow column, roughly


@attrs.frozen(kw_only=True)
class CouncilHtml(PrintedPlan):
    """A plan as one HTML page with search, filters and pictures, which makes no request.

    Each work area is a table with a caption; a completed row is greyed and says so in words, for
    those who do not see the grey. Above them stand a search by words, filters by party, objective,
    status and deadline, and, to be opened, the timeline and the graph, each with a table of the
    same facts. Without JavaScript the whole table is shown, and no controls. It prints in
    landscape.

    Args:
        plan: The id of the plan, where the dossier has more than one.
        columns: The column set; None chooses it by what the plan holds.
        language: The language of the headings and of what the page says itself: "en", "fr" or
            "de". The words of the plan stay as they are, and the drawings are in English.
        controls: Whether there are a search and filters.
        timeline: Whether the plan in time is shown, where deadlines have days.
        graph: Whether the links of the plan are shown, where it has any; the drawing needs the
            extra `graph`.
    """

    suffix = ".html"
    media_type = "text/html"

    controls: bool = True
    timeline: bool = True
    graph: bool = True

    def render(self, subject: Dossier, /) -> str:
        """Write the page.

        Args:
            subject: The dossier.

        Returns:
            The text of an .html file.

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
        """
        plan, table, words = self.printed_plan(subject), self.table(subject), WORDS[self.language]
        anchors = anchors_of(plan)
        choices = Choices.of(plan, subject, words) if self.controls and plan.actions else None
        title_at = title_place(table.columns)
        writer = RowWriter(language=self.language, title_at=title_at, choices=choices)
        bodies = [
            "".join(
                writer.written(row, plan.actions[place], anchors[place])
                for row, place in zip(group.rows, group.places, strict=True)
            )
            for group in table.groups
        ]
        return web_page(
            "council.html",
            table=table,
            widths=shares(_widths(table)),
            labels=[css_text(column.heading) for column in table.columns],
            title_at=title_at,
            foot=css_text(" ".join(filter(None, (table.cover.number, table.cover.marking)))),
            sections=_sections(table.groups),
            bodies=bodies,
            views=tuple(self._views(plan, subject, words, anchors)),
            choices=choices,
            words=words,
            script=script_of("council.js") if choices else None,
        )

    def _views(
        self, plan: ActionPlan, dossier: Dossier, words: PageWords, anchors: tuple[str, ...]
    ) -> Iterator[View]:
        views = (
            timeline_view(plan, dossier, words, anchors) if self.timeline else None,
            graph_view(plan, dossier, words) if self.graph else None,
        )
        yield from (view for view in views if view is not None)


def _sections(groups: Sequence[Group]) -> list[tuple[bool, list[tuple[int, Group]]]]:
    """The groups with their places, from 1; those without rows that follow each other together.

    Each keeps its place among the others, by which readers know the order of the work areas.
    """
    return [
        (bare, list(together))
        for bare, together in itertools.groupby(
            enumerate(groups, start=1), key=lambda pair: bool(pair[1].heading and not pair[1].rows)
        )
    ]


def _widths(table: CouncilTable) -> Iterator[int]:
    """How wide each column is: a narrow one is made wider where somebody wrote prose in it."""
    for at, column in enumerate(table.columns):
        lengths = (
            len(paragraph.text)
            for group in table.groups
            for row in group.rows
            for paragraph in row.cells[at]
        )
        yield max(column.width, min(_WIDE, max(lengths, default=0) // _LINES))
