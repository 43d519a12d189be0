"""Lines behind an action that ask to report on it."""

import re

__all__ = ["is_reporting_line"]

_REPORT = re.compile(
    r"(?:Please\s{1,3})?(?:Reporting\s{0,3}:\s{0,3})?(?:Report(?=\s{1,3}(?:on|about|to|how|what|whether|any|in|progress)\b|\s{0,3}:)"
    r"|(?:Provide|Give|Send|Submit|Supply|Communicate)\s{1,3}(?:an?\s{1,3}|the\s{1,3}|any\s{1,3})?"
    r"(?:[a-z]{1,20}\s{1,3}){0,2}?(?:details|information|data|figures|statistics|updates?|reports?"
    r"|overview|account|examples)\b"
    r"|(?:Inform|Indicate|Describe|Specify|State|Explain)\s(?=\w))",
)


def is_reporting_line(text: str) -> bool:
    """Whether a paragraph behind an action asks to report on it.

    Example:
        >>> is_reporting_line("Report on the latest figures."), is_reporting_line("Reports came.")
        (True, False)
    """
    return _REPORT.match(text) is not None
