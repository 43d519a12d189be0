import datetime as dt
import re

import attrs
import pytest
from hypothesis import given, settings

from customs_coop.datasets import bundled_dossier
from customs_coop.dates import Period
from customs_coop.deadline import During, parse_deadline
from customs_coop.errors import AmbiguousExporterError, ExportOptionError, UnknownPlanError
from customs_coop.exporters import export, exporter_for
from customs_coop.exporters.pictures.lettering import one_line
from customs_coop.exporters.pictures.timeline_axis import Axis
from customs_coop.exporters.pictures.timeline_rows import Mark, MarkKind, sections_of, span_of
from customs_coop.model import Action, ActionPlan, Dossier, Status
from customs_coop.testing import plans
from drawn_files import SVG, hostile_dossier, read_drawing, small_dossier, tips_of, turned, words_of
from folded import every_case


def plan_with(*texts: str, period: str | None = "1997-01-01/1998-12-31") -> ActionPlan:
    deadlines = [parse_deadline(text, within=period) for text in texts]
    actions = [
        Action(code=str(number), title="Do it", deadlines=[deadline])
        for number, deadline in enumerate(deadlines, 1)
    ]
    return ActionPlan(id="P", title="Plan", period=period, actions=actions)


def mark_of(text: str) -> Mark:
    (section,) = sections_of([plan_with(text)])
    ((mark,),) = [row.marks for row in section.rows]
    return mark


@every_case(
    ("text", "kind"),
    [
        ("by 15 June 1998", MarkKind.LAST_DAY),
        ("early 1998", MarkKind.STRETCH),
        ("first half of 1998", MarkKind.STRETCH),
        ("from March 1997", MarkKind.STRETCH),
        ("every six months", MarkKind.ROUND),
        ("ongoing", MarkKind.THROUGHOUT),
        ("one month before the conference", MarkKind.WORDS),
        ("tbc", MarkKind.WORDS),
    ],
)
def test_how_each_kind_of_deadline_is_drawn(text: str, kind: MarkKind) -> None:
    assert mark_of(text).kind is kind


def test_one_day_is_a_day() -> None:
    day = During("1998-06-15", "1998-06-15")
    plan = ActionPlan(id="P", title="", actions=[Action(code="1", title="", deadlines=[day])])
    (section,) = sections_of([plan])
    assert section.rows[0].marks[0].kind is MarkKind.DAY


def test_the_rounds_of_what_recurs_are_ticks_inside_the_window() -> None:
    assert [str(day) for day in mark_of("every six months").rounds] == [
        *("1997-06-30", "1997-12-31", "1998-06-30", "1998-12-31"),
    ]


def test_a_mark_says_the_printed_words_and_what_was_made_of_them() -> None:
    assert mark_of("early 1998").tip == "1 “early 1998” (1998-01-01 to 1998-04-30, open)"
    assert mark_of("tbc").tip == "1 “tbc” (no day known, open)"


def test_the_axis_covers_windows_and_deadlines_near_them() -> None:
    def span(*texts: str) -> Period | None:
        return span_of(sections_of([plan_with(*texts)]))

    assert span("by 15 June 1998") == Period("1997-01-01", "1998-12-31")
    assert span("by 15 March 1999") == Period("1997-01-01", "1999-06-30")
    assert span("by 15 March 2035") == Period("1997-01-01", "1998-12-31")
    bare = sections_of([plan_with("by 15 March 1999", period=None)])
    assert span_of(bare) == Period("1999-01-01", "1999-06-30")
    assert span_of(sections_of([plan_with("tbc", period=None)])) is None


def test_days_keep_their_distances() -> None:
    axis = Axis(Period("1997-01-01", "1998-12-31"), 100, 730)
    assert axis.begin(dt.date(1997, 1, 1)) == 100
    assert axis.begin(dt.date(1998, 1, 1)) == 465
    assert axis.end(dt.date(1998, 12, 31)) == pytest.approx(830)
    assert axis.begin(dt.date(1980, 1, 1)) == 100
    assert axis.begin(dt.date(2030, 1, 1)) == 830


def test_the_drawing_says_all_in_words() -> None:
    root = read_drawing(export(small_dossier(), "timeline-svg"))
    words = words_of(root)
    for word in (
        *("1 Training", "2 Law", "1.1 Survey the courses", "completed", "awaiting"),
        *("2004", "2005", "2006", "IE", "NL", "LU", "UK", "AT", "FI"),
        *("2004-01-01 to 2005-12-31", "every six months; tbc", "by end 2006"),
    ):
        assert word in words
    tips = tips_of(root)
    assert "UK Presidency, second half of 2005" in tips
    assert "1.1 “15 June 2004” (by 2004-06-15, completed)" in tips


