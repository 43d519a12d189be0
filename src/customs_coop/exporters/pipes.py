"""Markdown in which no word of a document is markup, and the rows of its pipe tables."""

import re
from collections.abc import Iterable

from customs_coop.formats.cells import Paragraph

__all__ = ["escaped", "escaped_line", "labelled_lines", "pipe_cell", "pipe_row"]

# What would begin or end a cell, a code span, an emphasis, a link, or markup of HTML.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
# What would begin a heading, a quotation or a list at the head of a line.
_LEADING = re.compile(r"^(?:[#+=-]|(?=[0-9]{1,9}[.)])[0-9]+(?=[.)]))")


def escaped(text: str) -> str:
    r"""One line of text in which nothing is markup.

    Example:
        >>> print(escaped("ports | *all* of them"))
        ports \| \*all\* of them
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def escaped_line(text: str) -> str:
    r"""The same at the head of a line, where figures and dashes would begin a list.

    Example:
        >>> print(escaped_line("1. Ports"))
        1\. Ports
    """
    line = escaped(text)
    return _LEADING.sub(lambda m: m[0] + "\\" if m[0][0].isdigit() else "\\" + m[0], line)


def labelled_lines(lines: Iterable[tuple[str, str]]) -> str:
    """A list of labels and texts, as the head of a page has them.

    Example:
        >>> print(labelled_lines([("From", "CCWP"), ("Subject", "Ports")]))
        - From: CCWP
        - Subject: Ports
    """
    return "\n".join(f"- {escaped(label)}: {escaped(text)}" for label, text in lines)


def pipe_cell(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs of a cell, labels in italics.

    Example:
        >>> pipe_cell([Paragraph("Deadline:", label=True), Paragraph("June 2006")])
        '*Deadline:*<br>June 2006'
    """
    return "<br>".join(
        f"*{escaped(paragraph.text)}*" if paragraph.label else escaped(paragraph.text)
        for paragraph in paragraphs
    )


def pipe_row(cells: Iterable[str]) -> str:
    """One row of a pipe table, of cells that are escaped.

    Example:
        >>> pipe_row(["8", "Compare"])
        '| 8 | Compare |'
    """
    return f"| {' | '.join(cells)} |"
