"""What one name of a cell of parties means: a known body, groups in its bracket, or a new one."""

import re
from collections.abc import Iterator

import attrs

from customs_coop.model import KNOWN_PARTIES, Involvement, Party, PartyKind, Role, known_body
from customs_coop.readers.parties.cut import rejoined
from customs_coop.readers.parties.examples import find_examples
from customs_coop.readers.parties.exceptions import find_exceptions
from customs_coop.readers.parties.generic import generic_group
from customs_coop.readers.parties.names import (
    OPEN,
    bare_name,
    body,
    is_group,
    is_person,
    is_role_remark,
    names_nobody,
    party_id,
    says_nobody,
)
from customs_coop.readers.parties.relations import beside, standing_of, without_relation
from customs_coop.readers.parties.running import is_description, is_running
from customs_coop.readers.parties.sections import split_sections
from customs_coop.readers.parties.splitting import split_names
from customs_coop.readers.parties.titles import find_titles, in_title, is_title

__all__ = [
    "Found",
    "as_printed",
    "begins_with_known",
    "doubted",
    "involvement",
    "split_pieces",
    "with_bracket",
    "with_remark",
    "with_services",
]

# What follows a group inside its bracket and is no part of its name: a cross-reference.
_REMARK = re.compile(
    r"\s{0,4}[–—-]?\s{0,4}\b(?:also\s{1,4}(?:looking|considering|dealing)"
    r"|examine(?:nt)?\s{1,4}(?:également|aussi)|traite(?:nt)?\s{1,4}(?:également|aussi)"
    r"|befass(?:t|en)\s{1,4}sich\s{1,4}auch)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|&|et|und)\s")
_LONGEST_NAME = 9  # words; the longest known name has eight
_MOST_PIECES = 6  # into which a narrow cell cuts a name
_FIRST_WORDS = frozenset(
    name.split()[0].casefold()
    for party in KNOWN_PARTIES
    for name in (party.id, party.name, *(other.text for other in party.names))
)


@attrs.frozen
class Found:
    """One involvement that was read.

    Args:
        part: The involvement.
        party: The body, where the table of known ones does not have it.
        findings: The codes of findings on it, each with its message.
    """

    part: Involvement
    party: Party | None = None
    findings: tuple[tuple[str, str], ...] = ()

    def confirmed(self, *, sure: bool) -> "Found":
        """The same, confirmed or not."""
        return attrs.evolve(self, part=attrs.evolve(self.part, confirmed=sure))

    def worded(self, text: str) -> "Found":
        """The same with other words."""
        return attrs.evolve(self, part=attrs.evolve(self.part, text=text))


def split_pieces(text: str, signs: str = ",;\n") -> Iterator[str]:
    """Split at commas, semicolons and line ends that stand outside brackets and names."""
    titles, examples = find_titles(text), find_examples(text)
    exceptions = find_exceptions(text)
    depth = start = 0
    for index, character in enumerate(text):
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character in signs and not (
            depth
            or in_title(titles, index)
            or in_title(examples, index)
            or in_title(exceptions, index)
        ):
            if text[start:index].strip(" \t.\u00a0"):
                yield text[start:index].strip()
            start = index + 1
    if text[start:].strip(" \t.\u00a0"):
        yield text[start:].strip()


def begins_with_known(text: str) -> bool:
    """Whether the first words of a text are the name of a known body."""
    words = text.split()
    return bool(words) and _length_of_name(words, 0, codes=False) > 0


