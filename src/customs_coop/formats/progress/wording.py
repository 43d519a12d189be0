"""The words that a questionnaire prints itself: its title, its help and the labels of its head."""

from typing import Final

from customs_coop.formats.progress.columns import NOTES, Field
from customs_coop.model import Stage, Status

__all__ = ["HELP", "HELP_WITH_FIGURES", "NOTHING_OWED", "PRINTED", "RECEIVER", "TITLE"]

TITLE: Final = "Report on progress"
"""What stands at its top."""

NOTHING_OWED: Final = "Nothing is owed."
"""What stands in one without tables."""

RECEIVER: Final = "To"
"""The label in its head before those to whom it goes."""

_ONE_NUMBER: Final = "one number, such as 12.5; further ones go into further rows of the same table"

HELP: Final = (
    (
        "Please fill in the empty cells below, save the file and send it back. The words in bold"
        " and the subject of each table are needed to read your answers, so please leave them as"
        " they are. What is empty counts as not reported."
    ),
    f"{Field.ON.value} is {NOTES[Field.ON]}.",
    f"Status is one of: {', '.join(one.value for one in Status)}.",
    (
        f"Stage is for a report, study or other paper that is due: one of"
        f" {', '.join(one.value for one in Stage)}."
    ),
    (
        "Not applicable is yes where the subject does not concern you. Documents are cited by their"
        " numbers, with semicolons between them."
    ),
)
"""How to fill it in."""

HELP_WITH_FIGURES: Final = (
    f"{Field.PERIOD.value} is the time that a number covers, {NOTES[Field.PERIOD]}."
    f" {Field.VALUE.value} is {_ONE_NUMBER}."
    f" {Field.UNIT.value} is {NOTES[Field.UNIT]}; where it stands there already, leave it."
    f" {Field.DIMENSION.value} is {NOTES[Field.DIMENSION]}; it may stay empty."
)
"""The same for what is measured."""


PRINTED: Final = (TITLE, NOTHING_OWED, *HELP, HELP_WITH_FIGURES)
"""All that stands outside its tables."""
