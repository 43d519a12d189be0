"""Several files that one command writes: looked at before any work, then all written or none."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, redirect_stdout
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs
import click

from customs_coop.cli.options import STANDARD_OUTPUT
from customs_coop.cli.streams import Findings, hand_over, print_report, say

if TYPE_CHECKING:
    from customs_coop.diagnostics import Report
    from customs_coop.exporters.preparing import Prepared
    from customs_coop.exporters.subjects import Subject
    from customs_coop.rollover import Ledger

__all__ = [
    "PlanOutputs",
    "apart",
    "content_of",
    "deliver",
    "files_of",
    "format_of",
    "hand_out",
    "refuse_outputs",
    "write_together",
]


def refuse_outputs(
    outputs: Iterable[Path | None],
    inputs: Iterable[str | Path | None],
    *,
    force: bool,
    folders: bool = False,
) -> None:
    """Stop where a file could not be written in the end, or is one that is read.

    Args:
        outputs: The files to write; "-" stands for none, and None for one that is not asked for.
        inputs: The files that are read; "-" and None stand for no file.
        force: Files that are there already are replaced. One that is read never is.
        folders: A folder may stand for several files.

    Raises:
        click.UsageError: A file is a folder, is there already, is read, or is named twice.
        FileNotFoundError: The folder of a file is not there.
    """
    read = {os.path.realpath(path) for path in inputs if path is not None and str(path) != "-"}
    named: set[str] = set()
    for path in outputs:
        if path in (None, STANDARD_OUTPUT):
            continue
        place = os.path.realpath(path)
        if path.is_dir():
            if not folders:
                raise click.UsageError(f"{path} is a folder, not a file")
            if any(path.iterdir()) and not force:
                raise click.UsageError(f"{path} holds files already; --force writes among them")
            continue
        if place in read:
            raise click.UsageError(f"{path} is read; write to another file")
        if place in named:
            raise click.UsageError(f"{path} is to be written twice; name two files")
        if not Path(place).parent.is_dir():
            raise FileNotFoundError(f"{path} cannot be written: there is no folder {path.parent}")
        if path.exists() and not force:
            raise click.UsageError(f"{path} is there already; --force replaces it")
        named.add(place)


def content_of(
    subject: "Subject", to: str, options: Mapping[str, object] = MappingProxyType({})
) -> bytes:
    """What a subject is in a format, as bytes."""
    from customs_coop.exporters.preparing import prepared

    with apart():
        return prepared(subject, to, options).whole()


def files_of(ready: "Prepared", out: Path) -> dict[Path, bytes]:
    """What is to be written for a format: a file, or several ones in a folder.

    Raises:
        click.UsageError: There is a folder in the place of the one file.
    """
    with apart():
        found = ready.files(out)
    if out in found and out.is_dir():
        raise click.UsageError(f"{out} is a folder, not a file")
    return found


def hand_out(ready: "Prepared", out: Path | None) -> None:
    """Write what a format makes to its place, or to standard output.

    Raises:
        click.UsageError: It makes several files, and no folder is named.
    """
    from customs_coop.formats.files.whole import write_files

    if out is not None:
        write_files(out, files_of(ready, out))
        return
    with apart():
        several = ready.several()
        content = ready.whole() if several is None else b""
    if several is not None:
        raise click.UsageError(f"{ready.name} makes several files; name a folder with --out")
    hand_over(content)


def apart() -> AbstractContextManager[object]:
    """Send what a plugin prints to standard error, where it does not stand in a file."""
    return redirect_stdout(sys.stderr)


def deliver(
    subject: "Subject",
    to: str | None,
    out: Path | None,
    options: Mapping[str, object] = MappingProxyType({}),
) -> None:
    """Write a subject in a format: to a file, whole or not at all, or to standard output.

    Raises:
        click.UsageError: Neither a format nor a file says what to write.
    """
    from customs_coop.exporters.preparing import prepared

    with apart():
        ready = prepared(subject, format_of(subject, to, out), options)
    hand_out(ready, out)


def format_of(subject: "Subject", to: str | None, out: Path | None) -> str:
    """The format that is named, or that the suffix of a file means.

    Raises:
        click.UsageError: Neither says what to write.
        UnknownExporterError: No format for such a subject has the suffix.
    """
    from customs_coop.exporters import exporter_for
    from customs_coop.exporters.subjects import kind_of

    if to is not None:
        return to
    if out is None:
        raise click.UsageError("say what to write: --to FORMAT, or --out FILE with a suffix")
    return exporter_for(out.name, kind_of(subject))


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write all files, or none of them.

    Raises:
        OSError: One cannot be written.
    """
    from customs_coop.formats.files.whole import write_all

    write_all(contents)


@attrs.frozen(kw_only=True)
class PlanOutputs:
    """What a command writes that makes a plan out of another one, and a ledger of both.

    Args:
        to: The format of the plan; None where only the ledger is asked for.
        out: The file of the plan; None for standard output.
        account_to: The format of the ledger; None where it goes to no file.
        account: The file of the ledger.
    """

    to: str | None
    out: Path | None
    account_to: str | None
    account: Path | None

    @classmethod
    def asked(cls, *, to: str | None, out: Path | None, account: Path | None) -> "PlanOutputs":
        """What the options ask for; the suffix of a file says its format where none is named.

        Raises:
            UnknownExporterError: No format has the suffix.
        """
        from customs_coop.exporters import exporter_for

        return cls(
            to=exporter_for(out.name) if to is None and out is not None else to,
            out=out,
            account_to=None if account is None else exporter_for(account.name, "ledger"),
            account=account,
        )

    def write(
        self,
        subject: "Subject",
        ledger: "Ledger",
        *,
        name: str,
        report: "Report",
        told: str | None,
        further: Mapping[Path, bytes] = MappingProxyType({}),
        dry_run: bool = False,
    ) -> None:
        """Write all files or none, print the findings, and tell what was done.

        Args:
            subject: The plan, or the dossier that holds it.
            ledger: The ledger.
            name: What the plan is called.
            report: The findings.
            told: What is printed for people; None for nothing.
            further: What else is written, by its file.
            dry_run: Whether the files are told of instead of written.

        Raises:
            Findings: The report has errors.
            OSError: A file cannot be written.
        """
        contents: dict[Path, bytes] = dict(further)
        told_of = {path: str(path) for path in further}
        shown = b""
        if self.to is not None:
            content = content_of(subject, self.to)
            if self.out is None:
                shown = content
            else:
                contents[self.out] = content
                told_of[self.out] = f"{self.out}: {name} as {self.to}"
        if self.account is not None and self.account_to is not None:
            contents[self.account] = content_of(ledger, self.account_to)
            told_of[self.account] = f"{self.account}: the ledger as {self.account_to}"
        if not dry_run:
            write_together(contents)
        # What is told goes to standard error where the plan itself went to standard output.
        is_shown = bool(shown)
        if is_shown:
            hand_over(shown)
        print_report(report)
        if told is not None:
            say(told, err=is_shown)
        if dry_run:
            for what in told_of.values():
                say(f"would write {what}", err=is_shown)
        if not report.ok:
            raise Findings
