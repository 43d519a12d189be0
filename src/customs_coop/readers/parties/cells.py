"""Party cells: who is responsible, who is concerned, and which groups are not yet certain.

A body is taken from a cell only where words name one. Remarks on its part ("lead", "2") stay in
the words of the involvement; what names nobody is handed back as text.
"""

import functools
import re
from collections.abc import Iterable

import attrs

from customs_coop.model import Involvement, Party, Role
from customs_coop.model.party import customs_administration, is_demonym, member_state
from customs_coop.readers.parties.cut import join_cut_lines
from customs_coop.readers.parties.examples import split_examples
from customs_coop.readers.parties.exceptions import cut_exception
from customs_coop.readers.parties.involving import (
    Found,
    as_printed,
    begins_with_known,
    doubted,
    involvement,
    split_pieces,
    with_bracket,
    with_remark,
    with_services,
)
from customs_coop.readers.parties.names import (
    is_person,
    is_unit,
    names_nobody,
    party_id,
    says_nobody,
)
from customs_coop.readers.parties.relations import (
    beside,
    names_helper,
    standing_of,
    without_relation,
)
from customs_coop.readers.parties.running import is_remark, is_running, named_before
from customs_coop.readers.parties.sections import split_sections
from customs_coop.readers.parties.splitting import split_names
from customs_coop.readers.parties.titles import is_title

__all__ = ["Parties", "party_id", "read_concerned_list", "read_party_cell", "unknown_parties"]

_OTHERS = re.compile(
    r"\b(?:other\s{1,4}(?:interested|concerned|relevant|involved)\s{1,4}part(?:y|ies)"
    r"|autres?\s{1,4}parties?\s{1,4}(?:intéressée|concernée|impliquée)s?"
    r"|(?:sonstige|weitere|andere)\s{1,4}(?:(?:interessierte|betroffene)\s{1,4}Parteien|Beteiligte))"
    r"\b\s{0,4}:?",
    re.IGNORECASE,
)
_DASH = re.compile(r"(?:\A|\n)[^\S\n]{0,8}[-–—•][^\S\n]{0,8}(?=\S|\n|\Z)")


@attrs.frozen
class Parties:
    """The involvements of a cell, with what else it holds.

    Args:
        involved: Who takes part, in order.
        unknown: The bodies that are not in the table of known ones.
        nobody: Words that say that nobody is named, or not yet, as "none" or "tbc".
        unread: Words that name no party, as "See 1.2" or "Dropped".
        findings: The codes of what else a person should look at, each with its message.
    """

    involved: tuple[Involvement, ...] = ()
    unknown: tuple[Party, ...] = ()
    nobody: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()


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
    return _kept(text, role) if len(text) <= _LONGEST_KEPT else _read(text, role)


def _read(text: str, role: Role) -> Parties:
    others = _OTHERS.search(text)
    before, after = (text, "") if others is None else (text[: others.start()], text[others.end() :])
    found = _Cell()
    found.read(before, role)
    found.read(after, Role.CONCERNED)
    return found.parties()


_LONGEST_KEPT = 400
_kept = functools.lru_cache(maxsize=32)(_read)  # many rows name the same few parties


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
    found = _Cell(services=True)
    for item in items:
        found.read(" ".join(item.split()), role)
    return found.parties()