def test_a_diamond_stands_on_its_day() -> None:
    root = read_drawing(export(plan_with("by 15 June 1998"), "timeline-svg"))
    (mark,) = [
        group
        for group in root.iter(f"{SVG}g")
        if (group[0].text or "").startswith("1 “") and group.find(f"{SVG}path") is not None
    ]
    path = mark.find(f"{SVG}path")
    assert path is not None
    place = float(path.get("d", "")[1:].split()[0])
    grid = sorted({float(line.get("x1", "")) for line in root.iter(f"{SVG}line")})
    first, last = grid[0], grid[-1]
    if first < 100:  # the line of the legend begins at the margin
        first = min(x for x in grid if x > 100)
    share = (dt.date(1998, 6, 15) - dt.date(1997, 1, 1)).days / 730
    assert place == pytest.approx(first + share * (last - first), abs=1.5)


def test_what_lies_off_the_axis_is_a_sign_at_its_edge() -> None:
    words = words_of(read_drawing(export(plan_with("by 15 March 2035"), "timeline-svg")))
    assert "»" in words
    assert "by 15 March 2035" in words
    words = words_of(read_drawing(export(plan_with("by 15 March 1980"), "timeline-svg")))
    assert "«" in words


LEGEND: tuple[tuple[str, set[str]], ...] = (
    ("during 15 June 1998", {"exact day"}),
    ("by 15 June 1998", {"last day, sooner if possible"}),
    ("first half of 1998", {"earliest to latest day"}),
    ("early 1998", {"earliest to latest day by convention"}),
    ("from March 1997", {"open end"}),
    ("every six months", {"recurring"}),
    ("ongoing", {"recurring"}),
    ("tbc", set()),
    ("by 15 March 2035", set()),
)


@every_case(("text", "explained"), LEGEND)
def test_the_legend_explains_what_is_in_the_picture(text: str, explained: set[str]) -> None:
    words = set(words_of(read_drawing(export(plan_with(text), "timeline-svg"))))
    every = set().union(*(one for _, one in LEGEND)) | {"day by convention"}
    assert words & every == explained


def test_a_day_of_several_is_never_cut() -> None:
    days = [parse_deadline(day) for day in ("28.02.2006", "31.07.2006", "31.12.2006")]
    action = Action(code="1", title="", deadlines=days)
    plan = ActionPlan(id="P", title="", period="2006-01-01/2006-12-31", actions=[action])
    root = read_drawing(export(plan, "timeline-svg"))
    assert "28.02.2006; 31.07.2006 +1" in words_of(root)
    assert any("31.12.2006" in tip and "28.02.2006" in tip for tip in tips_of(root))
    endless = During("2006-01-01", "2006-06-30", text="x" * 60)
    long = attrs.evolve(action, deadlines=[endless, *days[:1]])
    (cut,) = [
        word
        for word in words_of(
            read_drawing(export(attrs.evolve(plan, actions=[long]), "timeline-svg"))
        )
        if word.startswith("xxx")
    ]
    assert cut.endswith("\u2026 +1")


def test_no_presidency_is_guessed_outside_the_table() -> None:
    plan = ActionPlan(id="P", title="", period="1995-01-01/1997-12-31", actions=[])
    words = words_of(read_drawing(export(plan, "timeline-svg")))
    assert "NL" in words
    assert "1995" in words
    assert len([word for word in words if len(word) == 2 and word.isupper()]) == 2


def test_closed_rows_are_greyed() -> None:
    def greyed(status: Status) -> bool:
        plan = ActionPlan(id="P", title="", actions=[Action(code="1", title="", status=status)])
        return "#d1d5db" in export(plan, "timeline-svg")

    assert greyed(Status.COMPLETED)
    assert greyed(Status.OBSOLETE)
    assert not greyed(Status.ONGOING)


def test_a_day_is_marked_when_asked() -> None:
    assert "2004-03-01" in words_of(
        read_drawing(export(small_dossier(), "timeline-svg", on="2004-03-01"))
    )
    with pytest.raises(ExportOptionError):
        export(small_dossier(), "timeline-svg", on="soon")


def test_one_plan_alone() -> None:
    text = export(small_dossier(), "timeline-svg", plan="AP2")
    assert "Repeat the survey" in text
    assert "Survey the courses" not in text
    with pytest.raises(UnknownPlanError):
        export(small_dossier(), "timeline-svg", plan="AP7")


def test_sixty_actions_fill_one_sheet_on_its_side() -> None:
    texts = [f"by {day} June 1998" for day in range(1, 31)] * 2
    root = read_drawing(export(plan_with(*texts), "timeline-svg"))
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    assert width / height >= 297 / 210 - 0.01
    # Type of 10 on a drawing of this width is at least 6 points high on a sheet of 297 mm.
    assert 10 * (297 / 25.4 * 72) / width >= 6


