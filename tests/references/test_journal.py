"""Citations of the Official Journal."""

import datetime as dt

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import OJReference, find_references
from folded import every_case


@every_case(
    ("printed", "cited"),
    [
        ("OJ C 247, 15.10.2003, p. 1", "OJ C 247, 15.10.2003, p. 1"),
        ("OJ No C 319, 26.10.1996, p. 1", "OJ C 319, 26.10.1996, p. 1"),
        ("OJ L 67 12.3.2003, p.27", "OJ L 67, 12.3.2003, p. 27"),
        ("OJ C 247,\n15.10.2003,\npp. 1-3", "OJ C 247, 15.10.2003, p. 1–3"),
        ("Official Journal C 247 , 15/10/2003 P. 0001 - 0003", "OJ C 247, 15.10.2003, p. 1–3"),
        ("OJ C 193 E, 11.8.2000, p. 4", "OJ C 193 E, 11.8.2000, p. 4"),
        ("OJ CE 193, 11.8.2000", "OJ C 193 E, 11.8.2000"),
        ("OJ L 349 of 31.12.1994, page 1", "OJ L 349, 31.12.1994, p. 1"),
        ("OJ C 247 of 15 October 2003, p. 1", "OJ C 247, 15.10.2003, p. 1"),
        ("OJ C 247,\n1st Sept. 2003, p. 1", "OJ C 247, 1.9.2003, p. 1"),
        ("OJ L 7", "OJ L 7"),
        ("OJ C, C/2024/694, 8.1.2024", "OJ C, C/2024/694, 8.1.2024"),
        ("OJ L, 2024/1234", "OJ L, 2024/1234"),
        ("OJ:C_202604008", "OJ C, C/2026/4008"),
        ("2009/C 260/01", "2009/C 260/01"),
        ("97/C 193/03", "97/C 193/03"),
        ("98/C 45/01", "98/C 45/01"),
        ("1999/C 45/01", "1999/C 45/01"),
        ("2009/C 260 E/01", "2009/C 260E/01"),
        ("OJ NO L 67 , 12 . 3 . 2003 , P . 27", "OJ L 67, 12.3.2003, p. 27"),
        ("OJ No L 67, 12. 3. 2003, p. 27", "OJ L 67, 12.3.2003, p. 27"),
        ("OJ L 67, p. 27 of 12.3.2003", "OJ L 67, 12.3.2003, p. 27"),
        ("OJ C 247 - 15.10.2003 - p. 1", "OJ C 247, 15.10.2003, p. 1"),
        ("OJ C 247, 2003-10-15, p. 1", "OJ C 247, 15.10.2003, p. 1"),
        ("OJ C 247, 15.10.2003, p. 1 ff.", "OJ C 247, 15.10.2003, p. 1"),
        ("OJ C 48 A of 24.2.2005", "OJ C 48 A, 24.2.2005"),
        ("OJ L 83I, 25.3.2022, p. 1", "OJ L 83 I, 25.3.2022, p. 1"),
        ("OJ L 33/97 of 4.2.1997", "OJ L 33, 4.2.1997"),
        ("OJ L 67/27-28", "OJ L 67, p. 27–28"),
        ("OJ 174, 31.7.1967, p. 1", "OJ P 174, 31.7.1967, p. 1"),
        ("OJ 106, 30.10.1962, p. 2553/62", "OJ P 106, 30.10.1962, p. 2553"),
        ("OJ 2006, L 376, p. 36", "OJ 2006 L 376, p. 36"),
        ("OJ [2006] L 376/36", "OJ 2006 L 376, p. 36"),
        ("EGT 1987, L 256, s. 1", "OJ 1987 L 256, p. 1"),
        ("HL 2009. L 195., 1. o.", "OJ 2009 L 195, p. 1"),
        ("IO L 029 31.1.2020, lch. 102", "OJ L 29, 31.1.2020, p. 102"),
        ("OL 27, 1958 12 6, p. 534/58", "OJ P 27, 6.12.1958, p. 534"),
        ("JOUE C 48 A, 24 févr. 2005", "OJ C 48 A, 24.2.2005"),
        ("Úř. věst. L 119, 4. 5. 2016, s. 1", "OJ L 119, 4.5.2016, p. 1"),
        ("OB L 119, 4.5.2016 г., стр. 1", "OJ L 119, 4.5.2016, p. 1"),
        ("OJ C/2024/694", "OJ C, C/2024/694"),
        ("OJ.L_.2003.067.01.0027.01.ENG", "OJ 2003 L 67, p. 27"),
        ("OJ:JOL_2013_269_R_0001_01", "OJ 2013 L 269, p. 1"),
        ("http://data.europa.eu/eli/C/2025/5423/oj/eng", "OJ C, C/2025/5423"),
    ],
)
def test_what_is_printed_is_read_and_printed_in_house_style(printed: str, cited: str) -> None:
    reference = OJReference.parse(printed)

    assert reference.cite() == cited
    assert OJReference.parse(cited) == reference


