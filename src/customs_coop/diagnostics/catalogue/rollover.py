"""Rollover: CC6xx, from one plan to the next."""

from customs_coop.diagnostics.catalogue.entry import ERROR, INFO, WARNING, Entry

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
        "Set a new time by the decision to reschedule it, or choose another policy for deadlines.",
    ),
    Entry(
        "CC605",
        WARNING,
        "start after the new plan",
        "A carried time begins only after the period of the new plan.",
        "Set a new time by the decision to reschedule it, or defer the action.",
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
        "An action was split, and one of its indicators that is done is in none of the parts.",
        "Add the indicator to a part, if what was done should still be shown.",
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
        "Find out what became of these actions, and say so with `missing`.",
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
        "Several actions of the draft continue one old action, and that was not split so.",
        "Decide to split the old action, or take an action out of the draft.",
    ),
    Entry(
        "CC615",
        INFO,
        "marking not carried over",
        "The old plan is marked LIMITE and the new one is not, so its public export is allowed.",
        "Give the new plan a document number with the marking: --document, or document below"
        " [into] in a decisions file; unless its words need none.",
    ),
    Entry(
        "CC616",
        WARNING,
        "draft leaves something out",
        "An action of the draft goes on with an old one, and lacks something that the old one has.",
        "Add it to the draft, or settle the indicator.",
    ),
    Entry(
        "CC617",
        WARNING,
        "words name an old code",
        "The words of a carried row cite an action by a code that it no longer has.",
        "Change the words; the link, where there is one, leads to the right action.",
    ),
    Entry(
        "CC618",
        INFO,
        "start before the new plan",
        "A carried time begins before the period of the new plan.",
        "Nothing, where the work has begun; otherwise set a new time.",
    ),
    Entry(
        "CC619",
        WARNING,
        "draft continues what ends",
        "An action of the draft goes on with an old one for which something else was decided.",
        "Change the decision, or take the link out of the draft.",
    ),
    Entry(
        "CC620",
        WARNING,
        "fewer actions than announced",
        "The old plan tells how many actions it had, and its rows and its codes do not show them.",
        "Find out what became of the others; a work area may have been taken out.",
    ),
    Entry(
        "CC621",
        WARNING,
        "decision on other words",
        "A decision was written down when the action had another title.",
        "Check that the decision still holds, and put the new title into the file.",
    ),
    Entry(
        "CC622",
        WARNING,
        "decisions on another document",
        "The decisions were written for another document than that of the plan.",
        "Check the decisions against the revised plan, and change `document` in the file.",
    ),
    Entry(
        "CC623",
        ERROR,
        "ledger contradicts itself",
        "A ledger that was read lacks something, has it twice, or says of it what cannot be.",
        "Write the ledger anew from the rollover; it is no account as it is.",
    ),
    Entry(
        "CC624",
        WARNING,
        "open indicator of completed work",
        "An action is completed, and an indicator of it is still open; the ledger ends both.",
        "Check that all was done; otherwise carry the action, and settle what is done.",
    ),
    Entry(
        "CC625",
        WARNING,
        "recommendation taken up is not found",
        "The new plan takes up a recommendation of a report that was handed in under another"
        " revision or with other numbers, and which one is meant is open.",
        "Hand in the recommendations of the revision that is cited, or link to them by their ids.",
    ),
    Entry(
        "CC626",
        WARNING,
        "recurring time stays",
        "The words of a time that recurs say more than was read, so no policy moves it.",
        "Set its first and its last day by hand, if it has any.",
    ),
    Entry(
        "CC627",
        INFO,
        "waits for what it is itself",
        "A carried action waited for an action that is now a part of it.",
        "Nothing; the link stays with the old plan, and may be taken out.",
    ),
    Entry(
        "CC628",
        WARNING,
        "link to a code that stands twice",
        "A link names a code that two actions of the old plan have; it follows the first of them"
        " that goes on.",
        "Check which of the two is meant, and give the actions of the plan different codes.",
    ),
    Entry(
        "CC629",
        WARNING,
        "part of a split has it otherwise",
        "An action was split into filled-in actions, and none of them has something that it held.",
        "Add it to a part, unless it is left out on purpose; the ledger keeps the words.",
    ),
    Entry(
        "CC630",
        WARNING,
        "left by an earlier rollover",
        "A rollover before this one deferred something or left it open, and nothing in the old or"
        " the new plan goes on with it.",
        "Let an action of the new plan continue it or take it up, give it up with a reason, or"
        " leave it waiting in the ledger; a decisions file lists it.",
    ),
    Entry(
        "CC631",
        INFO,
        "first part of a split has all",
        "An action was split by titles alone, so its indicators and deadlines stand in the first"
        " part, and the other parts have none.",
        "Give the parts as filled-in actions, or as [[action.part]] in a decisions file, where the"
        " others should have their own.",
    ),
    Entry(
        "CC632",
        WARNING,
        "decided otherwise than it is",
        "A closed action goes on in the new plan, or something that is completed is deferred or"
        " dropped.",
        "Complete it, or check its status in the old plan.",
    ),
    Entry(
        "CC633",
        WARNING,
        "split again",
        "A revision splits an action, and the plan has a part of it by that title already: the same"
        " decisions were made in a revision before.",
        "Carry the action, or give the new part a title of its own.",
    ),
    Entry(
        "CC640",
        WARNING,
        "code of another work area",
        "A new action of a decisions file has a work area, and a code that counts in another one.",
        "Write a code of its work area, or none: the next one that is free is used.",
    ),
    Entry(
        "CC641",
        WARNING,
        "code in use",
        "A new action of a decisions file has the code of an action that goes on, and that one"
        " gets another code.",
        "Leave the code of the new action out, unless this is meant.",
    ),
    Entry(
        "CC642",
        WARNING,
        "unknown party",
        "A new action of a decisions file, or a part of a split, names a party that neither the"
        " plan nor the table of known bodies and states has.",
        "Write it as the plan does, such as CCWP; a party of your own stays as it is written.",
    ),
)
