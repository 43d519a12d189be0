"""Documents that prove the completion of an action: what stands behind "Completed"."""

import re

from customs_coop.readers.mentions.cues import same_list
from customs_coop.readers.mentions.passages import Passage
from customs_coop.readers.mentions.vocabulary import any_of
from customs_coop.references import ActionCitation
from customs_coop.references.base import Pattern

__all__ = ["completed_documents"]

_ANY_CASE = re.IGNORECASE
_COMPLETED = Pattern(rf"(?<![\w-]){any_of('completed')}(?![\w-])")
_TO_DOCUMENT = Pattern(
    rf"\s{{0,3}}[.:–—-]{{0,2}}(?P<between>[^.;\n]{{0,160}}?)[\s(–—:-]{{0,6}}{any_of('see')}\(?\Z"
)
_NOT_PROOF = Pattern(rf"\b{any_of('not_proof')}", _ANY_CASE)
_YET_TO = Pattern(rf"{any_of('yet_to')}\Z", _ANY_CASE)
_LONGEST_GAP = 200
_LOOK_BACK = 160


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = Pattern(r"[^\W_]+")
# Words behind "completed" that go on with it. A noun there is a thing that is completed, as in
# "Completed tasks are listed in", and what follows proves nothing.
_GOES_ON = _set(
    "about all also although and as at but by cf during early except following for from in its late"
    " mainly mid more not on only out over partly see since st successfully the this through to"
    " under via when while with within work doc docs document documents report reports"
    " january february march april may june july august september october november december"
    " spring summer autumn winter jan feb mar apr jun jul aug sep sept oct nov dec"
    " à au aux avec dans de depuis du en et fin début la le les lors par pour rapport sous sur voir"
    " janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    " am anfang auf bei bericht bis dokument durch ende für im ins mit nach seit siehe und"
    " unter vgl vom von januar märz juni juli oktober dezember"
)
_DETERMINERS = _set(
    "a all an any each every its our that the their these this those"
    " ce ces cette la le les sa ses son un une"
    " das dem den der des die diese diesem diesen dieser eine einem einen einer"
)
# Words between a determiner and what stands directly before "completed".
_ADVERBS = _set("already bereits déjà newly now previously récemment recently then")
_AUXILIARIES = _set(
    "a are been est été had has have is ont sont sind ist was were wird wurde wurden worden"
)
_RELATIVES = _set("qui that which who")
_PREPOSITIONS = _set(
    "about against among and at between by for from in into of on or over to under with within"
    " à au aux avec dans de des du en et par pour sous sur"
    " an auf aus bei für im in mit nach und unter vom von zu zum zur"
)
# With what is behind these words at its head, a sentence does something with another thing.
_USES = _set(
    "according assess base based build building compare consider continue disseminate draw drawing"
    " evaluate examine exploit extend follow following implement present publish review revise"
    " take taking update use using"
)
_INFINITIVE = Pattern(r"[^\W\d_]{3,20}(?:er|ir|re)\Z")
_FRENCH_OBJECT = _set("à au aux l la le les suite")


def completed_documents(passage: Passage) -> dict[int, int]:
    """The documents behind "Completed", each with the place where the words of it begin.

    What is completed has to be the action: "Completed: 1234/05". A study that was completed, and
    that the action uses or follows up, proves nothing of it.

    Args:
        passage: The text.

    Returns:
        The numbers of the mentions, and the places.
    """
    found: dict[int, int] = {}
    text = passage.text
    for done in _COMPLETED.finditer(text) if passage.mentions else ():
        if _YET_TO.search(text[max(0, done.start() - 60) : done.start()]):
            continue
        if not _is_own(passage, done):
            continue
        for number in passage.mentions_from(done.end()):
            mention = passage.mentions[number]
            gap = text[done.end() : mention.start]
            if len(gap) > _LONGEST_GAP or isinstance(mention.reference, ActionCitation):
                break
            between = _TO_DOCUMENT.fullmatch(gap)
            if between is None or _NOT_PROOF.search(between["between"]):
                break
            start = done.start()
            if done[0][0].islower():
                # "Preliminary work completed 1234/05": the sentence says what is completed.
                start = max(passage.sentence(start, start)[0], start - _LOOK_BACK)
            for listed in same_list(passage, number):
                if not isinstance(passage.mentions[listed].reference, ActionCitation):
                    found.setdefault(listed, start)
            break
    return found


def _is_own(passage: Passage, done: re.Match[str]) -> bool:
    """Whether the action is what is completed, and not a thing that it uses or follows up."""
    text = passage.text
    after = text[done.end() : done.end() + 40].lstrip()
    behind = _WORD.match(after)
    if behind is not None and not (behind[0][0].isdecimal() or behind[0].lower() in _GOES_ON):
        return False
    first, _ = passage.sentence(done.start(), done.start())
    before = text[max(first, done.start() - _LOOK_BACK) : done.start()]
    words = [word[0].lower() for word in _WORD.finditer(before)]
    if not words:
        return True
    return not _uses(words) and not _of_another(words)


def _uses(words: list[str]) -> bool:
    """Whether a sentence begins with what is done with the thing: "Follow up the study"."""
    head = words[1:] if words[0] == "to" else words
    if not head:
        return False
    if head[0] in _USES:
        # "Review completed", "Update of maps completed": the noun.
        return len(head) > 1 and head[1] not in ("of", "and")
    return _INFINITIVE.match(head[0]) is not None and head[1:2] != [] and head[1] in _FRENCH_OBJECT


def _of_another(words: list[str]) -> bool:
    """Whether "completed" belongs to a noun: "the completed study", "use the study completed"."""
    rest = list(words)
    while rest and rest[-1] in _ADVERBS:
        rest.pop()
    if rest and rest[-1] in _DETERMINERS - _AUXILIARIES:
        return True
    finite = False
    while rest and rest[-1] in _AUXILIARIES:
        rest.pop()
        finite = True
    if finite:
        return bool(rest) and rest[-1] in _RELATIVES
    return any(
        word in _DETERMINERS and place > 0 and rest[place - 1] not in _PREPOSITIONS
        for place, word in enumerate(rest)
    )
