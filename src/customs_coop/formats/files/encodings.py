"""From bytes to text: the encoding by its mark, by what a page says, or by what is certain."""

import codecs
import re

import attrs

from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.pages.content import Remark

__all__ = ["Decoded", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # The mark of UTF-32 begins with that of UTF-16, so it goes first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STATED = re.compile(
    rb"<meta\s[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?(?P<name>[A-Za-z0-9_.:-]{2,40})"
    rb"|\A\s{0,9}<\?xml\s[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"'](?P<xml>[A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes in which a page says its encoding
# Encodings of text; Python knows others under which bytes are unpacked or run.
_KNOWN = re.compile(
    r"utf-?8|(?:x-)?(?:windows|cp)-?125[0-8]|iso-?8859-?(?:[1-9]|1[013456])|latin-?[1-9]|us-ascii"
    r"|ascii|koi8-[ru]|macintosh|mac-?roman|utf-?16(?:-?[lb]e)?",
    re.IGNORECASE,
)
_SAMPLE = 65_536  # bytes
_PLAIN = frozenset(range(0x20, 0x7F)) | {0x09, 0x0A, 0x0D}


@attrs.frozen(kw_only=True)
class Decoded:
    """A text and what is worth telling about its encoding."""

    text: str
    remarks: tuple[Remark, ...] = ()


def decode(content: bytes) -> Decoded:
    r"""Decode the bytes of a text.

    The mark at the beginning counts first, then what a web page says of itself, then UTF-16
    where every other byte of a Latin text is zero, then UTF-8, and Windows-1252 at last.

    Args:
        content: The bytes.

    Returns:
        The text; a remark where its encoding was not stated and is not UTF-8.

    Raises:
        RefusedFileError: The bytes are not valid in the encoding, or in any.

    Example:
        >>> decode("Agreed".encode("utf-16-le")).text
        'Agreed'
        >>> [remark.code for remark in decode(b"caf\xe9").remarks]
        ['CC110']
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(text=_strict(content, encoding))
    stated = _STATED.search(content[:_HEAD])
    if stated is not None:
        name = (stated["name"] or stated["xml"]).decode("ascii")
        # What can be read as ASCII is not UTF-16, whatever it says.
        if _KNOWN.fullmatch(name) and not name.casefold().startswith("utf"):
            return Decoded(text=_strict(content, _python_name(name)))
    order = _byte_order(content)
    if order is not None:
        message = f"the file bears no mark of its encoding; its zero bytes tell {order}"
        return Decoded(text=_strict(content, order), remarks=(Remark("CC191", message),))
    try:
        return Decoded(text=content.decode("utf-8"))
    except UnicodeDecodeError as error:
        place = error.start
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        value, line = content[error.start], _line(content, error.start)
        message = (
            f"byte {place} is no UTF-8, and byte {error.start} (0x{value:02X}, in line {line}) "
            "is no Windows-1252"
        )
        raise RefusedFileError("CC111", message) from error
    message = f"byte {place} is no UTF-8; the file was read as Windows-1252"
    return Decoded(text=text, remarks=(Remark("CC110", message),))


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = (
            "" if encoding.startswith(("utf-16", "utf-32")) else f" (in line {_line(content, at)})"
        )
        message = f"the file announces {encoding}, and byte {at}{line} is not valid in it"
        raise RefusedFileError("CC111", message) from error


def _line(content: bytes, at: int) -> int:
    """The line in which a byte stands, counted from 1, where a line feed is one byte."""
    return content.count(b"\n", 0, at) + 1


def _python_name(name: str) -> str:
    folded = name.casefold().removeprefix("x-")
    # Browsers read these as Windows-1252, and that is what is meant.
    if re.fullmatch(r"iso-?8859-?1|latin-?1|us-ascii|ascii|windows-?1252|cp-?1252", folded):
        return "cp1252"
    if folded in ("macintosh", "mac-roman"):
        return "mac-roman"
    return folded.replace("windows", "cp").replace("cp-", "cp")


def _byte_order(content: bytes) -> str | None:
    """UTF-16 without a mark, where it is certain: a Latin letter and a zero in nearly all pairs."""
    sample = content[: min(len(content), _SAMPLE) & ~1]
    if len(content) % 2 or len(sample) < 8 or b"\0" not in sample:
        return None
    for order, low, high in (("utf-16-le", 0, 1), ("utf-16-be", 1, 0)):
        letters, zeros = sample[low::2], sample[high::2]
        plain = sum(
            zero == 0 and letter in _PLAIN for letter, zero in zip(letters, zeros, strict=True)
        )
        if plain >= 0.7 * len(letters):
            return order
    return None
