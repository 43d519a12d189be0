import io
import zipfile

import pytest
from openpyxl import load_workbook

from customs_coop.exporters import export
from customs_coop.formats.row_heights import height_of
from customs_coop.model import Action, ActionPlan

LONG = "Count the posts at every crossing of the border, also at night"


@pytest.mark.parametrize(
    ("cells", "height"),
    [
        ([], None),
        ([("", 8)], None),
        ([("5.1", 8), ("short", 40)], None),
        ([("one\ntwo\nthree", 40)], 45.0),
        ([(LONG, 80)], None),
        ([(LONG, 20), ("5.1", 8)], 60.0),
        ([("x" * 40_000, 10)], 409.0),
    ],
)
def test_a_row_is_as_high_as_its_highest_cell(
    cells: list[tuple[str, int]], height: float | None
) -> None:
    assert height_of(cells) == height


def test_rows_are_high_enough_and_may_grow() -> None:
    actions = [Action(code="1", title="Go"), Action(code="2", title=f"{LONG}; {LONG}; {LONG}")]
    content = export(ActionPlan(id="P", title="Plan", actions=actions), "xlsx")
    heights = load_workbook(io.BytesIO(content))["Actions"].row_dimensions
    assert heights[2].height is None
    assert heights[3].height > 30
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        # A height that is fixed would hide what somebody adds.
        assert sheets
        assert not any(b"customHeight" in archive.read(name) for name in sheets)
