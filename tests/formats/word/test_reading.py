import io
import struct
import zipfile

import pytest

from customs_coop.formats.files import archives
from customs_coop.formats.files.changes import Changes
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.pages.content import Grid, Opened, TextLine, paragraphs_of
from customs_coop.formats.word.reading import read_word
from folded import every_case
from word_files import archive, cell, paragraph, part, relations, row, run, table, word_file


def lines(body: str, changes: Changes = "accept", **parts: str) -> list[str]:
    opened = read_word(word_file(body, **parts), changes)
    return [line.text for line in paragraphs_of(opened.blocks)]


def refusal(content: bytes) -> str:
    with pytest.raises(RefusedFileError) as refused:
        read_word(content)
    return refused.value.code


def grid(opened: Opened) -> Grid:
    (found,) = [block for block in opened.blocks if isinstance(block, Grid)]
    return found


def test_paragraphs_come_in_order_with_their_places() -> None:
    opened = read_word(word_file(paragraph("One") + paragraph("") + table(row("a", "b"))))
    first, second = opened.blocks
    assert isinstance(first, TextLine)
    assert (first.text, first.place.path) == ("One", "paragraph 1")
    assert isinstance(second, Grid)
    assert second.rows[0].cells[1].place.path == "table 1, row 1, cell 2"


@every_case(
    ("inner", "expected"),
    [
        ("<w:t>third</w:t><w:noBreakHyphen/><w:t>pillar</w:t>", ["third-pillar"]),
        ("<w:t>re</w:t><w:softHyphen/><w:t>port\u00ads</w:t>", ["reports"]),
        ("<w:t>one</w:t><w:br/><w:t>two</w:t><w:cr/><w:t>three</w:t>", ["one", "two", "three"]),
        ("<w:t>From:</w:t><w:tab/><w:t>Chair</w:t>", ["From:\tChair"]),
        ('<w:sym w:font="Symbol" w:char="F0B7"/><w:t> item</w:t>', ["• item"]),
        ("<w:t>two\nlines</w:t>", ["two lines"]),
        ("<w:instrText>PAGE</w:instrText><w:t>5</w:t>", ["5"]),
        ('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12)</w:t>', ["¹²⁾"]),
        ('<w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t>', ["2"]),
    ],
)
def test_what_stands_for_characters_becomes_characters(inner: str, expected: list[str]) -> None:
    assert lines(f"<w:p><w:r>{inner}</w:r></w:p>") == expected


def test_a_tab_in_a_cell_is_a_blank() -> None:
    inner = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>"
    assert lines(table(row(cell(inner)))) == ["a b"]


@every_case(
    "wrapped",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag>{}</w:smartTag>",
        '<w:fldSimple w:instr="x">{}</w:fldSimple>',
        "<m:oMath><m:r><m:t>inside</m:t></m:r></m:oMath>",
    ],
)
def test_text_inside_other_elements_is_not_lost(wrapped: str) -> None:
    inner = wrapped.format(run("inside"))
    assert lines(f"<w:p>{run('before ')}{inner}{run(' behind')}</w:p>") == ["before inside behind"]


def test_rows_cells_and_paragraphs_inside_content_controls_are_read() -> None:
    held = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = held.format(paragraph("one")) + table(held.format(row("two", "three")))
    assert lines(body) == ["one", "two three"]


