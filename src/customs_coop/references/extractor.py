"""The shape of an extractor: one kind of reference that is looked for in running text."""

from collections.abc import Callable, Iterator
from typing import Generic, Protocol, Self, TypeVar

import attrs

from customs_coop.references.base import Found

__all__ = ["Citable", "Extractor"]


class Citable(Protocol):
    """What every kind of reference can do."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a text that is one such reference and nothing else."""
        ...

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address, or None where there is one."""
        ...

    def url(self, language: str = "en") -> str | None:
        """Give the official address, formed offline."""
        ...

    def cite(self) -> str:
        """Give all that was printed."""
        ...


R = TypeVar("R", bound=Citable)


@attrs.frozen(kw_only=True)
class Extractor(Generic[R]):
    """One kind of reference that the finder looks for.

    The examples are part of the definition: the tests take them from here.

    Args:
        name: The kind in words.
        cites: The class of the references.
        find: Gives the references of a text, each with start and end.
        examples: Texts that are one such reference from end to end.
        counterexamples: Texts in which there is no such reference.

    Example:
        >>> from customs_coop.references import EXTRACTORS
        >>> [extractor.name for extractor in EXTRACTORS][:2]
        ['numbered act', 'Council document']
    """

    name: str
    cites: type[R]
    find: Callable[[str], Iterator[Found[R]]]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
