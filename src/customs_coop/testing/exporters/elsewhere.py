"""The same export in another process: other hash seed, time zone, locale and folder.

The parent hands over pickled subjects and the name of the class; the child, which runs this file
as a program, prints a digest for each.
"""

import base64
import hashlib
import importlib
import importlib.util
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["Asked", "asked_elsewhere", "digest", "one_asked"]

Asked = dict[str, object]
"""One exporter with its options and its subjects, as it is handed to another process."""

_TIMEOUT = 300.0


def digest(content: bytes) -> str:
    """What stands for content where only its equality counts."""
    return hashlib.sha256(content).hexdigest()


def one_asked(kind: type, options: Mapping[str, object], subjects: Sequence[object]) -> Asked:
    """Put together what another process has to know to render subjects.

    Raises:
        AssertionError: The class stands inside a function or in a script, where no other process
            finds it.
    """
    if kind.__module__ == "__main__":
        raise AssertionError(
            f"{kind.__qualname__} stands in the script that runs, so that another process cannot"
            " import it; put the class in a module, and import it in the script"
        )
    if "<locals>" in kind.__qualname__:
        raise AssertionError(
            f"{kind.__qualname__} stands inside a function, so that another process cannot import"
            " it; put the class at the top of a module"
        )
    module = sys.modules.get(kind.__module__)
    packed = base64.b64encode(pickle.dumps((dict(options), list(subjects)))).decode("ascii")
    return {
        "module": kind.__module__,
        "file": getattr(module, "__file__", None) or "",
        "class": kind.__qualname__,
        "packed": packed,
    }


def asked_elsewhere(asked: Sequence[Asked]) -> list[list[str]]:
    """Let another process render, under settings of its own.

    Args:
        asked: The exporters with their subjects.

    Returns:
        For each exporter the digests of its contents; one that begins with "failed" has the cause.

    Raises:
        AssertionError: The process itself failed, or an exporter left a file in its folder.
    """
    settings = {
        "PYTHONHASHSEED": "4217",
        "TZ": "KIT-13:45",
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    with tempfile.TemporaryDirectory() as folder:
        # Where a program leaves files that it thinks nobody sees.
        places = {name: Path(folder, name) for name in ("HOME", "TMPDIR", "CWD")}
        for place in places.values():
            place.mkdir()
        settings |= {name: str(places[name]) for name in ("HOME", "TMPDIR")}
        done = subprocess.run(  # noqa: S603 - this file, run by the interpreter that runs the kit
            [sys.executable, "-W", "ignore", __file__],
            input=json.dumps(list(asked)).encode("ascii"),
            capture_output=True,
            cwd=places["CWD"],
            env={**os.environ, **settings},
            timeout=_TIMEOUT,
            check=False,
        )
        left = sorted(path.name for place in places.values() for path in place.iterdir())
    if left:
        raise AssertionError(
            "rendering left files in its folder, at home or among the temporary ones:"
            f" {', '.join(left)}"
        )
    if done.returncode != 0:
        told = done.stderr.decode("utf-8", "replace").strip()
        raise AssertionError(f"another process cannot render at all: {told[-600:]}")
    found: list[list[str]] = json.loads(done.stdout)
    return found


def _class_of(asked: Mapping[str, str]) -> type:
    try:
        module = importlib.import_module(asked["module"])
    except ImportError:
        # A test module is not on the path under its own name.
        spec = importlib.util.spec_from_file_location(asked["module"], asked["file"])
        if spec is None or spec.loader is None:
            raise
        module = importlib.util.module_from_spec(spec)
        sys.modules[asked["module"]] = module
        spec.loader.exec_module(module)
    found: object = module
    for name in asked["class"].split("."):
        found = getattr(found, name)
    if not isinstance(found, type):
        raise TypeError(f"{asked['class']} is no class")
    return found


def _rendered(asked: Mapping[str, str]) -> list[str]:
    from customs_coop.exporters.preparing import prepared_with
    from customs_coop.testing.exporters.guards import watched

    # At its import and at the first call a class may keep what it asks for only then.
    with watched() as found:
        kind = _class_of(asked)
    options, subjects = pickle.loads(base64.b64decode(asked["packed"]))  # noqa: S301 - of the parent
    digests = []
    for subject in subjects:
        try:
            with watched() as once:
                ready = prepared_with(kind, subject, options, name=kind.__name__)
                content = ready.whole()
            own = found.by(asked["module"]) + once.by(asked["module"])
            digests.append(f"failed: it asks for {own[0]}" if own else digest(content))
        except Exception as error:  # noqa: BLE001 - the parent tells it
            digests.append(f"failed: {type(error).__name__}: {error}")
    return digests


def _answer() -> None:
    import locale
    from contextlib import suppress

    for name in ("tr_TR.UTF-8", "de_DE.UTF-8"):
        with suppress(locale.Error):
            locale.setlocale(locale.LC_ALL, name)
            break
    asked = json.loads(sys.stdin.buffer.read())
    out, sys.stdout = sys.stdout, sys.stderr  # what an exporter prints is no answer
    answer = json.dumps([_rendered(one) for one in asked])
    out.write(answer)
    out.flush()


if __name__ == "__main__":
    # The folder of this file is no place of modules, and "exporters" would be found there.
    sys.path[:] = [path for path in sys.path if path != os.path.dirname(os.path.abspath(__file__))]  # noqa: PTH100, PTH120 - text, as the path has it
    _answer()
