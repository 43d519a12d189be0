# ruff: noqa: INP001, ANN401 - Sphinx finds extensions by their path, and hands over any value
"""Pages that are made from the tables of the library when the documentation is built.

A page asks for a piece with a line such as `% generated: diagnostics`; the piece replaces it
before the page is read, so that what the page says is what the library holds.
"""

import ast
import enum
import importlib
import inspect
import json
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import customs_coop
from customs_coop.deadline import CONVENTIONS, Deadline, parse_deadline
from customs_coop.diagnostics import CATALOGUE
from customs_coop.exporters import exporter_names, exporter_options, load_exporter
from customs_coop.exporters.fidelity import not_carried
from customs_coop.exporters.subjects import accepted_by, kind_words
from customs_coop.formats.columns import (
    COLUMN_SETS,
    HEADINGS,
    LANGUAGES,
    OTHER_HEADINGS,
    Column,
    column_set,
)
from customs_coop.model import KNOWN_PARTIES, PartyName
from customs_coop.model.party import MEMBER_STATES, PARTNER_COUNTRIES
from customs_coop.readers import layouts as all_layouts
from customs_coop.references import EXTRACTORS
from customs_coop.schema import SCHEMA_KINDS, schema_text
from customs_coop.validation import RULES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_ASKED = re.compile(r"^% generated: ([a-z-]+)$", re.MULTILINE)

_ROOMS = {
    "1": "Reading",
    "2": "Identity",
    "3": "Time",
    "4": "Responsibility",
    "5": "Citations",
    "6": "Rollover",
    "7": "Export",
    "8": "Monitoring",
}

# The window in which the phrases without a year are read.
WINDOW = "2011-07-01/2012-12-31"

PHRASES = (
    "28.02.2006",
    "30 June 1998",
    "by 30 June 1998",
    "before 1 July 1998",
    "June 1998",
    "2006",
    "by June 1998",
    "by the end of 1998",
    "by mid-1998",
    "by the beginning of 1998",
    "during 1998",
    "first half of 1998",
    "end of 2011 - mid 2012",
    "third quarter of 1998",
    "early 1998",
    "mid 1998",
    "late June 1998",
    "about June 1998",
    "July 2008 December 2009",
    "31.12.06",
    "2005-08",
    "2005–08",
    "spring 1998",
    "before summer 1998",
    "II/2005",
    "week 23 of 1998",
    "June or July 1998",
    "June 1998 (tbc)",
    "by 31 March each year",
    "annually, in spring",
    "twice a year",
    "biannually",
    "June 1998 and annually",
    "every year, starting in 2012",
    "monthly until June 1998",
    "Final report (June 1998)",
    "by June",
    "during the Polish Presidency",
    "during the Belgian Presidency",
    "since January 2004",
    "every two years",
    "once per Presidency",
    "ongoing",
    "at least one month before the next conference",
    "within 1 year of adoption",
    "within 6 months of 1 January 1998",
    "tbc",
    "in the near future",
    "au plus tard fin 1998",
    "1er semestre 1998",
    "une fois par présidence",
    "bis Ende 1998",
    "im zweiten Quartal 1998",
    "innerhalb von drei Monaten nach Annahme",
    "1998-37",
    "[..1998-06-30]",
)
"""Phrases of every kind that the page on deadlines shows."""


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def diagnostics() -> str:
    """Every code of the catalogue, by room."""
    parts = []
    for hundred, entries in groupby(CATALOGUE.values(), key=lambda entry: entry.code[2]):
        parts.append(f"## {_ROOMS[hundred]}")
        for entry in entries:
            parts += [
                f"({entry.code.lower()})=\n\n### {entry.code}: {entry.title}",
                f"Severity: {entry.severity.value}.",
                f"{entry.meaning}",
                f"**What to do.** {entry.remedy}",
            ]
    return "\n\n".join(parts)


def conventions() -> str:
    """The table of conventions."""
    rows = ((f"`{row.id}`", row.reads, row.how, row.reason) for row in CONVENTIONS.values())
    return _table(("row", "for", "is read as", "because"), rows)


