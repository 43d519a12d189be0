"""Rules about who acts: CC4xx."""

from collections.abc import Iterator

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Dossier, Role

__all__ = ["parties_are_confirmed", "parties_are_named_once", "somebody_is_responsible"]

_OPPOSED = {Role.RESPONSIBLE: Role.CONCERNED, Role.CONCERNED: Role.RESPONSIBLE}


def somebody_is_responsible(dossier: Dossier) -> Iterator[Diagnostic]:
    """An open action that belongs to nobody is done by nobody.

    Plans that name no responsible party at all, because one body carries the whole plan, are
    left alone; so are actions that are completed or obsolete.
    """
    for plan in dossier.plans:
        without = [action for action in plan.actions if not action.responsible]
        if len(without) < len(plan.actions):
            for action in without:
                if not action.status.closed:
                    yield diagnose(
                        "CC401",
                        "it names no responsible party",
                        subject=f"{plan.id}/{action.code}",
                        span=action.span,
                    )


def parties_are_confirmed(dossier: Dossier) -> Iterator[Diagnostic]:
    """A question mark behind a group is a question that somebody has to answer."""
    for plan in dossier.plans:
        for action in plan.actions:
            doubted = [one.text or one.party for one in action.involved if not one.confirmed]
            # One cell with two groups in doubt is printed once, and told once.
            for words in dict.fromkeys(doubted):
                yield diagnose(
                    "CC402",
                    f'"{words}" is not confirmed',
                    subject=f"{plan.id}/{action.code}",
                    span=action.span,
                )


def parties_are_named_once(dossier: Dossier) -> Iterator[Diagnostic]:
    """A party that stands twice in a row was entered twice, or under two names.

    One party may well be host and responsible; but not twice in one role, nor both
    responsible and merely concerned.
    """
    for plan in dossier.plans:
        for action in plan.actions:
            if len(action.involved) < 2:
                continue
            met: dict[tuple[str, Role], str] = {}
            for involvement in action.involved:
                party, role = involvement.party, involvement.role
                text = involvement.text or party
                for other in (role, _OPPOSED.get(role, role)):
                    before = met.get((party, other))
                    if before is not None:
                        names = f'"{text}"' if text == before else f'"{before}" and "{text}"'
                        yield diagnose(
                            "CC403",
                            f"{party} is named twice, as {names}",
                            subject=f"{plan.id}/{action.code}",
                            span=action.span,
                        )
                        break
                met.setdefault((party, role), text)
