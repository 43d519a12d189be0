"""Decisions files as the commands take them: what is read, and what is written."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.options import STANDARD_OUTPUT
from customs_coop.cli.streams import standard_input

if TYPE_CHECKING:
    from customs_coop.model import ActionPlan, Recommendation
    from customs_coop.rollover import Decisions

__all__ = ["decisions_of", "refuse_decisions"]

_SUFFIX = ".toml"


def refuse_decisions(
    proposal: Path | None, decided: Path | None, inputs: Iterable[str | None]
) -> None:
    """Stop where decisions would go to a file of another kind, or come from where a plan comes.

    Args:
        proposal: The file to write decisions to, "-" for standard output, or None.
        decided: The file to read them from, "-" for standard input, or None.
        inputs: The other files that are read; None stands for no file.

    Raises:
        click.UsageError: The file to write has another suffix, or standard input is to be read
            twice.
        FileNotFoundError: The file to read is not there.
    """
    if proposal not in (None, STANDARD_OUTPUT) and proposal.suffix.casefold() != _SUFFIX:
        raise click.UsageError(
            f"decisions are written as TOML, to a file in {_SUFFIX}, not to {proposal}"
        )
    if decided == STANDARD_OUTPUT:
        if "-" in inputs:
            raise click.UsageError('standard input ("-") holds one file; name the other one')
    elif decided is not None and not decided.exists():
        raise FileNotFoundError(f"{decided}: the file does not exist")


def decisions_of(
    path: Path, plan: "ActionPlan", recommendations: Iterable["Recommendation"] = ()
) -> "Decisions":
    """Read decisions from a file, or from standard input ("-").

    Raises:
        DecisionsError: They cannot be used as they stand.
        OSError: The file cannot be read.
    """
    from customs_coop.rollover import parse_decisions, read_decisions

    if path == STANDARD_OUTPUT:
        return parse_decisions(
            standard_input(), source="<stdin>", plan=plan, recommendations=recommendations
        )
    return read_decisions(path, plan=plan, recommendations=recommendations)