def readings() -> str:
    """What `parse_deadline` makes of phrases of every kind."""
    return _table(
        ("words", "kind", "earliest", "latest", "ISO 8601-2", "convention"), map(_reading, PHRASES)
    )


def _reading(phrase: str) -> tuple[str, ...]:
    found: Deadline = parse_deadline(phrase, within=WINDOW)
    return (
        phrase,
        f"`{type(found).__name__}`",
        f"`{found.earliest}`" if found.earliest else "",
        f"`{found.latest}`" if found.latest else "",
        f"`{found.edtf}`" if found.edtf else "",
        found.convention or "",
    )


def parties() -> str:
    """The known bodies with their names and the years of these."""
    rows = [
        (
            f"`{body.id}`",
            body.name,
            body.kind.value if body.kind else "",
            f"`{body.part_of}`" if body.part_of else "",
            _names(name for name in body.names if name.text != body.id),
        )
        for body in KNOWN_PARTIES
    ]
    return _table(("id", "name", "kind", "part of", "other names"), rows)


def states() -> str:
    """The Member States of today and of the past, with the years of their membership."""
    rows = []
    for state in MEMBER_STATES:
        since, until = state.names[0].since, state.names[0].until
        member = f"{since.year if since else ''}–{until.year if until else ''}"
        names = ", ".join(name.text for name in state.names if name.text != state.name)
        rows.append((f"`{state.id}`", state.name, names, member))
    return _table(("code", "name", "other names", "member"), rows)


def countries() -> str:
    """The partner countries."""
    rows = (
        (f"`{country.id}`", country.name, _names(country.names)) for country in PARTNER_COUNTRIES
    )
    return _table(("id", "name", "other names"), rows)


def _names(names: Iterable[PartyName]) -> str:
    return ", ".join(_dated(name) for name in names)


def _dated(name: PartyName) -> str:
    """A name with the years in which it was in use, where these are known."""
    if name.since is None and name.until is None:
        return name.text
    first, last = (day.year if day else "" for day in (name.since, name.until))
    return f"{name.text} ({first}–{last})"


def citations() -> str:
    """What the finder makes of the examples of each extractor."""
    parts = []
    for extractor in EXTRACTORS:
        rows = [_citation(example) for example in extractor.examples]
        name = extractor.cites.__name__
        parts += [
            f"### {extractor.name}",
            f"{{py:obj}}`{name} <customs_coop.references.{name}>`",
            _table(("printed", "identity", "address"), rows),
        ]
    return "\n\n".join(parts)


def _citation(example: str) -> tuple[str, ...]:
    reference = customs_coop.find_references(example)[0].reference
    address = reference.url()
    return (
        _plain(example),
        _plain(str(reference)),
        f"[{_tail(address)}]({address})" if address else f"({reference.unresolvable})",
    )


