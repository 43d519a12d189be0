"""The documentation is true: every snippet runs, and nothing public is left out."""

import doctest
import importlib
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import click
import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

import customs_coop
from customs_coop.cli.commands import COMMANDS
from customs_coop.deadline import CONVENTIONS, Deadline, parse_deadline
from customs_coop.diagnostics import CATALOGUE
from folded import every_case

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
COMMAND_LINE = DOCS / "reference" / "command-line.md"


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def evaluate_console(example: Example, run: Callable[[str], str]) -> str | None:
    """Run each line after "$ " and compare what it prints; "..." stands for anything."""
    lines = str(example.parsed).splitlines()
    wanted: list[str] = []
    steps: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            wanted = []
            steps.append((line.removeprefix("$ "), wanted))
        else:
            wanted.append(line)
    assert steps, "a console snippet has a line that begins with $"
    for command, expected in steps:
        got = run(command)
        want = "".join(f"{line}\n" for line in expected)
        if not doctest.OutputChecker().check_output(want, got, doctest.ELLIPSIS):
            return f"$ {command}\nwanted:\n{want}\ngot:\n{got}"
    return None


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_snippet_runs_and_prints_what_it_shows(
    page: Path,
    shell: Callable[[str], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys, "path", [*sys.path])  # one page puts a plugin on it
    flags = doctest.ELLIPSIS | doctest.REPORT_NDIFF
    sybil = Sybil(
        parsers=[
            PythonCodeBlockParser(doctest_optionflags=flags),
            CodeBlockParser(
                language="console", evaluator=lambda example: evaluate_console(example, shell)
            ),
        ]
    )
    for example in sybil.parse(page).examples():
        example.evaluate()


@every_case("page", PAGES)
def test_every_fence_names_a_language_that_is_run_or_only_read(page: Path) -> None:
    opened = re.findall(r"^ *```(\S*).*\n(?:.*\n)*?^ *```$", page.read_text("utf-8"), re.MULTILINE)
    known = {"python", "console", "sh", "text", "toml"}
    directives = {"{toctree}", "{glossary}", "{eval-rst}"}
    assert set(opened) <= known | directives


@every_case("page", PAGES)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target


def test_pictures_stay_small() -> None:
    for picture in (DOCS / "images").iterdir():
        assert picture.stat().st_size < 250_000, picture.name


def test_every_page_stands_in_a_table_of_contents() -> None:
    listed = set()
    for page in DOCS.rglob("*.md"):
        for tree in re.findall(r"```\{toctree\}\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            for line in tree.splitlines():
                if line.strip() and not line.startswith(":"):
                    listed.add((page.parent / f"{line.strip()}.md").resolve())
    assert listed == {page for page in DOCS.rglob("*.md") if page != DOCS / "index.md"}


def test_the_glossary_comes_first() -> None:
    index = (DOCS / "index.md").read_text("utf-8")
    first = re.search(r"```\{toctree\}\n(?::.*\n|\n)*(.+)\n", index)
    assert first is not None
    assert first[1] == "glossary"


def test_every_name_of_the_facade_is_described() -> None:
    pages = "".join(page.read_text("utf-8") for page in (DOCS / "reference").rglob("*.md"))
    rooms = [importlib.import_module(name) for name in re.findall(r"automodule:: (\S+)", pages)]
    described = {id(getattr(room, name)) for room in rooms for name in room.__all__}
    missing = [n for n in customs_coop.__all__ if id(getattr(customs_coop, n)) not in described]
    assert missing == []


def test_every_name_of_the_facade_is_listed_with_a_few_words(generated: ModuleType) -> None:
    rows = re.findall(r"^\| \{py:obj\}`(\w+) <\S+>` \| (.+) \|$", generated.facade(), re.MULTILINE)
    assert [name for name, _ in rows] == customs_coop.__all__


def test_every_constant_and_union_has_a_few_words(generated: ModuleType) -> None:
    for room in generated.ROOMS:
        generated.data_of(room)  # raises where nothing is said


def test_every_diagnostic_has_a_heading(generated: ModuleType) -> None:
    headings = re.findall(r"^### (CC\d{3}): \S.*$", generated.diagnostics(), re.MULTILINE)
    assert headings == list(CATALOGUE)


def test_the_shown_phrases_need_every_convention_and_have_every_kind(
    generated: ModuleType,
) -> None:
    readings: list[Deadline] = [
        parse_deadline(phrase, within=generated.WINDOW) for phrase in generated.PHRASES
    ]
    assert {one.convention for one in readings} - {None} == set(CONVENTIONS)
    kinds = {"By", "During", "Recurring", "Relative", "Undetermined"}
    assert {type(one).__name__ for one in readings} == kinds


def test_every_generated_piece_is_asked_for_once(generated: ModuleType) -> None:
    asked = [
        piece
        for page in DOCS.rglob("*.md")
        for piece in re.findall(r"^% generated: (\S+)$", page.read_text("utf-8"), re.MULTILINE)
    ]
    assert sorted(asked) == sorted(generated.PIECES)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_page_on_the_command_line_has_every_command_and_option(command: click.Command) -> None:
    page = COMMAND_LINE.read_text("utf-8")
    section = re.search(rf"^## {command.name}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert section is not None
    assert_section_is_complete(section[1], command)
    for below in commands_below(command):
        head = rf"^### {command.name} {below.name}\n(.*?)(?=^### |\Z)"
        part = re.search(head, section[1], re.MULTILINE | re.DOTALL)
        assert part is not None, below.name
        assert_section_is_complete(part[1], below)


def commands_below(command: click.Command) -> list[click.Command]:
    return list(command.commands.values()) if isinstance(command, click.Group) else []


def assert_section_is_complete(section: str, command: click.Command) -> None:
    for parameter in command.params:
        shown = parameter.metavar or parameter.name.upper()
        names = parameter.opts if isinstance(parameter, click.Option) else [shown]
        for name in names:
            assert re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", section), name


def test_the_page_on_the_command_line_has_no_option_too_many() -> None:
    page = COMMAND_LINE.read_text("utf-8")
    known = {"--help", "--version"}
    commands = [one for command in COMMANDS for one in (command, *commands_below(command))]
    known |= {name for command in commands for option in command.params for name in option.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page)) <= known


def test_the_version_is_one_and_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == customs_coop.__version__


def test_the_changelog_begins_with_what_is_not_released_and_knows_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## \[?([^\]\n]+?)\]?(?: - \S+)?$", changelog, re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert headings[1] == customs_coop.__version__


@every_case("page", PAGES)
def test_a_line_holds_one_sentence(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    two = [line for line in text.splitlines() if re.search(r"[a-z`)\"][.!?] [A-Z]", line)]
    assert [line for line in two if not line.startswith(("|", "%"))] == []
