"""Citations: CC5xx, documents and what stands behind links."""

from customs_coop.diagnostics.catalogue.entry import INFO, WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC501",
        WARNING,
        "revision figures disagree",
        "The revision between the strokes of a document number is not the one after REV.",
        "Check the document; the figure between the strokes was used.",
    ),
    Entry(
        "CC502",
        INFO,
        "plan not in the dossier",
        "A link points at an action plan that the dossier does not hold.",
        "Add the plan, if you want the link to be followed.",
    ),
    Entry(
        "CC503",
        INFO,
        "recommendation not in the dossier",
        "A link points at a recommendation that the dossier does not hold.",
        "Add the recommendation, if you want the link to be followed.",
    ),
)
