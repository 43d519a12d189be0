"""What can become of an action at the end of its plan: a closed union of six."""

from collections.abc import Iterable
from typing import ClassVar, Final, TypeAlias

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.model import Action, Code
from customs_coop.model.fields import plural
from customs_coop.references import Reference

__all__ = [
    "DISPOSITIONS",
    "Carry",
    "Complete",
    "Defer",
    "Disposition",
    "Drop",
    "MergeInto",
    "Settle",
    "SplitInto",
]


def _require_text(instance: object, _attribute: "attrs.Attribute[str]", value: str) -> None:
    if not isinstance(value, str):
        raise TypeError(f"reason takes a text, not {value!r:.80}, in {type(instance).__name__}")


def _require_reason(instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    _require_text(instance, attribute, value)
    if not value.strip():
        raise InvalidValueError(f"{type(instance).__name__} needs a reason")


def _require_reference(
    instance: object, _attribute: "attrs.Attribute[Reference | None]", value: Reference | None
) -> None:
    if value is None or isinstance(value, Reference):
        return
    hint = f"; write parse_reference({value!r:.40})" if isinstance(value, str) else ""
    raise TypeError(
        f"authority takes a reference, not {value!r:.80}, in {type(instance).__name__}{hint}"
    )


def _as_code(value: Code | str) -> Code:
    return value if isinstance(value, Code) else Code(value)


def _parts(value: Iterable[Action | str]) -> tuple[Action | str, ...]:
    if isinstance(value, str):
        raise TypeError(f"parts takes titles or actions, not the bare text {value!r}")
    found = tuple(value)
    for part in found:
        if not isinstance(part, Action | str):
            raise TypeError(f"a part is a title or an action, not {part!r}")
        if isinstance(part, str) and not part.strip():
            raise InvalidValueError("the title of a part is blank")
    return found


@attrs.frozen
class Complete:
    """The action is done, and the new plan does not have it.

    Args:
        reason: What shows it; may be empty.
        authority: The document that says so, or None.
    """

    word: ClassVar[str] = "completed"

    reason: str = attrs.field(default="", validator=_require_text)
    authority: Reference | None = attrs.field(default=None, validator=_require_reference)


@attrs.frozen
class Defer:
    """The action waits for a later plan than the new one.

    Args:
        reason: Why; it may not be blank.
        authority: The document that says so, or None.

    Raises:
        InvalidValueError: The reason is blank.
    """

    word: ClassVar[str] = "deferred"

    reason: str = attrs.field(validator=_require_reason)
    authority: Reference | None = attrs.field(default=None, validator=_require_reference)


@attrs.frozen
class Drop:
    """The action is given up.

    Args:
        reason: Why; it may not be blank.
        authority: The document that says so, or None.

    Raises:
        InvalidValueError: The reason is blank.
    """

    word: ClassVar[str] = "dropped"

    reason: str = attrs.field(validator=_require_reason)
    authority: Reference | None = attrs.field(default=None, validator=_require_reference)


def _require_end(
    _instance: object,
    _attribute: "attrs.Attribute[Complete | Defer | Drop]",
    value: Complete | Defer | Drop,
) -> None:
    if not isinstance(value, Complete | Defer | Drop):
        raise TypeError(
            f"Settle takes Complete, Defer or Drop, not {value!r:.80}; what is not settled goes on"
        )


def _as_item(value: int | str) -> int | str:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError(f"item takes a number or a text, not {value!r}")
    if value == 0 or (isinstance(value, int) and value < 0):
        raise InvalidValueError(f"items are counted from 1, so there is no item {value}")
    if isinstance(value, str) and not value.strip():
        raise InvalidValueError("the text of an item is blank")
    return value


@attrs.frozen
class Settle:
    """What becomes of one indicator or one deadline of an action that goes on.

    An indicator that is completed stays in the new action and is marked, because work that is
    done is kept; one that is deferred or dropped is taken out. A deadline has no status, so one
    that is settled is taken out in any case. The ledger keeps the words of all of them.

    Args:
        item: Its number, counted from 1 in its action, or its words, or the code of an
            indicator.
        disposition: `Complete`, `Defer` or `Drop`.

    Raises:
        InvalidValueError: The number is less than 1, or the text is blank.

    Example:
        >>> settled = Settle(2, Drop("no money for a second course"))
        >>> Carry(indicators=[settled]).indicators[0].disposition.word
        'dropped'
    """

    item: int | str = attrs.field(converter=_as_item)
    disposition: Complete | Defer | Drop = attrs.field(validator=_require_end)


def _indicators(value: Iterable[Settle]) -> tuple[Settle, ...]:
    return () if value == () else plural(value, "indicators", Settle)


def _milestones(value: Iterable[Settle]) -> tuple[Settle, ...]:
    return () if value == () else plural(value, "milestones", Settle)


@attrs.frozen
class Carry:
    """The action goes on in the new plan.

    Args:
        reason: Why; may be empty.
        authority: The document that says so, or None.
        indicators: What becomes of single indicators; all others go on.
        milestones: What becomes of single deadlines of the action itself; all others go on.
    """

    word: ClassVar[str] = "carried"

    reason: str = attrs.field(default="", validator=_require_text)
    authority: Reference | None = attrs.field(default=None, validator=_require_reference)
    indicators: tuple[Settle, ...] = attrs.field(default=(), converter=_indicators, kw_only=True)
    milestones: tuple[Settle, ...] = attrs.field(default=(), converter=_milestones, kw_only=True)


@attrs.frozen
class MergeInto:
    """The action goes on as a part of another one, which keeps all of its texts.

    Args:
        code: The code of the other action in the old plan, or an alias of it; that action must
            itself be carried or split. Of a split action, the first part takes the texts.
        reason: Why; may be empty.
        authority: The document that says so, or None.
        indicators: What becomes of single indicators; all others go on in the other action.
        milestones: What becomes of single deadlines of the action itself.
    """

    word: ClassVar[str] = "merged"

    code: Code = attrs.field(converter=_as_code)
    reason: str = attrs.field(default="", validator=_require_text)
    authority: Reference | None = attrs.field(default=None, validator=_require_reference)
    indicators: tuple[Settle, ...] = attrs.field(default=(), converter=_indicators, kw_only=True)
    milestones: tuple[Settle, ...] = attrs.field(default=(), converter=_milestones, kw_only=True)


@attrs.frozen
class SplitInto:
    """The action goes on as several.

    Args:
        parts: Titles, or actions that are filled in. The first part keeps the origin; if it is
            a title, it keeps everything else as well, so that nothing is lost. A further
            title gets the work area, the objectives, the priority, the status and the
            parties of the old action. The codes of given actions are not used: the parts are
            numbered one after the other, where the old action stood. Where the first part is
            an action, every open indicator and every deadline of the old one has to be in a
            part, or settled.
        reason: Why; may be empty.
        authority: The document that says so, or None.
        indicators: What becomes of single indicators.
        milestones: What becomes of single deadlines of the action itself.

    Raises:
        InvalidValueError: A title is blank.

    Example:
        >>> SplitInto(["Train officers", "Train trainers"]).parts
        ('Train officers', 'Train trainers')
    """

    word: ClassVar[str] = "split"

    parts: tuple[Action | str, ...] = attrs.field(converter=_parts)
    reason: str = attrs.field(default="", validator=_require_text)
    authority: Reference | None = attrs.field(default=None, validator=_require_reference)
    indicators: tuple[Settle, ...] = attrs.field(default=(), converter=_indicators, kw_only=True)
    milestones: tuple[Settle, ...] = attrs.field(default=(), converter=_milestones, kw_only=True)


Disposition: TypeAlias = Carry | Complete | Defer | Drop | MergeInto | SplitInto
"""What can become of an action."""

DISPOSITIONS: Final = (Carry, Complete, Defer, Drop, MergeInto, SplitInto)
"""The members of the union, in the order in which an account lists them."""
