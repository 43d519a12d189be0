"""What a calendar says itself, in each language; the words of the plan stay as printed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from customs_coop.formats.sheet import Language
from customs_coop.model import Role

__all__ = ["LABELS", "Labels"]


@attrs.frozen(kw_only=True)
class Labels:
    """The words of one language.

    Args:
        indicator: Before an indicator.
        outcomes: Before the possible outcomes.
        deadline: Before the words of a deadline.
        asked: Before the sentence that has the words of a deadline.
        priority: Before a priority that is none of the usual ones.
        taken: Between these and the day for which they are taken.
        status: Before the status.
        parties: Before the parties.
        documents: Before the documents that are cited.
        related: Before the actions and recommendations that are cited.
        plan: Before the plan.
        period: Before a period.
        owed_by: Before the party that owes a report.
        owed_to: Before the party to which it is owed.
        about: Before what a report is about.
        area: Before the number of a work area without a title.
        objective: Before the code of a strategic objective.
        obligation: The category of reporting obligations.
        presidency: The category of Presidencies.
        presidency_of: The Presidency of a state, whose name stands in the place of {}.
        window: The category of the periods of plans.
        times: Between these, how often something is to be done in each round.
        tasks: Behind the name of a folder of tasks.
        both: Behind the name of a folder of events and tasks.
        unconfirmed: Behind a party of which the text is not sure.
        roles: The part of a party.
        colon: What stands behind a label.
        quotes: What stands around words as printed.
    """

    indicator: str
    outcomes: str
    deadline: str
    asked: str
    priority: str
    taken: str
    status: str
    parties: str
    documents: str
    related: str
    plan: str
    period: str
    owed_by: str
    owed_to: str
    about: str
    area: str
    objective: str
    obligation: str
    presidency: str
    presidency_of: str
    window: str
    times: str
    tasks: str
    both: str
    unconfirmed: str
    roles: Mapping[Role, str]
    colon: str = ":"
    quotes: tuple[str, str] = ("“", "”")

    def line(self, label: str, words: str) -> str:
        """A line that begins with a label; empty without words."""
        return f"{label}{self.colon} {words}" if words else ""

    def quoted(self, words: str) -> str:
        """Words as printed, in one line."""
        return f"{self.quotes[0]}{' '.join(words.split())}{self.quotes[1]}"


_ENGLISH = Labels(
    indicator="Indicator",
    outcomes="Possible outcomes",
    deadline="Deadline",
    asked="In the text",
    priority="Priority",
    taken="taken as: by {}",
    status="Status",
    parties="Parties",
    documents="Documents",
    related="See also",
    plan="Plan",
    period="Period",
    owed_by="By",
    owed_to="To",
    about="About",
    area="Work Area",
    objective="Objective",
    obligation="Reporting obligation",
    presidency="Presidency",
    presidency_of="Presidency: {}",
    window="Period of a plan",
    times="{} times in each round",
    tasks="tasks",
    both="events and tasks",
    unconfirmed="to be confirmed",
    roles={
        Role.RESPONSIBLE: "responsible",
        Role.CONCERNED: "concerned",
        Role.ADDRESSEE: "addressee",
        Role.HOST: "host",
        Role.ORGANISER: "organiser",
        Role.FUNDER: "funder",
    },
)

_FRENCH = Labels(
    indicator="Indicateur",
    outcomes="Résultats possibles",
    deadline="Délai",
    asked="Dans le texte",
    priority="Priorité",
    taken="compris comme\u00a0: au plus tard le {}",
    status="État",
    parties="Parties",
    documents="Documents",
    related="Voir aussi",
    plan="Plan",
    period="Période",
    owed_by="Par",
    owed_to="À",
    about="Objet",
    area="Domaine d'action",
    objective="Objectif",
    obligation="Obligation de rendre compte",
    presidency="Présidence",
    presidency_of="Présidence {}",
    window="Période d'un plan",
    times="{} fois par période",
    tasks="tâches",
    both="événements et tâches",
    unconfirmed="à confirmer",
    roles={
        Role.RESPONSIBLE: "responsable",
        Role.CONCERNED: "concernée",
        Role.ADDRESSEE: "destinataire",
        Role.HOST: "hôte",
        Role.ORGANISER: "organisatrice",
        Role.FUNDER: "financement",
    },
    colon="\u00a0:",
    quotes=("«\u00a0", "\u00a0»"),
)

_GERMAN = Labels(
    indicator="Indikator",
    outcomes="Mögliche Ergebnisse",
    deadline="Frist",
    asked="Im Text",
    priority="Priorität",
    taken="verstanden als: spätestens am {}",
    status="Stand",
    parties="Beteiligte",
    documents="Dokumente",
    related="Siehe auch",
    plan="Plan",
    period="Zeitraum",
    owed_by="Von",
    owed_to="An",
    about="Betrifft",
    area="Arbeitsbereich",
    objective="Ziel",
    obligation="Berichtspflicht",
    presidency="Ratsvorsitz",
    presidency_of="Ratsvorsitz {}",
    window="Zeitraum eines Plans",
    times="{}-mal je Zeitraum",
    tasks="Aufgaben",
    both="Termine und Aufgaben",
    unconfirmed="noch zu bestätigen",
    roles={
        Role.RESPONSIBLE: "zuständig",
        Role.CONCERNED: "beteiligt",
        Role.ADDRESSEE: "Adressat",
        Role.HOST: "Gastgeber",
        Role.ORGANISER: "Veranstalter",
        Role.FUNDER: "Geldgeber",
    },
    quotes=("„", "“"),
)

LABELS: Final[Mapping[Language, Labels]] = MappingProxyType(
    {"en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN}
)
"""The words by language."""
