from typing import Any

from icalendar.parser import Contentline

from customs_coop.formats.calendars.lines import (
    as_line,
    as_mailto,
    as_parameter,
    as_text,
    as_uri,
    clean_line,
    fold,
    replaced_characters,
    restore_backslashes,
)
from folded import every_case


@every_case(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\nd"),
        ("a\tb  c", "a\tb  c"),
        ("a\x00b\ud800c\x0bd\ufffee", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("e\u0301 \N{FAMILY} \N{NO-BREAK SPACE}»", "e\u0301 \N{FAMILY} \N{NO-BREAK SPACE}»"),
        ("C:\\new", "C:\\new"),
        ("\ufeffa\ufeff", "a"),
    ],
)
def test_texts(text: str, cleaned: str) -> None:
    assert as_text(text) == cleaned


def test_a_capital_n_after_a_backslash_is_held_back_for_the_library() -> None:
    held = as_text(r"C:\New\n")
    assert held == "C:\ufffeNew\\n"
    assert restore_backslashes(held) == "C:\\\\New\\n"
    assert as_line(r"C:\New") == "C:\ufffeNew"
    assert clean_line(r"C:\New") == r"C:\New"


@every_case(
    ("text", "line"),
    [
        (" a \n\n b ", "a b"),
        ("a\u00a0:\u3000b", "a\u00a0:\u3000b"),
        ("\n", ""),
        ("\ta\r\nb", "a b"),
    ],
)
def test_lines(text: str, line: str) -> None:
    assert as_line(text) == clean_line(text) == line


def test_a_parameter_has_no_backslash() -> None:
    assert as_parameter('the "CCWG"\n\\') == 'the "CCWG" \ufffd'


@every_case(
    ("text", "count"), [("a\x00\x01", 2), ("a\ufffd", 0), ("a\ufffd\x07", 1), ("\r\n\t\\N", 0)]
)
def test_what_is_replaced_is_counted(text: str, count: int) -> None:
    assert replaced_characters(text, as_text(text)) == count


@every_case(
    ("text", "uri"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("  webcal://example.org/ ", "webcal://example.org/"),
        ("https://example.org/é <x>", "https://example.org/%C3%A9%20%3Cx%3E"),
        ("https://example.org/\r\nBEGIN:VEVENT", "https://example.org/%0D%0ABEGIN:VEVENT"),
        ("https://example.org/\x00", "https://example.org/%EF%BF%BD"),
        ("urn:lex:eu", "urn:lex:eu"),
        ("5319/98", None),
        ("ENFOCUSTOM 1", None),
        ("1a:b", None),
        ("a:", None),
        ("", None),
    ],
)
def test_uris(text: str, uri: str | None) -> None:
    assert as_uri(text) == uri


@every_case(
    ("address", "uri"),
    [
        ("customs@example.org", "mailto:customs@example.org"),
        ("MailTo:a+b@example.org", "mailto:a+b@example.org"),
        ("a%b&c@example.org", "mailto:a%25b%26c@example.org"),
        ("zöllner@example.org", "mailto:z%C3%B6llner@example.org"),
        ("customs", None),
        ("a@b@c", None),
        ("a b@example.org", None),
        ("a@example.org\nX:y", None),
        ("a\x00@example.org", None),
        ("a@example..org", None),
        ("", None),
    ],
)
def test_addresses(address: str, uri: str | None) -> None:
    assert as_mailto(address) == uri


@every_case(
    "line",
    [
        "A:" + "x" * 73,
        "A:" + "x" * 74,
        "A:" + "\\\\" * 200,
        "A:b" + "\\\\" * 200,
        "A:" + "\\n" * 99 + "\\",
        'A;B="' + "^^" * 99 + '":c',
        "A:" + "\N{FAMILY}\u200d" * 99,
        "A:e" + "\u0301" * 300,
        "A:" + " " * 300,
        "A:" + "x" * 2000,
    ],
)
def test_folding(line: str) -> None:
    folded = fold(line)
    assert folded.endswith(b"\r\n")
    lines = folded[:-2].split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert min(map(len, lines[:-1]), default=75) >= 71
    for part in lines:
        # An odd number of them would be half an escape at the end of a line.
        content = part.decode()
        for escape in "\\^":
            ended = len(content) - len(content.rstrip(escape))
            assert ended % 2 == 0 or part is lines[-1]
    library: Any = Contentline  # Any: its functions have no types
    assert library.from_ical(folded[:-2]) == line
