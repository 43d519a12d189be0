"""Recommendations, conclusions and studies without a number that a text says are put to use.

What is only mentioned is none: the words have to say that it is taken up, followed or updated.
"""

import re
from collections.abc import Iterator

from customs_coop.model import LinkKind, Named, PartyRef
from customs_coop.readers.mentions.passages import Passage, Stated, folded
from customs_coop.readers.parties.names import body, is_group
from customs_coop.references.base import Pattern

__all__ = ["taken_links"]

_B = r"[^\S\n]{1,3}"
_CAP = r"[A-ZÀ-ÖØ-Þ][\w’'/-]{0,30}"
# Words behind which something is put to use, in English, French and German.
_TAKES = (
    rf"(?:incorporat(?:es?|ing)|tak(?:es?|ing){_B}(?:up|forward|on{_B}board|(?:full{_B})?account{_B}of"
    rf"|into{_B}(?:account|consideration))"
    rf"|in{_B}(?:full{_B})?(?:line|accordance|compliance|conformity){_B}with|according{_B}to"
    rf"|compl(?:y|ies|ying){_B}with|implement(?:s|ing)?|follow(?:s|ing)?|meet(?:s|ing)?|pursuant{_B}to"
    rf"|based{_B}on|respond(?:s|ing)?{_B}to"
    rf"|conformément{_B}(?:à|aux?)|en{_B}application{_B}(?:de|des)|appliqu(?:er|ant|e)|mettre{_B}en{_B}œuvre"
    rf"|mettant{_B}en{_B}œuvre|(?:tenir|tenant){_B}compte{_B}(?:de|des)|intègre(?:nt)?|reprend"
    rf"|gemäß|entsprechend|im{_B}Einklang{_B}mit|unter{_B}Berücksichtigung)"
)
_THE = (
    rf"(?:{_B}(?:all|the|those|these|relevant|latest|existing|initial|earlier|previous|les|ces|des|toutes"
    rf"|den|der|die|allen)){{0,3}}"
)
_MADE = r"(?:endorsed|adopted|approved|agreed|made|issued|given|formulated)"
_GROUP = (
    rf"{_CAP}(?:{_B}{_CAP}|{_B}(?:of|on|for){_B}(?:the{_B})?{_CAP}){{0,6}}"
    rf"(?:{_B}(?:reports?|study|evaluation|review|survey|group|working{_B}(?:party|group)|conference))?"
)
_RECOMMENDATIONS = Pattern(
    rf"(?<![\w-])(?i:{_TAKES}){_THE}{_B}(?:"
    # "all recommendations endorsed in Bergen"
    rf"(?P<phrase>recommendations{_B}{_MADE}{_B}(?:in|at|by|during){_B}(?:the{_B})?{_GROUP}"
    rf"|recommandations{_B}(?:adoptées|approuvées|formulées|émises){_B}(?:à{_B}(?:la{_B})?|par{_B}(?:le{_B}|la{_B})?"
    rf"|lors{_B}de{_B}la{_B})[^.,;:()\n]{{0,40}}?{_CAP}"
    rf"|(?:in|von){_B}(?:de[rm]{_B})?{_CAP}{_B}(?:gebilligten|angenommenen|verabschiedeten){_B}Empfehlungen)"
    # "UN and WCO recommendations"
    rf"|(?P<bodies>[A-Z]{{2,8}}(?:(?:,{_B}|/|{_B}and{_B}|,{_B}and{_B})[A-Z]{{2,8}}){{0,5}}{_B}recommendations"
    rf"|recommandations{_B}(?:de{_B}l[’']|du{_B}|des{_B})[A-Z]{{2,8}}(?:(?:,{_B}|{_B}et{_B})(?:de{_B}l[’']|du{_B}|des{_B})"
    rf"[A-Z]{{2,8}}){{0,5}}|[A-Z]{{2,8}}-Empfehlungen|Empfehlungen{_B}(?:der|des){_B}[A-Z]{{2,8}}"
    rf"(?:(?:,{_B}|{_B}und{_B})(?:(?:der|des){_B})?[A-Z]{{2,8}}){{0,5}})"
    # "the recommendations of the Rope Strategy report"
    rf"|recommendations{_B}(?:{_MADE}{_B})?(?:of|from|in|by){_B}(?:the{_B})?(?P<group>{_GROUP}))(?![\w-])"
)
# "as well as those recommendations of the Expert Group on Nets", in the same sentence.
_AND_THOSE = Pattern(
    rf"(?:\bas{_B}well{_B}as|\band){_B}(?:those{_B}|the{_B})?(?:recommendations{_B})?(?:of|from){_B}(?:the{_B})?"
    rf"(?P<group>{_GROUP})(?![\w-])"
)
_GROUP_ALONE = re.compile(
    r"\b(?:group|party|committee|council|conference|team|forum|task\s+force)\b", re.IGNORECASE
)
_CONCLUSIONS = Pattern(
    rf"\bfollow(?:s|ing)?(?:{_B}|-)?up(?:{_B}(?:on|to))?{_B}(?:the{_B})?(?P<name>(?:[A-Z][\w’'/.-]{{0,20}}{_B}"
    rf"(?:[0-9]{{1,3}}{_B})?){{1,5}}[Cc]onclusions{_B}(?:on|of|concerning){_B}[^.;:()\n]{{3,180}})"
    rf"|\bdonn(?:er|ant|e){_B}suite{_B}aux{_B}(?P<suite>conclusions{_B}(?:du|de{_B}la|des){_B}[^.;:()\n]{{3,40}}?{_B}"
    rf"(?:sur|concernant|relatives){_B}[^.;:()\n]{{3,140}})"
    rf"|\b(?P<folge>Schlussfolgerungen{_B}(?:der|des){_B}[^.;:()\n]{{3,40}}?{_B}(?:zu[mr]?|über){_B}[^.;:()\n]{{3,140}}?)"
    rf"{_B}(?:weiterverfolg|weiter{_B}verfolg|umsetz)\w{{1,4}}\b"
)
_SORT = (
    r"(?:(?:(?:situation|progress|activity|threat|evaluation|implementation){_B})?"
    r"(?:study|report|survey|assessment|evaluation|review))"
).replace("{_B}", _B)
_STOP = (
    r"(?=\s{0,3}(?:[.,;:()•\n\"”»]|\Z)|\s{1,3}(?:which|that|who|shall|should|will|would|may|is|are|was"
    r"|were|has|have|by|to|in\s{1,3}order|and\s{1,3}(?:the|to|an?)|afin|qui|pour|aktualisier|anpass)\b)"
)
# Only what exists can be updated or taken into account: "the existing study", "annual report".
_WORK = Pattern(
    rf"\b(?:(?P<update>updat(?:e|es|ing)|revis(?:e|es|ing)|extend(?:s|ing)?)"
    rf"|(?P<build>(?:build(?:s|ing)?|draw(?:s|ing)?|based){_B}(?:up)?on)"
    rf"|tak(?:e|es|ing){_B}(?:into{_B}account|account{_B}of)|in{_B}(?:the{_B})?light{_B}of)\b"
    rf"(?P<gap>[^.;:()\n]{{0,160}}?){_B}(?:"
    rf"(?:existing|latest|previous|earlier|(?:most{_B})?recent){_B}(?P<name>{_SORT}{_B}(?:on|into|about){_B}"
    rf"[^.;:,()\n]{{3,100}}?)|(?P<yearly>annual{_B}{_SORT}{_B}(?:on|of){_B}[^.;:,()\n]{{3,100}}?)){_STOP}"
    rf"|\b(?P<update_fr>(?i:(?:mettre|mise){_B}à{_B}jour|actualis(?:er|ation))){_B}(?:de{_B})?(?:l[’']|la{_B}|le{_B}|du{_B})"
    rf"(?P<name_fr>(?:étude|enquête|rapport|évaluation){_B}existante?{_B}(?:sur|de|des|du){_B}[^.;:,()\n]{{3,100}}?){_STOP}"
    rf"|\b(?:bestehende|vorhandene|vorliegende)[nrsm]?{_B}(?P<name_de>(?:Studie|Untersuchung|Erhebung|Bericht){_B}"
    rf"(?:über|zu[mr]?){_B}[^.;:,()\n]{{3,100}}?){_B}(?P<update_de>aktualisier|überarbeit|anpass)\w{{1,4}}\b",
    re.IGNORECASE,
)

