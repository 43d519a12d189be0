"""What the program prints of a comparison, a ledger or a merge, as a file."""

import attrs

from customs_coop.comparison import Merge, PlanDiff
from customs_coop.formats.characters import replace_illegal
from customs_coop.rollover import Ledger

__all__ = ["DiffText", "LedgerText", "MergeText"]


@attrs.frozen(kw_only=True)
class _Printed:
    """A subject as plain text, as it is printed."""

    suffix = ".txt"
    media_type = "text/plain"

    def render(self, subject: PlanDiff | Ledger | Merge, /) -> str:
        """Write the text.

        Args:
            subject: What is printed.

        Returns:
            The text of a .txt file.
        """
        return f"{replace_illegal(str(subject))}\n"


@attrs.frozen(kw_only=True)
class DiffText(_Printed):
    """The differences between two plans as plain text, as they are printed."""

    accepts = ("diff",)


@attrs.frozen(kw_only=True)
class LedgerText(_Printed):
    """A ledger as plain text, as it is printed."""

    accepts = ("ledger",)


@attrs.frozen(kw_only=True)
class MergeText(_Printed):
    """The conflicts of a merge and what was taken as plain text, as they are printed."""

    accepts = ("merge",)
