"""The statements of a text: each item with the verb that governs it, its number and its words."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.readers.conclusions.decisions import (
    Decision,
    Sort,
    capital_verbs,
    is_heading,
    read_decision,
    read_who_to,
)
from customs_coop.readers.conclusions.languages import begins_list
from customs_coop.readers.conclusions.passages import Passage
from customs_coop.readers.conclusions.reporting import is_delivery, is_reporting_line

__all__ = ["Statement", "read_outline"]

_GOES_ON = re.compile(r"\b(?:to|that)\s{0,3}:?\Z", re.IGNORECASE)
_ENDED = re.compile(r"[.;!?][”’\"')\]]{0,2}\Z")
_LIST_SIGN = re.compile(r"\s{0,3}[;,](?:\s{1,3}(?:and|or))?\s{0,3}\Z")
# With these words a finding goes on in the items below it; any other is a recital, and its end.
_INTRODUCES = re.compile(
    r"(?::|\b(?:that|of|to|on|the|following|que|de|à|dass|daß)\s{0,3}[,:]?|[–—-])\Z", re.IGNORECASE
)
# What those who speak do or did: "Agreed that", "Invited the group to"; "Agreed forms" are none.
_DID = re.compile(
    r"(?P<sure>(?:Agree[sd]|Decide[sd])\s{1,3}(?:that|to|upon|on)\b|Not(?:es|ed)\s{1,3}(?:that|the|with)\b"
    r"|T(?:akes|ook)\s{1,3}(?:due\s{1,3})?note\b"
    r"|(?:Welcome[sd]|Recall(?:s|ed)|Stresse[sd]|Underline[sd]|Emphasi[sz]e[sd]|Regret(?:s|ted)"
    r"|Thank(?:s|ed)|Acknowledge[sd]|Reiterate[sd]|Reaffirm(?:s|ed))\s"
    r"|[A-Z][a-z]{2,14}ed\s{1,3}(?:that|the|its)\b)"
    r"|(?:Invite[sd]|Ask(?:s|ed)|Call(?:s|ed)|Encourage[sd]|Urge[sd]|Instruct(?:s|ed)|Task(?:s|ed)"
    r"|Mandate[sd]|[A-Z][a-z]{2,14}ed)\s"
)
_DEEPEST = 12  # levels; a list that goes deeper is none that people print
_MOST_BELOW = 200  # items whose words go with the item above them


@attrs.frozen(kw_only=True)
class Statement:
    """A leaf of the outline: an item or a paragraph that says something by itself.

    Args:
        passage: The item.
        decision: The verb that governs it, its own or that of the words above it; or None.
        own: The verb stands in the item itself.
        number: Its number with those above it, such as "8(a)"; that of the point above it where
            it has a bullet; empty where none is printed.
        position: Its place among the items with bullets below the point that has the number, one
            figure for each level; empty for an item with a number of its own.
        lead: The index of the passage that governs it, or -1.
        above: The passages whose words its own go on with.
        below: The items under it whose words belong to it.
        action: It is an agreed action: an item of a list of actions, or marked as one.
        report: It asks to report on the action before it, whose index is in `lead`.
        index: The index of its passage.
    """

    passage: Passage
    decision: Decision | None = None
    own: bool = False
    number: str = ""
    position: tuple[int, ...] = ()
    lead: int = -1
    above: tuple[Passage, ...] = ()
    below: tuple[Passage, ...] = ()
    action: bool = False
    report: bool = False
    index: int = 0

    @property
    def text(self) -> str:
        """Its words with those that govern it; items under it have lines of their own."""
        first = " ".join([*(lead.text for lead in self.above), self.passage.text])
        rest = [f"{item.mark} {item.text}".strip() for item in self.below]
        return _LIST_SIGN.sub("", "\n".join([first, *rest]))


def read_outline(found: Sequence[Passage]) -> tuple[Statement, ...]:
    """Put each passage under the verb that governs it.

    Args:
        found: The passages of a text.

    Returns:
        The statements in the order of the text; words that only introduce others are no
        statements of their own.
    """
    return _Outline(found).read()


@attrs.frozen
class _Lead:
    """What the items under a passage inherit."""

    decision: Decision
    index: int
    above: tuple[Passage, ...]


class _Outline:
    def __init__(self, found: Sequence[Passage]) -> None:
        self.found = found
        self.items: dict[int, list[int]] = {}
        for index, passage in enumerate(found):
            if passage.parent >= 0:
                self.items.setdefault(passage.parent, []).append(index)
        self.places: dict[int, dict[int, int]] = {}
        self.leads: dict[int, _Lead] = {}
        self.recitals: set[int] = set()
        self.apart: set[int] = set()  # items below an action that speak for themselves
        self.inside: set[int] = set()  # items that belong to a statement above them
        self.statements: list[Statement] = []

    def read(self) -> tuple[Statement, ...]:
        for index, passage in enumerate(self.found):
            if index not in self.inside and not passage.day:
                self._take(index, passage)
        return tuple(self.statements)

    def _take(self, index: int, passage: Passage) -> None:
        lead = self._lead(index, passage)
        listed = [item for item in self.items.get(index, ()) if self.found[item].mark]
        if passage.mark == "" and passage.parent >= 0:
            self._report(index, passage)
            return
        own = read_decision(passage.text)
        inherited = lead.decision if lead else None
        if inherited is not None and not capital_verbs(passage.text):
            own = None  # "INVITES the parties to: recognise ..." is no finding
        if own is not None and listed and self._is_recital(passage, own, listed):
            self.recitals.add(index)
            listed = []
        decision = own or inherited
        agreed = inherited is not None and inherited.sort is Sort.ACTIONS and own is None
        named = passage.mark.split(" ")[0].casefold() if passage.label else ""
        action = (agreed and bool(passage.label)) or named == "action"
        if named in ("recommendation", "point", "conclusion") and decision is None:
            decision = Decision(sort=Sort.REQUEST) if named == "recommendation" else None
        above = lead.above if lead and own is None else ()
        if inherited is not None and own is None and inherited.open:
            decision = self._addressed(passage, inherited) or decision
        governs = own is not None or inherited is None or inherited.open
        governs = governs and not action and not _ENDED.search(passage.text)
        if listed and governs and decision is not None:
            verb = passage.text.endswith(":") and self.found[listed[0]].text.startswith("to ")
            goes_on = bool(
                decision.open or verb or _GOES_ON.search(passage.text) or begins_list(passage.text)
            )
            goes_on = goes_on and not is_heading(passage.text)
            # What is only noted stands by itself; what is asked is a sentence with its verb.
            goes_on = goes_on and decision.sort is not Sort.FINDING
            self.leads[index] = _Lead(decision, index, (*above, passage) if goes_on else above)
            if len(above) + 1 > _DEEPEST:
                self.leads.pop(index)
            return
        if decision is None and not action and listed:
            # Words above a list without a verb: the items speak for themselves.
            self.statements.append(Statement(passage=passage, index=index))
            return
        if action or agreed:
            self._set_apart(listed)
        below = self._below(index) if listed and (action or decision is not None) else ()
        self.statements.append(
            Statement(
                passage=passage,
                decision=decision,
                own=own is not None,
                number=self._number(self._numbered(index)),
                position=self._position(index),
                lead=lead.index if lead else -1,
                above=above,
                below=below,
                action=action,
                index=index,
            )
        )

    def _report(self, index: int, passage: Passage) -> None:
        report = is_reporting_line(passage.text) or is_delivery(passage.text)
        self.statements.append(
            Statement(passage=passage, lead=passage.parent, report=report, index=index)
        )

    def _addressed(self, passage: Passage, inherited: Decision) -> Decision | None:
        """The decision of an item that names the addressees itself: "the Commission to: ..."."""
        who = read_who_to(passage.text)
        if who is None:
            return None
        return attrs.evolve(inherited, addressees=who[0], open=False)

    def _below(self, index: int) -> tuple[Passage, ...]:
        """The items under an item that have no verb of their own, all levels of them."""
        kept: list[Passage] = []
        waiting = [item for item in reversed(self.items.get(index, ())) if self.found[item].mark]
        while waiting and len(kept) < _MOST_BELOW:
            item = waiting.pop()
            if item in self.apart or capital_verbs(self.found[item].text):
                continue
            kept.append(self.found[item])
            self.inside.add(item)
            waiting += [
                deeper for deeper in reversed(self.items.get(item, ())) if self.found[deeper].mark
            ]
        return tuple(kept)

    def _lead(self, index: int, passage: Passage) -> _Lead | None:
        """What governs an item; nothing where a bullet in a list of actions is none of them."""
        lead = self.leads.get(passage.parent)
        if lead is not None and lead.decision.sort is Sort.ACTIONS and self._is_apart(passage):
            self.apart.add(index)
            return None
        return lead

    def _set_apart(self, listed: Sequence[int]) -> None:
        """Part the items below an action from the first on that speaks for itself."""
        spoken = (self._is_apart(self.found[item]) for item in listed)
        first = next((place for place, speaks in enumerate(spoken) if speaks), len(listed))
        self.apart.update(item for item in listed[first:] if not self.found[item].label)

    def _is_apart(self, passage: Passage) -> bool:
        """Whether an item with a bullet is no part of the action that it hangs under.

        Behind the last action the other conclusions follow: "Agreed that the group should".
        """
        did = None if passage.label else _DID.match(passage.text)
        decision = read_decision(passage.text) if did else None
        if did is None or decision is None or decision.sort is Sort.ACTIONS:
            return False
        return did["sure"] is not None or bool(decision.addressees.involved)

    def _is_recital(self, passage: Passage, own: Decision, listed: Sequence[int]) -> bool:
        """Whether the points behind a finding stand for themselves, as behind "CONSIDERING ...,".

        A blank line between them is no safe guide, so they hang under it.
        """
        if own.sort is not Sort.FINDING or _INTRODUCES.search(passage.text):
            return False
        if passage.text.endswith((",", ";")) and not passage.mark:
            return True
        decisions = (read_decision(self.found[item].text) for item in listed)
        return any(
            one is not None
            and one.sort in (Sort.REQUEST, Sort.TASK)
            and (one.open or bool(one.addressees.involved))
            for one in decisions
        )

    def _numbered(self, index: int) -> int:
        """The item itself, or for one with a bullet the point with a number above it, or -1."""
        at = index
        for _ in range(_DEEPEST):
            if at < 0 or not self.found[at].mark or at in self.recitals | self.apart:
                return -1
            if self.found[at].label:
                return at
            at = self.found[at].parent
        return -1

    def _position(self, index: int) -> tuple[int, ...]:
        """The places of an item with a bullet and of those above it, below a numbered point."""
        places: list[int] = []
        numbered = self._numbered(index)
        at = index
        while numbered >= 0 and at != numbered:
            parent = self.found[at].parent
            places.append(self._place(parent, at))
            at = parent
        return tuple(reversed(places))

    def _place(self, parent: int, index: int) -> int:
        if parent not in self.places:
            marked = (item for item in self.items.get(parent, ()) if self.found[item].mark)
            self.places[parent] = {item: place for place, item in enumerate(marked, start=1)}
        return self.places[parent][index]

    def _number(self, index: int) -> str:
        """The number of an item with those above it, up to the first that has none."""
        parts: list[str] = []
        at = index
        while at >= 0 and at not in self.recitals and len(parts) < _DEEPEST:
            passage = self.found[at]
            if not passage.label:
                break
            parts.append(passage.label)
            at = passage.parent
        if not parts:
            return ""
        parts.reverse()
        number = parts[0]
        for part in parts[1:]:
            number = part if part.startswith(f"{number}.") else f"{number}({part})"
        return number
