"""Strategies for texts, codes, dates, deadlines and references: realistic values first."""

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import By, Deadline, During, Recurring, Relative, Undetermined
from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionRef, Code, Named, PartyRef, PlanRef, RecommendationRef
from customs_coop.model.link import Identity
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import DocumentNumber, Reference, parse_reference

__all__ = [
    "action_refs",
    "codes",
    "days",
    "deadlines",
    "decimals",
    "document_numbers",
    "identities",
    "names",
    "partial_dates",
    "periods",
    "plan_ids",
    "recurrences",
    "references",
    "texts",
]

_WORDS = (
    "Report to the working party",
    "Ετήσια έκθεση — άρθρο 4 §2",
    "Évaluation « à mi-parcours »",
    "=1+1",
    "<b>bold</b> & co | pipe",
    "שלום world",
    "line one\nline two",
    "tab\there",
    "🛃 e\u0301 \u200b",
)
# What no UTF-8 file can hold is left out; everything else may stand in a text.
_CHARACTERS = st.characters(exclude_categories=["Cs"])


def texts(*, blank: bool = True) -> st.SearchStrategy[str]:
    """Any text that a document may hold, markup and right-to-left writing included.

    Args:
        blank: Whether the text may be empty.
    """
    words = st.sampled_from(_WORDS) | st.text(_CHARACTERS, min_size=1, max_size=20)
    return (st.just("") | words) if blank else words


def names() -> st.SearchStrategy[str]:
    """Texts that may name a thing: not blank, and no blanks around them."""
    return texts(blank=False).map(str.strip).filter(bool)


def codes() -> st.SearchStrategy[Code]:
    """Codes as plans print them, and stranger ones."""
    numbers = st.integers(0, 20)
    printed = (
        st.builds("{}.{}".format, numbers, numbers)
        | numbers.map(str)
        | st.sampled_from(("A", "14b", "1.2.3", "VII", "5.01"))
    )
    return (printed | names()).map(Code)


def plan_ids() -> st.SearchStrategy[str]:
    """Ids of plans."""
    return st.sampled_from(("AP1", "AP5", "P1997")) | names().map(_as_plan_id)


def _as_plan_id(name: str) -> str:
    """A name with another sign in the place of each that no id of a plan holds."""
    try:
        return PlanRef(name).plan
    except InvalidValueError:
        return "".join(one if one.isprintable() and one != "/" else "-" for one in name)


def action_refs() -> st.SearchStrategy[ActionRef]:
    """Addresses of actions."""
    return st.builds(ActionRef, plan_ids(), codes())


def identities() -> st.SearchStrategy[Identity]:
    """Everything that a dossier knows by name."""
    return st.one_of(
        action_refs(),
        plan_ids().map(PlanRef),
        names().map(RecommendationRef),
        names().map(PartyRef),
        st.builds(Named, names(), st.sampled_from(("", "plan", "event"))),
    )


def days() -> st.SearchStrategy[dt.date]:
    """Days of the years 1990 to 2049."""
    return st.dates(dt.date(1990, 1, 1), dt.date(2049, 12, 31))


def periods() -> st.SearchStrategy[Period]:
    """Windows of days, often those of real plans."""
    real = st.sampled_from(("2004-01-01/2006-12-31", "2011-07-01/2012-12-31")).map(Period.parse)
    return real | st.tuples(days(), days()).map(lambda pair: Period(min(pair), max(pair)))


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Dates with one bound, two or none."""
    return (
        st.just(PartialDate())
        | days().map(lambda day: PartialDate(day, None))
        | days().map(lambda day: PartialDate(None, day))
        | periods().map(lambda period: PartialDate(period.start, period.end))
    )


def recurrences() -> st.SearchStrategy[Recurrence]:
    """Rhythms of weeks, months, years and Presidencies, some of years with their day."""
    lengths, minimums = st.integers(1, 24), st.none() | st.integers(1, 9)
    return st.builds(Recurrence, st.sampled_from(Frequency), lengths, minimums) | st.builds(
        Recurrence,
        st.just(Frequency.YEARLY),
        lengths,
        minimums,
        st.integers(1, 12),
        st.none() | st.integers(1, 28),
    )


def deadlines() -> st.SearchStrategy[Deadline]:
    """Deadlines of all five kinds, with canonical and with other words."""
    words = texts(blank=False)
    conventions = st.none() | st.sampled_from(("end", "early", "about"))
    recurring = st.none() | recurrences()
    offsets = st.sampled_from(("-P1M", "P1Y", "P0D", "P2W", "P3D", None))
    return st.one_of(
        days().map(By),
        st.builds(By, days(), words, conventions),
        periods().map(lambda period: During(period.start, period.end)),
        st.builds(lambda day, text: During(day, None, text), days(), words),
        recurring.map(Recurring),
        st.builds(Recurring, recurring, words, conventions),
        st.builds(
            lambda rhythm, round_: Recurring(rhythm, first=round_.start, until=round_.end),
            recurring,
            periods(),
        ),
        st.builds(Recurring, recurring, words, first=st.none() | days()),
        st.builds(Relative, names(), offsets, st.none() | days(), words),
        words.map(Undetermined),
    )


def document_numbers() -> st.SearchStrategy[DocumentNumber]:
    """Council document numbers, with revisions that agree and that do not."""
    figures = st.none() | st.integers(1, 9)
    subjects = st.lists(
        st.tuples(st.sampled_from(("ENFOCUSTOM", "JAI", "UD")), st.integers(1, 999)),
        max_size=2,
        unique=True,
    )
    return st.builds(
        DocumentNumber,
        number=st.integers(1, 19999),
        year=st.integers(1950, 2049),
        revision=figures,
        stated_revision=figures,
        corrigendum=st.none() | st.integers(1, 3),
        subjects=subjects.map(tuple),
        limite=st.booleans(),
    )


_REFERENCES = (
    "OJ C 247, 15.10.2003, p. 1",
    "OJ L 67, 12.3.2003, p. 27–30",
    "2009/C 260/01",
    "32003D0170",
    "COM(2018) 549 final",
    "Council Decision 2003/170/JHA",
    "Regulation (EC) No 648/2005",
    "Action 8 of the second Action Plan",
    "recommendation 14b",
)


def references() -> st.SearchStrategy[Reference]:
    """References of every kind."""
    return document_numbers() | st.sampled_from(_REFERENCES).map(parse_reference)


def decimals() -> st.SearchStrategy[Decimal]:
    """Finite decimal numbers."""
    return st.decimals(-(10**9), 10**9, places=2, allow_nan=False, allow_infinity=False)
