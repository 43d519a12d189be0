"""Statements of conclusions in French and German: what they do, and whom they name.

Only addressees that are known bodies or groups named by their kind are taken; of others a
statement names nobody, which is told.
"""

import functools
import re
from collections.abc import Iterator

import attrs

from customs_coop.model import Involvement, Party, Role, known_body
from customs_coop.readers.conclusions.vocabulary import LANGUAGES, LanguageWords
from customs_coop.readers.obligations.languages import Asked, read_asked
from customs_coop.readers.parties.cells import Parties
from customs_coop.readers.parties.generic import generic_group
from customs_coop.readers.parties.names import body

__all__ = [
    "Verb",
    "begins_list",
    "binds",
    "find_capitals",
    "find_head",
    "is_preamble",
    "names_council",
    "read_agreed",
    "read_head_parties",
    "read_whom",
]

_SORTS = ("requests", "tasks", "commitments", "findings")
_ENGLISH = "and by for from in its of on that the these this to which will with"
_LOOKED_AT = 400  # characters in which the language of a statement shows
_LONGEST = 600  # characters behind a verb in which its addressees stand
_MOST_NAMES = 12
_LONGEST_SUBJECT = 5  # words
_WORD = re.compile(r"[^\W\d_]+")
_THAT = re.compile(r"\s{0,3},?\s{0,3}(?:(?:que|dass|daß)\s{1,3}|qu['’]\s?)")


@attrs.frozen
class Verb:
    """A verb of conclusion in a statement.

    Args:
        sort: The field of the vocabulary that holds it, such as "requests".
        end: Where it ends.
        words: The vocabulary.
    """

    sort: str
    end: int
    words: LanguageWords


@attrs.frozen
class _Grammar:
    verbs: re.Pattern[str]
    head: re.Pattern[str]
    behind: re.Pattern[str]
    addressed: re.Pattern[str]
    article: re.Pattern[str]
    glue: re.Pattern[str]
    asides: re.Pattern[str]
    end: re.Pattern[str]
    list_follows: re.Pattern[str]
    commits: re.Pattern[str]
    opens: re.Pattern[str]
    titles: re.Pattern[str]


@functools.cache
def _grammar(words: LanguageWords) -> _Grammar:
    def pattern(source: str) -> re.Pattern[str]:
        return re.compile(source, re.IGNORECASE)

    verb = "|".join(f"(?P<{sort}>{getattr(words.verbs, sort)})" for sort in _SORTS)
    adverbs = rf"(?:{words.adverbs}\b\s{{0,2}},?\s{{1,3}}){{0,3}}"
    return _Grammar(
        verbs=pattern(rf"(?<![\w-])(?:{verb})(?![\w-])"),
        head=pattern(
            rf"[\W_]{{0,4}}{adverbs}(?:{words.subject}\s{{0,2}},?\s{{1,3}})?{adverbs}(?:{verb})(?![\w-])"
        ),
        behind=pattern(rf"\s{{1,3}}(?:{words.opens}\s{{1,3}})?{adverbs}(?:{words.to})?"),
        addressed=pattern(rf"(?:{words.to})?(?:{words.article})?"),
        article=pattern(words.article),
        glue=pattern(words.glue),
        asides=pattern(words.asides),
        end=pattern(words.end),
        list_follows=pattern(words.list_follows),
        commits=pattern(words.commits),
        titles=pattern(rf"\b{words.titles}|(?:\A|[\n.]\s{{0,9}}){words.opens}\s{{0,2}}[,:]"),
        opens=pattern(rf"{words.opens}\s{{0,3}}[,:]?"),
    )


def _language(text: str) -> LanguageWords | None:
    """The vocabulary of the language of a statement; None for English and where nothing tells."""
    found = [word[0].casefold() for word in _WORD.finditer(text[:_LOOKED_AT])]
    english = frozenset(_ENGLISH.split())
    most = sum(word in english for word in found)
    told: LanguageWords | None = None
    for words in LANGUAGES:
        common = frozenset(words.common.split())
        count = sum(word in common for word in found)
        if count > most:
            told, most = words, count
    return told


def find_capitals(text: str) -> tuple[Verb, ...] | None:
    """The verbs in capitals of a statement in French or German.

    Args:
        text: The statement.

    Returns:
        The verbs in order; None where the statement is in neither language.

    Example:
        >>> [verb.sort for verb in find_capitals("SALUE le plan et INVITE la Commission à agir")]
        ['findings', 'requests']
        >>> find_capitals("INVITES the Commission to act") is None
        True
    """
    words = _language(text)
    return None if words is None else tuple(_verbs(text, words))


def _verbs(text: str, words: LanguageWords) -> Iterator[Verb]:
    for match in _grammar(words).verbs.finditer(text):
        if match[0].split()[0].isupper() and len(match[0].split()[0]) > 1:
            yield Verb(match.lastgroup or "", match.end(), words)


