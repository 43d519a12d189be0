"""The pictures of the page, each with a table of the same facts, and what is left out of them."""

import datetime as dt
from typing import Final

import attrs

from customs_coop.errors import ExportOptionError
from customs_coop.exporters.council_page.words import PageWords
from customs_coop.exporters.pictures.graph_svg import GraphSvg
from customs_coop.exporters.pictures.lettering import one_line
from customs_coop.exporters.pictures.timeline_svg import TimelineSvg
from customs_coop.model import ActionPlan, Dossier

__all__ = ["View", "graph_view", "timeline_view"]

_MOST_ROWS: Final = 400  # as many as some sheets can hold
_MOST_ACTIONS: Final = 4000  # of the whole dossier, whose graph is made before some is chosen


@attrs.frozen(kw_only=True)
class View:
    """A picture beside the table.

    Args:
        name: "timeline" or "graph".
        drawing: The picture as SVG, or empty.
        remark: Why there is no picture, or empty.
        headings: The headings of the table of the same facts.
        rows: Its rows: the cells of each, and the address of its action, or "".
    """

    name: str
    drawing: str = ""
    remark: str = ""
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, ...], str], ...] = ()


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
    return View(
        name="timeline",
        drawing=_inline(TimelineSvg(plan=plan.id).render(dossier)),
        headings=tuple(words.page[name] for name in ("first", "last", "action", "printed")),
        rows=tuple((cells, anchor) for _, cells, anchor in found),
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
    rows = tuple(
        (
            (
                names[arrow.source],
                f"{arrow.kind} ({words.page['beside']})" if arrow.beside else arrow.kind,
                names[arrow.target],
                "; ".join(arrow.evidence),
            ),
            "",
        )
        for arrow in picture.arrows
    )
    drawing, remark = "", ""
    if len(picture.things) > exporter.most:
        remark = words.page["many_things"].format(count=len(picture.things), most=exporter.most)
    else:
        try:
            drawing = _inline(exporter.render(dossier))
        except ExportOptionError:
            remark = words.page["no_library"]
    return View(
        name="graph",
        drawing=drawing,
        remark=remark,
        headings=tuple(words.page[name] for name in ("earlier", "link", "later", "evidence")),
        rows=rows,
    )


def _name(label: str, title: str) -> str:
    words = one_line(title)
    return f"{label} {words}".rstrip() if words != label else label


def _inline(drawing: str) -> str:
    """A drawing without the line that tells a file of it."""
    return drawing.partition("?>\n")[2]