def involvement(name: str, role: Role, text: str, *, group_of: str | None = None) -> Found:
    """The part of the body that a name means; a body that is not known is made of its words."""
    standing = standing_of(name.partition("(")[0])
    name = without_relation(name)
    bare = bare_name(name) or name.strip()
    plain, inner = _bracket(bare)
    if inner and plain and is_role_remark(inner):
        bare = plain
    confirmed = not OPEN.search(text)
    new = party_id(bare)
    # A body that is known is never made anew, however its name is written.
    known = body(bare) or known_body(new) or known_body(new.replace("-", " "))
    if known is None and standing is not None and (not inner or is_role_remark(inner)):
        known = standing.party
    findings: tuple[tuple[str, str], ...] = ()
    if known is None and (known := rejoined(plain or bare)) is not None:
        findings = (("CC133", f'"{plain or bare}" was read as {known.name}'),)
    if known is not None:
        party = None if known_body(known.id) else known
        part = Involvement(party=known.id, role=role, text=text, confirmed=confirmed)
        return Found(part, party, findings)
    group = is_group(bare)
    generic = generic_group(plain or bare)
    made = Party(
        id=new,
        # The words of a group that is one in all languages stand in the involvement.
        name=generic.name if generic else bare,
        kind=PartyKind.GROUP if group else None,
        part_of=group_of if group else None,
    )
    if generic is None and is_description(bare):
        findings = (("CC132", f'the id {new} is made of "{bare[:60]}", which may be no name'),)
    elif generic is None and not group and _AND.search(plain or bare) and not is_title(bare):
        findings = (("CC132", f'"{bare[:60]}" was read as one party'),)
    part = Involvement(party=made.id, role=role, text=text, confirmed=confirmed)
    return Found(part, made, findings)


def _bracket(piece: str) -> tuple[str, str]:
    """A name and what stands in the bracket behind it; an unclosed bracket runs to the end."""
    name, opening, rest = piece.partition("(")
    if not opening:
        return piece.strip(), ""
    inner, closing, tail = rest.rpartition(")")
    if not closing:
        return name.strip(), rest.strip()
    return f"{name.strip()} {tail.strip(' .,;')}".strip(), inner.strip()


def with_bracket(piece: str, role: Role) -> list[Found]:
    """A name, and the groups and bodies that the bracket behind it names."""
    name, inner = _bracket(piece)
    remark = _REMARK.search(inner)
    inside = (inner[: remark.start()] if remark else inner).strip(" –—-")
    found = _plain(name, role) if name else []
    if not inside:
        return as_printed(found, piece) if inner else found
    owner = found[0].part.party if found else None
    doubt = bool(OPEN.search(inside))
    inner_ones: list[Found] = []
    for part, words, helps in _names_inside(inside):
        if _is_inside_name(part, owner):
            of = beside(role) if helps else role
            # "Project Group / Experts Group?" doubts both.
            one = involvement(part, of, part, group_of=owner).confirmed(sure=not doubt)
            # The words of the whole piece do not say alone that it only helps.
            (one,) = as_printed([one], piece if of is role else words)
            inner_ones.append(one)
    if doubt and not inner_ones:
        # "(tbc)" doubts the party itself.
        found = doubted(found)
    return [*as_printed(found, piece), *inner_ones]


def _names_inside(inside: str) -> Iterator[tuple[str, str, bool]]:
    """The names of a bracket, with their words, and whether these make them helpers."""
    for section in split_sections(inside):
        carried = section.helps
        for piece in split_pieces(section.words):
            for name, _ in split_names(piece):
                standing = standing_of(name)
                carried = carried or (standing is not None and standing.carries)
                helps = carried or (standing is not None and standing.helps)
                yield name, section.text if section.labelled else name, helps


def _is_inside_name(part: str, owner: str | None) -> bool:
    """Whether a part of a bracket names a party; without an owner before it, it has to."""
    if standing_of(part) is not None:
        return True
    if says_nobody(part) or names_nobody(part) or is_role_remark(part) or is_running(part):
        return False
    if is_person(part):
        return False
    bare = bare_name(without_relation(part))
    return owner is None or bare[:1].isupper() or is_group(bare) or body(bare) is not None


def with_remark(found: Found, words: str) -> Found:
    """The involvement with a remark behind its words."""
    sure = found.part.confirmed and OPEN.search(words) is None
    return found.worded(f"{found.part.text}{words}").confirmed(sure=sure)


