"""States that a phrase names one by one, by themselves or by their administrations."""

import re

from customs_coop.model import Party, PartyKind
from customs_coop.model.party import customs_administration, member_state, partner_country
from customs_coop.references.base import Pattern

__all__ = ["named_states"]

_OFFICES = (
    r"(?:administrations?|authorit(?:y|ies)|governments?|delegations?|services?|representatives"
    r"|experts|delegates)"
)
# "The customs administrations of", "each of the administrations of", "all of".
_OF = Pattern(
    r"(?:(?:each|every|all|both|any)\s(?:of\s)?)?(?:the\s)?"
    r"(?:(?:(?:national|competent|relevant|respective|individual)\s)?(?P<customs>customs\s)?"
    rf"{_OFFICES}\s(?:of|from|in)\s(?:(?:each|all|both)\sof\s)?)?",
    re.IGNORECASE,
)
_AND = r"(,?\s(?:and|as\swell\sas)\s|\s?&\s?|,\s)(?:of\s|from\s|in\s)?"
_COUNTRIES = Pattern(r"(?:the\s)?(?:countries|states)\s(?:of\s)?(?=[A-Z])")
_LONGEST = 600  # characters
_MOST = 60  # names


def named_states(text: str) -> tuple[Party, ...]:
    """The states that a phrase names, where it names nothing else.

    An administration, a government or a delegation of a state stands for the state, as that of
    "the coastal countries" does for them; customs administrations are bodies of their own.

    Args:
        text: The phrase, such as the subject of a sentence.

    Returns:
        One party for each state, in order; nothing where some of the words name no state.

    Example:
        >>> phrase = "the administrations of Italy, Bosnia and Herzegovina and the Netherlands"
        >>> [state.id for state in named_states(phrase)]
        ['IT', 'BA', 'NL']
        >>> [found.id for found in named_states("customs administrations of Austria and Albania")]
        ['AT-CUSTOMS', 'AL-CUSTOMS']
        >>> named_states("the administrations of Austria and the ports"), named_states("both")
        ((), ())
    """
    if len(text) > _LONGEST:
        return ()
    words = " ".join(text.split()).strip(" ,")
    if not words[words.rfind(" ") + 1 :][:1].isupper():
        return ()  # nearly all other phrases end in a common noun
    before = _OF.match(words)
    names = words[before.end() if before else 0 :]
    listed = _COUNTRIES.match(names)
    found = _states(names[listed.end() if listed else 0 :])
    if before is None or not before["customs"]:
        return found
    return tuple(_customs(state) for state in found)


def _states(text: str) -> tuple[Party, ...]:
    """The states of a list; "and" may stand within a name, too."""
    if not text.removeprefix("the ")[:1].isupper():
        return ()
    parts = re.split(_AND, text)
    names, signs = parts[::2], [*parts[1::2], ""]
    if len(names) > _MOST:
        return ()
    found: dict[str, Party] = {}
    at = 0
    while at < len(names):
        joined = names[at] + signs[at] + names[at + 1] if at + 1 < len(names) else ""
        long = _state(joined) if joined else None
        state = long or _state(names[at])
        if state is None:
            return ()
        found.setdefault(state.id, state)
        at += 2 if long else 1
    return tuple(found.values())


def _state(name: str) -> Party | None:
    return member_state(name) or partner_country(name)


def _customs(state: Party) -> Party:
    name = f"customs administration of {state.name}"
    known = customs_administration(name)
    kind = PartyKind.SERVICE
    return known or Party(id=f"{state.id}-CUSTOMS", name=name, kind=kind, part_of=state.id)
