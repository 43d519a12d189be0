"""The command as a process of its own: streams, encodings, pipes, files."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from customs_coop.cli import main
from customs_coop.cli.streams import say

COMMAND = [sys.executable, "-m", "customs_coop"]


def start(
    *words: str, given: bytes = b"", folder: Path | None = None, **settings: str
) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONWARNINGS": "error"} | settings
    return subprocess.run(
        [*COMMAND, *words],
        input=given,
        capture_output=True,
        cwd=folder,
        env=environment,
        check=False,
    )


def call(
    *words: str, given: bytes = b"", folder: Path | None = None, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[bytes]:
    """As `start`, in this process, which takes a tenth of the time."""
    out, err = io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(one, encoding=encoding) for one in (io.BytesIO(given), out, err)]
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, stream)
        patch.setattr(sys, "argv", ["customs-coop", *words])
        if folder is not None:
            patch.chdir(folder)
        with pytest.raises(SystemExit) as left:
            main()
    for stream in streams[1:]:
        stream.flush()
    code = left.value.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def test_the_encoding_of_a_terminal_that_cannot_print_all_does() -> None:
    done = start("show", "AP1", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout == call("show", "AP1", encoding="ascii").stdout


@pytest.mark.parametrize("encoding", ["latin1", "cp437", "utf-8"])
def test_any_encoding_of_the_terminal_does(encoding: str) -> None:
    done = call("show", "AP1", encoding=encoding)
    assert done.returncode == 0
    assert done.stderr == b""


def test_data_are_utf_8_whatever_the_terminal() -> None:
    done = start("export", "--to", "json", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    done.stdout.decode("utf-8")
    assert call("export", "--to", "json").stdout == done.stdout
    again = call("read", "-", "--to", "json", given=done.stdout)
    assert again.stdout == done.stdout


def test_a_reader_that_leaves_early_is_no_finding() -> None:
    process = subprocess.Popen(
        [*COMMAND, "export", "--to", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


@pytest.mark.skipif(os.name != "posix", reason="the shell closes the streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-"])
def test_a_closed_stream_is_no_fault(closed: str) -> None:
    shell = f'"{sys.executable}" -m customs_coop show AP1 {closed}'
    done = subprocess.run(["sh", "-c", shell], capture_output=True, check=False)
    assert done.returncode == 0
    assert b"fault" not in done.stderr


def test_what_would_steer_a_terminal_is_not_printed() -> None:
    text = '{"schema": "customs_coop/1", "plans": [{"id": "P", "title": "a\\u001b[31mb\\u0007"}]}'
    done = call("show", "-", "P", given=text.encode())
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout
    assert b"\x07" not in done.stdout
    assert "a\ufffd[31mb\ufffd" in done.stdout.decode()


def test_what_turns_the_direction_of_a_line_is_not_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    turning = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    for sign in turning:
        say(f"a{sign}b")
        say(f"a{sign}b", err=True)
    printed = capsys.readouterr()
    assert printed.out == printed.err == "a\ufffdb\n" * len(turning)
    # What has no shape but joins letters, and letters that are written from the right, stay.
    say("é \u200c\u200d שלום\tx")
    assert capsys.readouterr().out == "é \u200c\u200d שלום\tx\n"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = call("export", "--to", "json", "--out", "nowhere/x.json", folder=tmp_path)
    assert done.returncode == 1
    assert "there is no folder" in done.stderr.decode()
    assert ".tmp" not in done.stderr.decode()


def test_a_dash_is_standard_output_and_a_folder_is_no_file(tmp_path: Path) -> None:
    done = call("export", "--to", "json", "--out", "-", folder=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith(b'{\n "schema"')
    assert list(tmp_path.iterdir()) == []
    done = call("export", "--to", "json", "--out", ".", folder=tmp_path)
    assert done.returncode == 2
    assert "is a folder, not a file" in done.stderr.decode()


def test_nothing_is_written_where_nothing_was_read(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Only a sentence.", encoding="utf-8")
    done = call("read", "x.txt", "--out", "x.json", folder=tmp_path)
    assert done.returncode == 1
    assert not (tmp_path / "x.json").exists()


def test_the_demo_writes_its_files_before_it_prints(tmp_path: Path) -> None:
    nobody, out = os.pipe()
    os.close(nobody)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", os.fdopen(out, "w", encoding="utf-8"))
        patch.setattr(sys, "argv", ["customs-coop", "demo", "--out", "d"])
        patch.chdir(tmp_path)
        with pytest.raises(SystemExit) as left:
            main()
        sys.stdout.close()
    assert left.value.code == 0
    assert len(list((tmp_path / "d").iterdir())) == 4
