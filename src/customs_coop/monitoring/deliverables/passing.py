"""What qualitative indicators ask for, and which of its stages were passed."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import attrs

from customs_coop.dates import as_date
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    ProgressReport,
    Stage,
    Status,
)
from customs_coop.model.progress import Subject
from customs_coop.monitoring.deliverables.chains import Deliverable, DeliverableStep
from customs_coop.monitoring.deliverables.wordings import StageWords, stages_in
from customs_coop.references import Reference

__all__ = ["deliverables"]

_ORDER = {stage: place for place, stage in enumerate(Stage)}


def deliverables(
    subject: Dossier | ActionPlan, *, on: dt.date | str | None = None
) -> tuple[Deliverable, ...]:
    """List what the qualitative indicators of all plans ask for, stage by stage.

    Which stages there are, the words of the indicator say. Which of them were passed, reports on
    the indicator tell by their stage, and so do reports on an action that has only one
    deliverable. A stage that was passed implies those before it, without a document and a day of
    their own. Completed indicators and actions have passed all of them.

    Args:
        subject: A dossier or a plan.
        on: The day up to which reports count; None for all of them.

    Returns:
        One for each qualitative indicator whose words name a paper or a stage, in the order of
        the plans.

    Raises:
        InvalidValueError: The day is none.
        TypeError: The subject is neither a dossier nor a plan.

    Example:
        >>> asked = Indicator(text="Report presented to and adopted by the CCWP")
        >>> plan = ActionPlan(
        ...     id="AP5", title="", actions=[Action(code="5.1", title="", indicators=[asked])]
        ... )
        >>> sent = ProgressReport(
        ...     party="CCWP", subject=ActionRef("AP5", "5.1"), on="2012-03-01", stage="presented"
        ... )
        >>> (one,) = deliverables(Dossier(plans=[plan], progress=[sent]))
        >>> [(step.stage.value, step.reached) for step in one.steps]
        [('drafted', True), ('presented', True), ('adopted', False)]
    """
    dossier = Dossier.of(subject)
    day = None if on is None else as_date(on)
    reports: dict[Subject, list[ProgressReport]] = {}
    for report in sorted(dossier.progress, key=lambda one: one.on):
        if day is None or report.on <= day:
            reports.setdefault(report.subject, []).append(report)
    return tuple(one for plan in dossier.plans for one in _of_plan(plan, reports))


def _of_plan(
    plan: ActionPlan, reports: Mapping[Subject, list[ProgressReport]]
) -> Iterator[Deliverable]:
    for action in plan:
        ref = plan.ref(action)
        asked = [
            (number, indicator, stages)
            for number, indicator in enumerate(action.indicators, start=1)
            if indicator.measure is None and (stages := stages_in(indicator.text))
        ]
        for number, indicator, stages in asked:
            told = [*reports.get(IndicatorRef(ref, number), ())]
            # Of several deliverables nobody knows which one a report on the action means.
            if len(asked) == 1:
                told += _on_the_action(ref, reports)
                told.sort(key=lambda one: one.on)
            yield Deliverable(
                indicator=IndicatorRef(ref, number),
                text=indicator.text,
                steps=tuple(_passed(_asked_steps(stages), action, indicator, told)),
            )


def _on_the_action(
    ref: ActionRef, reports: Mapping[Subject, list[ProgressReport]]
) -> list[ProgressReport]:
    return [one for one in reports.get(ref, ()) if one.stage is not None]


def _asked_steps(stages: Iterable[StageWords]) -> list[DeliverableStep]:
    """The steps that the words ask for; what is adopted by a body was presented to it before."""
    found = list(stages)
    for one in tuple(found):
        decides = one.stage in (Stage.APPROVED, Stage.ADOPTED)
        if decides and not any(
            other.stage is Stage.PRESENTED and (one.body is None or other.body in (one.body, None))
            for other in found
        ):
            found.append(attrs.evolve(one, stage=Stage.PRESENTED, text=""))
    if all(one.stage is not Stage.DRAFTED for one in found):
        found.append(StageWords(stage=Stage.DRAFTED, text="", body=None, start=0))
    found.sort(key=lambda one: (_ORDER[one.stage], one.start))
    return [DeliverableStep(stage=one.stage, body=one.body, text=one.text) for one in found]


def _passed(
    steps: list[DeliverableStep],
    action: Action,
    indicator: Indicator,
    reports: list[ProgressReport],
) -> list[DeliverableStep]:
    """The steps, with those that were passed."""
    for report in reports:
        at = _place(steps, report)
        if at is None:
            continue
        steps = [
            attrs.evolve(
                step,
                reached=True,
                on=report.on if place == at and step.on is None else step.on,
                document=_paper(report) if place == at and step.document is None else step.document,
            )
            if place <= at
            else step
            for place, step in enumerate(steps)
        ]
    if indicator.status is Status.COMPLETED or action.status is Status.COMPLETED:
        shown = indicator.evidence[0] if len(indicator.evidence) == 1 else None
        last = len(steps) - 1
        steps = [
            attrs.evolve(
                step,
                reached=True,
                document=shown if place == last and step.document is None else step.document,
            )
            for place, step in enumerate(steps)
        ]
    return steps


def _place(steps: list[DeliverableStep], report: ProgressReport) -> int | None:
    """The last step that a report shows as passed; None where it shows none."""
    if report.stage is None:
        return len(steps) - 1 if report.status is Status.COMPLETED else None
    passed = [
        place for place, step in enumerate(steps) if _ORDER[step.stage] <= _ORDER[report.stage]
    ]
    same = [place for place in passed if steps[place].stage is report.stage]
    # Of two bodies that have to adopt it, a report of one of them speaks for itself.
    own = [place for place in same if steps[place].body == report.party]
    if own:
        return own[0]
    if len(same) > 1:
        waiting = [place for place in same if not steps[place].reached]
        return waiting[0] if waiting else same[-1]
    return passed[-1] if passed else None


def _paper(report: ProgressReport) -> Reference | None:
    return report.evidence[0] if report.evidence else None
