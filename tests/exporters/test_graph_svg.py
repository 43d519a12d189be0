import re
import subprocess
import sys
from itertools import product
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from customs_coop.datasets import bundled_dossier
from customs_coop.errors import ExportOptionError
from customs_coop.exporters import export
from customs_coop.exporters.pictures.cards import HEAD_COLOUR
from customs_coop.exporters.pictures.columns import columns_of
from customs_coop.exporters.pictures.layout import Box, Line, Placed, Point
from customs_coop.exporters.pictures.palette import (
    INK,
    LINE,
    PAPER,
    QUIET,
    STATUS_PAINT,
    paint_of,
)
from customs_coop.exporters.pictures.routing import cleared, points_along
from customs_coop.exporters.pictures.selection import GraphOptions
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, Link, LinkKind, Status
from customs_coop.testing import dossiers
from drawn_files import (
    SVG,
    hostile_dossier,
    needs_graphviz,
    read_drawing,
    small_dossier,
    tips_of,
    turned,
    words_of,
)
from folded import every_case


def test_plans_are_columns_and_all_else_stands_between_them() -> None:
    picture = GraphOptions().picture(small_dossier())
    assert picture.plans == ("AP0", "AP1", "AP2")
    columns = columns_of(picture)
    told = {thing.label: columns[thing.id] for thing in picture.things}
    assert told["AP0/9"] == 1
    assert told["AP1/1.1"] == told["AP1/1.2"] == told["AP1"] == 3
    assert told["7001/04"] == 4
    assert told["AP2/1"] == 5


def test_what_touches_no_plan_stands_with_its_neighbours() -> None:
    picture = GraphOptions().picture(small_dossier())
    columns = columns_of(picture)
    (advice,) = [thing for thing in picture.things if thing.kind == "recommendation"]
    assert columns[advice.id] == 4


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, by the formula of WCAG 2.2."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_status_has_colours_of_its_own_on_which_words_can_be_read() -> None:
    assert set(STATUS_PAINT) == {status.value for status in Status}
    assert len({paint.mark for paint in STATUS_PAINT.values()}) == len(STATUS_PAINT)
    for paint in (*STATUS_PAINT.values(), paint_of("")):
        assert contrast(INK, paint.ground) >= 4.5
        assert contrast(QUIET, paint.ground) >= 4.5
        assert contrast(paint.mark, PAPER) >= 4.5
    assert contrast(PAPER, HEAD_COLOUR) >= 4.5
    assert contrast(LINE, PAPER) >= 4.5


@needs_graphviz
def test_the_drawing_says_all_in_words() -> None:
    root = read_drawing(export(small_dossier(), "graph-svg"))
    words = words_of(root)
    for word in ("AP0", "AP1", "AP2", "1.2", "Hold a seminar", "awaiting", "completed"):
        assert word in words
    assert "only mentioned" in words
    assert "inferred" in words
    assert "action AP1/1.1: Survey the courses (completed)" in tips_of(root)
    assert "AP1/1.1 → AP1/1.2\nawaits: “Await outcome of 1.1” (AP1/1.2)" in tips_of(root)


@needs_graphviz
def test_columns_run_from_left_to_right() -> None:
    root = read_drawing(export(small_dossier(), "graph-svg"))
    at = {
        element.text: float(element.get("x", ""))
        for element in root.iter(f"{SVG}text")
        if element.get("text-anchor") == "middle"
    }
    assert at["AP0"] < at["AP1"] < at["AP2"]


@needs_graphviz
def test_lines_say_their_kinds_when_asked() -> None:
    assert "awaits" in words_of(read_drawing(export(small_dossier(), "graph-svg", labels=True)))
    assert "awaits" not in words_of(read_drawing(export(small_dossier(), "graph-svg")))


@needs_graphviz
def test_every_thing_of_the_bundled_dossier_is_drawn_inside_the_sheet() -> None:
    root = read_drawing(export(bundled_dossier(), "graph-svg"))
    tips = tips_of(root)
    assert len([tip for tip in tips if tip.startswith("action ")]) >= 30
    assert len([tip for tip in tips if "→" in tip]) >= 100
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    (graph,) = [g for g in root.findall(f"{SVG}g") if g.get("transform")]
    left, top = map(float, graph.get("transform", "")[10:-1].split())
    for element in graph.iter(f"{SVG}rect"):
        x, y = float(element.get("x", "")), float(element.get("y", ""))
        assert 0 <= left + x <= left + x + float(element.get("width", "")) <= width
        assert 0 <= top + y <= top + y + float(element.get("height", "")) <= height


