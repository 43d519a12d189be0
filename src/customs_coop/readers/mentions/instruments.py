"""Instruments that texts name without a number: conventions, programmes, joint actions, standards.

What is listed here has a name of its own in the field. Other acts are known by their sort and
what they are on, as in "Joint Action on the marking of ropes (29.11.1996)".
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from customs_coop.model import LinkKind, Named
from customs_coop.readers.mentions.names import dated_acts, formed_names
from customs_coop.readers.mentions.passages import Passage, Stated, folded
from customs_coop.references.base import Pattern

__all__ = ["instrument_links", "is_listed_instrument", "short_names"]

_B = r"\s{1,3}"
_DASH = r"[ \u2010\u2011\u2013-]"


@attrs.frozen
class _Instrument:
    """An instrument with a name of its own.

    Args:
        name: By what name links point at it.
        kind: "act", "programme", "conclusions", "manual" or "document".
        words: The names that texts print, as a piece of a regular expression.
        keys: One of these stands in each of the names, in small letters.
    """

    name: str
    kind: str
    words: str
    keys: tuple[str, ...]


# Acts and documents that go by a short name, in English, French and German. The case of letters
# counts, for "CIS", "SAFE" and "Naples" are other words, too.
_INSTRUMENTS: Final = (
    _Instrument(
        "Naples II Manual",
        "manual",
        rf"Naples{_DASH}II{_B}(?:Convention{_B})?[Mm]anual"
        rf"|[Mm]anuel{_B}(?:de{_B}la{_B}convention{_B})?Naples{_DASH}II",
        ("naples",),
    ),
    _Instrument(
        "Naples II Handbook",
        "manual",
        rf"Naples{_DASH}II{_B}(?:Convention{_B})?[Hh]andbook|Neapel{_DASH}II{_DASH}Handbuch",
        ("naples", "neapel"),
    ),
    _Instrument(
        "Naples II Convention",
        "act",
        # A handbook is no convention, and a meeting may be called after the town.
        rf"Naples{_DASH}(?:II|2(?={_B}[Cc]onvention))(?:{_B}[Cc]onvention)?"
        rf"(?!{_B}(?:[Cc]onvention{_B})?(?:[Mm]anual|[Hh]andbook|[Cc]onference|[Mm]eeting|[Ss]eminar))"
        rf"|Neapel{_DASH}II(?:{_DASH}Übereinkommens?)?(?!{_DASH}(?:Handbuch|Konferenz|Tagung))"
        rf"|[Cc]onvention{_B}on{_B}[Mm]utual{_B}[Aa]ssistance{_B}and{_B}[Cc]o{_DASH}?operation{_B}[Bb]etween"
        rf"{_B}[Cc]ustoms{_B}[Aa]dministrations"
        rf"|[Cc]onvention{_B}relative{_B}à{_B}l[’']assistance{_B}mutuelle{_B}et{_B}à{_B}la{_B}coopération"
        rf"{_B}entre{_B}les{_B}administrations{_B}douanières"
        rf"|Übereinkommens?{_B}über{_B}gegenseitige{_B}Amtshilfe{_B}und{_B}Zusammenarbeit{_B}der"
        rf"{_B}Zollverwaltungen",
        ("naples", "neapel", "customs", "douanières", "zollverwaltungen"),
    ),
    _Instrument(
        "Naples Convention",
        "act",
        rf"Naples{_B}(?:I{_B})?Convention|Convention{_B}(?:de{_B})?Naples(?:{_B}I)?(?!{_DASH}(?:I|2))"
        rf"|Neapeler{_B}Übereinkommens?|Übereinkommens?{_B}von{_B}Neapel",
        ("naples", "neapel"),
    ),
    _Instrument(
        "CIS Convention",
        "act",
        rf"CIS{_DASH}Convention(?:{_B}and{_B}(?:its{_B})?Protocols?)?|[Cc]onvention{_B}SID(?!\w)"
        rf"|ZIS{_DASH}Übereinkommens?"
        rf"|[Cc]onvention{_B}on{_B}the{_B}use{_B}of{_B}information{_B}technology{_B}for{_B}customs{_B}purposes"
        rf"|[Cc]onvention{_B}sur{_B}l[’']emploi{_B}de{_B}l[’']informatique{_B}dans{_B}le{_B}domaine{_B}des{_B}douanes"
        rf"|Übereinkommens?{_B}über{_B}den{_B}Einsatz{_B}der{_B}Informationstechnologie{_B}im{_B}Zollbereich",
        ("cis", " sid", "zis", "customs purposes", "douanes", "zollbereich"),
    ),
    _Instrument(
        "Convention on Mutual Assistance in Criminal Matters",
        "act",
        # The European Convention of the Council of Europe is another one, of 1959.
        rf"(?<!European\s)(?:EU{_B})?[Cc]onvention{_B}on{_B}[Mm]utual{_B}(?:[Ll]egal{_B})?"
        rf"[Aa]ssistance{_B}in{_B}[Cc]riminal{_B}[Mm]atters|(?:(?:EU|2000){_B})?MLA{_B}Convention"
        rf"|[Cc]onvention{_B}relative{_B}à{_B}l[’']entraide{_B}judiciaire{_B}en{_B}matière{_B}pénale"
        rf"|(?<!Europäische\s)(?<!Europäischen\s)(?<!Europäisches\s)Übereinkommens?{_B}über{_B}die{_B}Rechtshilfe"
        rf"{_B}in{_B}Strafsachen",
        ("convention", "rechtshilfe"),
    ),
    _Instrument(
        "Schengen Convention",
        "act",
        rf"Schengen{_B}(?:Implementing{_B})?Convention"
        rf"|Convention{_B}(?:implementing|applying){_B}the{_B}Schengen{_B}Agreement"
        rf"|[Cc]onvention{_B}d[’']application{_B}de{_B}l[’']accord{_B}de{_B}Schengen"
        rf"|Schengener{_B}Durchführungsübereinkommens?",
        ("schengen",),
    ),
    _Instrument(
        "Europol Convention",
        "act",
        rf"Europol{_DASH}(?:Convention|Übereinkommens?)|[Cc]onvention{_B}Europol",
        ("europol",),
    ),
    _Instrument(
        "Convention 108 of the Council of Europe",
        "act",
        rf"[Cc]onvention{_B}(?:(?:No\.?|n[o°]){_B})?108(?![0-9./])|Konvention{_B}(?:Nr\.{_B})?108(?![0-9./])"
        rf"|[Cc]onvention{_B}for{_B}the{_B}[Pp]rotection{_B}of{_B}[Ii]ndividuals{_B}with{_B}regard{_B}to"
        rf"{_B}[Aa]utomatic{_B}[Pp]rocessing{_B}of{_B}[Pp]ersonal{_B}[Dd]ata"
        rf"|[Cc]onvention{_B}pour{_B}la{_B}protection{_B}des{_B}personnes{_B}à{_B}l[’']égard{_B}du"
        rf"{_B}traitement{_B}automatisé"
        rf"|Übereinkommens?{_B}zum{_B}Schutz{_B}des{_B}Menschen{_B}bei{_B}der{_B}automatischen{_B}Verarbeitung",
        ("108", "automatic", "automatisé", "automatisch"),
    ),
    _Instrument(
        "Stockholm Programme",
        "programme",
        # "the Stockholm programme of visits" is none of it.
        rf"Stockholm{_DASH}Program(?:me?)?|[Pp]rogramme{_B}de{_B}Stockholm|Stockholmer{_B}Programms?",
        ("stockholm",),
    ),
    _Instrument(
        "Hague Programme",
        "programme",
        # The Action Plan that implements it is another document.
        rf"(?<!implementing\sthe\s)Hague{_B}Program(?:me)?|[Pp]rogramme{_B}de{_B}La{_B}Haye|Haager{_B}Programms?",
        ("hague", "haye", "haager"),
    ),
    _Instrument(
        "WCO SAFE Framework of Standards",
        "document",
        rf"(?:(?:WCO|OMD|WZO){_DASH})?SAFE{_DASH}(?:Framework(?:{_B}of{_B}Standards)?|Normenrahmens?"
        rf"|Rahmenwerks?)"
        rf"|WCO(?:[’']s)?{_B}Framework{_B}of{_B}Standards(?:{_B}\(SAFE\))?"
        rf"|Framework{_B}of{_B}Standards{_B}(?:\(SAFE\)|to{_B}[Ss]ecure{_B}and{_B}[Ff]acilitate)"
        rf"|[Cc]adre{_B}(?:de{_B}normes{_B})?SAFE",
        ("safe", "framework of standards", "secure and"),
    ),
    _Instrument(
        "EU Customs Blueprints",
        "document",
        rf"(?:EU{_B}|European{_B}Union{_B}|Community{_B})?Customs{_B}Blueprints?"
        rf"|EU{_B}customs{_B}blueprints?|EU{_DASH}Zoll{_DASH}Blueprints?"
        rf"|Blueprints?{_B}(?:douaniers|for{_B}[Cc]ustoms|des{_B}douanes)",
        ("blueprint",),
    ),
    _Instrument(
        "Revised Kyoto Convention",
        "act",
        rf"(?:[Rr]evised{_B})?Kyoto{_B}Convention|[Cc]onvention{_B}de{_B}Kyoto(?:{_B}révisée)?"
        rf"|(?:[Rr]evidierte[sn]?{_B})?Übereinkommens?{_B}von{_B}Kyoto",
        ("kyoto",),
    ),
    _Instrument(
        "Nairobi Convention",
        "act",
        rf"Nairobi{_B}Convention|[Cc]onvention{_B}de{_B}Nairobi|Übereinkommens?{_B}von{_B}Nairobi",
        ("nairobi",),
    ),
)
_SPELLED = tuple((one, Pattern(rf"(?<![\w-])(?:{one.words})(?!\w)")) for one in _INSTRUMENTS)
# European Councils are known by the town; "the Council conclusions" alone say nothing.
_TOWN = (
    r"(?:Amsterdam|Barcelona|Cardiff|Cologne|Copenhagen|Corfu|Dublin|Edinburgh|Essen|Feira|Florence"
    r"|Gothenburg|Göteborg|Helsinki|Laeken|Luxembourg|Madrid|Nice|Seville|Tampere|Thessaloniki"
    r"|Vienna|Séville|Sevilla|Vienne|Wien)"
)
_CONCLUSIONS = Pattern(
    rf"(?<![\w-])(?:({_TOWN}){_B}(?:European{_B})?Council{_B}[Cc]onclusions"
    rf"|[Cc]onclusions{_B}(?:of|from){_B}the{_B}(?:({_TOWN}){_B}European{_B}Council"
    rf"|European{_B}Council{_B}(?:held{_B})?(?:of|in|at){_B}({_TOWN}))"
    rf"|[Cc]onclusions{_B}du{_B}Conseil{_B}européen{_B}de{_B}({_TOWN})"
    rf"|Schlussfolgerungen{_B}des{_B}Europäischen{_B}Rates{_B}von{_B}({_TOWN}))(?!\w)"
)
_ENGLISH_TOWNS = {"Séville": "Seville", "Sevilla": "Seville", "Vienne": "Vienna", "Wien": "Vienna"}
_DAY = (
    r"(?:[0-3]?[0-9](?:\.|er|st|nd|rd|th)?\s{1,3}[^\W\d_]{3,9}\.?\s{1,3}[12][0-9]{3}"
    r"|[0-3]?[0-9]\.[01]?[0-9]\.[12][0-9]{3})"
)
# Where the subject of an act ends and the sentence goes on.
_STOP = (
    r"(?=\s{0,3}(?:[.,;:()•\n\"”»]|\Z)|\s{1,3}(?:which|that|who|shall|should|will|would|may|is|are"
    r"|was|were|has|have|by|to\s{1,3}be|in\s{1,3}order|with\s{1,3}a\s{1,3}view|and\s{1,3}the"
    r"|and\s{1,3}to|qui|que|dont|doit|sera|est|sont|ist|sind|wird|werden|und\s{1,3}de[rs]"
    r"|und\s{1,3}die)\b)"
)
_ABOUT = rf"[^.,;:()•\n]{{3,160}}?){_STOP}"
_ACT = Pattern(
    rf"(?<![\w-])(?P<sort>Joint{_B}Action|(?:Council{_B})?(?:Framework{_B}Decision|Common{_B}Position)"
    rf"|Council{_B}(?:Resolution|Decision|Recommendation|Act|Declaration)"
    rf"|Commission{_B}(?:Communication|Recommendation|Decision))(?:{_B}of{_B}(?P<of>{_DAY}))?{_B}"
    rf"(?P<about>(?:on|concerning|regarding|for|of(?!{_B}[0-9])){_B}{_ABOUT}"
)
# In these languages the sorts are everyday words, too, so that the day has to stand there.
_DATED_ACT = Pattern(
    rf"(?<![\w-])(?P<sort>[Aa]ction{_B}commune|[Rr]ésolution{_B}du{_B}Conseil"
    rf"|[Cc]ommunication{_B}de{_B}la{_B}Commission|[Gg]emeinsamen?{_B}Maßnahme"
    rf"|Entschließung{_B}des{_B}Rates|Mitteilung{_B}der{_B}Kommission){_B}(?:du|vom){_B}(?P<of>{_DAY}){_B}"
    rf"(?P<about>(?:relative{_B}(?:à|aux?)|concernant|sur|betreffend|über|zur?m?){_B}{_ABOUT}"
)
_DAY_BEHIND = Pattern(rf"[^.;:()•\n]{{0,80}}(?:etc\.)?\s{{0,3}}\(\s?(?P<day>{_DAY})\s?\)")
# "A resolution was agreed in November 1996 on ..."
_AGREED = Pattern(
    rf"\b(?P<sort>[Rr]esolution|[Dd]ecision|[Jj]oint{_B}[Aa]ction|[Rr]ecommendation){_B}(?:was|has{_B}been)"
    rf"{_B}(?:agreed|adopted|approved){_B}(?:in|on){_B}(?P<of>(?:[0-3]?[0-9]{_B})?[A-Z][a-z]{{2,8}}"
    rf"{_B}[12][0-9]{{3}}){_B}(?P<about>(?:on|concerning|regarding){_B}{_ABOUT}"
)
# "adopted an Action plan against rope theft on 3 April 1998"
_ADOPTED = Pattern(
    rf"\b(?:adopted|approved|agreed{_B}on){_B}an?{_B}(?P<sort>[Aa]ction{_B}[Pp]lan|[Ww]ork{_B}[Pp]rogramme"
    rf"|[Ss]trategy|[Rr]esolution|[Dd]ecision|[Rr]ecommendation){_B}(?P<about>(?:on|in{_B}the{_B}field{_B}of"
    rf"|for|against|concerning){_B}[^.,;:()•\n]{{3,160}}?){_B}on{_B}(?P<of>{_DAY})(?![0-9])"
)
_ACTS: Final = (
    (_ADOPTED, ("adopted", "approved", "agreed")),
    (_ACT, ("joint action", "framework decision", "common position", "council ", "commission ")),
    (_DATED_ACT, ("commune", "conseil", "commission", "maßnahme", "des rates", "kommission")),
    (_AGREED, ("agreed", "adopted", "approved")),
)
_TOLD = re.compile("ommunication|Mitteilung|ction plan|ction Plan|trategy|rogramme")
_SLASH = re.compile(r"\s{0,3}/\s{0,3}")
_BESIDE = 10  # "(doc. "
_NEAR = 60  # characters behind a name in which its number or publication may stand


def instrument_links(passage: Passage) -> Iterator[Stated]:
    """The instruments that a text cites by their names, each once.

    An act that is known by its subject only is left to its number, where one follows.

    Args:
        passage: The text.

    Yields:
        A relation of the kind CITES for each, at the first place that names it.
    """
    taken = bytearray(len(passage.text))
    found: dict[Named, tuple[int, int]] = {}
    for start, end, named in _all(passage):
        if taken.find(1, start, end) >= 0:
            continue  # "Naples II" in the name of its handbook
        taken[start:end] = b"\1" * (end - start)
        found.setdefault(named, (start, end))
    for named in _cut_short(found):
        del found[named]
    for named, (start, end) in found.items():
        clause = passage.clause(start, end)
        words = passage.evidence(clause, start, end)
        yield Stated(at=start, kind=LinkKind.CITES, target=named, text=words)


def _all(passage: Passage) -> Iterator[tuple[int, int, Named]]:
    """The places of all names; what has a name of its own comes first."""
    text = passage.text
    for one, pattern in _SPELLED:
        if passage.has(*one.keys):
            named = Named(one.name, one.kind)
            for match in pattern.finditer(text):
                yield match.start(), match.end(), named
    if "onclusions" in text or "Schlussfolgerungen" in text:
        for match in _CONCLUSIONS.finditer(text):
            town = next(filter(None, match.groups()))
            name = f"{_ENGLISH_TOWNS.get(town, town)} Council Conclusions"
            yield match.start(), match.end(), Named(name, "conclusions")
    for pattern, keys in _ACTS:
        if passage.has(*keys):
            for match in pattern.finditer(text):
                if not _is_numbered(passage, match.start(), match.end()):
                    yield match.start(), match.end(), _act(match)
    yield from _formed(passage)


def _formed(passage: Passage) -> Iterator[tuple[int, int, Named]]:
    """The places of the names that are formed by rule."""
    text = passage.text
    told: list[tuple[int, int]] | None = None
    for start, end, named in formed_names(text):
        if told is None:
            told = dated_acts(text)[1]
        named_so = any(first <= start < last for first, last in told)
        # "included in the Rope Guide (Completed: 1234/05)" does not number the guide.
        if not named_so and not _is_numbered(passage, start, end, _BESIDE):
            yield start, end, named


def _cut_short(found: Iterable[Named]) -> list[Named]:
    """Names that a longer one begins with: "EU Strategy" beside "EU Strategy for Ropes"."""
    names = [
        named for named in found if named.text.endswith(("Strategy", "Strategy and Action Plan"))
    ]
    return [
        named
        for named in names
        if sum(other.text.startswith(f"{named.text} ") for other in found) == 1
    ]


def is_listed_instrument(named: Named) -> bool:
    """Whether a name is one of those that instruments have for themselves."""
    return any(one.name == named.text for one in _INSTRUMENTS)


def short_names(text: str) -> dict[str, Named]:
    """What acts are that a text knows by sort and day: instruments that have a name of their own.

    Example:
        >>> words = "the Convention of 26 July 1995 on the use of computers (CIS Convention)"
        >>> str(short_names(words)["Convention of 26 July 1995"])
        'CIS Convention'
    """
    found: dict[str, Named] = {}
    for name, short in dated_acts(text)[0].items():
        for one, pattern in _SPELLED:
            if pattern.fullmatch(short):
                found[name] = Named(one.name, one.kind)
                break
    return found


def _act(match: re.Match[str]) -> Named:
    """An act by its sort, its subject and its day, which may stand in a bracket behind them."""
    sort = match["sort"][:1].upper() + match["sort"][1:]
    about = _SLASH.sub("/", match["about"])
    if match["of"]:
        name = f"{sort} of {match['of']} {about}"
    else:
        behind = _DAY_BEHIND.match(match.string, match.end())
        name = f"{sort} {about}" + (f" ({behind['day']})" if behind else "")
    return Named(folded(name), "document" if _TOLD.search(sort) else "act")


def _is_numbered(passage: Passage, start: int, end: int, near: int = _NEAR) -> bool:
    """Whether a reference stands in the name, or begins shortly behind it in a bracket."""
    number = next(passage.mentions_from(start), None)
    if number is None:
        return False
    at = passage.mentions[number].start
    if at < end:
        return True
    between = passage.text[end:at].lstrip()
    return len(between) <= near and between[:1] in ("(", ",") and not set(between) & set(".;)")
