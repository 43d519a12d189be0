"""Settings for all tests."""

import os

from hypothesis import HealthCheck, settings

# No time limit for an example: a busy machine is no fault of the code. On a build machine the
# examples are the same in each run, so that a red build can be repeated.
settings.register_profile(
    "default",
    deadline=None,
    max_examples=60,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("default")