def doubted(found: list[Found]) -> list[Found]:
    """The same involvements, none of them confirmed."""
    return [one.confirmed(sure=False) for one in found]


def as_printed(found: list[Found], piece: str) -> list[Found]:
    """Give each party of a piece with a bracket the words of the whole piece."""
    text = " ".join(piece.split()).strip(" .,;:")
    return [one.worded(text) for one in found]


def _plain(piece: str, role: Role) -> list[Found]:
    """Names that stand beside each other with nothing but blanks: known ones first."""
    piece = piece.strip(" .;,:")
    if not piece:
        return []
    if standing_of(piece) is not None or generic_group(piece) is not None:
        return [involvement(piece, role, piece)]
    if "(" in piece:
        return with_services(piece, role)
    words = without_relation(piece).split()
    # "IT" is Italy among codes, not in "IT experts".
    codes = all(body(word) is not None or OPEN.fullmatch(word) for word in words)
    found: list[Found] = []
    rest: list[str] = []
    index = 0
    while index < len(words):
        length = _length_of_name(words, index, codes=codes) if _may_start(rest, words[index]) else 0
        if length:
            if rest:
                found += _rest(rest, role, found)
                rest = []
            name = " ".join(words[index : index + length]).strip(".,;:")
            found.append(involvement(name, role, name))
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
            if known_body(bare_name(" ".join(words[index : index + length]))) is not None:
                return length
    for length in range(min(_MOST_PIECES, len(words) - index), 1, -1):
        if rejoined(" ".join(words[index : index + length])) is not None:
            return length
    return int(codes and body(words[index]) is not None)


def _rest(words: list[str], role: Role, found: list[Found]) -> list[Found]:
    owner = found[0].part.party if found else None
    text = " ".join(words)
    return [involvement(text, role, text, group_of=owner)]


def _with_rest(found: list[Found], rest: list[str], role: Role) -> list[Found]:
    """A name behind known ones is a party; a phrase is a remark on the last of them."""
    text = " ".join(rest)
    named = (is_group(text) or text[:1].isupper()) and not (is_running(text) or is_person(text))
    if not found or (named and not says_nobody(text)):
        return [*found, *_rest(rest, role, found)]
    return [*found[:-1], with_remark(found[-1], f" {text}")]


def with_services(piece: str, role: Role) -> list[Found]:
    """A body and the services in its bracket; any other bracket is a part of the name."""
    piece = piece.strip(" .;,")
    name, inner = _bracket(piece)
    owner = body(without_relation(name))
    if inner and _tells_parts(inner):
        return with_bracket(piece, role)
    if owner is None or not inner:
        if body(without_relation(piece)) is None and "(" not in piece:
            return _plain_or_whole(piece, role)
        return [involvement(piece, role, piece)]
    parts = list(split_pieces(inner))
    found = [involvement(name, role, piece)]
    if not all(body(part) or part.startswith("DG ") for part in parts):
        return found
    for part in parts:
        one = involvement(part, role, part, group_of=owner.id)
        if one.party is not None:
            kind = one.party.kind or PartyKind.SERVICE
            party = attrs.evolve(one.party, kind=kind, part_of=owner.id)
            one = attrs.evolve(one, party=party)
        found.append(one)
    return as_printed(found, piece)


def _tells_parts(inner: str) -> bool:
    """Whether a bracket says by a word or a label which part the bodies in it have."""
    if any(section.labelled for section in split_sections(inner)):
        return True
    names = [name for name, _, _ in _names_inside(inner)]
    return any(body(name) is None and standing_of(name) is not None for name in names)


def _plain_or_whole(piece: str, role: Role) -> list[Found]:
    found = _plain(piece, role)
    if all(known_body(one.part.party) or body(one.part.party) for one in found):
        return found
    return [involvement(piece, role, piece)]
