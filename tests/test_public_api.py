"""The public names: what is here, other programs are written against."""

import ast
import importlib
import inspect
from pathlib import Path

import attrs
import pytest

import customs_coop
from customs_coop.rooms import ROOM_OF, VERBS
from folded import every_case

SNAPSHOT = Path(__file__).parent / "public_api.txt"


def described() -> str:
    names = []
    for name in customs_coop.__all__:
        value = getattr(customs_coop, name)
        if inspect.isfunction(value):
            parameters = ", ".join(
                ("*" if p.kind is p.VAR_POSITIONAL else "**" if p.kind is p.VAR_KEYWORD else "")
                + p.name
                + ("" if p.default is p.empty else "=...")
                for p in inspect.signature(value).parameters.values()
            )
            names.append(f"{name}({parameters})")
        elif inspect.isclass(value) and attrs.has(value):
            names.append(f"{name}({', '.join(f.alias or f.name for f in attrs.fields(value))})")
        else:
            names.append(name)
    return "\n".join(names) + "\n"


def test_the_public_names_are_those_of_the_snapshot() -> None:
    """A change here is a change for every user: say it in CHANGELOG.md."""
    assert described() == SNAPSHOT.read_text(encoding="utf-8")


def test_all_is_sorted_and_complete() -> None:
    names = customs_coop.__all__
    assert len(names) == len(set(names))
    constants = [n for n in names if n.isupper()]
    classes = [n for n in names if n[0].isupper() and not n.isupper()]
    functions = [n for n in names if n[0].islower()]
    assert names == [*sorted(constants), *sorted(classes), *sorted(functions)]
    assert {name for names in imports_of_the_facade().values() for name in names} == set(names)


def imports_of_the_facade() -> dict[str, tuple[str, ...]]:
    """The names that the facade imports of each room, at once or for type checkers only."""
    tree = ast.parse(inspect.getsource(customs_coop))
    return {
        node.module.removeprefix("customs_coop."): tuple(alias.name for alias in node.names)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module is not None
        and node.module.startswith("customs_coop.")
        and node.module != "customs_coop.rooms"
    }


def test_the_names_that_come_late_are_those_that_type_checkers_see() -> None:
    imported = imports_of_the_facade()
    assert {room: imported[room] for room in VERBS} == VERBS


def test_a_name_that_comes_late_is_the_one_of_its_room() -> None:
    for name, room in ROOM_OF.items():
        value = getattr(customs_coop, name)
        assert value is getattr(importlib.import_module(f"customs_coop.{room}"), name)
        assert vars(customs_coop)[name] is value, "asked for once"


def test_a_room_can_be_reached_by_its_name() -> None:
    graph = getattr(customs_coop, "graph")  # noqa: B009  type checkers want it imported
    assert graph is importlib.import_module("customs_coop.graph")
    assert set(customs_coop.__all__) <= set(dir(customs_coop))


def test_an_unknown_name_is_an_ordinary_error() -> None:
    with pytest.raises(
        AttributeError, match="module 'customs_coop' has no attribute 'rollover_plan'"
    ):
        getattr(customs_coop, "rollover_plan")  # noqa: B009  type checkers refuse the plain form


@every_case("name", customs_coop.__all__)
def test_every_public_function_and_class_has_a_docstring_of_sentences(name: str) -> None:
    value = getattr(customs_coop, name)
    if inspect.isfunction(value) or inspect.isclass(value):
        doc = inspect.getdoc(value)
        assert doc
        assert doc.splitlines()[0].endswith((".", ":"))


@every_case("name", customs_coop.__all__)
def test_every_public_function_shows_an_example(name: str) -> None:
    value = getattr(customs_coop, name)
    if inspect.isfunction(value):
        assert ">>> " in (inspect.getdoc(value) or "")


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert customs_coop.__version__ == version("customs-coop")
