"""Reading: CC1xx, from files and layouts to rows and cells."""

from customs_coop.diagnostics.catalogue.entry import ERROR, INFO, WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC101",
        ERROR,
        "file cannot be read",
        "The file does not exist, is no regular file, or the system refuses to open it.",
        "Check the path and the permissions.",
    ),
    Entry(
        "CC102",
        ERROR,
        "no layout fits",
        "The content looks like none of the layouts that can be read.",
        "Name the layout, if you know it; the message lists what was tried and what was missing.",
    ),
    Entry(
        "CC103",
        ERROR,
        "JSON cannot be read",
        "The text is no JSON: a bracket, a quotation mark or a comma is missing, or it is cut off.",
        "Repair the text at the place that is named.",
    ),
    Entry(
        "CC104",
        ERROR,
        "value does not fit",
        "A member of the JSON file has a value of the wrong type, or one that cannot stand there.",
        "Change the value at the path that is named.",
    ),
    Entry(
        "CC105",
        ERROR,
        "unknown member",
        "The JSON file has a member that the schema does not know, so that it would be lost.",
        "Remove it, or read the file with a newer version.",
    ),
    Entry(
        "CC106",
        ERROR,
        "missing member",
        "A member that the schema requires is not there.",
        "Add the member at the path that is named.",
    ),
    Entry(
        "CC107",
        ERROR,
        "schema version not supported",
        "The JSON file has no schema version, or one that this version of the library cannot read.",
        "Read it with the version that wrote it, or a newer one.",
    ),
    Entry(
        "CC108",
        ERROR,
        "two layouts fit",
        "The content fits two layouts equally well.",
        "Name the layout that is meant.",
    ),
    Entry(
        "CC109",
        ERROR,
        "file too large",
        "The file is larger than any document of this kind, so it was not read.",
        "Check the file, or split it.",
    ),
    Entry(
        "CC110",
        WARNING,
        "not UTF-8",
        "The file is not UTF-8 and bears no mark of another encoding; it was read as Windows-1252.",
        "Check the accents and quotation marks, or save the file as UTF-8.",
    ),
    Entry(
        "CC111",
        ERROR,
        "encoding cannot be read",
        "The bytes of the file are not valid in the encoding that it announces, or in any known.",
        "Save the file as UTF-8.",
    ),
    Entry(
        "CC112",
        INFO,
        "work area without heading",
        "A table has no heading of a work area; its number was taken from the codes of its rows.",
        "Add the heading, if the document should have one.",
    ),
    Entry(
        "CC113",
        ERROR,
        "wrong number of cells",
        "A row has more or fewer cells than its table has columns; its code and title were kept.",
        "Correct the row; a tab inside a cell, or a missing one, is the usual cause.",
    ),
    Entry(
        "CC114",
        ERROR,
        "action without a code",
        "A row or a box has no code, so that nothing can point at it; it stands in the residue.",
        "Add the code.",
    ),
    Entry(
        "CC115",
        WARNING,
        "footnote mark without a note",
        "A row bears the mark of a footnote, and no note with that mark stands below its table.",
        "Add the note, or remove the mark.",
    ),
    Entry(
        "CC116",
        INFO,
        "row broken over lines",
        "A row of a table stood on several lines and was joined.",
        "Compare the row with the document.",
    ),
    Entry(
        "CC117",
        WARNING,
        "columns interleaved",
        "The lines of two columns alternate; they were pulled apart by their order and width.",
        "Compare both cells with the document.",
    ),
    Entry(
        "CC118",
        WARNING,
        "objective not known",
        "The text of an objective is none of those of the strategy; it was kept as a further cell.",
        "Compare it with the objectives of the strategy.",
    ),
    Entry(
        "CC119",
        INFO,
        "objective in other words",
        "An objective is printed in other words than in the introduction, or only a part of it is.",
        "Check that the right objective was taken.",
    ),
    Entry(
        "CC120",
        INFO,
        "text in no field",
        "Some text of the source went into no field; the residue of the reading lists it.",
        "Look through the residue.",
    ),
    Entry(
        "CC121",
        INFO,
        "plan without a number",
        "The document does not say which action plan it is; the id was made from its year.",
        "Give the plan the id by which others name it.",
    ),
    Entry(
        "CC122",
        WARNING,
        "plan without a period",
        "No period of validity was found.",
        "Give the plan its period.",
    ),
    Entry(
        "CC123",
        WARNING,
        "text assigned by its order",
        "A box has fewer or more texts than labels, and only their order tells which is which.",
        "Compare the cells with the document.",
    ),
    Entry(
        "CC124",
        WARNING,
        "action without a title",
        "A row or a box has a code and no title.",
        "Add the title.",
    ),
    Entry(
        "CC125",
        WARNING,
        "several plans in the title",
        "The title names several plans and none of them as a draft; the id was made from the year.",
        "Give the plan the id by which others name it.",
    ),
    Entry(
        "CC126",
        ERROR,
        "two actions in one box",
        "A box holds a second code and its labels begin again, so two actions stand in it as one.",
        'Add the label that begins the second action, such as "Proposed action".',
    ),
    Entry(
        "CC127",
        WARNING,
        "table of another kind",
        "A table follows whose rows bear no codes of the plan; it stands in the residue.",
        "Look through the residue; give the rows codes, if they are actions.",
    ),
    Entry(
        "CC128",
        WARNING,
        "note not named",
        "A cell refers to a note without its mark, and more than one stands below the table.",
        "Add the mark of the note that is meant.",
    ),
    Entry(
        "CC129",
        WARNING,
        "status not understood",
        "The words of a status column tell no status that is known; they are kept as the words of "
        "the status, which counts as open where nothing else in the row tells it.",
        'Write a known status, such as "Ongoing", "Completed" or "Deferred".',
    ),
    Entry(
        "CC130",
        WARNING,
        "words that are no party",
        "A column of parties holds words that name nobody, such as a reference to another action; "
        "they are kept as a further cell.",
        "Name the party, and put the remark into another column.",
    ),
    Entry(
        "CC131",
        INFO,
        "column kept as it is",
        "The heading of a column is none that is known, or names what another column holds "
        "already, and that one was read; its cells were kept as further cells, and no field was "
        "filled from them.",
        "Look whether the column holds parties, times or indicators under another name; if so, "
        "give it a heading that is known. Of two columns for the same, join the cells or name one "
        "for what it holds.",
    ),
    Entry(
        "CC132",
        INFO,
        "party by its description",
        "The id of a party was made from words in small letters, from those before a clause, from "
        'several pieces of a list, or from names with an "and" between them, which may describe '
        "somebody, or several, and be no name.",
        "Name the party as it is called elsewhere, if it has a name.",
    ),
    Entry(
        "CC133",
        INFO,
        "name cut in two",
        "The words of a cell of parties make the name of a known body only without the blanks "
        "between them, as where a narrow cell cuts it; they were read as that body.",
        "Look whether the body is the right one.",
    ),
    Entry(
        "CC134",
        WARNING,
        "code in doubt",
        "What stands for the code of a row may be a range of codes, several of them, or one in"
        " another notation; it is the code of the action as it is printed.",
        "Give the row one code, such as 1.3.",
    ),
    Entry(
        "CC135",
        INFO,
        "exception kept as words",
        'A cell of parties leaves somebody out, as in "MS except DK"; the involvement is that of '
        "the whole, and only its words tell the exception.",
        "Name the parties one by one, if it matters who is left out.",
    ),
    Entry(
        "CC136",
        WARNING,
        "title of another plan",
        "A line between the tables is the title of another plan, and the rows below it were taken "
        "into the one plan that is read from a file.",
        "Split the file, so that each plan is read for itself.",
    ),
    Entry(
        "CC137",
        WARNING,
        "code on several rows",
        "Several rows of a plan bear the same code, so that each became an action; each of the "
        "rows is told with its place.",
        "Give each action a code of its own; validate refuses a plan in which a code names two.",
    ),
    Entry(
        "CC138",
        WARNING,
        "hardly anything read",
        "No action and no recommendation was found, and most of the characters of the source went "
        "into no field: it is laid out as nothing that is known.",
        "Look through the residue, and get the document in another form, such as DOCX.",
    ),
    # Timetables and the resolutions that they are annexed to.
    Entry(
        "CC140",
        INFO,
        "sections counted",
        "The headings of the sections print no codes; each got its place in the printed order.",
        "Check the order, if other documents point at the sections.",
    ),
    Entry(
        "CC141",
        WARNING,
        "column of times without a heading",
        "No heading names the column of deadlines; a column whose cells read as times was taken.",
        'Give the column a heading, such as "Deadlines".',
    ),
    Entry(
        "CC142",
        INFO,
        "name of a programme misspelt",
        "The name of a funding programme differs in one letter from a known one and was read as "
        "that one; the sentence as printed is kept beside it.",
        "Check the name; text recognition often misreads it.",
    ),
    Entry(
        "CC143",
        WARNING,
        "points out of sequence",
        "The figures of the points of a resolution do not follow one upon another, so that their "
        "levels were told by the reading that breaks the count least.",
        "Compare the numbers of the points with the document.",
    ),
    Entry(
        "CC144",
        INFO,
        "day of adoption left blank",
        "The title of an act leaves out the day of its adoption, as drafts do.",
        "Add the day once the act is adopted.",
    ),
    Entry(
        "CC145",
        WARNING,
        "length and period differ",
        "A sentence gives the length of the period in months or years, and its first and last "
        "month make another length; the months were taken.",
        "Correct the one or the other.",
    ),
    Entry(
        "CC146",
        INFO,
        "objectives counted",
        "The objectives of a strategy print no codes; each got its place in the printed order.",
        "Check the order, if plans point at the objectives.",
    ),
    Entry(
        "CC147",
        WARNING,
        "time of a column not understood",
        "A cell of the column of deadlines, or what follows a label such as Deadline, holds words "
        'of which no time could be read, such as 31 June or "as soon as possible"; "tbc", "none" '
        "and the like are not told.",
        "Write the time in a usual form, such as 30 June 1998; the words are kept as printed.",
    ),
    Entry(
        "CC148",
        INFO,
        "who reports inferred",
        "A sentence that asks for a report names nobody who makes it; whom the sentence before it "
        "charges, or the group that the same row has report, was taken.",
        "Correct the obligation, if somebody else is meant.",
    ),
)
