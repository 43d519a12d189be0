"""Party cells: who is responsible, who is concerned, and which groups are not yet certain.

A body is taken from a cell only where words name one. Remarks on its part ("lead", "2") stay in
the words of the involvement; what names nobody is handed back as text.
"""

import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.model import KNOWN_PARTIES, Involvement, Party, PartyKind, Role, known_party
from customs_coop.model.party import customs_administration, is_demonym, member_state
from customs_coop.readers.parties.examples import find_examples, split_examples
from customs_coop.readers.parties.names import (
    OPEN,
    bare_name,
    body,
    is_group,
    is_role_remark,
    names_nobody,
    party_id,
    says_nobody,
    split_names,
    without_relation,
)
from customs_coop.readers.parties.titles import find_titles, in_title, is_title

__all__ = ["Parties", "party_id", "read_concerned_list", "read_party_cell", "unknown_parties"]

_OTHERS = re.compile(
    r"\b(?:other\s{1,4}(?:interested|concerned|relevant|involved)\s{1,4}part(?:y|ies)"
    r"|autres?\s{1,4}parties?\s{1,4}(?:intéressée|concernée|impliquée)s?"
    r"|(?:sonstige|weitere|andere)\s{1,4}(?:(?:interessierte|betroffene)\s{1,4}Parteien|Beteiligte))"
    r"\b\s{0,4}:?",
    re.IGNORECASE,
)
# What follows a group inside its bracket and is no part of its name: a cross-reference.
_REMARK = re.compile(
    r"\s{0,4}[–—-]?\s{0,4}\b(?:also\s{1,4}(?:looking|considering|dealing)"
    r"|examine(?:nt)?\s{1,4}(?:également|aussi)|traite(?:nt)?\s{1,4}(?:également|aussi)"
    r"|befass(?:t|en)\s{1,4}sich\s{1,4}auch)\b",
    re.IGNORECASE,
)
_DASH = re.compile(r"(?:\A|\n)[^\S\n]{0,8}[-–—•][^\S\n]{0,8}(?=\S|\n|\Z)")
_LONGEST_NAME = 9  # words; the longest known name has eight
_FIRST_WORDS = frozenset(
    name.split()[0].casefold()
    for party in KNOWN_PARTIES
    for name in (party.id, party.name, *(other.text for other in party.names))
)


@attrs.frozen
class Parties:
    """The involvements of a cell, with what else it holds.

    Args:
        involved: Who takes part, in order.
        unknown: The bodies that are not in the table of known ones.
        nobody: Words that say that nobody is named, or not yet, as "none" or "tbc".
        unread: Words that name no party, as "See 1.2" or "Dropped".
    """

    involved: tuple[Involvement, ...] = ()
    unknown: tuple[Party, ...] = ()
    nobody: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def read_party_cell(text: str, role: Role = Role.RESPONSIBLE) -> Parties:
    """Read a cell of the party column, with brackets and "Other interested parties:".

    Args:
        text: The cell; paragraphs may stand on lines of their own.
        role: The role of those who stand before "Other interested parties:".

    Returns:
        The involvements in their order; a group with a question mark, "tbc" or the like is not
        confirmed, and neither are two bodies with "or" between them.

    Example:
        >>> for part in read_party_cell("CCWG (Project Group?), CLS and FR (lead)").involved:
        ...     print(part.party, repr(part.text), part.confirmed)
        CCWP 'CCWG (Project Group?)' True
        PROJECT-GROUP 'CCWG (Project Group?)' False
        CLS 'CLS' True
        FR 'FR (lead)' True
    """
    others = _OTHERS.search(text)
    before, after = (text, "") if others is None else (text[: others.start()], text[others.end() :])
    found = _Cell()
    for piece in _pieces(before):
        found.take(piece, role, services=False)
    for piece in _pieces(after):
        found.take(piece, Role.CONCERNED, services=False)
    return found.parties()


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
    found = _Cell()
    for item in items:
        pieces = [" ".join(piece.split()) for piece in _pieces(" ".join(item.split()))]
        whole = " ".join(item.split()).strip(" ,;.")
        if len(pieces) > 1 and not all(_is_name(piece) for piece in pieces):
            pieces = [whole]
        for piece in pieces:
            found.take(piece, role, services=True)
    return found.parties()


