"""What the note before a revised plan says of the version before: its size, what was taken out."""

import re
from collections.abc import Iterator

import attrs

from customs_coop.formats.titles.cardinals import cardinal_number
from customs_coop.formats.titles.ordinals import plan_ordinals
from customs_coop.formats.titles.words import ORDINAL, ordinal_number
from customs_coop.model import PlanRevision
from customs_coop.readers.base import Source
from customs_coop.readers.document import revision_words as words
from customs_coop.readers.document.counting import counts
from customs_coop.readers.document.deletions import deleted_areas
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_furniture, is_part_heading
from customs_coop.readers.text.sentences import find_sentences
from customs_coop.references.base import Pattern

__all__ = ["find_revision"]

_MARKUP = Pattern(r"\*{1,4}|</?[A-Za-z]{1,8}>")
# What begins a paragraph of its own: a number, a letter in a bracket, a bullet.
_MARK = Pattern(
    r"\s{0,40}(?:\*\*)?(?:(?:[0-9]{1,2}|[a-z]|[ivx]{1,5})[.)]|\((?:[0-9]{1,2}|[a-z]|[ivx]{1,5})\)"
    r"|[-–—•◦▪*·\uf0b7\uf0a7]|o(?=\s))(?:\*\*)?(?=\s)\s{0,40}"
)
_WORD = r"[\w'’\u2010\u2011-]{1,25}"
# Behind a determiner these words name no plan.
_NO_WORD = (
    r"(?!(?:of|the|in|for|and|to|by|that|which|was|were|is|on|from|with|as|de|du|des|le|la|les|et"
    r"|que|qui|dans|par|der|die|das|und|dass|zur|zum|von|vom|wurde)(?!\w))"
)
_VERSION = (
    r"(?:(?:original|initial|first|previous|earlier|former|old) (?:version|text|edition) of the "
    r"|(?:version|texte) (?:initiale?|originale?|précédente?|antérieure?|d['’]origine)"
    r" (?:du|de ce) "
    r"|(?:ursprüngliche|erste|frühere|vorherige|alte)n? Fassung (?:des|dieses) )"
)
_SUBJECT = Pattern(
    r"(?<!\w)(?:(?P<inside>in the|dans le|im) |(?:the|this|le|la|ce|der|die|dieser) )"
    rf"(?P<version>{_VERSION})?(?P<own>(?:{_NO_WORD}{_WORD} ){{0,5}}?){words.PLAN_NAME}",
    re.IGNORECASE,
)
_MENTION = Pattern(
    r"(?<!\w)(?:the|this|an?|le|la|du|au|un|ce|der|des|dem|den|im|vom|zum|ein|einen|dieser|dieses"
    rf"|(?P<owner>{_WORD}['’]s|{_WORD}s['’])) "
    rf"(?P<version>{_VERSION})?(?P<own>(?:{_NO_WORD}{_WORD} ){{0,5}}?){words.PLAN_NAME}"
    r"(?: (?:on|against|of(?: the)?|sur|contre|de l['’]|de la|zur|gegen|der)"
    rf" ?(?P<topic>{_WORD}(?: {_WORD})?))?",
    re.IGNORECASE,
)
# What may stand before the subject of a statement; not "if", nor "the review of".
_OPENING = Pattern(
    r"(?:\A|[,;:–—] (?:(?:and|but|whereas|while|et|mais|und|aber|wobei) )?"
    r"|(?<!provided )(?<!assuming )(?<!supposing )\b(?:that|que|dass|daß) )\Z",
    re.IGNORECASE,
)
_BRACKET = Pattern(r"\([^()]{0,80}\)")
_TOKEN = Pattern(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_TAIL = 160  # characters between the plan and what is said of it
_LONGEST = 2000  # characters of a sentence; what is longer is none
_REVISED = Pattern(
    rf"(?<!\w){words.REVISED} (?:{_NO_WORD}{_WORD} ){{0,3}}?{words.PLAN_NAME}"
    rf"|{words.PLAN_NAME}(?: {_WORD}){{0,4}}? (?:révisé|actualisé|modifié|mis à jour)(?!\w)"
    r"|(?<!\w)(?:revision|révision|Überarbeitung|Revision) (?:of the|of this|du|de ce|des|dieses)"
    rf" (?:{_NO_WORD}{_WORD} ){{0,3}}?{words.PLAN_NAME}",
    re.IGNORECASE,
)


@attrs.frozen
class _Clause:
    """One sentence or item, without markup, and where it stands with its number or bullet."""

    excerpt: Excerpt
    start: int
    end: int


def find_revision(
    source: Source, account: Account, bounds: tuple[int, int], title: str, number: int | None
) -> PlanRevision | None:
    r"""What an introduction says of the version before, if the plan is a revised one.

    Its figures are taken where a sentence is about this plan and in the past ("The Work Plan
    contained 44 actions"), about its first version, or tells both figures ("from 44 to 35"); what
    other plans, reviews or parts held is not counted. Two figures that differ give none.

    Args:
        source: The document.
        account: The sentences are entered here.
        bounds: Where its introduction begins and where it ends.
        title: The title of the plan.
        number: Its ordinal, or None.

    Returns:
        What was said, or None where nothing was.

    Example:
        >>> text = 'The original Action Plan had nine actions.\n- The work area "Nets" was removed.'
        >>> source = Source("a.txt", text)
        >>> found = find_revision(source, Account(source), (0, len(text)), "Action Plan", None)
        >>> found.actions, found.deleted_areas
        (9, ('Nets',))
    """
    clauses = list(_clauses(source, *bounds))
    reader = _Reader(title, number)
    reader.revised = any(
        reader.is_of_this_plan(found[0])
        for text in (title, *(clause.excerpt.text for clause in clauses))
        for found in _REVISED.finditer(text)
    )
    said: list[str] = []
    for clause in clauses:
        if reader.read(clause.excerpt.text):
            said.append(account.use(clause.excerpt))
            account.use_furniture(clause.start, clause.end)
    if not said:
        return None
    return PlanRevision(
        actions=_agreed(reader.actions),
        work_areas=_agreed(reader.work_areas),
        deleted_areas=tuple(dict.fromkeys(reader.deleted)),
        text="\n".join(said),
    )


def _agreed(figures: list[int]) -> int | None:
    return figures[0] if len(set(figures)) == 1 else None


def _clauses(source: Source, start: int, end: int) -> Iterator[_Clause]:
    """The sentences of each paragraph; a number, a bullet or a heading begins another one."""
    together: list[tuple[int, int]] = []
    for line in source.lines[source.line_at(start) - 1 :]:
        if line.start < start:
            continue
        if line.start >= end:
            break
        text = line.text
        ends = not text.strip() or is_furniture(text) or is_part_heading(text)
        if together and (ends or _MARK.match(text)):
            yield from _sentences(source, together)
            together = []
        if not ends:
            together.append((line.start, line.end))
    if together:
        yield from _sentences(source, together)


def _sentences(source: Source, lines: list[tuple[int, int]]) -> Iterator[_Clause]:
    start = lines[0][0]
    mark = _MARK.match(source.text, start, lines[0][1])
    whole = Excerpt.of(source.text, mark.end() if mark else start, lines[-1][1])
    marks = [found.span() for found in _MARKUP.finditer(whole.text)]
    whole = whole.without(marks).folded() if marks else whole.folded()
    for found in find_sentences(whole.text):
        if len(found.text) > _LONGEST:
            continue
        excerpt = whole.cut(found.start, found.end)
        begin = start if found.start == 0 else excerpt.start
        yield _Clause(excerpt, begin, max(excerpt.places, default=begin) + 1)


class _Reader:
    """Reads the sentences of one introduction in order, as they say "the plan" of the last one."""

    def __init__(self, title: str, number: int | None) -> None:
        several = len(plan_ordinals(title)) > 1
        self.number = number
        self.revised = False
        self.actions: list[int] = []
        self.work_areas: list[int] = []
        self.deleted: list[str] = []
        self._several = several
        self._title = frozenset() if several else frozenset(_tokens(title))
        self._foreign = False  # the last plan that was named is another one

    def read(self, text: str) -> bool:
        """Read a sentence; whether it says something of the version before."""
        found = self._counts(text) | self._moves(text) | self._deletions(text)
        for mention in _MENTION.finditer(text):
            self._foreign = self._after(mention, foreign=self._foreign)
        return found

    def is_of_this_plan(self, text: str) -> bool:
        """Whether the ordinals in the name of a plan, if any, are those of this one."""
        ordinals = [ordinal_number(word) for word in re.findall(ORDINAL, text, re.IGNORECASE)]
        return all(ordinal == self.number for ordinal in ordinals)

    def _counts(self, text: str) -> bool:
        taken = False
        end = 0
        for found in counts().says.finditer(text):
            if found.start() < end:
                continue
            before = self._about(text, found.start())
            if before is None or (found["present"] and not before):
                continue
            taken, end = self._take(found) or taken, found.end()
        for subject in _SUBJECT.finditer(text):
            listed = counts().listed.match(text, self._behind(text, subject))
            if subject["inside"] and listed and self._is_before(text, subject, "") is not None:
                taken = self._enter(listed) or taken
        return taken

    def _behind(self, text: str, subject: re.Match[str]) -> int:
        """Where the sentence goes on behind "in the plan" and its bracket."""
        at = subject.end()
        bracket = _BRACKET.match(text, at + 1)
        at = bracket.end() if bracket else at
        return at + len(text[at : at + 2]) - len(text[at : at + 2].lstrip(", "))

    def _take(self, found: re.Match[str]) -> bool:
        """Enter a count and those that are joined to it, unless only a part is counted."""
        chain = [found]
        patterns = counts()
        while also := patterns.also.match(found.string, chain[-1].end()):
            if cardinal_number(also["number"]) is None:
                break
            chain.append(also)
        taken = False
        for place, one in enumerate(chain):
            rest = patterns.rest_of_areas if one["areas"] else patterns.rest
            if place == len(chain) - 1 and not rest.match(one.string, one.end()):
                continue
            taken = self._enter(one) or taken
        return taken

    def _enter(self, counted: re.Match[str], language: str = "") -> bool:
        """Enter a count; whether it is a number at all."""
        figure = cardinal_number(counted[f"{language}number"])
        if figure is None:
            return False
        (self.work_areas if counted[f"{language}areas"] else self.actions).append(figure)
        return True

    def _moves(self, text: str) -> bool:
        taken = False
        for found in counts().moved.finditer(text):
            for language in ("", "fr_", "de_"):
                if found[f"{language}number"] is None or self._is_foreign(text, found.end()):
                    continue
                if not _strange(found[f"{language}tail"], self._title):
                    taken = self._enter(found, language) or taken
        return taken

    def _deletions(self, text: str) -> bool:
        names: list[str] = []
        for found in deleted_areas(text, self._title):
            opens = found.start == found.verb or self._opens(text, found.start)
            if opens and not self._is_foreign(text, found.end):
                names += found.names
        self.deleted += names
        return bool(names)

    def _opens(self, text: str, start: int) -> bool:
        """Whether a statement begins here, perhaps behind "in the revised plan"."""
        before = text[:start]
        if _OPENING.search(before):
            return True
        inside = [*_SUBJECT.finditer(before)][-1:]
        return any(found["inside"] and not before[found.end() :].strip() for found in inside)

    def _about(self, text: str, end: int) -> bool | None:
        """Whether what is said from here on is said of the version before.

        None where it is said of something else, or of the version that the document prints.
        """
        for subject in [*_SUBJECT.finditer(text, 0, end)][::-1]:
            if _OPENING.search(text[: subject.start()]):
                if subject["inside"]:
                    return None
                return self._is_before(text, subject, text[subject.end() : end])
        return None

    def _is_before(self, text: str, subject: re.Match[str], tail: str) -> bool | None:
        if len(tail) > _TAIL or _strange(tail, self._title):
            return None
        own, said = self._own_words(subject)
        if own is None or (not own and self._several):
            return None
        if not own and self._is_foreign(text, subject.start()):
            return None
        said |= set(_tokens(tail))
        before = bool(subject["version"]) or not said.isdisjoint(words.BEFORE)
        if not said.isdisjoint(words.NOW) or not (before or self.revised):
            return None
        return before

    def _own_words(self, mention: re.Match[str]) -> tuple[bool | None, set[str]]:
        """Whether words before a plan name this one (None for another), and the words."""
        said = mention["own"] or ""
        ordinals = [ordinal_number(word) for word in re.findall(ORDINAL, said, re.IGNORECASE)]
        if any(ordinal != self.number for ordinal in ordinals):
            return None, set()
        left = re.sub(ORDINAL, " ", said, flags=re.IGNORECASE)
        return (None if _strange(left, self._title) else bool(ordinals)), set(_tokens(left))

    def _after(self, mention: re.Match[str], *, foreign: bool) -> bool:
        """Whether, behind a mention, "the plan" is another one."""
        own, said = self._own_words(mention)
        owner = mention.groupdict().get("owner") or ""
        strange = _strange(owner.rstrip("s'’"), self._title) or _strange(
            mention["topic"] or "", self._title
        )
        if own is None or strange:
            return True
        if own or not said.isdisjoint(words.BEFORE | words.NOW):
            # The first version may be that of the plan that was named last.
            return foreign and not own and said.isdisjoint(words.NOW)
        return foreign

    def _is_foreign(self, text: str, end: int) -> bool:
        """Whether the plan that was named last before a place is another one."""
        foreign = self._foreign
        for mention in _MENTION.finditer(text, 0, end):
            foreign = self._after(mention, foreign=foreign)
        return foreign


def _tokens(text: str) -> Iterator[str]:
    return (token[0].casefold() for token in _TOKEN.finditer(text))


def _strange(text: str, title: frozenset[str]) -> bool:
    """Whether words may make another plan of it: neither those of its title nor small words."""
    return any(
        token not in title
        and not any(map(str.isdecimal, token))
        and words.NEUTRAL.isdisjoint((token, token.rpartition("-")[2]))
        and token not in words.BEFORE
        and token not in words.NOW
        for token in _tokens(_BRACKET.sub(" ", text))
    )
