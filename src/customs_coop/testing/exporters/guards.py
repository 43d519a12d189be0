"""Watching what an exporter asks for while it renders: clock, network, environment, processes.

Calls of built-in functions are seen by a profiler, whatever name they were imported by; what
Python itself defines, such as `os.environ`, is watched where it is defined.
"""

import gc
import os
import random
import socket
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import Any, Final

import attrs

__all__ = ["Watched", "other_time", "watched"]

_CLOCKS: Final = ("time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime")
_DAYS: Final = ("now", "utcnow", "today")
# Two of these differ, so that the bytes tell whether they count; two of `today` do not.
_MOMENTS: Final = ("now", "utcnow")
_CONNECTIONS: Final = ("connect_ex", "getaddrinfo", "gethostbyname", "sendto")
_PROCESSES: Final = ("fork_exec", "posix_spawn", "system", "fork")
_CHANCE: Final = ("urandom", "getrandom")
_MACHINE: Final = ("gethostname", "uname", "getlogin", "getpid", "getcwd")
# The generator behind the functions of `random`.
_SHARED_CHANCE: Final[object] = random.random.__self__  # type: ignore[attr-defined]  # a bound method
_NAMES: Final = frozenset((*_CLOCKS, *_DAYS, *_CONNECTIONS, *_PROCESSES, *_CHANCE, *_MACHINE))


@attrs.define
class Watched:
    """What was asked for, each with the module that asked.

    Args:
        clock: Calls of `time`: some libraries stamp what is overwritten later.
        days: Calls of `datetime`, as some libraries make in the same way.
        other: All else that makes one run unlike another.
    """

    clock: dict[str, None] = attrs.field(factory=dict)
    days: dict[str, None] = attrs.field(factory=dict)
    other: dict[str, None] = attrs.field(factory=dict)

    def by(self, module: str, *kinds: dict[str, None]) -> list[str]:
        """What the package of a module itself asked for, of some kinds or of all."""
        asker = f"(asked by {module.partition('.')[0]}"
        return [
            one
            for kind in kinds or (self.clock, self.days, self.other)
            for one in kind
            if f"{asker})" in one or f"{asker}." in one
        ]


@contextmanager
def watched() -> Iterator[Watched]:
    """Watch what is asked for, in this thread and in new ones; connections are refused."""
    found = Watched()
    before = sys.getprofile()
    # What other threads do meanwhile, as that of a test runner, is nothing that was asked here.
    others = frozenset(sys._current_frames()) - {threading.get_ident()}  # noqa: SLF001 - all threads, also those that `threading` does not know
    with (
        _garbage_left(),
        _environment_watched(found, others),
        _connections_refused(found, others),
    ):
        noted = partial(_note, found)
        sys.setprofile(noted)
        threading.setprofile(noted)
        try:
            yield found
        finally:
            sys.setprofile(before)
            threading.setprofile(before)


# Any: what a profiler is handed depends on the event.
def _note(found: Watched, frame: FrameType, event: str, arg: Any) -> None:  # noqa: ANN401 - see above
    if event != "c_call":
        return
    name = getattr(arg, "__name__", "")
    owner = getattr(arg, "__self__", None)
    # Of millions of calls, hardly one is of these.
    if name not in _NAMES and owner is not _SHARED_CHANCE:
        return
    module = getattr(arg, "__module__", None)
    asker = frame.f_globals.get("__name__", "?")
    if name in _CLOCKS and module == "time":
        found.clock[f"time.{name} (asked by {asker})"] = None
    elif name in _DAYS and isinstance(owner, type) and owner.__module__ == "datetime":
        kept = found.days if name in _MOMENTS else found.other
        kept[f"{owner.__name__}.{name} (asked by {asker})"] = None
    elif name in _CONNECTIONS and (module == "_socket" or isinstance(owner, socket.socket)):
        found.other[f"the network: {name} (asked by {asker})"] = None
    elif name in _PROCESSES and module in ("_posixsubprocess", "posix", "nt"):
        found.other[f"another process: {name} (asked by {asker})"] = None
    elif name in _MACHINE and module in ("_socket", "posix", "nt"):
        found.other[f"the machine: {name} (asked by {asker})"] = None
    # Without a seed of its own, the module `random` gives other numbers in each process.
    elif (name in _CHANCE and module in ("posix", "nt")) or owner is _SHARED_CHANCE:
        found.other[f"chance: {name} (asked by {asker})"] = None


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Collect no garbage: what was left before would ask for things when it is finalised."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _environment_watched(found: Watched, others: Collection[int]) -> Iterator[None]:
    """Note each variable of the environment that is read, by whatever name it was imported."""
    kind: Any = type(os.environ)  # Any: a class without a public name
    original: Callable[[Any, str], str] = kind.__getitem__

    def noted(mapping: Any, key: str) -> str:  # noqa: ANN401 - see above
        if threading.get_ident() in others:
            return original(mapping, key)
        asker = sys._getframe(1)  # noqa: SLF001 - the only way to know who asks
        # `get` and `in` are defined by Python itself, and ask for somebody else.
        while asker.f_back is not None and asker.f_globals.get("__name__") in (
            "os",
            "_collections_abc",
            "collections.abc",
        ):
            asker = asker.f_back
        name = asker.f_globals.get("__name__", "?")
        found.other[f"the environment: {key} (asked by {name})"] = None
        return original(mapping, key)

    kind.__getitem__ = noted
    try:
        yield
    finally:
        kind.__getitem__ = original


@contextmanager
def _connections_refused(found: Watched, others: Collection[int]) -> Iterator[None]:
    original = socket.socket.connect

    # Any: the base of sockets has no public name, and what an address is depends on the socket.
    def refused(connection: Any, address: Any) -> None:  # noqa: ANN401 - see above
        if threading.get_ident() in others:
            original(connection, address)
            return
        found.other[f"the network: connect to {address!r}"] = None
        raise ConnectionRefusedError("an exporter opens no connection")

    # A method of a class that C defines is replaced on the class that Python derives from it.
    socket.socket.connect = refused  # type: ignore[method-assign]  # for the time of the check
    try:
        yield
    finally:
        socket.socket.connect = original  # type: ignore[method-assign]  # as above


@contextmanager
def other_time() -> Iterator[None]:
    """Let the clocks of `time` show another day, for those who ask by the name of the module."""
    originals = {name: getattr(time, name) for name in _CLOCKS}
    moment = 2_000_000_000.0  # a day in May 2033
    given = {
        "time": lambda: moment,
        "time_ns": lambda: int(moment) * 10**9,
        "localtime": lambda seconds=None: originals["gmtime"](seconds or moment),
        "gmtime": lambda seconds=None: originals["gmtime"](seconds or moment),
        "ctime": lambda _seconds=None: "Wed May 18 03:33:20 2033",
        "asctime": lambda _when=None: "Wed May 18 03:33:20 2033",
        "strftime": lambda form, when=None: originals["strftime"](
            form, when or originals["gmtime"](moment)
        ),
    }
    for name, function in given.items():
        setattr(time, name, function)
    try:
        yield
    finally:
        for name, function in originals.items():
            setattr(time, name, function)
