"""Checks of what an exporter renders: from nothing to a thousand actions, and hostile words."""

import functools
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from customs_coop.comparison import diff
from customs_coop.errors import BrokenExporterError, CustomsCoopError
from customs_coop.exporters.fidelity import carried_fields, losses_of
from customs_coop.exporters.preparing import prepared_with
from customs_coop.model import ActionPlan, Dossier
from customs_coop.testing.exporters.contents import shown_raw, unsafe, words_of
from customs_coop.testing.exporters.subjects import (
    Made,
    bundled_plans,
    empty_plan,
    hostile_plans,
    large_plan,
    made,
    one_action,
)
from customs_coop.testing.exporters.trial import Trial, require
from customs_coop.testing.nouns import dossiers, plans

__all__ = [
    "check_bundled",
    "check_empty",
    "check_generated",
    "check_hostile",
    "check_large",
    "check_one_action",
]

# Few: a format is not to be proved, but to be tried with what its author did not think of.
_EXAMPLES = 8


def _render(trial: Trial, plan: ActionPlan, at: str) -> None:
    for kind, subject in trial.subjects(plan):
        trial.rendered(subject, f"{at}, as {kind}")


def check_empty(trial: Trial) -> None:
    """A plan without an action is rendered; a dossier without a plan is, or is refused."""
    _render(trial, empty_plan(), "a plan without an action")
    if "dossier" in trial.kinds:
        _rendered_or_refused(trial, Dossier(), "a dossier without a plan")


def check_one_action(trial: Trial) -> None:
    """A plan with one action, of which nothing but code and title is known, is rendered."""
    _render(trial, one_action(), "a plan with one action")


def check_bundled(trial: Trial) -> None:
    """The bundled plans are rendered, each alone; the whole dossier is, or is refused."""
    from customs_coop.datasets import bundled_dossier
    from customs_coop.model.joining import dossier_of_plan

    for plan in bundled_plans():
        for kind, subject in trial.subjects(plan):
            at = f"the bundled plan {plan.id}, as {kind}"
            raw = shown_raw(trial.rendered(subject, at), trial.media_type)
            require(not raw, f"{at}: {raw!r} is how Python shows a value, and no word of the plan")
        if "dossier" in trial.kinds:
            alone = dossier_of_plan(bundled_dossier(), plan)
            trial.rendered(alone, f"the bundled plan {plan.id} with its papers")
    if "dossier" in trial.kinds:
        _rendered_or_refused(trial, bundled_dossier(), "the bundled dossier")


def _rendered_or_refused(trial: Trial, dossier: Dossier, at: str) -> None:
    """A format for one plan may refuse more or fewer, in the words of the library."""
    try:
        ready = prepared_with(trial.kind, dossier, trial.options, name=trial.name)
        ready.content()
    except BrokenExporterError as error:
        raise AssertionError(f"{at}: {error}") from error
    except CustomsCoopError:
        return
    trial.rendered(dossier, at)


def check_generated(trial: Trial) -> None:
    """What Hypothesis makes up is rendered: every field of the model, filled by chance."""
    for kind in trial.kinds:
        for number, subject in enumerate(_generated(kind), start=1):
            at = f"generated subject {number}, as {kind}"
            if isinstance(subject, Dossier) and not subject.plans:
                _rendered_or_refused(trial, subject, at)
            else:
                trial.rendered(subject, at)


@functools.cache
def _generated(kind: str) -> tuple[Made, ...]:
    """Subjects made up by Hypothesis; always the same, so that they are made once in a process."""
    found: list[Made] = []

    @settings(
        max_examples=_EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(_strategy(kind))
    def collect(subject: Made) -> None:
        found.append(subject)

    collect()
    return tuple(found)


# Any: Hypothesis infers no union.
def _strategy(kind: str) -> st.SearchStrategy[Any]:
    if kind == "dossier":
        # A format for one plan may refuse several.
        return dossiers().map(lambda one: attrs.evolve(one, plans=one.plans[:1]))
    if kind == "diff":
        return st.builds(diff, plans(), plans())
    return plans().map(lambda plan: made(kind, plan))


def check_hostile(trial: Trial) -> None:
    """Control characters, markup, formulas, letters of 24 languages: all are only words."""
    for name, plan in hostile_plans():
        for kind, subject in trial.subjects(plan):
            content = trial.rendered(subject, f"{name}, as {kind}")
            fault = unsafe(content, trial.media_type)
            if fault:
                raise AssertionError(f"{name}, as {kind}: {fault}")


def check_large(trial: Trial) -> None:
    """A thousand actions come to an end, and those whose titles are carried are all there."""
    plan = large_plan()
    for kind, subject in trial.subjects(plan):
        at = f"a plan with {len(plan)} actions, as {kind}"
        words = words_of(trial.rendered(subject, at), trial.media_type)
        if words is None or not isinstance(subject, Dossier):
            continue
        ready = prepared_with(trial.kind, subject, trial.options, name=trial.name)
        lost = {finding.subject for finding in losses_of(ready) if finding.code == "CC701"}
        if carried_fields(ready) is None or lost & {"action.title", "plan.actions"}:
            continue
        folded = words.casefold()
        absent = [one for one in plan if one.title.split()[-1].casefold() not in folded]
        require(not absent, f"{at}: {len(absent)} titles are not in the file")
