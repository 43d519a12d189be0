"""Zip archives from anywhere: opened with bounds on what they may unpack to."""

import io
import struct
import zipfile
import zlib

from customs_coop.formats.files.refusal import RefusedFileError

__all__ = ["LARGEST_PART", "MOST_PARTS", "Archive"]

LARGEST_PART = 32 * 1024 * 1024
"""The largest part that is unpacked, in bytes."""
MOST_PARTS = 2000
"""The most files that an archive may list."""

# XML of real documents shrinks to a tenth, very regular tables to a fiftieth.
_LARGEST_RATIO = 250
_SMALL = 1024 * 1024  # bytes below which the ratio says nothing
_DIRECTORY_ENTRY = 600  # bytes for one file in the directory of the archive, name included
_END = b"PK\x05\x06"
_END_SIZE = 22
_LOCATOR = b"PK\x06\x07"
_LOCATOR_SIZE = 20
_ENCRYPTED = 0x1


class Archive:
    """The files in a zip archive; one that is not safe or sound is refused.

    Args:
        content: The bytes of the archive.

    Raises:
        RefusedFileError: The archive is damaged, or lists too many files.
    """

    def __init__(self, content: bytes) -> None:
        _check_directory(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        # zipfile raises these for contents that are no archive, or cut off.
        except (
            zipfile.BadZipFile,
            ValueError,
            OSError,
            NotImplementedError,
            struct.error,
        ) as error:
            raise _damaged("it is cut off, or its directory is broken") from error
        if len(self._zip.infolist()) > MOST_PARTS:
            raise _too_many()

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The content of one file.

        Raises:
            RefusedFileError: It is missing, damaged, encrypted, or too large when unpacked.
        """
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise _damaged(f"the part {name} is missing")
        if info.flag_bits & _ENCRYPTED:
            raise RefusedFileError("CC183", "the archive is protected by a password")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _damaged(f"the part {name} is packed in a way that Word does not use")
        ratio = info.file_size / max(1, info.compress_size)
        if info.file_size > LARGEST_PART or (info.file_size > _SMALL and ratio > _LARGEST_RATIO):
            raise _too_large(name)
        try:
            with self._zip.open(info) as part:
                content = part.read(LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OSError,
            EOFError,
            RuntimeError,  # what zipfile raises for passwords and for what it cannot unpack
            struct.error,
        ) as error:
            raise _damaged(f"the part {name} cannot be unpacked") from error
        if len(content) > LARGEST_PART:
            raise _too_large(name)
        return content


def _check_directory(content: bytes) -> None:
    """Refuse a directory of many files before zipfile makes an object for each of them."""
    end = len(content) - _END_SIZE
    if not (end >= 0 and content.startswith(_END, end) and content.endswith(b"\0\0")):
        end = content.rfind(_END, max(0, len(content) - _END_SIZE - 0xFFFF))
    if end < 0 or len(content) - end < _END_SIZE:
        raise _damaged("it is cut off")
    (size,) = struct.unpack_from("<L", content, end + 12)
    locator = end - _LOCATOR_SIZE
    if locator >= 0 and content.startswith(_LOCATOR, locator):
        (start,) = struct.unpack_from("<Q", content, locator + 8)
        if start + 48 > len(content):
            raise _damaged("its directory is not where it should be")
        (size,) = struct.unpack_from("<Q", content, start + 40)
    if size > MOST_PARTS * _DIRECTORY_ENTRY:
        raise _too_many()


def _damaged(reason: str) -> RefusedFileError:
    return RefusedFileError("CC181", f"the file is damaged: {reason}")


def _too_many() -> RefusedFileError:
    return RefusedFileError("CC182", f"the archive lists more than {MOST_PARTS} files")


def _too_large(name: str) -> RefusedFileError:
    size = LARGEST_PART // (1024 * 1024)
    message = f"the part {name} would unpack to more than {size} MB, or grow suspiciously much"
    return RefusedFileError("CC182", message)
