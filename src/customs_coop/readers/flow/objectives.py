"""What an introduction lists: the objectives, which actions repeat, and the work areas."""

import re
from collections.abc import Iterable

import attrs

from customs_coop.model import Code, Objective, WorkArea
from customs_coop.readers.base import Source
from customs_coop.readers.flow.wrapping import is_wrapped
from customs_coop.readers.indicators import split_numbered
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_bullet_alone

__all__ = ["ObjectiveMatch", "find_objectives", "find_work_areas", "match_objective"]

_INTRODUCES = re.compile(
    r"\b(?:strategic objectives?|objectifs? stratégiques?|strategische[ns]? Ziele?n?)\b",
    re.IGNORECASE,
)
_INTRODUCES_AREAS = re.compile(r"\b(?:work|priority) areas?\b", re.IGNORECASE)
_AND = re.compile(r"[\s,;]{1,4}(?:and|or)\Z|[\s.,;]{1,4}\Z")
_ENDS_LIST = re.compile(
    r"[“”„«\"'‘]|(?:The box|La case|L['’]encadré|Der Kasten)\b|[A-Z][\w ]{0,40}:\Z"
)
_BULLET = re.compile(r"[-–—•◦▪o*\uf0b7\uf0a7](?=\s)")
_ITEM = re.compile(r"\([0-9]{1,2}\)\s")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset(
    (
        *("the", "and", "for", "with", "these", "towards", "which", "are"),
        *("les", "des", "aux", "une", "pour", "par", "dans", "sur", "avec", "ces", "ainsi", "que"),
        *("der", "die", "das", "den", "dem", "und", "für", "von", "zur", "zum", "mit", "eine"),
    )
)
_FEWEST_AREAS = 2
_LONGEST_AREA = 120  # characters
_MOST = 12  # objectives
_STEM = 7  # characters; "investigative" and "investigation" are one word here
_ENOUGH = 0.75


@attrs.frozen
class ObjectiveMatch:
    """Which objective of the strategy a text repeats.

    Args:
        objective: The objective.
        whole: Whether the text covers all of it, and not only a part.
        same: Whether the words are the same.
    """

    objective: Objective
    whole: bool
    same: bool


def find_objectives(source: Source, account: Account, end: int) -> tuple[Objective, ...]:
    """The objectives that an introduction lists behind "Strategic objective ... which are:".

    Args:
        source: The document.
        account: What is used is entered here.
        end: Where its actions begin.

    Returns:
        The objectives, numbered from 1; empty where there is no such list.
    """
    return tuple(
        Objective(code=str(place), text=account.use(text).strip(" ,;"))
        for place, text in enumerate(_list_behind(_INTRODUCES, source, end), start=1)
    )


def find_work_areas(source: Source, account: Account, end: int) -> tuple[WorkArea, ...]:
    r"""The work areas that an introduction lists behind "the following work areas:".

    Args:
        source: The document.
        account: What is used is entered here.
        end: Where its actions begin.

    Returns:
        The areas, numbered from 1; empty where there is no such list.

    Example:
        >>> source = Source("a.txt", "It covers these work areas:\n\n- boats, and\n\n- sheds.\n")
        >>> areas = find_work_areas(source, Account(source), len(source.text))
        >>> [(str(area.code), area.title) for area in areas]
        [('1', 'boats'), ('2', 'sheds')]
    """
    found = _list_behind(_INTRODUCES_AREAS, source, end)
    if len(found) < _FEWEST_AREAS or max(map(len, found)) > _LONGEST_AREA:
        return ()  # what follows is prose
    return tuple(
        WorkArea(code=Code(str(place)), title=_AND.sub("", account.use(text)))
        for place, text in enumerate(found, start=1)
    )


def _list_behind(introduces: re.Pattern[str], source: Source, end: int) -> list[Excerpt]:
    """The items of the first list behind a paragraph that introduces it with a colon."""
    paragraphs = _paragraphs(source, end)
    for number, paragraph in enumerate(paragraphs):
        if paragraph.text.endswith(":") and introduces.search(paragraph.text):
            found = _listed(paragraphs[number + 1 :])
            if found:
                return found
    return []


def _paragraphs(source: Source, end: int) -> list[Excerpt]:
    """The lines that stand together, or each of them where none goes on on the next."""
    together: list[list[Excerpt]] = [[]]
    for line in source.lines:
        if line.start >= end:
            break
        if not line.text.strip() or is_bullet_alone(line.text):
            together.append([])
        else:
            together[-1].append(Excerpt.of(source.text, line.start, line.end))
    if is_wrapped([line.text for line in lines] for lines in together):
        return [Excerpt.join(lines).folded() for lines in together if lines]
    return [paragraph for lines in together for paragraph in _one_a_line(lines)]


def _one_a_line(lines: Iterable[Excerpt]) -> list[Excerpt]:
    """Each line as a paragraph; numbered items stay together, as they are told apart later."""
    found: list[Excerpt] = []
    for line in map(Excerpt.folded, lines):
        if found and _ITEM.match(line.text) and _ITEM.match(found[-1].text):
            found[-1] = Excerpt.join((found[-1], line))
        else:
            found.append(line)
    return found


def _listed(paragraphs: Iterable[Excerpt]) -> list[Excerpt]:
    found: list[Excerpt] = []
    for paragraph in paragraphs:
        if is_bullet_alone(paragraph.text):
            continue
        if _ENDS_LIST.match(paragraph.text) or len(found) == _MOST or len(paragraph) > 400:
            break
        items = split_numbered(paragraph.text)
        if len(items) > 1:
            found += _cut_items(paragraph, [item.text for item in items])
            continue
        bullet = _BULLET.match(paragraph.text)
        found.append(paragraph.cut(bullet.end() if bullet else 0).folded())
        if paragraph.text.endswith("."):
            break
    return found


def _cut_items(paragraph: Excerpt, texts: list[str]) -> list[Excerpt]:
    found: list[Excerpt] = []
    start = 0
    for text in texts:
        start = paragraph.text.find(text, start)
        if start < 0:
            break
        found.append(paragraph.cut(start, start + len(text)))
        start += len(text)
    return found


def _bare(text: str) -> str:
    folded = " ".join(text.casefold().split()).strip(" .,;:")
    return folded.removeprefix("to ")


def _stems(text: str) -> frozenset[str]:
    words = (word.casefold() for word in _WORDS.findall(text))
    return frozenset(word[:_STEM] for word in words if word not in _STOP)


def match_objective(text: str, objectives: Iterable[Objective]) -> ObjectiveMatch | None:
    """Find the objective whose words a text repeats, wholly or in part.

    Args:
        text: The text of one objective, as an action prints it.
        objectives: The objectives of the strategy.

    Returns:
        The best match, or None where fewer than three quarters of the words are found in one.

    Example:
        >>> aims = [Objective(code="1", text="To share best practice and to train officers")]
        >>> found = match_objective("train officers;", aims)
        >>> str(found.objective.code), found.whole, match_objective("To save money", aims)
        ('1', False, None)
    """
    stems = _stems(text)
    best: tuple[tuple[float, float], Objective] | None = None
    for objective in objectives:
        wanted = _stems(objective.text)
        if not stems or not wanted:
            continue
        common = len(stems & wanted)
        key = (common / len(stems), common / len(wanted))
        if key[0] >= _ENOUGH and (best is None or key > best[0]):
            best = (key, objective)
    if best is None:
        return None
    (_, covered), objective = best
    return ObjectiveMatch(objective, covered >= _ENOUGH, _bare(text) == _bare(objective.text))
