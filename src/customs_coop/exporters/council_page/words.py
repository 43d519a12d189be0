"""What the page of a plan says itself, in each language of its headings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from customs_coop.formats.sheet import Language

__all__ = ["WORDS", "PageWords"]


@attrs.frozen(kw_only=True)
class PageWords:
    """The words of one language.

    Args:
        tag: The language, as a BCP 47 tag.
        status: The states of an action, by their English names.
        page: All other words, by the names that the template has for them.
    """

    tag: str
    status: Mapping[str, str]
    page: Mapping[str, str]


_ENGLISH = PageWords(
    tag="en-GB",
    status={
        "open": "open",
        "ongoing": "ongoing",
        "standing": "standing",
        "awaiting": "awaiting",
        "partly completed": "partly completed",
        "completed": "completed",
        "deferred": "deferred",
        "to decide": "to decide",
        "obsolete": "obsolete",
    },
    page={
        "skip": "Skip to the table",
        "areas": "Contents",
        "controls": "Search and filter",
        "words": "Words in the row",
        "party": "Party",
        "objective": "Objective",
        "status": "Status",
        "deadline": "Deadline",
        "day": "Day",
        "any": "any",
        "due": "on or before the day",
        "overdue": "before the day, not done",
        "recurring": "recurring",
        "undated": "no day known",
        "reset": "Clear",
        "shown": "{shown} of {all} actions shown",
        "chosen": "{shown} of {all} actions shown, chosen by: {by}",
        "wanted": "Enter a day to choose by deadlines.",
        "timeline": "Timeline",
        "graph": "Links",
        "first": "From",
        "last": "Until",
        "action": "Action",
        "printed": "As printed",
        "earlier": "Comes first",
        "link": "Link",
        "later": "Rests on it",
        "evidence": "Words",
        "beside": "beside it",
        "days": "The same deadlines as a table",
        "links": "The same links as a table",
        "many_rows": "The timeline is left out: the plan has {count} actions, and it shows at most"
        " {most}.",
        "many_links": "The links are left out: the dossier has {count} actions, and the graph is"
        " made of at most {most}.",
        "many_things": "The drawing is left out: it would hold {count} things, and it shows at"
        " most {most}.",
        "no_library": "The drawing is left out: it needs the library pygraphviz (the extra"
        " “graph”).",
    },
)

_FRENCH = PageWords(
    tag="fr",
    status={
        "open": "à faire",
        "ongoing": "en cours",
        "standing": "permanente",
        "awaiting": "en attente",
        "partly completed": "partiellement achevée",
        "completed": "achevée",
        "deferred": "reportée",
        "to decide": "à décider",
        "obsolete": "sans objet",
    },
    page={
        "skip": "Aller au tableau",
        "areas": "Sommaire",
        "controls": "Rechercher et filtrer",
        "words": "Mots de la ligne",
        "party": "Partie",
        "objective": "Objectif",
        "status": "État",
        "deadline": "Délai",
        "day": "Jour",
        "any": "tous",
        "due": "au plus tard ce jour",
        "overdue": "avant ce jour, non achevé",
        "recurring": "récurrent",
        "undated": "sans date connue",
        "reset": "Effacer",
        "shown": "{shown} actions affichées sur {all}",
        "chosen": "{shown} actions affichées sur {all}, choisies par : {by}",
        "wanted": "Indiquez un jour pour choisir selon les délais.",
        "timeline": "Calendrier",
        "graph": "Liens",
        "first": "Du",
        "last": "Au",
        "action": "Action",
        "printed": "Texte imprimé",
        "earlier": "D'abord",
        "link": "Lien",
        "later": "En dépend",
        "evidence": "Texte",
        "beside": "à côté",
        "days": "Les mêmes délais sous forme de tableau",
        "links": "Les mêmes liens sous forme de tableau",
        "many_rows": "Le calendrier est omis : le plan compte {count} actions, et il en montre au"
        " plus {most}.",
        "many_links": "Les liens sont omis : le dossier compte {count} actions, et le graphe en"
        " prend au plus {most}.",
        "many_things": "Le dessin est omis : il aurait {count} éléments, et il en montre au plus"
        " {most}.",
        "no_library": "Le dessin est omis : il faut la bibliothèque pygraphviz (le supplément"
        " « graph »).",
    },
)

_GERMAN = PageWords(
    tag="de",
    status={
        "open": "offen",
        "ongoing": "laufend",
        "standing": "dauernd",
        "awaiting": "wartend",
        "partly completed": "teilweise abgeschlossen",
        "completed": "abgeschlossen",
        "deferred": "zurückgestellt",
        "to decide": "zu entscheiden",
        "obsolete": "hinfällig",
    },
    page={
        "skip": "Zur Tabelle",
        "areas": "Inhalt",
        "controls": "Suchen und filtern",
        "words": "Wörter der Zeile",
        "party": "Beteiligte",
        "objective": "Ziel",
        "status": "Stand",
        "deadline": "Frist",
        "day": "Tag",
        "any": "alle",
        "due": "bis zu diesem Tag",
        "overdue": "vor diesem Tag, nicht erledigt",
        "recurring": "wiederkehrend",
        "undated": "ohne bekannten Tag",
        "reset": "Zurücksetzen",
        "shown": "{shown} von {all} Maßnahmen angezeigt",
        "chosen": "{shown} von {all} Maßnahmen angezeigt, ausgewählt nach: {by}",
        "wanted": "Für eine Auswahl nach Fristen bitte einen Tag angeben.",
        "timeline": "Zeitleiste",
        "graph": "Verknüpfungen",
        "first": "Von",
        "last": "Bis",
        "action": "Maßnahme",
        "printed": "Wortlaut",
        "earlier": "Zuerst",
        "link": "Verknüpfung",
        "later": "Beruht darauf",
        "evidence": "Wortlaut",
        "beside": "daneben",
        "days": "Dieselben Fristen als Tabelle",
        "links": "Dieselben Verknüpfungen als Tabelle",
        "many_rows": "Die Zeitleiste fehlt: Der Plan hat {count} Maßnahmen, und sie zeigt"
        " höchstens {most}.",
        "many_links": "Die Verknüpfungen fehlen: Die Akte hat {count} Maßnahmen, und der Graph"
        " nimmt höchstens {most} auf.",
        "many_things": "Die Zeichnung fehlt: Sie hätte {count} Teile, und sie zeigt höchstens"
        " {most}.",
        "no_library": "Die Zeichnung fehlt: Dafür ist die Bibliothek pygraphviz nötig (das Extra"
        " „graph“).",
    },
)

WORDS: Final[Mapping[Language, PageWords]] = MappingProxyType(
    {"en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN}
)
"""The words by language."""
