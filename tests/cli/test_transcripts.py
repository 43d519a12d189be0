"""Command lines with what they print and their exit status, as a person would see them.

A transcript is a text file: a line "$ customs-coop ..." is run, with its standard input from the
lines "< ..." that follow; then come the lines of standard output, those of standard error with
"! " before them, and the exit status in brackets. A line "..." stands for any lines. With
UPDATE_TRANSCRIPTS=1 in the environment the files are written anew.
"""

import io
import os
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from customs_coop.cli.entry import run

FOLDER = Path(__file__).parent / "transcripts"
FILES = Path(__file__).parent / "files"


class _Stream(io.TextIOWrapper):
    """A text stream over bytes, as the standard streams are."""

    def __init__(self, content: bytes = b"") -> None:
        self.bytes = io.BytesIO(content)
        super().__init__(self.bytes, encoding="utf-8", newline="\n", write_through=True)

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode(errors="replace")


def execute(command: str, given: str, monkeypatch: pytest.MonkeyPatch) -> str:
    words = shlex.split(command)
    assert words[0] == "customs-coop"
    out, err = _Stream(), _Stream()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", _Stream(given.encode()))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        status = run(words[1:])
    lines = out.text().splitlines()
    lines += [f"! {line}".rstrip() for line in err.text().splitlines()]
    return "\n".join([*lines, f"[{status}]"])


def blocks(transcript: str) -> list[tuple[str, str, str]]:
    """The command, its input, and what it is expected to print."""
    found = []
    for block in re.split(r"^\$ ", transcript, flags=re.MULTILINE)[1:]:
        command, *lines = block.rstrip("\n").split("\n")
        given = [line[2:] for line in lines if line.startswith("< ")]
        rest = [line for line in lines if not line.startswith("< ")]
        found.append((command, "".join(f"{line}\n" for line in given), "\n".join(rest).strip()))
    return found


def matches(expected: str, actual: str) -> bool:
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n"
        for line in expected.splitlines()
    )
    return re.fullmatch(pattern, actual + "\n") is not None


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_transcript_is_what_is_printed(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FILES, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    text = path.read_text(encoding="utf-8")
    written = [text.split("$ ", 1)[0]]
    for command, given, expected in blocks(text):
        actual = execute(command, given, monkeypatch)
        keep = matches(expected, actual)
        shown = "".join(f"< {line}\n" for line in given.splitlines())
        written.append(f"$ {command}\n{shown}{expected if keep else actual}\n\n")
        if not os.environ.get("UPDATE_TRANSCRIPTS"):
            assert keep, f"{command}\n--- expected\n{expected}\n--- printed\n{actual}"
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        path.write_text("".join(written).rstrip("\n") + "\n", encoding="utf-8")


def test_there_are_transcripts() -> None:
    assert len(list(FOLDER.glob("*.txt"))) >= 6
