"""What the work is for: strategies and their objectives."""

import datetime as dt
from collections.abc import Iterable

import attrs
from attrs.validators import instance_of, optional

from customs_coop.model.fields import as_code, optional_date, plural
from customs_coop.model.identity import Code
from customs_coop.references import Reference

__all__ = ["Objective", "Strategy"]


@attrs.frozen(kw_only=True)
class Objective:
    """One objective of a strategy.

    Args:
        code: Its number or letter.
        text: What it says.
    """

    code: Code = attrs.field(converter=as_code)
    text: str = attrs.field(validator=instance_of(str))


def _objectives(value: Iterable[Objective]) -> tuple[Objective, ...]:
    return plural(value, "objectives", Objective)


@attrs.frozen(kw_only=True)
class Strategy:
    """A strategy, a resolution or a programme that action plans carry out.

    Args:
        id: The name by which plans point at it, such as "S2003".
        title: Its title.
        adopted: The day on which it was adopted, or None.
        reference: Where it was published, or None.
        objectives: What it wants to reach.

    Example:
        >>> strategy = Strategy(id="S2003", title="Strategy of 2003", adopted="2003-10-02")
        >>> strategy.adopted
        datetime.date(2003, 10, 2)
    """

    id: str = attrs.field(validator=instance_of(str))
    title: str = attrs.field(validator=instance_of(str))
    adopted: dt.date | None = attrs.field(default=None, converter=optional_date)
    reference: Reference | None = attrs.field(
        default=None, validator=optional(instance_of(Reference))
    )
    objectives: tuple[Objective, ...] = attrs.field(default=(), converter=_objectives)