@needs_graphviz
def test_the_order_of_the_plans_in_the_dossier_does_not_matter() -> None:
    assert export(small_dossier(), "graph-svg") == export(turned(small_dossier()), "graph-svg")


@needs_graphviz
def test_hostile_words_are_words() -> None:
    root = read_drawing(export(hostile_dossier(), "graph-svg", labels=True))
    assert any("<script>alert('x')</script>" in tip for tip in tips_of(root))


@needs_graphviz
@settings(max_examples=12)
@given(dossiers())
def test_every_dossier_can_be_drawn(dossier: Dossier) -> None:
    text = export(dossier, "graph-svg", kinds=None, unlinked=True, labels=True)
    read_drawing(text)
    assert text == export(dossier, "graph-svg", kinds=None, unlinked=True, labels=True)


@needs_graphviz
def test_an_empty_dossier_is_a_drawing_too() -> None:
    assert "Nothing and 0 links" in export(Dossier(), "graph-svg")
    read_drawing(export(ActionPlan(id="E", title=""), "graph-svg"))


def test_too_many_things_are_refused_with_the_way_out() -> None:
    with pytest.raises(ExportOptionError, match="around"):
        export(bundled_dossier(), "graph-svg", most=10)
    with pytest.raises(ExportOptionError, match="at least one"):
        export(bundled_dossier(), "graph-svg", most=0)


