"""A small writer of SVG: elements with escaped words and short numbers, nothing from outside."""

from collections.abc import Iterable
from html import escape
from typing import Final

from customs_coop.exporters.pictures.palette import INK, PAPER
from customs_coop.formats.characters import replace_illegal

__all__ = ["FONT", "drawing", "element", "group", "label", "rectangle", "stroke"]

FONT: Final = "Liberation Sans, Arial, Helvetica, sans-serif"
"""Types of the same width, so that words keep the room that was measured for them."""


def element(name: str, content: str = "", /, **attributes: str | float | None) -> str:
    """Write one element.

    Args:
        name: Its name.
        content: What stands in it, written already.
        **attributes: Its attributes; "_" stands for "-", and None leaves one out.

    Returns:
        Its text.

    Example:
        >>> element("rect", x=1.50, stroke_width=2, fill=None)
        '<rect x="1.5" stroke-width="2"/>'
    """
    parts = [name]
    for key, value in attributes.items():
        if value is not None:
            parts.append(f'{key.strip("_").replace("_", "-")}="{_value(value)}"')
    opening = " ".join(parts)
    return f"<{opening}>{content}</{name}>" if content else f"<{opening}/>"


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(value)
    # Two figures: coordinates that differ in the last bit would differ between machines.
    short = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return "0" if short == "-0" else short


def group(parts: Iterable[str], *, tip: str = "", **attributes: str | float | None) -> str:
    """Write a group, with a title that shows when one points at it.

    Args:
        parts: What stands in it.
        tip: The title; "" for none.
        **attributes: Attributes of the group.

    Returns:
        Its text.
    """
    title = element("title", escape(tip, quote=False)) if tip else ""
    return element("g", title + "".join(parts), **attributes)


def label(
    x: float,
    y: float,
    text: str,
    *,
    size: float = 10,
    fill: str = INK,
    anchor: str | None = None,
    bold: bool = False,
    style: str | None = None,
) -> str:
    """Write a line of words.

    Args:
        x: Where it begins, or where its anchor is.
        y: Its base line.
        text: The words.
        size: The size of the type.
        fill: The colour.
        anchor: "middle" or "end"; None begins at `x`.
        bold: Whether it is bold.
        style: "italic", or None.

    Returns:
        Its text.
    """
    return element(
        "text",
        escape(text, quote=False),
        x=float(x),
        y=float(y),
        font_size=size,
        fill=fill,
        text_anchor=anchor,
        font_weight="bold" if bold else None,
        font_style=style,
    )


def rectangle(
    x: float, y: float, width: float, height: float, **attributes: str | float | None
) -> str:
    """Write a rectangle.

    Args:
        x: Its left side.
        y: Its upper side.
        width: Its width.
        height: Its height.
        **attributes: Further attributes.

    Returns:
        Its text.
    """
    return element(
        "rect",
        x=float(x),
        y=float(y),
        width=float(max(width, 0)),
        height=float(max(height, 0)),
        **attributes,
    )


def stroke(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    colour: str,
    *,
    width: float = 1,
    dash: str = "",
) -> str:
    """Write a straight line.

    Args:
        x1: Where it begins.
        y1: Where it begins.
        x2: Where it ends.
        y2: Where it ends.
        colour: Its colour.
        width: How thick it is.
        dash: The pattern of a dashed line.

    Returns:
        Its text.
    """
    return element(
        "line",
        x1=float(x1),
        y1=float(y1),
        x2=float(x2),
        y2=float(y2),
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dash or None,
    )


def drawing(width: float, height: float, *, title: str, about: str, parts: Iterable[str]) -> str:
    """Write the file.

    Args:
        width: Its width.
        height: Its height.
        title: What a screen reader calls it.
        about: What it shows, in words.
        parts: What stands in it.

    Returns:
        The text of an .svg file that asks for nothing from outside and holds no script.
    """
    head = element("title", escape(title, quote=False)) + element(
        "desc", escape(about, quote=False)
    )
    ground = rectangle(0, 0, width, height, fill=PAPER)
    text = element(
        "svg",
        "\n".join(["", head, ground, *parts, ""]),
        xmlns="http://www.w3.org/2000/svg",
        width=float(width),
        height=float(height),
        viewBox=f"0 0 {_value(float(width))} {_value(float(height))}",
        role="img",
        aria_label=title,
        font_family=FONT,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{replace_illegal(text)}\n'
