"""Lines behind an action that ask to report on it, or to send something that comes of it."""

import re

from customs_coop.formats.titles.words import MONTH

__all__ = ["is_delivery", "is_reporting_line"]

_B = r"\s{1,3}"
# "Report by the Presidency" is a title, "Report by June 2010" asks.
_TIME = (
    rf"(?:[0-9]|(?i:{MONTH})\b|(?:end|start|beginning|middle|mid|early|late|spring|summer|autumn"
    r"|winter)\b)"
)
_REPORT = re.compile(
    rf"(?:Please{_B})?(?:Reporting\s{{0,3}}:\s{{0,3}})?(?:Report(?=\s{{1,3}}(?:on|about|to|how|what|whether|any|in|progress"
    r"|back|every|each|once|twice|three\s{1,3}times|within|at\s{1,3}least|n(?:o|ot)\s{1,3}later|immediately"
    r"|[a-z-]{3,14}ly)\b|\s{0,3}:"
    rf"|{_B}(?:by|before|in|until){_B}(?:the{_B})?{_TIME})"
    rf"|(?:Provide|Give|Send|Submit|Supply|Communicate){_B}(?:an?{_B}|the{_B}|any{_B})?"
    rf"(?:[a-z]{{1,20}}{_B}){{0,2}}?(?:details|information|data|figures|statistics|updates?|reports?"
    r"|overview|account|examples)\b"
    r"|(?:Inform|Indicate|Describe|Specify|State|Explain)\s(?=\w))",
)
# What is to be handed over to somebody, or at a time.
_DELIVER = re.compile(
    rf"(?:Please{_B})?(?:Send|Submit|Forward|Transmit|Present|Circulate|Communicate|Provide|Supply|Deliver|Notify)"
    rf"{_B}[^.;]{{3,300}}?\b(?:(?:to|by|before|within|until|at{_B}least|n(?:o|ot){_B}later){_B}(?:the{_B})?"
    rf"(?:[A-Z0-9]|(?:{_TIME}|than|one|two|three|four|six|next)\b)|every|each|annually|yearly|quarterly|monthly)"
)
_REPORT_IS_MADE = re.compile(
    rf"(?:An?{_B})?(?:[A-Za-z][a-z-]{{1,14}}{_B}){{0,2}}?[Rr]eports?{_B}[^.;]{{0,120}}?(?:shall|should|must|will|(?:is|are){_B}to){_B}"
    rf"be{_B}(?:[a-z]{{2,12}}ly{_B})?(?:made|drawn|submitted|presented|sent|circulated|communicated"
    r"|prepared|produced|given|delivered|issued)\b"
)


def is_reporting_line(text: str) -> bool:
    """Whether a paragraph behind an action asks to report on it.

    Example:
        >>> is_reporting_line("Report on the latest figures."), is_reporting_line("Reports came.")
        (True, False)
        >>> is_reporting_line("Report quarterly."), is_reporting_line("Report by the Presidency")
        (True, False)
    """
    return _REPORT.match(text) is not None


def is_delivery(text: str) -> bool:
    """Whether a paragraph behind an action asks to hand something over, to somebody or at a time.

    Example:
        >>> is_delivery("Send the rules to the Commission."), is_delivery("Send boats.")
        (True, False)
        >>> is_delivery("A report shall be made by June 2025.")
        True
    """
    return _DELIVER.match(text) is not None or _REPORT_IS_MADE.match(text) is not None
