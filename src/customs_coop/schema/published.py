"""Hands out the schemas that lie beside this module."""

from customs_coop.errors import InvalidValueError

__all__ = ["SCHEMA_KINDS", "schema_text"]

SCHEMA_KINDS = ("dossier", "ledger", "diff", "baseline", "state")
"""The kinds of file that have a schema."""


def schema_text(kind: str = "dossier") -> str:
    """The JSON Schema of a kind of file, as text.

    Any validator of draft 2020-12 checks a file with it, in any language, without this library.
    It says what a file may hold; what no schema can say, such as that a ledger balances, is seen
    when the file is read.

    Args:
        kind: "dossier", "ledger" (of a rollover), "diff", "baseline" (of links) or "state" (of
            play).

    Returns:
        The schema, as it stands in the package.

    Raises:
        InvalidValueError: No kind of file has that name.

    Example:
        >>> import json
        >>> schema = json.loads(schema_text("ledger"))
        >>> schema["properties"]["schema"]["const"], schema["required"]
        ('customs_coop.ledger/1', ['schema', 'old', 'new'])
    """
    if kind not in SCHEMA_KINDS:
        known = ", ".join(SCHEMA_KINDS)
        raise InvalidValueError(f"no kind of file is called {kind!r}; there are {known}")
    from importlib.resources import files  # here, so that the import of the package stays light

    return files("customs_coop.schema").joinpath(f"{kind}.schema.json").read_text(encoding="utf-8")
