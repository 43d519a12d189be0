"""The citation of an action of a plan."""

import re

import attrs

from customs_coop.references.actions.codes import (
    BEHIND,
    BLANK,
    CODE,
    DOTTED,
    HELD,
    NUMBERED,
    ordinal_words,
)
from customs_coop.references.actions.plans import IN_PLAN, NAMED_PLAN, plan_of
from customs_coop.references.base import (
    Pattern,
    Stages,
    language_code,
    matches,
    optional,
    parse_whole,
    whole_number,
)

__all__ = [
    "FIRST_CODE",
    "OTHER_NOUNS",
    "ActionCitation",
    "code_of",
    "read_action_citation",
]

_CODE = Pattern(CODE)

#: What may stand between the word and the end of the first code.
FIRST_CODE = (
    rf"(?:{HELD}(?P<point>points?{BLANK})?(?P<numbered>{NUMBERED})?(?:AP(?P<own>[1-9][0-9]?)/)?"
    rf"(?:\[(?P<bracketed>{CODE})\]|\((?P<enclosed>{DOTTED})\)|(?P<plain>{CODE}){BEHIND})"
    # A figure that stands close to the word may be the mark of a note, a code with a point not.
    rf"|(?P<close>{DOTTED}){BEHIND})"
)
#: What an action is called besides, where its plan is in French or German.
OTHER_NOUNS = (
    r"(?:Ma(?:ß|ss)nahme|MA(?:ẞ|ß|SS)NAHME|Aktion|AKTION|[Mm]esure|MESURE)"
    r"(?P<plural>[eE]?[nN]|[sS])?"
)
_ACTION = Pattern(rf"(?:[Aa]ction(?:s|S)?|ACTIONS?|{OTHER_NOUNS}){FIRST_CODE}")
_OF_PLAN = Pattern(rf"{IN_PLAN}{NAMED_PLAN}", re.IGNORECASE)

_STAGES: Stages = (
    (
        Pattern(rf"(?:(?:Action|action|ACTION)[sS]?|{OTHER_NOUNS}){BLANK}"),
        "the word Action was expected",
    ),
    (
        Pattern(rf"{NUMBERED}?(?:\[{CODE}\]|\({DOTTED}\)|{CODE}{BEHIND})"),
        "a code such as 3.16 was expected",
    ),
)


@attrs.frozen
class ActionCitation:
    """An action of an action plan, by its code.

    Args:
        plan: The ordinal of the plan, 2 for "the second Action Plan"; None where none is printed.
        code: The code as printed, without square brackets.

    Raises:
        InvalidValueError: If the ordinal or the code has another form.
        TypeError: If a value has another type.

    Example:
        >>> ActionCitation.parse("Action 8 of the second Action Plan")
        ActionCitation(plan=2, code='8')
        >>> str(ActionCitation(None, "3.16"))
        'Action 3.16'
    """

    plan: int | None = attrs.field(validator=optional(whole_number(1, 99)))
    code: str = attrs.field(validator=matches(_CODE, "a code such as '3.16'"))

    @classmethod
    def parse(cls, text: str) -> "ActionCitation":
        """Read the citation of one action.

        Args:
            text: The citation alone, such as "Action [3.9]".

        Returns:
            The citation.

        Raises:
            ReferenceSyntaxError: If the text is something else; the fault is underlined.

        Example:
            >>> ActionCitation.parse("Action [3.9]").code
            '3.9'
        """
        return parse_whole(text, read_action_citation, _STAGES, "an action")

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address: an action has none."""
        return "an action has no address of its own"

    def url(self, language: str = "en") -> str | None:
        """Give None: an action has no address of its own.

        Args:
            language: The two letters of an official language.

        Returns:
            None.

        Raises:
            InvalidValueError: If the Union has no such official language.

        Example:
            >>> ActionCitation(2, "8").url() is None
            True
        """
        language_code(language)
        return None

    def cite(self) -> str:
        """Give the same as `str`: nothing more is printed.

        Returns:
            The citation.

        Example:
            >>> ActionCitation(2, "8").cite()
            'Action 8 of the second Action Plan'
        """
        return str(self)

    def __str__(self) -> str:
        plan = "" if self.plan is None else f" of the {ordinal_words(self.plan)} Action Plan"
        return f"Action {self.code}{plan}"


def code_of(match: re.Match[str]) -> str:
    """Give the code that `FIRST_CODE` has matched.

    Args:
        match: The match.

    Returns:
        The code without brackets.

    Example:
        >>> code_of(re.match(FIRST_CODE, " [3.9]"))
        '3.9'
    """
    return match["plain"] or match["bracketed"] or match["enclosed"] or match["close"]


def read_action_citation(text: str, start: int) -> tuple[ActionCitation, int] | None:
    """Read the citation of an action that is known to stand at an index.

    Args:
        text: The text.
        start: Where the word Action begins.

    Returns:
        The citation and its end, or None.

    Example:
        >>> read_action_citation("see Action 3.6.", 4)[1]
        14
    """
    match = _ACTION.match(text, start)
    if match is None:
        return None
    plan = _OF_PLAN.match(text, match.end())
    ordinal = plan_of(plan)
    if ordinal is None and match["own"]:
        ordinal = int(match["own"])
    return ActionCitation(ordinal, code_of(match)), match.end() if plan is None else plan.end()
