"""What a document says of other documents outside its actions: in its title, recitals and notes.

A relation is more than a citation only where the sentence speaks of the plan that the document
prints: "the present Action Plan builds on the report (1234/05)". Whatever else is cited, such as
the acts of a recital, is a link of the kind CITES.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from customs_coop.formats.titles.ordinals import plan_ordinals
from customs_coop.formats.titles.words import ORDINAL
from customs_coop.model import Link, LinkKind, Named, Note, PartyRef, Strategy, Target
from customs_coop.readers.mentions.cues import is_listed
from customs_coop.readers.mentions.instruments import instrument_links, is_listed_instrument
from customs_coop.readers.mentions.passages import Passage, folded
from customs_coop.readers.mentions.relations import used_once
from customs_coop.readers.mentions.taken import taken_links
from customs_coop.references import ActionCitation, RecommendationCitation, Reference
from customs_coop.references.base import Pattern

__all__ = ["Introduction", "cited_documents", "introduction_links"]

_ANY_CASE = re.IGNORECASE
_B = r"\s{1,3}"
_PLAN = (
    rf"(?:(?:action|work){_B}plan|time-?table|(?:work|action){_B}programme|plan{_B}d\s?[’']\s?action"
    rf"|plan{_B}de{_B}travail|programme{_B}de{_B}travail|aktionsplan(?:e?s)?|arbeitsplan(?:e?s)?"
    r"|arbeitsprogramms?)(?!\w)"
)
_OWN_PLAN = Pattern(
    rf"\b(?:the|this|le|la|ce|du|au|der|den|dem|des|dieser|diesen|diesem|dieses)"
    rf"{_B}(?:(?:new|present|revised|updated|current|nouveau|présent|vorliegende[nrsm]?|neue[nrsm]?"
    rf"|überarbeitete[nrsm]?){_B})?(?P<ordinal>{ORDINAL}{_B}(?:[\w–-]{{1,20}}{_B}){{0,2}}?)?{_PLAN}",
    _ANY_CASE,
)
_STARTS_FROM = Pattern(
    rf"\b(?:on{_B}the{_B}basis{_B}of|(?:based|builds?|building|draws?|drawing){_B}(?:up)?on|following|further{_B}to"
    rf"|tak(?:es|ing){_B}(?:into{_B}account|account{_B}of)"
    rf"|sur{_B}la{_B}base{_B}d[eu]s?|fondée?{_B}sur|à{_B}la{_B}suite{_B}d[eu]s?|compte{_B}tenu{_B}d[eu]s?"
    rf"|auf{_B}der{_B}Grundlage|im{_B}Anschluss{_B}an|unter{_B}Berücksichtigung|beruht{_B}auf|baut{_B}auf)(?!\w)",
    _ANY_CASE,
)
_IMPLEMENTS = Pattern(
    rf"\b(?:implement(?:s|ing|ation{_B}of)?|giv(?:es|ing){_B}effect{_B}to|mise{_B}en{_B}(?:œ|oe)uvre{_B}d[eu]s?"
    rf"|met(?:tant|tre)?{_B}en{_B}(?:œ|oe)uvre|(?:zur|der){_B}(?:Umsetzung|Durchführung)|setzt)(?!\w)",
    _ANY_CASE,
)
# "and the revised strategy": where a list in a title goes on.
_AND_THE = Pattern(rf",?{_B}(?:and|et|und|sowie){_B}(?:the|le|la|der|des|de{_B}la){_B}", _ANY_CASE)
_ARTICLE = Pattern(
    rf"\s{{0,3}}(?:of{_B})?(?:(?:the|le|la|l[’']|du|de{_B}la|der|des){_B})?", _ANY_CASE
)
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_TAGGED = re.compile(r"<sup>\s{0,3}\(?(?P<mark>[0-9]{1,2}|\*{1,3})\)?\s{0,3}</sup>")
_MARKUP = re.compile(r"</?[a-z]{1,6}>|\*\*|^#{1,6}\s", re.MULTILINE)
_LEADING_MARK = re.compile(
    r"\s{0,8}(?:[-–—•*]\s{1,3})?(?:\([0-9]{1,2}\)|[0-9]{1,2}(?=\s)|[¹²³⁰⁴-⁹]{1,2})?\s{0,8}"
)
_ITEM = re.compile(r"(?:[-–—•*]|\(?(?:[0-9]{1,2}|[ivx]{1,5}|[a-z])[.)])\s")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DAY = (
    r"(?:[0-3]?[0-9](?:\.|er)?\s{1,3}[^\W\d_]{3,9}\s{1,3}[12][0-9]{3}"
    r"|[0-3]?[0-9]\.[01]?[0-9]\.[12][0-9]{3})"
)
# An item of a note that is an act by its sort and day.
_DATED_ITEM = Pattern(
    rf"(?:[–—•-]\s{{0,3}})?(?:(?:the|le|la|der|die|das){_B})?(?P<name>[^\W\d_][\w\s/’'-]{{2,40}}?{_B}(?:of|du|vom)"
    rf"{_B}{_DAY}{_B}[^;()\n]{{3,200}}?)\s{{0,3}}[.;]?\s{{0,3}}\Z",
    _ANY_CASE,
)
_DEFINED = Pattern(
    rf"\b(?P<title>(?:strategy|stratégie|Strategie)\b[^.;()\n]{{0,80}}?)(?={_B}(?:which|approved|adopted|defined|set"
    rf"|laid|contained|approuvée|adoptée|définie|die|,)\b)(?:[^.;\n]|\.(?=\s?[0-9])){{0,200}}?"
    rf"(?P<words>\b(?:defined|set{_B}out|laid{_B}down|contained|described|définie|exposée|énoncée){_B}"
    rf"(?:in|dans){_B}(?:(?:the|le){_B})?(?:documents?|docs?\.?)?\s{{0,3}})\Z",
    _ANY_CASE,
)
_STRATEGY_BEFORE = Pattern(
    rf"\b(?:the|la|die|der){_B}(?P<title>(?:[\w-]{{2,20}}{_B}){{0,2}}(?:strategy|stratégie|Strategie)\b[^.,;()\n]{{0,80}})\Z",
    _ANY_CASE,
)
_AIMS = Pattern(
    rf",?{_B}(?:(?:which{_B})?aim(?:s|ing){_B}(?:to{_B}implement|at{_B}implementing)|(?:which{_B})?implement(?:s|ing)"
    rf"|(?:qui{_B})?(?:vis(?:e|ant){_B}à{_B}mettre|met(?:tant)?){_B}en{_B}(?:œ|oe)uvre"
    rf"|zur{_B}(?:Umsetzung|Durchführung))"
    rf"{_B}(?:the|la|der){_B}(?:(?:said|Council){_B})?(?:Resolution|résolution|Entschließung)(?:{_B}(?:du{_B}Conseil|des{_B}Rates))?"
    rf"(?!{_B}(?:of|du|vom|on|sur|über){_B}|\w)",
    _ANY_CASE,
)
_DAY_OF = re.compile(rf"{_B}(?:of|du|vom){_B}{_DAY}", _ANY_CASE)
_BARE_NOTE = 20  # characters beside its references with which a note says something itself
_FEWEST = 8  # characters of a line of a note that tell it from other lines
_IMPLEMENTED = 160
_BASIS = 420
_LONGEST_TEXT = 200_000
_REFERENCE = (ActionCitation, RecommendationCitation)


@attrs.frozen(kw_only=True)
class Introduction:
    """What stands around the actions of a document.

    Args:
        title: The title of the document or of its plan.
        text: Its introduction or its recitals, with the line ends as printed.
        notes: The footnotes in it, in order.
        number: The ordinal of its plan, or None.
        strategy: The strategy of its plan, or None.
        own: The reference of the document itself, or None.
    """

    title: str = ""
    text: str = ""
    notes: Sequence[Note] = ()
    number: int | None = None
    strategy: Strategy | None = None
    own: Reference | Named | None = None


def introduction_links(introduction: Introduction) -> tuple[Link, ...]:
    """The links of a document to what its title, recitals, introduction and notes cite.

    Args:
        introduction: What stands around its actions.

    Returns:
        The links in the order of the text, each with its words; what is cited for its actions'
        sake is not among them, nor are parties.

    Example:
        >>> note = Note(id="n1", mark="1", text="1234/05 HARBOUR 7.")
        >>> words = "This Action Plan is based on the study of ropes1."
        >>> (link,) = introduction_links(Introduction(text=words, notes=[note]))
        >>> link.kind.name, str(link.target)
        ('STARTS_FROM', '1234/05')
    """
    return _Links(introduction).read()


class _Links:
    def __init__(self, introduction: Introduction) -> None:
        self.given = introduction
        self.passage = Passage(_body(introduction.text[:_LONGEST_TEXT], introduction.notes))
        self.text = self.passage.text

    def documents(self) -> Iterator[tuple[Reference, str, Link]]:
        """The documents of which the text says what they print or implement."""
        strategy = self.given.strategy
        if strategy is None:
            return
        target = Named(strategy.id, "strategy")
        passage = self.passage
        for mention in passage.mentions:
            first, _ = passage.sentence(mention.start, mention.end)
            match = _DEFINED.search(self.text[max(first, mention.start - _BASIS) : mention.start])
            own = mention.reference in (self.given.own, strategy.reference)
            if match is None or own or isinstance(mention.reference, _REFERENCE):
                continue
            words = folded(f"{match['words']}{mention.text}")
            link = Link(kind=LinkKind.PRINTS, target=target, text=words)
            yield mention.reference, folded(match["title"]), link
        for place, end, note in self._marks():
            first, _ = passage.sentence(place, place)
            match = _STRATEGY_BEFORE.search(self.text[max(first, place - _BASIS) : place])
            aim = _AIMS.match(self.text, end)
            references = _references(note.text)
            if match is None or aim is None or len(references) != 1:
                continue
            # Which Resolution is meant is not said again.
            words = folded(f"{match['title']} {aim[0]}")
            link = Link(kind=LinkKind.IMPLEMENTS, target=target, text=words, inferred=True)
            if references[0] not in (self.given.own, strategy.reference):
                yield references[0], folded(match["title"]), link

    def read(self) -> tuple[Link, ...]:
        found = [*self._of_title(), *self._of_text(), *self._of_notes()]
        return used_once(
            link
            for link in found
            if link.target != self.given.own and not isinstance(link.target, PartyRef)
        )

    def _of_title(self) -> Iterator[Link]:
        """What the plan implements as its title has it: the strategy, and what notes identify."""
        title = folded(self.given.title)
        cue = _IMPLEMENTS.search(title)
        if cue is None:
            return
        rest = title[cue.end() :]
        opening = _ARTICLE.match(rest)
        rest = rest[opening.end() if opening else 0 :]
        ends = [(match.start(), match.end()) for match in _AND_THE.finditer(rest)][:3]
        starts = [0, *(end for _, end in ends)]
        for start, end in zip(starts, [*(start for start, _ in ends), len(rest)], strict=True):
            words = rest[start:end].strip(" .,;")
            strategy = self._strategy_of(words)
            if strategy is not None:
                yield Link(kind=LinkKind.IMPLEMENTS, target=strategy, text=title)
            for place, _, note in self._marks():
                if len(words) > _FEWEST and folded(self.text[:place]).endswith(words):
                    for reference in _references(note.text):
                        if strategy is None:
                            yield Link(kind=LinkKind.IMPLEMENTS, target=reference, text=title)

    def _of_text(self) -> Iterator[Link]:
        passage = self.passage
        for number, mention in enumerate(passage.mentions):
            if not isinstance(mention.reference, _REFERENCE):
                before = passage.mentions[number - 1].end if number else 0
                least = before if number and not is_listed(passage, number) else 0
                yield self._link(mention.reference, mention.start, mention.end, least)
        # A mark that is glued to a name is no part of it; all places hold.
        bare = self.text
        for place, end, _ in self._marks():
            bare = f"{bare[:place]}{' ' * (end - place)}{bare[end:]}"
        unmarked = Passage(bare)
        for stated in instrument_links(unmarked):
            target = stated.target
            if isinstance(target, Named):
                strategy = self._strategy_of(target.text)
                kind = self._kind(stated.at, 0) if strategy is not None else LinkKind.CITES
                yield Link(kind=kind, target=strategy or target, text=self._words(stated.at))
        for stated in taken_links(unmarked):
            kind = stated.kind if self._is_own(stated.at) else LinkKind.CITES
            yield Link(kind=kind, target=stated.target, text=self._words(stated.at))

    def _words(self, place: int) -> str:
        return self.passage.evidence(self.passage.sentence(place, place), place, place)

    def _of_notes(self) -> Iterator[Link]:
        placed = {note.id: place for place, _, note in self._marks()}
        for note in self.given.notes:
            items = note.text.split("\n")
            for item in items:
                yield from self._of_item(item, placed.get(note.id) if len(items) == 1 else None)

    def _of_item(self, item: str, place: int | None) -> Iterator[Link]:
        passage = Passage(item)
        references = _references(item)
        beside = len(item) - sum(mention.end - mention.start for mention in passage.mentions)
        text = folded(item)
        for reference in references:
            if place is not None and beside <= _BARE_NOTE:
                yield self._link(reference, place, place, 0)
            else:
                yield Link(kind=LinkKind.CITES, target=reference, text=text)
        names = [one for one in instrument_links(passage) if isinstance(one.target, Named)]
        for stated in names:
            # An act that has a publication is known by that.
            if not references or is_listed_instrument(_named(stated.target)):
                yield Link(kind=LinkKind.CITES, target=stated.target, text=text)
        dated = None if references or names else _DATED_ITEM.fullmatch(item)
        if dated is not None:
            name = folded(dated["name"])
            named = Named(name[:1].upper() + name[1:], "act")
            yield Link(kind=LinkKind.CITES, target=named, text=text)

    def _link(self, target: Target, start: int, end: int, least: int) -> Link:
        kind = self._kind(start, least)
        strategy = self.given.strategy
        if kind is LinkKind.IMPLEMENTS and strategy is not None and target == strategy.reference:
            target = Named(strategy.id, "strategy")
        text = self.passage.evidence(self.passage.sentence(start, end), start, end)
        return Link(kind=kind, target=target, text=text)

    def _kind(self, place: int, least: int) -> LinkKind:
        """What a sentence on the plan says of what it names at a place."""
        if not self._is_own(place):
            return LinkKind.CITES
        first, _ = self.passage.sentence(place, place)
        first = max(first, least)
        before = self.text[max(first, place - _BASIS) : place]
        base = place - len(before)
        cue = next(iter(_STARTS_FROM.finditer(before)), None)
        if cue is not None and not self.passage.denied(base + cue.start()):
            between = before[cue.end() :]
            return LinkKind.CITES if ":" in between or ";" in between else LinkKind.STARTS_FROM
        start, _ = self.passage.sentence(place, place)
        before = self.text[max(start, place - _BASIS) : place]
        base = place - len(before)
        for cue in _IMPLEMENTS.finditer(before):
            between = _BRACKETS.sub("", before[cue.end() :])
            if len(between) <= _IMPLEMENTED and not set(between) & set(",;:"):
                return (
                    LinkKind.CITES
                    if self.passage.denied(base + cue.start())
                    else LinkKind.IMPLEMENTS
                )
        return LinkKind.CITES

    def _is_own(self, place: int) -> bool:
        """Whether the sentence around a place speaks of the plan of the document."""
        first, last = self.passage.sentence(place, place)
        for match in _OWN_PLAN.finditer(self.text, first, last):
            if not match["ordinal"] or plan_ordinals(match[0]) == (self.given.number,):
                return True
        return False

    def _strategy_of(self, name: str) -> Named | None:
        """The strategy of the plan, where a name is its title, with or without the day."""
        strategy = self.given.strategy
        if strategy is None or not strategy.title:
            return None
        titles = {_undated(strategy.title), folded(strategy.title).casefold()}
        known = folded(name).casefold() in titles or _undated(name) in titles
        return Named(strategy.id, "strategy") if known else None

    def _marks(self) -> list[tuple[int, int, Note]]:
        """Where the text bears the marks of its notes, in the order of both."""
        found: list[tuple[int, int, Note]] = []
        place = 0
        for note in self.given.notes:
            mark = note.mark.strip("()[]")
            if not (mark.isascii() and mark.isdecimal() and len(mark) <= 2):
                continue
            raised = mark.translate(_RAISED)
            pattern = re.compile(
                rf"\({mark}\)|⁽?{raised}⁾?|(?:(?<=[^\W\d_])|(?<=[)”’\"'])|(?<=\b[12][0-9]{{3}})){mark}(?![\w/]|[.,]\d)"
            )
            match = pattern.search(self.text, place)
            if match is not None:
                found.append((*match.span(), note))
                place = match.end()
        return found


def cited_documents(introduction: Introduction) -> tuple[tuple[Reference, str, Link], ...]:
    """The documents of which the text says how they stand to the strategy of the plan.

    Returns:
        For each its reference, its title and its link to the strategy: where that is set out, and
        a later one that carries it out, which is inferred.

    Example:
        >>> strategy = Strategy(id="S2003", title="Council Resolution of 2 October 2003")
        >>> words = "It implements the strategy for ropes defined in document 1234/03."
        >>> ((found, title, link),) = cited_documents(Introduction(text=words, strategy=strategy))
        >>> str(found), title, link.text
        ('1234/03', 'strategy for ropes', 'defined in document 1234/03')
    """
    return tuple(_Links(introduction).documents())


def _named(target: Target) -> Named:
    assert isinstance(target, Named)  # noqa: S101 - for type checkers; the caller has looked
    return target


def _undated(name: str) -> str:
    return _DAY_OF.sub("", folded(name)).casefold()


def _references(text: str) -> list[Reference]:
    """The references of a note, each once, without actions and recommendations."""
    found = (mention.reference for mention in Passage(text).mentions)
    return list(dict.fromkeys(one for one in found if not isinstance(one, _REFERENCE)))


def _body(text: str, notes: Iterable[Note]) -> str:
    """The paragraphs on one line each, without markup and without the notes below them."""
    held = {
        folded(line)
        for note in notes
        for line in note.text.split("\n")
        if len(folded(line)) >= _FEWEST
    }
    paragraphs: list[list[str]] = [[]]
    for line in text.splitlines():
        words = folded(_MARKUP.sub("", _TAGGED.sub(r"(\g<mark>)", line)))
        opening = _LEADING_MARK.match(line)
        bare = folded(_MARKUP.sub("", line[opening.end() if opening else 0 :]))
        own = folded(line) in held or bare in held or folded(_unmarked(line)) in held
        if own:
            continue
        if _ITEM.match(words):
            paragraphs.append([])
        if not words or words.lstrip("-–—_=* ") == "":
            paragraphs.append([])
        else:
            paragraphs[-1].append(words)
    return "\n".join(" ".join(lines) for lines in paragraphs if lines)


def _unmarked(line: str) -> str:
    """A line of a note without the mark that a tag raises: "- <sup>(1)</sup> The Act"."""
    match = _TAGGED.search(line[:40])
    return line[match.end() :] if match else line