def test_the_order_of_the_plans_in_the_dossier_does_not_matter() -> None:
    one, other = small_dossier(), turned(small_dossier())
    assert export(one, "timeline-svg") == export(other, "timeline-svg")


def test_hostile_words_are_words() -> None:
    root = read_drawing(export(hostile_dossier(), "timeline-svg"))
    assert any("<script>alert('x')</script>" in tip for tip in tips_of(root))


@settings(max_examples=20)
@given(plans())
def test_every_plan_can_be_drawn(plan: ActionPlan) -> None:
    text = export(plan, "timeline-svg")
    tips = " ".join(tips_of(read_drawing(text)))
    assert text == export(Dossier(plans=[plan]), "timeline-svg")
    for action in plan:
        assert one_line(action.code.text) in tips


def test_a_window_of_all_years_is_drawn_too() -> None:
    plan = ActionPlan(id="P", title="", period="0001-01-01/9999-12-31", actions=[])
    assert len(export(plan, "timeline-svg")) < 200_000


def test_the_suffix_alone_is_ambiguous_and_the_error_names_both() -> None:
    with pytest.raises(AmbiguousExporterError, match="graph-svg or timeline-svg"):
        exporter_for("plan.svg")


def test_the_bundled_dossier_is_drawn() -> None:
    root = read_drawing(export(bundled_dossier(), "timeline-svg"))
    assert "Monthly updates" in words_of(root)


def test_a_plan_without_deadlines_says_so() -> None:
    words = words_of(read_drawing(export(plan_with(), "timeline-svg")))
    assert "P, 1997-01-01/1998-12-31: 0 actions. No deadline is stated." in words
    bare = ActionPlan(id="P", title="", actions=[Action(code="1", title="")])
    words = words_of(read_drawing(export(bare, "timeline-svg")))
    assert "P: 1 action. No deadline is stated." in words
    assert "As printed" not in words
    assert "Presidency" not in words
    words = words_of(read_drawing(export(plan_with("tbc", period=None), "timeline-svg")))
    assert "P: 1 action. No day can be read from the deadlines." in words
    assert "As printed" in words


def test_a_plan_of_300_actions_keeps_its_type_readable() -> None:
    root = read_drawing(export(plan_with(*["by 15 June 1998"] * 300), "timeline-svg"))
    assert float(root.get("width", "")) <= 1600
    # Its axis stands below the last row as well.
    assert words_of(root).count("1998") == 2
    assert words_of(root).count("Presidency") == 2
    short = read_drawing(export(plan_with("by 15 June 1998"), "timeline-svg"))
    assert words_of(short).count("1998") == 1


def test_a_long_title_is_broken_into_lines_above_the_axis() -> None:
    title = "Evaluate how the customs services work together " * 4
    root = read_drawing(
        export(attrs.evolve(plan_with("by 15 June 1998"), title=title), "timeline-svg")
    )
    lines = [e for e in root.iter(f"{SVG}text") if e.get("font-size") == "15"]
    assert len(lines) > 1
    assert " ".join(line.text or "" for line in lines) == f"{title.strip()} in time"
    (year,) = [e for e in root.iter(f"{SVG}text") if e.text == "1998"]
    assert float(year.get("y", "")) > max(float(line.get("y", "")) for line in lines) + 26


def test_the_days_of_a_window_are_never_cut() -> None:
    plans = [
        ActionPlan(id=f"P{year}", title="", period=f"{year}-01-01/{year}-12-31", actions=[])
        for year in range(2000, 2016)
    ]
    root = read_drawing(export(Dossier(plans=plans), "timeline-svg"))
    assert not [word for word in words_of(root) if re.match("[0-9].*\u2026", word)]
    assert "P2003: 2003-01-01 to 2003-12-31" in tips_of(root)
    assert "P2003, 2003-01-01/2003-12-31: 0 actions" in " ".join(words_of(root))


def test_a_text_that_runs_to_the_left_is_cut_at_its_left_end() -> None:
    plan = attrs.evolve(plan_with("tbc"), title="\u05de\u05db\u05e1 " * 60)
    cut = [
        word for word in words_of(read_drawing(export(plan, "timeline-svg"))) if "\u2026" in word
    ]
    assert cut
    assert all(word.endswith("\u2026\u200f") for word in cut)
    plan = attrs.evolve(plan, title="Cut " * 60)
    cut = [
        word for word in words_of(read_drawing(export(plan, "timeline-svg"))) if "\u2026" in word
    ]
    assert cut
    assert all(word.endswith("\u2026") for word in cut)
