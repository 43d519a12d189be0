"""The commands that compare plans: two of them, the edits of several authors, and revisions."""

from customs_coop.cli.comparing.joining import merge
from customs_coop.cli.comparing.revisions import history
from customs_coop.cli.comparing.twofold import diff

__all__ = ["diff", "history", "merge"]
