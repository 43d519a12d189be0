"""The part that words give to the party beside them: who leads, who only helps or looks on."""

import functools
import re

import attrs

from customs_coop.model import Party, Role
from customs_coop.model.party import member_state, partner_country
from customs_coop.readers.parties.names import bare_name, body
from customs_coop.references.base import Pattern

__all__ = [
    "Standing",
    "beside",
    "find_relations",
    "joins_helper",
    "names_helper",
    "standing_of",
    "without_relation",
]

# What joins a further party on the same footing.
_JOINTLY = (
    r"and|or|as well as|together with|jointly with|with|plus|also"
    r"|in (?:close )?(?:conjunction|partnership) with"
    r"|et|ou|ainsi que|avec|en (?:étroit )?partenariat avec"
    r"|und|oder|sowie|mit|gemeinsam mit|zusammen mit"
)
_LED = (
    r"(?:co-?)?led by|headed by|(?:co-?)?chaired by|run by|co-?ordinated by|driven by|hosted by"
    r"|under the (?:lead(?:ership)?|chair(?:manship)?|co-?ordination) of"
    r"|(?:co-?)?(?:présidé|dirigé|piloté|animé|coordonné|mené)e?s? par"
    r"|sous la (?:présidence|direction|conduite|coordination) (?:de la|de l['’]|de|du|des|d['’])"
    r"|unter (?:der )?(?:Leitung|Federführung|Vorsitz) (?:von|des|der)|geleitet von"
)
# What joins one who helps, who works along with the one that does it, or who is heard.
_HELPED = (
    r"in (?:close |full )?(?:co-?operation|co-?ordination|collaboration|association|liaison) with"
    r"|en (?:étroite )?(?:coopération|coordination|liaison|concertation|collaboration|association)"
    r" avec"
    r"|in (?:enger )?(?:Zusammenarbeit|Abstimmung|Absprache) mit|"
    r"(?:assisted|supported|backed|aided|advised) by"
    r"|with (?:the )?(?:support|assistance|help|aid|participation|involvement|advice|contribution)"
    r" (?:of|from)"
    r"|(?:after|following|upon|in|subject to|on) (?:prior |full )?consultation (?:of|with)"
    r"|(?:after )?(?:consulting|having consulted|hearing)"
    r"|(?:assisté|soutenu|appuyé|conseillé)e?s? (?:par|de|du)"
    r"|avec (?:l['’]|le |la )?(?:appui|soutien|assistance|aide|concours|participation)"
    r" (?:de la|de l['’]|de|du|des|d['’])"
    r"|(?:après|en) consultation (?:de la|de l['’]|de|du|des|d['’]|avec)"
    r"|unterstützt (?:von|durch)"
    r"|(?:mit|unter) (?:der )?(?:Unterstützung|Hilfe|Beteiligung|Mitwirkung) (?:von|durch|des|der)"
    r"|nach (?:Anhörung|Konsultation|Konsultierung|Rücksprache|Befragung) (?:mit|von|des|der)"
)
_LEADS = (
    r"(?:co-?)?lead(?:er|ers|ing)?|(?:co-?)?chair(?:s|man|person)?|(?:co-?)?drivers?|hosts?"
    r"|co-?ordinat(?:or|ors|ing|ion)|responsible|owner|organi[sz]ers?|rapporteurs?"
    r"|chefs? de file|pilotes?|responsables?|coordinat(?:eur|rice|ion|eurs)|organisat(?:eur|rice)"
    r"|federführend|Federführung|Leitung|Koordinierung|Koordinator(?:en)?|verantwortlich|zuständig"
)
_HELPS = (
    r"support(?:ing|ers?)?|supported by|assisted by|assisting|observers?|observing|participants?"
    r"|participating|contribut(?:ors?|ing)|partners?|volunteers?|volunteering|consulted|involved"
    r"|soutien|appui|observat(?:eurs?|rices?)|contribut(?:eurs?|rices?)|partenaires?|associée?s?"
    r"|Unterstützung|unterstützend|Beobachter|Teilnehmer|Mitwirkende|Mitwirkung|Partner"
)
_RELATION = Pattern(
    rf"(?:(?:(?P<helped>{_HELPED})|{_LED}|{_JOINTLY})(?: |(?<=['’]))|[&/+] ?"
    rf"|(?:{_LEADS}|(?P<helps>{_HELPS})) ?: ?)",
    re.IGNORECASE,
)
# "It is for the MS to decide".
_ITS_TASK = Pattern(
    r"it (?:is|will be|shall be) (?:up to|for|the (?:task|responsibility|duty) of)"
    r"|(?:a )?(?:matter|task) (?:for|of)|il (?:appartient|incombe|revient) (?:à la|à l['’]|aux?|à)"
    r"|es (?:ist|obliegt|bleibt) (?:Sache (?:des|der)|den|dem|der)",
    re.IGNORECASE,
)
_BEFORE = Pattern(rf"(?:(?P<lead>{_LEADS})|(?P<help>{_HELPS})) (?=\S)", re.IGNORECASE)
_BEHIND = Pattern(
    rf"(?<=\S),? (?:as |en tant que |als |to )?(?:(?P<lead>{_LEADS}|in (?:the )?lead)"
    rf"|(?P<help>{_HELPS}))\Z",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)[0-9]{2}"
