"""What happens between the name of a format and its content: the checks of the host."""

import os
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

import attrs

from customs_coop.comparison import Merge, PlanDiff
from customs_coop.errors import (
    BrokenExporterError,
    InvalidValueError,
    MarkingError,
    UnsuitableExporterError,
)
from customs_coop.exporters.base import Exporter
from customs_coop.exporters.failing import plugin_code
from customs_coop.exporters.options import configured_exporter, named_paths, option_value
from customs_coop.exporters.registry import exporter_names, offered_exporter
from customs_coop.exporters.subjects import (
    Subject,
    accepted_by,
    kind_of,
    kind_words,
    not_public,
    subject_of,
)
from customs_coop.model import Dossier
from customs_coop.monitoring import StateOfPlay
from customs_coop.rollover import Ledger

__all__ = ["Prepared", "prepared", "prepared_with", "whose"]

# Names that every file system takes, and that lead nowhere else.
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._@+-]{0,199}")


@attrs.frozen
class Prepared:
    """An exporter with its options, and the subject that it gets.

    Args:
        name: The name of the format, for messages.
        distribution: The distribution that offers it; empty where none is known.
        exporter: The exporter, configured.
        subject: What it is to render, the part for the public where that was asked for.
    """

    name: str
    distribution: str
    exporter: Exporter
    subject: Dossier | Ledger | PlanDiff | Merge | StateOfPlay

    def content(self) -> str | bytes:
        """Let the exporter render.

        Raises:
            CustomsCoopError: The subject or an option is at fault.
            BrokenExporterError: The exporter fails, or gives neither text nor bytes.
        """
        with self.asked():
            content = self.exporter.render(self.subject)
        if not isinstance(content, str | bytes):
            raise BrokenExporterError(
                f"{self.whose} gave {type(content).__name__}; an exporter gives str or bytes"
            )
        return content

    @property
    def whose(self) -> str:
        """The format with its distribution and class, for messages."""
        return whose(self.name, self.distribution, type(self.exporter))

    def asked(self, verb: str = "failed") -> AbstractContextManager[None]:
        """Run code of the exporter; what goes wrong is told under its name.

        Args:
            verb: What it did not do.
        """
        return plugin_code(self.whose, verb, module=type(self.exporter).__module__)

    def whole(self) -> bytes:
        """The content as bytes: text as UTF-8.

        Raises:
            CustomsCoopError: As of `content`; text that is no UTF-8 is the fault of the exporter.
        """
        return self._as_bytes(self.content())

    def files(self, place: Path) -> dict[Path, bytes]:
        """All that is to be written: one file, or a folder of them where the exporter has several.

        Args:
            place: The file or the folder.

        Raises:
            InvalidValueError: An option names the file for which it is, such as a template.
            CustomsCoopError: As of `whole`; a name that is none is the fault of the exporter.
        """
        for option, path in named_paths(self.exporter):
            if _is_same(path, place):
                raise InvalidValueError(
                    f"{place} is read, as the option {option} of the format {self.name} names it;"
                    " write to another file"
                )
        several = self.several()
        if several is None:
            return {place: self.whole()}
        return {place / name: content for name, content in several.items()}

    def several(self) -> dict[str, bytes] | None:
        """The files that the exporter makes in the place of one, by name; None where it makes one.

        Raises:
            CustomsCoopError: As of `whole`; a name that is none is the fault of the exporter.
        """
        with self.asked():
            render = getattr(self.exporter, "render_files", None)
            found = None if render is None else render(self.subject)
            files = None if found is None else dict(found)
        if files is None:
            return None
        for name, content in files.items():
            if not isinstance(name, str) or not _FILE_NAME.fullmatch(name):
                raise BrokenExporterError(
                    f"{self.whose} gave a file the name {name!r}; a name has letters and figures of"
                    " ASCII, with . _ @ + - behind the first one, and leads to no other folder"
                )
            if not isinstance(content, str | bytes):
                raise BrokenExporterError(
                    f"{self.whose} gave {type(content).__name__} for the file {name}"
                )
        # On many machines they would be one file.
        alike = {name.casefold(): name for name in files}
        for name in files:
            if alike[name.casefold()] != name:
                raise BrokenExporterError(
                    f"{self.whose} gave files the names {name} and {alike[name.casefold()]}"
                )
        return {name: self._as_bytes(content) for name, content in files.items()}

    def _as_bytes(self, content: str | bytes) -> bytes:
        if isinstance(content, bytes):
            return content
        try:
            return str.encode(content, "utf-8")
        except UnicodeEncodeError as cause:
            raise BrokenExporterError(f"{self.whose} gave text that is no UTF-8") from cause


def _is_same(path: Path, place: Path) -> bool:
    """Whether two paths lead to one file, by whatever links."""
    try:
        return path.samefile(place)
    except (OSError, ValueError):
        return os.path.realpath(path) == os.path.realpath(place)


def prepared(subject: Subject, to: str, options: Mapping[str, object]) -> Prepared:
    """Find a format by its name and make it ready for a subject.

    Args:
        subject: What is to be exported.
        to: The name of the format.
        options: Its options, and `public`.

    Raises:
        CustomsCoopError: As of `customs_coop.exporters.export`.
        TypeError: The subject cannot be exported.
    """
    value = subject_of(subject)
    kind, distribution = offered_exporter(to)
    return prepared_with(kind, value, options, name=to, distribution=distribution)


def prepared_with(
    kind: type[Exporter],
    subject: Subject,
    options: Mapping[str, object],
    *,
    name: str,
    distribution: str = "",
) -> Prepared:
    """Make the class of an exporter ready for a subject, whether it is installed or not.

    Raises:
        CustomsCoopError: As of `customs_coop.exporters.export`.
        TypeError: The subject cannot be exported.
    """
    value = subject_of(subject)
    _check_accepted(kind, name, kind_of(value))
    own = {option: given for option, given in options.items() if option != "public"}
    public = option_value(options.get("public", False), bool, option="public", name=name)
    fault = not_public(value) if public else ""
    told = whose(name, distribution, kind)
    with plugin_code(told, module=kind.__module__):
        part_of = getattr(kind, "public_part", None)
        if fault and part_of is None:
            raise MarkingError(fault)
        exporter = configured_exporter(kind, own, name=name)
        if fault and part_of is not None:
            value = _public_part(part_of, exporter, value)
    return Prepared(name, distribution, exporter, value)


def whose(name: str, distribution: str, kind: type[Exporter]) -> str:
    """A format with its distribution, where that is known, and its class, for messages."""
    offered = f" of the distribution {distribution}" if distribution else ""
    return f"the format {name!r}{offered} ({kind.__module__}.{kind.__qualname__})"


def _public_part(
    part_of: Callable[[Exporter, Dossier | Ledger | PlanDiff | Merge | StateOfPlay], object],
    exporter: Exporter,
    subject: Dossier | Ledger | PlanDiff | Merge | StateOfPlay,
) -> Dossier | Ledger | PlanDiff | Merge | StateOfPlay:
    """What a format leaves of a subject for the public; what is left counts."""
    part = subject_of(part_of(exporter, subject))
    fault = not_public(part)
    if fault:
        raise MarkingError(fault)
    return part


def _check_accepted(exporter: type[Exporter], name: str, kind: str) -> None:
    """Refuse a subject of a kind that the format does not take."""
    accepted = accepted_by(exporter)
    if kind in accepted:
        return
    others = ", ".join(exporter_names(kind))
    raise UnsuitableExporterError(
        f"the format {name} takes {kind_words(accepted)}, not {kind_words([kind])};"
        f" formats for that are {others or 'not there'}"
    )
