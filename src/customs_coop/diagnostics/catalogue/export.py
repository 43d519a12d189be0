"""Export: CC7xx, what a file of a format cannot hold."""

from customs_coop.diagnostics.catalogue.entry import INFO, WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC701",
        WARNING,
        "field not carried",
        "A field has values that the format cannot express with the options that it was given, so"
        " that they are not in the file.",
        "Take a format that carries the field, such as json, or keep the subject beside the file.",
    ),
    Entry(
        "CC702",
        INFO,
        "format does not say what it carries",
        "The format does not state the fields that it can express, so that what it leaves out"
        " cannot be told.",
        "Compare the file with the subject, or ask the author of the format to state `carries`.",
    ),
    Entry(
        "CC703",
        WARNING,
        "no day for a calendar",
        "An action, an indicator, a deadline or a reporting obligation has no day, so that it is no"
        " event of the calendar; or it recurs in a plan without a period, so that its rounds are"
        " not listed.",
        'Take profile="tasks", which has tasks without a day; or set the day, or the period of the'
        " plan.",
    ),
    Entry(
        "CC704",
        WARNING,
        "cannot be written into a calendar",
        "An entry, a part of it or some of its characters cannot be written as RFC 5545 asks for,"
        " and all else is in the calendar; or nothing is left that could stand in it.",
        "Correct what the message names.",
    ),
    Entry(
        "CC705",
        INFO,
        "calendar entry or relation left out",
        "The entry of an action stands once in a calendar, under the later of two plans; a report"
        " that is asked for has none where an entry of its action has the same words on the same"
        " day; or a relation would lead to nothing, to the entry itself or in a circle.",
        "Nothing needs to be done; export one plan alone, with the option plan, to have its own"
        " entries.",
    ),
)
