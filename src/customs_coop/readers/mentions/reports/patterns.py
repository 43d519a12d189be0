"""The words around an action and its report; a document in them is set as one sign."""

import re

from customs_coop.readers.mentions.vocabulary import any_of
from customs_coop.references.actions.plans import IN_PLAN, NAMED_PLAN, SOME_PLAN
from customs_coop.references.base import Pattern

__all__ = [
    "BEFORE",
    "BEHIND",
    "CARRIED",
    "CODE",
    "DOC",
    "LAST_BRACKET",
    "LIST",
    "LISTED_BEHIND",
    "LIST_GOES_ON",
    "NEXT_REPORT",
    "OF",
    "ON",
    "ON_NEXT",
    "OTHER",
    "REPORTED",
    "RESPECTIVELY",
    "RESULTS_IN",
    "SEVERAL",
    "WORD",
]

_ANY_CASE = re.IGNORECASE
# A document is set in this sign before the words around it are read.
DOC = "\ufffc"
_S = r"\s{0,3}"
_NUMBERED = rf"(?:{any_of('document')}\s{{1,3}}(?:n(?:[°º]|(?:os?|rn?)\b\.?)\s{{0,3}})?)?"
_GLUE = rf"{_S}(?:[,;/&+]|\b{any_of('glue')}\b){_S}{_NUMBERED}"
_DOCS = rf"{_NUMBERED}{DOC}{{1,200}}(?:{_GLUE}{DOC}{{1,200}}){{0,9}}"
_SEE = r"(?:(?:see|cf\.?|voir|siehe|vgl\.?)\s{1,3})?"
_SLOT = rf"(?:\s{{1,3}}{_DOCS}|{_S}[(,–—-]{_S}{_SEE}{_DOCS}{_S}(?:[),–—-]|(?=\s)))"
_REPORT = rf"(?<![\w-]){any_of('report')}"
_RESULTS = rf"(?<![\w-]){any_of('results_of')}"
# What ends right before an action: a report on it, or what it brought.
ON = Pattern(
    rf"(?P<noun>{_REPORT})(?P<slot>{_SLOT})?{any_of('by_group')}(?P<second>{_SLOT})?"
    rf"{any_of('on_action')}\Z",
    _ANY_CASE,
)
OF = Pattern(rf"(?P<noun>{_RESULTS})\Z", _ANY_CASE)
RESULTS_IN = Pattern(
    rf"(?P<noun>(?<![\w-])recommendations?)(?P<slot>{_S}\({_S}{_DOCS}{_S}\))"
    r"\s{1,3}(?:of|from|under)\s{1,3}(?:the\s{1,3})?\Z",
    _ANY_CASE,
)
_ARTICLE = r"(?:(?:the|an?|its|le|la|un|une|der|die|das|ein|eine)\s{1,3})?"
# What ends right before a report: its document. "1234/05, final report of Action 4.10".
BEFORE = Pattern(
    rf"(?P<docs>{_DOCS}){_S}(?:[,(:–—-]{_S}|\s(?:is|was|being|contains?|constitutes|est|contient"
    rf"|constitue|ist|enthält)\s{{1,3}}){_SEE}{_ARTICLE}\Z",
    _ANY_CASE,
)
_QUOTED = (
    r"(?:“[^“”\n]{1,300}[”\"]|\"[^\"\n]{1,300}\"|[‘‚][^‘\n]{1,300}?['’](?!\w)|«[^«»\n]{1,300}»"
    r"|„[^„“”\n]{1,300}[“”\"])"
)
_TAIL = (
    rf"(?:{IN_PLAN}(?:{re.sub(r'[?]P<[a-z]+>', '?:', NAMED_PLAN)})(?!\w)|{SOME_PLAN}\b)?"
    rf"(?:{_S}(?:[,:–—-]{_S})?(?:(?:of|on)\s{{1,3}})?{_QUOTED}|\s{{1,3}}\([^()\n{DOC}]{{1,300}}\))?"
    rf"(?:{IN_PLAN}(?:{re.sub(r'[?]P<[a-z]+>', '?:', NAMED_PLAN)})(?!\w))?"
)
# What begins right behind an action, up to its report.
_BESIDE = rf"{_S}(?P<sign>[(\[:–—-]|(?P<comma>,)(?=\s{{1,3}}))"
BEHIND = Pattern(
    rf"\.?(?P<tail>{_TAIL})"
    rf"(?:\s{{1,3}}(?P<noun>{any_of('report')})(?!\w))?"
    rf"(?:\s{{1,3}}{any_of('could_be')})?"
    rf"(?:{_BESIDE}{_S}(?P<see>{_SEE})(?P<article>{_ARTICLE})(?P<report>{any_of('report')}{_S}[,:(–—-]?{_S})?"
    rf"(?:{any_of('held_in')})?(?P<docs>{_DOCS})"
    rf"|\s{{1,3}}(?:{any_of('held_in')})(?P<held>{_DOCS})|\s{{1,3}}(?P<bare>{_DOCS}))"
    r"(?P<closed>\s{0,3}[)\]])?",
    _ANY_CASE,
)
# What stands between two actions of one list, each with its document in a bracket.
CARRIED = Pattern(
    rf"\.?{_TAIL}{_S}\({_S}{_DOCS}{_S}\)(?:{_S}(?:,{_S})?\b{any_of('glue')}"
    rf"(?:\s{{1,3}}(?P<again>{any_of('also_of')}))?|,\s{{1,3}}(?P<of>{any_of('also_of')}))"
    r"(?:(?<=['’])|\s{1,3})(?:(?:the|die|der|le|la)\s{1,3})?",
    _ANY_CASE,
)
# Other papers of an action before its report: "Action 3.2: mandate 1111/05, report 1234/05".
LISTED_BEHIND = Pattern(
    rf"\.?(?P<tail>{_TAIL}){_S}[(\[:–—-]"
    rf"(?:{_S}(?:[^\W\d_][\w'’-]{{0,30}}\s{{1,3}}){{0,3}}[^\W\d_][\w'’.-]{{0,30}}{_S}[:(]?{_S}"
    rf"{_DOCS}{_S}\)?{_S}(?:[,;]|\b{any_of('glue')}\b)){{1,5}}"
    rf"{_S}{_ARTICLE}(?P<report>{any_of('report')}){_S}[:(–—-]?{_S}(?P<docs>{DOC}{{1,200}})",
    _ANY_CASE,
)
# A report behind an action that is on the next one: "report 1234/05 on Action 3.3".
ON_NEXT = Pattern(rf"{_S}[)\]]?{any_of('on_action')}\Z", _ANY_CASE)
# A document that begins a list of reports of its own is not that of the action before.
NEXT_REPORT = Pattern(rf"{_S}[,:(–—-]{_S}{_ARTICLE}{any_of('report')}(?!\w)", _ANY_CASE)
LIST_GOES_ON = Pattern(_GLUE, _ANY_CASE)
REPORTED = Pattern(
    rf"(?P<tail>{_TAIL})\s{{1,3}}(?:(?:also|également|auch)\s{{1,3}})?{any_of('reported')}\b",
    _ANY_CASE,
)
LAST_BRACKET = Pattern(
    rf"(?P<word>[^\W\d_]{{1,30}})['’\"”]?{_S}\({_S}{_SEE}(?P<docs>{_DOCS}){_S}\){_S}[.;]?{_S}\Z",
    _ANY_CASE,
)
OTHER = Pattern(rf"(?:{any_of('not_reports')})", _ANY_CASE)
RESPECTIVELY = Pattern(rf"\b{any_of('respectively')}\b", _ANY_CASE)
SEVERAL = Pattern(r"(?:rapports|évaluations|reports|evaluations|berichte[n]?)\Z", _ANY_CASE)
WORD = Pattern(r"[^\S\n]{0,3}\w")
CODE = Pattern(r"(?<![\w./-])[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}(?![\w/-]|[.,][0-9])")
LIST = Pattern(rf"{_S}(?:[,&]|\b{any_of('glue')}\b){_S}", _ANY_CASE)
