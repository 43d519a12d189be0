"""Monitoring: CC8xx, what is owed, what was reported, and how everything stands."""

from customs_coop.diagnostics.catalogue.entry import INFO, WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC801",
        WARNING,
        "event not certain",
        "A deadline hangs on words that several events of the dossier may mean.",
        "Give the events other titles, or the deadline the id of one of them.",
    ),
    Entry(
        "CC802",
        INFO,
        "event not listed",
        "A report is owed at a time that hangs on an event which the dossier does not list.",
        "Add the event, or ask for the report each time that it takes place.",
    ),
    Entry(
        "CC803",
        INFO,
        "day of the event not known",
        "A report is owed at a time that hangs on an event of which nobody knows the day.",
        "Give the event its day as soon as it is known.",
    ),
    Entry(
        "CC804",
        WARNING,
        "owed by nobody",
        "An obligation does not say who owes it, so nobody can be asked for it.",
        "Find out who is meant, and add the party.",
    ),
    Entry(
        "CC805",
        WARNING,
        "members of what owes nothing",
        "Members are given for a party by which no obligation is owed.",
        "Give the id of the party as the obligations have it.",
    ),
    Entry(
        "CC806",
        INFO,
        "rounds without days",
        "A report is owed again and again, and nothing tells when a round of it ends.",
        "State the day by which the first round is due.",
    ),
    Entry(
        "CC807",
        INFO,
        "asked for twice",
        "An obligation about a whole plan says the same as others about its actions; it stays one "
        "entry, which the reports on the actions answer together.",
        "Nothing has to be done.",
    ),
    Entry(
        "CC808",
        WARNING,
        "event before its document",
        "An event was given a day before the document was printed whose deadlines hang on it. What"
        " a document asks for by a conference to come cannot be due before that document.",
        "See whether the year is right, and whether it is this event that was meant.",
    ),
    Entry(
        "CC810",
        INFO,
        "plan of another time",
        "The period of a plan does not hold the day that is asked about.",
        "Ask about a day in its period; or name the plan, to have it reviewed all the same.",
    ),
    Entry(
        "CC811",
        WARNING,
        "plan younger than the day",
        "The document of a plan was printed after the day that is asked about, so that the status"
        " and the deadlines that it prints were not known then.",
        "Review the version of the plan that was there on the day, or ask about a later one.",
    ),
    Entry(
        "CC812",
        WARNING,
        "reports contradict each other",
        "Reports of one day give different statuses for one thing. Nobody can say which is right,"
        " so the one that leaves most to be done is taken.",
        "Ask the parties, and correct or withdraw a report.",
    ),
    Entry(
        "CC813",
        INFO,
        "report of another party",
        "A party reported on something for which others answer. The report is shown, and the status"
        " does not follow it.",
        "Let the responsible party report; or, where that is a collective, name its members.",
    ),
    Entry(
        "CC814",
        WARNING,
        "report on what is not there",
        "A report is about an action, an indicator or a plan that the dossier does not have.",
        "Correct the address in the report, or add the plan.",
    ),
    Entry(
        "CC815",
        INFO,
        "deadline changed after the day",
        "A deadline was changed after the day that is asked about; it is taken as it was then.",
        "Nothing has to be done.",
    ),
    Entry(
        "CC816",
        WARNING,
        "members of nobody",
        "Members are given for a party that answers for nothing in the plans and owes no report.",
        "Give the id of the party as the plans and the obligations have it.",
    ),
    Entry(
        "CC817",
        WARNING,
        "members are not named",
        "A party that stands for several owes reports, and some of its members have reported. Since"
        " nobody says who its members are, it owes each report as one, and none of them answers"
        " it.",
        "Name the members of the party: with --member on the command line, with members in Python,"
        " or as the party of which they are a part in the dossier.",
    ),
    Entry(
        "CC830",
        WARNING,
        "reports of one day contradict each other",
        "A party reported two things of one day that cannot both be true: another status, stage or"
        " value of the same thing. Both reports stay, and nobody chooses between them.",
        "Ask the party; then take out the report that does not hold, or add one of a later day,"
        " which takes the place of both.",
    ),
    Entry(
        "CC831",
        WARNING,
        "report on an unknown thing",
        "A report was added on a plan, an action, an indicator or a recommendation that the"
        " dossier does not have.",
        "Correct the address in the file, and add it to the dossier as it was before.",
    ),
    Entry(
        "CC832",
        WARNING,
        "report of an unknown party",
        "A report was added of a party that neither the dossier nor the table of known bodies and"
        " states has.",
        "Write the id of the party; or describe the party in the dossier.",
    ),
    Entry(
        "CC833",
        INFO,
        "value that belongs to no indicator",
        "A report has a value in a unit in which no indicator of the action counts; it stays in"
        " the report, and is in no series.",
        "Write the unit as the plan has it, or give the indicator a measure.",
    ),
    Entry(
        "CC834",
        WARNING,
        "report of a party that is not asked",
        "A party reports on something that is asked of others only, and it has no part in the"
        " action. The report was added.",
        "Look whether the row was copied from another party; or name the members of the party that"
        " owes the report.",
    ),
    Entry(
        "CC835",
        WARNING,
        "report for a day on which nothing is due",
        "A report names a day by which it was asked for, and no round or deadline of its subject"
        " ends on it. The report was added with that day.",
        "Correct the due day in the file, and add it to the dossier as it was before; a form that"
        " is older than the deadline may have the former day.",
    ),
)
