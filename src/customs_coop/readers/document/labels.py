"""The words of covers, a row for each language: labels, types of document, mastheads.

Readers compare them folded: without case, stops and superfluous blanks.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

__all__ = ["KINDS", "LABELS", "MASTHEADS", "OPEN_LABELS", "field_of", "fold", "is_kind"]

LABELS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "en": {
            "from": ("from",),
            "to": ("to",),
            "subject": ("subject", "re"),
            "date": ("date",),
            "received": ("date of receipt", "date received"),
            "previous": (
                *("no prev doc", "no prev docs", "nos prev docs", "prev doc", "prev docs"),
                *("no previous doc", "no previous document", "previous document"),
                *("previous documents", "previous doc", "previous docs", "no prev document"),
                *("no prev documents", "nos previous documents"),
            ),
            "commission": (
                *("no cion doc", "no cion docs", "no cion prop", "cion doc", "cion prop"),
                *("no commission doc", "no commission document", "commission document"),
                "no cion document",
            ),
            "file": ("interinstitutional file", "interinstitutional files", "procedure"),
            "original": ("original", "original language"),
            "delegations": ("delegations", "distribution"),
        },
        "fr": {
            "from": ("de", "du", "de la", "origine", "expéditeur", "de la part de"),
            "to": ("à", "a", "à la", "au", "aux", "destinataire", "destinataires"),
            "subject": ("objet",),
            "date": ("date",),
            "received": ("date de réception",),
            "previous": (
                *("n° doc préc", "n doc préc", "no doc préc", "nos doc préc", "n° docs préc"),
                *("doc préc", "docs préc", "document précédent", "documents précédents"),
                *("nº doc préc", "n os doc préc", "n° document précédent"),
            ),
            "commission": (
                *("n° doc cion", "n doc cion", "no doc cion", "doc cion", "n° prop cion"),
                *("n prop cion", "no prop cion", "nº doc cion", "nº prop cion"),
            ),
            "file": ("dossier interinstitutionnel", "dossiers interinstitutionnels"),
            "original": ("original", "langue originale"),
            "delegations": ("délégations",),
        },
        "de": {
            "from": ("von", "vom", "absender", "des"),
            "to": ("an", "empfänger", "für"),
            "subject": ("betr", "betrifft", "betreff", "gegenstand"),
            "date": ("datum",),
            "received": ("eingangsdatum", "eingang"),
            "previous": (
                *("nr vordok", "nrn vordok", "nr vordokument", "vordok", "vordokument"),
                *("vordokumente", "nr des vordokuments", "nr vordokumente"),
            ),
            "commission": (
                *("nr komm dok", "nr kommissionsdok", "nr kommissionsvorschlag", "komm dok"),
                *("nr kommvorschl", "nr komm vorschl", "nr des kommissionsdokuments"),
            ),
            "file": ("interinstitutionelles dossier", "interinstitutionelle dossiers"),
            "original": ("original", "originalsprache"),
            "delegations": ("delegationen",),
        },
    }
)
"""The labels by language, folded as `fold` folds them, for each field of a cover."""

OPEN_LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"en": ("from", "to"), "fr": ("de", "à"), "de": ("von", "an")}
)
"""The labels of sender and addressee, behind which some covers print no colon."""

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            *("note", "cover note", "information note", "report", "outcome of proceedings"),
            *("outcome of the council meeting", "draft minutes", "provisional agenda", "proposal"),
            *("i/a item note", "a item note", "i item note", "ii/a item note", "corrigendum"),
            *("addendum", "revised version", "notice of meeting and provisional agenda"),
            *("legislative acts and other instruments", "summary of proceedings", "opinion"),
            *("working paper", "working document", "meeting document", "room document"),
            *("council decision", "council resolution", "council recommendation", "letter"),
            *("summary record", "progress report", "final report", "presidency note"),
            "initiative",
            *("corrigendum to note", "addendum to note", "addendum to the note"),
            *("corrigendum to the note", "corrigendum to the report", "addendum to the report"),
        ),
        "fr": (
            *("note", "note de transmission", "note d information", "rapport", "corrigendum"),
            *("note point i/a", "note point a", "note point i", "résultats des travaux"),
            *("note introductive", "projet de procès-verbal", "ordre du jour provisoire"),
            *("proposition", "résultat des travaux", "avis", "document de travail", "addendum"),
        ),
        "de": (
            *("vermerk", "übermittlungsvermerk", "informatorischer vermerk", "bericht"),
            *("i/a-punkt-vermerk", "a-punkt-vermerk", "i-punkt-vermerk", "beratungsergebnisse"),
            *("vermerk (i/a-punkt)", "vermerk (a-punkt)", "vorschlag", "addendum", "korrigendum"),
            *("i/a -punkt-vermerk", "aufzeichnung", "vorläufige tagesordnung", "stellungnahme"),
        ),
    }
)
"""The types of document as they stand on covers, folded, by language."""

MASTHEADS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            *("council of the european union", "council of", "the european union"),
            *("european union", "the council"),
        ),
        "fr": (
            *("conseil de l'union européenne", "conseil de l’union européenne", "conseil de"),
            *("l'union européenne", "l’union européenne", "union européenne", "le conseil"),
        ),
        "de": (
            *("rat der europäischen union", "rat der", "europäischen union"),
            *("europäische union", "der rat"),
        ),
    }
)
"""The head of the first page, whole and in its two lines, by language; long ones first."""

_STOPS = re.compile(r"[\"“”„«»'’.]")


def fold(text: str) -> str:
    """Fold a label or a type, so that "No. prev. doc." and "no prev doc" are one.

    Example:
        >>> fold('"I/A"  ITEM NOTE'), fold("No. Prev. Doc. :")
        ('i/a item note', 'no prev doc')
    """
    # "No.prev.doc." has no blanks, so a stop is one.
    bare = _STOPS.sub(" ", text).strip(" *:\t\f").casefold()
    return " ".join(bare.split())


def _by_words() -> Iterator[tuple[str, str]]:
    for row in LABELS.values():
        for field, words in row.items():
            for word in words:
                yield word, field


_FIELDS: Mapping[str, str] = MappingProxyType(dict(_by_words()))
_KINDS = frozenset(kind for row in KINDS.values() for kind in row)


def field_of(label: str) -> str | None:
    """The field that a label names; None where the words are no label.

    Example:
        >>> field_of("No. prev. doc."), field_of("Date of receipt"), field_of("Nota bene")
        ('previous', 'received', None)
    """
    return _FIELDS.get(fold(label))


def is_kind(text: str) -> bool:
    """Whether a line names the type of the document and nothing else.

    Example:
        >>> is_kind("“A” ITEM NOTE"), is_kind("NOTE"), is_kind("Note that nothing follows")
        (True, True, False)
    """
    return fold(text) in _KINDS