def test_the_fields_of_an_issue() -> None:
    reference = OJReference.parse("OJ C 260, 30.10.2009, p. 1")

    assert reference == OJReference("C", 260, date=dt.date(2009, 10, 30), page=1)
    assert not reference.act_by_act


def test_the_last_page_is_kept_and_not_compared() -> None:
    first, both = OJReference("C", 247, page=1), OJReference("C", 247, page=1, last_page=3)

    assert first == both
    assert hash(first) == hash(both)
    assert str(both) == "OJ C 247, p. 1"
    assert OJReference.parse(both.cite()).last_page == 3


@every_case(
    ("printed", "uri"),
    [
        ("OJ C 247, 15.10.2003, p. 1", "uriserv:OJ.C_.2003.247.01.0001.01.ENG"),
        ("OJ L 67, 12.3.2003, p. 27", "uriserv:OJ.L_.2003.067.01.0027.01.ENG"),
        ("OJ C 193 E, 11.8.2000, p. 4", "uriserv:OJ.CE.2000.193.01.0004.01.ENG"),
        ("OJ C, C/2024/694", "OJ:C_202400694"),
    ],
)
def test_the_address(printed: str, uri: str) -> None:
    reference = OJReference.parse(printed)

    assert reference.unresolvable is None
    assert reference.url() == f"https://eur-lex.europa.eu/legal-content/EN/TXT/?uri={uri}"


def test_the_address_in_another_language() -> None:
    address = OJReference.parse("OJ C 247, 15.10.2003, p. 1").url("FR")

    assert address is not None
    assert "/FR/" in address
    assert address.endswith(".FRA")


@pytest.mark.parametrize(
    ("printed", "reason"),
    [("OJ C 247, p. 1", "year"), ("OJ C 247, 15.10.2003", "page"), ("2009/C 260/01", "page")],
)
def test_without_year_or_page_there_is_no_address_but_a_reason(printed: str, reason: str) -> None:
    reference = OJReference.parse(printed)

    assert reference.url() is None
    assert reason in (reference.unresolvable or "")


@every_case(
    ("text", "start", "message"),
    [
        ("C 247", 0, "the title of the journal"),
        ("OJ K 247", 3, "a series"),
        ("OJ C, 15.10.2003", 4, "the number of the issue"),
        ("OJ C 247, 31.2.2003", 8, "too much"),
        ("OJ C 0", 0, "a place in the Official Journal"),
    ],
)
def test_a_fault_is_underlined(text: str, start: int, message: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=message) as caught:
        OJReference.parse(text)

    assert caught.value.start == start