def test_the_prompt_of_an_empty_content_control_is_no_text() -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert lines(f"<w:p>{prompt.format(run('Click here'))}{run('kept')}</w:p>") == ["kept"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    both = (
        "<mc:AlternateContent><mc:Choice><wps:txbx>"
        f"{box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert lines(f"<w:p>{run('around')}<w:r>{both}</w:r></w:p>") == ["around", "boxed"]
    assert lines(f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>") == [
        "boxed"
    ]


def test_hidden_text_is_left_out_and_told() -> None:
    opened = read_word(word_file(paragraph(run("secret", "<w:vanish/>") + run("open"))))
    assert [line.text for line in paragraphs_of(opened.blocks)] == ["open"]
    (remark,) = opened.remarks
    assert remark.place is not None
    assert (remark.code, remark.place.path) == ("CC192", "paragraph 1")
    shown = read_word(word_file(paragraph(run("shown", '<w:vanish w:val="0"/>'))))
    assert shown.remarks == ()


@pytest.mark.parametrize("look", ["<w:strike/>", '<w:dstrike w:val="1"/>'])
def test_words_struck_through_stay_and_are_told_once(look: str) -> None:
    body = paragraph(run("kept ") + run("gone", look)) + paragraph(run("again", look))
    opened = read_word(word_file(body))
    assert [line.text for line in paragraphs_of(opened.blocks)] == ["kept gone", "again"]
    (remark,) = opened.remarks
    assert remark.place is not None
    assert (remark.code, remark.place.path) == ("CC179", "paragraph 1")
    plain = read_word(word_file(paragraph(run("plain", '<w:strike w:val="0"/>'))))
    assert plain.remarks == ()


CHANGED = (
    f"<w:p>{run('Report ')}<w:del>{run('yearly').replace('w:t', 'w:delText')}</w:del>"
    f"<w:ins>{run('monthly')}</w:ins>{run(' to all')}</w:p>"
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("accept", "Report monthly to all"),
        ("reject", "Report yearly to all"),
        ("both", "Report yearly | monthly to all"),
    ],
)
def test_tracked_text_is_read_in_the_way_that_is_wanted(changes: Changes, expected: str) -> None:
    opened = read_word(word_file(CHANGED), changes)
    assert [line.text for line in paragraphs_of(opened.blocks)] == [expected]
    (remark,) = opened.remarks
    assert remark.code == "CC180"
    assert "2 tracked changes" in remark.message


def test_moved_text_stands_in_one_place_only() -> None:
    body = (
        f"<w:p><w:moveFrom>{run('moved')}</w:moveFrom>{run('first')}</w:p>"
        f"<w:p><w:moveTo>{run('moved')}</w:moveTo>{run(' last')}</w:p>"
    )
    assert lines(body) == ["first", "moved last"]
    assert lines(body, "reject") == ["movedfirst", "last"]


def test_rows_and_cells_that_were_inserted_or_deleted() -> None:
    body = table(
        row("1", "old", properties='<w:del w:author="a"/>'),
        row("2", "new", properties='<w:ins w:author="a"/>'),
        row("3", cell("gone", "<w:cellDel/>"), cell("come", "<w:cellIns/>")),
    )
    assert lines(body) == ["2 new", "3 come"]
    assert lines(body, "reject") == ["1 old", "3 gone"]
    assert lines(body, "both") == ["1 old", "2 new", "3 gone come"]


def test_a_paragraph_whose_end_was_changed_goes_on_in_the_next() -> None:
    split = paragraph("one ", "<w:rPr><w:ins/></w:rPr>") + paragraph("two")
    assert lines(split) == ["one", "two"]
    assert lines(split, "reject") == ["one two"]
    joined = paragraph("one ", "<w:rPr><w:del/></w:rPr>") + paragraph("two")
    assert lines(joined) == ["one two"]
    assert lines(paragraph("last", "<w:rPr><w:del/></w:rPr>")) == ["last"]


def test_what_a_property_was_before_is_no_look_of_today() -> None:
    old = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert lines(paragraph(run("seen", old))) == ["seen"]


def note(number: int, text: str, kind: str = "footnote", more: str = "") -> str:
    return f'<w:{kind} w:id="{number}" {more}>{paragraph(text)}</w:{kind}>'


def test_footnotes_stand_below_their_table_with_their_mark() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = table(
        row("1", cell(paragraph(run("Watch") + mark.format(3)))),
        row("2", cell(paragraph(run("Wait") + mark.format(2)))),
    )
    notes = note(0, "rule", more='w:type="separator"') + note(2, "second") + note(3, "first")
    opened = read_word(word_file(body, footnotes=notes))
    assert [line.text for line in paragraphs_of(opened.blocks)] == [
        "1 Watch¹",
        "2 Wait²",
        "¹ first",
        "² second",
    ]


def test_endnotes_are_counted_on_and_marks_of_their_own_are_kept() -> None:
    body = paragraph(
        run("a")
        + '<w:r><w:endnoteReference w:id="2"/></w:r>'
        + run("b")
        + '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    )
    found = lines(body, endnotes=note(2, "end", "endnote"), footnotes=note(1, "* own"))
    assert found == ["a¹b*", "¹ end", "* own"]


def test_a_note_in_deleted_text_is_not_counted() -> None:
    gone = '<w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:del>'
    kept = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{run('a')}{gone}{kept}</w:p>"
    notes = note(1, "gone") + note(2, "kept")
    assert lines(body, footnotes=notes) == ["a¹", "¹ kept"]


def test_merged_cells_keep_their_width_and_say_what_they_carry_on() -> None:
    opened = read_word(
        word_file(
            table(
                row(
                    cell("wide", '<w:gridSpan w:val="2"/>'),
                    cell("x", '<w:vMerge w:val="restart"/>'),
                ),
                row(cell("a"), cell("b"), cell("", "<w:vMerge/>")),
                row(cell("c"), properties='<w:gridBefore w:val="2"/>'),
            )
        )
    )
    first, second, third = grid(opened).rows
    assert [c.span for c in first.cells] == [2, 1]
    assert [c.above for c in second.cells] == [False, False, True]
    assert [c.span for c in third.cells] == [2, 1]


def test_a_table_in_a_cell_stays_in_the_cell() -> None:
    opened = read_word(word_file(table(row(cell(paragraph("out") + table(row("in", "side")))))))
    (outer,) = grid(opened).rows[0].cells
    assert [type(block).__name__ for block in outer.blocks] == ["TextLine", "Grid"]


LEVELS = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
)


def numbered(text: str, level: int, number: int = 1) -> str:
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def test_automatic_numbers_are_part_of_what_is_printed() -> None:
    body = (
        numbered("Area", 0)
        + numbered("First", 1)
        + numbered("", 1)
        + numbered("so", 2)
        + numbered("and", 2)
        + numbered("dot", 3)
        + numbered("Next", 0)
        + numbered("Again", 1)
        + numbered("Other", 0, 2)
        + numbered("None", 0, 0)
    )
    assert lines(body, numbering=LEVELS) == [
        "5. Area",
        "5.1 First",
        "5.2",
        "(i) so",
        "(ii) and",
        "dot",
        "6. Next",
        "6.1 Again",
        "9. Other",
        "None",
    ]


def test_a_style_may_number_its_paragraphs() -> None:
    style = (
        '<w:style w:styleId="Code"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    body = paragraph("Watch", '<w:pStyle w:val="Code"/>') * 2
    assert lines(body, numbering=LEVELS, styles=style) == ["5.1 Watch", "5.2 Watch"]


def test_the_body_may_have_any_name_and_the_strict_namespace() -> None:
    strict = part("document", f"<w:body>{paragraph('here')}</w:body>").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    files = {"_rels/.rels": relations({"officeDocument": "/word/document2.xml"})}
    opened = read_word(archive({**files, "word/document2.xml": strict}))
    assert [line.text for line in paragraphs_of(opened.blocks)] == ["here"]


@every_case(
    ("files", "what"),
    [
        ({"_rels/.rels": relations({"officeDocument": "xl/workbook.xml"})}, "Excel"),
        ({"_rels/.rels": relations({"officeDocument": "ppt/p.xml"})}, "presentation"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"plan.txt": b"text"}, "archive"),
    ],
)
def test_archives_without_a_word_document_are_called_by_their_name(
    files: dict[str, bytes], what: str
) -> None:
    with pytest.raises(RefusedFileError, match=what) as refused:
        read_word(archive(files))
    assert refused.value.code == "CC184"


GOOD = word_file(paragraph("text"))


@every_case("length", [5, 30, 200, len(GOOD) - 30, len(GOOD) - 1])
def test_a_file_that_is_cut_off_is_damaged(length: int) -> None:
    assert refusal(GOOD[:length]) == "CC181"


def test_a_part_with_other_bytes_than_it_should_have_is_damaged() -> None:
    files = {"word/document.xml": part("document", paragraph("text"))}
    content = archive(files, zipfile.ZIP_STORED)
    assert refusal(content.replace(b"text", b"tex.")) == "CC181"
    assert refusal(archive({"word/document.xml": b"<w:document>"})) == "CC181"
    assert refusal(archive(files, zipfile.ZIP_BZIP2)) == "CC181"


def test_a_part_that_grows_too_much_is_not_unpacked() -> None:
    zeros = archive({"word/document.xml": b" " * (archives.LARGEST_PART + 1)})
    assert refusal(zeros) == "CC182"
    ratio = archive({"word/document.xml": b" " * (2 * 1024 * 1024)})
    assert refusal(ratio) == "CC182"


def test_a_part_that_says_less_than_it_holds_is_damaged() -> None:
    content = bytearray(archive({"word/document.xml": b" " * 5000}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.find(signature) + offset
        content[at : at + 4] = struct.pack("<L", 10)
    assert refusal(bytes(content)) == "CC181"


def test_an_archive_of_many_files_is_not_listed() -> None:
    files = {f"{n:05d}": b"" for n in range(archives.MOST_PARTS + 1)}
    assert refusal(archive(files)) == "CC182"
    names = {f"{n:05d}{'x' * 500}": b"" for n in range(archives.MOST_PARTS + 500)}
    assert refusal(archive(names)) == "CC182"


def test_an_archive_with_a_password_is_told() -> None:
    content = bytearray(archive({"word/document.xml": b"<x/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(signature) + offset] |= 1
    assert refusal(bytes(content)) == "CC183"


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE d SYSTEM "file:///etc/hostname">',
        "<!DOCTYPE d>",
    ],
)
def test_a_document_type_is_refused(prolog: str) -> None:
    document = part("document", paragraph("&b;" if "ENTITY" in prolog else "x")).decode()
    with_type = document.replace("?>", f"?>{prolog}", 1).encode()
    assert refusal(archive({"word/document.xml": with_type})) == "CC186"


def test_deep_nesting_is_refused() -> None:
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    assert refusal(word_file(deep)) == "CC187"
    tables = paragraph("x")
    for _ in range(13):
        tables = table(row(cell(tables)))
    assert refusal(word_file(tables)) == "CC187"


@pytest.mark.parametrize(
    "body",
    [
        table(row(*["x"] * 201)),
        table(row(cell("x", '<w:gridSpan w:val="999999"/>'))),
        table(row("x", properties='<w:gridBefore w:val="999999"/>')),
        "<w:tbl>" + f"<w:tr>{'<w:tc/>' * 100}</w:tr>" * 1001 + "</w:tbl>",
    ],
    ids=["cells", "span", "before", "all"],
)
def test_a_table_that_is_too_large_is_refused(body: str) -> None:
    assert refusal(word_file(body)) == "CC185"


@every_case(
    "body",
    [
        "<w:tc><w:p/></w:tc>",
        "<w:r><w:r><w:t>x</w:t></w:r></w:r>",
        "<w:tr/>",
        "<w:tbl><w:tc><w:tc>x</w:tc></w:tc></w:tbl>",
        "<w:p><w:p><w:tbl><w:tr><w:p/></w:tr></w:tbl></w:p></w:p>",
        "<w:sdt><w:sdtContent><w:sdtPr><w:showingPlcHdr/></w:sdtPr></w:sdtContent></w:sdt>",
        "<mc:Fallback/><mc:Choice/><w:numPr><w:numId w:val='x'/></w:numPr>",
        "<w:txbxContent/><w:ins><w:del/></w:ins>",
        "<w:p><w:r><w:sym w:char='-1'/><w:sym w:char='zz'/><w:br/></w:r></w:p>",
    ],
)
def test_elements_where_none_should_stand_do_no_harm(body: str) -> None:
    assert lines(body + paragraph("kept"))[-1] == "kept"


def test_every_cut_of_a_file_is_read_or_refused() -> None:
    for length in range(0, len(GOOD), 11):
        with pytest.raises(RefusedFileError):
            read_word(GOOD[:length])


def test_bytes_in_front_of_an_archive_are_borne() -> None:
    shifted = io.BytesIO(b"#!" + GOOD)
    opened = read_word(shifted.getvalue())
    assert [line.text for line in paragraphs_of(opened.blocks)] == ["text"]


def test_what_our_own_files_say_beside_the_words_is_set_aside() -> None:
    aside = '<w:pStyle w:val="CustomsCoopAside"/>'
    heading = '<w:pStyle w:val="CustomsCoopAsideHeading"/>'
    joined = paragraph("One", '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>')
    body = joined + paragraph("[moved  here]", aside) + paragraph("Also", heading)
    opened = read_word(word_file(body + paragraph("Two", '<w:pStyle w:val="Aside"/>')))
    assert [line.text for line in paragraphs_of(opened.blocks)] == ["One", "Two"]
    assert [line.text for line in opened.asides] == ["[moved here]", "Also"]
    assert opened.asides[0].place.path == "paragraph 2"
