"""Rules about time: CC3xx. What a plan promises should fall into the time for which it is."""

from collections.abc import Iterator

from customs_coop.deadline import Deadline, Undetermined
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import (
    ActionRef,
    Dossier,
    LinkKind,
    Named,
    Place,
    RecommendationRef,
    Target,
)
from customs_coop.references import ActionCitation, RecommendationCitation
from customs_coop.validation.linked import Linkage

__all__ = [
    "deadlines_lie_in_the_period",
    "plans_have_a_period",
    "times_are_set",
    "times_fit_the_order",
]

# Of a long chain the links next to the action are told.
_SHOWN = 4
_CODES = {
    ("order", True): "CC307",
    ("order", False): "CC308",
    ("window", True): "CC309",
    ("window", False): "CC310",
}


def deadlines_lie_in_the_period(dossier: Dossier) -> Iterator[Diagnostic]:
    """All actions should start within the validity of the plan; many should end there, too.

    The plans ask only for the start (2011) or set the end of the plan as the last day (2005),
    so a deadline outside is doubtful and not wrong.
    """
    for plan in dossier.plans:
        period = plan.period
        if period is None:
            continue
        for action in plan.actions:
            for deadline in action.all_deadlines:
                earliest, latest = deadline.earliest, deadline.latest
                if earliest is not None and earliest > period.end:
                    code, what = "CC302", f"begins on {earliest}, after the plan's end"
                elif latest is not None and latest > period.end:
                    code, what = "CC301", f"ends on {latest}, after the plan's end"
                elif latest is not None and latest < period.start:
                    code, what = "CC306", f"ends on {latest}, before the plan's start"
                else:
                    continue
                yield diagnose(
                    code,
                    f'the time "{deadline.text}" {what}',
                    subject=f"{plan.id}/{action.code}",
                    span=action.span,
                )


def times_are_set(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words without a time, such as "tbc", cannot be reminded of.

    Where the words hold a figure, a time was probably meant and could not be read; that is
    told under a code of its own.
    """
    for plan in dossier.plans:
        for action in plan.actions:
            for deadline in action.all_deadlines:
                if isinstance(deadline, Undetermined):
                    yield diagnose(
                        "CC304" if _has_figure(deadline) else "CC303",
                        f'the words "{deadline.text}" give no time',
                        subject=f"{plan.id}/{action.code}",
                        span=action.span,
                    )


def plans_have_a_period(dossier: Dossier) -> Iterator[Diagnostic]:
    """Without its period a plan can be neither followed up nor rolled over in time."""
    for plan in dossier.plans:
        if plan.period is None:
            yield diagnose("CC305", "the plan has no period", subject=plan.id)


def times_fit_the_order(dossier: Dossier, linkage: Linkage | None = None) -> Iterator[Diagnostic]:
    """Nothing should be due before that for which it waits, or start after its plan has ended.

    This asks the graph, which is imported only where something may wait for something.
    """
    if not _may_wait(dossier):
        return
    from customs_coop.graph.scheduling.contradicting import contradictions_in

    network = (linkage or Linkage(dossier)).network
    found = [one for one in contradictions_in(network) if (one.rule, one.certain) in _CODES]
    if not found:
        return
    places = {
        f"{plan.id}/{action.code}": action.span
        for plan in reversed(dossier.plans)
        for action in reversed(plan.actions)
    }
    for one in found:
        name = str(one.item)
        steps = one.last_steps(_SHOWN)
        more = "... " if steps[0].earlier != one.awaited else ""
        yield diagnose(
            _CODES[one.rule, one.certain],
            f"{one.text.removeprefix(name).lstrip()}; {more}{'; '.join(map(str, steps))}",
            subject=name,
            span=places.get(name),
        )


def _may_wait(dossier: Dossier) -> bool:
    """Whether a link leads from an action to another one, or both are linked with one thing."""
    before: set[Target] = set()
    after: set[Target] = set()
    for plan in dossier.plans:
        for action in plan.actions:
            for link in action.links:
                place, target = link.kind.place, link.target
                if place is Place.BESIDE or link.kind is LinkKind.CITES:
                    continue
                if isinstance(target, ActionRef | ActionCitation):
                    return True
                if isinstance(target, Named) and dossier.events:
                    return True
                if isinstance(target, RecommendationRef | RecommendationCitation):
                    return True
                (before if place is Place.BEFORE else after).add(target)
    return not before.isdisjoint(after)


def _has_figure(deadline: Deadline) -> bool:
    return any(character.isdecimal() for character in deadline.text)
