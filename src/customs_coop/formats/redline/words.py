"""Paragraphs of two plans laid upon one another, word by word."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Final, TypeAlias

from customs_coop.comparison import WordsKind, word_changes
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.redline.aligning import in_both_orders, text_pairs
from customs_coop.formats.redline.parts import MarkedParagraph, MarkedRun

__all__ = ["marked_cell", "marked_line", "marked_lines", "marked_slot", "whole"]

# Of the words of two paragraphs, how many they share if the one came of the other.
_LEAST_SHARE: Final = 0.4
_MOST_PAIRS: Final = 400
_LONGEST: Final = 4000

_SAME, _INSERTED, _DELETED = WordsKind.SAME, WordsKind.INSERTED, WordsKind.DELETED


def whole(
    paragraphs: Sequence[Paragraph], kind: WordsKind, *, plain: bool = False
) -> tuple[MarkedParagraph, ...]:
    """Paragraphs that only one of the plans has.

    Args:
        paragraphs: The paragraphs.
        kind: What became of them.
        plain: Whether they are printed for people alone; see `marked_cell`.
    """
    return tuple(
        MarkedParagraph((MarkedRun(kind, words, one.label),) if words else (), kind)
        for one in paragraphs
        for words in (one.said if plain else one.text,)
    )


def marked_cell(
    old: Sequence[Paragraph], new: Sequence[Paragraph], *, plain: bool = False
) -> tuple[MarkedParagraph, ...]:
    """The paragraphs of one cell.

    Those that are alike are compared word by word, and so are single ones that stand between the
    same ones. The end of the last one always stays, as no cell is without a paragraph: what comes
    or goes behind it brings or takes the end of the one before.

    Args:
        old: Those of the old plan.
        new: Those of the new one.
        plain: Whether they are printed for people alone: what stands there only to be read back is
            then left out, but where nothing else of the paragraph changed.

    Example:
        >>> old, new = [Paragraph("Survey")], [Paragraph("Survey held"), Paragraph("Report")]
        >>> for paragraph in marked_cell(old, new):
        ...     runs = [(run.kind.value, run.text) for run in paragraph.runs]
        ...     print(runs, paragraph.kind.value)
        [('same', 'Survey'), ('inserted', ' held')] inserted
        [('inserted', 'Report')] same
    """
    pairs = text_pairs([one.text for one in old], [one.text for one in new])
    places = _with_alike(list(in_both_orders(len(old), len(new), pairs)), old, new)
    found = [
        _one(
            None if here is None else old[here],
            None if there is None else new[there],
            plain=plain,
        )
        for here, there in places
    ]
    stays = max((at for at, one in enumerate(found) if one.kind is _SAME), default=-1)
    kinds = [one.kind for one in found]
    ends = [*kinds[: max(stays, 0)], *kinds[max(stays, 0) + 1 :], _SAME]
    return tuple(MarkedParagraph(one.runs, end) for one, end in zip(found, ends, strict=False))


_Places: TypeAlias = list[tuple[int | None, int | None]]


def _with_alike(places: _Places, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> _Places:
    """Pair what was deleted and what was inserted in its place, if they share enough words.

    Single ones are a pair in any case. So are the first ones where nothing stayed at all: else
    what was deleted would leave an empty paragraph.
    """
    found: _Places = []
    for same, run in groupby(places, key=lambda place: None not in place):
        members = list(run)
        olds = [here for here, _ in members if here is not None]
        news = [there for _, there in members if there is not None]
        if same or not olds or not news:
            found += members
            continue
        pairs = _alike([old[at].text for at in olds], [new[at].text for at in news])
        if not pairs and (len(members) == len(places) or len(olds) == len(news) == 1):
            pairs = [(0, 0)]
        for here, there in in_both_orders(len(olds), len(news), pairs):
            found.append(
                (None if here is None else olds[here], None if there is None else news[there])
            )
    return found


def _alike(olds: Sequence[str], news: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs in both orders of texts that share enough of their words."""
    if len(olds) * len(news) > _MOST_PAIRS:
        return []
    here, there = ([Counter(text[:_LONGEST].split()) for text in texts] for texts in (olds, news))
    pairs: list[tuple[int, int]] = []
    for at, words in enumerate(here):
        for other in range(pairs[-1][1] + 1 if pairs else 0, len(there)):
            both = (words & there[other]).total()
            if 2 * both >= _LEAST_SHARE * (words.total() + there[other].total()):
                pairs.append((at, other))
                break
    return pairs


def _one(old: Paragraph | None, new: Paragraph | None, *, plain: bool = False) -> MarkedParagraph:
    if old is None or new is None:
        kind = _INSERTED if old is None else _DELETED
        return whole([one for one in (old, new) if one is not None], kind, plain=plain)[0]
    if plain and (old.said != new.said or old.text == new.text):
        words = word_changes(old.said, new.said)
    else:
        words = word_changes(old.text, new.text)
    return MarkedParagraph(
        tuple(
            MarkedRun(one.kind, one.text, (old if one.kind is _DELETED else new).label)
            for one in words
        )
    )


def marked_line(old: str, new: str) -> MarkedParagraph:
    """One paragraph that both plans have."""
    return _one(Paragraph(old), Paragraph(new))


def marked_slot(old: str, new: str) -> tuple[MarkedParagraph, ...]:
    """One paragraph that either plan may lack; nothing where both do."""
    if old and new:
        return (marked_line(old, new),)
    return whole([Paragraph(text) for text in (old,) if text], _DELETED) + whole(
        [Paragraph(text) for text in (new,) if text], _INSERTED
    )


def marked_lines(olds: Sequence[str], news: Sequence[str]) -> tuple[MarkedParagraph, ...]:
    """A list of paragraphs, some of which came or went."""
    return tuple(
        _one(
            None if here is None else Paragraph(olds[here]),
            None if there is None else Paragraph(news[there]),
        )
        for here, there in in_both_orders(len(olds), len(news), text_pairs(olds, news))
    )
