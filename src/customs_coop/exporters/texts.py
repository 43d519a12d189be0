"""What the program prints of a comparison, a ledger or a merge, as a file."""

import attrs

from customs_coop.comparison import Merge, PlanDiff
from customs_coop.formats.characters import replace_illegal
from customs_coop.rollover import Ledger

__all__ = ["DiffText", "LedgerText", "MergeText"]


def _printed(subject: object) -> str:
    return f"{replace_illegal(str(subject))}\n"


@attrs.frozen(kw_only=True)
class DiffText:
    """The differences between two plans as plain text, as they are printed."""

    suffix = ".txt"
    media_type = "text/plain"
    accepts = ("diff",)

    def render(self, subject: PlanDiff, /) -> str:
        """Write the text.

        Args:
            subject: The differences.

        Returns:
            The text of a .txt file.
        """
        return _printed(subject)


@attrs.frozen(kw_only=True)
class LedgerText:
    """A ledger as plain text, as it is printed."""

    suffix = ".txt"
    media_type = "text/plain"
    accepts = ("ledger",)

    def render(self, subject: Ledger, /) -> str:
        """Write the text.

        Args:
            subject: The ledger.

        Returns:
            The text of a .txt file.
        """
        return _printed(subject)


@attrs.frozen(kw_only=True)
class MergeText:
    """The conflicts of a merge and what was taken as plain text, as they are printed."""

    suffix = ".txt"
    media_type = "text/plain"
    accepts = ("merge",)

    def render(self, subject: Merge, /) -> str:
        """Write the text.

        Args:
            subject: The merge.

        Returns:
            The text of a .txt file.
        """
        return _printed(subject)
