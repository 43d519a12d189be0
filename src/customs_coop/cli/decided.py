"""Decisions files as the commands take them: what is read, and what is written."""

import shlex
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.options import FILE_PATH, STANDARD_OUTPUT
from customs_coop.cli.outputs import refuse_outputs, write_together
from customs_coop.cli.streams import hand_over, say, standard_input

if TYPE_CHECKING:
    from customs_coop.model import ActionPlan, Recommendation
    from customs_coop.rollover import Decisions

__all__ = [
    "DECISIONS",
    "WRITE_DECISIONS",
    "decisions_of",
    "hand_out_decisions",
    "refuse_decisions",
    "source_words",
]

_SUFFIX = ".toml"

WRITE_DECISIONS = click.option(
    "--write-decisions",
    "proposal",
    type=FILE_PATH,
    metavar="FILE",
    help="Write the decisions to a file for you to edit, and do nothing else.",
)
DECISIONS = click.option(
    "--decisions",
    "decided",
    type=FILE_PATH,
    metavar="FILE",
    help="Decide as this edited file says.",
)


def refuse_decisions(
    proposal: Path | None,
    decided: Path | None,
    inputs: Iterable[str | None],
    *,
    beside: Mapping[str, object],
    force: bool,
) -> None:
    """Stop where decisions would go to a file of another kind, or come from where a plan comes.

    Args:
        proposal: The file to write decisions to, "-" for standard output, or None.
        decided: The file to read them from, "-" for standard input, or None.
        inputs: The other files that are read; None stands for no file.
        beside: What was given to options that have no meaning where decisions are written; None
            or nothing stands for one that was not given.
        force: Files that are there already are replaced.

    Raises:
        click.UsageError: The file to write has another suffix, or cannot be written; such an
            option was given; or standard input is to be read twice.
        FileNotFoundError: The file to read, or the folder of the file to write, is not there.
    """
    read = list(inputs)
    if proposal not in (None, STANDARD_OUTPUT) and proposal.suffix.casefold() != _SUFFIX:
        raise click.UsageError(
            f"decisions are written as TOML, to a file in {_SUFFIX}, not to {proposal}"
        )
    if decided == STANDARD_OUTPUT:
        if "-" in read:
            raise click.UsageError('standard input ("-") holds one file; name the other one')
    elif decided is not None and not decided.exists():
        raise FileNotFoundError(f"{decided}: the file does not exist")
    if proposal is not None:
        given = [option for option, value in {"--decisions": decided, **beside}.items() if value]
        if given:
            raise click.UsageError(
                f"--write-decisions does nothing else, so it goes without {', '.join(given)}"
            )
        refuse_outputs([proposal], read, force=force)


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


def source_words(file: str | None, plan: str | None) -> list[str]:
    """The words of a command line that name a plan."""
    return [*([] if file is None else [file]), *([] if plan is None else ["--plan", plan])]


def hand_out_decisions(
    text: str,
    path: Path,
    *,
    on: "ActionPlan",
    recommendations: Sequence["Recommendation"] = (),
    waiting: int = 0,
    command: Sequence[str],
    dry_run: bool = False,
) -> None:
    """Write a text of decisions, say how many there are, and tell what to do next.

    Args:
        text: The text.
        path: The file, or "-" for standard output.
        on: The plan that they are on.
        recommendations: Those that they are on, too.
        waiting: How many things that earlier ledgers left they are on.
        command: The words of the command that takes them, but for the file.
        dry_run: Whether the text is printed instead of written.

    Raises:
        OSError: The file cannot be written.
    """
    is_file = path != STANDARD_OUTPUT
    # Where the text itself is on standard output, nothing else may be.
    is_shown = dry_run or not is_file
    if is_shown:
        hand_over(text)
    else:
        write_together({path: text.encode()})
    if is_file:
        wrote = "would write" if dry_run else "wrote"
        say(f"{wrote} {path}: {_counted(on, recommendations, waiting)}", err=is_shown)
    call = [*command, "--decisions", str(path) if is_file else "FILE"]
    say(f"edit it, and then: customs-coop {shlex.join(call)}", err=is_shown)


def _counted(plan: "ActionPlan", recommendations: Sequence["Recommendation"], waiting: int) -> str:
    from customs_coop.cli.tables import counted
    from customs_coop.model.numbering import missing_codes

    parts = [counted(len(plan), "action")]
    if gaps := missing_codes(plan):
        parts.append(counted(len(gaps), "missing code"))
    if recommendations:
        parts.append(counted(len(recommendations), "recommendation"))
    if waiting:
        parts.append(counted(waiting, "waiting item"))
    return ", ".join(parts)
