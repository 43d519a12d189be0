"""Web pages that need nothing else, filled from the templates of this package."""

from customs_coop.formats.characters import replace_illegal

__all__ = ["web_page"]


def web_page(template: str, **values: object) -> str:
    """Fill a template; every text is escaped, and a value that is not there is an error.

    Args:
        template: The name of the file among the templates.
        **values: What the template names.

    Returns:
        The text of an .html file, without characters that HTML forbids.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("customs_coop.exporters", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Once for the whole page: quicker than for each cell.
    return replace_illegal(environment.get_template(template).render(**values))
