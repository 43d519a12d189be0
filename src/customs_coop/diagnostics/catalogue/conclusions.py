"""Conclusions and minutes: CC160 to CC166."""

from customs_coop.diagnostics.catalogue.entry import INFO, WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
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
        "receiver of reports inferred",
        "Reports are due before a meeting, and the text does not say to whom; the meeting was "
        "taken as their receiver.",
        "Name the party to which the reports go.",
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
