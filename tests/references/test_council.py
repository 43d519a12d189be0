"""Numbers of Council documents."""

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import DocumentNumber, find_references


@pytest.mark.parametrize(
    ("printed", "identity", "cited"),
    [
        ("14680/05", "14680/05", "14680/05"),
        ("  9710/97 ENFOCUSTOM 45\n", "9710/97", "9710/97 ENFOCUSTOM 45"),
        (
            "11167/5/03 ENFOCUSTOM 29 ENFOPOL 84 REV 5",
            "11167/5/03 REV 5",
            "11167/5/03 REV 5 ENFOCUSTOM 29 ENFOPOL 84",
        ),
        (
            "16883/3/06 REV3 – ENFOCUSTOM 91",
            "16883/3/06 REV 3",
            "16883/3/06 REV 3 ENFOCUSTOM 91",
        ),
        ("6189/2/05 ENFOCUSTOM 9", "6189/2/05 REV 2", "6189/2/05 ENFOCUSTOM 9"),
        ("12345/05 REV 2", "12345/2/05 REV 2", "12345/2/05 REV 2"),
        ("15315/2/03 REV 1", "15315/2/03 REV 2", "15315/2/03 REV 1"),
        ("6285/06 UD 23 + COR 1", "6285/06 COR 1", "6285/06 COR 1 UD 23"),
        ("10149/21 ADD 1 REV 1", "10149/1/21 REV 1 ADD 1", "10149/1/21 REV 1 ADD 1"),
        ("14680/05 LIMITE ENFOCUSTOM 74", "14680/05", "14680/05 LIMITE ENFOCUSTOM 74"),
        ("ST-11993-2005-REV-1", "11993/1/05 REV 1", "11993/1/05 REV 1"),
        ("ST 7029/14 INIT", "7029/14", "7029/14"),
        ("CM 2340/26", "CM 2340/26", "CM 2340/26"),
        ("PE-CONS 41/21", "PE-CONS 41/21", "PE-CONS 41/21"),
        ("00612/05 CSDP/PSDC 388", "612/05", "612/05 CSDP/PSDC 388"),
        ("8096/11 JAI 183 WPS 007", "8096/11", "8096/11 JAI 183 WPS 7"),
    ],
)
def test_what_is_printed_is_read_and_printed_again(printed: str, identity: str, cited: str) -> None:
    number = DocumentNumber.parse(printed)

    assert str(number) == identity
    assert number.cite() == cited


def test_a_year_of_two_figures_gets_its_century() -> None:
    assert [DocumentNumber.parse(f"9710/{yy}").year for yy in ("50", "99", "00", "49")] == [
        1950,
        1999,
        2000,
        2049,
    ]


def test_the_identity_leaves_out_codes_marking_and_stated_revision() -> None:
    full = DocumentNumber.parse("11167/5/03 ENFOCUSTOM 29 ENFOPOL 84 REV 4 LIMITE")
    bare = DocumentNumber.parse("11167/5/03")

    assert full == bare
    assert hash(full) == hash(bare)
    assert full.subjects == (("ENFOCUSTOM", 29), ("ENFOPOL", 84))
    assert full.limite


@pytest.mark.parametrize(
    "other",
    ["11167/03", "11167/4/03", "11167/5/04", "11168/5/03", "11167/5/03 COR 1", "CM 11167/5/03"],
)
def test_another_file_is_not_equal(other: str) -> None:
    assert DocumentNumber.parse("11167/5/03") != DocumentNumber.parse(other)


def test_both_revisions_are_kept_and_a_conflict_is_told() -> None:
    number = DocumentNumber.parse("5472/3/05 ENFOCUSTOM 6 REV 2")

    assert (number.revision, number.stated_revision, number.conflict) == (3, 2, True)
    assert DocumentNumber.parse(number.cite()).stated_revision == 2


def test_without_a_stated_revision_there_is_no_conflict() -> None:
    number = DocumentNumber.parse("6189/2/05 ENFOCUSTOM 9")

    assert (number.revision, number.stated_revision, number.conflict) == (2, None, False)


def test_the_stated_revision_stands_in_for_the_figure_between_the_strokes() -> None:
    assert DocumentNumber(12345, 2005, stated_revision=2).revision == 2


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("14680/05", "ST-14680-2005-INIT"),
        ("11993/1/05 REV 1", "ST-11993-2005-REV-1"),
        ("10400/26 ADD 1", "ST-10400-2026-ADD-1"),
        ("10149/21 ADD 1 REV 1", "ST-10149-2021-ADD-1-REV-1"),
        ("CM 2340/26", "CM-2340-2026-INIT"),
        ("15315/2/03 REV 1", "ST-15315-2003-REV-2"),
    ],
)
def test_the_address_in_the_register(printed: str, name: str) -> None:
    number = DocumentNumber.parse(printed)

    assert number.url() == f"https://data.consilium.europa.eu/doc/document/{name}/en/pdf"
    assert number.unresolvable is None


def test_before_the_register_there_is_no_address_but_a_reason() -> None:
    number = DocumentNumber.parse("9710/1/97 REV 1")

    assert number.url() is None
    assert number.unresolvable == "the public register starts in 1999"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="'xx'"):
        DocumentNumber(14680, 2005).url("xx")


