"""Telling layouts apart by content, and the one door to all readers."""

from collections.abc import Sequence

import attrs

from customs_coop.diagnostics import Report, Span, diagnose
from customs_coop.errors import InvalidValueError
from customs_coop.readers.base import Fit, Layout, Reading, Residue, Source
from customs_coop.readers.text.bounds import beyond_bounds
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.first_column import without_first_column
from customs_coop.readers.text.invisible import VisibleForm, visible_form

__all__ = ["layout_named", "layouts", "parse"]


_OWN = ("work-plan", "timetable")
_WAY_OUT = "where it is of one of these layouts, name it, as in --layout conclusions"


def layouts() -> tuple[Layout, ...]:
    """Every layout that can be read, in the order in which they are tried.

    Example:
        >>> [layout.name for layout in layouts()]
        ['json', 'work-plan', 'action-plan', 'timetable', 'conclusions']
    """
    # Here, because the grammars of the layouts would make the import of the package slow.
    from customs_coop.readers.conclusions.layout import CONCLUSIONS_LAYOUT
    from customs_coop.readers.flow.layout import FLOW_LAYOUT
    from customs_coop.readers.json import JSON_LAYOUT
    from customs_coop.readers.timetable.layout import TIMETABLE_LAYOUT
    from customs_coop.readers.workplan.layout import WORK_PLAN_LAYOUT

    return (JSON_LAYOUT, WORK_PLAN_LAYOUT, FLOW_LAYOUT, TIMETABLE_LAYOUT, CONCLUSIONS_LAYOUT)


def _candidates(document: Source) -> tuple[Layout, ...]:
    """The layouts to try: our own tables have two only, whatever the words in them are."""
    from customs_coop.readers.document.sheet import is_sheet  # late, for the same reason

    if not is_sheet(document):
        return layouts()
    return tuple(known for known in layouts() if known.name in _OWN)


def layout_named(name: str) -> Layout:
    """The layout with this name.

    Raises:
        InvalidValueError: There is none; the message lists the names.
    """
    for known in layouts():
        if known.name == name:
            return known
    from difflib import get_close_matches  # only where something is wrong

    names = [known.name for known in layouts()]
    near = get_close_matches(name.casefold(), names)
    guess = f"; did you mean {' or '.join(near)}?" if near else ""
    raise InvalidValueError(f"no layout is called {name!r}; there are {', '.join(names)}{guess}")


def parse(text: str, *, source: str = "<text>", layout: str | None = None) -> Reading:
    r"""Read the text of a strategy, a work plan or an action plan.

    The layout is recognised by what the text holds, never by a name. Nothing in the text makes
    this function raise: what is wrong with it stands in the report.

    Args:
        text: The text itself; for a file there is `customs_coop.loading.read`.
        source: The name that findings give it.
        layout: The name of a layout ("json", "work-plan", "action-plan", "timetable"), to read the
            text by it whether it fits or not; None to recognise it.

    Returns:
        The dossier, the report, the residue and the furniture.

    Raises:
        TypeError: `text` is no text.
        InvalidValueError: No layout has the name `layout`.

    Example:
        >>> reading = parse(
        ...     "Third Action Plan (2008-2009)\n\n"
        ...     "Code\tAction\tPriority\tResponsible party\n"
        ...     "3.1\tAssess the threats\tHigh\tCCWG\n"
        ... )
        >>> plan = reading.dossier.plan
        >>> plan.id, plan["3.1"].title, plan["3.1"].responsible[0].party
        ('AP3', 'Assess the threats', 'CCWP')
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is wanted, not {type(text).__name__}")
    document = Source(source, text)
    named = None if layout is None else layout_named(layout)
    if not text.strip(" \t\r\n\f\ufeff\u00a0"):
        what = "holds only blanks" if text.strip("\ufeff") else "is empty"
        finding = diagnose("CC102", f"the text {what}", span=Span(source=source))
        return Reading(report=Report([finding]))
    if _is_json(document, named):
        return _read(document, named)
    forms: list[VisibleForm] = []
    for plain_form in (visible_form, without_first_column):
        form = plain_form(forms[-1].source if forms else document)
        forms += [form] if form is not None else []
    reading = _read(forms[-1].source if forms else document, named)
    for form in reversed(forms):
        reading = form.placed(reading)
    return reading


def _is_json(document: Source, layout: Layout | None) -> bool:
    """Whether a text is the JSON of this library, which keeps every character of a value."""
    from customs_coop.readers.json import JSON_LAYOUT  # late, for the same reason

    return layout is JSON_LAYOUT or (layout is None and JSON_LAYOUT.fits(document).ok)


def _read(document: Source, layout: Layout | None) -> Reading:
    too_large = "" if _is_json(document, layout) else beyond_bounds(document)
    if too_large:
        finding = diagnose("CC185", too_large, span=Span(source=document.name))
        return Reading(report=Report([finding]), residue=_all_of(document))
    if layout is not None:
        return _by_name(layout, document)
    fits = [(known, known.fits(document)) for known in _candidates(document)]
    fitting = [(known, fit) for known, fit in fits if fit.ok]
    if not fitting:
        finding = diagnose(
            "CC102", _missing(document, fits), span=Span(source=document.name), hint=_WAY_OUT
        )
        return Reading(report=Report([finding]), residue=_all_of(document))
    best = max(fit.score for _, fit in fitting)
    candidates = [known for known, fit in fitting if fit.score == best]
    if len(candidates) > 1:
        found = " and ".join(known.name for known in candidates)
        message = f"the text fits {found} equally well"
        hint = f'name one, as in layout="{candidates[0].name}"'
        finding = diagnose("CC108", message, span=Span(source=document.name), hint=hint)
        return Reading(report=Report([finding]), residue=_all_of(document))
    return candidates[0].read(document)


def _missing(document: Source, fits: Sequence[tuple[Layout, Fit]]) -> str:
    """What the nearest layouts miss; a text is near to JSON only where it begins as one."""
    best = max(fit.score for _, fit in fits)
    like_json = document.text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")
    near = [
        f"{known.name}: {', '.join(fit.missing)}"
        for known, fit in fits
        if (like_json if known.name == "json" else fit.score == best)
    ]
    return f"the text looks like no known layout; missing were, for {'; '.join(near)}"


def _by_name(layout: Layout, document: Source) -> Reading:
    """Read by a layout that the caller named; say so where it finds no action and did not fit."""
    reading = layout.read(document)
    fit = layout.fits(document)
    if fit.ok or not reading.report.ok or any(plan.actions for plan in reading.dossier.plans):
        return reading
    message = (
        f"the text does not look like {layout.name}, and was read as {layout.name} all the same;"
        f" missing were: {', '.join(fit.missing)}"
    )
    # Where no other layout fits either, leaving the name out leads back to here.
    others = any(other.fits(document).ok for other in _candidates(document))
    hint = "leave the layout out, and the content tells it" if others else "check what was read"
    finding = diagnose("CC102", message, span=Span(source=document.name), hint=hint)
    return attrs.evolve(reading, report=Report([finding]) + reading.report)


def _all_of(document: Source) -> tuple[Residue, ...]:
    """Every line that holds words, by itself."""
    found = []
    for line in document.lines:
        words = Excerpt.of(document.text, line.start, line.end).stripped(" \t\f\u00a0")
        if words.text.strip():
            span = document.span(words.start, words.places[-1] + 1)
            found.append(Residue(words.text, span))
    return tuple(found)
