"""The kinds of numbered act, with their names in CELEX numbers and in ELI addresses."""

import enum
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["ELI_KINDS", "REGULATIONS", "ActKind", "celex_letter"]


class ActKind(enum.Enum):
    """The kinds of numbered act; the value is the word that stands before the number."""

    REGULATION = "Regulation"
    IMPLEMENTING_REGULATION = "Implementing Regulation"
    DELEGATED_REGULATION = "Delegated Regulation"
    DIRECTIVE = "Directive"
    IMPLEMENTING_DIRECTIVE = "Implementing Directive"
    DELEGATED_DIRECTIVE = "Delegated Directive"
    DECISION = "Decision"
    IMPLEMENTING_DECISION = "Implementing Decision"
    DELEGATED_DECISION = "Delegated Decision"
    FRAMEWORK_DECISION = "Framework Decision"
    JOINT_ACTION = "Joint Action"
    COMMON_POSITION = "Common Position"
    JOINT_POSITION = "Joint Position"
    COMMON_STRATEGY = "Common Strategy"
    RECOMMENDATION = "Recommendation"


REGULATIONS = frozenset(
    {ActKind.REGULATION, ActKind.IMPLEMENTING_REGULATION, ActKind.DELEGATED_REGULATION}
)
#: The kinds as the European Legislation Identifier writes them.
ELI_KINDS: Mapping[str, ActKind] = MappingProxyType(
    {
        "reg": ActKind.REGULATION,
        "reg_impl": ActKind.IMPLEMENTING_REGULATION,
        "reg_del": ActKind.DELEGATED_REGULATION,
        "dir": ActKind.DIRECTIVE,
        "dir_impl": ActKind.IMPLEMENTING_DIRECTIVE,
        "dir_del": ActKind.DELEGATED_DIRECTIVE,
        "dec": ActKind.DECISION,
        "dec_impl": ActKind.IMPLEMENTING_DECISION,
        "dec_del": ActKind.DELEGATED_DECISION,
        "dec_framw": ActKind.FRAMEWORK_DECISION,
        "joint_action": ActKind.JOINT_ACTION,
        "compos": ActKind.COMMON_POSITION,
        "reco": ActKind.RECOMMENDATION,
    }
)
# What is not here is a decision.
_LETTERS: Mapping[ActKind, str] = MappingProxyType(
    {
        **dict.fromkeys(REGULATIONS, "R"),
        **{kind: "L" for kind in ActKind if kind.value.endswith("Directive")},
        # In justice and home affairs too: Common Position 2005/69/JHA is 32005E0069.
        ActKind.COMMON_POSITION: "E",
        ActKind.COMMON_STRATEGY: "E",
        ActKind.JOINT_POSITION: "F",
        ActKind.FRAMEWORK_DECISION: "F",
        ActKind.RECOMMENDATION: "H",
    }
)


def celex_letter(kind: ActKind, community: str | None, *, number_first: bool = False) -> str:
    """Give the letter of a kind of act in CELEX numbers.

    Args:
        kind: The kind of act.
        community: The community, or the first one of several; "CFSP" makes a difference to
            joint actions, "ECSC" to decisions and recommendations.
        number_first: Whether the number stands before the year, as in the general decisions of
            the ECSC.

    Returns:
        One capital letter.

    Example:
        >>> celex_letter(ActKind.JOINT_ACTION, "JHA")
        'F'
        >>> celex_letter(ActKind.JOINT_ACTION, "CFSP")
        'E'
    """
    if kind is ActKind.JOINT_ACTION:
        return "E" if community == "CFSP" else "F"
    if community == "ECSC" and kind is ActKind.RECOMMENDATION:
        return "K"
    if community == "ECSC" and kind is ActKind.DECISION and number_first:
        return "S"
    return _LETTERS.get(kind, "D")
