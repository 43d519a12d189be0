"""The formats of a merge: a Word document, a web page, Markdown."""

import attrs

from customs_coop.comparison import Merge
from customs_coop.exporters.base import WORD_MEDIA_TYPE
from customs_coop.exporters.ledger.docx import page_as_word
from customs_coop.exporters.ledger.html import page_as_html
from customs_coop.exporters.ledger.markdown import page_as_markdown
from customs_coop.exporters.merging.page import merge_page, printed_marking

__all__ = ["MergeDocx", "MergeHtml", "MergeMarkdown"]


@attrs.frozen(kw_only=True)
class MergeDocx:
    """The conflicts of a merge and what was taken, as a Word document in landscape.

    Of each conflict it has the place, the field, the text of the base and what each author
    proposes; of each change that was taken, from whom it is. The same merge gives the same bytes.
    """

    suffix = ".docx"
    media_type = WORD_MEDIA_TYPE
    accepts = ("merge",)

    def render(self, subject: Merge, /) -> bytes:
        """Write the document.

        Args:
            subject: The merge.

        Returns:
            The content of a .docx file.
        """
        return page_as_word(merge_page(subject), whole=False, marking=printed_marking(subject.plan))


@attrs.frozen(kw_only=True)
class MergeHtml:
    """The conflicts of a merge and what was taken, as one HTML page that makes no request."""

    suffix = ".html"
    media_type = "text/html"
    accepts = ("merge",)

    def render(self, subject: Merge, /) -> str:
        """Write the page.

        Args:
            subject: The merge.

        Returns:
            The text of an .html file.
        """
        return page_as_html(merge_page(subject))


@attrs.frozen(kw_only=True)
class MergeMarkdown:
    """The conflicts of a merge and what was taken, as Markdown with pipe tables."""

    suffix = ".md"
    media_type = "text/markdown"
    accepts = ("merge",)

    def render(self, subject: Merge, /) -> str:
        """Write the text.

        Args:
            subject: The merge.

        Returns:
            The text of an .md file.
        """
        return page_as_markdown(merge_page(subject))
