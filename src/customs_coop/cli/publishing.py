"""What the package publishes for other programs: the JSON Schemas of its files."""

from pathlib import Path

import click

from customs_coop.cli.options import FORCE, OUT
from customs_coop.cli.outputs import refuse_outputs, write_together
from customs_coop.cli.streams import hand_over
from customs_coop.schema import SCHEMA_KINDS, schema_text

__all__ = ["schema"]


@click.command()
@click.argument("kind", type=click.Choice(SCHEMA_KINDS), default="dossier")
@OUT
@FORCE
def schema(*, kind: str, out: Path | None, force: bool) -> None:
    """Print the JSON Schema of a KIND of file.

    KIND is dossier (where none is named), ledger, diff or baseline. Any validator of draft 2020-12
    checks files with it, such as check-jsonschema.
    """
    text = schema_text(kind)
    if out is None:
        hand_over(text)
        return
    refuse_outputs([out], [], force=force)
    write_together({out: text.encode()})
