"""How the plan of an action is named behind or before it, in English, French and German."""

import re
from typing import Final

from customs_coop.references.actions.codes import BLANK, NUMBERED, ordinal_figure, ordinals

__all__ = ["IN_PLAN", "NAMED_PLAN", "OF_THE", "SOME_PLAN", "plan_of"]

_ENGLISH: Final = rf"(?:Action|Work){BLANK}Plan"
_FRENCH: Final = rf"plans?{BLANK}(?:d ?['’] ?actions?|de{BLANK}travail)"
_GERMAN: Final = r"(?:[a-z]{2,6}-)?(?:Aktions|Arbeits)pl(?:an(?:e?s)?|äne[ns]?)"
# The last letter of a name; the mark of a note may stand behind it.
_ENDS: Final = r"(?![^\W0-9¹²³⁰⁴-⁹])"
# "The second and third Action Plan" are two, and neither is certainly meant.
_EPITHETS: Final = (
    r"(?:(?!(?:and|or|to|et|ou|au|à|und|oder|bis|zum)\b)[a-zà-öø-ÿ-]{2,20}"
    rf"{BLANK}){{0,2}}?"
)
#: The name of a plan with its ordinal, to be used with `re.IGNORECASE`.
NAMED_PLAN: Final = (
    rf"(?:(?:the|le|der){BLANK})?"
    # In German "3." is the third.
    rf"(?:(?P<ordinal>{ordinals()}|[1-9][0-9]?\.(?=\s{{1,20}}{_GERMAN})){BLANK}{_EPITHETS}"
    rf"(?:{_ENGLISH}s?|{_FRENCH}|{_GERMAN}){_ENDS}"
    rf"|(?:(?:{_ENGLISH}|{_FRENCH}|{_GERMAN}){BLANK}(?:{NUMBERED})?|AP[ \u00a0]?)"
    r"(?P<figure>[1-9][0-9]?)(?!\w|[.,/-][0-9]))"
)
_IN: Final = r"(?:of|in|under|from|within)"
# With the article that has melted into it. "Dans le" and "im" alone may as well say where an
# action is to go on, as the verb of these languages stands elsewhere.
_DU: Final = (
    rf"(?:(?:(?:relevant|issue?s?|tirée?s?){BLANK})?du"
    rf"|(?:prévue?s?|figurant|inscrite?s?|énoncée?s?|contenue?s?){BLANK}(?:au|(?:dans|par){BLANK}le)"
    rf"|des|aus{BLANK}dem|gemäß{BLANK}dem|nach{BLANK}dem)"
)
#: Between an action and the name of its plan, with the blanks; for `re.IGNORECASE` too.
IN_PLAN: Final = rf"{BLANK}(?:{_IN}|{_DU}){BLANK}"
#: The same before an ordinal that stands alone, as in "3.1 of the third and 4.1 of the fourth".
OF_THE: Final = rf"{BLANK}(?:{_IN}{BLANK}the|{_DU}){BLANK}"
#: A plan that is named without its ordinal.
SOME_PLAN: Final = (
    rf"{BLANK}{_IN}{BLANK}(?:the|this|that|our|its|a){BLANK}"
    rf"(?:[\w'’/-]{{1,20}}{BLANK}){{0,5}}?{_ENGLISH}"
    rf"|{BLANK}(?:{_DU}|dudit|de{BLANK}(?:ce|notre)){BLANK}"
    rf"(?:[\w’/-]{{1,20}}{BLANK}){{0,2}}?{_FRENCH}{_ENDS}"
    rf"|{BLANK}(?:{_DU}|dieses|unseres|eines){BLANK}"
    rf"(?:[\w/-]{{1,20}}{BLANK}){{0,3}}?{_GERMAN}{_ENDS}"
)


def plan_of(match: re.Match[str] | None) -> int | None:
    """Give the ordinal of a plan that `NAMED_PLAN` has matched.

    Args:
        match: The match, or None.

    Returns:
        The ordinal, or None.

    Example:
        >>> [
        ...     plan_of(re.match(NAMED_PLAN, words, re.IGNORECASE))
        ...     for words in ("the Third Action Plan", "troisième plan d'action", "3. Aktionsplans")
        ... ]
        [3, 3, 3]
    """
    if match is None:
        return None
    return ordinal_figure(match["ordinal"] or match["figure"])
