"""Mails with the changes from one plan to another."""

import attrs

from customs_coop.comparison import diff
from customs_coop.exporters import export
from customs_coop.model import Action, ActionPlan
from folded import every_case
from marked_plans import edit
from sample_plans import work_plan


def test_only_what_changed_is_listed() -> None:
    text = export(edit(), "diff-markdown")
    lines = text.splitlines()
    assert lines[0] == "# Changes from AP1 (14680/05) to AP1 (14680/1/05 REV 1)"
    assert "- Title: Sample Work Plan<ins>, revised</ins>" in lines
    assert "- 1.2 Draw up a manual (removed)" in lines
    assert "- 3.1 Train the crews \\<b\\>of patrol boats\\</b\\> (added)" in lines
    assert "  - Priority: ~~High~~ **Low**" in lines
    assert "|" not in text


def test_a_row_that_moved_is_listed_once_with_what_changed_in_it() -> None:
    lines = export(edit(), "diff-markdown").splitlines()
    (place,) = [at for at, line in enumerate(lines) if "(moved" in line]
    assert lines[place] == "- 1.4 Exchange young officers (moved here from behind 1.3)"
    assert lines[place + 1] == "  - Action/Activity: Exchange **young** officers"


def test_all_rows_can_be_listed() -> None:
    plan = work_plan()
    short, whole = (
        export(diff(plan, plan), "diff-markdown", only_changes=only) for only in (True, False)
    )
    assert "no changes" in short
    assert "Keep watch" not in short
    assert "- 1.1 Keep watch over the use of the register" in whole


def titled(title: str) -> ActionPlan:
    return ActionPlan(id="P", title="Plan", actions=[Action(code="1", title=title)])


@every_case(
    ("old", "new", "shown"),
    [
        ("Hold a survey", "Hold two surveys", "Hold ~~a survey~~ **two surveys**"),
        # Markdown knows no marks that touch a word with punctuation inside: tags do instead.
        ("Ports", "Ports, boats", "Ports<ins>, boats</ins>"),
        ("Use *all* ports", "Use ports", r"Use ~~\*all\*~~ ports"),
        ("Old words", "Old_words ~~here~~", None),
    ],
)
def test_marks_are_marks_to_a_reader_of_markdown(old: str, new: str, shown: str | None) -> None:
    text = export(diff(titled(old), titled(new)), "diff-markdown")
    if shown is None:
        assert r"\~\~here\~\~" in text
    else:
        assert f": {shown}" in text


def test_changes_in_no_column_come_last() -> None:
    plan = titled("Survey")
    new = attrs.evolve(plan, previous=["P0"])
    text = export(diff(plan, new), "diff-markdown")
    _, _, end = text.partition("## In no column of the table\n\n")
    assert "\\[-Words-\\] were deleted" in end
    assert end.endswith("\n\n- plan: plans before this one: + P0\n")


def test_the_legend_tells_of_tags_where_there_are_any() -> None:
    legends = [
        export(diff(titled("Ports"), titled(new)), "diff-markdown").splitlines()[2]
        for new in ("Ships", "Ports, boats", "Ports \\<ins>")
    ]
    assert ["<ins>" in legend for legend in legends] == [False, True, False]
