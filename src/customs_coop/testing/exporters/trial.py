"""An exporter on trial: its class, the options that it was given, and how it is asked."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs

from customs_coop.errors import CustomsCoopError
from customs_coop.exporters.base import Exporter
from customs_coop.exporters.preparing import prepared_with
from customs_coop.exporters.subjects import KINDS, accepted_by
from customs_coop.model import ActionPlan
from customs_coop.testing.exporters.contents import kind_fault, malformed
from customs_coop.testing.exporters.subjects import Made, made

__all__ = ["Trial", "require"]

_NONE: Final[Mapping[str, object]] = MappingProxyType({})


def require(held: object, told: str) -> None:
    """Fail a check with words, unless something holds.

    Raises:
        AssertionError: It does not hold.
    """
    if not held:
        raise AssertionError(told)


@attrs.frozen(kw_only=True)
class Trial:
    """An exporter on trial.

    Args:
        kind: The class.
        options: The options with which it is tried; without any, its defaults.
    """

    kind: type[Exporter]
    options: Mapping[str, object] = attrs.field(factory=dict)

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.kind.__name__

    @property
    def media_type(self) -> str:
        """Its media type."""
        return self.kind.media_type

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of subject that it takes and that the kit can make."""
        return tuple(kind for kind in accepted_by(self.kind) if kind in KINDS)

    # Any: a fresh object of whatever class it is.
    def configured(self) -> Any:  # noqa: ANN401 - see above
        """A new exporter with the options."""
        from customs_coop.exporters.options import configured_exporter

        return configured_exporter(self.kind, self.options, name=self.name)

    def subjects(self, plan: ActionPlan) -> Iterator[tuple[str, Made]]:
        """A subject of each kind that it takes, made from a plan, with its kind."""
        for kind in self.kinds:
            yield kind, made(kind, plan)

    def rendered(
        self, subject: Made | ActionPlan, at: str, options: Mapping[str, object] = _NONE
    ) -> str | bytes:
        """Render a subject, and look at what was given.

        Args:
            subject: The subject.
            at: What it is, for messages.
            options: More options.

        Raises:
            AssertionError: It fails, or what it gives is not what its media type says.
        """
        try:
            ready = prepared_with(self.kind, subject, {**self.options, **options}, name=self.name)
            content = ready.content()
        except CustomsCoopError as error:
            raise AssertionError(f"{at}: {error}") from error
        fault = kind_fault(content, self.media_type) or malformed(content, self.media_type)
        require(not fault, f"{at}: {fault}")
        return content
