# ruff: noqa: INP001 - a script beside the extensions of Sphinx
"""The pictures of the pages: drawn by the exporters from the bundled dossier.

After a change of the dossier or an exporter run `python docs/_ext/pictures.py`; a test says when.
"""

import sys
from pathlib import Path

from customs_coop.datasets import bundled_dossier
from customs_coop.exporters import export

PICTURES: dict[str, tuple[str, dict[str, object]]] = {
    "graph.svg": ("graph-svg", {"kinds": "action, recommendation, plan"}),
    "graph-around.svg": (
        "graph-svg",
        {
            "around": "AP5/5.10",
            "kinds": "action, recommendation",
            "links": "takes up, uses the recommendations of, arises from",
        },
    ),
    "timeline.svg": ("timeline-svg", {"plan": "AP1", "on": "2006-03-01"}),
}


def picture(name: str) -> str:
    """Draw one picture."""
    to, options = PICTURES[name]
    content = export(bundled_dossier(), to, **options)
    assert isinstance(content, str)  # noqa: S101 - both formats give text
    return content


def main(folder: Path) -> None:
    """Draw all."""
    for name in PICTURES:
        (folder / name).write_text(picture(name), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "images")