def _plain(text: str) -> str:
    """Words as they are printed, on one line; unlike code they may wrap in a table."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))


def _tail(address: str) -> str:
    """What tells an address from others of its kind: "CELEX:32003D0170", "ST-14680-2005-INIT"."""
    return address.rpartition("uri=")[2] if "uri=" in address else address.split("/")[-3]


def not_citations() -> str:
    """The texts that hold no citation of a kind."""
    rows = [
        (
            extractor.name,
            "; ".join(map(_plain, extractor.counterexamples)),
        )
        for extractor in EXTRACTORS
    ]
    return _table(("kind", "none of that kind"), rows)


def compared() -> str:
    """Which fields of each reference are compared."""
    rows = []
    for extractor in EXTRACTORS:
        fields = attrs.fields(extractor.cites)
        rows.append(
            (
                f"`{extractor.cites.__name__}`",
                ", ".join(f"`{field.name}`" for field in fields if field.eq),
                ", ".join(f"`{field.name}`" for field in fields if not field.eq),
            )
        )
    return _table(("kind", "compared", "kept beside it"), rows)


def rules() -> str:
    """The rules of `validate` in their order."""
    rows = (
        (f"`{rule.__module__.rpartition('.')[2]}.{rule.__name__}`", _first_line(rule))
        for rule in RULES
    )
    return _table(("rule", "why it is asked"), rows)


def layouts() -> str:
    """The layouts that `parse` knows."""
    return _table(
        ("name", "what it is"), ((f"`{one.name}`", _first_line(type(one))) for one in all_layouts())
    )


def columns() -> str:
    """The column sets, with their headings in each language."""
    parts = []
    heads = tuple(f"heading in {_LANGUAGE_NAMES[language]}" for language in LANGUAGES)
    for name in COLUMN_SETS:
        sets = [column_set(name, language) for language in LANGUAGES]
        rows = [
            _headed(same, "a column") for same in zip(*(one.columns for one in sets), strict=True)
        ]
        boxes = zip(*(one.boxes for one in sets), strict=True)
        rows += [_headed(same, "a box below the row") for same in boxes]
        parts += [
            f"### {name}",
            _table((*heads, "what it holds", "where it stands"), rows),
        ]
    parts.append("### further headings")
    for language in LANGUAGES:
        others = [
            (", ".join((HEADINGS[language][column], *names)), f"`{column.value}`")
            for column, names in OTHER_HEADINGS[language].items()
        ]
        title = f"headings in {_LANGUAGE_NAMES[language]} that are read as well"
        parts.append(_table((title, "what the column holds"), others))
    return "\n\n".join(parts)


_LANGUAGE_NAMES = {"en": "English", "fr": "French", "de": "German"}


def _headed(same: Sequence[tuple[Column, str]], place: str) -> tuple[str, ...]:
    """The headings of one column in all languages, what it holds, and where it stands."""
    return (*(heading for _, heading in same), f"`{same[0][0].value}`", place)


def formats() -> str:
    """The built-in formats with their options."""
    parts = []
    for name in exporter_names():
        exporter: Any = load_exporter(name)  # Any: the class of a plugin
        if not exporter.__module__.startswith("customs_coop."):
            continue
        parts += [
            f"## {name}",
            _first_line(exporter),
            f"It takes {kind_words(accepted_by(exporter))}.",
            f"Suffix `{exporter.suffix}`, media type `{exporter.media_type}`.",
        ]
        rows = [
            (f"`{o.name}`", o.takes, f"`{o.default}`" if o.default else "", o.about)
            for o in exporter_options(name)
        ]
        heads = ("option", "takes", "default", "what it is for")
        parts.append(_table(heads, rows) if rows else "It has no options.")
        if "dossier" in accepted_by(exporter):
            parts.append(_not_carried(exporter().carries))
    return "\n\n".join(parts)


def _not_carried(carries: Collection[str]) -> str:
    shown = [f"`{field}`" for field in not_carried(carries)]
    return f"It does not carry {', '.join(shown)}." if shown else "It carries every field."


def facade() -> str:
    """Every name of the package itself, with a link to its description."""
    rows = []
    for name in customs_coop.__all__:
        thing = getattr(customs_coop, name)
        words = _KINDS_OF_DATA.get(name) or _first_line(thing)
        rows.append(("{py:obj}`" + name + " <" + f"{_home(name, thing)}.{name}" + ">`", words))
    return _table(("name", "what it is"), rows)


def json_classes() -> str:
    """Every class of the JSON files with its members, as the published schemas have them."""
    parts: list[str] = []
    known: set[str] = set()
    for kind in SCHEMA_KINDS:
        schema = json.loads(schema_text(kind))
        parts += [f"## Members of a {kind}", schema["description"], _members(schema)]
        new = {one["title"]: one for one in schema["$defs"].values() if one["title"] not in known}
        known |= set(new)
        for title in sorted(new):
            parts += [f"### {title}", new[title]["description"], _members(new[title])]
    return "\n\n".join(part for part in parts if part)


def _members(one: dict[str, Any]) -> str:
    """What a definition of a schema holds: members, words or classes."""
    if "enum" in one:
        return f"One of {', '.join(f'`{word}`' for word in one['enum'])}."
    if "anyOf" in one:
        return f"One of {', '.join(map(_json_form, one['anyOf']))}."
    if "properties" not in one:
        examples = ", ".join(f'`"{text}"`' for text in one.get("examples", ()))
        return f"For example {examples}." if examples else ""
    rows = [
        (
            f"`{name}`",
            _json_form(value),
            "required" if name in one["required"] else _json_default(value),
            value["description"].replace("\n\n", " "),
        )
        for name, value in one["properties"].items()
        if name != "type"
    ]
    return _table(("member", "value", "default", "meaning"), rows)


def _json_default(value: dict[str, Any]) -> str:
    return f"`{json.dumps(value['default'])}`" if "default" in value else ""


_FORMS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
}


def _json_form(value: dict[str, Any]) -> str:  # noqa: PLR0911 - one for each form
    """The form of a value in words, with links to classes."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2].removeprefix("Typed")
        return f"[{name}](#{name.lower()})"
    if "anyOf" in value:
        return " or ".join(map(_json_form, value["anyOf"]))
    if "const" in value:
        return f'`"{value["const"]}"`'
    if value.get("type") == "array":
        if "prefixItems" in value:
            return f"pair of {' and '.join(map(_json_form, value['prefixItems']))}"
        return f"list of {_json_form(value['items'])}"
    if "enum" in value:
        return f"one of {', '.join(f'`{word}`' for word in value['enum'])}"
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    words = ["day" if kind == "string" and "format" in value else _FORMS[kind] for kind in types]
    return " or ".join(words)


