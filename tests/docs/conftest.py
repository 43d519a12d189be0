"""A small shell for the console snippets, and the generator of pages."""

import importlib.util
import io
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Shell:
    """Runs lines as a user types them, one after the other, and remembers the last status.

    It knows `customs-coop`, pipes, `>` and `echo $?`, which is all that the snippets use. The
    command runs in this process: a process of its own for each line would take minutes.
    """

    def __init__(self) -> None:
        self.status = 0

    def run(self, line: str) -> str:
        """Run one line and give what a terminal would show."""
        words = shlex.split(line)
        if words == ["echo", "$?"]:
            return f"{self.status}\n"
        target = None
        if ">" in words:
            at = words.index(">")
            target = Path(words[at + 1])
            words = words[:at] + words[at + 2 :]
        data, shown = b"", ""
        for command in split(words):
            data, errors, self.status = run(command, data)
            shown += errors
        if target is not None:
            target.write_bytes(data)
            return shown
        return shown + data.decode()


def split(words: list[str]) -> Iterator[list[str]]:
    command: list[str] = []
    for word in words:
        if word == "|":
            yield command
            command = []
        else:
            command.append(word)
    yield command


def run(words: list[str], data: bytes) -> tuple[bytes, str, int]:
    from customs_coop.cli import main

    assert words[0] == "customs-coop", f"the snippets run customs-coop, not {words[0]}"
    with streams(words, data) as (out, err):
        try:
            main()
        except SystemExit as left:
            status = left.code if isinstance(left.code, int) else int(left.code is not None)
        sys.stdout.flush()
        sys.stderr.flush()
        return out.getvalue(), err.getvalue().decode(), status


@contextmanager
def streams(words: list[str], data: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    before = sys.argv, sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    wrappers = (
        io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"),
        io.TextIOWrapper(out, encoding="utf-8", newline="\n"),
        io.TextIOWrapper(err, encoding="utf-8", newline="\n"),
    )
    try:
        sys.argv = words
        sys.stdin, sys.stdout, sys.stderr = wrappers
        yield out, err
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr = before
        # Detached, so that the end of a wrapper does not close the bytes behind it.
        for wrapper in wrappers:
            wrapper.detach()


@pytest.fixture
def shell() -> Callable[[str], str]:
    """Run a line and give what a terminal shows; `echo $?` gives the last status."""
    return Shell().run


@pytest.fixture(scope="session")
def generated() -> ModuleType:
    """The extension that makes pages from the tables of the library."""
    path = ROOT / "docs" / "_ext" / "generated.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
