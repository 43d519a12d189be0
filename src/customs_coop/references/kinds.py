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


def celex_letter(kind: ActKind, community: str | None) -> str:
    """Give the letter of a kind of act in CELEX numbers.

    Args:
        kind: The kind of act.
        community: "CFSP" makes a difference to joint actions and common positions.

    Returns:
        One capital letter.

    Example:
        >>> celex_letter(ActKind.JOINT_ACTION, "JHA")
        'F'
    """
    if kind in REGULATIONS:
        return "R"
    if kind.value.endswith("Directive"):
        return "L"
    if kind in {ActKind.JOINT_ACTION, ActKind.COMMON_POSITION}:
        return "E" if community == "CFSP" else "F"
    if kind is ActKind.FRAMEWORK_DECISION:
        return "F"
    return "H" if kind is ActKind.RECOMMENDATION else "D"
