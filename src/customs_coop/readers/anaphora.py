"""What "this study" or "the land exercise" means: an earlier item of the same section.

Where an item has to be done by "the guidelines", and it is not certain which these are, the link
leads to their name, so that the graph tells that it is open.

Only nouns of what an item can bring about are followed, and only where one earlier item alone
speaks of such a thing for the first time; a thing that the item itself brought up is its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from customs_coop.formats.word_lists import word_list
from customs_coop.model import Action, ActionPlan, ActionRef, Link, LinkKind, Named, PlanRef
from customs_coop.readers.text.sentences import Sentence, find_sentences, words_of
from customs_coop.references import find_references
from customs_coop.references.base import Pattern

__all__ = ["Item", "link_back", "with_back_links"]

_NOUNS = (
    r"study|survey|seminar|workshop|conference|exercise|operation|programme|project|module|guideline"
    r"|catalogue|directory|database|questionnaire|handbook|manual|assessment|analysis|evaluation|visit"
    r"|exchange|network|register|inventory|campaign|review|report|pilot|course|checklist|form|guide"
)
_WORD = r"(?:[^\W\d_][\w’'-]{1,24}\s{1,3})"
_IRREGULAR = {
    "study": "studies",
    "directory": "directories",
    "inventory": "inventories",
    "analysis": "analyses",
}
_PLURALS = {_IRREGULAR.get(noun, f"{noun}s"): noun for noun in _NOUNS.split("|")}
_NAMES = _PLURALS | {noun: noun for noun in _PLURALS.values()}
# An item that brings up a thing of one of these kinds means that one by any of their names.
_ALIKE = (
    ("operation", "exercise", "campaign", "pilot", "project"),
    ("study", "survey", "analysis", "assessment", "evaluation", "review", "report"),
    ("seminar", "workshop", "conference", "course", "visit", "exchange"),
    ("handbook", "manual", "guide", "guideline"),
    ("catalogue", "directory", "database", "register", "inventory"),
)
_WHOLE_WORD = Pattern(r"\w+")
_BEFORE = Pattern(
    rf"\b(?P<which>this|these|those|that|the|such|its|their|said|each|any|every|no|all)\s{{1,3}}"
    rf"(?P<words>(?:(?!(?:this|these|those|that|the|such|of|in|on|for|from|to|by|and|or)\b){_WORD}){{0,3}})\Z",
    re.IGNORECASE,
)
# What an item has to follow: a document that has to be there, even where nobody says which.
_RULES = ("guideline", "handbook", "manual", "guide", "checklist", "catalogue")
_FOLLOWED = Pattern(
    r"\b(?:(?:in\s{1,3})?(?:full\s{1,3})?(?:accordance|line|compliance|conformity|keeping)\s{1,3}with"
    r"|according\s{1,3}to|pursuant\s{1,3}to|(?:based|basis)\s{1,3}(?:up)?on|on\s{1,3}the\s{1,3}basis\s{1,3}of"
    r"|(?:as\s{1,3})?(?:laid\s{1,3}down|set\s{1,3}out|provided\s{1,3}for|described)\s{1,3}(?:in|by)"
    r"|using|following|applying|complying\s{1,3}with)\s{1,3}\Z",
    re.IGNORECASE,
)
# Behind it, what tells which it is: "of the group", "for large sheds".
_WHICH = Pattern(
    r"\s{1,3}(?:of|on|for|concerning|regarding)\s{1,3}[^\s.;:,()]{1,30}(?:\s{1,3}[^\s.;:,()]{1,30}){0,8}"
)
_BEHIND = Pattern(r"(?:\s{1,3}[^\W\d_][\w’'-]{0,24}){1,7}")
_MODAL = Pattern(
    r"\b(?:shall|should|must|will|may|can|could|is|are|was|were|has|have|to)\b.*", re.DOTALL
)
_PLAN = Pattern(r"\b[Tt]his\s{1,3}(?:Action|Work)\s{1,3}(?:Plan|Programme)\b(?!\s{1,3}[0-9])")
_OTHER_PLAN = Pattern(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|previous|next|[0-9]{1,2}(?:st|nd|rd|th))"
    r"\s{1,3}(?:[A-Z]\w{1,20}\s{1,3}){0,2}(?:Action|Work)\s{1,3}(?:Plan|Programme)\b",
    re.IGNORECASE,
)
_NO_CONTENT = frozenset(
    word_list(
        "this that these those with from into which their other such more most same common further",
        "first second third last each every joint main whole new above said targeting targeted",
        "concerning regarding about during under within between",
    )
)
# A land exercise is by road or by rail; it is none at sea.
_WAYS = {
    word: way
    for way, words in enumerate(
        (("land", "road", "roads", "rail"), ("sea", "maritime", "ship"), ("air", "flight"))
    )
    for word in words
}
_DEFINITE = ("the", "this", "these", "that", "those", "said")
_NEAR = 90
_BRACKET = 20  # characters before a number, as in " (see document "
_LONGEST_WORD = 120
_LONGEST_EVIDENCE = 600


@attrs.frozen
class Item:
    """An item whose text is read.

    Args:
        target: What it is.
        section: Its section; items are looked for in the same one only.
        text: Its words.
    """

    target: ActionRef
    section: str
    text: str


@attrs.frozen
class _Thing:
    """A thing that a text names: its noun, how many, the words around, and whether it is new.

    `rules` has its name where something has to be done by it.
    """

    noun: str
    plural: bool
    which: str
    before: frozenset[str]
    around: frozenset[str]
    ways: frozenset[int]
    sentence: Sentence
    at: int
    rules: str = ""

    @property
    def evidence(self) -> str:
        """The sentence; of a very long one the words around the noun."""
        text = self.sentence.text
        if len(text) > _LONGEST_EVIDENCE:
            text = text[max(0, self.at - _LONGEST_EVIDENCE // 2) :][:_LONGEST_EVIDENCE]
        return words_of(text)


def link_back(items: Sequence[Item]) -> tuple[tuple[Link, ...], ...]:
    """The links of each item to the earlier one that its words mean without naming it.

    Args:
        items: The items in the order of the document.

    Returns:
        The links of each item, with the sentence that holds the words: inferred ones to earlier
        items, and plain ones to what is only named.

    Example:
        >>> first = Item(ActionRef("AP3", "1"), "A", "A study of buoys has been made.")
        >>> second = Item(ActionRef("AP3", "2"), "A", "All shall learn from this study.")
        >>> _, (link,) = link_back([first, second])
        >>> link.kind.name, str(link.target), link.inferred, link.text
        ('CITES', 'AP3/1', True, 'All shall learn from this study.')
    """
    brought: dict[tuple[str, str], list[tuple[ActionRef, _Thing]]] = {}
    found: list[tuple[Link, ...]] = []
    for item in items:
        own: set[str] = set()
        links: list[Link] = []
        new: list[_Thing] = []
        for thing in _things(item.text):
            if not thing.which:
                own.add(thing.noun)
                own.update(*(nouns for nouns in _ALIKE if thing.noun in nouns))
                new.append(thing)
            elif thing.which in ("this", "these", "the") and thing.noun not in own:
                target = _meant(thing, brought.get((item.section, thing.noun), ()))
                if target is not None:
                    links.append(_link(target, thing.evidence))
                elif thing.rules:
                    links.append(_open(thing))
        for thing in new:
            brought.setdefault((item.section, thing.noun), []).append((item.target, thing))
        links += _to_plan(item)
        found.append(tuple(dict.fromkeys(links)))
    return tuple(found)


def with_back_links(plan: ActionPlan) -> ActionPlan:
    """A plan whose actions have these links too.

    Its sections are its work areas; without them, the actions whose codes differ in the last
    figure only.
    """
    items = [
        Item(ActionRef(plan.id, action.code), _section(action), _words(action)) for action in plan
    ]
    actions: list[Action] = []
    for action, links in zip(plan, link_back(items), strict=True):
        held = {str(link.target) for link in action.links}
        further = tuple(link for link in links if str(link.target) not in held)
        actions.append(attrs.evolve(action, links=(*action.links, *further)) if further else action)
    return attrs.evolve(plan, actions=tuple(actions))


def _section(action: Action) -> str:
    if action.work_area is not None:
        return f"area {action.work_area}"
    return f"codes {str(action.code).rpartition('.')[0]}"


def _words(action: Action) -> str:
    parts = (action.title, *(one.text for one in action.indicators), action.terms_of_reference)
    return "\n".join(part for part in parts if part)


def _link(target: ActionRef | PlanRef, evidence: str) -> Link:
    return Link(kind=LinkKind.CITES, target=target, text=evidence, inferred=True)


def _open(thing: _Thing) -> Link:
    """The link to a document that has to be followed, and of which nobody says which it is."""
    target = Named(thing.rules, "document")
    return Link(kind=LinkKind.CITES, target=target, text=thing.evidence)


def _meant(thing: _Thing, known: Iterable[tuple[ActionRef, _Thing]]) -> ActionRef | None:
    """The one item that fits best; None where none does, or several do alike."""
    fits: dict[ActionRef, int] = {}
    for target, other in known:
        if (thing.ways and other.ways and not thing.ways & other.ways) or not _agrees(thing, other):
            continue
        shared = len(thing.around & other.around)
        if thing.which == "the" and not shared:
            continue
        fits[target] = max(shared, fits.get(target, 0))
    best = max(fits.values(), default=0)
    meant = [target for target, shared in fits.items() if shared == best]
    return meant[0] if len(meant) == 1 else None


def _agrees(thing: _Thing, other: _Thing) -> bool:
    """Whether "this" or "these" can go on with another: in number, and in the words before it."""
    if thing.which == "the":
        return True
    return thing.plural == other.plural and thing.before <= other.around


def _things(text: str) -> Iterator[_Thing]:
    for sentence in find_sentences(text, lines=True):
        for match in _WHOLE_WORD.finditer(sentence.text):
            if match[0].casefold() in _NAMES:
                yield _read(sentence, match)


def _read(sentence: Sentence, match: re.Match[str]) -> _Thing:
    text = sentence.text
    form = match[0].casefold()
    before = text[max(0, match.start() - _LONGEST_WORD) : match.start()]
    determiner = _BEFORE.search(before)
    behind = _BEHIND.match(text, match.end())
    after = _MODAL.sub("", behind[0]) if behind else ""
    first = before.rpartition(";")[2][-_NEAR:]
    words = determiner["words"] if determiner else first
    return _Thing(
        noun=_NAMES[form],
        plural=form in _PLURALS,
        which=determiner["which"].casefold() if determiner else "",
        before=_content(words),
        around=_content(f"{words} {after}"),
        ways=frozenset(_WAYS[word] for word in words.casefold().split() if word in _WAYS),
        sentence=sentence,
        at=match.start(),
        rules=_rules(text, match, determiner, len(before)) if determiner else "",
    )


def _rules(text: str, noun: re.Match[str], determiner: re.Match[str], width: int) -> str:
    """The name of a document by which something has to be done; empty where it has a number.

    What has a name of its own, as by its capitals, is a link of its own, too.
    """
    start = noun.start() - width + determiner.start()
    words = determiner["words"]
    definite = determiner["which"].casefold() in _DEFINITE
    if not definite or _NAMES[noun[0].casefold()] not in _RULES or words != words.lower():
        return ""
    if not _FOLLOWED.search(text, max(0, start - _LONGEST_WORD), start):
        return ""
    which = _WHICH.match(text, noun.end())
    behind = _MODAL.sub("", which[0]) if which else ""
    near = find_references(text[noun.end() : noun.end() + len(behind) + _NEAR])
    if any(one.start <= len(behind) + _BRACKET for one in near):
        return ""
    return words_of(text[start : noun.end()] + behind.rstrip())


def _content(text: str) -> frozenset[str]:
    words = (word.strip(",.;:()’'").casefold() for word in text.split())
    return frozenset(word for word in words if len(word) > 3 and word not in _NO_CONTENT)


def _to_plan(item: Item) -> Iterator[Link]:
    """The link to the plan itself, where no other plan is named before it."""
    match = _PLAN.search(item.text)
    if match is not None and not _OTHER_PLAN.search(item.text, 0, match.start()):
        whole = find_sentences(item.text, lines=True)
        around = next(one for one in reversed(whole) if one.start <= match.start())
        yield _link(PlanRef(item.target.plan), words_of(around.text))
