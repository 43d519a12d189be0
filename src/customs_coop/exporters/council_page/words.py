"""What the page of a plan says itself, in each language of its headings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from customs_coop.formats.additions import Added
from customs_coop.formats.sheet import Language
from customs_coop.formats.status.printed import STATE_LABEL
from customs_coop.model import LinkKind

__all__ = ["WORDS", "PageWords"]


@attrs.frozen(kw_only=True)
class PageWords:
    """The words of one language.

    Args:
        tag: The language, as a BCP 47 tag.
        status: The states of an action, by their English names.
        links: The kinds of links, by their English names.
        labels: What is shown in the place of the English labels in the cells, which readers find.
        page: All other words, by the names that the template has for them.
    """

    tag: str
    status: Mapping[str, str]
    links: Mapping[str, str]
    labels: Mapping[str, str]
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
    labels={},
    links={kind.value: kind.value for kind in LinkKind},
    page={
        "skip": "Skip to the table",
        "areas": "Contents",
        "bare": "Without actions",
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
    labels={
        STATE_LABEL: "État des travaux\u00a0:",
        Added.PREVIOUSLY.value: "Auparavant\u00a0:",
        Added.DEADLINE.value: "Délai\u00a0:",
        Added.STATUS.value: "État\u00a0:",
        Added.COMPLETED.value: "Achevé\u00a0:",
        Added.EVIDENCE.value: "Documents\u00a0:",
        Added.MEASURE.value: "Mesure\u00a0:",
        Added.FUNDING.value: "Financement\u00a0:",
        Added.REFERENCES.value: "Références\u00a0:",
        Added.ROLE.value: "Rôle\u00a0:",
    },
    links={
        "depends on": "dépend de",
        "awaits": "attend",
        "continues": "poursuit",
        "merged from": "issu de la fusion de",
        "split from": "détaché de",
        "takes up": "reprend",
        "uses the recommendations of": "utilise les recommandations de",
        "starts from": "part de",
        "supersedes": "remplace",
        "implements": "met en œuvre",
        "cites": "cite",
        "completed by": "achevé par",
        "followed up by": "suivi de",
        "taken forward in": "poursuivi dans",
        "handled with": "traité avec",
        "reports to": "rend compte à",
        "funded by": "financé par",
        "requires agreement of": "requiert l'accord de",
        "arises from": "résulte de",
        "prints": "contient",
    },
    page={
        "skip": "Aller au tableau",
        "areas": "Sommaire",
        "bare": "Sans action",
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
    labels={
        STATE_LABEL: "Sachstand:",
        Added.PREVIOUSLY.value: "Früher:",
        Added.DEADLINE.value: "Frist:",
        Added.STATUS.value: "Stand:",
        Added.COMPLETED.value: "Abgeschlossen:",
        Added.EVIDENCE.value: "Belege:",
        Added.MEASURE.value: "Messgröße:",
        Added.FUNDING.value: "Finanzierung:",
        Added.REFERENCES.value: "Verweise:",
        Added.ROLE.value: "Rolle:",
    },
    links={
        "depends on": "hängt ab von",
        "awaits": "wartet auf",
        "continues": "setzt fort",
        "merged from": "zusammengelegt aus",
        "split from": "abgetrennt von",
        "takes up": "greift auf",
        "uses the recommendations of": "nutzt die Empfehlungen von",
        "starts from": "geht aus von",
        "supersedes": "ersetzt",
        "implements": "setzt um",
        "cites": "führt an",
        "completed by": "abgeschlossen durch",
        "followed up by": "fortgeführt durch",
        "taken forward in": "weitergeführt in",
        "handled with": "behandelt mit",
        "reports to": "berichtet an",
        "funded by": "finanziert durch",
        "requires agreement of": "erfordert die Zustimmung von",
        "arises from": "geht hervor aus",
        "prints": "enthält",
    },
    page={
        "skip": "Zur Tabelle",
        "areas": "Inhalt",
        "bare": "Ohne Maßnahmen",
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
