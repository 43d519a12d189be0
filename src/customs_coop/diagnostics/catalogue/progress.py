"""Filled templates of progress: CC840 to CC852, what people wrote and what it may mean."""

from customs_coop.diagnostics.catalogue.entry import ERROR, INFO, WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC840",
        ERROR,
        "no table of progress",
        "No row of a file has the headings of a template, so that nothing in it can be read as a"
        " report.",
        "Write a template, and copy what was reported below its headings.",
    ),
    Entry(
        "CC841",
        ERROR,
        "report on nothing known",
        "A filled row does not say what it is about, or the dossier has nothing of that address;"
        " the row is left out.",
        "Correct the subject of the row, such as AP5/5.9; the other rows count.",
    ),
    Entry(
        "CC842",
        ERROR,
        "report of nobody known",
        "A filled row names no party, or one that nobody knows; the row is left out.",
        "Write the id of the party into the row, or name the party of all rows that have none.",
    ),
    Entry(
        "CC843",
        ERROR,
        "report without a day",
        "A filled row does not say of which day the report is; the row is left out.",
        "Write the date of the report into the row, or name the day of all rows that have none.",
    ),
    Entry(
        "CC844",
        ERROR,
        "cell not understood",
        "A cell of a filled row holds no day, status, stage, number or period that can be"
        " understood, or a figure has no period; the row is left out.",
        "Correct the cell as the template says, and read the file again; the other rows count.",
    ),
    Entry(
        "CC845",
        WARNING,
        "words left out of a report",
        "Words stand where a report has no place for them: in a column that is none of a template,"
        " in the cell of a title, of what is asked or of a label, outside the tables of a"
        " questionnaire, or in a row about nothing; or they are documents that cite nothing, a due"
        " day that is none, or a status of what does not concern the party.",
        "Move what matters into the text of the report, or cite the document by its number.",
    ),
    Entry(
        "CC846",
        INFO,
        "cell interpreted",
        "A cell was understood although it can be meant in another way, or was empty and filled"
        " from elsewhere: days with the day before the month, a subject by its title.",
        "Compare the report with what was meant.",
    ),
    Entry(
        "CC847",
        INFO,
        "nothing new in a file",
        "No row of a template is filled, or the dossier has reports of it already.",
        "Nothing has to be done.",
    ),
    Entry(
        "CC848",
        WARNING,
        "row begun and not finished",
        "A row has only a day, only a no under Not applicable, or a period or dimension without a"
        " value.",
        "Fill in the rest, or empty the cells.",
    ),
    Entry(
        "CC849",
        WARNING,
        "owed and not in the template",
        "A report is owed that a template has no row for: nothing says what it is to be about.",
        "Ask for it in another way, or give the obligation a subject.",
    ),
    Entry(
        "CC850",
        WARNING,
        "cells of a row that disagree",
        "The id and the name in a row mean two parties, or the subject and the title or what is"
        " asked belong to two things. The id and the subject count.",
        "Look whether the row was copied from another one, and correct the cell that is wrong.",
    ),
    Entry(
        "CC851",
        WARNING,
        "day of a report that cannot be meant",
        "The day of a report is long before the plan, or long after everything that is known of it."
        " The report counts with that day.",
        "Correct the date of the report.",
    ),
    Entry(
        "CC852",
        WARNING,
        "file of a folder not read",
        "A folder holds a file of a kind that is not read, a text without a table of progress, or a"
        " folder.",
        "Save it as DOCX, XLSX or CSV, hand in the folder by itself, or leave it if it is no"
        " report.",
    ),
)