# "PL 2011", "DK (2012-2013)", "FI first half of 2006": when it is their turn.
_TURN = Pattern(
    r"(?<=\S),? \(?(?:(?:until|from|since|as of|in|for|by|end"
    r"|en|depuis|jusqu['’]en|seit|bis|ab) )?"
    rf"(?:(?:[HS]?[12](?:st|nd|er|e)?|first|second|I{{1,2}}|erstes|zweites)[ ./]?"
    rf"(?:half|semester|semestre|Halbjahr)?(?: of)? ?/?)?"
    rf"{_YEAR}(?: ?[-–/] ?(?:[0-9]{{2}}){{1,2}})?\)?\Z",
    re.IGNORECASE,
)
_WITHIN = Pattern(rf" (?={_LED}|{_HELPED}|{_JOINTLY})", re.IGNORECASE)
_STRONG = frozenset(
    ("and", "or", "&", "/", "+", "plus", "et", "ou", "und", "oder", "sowie", "ainsi que")
)
# With them the text parts names by other rules, or only says how a party works.
_NOT_WITHIN = re.compile(
    r"(?:and|or|as well as|together with|with|plus|also|et|ou|ainsi que|avec|und|oder|sowie|mit"
    r"|in liaison with|en liaison avec)\Z",
    re.IGNORECASE,
)
_LONGEST = 160  # characters
_MOST_RELATIONS = 3  # one upon another, as in "and, together with"


@attrs.frozen
class Standing:
    """A body that words can only mean, and the part that they give to it.

    Args:
        party: The body.
        helps: Whether it supports, takes part or looks on, and is not the one who does it.
        carries: Whether those who follow have the same part.
    """

    party: Party
    helps: bool = False
    carries: bool = False


def without_relation(text: str) -> str:
    """The name behind a leading "and", "together with", "lead:" or the like.

    Example:
        >>> without_relation("supported by Europol"), without_relation("with sea borders")
        ('Europol', 'with sea borders')
    """
    name = text
    for _ in range(_MOST_RELATIONS):
        match = _RELATION.match(name)
        if match is None:
            break
        rest = name[match.end() :].lstrip()
        relation = match[0].strip().lower()
        strong = relation in _STRONG or relation.endswith(":")
        if not strong and body(rest.partition("(")[0]) is None:
            break
        name = rest
    return name


def joins_helper(text: str) -> bool:
    """Whether a text begins with words that join a party which only helps or is heard.

    Example:
        >>> joins_helper("and supported by Europol"), joins_helper("and Europol")
        (True, False)
    """
    for _ in range(_MOST_RELATIONS):
        match = _RELATION.match(text)
        if match is None or match["helped"] or match["helps"]:
            return match is not None
        text = text[match.end() :].lstrip()
    return False


@functools.lru_cache(maxsize=256)
def standing_of(text: str) -> Standing | None:
    """The one body that a name can only mean, with the words before or behind it; else None.

    Example:
        >>> for words in ("supported by Europol", "PL 2011", "FR lead", "It is for the MS"):
        ...     found = standing_of(words)
        ...     print(found.party.id, found.helps)
        EUROPOL True
        PL False
        FR False
        MS False
        >>> standing_of("IT support"), standing_of("Lead buoys")
        (None, None)
    """
    if len(text) > _LONGEST:
        return None
    words = " ".join(text.split()).strip(" ,;")
    name = without_relation(words)
    known = body(name)
    if known is not None:
        helped = name != words and joins_helper(words)
        return Standing(known, helped, helped)
    task = _ITS_TASK.match(name)
    if task and (known := body(name[task.end() :].strip())) is not None:
        return Standing(known)
    return _with_word(name)


def _with_word(name: str) -> Standing | None:
    """A body with the word for its part before or behind it, or with the time of its turn."""
    before = _BEFORE.match(name)
    if before and (known := body(name[before.end() :])) is not None:
        return Standing(known, before["help"] is not None, before["help"] is not None)
    turn = _TURN.search(name)
    if turn and (known := body(name[: turn.start()])) is not None:
        return Standing(known)
    behind = _BEHIND.search(bare_name(name))
    if behind:
        left = bare_name(name)[: behind.start()]
        known = member_state(left) or partner_country(left)
        # "IT support" is no support by Italy.
        if known is not None and not (left == "IT" and behind["help"]):
            return Standing(known, behind["help"] is not None)
    return None


def names_helper(inner: str) -> bool:
    """Whether a bracket says of the party before it that it helps or looks on.

    Example:
        >>> names_helper("observer"), names_helper("as observers"), names_helper("lead")
        (True, True, False)
    """
    return _HELPER.fullmatch(inner.strip()) is not None


_HELPER = Pattern(rf"(?:as |en tant qu['’]|als )?(?:an? )?(?:{_HELPS})", re.IGNORECASE)


def find_relations(text: str) -> tuple[int, ...]:
    """Where in a text without commas words begin that join a further body.

    Example:
        >>> text = "FR in cooperation with DE"
        >>> [text[place:] for place in find_relations(text)]
        ['in cooperation with DE']
        >>> find_relations("Group on work in cooperation with ports")
        ()
    """
    found: list[int] = []
    for match in _WITHIN.finditer(text):
        place = match.end()
        relation = _RELATION.match(text, place)
        if relation is None or _NOT_WITHIN.match(relation[0].strip()):
            continue
        rest = text[relation.end() : relation.end() + _LONGEST]
        if _begins_with_body(rest):
            found.append(place)
    return tuple(found)


_NAME_ENDS = Pattern(
    rf"\s?[,;/&+()]|(?-i:(?<=\b[A-Z]{{2}})\s?[-–—]\s?(?=[A-Z]{{2}}\b))"
    rf"|\s(?={_JOINTLY}|{_LED}|{_HELPED})",
    re.IGNORECASE,
)


def _begins_with_body(text: str) -> bool:
    end = _NAME_ENDS.search(text)
    return body(text[: end.start()] if end else text) is not None


def beside(role: Role) -> Role:
    """The part of one who only helps those of a role."""
    return Role.CONCERNED if role is Role.RESPONSIBLE else role
