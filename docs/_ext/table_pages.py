# ruff: noqa: INP001 - a script beside the extensions of Sphinx
"""The pictures of the Council table in Word: pages of two bundled plans, drawn by LibreOffice.

After a change of the table run `python docs/_ext/table_pages.py`. It needs `soffice` and `pdftoppm`
(Debian: libreoffice-writer, poppler-utils). Another version of LibreOffice may break lines
elsewhere, so no test compares the pictures.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from customs_coop.datasets import bundled_dossier
from customs_coop.exporters import write

PAGES = {
    "council-table-2005.png": ("AP1", 2),
    "council-table-2011.png": ("AP5", 1),
}
"""The plan, and the page that shows most of what a table can hold."""

_DOTS = 90  # an inch


def _draw(folder: Path, target: Path) -> None:
    plans = sorted({plan for plan, _ in PAGES.values()})
    files = [
        write(bundled_dossier(), folder / f"{plan}.docx", to="council-docx", plan=plan)
        for plan in plans
    ]
    # One start for all files: it takes seconds. It keeps its profile in the home folder.
    subprocess.run(  # noqa: S603 - no words of a user stand in it
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, *files],  # noqa: S607 - where it lies depends on the machine
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(folder)},
        timeout=200,
    )
    for name, (plan, page) in PAGES.items():
        subprocess.run(  # noqa: S603 - as above
            [
                *("pdftoppm", "-singlefile", "-png", "-r", str(_DOTS), "-f", str(page)),
                *(
                    "-l",
                    str(page),
                    str(folder / f"{plan}.pdf"),
                    str((target / name).with_suffix("")),
                ),
            ],
            check=True,
            timeout=100,
        )


def main(target: Path) -> None:
    """Draw all pictures."""
    with tempfile.TemporaryDirectory() as folder:
        _draw(Path(folder), target)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "images")
