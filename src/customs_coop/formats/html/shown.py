"""What a web page shows of itself: all but menus, its foot, and what is hidden."""

import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.formats.html.tags import Tag

__all__ = ["Shown"]

_NOWHERE = re.compile(
    r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}collapse)"
)
_UNSEEN = re.compile(r"(?:^|;)\s{0,9}visibility\s{0,9}:\s{0,9}hidden")
# Elements without an end hold nothing that could be hidden.
_VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source")
)
# Pages hide all of themselves until a script has run.
_WHOLE = frozenset(("html", "head", "body"))
_MENUS = frozenset(("nav", "footer"))
_PAGE_ENDS = frozenset(("header", "footer"))  # as LibreOffice writes the head and foot of pages
_MENU_ROLES = frozenset(("navigation", "menu", "menubar", "contentinfo"))
# Which part of a table ends which: a row ends the cells before it, though no tag says so.
_RANKS = {"td": 1, "th": 1, "tr": 2, "thead": 3, "tbody": 3, "tfoot": 3}
_LISTS = frozenset(("ul", "ol"))


@attrs.define
class Shown:
    """The tokens of a page without those that are not shown, or are no part of the text.

    Attributes:
        hidden: Where hidden words begin, as an index of the text.
        menus: Where menus and feet begin that have words.
        menu_words: The words of menus and feet.
        asides: What one of our own pages says beside the words of a plan, and where.
    """

    hidden: list[int] = attrs.Factory(list)
    menus: list[int] = attrs.Factory(list)
    menu_words: list[str] = attrs.Factory(list)
    asides: list[tuple[str, int]] = attrs.Factory(list)

    def of(self, tokens: Iterable[Tag | tuple[str, int]]) -> Iterator[Tag | tuple[str, int]]:
        """Pass on what is shown.

        Args:
            tokens: The tags and texts of the page.
        """
        gap: _Gap | None = None
        for token in tokens:
            if gap is not None:
                if not isinstance(token, Tag):
                    gap.take_text(*token)
                    continue
                ended = gap.ends(token)
                if not ended:
                    continue
                gap = None
                if ended == "with":
                    continue
            if isinstance(token, Tag):
                if _is_aside(token):
                    gap = _Gap(token.name, [], asides=self.asides)
                    continue
                found = self._found(token)
                if found is not None:
                    words = self.menu_words if found is self.menus else None
                    gap = _Gap(token.name, found, words=words)
                    if token.name not in ("td", "th") or not _is_unseen(token):
                        continue
                    gap.kept = True
            yield token

    def _found(self, tag: Tag) -> list[int] | None:
        """The list to which what begins here belongs; None where it is shown."""
        if tag.closing or tag.name in _VOID or tag.name in _WHOLE:
            return None
        if "hidden" in tag.values or _style(tag, _NOWHERE) or _is_unseen(tag):
            return self.hidden
        if tag.name == "div" and tag.values.get("title") in _PAGE_ENDS:
            return self.menus
        role = tag.values.get("role", "").casefold()
        if role in _MENU_ROLES or (
            tag.name in _MENUS and not role and "note" not in tag.values.get("class", "")
        ):
            return self.menus
        return None


@attrs.define
class _Gap:
    """An element that is left out, until it ends."""

    name: str
    found: list[int]
    asides: list[tuple[str, int]] | None = None  # all of its words are kept, but not as words
    words: list[str] | None = None  # where they go
    kept: bool = False  # whether the cell itself keeps its place
    told: bool = False
    tables: int = 0
    lists: int = 0
    same: int = 0

    def take_text(self, text: str, start: int) -> None:
        if self.asides is not None and text.strip():
            self.asides.append((text, start))
        if self.words is not None and text.strip():
            self.words.append(text)
        if text.strip() and not self.told:
            self.told = True
            self.found.append(start)

    def ends(self, tag: Tag) -> str:
        """Whether a tag ends it: "with" the tag, "before" it, or not at all, as empty text."""
        name, step = tag.name, -1 if tag.closing else 1
        if tag.closing and name == self.name and not self._inner(name):
            return "before" if self.kept else "with"
        if name == self.name and name not in _RANKS and name not in ("li", "p"):
            self.same += step
        if name == "table":
            self.tables += step
            return "before" if self.tables < 0 else ""
        if self.tables:
            return ""
        if name in _RANKS:
            own = _RANKS.get(self.name, 0)
            ended = _RANKS[name] > own if tag.closing else _RANKS[name] >= max(own, 1)
            return "before" if ended else ""
        return "before" if self._ends_in_list(name, step) else ""

    def _inner(self, name: str) -> bool:
        """Whether an end belongs to an element of the same name within."""
        return bool(self.same or (name != "table" and self.tables) or (name == "li" and self.lists))

    def _ends_in_list(self, name: str, step: int) -> bool:
        if self.name not in ("li", "p"):
            return False
        if name in _LISTS and self.name == "li":
            self.lists += step
            return self.lists < 0
        if self.name == "p":
            # A paragraph ends where another block begins, or its parent ends.
            return name in ("p", "div", "ul", "ol", "li", "dl", "body", "h1", "h2", "h3", "h4")
        return name == "li" and step > 0 and not self.lists


def _is_aside(tag: Tag) -> bool:
    """Whether our own pages mark it as no words of a plan, such as what happened to a row."""
    return (
        not tag.closing and tag.name not in _VOID and tag.values.get("data-customs-coop") == "aside"
    )


def _style(tag: Tag, pattern: re.Pattern[str]) -> bool:
    style = tag.values.get("style", "")
    return bool(style) and pattern.search(style.casefold()) is not None


def _is_unseen(tag: Tag) -> bool:
    """Whether it is not seen, but keeps its place."""
    return _style(tag, _UNSEEN)