def unknown_parties(groups: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    """All bodies once, by id, in the order in which they first appear."""
    found: dict[str, Party] = {}
    for group in groups:
        for party in group:
            found.setdefault(party.id, party)
    return tuple(found.values())


class _Cell:
    """What was found in a cell so far.

    Args:
        services: Whether brackets name services, and commas may stand within a phrase.
    """

    def __init__(self, *, services: bool = False) -> None:
        self.services = services
        self.found: list[Found] = []
        self.nobody: list[str] = []
        self.unread: list[str] = []
        self.findings: list[tuple[str, str]] = []
        self.helping = False  # whether those who follow only help, up to the next semicolon

    def read(self, text: str, role: Role) -> None:
        """Read all of a cell, or an item of its list."""
        for section in split_sections(join_cut_lines(text)):
            begin = len(self.found)
            of = beside(role) if section.helps else role
            for line in split_pieces(section.words, ";\n"):
                self.helping = False
                first = len(self.found)
                for piece in self._phrases(line):
                    self.take(piece, of, first)
            if section.labelled:
                self.found[begin:] = as_printed(self.found[begin:], section.text)
                if not section.words:
                    self.unread.append(section.text)

    def _phrases(self, line: str) -> list[str]:
        """The pieces between commas; in a list of services some commas belong to a phrase."""
        pieces = list(split_pieces(line, ","))
        if not self.services:
            return pieces
        pieces = [" ".join(piece.split()) for piece in pieces]
        names = [cut_exception(piece)[0] for piece in pieces]
        if len(pieces) < 2 or all(map(_is_name, names)):
            return pieces
        first, last = 0, len(pieces)
        while first < last and _is_certain(names[first]):
            first += 1
        while last > first and is_remark(pieces[last - 1]):
            last -= 1
        phrase = ", ".join(pieces[first:last]).strip(" ,;.")
        if last - first > 1 and split_examples(phrase) is None:
            self.findings.append(("CC132", f'"{phrase[:60]}" was read as one party'))
        return [*pieces[:first], *([phrase] if phrase else []), *pieces[last:]]

    def take(self, piece: str, role: Role, first: int) -> None:
        """Take what stands between two commas.

        Args:
            piece: The words.
            role: The part of those whom they name.
            first: Where those of the same line begin, to which a remark may belong.
        """
        examples = split_examples(piece)
        if examples is not None:
            begin = len(self.found)
            for name in (examples[0], *examples[1]):
                self.take(name, role, begin)
            self.found[begin:] = as_printed(self.found[begin:], piece)
            return
        plain, exception = cut_exception(piece)
        if exception and plain:
            begin = len(self.found)
            self.take(plain, role, first)
            if len(self.found) > begin:
                self.found[begin:] = as_printed(self.found[begin:], piece)
                self.findings.append(("CC135", f'"{exception}" leaves out some of a party'))
            else:
                self.unread.append(" ".join(piece.split()))
            return
        names = list(split_names(piece))
        for name, in_doubt in names:
            if is_demonym(name) and customs_administration(names[-1][0]) is not None:
                # "French and Dutch Customs"
                self.found.append(involvement(f"{name} Customs", role, piece))
            elif says_nobody(name):
                if any(map(str.isalnum, name)) or "?" in name:
                    self.nobody.append(name)
            elif names_nobody(name):
                self.unread.append(name)
            else:
                found = self._named(name, role, first)
                self.found += doubted(found) if in_doubt else found

    def _named(self, name: str, role: Role, first: int) -> list[Found]:
        """Those whom one name names; what is no name is kept as a remark or handed back."""
        outer, _, inner = name.partition("(")
        outer = outer.strip(" .;,:")
        standing = standing_of(outer)
        if standing is not None:
            self.helping = self.helping or standing.carries
        helps = self.helping or (standing is not None and standing.helps)
        helps = helps or names_helper(inner.rpartition(")")[0])
        role = beside(role) if helps else role
        if is_person(without_relation(outer)):
            return self._person(name, inner, role, first)
        if standing is None and outer and is_unit(outer) and len(self.found) > first:
            self.found[-1] = with_remark(self.found[-1], f", {name}")
            return []
        if standing is None and outer and not begins_with_known(without_relation(outer)):
            if is_remark(outer) and len(self.found) > first:
                self.found[-1] = with_remark(self.found[-1], f", {name}")
                return []
            described = named_before(outer)
            if described:
                message = f'the id is made of the first words of "{outer[:60]}"'
                self.findings.append(("CC132", message))
                return as_printed([involvement(described, role, name)], name)
            if is_running(outer):
                self.unread.append(name)
                return []
        found = with_services(name, role) if self.services else with_bracket(name, role)
        if not found:
            self.unread.append(name)
        return found

    def _person(self, name: str, inner: str, role: Role, first: int) -> list[Found]:
        """A person is no body: the words go to the body before it, or that in the bracket."""
        found = as_printed(with_bracket(f"({inner}", role), name) if inner else []
        if found:
            return found
        if len(self.found) > first:
            self.found[-1] = with_remark(self.found[-1], f", {name}")
        else:
            self.unread.append(name)
        return []

    def parties(self) -> Parties:
        """All that was found, each involvement and each party once."""
        involved = tuple(dict.fromkeys(one.part for one in self.found))
        unknown: dict[str, Party] = {}
        for one in self.found:
            if one.party is not None:
                # An administration points at its state.
                state = member_state(one.party.part_of) if one.party.part_of else None
                if state is not None:
                    unknown.setdefault(state.id, state)
                unknown.setdefault(one.party.id, one.party)
        told = (
            *(("CC130", f'"{words[:60]}" names no party') for words in self.unread),
            *self.findings,
            *(finding for one in self.found for finding in one.findings),
        )
        return Parties(
            involved=involved,
            unknown=tuple(unknown.values()),
            nobody=tuple(self.nobody),
            unread=tuple(self.unread),
            findings=tuple(dict.fromkeys(told)),
        )


def _is_certain(piece: str) -> bool:
    """Whether a piece names nothing but bodies that its words can only mean."""
    names = [name.partition("(")[0] for name, _ in split_names(piece)]
    return bool(names) and all(standing_of(name) is not None for name in names)


def _is_name(piece: str) -> bool:
    """Whether a piece between commas is a name by itself and not a part of a phrase."""
    bare = without_relation(piece).partition("(")[0].strip(" .,;")
    words = bare.split()
    if standing_of(piece.partition("(")[0]) is not None or says_nobody(piece) or is_title(bare):
        return True
    return bool(words) and len(words) <= 4 and words[0][:1].isupper()
