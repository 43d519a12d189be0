# ruff: noqa: S101 - assert is how pytest speaks
"""The tests of the exporter; it is asked for by its name, as a user does."""

import csv
import io
from collections.abc import Callable

import pytest

import customs_coop as cc
from customs_coop.testing import exporter_checks

PLAN = cc.ActionPlan(
    id="AP2",
    title="Second Action Plan",
    actions=[
        cc.Action(code="1.1", title="=cmd|' /C calc'!A0", deadlines=[cc.parse_deadline("tbc")]),
        cc.Action(code="1.2", title="Map, and count", outcomes=["Fewer delays"]),
    ],
)


@pytest.mark.parametrize("check", exporter_checks("action-csv"))
def test_it_keeps_every_promise_of_an_exporter(check: Callable[[], None]) -> None:
    """Each check of the kit is a test of its own."""
    check()


def test_an_action_is_a_row_and_no_cell_is_a_formula() -> None:
    """The words come back, with an apostrophe where a spreadsheet would calculate."""
    text = cc.export(PLAN, "action-csv", columns="code, title, deadlines")
    assert isinstance(text, str)
    assert list(csv.reader(io.StringIO(text))) == [
        ["code", "title", "deadlines"],
        ["1.1", "'=cmd|' /C calc'!A0", "tbc"],
        ["1.2", "Map, and count", ""],
    ]


def test_a_column_that_there_is_not_is_refused() -> None:
    """The message names those that there are."""
    with pytest.raises(cc.ExportOptionError, match="the columns are plan, code, title"):
        cc.export(PLAN, "action-csv", columns="colour")
