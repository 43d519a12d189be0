"""Finding the numbers of Council documents in running text."""

from customs_coop.references import find_references
from customs_coop.references.council import DOCUMENTS, DocumentNumber, find_document_numbers
from folded import every_case


def found_in(text: str) -> list[str]:
    return [text[start:end] for _, start, end in find_document_numbers(text)]


@every_case(
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
        ("see ST-11993-2005-REV-1_en.pdf.", "ST-11993-2005-REV-1_en.pdf"),
        # the foot of a page, with the initials of the typist
        ("13083/1/20 REV 1 MP/dk 1 JAI.1 LIMITE EN", "13083/1/20 REV 1"),
        ("15670/10 GB/hm 1 DG H 3A", "15670/10"),
        # the end of a cell, a line or a paragraph
        ("14680/05 REV 2\tCCWG\n6\tDo", "14680/05 REV 2"),
        ("14680/05 REV 2\nEUROPOL\n6\tDo", "14680/05 REV 2"),
        ("14680/05 REV 2\nCCWG 6\tDo", "14680/05 REV 2"),
        ("14680/05 REV 2\n\n6.4 Action", "14680/05 REV 2"),
        ("14680/05 REV 2\t6.4 Action", "14680/05 REV 2"),
        ("14680/05 REV\n6.4 Action", "14680/05"),
        ("14680/05\nAdd 1 indicator", "14680/05"),
        ("14680/05\tAdd 1 indicator", "14680/05"),
        ("14680/05\tENFOCUSTOM 4", "14680/05"),
        ("14680/05 COSI\n82", "14680/05"),
        # codes that are broken over lines
        ("14680/05 ENFOCUSTOM\n82", "14680/05 ENFOCUSTOM\n82"),
        ("14680/05 ENFO\nPOL 82", "14680/05 ENFO\nPOL 82"),
        ("14680/05 UD 4\r\nENFOPOL 12\r\nREV 1.", "14680/05 UD 4\r\nENFOPOL 12\r\nREV 1"),
        # parts that this library has no field for
        ("9639/09 DCL 1", "9639/09"),
        ("ST 9639/09 EXT 1", "ST 9639/09"),
        ("9639/09 RESTREINT UE ENFOPOL 5", "9639/09"),
        ("ST-9639-2009-DCL-1", "ST-9639-2009"),
        # a damaged figure is not guessed
        ("14680/05 ENFOCUSTOM l12", "14680/05"),
        ("14680/05 ENFOCUSTOM 1O2", "14680/05"),
        ("14680/05 CO SI 82", "14680/05"),
        # beside other figures
        ("01/02/05 14680/05", "14680/05"),
        ("of 9 November 2005 14680/05", "14680/05"),
        ("in case 14680/05 is adopted", "14680/05"),
        ("Council document 14680/2005 says", "14680/2005"),
        ("(EU doc no: 6954-14, pdf)", "6954-14"),
        ("Dokument 45/06", "45/06"),
        ("Ratsdok. Nr. 14680/05", "14680/05"),
        ("Ratsdok.-Nr.: 14680/05", "14680/05"),
        ("dokumentas Nr. 14680/05", "14680/05"),
        ("documento n.º 14680/05", "14680/05"),
        ("draft Council Resolution 14680/05", "14680/05"),
        ("(ST 14583/2009/REV 3)", "ST 14583/2009/REV 3"),
        ("see doc.14680/05", "14680/05"),
        ("\u00b914680/05", "14680/05"),
        ("612/05 EUROPOL 41", "612/05 EUROPOL 41"),
        ("6954\u201114 UD 5", "6954\u201114 UD 5"),
        ("/doc/document/ST-11993-2005-REV-1/en/pdf", "ST-11993-2005-REV-1"),
    ],
)
def test_one_number_is_found(text: str, found: str) -> None:
    assert [mention.text for mention in find_references(text)] == [found]


