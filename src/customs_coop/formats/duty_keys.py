"""What the identifiers of reporting obligations are made from."""

from collections import Counter
from collections.abc import Sequence

from customs_coop.formats.calendars import stable_uid
from customs_coop.model import Obligation

__all__ = ["keys_of"]

# As of one that has no party, no receiver and no subject.
_OF_NOBODY = "obligation///"


def keys_of(obligations: Sequence[Obligation]) -> list[str]:
    """Give a key to each obligation, which does not hang on its place in the list.

    It says who owes what to whom. Where several say the same of it, or one says nothing at all,
    their words tell them apart, and where these are the same, those of their deadlines.

    Args:
        obligations: All obligations of a dossier, so that a choice of some changes no key.

    Example:
        >>> owed = [Obligation(text="Report", party="BE"), Obligation(text="Report", party="FR")]
        >>> keys_of(owed)
        ['obligation/BE///0', 'obligation/FR///0']
    """
    bases = [
        f"obligation/{one.party or ''}/{one.to or ''}/{one.subject or ''}" for one in obligations
    ]
    words = [_folded(one.text) for one in obligations]
    shared, same = Counter(bases), Counter(zip(bases, words, strict=True))
    counts: Counter[str] = Counter()
    found = []
    for owed, base, text in zip(obligations, bases, words, strict=True):
        key = f"{base}/0"
        if shared[base] > 1 or base == _OF_NOBODY:
            times = owed.deadline if same[base, text] > 1 else None
            told = [text, "" if times is None else _folded(times.text)]
            key = f"{base}/{stable_uid('/'.join(told))}"
        # One that is there twice.
        found.append(f"{key}/{counts[key]}" if counts[key] else key)
        counts[key] += 1
    return found


def _folded(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,").casefold()
