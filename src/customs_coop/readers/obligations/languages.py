"""Sentences of duty in French and German: who is to do or to report what, and to whom.

Only a subject that is a known body, a Member State or a group named by its kind is taken; what a
sentence says of anybody else is no duty here.
"""

import functools
import re

import attrs

from customs_coop.model import KNOWN_PARTIES, Party, known_body
from customs_coop.readers.obligations.vocabulary import VOCABULARIES, DutyWords
from customs_coop.readers.parties.generic import generic_group
from customs_coop.readers.parties.names import body
from customs_coop.references.base import Pattern

__all__ = ["Asked", "read_asked"]

_LONGEST = 600  # characters of a sentence that are looked at
_MOST_NAMES = 8
_ADJECTIVE = Pattern(r"(?<=\w)e[mnrs](?= )")
# Common nouns, which prose prints in small letters too.
_COMMON = ("Présidence", "Groupe ", "Comité ", "États ", "État ")
# "Conseil d'administration" and "Rat für ..." are other bodies.
_OTHER_BODIES = {
    "Conseil": r"(?! d['’] ?(?:administration|État|association)| national)",
    "Rat": "(?! für )",
}


@attrs.frozen(kw_only=True)
class Asked:
    """What a sentence asks for.

    Args:
        owed_by: Who is to do it; empty where the sentence does not say.
        to: To whom something is reported.
        report: Whether it asks for a report.
        told: Whether its verb lays something on its subject.
        soft: Whether it only invites.
    """

    owed_by: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    report: bool = False
    told: bool = False
    soft: bool = False


@attrs.frozen
class _Grammar:
    """The patterns of one language."""

    words: DutyWords
    verb: Pattern
    to_report: Pattern
    passive: Pattern
    denied: Pattern
    suffered: Pattern
    behind: tuple[Pattern, ...]
    article: Pattern
    glue: Pattern


def _grammar(words: DutyWords) -> _Grammar:
    behind = "".join(
        rf"|(?P<behind{number}>{verb}\b)" for number, (verb, _) in enumerate(words.reports_behind)
    )
    return _Grammar(
        words=words,
        verb=Pattern(
            rf"(?<![\w-])(?:(?P<reports>{words.reports}\b)|(?P<charges>{words.charges})"
            rf"|(?P<invites>{words.invites}){behind})"
        ),
        to_report=Pattern(words.to_report),
        passive=Pattern(words.passive),
        denied=Pattern(words.denied),
        suffered=Pattern(words.suffered),
        behind=tuple(Pattern(rest) for _, rest in words.reports_behind),
        article=Pattern(words.subject),
        glue=Pattern(words.glue),
    )


_GRAMMARS: tuple[_Grammar, ...] = tuple(map(_grammar, VOCABULARIES))


@functools.cache
def _names() -> str:
    """All names of the known bodies, the longest first; German adjectives take their endings."""
    names = {
        name
        for party in KNOWN_PARTIES
        for name in (party.id, party.name, *(other.text for other in party.names))
    }
    names |= {name[0].lower() + name[1:] for name in names if name.startswith(_COMMON)}
    found = sorted(map(re.escape, names), key=lambda name: (-len(name), name))
    found = [re.sub(r"(?<=sch)e[rs]?(?=\\ )", "e[mnrs]?", name) for name in found]
    # The name of a group may stand in inverted commas behind the noun.
    found = [name.replace("\\ ", r" (?:[„“«\"] ?)?") for name in found]
    return "|".join(name + _OTHER_BODIES.get(name, "") for name in found)


@functools.cache
def _recipients(words: DutyWords) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    name = rf"(?P<who>{_names()})(?![\w-])"
    first = words.first_recipient
    return (
        re.compile(rf"{words.recipient}{name}"),
        re.compile(rf",? ?{first}{name}") if first else None,
    )


@functools.cache
def _subject_behind(words: DutyWords) -> re.Pattern[str]:
    return re.compile(rf"\s{words.behind}?(?P<who>{_names()})(?![\w-])")


