"""The rule: what is printed can be read again, and the finder takes any text in linear time."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.errors import InvalidValueError
from customs_coop.references import (
    EXTRACTORS,
    ActionCitation,
    ActKind,
    CelexNumber,
    CommissionDocument,
    DocumentNumber,
    LegalAct,
    OJReference,
    RecommendationCitation,
    Reference,
    find_references,
    parse_reference,
)
from folded import every_case

YEARS = st.integers(1950, 2049)
SMALL = st.none() | st.integers(1, 99)
REGULATIONS = (
    ActKind.REGULATION,
    ActKind.IMPLEMENTING_REGULATION,
    ActKind.DELEGATED_REGULATION,
)

document_numbers = st.builds(
    DocumentNumber,
    number=st.integers(1, 99999),
    year=YEARS,
    series=st.sampled_from(["ST", "CM", "DS", "AD", "SN", "PE-CONS"]),
    revision=SMALL,
    stated_revision=SMALL,
    addendum=SMALL,
    corrigendum=SMALL,
    subjects=st.lists(
        st.tuples(st.sampled_from(["ENFOCUSTOM", "UD", "CSDP/PSDC", "XYZ"]), st.integers(0, 9999)),
        max_size=3,
        unique=True,
    ).map(tuple),
    limite=st.booleans(),
)
dates = st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))
journal_references = st.one_of(
    st.builds(
        lambda series, number, date, page, more: OJReference(
            series, number, date, page, None if page is None or more is None else page + more
        ),
        st.sampled_from(["L", "C", "S", "CA", "CE", "LI", "LM"]),
        st.integers(1, 9999),
        dates,
        st.none() | st.integers(1, 9000),
        st.none() | st.integers(0, 900),
    ),
    st.builds(
        OJReference,
        series=st.sampled_from(["L", "C"]),
        number=st.integers(1, 99999),
        date=dates,
        year=st.integers(2000, 2049),
    ),
    st.builds(
        OJReference,
        series=st.sampled_from(["L", "C", "CE"]),
        number=st.integers(1, 9999),
        year=YEARS,
        notice=st.integers(1, 999),
    ),
)
celex_numbers = st.from_regex(
    r"\A[0-9CE](19[5-9]|20[0-4])[0-9][A-Z]{1,2}[0-9]{3,5}(\([0-9]{2}\))?\Z"
).map(CelexNumber)
communities = st.sampled_from(["EEC", "ECSC", "EC", "EU", "Euratom", "CFSP", "JHA"])
authors = st.sampled_from([None, "Council", "Commission"])
legal_acts = st.one_of(
    st.builds(
        LegalAct,
        st.sampled_from([kind for kind in ActKind if kind not in REGULATIONS]),
        st.integers(1, 9999),
        YEARS,
        st.none() | communities,
        authors,
        st.booleans(),
    ),
    st.builds(
        LegalAct,
        st.sampled_from(REGULATIONS),
        st.integers(1, 9999),
        YEARS,
        st.none() | communities,
        authors,
    ),
    st.builds(
        LegalAct,
        st.none(),
        st.integers(1, 9999),
        YEARS,
        communities,
        number_first=st.booleans(),
    ),
)
commission_documents = st.builds(
    CommissionDocument,
    st.sampled_from(["COM", "JOIN", "SEC", "SWD", "C"]),
    YEARS,
    st.integers(1, 99999),
    final=st.booleans(),
)
codes = st.from_regex(r"\A[0-9]{1,2}(\.[0-9]{1,2})?[a-z]?\Z")
action_citations = st.builds(ActionCitation, SMALL, codes)
recommendation_citations = st.builds(
    RecommendationCitation,
    st.none() | document_numbers,
    st.from_regex(r"\A[0-9]{1,3}(\.[0-9]{1,2})?[a-z]?\Z"),
)
references: st.SearchStrategy[Reference] = st.one_of(
    document_numbers,
    journal_references,
    celex_numbers,
    legal_acts,
    commission_documents,
    action_citations,
    recommendation_citations,
)

FRAGMENTS = [
    *(example for extractor in EXTRACTORS for example in extractor.examples),
    *(example for extractor in EXTRACTORS for example in extractor.counterexamples),
    *" \n\t/.,-–()[]+0123456789",
    *("OJ ", "COM(", "Action ", "recommendations ", " and ", " of ", "REV ", "No ", "٣", "é", "1/"),
]


@given(references)
def test_the_identity_is_read_again(reference: Reference) -> None:
    read = type(reference).parse(str(reference))

    assert read == reference
    assert hash(read) == hash(reference)
    assert str(read) == str(reference)


@given(references)
def test_the_citation_keeps_every_field(reference: Reference) -> None:
    read = type(reference).parse(reference.cite())

    assert attrs.astuple(read) == attrs.astuple(reference)


@given(references)
def test_a_reference_of_any_kind_is_told_by_its_citation(reference: Reference) -> None:
    assert parse_reference(reference.cite()) == reference


@given(references, st.sampled_from(["en", "fr", "el"]))
def test_there_is_an_address_or_a_reason(reference: Reference, language: str) -> None:
    assert (reference.url(language) is None) == (reference.unresolvable is not None)


@given(references)
def test_an_unknown_language_is_refused(reference: Reference) -> None:
    with pytest.raises(InvalidValueError, match="'xx'"):
        reference.url("xx")


# What an extraction from PDF or Word, or the end of a cell, may leave anywhere.
ANYTHING = st.text(st.characters(exclude_categories=()))  # lone surrogates too
PROSE = st.lists(
    st.sampled_from(
        ["zones", "were", "mapped;", "“yearly”", "(maps)", "été,", "more.", "так", "\n"]
    ),
    max_size=8,
).map(" ".join)
certain_in_prose: st.SearchStrategy[Reference] = st.one_of(
    st.builds(
        DocumentNumber,
        number=st.integers(2200, 99999),
        year=YEARS,
        revision=SMALL,
        addendum=SMALL,
        subjects=st.sampled_from([(), (("ENFOCUSTOM", 42),), (("JAI", 7), ("UD", 13))]),
    ),
    celex_numbers,
    commission_documents,
    action_citations,
    st.builds(
        RecommendationCitation,
        st.none(),
        st.from_regex(r"\A[0-9]{1,3}(\.[0-9]{1,2})?[a-z]?\Z"),
    ),
    st.builds(
        OJReference,
        series=st.sampled_from(["L", "C"]),
        number=st.integers(1, 9999),
        date=st.dates(dt.date(1960, 1, 1), dt.date(2023, 9, 30)),
        page=st.integers(1, 9000),
    ),
    st.builds(
        LegalAct,
        st.sampled_from([ActKind.DECISION, ActKind.DIRECTIVE, ActKind.JOINT_ACTION]),
        st.integers(1, 49),
        st.integers(1960, 1998),
        communities,
    ),
)


def check_mentions(text: str) -> None:
    last = (0, 0)
    for mention in find_references(text):
        span = (mention.start, mention.end)
        # Only the members of a range are mentions of the same words.
        ranged = isinstance(mention.reference, ActionCitation | RecommendationCitation)
        assert last[1] <= mention.start < mention.end <= len(text) or (ranged and span == last)
        assert mention.text == text[mention.start : mention.end]
        last = span


@given(ANYTHING)
def test_any_text_is_searched(text: str) -> None:
    check_mentions(text)


@given(st.lists(st.sampled_from(FRAGMENTS) | ANYTHING, max_size=30).map("".join))
def test_any_soup_of_fragments_is_searched(text: str) -> None:
    check_mentions(text)


@given(ANYTHING | st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join))
def test_any_soup_is_read_or_refused(text: str) -> None:
    for extractor in EXTRACTORS:
        read: Callable[[str], Reference] = extractor.cites.parse
        try:
            reference = read(text)
        except ValueError:
            continue
        assert read(str(reference)) == reference


@given(PROSE, certain_in_prose, PROSE)
def test_a_reference_in_prose_is_found_in_its_place(
    before: str, reference: Reference, after: str
) -> None:
    printed = reference.cite()
    (mention,) = find_references(f"{before} ({printed}) {after}")

    assert mention.reference == reference
    assert mention.text == printed
    assert mention.start == len(before) + 2


@given(st.text("xyzж. \n"), references)
def test_words_in_front_move_every_place_alike(before: str, reference: Reference) -> None:
    text = reference.cite()
    moved = find_references(f"{before} {text}")

    assert moved == tuple(
        attrs.evolve(
            mention,
            start=mention.start + len(before) + 1,
            end=mention.end + len(before) + 1,
        )
        for mention in find_references(text)
    )


@given(ANYTHING, certain_in_prose)
def test_a_reference_behind_any_text_keeps_the_rule_of_places(
    before: str, reference: Reference
) -> None:
    check_mentions(f"{before} {reference.cite()}")


@given(codes, codes)
def test_a_range_has_at_least_the_ends_that_are_printed(first: str, last: str) -> None:
    cited = [mention.reference for mention in find_references(f"Actions {first} to {last}")]

    if ("." in first) == ("." in last):
        assert cited[0] == ActionCitation(None, first)
        assert cited[-1] == ActionCitation(None, last)
    else:
        assert cited == [ActionCitation(None, first)]
    assert len(cited) <= 30


@every_case(
    "fragment",
    [
        *(
            "1",
            "/",
            "1/",
            "1.2/",
            "(",
            "[",
            "[1",
            ".",
            ",",
            " ",
            "\n",
            "\f",
            "\r",
            "\u00ad",
            "\u200b",
        ),
        *(
            "/EC",
            "OJ ",
            "OJ C ",
            "COM(",
            "Action ",
            "Actions\n",
            "recommendation ",
            "Rec. ",
            "ction",
        ),
    ],
)
def test_hostile_text_of_any_length_is_searched(fragment: str) -> None:
    # At this length anything worse than linear would not come to an end.
    check_mentions(fragment * (50_000 // len(fragment)))


@every_case(
    "fragment",
    [
        *("12345/05 ", "12345/05 A 1 ", "1/05 REV 1 ", "12345/05" + " " * 130, "ST-1-2005 "),
        *("Action 3.1 (", "Actions 3.1, 3.2, ", "recommendation 1, ", "Decision 1/97, "),
        *(
            "Action 3.1 “",
            "Action 3.1 of the third ",
            "Action 3.1 of the a b c d ",
            "Actions 1-30, ",
        ),
        *(
            "Action 3.1 (a (b",
            "second Action Plan (",
            "action 8 of the ",
            "recommendations 1 to 30, ",
        ),
        *("recommendation 14 (b", "recommendation (12", "Rec. 12 of the "),
        *("OJ" + " " * 30, "Decision No ", "97/C 1/01", "32003D0170 ", "://data.europa.eu/eli/"),
        "9710/97 – recommendation 1, ",
    ],
)
def test_text_full_of_references_is_searched(fragment: str) -> None:
    check_mentions(fragment * (20_000 // len(fragment)))
