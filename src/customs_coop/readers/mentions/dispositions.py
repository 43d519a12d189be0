"""Cells of the party column that say who has taken the work over, in the place of a party."""

import re

import attrs

from customs_coop.model import Link, LinkKind, Named, PartyRef, Role, Target, known_body
from customs_coop.readers.mentions.codes import codes_at
from customs_coop.readers.mentions.context import PlanContext, code_target
from customs_coop.readers.mentions.passages import Passage, folded
from customs_coop.readers.mentions.vocabulary import any_of
from customs_coop.readers.parties.cells import read_party_cell
from customs_coop.readers.parties.names import body
from customs_coop.references.base import Pattern

__all__ = ["Disposition", "read_disposition", "split_disposition"]

_FORWARD = Pattern(rf"{any_of('forward')}(?P<taker>\S[^\n]{{0,120}})", re.IGNORECASE)
_WORK_AREA = Pattern(any_of("work_area"), re.IGNORECASE)
_LONGEST_NAME = 10  # words
_PLAN = Pattern(rf"[^,;()]{{0,60}}{any_of('plan')}", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Disposition:
    """What a cell of the party column holds.

    Args:
        links: One for each body, area or plan that has taken the work over.
        parties: The words that name parties.
    """

    links: tuple[Link, ...] = ()
    parties: str = ""


def read_disposition(text: str, context: PlanContext) -> tuple[Link, ...]:
    """What a cell of the party column says of who has taken the work over, if it does.

    Returns:
        One link for each taker, or nothing where the cell names parties.

    Example:
        >>> links = read_disposition("Taken forward in MDG", PlanContext("AP1"))
        >>> links[0].kind.name, str(links[0].target)
        ('TAKEN_FORWARD_IN', 'MDG')
    """
    return split_disposition(text, context).links


def split_disposition(text: str, context: PlanContext) -> Disposition:
    r"""Set what a cell says of who has taken the work over apart from the parties beside it.

    Those stand on lines of their own, or they are known bodies that stand behind the taker with
    no word and no sign between them.

    Args:
        text: The cell; paragraphs may stand on lines of their own.
        context: The plan to which it belongs.

    Example:
        >>> found = split_disposition("Taken forward in MDG Europol", PlanContext("AP1"))
        >>> [str(link.target) for link in found.links], found.parties
        (['MDG'], 'Europol')
        >>> split_disposition("Taken forward in MDG\nCCWP", PlanContext("AP1")).parties
        'CCWP'
        >>> split_disposition("Europol", PlanContext("AP1"))
        Disposition(links=(), parties='Europol')
    """
    match = _FORWARD.search(text)
    if match is None or Passage(text).denied(match.start()):
        return Disposition(parties=text)
    begin = max(text.rfind(mark, 0, match.start()) + 1 for mark in "\n.;")
    taker, beside = _two_bodies(match["taker"])
    words = " ".join(text[begin : match.end() - len(beside)].split())
    links = _links(words, taker, context)
    if not links:
        return Disposition(parties=text)
    parties = "\n".join((text[:begin], beside, text[match.end() :]))
    return Disposition(links=links, parties=parties.strip())


def _two_bodies(taker: str) -> tuple[str, str]:
    """A known body, and another one that stands behind it with only a blank between them."""
    words = taker.split(" ")
    for length in range(1, min(len(words), _LONGEST_NAME)):
        first, second = " ".join(words[:length]), " ".join(words[length:])
        if body(first) is not None and not first.endswith((",", ";")):
            bare = second.strip(" .;,")
            known = body(bare) or body(bare.partition("(")[0])
            if known is not None and second[:1].isupper():
                return first, second
    return taker, ""


def _links(words: str, taker: str, context: PlanContext) -> tuple[Link, ...]:
    taker = taker.strip(" .;,")
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
                PartyRef(involvement.party) if known_body(name) else Named(name, "party")
            )
    return tuple(
        Link(kind=LinkKind.TAKEN_FORWARD_IN, target=target, text=words) for target in targets
    )