def unknown_parties(groups: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    """All bodies once, by id, in the order in which they first appear."""
    found: dict[str, Party] = {}
    for group in groups:
        for party in group:
            found.setdefault(party.id, party)
    return tuple(found.values())


_Found = tuple[Involvement, Party | None]


class _Cell:
    """What was found in a cell so far."""

    def __init__(self) -> None:
        self.found: list[_Found] = []
        self.nobody: list[str] = []
        self.unread: list[str] = []

    def take(self, piece: str, role: Role, *, services: bool) -> None:
        """Take what stands between two commas."""
        examples = split_examples(piece)
        if examples is not None:
            begin = len(self.found)
            for name in (examples[0], *examples[1]):
                self.take(name, role, services=services)
            self.found[begin:] = _as_printed(self.found[begin:], piece)
            return
        names = list(split_names(piece))
        for name, doubted in names:
            if is_demonym(name) and customs_administration(names[-1][0]) is not None:
                # "French and Dutch Customs"
                self.found.append(_involvement(f"{name} Customs", role, piece))
            elif says_nobody(name):
                if any(map(str.isalnum, name)) or "?" in name:
                    self.nobody.append(name)
            elif names_nobody(name):
                self.unread.append(name)
            else:
                found = _with_services(name, role) if services else _responsible(name, role)
                if doubted:
                    found = _doubted(found)
                self.found += found

    def parties(self) -> Parties:
        involved = tuple(dict.fromkeys(involvement for involvement, _ in self.found))
        unknown: dict[str, Party] = {}
        for _, party in self.found:
            if party is not None:
                # An administration points at its state.
                state = member_state(party.part_of) if party.part_of else None
                if state is not None:
                    unknown.setdefault(state.id, state)
                unknown.setdefault(party.id, party)
        return Parties(involved, tuple(unknown.values()), tuple(self.nobody), tuple(self.unread))


def _pieces(text: str) -> Iterator[str]:
    """Split at commas, semicolons and line ends that stand outside brackets and names."""
    titles, examples = find_titles(text), find_examples(text)
    depth = start = 0
    for index, character in enumerate(text):
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character in ",;\n" and not (
            depth or in_title(titles, index) or in_title(examples, index)
        ):
            if text[start:index].strip(" \t.\u00a0"):
                yield text[start:index].strip()
            start = index + 1
    if text[start:].strip(" \t.\u00a0"):
        yield text[start:].strip()


def _is_name(piece: str) -> bool:
    """Whether a piece between commas is a name by itself and not a part of a phrase."""
    bare = without_relation(piece).partition("(")[0].strip(" .,;")
    words = bare.split()
    if body(bare) is not None or says_nobody(piece) or is_title(bare):
        return True
    return bool(words) and len(words) <= 4 and words[0][:1].isupper()


def _involvement(name: str, role: Role, text: str, *, group_of: str | None = None) -> _Found:
    name = without_relation(name)
    bare = bare_name(name) or name.strip()
    plain, inner = _bracket(bare)
    if inner and plain and is_role_remark(inner):
        bare = plain
    confirmed = not OPEN.search(text)
    new = party_id(bare)
    # A body that is known is never made anew, however its name is written.
    known = body(bare) or known_party(new) or known_party(new.replace("-", " "))
    if known is not None:
        party = None if known_party(known.id) else known
        return Involvement(party=known.id, role=role, text=text, confirmed=confirmed), party
    group = is_group(bare)
    made = Party(
        id=new,
        name=bare,
        kind=PartyKind.GROUP if group else None,
        part_of=group_of if group else None,
    )
    return Involvement(party=made.id, role=role, text=text, confirmed=confirmed), made


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
    inside = (inner[: remark.start()] if remark else inner).strip(" –—-")
    found = _plain(name, role) if name else []
    if not inside:
        return _as_printed(found, piece) if inner else found
    owner = found[0][0].party if found else None
    doubt = bool(OPEN.search(inside))
    parts = [part for part in _names_inside(inside) if _is_inside_name(part, owner)]
    for part in parts:
        involvement, party = _involvement(part, role, part, group_of=owner)
        # "Project Group / Experts Group?" doubts both.
        found.append((attrs.evolve(involvement, confirmed=not doubt), party))
    if doubt and not parts:
        # "(tbc)" doubts the party itself.
        found = _doubted(found)
    return _as_printed(found, piece)


def _names_inside(inside: str) -> Iterator[str]:
    for piece in _pieces(inside):
        for name, _ in split_names(piece):
            yield name


def _is_inside_name(part: str, owner: str | None) -> bool:
    """Whether a part of a bracket names a party; without an owner before it, it has to."""
    if says_nobody(part) or names_nobody(part) or is_role_remark(part):
        return False
    bare = bare_name(without_relation(part))
    return owner is None or bare[:1].isupper() or is_group(bare) or body(bare) is not None


def _doubted(found: list[_Found]) -> list[_Found]:
    return [(attrs.evolve(involvement, confirmed=False), party) for involvement, party in found]


def _as_printed(found: list[_Found], piece: str) -> list[_Found]:
    """Give each party of a piece with a bracket the words of the whole piece."""
    text = " ".join(piece.split()).strip(" .,;:")
    return [(attrs.evolve(involvement, text=text), party) for involvement, party in found]


def _plain(piece: str, role: Role) -> list[_Found]:
    """Names that stand beside each other with nothing but blanks: known ones first."""
    piece = piece.strip(" .;,:")
    if not piece:
        return []
    if body(without_relation(piece)) is not None:
        return [_involvement(piece, role, piece)]
    if "(" in piece:
        return _with_services(piece, role)
    words = without_relation(piece).split()
    # "IT" is Italy among codes, not in "IT experts".
    codes = all(body(word) is not None or OPEN.fullmatch(word) for word in words)
    found: list[_Found] = []
    rest: list[str] = []
    index = 0
    while index < len(words):
        length = _length_of_name(words, index, codes=codes) if _may_start(rest, words[index]) else 0
        if length:
            if rest:
                found += _rest(rest, role, found)
                rest = []
            name = " ".join(words[index : index + length]).strip(".,;:")
            found.append(_involvement(name, role, name))
        else:
            rest.append(words[index])
        index += length or 1
    return _with_rest(found, rest, role) if rest else found


def _may_start(rest: list[str], word: str) -> bool:
    """A known name inside a phrase, as in "liaison with the Commission", is a part of it."""
    return not rest or (word[:1].isupper() and is_group(rest[-1]))


def _length_of_name(words: list[str], index: int, *, codes: bool) -> int:
    """How many words from here on are the longest known name; 0 where none is."""
    if bare_name(words[index]).casefold() in _FIRST_WORDS:
        for length in range(min(_LONGEST_NAME, len(words) - index), 0, -1):
            if known_party(bare_name(" ".join(words[index : index + length]))) is not None:
                return length
    return int(codes and body(words[index]) is not None)


def _rest(words: list[str], role: Role, found: list[_Found]) -> list[_Found]:
    owner = found[0][0].party if found else None
    text = " ".join(words)
    return [_involvement(text, role, text, group_of=owner)]


def _with_rest(found: list[_Found], rest: list[str], role: Role) -> list[_Found]:
    """A name behind known ones is a party; a phrase is a remark on the last of them."""
    text = " ".join(rest)
    if not found or ((is_group(text) or text[:1].isupper()) and not says_nobody(text)):
        return [*found, *_rest(rest, role, found)]
    involvement, party = found[-1]
    doubted = OPEN.search(text) is not None
    last = attrs.evolve(
        involvement,
        text=f"{involvement.text} {text}",
        confirmed=involvement.confirmed and not doubted,
    )
    return [*found[:-1], (last, party)]


def _with_services(piece: str, role: Role) -> list[_Found]:
    """A body and the services in its bracket; any other bracket is a part of the name."""
    piece = piece.strip(" .;,")
    name, inner = _bracket(piece)
    owner = body(without_relation(name))
    if owner is None or not inner:
        if body(without_relation(piece)) is None and "(" not in piece:
            return _plain_or_whole(piece, role)
        return [_involvement(piece, role, piece)]
    parts = list(_pieces(inner))
    found = [_involvement(name, role, piece)]
    if not all(body(part) or part.startswith("DG ") for part in parts):
        return found
    for part in parts:
        involvement, party = _involvement(part, role, part, group_of=owner.id)
        if party is not None:
            party = attrs.evolve(party, kind=party.kind or PartyKind.SERVICE, part_of=owner.id)
        found.append((involvement, party))
    return _as_printed(found, piece)


def _plain_or_whole(piece: str, role: Role) -> list[_Found]:
    found = _plain(piece, role)
    if all(known_party(involvement.party) or body(involvement.party) for involvement, _ in found):
        return found
    return [_involvement(piece, role, piece)]
