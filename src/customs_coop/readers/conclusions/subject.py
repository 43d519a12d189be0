"""What conclusions are on: the report or communication that their own title or adoption names."""

import re

from customs_coop.model import Link, LinkKind, Named, Target
from customs_coop.readers.mentions.passages import folded
from customs_coop.references import find_references
from customs_coop.references.base import Pattern

__all__ = ["find_subject"]

_B = r"\s{1,3}"
_WORD = rf"(?:[^\W_][\w’'-]{{0,30}}{_B})"
_REPORT = (
    r"(?:reports?|communication|evaluation|assessment|study|rapport|communication|évaluation|étude"
    r"|\w{0,20}[Bb]ericht(?:e?s)?|Mitteilung|Bewertung|Studie)"
)
_ON = (
    rf"(?:on|concerning|regarding|sur|concernant|relatives{_B}(?:à|aux?)|zu[mr]?|über)"
    rf"{_B}(?:(?:the|le|la|den|dem|die|der){_B}|l[’'])?"
)
# The conclusions of the document itself: its title, or those that a body has just adopted. What
# recitals recall are other conclusions.
_OWN = Pattern(
    rf"(?:\A(?:[^.,:;]{{0,60}}\s)?|\b(?:approved|adopted|adopts|approves|agreed{_B}on|adopté|approuvé){_B}"
    rf"(?:(?:the|its|a{_B}set{_B}of|des|les){_B})?(?:(?:following|Council){_B})?)"
    rf"(?:[Cc]onclusions|[Ss]chlussfolgerungen){_B}(?:(?:of|by){_B}the{_B}Council{_B}|du{_B}Conseil{_B}"
    rf"|des{_B}Rates{_B})?{_ON}(?P<name>{_WORD}{{0,6}}?{_REPORT}\b[^.;:()\n]{{0,200}}?)"
    r"(?=\s{0,3}(?:[.;:(\n]|\Z)|\s{1,3}(?:at|by|which|that|lors|qui|in\s{1,3}view)\b)"
)
_HEAD = 900  # characters of the document in which it is looked for
_BRACKET = re.compile(r"\s{0,3}\((?P<inside>[^()\n]{0,80}(?:\([^()\n]{1,12}\)[^()\n]{0,60})?)\)")


def find_subject(whole: str) -> tuple[Link, ...]:
    """The report that a document of conclusions is on, as the link of its recommendations.

    Args:
        whole: The words of the document, folded, its title or subject first.

    Returns:
        A link of the kind CITES to the number behind the name, else to the name; none where no
        report is named, or several are.

    Example:
        >>> words = "The Council adopted conclusions on the second report on buoys. It asks:"
        >>> link, = find_subject(words)
        >>> link.target.text, link.text
        ('Second report on buoys', 'conclusions on the second report on buoys')
    """
    found: dict[Target, str] = {}
    for match in _OWN.finditer(whole[:_HEAD]):
        name = folded(match["name"])
        bracket = _BRACKET.match(whole, match.end())
        cited = find_references(bracket["inside"]) if bracket else ()
        name = name[:1].upper() + name[1:]
        target: Target = cited[0].reference if len(cited) == 1 else Named(name, "document")
        words = folded(match[0])
        start = re.search(r"[Cc]onclusions|[Ss]chlussfolgerungen", words)
        found.setdefault(target, words[start.start() if start else 0 :])
    if len(found) != 1:
        return ()
    return tuple(
        Link(kind=LinkKind.CITES, target=target, text=words) for target, words in found.items()
    )
