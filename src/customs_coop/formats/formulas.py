"""Cells that spreadsheets would take for formulas: made harmless, and made as they were again."""

import re

__all__ = ["defused", "rearmed"]

# What makes a spreadsheet take a cell for a formula, also in the full width of East Asian scripts.
# It may stand behind blanks and invisible characters, which some programs skip, and behind signs
# at which a program splits a cell that expects other signs than ours. An apostrophe that stands
# there already counts among them, so that taking one away gives the text that was.
_PLACE = r"(\A|[;,|\t\r\n])"
_BLANKS = (
    r"(['\" \xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]{0,999})"
)
_SIGN = r"(?=[=+\-@\uff1d\uff0b\uff0d\uff20])"
_FORMULA = re.compile(_PLACE + _BLANKS + _SIGN)
_DEFUSED = re.compile(_PLACE + "'" + _BLANKS + _SIGN)
_LEADING = ("\t", "\r", "\n")


def defused(text: str) -> str:
    r"""A text that no spreadsheet takes for a formula, wherever it splits the line.

    An apostrophe is put before an equals sign, a plus, a minus or an at sign that begins the
    text, a line of it, or what stands behind a tab, comma, semicolon or bar in it; and before a
    text that begins with a tab or a line break, as OWASP recommends against CSV injection.

    Example:
        >>> defused("=1+1"), defused("ports; -2"), defused("by mid-1998")
        ("'=1+1", "ports;' -2", 'by mid-1998')
    """
    found = _FORMULA.sub(r"\1'\2", text)
    # One that begins with an apostrophe before it gets another, which is the one that goes again.
    return f"'{found}" if found.lstrip("'").startswith(_LEADING) else found


def rearmed(text: str) -> str:
    r"""The text of which `defused` made another one.

    Example:
        >>> rearmed("'=1+1"), rearmed("ports;' -2"), rearmed("the ship 'Aurora'")
        ('=1+1', 'ports; -2', "the ship 'Aurora'")
        >>> rearmed(defused("'- quoted"))
        "'- quoted"
    """
    if text.startswith("'") and text.lstrip("'").startswith(_LEADING):
        text = text[1:]
    return _DEFUSED.sub(r"\1\2", text)
