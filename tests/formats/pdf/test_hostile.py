"""PDF files that are damaged, protected or meant to do harm: refused, whatever they hold."""

import builtins
import hashlib
import logging
import sys
import zlib
from collections.abc import Mapping, Sequence
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.pdf.fonts import plain_map, plain_widths
from customs_coop.formats.pdf.reading import LARGEST_PDF, looks_like_pdf, read_pdf
from customs_coop.formats.pdf.streams import unpack
from customs_coop.loading import read_bytes
from folded import every_case
from pdf_files import file_of, pdf_file, ruling, stream, table, words

document = pytest.importorskip(
    "customs_coop.formats.pdf.document", reason="pdfplumber is not there", exc_type=ImportError
)
drawing = pytest.importorskip(
    "customs_coop.formats.pdf.drawing", reason="pdfplumber is not there", exc_type=ImportError
)

GOOD = pdf_file([words(40, 80, "Watch the sheds"), *table((40, 90, 300), 100, [("1", "a")] * 3)[0]])
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def refusal(content: bytes) -> str:
    with pytest.raises(RefusedFileError) as refused:
        read_pdf(content)
    return refused.value.code


def outcome(content: bytes) -> str:
    try:
        read_pdf(content)
    except RefusedFileError as refused:
        return refused.code
    return "read"


def page(content: str = "4 0 R", resources: str = "/Font << /F1 5 0 R >>", more: str = "") -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} "
        f"/Resources << {resources} >> {more} >>"
    ).encode()


def one_page(content: bytes, font: bytes = b"", *more: bytes, resources: str = "") -> bytes:
    font = font or b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
    held = page(resources=f"/Font << /F1 5 0 R >> {resources}")
    return file_of([CATALOG, PAGES, held, content, font, *more])


TEXT = stream(b"BT /F1 10 Tf 40 700 Td (Watch) Tj ET")


def test_the_files_of_these_tests_are_good_ones() -> None:
    assert read_pdf(GOOD).blocks
    assert read_pdf(one_page(TEXT)).blocks


@every_case("share", [0.1, 0.3, 0.5, 0.7])
def test_a_truncated_file_is_refused_or_read_as_far_as_it_goes(share: float) -> None:
    assert outcome(GOOD[: int(len(GOOD) * share)]) in ("read", "CC181", "CC194")


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n\x00\xff",
        b"%PDF-1.7\n" + b"1 0 obj\n" * 3_000,
        b"%PDF-1.7\n" + b"<<" * 50_000 + b"\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n" + b"[" * 200_000 + b"\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 4294967295\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nstartxref\n9999999999\n%%EOF",
        b"%PDF-1.7\n" + bytes(range(256)) * 400,
        b"%PDF-1.7\n" + b"\n" * 50_000,
        b"%PDF-1.7\n(" + b"a" * 3_000_000,
        file_of([CATALOG, b"null"]),
        file_of([b"<< /Type /Catalog /Pages 1 0 R >>"]),
        file_of([CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
        file_of(
            [CATALOG, b"<< /Type /Pages /Kids [3 0 R] >>", b"<< /Type /Pages /Kids [2 0 R] >>"]
        ),
        file_of([CATALOG, PAGES, page("3 0 R")]).replace(b"/Prev", b"/Prev"),
        file_of([CATALOG, PAGES, page()], more="/Prev 9 /XRefStm 9"),
    ],
    ids=range(15),
)
def test_garbage_and_circles_are_refused(content: bytes) -> None:
    assert refusal(content) in ("CC181", "CC194", "CC182")


def test_tables_of_objects_that_point_at_themselves_end() -> None:
    start = GOOD.rindex(b"xref\n0")
    looped = GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)
    assert read_pdf(looped).blocks


def test_references_in_a_circle_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "_MOST_LOOKUPS", 5000)
    assert refusal(file_of([b"2 0 R", b"1 0 R"])) == "CC181"


def test_a_file_that_needs_a_password_is_refused() -> None:
    lock = (
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") >>"
    )
    content = file_of(
        [CATALOG, PAGES, page(), TEXT, b"null", lock], more="/Encrypt 6 0 R /ID [(a) (a)]"
    )
    assert refusal(content) == "CC183"


def test_a_file_that_only_forbids_copying_is_read() -> None:
    """Such files are encrypted for an empty password (PDF 32000-1:2008, 7.6.3, revision 2)."""
    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    owner, rights = b"o" * 32, -64
    secret = _md5(pad + owner + rights.to_bytes(4, "little", signed=True) + b"a")[:5]
    lock = (
        f"<< /Filter /Standard /V 1 /R 2 /P {rights} /O <{owner.hex()}> "
        f"/U <{_rc4(secret, pad).hex()}> >>"
    )
    key = _md5(secret + (4).to_bytes(3, "little") + bytes(2))[:10]
    drawn = _rc4(key, b"BT /F1 10 Tf 40 700 Td (Watch) Tj ET")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
    objects = [CATALOG, PAGES, page(), stream(drawn), font, lock.encode()]
    content = file_of(objects, more="/Encrypt 6 0 R /ID [(a) (a)]")
    assert [getattr(block, "text", "") for block in read_pdf(content).blocks] == ["Watch"]


