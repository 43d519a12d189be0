"""Measure the library against peers in the same run, and print the ratios.

    python benchmarks/run.py            all jobs
    python benchmarks/run.py load diff  some of them

Each job runs ours and the peer in turn, several rounds, in process CPU time; the figure is the
ratio of the medians, beside the target that it should stay below. Absolute times depend on the
machine, ratios hardly do. Nothing here fails: figures are for people to look at.
"""

import json
import os
import random
import re
import statistics
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

import customs_coop as cc
from customs_coop.serialization import from_json, to_json

if TYPE_CHECKING:
    from cattrs import Converter

Job = Callable[[], tuple[Callable[[], object], Callable[[], object]]]

ROUNDS = 3
ACTIONS = 30_000


def large_plan(actions: int) -> cc.ActionPlan:
    """A plan of that many actions, made of the bundled ones under new codes."""
    plan = cc.bundled_dossier().plan_by_id("AP1")
    pool = tuple(plan)
    made = [
        attrs.evolve(
            pool[n % len(pool)],
            code=f"{n // 100 + 1}.{n % 100 + 1}",
            aliases=(),
            links=(),
            work_area=str(n // 100 + 1),
        )
        for n in range(actions)
    ]
    areas = [cc.WorkArea(code=str(n + 1), title=f"Area {n + 1}") for n in range(actions // 100 + 1)]
    return attrs.evolve(plan, actions=tuple(made), work_areas=areas)


def _process(program: str) -> Callable[[], object]:
    command = [sys.executable, "-c", program]
    return lambda: subprocess.run(command, check=True, capture_output=True)


def import_() -> tuple[Callable[[], object], Callable[[], object]]:
    """Import the package, against importing attrs (P1; interpreter start included in both)."""
    return _process("import customs_coop"), _process("import attrs")


def load() -> tuple[Callable[[], object], Callable[[], object]]:
    """Load JSON strictly, against `json.loads` and bare cattrs on the same classes (P3)."""
    text = to_json(cc.Dossier.of(large_plan(ACTIONS)))
    peer = _bare_converter()

    def bare() -> object:
        read = json.loads(text)
        read.pop("schema")
        return peer.structure(read, cc.Dossier)

    return lambda: from_json(text), bare


def dump() -> tuple[Callable[[], object], Callable[[], object]]:
    """Write JSON, against bare cattrs and `json.dumps` (P4)."""
    dossier = cc.Dossier.of(large_plan(ACTIONS))
    peer = _bare_converter()

    def bare() -> object:
        return json.dumps(peer.unstructure(dossier), ensure_ascii=False, indent=1)

    return lambda: to_json(dossier), bare


def validate() -> tuple[Callable[[], object], Callable[[], object]]:
    """Check with all rules, against loading the same plan (P5)."""
    plan = large_plan(ACTIONS)
    text = to_json(cc.Dossier.of(plan))
    return lambda: cc.validate(plan), lambda: from_json(text)


def roll_over() -> tuple[Callable[[], object], Callable[[], object]]:
    """Roll over, against loading the same plan (P6)."""
    plan = large_plan(ACTIONS)
    text = to_json(cc.Dossier.of(plan))
    into = cc.next_plan(plan, period="2007-01-01/2008-06-30")
    return lambda: cc.roll_over(plan, into=into), lambda: from_json(text)


def diff() -> tuple[Callable[[], object], Callable[[], object]]:
    """Compare two equal plans, against plain equality (P7)."""
    one, two = large_plan(ACTIONS), from_json(to_json(cc.Dossier.of(large_plan(ACTIONS))))[0].plan
    return lambda: cc.diff(one, two), lambda: one == two


def docx() -> tuple[Callable[[], object], Callable[[], object]]:
    """Write the Council table of 1,000 actions, against python-docx add_row (P10)."""
    plan = large_plan(1_000)

    def peer() -> object:
        import io

        import docx as word

        document = word.Document()
        table = document.add_table(rows=0, cols=6)
        for action in plan:
            cells = table.add_row().cells
            texts = (
                str(action.code),
                action.title,
                ", ".join(map(str, action.objectives)),
                str(action.priority),
                "\n".join(i.text for i in action.indicators),
                "\n".join(i.text for i in action.involved),
            )
            for cell, text in zip(cells, texts, strict=True):
                cell.text = text
        document.save(io.BytesIO())
        return document

    return lambda: cc.export(plan, "council-docx"), peer


def html() -> tuple[Callable[[], object], Callable[[], object]]:
    """Write the page of 10,000 rows, against a compiled Jinja2 template of the bare table (P12).

    Both get the table from `council_table`: what the rows say is no work of a page.
    """
    from jinja2 import Environment

    from customs_coop.formats.tables import council_table

    plan = large_plan(10_000)
    bare = Environment(autoescape=True).from_string(
        "<table>{% for group in table.groups %}{% for row in group.rows %}<tr>"
        "{% for cell in row.cells %}<td>{% for one in cell %}<p>{{ one.text }}</p>{% endfor %}"
        "</td>{% endfor %}</tr>{% endfor %}{% endfor %}</table>"
    )
    return (
        lambda: cc.export(plan, "council-html"),
        lambda: bare.render(table=council_table(plan)),
    )


def large_dossier(actions: int, links: int) -> cc.Dossier:
    """Plans of 1,000 actions each, whose links lead to actions shortly before."""
    chance = random.Random(5)  # noqa: S311 - the same figures in each run, no secret
    refs = [
        cc.ActionRef(f"AP{n // 1000 + 1}", f"{n // 1000 + 1}.{n % 1000}") for n in range(actions)
    ]
    kinds = (cc.LinkKind.AWAITS, cc.LinkKind.DEPENDS_ON, cc.LinkKind.TAKES_UP)
    met: set[tuple[int, int]] = set()
    while len(met) < links:
        later = chance.randrange(1, actions)
        met.add((later, chance.randrange(max(0, later - 1000), later)))
    found: list[list[cc.Link]] = [[] for _ in refs]
    for later, earlier in sorted(met):
        kind = kinds[(later + earlier) % len(kinds)]
        # A link that was read has an address of its own.
        target = cc.ActionRef(refs[earlier].plan, str(refs[earlier].code))
        found[later].append(cc.Link(kind=kind, target=target, text=f"awaits {earlier}"))
    made = [
        cc.Action(code=ref.code, title="", links=its) for ref, its in zip(refs, found, strict=True)
    ]
    plans = [
        cc.ActionPlan(id=refs[start].plan, title="", actions=made[start : start + 1000])
        for start in range(0, actions, 1000)
    ]
    return cc.Dossier(plans=plans)


GRAPH = (100_000, 400_000)


def graph_build() -> tuple[Callable[[], object], Callable[[], object]]:
    """Make the graph, against plain networkx with the same nodes, edges and attributes (P8)."""
    import networkx as nx

    dossier = large_dossier(*GRAPH)
    made = cc.dependency_graph(dossier)
    nodes = list(made.nodes(data=True))
    edges = list(made.edges(keys=True, data=True))

    def plain() -> object:
        graph: nx.MultiDiGraph[object] = nx.MultiDiGraph()
        graph.add_nodes_from(nodes)
        graph.add_edges_from(edges)  # type: ignore[arg-type]  # the stubs know no keys
        return graph

    return lambda: cc.dependency_graph(dossier), plain


def graph_sort() -> tuple[Callable[[], object], Callable[[], object]]:
    """Put the actions into waves, against the topological generations of networkx (P8)."""
    import networkx as nx

    from customs_coop.graph import waves

    graph = cc.dependency_graph(large_dossier(*GRAPH))
    return lambda: waves(graph), lambda: list(nx.topological_generations(graph))


def graph_schedule() -> tuple[Callable[[], object], Callable[[], object]]:
    """Put the actions in time, against a pass forward and one backward over networkx."""
    import networkx as nx

    from customs_coop.graph import schedule

    dossier = large_dossier(*GRAPH)
    period = cc.Period.parse("1997-07-01/1998-12-31")
    plans = [attrs.evolve(plan, period=period) for plan in dossier.plans]
    dossier = attrs.evolve(dossier, plans=plans)
    graph = cc.dependency_graph(dossier)

    def passes() -> object:
        order = list(nx.topological_sort(graph))
        soon: dict[object, int] = {}
        late: dict[object, int] = {}
        for node in order:
            soon[node] = max((soon[one] for one in graph.predecessors(node)), default=0) + 1
        for node in reversed(order):
            late[node] = min((late[one] for one in graph.successors(node)), default=0) - 1
        return soon, late

    return lambda: schedule(dossier, graph=graph), passes


def graph_cycles() -> tuple[Callable[[], object], Callable[[], object]]:
    """Look for circles where there are none, against the components of networkx."""
    import networkx as nx

    from customs_coop.graph import cycles

    graph = cc.dependency_graph(large_dossier(*GRAPH))
    return lambda: cycles(graph), lambda: list(nx.strongly_connected_components(graph))


def graph_lineage() -> tuple[Callable[[], object], Callable[[], object]]:
    """Find all that comes before the last actions, against `networkx.ancestors` (P8)."""
    import networkx as nx

    from customs_coop.graph import prerequisites

    graph = cc.dependency_graph(large_dossier(*GRAPH))
    last = [node for node in graph if isinstance(node, cc.ActionRef)][-3:]
    return (
        lambda: [prerequisites(graph, node) for node in last],
        lambda: [nx.ancestors(graph, node) for node in last],
    )


def validate_links() -> tuple[Callable[[], object], Callable[[], object]]:
    """Check a dossier full of links with all rules, against loading it."""
    dossier = large_dossier(30_000, 60_000)
    text = to_json(dossier)
    return lambda: cc.validate(dossier), lambda: from_json(text)


# One plain pattern for each kind of reference, as one would write it without a library.
PLAIN_PATTERNS = (
    (
        r"\b(?:(?:ST|CM|DS|AD|SN|PE-CONS)[ -])?[0-9]{1,5}(?:/[0-9]{1,2})?/[0-9]{2}\b"
        r"(?:[\s,+–-]{0,9}(?:REV|ADD|COR)\s?[0-9]{1,2}|\s{1,9}[A-Z]{2,16}\s[0-9]{1,4})*"
    ),
    (
        r"\b(?:OJ|JO|ABl\.|Official Journal)\s(?:No\s)?[LCS]\s?[0-9]{1,4}"
        r"(?:,?\s[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})?(?:,?\sp\.\s?[0-9]{1,4})?"
    ),
    r"\b[0-9]{1,4}/[LC]\s?[0-9]{1,4}/[0-9]{1,3}\b",
    r"\b[0-9CE](?:19|20)[0-9]{2}[A-Z]{1,2}[0-9]{4}(?:\([0-9]{2}\))?",
    r"\b(?:COM|SWD|SEC|JOIN|C)\s?\((?:19|20)?[0-9]{2}\)\s?[0-9]{1,4}(?:\sfinal)?",
    (
        r"\b(?:Council|Commission)?\s?(?:Framework )?"
        r"(?:Regulation|Decision|Directive|Joint Action)s?\s"
        r"(?:\((?:EU|EC|EEC)\)\s)?(?:No\s)?[0-9]{1,4}/[0-9]{2,4}(?:/(?:EU|EC|EEC|JHA|CFSP))?"
    ),
    r"\b[Aa]ctions?\s\[?[0-9]{1,2}(?:\.[0-9]{1,2})?\]?(?:\sof\sthe\s[a-z]+\sAction\sPlan)?",
    r"\b[Rr]ecommendations?\s[0-9]{1,3}[a-z]?\b",
)
PARAGRAPH = (
    "The working party looked at the report of the project group, which had met twice in the "
    "autumn and had asked all Member States how parcels are chosen for control. Few had answered "
    "in time; the others were asked again by letter. The experts said, not for the first time, "
    "that risk profiles age and/or go stale within 12/18 months. "
    "The result (4711/1/30 REV 1 ENFOCUSTOM 12) was noted, and nothing was decided then.\n\n"
)
HOSTILE = (
    *("1", "/", "1/", "(", "[", " ", "\n", "1.2/", "97/", "1998-", "by ", "12345/05 "),
    *("OJ ", "OJ C ", "COM(", "Action ", "recommendation ", "Decision No ", "Deadline: ", "é"),
)


def find_references() -> tuple[Callable[[], object], Callable[[], object]]:
    """Find references in 10 MB of prose, against one `re` alternation of the same patterns (P9)."""
    # The patterns with which the library reads each kind, without what stands around them.
    from customs_coop.references import celex, commission
    from customs_coop.references.actions import action, recommendation
    from customs_coop.references.acts import reading as acts
    from customs_coop.references.council import reading as council
    from customs_coop.references.journal import issue

    sources = (
        acts.NAMED.source,
        acts.BARE.source,
        council._HEAD.source,
        issue._TITLE.source + issue._ISSUE.source,
        celex._PRINTED.source,
        commission._PRINTED.source,
        action._ACTION.source,
        recommendation._RECOMMENDATION.source,
    )
    # In one expression no two groups have the same name.
    numbered = (
        re.sub(r"(\(\?(?:P[<=]|\())(\w+)", rf"\g<1>\g<2>_{number}", source)
        for number, source in enumerate(sources)
    )
    same = re.compile("|".join(f"(?:{source})" for source in numbered))
    text = PARAGRAPH * (10_000_000 // len(PARAGRAPH))
    return lambda: cc.find_references(text), lambda: sum(1 for _ in same.finditer(text))


def plain_references() -> tuple[Callable[[], object], Callable[[], object]]:
    """Find references in 10 MB of prose, against one `re` alternation of plain patterns."""
    text = PARAGRAPH * (10_000_000 // len(PARAGRAPH))
    plain = re.compile("|".join(PLAIN_PATTERNS))
    return lambda: cc.find_references(text), lambda: sum(1 for _ in plain.finditer(text))


def hostile_references() -> tuple[Callable[[], object], Callable[[], object]]:
    """Find references in hostile text of every sort, against as much prose (P9)."""
    texts, prose = _hostile_and_prose(500_000)
    return (
        lambda: [cc.find_references(text) for text in texts],
        lambda: [cc.find_references(prose) for _ in texts],
    )


def hostile_deadlines() -> tuple[Callable[[], object], Callable[[], object]]:
    """Find deadlines in hostile text of every sort, against as much prose."""
    texts, prose = _hostile_and_prose(50_000)
    return (
        lambda: [cc.find_deadlines(text) for text in texts],
        lambda: [cc.find_deadlines(prose) for _ in texts],
    )


def growth_of_references() -> tuple[Callable[[], object], Callable[[], object]]:
    """Find references in hostile text of eight times the length, against once (linear is 8)."""
    long, short = _hostile_and_prose(800_000)[0], _hostile_and_prose(100_000)[0]
    return (
        lambda: [cc.find_references(text) for text in long],
        lambda: [cc.find_references(text) for text in short],
    )


def growth_of_deadlines() -> tuple[Callable[[], object], Callable[[], object]]:
    """Find deadlines in hostile text of eight times the length, against once (linear is 8)."""
    long, short = _hostile_and_prose(80_000)[0], _hostile_and_prose(10_000)[0]
    return (
        lambda: [cc.find_deadlines(text) for text in long],
        lambda: [cc.find_deadlines(text) for text in short],
    )


def _hostile_and_prose(length: int) -> tuple[list[str], str]:
    prose = PARAGRAPH * (length // len(PARAGRAPH) + 1)
    return [(piece * length)[:length] for piece in HOSTILE], prose[:length]


def _bare_converter() -> "Converter":
    from cattrs import Converter
    from cattrs.strategies import configure_tagged_union

    from customs_coop.dates import PartialDate
    from customs_coop.model.link import Identity, Target

    converter = Converter(detailed_validation=False, omit_if_default=True)
    for kind, reader in (
        (cc.Code, lambda value, _: cc.Code(value)),
        (cc.Period, lambda value, _: cc.Period.parse(value)),
        (PartialDate, lambda value, _: PartialDate.parse(value)),
    ):
        converter.register_structure_hook(kind, reader)
        converter.register_unstructure_hook(kind, str)
    import datetime as dt

    converter.register_structure_hook(dt.date, lambda value, _: dt.date.fromisoformat(value))
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(cc.Priority | str | None, lambda value, _: value)
    converter.register_unstructure_hook(
        cc.Priority | str | None, lambda value: getattr(value, "value", value)
    )
    converter.register_structure_hook(cc.Marking | str | None, lambda value, _: value)
    converter.register_unstructure_hook(
        cc.Marking | str | None, lambda value: getattr(value, "value", value)
    )
    for union in (cc.Deadline, cc.Reference, Identity, Target):
        configure_tagged_union(union, converter, tag_name="type")
    return converter


JOBS: dict[str, tuple[Job, float]] = {
    "import": (import_, 3.0),
    "load": (load, 1.15),
    "dump": (dump, 1.15),
    "validate": (validate, 0.3),
    "roll-over": (roll_over, 0.25),
    "diff": (diff, 2.5),
    "docx": (docx, 0.3),
    "html": (html, 2.0),
    "graph-build": (graph_build, 1.5),
    "graph-sort": (graph_sort, 1.1),
    "graph-lineage": (graph_lineage, 1.1),
    "graph-schedule": (graph_schedule, 4.0),
    "graph-cycles": (graph_cycles, 1.1),
    "validate-links": (validate_links, 1.0),
    "find-references": (find_references, 0.35),
    "plain-references": (plain_references, 2.0),
    "hostile-references": (hostile_references, 3.0),
    "hostile-deadlines": (hostile_deadlines, 3.0),
    "growth-references": (growth_of_references, 10.0),
    "growth-deadlines": (growth_of_deadlines, 10.0),
}


def measure(job: Callable[[], object]) -> float:
    """The CPU time of one call, in seconds, with that of the processes that it starts."""
    before = os.times()
    job()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def main(names: list[str]) -> None:
    """Run the jobs with these names, or all; anything else is told how to ask.

    Raises:
        SystemExit: Help is asked for (status 0), or there is no such job (status 2).
    """
    unknown = [name for name in names if name not in JOBS]
    if unknown:
        asked = {"-h", "--help"}.intersection(names)
        stream = sys.stdout if asked else sys.stderr
        if not asked:
            print(f"no such job: {', '.join(unknown)}", file=stream)
        print(f"usage: python {sys.argv[0]} [JOB ...]\njobs: {' '.join(JOBS)}", file=stream)
        sys.exit(0 if asked else 2)
    print(f"{'job':<20}{'ours':>10}{'peer':>10}{'ratio':>8}{'target':>8}")
    for name in names or JOBS:
        make, target = JOBS[name]
        ours, peer = make()
        mine, theirs = [], []
        for _ in range(ROUNDS):
            mine.append(measure(ours))
            theirs.append(measure(peer))
        a, b = statistics.median(mine), statistics.median(theirs)
        print(f"{name:<20}{a:>9.3f}s{b:>9.3f}s{a / b:>8.2f}{target:>8.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