@every_case(
    "fields",
    [
        {"series": "X"},
        {"number": 0},
        {"number": 10_000},
        {"page": 3, "last_page": 2},
        {"last_page": 2},
        {"notice": 1},
        {"notice": 1, "year": 2009, "date": dt.date(2009, 10, 30)},
        {"year": 2024, "page": 1},
        {"year": 2003, "page": 1, "date": dt.date(2003, 10, 15)},
        {"year": 2009, "page": 1, "notice": 1},
        {"series": "P", "date": dt.date(1968, 1, 2)},
        {"series": "P", "year": 1968, "page": 1},
        {"series": "PE"},
        {"year": 2024, "series": "S"},
        {"year": 1999},
        {"date": dt.date(1900, 1, 1)},
    ],
)
def test_what_no_field_can_hold_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InvalidValueError):
        OJReference(**{"series": "C", "number": 1} | fields)  # type: ignore[arg-type]  # on purpose


@every_case(
    "citation",
    [
        "OJ C 247, 31.2.2003, p. 1",
        "OJ C 247, 31 February 2003, p. 1",
        "OJ C 247, 12 Octember 2003",
        "OJ C 247, 2003",
        "OJ C 247 (2003)",
        "OJ C 247 of October 2003",
        "OJ C 247, p. 1, 2003",
        "OJ C 247, 31 . 2 . 2003",
        "OJ L 1/1997",
        "OJ C 2004",
        "[2002] OJ L 248",
        "OJ L 1/96, 1.2.1997, p. 5",
    ],
)
def test_an_issue_whose_year_cannot_be_kept_is_not_taken_for_that_of_another_year(
    citation: str,
) -> None:
    assert find_references(f"see {citation}.") == ()


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("see OJ L 7; 2003 was early", "OJ L 7"),
        ("see OJ L 7, p. 5 and the plan of 2003", "OJ L 7, p. 5"),
        ("see OJ L 7, 2003/170/JHA", "OJ L 7"),
    ],
)
def test_a_year_of_something_else_does_no_harm(text: str, cited: str) -> None:
    assert find_references(text)[0].text == cited


def test_a_range_that_runs_backwards_is_left_out_and_the_issue_kept() -> None:
    (mention,) = find_references("see OJ C 247, 15.10.2003, p. 9–3.")

    assert mention.text == "OJ C 247, 15.10.2003"


@every_case(
    ("language", "cited"),
    [
        ("bg", "ОВ C 247, 15.10.2003 г., стр. 1–3"),
        ("cs", "Úř. věst. C 247, 15.10.2003, s. 1–3"),
        ("da", "EUT C 247 af 15.10.2003, s. 1–3"),
        ("de", "ABl. C 247 vom 15.10.2003, S. 1–3"),
        ("el", "ΕΕ C 247 της 15.10.2003, σ. 1–3"),
        ("en", "OJ C 247, 15.10.2003, p. 1–3"),
        ("es", "DO C 247 de 15.10.2003, p. 1–3"),
        ("et", "ELT C 247, 15.10.2003, lk 1–3"),
        ("fi", "EUVL C 247, 15.10.2003, s. 1–3"),
        ("fr", "JO C 247 du 15.10.2003, p. 1–3"),
        ("ga", "IO C 247, 15.10.2003, lch. 1–3"),
        ("hr", "SL C 247, 15.10.2003., str. 1–3"),
        ("hu", "HL C 247., 2003.10.15., 1–3. o."),
        ("it", "GU C 247 del 15.10.2003, pag. 1–3"),
        ("lt", "OL C 247, 2003 10 15, p. 1–3"),
        ("lv", "OV C 247, 15.10.2003., 1.–3. lpp."),
        ("mt", "ĠU C 247, 15.10.2003, p. 1–3"),
        ("nl", "PB C 247 van 15.10.2003, blz. 1–3"),
        ("pl", "Dz.U. C 247 z 15.10.2003, s. 1–3"),
        ("pt", "JO C 247 de 15.10.2003, p. 1–3"),
        ("ro", "JO C 247, 15.10.2003, p. 1–3"),
        ("sk", "Ú. v. EÚ C 247, 15.10.2003, s. 1–3"),
        ("sl", "UL C 247, 15.10.2003, str. 1–3"),
        ("sv", "EUT C 247, 15.10.2003, s. 1–3"),
    ],
)
def test_each_language_has_a_citation_of_its_own(language: str, cited: str) -> None:
    place = OJReference.parse("OJ C 247, 15.10.2003, p. 1–3")

    assert place.cite(language) == cited
    assert OJReference.parse(cited) == place


