"""The parties that a decisions file names, whether anybody is known by these names."""

from collections.abc import Iterable, Iterator

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.model import ActionPlan
from customs_coop.model.party import known_party
from customs_coop.rollover.settling import folded

__all__ = ["unknown_parties"]


def unknown_parties(names: Iterable[str], plan: ActionPlan, *, place: str) -> Iterator[Diagnostic]:
    """Tell each party that neither the plan nor the table of bodies and states has (CC642).

    Args:
        names: The names as they are written, of new actions or parts.
        plan: The plan that ends.
        place: Where they stand: the file, and the line where it is known.

    Example:
        >>> plan = ActionPlan(id="AP1", title="")
        >>> for one in unknown_parties(["CCWP", "XYZZY"], plan, place="d.toml:9"):
        ...     print(one.message)
        d.toml:9 names 'XYZZY', and nobody is known by that name
    """
    unknown = [name for name in dict.fromkeys(names) if known_party(name) is None]
    if not unknown:
        return
    named = {
        folded(name) for action in plan for one in action.involved for name in (one.party, one.text)
    }
    for name in unknown:
        if folded(name) not in named:
            words = f"names {shortened(name)!r}, and nobody is known by that name"
            yield diagnose("CC642", f"{place} {words}", subject=plan.id)
