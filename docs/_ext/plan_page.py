# ruff: noqa: INP001 - a script beside the extensions of Sphinx
"""The picture of the page of a plan: the bundled work plan, as a browser shows it.

After a change of the exporter run `python docs/_ext/plan_page.py`; it needs Chromium.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from customs_coop.datasets import bundled_dossier
from customs_coop.exporters import write


def main(picture: Path) -> None:
    """Write the page and take a picture of its upper part."""
    with tempfile.TemporaryDirectory() as folder:
        page = write(bundled_dossier(), Path(folder, "plan.html"), plan="AP1")
        command = [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--window-size=1200,1250",
            "--virtual-time-budget=2000",
            f"--user-data-dir={folder}/profile",
            f"--screenshot={picture}",
            page.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words


if __name__ == "__main__":
    default = Path(__file__).parents[1] / "images" / "page.png"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
