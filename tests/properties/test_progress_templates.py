"""A template that is filled in and read back gives exactly the reports that were filled in."""

import tempfile
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.exporters import export
from customs_coop.formats.characters import replace_illegal
from customs_coop.loading import read_progress
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    Measure,
    Named,
    Obligation,
    Party,
    PartyRef,
    PlanRef,
    ProgressReport,
    Recommendation,
    RecommendationRef,
)
from customs_coop.testing import progress_reports

NAMED = Named("Next = conference", "event")
SUBJECTS = (
    ActionRef("P9", "1"),
    ActionRef("P9", "2"),
    IndicatorRef(ActionRef("P9", "1"), 1),
    PlanRef("P9"),
    RecommendationRef("8351/2/09-12"),
    PartyRef("COAST"),
    NAMED,
)
NETS = Indicator(text="Nets", measure=Measure(unit="nets"))
PLAN = ActionPlan(
    id="P9",
    title="Plan",
    actions=[Action(code="1", title="Nets", indicators=[NETS]), Action(code="2", title="Boats")],
)
DOSSIER = Dossier(
    plans=[PLAN],
    parties=[Party(id="COAST", name="Coast")],
    recommendations=[Recommendation(id="8351/2/09-12", text="Look")],
    obligations=[Obligation(text="Report", party="COAST", subject=NAMED)],
)
PARTIES = ("AL", "XK-CUSTOMS", "COAST")


def as_typed(text: str) -> str:
    """What a cell can hold of a text: no control characters, and no blanks around it."""
    return replace_illegal(text).replace("\r\n", "\n").replace("\r", "\n").strip()


def as_paragraphs(text: str) -> str:
    """What the cell of a Word table can hold of it: words, and paragraphs that are not empty."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


REPORTS = st.lists(
    st.builds(
        lambda report, subject, party: attrs.evolve(
            report,
            subject=subject,
            party=party,
            text=as_typed(report.text),
            measurements=[
                attrs.evolve(one, unit=as_typed(one.unit), dimension=as_typed(one.dimension))
                for one in report.measurements
            ],
        ),
        progress_reports(),
        st.sampled_from(SUBJECTS),
        st.sampled_from(PARTIES),
    ),
    max_size=3,
)


def read_back(reports: list[ProgressReport], to: str) -> set[ProgressReport]:
    content = export(attrs.evolve(DOSSIER, progress=reports), to)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "filled")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return set(read_progress(path, dossier=DOSSIER).reports)


@pytest.mark.parametrize("to", ["progress-csv", "progress-xlsx"])
@settings(max_examples=25)
@given(reports=REPORTS)
def test_a_sheet_gives_exactly_the_reports_that_were_filled_in(
    to: str, reports: list[ProgressReport]
) -> None:
    assert read_back(reports, to) == set(reports)


WORDS = st.text("ab=-;,'\n", max_size=12).map(as_paragraphs)


@settings(max_examples=15)
@given(REPORTS, WORDS)
def test_a_questionnaire_gives_the_same_reports(reports: list[ProgressReport], text: str) -> None:
    worded = [
        attrs.evolve(
            one,
            text=text,
            measurements=[
                attrs.evolve(figure, unit="nets", dimension="") for figure in one.measurements
            ],
        )
        for one in reports
    ]
    assert read_back(worded, "questionnaire-docx") == set(worded)
