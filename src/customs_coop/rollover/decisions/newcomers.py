"""New actions as a decisions file drafts them."""

from collections.abc import Iterable, Mapping

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Undetermined, parse_deadline
from customs_coop.model import ActionRef, Code

__all__ = ["DraftDecision", "DraftIndicator", "read_time"]


def _names(value: Iterable[ActionRef | str] | ActionRef | str) -> tuple[str, ...]:
    """What a draft goes on with: one name or several, each also as an address."""
    given = (value,) if isinstance(value, ActionRef | str) else tuple(value)
    for one in given:
        if not isinstance(one, ActionRef | str):
            raise TypeError(
                f'continues takes names such as "AP1/5.2", as texts or addresses, not {one!r:.80}'
            )
    return tuple(dict.fromkeys(str(one).strip() for one in given))


def _texts(value: Iterable[str] | str) -> tuple[str, ...]:
    """Several texts; a single one may stand alone."""
    return (value,) if isinstance(value, str) else tuple(value)


def _codes(value: Iterable[Code | str]) -> tuple[Code, ...]:
    if isinstance(value, str):
        raise TypeError(f"objectives takes codes, not the bare text {value!r:.80}")
    return tuple([one if isinstance(one, Code) else Code(one) for one in value])


def read_time(words: str, window: Period | None, *, as_words: bool) -> Deadline | None:
    """The deadline that words set within a window; None where they name no time.

    Args:
        words: The words.
        window: The period of the new plan, or None.
        as_words: Words that name no time are wanted as they are.
    """
    deadline = parse_deadline(words, within=window)
    return None if isinstance(deadline, Undetermined) and not as_words else deadline


@attrs.frozen(kw_only=True)
class DraftIndicator:
    """An indicator of a new action.

    Args:
        text: Its words.
        deadlines: The words of its deadlines, which `parse_deadline` reads within the period of
            the new plan.
        lines: The lines of its keys, as far as they are known; never compared.
    """

    text: str
    deadlines: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    lines: Mapping[str, int] = attrs.field(factory=dict, eq=False, repr=False)


def _indicators(value: Iterable[DraftIndicator]) -> tuple[DraftIndicator, ...]:
    return tuple(value)


@attrs.frozen(kw_only=True)
class DraftDecision:
    """A new action that is drafted: from recommendations, or to go on with what was left.

    Args:
        title: Its title; may be empty where it goes on with one action alone, and keeps the
            title of that.
        recommendations: The ids of the recommendations that it takes up.
        code: Its code in the new plan; None for the next one that is free.
        work_area: The code of its work area in the old plan; None for the one with which `code`
            begins where the codes of the plan begin with theirs, else for none.
        responsible: The ids of the parties that carry it.
        continues: What it goes on with of the plans before the old one: "AP1/5.2", also as an
            `ActionRef`, "AP1/5.2 indicator 1", or a recommendation that waits; one or several.
        concerned: The ids of further parties that are concerned.
        priority: Its priority, in a word; may be empty.
        objectives: The codes of the strategic objectives that it serves.
        terms_of_reference: Its terms of reference; the words of its recommendations stand below.
        indicators: Its indicators.
        deadlines: The words of its own deadlines, which `parse_deadline` reads within the period
            of the new plan.
        as_words: Words of deadlines that name no time which can be read are wanted as they are.
        line: The line in the file; None where it is not known. It is never compared.
        lines: The lines of its keys, as far as they are known; never compared.
    """

    title: str = ""
    recommendations: tuple[str, ...] = ()
    code: Code | None = None
    work_area: Code | None = None
    responsible: tuple[str, ...] = ()
    continues: tuple[str, ...] = attrs.field(default=(), converter=_names)
    concerned: tuple[str, ...] = ()
    priority: str = ""
    objectives: tuple[Code, ...] = attrs.field(default=(), converter=_codes)
    terms_of_reference: str = ""
    indicators: tuple[DraftIndicator, ...] = attrs.field(default=(), converter=_indicators)
    deadlines: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    as_words: bool = False
    line: int | None = attrs.field(default=None, eq=False, repr=False)
    lines: Mapping[str, int] = attrs.field(factory=dict, eq=False, repr=False)

    @property
    def times(self) -> tuple[tuple[str, int | None], ...]:
        """The words of all its deadlines, those of its indicators behind, with their lines."""
        found = [
            (words, self.lines.get(f"deadlines {place}", self.line))
            for place, words in enumerate(self.deadlines)
        ]
        for one in self.indicators:
            found += [
                (words, one.lines.get(f"deadlines {place}", self.line))
                for place, words in enumerate(one.deadlines)
            ]
        return tuple(found)