@every_case(
    ("language", "cited"),
    [
        ("da", "EFT L 33 af 4.2.1997, s. 24"),
        ("sv", "EGT L 33, 4.2.1997, s. 24"),
        ("fi", "EYVL L 33, 4.2.1997, s. 24"),
        ("et", "EÜT L 33, 4.2.1997, lk 24"),
        ("sk", "Ú. v. ES L 33, 4.2.1997, s. 24"),
        ("fr", "JO L 33 du 4.2.1997, p. 24"),
    ],
)
def test_until_january_2003_the_journal_is_that_of_the_communities(
    language: str, cited: str
) -> None:
    assert OJReference("L", 33, dt.date(1997, 2, 4), 24).cite(language) == cited


def test_the_title_changes_on_the_first_of_february_2003() -> None:
    last, first = (
        OJReference("L", 1, dt.date(2003, 1, 31)),
        OJReference("L", 1, dt.date(2003, 2, 1)),
    )

    assert last.cite("sv").startswith("EGT")
    assert first.cite("sv").startswith("EUT")


def test_an_act_and_a_notice_in_another_language() -> None:
    assert OJReference.parse("OJ L, 2024/1689, 12.7.2024").cite("de") == (
        "ABl. L, 2024/1689, 12.7.2024"
    )
    assert OJReference.parse("OJ C, C/2024/694").cite("hu") == "HL C, C/2024/694"
    assert OJReference.parse("2009/C 260/01").cite("fr") == "2009/C 260/01"


@pytest.mark.parametrize("citation", ["OJ C 247, p. 1", "2009/C 260/01"])
def test_a_language_that_is_none_of_the_union_is_refused(citation: str) -> None:
    with pytest.raises(InvalidValueError, match="'no'"):
        OJReference.parse(citation).cite("no")


@every_case(
    ("printed", "descriptor", "candidate", "stem"),
    [
        ("OJ C 247, 15.10.2003, p. 1", "G", "32003G1015(01)", "32003G1015"),
        ("OJ C 260, 30.10.2009, p. 1", "G", "32009G1030(01)", "32009G1030"),
        ("OJ C 5, 7.1.2012, p. 1", "G", "32012G0107(01)", "32012G0107"),
        ("OJ C 9, 15.1.1998", "G", "31998G0115", "31998G0115"),
        ("OJ C 191, 24.6.1997, p. 1", "Y", "31997Y0624(01)", "31997Y0624"),
        ("OJ C 328, 20.12.2008, p. 1", "XG", "52008XG1220(01)", "52008XG1220"),
        ("OJ C, C/2025/5423", "XC", "52025XC05423", "52025XC05423"),
        ("OJ L, 2024/1689, 12.7.2024", "R", "32024R1689", "32024R1689"),
    ],
)
def test_a_candidate_for_the_celex_number(
    printed: str, descriptor: str, candidate: str, stem: str
) -> None:
    found = OJReference.parse(printed).celex_candidate(descriptor)

    assert found is not None
    assert (str(found), str(found.number), found.stem) == (candidate, candidate, stem)
    assert found.reason


def test_the_sector_of_a_candidate_may_be_chosen() -> None:
    found = OJReference.parse("OJ C 38, 12.2.2004").celex_candidate("X", "4")

    assert str(found) == "42004X0212(01)"


