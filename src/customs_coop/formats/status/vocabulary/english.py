"""The words of English that say how an action stands."""

import re
from typing import Final

from customs_coop.formats.status.vocabulary.base import StatusWords, whole_words
from customs_coop.model import Status
from customs_coop.references.base import Pattern

__all__ = ["ENGLISH"]

_WORK = r"(?:(?:this|the)\s{1,4})?(?:work|task|action|activity)|this"
_NOW = r"(?:(?:now|therefore|thus|since|also|meanwhile|provisionally|again)\s{1,4})?"
# What may follow a participle that is a statement: not the noun that it would describe.
_STATED = (
    r"(?=\s{0,4}(?:[.;:)\]!–—(\n]|-\s|\Z)"
    r"|,?\s{1,4}(?:by|but|until|till|to|at|in|for|see|pending|because|since|as|due|owing"
    r"|following|after|under|on\s{1,4}account|indefinitely|sine)\b)"
)
_DOUBTED = r"\s{0,4}[(,;:–—-]?\s{0,2}(?:\?|tbc\b|tbd\b|to\s{1,4}be\s{1,4}(?:confirmed|decided)\b)"
_SOME = (
    r"(?:\s{1,4}(?:in|for)\s{1,4}(?:some|parts?|most|certain|many|several|a\s{1,4}few)\b"
    r"|\s{1,4}(?:if|unless|once|when)\b)"
)
_SURE = rf"(?!{_DOUBTED})(?!{_SOME}){_STATED}"

# "Impact study completed. Deadline: tbc" says what is to be reached. So "completed" in lower
# case is a status only where a document proves it; with a capital it opens a remark. What is
# "completed by June" is due, "complete the list" is an order.
_SEE = r"(?:see|cf|doc)"
_DATED = r"(?:[0-9]{3,6}/[0-9]|(?:19|20)[0-9]{2}\b|[0-9]{1,2}[./][0-9])"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DUE = rf"(?:the\s{{1,4}})?(?:end|beginning|middle|mid|[0-9]|(?i:{_MONTH}))"
_AFTER_DONE = (
    rf"\s{{0,4}}(?:[:.;)]|\Z|[–—-]?\s{{0,2}}{_DATED}|,\s{{0,4}}(?i:{_SEE}|but|except)"
    rf"|\(\s{{0,2}}(?:{_DATED}|(?i:{_SEE})\b|[^()]{{0,120}}\)\s{{0,4}}(?:[.,;:)]|\Z)))"
    rf"|\s{{1,4}}(?:(?i:on)\s{{1,4}}[0-9]|(?i:{_MONTH})[a-z]{{0,6}}\s{{1,4}}(?:19|20)[0-9]{{2}}\b)"
    rf"|\s{{1,4}}(?:(?i:in|for|with|{_SEE}|but|except)\b|(?i:by)\s{{1,4}}(?!{_DUE}))"
)
_AFTER_COMPLETE = rf"\s{{0,4}}(?:[:.;)]|\Z|{_DATED}|\(\s{{0,2}}{_DATED})"
_NOT_DOUBTED = rf"(?!(?i:{_DOUBTED}))"
_DONE = Pattern(
    rf"\b(?:(?:Completed|COMPLETED)\b{_NOT_DOUBTED}(?={_AFTER_DONE})"
    rf"|(?:Complete|COMPLETE)\b{_NOT_DOUBTED}(?={_AFTER_COMPLETE}))"
)
_DONE_IN_COLUMN = Pattern(
    rf"\A\s{{0,8}}(?P<word>completed|done|finished|finali[sz]ed|implemented)\b(?!{_DOUBTED})(?={_AFTER_DONE})",
    re.IGNORECASE,
)
_WORK_DONE = Pattern(
    rf"\b(?:{_WORK})\s{{1,4}}(?:ha(?:s|ve)\s{{1,4}}been|was|is\s{{1,4}}now)\s{{1,4}}"
    rf"(?:(?:now|fully|successfully)\s{{1,4}})?completed\b(?!{_DOUBTED})(?={_AFTER_DONE})",
    re.IGNORECASE,
)
_IN_PART = Pattern(
    r",?\s{1,4}(?:for|but|except|in\s{1,4}(?:part|some|most|several))\b"
    r"|,?\s{0,4}\(\s{0,2}(?:but|except|excluding|apart\s{1,4}from|other\s{1,4}than|with\s{1,4}the\s{1,4}exception"
    r"|partly|partially|in\s{1,4}part)\b",
    re.IGNORECASE,
)
_PROVED = Pattern(r"\bcompleted?\b(?: in \d{4})?\s{0,4}:?\s{0,4}\(?\Z")
_PARTLY_WORDS = Pattern(
    r"\b(?:partly|partially|in\s{1,4}part)\s{1,4}(?:completed|done|achieved|implemented)\b",
    re.IGNORECASE,
)
_A_PART = Pattern(
    r"\b(?:part|phase|stage|step)\s{1,4}[0-9A-Z]{1,4}\s{0,4}[:(–—-]?\s{0,4}\Z", re.IGNORECASE
)
_SOME_PART = Pattern(
    r"[0-9]|\b(?:part|phase|stage|step|half|some|most|several|first|second|preliminary|initial"
    r"|interim|draft)\b",
    re.IGNORECASE,
)
_UNFINISHED = Pattern(
    r"\bnot\s{1,4}(?:yet\s{1,4})?(?:been\s{1,4})?"
    r"(?:started|begun|completed|done|finished|implemented|achieved)\b"
    r"|\b(?:still|remains?)\s{1,4}(?:to\s{1,4}be\s{1,4}(?:done|completed|started)|outstanding)\b",
    re.IGNORECASE,
)
# What takes a word back, or puts it into the future.
_DENIED = Pattern(
    r"(?:\b(?:not|never|nor|cannot|to|be|until|unless|if|whether|when|once|before|after|almost"
    r"|nearly|half|largely|mostly|partly|partially|hardly|without|no\s{1,4}longer)"
    r"|n['’]t|%|\bper\s{1,4}cent)\s{1,4}"
    r"(?:(?:yet|now|be|been|being|fully|currently|already|entirely|necessarily|considered|an?|the)"
    r"\s{1,4}){0,4}\Z",
    re.IGNORECASE,
)

