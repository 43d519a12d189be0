"""Conclusions and minutes: CC158 to CC166."""

from customs_coop.diagnostics.catalogue.entry import INFO, WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC158",
        INFO,
        "duty of each of several that are not named",
        'A duty is laid on each of several of whom the text tells only the kind, such as "each '
        'administration"; it is owed by a party of that name, and a report of one of them does not '
        "count as its report.",
        "Say who they are, for instance by --member, or enter a duty for each of them.",
    ),
    Entry(
        "CC159",
        INFO,
        "report on an action with a time or a receiver of its own",
        "The line below an action says when or to whom to report, and the sentence that asks for "
        "reports on all actions says something else; the line holds for its action, and the "
        "sentence for the report on all of them.",
        "Nothing, unless the report is owed at both times; then add the other duty.",
    ),
    Entry(
        "CC160",
        WARNING,
        "recommendation without an addressee",
        "A statement asks for something, and no body was found whom it asks.",
        "Add the addressees; the words of the statement are kept as printed.",
    ),
    Entry(
        "CC161",
        INFO,
        "list not complete",
        "The words above a list say that it gives only some of the points, for instance by "
        '"inter alia".',
        "Look for the whole list in the document that is reported.",
    ),
    Entry(
        "CC162",
        INFO,
        "statements that ask for nothing",
        "Statements that only note, welcome, recall or stress something are no recommendations; "
        "they are kept as notes of the plan, or stand in the residue.",
        "Nothing, unless one of them is a recommendation in other words.",
    ),
    Entry(
        "CC163",
        WARNING,
        "numbers of actions skip or repeat",
        "The number of an agreed action does not follow the one before it.",
        "Compare the list with the document; an action may be missing.",
    ),
    Entry(
        "CC164",
        INFO,
        "receiver inferred",
        "The text does not say to whom something is owed. Of reports that are due before a meeting "
        "the meeting was taken as the receiver, of a task the body that gives it.",
        "Name the party to which the reports go, or to which the task is owed.",
    ),
    Entry(
        "CC165",
        INFO,
        "year of conclusions not certain",
        "Neither a day of the document nor one of its adoption is printed; the ids that were made "
        "for it have no year, or that of the first meeting that the text names.",
        "Give the plan and the recommendations ids with the year of the document.",
    ),
    Entry(
        "CC166",
        WARNING,
        "conclusions from which nothing was taken",
        "The text was read as conclusions, and nothing was found in it that is asked, agreed or "
        "owed; all of its statements are in the residue.",
        "Look at the residue, and check that the text prints conclusions and not only recitals.",
    ),
)
