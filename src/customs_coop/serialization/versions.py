"""The versions of a kind of file: which can be read, and how an older one is brought up to date."""

import copy
from collections.abc import Callable, Iterable
from typing import TypeAlias

import attrs
from attrs.validators import instance_of

from customs_coop.errors import InvalidValueError

__all__ = ["Schema", "Step", "StepFailedError", "brought_up_to_date"]

Step: TypeAlias = Callable[[dict[str, object]], dict[str, object]]
"""Brings the members of a file from one version to the next: a pure function on JSON values."""


class StepFailedError(Exception):
    """A step met what it could not bring to the next version; the message says why."""


def _steps(value: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(value)


@attrs.frozen
class Schema:
    """The name of a kind of file, and the version of it that is written.

    Every version from 1 up to it can be read: each step brings a file to the next version, and
    only then is it read as values. A step gets the members without `"schema"`, in the form that
    a file of its version has, and gives those of the next version. What has not that form it
    leaves as it is, so that the reader tells of it.

    Args:
        name: The name, without a slash.
        version: The version.
        steps: One for each version before it, the first of them from 1 to 2.

    Raises:
        InvalidValueError: An older version has no step, or there is one too many.

    Example:
        >>> print(Schema("customs_coop", 1))
        customs_coop/1
        >>> def renamed(members):
        ...     return {{"title": "name"}.get(key, key): value for key, value in members.items()}
        >>> print(Schema("example", 2, steps=[renamed]))
        example/2
    """

    name: str = attrs.field(validator=instance_of(str))
    version: int = attrs.field(validator=instance_of(int))
    steps: tuple[Step, ...] = attrs.field(default=(), converter=_steps, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if len(self.steps) != self.version - 1:
            raise InvalidValueError(
                f"{self} needs {self.version - 1} steps from older versions, not {len(self.steps)}"
            )

    def __str__(self) -> str:
        return f"{self.name}/{self.version}"


def brought_up_to_date(
    members: dict[str, object], version: int, schema: Schema
) -> dict[str, object]:
    """Bring the members of an older file to the version that is written today.

    Args:
        members: The members without `"schema"`; they are not changed.
        version: The version of the file, from 1 on.
        schema: Its kind, with the steps.

    Returns:
        The members as a file of today's version has them; the same ones where it has it.

    Raises:
        StepFailedError: The file is not as one of its version is, and a step stumbled over it.

    Example:
        >>> schema = Schema("example", 2, steps=[lambda members: {"all": members}])
        >>> brought_up_to_date({"a": 1}, 1, schema), brought_up_to_date({"a": 1}, 2, schema)
        ({'all': {'a': 1}}, {'a': 1})
    """
    for place, step in enumerate(schema.steps[version - 1 :], version):
        # A copy: a step that changed what it was given would change the caller's values.
        given = copy.deepcopy(members)
        try:
            members = step(given)
        except RecursionError:
            raise
        except Exception as error:
            fault = f"{type(error).__name__}: {error}".replace("\n", " ")
            raise StepFailedError(
                f"version {place} cannot be brought to version {place + 1} ({fault})"
            ) from error
    return members
