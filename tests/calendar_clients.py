"""Calendar programs that users have, run by themselves: nothing of the user's, no network."""

import contextlib
import functools
import http.client
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pytest

__all__ = [
    "Made",
    "Server",
    "calcurse",
    "calcurse_days",
    "client",
    "ical_js",
    "in_json",
    "khal_discover",
    "khal_import",
    "khal_list",
    "python_with",
    "radicale",
    "run",
    "todoman",
    "vdirsyncer",
    "vdirsyncer_subscribe",
]

Made: TypeAlias = Callable[..., dict[str, Path]]
"""Writes the calendars of dossiers with some options, once; the paths by the names."""

_ROOT = Path(__file__).resolve().parents[1]
_CLIENTS = Path(os.environ.get("CUSTOMS_COOP_CLIENTS") or _ROOT / ".clients")
_ICAL_JS = _CLIENTS / "node" / "node_modules" / "ical.js" / "dist" / "ical.js"


def client(name: str) -> Path:
    """The path of a program that `make clients` installs; the test is skipped without it.

    One of the same name elsewhere is left alone: a system's khal may be ten years old.
    """
    path = _CLIENTS / "bin" / name
    if not path.is_file():
        pytest.skip(f"{name} is not in {_CLIENTS} (make clients, or CUSTOMS_COOP_CLIENTS)")
    return path


@functools.cache
def python_with(*modules: str) -> Path:
    """The Python of the clients; the test is skipped where it lacks one of these modules.

    Args:
        modules: The modules.
    """
    python = client("python")
    code = "import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, sys.argv[1:])))"
    done = subprocess.run([python, "-c", code, *modules], check=False, capture_output=True)
    if done.returncode:
        pytest.skip(f"{', '.join(modules)} are not all in {_CLIENTS} (make clients)")
    return python


def run(command: Sequence[str | Path], home: Path) -> subprocess.CompletedProcess[str]:
    """Run a program that knows no settings but those in its home, in UTC.

    Args:
        command: The program and its arguments.
        home: A folder of its own.
    """
    return subprocess.run(
        [str(part) for part in command],
        check=False,
        env=_environment(home),
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def _environment(home: Path) -> dict[str, str]:
    (home / "run").mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        # todoman shows days without a time one day early west of Greenwich
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "PYTHONWARNINGS": "ignore",
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_RUNTIME_DIR": str(home / "run"),
    }


def _output(done: subprocess.CompletedProcess[str]) -> str:
    """What a program printed, if all went well: some tell of faults only as a warning."""
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def ical_js() -> Path:
    """The place of ical.js; the test is skipped without it, and without Node.js."""
    if shutil.which("node") is None or not _ICAL_JS.is_file():
        pytest.skip(f"there is no {_ICAL_JS} (npm install --prefix .clients/node ical.js@2)")
    return _ICAL_JS


def in_json(home: Path, *command: str | Path) -> Any:  # noqa: ANN401 - what the program prints
    """Run a program that prints JSON.

    Args:
        home: A folder of its own.
        command: The program and its arguments.
    """
    return json.loads(_output(run(command, home)))


_KHAL = """\
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
[calendars]
"""


def khal_list(
    folders: Mapping[str, Path], home: Path, first: str, last: str
) -> list[dict[str, str]]:
    """What khal shows from one day to another: name of the calendar, uid, title and days.

    Args:
        folders: The folder of each calendar.
        home: A folder of its own.
        first: The first day, as in "2012-06-30".
        last: The last day.
    """
    fields = ("calendar", "uid", "title", "start-date", "end-date", "all-day")
    asked = [part for field in fields for part in ("--json", field)]
    shown = _khal(folders, home, "list", *asked, first, last)
    # one JSON array for each day, and none for the whole
    return [row for line in shown.splitlines() for row in json.loads(line)]


def khal_import(file: Path, folder: Path, home: Path) -> None:
    """Let khal import a file into a calendar.

    Args:
        file: The file.
        folder: The folder of the calendar, which is made.
        home: A folder of its own.
    """
    folder.mkdir()
    _khal({"plan": folder}, home, "import", "--batch", "-a", "plan", str(file))


def khal_discover(folders: Path, home: Path) -> list[str]:
    """The names by which khal calls the calendars that it finds below a folder.

    Args:
        folders: The folder.
        home: A folder of its own.
    """
    found = _khal({"found": folders / "*\ntype = discover"}, home, "printcalendars")
    return sorted(found.splitlines())


def _khal(folders: Mapping[str, Path], home: Path, *command: str) -> str:
    khal = client("khal")
    parts = [f"[[{name}]]\npath = {folder}\n" for name, folder in folders.items()]
    (home / "khal.conf").write_text(_KHAL.format(home=home) + "".join(parts), "utf-8")
    return _output(run([khal, "-c", home / "khal.conf", *command], home))


def todoman(folders: Path, home: Path, *command: str) -> str:
    """Let todoman do a command on each list below a folder, and give what it prints.

    Args:
        folders: The folder of the lists; the name of a list is that of its folder.
        home: A folder of its own.
        command: The command and its arguments.
    """
    todo = client("todo")
    (home / "todo.py").write_text(
        f'path = "{folders}/*"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\n'
        f'cache_path = "{home}/todo.sqlite3"\ncolor = "never"\nhumanize = False\n',
        "utf-8",
    )
    return _output(run([todo, "-c", home / "todo.py", "--porcelain", *command], home))


