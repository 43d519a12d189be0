"""What has changed from one text to another, word by word."""

import enum
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

import attrs
from attrs.validators import instance_of

from customs_coop.references.base import Pattern

__all__ = ["Words", "WordsKind", "word_changes"]


class WordsKind(enum.Enum):
    """What became of a run of words."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@attrs.frozen
class Words:
    """A run of words with the blanks and marks between them.

    Args:
        kind: Whether both texts have it, or only one of them.
        text: The run, exactly as it stands there.
    """

    kind: WordsKind = attrs.field(validator=instance_of(WordsKind))
    text: str = attrs.field(validator=instance_of(str))


Tokens: TypeAlias = list[str]
# How many tokens of each text a block takes: both 0 to say that the rest is to be replaced.
_Blocks: TypeAlias = Iterator[tuple[bool, slice, slice]]

# A number such as 11167/5/03 or 5.10 and a word such as "cross-border" is one word, and so is one
# whose accents, vowel points or vowel signs are characters of their own.
_LETTERS: Final = (
    r"[\w\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f"
    r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    r"\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963]"
)
_TOKENS = Pattern(rf"{_LETTERS}+(?:[-./'’‑]{_LETTERS}+)*|\s+|[^\w\s]")
_SENTENCE_ENDS: Final = frozenset(".;:!?")
# The pairs of tokens that are compared at once, and those that one call may compare in all;
# SequenceMatcher can need many rounds over them. Where more would be needed, whole sentences are
# compared, and where even these are too many, the one text replaces the other.
_MOST_AT_ONCE: Final = 90_000
_MOST_IN_ALL: Final = 450_000


def word_changes(old: str, new: str) -> tuple[Words, ...]:
    """Tell what has changed from one text to another, in whole words.

    The runs that are not INSERTED, joined, are exactly the old text, and those that are not
    DELETED exactly the new one. Where both stand at one place, DELETED comes first. The work is
    bounded: where two texts differ in more than some hundred words in a row, sentences are
    compared, and above some hundred sentences the one text replaces the other as a whole.

    Args:
        old: The old text.
        new: The new text.

    Returns:
        The runs, in order; nothing for two empty texts.

    Example:
        >>> for words in word_changes("Report by June 2006.", "Report by July 2006."):
        ...     print(words.kind.value, repr(words.text))
        same 'Report by '
        deleted 'June'
        inserted 'July'
        same ' 2006.'
    """
    if old == new:
        return (Words(WordsKind.SAME, old),) if old else ()
    olds, news = _tokens(old), _tokens(new)
    return tuple(_as_words(_joined(_compared(olds, news, _Budget()))))


class _Budget:
    """The pairs that may still be compared in one call."""

    def __init__(self) -> None:
        self.left = _MOST_IN_ALL

    def allows(self, olds: Sequence[str], news: Sequence[str]) -> bool:
        """Whether two lists may be compared; if so, it is counted."""
        pairs = len(olds) * len(news)
        if pairs > min(self.left, _MOST_AT_ONCE):
            return False
        self.left -= pairs
        return True


# Same words, or what was deleted and what was inserted in its place.
_Run: TypeAlias = tuple[bool, Tokens, Tokens]


def _tokens(text: str) -> Tokens:
    return [match[0] for match in _TOKENS.finditer(text)]


def _compared(olds: Tokens, news: Tokens, budget: _Budget) -> Iterator[_Run]:
    """Compare by tokens, or by sentences first where the tokens are too many."""
    head = _common(zip(olds, news, strict=False))
    least = min(len(olds), len(news)) - head
    tail = min(least, _common(zip(reversed(olds), reversed(news), strict=False)))
    yield True, olds[:head], news[:head]
    inner_olds, inner_news = olds[head : len(olds) - tail], news[head : len(news) - tail]
    if inner_olds and inner_news:
        yield from _matched(inner_olds, inner_news, budget, _between_sentences)
    else:
        yield False, inner_olds, inner_news
    yield True, olds[len(olds) - tail :], news[len(news) - tail :]


def _between_sentences(olds: Tokens, news: Tokens, budget: _Budget) -> Iterator[_Run]:
    """Compare whole sentences, and the words of those that differ."""
    old_parts, new_parts = _sentences(olds), _sentences(news)
    old_texts, new_texts = ["".join(p) for p in old_parts], ["".join(p) for p in new_parts]
    if not budget.allows(old_texts, new_texts):
        yield False, olds, news
        return
    for is_same, here, there in _blocks(old_texts, new_texts):
        gone = [token for part in old_parts[here] for token in part]
        come = [token for part in new_parts[there] for token in part]
        if is_same:
            yield True, gone, come
        else:
            yield from _matched(gone, come, budget, _replaced)


def _replaced(olds: Tokens, news: Tokens, _budget: _Budget) -> Iterator[_Run]:
    yield False, olds, news


def _matched(
    olds: Tokens,
    news: Tokens,
    budget: _Budget,
    otherwise: Callable[[Tokens, Tokens, _Budget], Iterator[_Run]],
) -> Iterator[_Run]:
    """Compare token by token where the budget allows it, else in the other way."""
    # Blanks are everywhere; matched on their own they would cost most and tell nothing.
    old_at = [at for at, token in enumerate(olds) if not token.isspace()]
    new_at = [at for at, token in enumerate(news) if not token.isspace()]
    old_words, new_words = [olds[at] for at in old_at], [news[at] for at in new_at]
    if not budget.allows(old_words, new_words):
        yield from otherwise(olds, news, budget)
        return
    here = there = 0
    for is_same, old_run, new_run in _blocks(old_words, new_words):
        if is_same:
            for old, new in zip(old_at[old_run], new_at[new_run], strict=True):
                yield from _between(olds[here:old], news[there:new])
                yield True, [olds[old]], [news[new]]
                here, there = old + 1, new + 1
    yield from _between(olds[here:], news[there:])


def _between(gone: Tokens, come: Tokens) -> Iterator[_Run]:
    """What stands between two words that stayed, without the blanks that both have there."""
    head = _common(zip(gone, come, strict=False))
    least = min(len(gone), len(come)) - head
    tail = min(least, _common(zip(reversed(gone), reversed(come), strict=False)))
    yield True, gone[:head], come[:head]
    yield False, gone[head : len(gone) - tail], come[head : len(come) - tail]
    yield True, gone[len(gone) - tail :], come[len(come) - tail :]


def _blocks(olds: Sequence[str], news: Sequence[str]) -> _Blocks:
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        yield tag == "equal", slice(old_start, old_end), slice(new_start, new_end)


def _sentences(tokens: Tokens) -> list[Tokens]:
    """Cut behind the mark that ends a sentence and its blanks, and at line feeds."""
    parts: list[Tokens] = [[]]
    is_ended = False
    for token in tokens:
        is_blank = token.isspace()
        if is_ended and not is_blank:
            parts.append([])
            is_ended = False
        parts[-1].append(token)
        is_ended = is_ended or "\n" in token or token in _SENTENCE_ENDS
    return parts


def _common(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs at the beginning are equal."""
    length = 0
    for old, new in pairs:
        if old != new:
            break
        length += 1
    return length


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """Join runs of one kind, and take what a reader would not see as kept into the change."""
    joined: list[_Run] = []
    for is_same, gone, come in runs:
        if not gone and not come:
            continue
        if joined and joined[-1][0] == is_same:
            joined[-1][1].extend(gone)
            joined[-1][2].extend(come)
        else:
            joined.append((is_same, list(gone), list(come)))
    told: list[_Run] = []
    for at, (is_same, gone, come) in enumerate(joined):
        is_inside = 0 < at < len(joined) - 1
        is_kept = is_same and not (is_inside and _is_lost(gone, joined[at - 1], joined[at + 1]))
        if told and told[-1][0] == is_kept:
            told[-1][1].extend(gone)
            told[-1][2].extend(come)
        else:
            told.append((is_kept, gone, come))
    return told


def _is_lost(kept: Tokens, before: _Run, after: _Run) -> bool:
    """Whether kept tokens between two changes are too few to be worth showing as kept."""
    sides = [[_word_count(tokens) for tokens in run[1:]] for run in (before, after)]
    words = _word_count(kept)
    if words == 0:
        return all(min(side) >= 1 for side in sides)
    return words == 1 and all(min(side) >= 2 for side in sides)


def _word_count(tokens: Tokens) -> int:
    return sum(len(token) > 1 or token.isalnum() for token in tokens if not token.isspace())


def _as_words(runs: Iterable[_Run]) -> Iterator[Words]:
    for is_same, gone, come in runs:
        if is_same:
            yield Words(WordsKind.SAME, "".join(gone))
        else:
            if gone:
                yield Words(WordsKind.DELETED, "".join(gone))
            if come:
                yield Words(WordsKind.INSERTED, "".join(come))
