"""The program: its commands, and the promise that no traceback reaches a user."""

import os
import sys
from typing import NoReturn

import click

from customs_coop import __version__
from customs_coop.cli.commands import COMMANDS
from customs_coop.cli.streams import Findings, NobodyReads, prepare_streams, print_error

__all__ = ["main", "program"]

_FINE, _FINDINGS, _USAGE = 0, 1, 2


@click.group(
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    commands=COMMANDS,
    epilog="Exit status: 0 fine, 1 findings, 2 wrong usage.",
)
@click.version_option(__version__, prog_name="customs-coop")
def program() -> None:
    """Read, check, roll over and export customs cooperation action plans.

    FILE is a path, "-" for standard input, or left out for the bundled dossier of real plans.
    """


def main() -> NoReturn:
    """Run the command line and leave the process with its exit status."""
    prepare_streams()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line.

    Args:
        arguments: What stands behind the name of the program.

    Returns:
        The exit status: 0 fine, 1 findings, 2 wrong usage.
    """
    try:
        program.main(args=arguments, prog_name="customs-coop", standalone_mode=False)
    except Findings:
        return _FINDINGS
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return _USAGE
    except NobodyReads:
        # What is left in the stream must go nowhere, too, or the interpreter complains at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FINE
    except Exception as error:  # noqa: BLE001 - whatever it is, a user gets a sentence
        message, status = _told(error)
        print_error(message)
        return status
    return _FINE


def _told(error: Exception) -> tuple[str, int]:
    """What to say about an exception, and the exit status that goes with it."""
    from customs_coop.errors import (
        AmbiguousExporterError,
        CustomsCoopError,
        ExportOptionError,
        InvalidValueError,
        UnknownActionError,
        UnknownEventError,
        UnknownExporterError,
        UnknownPlanError,
        UnknownRevisionError,
        UnsuitableExporterError,
    )

    wrong_usage = (
        AmbiguousExporterError,
        ExportOptionError,
        InvalidValueError,
        UnknownActionError,
        UnknownEventError,
        UnknownExporterError,
        UnknownPlanError,
        UnknownRevisionError,
        UnsuitableExporterError,
    )
    if isinstance(error, CustomsCoopError | OSError):
        # A plugin that finds fault with a subject is named in a note.
        notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
        return f"{error}{notes}", _USAGE if isinstance(error, wrong_usage) else _FINDINGS
    if isinstance(error, click.Abort):
        return "stopped", _FINDINGS
    fault = f"{type(error).__name__}: {error}"
    return f"a fault in customs-coop itself: {fault}; please report it", _FINDINGS