def test_without_the_library_the_way_out_is_told() -> None:
    code = (
        "import sys; sys.modules['pygraphviz'] = None\n"
        "import customs_coop as cc\n"
        "try:\n"
        "    cc.export(cc.bundled_dossier(), 'graph-svg')\n"
        "except cc.CustomsCoopError as error:\n"
        "    print(type(error).__name__, error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("ExportOptionError ")
    assert "customs-coop[graph]" in done.stdout


CARD = (100.0, 30.0)


def standing(*places: Point) -> tuple[list[Box], Placed]:
    """Boxes b0, b1 and so on around these points, without lines."""
    boxes = [Box(f"b{number}", *CARD) for number, _ in enumerate(places)]
    centres = {box.id: place for box, place in zip(boxes, places, strict=True)}
    return boxes, Placed(width=800, height=300, centres=centres, paths=(), labels=())


def meets(where: Placed, path: tuple[Point, ...], box: str) -> bool:
    x, y = where.centres[box]
    return any(abs(px - x) < 50 and abs(py - y) < 15 for px, py in points_along(path))


@every_case(("source", "target"), list(product(("b0", "b1", "b2", "b3", "b4", "b5"), repeat=2)))
def test_a_line_is_led_around_all_boxes_but_its_own(source: str, target: str) -> None:
    # Two columns full of boxes between which only a narrow way is left, and one beyond them.
    boxes, where = standing((50, 50), (250, 30), (250, 68), (250, 106), (450, 60), (650, 60))
    straight = (where.centres[source],) + (where.centres[target],) * 3
    line = Line(source, target, forward=True, label=(40, 10))
    for path in (straight, ()):
        given = Placed(width=800, height=300, centres=where.centres, paths=(path,), labels=(None,))
        found = cleared(given, boxes, [line])
        for box in boxes:
            if box.id not in (source, target):
                assert not meets(found, found.paths[0], box.id)
        assert found.labels[0] is not None
        assert min(x for x, _ in found.paths[0]) >= 0
        assert found.paths[0]


def test_a_line_that_meets_nothing_stays_as_it_was() -> None:
    boxes, where = standing((50, 50), (250, 50), (250, 100))
    path = ((100.0, 50.0), (130.0, 50.0), (170.0, 50.0), (200.0, 50.0))
    given = Placed(width=800, height=300, centres=where.centres, paths=(path,), labels=(None,))
    assert cleared(given, boxes, [Line("b0", "b1", forward=True)]) == given


def test_lines_that_pass_one_column_pass_it_beside_each_other() -> None:
    boxes, where = standing((50, 50), (250, 50), (450, 50))
    lines = [Line("b0", "b2", forward=True)] * 3
    given = Placed(
        width=800, height=300, centres=where.centres, paths=((),) * 3, labels=(None,) * 3
    )
    paths = cleared(given, boxes, lines).paths
    assert len(set(paths)) == 3


def unrelated_boxes_met(root: ET.Element) -> list[tuple[str, str]]:
    """Each line of a drawing that runs under a box it does not belong to."""
    cards: dict[str, tuple[float, float, float, float]] = {}
    lines = []
    for group in root.iter(f"{SVG}g"):
        tip = group.findtext(f"{SVG}title") or ""
        rect, path = group.find(f"{SVG}rect"), group.find(f"{SVG}path")
        if "→" in tip:
            if path is not None:  # else the words of a line
                lines.append((tip.split("\n")[0], path.get("d", "")))
        elif rect is not None and tip:
            x, y, wide, high = (float(rect.get(n, "")) for n in ("x", "y", "width", "height"))
            label = re.split(r": | \(", tip.partition(" ")[2])[0]
            cards[label] = (x, y, x + wide, y + high)
    found = []
    for ends, data in lines:
        numbers = [float(n) for n in re.findall(r"-?[0-9.]+", data.partition("L")[0])]
        points = list(points_along(list(zip(numbers[::2], numbers[1::2], strict=True))))
        for name, (left, top, right, bottom) in cards.items():
            own = name in ends.split(" → ")
            if not own and any(left < x < right and top < y < bottom for x, y in points):
                found.append((ends, name))
    return found


@needs_graphviz
@pytest.mark.parametrize("labels", [False, True])
def test_no_line_of_the_bundled_dossier_runs_under_the_box_of_another(labels: bool) -> None:  # noqa: FBT001 - pytest hands it in
    text = export(
        bundled_dossier(), "graph-svg", kinds="action, recommendation, plan", labels=labels
    )
    assert unrelated_boxes_met(read_drawing(text)) == []


@needs_graphviz
@pytest.mark.parametrize("labels", [False, True])
def test_no_line_of_a_tangle_runs_under_the_box_of_another(labels: bool) -> None:  # noqa: FBT001 - pytest hands it in
    # Links forwards, backwards and inside each plan, at the size at which a picture is readable.
    plans = [
        ActionPlan(
            id=f"AP{place}",
            title="",
            actions=[
                Action(
                    code=str(code),
                    title="Do it" * (code % 3),
                    links=[
                        Link(
                            kind=(LinkKind.AWAITS, LinkKind.HANDLED_WITH)[code % 2],
                            target=ActionRef(f"AP{(place + code) % 4}", str(7 * code % 15 + 1)),
                        )
                    ],
                )
                for code in range(1, 16)
            ],
        )
        for place in range(4)
    ]
    root = read_drawing(export(Dossier(plans=plans), "graph-svg", labels=labels))
    assert len([tip for tip in tips_of(root) if "→" in tip]) >= 50
    assert unrelated_boxes_met(root) == []


@needs_graphviz
def test_a_long_title_is_broken_into_lines_above_the_picture() -> None:
    title = "Evaluate how the customs services work together " * 4
    link = Link(kind=LinkKind.AWAITS, target=ActionRef("P", "2"))
    actions = [Action(code="1", title="", links=[link]), Action(code="2", title="")]
    root = read_drawing(export(ActionPlan(id="P", title=title, actions=actions), "graph-svg"))
    lines = [e for e in root.iter(f"{SVG}text") if e.get("font-size") == "16"]
    assert len(lines) > 1
    said = " ".join(line.text or "" for line in lines)
    assert said == f"What builds on what in {title.strip()}"
    heights = [float(line.get("y", "")) for line in lines]
    assert heights == sorted(set(heights))
    (graph,) = [g for g in root.findall(f"{SVG}g") if g.get("transform")]
    assert float(graph.get("transform", "")[10:-1].split()[1]) > heights[-1] + 26


@needs_graphviz
def test_a_plan_without_links_says_so() -> None:
    plan = ActionPlan(id="P", title="", actions=[Action(code="1", title="Train")])
    words = words_of(read_drawing(export(plan, "graph-svg")))
    assert "nothing is linked; unlinked=true shows 2 things" in " ".join(words)
    assert "Train" in words_of(read_drawing(export(plan, "graph-svg", unlinked=True)))