def _md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()


def _rc4(key: bytes, content: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    found, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        found.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(found)


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_unpacks_to_far_too_much_is_refused(times: int) -> None:
    data, names = b"\n" * 64_000_000, "/FlateDecode"
    for _ in range(times):
        data = zlib.compress(data, 9)
    content = stream(data, f"/Filter [{' '.join([names] * times)}]")
    assert refusal(one_page(content)) == "CC182"


@pytest.mark.parametrize("name", ["LZWDecode", "RunLengthDecode", "ASCII85Decode"])
def test_other_filters_have_bounds_too(name: str) -> None:
    bombs = {
        "RunLengthDecode": b"\x81a" * 200_000,
        "ASCII85Decode": b"z" * 5_000_000,
        "LZWDecode": _lzw_of_one_byte(9000),
    }
    with pytest.raises(RefusedFileError) as refused:
        unpack(bombs[name], name, 1_000_000)
    assert refused.value.code == "CC182"


def _lzw_of_one_byte(codes: int) -> bytes:
    """Codes each of which says one byte more than the one before."""
    bits, width, entries = [f"{97:09b}"], 9, 258
    for _ in range(codes):
        entries += 1
        width = min(12, max(9, entries.bit_length()))
        bits.append(format(min(entries - 1, 4095), f"0{width}b"))
    held = "".join(bits)
    return bytes(int(held[place : place + 8].ljust(8, "0"), 2) for place in range(0, len(held), 8))


def test_filters_give_back_what_was_packed() -> None:
    assert unpack(zlib.compress(b"abc"), "FlateDecode") == b"abc"
    assert unpack(zlib.compress(b"abc" * 999)[:-4], "Fl") == b"abc" * 999
    assert unpack(zlib.compress(b"abc" * 999)[:-3] + b"xyz", "Fl") == b"abc" * 999
    assert unpack(b"garbage", "FlateDecode") == b""
    assert unpack(b"\x02abc\xfed\x80rest", "RL") == b"abcddd"
    assert unpack(b"<~87cURDZ~>", "A85") == b"Hello"
    assert unpack(b"48 65 6c6C 6F>00", "AHx") == b"Hello"
    # The example of the standard: 45 45 45 45 45 65 45 45 45 66
    packed = bytes.fromhex("800B6050220C0C8501")
    assert unpack(packed, "LZWDecode") == b"-----A---B"
    assert unpack(b"\xff\xd8", "DCTDecode") == b""


def test_forms_that_draw_one_another_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "_MOST_FORMS", 500)
    box = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"

    def form(number: int, calls: int) -> bytes:
        head = f"{box} /Resources << /XObject << /X {number} 0 R >> >>"
        return stream(b"/X Do " * calls, head)

    forms = [form(number, 10) for number in range(7, 16)] + [stream(b"", box)]
    content = one_page(stream(b"/X Do"), b"", *forms, resources="/XObject << /X 6 0 R >>")
    assert refusal(content) == "CC182"
    itself = one_page(stream(b"/X Do"), b"", form(6, 3), resources="/XObject << /X 6 0 R >>")
    assert refusal(itself) == "CC194"
    deep = [form(number, 1) for number in range(7, 40)] + [stream(b"", box)]
    content = one_page(stream(b"/X Do"), b"", *deep, resources="/XObject << /X 6 0 R >>")
    assert refusal(content) == "CC182"


def test_pages_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    kids = " ".join(["3 0 R"] * 3)
    pages = f"<< /Type /Pages /Kids [{kids}] >>".encode()
    assert read_pdf(file_of([CATALOG, pages, page(), TEXT])).blocks  # one page, named three times
    monkeypatch.setattr(drawing, "MOST_PAGES", 20)
    assert read_pdf(pdf_file(*[[words(40, 80, "x")]] * 20)).blocks
    assert refusal(pdf_file(*[[words(40, 80, "x")]] * 21)) == "CC182"


def test_too_much_on_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(one_page(stream(b" " * 5_000_000))) == "CC182"
    monkeypatch.setattr(drawing, "_MOST_GLYPHS", 700)
    monkeypatch.setattr(drawing, "_MOST_PATHS", 700)
    assert refusal(one_page(stream(b"BT /F1 1 Tf (" + b"a" * 701 + b") Tj ET"))) == "CC182"
    assert refusal(one_page(stream(b"0 0 m 9 9 l S " * 701))) == "CC182"
    fits = stream(b"0 0 m 9 9 l S " * 700 + b"BT /F1 1 Tf (" + b"a" * 700 + b") Tj ET")
    assert read_pdf(one_page(fits)).blocks


