"""The graph as GraphML, for Gephi, yEd, Cytoscape and other programs that analyse graphs."""

import attrs

from customs_coop.exporters.pictures.lettering import one_line
from customs_coop.exporters.pictures.selection import GraphOptions
from customs_coop.graph.interchange import Attributes, graphml_text
from customs_coop.model import Dossier

__all__ = ["GraphMl"]


@attrs.frozen(kw_only=True)
class GraphMl(GraphOptions):
    """The graph of what builds on what, with all that it knows, as GraphML.

    GraphML has no lists: sentences and names that stand in a list are joined with " | ".

    Args:
        plan: The id of one plan; shown are its actions and what they are linked with.
        kinds: The kinds of things that are shown, such as "action, document"; None shows all.
        links: The kinds of links that are shown, such as "awaits, depends on"; None shows all.
        around: One thing, such as "AP5/5.10"; shown is what can be reached from it.
        depth: How many links away from `around` a thing may be: 2 where None; only with `around`.
        unlinked: Whether things without a link are there as well.
    """

    suffix = ".graphml"
    media_type = "application/graphml+xml"

    unlinked: bool = True

    def render(self, subject: Dossier, /) -> str:
        """Write the graph.

        Args:
            subject: The dossier.

        Returns:
            The text of a .graphml file.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            ExportOptionError: The dossier has nothing of the name in `around`, or nothing that
                fits the other options.
        """
        picture = self.picture(subject)
        nodes: list[tuple[str, Attributes]] = [
            (
                thing.id,
                {
                    "label": thing.label,
                    "title": thing.title,
                    "kind": thing.kind,
                    "plan": one_line(thing.plan),
                    "status": thing.status,
                    "mentioned": thing.mentioned,
                    "candidates": _joined(thing.candidates),
                },
            )
            for thing in picture.things
        ]
        edges: list[tuple[str, str, Attributes]] = [
            (
                arrow.source,
                arrow.target,
                {
                    "kind": arrow.kind,
                    "order": not arrow.beside,
                    "evidence": _joined(arrow.evidence),
                    "inferred": arrow.inferred,
                    "stated_by": _joined(arrow.stated_by),
                },
            )
            for arrow in picture.arrows
        ]
        return graphml_text(nodes, edges)


def _joined(texts: tuple[str, ...]) -> str:
    return " | ".join(texts)
