"""Numbers of Council documents."""

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import DocumentNumber
from customs_coop.references.council import CitationStyle, read_document_number
from folded import every_case


@every_case(
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
        ("6285/06 COR1 (de) UD 23", "6285/06 COR 1", "6285/06 COR 1 UD 23"),
        ("6285/06 COR 1 (fr,de)", "6285/06 COR 1", "6285/06 COR 1"),
        ("6285/06 COR 1 REV 2", "6285/2/06 REV 2 COR 1", "6285/2/06 REV 2 COR 1"),
        ("14680/05, Rev. 2", "14680/2/05 REV 2", "14680/2/05 REV 2"),
        ("14680/05 REV.2", "14680/2/05 REV 2", "14680/2/05 REV 2"),
        ("10267/07 (Presse 125)", "10267/07", "10267/07 PRESSE 125"),
        ("15557/08 SCH-EVAL 91", "15557/08", "15557/08 SCH-EVAL 91"),
        ("612/05 CFSP / PESC 150", "612/05", "612/05 CFSP/PESC 150"),
        ("9710/97ENFOCUSTOM45", "9710/97", "9710/97 ENFOCUSTOM 45"),
        (
            "11993/1/05REV1LIMITEENFOCUSTOM45ENFOPOL12",
            "11993/1/05 REV 1",
            "11993/1/05 REV 1 LIMITE ENFOCUSTOM 45 ENFOPOL 12",
        ),
        ("14680/05 LI MITE", "14680/05", "14680/05 LIMITE"),
        ("14680/05 E FOCUSTOM 112", "14680/05", "14680/05 ENFOCUSTOM 112"),
        ("14680/05 GE VAL 3", "14680/05", "14680/05 GENVAL 3"),
        ("14680/05 ENFO-\nCUSTOM 112", "14680/05", "14680/05 ENFOCUSTOM 112"),
        ("6954-14", "6954/14", "6954/14"),
        ("6954-1-14 REV 1", "6954/1/14 REV 1", "6954/1/14 REV 1"),
        ("9710 / 97", "9710/97", "9710/97"),
        ("14680/2005 ENFOCUSTOM 74", "14680/05", "14680/05 ENFOCUSTOM 74"),
        ("ST 14680/2005", "14680/05", "14680/05"),
        ("PE-CONS 3645/1/08 REV 1", "PE-CONS 3645/1/08 REV 1", "PE-CONS 3645/1/08 REV 1"),
        ("PE\u2013CONS 41/21", "PE-CONS 41/21", "PE-CONS 41/21"),
        ("PE-41-2021-INIT", "PE-CONS 41/21", "PE-CONS 41/21"),
        ("ST 14583 2009 REV 3", "14583/3/09 REV 3", "14583/3/09 REV 3"),
        ("ST 14583 2009 INIT LIMITE UD 3", "14583/09", "14583/09 LIMITE UD 3"),
        ("ST_14583_2009_INIT", "14583/09", "14583/09"),
        ("st_12004_2007_init_en.pdf", "12004/07", "12004/07"),
        ("st14583-re03.en09.pdf", "14583/3/09 REV 3", "14583/3/09 REV 3"),
        ("st16394.en13.pdf", "16394/13", "16394/13"),
        ("cm02340-ad01re02.fr06.doc", "CM 2340/2/06 REV 2 ADD 1", "CM 2340/2/06 REV 2 ADD 1"),
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


@every_case(
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


@every_case(
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


@every_case(
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
        ("1997-98", 4, "a stroke and a year"),
        ("2004 / 05", 4, "a stroke and a year"),
        ("12 / 05 / 03", 2, "a stroke and a year"),
        ("14680/05EC", 0, "a Council document number"),
        ("14680/05\tCCWG 6", 9, "too much"),
        ("9639/09 DCL 1", 8, "too much"),
        ("9639/09 EXT 1", 8, "too much"),
        ("ST-9639-2009-DCL-1", 12, "too much"),
        ("14680/05 COR 1 (xx)", 15, "too much"),
        ("https://data.consilium.europa.eu/doc/document/x/en/pdf", 0, "a number of one to five"),
        ("http://register.consilium.europa.eu/pdf/en/09/st14/st14583-re00.en09.pdf", 0, "a number"),
        ("", 0, "a number of one to five figures"),
    ],
)
def test_a_fault_is_underlined(text: str, start: int, message: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=message) as caught:
        DocumentNumber.parse(text)

    assert caught.value.start == start
    assert caught.value.text == text


@every_case(
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
        {"subjects": (("DCL", 1),)},
        {"subjects": (("LIMITEUD", 1),)},
        {"subjects": (("enfocustom", 2),)},
        {"subjects": (("ENFOCUSTOM", -1),)},
    ],
)
def test_what_no_field_can_hold_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InvalidValueError):
        DocumentNumber(**{"number": 1, "year": 2005} | fields)  # type: ignore[arg-type]  # on purpose