def test_a_page_of_rulings_only_is_refused_for_its_cells() -> None:
    drawn = [ruling(x, 10, x, 800) for x in range(0, 560, 4)]
    drawn += [ruling(0, y, 560, y) for y in range(20, 800, 4)]
    assert refusal(pdf_file([*drawn, words(40, 80, "x")])) == "CC185"


def test_operands_without_an_operator_and_pictures_within_end() -> None:
    content = stream(b"0 " * 60_000 + b"w " * 30_000 + b"BT /F1 10 Tf 40 700 Td (Watch) Tj ET")
    assert read_pdf(one_page(content)).blocks
    picture = b"BI /W 1 /H 1 ID " + b"E" * 1_000_000
    assert refusal(one_page(stream(picture))) == "CC194"
    behind = b"BI /W 1 /H 1 ID xEIx EI Q BT /F1 10 Tf 40 700 Td (Watch) Tj ET"
    assert read_pdf(one_page(stream(behind))).blocks


def test_fonts_that_map_without_end_are_cut_down() -> None:
    widths = "/W [0 2000000000 500]"
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R "
        "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 600 "
        f"{widths} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>] >>"
    ).encode()
    mapped = b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange "
    mapped += b"1 beginbfchar <5761> <0041> endbfchar"
    content = one_page(TEXT, font, stream(mapped))
    (line,) = read_pdf(content).blocks
    assert getattr(line, "text", "")[0] == "A"


@every_case(
    ("content", "expected"),
    [
        (b"beginbfchar <01> <0066 0069> endbfchar", b"<01> <00660069>"),
        (b"beginbfrange <01> <02> [<0041> <0042>] endbfrange", b"<01> <0041>\n<02> <0042>"),
        (b"beginbfrange <01> <00> <0041> endbfrange", b""),
        (b"beginbfchar <01> <0041>", b"<01> <0041>"),
        (b"beginbfchar (a) (b) endbfchar", b""),
    ],
)
def test_maps_of_characters_are_written_out(content: bytes, expected: bytes) -> None:
    found = plain_map(content)
    assert found == b"beginbfchar\n" + (expected + b"\n" if expected else b"") + b"endbfchar\n"


def test_maps_and_widths_without_end_are_refused() -> None:
    ranges = b"".join(b"<%08x> <%08x> <0041> " % (n << 16, (n << 16) + 65_000) for n in range(9))
    with pytest.raises(RefusedFileError):
        plain_map(b"beginbfrange " + ranges + b"endbfrange")
    with pytest.raises(RefusedFileError):
        plain_widths([value for n in range(9) for value in (n, n + 65_000, 500)])
    assert plain_map(b"beginbfrange" * 100_000) == b"beginbfchar\nendbfchar\n"


def test_a_file_of_pictures_is_told_to_be_a_scan() -> None:
    picture = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"
    (error,) = read_bytes(pdf_file([picture])).report
    assert error.code == "CC194"
    assert "scan" in error.message
    (error,) = read_bytes(pdf_file([])).report
    assert (error.code, "empty" in error.message) == ("CC194", True)


def test_a_file_that_is_too_large_is_refused() -> None:
    assert refusal(GOOD + b" " * LARGEST_PDF) == "CC182"


def test_without_pdfplumber_the_finding_names_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def blocked(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - its name in Python
        locals: Mapping[str, object] | None = None,  # noqa: A002 - the same
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> ModuleType:
        if name.startswith(("pdfplumber", "pdfminer")):
            raise ImportError(name)
        return real(name, globals, locals, fromlist, level)

    for name in list(sys.modules):
        if name.startswith("customs_coop.formats.pdf.") and name.endswith(
            ("drawing", "measuring", "document")
        ):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", blocked)
    (error,) = read_bytes(GOOD, source="plan.pdf").report
    assert error.code == "CC193"
    assert 'pip install "customs-coop[pdf]"' in error.message


def test_nothing_is_printed_about_odd_files(capfd: pytest.CaptureFixture[str]) -> None:
    read_bytes(GOOD[:-300])
    read_bytes(one_page(stream(b"(a) Tj /X gs BT 1 0 Td ET")))
    assert capfd.readouterr() == ("", "")
    assert not logging.getLogger("pdfminer").handlers


@every_case(
    ("content", "expected"),
    [
        (b"%PDF-1.4\n", True),
        (b"\xef\xbb\xbf\n%PDF-1.4\n... startxref\n9\n%%EOF", True),
        (b"On files\n%PDF- is how they begin", False),
        (b"Code\tAction", False),
    ],
)
def test_a_pdf_file_is_known_by_its_beginning(content: bytes, expected: bool) -> None:  # noqa: FBT001 - a case
    assert looks_like_pdf(content) is expected


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_a_file_with_changed_bytes_is_read_or_refused(place: int, other: bytes) -> None:
    changed = GOOD[:place] + other + GOOD[place + len(other) :]
    assert outcome(changed) in ("read", "CC181", "CC182", "CC183", "CC185", "CC194")
