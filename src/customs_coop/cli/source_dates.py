"""The day that a build says its sources are of: SOURCE_DATE_EPOCH.

Only the command line looks at the environment; https://reproducible-builds.org/specs/ has the rule.
"""

import datetime as dt
import os
from collections.abc import Mapping

import click

__all__ = ["with_source_date"]

_NAME = "SOURCE_DATE_EPOCH"
_OPTION = "source_date"
_LONGEST = 12
_LAST = dt.datetime(9999, 12, 31, tzinfo=dt.UTC).timestamp()


def with_source_date(options: Mapping[str, object], to: str) -> dict[str, object]:
    """The options of a format, with the day of the sources where it has such an option.

    Args:
        options: The options that were given; the day among them stays.
        to: The name of the format.

    Raises:
        click.UsageError: The environment holds something else than seconds since 1970.
        CustomsCoopError: There is no such format, or it is broken.
    """
    told = os.environ.get(_NAME, "").strip()
    if not told or _OPTION in options or not _has_the_option(to):
        return dict(options)
    if not (told.isascii() and told.isdecimal() and len(told) <= _LONGEST and int(told) < _LAST):
        message = f"{_NAME} is a number of seconds since 1970, not {told[:40]!r}"
        raise click.UsageError(message)
    day = dt.datetime.fromtimestamp(int(told), tz=dt.UTC).date()
    return {**options, _OPTION: day.isoformat()}


def _has_the_option(to: str) -> bool:
    from customs_coop.exporters import load_exporter
    from customs_coop.exporters.options import option_names

    return _OPTION in option_names(load_exporter(to))