@every_case(
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


@every_case(
    ("address", "printed"),
    [
        (
            "https://data.consilium.europa.eu/doc/document/ST-15653-2010-REV-1/en/pdf",
            "15653/1/10 REV 1",
        ),
        ("http://data.consilium.europa.eu/doc/document/CM-2340-2026-INIT/EN/pdf", "CM 2340/26"),
        ("https://data.consilium.europa.eu/doc/document/PE-41-2021-INIT/x/pdf", "PE-CONS 41/21"),
        ("HTTPS://DATA.CONSILIUM.EUROPA.EU/DOC/DOCUMENT/ST-5419-2016-INIT/EN/PDF", "5419/16"),
        ("data.consilium.europa.eu/doc/document/ST-7029-2014-ADD-1-REV-2", "7029/2/14 REV 2 ADD 1"),
        # the part that the public may read, and the declassified text
        ("https://data.consilium.europa.eu/doc/document/ST-9639-2009-DCL-1/en/pdf", "9639/09"),
        (
            "https://data.consilium.europa.eu/doc/document/ST-9639-2009-REV-2-EXT-1/en/pdf",
            "9639/2/09 REV 2",
        ),
        ("http://register.consilium.europa.eu/pdf/en/13/st16/st16394.en13.pdf", "16394/13"),
        ("http://register.consilium.eu.int/pdf/fr/03/st11/st11051.fr03.pdf", "11051/03"),
        (
            "http://register.consilium.europa.eu/pdf/en/05/st14/st14469-re04.en05.pdf",
            "14469/4/05 REV 4",
        ),
        (
            "http://register.consilium.europa.eu/doc/srv?l=EN&t=PDF&gc=true&f=ST%207029%202014%20REV%201",
            "7029/1/14 REV 1",
        ),
        (
            "http://register.consilium.europa.eu/doc/srv?f=ST+7029+2014+ADD+2&l=EN&t=PDF",
            "7029/14 ADD 2",
        ),
        (
            "https://www.consilium.europa.eu/media/31147/st_12004_2007_init_en.pdf",
            "12004/07",
        ),
    ],
)
def test_the_addresses_of_the_register_are_read(address: str, printed: str) -> None:
    assert DocumentNumber.parse(address) == DocumentNumber.parse(printed)


@every_case(
    ("printed", "name"),
    [
        ("14680/05", "ST-14680-2005-INIT"),
        ("9710/1/97 REV 1", "ST-9710-1997-REV-1"),
        ("10149/21 ADD 1 REV 1", "ST-10149-2021-ADD-1-REV-1"),
        ("15653/1/10 REV 1 COR 2", "ST-15653-2010-REV-1-COR-2"),
        ("PE-CONS 41/21", "PE-41-2021-INIT"),
    ],
)
def test_the_register_names_a_document_and_the_name_is_read_again(printed: str, name: str) -> None:
    number = DocumentNumber.parse(printed)

    assert number.register_id == name
    assert DocumentNumber.parse(name) == number


@pytest.mark.parametrize(
    ("style", "cited"),
    [
        ("codes-last", "11167/5/03 REV 4 ADD 1 COR 2 LIMITE ENFOCUSTOM 29 ENFOPOL 84"),
        ("codes-first", "11167/5/03 ENFOCUSTOM 29 ENFOPOL 84 REV 4 ADD 1 COR 2 LIMITE"),
    ],
)
def test_each_house_style_has_its_order(style: CitationStyle, cited: str) -> None:
    number = DocumentNumber.parse("11167/5/03 ADD 1 ENFOCUSTOM 29 LIMITE REV 4 ENFOPOL 84 COR 2")

    assert number.cite(style) == cited
    assert DocumentNumber.parse(cited).cite() == number.cite()


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="'register'"):
        DocumentNumber(14680, 2005).cite("register")  # type: ignore[arg-type]  # on purpose


