"""The same paragraphs and tables as a Word file, as a web page and as a sheet."""

import csv
import html
import io
from collections.abc import Sequence

import attrs

from word_files import cell, paragraph, row, run, table, word_file


@attrs.frozen
class C:
    """A cell: paragraphs set apart by line breaks, columns that it takes, rows below it.

    Args:
        text: Its paragraphs.
        span: How many columns it takes.
        down: "start" where it reaches down, "on" where it only carries on the cell above.
    """

    text: str = ""
    span: int = 1
    down: str = ""


Row = Sequence[str | C]
Grid = Sequence[Row]
Page = Sequence[str | Grid]


def made(value: str | C) -> C:
    """A cell of a bare text."""
    return C(value) if isinstance(value, str) else value


def _word_cell(value: str | C) -> str:
    held = made(value)
    look = f'<w:gridSpan w:val="{held.span}"/>' if held.span > 1 else ""
    if held.down:
        look += '<w:vMerge w:val="restart"/>' if held.down == "start" else "<w:vMerge/>"
    lines = held.text.split("\n")
    return cell("".join(paragraph(run(html.escape(line, quote=False))) for line in lines), look)


def as_word(page: Page) -> bytes:
    """A Word file."""
    body = ""
    for part in page:
        if isinstance(part, str):
            body += paragraph(run(html.escape(part, quote=False)))
        else:
            # Word joins tables that follow each other, so that a paragraph stands between them.
            body += table(*(row(*map(_word_cell, cells)) for cells in part)) + paragraph("")
    return word_file(body)


def as_page(page: Page) -> bytes:
    """A web page."""
    body = ""
    for part in page:
        if isinstance(part, str):
            body += f"<p>{html.escape(part, quote=False)}</p>\n"
        else:
            body += f"<table>\n{_html_rows(part)}</table>\n"
    return f"<!DOCTYPE html><html><body>\n{body}</body></html>".encode()


def _html_rows(grid: Grid) -> str:
    found = ""
    for number, cells in enumerate(grid):
        found += "<tr>"
        column = 0
        for value in cells:
            held = made(value)
            if held.down != "on":
                reach = 1
                while held.down and _at(grid, number + reach, column) == "on":
                    reach += 1
                words = "<br>".join(html.escape(t, quote=False) for t in held.text.split("\n"))
                found += f'<td colspan="{held.span}" rowspan="{reach}">{words}</td>'
            column += held.span
        found += "</tr>\n"
    return found


def _at(grid: Grid, number: int, column: int) -> str:
    place = 0
    for value in grid[number] if number < len(grid) else ():
        if place == column:
            return made(value).down
        place += made(value).span
    return ""


def as_sheet(page: Page, sign: str = ";") -> bytes:
    """A table of a spreadsheet, as it saves it with a sign between the cells."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=sign)
    for part in page:
        if isinstance(part, str):
            writer.writerow([part])
            continue
        for cells in part:
            flat: list[str] = []
            for value in cells:
                held = made(value)
                flat += [held.text] + [""] * (held.span - 1)
            writer.writerow(flat)
    return target.getvalue().encode()
