"""Records of links, and which record of an earlier state belongs to which link of today."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

import attrs
from attrs.validators import instance_of

from customs_coop.dates import as_date
from customs_coop.graph.fingerprints import fingerprint
from customs_coop.model import LinkKind

__all__ = ["LinkRecord", "Match", "matched"]

_SILENT = fingerprint("link", "")


def _as_kind(value: LinkKind | str) -> LinkKind:
    return LinkKind(value)


def _optional_date(value: dt.date | str | None) -> dt.date | None:
    return None if value is None else as_date(value)


@attrs.frozen(kw_only=True)
class LinkRecord:
    """One link as it was when somebody stood by it.

    Args:
        kind: The kind of the link.
        source: The label of what has it: an action, a recommendation or a document.
        target: The label of what it points at.
        source_words: The SHA-256 of the words of what has it, in hexadecimal figures.
        target_words: The same of what it points at; where that is only cited, of the citation.
        link_words: The same of the words that state the link, whatever codes are in them; empty
            in a baseline of the earlier form, which had no such fingerprint.
        printed_words: The same of these words with their codes; empty where they hold none.
        recommendation_words: The same of the recommendations that arise from the target, where
            the link takes them up; else empty.
        has_words: The target has words of its own; what is only cited has none.
        source_rank: How many things with the words of the source stand before it in the dossier.
        target_rank: The same of the target.
        by: Who reviewed it; empty where it was only recorded.
        on: The day of the review, or None.
    """

    kind: LinkKind = attrs.field(converter=_as_kind)
    source: str = attrs.field(validator=instance_of(str))
    target: str = attrs.field(validator=instance_of(str))
    source_words: str = attrs.field(validator=instance_of(str))
    target_words: str = attrs.field(validator=instance_of(str))
    link_words: str = attrs.field(default="", validator=instance_of(str))
    printed_words: str = attrs.field(default="", validator=instance_of(str))
    recommendation_words: str = attrs.field(default="", validator=instance_of(str))
    has_words: bool = attrs.field(default=True, validator=instance_of(bool))
    source_rank: int = attrs.field(default=0, validator=instance_of(int))
    target_rank: int = attrs.field(default=0, validator=instance_of(int))
    by: str = attrs.field(default="", validator=instance_of(str))
    on: dt.date | None = attrs.field(default=None, converter=_optional_date)

    @property
    def words(self) -> tuple[LinkKind, str, str, str, str]:
        """The kind and all fingerprints: what counts when links are compared."""
        return (
            self.kind,
            self.source_words,
            self.target_words,
            self.link_words,
            self.recommendation_words,
        )

    @property
    def ends(self) -> tuple[LinkKind, str, str]:
        """The kind and both labels: by what name people know the link."""
        return self.kind, self.source, self.target

    @property
    def as_printed(self) -> str:
        """The fingerprint of the words that state the link, with all that is in them."""
        return self.printed_words or self.link_words

    @property
    def only_cited(self) -> bool:
        """The target had no words of its own; the earlier form tells it by its fingerprint."""
        if self.link_words:
            return not self.has_words
        return self.target_words == fingerprint(self.target)

    def __str__(self) -> str:
        return f"{self.source} {self.kind.value} {self.target}"


@attrs.frozen
class Match:
    """What became of recorded links.

    Args:
        unsure: The places of the links that nobody stood by as they are, each with the record
            that comes nearest, or None where the link is new.
        gone: The records that belong to no link any more.
    """

    unsure: tuple[tuple[int, LinkRecord | None], ...]
    gone: tuple[LinkRecord, ...]


def matched(links: Sequence[LinkRecord], records: Sequence[LinkRecord]) -> Match:
    """Find for each link of today the record that belongs to it.

    Args:
        links: The links as they are.
        records: The links as they were recorded.

    Returns:
        What is left on either side.

    Example:
        >>> link = LinkRecord(
        ...     kind="awaits", source="P/2", target="P/1", source_words="a", target_words="b"
        ... )
        >>> matched([link], []).unsure
        ((0, None),)
    """
    free = _Free(records)
    links = _reread(links, records)
    # A link that stands where it stood comes before one that only has the same words.
    rest = [n for n, link in enumerate(links) if not free.take(_everything, _everything(link))]
    rest = [n for n in rest if not free.take(_target, _target(links[n]))]
    # What some link still cites by its old name was given no new one.
    open_ = set(rest)
    lasting = {link.target for n, link in enumerate(links) if not link.has_words and n not in open_}

    def renumbered(record: LinkRecord) -> object:
        stays = not record.has_words and record.target in lasting
        return None if stays else _ranked(record)

    rest = [n for n in rest if not free.take(renumbered, renumbered(links[n]))]
    rest = [n for n in rest if not any(free.take(_earlier, way) for way in _as_earlier(links[n]))]
    nearest = {n: free.take(_ends, _ends(links[n])) for n in rest}
    for key in (_words, _sentence):
        for n, record in nearest.items():
            nearest[n] = record or free.take(key, key(links[n]))
    return Match(tuple(nearest.items()), free.left())


def _reread(links: Sequence[LinkRecord], records: Sequence[LinkRecord]) -> list[LinkRecord]:
    """Links whose sentences stayed as they are, with the codes told as they were recorded.

    What is a code in a sentence is told by what the link leads to. A plan may be numbered anew
    and its sentences stay as printed: then a figure is no code any more.
    """
    known: dict[object, dict[str, None]] = {}
    for record in records:
        for key in _sentences(record):
            known.setdefault(key, {})[record.link_words] = None
    found = []
    for link in links:
        told = next((known[key] for key in _sentences(link) if key in known), {})
        if told and link.link_words not in told:
            found.append(attrs.evolve(link, link_words=next(iter(told))))
        else:
            found.append(link)
    return found


def _sentences(record: LinkRecord) -> tuple[object, ...]:
    """Where else the same sentence may stand: the most alike first."""
    words = record.kind, record.as_printed
    return (
        (*words, record.source_words, record.target_words),
        (*words, record.source_words),
        words,
    )


def _everything(record: LinkRecord) -> object:
    if not record.link_words:
        return None
    if record.has_words:
        return record.words, record.ends
    # How a citation is told apart may change with what else is at hand; its name does not.
    return record.ends, record.source_words, record.link_words, record.recommendation_words


def _ranked(record: LinkRecord) -> object:
    # Of several things of the same words, the second stays the second under its new code.
    return (record.words, record.source_rank, record.target_rank) if record.link_words else None


def _target(record: LinkRecord) -> object:
    return (_ranked(record), record.target) if record.link_words else None


def _words(record: LinkRecord) -> object:
    return record.words if record.link_words else None


def _ends(record: LinkRecord) -> object:
    return record.ends


def _sentence(record: LinkRecord) -> object:
    """A link whose words lead to something else than before; without words nothing tells it."""
    if record.link_words in ("", _SILENT):
        return None
    return record.kind, record.source, record.source_words, record.link_words


def _earlier(record: LinkRecord) -> object:
    if record.link_words:
        return None
    return record.kind, record.source_words, record.target_words


def _as_earlier(link: LinkRecord) -> Iterator[object]:
    """A link as the earlier form told it: what was only cited had the words of its name."""
    yield link.kind, link.source_words, link.target_words
    if not link.has_words:
        yield link.kind, link.source_words, fingerprint(link.target)


class _Free:
    """The records that no link has claimed yet."""

    def __init__(self, records: Sequence[LinkRecord]) -> None:
        self._records = records
        self._taken = [False] * len(records)
        self._by: dict[object, dict[object, list[int]]] = {}

    def take(self, key: Callable[[LinkRecord], object], wanted: object) -> LinkRecord | None:
        """Claim the first free record with this key; None is the key of no record."""
        if wanted is None:
            return None
        index = self._by.get(key)
        if index is None:
            index = self._by[key] = {}
            for number in range(len(self._records) - 1, -1, -1):
                if not self._taken[number]:
                    index.setdefault(key(self._records[number]), []).append(number)
        numbers = index.get(wanted, [])
        while numbers:
            number = numbers.pop()
            if not self._taken[number]:
                self._taken[number] = True
                return self._records[number]
        return None

    def left(self) -> tuple[LinkRecord, ...]:
        """What nobody has claimed, in the order in which it was recorded."""
        pairs = zip(self._records, self._taken, strict=True)
        return tuple([record for record, taken in pairs if not taken])
