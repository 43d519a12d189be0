"""Deadlines from EDTF: what `By.edtf` and `During.edtf` write, and all that others write."""

from customs_coop.deadline.kinds import By, During
from customs_coop.errors import InvalidValueError

__all__ = ["deadline_from_edtf"]


def deadline_from_edtf(text: str, /) -> By | During:
    """Read a deadline from EDTF, the profile of ISO 8601-2:2019, levels 0 to 2.

    What has no first day is By: "[..1998-06-30]", one date up to then. So is a single day,
    "1998-06-30", as it is in print. All else is During: a month, a year, a part of a year
    ("1998-37"), an interval ("1997-07/1998-12"), one of several dates ("[1997,1999]", from the
    first to the last), an open or unknown end ("1997/..", "1997/").

    An interval with an open start ("../1998-06-30") means more than a last day: something goes on
    until then. No deadline can say so; it is read as By, as `parse_deadline` reads "until", and
    keeps its text.

    Args:
        text: The notation; it becomes the text of the deadline.

    Returns:
        The deadline. Its convention is "about" where the text has "~" or "%" (so a single day with
        a tilde is During), "season" for a season, whose bounds are the whole year (and, for
        winter, the next one up to March), otherwise None. "?" changes nothing but the text.

    Raises:
        InvalidValueError: The text is no EDTF, bounds nothing ("../..", "XXXX") or means several
            dates at once ("{1997,1999}").
        TypeError: `text` is no text.

    Example:
        >>> deadline_from_edtf("[..1998-06-30]").latest
        datetime.date(1998, 6, 30)
        >>> deadline_from_edtf("1998-37").latest
        datetime.date(1998, 4, 30)
    """
    from customs_coop.dates.edtf import EdtfForm, read_edtf  # late: keeps import light

    found = read_edtf(text)
    if found.form is EdtfForm.ALL_OF:
        raise InvalidValueError(
            f"several dates, and a deadline is one: {text[:40]!r}; "
            "square brackets are for one of them, as in [1997,1999]",
        )
    convention = "season" if found.season else "about" if found.approximate else None
    single = found.form is EdtfForm.DATE and found.earliest == found.latest
    if found.latest is not None and (found.earliest is None or (single and convention is None)):
        return By(found.latest, text, convention)
    if found.earliest is None:
        raise InvalidValueError(
            f"neither a first nor a last day: {text[:40]!r}; "
            "a last day is written as in [..1998-06-30]",
        )
    return During(found.earliest, found.latest, text, convention)
