"""Words of carried rows that still name actions by the codes of the old plan."""

from collections.abc import Iterator
from typing import Final

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.model import Action, ActionRef
from customs_coop.references import ActionCitation, find_references
from customs_coop.references.base import Pattern
from customs_coop.rollover.appearances import recorded
from customs_coop.rollover.relinking import HISTORY
from customs_coop.rollover.whereabouts import Whereabouts

__all__ = ["about_names"]

# What is in every word for an action that citations have; most texts hold none.
_MARKS: Final = ("ction", "CTION", "nahme", "NAHME", "esure", "ESURE", "ktion", "KTION")
_CITING: Final = Pattern(rf"(?:{'|'.join(_MARKS)})[^0-9]{{0,30}}[0-9]")

# A code among words; the figures of a longer number are none.
_CODE: Final = Pattern(r"(?<![0-9.])[0-9]{1,3}\.[0-9]{1,3}[a-z]?(?![0-9]|\.[0-9])")


def about_names(
    subject: ActionRef, action: Action, whereabouts: Whereabouts
) -> Iterator[Diagnostic]:
    """Tell which old codes the words of a carried row name, and what these codes are now.

    The words stay as they were printed. They are found as citations ("see action 7.3"), and in
    the evidence of links ("await outcome of 2.1"), never by figures alone. A citation that names
    its plan is right for ever, and so is a code that is the same in the new plan. The words of
    a row that stood in a plan before the old one may be as old as that, and then so are the codes
    in them: this is told again at each rollover, until somebody changes the words.

    Args:
        subject: The address of the row in the new plan.
        action: The row, still with the links of the old plan.
        whereabouts: Where everything of the old plan went.

    Yields:
        One finding for each old code and each wording of it.
    """
    named = _named(action, whereabouts)
    if not named and not action.links:
        return  # as with most rows
    plan = whereabouts.plan.id
    older = _older_plan(action)
    doubt = f"; where the words are as old as {older}, it is a code of that plan" if older else ""
    for words, meant in _words_of_older_links(action, whereabouts, older):
        if not any(cited in words for _, cited in named):
            message = f'"{_printed(words)}" means {meant}'
            yield diagnose("CC617", message, subject=str(subject))
    for code, words in named:
        if not whereabouts.is_known(code):
            if older:
                message = f'"{_printed(words)}" names no code of {plan}{doubt}'
                yield diagnose("CC617", message, subject=str(subject))
            continue
        there = whereabouts.there(code)
        if [ref.code.text for ref in there] == [code]:
            continue
        printed = _printed(words)
        if there:
            now = " and ".join(str(ref.code) for ref in there)
            message = f'"{printed}" means {plan}/{code}, which is now {now}'
        elif code in whereabouts.positions:
            message = f'"{printed}" means {plan}/{code}, which does not go on'
        else:
            message = f'"{printed}" means {plan}/{code}, which {plan} does not have'
        yield diagnose("CC617", message + doubt, subject=str(subject))


def _printed(words: str) -> str:
    return shortened(words, 200)


def _older_plan(action: Action) -> str:
    """The plan before the old one from which its words may be; empty where there is none."""
    places = recorded(action)
    return places[-1].action.plan if places else ""


def _words_of_older_links(
    action: Action, whereabouts: Whereabouts, older: str
) -> Iterator[tuple[str, str]]:
    """The words of links that name a code of a plan before the old one, and what they mean.

    The links of a row follow at each rollover, and their words do not: what names another code
    than the link leads to is older than the plan.
    """
    plan = whereabouts.plan.id
    for link in action.links:
        target = link.target
        if not link.text or link.kind in HISTORY or not isinstance(target, ActionRef):
            continue
        code = target.code.text
        if target.plan != plan:
            if target.plan == older and _names(link.text, code):
                yield link.text, str(target)
        elif older and not _names(link.text, code) and _CODE.search(link.text):
            there = " and ".join(str(ref.code) for ref in whereabouts.there(code))
            now = f"which is now {there}" if there else "which does not go on"
            yield link.text, f"{target}, {now}; its code is one of {older}"


def _named(action: Action, whereabouts: Whereabouts) -> dict[tuple[str, str], None]:
    """The codes that its words name, each with the words."""
    named: dict[tuple[str, str], None] = {}
    # One search in all words together: most rows cite nothing.
    texts = _texts(action)
    if _may_cite("\n".join(texts)):
        for text in filter(_may_cite, texts):
            for mention in find_references(text):
                reference = mention.reference
                if isinstance(reference, ActionCitation) and reference.plan is None:
                    named[reference.code, mention.text] = None
    for link in action.links:
        if not link.text or link.kind in HISTORY:
            continue
        if isinstance(link.target, ActionCitation) and link.target.plan is not None:
            continue
        code = whereabouts.code_of(link.target)
        # The same words may be found as a citation, too, without what stands around it.
        if (
            code is not None
            and _names(link.text, code)
            and not any(known == code and cited in link.text for known, cited in named)
        ):
            named[code, link.text] = None
    return named


def _may_cite(words: str) -> bool:
    for mark in _MARKS:
        if mark in words:
            return _CITING.search(words) is not None
    return False


def _texts(action: Action) -> list[str]:
    return [
        action.title,
        action.status_text,
        action.terms_of_reference,
        *action.outcomes,
        *[indicator.text for indicator in action.indicators],
        *[one.text for one in action.involved],
        *[cell.text for cell in action.extra],
    ]


def _names(text: str, code: str) -> bool:
    """Whether a text holds a code that is no part of a longer one."""
    start = text.find(code)
    while start >= 0:
        end = start + len(code)
        before = text[start - 1 : start]
        behind = text[end : end + 2]
        part_of_longer = (
            before.isalnum()
            or before == "."
            or behind[:1].isalnum()
            or (behind[:1] == "." and behind[1:].isdecimal())
        )
        if not part_of_longer:
            return True
        start = text.find(code, end)
    return False
