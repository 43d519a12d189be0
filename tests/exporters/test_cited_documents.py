"""Documents that the line on the status of a row cites are not printed a second time."""

from pathlib import Path

import pytest

from customs_coop import load, write
from customs_coop.model import Action, ActionPlan, Indicator, Status, WorkArea
from customs_coop.references import DocumentNumber

REPORT = DocumentNumber.parse("9710/06")


def plan_with(words: str) -> ActionPlan:
    actions = [
        Action(
            code="1.1",
            title="Count ships",
            work_area="1",
            objectives=["A"],
            priority="High",
            status=Status.COMPLETED,
            status_text=words,
            indicators=[Indicator(text="List of posts")],
            references=[REPORT],
        )
    ]
    areas = [WorkArea(code="1", title="Ports")]
    return ActionPlan(
        id="AP1", title="First Action Plan", number=1, work_areas=areas, actions=actions
    )


@pytest.mark.parametrize(
    ("words", "added"),
    [
        ("Completed: 9710/06", 0),
        ("Work goes on. Completed: 9710/06", 0),
        ("Completed: adopted in May", 1),
        ("Completed: 9711/06", 1),
    ],
)
@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
def test_a_document_is_read_back_from_the_words_or_from_a_bracket(
    tmp_path: Path, suffix: str, words: str, added: int
) -> None:
    path = write(plan_with(words), tmp_path / f"plan{suffix}")
    (action,) = load(path).plans[0].actions
    assert REPORT in action.references
    assert action.status is Status.COMPLETED
    if suffix != ".docx":
        assert path.read_text(encoding="utf-8").count("References: 9710/06") == added
