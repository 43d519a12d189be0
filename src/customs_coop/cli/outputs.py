"""Several files that one command writes: looked at before any work, then all written or none."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from customs_coop.exporters.subjects import Subject

__all__ = ["content_of", "refuse_outputs", "write_together"]


def refuse_outputs(
    outputs: Iterable[Path | None], inputs: Iterable[str | Path | None], *, force: bool
) -> None:
    """Stop where a file could not be written in the end, or is one that is read.

    Args:
        outputs: The files to write; None stands for one that is not asked for.
        inputs: The files that are read; "-" and None stand for no file.
        force: Files that are there already are replaced. One that is read never is.

    Raises:
        click.UsageError: A file is a folder, is there already, is read, or is named twice.
        FileNotFoundError: The folder of a file is not there.
    """
    read = {os.path.realpath(path) for path in inputs if path is not None and str(path) != "-"}
    named: set[str] = set()
    for path in outputs:
        if path is None:
            continue
        place = os.path.realpath(path)
        if path.is_dir():
            raise click.UsageError(f"{path} is a folder, not a file")
        if place in read:
            raise click.UsageError(f"{path} is read; write to another file")
        if place in named:
            raise click.UsageError(f"{path} is to be written twice; name two files")
        if not Path(place).parent.is_dir():
            raise FileNotFoundError(f"{path} cannot be written: there is no folder {path.parent}")
        if path.exists() and not force:
            raise click.UsageError(f"{path} is there already; --force replaces it")
        named.add(place)


def content_of(subject: "Subject", to: str) -> bytes:
    """What a subject is in a format, as bytes."""
    from customs_coop.exporters import export

    content = export(subject, to)
    return content.encode() if isinstance(content, str) else content


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write all files, or none of them.

    Raises:
        OSError: One cannot be written.
    """
    from customs_coop.formats.files.whole import write_all

    write_all(contents)
