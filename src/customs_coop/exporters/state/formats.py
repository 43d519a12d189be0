"""The note on a state of play in each file format: Word, a web page, Markdown, plain text."""

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.exporters.base import WORD_MEDIA_TYPE
from customs_coop.exporters.ledger.docx import page_as_word
from customs_coop.exporters.ledger.html import page_as_html
from customs_coop.exporters.ledger.markdown import page_as_markdown
from customs_coop.exporters.ledger.text import page_as_text
from customs_coop.exporters.state.page import PrintedState
from customs_coop.monitoring import StateOfPlay

__all__ = ["StateDocx", "StateHtml", "StateMarkdown", "StateText"]

_LEAST_WIDTH = 40


@attrs.frozen(kw_only=True)
class StateDocx(PrintedState):
    """A state of play as a note in Word, A4 across, in the manner of the Council.

    Paragraphs are numbered through the note, the headings of tables are repeated on each page,
    and LIMITE stands at the head of each page where the number of a plan has it. Colours only
    help: the words stand in each cell. The same state of play gives the same bytes.
    """

    suffix = ".docx"
    media_type = WORD_MEDIA_TYPE

    def render(self, subject: StateOfPlay, /) -> bytes:
        """Write the document.

        Args:
            subject: The state of play.

        Returns:
            The content of a .docx file.
        """
        return page_as_word(self.page(subject), whole=False, fitted=True)


@attrs.frozen(kw_only=True)
class StateHtml(PrintedState):
    """A state of play as a note on one HTML page that makes no request and prints in landscape."""

    suffix = ".html"
    media_type = "text/html"

    def render(self, subject: StateOfPlay, /) -> str:
        """Write the page.

        Args:
            subject: The state of play.

        Returns:
            The text of an .html file.
        """
        return page_as_html(self.page(subject))


@attrs.frozen(kw_only=True)
class StateMarkdown(PrintedState):
    """A state of play as a note in Markdown with pipe tables, as GitHub and pandoc read them."""

    suffix = ".md"
    media_type = "text/markdown"

    def render(self, subject: StateOfPlay, /) -> str:
        """Write the text.

        Args:
            subject: The state of play.

        Returns:
            The text of an .md file.
        """
        return page_as_markdown(self.page(subject))


def _wide_enough(_exporter: object, _field: object, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < _LEAST_WIDTH:
        raise InvalidValueError(f"a page of text is {_LEAST_WIDTH} columns wide or more: {value!r}")


@attrs.frozen(kw_only=True)
class StateText(PrintedState):
    """A state of play as a note in plain text, for terminals and mails.

    Tables of figures have their columns side by side where they fit; of other tables each row is
    a block of lines. What would steer a terminal is shown as U+FFFD.

    Args:
        width: How many columns the page has, at least 40.
    """

    suffix = ".txt"
    media_type = "text/plain"

    width: int = attrs.field(default=72, validator=_wide_enough)

    def render(self, subject: StateOfPlay, /) -> str:
        """Write the text.

        Args:
            subject: The state of play.

        Returns:
            The text of a .txt file.
        """
        return page_as_text(self.page(subject), self.width)
