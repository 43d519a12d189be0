"""Web pages that need nothing else, filled from the templates of this package."""

import base64
import functools
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from customs_coop.formats.characters import replace_illegal

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Script", "script_of", "shares", "web_page"]


@attrs.frozen
class Script:
    """A script inside a page.

    Args:
        text: Its text, which holds no word of a plan.
        source: What a page allows to run it, and nothing else: a source of the Content Security
            Policy (level 3, section 2.3.1).
    """

    text: str
    source: str


def shares(widths: Iterable[int]) -> list[str]:
    """The widths of columns in per cent of all.

    Example:
        >>> shares([1, 1, 2])
        ['25.00', '25.00', '50.00']
    """
    found = tuple(widths)
    return [f"{100 * width / sum(found):.2f}" for width in found]


def web_page(template: str, **values: object) -> str:
    """Fill a template; every text is escaped, and a value that is not there is an error.

    Args:
        template: The name of the file among the templates.
        **values: What the template names.

    Returns:
        The text of an .html file, without characters that HTML forbids.
    """
    # Once for the whole page: quicker than for each cell.
    return replace_illegal(_environment().get_template(template).render(**values))


@functools.cache
def script_of(name: str) -> Script:
    """A script of this package.

    Args:
        name: The name of the file among the templates.
    """
    environment = _environment()
    assert environment.loader is not None  # noqa: S101 - it is made with one
    text = f"\n{environment.loader.get_source(environment, name)[0]}"
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Script(text, f"'sha256-{digest}'")


# Kept, because to compile a template takes ten times as long as to fill it for a small plan.
@functools.cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("customs_coop.exporters", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
