"""The rule: acts and Commission documents are read again, whatever is printed around them."""

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from customs_coop.errors import InvalidValueError
from customs_coop.references import ActKind, CommissionDocument, LegalAct
from customs_coop.references.acts import find_legal_acts
from customs_coop.references.commission import find_commission_documents
from folded import every_case

COMMUNITIES = (
    *(None, "EEC", "ECSC", "EC", "EU", "Euratom", "CFSP", "JHA", "EC, Euratom", "EU, Euratom"),
    *("ECSC, EEC, Euratom", "Euratom, EC", "ECSC, Euratom", "EC, Euratom, ECSC"),
)
AUTHORS = (None, "Council", "Commission", "European Parliament and Council")
# Numbers that look like years, and the highest of each length, are where readings go wrong.
NUMBERS = st.integers(1, 9999) | st.integers(1950, 2049) | st.sampled_from([9, 49, 50, 98, 99, 100])


@st.composite
def legal_acts(draw: st.DrawFn) -> LegalAct:
    kind = draw(st.none() | st.sampled_from(ActKind))
    community = draw(st.sampled_from(COMMUNITIES))
    year = draw(st.integers(1950, 2049))
    number_first = draw(st.booleans())
    if kind is None:
        community = community or "JHA"
    elif kind.value.endswith("Regulation") and year < 2015:
        number_first = True
    author = None if kind is None else draw(st.sampled_from(AUTHORS))
    return LegalAct(kind, draw(NUMBERS), year, community, author, number_first)


commission_documents = st.builds(
    CommissionDocument,
    st.sampled_from(["COM", "JOIN", "SEC", "SWD", "C"]),
    st.integers(1950, 2049),
    st.integers(1, 99999),
    final=st.booleans(),
    version=st.none() | st.integers(1, 9),
)


@given(legal_acts())
@example(LegalAct(ActKind.REGULATION, 1950, 2015, "EEC"))
@example(LegalAct(ActKind.DECISION, 2006, 1982, "EC", number_first=False))
def test_an_act_is_read_again(act: LegalAct) -> None:
    read = LegalAct.parse(str(act))

    assert read == act
    assert hash(read) == hash(act)
    assert str(read) == str(act)
    assert attrs.astuple(LegalAct.parse(act.cite())) == attrs.astuple(act)


@given(legal_acts())
def test_an_act_has_addresses_or_reasons(act: LegalAct) -> None:
    assert (act.celex is None) == (act.url() is None) == (act.unresolvable is not None)
    assert (act.eli is None) == (act.no_eli is not None)


@given(legal_acts())
def test_an_identifier_is_found_as_a_whole(act: LegalAct) -> None:
    if act.eli is None:
        return
    text = f"see {act.eli}."
    ((found, start, end),) = find_legal_acts(text)

    assert text[start:end] == act.eli
    assert (found.kind, found.number, found.year) == (act.kind, act.number, act.year)


@given(commission_documents)
def test_a_commission_document_is_read_again(document: CommissionDocument) -> None:
    assert CommissionDocument.parse(str(document)) == document
    read = CommissionDocument.parse(document.cite())
    assert attrs.astuple(read) == attrs.astuple(document)
    ((found, start, end),) = find_commission_documents(f"see {document.cite()}, too")
    assert (found, start, end) == (document, 4, 4 + len(document.cite()))


@given(legal_acts(), st.text(max_size=20))
def test_an_act_is_read_or_refused(act: LegalAct, text: str) -> None:
    try:
        read = LegalAct.parse(act.cite() + text)
    except ValueError:
        return
    assert LegalAct.parse(str(read)) == read


def test_a_regulation_of_old_prints_its_number_first() -> None:
    with pytest.raises(InvalidValueError, match="2014"):
        LegalAct(ActKind.REGULATION, 1, 2014, "EU", number_first=False)


@every_case(
    "fragment",
    [
        *("1/1 ", "Regulation ", "Regulations (EC) Nos 515/97, ", "decision 1/97 ", " 97/1/EC"),
        *("Council ", "European Parliament and Council ", "gemeinsame ", "implementing   "),
        *("(EC, 1/97", "Euratom, ", "1/97/EC, Euratom, ", "eli:", "eli/a", "ELI: ", "uri=COM:"),
        *("https://eur-lex.europa.eu/?uri=", "COM(2018) 1, 2, ", "COM(2018) 5 ", "COM:2018:"),
        *("of the European Parliament and of the ", "No ", "(EU) No "),
    ],
)
def test_hostile_text_is_searched(fragment: str) -> None:
    # At this length anything worse than linear would not come to an end.
    text = fragment * (30_000 // len(fragment))
    for found, start, end in [*find_legal_acts(text), *find_commission_documents(text)]:
        assert 0 <= start < end <= len(text), found
