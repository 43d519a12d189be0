import csv
import io

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.exporters import export, exporter_for
from customs_coop.loading import read_bytes
from customs_coop.model import Action, ActionPlan, Dossier, Note, Status, WorkArea
from sample_plans import hostile_plan, work_plan, work_plan_dossier


def rows(text: str, sign: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))


def test_every_row_has_as_many_cells_as_the_table_has_columns() -> None:
    for subject in (work_plan_dossier(), hostile_plan()):
        found = rows(export(subject, "council-csv"))
        assert len({len(row) for row in found}) == 1
    lines = rows(export(work_plan_dossier(), "council-csv"))
    assert [row[0] for row in lines][:4] == [
        "# Sample Work Plan",
        "14680/05",
        "LIMITE",
        "ENFOCUSTOM 74",
    ]
    assert [lines[-2][0], *lines[-2][2:4]] == ["2.1", "", "Low"]


@pytest.mark.parametrize(("plan", "language"), [("AP1", "en"), ("AP5", "en"), ("AP5", "fr")])
def test_it_is_read_back_like_markdown(plan: str, language: str) -> None:
    # Some actions of each kind do; a whole plan takes seconds.
    whole = bundled_dossier().plan_by_id(plan)
    some = attrs.evolve(whole, actions=whole.actions[::4])
    dossier = attrs.evolve(bundled_dossier(), plans=(some,))
    options: dict[str, object] = {"safe": False, "separator": ";", "bom": True}
    content = export(dossier, "council-csv", plan=plan, language=language, **options)
    found = read_bytes(content.encode())
    assert found.report.ok
    assert found.residue == ()
    as_markdown = read_bytes(
        export(dossier, "council-markdown", plan=plan, language=language).encode()
    )
    assert found.dossier == as_markdown.dossier


def test_the_notes_of_two_tables_with_the_same_mark_are_told_apart() -> None:
    plan = ActionPlan(
        id="AP2",
        title="Second Action Plan",
        number=2,
        work_areas=[WorkArea(code="1", title="Sheds"), WorkArea(code="2", title="Boats")],
        actions=[
            Action(code="1.1", title="Swim", work_area="1", priority="High", notes=["a"]),
            Action(code="2.1", title="Row", work_area="2", priority="Low", notes=["b"]),
        ],
        notes=[
            Note(id="a", mark="¹", text="Only in summer."),
            Note(id="b", mark="¹", text="Only in winter."),
        ],
    )
    again = read_bytes(export(plan, "council-csv").encode()).dossier.plan
    texts = {note.id: note.text for note in again.notes}
    assert [[texts[name] for name in action.notes] for action in again] == [
        ["Only in summer."],
        ["Only in winter."],
    ]


def test_no_cell_is_a_formula_unless_the_words_are_wanted_as_they_are() -> None:
    action = Action(code="1", title="=1+1", status=Status.OPEN, priority="@cmd")
    plan = ActionPlan(id="P", title="-2", actions=[action])
    cells = [cell for row in rows(export(plan, "council-csv")) for cell in row]
    assert "'=1+1" in cells
    assert "'@cmd" in cells
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    words = export(plan, "council-csv", safe=False)
    assert "=1+1" in [cell for row in rows(words) for cell in row]
    assert read_bytes(words.encode()).dossier.plan["1"].title == "=1+1"


def test_the_options_and_the_suffix() -> None:
    text = export(work_plan(), "council-csv", separator=";", bom=True)
    assert text.startswith('\ufeff"# Sample Work Plan";""')
    assert {len(row) for row in rows(text.removeprefix("\ufeff"), ";")} == {6}
    assert text.replace("\r\n", "").count("\r") == 0
    assert exporter_for("plan.csv") == "council-csv"
    assert exporter_for("ledger.csv", "ledger") == "ledger-csv"


def test_a_plan_without_actions_is_read_back_too() -> None:
    plan = ActionPlan(id="AP2", title="Second Action Plan", number=2)
    content = export(Dossier.of(plan), "council-csv")
    assert rows(content)[0][0] == "# Second Action Plan"
