"""The streams of a PDF file, unpacked with bounds on what they may grow to."""

import base64
import binascii
import re
import zlib
from collections.abc import Callable, Mapping

from customs_coop.formats.files.refusal import RefusedFileError

__all__ = ["LARGEST_STREAM", "damaged", "too_much", "unpack"]

LARGEST_STREAM = 16 * 1024 * 1024
"""The largest stream that is unpacked, in bytes."""

_CHUNK = 4096
_BLANKS = re.compile(rb"\s+")
_EOD = 128  # the length byte that ends run-length data


def unpack(content: bytes, name: str, limit: int = LARGEST_STREAM) -> bytes:
    """Undo one filter of a stream.

    A stream that is cut off gives what can be unpacked of it, as in every viewer.

    Args:
        content: The packed bytes.
        name: The name of the filter, long or short.
        limit: The most bytes that it may grow to.

    Returns:
        The bytes before the filter was applied; none at all for the filters of pictures.

    Raises:
        RefusedFileError: The stream grows too large.

    Example:
        >>> unpack(b"48 65 6C 6C 6F>", "ASCIIHexDecode")
        b'Hello'
    """
    way = _WAYS.get(name)
    return way(content, limit) if way is not None else b""


def damaged(reason: str) -> RefusedFileError:
    """What to raise for a file that is not sound."""
    return RefusedFileError("CC181", f"the file is damaged: {reason}")


def too_much(what: str) -> RefusedFileError:
    """What to raise for a file that holds more than any document of this kind."""
    return RefusedFileError("CC182", f"the PDF file {what}")


def _grown(limit: int) -> RefusedFileError:
    size = limit // (1024 * 1024)
    return too_much(f"has a stream that would unpack to more than {size} MB")


def _inflate(content: bytes, limit: int) -> bytes:
    unpacker = zlib.decompressobj()
    found = bytearray()
    for start in range(0, len(content), _CHUNK):
        chunk = content[start : start + _CHUNK]
        before = unpacker.copy()
        try:
            found += unpacker.decompress(chunk, limit + 1 - len(found))
        except zlib.error:
            # What comes before the fault is good.
            for place in range(len(chunk)):
                try:
                    found += before.decompress(chunk[place : place + 1], limit + 1 - len(found))
                except zlib.error:
                    break
                if len(found) > limit:
                    break
            break
        if unpacker.eof or len(found) > limit:
            break
    if len(found) > limit:
        raise _grown(limit)
    return bytes(found)


def _lzw(content: bytes, limit: int) -> bytes:
    """LZW as in TIFF: codes of 9 to 12 bits, high bit first, one code early."""
    table: list[bytes] = []
    found = bytearray()
    width, held, bits = 9, 0, 0
    before = b""
    for byte in content:
        held = (held << 8 | byte) & 0xFFFFFF
        bits += 8
        if bits < width:
            continue
        bits -= width
        code = (held >> bits) & ((1 << width) - 1)
        if code == 257:
            break
        if code == 256:
            table, width, before = [], 9, b""
            continue
        if code < 256:
            entry = bytes((code,))
        elif code - 258 < len(table):
            entry = table[code - 258]
        elif code - 258 == len(table) and before:
            entry = before + before[:1]
        else:
            break
        found += entry
        if len(found) > limit:
            raise _grown(limit)
        if before and len(table) < 4096 - 258:
            table.append(before + entry[:1])
        before = entry
        width = min(12, max(9, (len(table) + 259).bit_length()))
    return bytes(found)


def _run_length(content: bytes, limit: int) -> bytes:
    found = bytearray()
    place = 0
    while place < len(content) and content[place] != _EOD:
        length = content[place]
        if length < _EOD:
            found += content[place + 1 : place + 2 + length]
            place += length + 2
        else:
            found += content[place + 1 : place + 2] * (257 - length)
            place += 2
        if len(found) > limit:
            raise _grown(limit)
    return bytes(found)


def _ascii85(content: bytes, limit: int) -> bytes:
    text = _BLANKS.sub(b"", content).removeprefix(b"<~").partition(b"~")[0]
    if len(text) + 4 * text.count(b"z") > limit:
        raise _grown(limit)
    try:
        return base64.a85decode(text)
    except ValueError:
        return b""


def _hexadecimal(content: bytes, limit: int) -> bytes:
    text = _BLANKS.sub(b"", content).partition(b">")[0]
    if len(text) > 2 * limit:
        raise _grown(limit)
    try:
        return binascii.unhexlify(text + b"0" * (len(text) % 2))
    except binascii.Error:
        return b""


_WAYS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "FlateDecode": _inflate,
    "Fl": _inflate,
    "LZWDecode": _lzw,
    "LZW": _lzw,
    "RunLengthDecode": _run_length,
    "RL": _run_length,
    "ASCII85Decode": _ascii85,
    "A85": _ascii85,
    "ASCIIHexDecode": _hexadecimal,
    "AHx": _hexadecimal,
}