@pytest.mark.parametrize(
    ("text", "start", "message"),
    [
        ("15315", 5, "a stroke and a year"),
        ("15315/2003", 5, "a stroke and a year"),
        ("about 15315/03", 0, "a number of one to five figures"),
        ("153150/03", 0, "a number of one to five figures"),
        ("15315/03 and more", 9, "too much"),
        ("15315/03 REV 1 REV 2", 15, "too much"),
        ("15315/03 OJ 5", 9, "too much"),
        ("0/03", 0, "a Council document number"),
        ("", 0, "a number of one to five figures"),
    ],
)
def test_a_fault_is_underlined(text: str, start: int, message: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=message) as caught:
        DocumentNumber.parse(text)

    assert caught.value.start == start
    assert caught.value.text == text


@pytest.mark.parametrize(
    "fields",
    [
        {"number": 0},
        {"number": 100_000},
        {"year": 1949},
        {"year": 2050},
        {"series": "XX"},
        {"revision": 0},
        {"corrigendum": 100},
        {"subjects": (("REV", 2),)},
        {"subjects": (("enfocustom", 2),)},
        {"subjects": (("ENFOCUSTOM", -1),)},
    ],
)
def test_what_no_field_can_hold_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InvalidValueError):
        DocumentNumber(**{"number": 1, "year": 2005} | fields)  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize(
    "fields",
    [
        {"number": "1"},
        {"number": True},
        {"series": None},
        {"subjects": "ENFOCUSTOM 4"},
        {"subjects": ("ENFOCUSTOM 4",)},
        {"subjects": (("ENFOCUSTOM", "4"),)},
        {"limite": 1},
    ],
)
def test_another_type_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        DocumentNumber(**{"number": 1, "year": 2005} | fields)  # type: ignore[arg-type]  # on purpose


def test_only_a_text_is_parsed() -> None:
    with pytest.raises(TypeError):
        DocumentNumber.parse(1468005)  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a cover page, where each part has a line of its own
        (
            "WPS 007\n\n9710/1/97  \nREV 1\n\nLIMITE\n\nENFOCUSTOM 45 -",
            "9710/1/97  \nREV 1\n\nLIMITE\n\nENFOCUSTOM 45",
        ),
        # the next cell of a table row, and the code of the next row
        ("6789/04 ENFOCUSTOM 13\tCCWG\n6.7\tDo", "6789/04 ENFOCUSTOM 13"),
        ("6789/04 ENFOCUSTOM 13\tEUROPOL 6", "6789/04 ENFOCUSTOM 13"),
        ("6789/04 ENFOCUSTOM 13\nEUROPOL\n6.7 Do", "6789/04 ENFOCUSTOM 13"),
        ("see doc. No 612/05.", "612/05"),
        ("(ST14680/05)", "ST14680/05"),
        ("the note 14680/05, page 3", "14680/05"),
        ("14680/05 XQZ 4 was sent", "14680/05 XQZ 4"),
        ("14680/05 MAY 4", "14680/05"),
        ("see ST-11993-2005-REV-1.pdf", "ST-11993-2005-REV-1"),
        ("/doc/document/ST-11993-2005-REV-1/en/pdf", "ST-11993-2005-REV-1"),
    ],
)
def test_one_number_is_found(text: str, found: str) -> None:
    assert [mention.text for mention in find_references(text)] == [found]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("8351/09 + ADD 1 + ADD 2", {"8351/09 + ADD 1": "8351/09 ADD 1", "ADD 2": "8351/09 ADD 2"}),
        (
            "8351/09 ADD 1, ADD 2 and ADD 3.",
            {"8351/09 ADD 1": "8351/09 ADD 1", "ADD 2": "8351/09 ADD 2", "ADD 3": "8351/09 ADD 3"},
        ),
        (
            "8351/09 ADD 1 REV 1 + ADD 2",
            {"8351/09 ADD 1 REV 1": "8351/1/09 REV 1 ADD 1", "ADD 2": "8351/09 ADD 2"},
        ),
        (
            "8351/1/09 REV 1 ADD 1 + ADD 2 COR 3",
            {
                "8351/1/09 REV 1 ADD 1": "8351/1/09 REV 1 ADD 1",
                "ADD 2 COR 3": "8351/1/09 REV 1 ADD 2 COR 3",
            },
        ),
        ("8351/09 COR 1 & COR 2", {"8351/09 COR 1": "8351/09 COR 1", "COR 2": "8351/09 COR 2"}),
        ("8351/09 ADD 1 + ADD 0", {"8351/09 ADD 1": "8351/09 ADD 1"}),
        ("8351/09 + ADD 1 + COR 2", {"8351/09 + ADD 1 + COR 2": "8351/09 ADD 1 COR 2"}),
    ],
)
def test_each_addendum_of_a_document_is_cited(text: str, cited: dict[str, str]) -> None:
    mentions = find_references(text)

    assert {mention.text: str(mention.reference) for mention in mentions} == cited
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


@pytest.mark.parametrize(
    "text",
    ["tel. 02 281 6111/05", "Fax: +32 2 281 6111/05", "a ratio of 1234/10", "02-281-6111/05"],
)
def test_telephone_numbers_and_ratios_are_no_documents(text: str) -> None:
    assert find_references(text) == ()


@pytest.mark.parametrize(
    "before",
    ["ENFOCUSTOM 13 ", "12 May 2005 ", "6789/04 ", "30.6.2010 ", "telling ", "ratios and "],
)
def test_figures_before_a_document_do_no_harm(before: str) -> None:
    assert find_references(f"{before}14680/05")[-1].text == "14680/05"
