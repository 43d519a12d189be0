"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

__all__ = ["write_all", "write_files", "write_whole"]


def write_whole(place: Path, content: bytes) -> None:
    """Write a file beside its place, under another name, and then move it there.

    Args:
        place: The file; an existing one is replaced and keeps its permissions, and a link stays
            a link.
        content: All that is to be in it.

    Raises:
        OSError: The file cannot be written, or the path names something that is no file. What
            was there before is there still.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_whole(Path(folder, "plan.txt"), b"1.1")
        ...     Path(folder, "plan.txt").read_bytes()
        b'1.1'
    """
    with _replacing(place) as temporary:
        _fill(temporary, content)


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write several files; where one cannot be written, none is.

    Args:
        contents: All that is to be in each file, as of `write_whole`.

    Raises:
        OSError: A file cannot be written. What was there before is there still.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_all({Path(folder, "plan.txt"): b"1.1", Path(folder, "ledger.txt"): b""})
        ...     sorted(path.name for path in Path(folder).iterdir())
        ['ledger.txt', 'plan.txt']
    """
    with ExitStack() as stack:
        # No file is moved to its place before all are written.
        for place, content in contents.items():
            _fill(stack.enter_context(_replacing(place)), content)


def write_files(place: Path, contents: Mapping[Path, bytes]) -> None:
    """Write one file, or a folder of files, which is made where there is none.

    Args:
        place: The file or the folder.
        contents: What is to be in the file, or in each file of the folder.

    Raises:
        OSError: As of `write_all`; a folder that was made goes again.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     place = Path(folder, "tasks")
        ...     write_files(place, {place / "1.ics": b"", place / "2.ics": b""})
        ...     sorted(path.name for path in place.iterdir())
        ['1.ics', '2.ics']
    """
    if place not in contents and place.exists() and not place.is_dir():
        raise NotADirectoryError(f"{place} is a file, and a folder is wanted for several files")
    makes_folder = place not in contents and not place.exists()
    if makes_folder:
        place.mkdir()
    try:
        write_all(contents)
    except BaseException:
        if makes_folder:
            place.rmdir()
        raise


def _fill(temporary: Path, content: bytes) -> None:
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())  # else a power cut may leave the new name with no content


@contextmanager
def _replacing(place: Path) -> Iterator[Path]:
    """Give a new file beside the place, and move it there when all went well."""
    target = Path(os.path.realpath(place))  # a link stays a link, and its file is replaced
    if target.is_dir():
        raise IsADirectoryError(f"{place} is a folder")
    if target.exists() and not target.is_file():
        raise FileExistsError(f"{place} is no regular file, and so cannot be replaced")
    if not target.parent.is_dir():
        raise FileNotFoundError(f"{place} cannot be written: there is no folder {target.parent}")
    temporary = target.parent / f".customs-coop-{os.urandom(8).hex()}.tmp"
    try:
        temporary.touch(exist_ok=False)
    except OSError as cause:
        # The message names the file that was asked for, not the one beside it.
        raise type(cause)(cause.errno, cause.strerror, str(place)) from cause
    try:
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        yield temporary
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
