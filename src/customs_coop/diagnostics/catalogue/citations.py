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
        "A link of an action, a recommendation or a document points at an action plan that the"
        " dossier does not hold.",
        "Add the plan, if you want the link to be followed.",
    ),
    Entry(
        "CC503",
        INFO,
        "recommendation not in the dossier",
        "A link of an action, a recommendation or a document points at a recommendation that the"
        " dossier does not hold.",
        "Add the recommendation, if you want the link to be followed.",
    ),
    Entry(
        "CC504",
        WARNING,
        "citation of several things",
        "A citation may mean several things of the dossier, and its words do not say which.",
        "Put the one that is meant into the link, such as ActionRef('AP3', '3.6').",
    ),
    Entry(
        "CC505",
        WARNING,
        "citation of nothing known",
        "A link cites an action, recommendation or document that nothing in the dossier can be.",
        "Name its plan or its report in the link, or correct the code.",
    ),
    Entry(
        "CC506",
        INFO,
        "plan known by name only",
        "A text cites a plan, or an action of a plan, that the dossier does not hold.",
        "Add the plan, if you want its actions to be more than names.",
    ),
    Entry(
        "CC507",
        WARNING,
        "thing linked to itself",
        "A link of an action, a recommendation or a document leads back to that same thing, so that"
        " it says nothing.",
        "Correct the target, or leave the link out.",
    ),
    Entry(
        "CC508",
        INFO,
        "plan told from the numbering",
        "A code without a plan was taken for one of the plan whose number it begins with, though"
        " another plan has the same code.",
        "Name the plan in the link where this is wrong.",
    ),
    Entry(
        "CC509",
        WARNING,
        "actions wait for each other",
        "Links lead in a circle, so that none of its actions can come first.",
        "Read the sentences that are given, and correct or drop one of the links.",
    ),
)
