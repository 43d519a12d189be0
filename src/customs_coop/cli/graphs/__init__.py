"""The command `customs-coop graph`: what builds on what, asked from the shell."""

from customs_coop.cli.graphs.commands import GRAPH

__all__ = ["GRAPH"]
