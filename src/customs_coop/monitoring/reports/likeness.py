"""When two reports say the same: forms that come back have other blanks than what was sent out."""

import attrs

from customs_coop.model import ProgressReport

__all__ = ["plainly"]


def plainly(report: ProgressReport) -> ProgressReport:
    r"""A report without what forms change: blanks, line breaks and signs that no file can hold.

    Args:
        report: The report.

    Returns:
        The same for two reports that differ in nothing else.

    Example:
        >>> sent, back = (
        ...     ProgressReport(party="HR", subject="P9/1", on="2008-05-02", text=text)
        ...     for text in ("Two  boats\n", "Two boats")
        ... )
        >>> plainly(sent) == plainly(back)
        True
    """
    figures = tuple(
        attrs.evolve(one, unit=_plain(one.unit), dimension=_plain(one.dimension))
        for one in report.measurements
    )
    return attrs.evolve(report, text=_plain(report.text), measurements=figures)


def _plain(text: str) -> str:
    if not text.isprintable() or "\ufffd" in text:
        text = "".join([one if one.isprintable() and one != "\ufffd" else " " for one in text])
    return " ".join(text.split())
