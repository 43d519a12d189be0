"""Groups that are named by their kind alone, as "project group": one body in every language.

A group with a name of its own ("Project Group on Nets", "Projektgruppe Netze") is none of these.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping

from customs_coop.model import Party, PartyKind

__all__ = ["generic_group"]

# The English name, which gives the id, and what else the body is called. "Working party" is not
# here: French and German have one word for it and for "working group".
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Project Group", ("groupe de projet", "groupe projet", "projektgruppe")),
    ("Project Team", ("équipe de projet", "équipe projet", "projektteam")),
    (
        "Experts Group",
        (
            *("expert group", "group of experts", "groupe d'experts", "groupe experts"),
            *("expertengruppe", "sachverständigengruppe", "gruppe von sachverständigen"),
            "gruppe von experten",
        ),
    ),
    ("Working Group", ("groupe de travail", "arbeitsgruppe")),
    ("Drafting Group", ("groupe de rédaction", "redaktionsgruppe")),
    ("Steering Group", ("groupe de pilotage", "lenkungsgruppe", "steuerungsgruppe")),
    ("Steering Committee", ("comité de pilotage", "comité directeur", "lenkungsausschuss")),
    ("Study Group", ("groupe d'étude", "groupe d'études", "studiengruppe")),
    ("Contact Group", ("groupe de contact", "kontaktgruppe")),
    ("Support Group", ("groupe de soutien", "groupe d'appui", "unterstützungsgruppe")),
    ("Ad hoc Group", ("groupe ad hoc", "ad-hoc-gruppe")),
    ("Ad hoc Working Group", ("groupe de travail ad hoc", "ad-hoc-arbeitsgruppe")),
)
# Small letters tell "its project group" from that of "IT", and "la" from "LA".
_ARTICLE = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Ll][ea]|[Ll]['’]|[Uu]ne?|[Cc]e(?:tte)?|[Dd](?:ie|er|as|en|em|es)"
    r"|[Ee]ine[mnrs]?|[Dd]iese[mnrs]?)(?:(?<=['’])|\s{1,3})"
)
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60  # characters; the longest of these names, with its article, has half of that


def generic_group(name: str) -> Party | None:
    """The group that words name by its kind alone, in English, French or German.

    Case, accents and the article do not matter; several groups are not one.

    Args:
        name: The words, without question marks and brackets.

    Returns:
        The group, by its English name, or None for any other words.

    Example:
        >>> [generic_group(words).id for words in ("le groupe de projet", "Projektgruppe")]
        ['PROJECT-GROUP', 'PROJECT-GROUP']
        >>> generic_group("Projektgruppe Netze") is None, generic_group("Groupes de projet") is None
        (True, True)
    """
    if len(name) > _LONGEST_NAME:
        return None
    article = _ARTICLE.match(name)
    return _groups().get(_key(name[article.end() :] if article else name))


def _key(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join([sign for sign in parts if not unicodedata.combining(sign)])
    return _NOT_WORDS.sub(" ", bare).strip()


@functools.cache
def _groups() -> Mapping[str, Party]:
    found: dict[str, Party] = {}
    for name, others in _GROUPS:
        party = Party(id=name.upper().replace(" ", "-"), name=name, kind=PartyKind.GROUP)
        found.update({_key(words): party for words in (name, *others)})
    return found
