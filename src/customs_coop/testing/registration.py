"""What Hypothesis runs when it starts: our classes become known to `st.from_type`.

The strategies are imported when one is asked for: Hypothesis itself is only half loaded here.
"""

import functools
from typing import Any

from hypothesis import strategies as st

from customs_coop.dates import PartialDate, Period
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    Code,
    DeadlineChange,
    Document,
    Dossier,
    Event,
    Indicator,
    Involvement,
    Link,
    Obligation,
    Party,
    ProgressReport,
    Recommendation,
    Strategy,
)
from customs_coop.recurrence import Recurrence
from customs_coop.references import DocumentNumber

__all__ = ["_hypothesis_setup_hook"]

_STRATEGIES: tuple[tuple[type, str], ...] = (
    (Action, "actions"),
    (ActionPlan, "plans"),
    (ActionRef, "action_refs"),
    (Appearance, "appearances"),
    (Code, "codes"),
    (DeadlineChange, "deadline_changes"),
    (Document, "documents"),
    (DocumentNumber, "document_numbers"),
    (Dossier, "dossiers"),
    (Event, "events"),
    (Indicator, "indicators"),
    (Involvement, "involvements"),
    (Link, "links"),
    (Obligation, "obligations"),
    (PartialDate, "partial_dates"),
    (Party, "parties"),
    (Period, "periods"),
    (ProgressReport, "progress_reports"),
    (Recommendation, "recommendations"),
    (Recurrence, "recurrences"),
    (Strategy, "strategies"),
)


def _hypothesis_setup_hook() -> None:
    for kind, name in _STRATEGIES:
        st.register_type_strategy(kind, functools.partial(_strategy, name))


# Any: a strategy for the class that Hypothesis asks about, whichever that is.
def _strategy(name: str, _kind: object) -> st.SearchStrategy[Any]:
    from customs_coop import testing

    strategy: st.SearchStrategy[Any] = getattr(testing, name)()
    return strategy
