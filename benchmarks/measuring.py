"""How a job is measured: ours and a peer, each as a call without arguments."""

import gc
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from typing import TypeAlias

__all__ = ["Job", "Pair", "megabytes", "process", "seconds"]

Pair: TypeAlias = tuple[Callable[[], object], Callable[[], object]]
Job: TypeAlias = Callable[[], Pair]


def seconds(work: Callable[[], object]) -> float:
    """The CPU time of a call, with that of the processes that it starts."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def megabytes(work: Callable[[], object]) -> float:
    """The memory that the result of a call holds."""
    gc.collect()
    tracemalloc.start()
    try:
        result = work()
        gc.collect()
        held = tracemalloc.get_traced_memory()[0]
        del result
    finally:
        tracemalloc.stop()
    return held / 1e6


def process(*arguments: str) -> Callable[[], object]:
    """A process of the interpreter with these arguments, from its start to its end."""
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, check=True, capture_output=True)
