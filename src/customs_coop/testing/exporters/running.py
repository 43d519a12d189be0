"""The two ways to run the kit: one call, or one test for each check."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from customs_coop.exporters.base import Exporter
from customs_coop.exporters.shape import fault_of
from customs_coop.testing.exporters.checks import CHECKS
from customs_coop.testing.exporters.trial import Trial

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

__all__ = ["ExporterCheck", "check_exporter", "exporter_checks"]

_NONE: Mapping[str, str] = MappingProxyType({})
_DEFAULTS: Mapping[str, object] = MappingProxyType({})


@attrs.frozen
class ExporterCheck:
    """One check of one exporter; to call it runs it.

    Args:
        name: The name of the check, such as "hostile-text".
        trial: The exporter on trial.
        expected: Why it is expected to fail; empty where it is not.
    """

    name: str
    trial: Trial
    expected: str = ""

    def __call__(self) -> None:
        """Run the check.

        Raises:
            AssertionError: It fails and was not expected to, or was and does not.
        """
        fault = self.fault()
        if fault and not self.expected:
            raise AssertionError(f"{self.trial.name}: {self.name}: {fault}")
        if self.expected and not fault:
            raise AssertionError(
                f"{self.trial.name}: {self.name} was expected to fail ({self.expected}), and"
                " passes: take it out of expected_failures"
            )

    def fault(self) -> str:
        """What the check finds; empty where it finds nothing."""
        # Of a class of another shape, all others would only tell what comes of that.
        if self.name != "shape" and fault_of(self.trial.kind):
            return "not tried, as the class has not the shape of an exporter"
        try:
            CHECKS[self.name](self.trial)
        # A check runs code of the exporter, which may fail in any way.
        except (Exception, SystemExit) as error:  # noqa: BLE001 - see above
            told = str(error) if isinstance(error, AssertionError) else ""
            return told or f"{type(error).__name__}: {error}"
        return ""


def check_exporter(
    exporter: type[Exporter] | str,
    *,
    options: Mapping[str, object] = _DEFAULTS,
    expected_failures: Mapping[str, str] = _NONE,
) -> None:
    """Run all checks on an exporter, and tell all that fail.

    Args:
        exporter: The class, or the name of a format that is installed.
        options: The options with which it is tried; without any, its defaults.
        expected_failures: Checks that fail for now, by name, each with the reason. One that does
            not fail is told, so that the list does not grow old.

    Raises:
        AssertionError: A check fails; the message has each that does, with its name and cause.
        ValueError: `expected_failures` names a check that there is not, or has no reason.

    Example:
        >>> from customs_coop.exporters.council_markdown import CouncilMarkdown
        >>> check_exporter(CouncilMarkdown, expected_failures={"colour": "it is grey"})
        Traceback (most recent call last):
        ...
        ValueError: there is no check 'colour'; there are shape, options, empty-plan, ...
    """
    faults = []
    for check in _checks(exporter, options, expected_failures):
        try:
            check()
        except AssertionError as error:
            faults.append(f"  {error}")
    if faults:
        noun = "check fails" if len(faults) == 1 else "checks fail"
        raise AssertionError("\n".join([f"{len(faults)} {noun}", *faults]))


def exporter_checks(
    exporter: type[Exporter] | str,
    *,
    options: Mapping[str, object] = _DEFAULTS,
    expected_failures: Mapping[str, str] = _NONE,
) -> "list[ParameterSet]":
    """The checks as parameters for pytest, so that each is a test of its own.

    A check that is expected to fail is marked as such (a strict xfail).

    Args:
        exporter: As for `check_exporter`, and so are the others.
        options: As there.
        expected_failures: As there.

    Returns:
        What `pytest.mark.parametrize` takes; each value is a function without arguments, and its
        name is the id of the test.

    Raises:
        ValueError: As of `check_exporter`.

    Example:
        >>> import pytest
        >>> checks = exporter_checks("json")
        >>> @pytest.mark.parametrize("check", checks)
        ... def test_the_exporter(check):
        ...     check()
        >>> checks[0].id
        'shape'
    """
    import pytest  # who does not use it, does not need it

    found = []
    for check in _checks(exporter, options, expected_failures):
        marks: tuple[pytest.MarkDecorator, ...] = ()
        if check.expected:
            # Unmarked inside, as pytest itself then expects the failure.
            marks = (pytest.mark.xfail(strict=True, raises=AssertionError, reason=check.expected),)
            check = attrs.evolve(check, expected="")  # noqa: PLW2901 - the one that pytest gets
        found.append(pytest.param(check, id=check.name, marks=marks))
    return found


def _checks(
    exporter: type[Exporter] | str,
    options: Mapping[str, object],
    expected_failures: Mapping[str, str],
) -> list[ExporterCheck]:
    for name, reason in expected_failures.items():
        if name not in CHECKS:
            raise ValueError(f"there is no check {name!r}; there are {', '.join(CHECKS)}")
        if not reason.strip():
            raise ValueError(f"expected_failures gives no reason for {name!r}")
    if isinstance(exporter, str):
        from customs_coop.exporters.registry import load_exporter

        exporter = load_exporter(exporter)
    trial = Trial(kind=exporter, options=options)
    return [ExporterCheck(name, trial, expected_failures.get(name, "")) for name in CHECKS]
