"""The pictures of the page, each with a table of the same facts, and what is left out of them."""

import datetime as dt
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

import attrs

from customs_coop.errors import ExportOptionError
from customs_coop.exporters.council_page.words import PageWords
from customs_coop.exporters.pictures.graph_svg import GraphSvg
from customs_coop.exporters.pictures.lettering import one_line
from customs_coop.exporters.pictures.things import Arrow
from customs_coop.exporters.pictures.timeline_svg import TimelineSvg
from customs_coop.model import ActionPlan, Dossier, LinkKind, Place

__all__ = ["View", "graph_view", "timeline_view"]

_MOST_ROWS: Final = 400  # as many as some sheets can hold
_MOST_ACTIONS: Final = 4000  # of the whole dossier, whose graph is made before some is chosen

_Look: TypeAlias = Literal["", "day", "action"]
_Facts: TypeAlias = Sequence[tuple[tuple[str, ...], str]]


@attrs.frozen(kw_only=True)
class View:
    """A picture beside the table.

    Args:
        name: "timeline" or "graph".
        drawing: The picture as SVG, or empty.
        remark: Why there is no picture, or empty.
        headings: The headings of the table of the same facts.
        looks: What each of its columns holds: a "day", an "action" with an address, or words.
        rows: Its rows: the cells of each, and the address of its action, or "".
    """

    name: str
    drawing: str = ""
    remark: str = ""
    headings: tuple[str, ...] = ()
    looks: tuple[_Look, ...] = ()
    rows: tuple[tuple[tuple[str, ...], str], ...] = ()

    @classmethod
    def of(
        cls,
        name: str,
        columns: Sequence[tuple[str, _Look]],
        rows: _Facts,
        *,
        drawing: str = "",
        remark: str = "",
    ) -> "View":
        """Make a view whose table has no column that is empty in every row."""
        used = [at for at in range(len(columns)) if any(cells[at] for cells, _ in rows)]
        return cls(
            name=name,
            drawing=drawing,
            remark=remark,
            headings=tuple(columns[at][0] for at in used),
            looks=tuple(columns[at][1] for at in used),
            rows=tuple((tuple(cells[at] for at in used), address) for cells, address in rows),
        )


def timeline_view(
    plan: ActionPlan, dossier: Dossier, words: PageWords, anchors: tuple[str, ...]
) -> View | None:
    """The plan in time.

    Args:
        plan: The plan.
        dossier: The dossier that holds it.
        words: The words of the page.
        anchors: The addresses of the rows.

    Returns:
        The picture; None where no deadline of the plan has a day.
    """
    found = []
    for action, anchor in zip(plan, anchors, strict=True):
        for deadline in dict.fromkeys(action.all_deadlines):
            if deadline.earliest is not None or deadline.latest is not None:
                order = (deadline.latest or dt.date.max, deadline.earliest or dt.date.min)
                days = tuple(str(day or "") for day in (deadline.earliest, deadline.latest))
                cells = (*days, _name(action.code.text, action.title), one_line(deadline.text))
                found.append((order, cells, anchor))
    if not found:
        return None
    if len(plan.actions) > _MOST_ROWS:
        remark = words.page["many_rows"].format(count=len(plan.actions), most=_MOST_ROWS)
        return View(name="timeline", remark=remark)
    found.sort(key=lambda one: one[0])
    looks: tuple[tuple[str, _Look], ...] = (
        ("first", "day"),
        ("last", "day"),
        ("action", "action"),
        ("printed", ""),
    )
    return View.of(
        "timeline",
        [(words.page[name], look) for name, look in looks],
        [(cells, anchor) for _, cells, anchor in found],
        drawing=_inline(TimelineSvg(plan=plan.id).render(dossier)),
    )


def graph_view(plan: ActionPlan, dossier: Dossier, words: PageWords) -> View | None:
    """What the plan rests on and what rests on it.

    Args:
        plan: The plan.
        dossier: The dossier that holds it.
        words: The words of the page.

    Returns:
        The picture; None where nothing is linked.
    """
    count = sum(len(one.actions) for one in dossier.plans)
    if count > _MOST_ACTIONS:
        if not any(action.links for action in plan):
            return None
        return View(
            name="graph",
            remark=words.page["many_links"].format(count=count, most=_MOST_ACTIONS),
        )
    exporter = GraphSvg(plan=plan.id)
    try:
        picture = exporter.picture(dossier)
    except ExportOptionError:
        return None  # nothing of the plan is linked
    if not picture.arrows:
        return None
    names = {thing.id: _name(thing.label, thing.title) for thing in picture.things}
    rows = [
        (
            (
                names[arrow.source],
                _link(arrow, words),
                names[arrow.target],
                "; ".join(arrow.evidence),
            ),
            "",
        )
        for arrow in picture.arrows
    ]
    drawing, remark = "", ""
    if len(picture.things) > exporter.most:
        remark = words.page["many_things"].format(count=len(picture.things), most=exporter.most)
    else:
        try:
            drawing = _inline(exporter.render(dossier))
        except ExportOptionError:
            remark = words.page["no_library"]
    return View.of(
        "graph",
        [(words.page[name], "") for name in ("earlier", "link", "later", "evidence")],
        rows,
        drawing=drawing,
        remark=remark,
    )


def _link(arrow: Arrow, words: PageWords) -> str:
    """What a link is called, and from which side it is to be read."""
    name = words.links[arrow.kind]
    if arrow.beside:
        return f"{name} ({words.page['beside']})"
    # "awaits" is said of the later thing, "completed by" of the earlier one.
    return f"{name} →" if LinkKind(arrow.kind).place is Place.AFTER else f"← {name}"


def _name(label: str, title: str) -> str:
    words = one_line(title)
    return f"{label} {words}".rstrip() if words != label else label


def _inline(drawing: str) -> str:
    """A drawing without the line that tells a file of it."""
    return drawing.partition("?>\n")[2]
