"""The graph as a Mermaid flowchart, which forges and wikis draw inside a page."""

import re
from collections.abc import Iterator
from typing import Final, Literal

import attrs

from customs_coop.exporters.pictures.lettering import fitted, one_line
from customs_coop.exporters.pictures.palette import INK, LINE, PAPER, paint_of
from customs_coop.exporters.pictures.selection import GraphOptions
from customs_coop.exporters.pictures.things import Arrow, Thing
from customs_coop.model import Dossier

__all__ = ["Mermaid"]

# Brackets of the shapes of Mermaid, by kind.
_SHAPES: Final = {
    "action": ("(", ")"),
    "recommendation": ("{{", "}}"),
    "document": ("[", "]"),
    "plan": ("[[", "]]"),
    "strategy": ("[[", "]]"),
    "party": ("([", "])"),
    "event": (">", "]"),
    "other": ("[", "]"),
}
# All that Mermaid could take for more than a letter: quotation marks, markup, its own entities
# and directives ("%%{init: ...}%%" counts wherever it stands), backquotes for Markdown.
_SPECIAL = re.compile("[^\\w .,/()+=\u00a0-\uffff\U00010000-\U0010ffff-]|_")


@attrs.frozen(kw_only=True)
class Mermaid(GraphOptions):
    """The graph of what builds on what, as a Mermaid flowchart.

    Each plan is a subgraph. Colours tell the status, which the label says as well; dashed is what
    is only mentioned, and what no sentence says outright.

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

    suffix = ".mmd"
    media_type = "text/vnd.mermaid"

    direction: Literal["right", "down"] = "right"
    labels: bool = True

    @property
    def carries(self) -> frozenset[str]:
        """The fields of the things that are shown; the words of a link are not among them."""
        return super().carries - {"link.text"}

    def render(self, subject: Dossier, /) -> str:
        """Write the flowchart.

        Args:
            subject: The dossier.

        Returns:
            The text of an .mmd file.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            ExportOptionError: The dossier has nothing of the name in `around`, or nothing that
                fits the other options.
        """
        return "\n".join([*self._lines(subject), ""])

    def _lines(self, dossier: Dossier) -> Iterator[str]:
        picture = self.picture(dossier)
        yield f"flowchart {'LR' if self.direction == 'right' else 'TB'}"
        yield f"  accTitle: {_escaped(picture.title)}"
        for number, plan in enumerate(picture.plans):
            yield f'  subgraph p{number}["{_escaped(one_line(plan))}"]'
            for thing in picture.in_plan(plan):
                yield f"    {_node(thing)}"
            yield "  end"
            yield f"  style p{number} fill:{PAPER},stroke:{LINE},color:{INK}"
        for thing in picture.alone():
            yield f"  {_node(thing)}"
        for arrow in picture.arrows:
            yield f"  {self._edge(arrow)}"
        classes: dict[str, list[str]] = {}
        for thing in picture.things:
            classes.setdefault(_class_of(thing.status), []).append(thing.id)
        for name, members in sorted(classes.items()):
            paint = paint_of(name.replace("_", " "))
            style = f"fill:{paint.ground},stroke:{paint.mark},color:{INK}"
            yield f"  classDef {name} {style}"
            yield f"  class {','.join(members)} {name}"
        dashed = [thing.id for thing in picture.things if thing.mentioned]
        if dashed:
            yield "  classDef mentioned stroke-dasharray:4 3"
            yield f"  class {','.join(dashed)} mentioned"

    def _edge(self, arrow: Arrow) -> str:
        stroke = ("-.-" if arrow.inferred else "---") if arrow.beside else None
        stroke = stroke or ("-.->" if arrow.inferred else "-->")
        label = f'|"{_escaped(arrow.kind)}"|' if self.labels else ""
        return f"{arrow.source} {stroke}{label} {arrow.target}"


def _class_of(status: str) -> str:
    return status.replace(" ", "_") or "unstated"


def _node(thing: Thing) -> str:
    opening, closing = _SHAPES[thing.kind]
    lines = [thing.label if thing.kind != "plan" else one_line(thing.plan) or thing.label]
    if thing.title:
        lines.append(fitted(thing.title, 600, 10))  # Mermaid breaks lines itself
    if thing.state and thing.status != "open":
        lines.append(f"({thing.state})")
    label = "<br/>".join(_escaped(line) for line in lines)
    return f'{thing.id}{opening}"{label}"{closing}'


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", text)
