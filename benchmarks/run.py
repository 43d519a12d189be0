"""Measure the library against peers in the same run, and print the ratios.

    python benchmarks/run.py            all jobs
    python benchmarks/run.py load diff  some of them

Each job runs ours and the peer in turn, several rounds, in process CPU time (or in memory); the
figure is the ratio of the medians, beside the target that it should stay below. Absolute times
depend on the machine, ratios hardly do. Nothing here fails: figures are for people to look at.
"""

import statistics
import sys

import exports
import finding
import links
import starting
import values
from measuring import Job, megabytes, seconds

ROUNDS = 3
JOBS: dict[str, tuple[Job, float]] = {
    "import": (starting.import_, 3.0),
    "show": (starting.show, 1.5),
    "load": (values.load, 1.15),
    "dump": (values.dump, 1.15),
    "validate": (values.validate, 0.3),
    "roll-over": (values.roll_over, 0.25),
    "diff": (values.diff, 2.5),
    "memory": (values.memory, 1.6),
    "docx": (exports.docx, 0.3),
    "html": (exports.html, 2.0),
    "icalendar": (exports.icalendar, 1.1),
    "icalendar-tasks": (exports.icalendar_tasks, 1.1),
    "graph-build": (links.graph_build, 1.5),
    "graph-sort": (links.graph_sort, 1.1),
    "graph-lineage": (links.graph_lineage, 1.1),
    "graph-schedule": (links.graph_schedule, 4.0),
    "graph-cycles": (links.graph_cycles, 1.1),
    "validate-links": (values.validate_links, 1.0),
    "find-references": (finding.find_references, 0.35),
    "plain-references": (finding.plain_references, 2.0),
    "hostile-references": (finding.hostile_references, 3.0),
    "hostile-deadlines": (finding.hostile_deadlines, 3.0),
    "growth-references": (finding.growth_of_references, 10.0),
    "growth-deadlines": (finding.growth_of_deadlines, 10.0),
    "reading": (finding.reading, 0.4),
}


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
        job, target = JOBS[name]
        print(f"{name:<20}{_row(name, job, target)}", flush=True)


def _row(name: str, job: Job, target: float) -> str:
    try:
        ours, peer = job()
    except LookupError as missing:
        return f"  not measured: {missing}"
    measure, unit = (megabytes, "MB") if name == "memory" else (seconds, "s")
    mine, theirs = [], []
    for _ in range(ROUNDS):
        mine.append(measure(ours))
        theirs.append(measure(peer))
    a, b = statistics.median(mine), statistics.median(theirs)
    return f"{_with(a, unit)}{_with(b, unit)}{a / b:>8.2f}{target:>8.2f}"


def _with(figure: float, unit: str) -> str:
    return f"{figure:>{10 - len(unit)}.3f}{unit}"


if __name__ == "__main__":
    main(sys.argv[1:])
