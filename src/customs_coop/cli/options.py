"""The arguments and options that several commands share."""

from collections.abc import Iterable
from pathlib import Path

import click

__all__ = ["FILE", "FORCE", "OPTIONS", "OUT", "PLAN", "STANDARD_OUTPUT", "named_options"]

FILE = click.argument("file", required=False)
PLAN = click.option("--plan", metavar="ID", help='The plan of FILE that is meant, such as "AP1".')
OUT = click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help='The file to write; without it, or with "-", standard output.',
)
STANDARD_OUTPUT = Path("-")
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
        click.BadParameter: One has no name or no equals sign.
    """
    given: dict[str, object] = {}
    for option in options:
        name, equals, value = option.partition("=")
        if not equals or not name:
            raise click.BadParameter(f"{option!r} is not NAME=VALUE", param_hint="-O")
        given[name] = value
    return given
