"""What a calendar of reminders says itself, in each language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from customs_coop.formats.sheet import Language

__all__ = ["REMINDER_WORDS", "ReminderWords"]


@attrs.frozen(kw_only=True)
class ReminderWords:
    """The words of one language.

    Args:
        owed: The name of a calendar of what is owed.
        due: The name of a calendar that has things of plans as well.
        overdue: Before the line of what is late.
        possibly: Before the line of what may be late.
        since: Of what is late, with its last day in the place of {}.
        doubtful: Of a day that is not certain, with the first possible one in the place of {}.
        item: The category of things of plans.
        nobody: Who owes what the text gives to nobody.
    """

    owed: str
    due: str
    overdue: str
    possibly: str
    since: str
    doubtful: str
    item: str
    nobody: str


REMINDER_WORDS: Final[Mapping[Language, ReminderWords]] = MappingProxyType(
    {
        "en": ReminderWords(
            owed="Reports that are owed",
            due="What is owed and due",
            overdue="Overdue",
            possibly="Possibly overdue",
            since="the last day was {}",
            doubtful="The day is not certain: it may have been due from {}",
            item="Deadline of a plan",
            nobody="nobody named",
        ),
        "fr": ReminderWords(
            owed="Rapports à remettre",
            due="Rapports à remettre et échéances",
            overdue="En retard",
            possibly="Peut-être en retard",
            since="dernier jour\u00a0: {}",
            doubtful="Jour incertain\u00a0: peut-être dû dès le {}",
            item="Échéance d'un plan",
            nobody="personne n'est désigné",
        ),
        "de": ReminderWords(
            owed="Ausstehende Berichte",
            due="Ausstehende Berichte und Fristen",
            overdue="Überfällig",
            possibly="Vielleicht überfällig",
            since="letzter Tag war der {}",
            doubtful="Der Tag ist nicht sicher: vielleicht schon ab {} fällig",
            item="Frist eines Plans",
            nobody="niemand benannt",
        ),
    }
)
"""The words by language."""
