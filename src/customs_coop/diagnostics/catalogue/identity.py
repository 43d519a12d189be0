"""Identity: CC2xx, codes, ids and what points at them."""

from customs_coop.diagnostics.catalogue.entry import ERROR, INFO, WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC201",
        ERROR,
        "code given twice",
        "Two actions of one plan have the same code, so that neither can be named.",
        "Give one of them another code.",
    ),
    Entry(
        "CC202",
        ERROR,
        "plan id given twice",
        "Two plans of the dossier have the same id, so that neither can be named.",
        "Rename one of them; compare two versions of one plan with diff.",
    ),
    Entry(
        "CC203",
        WARNING,
        "alias is the code of another action",
        "A code that one action gives as its former code is the code of another action.",
        "Check which action is meant; plan[code] gives the one whose code it is.",
    ),
    Entry(
        "CC204",
        WARNING,
        "alias of two actions",
        "Two actions of one plan give the same former code.",
        "Check which action took the other over.",
    ),
    Entry(
        "CC205",
        WARNING,
        "unknown work area",
        "An action names a work area that its plan does not list.",
        "Add the work area to the plan, or correct its code.",
    ),
    Entry(
        "CC206",
        WARNING,
        "no work area",
        "An action has no work area, though other actions of its plan have one.",
        "Add the work area.",
    ),
    Entry(
        "CC207",
        WARNING,
        "link leads nowhere",
        "A link of an action, a recommendation or a document names an action that its plan does not"
        " have, though the plan is in the dossier.",
        "Correct the code; the plan may have given it up in a revision.",
    ),
    Entry(
        "CC208",
        INFO,
        "codes missing in the numbering",
        "The codes of a plan leave gaps that no former code explains.",
        "Check whether actions were deleted or lost.",
    ),
    Entry(
        "CC209",
        ERROR,
        "name given twice",
        "Two things of one sort, such as two recommendations or two work areas, have one id.",
        "Rename one of them.",
    ),
    Entry(
        "CC210",
        WARNING,
        "unknown note",
        "An action points at a note that its plan does not have.",
        "Add the note to the plan, or correct its id.",
    ),
)
