"""Settings for all tests."""

import gc
import linecache
import os
import sys
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

# The tests start many processes. Without bytecode, each of them would compile the package anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# No time limit for an example: a busy machine is no fault of the code. On a build machine the
# examples are the same in each run, so that a red build can be repeated.
settings.register_profile(
    "default",
    deadline=None,
    max_examples=30,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
# What a night may take: HYPOTHESIS_PROFILE=thorough make test
settings.register_profile("thorough", settings.get_profile("default"), max_examples=400)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_collection_finish() -> None:
    """Keep the garbage collector off what stays, and forget the lines of the modules.

    Otherwise it walks over all tests and modules again and again, and that takes a tenth of the
    time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 200)
    # To find the doctests, the lines of all modules were read. Before each doctest Python asks
    # whether any of these files has changed, and that takes a third of the time of them all.
    linecache.clearcache()


@pytest.hookimpl(wrapper=True)
def pytest_collect_file() -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """Look for doctests in the package only: to search the tests too takes as long as they do."""
    collectors = yield
    return [one for one in collectors if type(one).__name__ != "DoctestModule"]