def read_asked(sentence: str) -> Asked | None:
    """Read a sentence of duty in French or German.

    Args:
        sentence: The sentence, with single blanks between its words.

    Returns:
        What it asks for, or None where it lays nothing on anybody.

    Example:
        >>> found = read_asked("La Commission rend compte au Conseil avant fin 2012.")
        >>> found.owed_by[0].id, found.to[0].id, found.report
        ('COM', 'COUNCIL', True)
        >>> found = read_asked("Bis Ende 2012 legt die Kommission dem Rat einen Bericht vor.")
        >>> found.owed_by[0].id, found.to[0].id, found.report
        ('COM', 'COUNCIL', True)
        >>> read_asked("The Commission shall report.") is None
        True
    """
    text = sentence[:_LONGEST]
    return next((found for one in _GRAMMARS if (found := _read(text, one)) is not None), None)


def _read(text: str, grammar: _Grammar) -> Asked | None:
    verb = grammar.verb.search(text)
    owed_by: tuple[Party, ...] = ()
    report = told = soft = False
    at = 0
    if verb is not None and not grammar.denied.search(text, verb.end()):
        kind = verb.lastgroup or ""
        at = verb.end()
        owed_by, at = _subject(text, verb, grammar)
        if kind == "reports":
            report = bool(owed_by)
        elif kind.startswith("behind"):
            rest = grammar.behind[int(kind.removeprefix("behind"))]
            report = bool(owed_by) and rest.search(text, verb.end()) is not None
        else:
            report = grammar.to_report.match(text, verb.end()) is not None
            told = bool(owed_by)
            soft = told and kind == "invites"
    if told and not report and grammar.suffered.search(text):
        told = soft = False
    passive = None if report else grammar.passive.search(text)
    if passive is not None and not grammar.denied.search(text, passive.start()):
        return Asked(to=_to(text, 0, 0, grammar), report=True)
    if verb is None or not (report or told):
        return None
    found = _to(text, verb.start(), at, grammar) if report else ()
    to = tuple(party for party in found if party not in owed_by)
    return Asked(owed_by=owed_by, to=to, report=report, told=told, soft=soft)


def _subject(text: str, verb: re.Match[str], grammar: _Grammar) -> tuple[tuple[Party, ...], int]:
    """Who stands before the verb, or in German behind it; and where the rest begins."""
    before = text[: verb.start()].strip()
    while before:
        found = _bodies(before, grammar)
        if found:
            return found, verb.end()
        # "D'ici fin 2012, la Commission": what follows a comma.
        before = before.partition(",")[2].strip()
    if grammar.words.behind:
        behind = _subject_behind(grammar.words).match(text, verb.end())
        party = _known(behind["who"]) if behind else None
        if behind is not None and party is not None:
            return (party,), behind.end()
    return (), verb.end()


def _bodies(words: str, grammar: _Grammar) -> tuple[Party, ...]:
    """The bodies of a subject that names nothing else."""
    names = grammar.glue.sub("\n", words).split("\n")
    if len(names) > _MOST_NAMES:
        return ()
    found = [_known(_bare(name, grammar)) for name in names]
    parties = tuple(party for party in found if party is not None)
    return parties if len(parties) == len(names) else ()


def _bare(name: str, grammar: _Grammar) -> str:
    article = grammar.article.match(name)
    return name[article.end() if article else 0 :].strip()


def _known(name: str) -> Party | None:
    plain = name.strip(' „“«»"')
    found = body(plain) or generic_group(plain)
    for ending in ("e", "er", "es") if found is None else ():
        found = found or known_body(_ADJECTIVE.sub(ending, plain))
    return found


def _to(text: str, start: int, at: int, grammar: _Grammar) -> tuple[Party, ...]:
    """To whom something is reported, from a place on; `at` is where the verb and subject end."""
    anywhere, first = _recipients(grammar.words)
    matches = [*anywhere.finditer(text, start)]
    ahead = first.match(text, at) if first else None
    found: dict[str, Party] = {}
    for match in ([ahead] if ahead else []) + matches:
        glue = grammar.glue.match(text, match.end())
        joined = _name().match(text, glue.end()) if glue else None
        for name in (match["who"], joined[0] if joined else ""):
            party = _known(name)
            if party is not None:
                found.setdefault(party.id, party)
    return tuple(found.values())


@functools.cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?:{_names()})(?![\w-])")
