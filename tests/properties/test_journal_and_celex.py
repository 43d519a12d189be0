"""Places in the journal and CELEX numbers: printed in any language they are read again."""

import datetime as dt

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from customs_coop.references import CelexNumber, OJReference, find_references, parse_reference
from customs_coop.references.celex import CELEX_NUMBERS
from customs_coop.references.journal import PLACES
from customs_coop.references.journal.titles import STYLES, TITLES
from folded import every_case

PAGES = st.integers(1, 9000)
MORE_PAGES = st.none() | st.integers(0, 900)
LANGUAGES = st.sampled_from(sorted(STYLES))


def of_issue(
    series: str, number: int, date: dt.date | None, page: int | None, more: int | None
) -> OJReference:
    last = None if page is None or more is None else page + more
    return OJReference(series, number, date, page, last)


def of_year(series: str, number: int, page: int, more: int | None, year: int) -> OJReference:
    return OJReference(series, number, None, page, None if more is None else page + more, year)


issues = st.builds(
    of_issue,
    st.sampled_from(["L", "C", "S", "CA", "CE", "LI", "LM"]),
    st.integers(1, 9999),
    st.none() | st.dates(dt.date(1968, 1, 1), dt.date(2049, 12, 31)),
    st.none() | PAGES,
    MORE_PAGES,
)
old_issues = st.builds(
    of_issue,
    st.just("P"),
    st.integers(1, 9999),
    st.none() | st.dates(dt.date(1952, 12, 30), dt.date(1967, 12, 31)),
    st.none() | PAGES,
    MORE_PAGES,
)
issues_of_a_year = st.builds(
    of_year,
    st.sampled_from(["L", "C", "CE", "LI"]),
    st.integers(1, 9999),
    PAGES,
    MORE_PAGES,
    st.integers(1968, 2023),
)
acts = st.builds(
    OJReference,
    st.sampled_from(["L", "C"]),
    st.integers(1, 99999),
    date=st.none() | st.dates(dt.date(2023, 10, 1), dt.date(2049, 12, 31)),
    year=st.integers(2023, 2049),
)
notices = st.builds(
    OJReference,
    st.sampled_from(["L", "C", "CE"]),
    st.integers(1, 9999),
    year=st.integers(1950, 2049),
    notice=st.integers(1, 999),
)
places = st.one_of(issues, old_issues, issues_of_a_year, acts, notices)

days = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)).map(lambda day: f"{day:-%Y%m%d}")
celex_numbers = st.one_of(
    st.from_regex(
        r"\A([15678](19[5-9]|20[0-4])[0-9][A-Z]{1,2}|[02349E](19[5-9]|20[0-4])[0-9][A-Z])"
        r"[0-9]{4,6}(\([0-9]{2}\))?(R\([0-9]{2}\))?\Z"
    ),
    st.from_regex(r"\A7(19[5-9]|20[0-4])[0-9]L[0-9]{4}[A-Z]{3}_[0-9]{1,9}\Z"),
    st.from_regex(r"\A1(19[5-9]|20[0-4])[0-9][A-Z]{1,2}(/TXT|/PRO/[0-9]{2}|[0-9]{3})\Z"),
    st.from_regex(r"\AC(19[5-9]|20[0-4])[0-9]/[0-9]{1,4}[AE]?/[0-9]{2,3}\Z"),
    st.builds(
        lambda stem, day: f"{stem}{day}",
        st.from_regex(r"\A0(19[5-9]|20[0-4])[0-9][A-Z][0-9]{4}\Z"),
        days,
    ),
).map(CelexNumber)


@given(places, LANGUAGES)
def test_a_citation_in_any_language_keeps_every_field(place: OJReference, language: str) -> None:
    read = OJReference.parse(place.cite(language))

    assert attrs.astuple(read) == attrs.astuple(place)


@given(places)
def test_the_identity_is_read_again(place: OJReference) -> None:
    assert OJReference.parse(str(place)) == place
    assert parse_reference(place.cite()) == place


@given(issues.filter(lambda place: place.date is not None), LANGUAGES)
def test_what_a_language_cites_is_found_in_a_sentence(place: OJReference, language: str) -> None:
    cited = place.cite(language)
    (mention,) = find_references(f"As it stands ({cited}), and no more.")

    assert (mention.reference, mention.text) == (place, cited)


