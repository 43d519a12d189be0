# ruff: noqa: INP001 - a script beside the extensions of Sphinx
"""The picture of a marked table: the bundled work plan against an invented edit of it.

After a change of the exporter run `python docs/_ext/marked_table.py`; it needs LibreOffice
(`soffice`) and poppler (`pdftoppm`).
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import attrs

from customs_coop.comparison import diff
from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import parse_deadline
from customs_coop.exporters import write
from customs_coop.model import Action, ActionPlan, Indicator, Involvement, Priority, Role
from customs_coop.references import DocumentNumber

_PAGE = 2


def edited(plan: ActionPlan) -> ActionPlan:
    """The work plan with a row added, one removed, and words changed."""
    new = Action(
        code="3.2",
        title="Train officers at small ports in the use of mobile scanners",
        work_area="3",
        objectives=["B"],
        priority=Priority.MEDIUM,
        indicators=[
            Indicator(text="Courses held by end 2006", deadlines=[parse_deadline("by end 2006")])
        ],
        involved=[Involvement(party="CCWP", role=Role.RESPONSIBLE)],
    )
    actions = []
    for action in plan:
        if action.code.text == "2.2":
            rest = action.indicators[1:]
            first = Indicator(text="Report on the exchange by June 2006")
            title = action.title.replace("Regular exchange", "Daily exchange")
            actions.append(attrs.evolve(action, title=title, indicators=[first, *rest]))
        elif action.code.text == "3.1":
            involved = [one for one in action.involved if one.party != "OLAF"]
            actions += [attrs.evolve(action, priority=Priority.LOW, involved=involved), new]
        elif action.code.text != "2.3":
            actions.append(action)
    document = DocumentNumber.parse("14680/1/05 REV 1 ENFOCUSTOM 74 LIMITE")
    return attrs.evolve(plan, document=document, actions=actions)


def main(picture: Path) -> None:
    """Write the document, print it, and take one of its pages."""
    plan = bundled_dossier().plan_by_id("AP1")
    with tempfile.TemporaryDirectory() as folder:
        write(diff(plan, edited(plan)), Path(folder, "diff.docx"))
        profile = f"-env:UserInstallation={Path(folder, 'office').as_uri()}"
        for command in (
            ["soffice", profile, "--headless", "--convert-to", "pdf", "diff.docx"],
            ["pdftoppm", "-r", "80", "-f", str(_PAGE), "-singlefile", "-png", "diff.pdf", "diff"],
        ):
            subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - fixed words
        picture.write_bytes(Path(folder, "diff.png").read_bytes())


if __name__ == "__main__":
    default = Path(__file__).parents[1] / "images" / "diff.png"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
