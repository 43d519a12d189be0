"""What a thing is called: codes inside a plan, and references across plans."""

import functools
import re

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.references.base import Pattern

__all__ = [
    "UNSEEN",
    "ActionRef",
    "Code",
    "DeadlineRef",
    "IndicatorRef",
    "Named",
    "PartyRef",
    "PlanRef",
    "RecommendationRef",
]

_PARTS = re.compile(r"\d+|[^\d]+")
# Control characters, the two separators of Unicode, and what changes the direction of writing.
UNSEEN = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
"""What no id of a plan holds, as the inside of a class of characters."""
_UNSEEN = Pattern(f"[{UNSEEN}]")
# As a number is printed, so that each text has one value; 0 is refused with its own words.
_NUMBER = Pattern(r"0|[1-9][0-9]{0,17}")


def _require_text(_instance: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    if not isinstance(value, str):
        # 5.10 is 5.1 for a program.
        hint = "; write it in quotation marks" if isinstance(value, int | float) else ""
        raise TypeError(f"{attribute.name} takes a text, not {value!r}{hint}")
    if not value or value != value.strip():
        raise InvalidValueError(
            f"{attribute.name} takes a text that is not blank and has no blanks around it,"
            f" not {value!r}"
        )


def _require_plan(_instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    _require_text(_instance, attribute, value)
    if "/" in value:
        hint = f"; an action is ActionRef.parse({value!r})"
        raise InvalidValueError(f'a plan id holds no "/": {value!r}{hint}')
    # Asked first because it is quick: addresses are made by the thousand.
    if not value.isprintable() and (found := _UNSEEN.search(value)) is not None:
        raise InvalidValueError(
            f"a plan id holds no line break and no character that steers what is shown, such as"
            f" U+{ord(found[0]):04X} in {value!a:.80}"
        )


@functools.total_ordering
@attrs.frozen(eq=False, repr=False)
class Code:
    """The code of an action, an objective or a work area, unique only within its plan.

    Codes sort as people count: "5.10" comes after "5.9", "14b" after "14". They are text, never
    decimals, so "5.1" and "5.10" are two codes. A code equals its own text.

    Args:
        text: The code as printed, such as "5.10", "8" or "A".

    Raises:
        InvalidValueError: The text is blank or has blanks around it.

    Example:
        >>> sorted([Code("5.10"), Code("5.9"), Code("10.1")])
        [Code('5.9'), Code('5.10'), Code('10.1')]
        >>> Code("5.10") == "5.10"
        True
    """

    text: str = attrs.field(validator=_require_text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Code({self.text!r})"

    def __eq__(self, other: object) -> bool:
        # Scripts compare codes with texts; a False without a word would be a trap.
        if isinstance(other, Code):
            return self.text == other.text
        return self.text == other if isinstance(other, str) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Code):
            return NotImplemented
        return self._sort_key < other._sort_key

    @functools.cached_property
    def _sort_key(self) -> tuple[tuple[tuple[bool, int, str], ...], str]:
        parts = tuple(
            (False, int(part), "") if part.isdecimal() else (True, 0, part)
            for part in _PARTS.findall(self.text)
        )
        # The text comes last, so that "5.1" and "5.01" have an order although they count alike.
        return parts, self.text

    @property
    def parts(self) -> tuple[str, ...]:
        """What stands between the full stops.

        Example:
            >>> Code("5.10").parts
            ('5', '10')
        """
        return tuple(self.text.split("."))


def _as_code(value: Code | str) -> Code:
    return value if isinstance(value, Code) else Code(value)


@attrs.frozen(order=True)
class PlanRef:
    """An action plan, by its id.

    Args:
        plan: The id, such as "AP5"; it holds no "/", no line break and no control character.

    Example:
        >>> str(PlanRef("AP5"))
        'AP5'
    """

    plan: str = attrs.field(validator=_require_plan)

    def __str__(self) -> str:
        return self.plan


# A graph asks for the hash of an address at every edge.
@attrs.frozen(order=True, cache_hash=True)
class ActionRef:
    """An action, by its plan and its code.

    Args:
        plan: The id of the plan, such as "AP5".
        code: The code inside that plan, such as "5.10".

    Example:
        >>> ActionRef.parse("AP5/5.10") == ActionRef("AP5", "5.10")
        True
    """

    plan: str = attrs.field(validator=_require_plan)
    code: Code = attrs.field(converter=_as_code)

    @classmethod
    def parse(cls, text: str) -> "ActionRef":
        """Read the text that `str` gives: the plan id, "/", the code.

        Raises:
            InvalidValueError: There is no "/", or nothing before or behind it.
            TypeError: It is no text.
        """
        if not isinstance(text, str):
            raise TypeError(f"an action is named by a text such as 'AP5/5.10', not {text!r}")
        plan, slash, code = text.partition("/")
        if not slash:
            raise InvalidValueError(
                f'an action is named by its plan and its code, such as "AP5/5.10", not {text!r}'
            )
        return cls(plan, Code(code))

    def __str__(self) -> str:
        return f"{self.plan}/{self.code}"


def _require_action(
    _instance: object, attribute: "attrs.Attribute[ActionRef]", value: object
) -> None:
    if not isinstance(value, ActionRef):
        raise TypeError(f"{attribute.name} takes an ActionRef, not {value!r:.80}")


def _require_place(_instance: object, attribute: "attrs.Attribute[int]", value: object) -> None:
    if type(value) is not int:
        raise TypeError(f"{attribute.name} takes a whole number, not {value!r:.80}")
    if value < 1:
        raise InvalidValueError(f"indicators count from 1; there is no indicator {value}")


# The calendar of a plan asks for the hash of each of them.
@attrs.frozen(order=True, cache_hash=True)
class IndicatorRef:
    """An indicator, by its action and its place among the indicators there.

    Args:
        action: The action.
        number: The place of the indicator, from 1.

    Raises:
        InvalidValueError: The number is below 1.

    Example:
        >>> IndicatorRef.parse("AP1/5.1 indicator 2")
        IndicatorRef(action=ActionRef(plan='AP1', code=Code('5.1')), number=2)
    """

    action: ActionRef = attrs.field(validator=_require_action)
    number: int = attrs.field(validator=_require_place)

    @classmethod
    def parse(cls, text: str) -> "IndicatorRef":
        """Read the text that `str` gives: the address of the action, "indicator", the number.

        Raises:
            InvalidValueError: It is written in another way, or the number is below 1.
            TypeError: It is no text.
        """
        if not isinstance(text, str):
            raise TypeError(
                f"an indicator is named by a text such as 'AP1/5.1 indicator 2', not {text!r:.80}"
            )
        # From the right: a code may hold any word.
        action, _, number = text.rpartition(" indicator ")
        if not action or _NUMBER.fullmatch(number) is None:
            raise InvalidValueError(
                'an indicator is named by its action and its place, such as "AP1/5.1 indicator 2",'
                f" not {text!r:.80}"
            )
        return cls(ActionRef.parse(action), int(number))

    def __str__(self) -> str:
        return f"{self.action} indicator {self.number}"


def _require_item(
    _instance: object,
    attribute: "attrs.Attribute[ActionRef | IndicatorRef]",
    value: object,
) -> None:
    if not isinstance(value, ActionRef | IndicatorRef):
        raise TypeError(
            f"{attribute.name} takes an ActionRef or an IndicatorRef, not {value!r:.80}"
        )


def _require_deadline(_instance: object, attribute: "attrs.Attribute[int]", value: object) -> None:
    if type(value) is not int:
        raise TypeError(f"{attribute.name} takes a whole number, not {value!r:.80}")
    if value < 1:
        raise InvalidValueError(f"deadlines count from 1; there is no deadline {value}")


@attrs.frozen
class DeadlineRef:
    """A deadline, by what it belongs to and its place among the deadlines there.

    Args:
        item: The action, where it is one of the action itself; else the indicator.
        number: The place of the deadline, from 1.

    Raises:
        InvalidValueError: The number is below 1.

    Example:
        >>> str(DeadlineRef(ActionRef("AP1", "5.1"), 2))
        'AP1/5.1 deadline 2'
    """

    item: ActionRef | IndicatorRef = attrs.field(validator=_require_item)
    number: int = attrs.field(validator=_require_deadline)

    def __str__(self) -> str:
        return f"{self.item} deadline {self.number}"


@attrs.frozen(order=True)
class RecommendationRef:
    """A recommendation, by its id in the dossier.

    Args:
        recommendation: The id, such as "8351/2/09-12".
    """

    recommendation: str = attrs.field(validator=_require_text)

    def __str__(self) -> str:
        return self.recommendation


@attrs.frozen(order=True)
class PartyRef:
    """A party, by its id.

    Args:
        party: The id, such as "CCWP".
    """

    party: str = attrs.field(validator=_require_text)

    def __str__(self) -> str:
        return self.party


@attrs.frozen(order=True)
class Named:
    """Something that a text names and that has no identity of its own here.

    Args:
        text: The name as printed.
        kind: What sort of thing it is, such as "plan", "group" or "event"; may be empty.

    Example:
        >>> str(Named("Stockholm Programme", "programme"))
        'Stockholm Programme'
    """

    text: str = attrs.field(validator=_require_text)
    kind: str = ""

    def __str__(self) -> str:
        return self.text
