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
    ("collector", "errors", "rooms", "schema"),
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
    "xlsxwriter": "formats.xlsx",
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


@functools.cache
def imports_of(path: Path) -> tuple[str, ...]:
    """Every module that is imported, when the file is loaded or later."""
    return tuple(find_imports(path))


def statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """All statements, also those of functions; expressions import nothing, and are many."""
    waiting: list[ast.AST] = [*tree.body]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, ast.stmt):
            yield node
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            waiting += getattr(node, name, None) or ()


def find_imports(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    guarded = {
        id(inner)
        for node in (ast.walk(tree_of(path)) if "TYPE_CHECKING" in text else ())
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in statements(tree_of(path)):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            assert node.module is not None
            yield node.module
            if node.module == PACKAGE or node.module.startswith(PACKAGE + "."):
                for alias in node.names:
                    if (
                        (ROOT.parent / f"{node.module}.{alias.name}".replace(".", "/"))
                        .with_suffix(".py")
                        .is_file()
                    ):
                        yield f"{node.module}.{alias.name}"


def own_imports(path: Path) -> Iterator[str]:
    for name in imports_of(path):
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


# Each rule is one test for all modules: a test for each of them would cost more than it finds.


def test_the_modules_are_there() -> None:
    assert {"__init__", "errors", "model", "readers", "cli"} <= {name_of(path) for path in MODULES}


def upward(path: Path) -> Iterator[str]:
    """The imports of a module that go to no lower layer."""
    room = room_of(name_of(path))
    level, place = level_of(room)
    for name in own_imports(path):
        other = room_of(name)
        if other == room:
            continue
        other_level, other_place = level_of(other)
        same_row = other_level == level and -1 not in (place, other_place) and other_place < place
        if not (other_level < level or same_row):
            yield f"{name_of(path)} imports {name}"


def test_a_module_imports_from_its_own_room_and_from_lower_layers() -> None:
    assert [wrong for path in MODULES for wrong in upward(path)] == []


def astray(path: Path) -> Iterator[str]:
    """The heavy libraries that a module imports outside their homes."""
    module = name_of(path)
    for name in imports_of(path):
        for library, home in HOMES.items():
            of_library = name == library or name.startswith(library + ".")
            if of_library and not (module == home or module.startswith(home + ".")):
                yield f"{module} imports {name}"


def test_a_heavy_library_is_imported_in_its_one_home() -> None:
    assert [wrong for path in MODULES for wrong in astray(path)] == []


def test_no_module_has_more_than_400_lines() -> None:
    lines = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {module: count for module, count in lines.items() if count > 400} == {}


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


def test_no_public_function_bears_the_name_of_its_module() -> None:
    assert [
        name_of(path)
        for path in MODULES
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef) and node.name == name_of(path).split(".")[-1]
    ] == []


def test_every_module_says_in_its_first_line_what_it_is_about() -> None:
    docs = {name_of(path): ast.get_docstring(tree_of(path)) for path in MODULES}
    assert [module for module, doc in docs.items() if doc is None or len(doc) <= 10] == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "misc", "common"}
    assert [name_of(path) for path in MODULES if path.stem in drawers] == []
