"""What a process costs: the import of the package, and the command."""

from importlib.resources import files

from measuring import Pair, process

__all__ = ["import_", "show"]


def import_() -> Pair:
    """Import the package, against importing attrs (P1; interpreter start included in both)."""
    return process("-c", "import customs_coop"), process("-c", "import attrs")


# The bundled plan as plain classes, as one would load it without the package.
_PLAIN = """
import json, sys
import attrs, cattrs, click

@attrs.frozen
class Deadline:
    type: str
    text: str = ""
    earliest: str | None = None
    latest: str | None = None

@attrs.frozen
class Involvement:
    role: str
    party: str
    text: str = ""

@attrs.frozen
class Indicator:
    text: str = ""
    deadlines: tuple[Deadline, ...] = ()

@attrs.frozen
class Action:
    code: str
    title: str
    work_area: str | None = None
    priority: str | None = None
    objectives: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    involved: tuple[Involvement, ...] = ()
    deadlines: tuple[Deadline, ...] = ()

@attrs.frozen
class Plan:
    id: str
    title: str
    actions: tuple[Action, ...] = ()

@attrs.frozen
class Dossier:
    plans: tuple[Plan, ...] = ()

@click.command()
@click.argument("path")
def show(path):
    with open(path, encoding="utf-8") as file:
        dossier = cattrs.Converter(detailed_validation=False).structure(json.load(file), Dossier)
    for action in dossier.plans[0].actions:
        click.echo(action.code + " " + action.title)

show()
"""


def show() -> Pair:
    """Show the bundled plan, against a process that loads the same JSON with cattrs (P2)."""
    path = files("customs_coop.datasets") / "customs_cooperation.json"
    return process("-m", "customs_coop", "show", "AP1"), process("-c", _PLAIN, str(path))