# One of these says that there is such work.
_THERE_IS = (
    *("exist", "latest", "previous", "earlier", "recent", "annual"),
    *("bestehende", "vorhandene", "vorliegende"),
)


def taken_links(passage: Passage) -> Iterator[Stated]:
    """The relations to recommendations, conclusions and studies that have no number.

    Args:
        passage: The text.

    Yields:
        What takes up recommendations of a conference or of bodies, what uses those of a report or
        group, what follows conclusions up, and what starts from a study that there is.
    """
    if "ecomm" in passage.text or "mpfehl" in passage.text:
        yield from _recommendations(passage)
    concluded = passage.has("conclusions", "schlussfolgerungen")
    for match in _CONCLUSIONS.finditer(passage.text) if concluded else ():
        if not passage.denied(match.start()) and not _has_reference(passage, match):
            name = folded(match["name"] or match["suite"] or match["folge"])
            name = name[:1].upper() + name[1:]
            yield _stated(passage, match, LinkKind.TAKES_UP, Named(name, "conclusions"))
    for match in _WORK.finditer(passage.text) if passage.has(*_THERE_IS) else ():
        update = match["update"] or match["update_fr"] or match["update_de"]
        if match["update"] and match["gap"].strip() not in ("", "the", "its"):
            continue  # "update the list and read the existing study"
        if passage.denied(match.start()) or _has_reference(passage, match):
            continue
        name = folded(match["name"] or match["yearly"] or match["name_fr"] or match["name_de"])
        kind = LinkKind.STARTS_FROM if update or match["build"] else LinkKind.CITES
        noun = "study" if re.match(r"stud|étud", name, re.IGNORECASE) else "report"
        yield _stated(passage, match, kind, Named(name, noun))


