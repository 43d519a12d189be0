"""What of a dossier a picture for the public may show, where its options name one plan."""

from customs_coop.errors import MarkingError
from customs_coop.exporters.base import plan_of
from customs_coop.formats.provenance import restricted_papers, without_restricted
from customs_coop.model import Dossier

__all__ = ["not_public", "public_plan"]


def public_plan(dossier: Dossier, name: str) -> Dossier:
    """Leave away what is not for the public, for a picture of one plan.

    Args:
        dossier: A dossier that holds papers that are not for the public.
        name: The id of the plan.

    Returns:
        The dossier without them.

    Raises:
        MarkingError: The plan itself is not for the public.
        UnknownPlanError: The dossier has no such plan.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> [plan.id for plan in public_plan(bundled_dossier(), "AP5").plans]
        ['AP5']
    """
    wanted, part = plan_of(dossier, name), without_restricted(dossier)
    if wanted not in part.plans:
        raise not_public(name, dossier)
    return part


def not_public(name: str, dossier: Dossier) -> MarkingError:
    """The error for a thing that is not for the public, with the papers of the dossier.

    Args:
        name: What was asked for.
        dossier: The dossier.

    Returns:
        The error, to be raised.
    """
    papers = ", ".join(restricted_papers(dossier))
    return MarkingError(f"{name} is not for the public; these papers are not: {papers}")
