"""Which format a file name asks for, by its suffix."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from customs_coop.errors import (
    AmbiguousExporterError,
    BrokenExporterError,
    UnknownExporterError,
)
from customs_coop.exporters.registry import exporter_names, loaded_offer, offers
from customs_coop.exporters.subjects import accepted_by, kind_words

__all__ = ["exporter_for"]

# What people ask for that no format writes, and what to do instead.
_INSTEAD: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".pdf": "for a PDF, write .docx or .html and print that",
        ".doc": "word processors of today take .docx",
        ".odt": "LibreOffice takes .docx",
        ".rtf": "word processors take .docx",
        ".xls": "spreadsheets of today take .xlsx",
        ".ods": "LibreOffice takes .xlsx and .csv",
        ".htm": "a page is .html",
        ".markdown": "Markdown is .md",
    }
)


def exporter_for(file_name: str, kind: str = "dossier") -> str:
    """Find the format that a file name asks for.

    Args:
        file_name: The name of the file, without its folder.
        kind: The kind of what is to be written, such as "ledger"; only formats that take it count.

    Returns:
        The name of the built-in format that has the suffix, else of the only plugin that has it.
        A name that two distributions offer comes as "dist:name".

    Raises:
        UnknownExporterError: No format for that kind has the suffix; the known ones are listed.
        AmbiguousExporterError: Two built-in formats have it, as graph-svg and timeline-svg have
            ".svg", or two plugins; the message names them.

    Example:
        >>> exporter_for("ap2.docx")
        'council-docx'
        >>> exporter_for("ap2.docx", "ledger")
        'ledger-docx'
    """
    known: dict[str, str] = {}
    unusable: list[str] = []
    # Plugins are imported only where no built-in format has the suffix.
    for built_in in (True, False):
        matching: dict[str, list[str]] = {}
        for offer in offers():
            if offer.built_in is not built_in:
                continue
            try:
                exporter = loaded_offer(offer)
            except BrokenExporterError:
                unusable.append(offer.full_name)
                continue
            if kind not in accepted_by(exporter):
                continue
            suffix = exporter.suffix
            known.setdefault(suffix, offer.full_name)
            stem = file_name.casefold().removesuffix(suffix.casefold())
            if stem and len(stem) < len(file_name):
                matching.setdefault(suffix, []).append(offer.full_name)
        if matching:
            return _only(file_name, matching[max(matching, key=len)])
    suffixes = ", ".join(sorted(known)) or "none"
    broken = f"; not usable: {', '.join(unusable)}" if unusable else ""
    raise UnknownExporterError(
        f"no format for {kind_words([kind])} has the suffix of {file_name!r};"
        f" there are {suffixes}{broken};"
        f" or name the format{_advice(file_name)}"
    )


def _only(file_name: str, full_names: list[str]) -> str:
    if len(full_names) > 1:
        choices = " or ".join(map(_short, full_names))
        raise AmbiguousExporterError(f"{file_name!r} can be {choices}; name the format")
    return _short(full_names[0])


def _short(full_name: str) -> str:
    """The name as `exporter_names` has it."""
    return full_name.partition(":")[2] if _is_plain(full_name) else full_name


def _is_plain(full_name: str) -> bool:
    """Whether the name alone is enough."""
    return full_name.partition(":")[2] in exporter_names()


def _advice(file_name: str) -> str:
    folded = file_name.casefold()
    return next((f" ({told})" for end, told in _INSTEAD.items() if folded.endswith(end)), "")
