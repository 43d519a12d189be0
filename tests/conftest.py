"""Settings for all tests."""

import os
import sys

from hypothesis import HealthCheck, settings

# The tests start many processes. Without bytecode, each of them would compile the package anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# No time limit for an example: a busy machine is no fault of the code. On a build machine the
# examples are the same in each run, so that a red build can be repeated.
settings.register_profile(
    "default",
    deadline=None,
    max_examples=40,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
# What a night may take: HYPOTHESIS_PROFILE=thorough make test
settings.register_profile("thorough", settings.get_profile("default"), max_examples=400)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