_KINDS_OF_DATA = {
    "BLANK": "Deadlines become undetermined at a rollover; their old words stay.",
    "CAP": "Deadlines that end after the new plan end with it.",
    "KEEP": "Deadlines stay as they are at a rollover.",
    "SHIFT": "Deadlines move by the distance between the two plans.",
    "RULES": "All rules of `validate`, in order.",
    "CATALOGUE": "Every code that a diagnostic may bear, with its entry.",
    "CROSSWALKS": "The words for each status in other standards, by the name of the standard.",
    "HORIZON": "How far ahead of a day a thing counts as due, where nobody says otherwise.",
    "TalliedBy": "What things can be counted by: action, party, objective, work area or plan.",
    "CONVENTIONS": "The table of conventions, by the id of each row.",
    "EXTRACTORS": "What `find_references` looks for, in the order in which it looks.",
    "KNOWN_PARTIES": "The bodies that plans name, with their names and abbreviations.",
    "Changes": "How tracked changes are read: as if accepted, as if rejected, or side by side.",
    "Deadline": "The closed union of the five kinds of deadline.",
    "Disposition": "The closed union of what can become of an action at a rollover.",
    "Reference": "The closed union of what a document can cite.",
}
"""What stands for constants and unions, where they have no words of their own."""


def _home(name: str, thing: object) -> str:
    """The room that describes a name of the facade."""
    for room in ROOMS:
        module = importlib.import_module(room)
        # "Entry" is a name of two rooms, so the thing itself decides.
        if name in module.__all__ and getattr(module, name) is thing:
            return room
    raise LookupError(f"no room describes {name}: {thing!r}")


ROOMS = (
    "customs_coop.errors",
    "customs_coop.diagnostics",
    "customs_coop.dates",
    "customs_coop.presidency",
    "customs_coop.recurrence",
    "customs_coop.deadline",
    "customs_coop.references",
    "customs_coop.model",
    "customs_coop.serialization",
    "customs_coop.schema",
    "customs_coop.graph",
    "customs_coop.comparison",
    "customs_coop.validation",
    "customs_coop.rollover",
    "customs_coop.monitoring",
    "customs_coop.readers",
    "customs_coop.exporters",
    "customs_coop.loading",
    "customs_coop.datasets",
)
"""The rooms whose public names make up the facade."""


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n\n")[0].replace("\n", " ")


PIECES: dict[str, Callable[[], str]] = {
    "citations": citations,
    "columns": columns,
    "compared": compared,
    "conventions": conventions,
    "countries": countries,
    "diagnostics": diagnostics,
    "facade": facade,
    "formats": formats,
    "json-classes": json_classes,
    "layouts": layouts,
    "not-citations": not_citations,
    "parties": parties,
    "readings": readings,
    "rules": rules,
    "states": states,
}
"""The pieces by the names with which pages ask for them."""