@pytest.mark.parametrize("printed", ["OJ C 247, p. 1", "OJ 2003 C 247, p. 1", "2009/C 260/01"])
def test_without_the_day_there_is_no_candidate(printed: str) -> None:
    assert OJReference.parse(printed).celex_candidate() is None


def test_a_descriptor_of_another_form_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="CELEX"):
        OJReference.parse("OJ C 247, 15.10.2003").celex_candidate("resolution")


def test_the_year_alone_gives_an_address_and_is_no_date() -> None:
    place = OJReference.parse("OJ 2003 C 247, p. 1")

    assert place.url() == OJReference.parse("OJ C 247, 15.10.2003, p. 1").url()
    assert place != OJReference.parse("OJ C 247, 15.10.2003, p. 1")
    assert not place.act_by_act


@every_case(
    ("text", "mentions"),
    [
        (
            "OJ C 91, 26.3.1998, p. 1 and C 120, 1.5.1999, p. 14",
            ["OJ C 91, 26.3.1998, p. 1", "C 120, 1.5.1999, p. 14"],
        ),
        (
            "OJ L 12, 1.2.2003, p. 1; L 13, 2.2.2003 and OJ L 14, p. 2.",
            ["OJ L 12, 1.2.2003, p. 1", "L 13, 2.2.2003", "OJ L 14, p. 2"],
        ),
        (
            "JO L 1 du 2.1.1999, p. 1 et L 2 du 3.1.1999",
            ["JO L 1 du 2.1.1999, p. 1", "L 2 du 3.1.1999"],
        ),
        ("OJ C 91, 26.3.1998, p. 1 and C 120, p. 14", ["OJ C 91, 26.3.1998, p. 1"]),
        ("OJ C 91, 26.3.1998 and Annex C 12, 1.2.2003", ["OJ C 91, 26.3.1998"]),
        ("OJ C 247, 15.10.2003, p. 1 and 5", ["OJ C 247, 15.10.2003, p. 1"]),
        ("OJ C 247, 15.10.2003, pp. 1, 3 and 5", ["OJ C 247, 15.10.2003, pp. 1"]),
        ("OJ C 193 A decision", ["OJ C 193"]),
        ("OJ L 7, s. 5 of the Act", ["OJ L 7"]),
        ("OJ L 7. 12.3.2003 was a day", ["OJ L 7"]),
        ("by 30.10.2009 Official Journal C 5", ["Official Journal C 5"]),
        (
            "12.3.2003\nEN\nOfficial Journal of the European Union\nL 67/27\nCOUNCIL",
            ["12.3.2003\nEN\nOfficial Journal of the European Union\nL 67/27"],
        ),
        ("in OJ L 67, 12.3.2003.", ["OJ L 67, 12.3.2003"]),
        (
            "[x](https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=OJ:C_202400694).",
            ["https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=OJ:C_202400694"],
        ),
    ],
)
def test_where_a_citation_begins_and_ends(text: str, mentions: list[str]) -> None:
    assert [mention.text for mention in find_references(text)] == mentions


@every_case(
    "text",
    [
        *("JO L 5", "JO 5", "DO L 5", "PB C 5", "SL L 7", "IO C 3", "HL L 1", "UL L 5/7", "OJC 5"),
        *("DOJ C 5, p. 1", "the OJ C series", "OJ S 123-456789", "OJ L 2003/170"),
        *("2009/S 120-175233", "05/C 12/3", "12/L 5/3", "C 260/1 on page 5"),
        "Official Journal of the European Union on 12 March 2003",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=OJ:C:2012:229:TOC",
    ],
)
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    assert find_references(f"see {text} there") == ()


def test_the_same_issue_is_certain_with_a_date_or_a_page() -> None:
    for text in ("JO L 5, p. 3", "IO C 3, 1.2.2023", "UL L 5, 1.2.2003, str. 7", "OJC 5, 1.2.2003"):
        (mention,) = find_references(f"see {text} there")
        assert mention.text == text
