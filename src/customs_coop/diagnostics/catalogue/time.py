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
    Entry(
        "CC307",
        WARNING,
        "due before what it waits for",
        "Something is due before that for which it waits can be finished, however the times are "
        "read.",
        "Move one of the two times, or drop the link between them.",
    ),
    Entry(
        "CC308",
        WARNING,
        "perhaps due before what it waits for",
        "What something waits for, directly or not, may take until after the day on which that "
        "thing is due.",
        "Set an earlier time for what comes first, or a later one for what waits for it.",
    ),
    Entry(
        "CC309",
        WARNING,
        "cannot start within the plan",
        "What an action waits for cannot be finished before the plan ends in which it should "
        "start.",
        "Leave the action to the next plan, or bring forward what it waits for.",
    ),
    Entry(
        "CC310",
        WARNING,
        "perhaps cannot start within the plan",
        "What an action waits for may take until after the plan ends in which it should start.",
        "Set an earlier time for what comes first, or leave the action to the next plan.",
    ),
)
