"""The words by which indicators say which stages a deliverable has to pass."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.model import Stage, known_party
from customs_coop.references.base import Pattern

__all__ = ["StageWords", "stages_in"]

# What is drafted, presented and adopted, in English, French and German.
_PAPERS: Final = (
    r"reports?|stud(?:y|ies)|anal[y]s[ei]s|assessments?|evaluations?|recommendations?|guides?"
    r"|guidelines?|manuals?|handbooks?|strateg(?:y|ies)|papers?|questionnaires?|proposals?"
    r"|conclusions?|presentations?|surveys?|reviews?|updates?|methodolog(?:y|ies)|frameworks?"
    r"|rapports?|[ée]tudes?|[ée]valuations?|recommandations?|lignes\sdirectrices|manuels?"
    r"|propositions?|strat[ée]gies?|enqu[êe]tes?"
    r"|[\w-]{0,30}(?:berichte?|studien?|analysen?|bewertung(?:en)?|empfehlung(?:en)?"
    r"|leitf[aä]den|leitfaden|leitlinien?|handb(?:uch|[uü]cher)|strategien?|vorschl[aä]ge"
    r"|vorschlag|frageb[oö]gen)"
)
_THE: Final = r"(?:the\s|la\s|le\s|les\s|l['’]|der\s|die\s|das\s|dem\s|den\s)?"
# Only looked at: behind the one body the next may be asked for.
_BODY: Final = rf"{_THE}(?=(?P<body>[^,;.:()\n]{{1,80}}))"
_BY: Final = r"(?:by|par|durch|von|vom)\s"
_OPEN_BODY: Final = r"(?P<body>[^,;.:()\n]{1,80}?)"
_TO: Final = r"(?:to|before|at|[àa]u?x?|devant|an|vor|zum|zur|bei)\s"

_FINDERS: Final = (
    # "presented to and adopted by the CCWP": both have the same body, which stands once.
    (
        Stage.PRESENTED,
        Pattern(
            r"\b(?:present(?:ed|ation)|submi(?:tted|ssion)|forward(?:ed|ing)|transmi(?:tted|ssion)"
            r"|pr[ée]sent(?:[ée]e?s?|ation)|soumi(?:se?s?|ssion)|transmise?s?)\s"
            r"(?:to|of|[àa]u?x?)\s(?:(?:and|et)\s\w{1,20}\s(?:by|par)\s)?"
            rf"{_BODY}"
        ),
    ),
    (Stage.PRESENTED, Pattern(rf"\b(?:{_PAPERS})\s(?:[^,;.:()\n]{{1,60}}\s)??{_TO}{_BODY}")),
    # "Report, with recommendations, to the CCWP".
    (Stage.PRESENTED, Pattern(rf"\b(?:{_PAPERS}),\s[^,;.:()\n]{{1,60}},\s{_TO}{_BODY}")),
    (Stage.PRESENTED, Pattern(rf"\b(?:vorlage|vorgelegt)\s(?:an|bei)\s{_BODY}")),
    # In German the verb comes last: "wird der GZZ vorgelegt und vom Rat angenommen".
    (
        Stage.PRESENTED,
        Pattern(rf"\b(?:der|dem|den)\s{_OPEN_BODY}\s(?:vorgelegt|unterbreitet)\b"),
    ),
    (
        Stage.APPROVED,
        Pattern(
            r"\b(?:vom|von\sder|durch\s(?:den|die|das))\s"
            rf"{_OPEN_BODY}\s(?:gebilligt|genehmigt)\b"
        ),
    ),
    (
        Stage.ADOPTED,
        Pattern(
            r"\b(?:vom|von\sder|durch\s(?:den|die|das))\s"
            rf"{_OPEN_BODY}\s(?:angenommen|verabschiedet)\b"
        ),
    ),
    (
        Stage.APPROVED,
        Pattern(
            r"\b(?:appro(?:ved|val)|endorse(?:d|ment)|validat(?:ed|ion)|agreed|agreement"
            r"|approuv[ée]e?s?|approbation|valid[ée]e?s?|ent[ée]rin[ée]e?s?|gebilligt|billigung"
            r"|genehmigt|genehmigung)\s"
            rf"{_BY}{_BODY}"
        ),
    ),
    # "CCWP approval of the report", "the CCWP adopts the report".
    (
        Stage.APPROVED,
        Pattern(
            r"\b(?P<body>[\w-]{2,20})\s"
            r"(?:approval|endorsement|approves|endorses|validates|approuve|billigt)\b"
        ),
    ),
    (
        Stage.ADOPTED,
        Pattern(r"\b(?P<body>[\w-]{2,20})\s(?:adoption|adopts|adopte|verabschiedet)\b"),
    ),
    # "submitted to the CATS for approval": by whom, the words before it say.
    (
        Stage.APPROVED,
        Pattern(
            r"\b(?P<same>(?:for|pour|zur|von\s(?:ihr|ihm|ihnen)|par\s(?:celui-ci|celle-ci|lui|elle)"
            r"|by\s(?:it|them))\s(?:its\s|son\s)?(?:approval|endorsement|approbation|approuv[ée]e?s?"
            r"|billigung|gebilligt|genehmig(?:ung|t)))\b"
        ),
    ),
    (
        Stage.APPROVED,
        Pattern(
            r"\b(?P<same>(?:approuv[ée]e?s?|approved|endorsed)\s"
            r"(?:par\s(?:celui-ci|celle-ci|lui|elle)|by\s(?:it|them)))\b"
        ),
    ),
    (
        Stage.ADOPTED,
        Pattern(
            r"\b(?P<same>(?:for|pour|zur|von\s(?:ihr|ihm|ihnen))\s(?:its\s|son\s)?"
            r"(?:adoption|annahme|angenommen|verabschied(?:ung|et)))\b"
        ),
    ),
    (
        Stage.ADOPTED,
        Pattern(
            r"\b(?P<same>adopt(?:ed|[ée]e?s?)\s"
            r"(?:par\s(?:celui-ci|celle-ci|lui|elle)|by\s(?:it|them)))\b"
        ),
    ),
    (
        Stage.ADOPTED,
        Pattern(
            r"\b(?:adopt(?:ed|ion|[ée]e?s?)|angenommen|annahme|verabschiedet|verabschiedung)\s"
            rf"{_BY}{_BODY}"
        ),
    ),
    (
        Stage.ADOPTED,
        Pattern(
            r"(?:^|[,;:.]\s{0,3}|\b(?:and|et|und|adoption\sof(?:\sthe)?|adoption\sde(?:s|\sles)?"
            r"|annahme\s(?:der|von))\s)"
            r"(?P<council>(?:council\sconclusions?|conclusions?\sdu\sconseil"
            r"|schlussfolgerung(?:en)?\sdes\srates))\s{0,3}"
            r"(?=$|[,;.]|(?:are\s|to\sbe\s)?(?:adopted|adopt[ée]e?s|angenommen)\b)"
        ),
    ),
    (
        Stage.PUBLISHED,
        Pattern(
            r"\b(?:published|publication|(?<!already\s)issued|distribut(?:ed|ion)|disseminat(?:ed|ion)"
            r"|circulated|given\sout|publi[ée]e?s?|diffus(?:[ée]e?s?|ion)"
            r"|ver[oö]ffentlich(?:t|ung)|verteil(?:t|ung)|herausgegeben)\b"
        ),
    ),
    (
        Stage.DRAFTED,
        Pattern(
            r"\b(?:draft(?:ed|s|ing)?|prepar(?:ed|ation)|drawn\sup|written|produced|finali[sz]ed"
            r"|pr[ée]par(?:[ée]e?s?|ation)|r[ée]dig[ée]e?s?|[ée]labor[ée]e?s?|erstell(?:t|ung)"
            r"|ausgearbeitet|verfasst)\b"
        ),
    ),
)
_A_PAPER: Final = Pattern(rf"\b(?:{_PAPERS})\b")
_FURTHER: Final = Pattern(
    r"\s(?:and|et|und)\s(?:to\s|[àa]u?x?\s)?(?:the\s|les?\s|la\s|de[rnm]\s|das\s)?", re.IGNORECASE
)
_MOST_WORDS = 8
_AFTER_BODY: Final = ".,;:!?\"'’)»"


@attrs.frozen(kw_only=True)
class StageWords:
    """A stage that words ask for.

    Args:
        stage: The stage.
        text: The words.
        body: The id of the body before which it is passed, or None where none is known.
        start: Where the words stand.
    """

    stage: Stage
    text: str
    body: str | None
    start: int


def stages_in(text: str) -> tuple[StageWords, ...]:
    """Find the stages that the words of an indicator ask for.

    Args:
        text: The words, in English, French or German.

    Returns:
        The stages in the order in which they are passed, each body once; a paper that is only
        named has to be drafted. None where the words name neither a paper nor a stage.

    Example:
        >>> found = stages_in("Report presented to and adopted by the CCWP")
        >>> [(one.stage.value, one.body) for one in found]
        [('drafted', None), ('presented', 'CCWP'), ('adopted', 'CCWP')]
        >>> stages_in("Fewer forged seals")
        ()
    """
    words = " ".join(text.split())
    folded = words.casefold()
    # Where small letters have another length, places would not fit the words as printed.
    source = folded if len(folded) == len(words) else words
    found = list(_stages(source, words))
    # A paper has to be written before anybody has it, whether the words say so or not.
    if all(one.stage is not Stage.DRAFTED for one in found):
        paper = _A_PAPER.search(source)
        if paper is not None:
            told = words[paper.start() : paper.end()]
            found.append(StageWords(stage=Stage.DRAFTED, text=told, body=None, start=paper.start()))
    order = list(Stage)
    found.sort(key=lambda one: (order.index(one.stage), one.start))
    named = {one.stage for one in found if one.body is not None}
    once: dict[tuple[Stage, str | None], StageWords] = {}
    for one in found:
        # Words that name no body say nothing besides others that name one.
        if one.body is not None or one.stage not in named:
            once.setdefault((one.stage, one.body), one)
    return tuple(once.values())


def _stages(source: str, words: str) -> Iterator[StageWords]:
    same: list[StageWords] = []
    found: list[StageWords] = []
    for stage, pattern in _FINDERS:
        for match in pattern.finditer(source):
            groups = match.groupdict()
            if groups.get("same"):
                told = words[match.start() : match.end()]
                same.append(StageWords(stage=stage, text=told, body=None, start=match.start()))
            elif groups.get("council"):
                start, end = match.span("council")
                told = words[start:end].strip()
                found.append(StageWords(stage=stage, text=told, body="COUNCIL", start=start))
            else:
                found += _named(stage, match, words)
    yield from found
    # "it", "for approval": the body that is named last before these words.
    for one in same:
        before = [other for other in found if other.body and other.start < one.start]
        if before:
            yield attrs.evolve(one, body=max(before, key=lambda other: other.start).body)


def _named(stage: Stage, match: re.Match[str], words: str) -> Iterator[StageWords]:
    """A stage with the body or bodies that the words name."""
    end = match.end()
    if "body" not in match.re.groupindex:
        told = words[match.start() : end].strip()
        yield StageWords(stage=stage, text=told, body=None, start=match.start())
        return
    place = match.start("body")
    text = words[place : match.end("body")]
    body, length = _body_at(text)
    is_ahead = end == place
    # "contribution to security": nobody who has it before him; "their approval" names nobody.
    decides = stage in (Stage.ADOPTED, Stage.APPROVED)
    if body is None and not (decides and is_ahead):
        return
    if is_ahead:
        end += length
    told = words[match.start() : end].strip()
    yield StageWords(stage=stage, text=told, body=body, start=match.start())
    while is_ahead and length:
        joint = _FURTHER.match(text, length)
        if joint is None:
            return
        further, more = _body_at(text[joint.end() :])
        if further is None:
            return
        length = joint.end() + more
        told = words[match.start() : place + length].strip()
        yield StageWords(stage=stage, text=told, body=further, start=place + joint.end())


def _body_at(text: str) -> tuple[str | None, int]:
    """The id of the body whose name begins a text, and the length of the name."""
    ends = [place for place, sign in enumerate(text) if sign == " "][:_MOST_WORDS]
    for end in sorted({*ends, len(text)}, reverse=True):
        name = text[:end].rstrip().rstrip(_AFTER_BODY)
        known = known_party(name) if name else None
        if known is not None:
            return known.id, len(name)
    return None, 0
