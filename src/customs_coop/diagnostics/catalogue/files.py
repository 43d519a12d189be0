"""Files: CC167 to CC199, from versions, calendars and archives to encodings and tracked changes."""

from customs_coop.diagnostics.catalogue.entry import ERROR, INFO, WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC167",
        INFO,
        "file of an older version",
        "The JSON file has an older version of its schema. It was brought up to date before it was "
        "read, so the paths of other findings are those of the version of today.",
        "Nothing has to be done; written again, the file has the version of today.",
    ),
    # Calendars that come back.
    Entry(
        "CC168",
        ERROR,
        "no calendar",
        "The file is neither an iCalendar file nor jCal, or the folder has no such file in it.",
        "Export the calendar from the program in which it was kept, as a file that ends in .ics.",
    ),
    Entry(
        "CC169",
        WARNING,
        "part of a calendar not read",
        "The file is cut off; an entry of a calendar is cut off or has no identifier, and was left "
        "out; or a line or a value of it makes no sense, and was left out.",
        "Look at the place named, and export the calendar again if it matters.",
    ),
    Entry(
        "CC170",
        ERROR,
        "ticked off, and in no report",
        "An entry of a calendar was begun, completed or cancelled, and nothing tells of which "
        "action it is, or how it was exported; servers drop what the export says of that. Or most "
        "entries name actions of the plan that have other identifiers there, as where a plan that "
        "was rolled over is loaded from Word; or an obligation is about nothing; or what was "
        "completed is an event, was made to recur, or has a status that there is not.",
        "Hand in the dossier from which the calendar was exported, or merge the plan into the one "
        "that was exported; where the hint names an action that is the right one, or only a task "
        "could be completed, add the report by hand.",
    ),
    Entry(
        "CC171",
        ERROR,
        "day of a change not known",
        "An entry of a calendar was changed, and neither COMPLETED nor LAST-MODIFIED nor DTSTAMP "
        "tells when; no report was made of it.",
        "Name the day of all that have none, or save the entry again in a calendar program.",
    ),
    Entry(
        "CC172",
        ERROR,
        "party of a report not known",
        "An entry of a calendar was changed, and it names no party, or several of which none is "
        "the whole of the others, so that it is not known which one reports; no report was made of "
        "it.",
        "Name the party that reports.",
    ),
    Entry(
        "CC173",
        WARNING,
        "change that tells no progress",
        "What was changed in an entry of a calendar says nothing certain of the work: an event was "
        "cancelled, a task was made to recur or has a status that there is not, what was "
        "completed before is so no longer by PERCENT-COMPLETE alone, there is only a comment, or "
        "a day was moved, which changes no deadline.",
        "Ask the one who keeps the calendar, export the plan as tasks, or change the deadline in "
        "the plan.",
    ),
    Entry(
        "CC174",
        WARNING,
        "entry in two states",
        "A calendar, or the calendars of a folder, have the same entry of one party twice in "
        "different states; the one with the higher SEQUENCE counts, else the one that was changed "
        "last.",
        "Delete the one that is out of date.",
    ),
    Entry(
        "CC175",
        INFO,
        "change of a calendar interpreted",
        "An entry was found in the dossier under another address or at another time than it was "
        "exported with, or in several plans, a cancelled task was taken as overtaken by events, "
        "the dossier has the report already, none was handed in, no entry of the calendar, or one "
        "that was completed, is of a plan, programs gave entries other identifiers, or there is "
        "no task in it. Or something speaks against the report: STATUS, COMPLETED "
        "and PERCENT-COMPLETE contradict each other, the entry shares no word with what it is of, "
        "or its day lies decades outside the period of the plan.",
        "Compare the report with the entry.",
    ),
    Entry(
        "CC176",
        INFO,
        "table of ours that came back",
        "The Word file was written by council-docx and remembers its words: the finding says "
        "whether any were changed since then, and in which rows.",
        "Nothing, or compare the rows that are named with the plan that was sent.",
    ),
    Entry(
        "CC177",
        WARNING,
        "row with cells missing",
        "A row of a table in a file ends before the last column; the cells that are not there were "
        "read as empty.",
        "Look whether a cell in the middle was left out, and add empty cells at the end.",
    ),
    Entry(
        "CC178",
        WARNING,
        "columns that run together",
        "The words of a column of a PDF file without rulings reach up to the next column, and no "
        "gap parts the two; what both hold was read as one.",
        "Compare the rows with the document, or draw the lines of the table.",
    ),
    Entry(
        "CC179",
        WARNING,
        "words struck through",
        "Words of the file are struck through, as drafts mark deletions without tracking them; "
        "they were read as if they stood.",
        "Look at the place named, and delete the words if they no longer belong to the document.",
    ),
    Entry(
        "CC180",
        INFO,
        "tracked changes",
        "The file holds insertions and deletions that nobody has accepted or rejected yet, or a "
        "cell a deleted and an inserted wording of which only the second one could be a value.",
        "Accept or reject them, or name the way in which they are to be read.",
    ),
    Entry(
        "CC181",
        ERROR,
        "file damaged",
        "The file is cut off, or a part of it cannot be unpacked or is no sound XML.",
        "Get the file again, or open it in Word or LibreOffice and save it under a new name.",
    ),
    Entry(
        "CC182",
        ERROR,
        "file unpacks to too much",
        "The archive lists too many files, or a part would grow beyond all documents of this kind.",
        "Check where the file comes from; save the document anew, without pictures.",
    ),
    Entry(
        "CC183",
        ERROR,
        "file protected by a password",
        "The file is encrypted, so that its text cannot be read.",
        "Open it with its password and save it without one.",
    ),
    Entry(
        "CC184",
        ERROR,
        "kind of file not read",
        "The content is of a kind that is not read, such as an old Word file or a workbook.",
        "Save the document as DOCX, HTML or plain text, or the sheet as CSV.",
    ),
    Entry(
        "CC185",
        ERROR,
        "table or text too large",
        "A cell, a line, a table or the whole text is larger than in any document of this kind.",
        "Check the file; split it, if it is right.",
    ),
    Entry(
        "CC186",
        ERROR,
        "document type in a Word file",
        "The XML declares a document type, whose entities may multiply or point at other files.",
        "Check where the file comes from; Word and LibreOffice write no such declaration.",
    ),
    Entry(
        "CC187",
        ERROR,
        "nested too deeply",
        "Elements or tables stand in one another more deeply than any program writes them.",
        "Check where the file comes from, or copy the table into a new document.",
    ),
    Entry(
        "CC188",
        WARNING,
        "table in a cell",
        "A table stands in a cell of another one; each of its rows was read as one paragraph.",
        "Compare the cell with the document.",
    ),
    Entry(
        "CC189",
        INFO,
        "merged cells",
        "Cells are merged; one over several rows counts for each, one over several columns for "
        "the first, and a row below a merged code adds to the row of that code.",
        "Compare the rows with the document.",
    ),
    Entry(
        "CC190",
        INFO,
        "name and content differ",
        "The ending of the name promises another kind of file; the content was taken for what "
        "it is.",
        "Rename the file, if others have to open it.",
    ),
    Entry(
        "CC191",
        INFO,
        "encoding without a mark",
        "The file bears no mark of its encoding, and its zero bytes show that it is UTF-16.",
        "Save the file as UTF-8.",
    ),
    Entry(
        "CC192",
        WARNING,
        "hidden text",
        "The file holds text that is hidden and not printed; it was left out.",
        "Look at it in the file, and unhide it if it belongs to the document.",
    ),
    Entry(
        "CC193",
        ERROR,
        "PDF cannot be read here",
        "The file is a PDF, and pdfplumber, with which PDF is read, is not installed.",
        'Install it with pip install "customs-coop[pdf]", in a clone with pip install ".[pdf]", or '
        "save the document as DOCX.",
    ),
    Entry(
        "CC194",
        ERROR,
        "PDF without text",
        "No page of the PDF file holds any text; scanned pages are pictures.",
        "Get the document as text, or run text recognition over it and check what that gives.",
    ),
    Entry(
        "CC195",
        WARNING,
        "page without text",
        "A page of the PDF file holds a picture and no text; whatever it shows was not read.",
        "Compare the page with what was read, and add what is missing.",
    ),
    Entry(
        "CC196",
        INFO,
        "page heads and feet",
        "Lines that stand at the same place of several pages of a PDF file, the heads and feet of "
        "a Word file, or the menus and the foot of a web page, were left out; or the number and "
        "marking of a document without a cover were taken from them.",
        "Look whether one of them belongs to the text.",
    ),
    Entry(
        "CC197",
        WARNING,
        "characters not read",
        "Characters of a PDF file have no meaning that the file would tell, run in another "
        "direction than the page, or lie outside of it.",
        "Compare the page with what was read, and add what is missing.",
    ),
    Entry(
        "CC198",
        INFO,
        "row over two pages",
        "The first row of a page of a PDF file has no code of its own and was joined with the "
        "last one of the page before.",
        "Compare the row with the document.",
    ),
    Entry(
        "CC199",
        WARNING,
        "characters that show nothing",
        "The text holds characters without a shape, such as zero-width blanks, soft hyphens, marks "
        "of direction or control characters; they were left out.",
        "Look at the place named; where they change what is shown, compare it with the document.",
    ),
)
