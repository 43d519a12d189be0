"""The verbs of English conclusions."""

from typing import Final

from customs_coop.readers.conclusions.vocabulary.base import VerbWords

__all__ = ["ENGLISH", "WISHES"]

_REQUESTS = (
    r"(?:re)?invit(?:e[sd]?|ing)|call(?:s|ed|ing)?\s{1,3}(?:up)?on|(?:strongly\s{1,3})?encourag(?:e[sd]?|ing)"
    r"|request(?:s|ed|ing)?|urg(?:e[sd]?|ing)|recommend(?:s|ed|ing)?|ask(?:s|ed|ing)?"
    r"|appeal(?:s|ed|ing)?\s{1,3}to|advis(?:e[sd]?|ing)|exhort(?:s|ed)?"
    r"|(?:reiterat|renew|repeat)(?:e[sd]?|s|ed)\s{1,3}(?:its|their)\s{1,3}(?:call|invitation|request|appeal)"
    r"(?:\s{1,3}(?:up)?on|\s{1,3}to)?"
)
_TASKS = (
    r"instruct(?:s|ed)?|task(?:s|ed)|mandat(?:es|ed)|charg(?:es|ed)|entrust(?:s|ed)?|direct(?:s|ed)"
)
_COMMITMENTS = (
    r"agree(?:s|d)?|decid(?:e[sd]?)|undertak(?:es?)|undertook|commit(?:s|ted)?"
    r"|resolv(?:e[sd]?)|pledg(?:e[sd]?)"
)
_FINDINGS = (
    r"underlin(?:e[sd]?|ing)|underscor(?:e[sd]?|ing)|recall(?:s|ed|ing)?|welcom(?:e[sd]?|ing)"
    r"|(?:takes?|took|taking)\s{1,3}(?:due\s{1,3})?note|not(?:e[sd]|ing)|recogni[sz](?:e[sd]?|ing)|acknowledg(?:e[sd]?|ing)"
    r"|stress(?:es|ed|ing)?|emphasi[sz](?:e[sd]?|ing)|highlight(?:s|ed|ing)?|(?:re)?affirm(?:s|ed|ing)?"
    r"|reiterat(?:e[sd]?|ing)|conclud(?:e[sd]?)|consider(?:s|ed|ing)?|confirm(?:s|ed|ing)?|express(?:es|ed|ing)?"
    r"|believ(?:e[sd]?|ing)|appreciat(?:e[sd]?|ing)|commend(?:s|ed|ing)?|observ(?:e[sd]?|ing)|support(?:s|ed|ing)"
    r"|endors(?:e[sd]?|ing)|approv(?:e[sd])|adopt(?:s|ed|ing)|regret(?:s|ted|ting)?|point(?:s|ed|ing)\s{1,3}out"
    r"|remind(?:s|ed|ing)?|whereas|having\s{1,3}regard|bearing\s{1,3}in\s{1,3}mind|mindful|aware|convinced|reaffirms"
    r"|remains?|look(?:s|ing)?\s{1,3}forward\s{1,3}to|shar(?:es|ed)|thank(?:s|ed)|praise[sd]?|discuss(?:ed|es)|examined|heard|acknowledges"
)

ENGLISH: Final = VerbWords(
    requests=_REQUESTS, tasks=_TASKS, commitments=_COMMITMENTS, findings=_FINDINGS
)

WISHES: Final = (
    r"call(?:s|ed|ing)?\s{1,3}for|expect(?:s|ed|ing)?|suggest(?:s|ed|ing)?|propos(?:e[sd]?|ing)"
)
"""Verbs that ask somebody only where they say whom: "expects the Commission to report"."""