_AUTOMODULE = re.compile(r"^\.\. automodule:: (\S+)$", re.MULTILINE)


def fill(text: str) -> str:
    """Put each piece where a page asks for it, and the data of a room behind its classes."""
    text = _ASKED.sub(lambda asked: PIECES[asked[1]](), text)
    return _AUTOMODULE.sub(lambda room: f"{room[0]}\n\n{data_of(room[1])}", text)


def data_of(room: str) -> str:
    """Describe the constants and unions that a package takes from its modules.

    Sphinx describes those of a module only where they are made.
    """
    package = importlib.import_module(room)
    if not hasattr(package, "__path__"):
        return ""
    words = _words_of_data(package.__path__[0])
    parts = []
    for name in package.__all__:
        thing = getattr(package, name)
        if isinstance(thing, type) or hasattr(thing, "__wrapped__") or inspect.isroutine(thing):
            continue
        said = words.get(name) or _KINDS_OF_DATA.get(name)
        if not said:
            raise LookupError(f"nothing says what {room}.{name} is")
        indented = said.strip().replace("\n", "\n   ")
        parts.append(f".. py:data:: {name}\n\n   {indented}\n")
    return "\n".join(parts)


def _words_of_data(folder: str) -> dict[str, str]:
    """What the modules of a package say below the assignments of their constants."""
    found: dict[str, str] = {}
    for path in sorted(Path(folder).rglob("*.py")):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        for node, following in pairwise(body):
            if isinstance(node, ast.AnnAssign):
                target: ast.expr = node.target
            elif isinstance(node, ast.Assign):
                target = node.targets[0]
            else:
                continue
            if (
                isinstance(target, ast.Name)
                and isinstance(following, ast.Expr)
                and isinstance(following.value, ast.Constant)
                and isinstance(following.value.value, str)
            ):
                found[target.id] = inspect.cleandoc(following.value.value)
    return found


def _fill_page(_app: "Sphinx", _page: str, content: list[str]) -> None:
    content[0] = fill(content[0])


def _keep_members(
    _app: "Sphinx",
    _what: str,
    _name: str,
    thing: Any,
    _skip: bool,  # noqa: FBT001 - Sphinx calls it so
    _options: Any,
) -> bool | None:
    """Show the members of an enum that have no words of their own, too."""
    return False if isinstance(thing, enum.Enum) else None


def _keep_drawings(
    _app: "Sphinx", what: str, _name: str, _thing: Any, _options: Any, lines: list[str]
) -> None:
    """Keep the lines of an indented drawing in the docstring of a module apart."""
    if what != "module":
        return
    for number, line in enumerate(lines):
        begins = line.startswith("    ") and number and not lines[number - 1].strip()
        if begins:
            lines[number - 1 : number] = ["", "::", ""]
            return


# Google style takes "word: more" at the head of a property for its type, as in "int: the number".
# Our properties are typed, and what stands there is a sentence; so its colon hides for a moment.
_COLON = "\ue000"
_BEFORE_NAPOLEON, _AFTER_NAPOLEON = 400, 600


def _hide_colon(
    _app: "Sphinx", what: str, _name: str, _thing: Any, _options: Any, lines: list[str]
) -> None:
    if what in ("attribute", "data", "property"):
        lines[:] = [line.replace(":", _COLON) for line in lines]


def _show_colon(
    _app: "Sphinx", _what: str, _name: str, _thing: Any, _options: Any, lines: list[str]
) -> None:
    lines[:] = [line.replace(_COLON, ":") for line in lines]


def setup(app: "Sphinx") -> dict[str, bool]:
    """Tell Sphinx what is here."""
    app.connect("source-read", _fill_page)
    app.connect("autodoc-process-docstring", _hide_colon, priority=_BEFORE_NAPOLEON)
    app.connect("autodoc-process-docstring", _show_colon, priority=_AFTER_NAPOLEON)
    app.connect("autodoc-skip-member", _keep_members)
    app.connect("autodoc-process-docstring", _keep_drawings)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
