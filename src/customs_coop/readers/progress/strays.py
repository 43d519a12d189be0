"""Words of a questionnaire that stand where nothing is read, and so are in no report."""

from typing import Final

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.formats.progress.wording import PRINTED, RECEIVER
from customs_coop.readers.progress.additions import added_words

__all__ = ["Strays"]

_MOST: Final = 20  # that are quoted one by one
_LONGEST: Final = 80  # characters of a quotation
_OUTSIDE: Final = "it stands outside the tables, where nothing is read"
_UNKNOWN: Final = "no label of a questionnaire stands before it"
_IN_LABEL: Final = "it stands in the cell of a label"
_COMMENT: Final = "it is a comment in the margin"
_HINT: Final = "what matters goes into the cell beside the label"


class Strays:
    """Gathers such words.

    Args:
        source: The name of the file.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: list[Diagnostic] = []
        self._labels: dict[str, list[Span]] = {}

    def paragraph(self, text: str, path: str) -> None:
        """A paragraph outside the tables; what the questionnaire has itself is none.

        Args:
            text: Its words.
            path: Where it stands.
        """
        added = added_words(text, PRINTED)
        if added:
            self._tell(added, _OUTSIDE, Span(source=self._source, path=path))

    def comment(self, text: str) -> None:
        """A comment in the margin.

        Args:
            text: Its words; none are nothing.
        """
        if text.strip():
            self._tell(text, _COMMENT, Span(source=self._source, path="comment"))

    def beside(self, label: str, text: str = "", *, span: Span) -> None:
        """A row that begins with no label of a questionnaire.

        Args:
            label: Its first cell.
            text: The one beside it.
            span: Where it stands.
        """
        if label.strip(" :").casefold() == RECEIVER.casefold():
            return
        words = ": ".join(filter(None, (label.strip(" :"), text)))
        if words:
            self._tell(words, _UNKNOWN, span)

    def cell(self, text: str, span: Span) -> None:
        """A cell for which there is no place.

        Args:
            text: Its words; none are nothing.
            span: Where it stands.
        """
        if text:
            self._tell(text, _UNKNOWN, span)

    def label(self, text: str, span: Span) -> None:
        """A label with what stands behind it in its cell, as in "Report: all is well".

        Args:
            text: The whole cell.
            span: Where it stands.
        """
        head, _, rest = text.partition("\n")
        behind = " ".join(filter(None, (head.partition(":")[2].strip(), rest.strip())))
        if behind:
            self._labels.setdefault(behind, []).append(span)

    def add(self, finding: Diagnostic) -> None:
        """Something else that is told of the same file."""
        self._found.append(finding)

    def told(self) -> tuple[Diagnostic, ...]:
        """The findings; of many, the last one only counts the rest."""
        for words, spans in self._labels.items():
            # What stands behind the labels of several tables explains how to fill them.
            if len(spans) == 1:
                self._tell(words, _IN_LABEL, spans[0])
        self._labels = {}
        found = self._found[:_MOST]
        if rest := self._found[_MOST:]:
            message = f"{len(rest)} more pieces of text are in no report"
            found.append(diagnose("CC845", message, span=rest[0].span, hint=_HINT))
        return tuple(found)

    def _tell(self, words: str, why: str, span: Span) -> None:
        quoted = shortened(" ".join(words.split()), _LONGEST)
        message = f"“{quoted}” is in no report: {why}"
        self._found.append(diagnose("CC845", message, span=span, hint=_HINT))
