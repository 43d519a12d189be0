"""The pictures in the documentation are what the exporters draw today."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from drawn_files import needs_graphviz, read_drawing, tips_of, words_of

DOCS = Path(__file__).resolve().parents[2] / "docs"
STALE = "draw them again with: python docs/_ext/pictures.py"


def drawer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures", DOCS / "_ext" / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shown(name: str) -> str:
    return (DOCS / "images" / name).read_text(encoding="utf-8")


def test_the_timeline_is_drawn_as_it_is_today() -> None:
    assert shown("timeline.svg") == drawer().picture("timeline.svg"), STALE


@pytest.mark.parametrize("name", ["progress.svg", "burndown.svg", "indicators.svg"])
def test_the_charts_are_drawn_as_they_are_today(name: str) -> None:
    assert shown(name) == drawer().picture(name), STALE


@needs_graphviz
@pytest.mark.parametrize("name", ["graph.svg", "graph-around.svg"])
def test_the_graph_says_what_it_says_today(name: str) -> None:
    # Not byte for byte: where things stand is for Graphviz to choose, release by release.
    old, new = (read_drawing(text) for text in (shown(name), drawer().picture(name)))
    assert words_of(old) == words_of(new), STALE
    assert tips_of(old) == tips_of(new), STALE


@pytest.mark.parametrize("path", sorted((DOCS / "images").glob("*.svg")), ids=lambda p: p.name)
def test_a_picture_is_small_and_belongs_to_a_page(path: Path) -> None:
    assert path.stat().st_size < 300_000
    assert any(path.name in page.read_text(encoding="utf-8") for page in DOCS.rglob("*.md"))
    read_drawing(path.read_text(encoding="utf-8"))