@every_case(
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
        (
            "8351/09 + COR 1 (de) + COR 2 (fr, it) + COR 3.",
            {
                "8351/09 + COR 1 (de)": "8351/09 COR 1",
                "COR 2 (fr, it)": "8351/09 COR 2",
                "COR 3": "8351/09 COR 3",
            },
        ),
        (
            "8351/1/09 REV 1 + REV 2 COR 1",
            {"8351/1/09 REV 1": "8351/1/09 REV 1", "REV 2 COR 1": "8351/2/09 REV 2 COR 1"},
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


@every_case(
    "text",
    ["tel. 02 281 6111/05", "Fax: +32 2 281 6111/05", "a ratio of 1234/10", "02-281-6111/05"],
)
def test_telephone_numbers_and_ratios_are_no_documents(text: str) -> None:
    assert find_references(text) == ()


@every_case(
    "before",
    ["ENFOCUSTOM 13 ", "12 May 2005 ", "6789/04 ", "30.6.2010 ", "telling ", "ratios and "],
)
def test_figures_before_a_document_do_no_harm(before: str) -> None:
    assert find_references(f"{before}14680/05")[-1].text == "14680/05"


@every_case(
    ("text", "found"),
    [
        ("docs 45/06, 46/06 and 47/06 are", ["45/06", "46/06", "47/06"]),
        (
            "documents Nos 45/06 UD 3; 46/06 REV 2 and 47/06.",
            ["45/06 UD 3", "46/06 REV 2", "47/06"],
        ),
        ("(documents 45/06 to 47/06)", ["45/06", "47/06"]),
        ("documents 6954-14 and 6955-14", ["6954-14", "6955-14"]),
        ("14680/05 / 14681/05", ["14680/05", "14681/05"]),
        ("doc. 45/06 on 46/06", ["45/06"]),
        ("doc. 45/06. Later, 46/06", ["45/06"]),
        ("8351/09 REV 1 and REV 2", ["8351/09 REV 1", "REV 2"]),
    ],
)
def test_a_list_is_announced_once(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@every_case("before", ["", "see ", "(", "<", "[text](", '"'])
@every_case("after", ["", ".", ", and", ")", ">", ";\n", '"'])
def test_an_address_is_one_mention(before: str, after: str) -> None:
    address = "https://data.consilium.europa.eu/doc/document/ST-15653-2010-REV-1/en/pdf"
    (mention,) = find_references(before + address + after)

    assert mention.text == address
    assert mention.reference == DocumentNumber(15653, 2010, revision=1)


@every_case(
    "text",
    [
        "7866/08EB/tas1",
        "14680/05EC",
        "9710/97REV 1a",
        "sort code 12-34-56",
        "1500-2000 people, 20-21 May 2004",
        "2011-12 REV 1",
        "10-12-05 JAI 6",
        "in 3 / 05 JAI 6",
        "9710 / 97",
        "6954 - 14 ENFOCUSTOM 12",
        "6954\u201314 ENFOCUSTOM 12",
        "CH-1234-56 ADD 1",
        "ISBN 92-824-2088-42 REV 1",
        "in 2004/05 EUROPOL 6 cases",
        "by 515/1997 EUROPOL 6 cases",
        "the act 14680/2005",
        "document 14680/2005",
        "application no. 12345/05",
        "Royal Decree 1345/97",
        "p. 1234/35",
        "our ref.: 1234/05",
        "AD 12 2005",
        "SN 1990 2005",
        "PE 123 2005",
        "st_14583_2009",
        "EST-14583-2009",
        "EPSO/AD/123/2010",
        "XT 21016/18 ADD 1",
        "https://www.consilium.europa.eu/en/press/2014/05/06/",
    ],
)
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    assert found_in(text) == []


@every_case(
    "fragment",
    [
        "/",
        "1/",
        "1/1",
        "12 / ",
        "9710/97",
        "9710/97 ",
        "9710/97 ENFO ",
        "9710/97REV1",
        "REV 1 ",
        "REV1",
        "ADD 1 + ",
        "COR 1 (fr,de,",
        "E FOCUSTOM ",
        "ENFO-\n",
        "L I M I T E ",
        "1-",
        "6954-14-",
        "ST-14583-2009-",
        "st14583-re03",
        ".pdf",
        "consilium.e",
        "consilium.europa.eu/",
        "https://",
        "=ST%207029%202014",
        "45/06 and ",
        "no. 45/06, ",
        "tel. 02 ",
        "\n",
        "\t",
        " ",
        "A",
        "9",
    ],
)
def test_hostile_text_is_read_in_linear_time(fragment: str) -> None:
    text = "9710/97 " + fragment * (25_000 // len(fragment))

    assert found_in(text)[0].startswith("9710/97")


def test_every_spelling_of_the_table_is_told_from_its_neighbour() -> None:
    text = " was sent; ".join(DOCUMENTS.examples)

    assert found_in(text) == list(DOCUMENTS.examples)


@every_case("part", ["RV 2", "REVV 2", "RE 2", "KORR 1", "ADDEND 1", "XY 2"])
def test_a_mistyped_part_ends_the_number(part: str) -> None:
    text = f"see 9874/11 {part}, which"

    assert [(str(n), end) for n, _, end in find_document_numbers(text)] == [("9874/11", 11)]


def test_the_heading_of_the_next_line_is_no_part() -> None:
    for word in ("Revision", "revision", "Addendum", "corrigendum"):
        text = f"see 9874/11\n{word} 2 of the plan"

        assert [str(number) for number, _, _ in find_document_numbers(text)] == ["9874/11"]


@every_case(
    ("text", "numbers"),
    [
        (
            "documents 9874/11, 9874/11 ADD 1, ADD 2 and COR 1",
            ["9874/11", "9874/11 ADD 1", "9874/11 ADD 2", "9874/11 COR 1"],
        ),
        ("9874/11 ADD 1 and COR 1", ["9874/11 ADD 1", "9874/11 COR 1"]),
        (
            "9874/1/11 REV 1 ADD 1, ADD 2 and COR 1",
            ["9874/1/11 REV 1 ADD 1", "9874/1/11 REV 1 ADD 2", "9874/1/11 REV 1 COR 1"],
        ),
        ("9874/11 ADD 1, ADD 2 COR 1", ["9874/11 ADD 1", "9874/11 ADD 2 COR 1"]),
        ("9874/11 ADD 1 COR 1 and COR 2", ["9874/11 ADD 1 COR 1", "9874/11 ADD 1 COR 2"]),
        ("9874/11 ADD 1 and COR 0", ["9874/11 ADD 1"]),
    ],
)
def test_a_corrigendum_behind_addenda_is_one_of_the_document(text: str, numbers: list[str]) -> None:
    assert [str(number) for number, _, _ in find_document_numbers(text)] == numbers