def _recommendations(passage: Passage) -> Iterator[Stated]:
    for match in _RECOMMENDATIONS.finditer(passage.text):
        if passage.denied(match.start()) or _has_reference(passage, match):
            continue
        phrase = match["phrase"] or match["bodies"]
        if phrase:
            named = Named(folded(phrase), "recommendations")
            yield _stated(passage, match, LinkKind.TAKES_UP, named)
            continue
        if not _is_source(match["group"]):
            continue
        yield _of_group(passage, match)
        _, end = passage.sentence(match.start(), match.end())
        for more in _AND_THOSE.finditer(passage.text, match.end(), end):
            if _is_source(more["group"]) and not _has_reference(passage, more):
                yield _of_group(passage, more)


def _is_source(name: str) -> bool:
    """Whether a name is that of a report or a group; actions and plans are cited by their codes."""
    words = name.split()
    head = words[0].casefold()
    if head in ("action", "actions", "work", "member", "article", "document"):
        return False
    ends = words[-1].casefold() in ("report", "reports", "study", "evaluation", "review", "survey")
    return ends or _GROUP_ALONE.search(name) is not None or body(name) is not None


def _of_group(passage: Passage, match: re.Match[str]) -> Stated:
    name = folded(match["group"])
    known = body(name)
    kind = LinkKind.USES_RECOMMENDATIONS_OF
    if known is not None:
        return _stated(passage, match, kind, PartyRef(known.id), at=match.start("group"))
    group = is_group(name) or _GROUP_ALONE.search(name) is not None
    ends = name.split()[-1].casefold()
    report = ends in ("report", "reports", "study", "evaluation", "review", "survey")
    named = Named(name, "document" if report or not group else "group")
    return _stated(passage, match, kind, named, at=match.start("group"))


def _stated(
    passage: Passage,
    match: re.Match[str],
    kind: LinkKind,
    target: Named | PartyRef,
    *,
    at: int | None = None,
) -> Stated:
    start = match.start() if at is None else at
    sentence = passage.sentence(match.start(), match.end())
    text = passage.evidence(sentence, match.start(), match.end())
    return Stated(at=start, kind=kind, target=target, text=text)


def _has_reference(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a reference stands in the words or right behind them; it then says which they are."""
    number = next(passage.mentions_from(match.start()), None)
    return number is not None and passage.mentions[number].start < match.end() + 3
