"""Which figures in the sentence of a link are codes: those count for nothing, all others do."""

import bisect
import re
import sys
from collections.abc import Collection, Iterable
from typing import Final

import attrs

from customs_coop.model import ActionRef, PlanRef, Target
from customs_coop.references import (
    ActionCitation,
    Mention,
    RecommendationCitation,
    find_references,
)
from customs_coop.references.actions import ACTIONS, RECOMMENDATIONS
from customs_coop.references.actions.codes import BEHIND
from customs_coop.references.base import Pattern

__all__ = ["Codes", "Sentences"]

# What may be a code: "2.1", "14b", "WP-3", "AP5/5.10", and the id of a plan such as "AP5".
_FIGURES = Pattern(
    r"(?<!\w)(?<![0-9]\.)(?:(?P<plan>[^\W\d_][\w.-]{0,30})/)?"
    r"(?P<code>(?:[A-Z]{1,3}[-.]?[0-9]{1,4}|[0-9]{1,3})(?:\.[0-9]{1,3}){0,3}[a-z]?)"
    r"(?!\w|\.[0-9])"
)
_BEHIND = Pattern(BEHIND)
_NEXT_WORD = Pattern(r"[^\S\n]{0,3}(?P<word>[^\W\d_]{1,30})")
# A bare figure before another word counts something ("2 boats").
_WORDS = (
    "above after also and are as at be been before below but by can could for from had has have"
    " if in into is may must nor of on once or shall should that then through till to under until"
    " was were when where which who will with would"
    " au aux avant après ci dans de des doit du est et jusqu ou par peut pour qui que sera si"
    " sont sur à était"
    " auf bis der durch für im ist kann mit muss nach oben oder sind sobald soll sowie und"
    " unten vom von vor war wenn wird zu zum zur"
)
_NOT_COUNTED: Final = frozenset(_WORDS.split())
# Behind these a figure is that of something else.
_OTHER_NOUN = Pattern(
    r"(?<!\w)(?:annex(?:es?)?|anhang|areas?|arts?|articles?|artikeln?|bereich|budget\s{1,3}lines?"
    r"|chapters?|chapitres?|kapiteln?|cor|add|rev|paragraph(?:s|es?)?|absatz|paras?|pages?|p|pp|parts?"
    r"|sections?|abschnitt|seite|s|tables?|tableau|tabellen?|titles?|titres?|volume|vol|versions?|v"
    r"|eur|euros?|ecu|[€£$]"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|januar|februar|märz|juni|juli|oktober|dezember)[.:]?\s{0,3}\Z",
    re.IGNORECASE,
)
# Behind these a figure is the code of an action, whatever word follows; lists go on with the
# plural only.
_ACTION_NOUN = Pattern(
    r"(?<!\w)(?<!to\s)(?:(?P<plural>actions|aktionen|ma(?:ß|ss)nahmen|measures|mesures|tasks|tâches"
    r"|activities|activités|projects|projets|projekten?|aufgaben)"
    r"|action|aktion|ma(?:ß|ss)nahme|measure|(?:la|de|cette|chaque)\s{1,3}mesure|task|tâche|activity"
    r"|activité|project|projet|projekt|aufgabe|vorhaben)"
    r"\s{1,3}(?:(?:n(?:o|os|r|[°º])\.?|numbers?)\s{0,3})?[(\[]?\Z",
    re.IGNORECASE,
)
_AREA_NOUN = Pattern(
    r"(?<!\w)(?:work\s{1,3}areas?|domaines?(?:\s{1,3}(?:de\s{1,3}travail|d\s?['’]\s?action))?"
    r"|arbeitsbereich(?:en?|s)?)\s{1,3}\Z",
    re.IGNORECASE,
)
_LISTED = Pattern(
    r"[)\]]?\s{0,3}(?:[,;/&+–-]|\b(?:and|or|to|et|ou|à|und|oder|sowie|bis)\b)\s{0,3}[(\[]?",
    re.IGNORECASE,
)
_LONGEST_NOUN = 32
_NOWHERE: Final = (sys.maxsize, sys.maxsize)
_JOINING: Final = ("/", "-", "–")
_COMMA = Pattern(r"(?<=[0-9]),(?=[0-9])")


