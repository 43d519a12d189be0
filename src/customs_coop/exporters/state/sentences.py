"""The sentences of a note on the state of play, in each language; words of plans stay as printed.

Nothing here depends on a number, so that no sentence needs two forms: how many there are stands
in the headings.
"""

import enum

__all__ = ["Said"]


class Said(enum.Enum):
    """The numbered sentences."""

    COUNTS = (
        "Of {whole} deadlines and undated items: {counts}.",
        "Sur {whole} délais et points sans délai\u00a0: {counts}.",
        "Von {whole} Fristen und Punkten ohne Frist: {counts}.",
    )
    NOTHING = (
        "The plans that were reviewed hold nothing to be done.",
        "Les plans examinés ne contiennent rien à faire.",
        "Die geprüften Pläne enthalten nichts, was zu tun ist.",
    )
    DENOMINATORS = (
        (
            "Waiting, of what is still to be done: {waiting}. Nothing known, of all: {silent}."
            " Measured, of what was measured or had to be by then: {measured}. Reports received, of"
            " those due or sent by then: {reported}."
        ),
        (
            "En attente, de ce qui reste à faire\u00a0: {waiting}. Rien de connu, de"
            " l'ensemble\u00a0: {silent}. Mesurés, de ce qui l'a été ou devait l'être à cette"
            " date\u00a0: {measured}. Rapports reçus, de ceux attendus ou envoyés à cette"
            " date\u00a0: {reported}."
        ),
        (
            "Wartend, von allem, was noch zu tun ist: {waiting}. Nichts bekannt, von allem:"
            " {silent}. Gemessen, von dem, was gemessen wurde oder bis dahin zu messen war:"
            " {measured}. Eingegangene Berichte, von den bis dahin fälligen oder gesandten:"
            " {reported}."
        ),
    )
    TO_COME = (
        "Reports still to come: {count}, the next one {by}.",
        "Rapports encore à venir\u00a0: {count}, le prochain {by}.",
        "Noch ausstehende Berichte: {count}, der nächste {by}.",
    )
    TO_COME_UNDATED = (
        "Reports still to come, without a day: {count}.",
        "Rapports encore à venir, sans date\u00a0: {count}.",
        "Noch ausstehende Berichte ohne Tag: {count}.",
    )
    CONTRADICTIONS = (
        "Reports of one party, of one day, say different things, and no later one settles it.",
        (
            "Des rapports d'une même partie, du même jour, se contredisent, et aucun rapport"
            " ultérieur ne tranche."
        ),
        (
            "Berichte eines Beteiligten von einem Tag besagen Verschiedenes, und kein späterer"
            " entscheidet es."
        ),
    )
    OVERDUE = (
        "The last day has passed, and nothing tells that the work is done.",
        "Le dernier jour est passé et rien n'indique que le travail est achevé.",
        "Der letzte Tag ist vorbei, und nichts besagt, dass die Arbeit erledigt ist.",
    )
    POSSIBLY_OVERDUE = (
        (
            "The words do not tell the last day, or rounds have passed without a report; by one"
            " reading the day has passed."
        ),
        (
            "Le libellé ne fixe pas le dernier jour, ou des échéances sont passées sans"
            " rapport\u00a0; selon une lecture, le jour est passé."
        ),
        (
            "Der Wortlaut nennt den letzten Tag nicht, oder Termine verstrichen ohne Bericht; nach"
            " einer Lesart ist der Tag vorbei."
        ),
    )
    DUE = (
        "The last day lies between {on} and {end}.",
        "Le dernier jour se situe entre le {on} et le {end}.",
        "Der letzte Tag liegt zwischen dem {on} und dem {end}.",
    )
    WAITING = (
        "Work waits for what is not there yet, also where it is due or overdue.",
        (
            "Les travaux attendent ce qui fait encore défaut, y compris s'ils sont à échéance ou en"
            " retard."
        ),
        "Die Arbeit wartet auf etwas, das noch fehlt, auch wo sie fällig oder überfällig ist.",
    )
    REPORTS = (
        "The last day of these reports has passed. Each is named with the party that owes it.",
        "Le dernier jour de ces rapports est passé. Chacun figure avec la partie qui le doit.",
        "Der letzte Tag dieser Berichte ist vorbei. Bei jedem steht, wer ihn schuldet.",
    )
    REPORTS_MAYBE = (
        "The last day of these reports is not certain, and by one reading it has passed.",
        "Le dernier jour de ces rapports est incertain et, selon une lecture, il est passé.",
        "Der letzte Tag dieser Berichte steht nicht fest; nach einer Lesart ist er vorbei.",
    )
    DUTIES_UNDONE = (
        "What was to be done by a day that has passed, without a report being asked for.",
        "Ce qui était à faire pour un jour qui est passé, sans qu'un rapport soit demandé.",
        "Was bis zu einem Tag zu tun war, der vorbei ist, ohne dass ein Bericht verlangt wird.",
    )
    REPORTS_DUE = (
        "The last day of these reports lies between {on} and {end}.",
        "Le dernier jour de ces rapports se situe entre le {on} et le {end}.",
        "Der letzte Tag dieser Berichte liegt zwischen dem {on} und dem {end}.",
    )
    MATRIX = (
        "Each cell tells what an administration has said of an item: {states}.",
        "Chaque cellule indique ce qu'une administration a dit d'un point\u00a0: {states}.",
        "Jede Zelle besagt, was eine Verwaltung zu einem Punkt gesagt hat: {states}.",
    )
    NAMES = (
        "The administrations are: {}.",
        "Les administrations sont\u00a0: {}.",
        "Die Verwaltungen sind: {}.",
    )
    SILENT_PARTIES = (
        "No report on any item came from: {}.",
        "Aucun rapport, sur aucun point, n'est parvenu de\u00a0: {}.",
        "Zu keinem Punkt kam ein Bericht von: {}.",
    )
    CONFLICTS = (
        "These reports contradict each other, and none was chosen: {}.",
        "Ces rapports se contredisent et aucun n'a été retenu\u00a0: {}.",
        "Diese Berichte widersprechen einander, und keiner wurde ausgewählt: {}.",
    )
    NO_MATRIX = (
        "No items are reported on by several administrations.",
        "Aucun point ne fait l'objet de rapports de plusieurs administrations.",
        "Zu keinem Punkt berichten mehrere Verwaltungen.",
    )
    PROGRESS = (
        (
            "An item of several parties or objectives is counted under each, one of a collective"
            " also under each of its members. Shares name what they are counted against; where"
            " there is nothing to count, it says {none}."
        ),
        (
            "Un point de plusieurs parties ou objectifs est compté pour chacun, et celui d'un"
            " ensemble aussi pour chacun de ses membres. Les proportions indiquent leur base\u00a0;"
            " sans base, la mention est {none}."
        ),
        (
            "Ein Punkt mehrerer Beteiligter oder Ziele zählt bei jedem, und einer, den mehrere"
            " zusammen haben, auch bei jedem von ihnen. Bei Anteilen steht, woran sie gemessen"
            " sind; wo nichts zu zählen ist, steht {none}."
        ),
    )
    UNMEASURED = (
        "No value is known for a period that is over: {}.",
        "Aucune valeur n'est connue pour une période écoulée\u00a0: {}.",
        "Für einen abgelaufenen Zeitraum ist kein Wert bekannt: {}.",
    )
    INDICATORS = (
        "The value is that of the last period that was measured.",
        "La valeur est celle de la dernière période mesurée.",
        "Der Wert ist der des letzten gemessenen Zeitraums.",
    )
    DISPUTED = (
        (
            "A disputed value is one of several that a party gave for one thing on one day; none"
            " of them was chosen."
        ),
        (
            "Une valeur contestée est l'une de plusieurs qu'une partie a données le même jour pour"
            " la même chose\u00a0; aucune n'a été retenue."
        ),
        (
            "Ein strittiger Wert ist einer von mehreren, die ein Beteiligter am selben Tag zur"
            " selben Sache nannte; keiner wurde ausgewählt."
        ),
    )
    DELIVERABLES = (
        (
            "A stage counts as reached where a report or a document shows it. Deliverables of which"
            " all stages are reached: {done}."
        ),
        (
            "Une étape est franchie lorsqu'un rapport ou un document l'atteste. Résultats dont"
            " toutes les étapes sont franchies\u00a0: {done}."
        ),
        (
            "Eine Stufe gilt als erreicht, wo ein Bericht oder ein Dokument es zeigt. Ergebnisse,"
            " bei denen alle Stufen erreicht sind: {done}."
        ),
    )
    DEADLINES = (
        "These deadlines were changed up to {on}.",
        "Ces délais ont été modifiés jusqu'au {on}.",
        "Diese Fristen wurden bis zum {on} geändert.",
    )
    SILENT = (
        "No status is printed and no report was sent: {}.",
        "Aucun état n'est imprimé et aucun rapport n'a été remis\u00a0: {}.",
        "Kein Stand ist gedruckt, und kein Bericht ging ein: {}.",
    )
    DOUBTS = (
        "The review could not decide the following; its words are in English.",
        "L'examen n'a pas pu trancher les points suivants\u00a0; ils sont en anglais.",
        "Das Folgende konnte die Prüfung nicht entscheiden; der Wortlaut ist englisch.",
    )