def calcurse() -> str:
    """The program; the test is skipped without it."""
    found = shutil.which("calcurse")
    if found is None:
        pytest.skip("calcurse is not installed")
    return found


def calcurse_days(file: Path, home: Path, first: str, last: str) -> list[tuple[str, str]]:
    """Import a file into a new calcurse, and give the day and the title of all that it shows.

    Args:
        file: The calendar.
        home: A folder of its own.
        first: The first day, as in "2012-06-30".
        last: The last day.
    """
    data, settings = home / "calcurse", home / "calcurse-settings"
    data.mkdir(parents=True)
    settings.mkdir()
    (settings / "conf").write_text(
        "format.inputdate=4\nformat.outputdate=%Y-%m-%d\nformat.dayheading=%Y-%m-%d\n", "utf-8"
    )
    base: list[str | Path] = [calcurse(), "-q", "-D", data, "-C", settings]
    # What it cannot read it tells, and is content all the same.
    assert _output(run([*base, "-i", file], home)) == ""
    forms = ["--format-event", "\\t%m\\n", "--format-recur-event", "\\t%m\\n"]
    asked = ["-Q", "--from", first, "--to", last, "--filter-type", "cal", *forms]
    found, day = [], ""
    for line in _output(run([*base, *asked], home)).splitlines():
        if line.startswith("\t"):
            found.append((day, line[1:]))
        elif line:
            day = line.removesuffix(":")
    return found


class Server:
    """A Radicale that listens on the loopback only.

    Args:
        url: Where it answers.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.root = f"{url}test/"
        host = url.removeprefix("http://").rstrip("/")
        self._connect = functools.partial(http.client.HTTPConnection, host, timeout=60)

    def call(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """Ask for something below the collections of the user "test".

        Args:
            method: A method of HTTP, WebDAV or CalDAV.
            path: The path below the user.
            body: What is sent.
        """
        connection = self._connect()
        headers = {
            "Authorization": "Basic dGVzdDp4",  # test:x
            "Content-Type": "text/calendar; charset=utf-8",
        }
        try:
            connection.request(method, f"/test/{path}", body or None, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()


_RADICALE = """\
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[rights]
type = owner_only
[storage]
filesystem_folder = {storage}
[logging]
level = warning
"""


@contextlib.contextmanager
def radicale(home: Path) -> Iterator[Server]:
    """A CalDAV server for as long as the context lasts.

    Args:
        home: A folder of its own.
    """
    program = client("radicale")
    # It waits for the disk at each item, which in memory takes no time.
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as storage:
        for _ in range(5):  # another program may take the port first
            port = _free_port()
            (home / "radicale.conf").write_text(_RADICALE.format(port=port, storage=storage))
            with (home / "radicale.log").open("wb") as log:
                process = subprocess.Popen(
                    [str(program), "--config", str(home / "radicale.conf")],
                    env=_environment(home),
                    cwd=home,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                )
            try:
                server = Server(f"http://127.0.0.1:{port}/")
                if _answers(server, process):
                    yield server
                    return
            finally:
                process.terminate()
                process.wait(30)
    raise AssertionError((home / "radicale.log").read_text("utf-8"))


def _answers(server: Server, process: subprocess.Popen[bytes]) -> bool:
    for _ in range(600):
        if process.poll() is not None:
            return False
        with contextlib.suppress(OSError):
            server.call("OPTIONS", "")
            return True
        time.sleep(0.05)
    return False


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def vdirsyncer(server: Server, pairs: Mapping[str, Path], collection: str, home: Path) -> None:
    """Bring folders and a collection of the server into line, one folder after the other.

    Args:
        server: The server.
        pairs: The folders, by short names.
        collection: The collection below the user.
        home: A folder of its own.
    """
    storage = f"""\
type = "caldav"
url = "{server.root}{collection}/"
username = "test"
password = "x"
"""
    _synchronise(storage, pairs, home)


def vdirsyncer_subscribe(url: str, folder: Path, home: Path) -> None:
    """Bring a folder into line with a file on a web server.

    Args:
        url: The address of the file.
        folder: The folder, which is made where there is none.
        home: A folder of its own.
    """
    folder.mkdir(exist_ok=True)
    _synchronise(f'type = "http"\nurl = "{url}"\n', {"plan": folder}, home)


_PAIR = """\
[pair {name}]
a = "server"
b = "{name}_folder"
collections = null
conflict_resolution = "a wins"
[storage {name}_folder]
type = "filesystem"
path = "{folder}/"
fileext = ".ics"
"""


def _synchronise(storage: str, pairs: Mapping[str, Path], home: Path) -> None:
    program = client("vdirsyncer")
    parts = [_PAIR.format(name=name, folder=folder) for name, folder in pairs.items()]
    settings = home / "vdirsyncer.conf"
    settings.write_text(
        f'[general]\nstatus_path = "{home}/status/"\n[storage server]\n{storage}{"".join(parts)}',
        "utf-8",
    )
    base: list[str | Path] = [program, "-v", "WARNING", "-c", settings]
    if not (home / "status").exists():
        _output(run([*base, "discover"], home))
    for name in pairs:
        _output(run([*base, "sync", name], home))
