"""Cells of the party column that say who has taken the work over, in the place of a party."""

import re

from customs_coop.model import Link, LinkKind, Named, PartyRef, Role, Target, known_party
from customs_coop.readers.mentions.codes import codes_at
from customs_coop.readers.mentions.context import PlanContext, code_target
from customs_coop.readers.mentions.passages import Passage, folded
from customs_coop.readers.parties.cells import read_party_cell
from customs_coop.references.base import Pattern

__all__ = ["read_disposition"]

_FORWARD = Pattern(
    r"\b(?:taken|carried)\s{1,3}(?:forward|over|up)\s{1,3}(?:under|in|by|within)\s{1,3}(?:the\s{1,3})?"
    r"(?P<taker>\S[^\n]{0,120})",
    re.IGNORECASE,
)
_WORK_AREA = Pattern(r"work\s{1,3}area\s{1,3}\w{1,6}", re.IGNORECASE)
_PLAN = Pattern(r"[^,;()]{0,60}\b(?:action|work)\s{1,3}plan\b", re.IGNORECASE)


def read_disposition(text: str, context: PlanContext) -> tuple[Link, ...]:
    """What a cell of the party column says of who has taken the work over, if it does.

    Returns:
        One link for each taker, or nothing where the cell names parties.

    Example:
        >>> links = read_disposition("Taken forward in MDG", PlanContext("AP1"))
        >>> links[0].kind.name, str(links[0].target)
        ('TAKEN_FORWARD_IN', 'MDG')
    """
    match = _FORWARD.search(text)
    if match is None or Passage(text).denied(match.start()):
        return ()
    taker = match["taker"].strip(" .;,")
    targets: list[Target] = []
    area = _WORK_AREA.match(taker)
    codes = codes_at(taker, 0, context)
    if area:
        targets.append(Named(folded(area[0]), "work area"))
    elif codes and not taker[codes.end :].strip(" .;,"):
        targets += [code_target(code, context) for code, _ in codes.codes]
    elif _PLAN.match(taker):
        targets.append(Named(folded(taker), "plan"))
    else:
        for involvement in read_party_cell(taker, Role.RESPONSIBLE).involved:
            name = folded(involvement.text)
            targets.append(
                PartyRef(involvement.party) if known_party(name) else Named(name, "party")
            )
    return tuple(
        Link(kind=LinkKind.TAKEN_FORWARD_IN, target=target, text=" ".join(text.split()))
        for target in targets
    )
