"""Our words for a status against those of other standards, with what gets lost on the way."""

from collections.abc import Mapping
from typing import Final

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.model import Status

__all__ = ["CROSSWALKS", "Crosswalk"]


def _words(value: Mapping[Status, str | None]) -> dict[Status, str | None]:
    return {status: value[status] for status in Status}


def _plain(value: Mapping[str, Status]) -> dict[str, Status]:
    return dict(value)


@attrs.frozen(kw_only=True)
class Crosswalk:
    """One vocabulary of statuses against ours.

    Args:
        name: The short name of the vocabulary, as in `CROSSWALKS`.
        title: What it is, with where its words are defined.
        vocabulary: All words that it has, also those that stand for nothing of ours.
        words: The word for each of our statuses; None where it has none that would be true.
        plain: For each word that several of ours share, the one that it is read as.

    Example:
        >>> ocds = CROSSWALKS["ocds"]
        >>> ocds.word(Status.PARTLY_COMPLETED), ocds.status("met")
        ('partiallyMet', <Status.COMPLETED: 'completed'>)
        >>> [status.value for status in ocds.shared()["scheduled"]][:2]
        ['open', 'ongoing']
    """

    name: str
    title: str
    vocabulary: tuple[str, ...]
    words: Mapping[Status, str | None] = attrs.field(converter=_words)
    plain: Mapping[str, Status] = attrs.field(converter=_plain)

    def word(self, status: Status | str) -> str | None:
        """The word for a status; None where the vocabulary has none that would be true.

        Args:
            status: The status, or its word.

        Raises:
            InvalidValueError: The text is no status.
        """
        if isinstance(status, str):
            try:
                status = Status(status)
            except ValueError:
                known = ", ".join(one.value for one in Status)
                raise InvalidValueError(f"{status!r} is no status; there are {known}") from None
        return self.words[status]

    def statuses(self, word: str) -> tuple[Status, ...]:
        """All statuses that have a word.

        Args:
            word: A word of the vocabulary.

        Raises:
            InvalidValueError: The vocabulary has no such word.
        """
        if word not in self.vocabulary:
            known = ", ".join(self.vocabulary)
            raise InvalidValueError(f"{self.name} has no word {word!r:.60}; there are {known}")
        return tuple(status for status in Status if self.words[status] == word)

    def status(self, word: str) -> Status:
        """The status as which a word is read: the only one that has it, else the plain one.

        Args:
            word: A word of the vocabulary.

        Raises:
            InvalidValueError: The vocabulary has no such word, or it stands for none of ours.
        """
        found = self.statuses(word)
        if word in self.plain:
            return self.plain[word]
        if len(found) != 1:
            raise InvalidValueError(f"{word!r} of {self.name} stands for none of our statuses")
        return found[0]

    def shared(self) -> dict[str, tuple[Status, ...]]:
        """The words that several statuses share: what cannot be told apart on the way back."""
        found = {word: self.statuses(word) for word in self.vocabulary}
        return {word: shared for word, shared in found.items() if len(shared) > 1}

    def wordless(self) -> tuple[Status, ...]:
        """The statuses for which the vocabulary has no word."""
        return tuple(status for status in Status if self.words[status] is None)

    def is_lossless(self, status: Status) -> bool:
        """Whether a status comes back as itself.

        Args:
            status: The status.
        """
        word = self.words[status]
        return word is not None and self.statuses(word) == (status,)


_ICALENDAR: Final = Crosswalk(
    name="icalendar",
    title="STATUS of a VTODO (RFC 5545, section 3.8.1.11)",
    vocabulary=("NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED"),
    words={
        Status.OPEN: "NEEDS-ACTION",
        Status.ONGOING: "IN-PROCESS",
        Status.STANDING: "IN-PROCESS",
        Status.AWAITING: "NEEDS-ACTION",
        Status.PARTLY_COMPLETED: "IN-PROCESS",
        Status.COMPLETED: "COMPLETED",
        Status.DEFERRED: "NEEDS-ACTION",
        Status.TO_DECIDE: "NEEDS-ACTION",
        Status.OBSOLETE: "CANCELLED",
    },
    plain={"NEEDS-ACTION": Status.OPEN, "IN-PROCESS": Status.ONGOING},
)
_OCDS: Final = Crosswalk(
    name="ocds",
    title="milestoneStatus of the Open Contracting Data Standard 1.1",
    vocabulary=("scheduled", "met", "notMet", "partiallyMet"),
    words={
        Status.OPEN: "scheduled",
        Status.ONGOING: "scheduled",
        Status.STANDING: "scheduled",
        Status.AWAITING: "scheduled",
        Status.PARTLY_COMPLETED: "partiallyMet",
        Status.COMPLETED: "met",
        Status.DEFERRED: "scheduled",
        Status.TO_DECIDE: "scheduled",
        Status.OBSOLETE: "notMet",
    },
    plain={"scheduled": Status.OPEN},
)
_OGP: Final = Crosswalk(
    name="ogp",
    title="completion of a commitment (Open Government Partnership, reporting mechanism)",
    vocabulary=("not started", "limited", "substantial", "complete"),
    words={
        Status.OPEN: "not started",
        Status.ONGOING: "limited",
        # Work that has no end is done well or badly, and never complete.
        Status.STANDING: None,
        Status.AWAITING: "not started",
        Status.PARTLY_COMPLETED: "substantial",
        Status.COMPLETED: "complete",
        Status.DEFERRED: "not started",
        Status.TO_DECIDE: "not started",
        # What was dropped is neither complete nor to be started.
        Status.OBSOLETE: None,
    },
    plain={"not started": Status.OPEN},
)
_OSCAL: Final = Crosswalk(
    name="oscal",
    title="risk status of a plan of action and milestones (NIST OSCAL 1.1)",
    vocabulary=(
        "open",
        "investigating",
        "remediating",
        "deviation-requested",
        "deviation-approved",
        "closed",
    ),
    words={
        Status.OPEN: "open",
        Status.ONGOING: "remediating",
        Status.STANDING: "remediating",
        Status.AWAITING: "open",
        Status.PARTLY_COMPLETED: "remediating",
        Status.COMPLETED: "closed",
        Status.DEFERRED: "deviation-approved",
        Status.TO_DECIDE: "deviation-requested",
        Status.OBSOLETE: "closed",
    },
    plain={"open": Status.OPEN, "remediating": Status.ONGOING, "closed": Status.COMPLETED},
)

CROSSWALKS: Final[Mapping[str, Crosswalk]] = {
    one.name: one for one in (_ICALENDAR, _OCDS, _OGP, _OSCAL)
}
"""The vocabularies, by their names."""
