"""The command `customs-coop`: the verbs of the library for the shell."""

from customs_coop.cli.entry import main

__all__ = ["main"]
