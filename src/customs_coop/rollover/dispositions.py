"""What can become of an action at the end of its plan: a closed union of six; and of its items."""

from collections.abc import Iterable
from typing import ClassVar, Final, TypeAlias

import attrs

from customs_coop.deadline import (
    By,
    Deadline,
    During,
    Recurring,
    Relative,
    Undetermined,
    parse_deadline,
)
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
    "Reschedule",
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


def _as_time(value: Deadline | str) -> Deadline:
    if isinstance(value, str):
        if not value.strip():
            raise InvalidValueError('Reschedule needs a time, such as "by June 2008"')
        return parse_deadline(value)
    if not isinstance(value, By | During | Recurring | Relative | Undetermined):
        raise TypeError(f"to takes a text or a deadline, not {value!r:.80}, in Reschedule")
    return value


def _as_number(value: int | None) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise TypeError(f"deadline takes a number or None, not {value!r:.80}, in Reschedule")
    if value is not None and value < 1:
        raise InvalidValueError(f"deadlines are counted from 1, so there is no deadline {value}")
    return value


@attrs.frozen
class Reschedule:
    """One indicator or one deadline goes on, with a new time.

    The old words stay behind the new ones, "by June 2008 (previously: Dec 2006)", and no policy
    for deadlines moves the new time.

    Args:
        to: The new time: a deadline, or words that `parse_deadline` reads within the period of
            the new plan.
        reason: Why; may be empty.
        authority: The document that says so, or None.
        deadline: Which deadline of an indicator is meant, counted from 1; needed where it has
            several.
        as_words: Words that name no time that can be read are wanted as they are.

    Raises:
        InvalidValueError: The text is blank, or the number is less than 1.

    Example:
        >>> later = Reschedule("by June 2008", reason="agreed at the review")
        >>> later.to.edtf
        '[..2008-06-30]'
        >>> Carry(indicators=[Settle(1, later)]).indicators[0].disposition.word
        'rescheduled'
    """

    word: ClassVar[str] = "rescheduled"

    to: Deadline = attrs.field(converter=_as_time)
    reason: str = attrs.field(default="", validator=_require_text)
    authority: Reference | None = attrs.field(default=None, validator=_require_reference)
    deadline: int | None = attrs.field(default=None, converter=_as_number, kw_only=True)
    as_words: bool = attrs.field(default=False, kw_only=True)


def _require_fate(
    _instance: object,
    _attribute: "attrs.Attribute[Complete | Defer | Drop | Reschedule]",
    value: Complete | Defer | Drop | Reschedule,
) -> None:
    if not isinstance(value, Complete | Defer | Drop | Reschedule):
        raise TypeError(
            f"Settle takes Complete, Defer, Drop or Reschedule, not {value!r:.80}; what is not"
            " settled goes on"
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
    that ends is taken out in any case. What is rescheduled goes on with a new time. The ledger
    keeps the words of all of them.

    Args:
        item: Its number, counted from 1 in its action, or its words, or the code of an
            indicator. A number counts in one version of a plan only; words that the next
            version does not have are refused there.
        disposition: `Complete`, `Defer`, `Drop` or `Reschedule`.

    Raises:
        InvalidValueError: The number is less than 1, or the text is blank.

    Example:
        >>> settled = Settle(2, Drop("no money for a second course"))
        >>> Carry(indicators=[settled]).indicators[0].disposition.word
        'dropped'
    """

    item: int | str = attrs.field(converter=_as_item)
    disposition: Complete | Defer | Drop | Reschedule = attrs.field(validator=_require_fate)


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
            part, or settled. Two parts with one title are refused where the decision is used.
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
