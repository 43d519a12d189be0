"""The graph in the language of Graphviz."""

from collections.abc import Iterator
from typing import Final, Literal

import attrs

from customs_coop.exporters.pictures.lettering import one_line, wrapped
from customs_coop.exporters.pictures.palette import INK, LINE, PAPER, paint_of
from customs_coop.exporters.pictures.selection import GraphOptions
from customs_coop.exporters.pictures.things import Arrow, Picture, Thing
from customs_coop.model import Dossier

__all__ = ["Dot"]

_SHAPES: Final = {
    "action": "box",
    "recommendation": "octagon",
    "document": "note",
    "plan": "folder",
    "strategy": "tab",
    "party": "ellipse",
    "event": "diamond",
    "other": "plaintext",
}


@attrs.frozen(kw_only=True)
class Dot(GraphOptions):
    """The graph of what builds on what, for `dot` and other programs of Graphviz.

    Each plan is a cluster with its actions in one column. Colours tell the status, which the
    label says as well; dashed is what is only mentioned, and what no sentence says outright. The
    sentences are the tooltips of the edges.

    Args:
        plan: The id of one plan; shown are its actions and what they are linked with.
        kinds: The kinds of things that are shown, such as "action, document"; None shows all.
        links: The kinds of links that are shown, such as "awaits, depends on"; None shows all.
        around: One thing, such as "AP5/5.10"; shown is what can be reached from it.
        depth: How many links away from `around` a thing may be: 2 where None; only with `around`.
        unlinked: Whether things without a link are shown as well.
        direction: Which way the order runs: to the right, or down.
        labels: Whether each edge says its kind.
    """

    suffix = ".dot"
    media_type = "text/vnd.graphviz"

    direction: Literal["right", "down"] = "right"
    labels: bool = False

    def render(self, subject: Dossier, /) -> str:
        """Write the graph.

        Args:
            subject: The dossier.

        Returns:
            The text of a .dot file.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            ExportOptionError: The dossier has nothing of the name in `around`, or nothing that
                fits the other options.
        """
        picture = self.picture(subject)
        return "\n".join(["digraph plans {", *self._body(picture), "}", ""])

    def _body(self, picture: Picture) -> Iterator[str]:
        rankdir = "LR" if self.direction == "right" else "TB"
        yield "  graph " + _attributes(
            label="\n".join(wrapped(picture.title, 800, 14, 4)),
            labelloc="t",
            rankdir=rankdir,
            fontname="Helvetica",
            fontsize="14",
            nodesep="0.15",
            ranksep="0.9",
            bgcolor=PAPER,
        )
        yield "  node " + _attributes(
            fontname="Helvetica", fontsize="10", fontcolor=INK, margin="0.08,0.04"
        )
        yield "  edge " + _attributes(
            fontname="Helvetica", fontsize="8", fontcolor=INK, color=LINE, arrowsize="0.6"
        )
        for number, plan in enumerate(picture.plans):
            yield f"  subgraph cluster_{number} {{"
            yield "    graph " + _attributes(label=one_line(plan), style="rounded", color=LINE)
            for thing in picture.in_plan(plan):
                yield f"    {_node(thing)}"
            yield "  }"
        for thing in picture.alone():
            yield f"  {_node(thing)}"
        for arrow in picture.arrows:
            yield f"  {self._edge(arrow)}"

    def _edge(self, arrow: Arrow) -> str:
        words = "; ".join(f"“{text}”" for text in arrow.evidence)
        attributes = {"tooltip": f"{arrow.kind}: {words}" if words else arrow.kind}
        if self.labels:
            attributes["label"] = arrow.kind
        if arrow.inferred:
            attributes["style"] = "dashed"
        if arrow.beside:
            attributes |= {"arrowhead": "none", "constraint": "false"}
        return f"{arrow.source} -> {arrow.target} {_attributes(**attributes)}"


def _node(thing: Thing) -> str:
    paint = paint_of(thing.status)
    lines = [thing.label if thing.kind != "plan" else one_line(thing.plan) or thing.label]
    if thing.title:
        lines += wrapped(thing.title, 190, 10, 3)
    if thing.state and thing.status != "open":
        lines.append(f"({thing.state})")
    style = "filled,dashed" if thing.mentioned else "filled"
    return f"{thing.id} " + _attributes(
        label="\n".join(lines),
        shape=_SHAPES[thing.kind],
        style=f"{style},rounded" if thing.kind == "action" else style,
        fillcolor=paint.ground,
        color=paint.mark,
        tooltip=f"{thing.kind} {thing.label}" + (f": {thing.title}" if thing.title else ""),
    )


def _attributes(**values: str) -> str:
    return "[" + ", ".join(f"{name}={_quoted(value)}" for name, value in values.items()) + "]"


def _quoted(text: str) -> str:
    # Graphviz takes a backslash for an escape and an ampersand for the begin of an entity.
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return '"' + text.replace("\n", "\\n") + '"'
