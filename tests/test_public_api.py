"""The public names: what is here, other programs are written against."""

import ast
import inspect
from pathlib import Path

import attrs

import customs_coop
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
    tree = ast.parse(inspect.getsource(customs_coop))
    imported = {
        alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert imported == set(names)


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
