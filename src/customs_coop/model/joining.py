"""Several dossiers as one, so that the plans of several files can be asked together."""

from collections.abc import Iterable
from typing import Any

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.model.dossier import Dossier
from customs_coop.model.plan import ActionPlan

__all__ = ["join_dossiers"]


def join_dossiers(dossiers: Iterable[Dossier | ActionPlan]) -> Dossier:
    """Put what several dossiers hold into one.

    What an earlier one holds already is taken once. Nothing is merged: where two describe the
    same document or party differently, both stay, and `validate` tells of them.

    Args:
        dossiers: Dossiers or bare plans; they are not changed.

    Returns:
        A dossier with everything, in the order given.

    Raises:
        InvalidValueError: Two of them have different plans of one id, so that an address such as
            "AP5/5.10" would mean two actions.
        TypeError: One of them is neither a dossier nor a plan.

    Example:
        >>> first, second = ActionPlan(id="AP1", title=""), ActionPlan(id="AP2", title="")
        >>> [plan.id for plan in join_dossiers([first, second, first]).plans]
        ['AP1', 'AP2']
        >>> join_dossiers([first, ActionPlan(id="AP1", title="Revised")])
        Traceback (most recent call last):
        ...
        customs_coop.errors.InvalidValueError: there are two different plans 'AP1'; join one of them
    """
    # Any: each field has members of another class, all of them frozen and hashable.
    found: dict[str, list[Any]] = {field.name: [] for field in attrs.fields(Dossier)}
    held: set[Any] = set()
    ids: set[str] = set()
    for subject in dossiers:
        dossier = Dossier.of(subject)
        for plan in dossier.plans:
            if plan.id in ids and plan not in held:
                raise InvalidValueError(
                    f"there are two different plans {plan.id!r}; join one of them"
                )
        # What one dossier holds twice stays twice; only what came before is left out.
        new = {
            name: [member for member in getattr(dossier, name) if member not in held]
            for name in found
        }
        for name, members in new.items():
            found[name] += members
            held.update(members)
        ids.update(plan.id for plan in dossier.plans)
    return Dossier(**found)
