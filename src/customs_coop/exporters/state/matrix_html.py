"""The country matrix as one web page that needs nothing else."""

import attrs

from customs_coop.exporters.ledger.tones import GROUNDS
from customs_coop.exporters.state.administrations import (
    cell_words,
    key_of,
    matrix_sentences,
    reported_sheet,
    tone_of,
)
from customs_coop.exporters.state.items import owed_sheet
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.page import marking_of_state, plan_lines
from customs_coop.exporters.state.sentences import Said
from customs_coop.exporters.state.wording import Wording
from customs_coop.exporters.web_pages import shares, web_page
from customs_coop.formats.sheet import Language
from customs_coop.formats.word.styles import LANGUAGE_TAGS
from customs_coop.monitoring import StateOfPlay

__all__ = ["MatrixHtml"]


@attrs.frozen(kw_only=True)
class MatrixHtml:
    """The country matrix of a state of play as one HTML page that makes no request.

    Items and administrations stay in sight while one scrolls, and the page prints in landscape.
    Colours only help: the words stand in each cell, and a key names them. Below the matrix stand
    the words of the reports, and the reports that did not come.

    Args:
        title: The title of the page; empty for one with the day.
        language: The language of headings and words: "en", "fr" or "de".
    """

    suffix = ".html"
    media_type = "text/html"
    accepts = ("state",)

    title: str = ""
    language: Language = "en"

    def render(self, subject: StateOfPlay, /) -> str:
        """Write the page.

        Args:
            subject: The state of play.

        Returns:
            The text of an .html file.
        """
        words = Wording.of(subject, self.language)
        matrix = subject.matrix
        title = self.title.strip() or words.title("matrix-title", words.day(subject.on))
        is_there = bool(matrix.items and matrix.parties)
        rows = [
            (
                words.code(item.subject),
                item.title,
                [(cell_words(one, words), tone_of(one)) for one in matrix.row(item.subject)],
            )
            for item in (matrix.items if is_there else ())
        ]
        owed = tuple(one for reports in matrix.missing.values() for one in reports)
        sheets = [reported_sheet(matrix, words)]
        if owed:
            sheets.append(owed_sheet(words.title("reports"), owed, words))
        shown = [sheet for sheet in sheets if sheet.lines]
        return web_page(
            "matrix.html",
            tag=LANGUAGE_TAGS[self.language],
            title=title,
            marking=marking_of_state(subject),
            head=plan_lines(subject, words),
            sentences=matrix_sentences(matrix, words)
            if is_there
            else (words.sentence(Said.NO_MATRIX),),
            item=words.label(Label.ITEM),
            caption=words.title("matrix"),
            key_label=words.label(Label.KEY),
            key=key_of(words) if is_there else (),
            parties=[(words.party(party), words.named(party)) for party in matrix.parties],
            rows=rows,
            sheets=shown,
            widths=[shares(heading.width for heading in sheet.headings) for sheet in shown],
            grounds=GROUNDS,
        )
