"""The checks of the kit by name, in the order in which they run."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from customs_coop.testing.exporters.declaring import (
    check_carries,
    check_options,
    check_shape,
    check_types,
)
from customs_coop.testing.exporters.rendering import (
    check_bundled,
    check_empty,
    check_generated,
    check_hostile,
    check_large,
    check_one_action,
)
from customs_coop.testing.exporters.standing import (
    check_elsewhere,
    check_failure,
    check_guards,
    check_input,
    check_public,
    check_repeat,
)
from customs_coop.testing.exporters.trial import Trial

__all__ = ["CHECKS"]

CHECKS: Mapping[str, Callable[[Trial], None]] = MappingProxyType(
    {
        "shape": check_shape,
        "options": check_options,
        "empty-plan": check_empty,
        "one-action": check_one_action,
        "bundled-dossier": check_bundled,
        "generated-dossiers": check_generated,
        "hostile-text": check_hostile,
        "content-type": check_types,
        "carries": check_carries,
        "repeat": check_repeat,
        "other-process": check_elsewhere,
        "input-untouched": check_input,
        "no-outside": check_guards,
        "public": check_public,
        "failure": check_failure,
        "thousand-actions": check_large,
    }
)
"""The checks: what a format declares, what it renders, and how it stands among others."""
