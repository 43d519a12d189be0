"""The shape of the house: layers, homes of heavy imports, size of modules, names."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "customs_coop"
ROOT = Path(__file__).resolve().parents[1] / "src" / PACKAGE

# Lowest first; inside a row, each room may use those to its left.
LAYERS = (
    ("errors",),
    ("diagnostics",),
    ("dates", "presidency", "recurrence", "deadline"),
    ("model",),
    ("serialization", "graph"),  # a baseline of links is written as JSON
    ("comparison", "validation"),
    ("formats",),
    ("readers",),
    ("loading", "datasets"),
    ("__init__",),
    ("cli", "__main__"),
)
# Rooms that stand in the same row as others and use none of them.
ALONE = {
    "references": 2,
    "rollover": 5,
    "monitoring": 5,
    "exporters": 7,
    "testing": 10,
}

# Each heavy library has one home: a module or a package below it.
HOMES = {
    "cattrs": "serialization",
    "networkx": "graph",
    "importlib.metadata": "exporters.registry",
    "docx": "formats.word",
    "pdfminer": "formats.pdf",
    "pdfplumber": "formats.pdf",
    "icalendar": "formats.calendars",
    "jinja2": "exporters",
    "click": "cli",
    "hypothesis": "testing",
}

MODULES = sorted(ROOT.rglob("*.py"))


def name_of(path: Path) -> str:
    """The dotted name below the package, such as "model.plan"; "model" for its __init__."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    if parts[-1] == "__init__" and len(parts) > 1:
        parts = parts[:-1]
    return ".".join(parts)


def room_of(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module that is imported, and whether that happens when the file itself is loaded."""
    guarded = {
        id(inner)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    late = {
        id(inner)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree_of(path)):
        if id(node) in guarded:
            continue
        at_load = id(node) not in late
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, at_load
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            assert node.module is not None
            yield node.module, at_load
            if node.module == PACKAGE or node.module.startswith(PACKAGE + "."):
                for alias in node.names:
                    if (
                        (ROOT.parent / f"{node.module}.{alias.name}".replace(".", "/"))
                        .with_suffix(".py")
                        .is_file()
                    ):
                        yield f"{node.module}.{alias.name}", at_load


def own_imports(path: Path) -> Iterator[str]:
    for name, _ in imports_of(path):
        if name == PACKAGE:
            yield "__init__"
        elif name.startswith(PACKAGE + "."):
            yield name.removeprefix(PACKAGE + ".")


def level_of(room: str) -> tuple[int, int]:
    if room in ALONE:
        return ALONE[room], -1
    for level, row in enumerate(LAYERS):
        if room in row:
            return level, row.index(room)
    pytest.fail(f"the room {room} has no layer")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_from_its_own_room_and_from_lower_layers(path: Path) -> None:
    room = room_of(name_of(path))
    level, place = level_of(room)
    for name in own_imports(path):
        other = room_of(name)
        if other == room:
            continue
        other_level, other_place = level_of(other)
        same_row = other_level == level and -1 not in (place, other_place) and other_place < place
        assert other_level < level or same_row, f"{name_of(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_heavy_library_is_imported_in_its_one_home(path: Path) -> None:
    module = name_of(path)
    for name, _ in imports_of(path):
        for library, home in HOMES.items():
            if name == library or name.startswith(library + "."):
                assert module == home or module.startswith(home + "."), f"{module} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_has_more_than_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_no_module_imports_itself_in_a_circle() -> None:
    names = {name_of(path) for path in MODULES}
    edges = {
        name_of(path): {
            name
            for name in own_imports(path)
            # A package stands for its __init__, which its own modules do not import.
            if name in names and name != name_of(path)
        }
        for path in MODULES
    }
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail[trail.index(module) :], module))
        if module not in done:
            for other in sorted(edges[module]):
                visit(other, (*trail, module))
            done.add(module)

    for module in sorted(edges):
        visit(module, ())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_public_function_bears_the_name_of_its_module(path: Path) -> None:
    module = name_of(path).split(".")[-1]
    functions = [node.name for node in tree_of(path).body if isinstance(node, ast.FunctionDef)]
    assert module not in functions


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_in_its_first_line_what_it_is_about(path: Path) -> None:
    doc = ast.get_docstring(tree_of(path))
    assert doc is not None
    assert len(doc) > 10


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_a_drawer_for_odds_and_ends(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "misc", "common"}