@given(st.one_of(issues, issues_of_a_year, acts))
def test_the_address_leads_back_to_the_place(place: OJReference) -> None:
    address = place.url("fr")
    # Since October 2023 no issue has pages.
    assume(address is not None and (place.date is None or place.date.year < 2024))
    (mention,) = find_references(f"<{address}>.")
    read = mention.reference

    assert mention.text == address
    assert isinstance(read, OJReference)
    assert (read.series, read.number, read.page) == (place.series, place.number, place.page)
    assert read.year == (place.year or (place.date and place.date.year))


@given(st.one_of(issues, old_issues, acts), st.sampled_from(["G", "Y", "XG", "XC"]))
def test_a_candidate_is_a_number_of_the_year(place: OJReference, descriptor: str) -> None:
    candidate = place.celex_candidate(descriptor)

    assert (candidate is None) == (place.date is None and place.year is None)
    if candidate is not None:
        assert candidate.number.descriptor == descriptor
        assert candidate.number.year == place.year or (
            place.date is not None and candidate.number.year == place.date.year
        )
        assert candidate.number.text.startswith(candidate.stem)
        assert candidate.reason


@given(celex_numbers)
def test_a_celex_number_is_found_alone_with_its_name_and_in_its_address(
    number: CelexNumber,
) -> None:
    for written in (number.text, number.cite(), number.url("de")):
        (mention,) = find_references(f"so ({written}), as it is")
        assert (mention.reference, mention.text) == (number, written)
        assert parse_reference(written) == number


@given(celex_numbers)
def test_the_parts_of_a_celex_number_make_the_whole(number: CelexNumber) -> None:
    tail = "" if number.sequence is None else f"({number.sequence:02d})"
    tail += "" if number.corrigendum is None else f"R({number.corrigendum:02d})"
    tail += "" if number.consolidated is None else f"{number.consolidated:-%Y%m%d}"
    head = f"{number.sector}{number.year}{number.descriptor}"

    assert number.text.startswith(head)
    assert number.text.endswith(tail)
    assert number.number in number.text


SOUP = [
    *PLACES.examples,
    *PLACES.counterexamples,
    *CELEX_NUMBERS.examples,
    *CELEX_NUMBERS.counterexamples,
    *TITLES,
    *(" C 5", " L 67/27", ", p. 1", " and ", ", 1.2.2003", " of ", "/", "(", "]", "%3A", "|", "\n"),
    "https://eur-lex.europa.eu/",
]


@given(st.lists(st.sampled_from(SOUP), max_size=12).map("".join))
def test_any_soup_of_titles_and_numbers_is_searched(text: str) -> None:
    end = 0
    for mention in find_references(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        end = mention.end


@every_case(
    "fragment",
    [
        *(
            "OJ C 1 and C 2, ",
            "OJ C 1, 1.2.2003, p. 1, C 2, 1.2.2003, ",
            "[2002] OJ ",
            "OJ:",
            "OJ.",
        ),
        *("Official Journal ", "Official Journal of the European Union " + " " * 30, "Dz. Urz. "),
        *("1.1.2001 EN ", "C 1/1 EN ", "|", "/C 1", "/eli/C/", "uri=", "CELEX", "CELEX:3", "%28"),
        *("32003D0170", "12012E/TXT/", "https://eur-lex.europa.eu/", "eur-lex.europa.eu/CELEX:"),
        *(
            "https://eur-lex.europa.eu/?uri=CELEX:32003D0170&",
            "http://eur-lex.europa.eu/OJ:",
            "OJ%3A",
        ),
        *("OJ C 1, p. 1 et ", "OL L 1, 2003 1 ", "HL 2003. L 1., ", "32003D0170 ", "ΕΕ ", "ОВ C "),
    ],
)
def test_hostile_text_of_any_length_is_searched(fragment: str) -> None:
    # At this length anything worse than linear would not come to an end.
    text = fragment * (30_000 // len(fragment))
    end = 0
    for extractor in (PLACES, CELEX_NUMBERS):
        for _, start, end in extractor.find(text):
            assert 0 <= start < end <= len(text)
