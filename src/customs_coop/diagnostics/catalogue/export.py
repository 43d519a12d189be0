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
)