_DEFERRED = Pattern(
    rf"\b(?:(?:(?:{_WORK})\s{{1,4}}(?:(?:is|are|was|were)\s{{1,4}})?{_NOW})?"
    rf"|(?:{_WORK})\s{{1,4}}ha(?:s|ve)\s{{1,4}}been\s{{1,4}}"
    rf"(?P<between>[^.;:()\n]{{0,80}}?\b(?:and|but|then)\s{{1,4}})?{_NOW})"
    rf"(?:deferred|postponed)\b{_SURE}",
    re.IGNORECASE,
)
_NOT_BETWEEN = Pattern(
    r"\b(?:not|never|no|to|should|could|may|might|would|will|if|whether|unless)\b", re.IGNORECASE
)
_DEFER = Pattern(
    rf"\A\W{{0,4}}(?:to\s{{1,4}}be\s{{1,4}})?(?:defer(?:red)?|postponed?)\b(?P<doubt>{_DOUBTED})?",
    re.IGNORECASE,
)
_TO_DECIDE = Pattern(
    rf"\b(?:(?:potential(?:ly)?\s{{1,4}}to\s{{1,4}}(?:be\s{{1,4}})?defer(?:red)?"
    rf"|possibly\s{{1,4}}(?:to\s{{1,4}}(?:be\s{{1,4}})?)?defer(?:red)?"
    rf"|(?:(?:{_WORK})\s{{1,4}})?may\s{{1,4}}be\s{{1,4}}deferred"
    rf"|to\s{{1,4}}be\s{{1,4}}decided)\b{_STATED}"
    rf"|(?:(?:{_WORK})\s{{1,4}}(?:is\s{{1,4}})?)?"
    rf"(?:defer(?:red)?|postponed?|obsolete)\b{_DOUBTED})",
    re.IGNORECASE,
)
_UNDECIDED_PRIORITY = Pattern(
    r"\b(?:potential(?:ly)? to (?:be )?defer(?:red)?|possibly (?:to (?:be )?)?defer(?:red)?"
    r"|may be deferred|to be decided)\b",
    re.IGNORECASE,
)
_OBSOLETE = Pattern(
    rf"\b(?:(?:{_WORK})\s{{1,4}}(?:(?:is|was|has\s{{1,4}}become|became|has\s{{1,4}}been"
    rf"|being)\s{{1,4}})?)?{_NOW}(?:(?:considered|deemed)\s{{1,4}})?"
    r"(?:obsolete|overtaken\s{1,4}by\s{1,4}events"
    rf"|no\s{{1,4}}longer\s{{1,4}}(?:relevant|needed|necessary|required))\b{_SURE}",
    re.IGNORECASE,
)
_BEGUN = (
    r"on-?\s?going|under\s?way|in\s{1,4}progress"
    r"|work\s{1,4}ha(?:s|ve)\s{1,4}(?:been\s{1,4})?(?:started|begun)"
)
_ONGOING = Pattern(
    rf"\b(?:{_BEGUN})\b(?={_STATED}|,|\s{{1,4}}(?:and|with|within|work|process|activity|task)\b)",
    re.IGNORECASE,
)
_IS = Pattern(
    r"\b(?:is|are|remains?|still)\s{1,4}(?:(?:now|still|also|currently)\s{1,4})?\Z", re.IGNORECASE
)
_PHRASE = Pattern(r"\b(?:on|of|for|to|about|from|into|if|whether)\b", re.IGNORECASE)
_AWAITING = Pattern(r"\bawait(?:s|ing)?\b(?!\s{1,4}study)", re.IGNORECASE)
_AWAITED = Pattern(
    r"\s{1,4}(?:the\s{1,4}|an?\s{1,4})?"
    r"(?:outcomes?|results?|decisions?|completion|approval|adoption|agreement)\b",
    re.IGNORECASE,
)
_STANDING = Pattern(
    r"\b(?:standing|regular|recurrent|permanent)\b[^.;:]{0,60}\bagenda (?:item|point)\b"
    r"|\bstanding (?:item|task|activity|action)\b",
    re.IGNORECASE,
)
_LATER_DEADLINE = Pattern(r"\bdeadlines?\b", re.IGNORECASE)
_DEADLINE_NEXT = Pattern(r"[\s.;,)]{0,6}(?:report\s{1,4})?deadlines?\b", re.IGNORECASE)
_ADJECTIVE = Pattern(r"on-?\s?going", re.IGNORECASE)

