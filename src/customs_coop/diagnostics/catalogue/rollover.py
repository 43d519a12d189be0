"""Rollover: CC6xx, from one plan to the next."""

from customs_coop.diagnostics.catalogue.entry import INFO, WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC601",
        WARNING,
        "waits for something given up",
        "A carried action rests on an action that was dropped or deferred.",
        "Decide whether it can go on without it.",
    ),
    Entry(
        "CC602",
        WARNING,
        "undecided action carried",
        "An action was carried over on which a decision is still due.",
        "Decide, and give the decision as Carry, Defer or Drop.",
    ),
    Entry(
        "CC603",
        INFO,
        "deferred action carried",
        "An action that the old plan deferred was carried over; its status is still deferred.",
        "Set its status and a new time in the new plan.",
    ),
    Entry(
        "CC604",
        WARNING,
        "deadline before the new plan",
        "A carried deadline is over before the new plan begins.",
        "Set a new time, or choose another policy for deadlines.",
    ),
    Entry(
        "CC605",
        WARNING,
        "start after the new plan",
        "A carried time begins only after the period of the new plan.",
        "Set a new time, or defer the action.",
    ),
    Entry(
        "CC606",
        INFO,
        "deadline moved",
        "A deadline was changed by the policy that was chosen; its old words stand in the message.",
        "Check the new time.",
    ),
    Entry(
        "CC607",
        WARNING,
        "value gives way in a merger",
        "Two merged actions differ in a field that holds one value; that of the survivor stays.",
        "Check which of the two is right.",
    ),
    Entry(
        "CC608",
        WARNING,
        "indicator in no part",
        "An action was split, and one of its indicators is in none of the parts.",
        "Add the indicator to a part, if it is still wanted.",
    ),
    Entry(
        "CC609",
        WARNING,
        "work areas share a code",
        "A carried work area has the code of another one of the new plan, whose heading stays.",
        "Give one of the two another code.",
    ),
    Entry(
        "CC610",
        INFO,
        "codes missing in the old numbering",
        "The codes of the old plan leave gaps that no former code explains.",
        "Find out what became of these actions.",
    ),
    Entry(
        "CC611",
        WARNING,
        "new plan without a number",
        "The codes begin with the number of the old plan, and the new plan has none.",
        "Give the new plan its number; until then the first figure stays.",
    ),
    Entry(
        "CC612",
        WARNING,
        "periods do not follow",
        "The period of the new plan does not begin on the day after the end of the old one.",
        "Check the period; between two plans nothing is in force.",
    ),
    Entry(
        "CC613",
        INFO,
        "deadline after the new plan",
        "A carried deadline ends after the period of the new plan.",
        "An action may outlast its plan; otherwise choose another policy for deadlines.",
    ),
    Entry(
        "CC614",
        WARNING,
        "continued twice",
        "The draft has an action that continues an old one, and the old one was carried over, too.",
        "Decide to merge or complete the old action, or take the draft's action out.",
    ),
    Entry(
        "CC615",
        INFO,
        "marking not carried over",
        "The old plan is marked LIMITE and the new one is not, so its public export is allowed.",
        "Give the new plan a document number with the marking, if its words need it.",
    ),
)
