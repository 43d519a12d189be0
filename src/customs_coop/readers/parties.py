"""Party cells: who is responsible, who is concerned, and which groups are not yet certain."""

import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.model import Involvement, Party, PartyKind, Role, known_party

__all__ = ["Parties", "party_id", "read_concerned_list", "read_party_cell", "unknown_parties"]

_OTHERS = re.compile(
    r"\bother\s{1,4}(?:interested|concerned|relevant|involved)\s{1,4}part(?:y|ies)\b\s{0,4}:?",
    re.IGNORECASE,
)
# What follows a group inside its bracket and is no part of its name: a cross-reference.
_REMARK = re.compile(
    r"\s{0,4}[–—-]?\s{0,4}\balso\s{1,4}(?:looking|considering|dealing)\b", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:tbc|tbd|to be (?:confirmed|decided|determined|defined))\b|\?", re.IGNORECASE
)
_GROUP = re.compile(r"\b(?:group|PG|team|unit|committee|network|forum)s?\b", re.IGNORECASE)
_DASH = re.compile(r"(?:\A|\n)[^\S\n]{0,8}[-–—•][^\S\n]{0,8}(?=\S|\n|\Z)")
_CLEAN = re.compile(r"[^A-Z0-9]+")
_LONGEST_NAME = 9  # words; the longest known name has eight


@attrs.frozen
class Parties:
    """The involvements of a cell, with the bodies that are not in the table of known ones."""

    involved: tuple[Involvement, ...] = ()
    unknown: tuple[Party, ...] = ()


def party_id(name: str) -> str:
    """An id for a body that is not in the table of known ones.

    Example:
        >>> party_id("Nordic countries"), party_id("Europol")
        ('NORDIC-COUNTRIES', 'EUROPOL')
    """
    known = known_party(name)
    if known is not None:
        return known.id
    # A remark in brackets explains a name and is no part of it.
    bare = name.partition("(")[0].strip() or name
    return _CLEAN.sub("-", bare.upper())[:60].strip("-") or " ".join(bare.split())[:60]


def read_party_cell(text: str, role: Role = Role.RESPONSIBLE) -> Parties:
    """Read a cell of the party column, with brackets and "Other interested parties:".

    Args:
        text: The cell; paragraphs may stand on lines of their own.
        role: The role of those who stand before "Other interested parties:".

    Returns:
        The involvements in their order; a group with a question mark, "tbc" or the like is not
        confirmed.

    Example:
        >>> for part in read_party_cell("CCWG (Project Group?), CLS").involved:
        ...     print(part.party, repr(part.text), part.confirmed)
        CCWP 'CCWG (Project Group?)' True
        PROJECT-GROUP 'CCWG (Project Group?)' False
        CLS 'CLS' True
    """
    others = _OTHERS.search(text)
    before, after = (text, "") if others is None else (text[: others.start()], text[others.end() :])
    found = [part for piece in _pieces(before) for part in _responsible(piece, role)]
    found += [part for piece in _pieces(after) for part in _plain(piece, Role.CONCERNED)]
    return _with_unknown(found)


def read_concerned_list(text: str, role: Role = Role.CONCERNED) -> Parties:
    r"""Read a list of parties with dashes, commas, and services in brackets.

    A bracket that names services of the body before it gives that body and each service.

    Args:
        text: The list, its line breaks kept.
        role: The role of all.

    Returns:
        The involvements in their order.

    Example:
        >>> found = read_concerned_list("- COM (DG\nTAXUD, OLAF),\n- Europol.")
        >>> [part.party for part in found.involved]
        ['COM', 'TAXUD', 'OLAF', 'EUROPOL']
    """
    items = [piece for piece in _DASH.split(text) if piece.strip(" \n\t,;.")]
    found: list[tuple[Involvement, Party | None]] = []
    for item in items:
        pieces = [" ".join(piece.split()) for piece in _pieces(" ".join(item.split()))]
        whole = " ".join(item.split()).strip(" ,;.")
        if len(pieces) > 1 and not all(_is_name(piece) for piece in pieces):
            pieces = [whole]
        for piece in pieces:
            found += _with_services(piece, role)
    return _with_unknown(found)