@every_case(
    ("text", "end"),
    [
        ("14680/05 REV 2\tCCWG\n6", 14),
        ("14680/05 REV 2\nCCWG 6", 14),
        ("14680/05 XQ 4", 8),
        ("14680/05 XQZ 4", 14),
        ("ST-14680-2005-INIT and", 18),
    ],
)
def test_in_running_text_the_next_cell_is_not_read(text: str, end: int) -> None:
    read = read_document_number(text, 0)

    assert read is not None
    assert read[1] == end


@every_case(
    ("text", "identity"),
    [
        ("9874/11 Revision 2", "9874/2/11 REV 2"),
        ("9874/11 REVISION 2", "9874/2/11 REV 2"),
        ("9874/2/11/Revision 2", "9874/2/11 REV 2"),
        ("9874/11, Addendum 1", "9874/11 ADD 1"),
        ("9874/11 ADDENDUM 1 REVISION 3", "9874/3/11 REV 3 ADD 1"),
        ("9874/11 Corrigendum 1", "9874/11 COR 1"),
        ("9874/11, revision 2", "9874/2/11 REV 2"),
        ("9874/11 addendum 1, corrigendum 2", "9874/11 ADD 1 COR 2"),
        ("9874/11 ENFOCUSTOM 5 CORRIGENDUM 1", "9874/11 COR 1"),
    ],
)
def test_the_parts_may_be_written_in_full(text: str, identity: str) -> None:
    assert str(DocumentNumber.parse(text)) == identity


@every_case(
    ("text", "start", "way_out"),
    [
        ("doc. 9874/11", 0, "strip 'doc.', or use find_references"),
        ("Council document 9874/11", 0, "strip 'Council document', or use find_references"),
        ("9874/11.", 7, "strip it, or use find_references"),
        ("12345/1990", 5, "write the year as /90, or put a series such as ST"),
        ("12345/2/2010", 5, "write the year as /10"),
        ("9874/11 enfocustom 63", 8, "written in capitals: ENFOCUSTOM 63"),
        ("9874/11 and so on", 8, "find_references reads running text"),
    ],
)
def test_the_message_names_the_way_out(text: str, start: int, way_out: str) -> None:
    with pytest.raises(ReferenceSyntaxError) as caught:
        DocumentNumber.parse(text)
    assert caught.value.start == start
    assert way_out in caught.value.message


def test_a_repeated_part_is_not_taken_for_a_mistyped_one() -> None:
    with pytest.raises(ReferenceSyntaxError) as caught:
        DocumentNumber.parse("9874/11 REV 1 REV 2")
    assert "did you mean" not in caught.value.message


def test_a_subject_code_counts_once() -> None:
    number = DocumentNumber.parse("12345/05 ENFOCUSTOM 9 ENFOCUSTOM 9 JAI 1")
    assert number.subjects == (("ENFOCUSTOM", 9), ("JAI", 1))
    with pytest.raises(InvalidValueError, match="names a subject code twice"):
        DocumentNumber(12345, 2005, subjects=(("ENFOCUSTOM", 9), ("ENFOCUSTOM", 9)))
