"""Long lists of small cases as one test each: the bookkeeping of a test costs more than a case.

`every_case` is written like `pytest.mark.parametrize`. All cases run, and each one that fails is
told with its values. Tests with few cases, and tests with fixtures of their own, stay parametrised.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

import pytest

_MOST_SHOWN = 20
_NO_FIXTURES: Mapping[str, object] = MappingProxyType({})


def every_case(
    names: str | Sequence[str], cases: Iterable[object]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test with every case, as one test.

    Args:
        names: The names of the arguments, as for `pytest.mark.parametrize`.
        cases: A value for each case, or a sequence of values where there are several names.

    Returns:
        What makes a test of all cases out of a test of one; arguments that are not named are
        fixtures, or are given by another `every_case` above it.
    """
    several = [name.strip() for name in names.split(",")] if isinstance(names, str) else [*names]
    held = [_values(case, len(several)) for case in cases]
    assert held, "without a case nothing is tested"

    def fold(test: Callable[..., None]) -> Callable[..., None]:
        def run(**fixtures: object) -> None:
            _run(test, [dict(zip(several, case, strict=True)) for case in held], fixtures)

        signature = inspect.signature(test)
        kept = [one for name, one in signature.parameters.items() if name not in several]
        assert len(kept) == len(signature.parameters) - len(several), "a name is no argument"
        run.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined] # what inspect looks for
        run.__name__, run.__qualname__ = test.__name__, test.__qualname__
        run.__module__, run.__doc__ = test.__module__, test.__doc__
        return run

    return fold


def _values(case: object, number: int) -> tuple[object, ...]:
    if number == 1:
        return (case,)
    assert isinstance(case, Sequence)
    assert len(case) == number, f"{case!r} has not {number} values"
    return tuple(case)


def _run(
    test: Callable[..., None],
    cases: Sequence[Mapping[str, object]],
    fixtures: Mapping[str, object] = _NO_FIXTURES,
) -> None:
    failed: list[str] = []
    first: BaseException | None = None
    skipped: BaseException | None = None
    for case in cases:
        try:
            test(**case, **fixtures)
        except pytest.skip.Exception as error:
            skipped = error  # told when the other cases have run
        except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 # the other cases run too
            first = first or error
            told = "\n    ".join(f"{type(error).__name__}: {error}".splitlines())
            values = ", ".join(f"{name}={value!r}" for name, value in case.items())
            failed.append(f"{values}\n    {told}")
    if failed:
        shown = "\n".join(failed[:_MOST_SHOWN])
        message = f"{len(failed)} of {len(cases)} cases fail:\n{shown}"
        # The traceback of the first one is shown above the list.
        raise AssertionError(message) from first
    if skipped:
        raise skipped
