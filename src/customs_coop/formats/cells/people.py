"""The cells of parties: the words on them, and their ids where words do not tell them."""

import functools
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from customs_coop.formats.additions import Added, addition, check_of
from customs_coop.formats.cells.words import KEPT, Paragraph, holds, row_text
from customs_coop.formats.columns import Column
from customs_coop.model import Action, Involvement, LinkKind, Role, known_body

__all__ = ["concerned_parties", "own_cell", "responsible_parties"]

# Those who have neither a column nor a label, in the order in which they are printed.
_FURTHER = tuple(role for role in Role if role not in (Role.RESPONSIBLE, Role.CONCERNED))


# As readers make the id of a body that is not known.
_NOT_ID = re.compile(r"[^A-Z0-9]+")


def own_cell(involvement: Involvement, action: Action) -> bool:
    """Whether the party asks for a column, and is not merely read from the words of the action.

    A timetable names its parties in sentences; a column that repeats them would be none of its.
    """
    text, party = involvement.text, involvement.party
    if not text or not holds(action.title, text):
        return True
    # Words that do not name a known body were not what it was read from.
    return known_body(party) is not None and not _is_named(party, text)


def _parties(involved: Iterable[Involvement], *, role: bool = False) -> tuple[Paragraph, ...]:
    """The words on parties; several may be read from the same words, which are printed once."""
    groups: dict[tuple[str, Role], list[Involvement]] = {}
    for one in involved:
        words = " ".join(one.text.split()) or (one.party if one.confirmed else f"{one.party} (tbc)")
        groups.setdefault((words, one.role), []).append(one)
    return tuple([_party(words, group, role=role) for (words, _), group in groups.items()])


def _party(words: str, group: list[Involvement], *, role: bool) -> Paragraph:
    """The words that one or several parties were read from."""
    printed = f" {addition(Added.ROLE, group[0].role.value)}" if role else ""
    if _tells(words, group):
        return Paragraph(f"{words}{printed}")
    return Paragraph(
        f"{words} {_ids(group)}{printed}",
        plain=f"{words}{printed}",
        hidden=addition(Added.CHECK, check_of(words)),
    )


def _ids(group: Iterable[Involvement]) -> str:
    ids = (one.party if one.confirmed else f"{one.party} (tbc)" for one in group)
    return addition(Added.PARTY, ", ".join(ids))


def _tells(words: str, group: list[Involvement]) -> bool:
    """Whether words tell the parties that were read from them."""
    doubted = any(sign in words.casefold() for sign in ("?", "tbc", "tbd", "to be ", " or "))
    if not doubted and not all(one.confirmed for one in group):
        return False
    if len(group) == 1 and group[0].confirmed != doubted:
        known = known_body(words.strip(" .,;"))
        if known is not None:
            return known.id == group[0].party
    # Readers give the words of a bracket, and those behind a label, to all whom they name.
    together = len(group) == 1 or "(" in words or ":" in words
    return together and all(_is_named(one.party, words) for one in group)


@functools.lru_cache(maxsize=KEPT)
def _is_named(party: str, words: str) -> bool:
    """Whether words name a party by a name that is known, or by that of which its id is made."""
    known = known_body(party)
    if known is not None and known.id == party:
        names = (known.id, known.name, *(name.text for name in known.names))
        if any(holds(words, name) for name in names):
            return True
    return f"-{party}-" in f"-{_NOT_ID.sub('-', words.upper())}-"


def _with_role(action: Action, roles: Iterable[Role]) -> tuple[Paragraph, ...]:
    wanted = tuple(roles)
    return _parties((i for i in action.involved if i.role in wanted), role=True)


def responsible_parties(
    action: Action, columns: AbstractSet[Column], others_label: str
) -> tuple[Paragraph, ...]:
    """The cell of the responsible party, and of all others where they have no column.

    Args:
        action: The action.
        columns: The columns of the table.
        others_label: What stands before the others.
    """
    found = (*_parties(action.responsible), *_takers(action))
    if Column.CONCERNED in columns:
        return found
    others = _parties(action.concerned)
    label = (Paragraph(others_label, label=True),) if others else ()
    return (*found, *_with_role(action, _FURTHER), *label, *others)


def concerned_parties(action: Action, columns: AbstractSet[Column]) -> tuple[Paragraph, ...]:
    """The cell of the other concerned parties.

    Args:
        action: The action.
        columns: The columns of the table.
    """
    takers = () if Column.RESPONSIBLE in columns else _takers(action)
    others = [i for i in action.involved if i.role in _FURTHER]
    return (*_parties(action.concerned), *_parties(others, role=True), *takers)


def _takers(action: Action) -> tuple[Paragraph, ...]:
    """Where the work is taken forward: the party cell says so in the place of a party."""
    printed = f"{row_text(action)}\n{action.status_text}"
    words = dict.fromkeys(
        " ".join(link.text.split())
        for link in action.links
        if link.kind is LinkKind.TAKEN_FORWARD_IN and not holds(printed, link.text)
    )
    if action.responsible:
        return tuple([Paragraph(addition(Added.WORDS, text), plain=text) for text in words])
    return tuple([Paragraph(text) for text in words])