def unknown_parties(groups: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    """All bodies once, by id, in the order in which they first appear."""
    found: dict[str, Party] = {}
    for group in groups:
        for party in group:
            found.setdefault(party.id, party)
    return tuple(found.values())


_Found = tuple[Involvement, Party | None]


def _with_unknown(found: list[_Found]) -> Parties:
    involved = tuple(dict.fromkeys(involvement for involvement, _ in found))
    unknown = {party.id: party for _, party in found if party is not None}
    return Parties(involved, tuple(unknown.values()))


def _pieces(text: str) -> Iterator[str]:
    """Split at commas, semicolons and line ends that stand outside brackets."""
    depth = start = 0
    for index, character in enumerate(text):
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character in ",;\n" and not depth:
            if text[start:index].strip(" \t.\u00a0"):
                yield text[start:index].strip()
            start = index + 1
    if text[start:].strip(" \t.\u00a0"):
        yield text[start:].strip()


def _is_name(piece: str) -> bool:
    """Whether a piece between commas is a name by itself and not a part of a phrase."""
    bare = piece.partition("(")[0].strip(" .,;")
    words = bare.split()
    return bool(words) and (
        known_party(bare) is not None or (len(words) <= 4 and words[0][:1].isupper())
    )


def _involvement(name: str, role: Role, text: str, *, group_of: str | None = None) -> _Found:
    bare = " ".join(name.replace("?", " ").split()).strip(" .,;:") or name.strip()
    known = known_party(bare)
    confirmed = not _OPEN.search(text)
    if known is not None:
        return Involvement(party=known.id, role=role, text=text, confirmed=confirmed), None
    group = bool(_GROUP.search(bare))
    party = Party(
        id=party_id(bare),
        name=bare,
        kind=PartyKind.GROUP if group else None,
        part_of=group_of if group else None,
    )
    return Involvement(party=party.id, role=role, text=text, confirmed=confirmed), party


def _bracket(piece: str) -> tuple[str, str]:
    """A name and what stands in the bracket behind it; an unclosed bracket runs to the end."""
    name, opening, rest = piece.partition("(")
    if not opening:
        return piece.strip(), ""
    inner, closing, tail = rest.rpartition(")")
    if not closing:
        return name.strip(), rest.strip()
    return f"{name.strip()} {tail.strip(' .,;')}".strip(), inner.strip()


def _responsible(piece: str, role: Role) -> list[_Found]:
    name, inner = _bracket(piece)
    remark = _REMARK.search(inner)
    group = (inner[: remark.start()] if remark else inner).strip(" –—-")
    found = _plain(name, role) if name else []
    owner = found[0][0].party if found else None
    if not group:
        return found
    if _OPEN.search(group) and not _GROUP.search(group):
        # "(tbc)" doubts the party itself.
        doubted = [(attrs.evolve(part, confirmed=False), party) for part, party in found]
        return _as_printed(doubted, piece)
    names = [part.strip() for part in re.split(r"\s/\s|/(?=[A-Z])|[,;]\s", group)]
    doubt = bool(_OPEN.search(group))
    for part in names:
        if part:
            involvement, party = _involvement(part, role, part, group_of=owner)
            if doubt:
                # "Project Group / Experts Group?" doubts both.
                involvement = attrs.evolve(involvement, confirmed=False)
            found.append((involvement, party))
    return _as_printed(found, piece)


def _as_printed(found: list[_Found], piece: str) -> list[_Found]:
    """Give each party of a piece with a bracket the words of the whole piece."""
    text = " ".join(piece.split()).strip(" .,;:")
    return [(attrs.evolve(involvement, text=text), party) for involvement, party in found]


def _plain(piece: str, role: Role) -> list[_Found]:
    """Names that stand beside each other with nothing but blanks: known ones first."""
    piece = piece.strip(" .;,:")
    if not piece:
        return []
    if known_party(piece) is not None:
        return [_involvement(piece, role, piece)]
    if "(" in piece:
        return _with_services(piece, role)
    words = piece.split()
    found: list[_Found] = []
    rest: list[str] = []
    index = 0
    while index < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - index), 0, -1):
            name = " ".join(words[index : index + length])
            if known_party(name.strip(".,;:")) is not None and _starts_name(rest, words, index):
                if rest:
                    found.append(_rest(rest, role, found))
                    rest = []
                found.append(_involvement(name.strip(".,;:"), role, name.strip(".,;:")))
                index += length
                break
        else:
            rest.append(words[index])
            index += 1
    if rest:
        found.append(_rest(rest, role, found))
    return found


def _starts_name(rest: list[str], words: list[str], index: int) -> bool:
    """A known name inside a phrase, as in "liaison with the Commission", is a part of it."""
    return not rest or (words[index][:1].isupper() and not rest[-1][:1].islower())


def _rest(words: list[str], role: Role, found: list[_Found]) -> _Found:
    owner = found[0][0].party if found else None
    text = " ".join(words)
    return _involvement(text, role, text, group_of=owner)


def _with_services(piece: str, role: Role) -> list[_Found]:
    """A body and the services in its bracket; any other bracket is a part of the name."""
    piece = piece.strip(" .;,")
    name, inner = _bracket(piece)
    owner = known_party(name)
    if owner is None or not inner:
        known = known_party(piece)
        if known is None and "(" not in piece:
            return _plain_or_whole(piece, role)
        return [_involvement(piece, role, piece)]
    parts = list(_pieces(inner))
    if not all(known_party(part) or part.startswith("DG ") for part in parts):
        return [_involvement(owner.id, role, piece)]
    found: list[_Found] = [_involvement(owner.id, role, name)]
    for part in parts:
        involvement, party = _involvement(part, role, part, group_of=owner.id)
        if party is not None:
            party = attrs.evolve(party, kind=party.kind or PartyKind.SERVICE, part_of=owner.id)
        found.append((involvement, party))
    return _as_printed(found, piece)


def _plain_or_whole(piece: str, role: Role) -> list[_Found]:
    found = _plain(piece, role)
    if all(party is None for _, party in found):
        return found
    return [_involvement(piece, role, piece)]