ENGLISH: Final = StatusWords(
    done=_DONE,
    done_in_column=_DONE_IN_COLUMN,
    work_done=_WORK_DONE,
    in_part=_IN_PART,
    proved=_PROVED,
    partly=_PARTLY_WORDS,
    a_part=_A_PART,
    some_part=_SOME_PART,
    unfinished=_UNFINISHED,
    denied=_DENIED,
    deferred=_DEFERRED,
    not_between=_NOT_BETWEEN,
    defer=_DEFER,
    to_decide=_TO_DECIDE,
    undecided_priority=_UNDECIDED_PRIORITY,
    obsolete=_OBSOLETE,
    ongoing=_ONGOING,
    adjective=_ADJECTIVE,
    states=_IS,
    phrase=_PHRASE,
    awaiting=_AWAITING,
    awaited=_AWAITED,
    standing=_STANDING,
    later_deadline=_LATER_DEADLINE,
    deadline_next=_DEADLINE_NEXT,
    whole=whole_words(
        {
            Status.OPEN: "open|not started|not yet started|new|planned|pending|to do|n/a|none",
            Status.ONGOING: (
                "ongoing|on-going|on going|in progress|under way|underway|started|begun"
            ),
            Status.COMPLETED: (
                "completed|complete|done|finished|finalised|finalized|closed|implemented"
                "|fully implemented|fully completed"
            ),
            Status.STANDING: "standing",
            Status.AWAITING: "awaiting",
            Status.PARTLY_COMPLETED: (
                "partly completed|partially completed|partly done|partly implemented"
                "|partially implemented|implemented in part|completed in part"
            ),
            Status.DEFERRED: "deferred|defer|postponed|on hold|put on hold",
            Status.TO_DECIDE: "to decide|to be decided",
            Status.OBSOLETE: (
                "obsolete|cancelled|canceled|withdrawn|abandoned|discontinued|dropped|deleted"
            ),
        }
    ),
)
