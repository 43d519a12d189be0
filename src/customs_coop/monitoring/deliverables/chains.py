"""Deliverables: what an indicator asks for, and the stages that it has to pass."""

import datetime as dt

import attrs

from customs_coop.model import IndicatorRef, Stage
from customs_coop.references import Reference

__all__ = ["Deliverable", "DeliverableStep"]


@attrs.frozen(kw_only=True)
class DeliverableStep:
    """One stage that a deliverable has to pass.

    Args:
        stage: The stage.
        body: The id of the body before which it is passed, or None where the words name none.
        text: The words of the indicator that ask for it; empty where it follows from another one.
        document: The document that shows it, or None.
        on: The day on which it was passed, or None where that is not known.
        reached: Whether it was passed.
    """

    stage: Stage
    body: str | None = None
    text: str = ""
    document: Reference | None = None
    on: dt.date | None = None
    reached: bool = False


@attrs.frozen(kw_only=True)
class Deliverable:
    """What a qualitative indicator asks for, stage by stage.

    Args:
        indicator: The indicator.
        text: Its words as printed.
        steps: The stages, in the order in which they are passed.
    """

    indicator: IndicatorRef
    text: str
    steps: tuple[DeliverableStep, ...] = ()

    @property
    def next_step(self) -> DeliverableStep | None:
        """The first stage that was not passed yet; None where all were."""
        return next((step for step in self.steps if not step.reached), None)

    @property
    def complete(self) -> bool:
        """Whether every stage was passed."""
        return self.next_step is None

    @property
    def shows_completion(self) -> bool:
        """Whether the stages that were passed show that the work is done.

        A draft alone does not: the words ask for a paper and do not say what becomes of it.
        """
        asks_more = any(step.stage is not Stage.DRAFTED for step in self.steps)
        return asks_more and self.complete