def find_head(text: str) -> Verb | None:
    """The verb with which a statement in French or German begins, behind those who speak.

    Example:
        >>> find_head("Le Conseil invite la Commission à agir.").sort
        'requests'
    """
    words = _language(text)
    match = _grammar(words).head.match(text) if words is not None else None
    return Verb(match.lastgroup or "", match.end(), words) if match and words else None


def read_whom(text: str, verb: Verb) -> Parties:
    """The addressees behind a verb.

    Args:
        text: The statement.
        verb: Its verb.

    Example:
        >>> words = "ERSUCHT die Kommission und Europol, bis Ende 2019 zu berichten"
        >>> [part.party for part in read_whom(words, find_head(words)).involved]
        ['COM', 'EUROPOL']
    """
    grammar = _grammar(verb.words)
    behind = grammar.behind.match(text, verb.end)
    begin = behind.end() if behind else verb.end
    stretch = text[begin : begin + _LONGEST]
    end = grammar.end.search(stretch)
    return _parties(stretch[: end.start()] if end else stretch, grammar)


def read_head_parties(text: str) -> Parties | None:
    """The bodies at the head of an item, as in "la Commission à présenter ..."."""
    words = _language(text)
    if words is None:
        return None
    grammar = _grammar(words)
    end = grammar.end.search(text, 0, _LONGEST)
    found = _parties(text[: end.start()] if end else text[:_LONGEST], grammar)
    return found if found.involved else None


def _parties(names: str, grammar: _Grammar) -> Parties:
    """The bodies that stand one behind the other, up to the first words that name none."""
    involved: dict[str, Involvement] = {}
    unknown: dict[str, Party] = {}
    for name in grammar.glue.split(names, maxsplit=_MOST_NAMES):
        aside = grammar.asides.match(name.strip())
        rest = name.strip()[aside.end() if aside else 0 :].strip()
        addressed = grammar.addressed.match(rest)
        bare = rest[addressed.end() if addressed else 0 :].strip()
        if not bare:
            continue
        party = body(bare) or generic_group(bare)
        if party is None:
            break
        involved.setdefault(party.id, Involvement(party=party.id, role=Role.ADDRESSEE, text=bare))
        if known_body(party.id) is None:
            unknown.setdefault(party.id, party)
    return Parties(tuple(involved.values()), tuple(unknown.values()))


def begins_list(text: str) -> bool:
    """Whether words in French or German go on in the items below them.

    Example:
        >>> begins_list("INVITE les États membres à:"), begins_list("Le jour était beau:")
        (True, True)
        >>> begins_list("INVITES the Member States to:")
        False
    """
    words = _language(text)
    return words is not None and _grammar(words).list_follows.search(text) is not None


def binds(text: str) -> bool:
    """Whether those who speak bind themselves by a statement: "convient de se réunir"."""
    verb = find_head(text)
    if verb is None or verb.sort != "commitments":
        return False
    return _grammar(verb.words).commits.match(text, verb.end) is not None


def read_agreed(text: str) -> tuple[Asked, str] | None:
    """What somebody is to do by an agreement in French or German: "convient que la Commission ...".

    Returns:
        Who is to act, and the clause; None where the words name no known body.

    Example:
        >>> words = "Le Conseil convient que la Commission rend compte avant fin 2030."
        >>> asked, clause = read_agreed(words)
        >>> asked.owed_by[0].id, clause
        ('COM', 'la Commission rend compte avant fin 2030.')
    """
    verb = find_head(text)
    if verb is None or verb.sort != "commitments":
        return None
    that = _THAT.match(text, verb.end)
    clause = " ".join(text[that.end() :].split()) if that else ""
    for words in _orders(clause):
        asked = read_asked(words)
        if asked is not None and asked.owed_by:
            return asked, clause
    return None


def _orders(clause: str) -> Iterator[str]:
    """A clause as it stands, and with its last word, the verb in German, behind its first ones."""
    yield clause
    *words, last = clause[:_LONGEST].rstrip(" .;").split() or [""]
    for place in range(1, min(len(words), _LONGEST_SUBJECT) + 1):
        yield " ".join([*words[:place], last, *words[place:]])


def is_preamble(line: str) -> bool:
    """Whether a line only names the Council, as a preamble in French or German begins.

    Example:
        >>> is_preamble("LE CONSEIL DE L'UNION EUROPÉENNE,"), is_preamble("Der Rat tagt.")
        (True, False)
    """
    text = line.strip(" \t\f*_#\u00a0")
    return any(_grammar(words).opens.fullmatch(text) is not None for words in LANGUAGES)


def names_council(text: str) -> bool:
    """Whether the beginning of a text in French or German says that the Council speaks.

    Example:
        >>> names_council("Conclusions du Conseil sur les hangars"), names_council("Le conseil")
        (True, False)
    """
    return any(_grammar(words).titles.search(text) is not None for words in LANGUAGES)
