"""The arguments and options that several commands share, and how their values are read."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

__all__ = [
    "FILE",
    "FILE_PATH",
    "FORCE",
    "LEDGER",
    "OPTIONS",
    "OUT",
    "PLACE",
    "PLAN",
    "STANDARD_OUTPUT",
    "named_options",
    "named_values",
    "parsed",
    "unless_standard_output",
]

_T = TypeVar("_T")

FILE_PATH = click.Path(path_type=Path, dir_okay=False)
STANDARD_OUTPUT = Path("-")


def unless_standard_output(
    _context: click.Context, _parameter: click.Parameter, path: Path | None
) -> Path | None:
    """The file to write; None for standard output, as where none is named."""
    return None if path == STANDARD_OUTPUT else path


FILE = click.argument("file", required=False)
PLAN = click.option("--plan", metavar="ID", help='The plan of FILE that is meant, such as "AP1".')
OUT = click.option(
    "--out",
    type=FILE_PATH,
    callback=unless_standard_output,
    help='The file to write; without it, or with "-", standard output.',
)
PLACE = click.option(
    "--out",
    type=click.Path(path_type=Path),
    callback=unless_standard_output,
    help='The file to write, or the folder for a format of several files; without it, or with "-", '
    "standard output.",
)
LEDGER = click.option(
    "--ledger",
    "account",
    type=FILE_PATH,
    metavar="FILE",
    help="Write the ledger to a file, in the format of its suffix.",
)
FORCE = click.option("--force", is_flag=True, help="Replace files that are there already.")
OPTIONS = click.option(
    "-O",
    "options",
    metavar="NAME=VALUE",
    multiple=True,
    help='An option of the format; "customs-coop formats NAME" lists them.',
)


def named_options(options: Iterable[str]) -> dict[str, object]:
    """The options of a format, given as NAME=VALUE.

    Raises:
        click.BadParameter: One has no name or no equals sign, a name is there twice, or it is that
            of an argument of the command.
    """
    from customs_coop.exporters.shape import RESERVED

    found = named_values(options, "NAME=VALUE", option="-O", with_empty=True)
    for name in RESERVED:
        if name in found:
            raise click.BadParameter(f"{name!r} is no option of a format", param_hint="-O")
    return {**found}


def named_values(
    values: Iterable[str],
    form: str,
    *,
    option: str,
    last: bool = False,
    with_empty: bool = False,
) -> dict[str, str]:
    """What stands behind equals signs, by what stands before them.

    Args:
        values: Such as "DE=german.docx".
        form: How one of them is written, such as "AUTHOR=FILE".
        option: Where they were given, for messages.
        last: Whether the last equals sign of a value divides it, as the first may be in a name.
        with_empty: Whether nothing may stand behind the sign.

    Raises:
        click.BadParameter: One has no name, no equals sign or no value; or a name is there twice.
    """
    found: dict[str, str] = {}
    for value in values:
        name, equals, rest = value.rpartition("=") if last else value.partition("=")
        name = name.strip()
        if not (name and equals and (with_empty or rest.strip())):
            raise click.BadParameter(f"{value!r} is not {form}", param_hint=option)
        if name in found:
            raise click.BadParameter(f"{name!r} is there twice", param_hint=option)
        found[name] = rest
    return found


def parsed(parse: Callable[[str], _T], words: str, *, option: str, hint: str = "") -> _T:
    """Read what was given to an option.

    Args:
        parse: Reads it, or raises InvalidValueError.
        words: What was given.
        option: Where, for messages.
        hint: What a message says behind the fault.

    Raises:
        click.BadParameter: It cannot be read.
    """
    from customs_coop.errors import InvalidValueError

    try:
        return parse(words)
    except InvalidValueError as error:
        raise click.BadParameter(f"{error}{hint}", param_hint=option) from None
