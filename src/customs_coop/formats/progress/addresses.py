"""The addresses of what is reported on: written so that they can be read back, and found again."""

import difflib
import re
from collections.abc import Iterator
from typing import Final

from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    ActionRef,
    Dossier,
    IndicatorRef,
    Named,
    PartyRef,
    PlanRef,
    RecommendationRef,
)
from customs_coop.model.progress import Subject

__all__ = ["Addresses", "address_of"]

_LONGEST: Final = 2000  # characters of a cell
_MOST_NEAR: Final = 3
_MOST_MISSED: Final = 50
_NEAR: Final = 0.6
_DASHES: Final = re.compile(r"[\u2010-\u2015\u2212]")
_AROUND: Final = re.compile(r"\s{0,9}([/:])\s{0,9}")
_BLANK: Final = re.compile(r"(?<![0-9]) | (?![0-9])")
_INDICATOR: Final = re.compile(
    r"[,;(]?\s{1,9}(?:indicator|indic|ind|indicateur|indikator)[. ]{1,9}(?:no[. ]{1,3})?(?=[0-9])"
)
_WORDS: Final[tuple[tuple[str, type[PlanRef] | type[RecommendationRef] | type[PartyRef]], ...]] = (
    ("plan ", PlanRef),
    ("recommendation ", RecommendationRef),
    ("party ", PartyRef),
)


def address_of(subject: Subject) -> str:
    """The address of something that is reported on, as a template prints it.

    Args:
        subject: What is reported on.

    Example:
        >>> address_of(ActionRef("P2006", "1")), address_of(PlanRef("AP5"))
        ('P2006/1', 'plan AP5')
        >>> address_of(Named("Next Conference", "event"))
        'named (event): Next Conference'
    """
    if isinstance(subject, Named):
        kind = f" ({subject.kind})" if subject.kind else ""
        return f"named{kind}: {subject.text}"
    word = next((word for word, kind in _WORDS if isinstance(subject, kind)), "")
    return f"{word}{subject}"


class Addresses:
    """What can be reported on, by its addresses.

    Args:
        dossier: The dossier; None where there is none, so that only the address itself tells.
    """

    def __init__(self, dossier: Dossier | None) -> None:
        self._exact: dict[str, Subject] = {}
        self._folded: dict[str, Subject] = {}
        self._joined: dict[str, Subject | None] = {}
        self._titles: dict[str, list[Subject]] = {}
        self._titled: dict[Subject, str] = {}
        self._has_dossier = dossier is not None
        self._missed = 0
        for address, subject, title in () if dossier is None else _subjects(dossier):
            self._exact.setdefault(address, subject)
            self._folded.setdefault(_folded(address), subject)
            # What two things may mean means none.
            joined = _joined(address)
            known = self._joined.setdefault(joined, subject)
            self._joined[joined] = subject if known == subject else None
            if title:
                self._titled.setdefault(subject, title)
                same = self._titles.setdefault(_folded(title), [])
                same += [] if subject in same else [subject]
        plans = () if dossier is None else dossier.plans
        # Where there is one plan only, people leave it out.
        self._plan = plans[0].id if len(plans) == 1 else ""

    def find(self, text: str) -> Subject:
        """Find what an address means.

        Args:
            text: The cell.

        Raises:
            InvalidValueError: The dossier has nothing of that address, or it is no address.

        Example:
            >>> str(Addresses(None).find("AP5 / 5.1, indicator 2"))
            'AP5/5.1 indicator 2'
        """
        words = " ".join(text.split())
        if text.strip() in self._exact:
            return self._exact[text.strip()]
        if len(words) > _LONGEST:
            raise InvalidValueError("an address is not so long")
        folded = _folded(words)
        for candidate in (folded, _folded(f"{self._plan}/{words}"), f"plan {folded}"):
            if candidate in self._folded:
                return self._folded[candidate]
        for candidate in (words, f"{self._plan}/{words}", f"plan {words}"):
            if (found := self._joined.get(_joined(candidate))) is not None:
                return found
        if not self._has_dossier:
            return _parsed(_tidied(words))
        self._missed += 1
        # To look for what is near takes its time; nobody reads it a hundred times.
        known = self._folded if self._missed <= _MOST_MISSED else {}
        near = difflib.get_close_matches(folded[:100], known, n=_MOST_NEAR, cutoff=_NEAR)
        told = ", ".join(address_of(self._folded[one]) for one in near)
        hint = f"; near it are {told}" if near else ""
        raise InvalidValueError(f"the dossier has no {words!r:.80}{hint}")

    def known(self, text: str) -> Subject | None:
        """What an address means; None where it means nothing that is known, as of no report.

        Args:
            text: The cell.
        """
        try:
            return self.find(text)
        except InvalidValueError:
            return None

    def titled(self, title: str) -> Subject | None:
        """The only thing that bears a title; None where none or several do.

        Args:
            title: The words of a cell.
        """
        found = self._titles.get(_folded(title), [])
        return found[0] if len(found) == 1 else None

    def title(self, subject: Subject) -> str | None:
        """The title of something, as a template prints it; None where it bears none.

        Args:
            subject: What is reported on.
        """
        return subject.text if isinstance(subject, Named) else self._titled.get(subject)


def _subjects(dossier: Dossier) -> Iterator[tuple[str, Subject, str]]:
    """Everything of a dossier that can be reported on: its addresses, itself, its title."""
    aliases: list[tuple[str, Subject, str]] = []
    for plan in dossier.plans:
        yield _named(PlanRef(plan.id), plan.title)
        for action in plan:
            ref = plan.ref(action)
            yield _named(ref, action.title)
            aliases += [(str(ActionRef(plan.id, alias)), ref, "") for alias in action.aliases]
            for number, indicator in enumerate(action.indicators, start=1):
                yield _named(IndicatorRef(ref, number), indicator.text)
    for one in dossier.recommendations:
        yield _named(RecommendationRef(one.id), one.text)
    for duty in dossier.obligations:
        if duty.subject is not None:
            yield _named(duty.subject)
    for report in dossier.progress:
        yield _named(report.subject)
    for party in dossier.parties:
        yield _named(PartyRef(party.id))
    yield from aliases  # a code that stands for itself counts first


def _named(subject: Subject, title: str = "") -> tuple[str, Subject, str]:
    return address_of(subject), subject, title


def _tidied(words: str) -> str:
    """An address without what people add to it."""
    plain = _AROUND.sub(r"\1", _DASHES.sub("-", words))
    return _INDICATOR.sub(" indicator ", plain)


def _folded(words: str) -> str:
    return _INDICATOR.sub(
        " indicator ", _AROUND.sub(r"\1", _DASHES.sub("-", " ".join(words.split())).casefold())
    ).rstrip(" )")


def _joined(words: str) -> str:
    """An address without blanks, but between figures, where they keep two numbers apart."""
    return _BLANK.sub("", _folded(words))


def _parsed(words: str) -> Subject:
    for word, kind in _WORDS:
        if words.casefold().startswith(word):
            return kind(words[len(word) :].strip())
    if words.casefold().startswith("named"):
        head, colon, rest = words.partition(":")
        if colon and rest.strip():
            return Named(rest.strip(), head[5:].strip(" ()"))
    if " indicator " in words:
        return IndicatorRef.parse(words)
    return ActionRef.parse(words)
