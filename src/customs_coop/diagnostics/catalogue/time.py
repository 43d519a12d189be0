"""Time: CC3xx, plan windows and deadlines."""

from customs_coop.diagnostics.catalogue.entry import WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC301",
        WARNING,
        "deadline after the plan",
        "A deadline ends after the period of the plan.",
        "An action may outlast its plan; otherwise correct the date.",
    ),
    Entry(
        "CC302",
        WARNING,
        "start after the plan",
        "A time begins only after the period of the plan, in which actions should start.",
        "Leave the action to the next plan, or correct the date.",
    ),
    Entry(
        "CC303",
        WARNING,
        "time left open",
        "A deadline gives words but no time, such as a remark that it is to be confirmed.",
        "Set a time as soon as it is known.",
    ),
    Entry(
        "CC304",
        WARNING,
        "deadline cannot be read",
        "A deadline has figures in it, and yet no time could be read.",
        "Write it in another way, such as 31.12.2006 or December 2006.",
    ),
    Entry(
        "CC305",
        WARNING,
        "plan without a period",
        "The plan does not say for which time it is valid.",
        "Add the period.",
    ),
    Entry(
        "CC306",
        WARNING,
        "deadline before the plan",
        "A deadline ends before the period of the plan begins.",
        "Check the year; a revised plan may keep a time that is past.",
    ),
)