@attrs.frozen(kw_only=True)
class Codes:
    """The codes that the sentences of one thing may hold.

    Args:
        linked: The codes, and the numbers of recommendations, that its links lead to, and those
            that it had before.
        own: Its own code.
        held: The codes of its plan; they count where they are no plain figures.
        plans: The ids of the plans of the dossier.
        named: The ids of the plans that its links name.
        areas: The codes of the work areas of its plan; they count where they are called so.
    """

    linked: Collection[str] = ()
    own: str = ""
    held: Collection[str] = ()
    plans: Collection[str] = ()
    named: Collection[str] = ()
    areas: Collection[str] = ()

    @classmethod
    def around(
        cls,
        targets: Iterable[Target],
        *,
        more: Iterable[str] = (),
        own: str = "",
        held: Collection[str] = (),
        plans: Collection[str] = (),
        areas: Collection[str] = (),
    ) -> "Codes":
        """The codes around one thing.

        Args:
            targets: What its links lead to, as they have it and as it is meant.
            more: Further codes that lead there.
            own: Its own code.
            held: The codes of its plan.
            plans: The ids of the plans of the dossier.
            areas: The codes of the work areas of its plan.

        Example:
            >>> sorted(Codes.around([ActionRef("P", "2")]).linked)
            ['2']
        """
        codes, names = set(more), set[str]()
        for target in targets:
            if isinstance(target, ActionRef):
                codes.add(target.code.text)
                names.add(target.plan)
            elif isinstance(target, ActionCitation):
                codes.add(target.code)
            elif isinstance(target, RecommendationCitation):
                codes.add(target.number)
            elif isinstance(target, PlanRef):
                names.add(target.plan)
        return cls(linked=codes, own=own, held=held, plans=plans, named=names, areas=areas)

    def has(self, text: str, figures: re.Match[str], *, called: bool = False) -> bool:
        """Whether figures outside of any citation are one of these codes.

        Args:
            text: The sentence.
            figures: The figures.
            called: The words before say that they are the code of an action.
        """
        code, plan = figures["code"], figures["plan"]
        if plan is not None:
            return plan in self.plans or plan in self.named
        if code in self.areas and _AREA_NOUN.search(_words_before(text, figures)) is not None:
            return True
        sure = called or "." in code
        if (
            code in self.plans
            or code in self.named
            or (sure and (code == self.own or code in self.held))
        ):
            known = True
        elif code == self.own:
            # "8. Train swimmers" has its own number; elsewhere it may be any figure.
            known = code in self.linked or not text[: figures.start()].strip(" \t\n[(")
        else:
            known = code in self.linked
        return known and not _is_counted(text, figures, plain=code.isdecimal(), called=called)


class Sentences:
    """Sentences without the codes in them; each is searched for citations once."""

    def __init__(self) -> None:
        self._figures: dict[str, tuple[tuple[re.Match[str], bool], ...]] = {}
        self._mentions: dict[str, tuple[Mention, ...]] = {}

    def without_codes(self, text: str, codes: Codes) -> str:
        """A sentence with "#" in the place of each code.

        Codes are those of actions and recommendations that are cited as such ("Action 3.6",
        "recommendations 12 and 14b"), and the codes around, where nothing says that they count
        or name something else, also those of work areas that are called so. All other figures
        stay: numbers, days, documents, years.

        Args:
            text: The sentence, without marks that have no width.
            codes: The codes around.

        Example:
            >>> codes = Codes.around([ActionRef("P", "2.1")])
            >>> Sentences().without_codes("Await 2.1 and Action 3.6 for 14 days", codes)
            'Await # and Action # for 14 days'
        """
        found = self._figures.get(text)
        if found is None:
            found = self._figures[text] = tuple(_searched(text))
        parts: list[str] = []
        done, last, listed = 0, -1, False
        for figures, cited in found:
            noun = _ACTION_NOUN.search(_words_before(text, figures))
            follows = listed and _LISTED.fullmatch(text, last, figures.start()) is not None
            listed = follows or (noun is not None and noun["plural"] is not None)
            if not cited:
                called = follows or noun is not None
                if not codes.has(text, figures, called=called) or self._is_other(text, figures):
                    continue
                start = figures.start()
                plain = "." not in figures["code"]
                if plain and last != start - 1 and text[start - 1 : start] in _JOINING:
                    continue  # "3-4" goes on with a code, "2004-06" does not
            parts += (text[done : figures.start()], "#")
            done = last = figures.end()
        return "".join((*parts, text[done:])) if parts else text

    def _is_other(self, text: str, figures: re.Match[str]) -> bool:
        """Whether figures are part of the citation of a document or the like."""
        mentions = self._mentions.get(text)
        if mentions is None:
            # This takes longer than all else, and few sentences need it.
            mentions = self._mentions[text] = find_references(text)
        place = bisect.bisect_right(mentions, figures.start("code"), key=_start_of) - 1
        return place >= 0 and figures.start("code") < mentions[place].end


def _start_of(mention: Mention) -> int:
    return mention.start


def _searched(text: str) -> Iterable[tuple[re.Match[str], bool]]:
    """The figures of a text, and whether they are part of the citation of an action."""
    places = [*_FIGURES.finditer(text)]
    cited: list[tuple[int, int]] = []
    if places:
        cited += [(start, end) for _, start, end in ACTIONS.find(text)]
        cited += [(start, end) for _, start, end in RECOMMENDATIONS.find(text)]
        cited.sort()
    spans = iter(cited)
    start, end = next(spans, _NOWHERE)
    for figures in places:
        place = figures.start("code")
        while end <= place:
            start, end = next(spans, _NOWHERE)
        yield figures, start <= place


def _words_before(text: str, figures: re.Match[str]) -> str:
    return text[max(0, figures.start() - _LONGEST_NOUN) : figures.start()]


def _is_counted(text: str, figures: re.Match[str], *, plain: bool, called: bool) -> bool:
    """Whether the words around say that figures count or name something else."""
    start, end = figures.span()
    if _BEHIND.match(text, end) is None:
        return True
    if _OTHER_NOUN.search(_words_before(text, figures)) is not None:
        return True
    if not plain:
        return False
    if _COMMA.match(text, end) is not None or _COMMA.match(text, start - 1) is not None:
        return True  # "2,5" tonnes
    if called:
        return False
    word = _NEXT_WORD.match(text, end)
    return word is not None and word["word"].casefold() not in _NOT_COUNTED
