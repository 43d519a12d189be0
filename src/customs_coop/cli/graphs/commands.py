"""The questions, one command each: they make the graph, ask the library, and print the answer."""

import click

from customs_coop.cli.graphs.baselines import accept, record, suspects
from customs_coop.cli.graphs.finding import held_action, node_of
from customs_coop.cli.graphs.lengths import DURATIONS, held_durations, read_durations
from customs_coop.cli.streams import (
    Findings,
    dossier_of,
    dossier_of_all,
    hand_over,
    plan_of,
    say,
)

__all__ = ["GRAPH"]

_REF = click.argument("ref", metavar="REF")
_FILES = click.argument("files", metavar="[FILE]...", nargs=-1)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")


@click.command()
@_REF
@_FILES
@_JSON
def lineage(*, ref: str, files: tuple[str, ...], as_json: bool) -> None:
    """Tell what REF comes from, back through all plans."""
    from customs_coop.cli.graphs.texts import lineage_as_text
    from customs_coop.cli.graphs.values import lineage_as_json
    from customs_coop.graph import dependency_graph
    from customs_coop.graph import lineage as trace

    graph = dependency_graph(dossier_of_all(files))
    found = trace(graph, node_of(graph, ref, "REF"))
    if as_json:
        hand_over(lineage_as_json(graph, found))
    else:
        say(lineage_as_text(graph, found))


@click.command()
@_REF
@_FILES
@_JSON
def impact(*, ref: str, files: tuple[str, ...], as_json: bool) -> None:
    """Tell what waits for REF, directly or not: what a delay would reach."""
    from customs_coop.cli.graphs.texts import impact_as_text
    from customs_coop.cli.graphs.values import impact_as_json
    from customs_coop.graph import dependency_graph
    from customs_coop.graph import impact as follow

    graph = dependency_graph(dossier_of_all(files))
    found = follow(graph, node_of(graph, ref, "REF"))
    if as_json:
        hand_over(impact_as_json(graph, found))
    else:
        say(impact_as_text(graph, found))


@click.command()
@click.argument("one", metavar="ONE")
@click.argument("other", metavar="OTHER")
@_FILES
@_JSON
def why(*, one: str, other: str, files: tuple[str, ...], as_json: bool) -> None:
    """Tell why one thing rests on another: the shortest chain, with its sentences."""
    from customs_coop.cli.graphs.texts import chain_as_text
    from customs_coop.cli.graphs.values import chain_as_json
    from customs_coop.graph import dependency_graph
    from customs_coop.graph import why as ask

    graph = dependency_graph(dossier_of_all(files))
    ends = node_of(graph, one, "ONE"), node_of(graph, other, "OTHER")
    steps = ask(graph, *ends)
    if as_json:
        hand_over(chain_as_json(graph, *ends, steps))
    else:
        say(chain_as_text(graph, *ends, steps))


@click.command()
@_FILES
@click.option("--waiting", is_flag=True, help="Leave out what is only cited: nobody waits for it.")
@_JSON
def cycles(*, files: tuple[str, ...], waiting: bool, as_json: bool) -> None:
    """Tell what waits for itself, and which sentences say so."""
    from customs_coop.cli.graphs.texts import cycles_as_text
    from customs_coop.cli.graphs.values import cycles_as_json
    from customs_coop.graph import ORDER, WAITING, dependency_graph
    from customs_coop.graph import cycles as find

    graph = dependency_graph(dossier_of_all(files))
    found = find(graph, kinds=WAITING if waiting else ORDER)
    if as_json:
        hand_over(cycles_as_json(graph, found))
    else:
        say(cycles_as_text(graph, found))
    if found:
        raise Findings


@click.command()
@_FILES
@click.option("--plan", metavar="ID", help='Only the actions of this plan, such as "AP1".')
@_JSON
def waves(*, files: tuple[str, ...], plan: str | None, as_json: bool) -> None:
    """Tell which actions can begin together, wave after wave."""
    from customs_coop.cli.graphs.texts import waves_as_text
    from customs_coop.cli.graphs.values import waves_as_json
    from customs_coop.graph import dependency_graph
    from customs_coop.graph import waves as order

    dossier = dossier_of_all(files)
    graph = dependency_graph(dossier)
    chosen = None
    if plan is not None:
        wanted = plan_of(dossier, plan)
        chosen = [wanted.ref(action) for action in wanted]
    found = order(graph, chosen)
    if as_json:
        hand_over(waves_as_json(graph, found))
    else:
        say(waves_as_text(graph, found))


@click.command()
@_FILES
@_JSON
def coverage(*, files: tuple[str, ...], as_json: bool) -> None:
    """Tell what became of the recommendations, and which actions took them up."""
    from customs_coop.cli.graphs.texts import coverage_as_text
    from customs_coop.cli.graphs.values import coverage_as_json
    from customs_coop.graph import coverage as count
    from customs_coop.graph import dependency_graph

    dossier = dossier_of_all(files)
    graph, found = dependency_graph(dossier), count(dossier)
    if as_json:
        hand_over(coverage_as_json(graph, found))
    else:
        say(coverage_as_text(graph, found))


@click.command()
@_FILES
@_JSON
def orphans(*, files: tuple[str, ...], as_json: bool) -> None:
    """List the actions that stand alone, and the recommendations on which nothing rests."""
    from customs_coop.cli.graphs.texts import orphans_as_text
    from customs_coop.cli.graphs.values import things_as_json
    from customs_coop.graph import dependency_graph
    from customs_coop.graph import orphans as find

    graph = dependency_graph(dossier_of_all(files))
    found = find(graph)
    if as_json:
        hand_over(things_as_json(graph, found))
    else:
        say(orphans_as_text(graph, found))


@click.command("most-depended-on")
@_FILES
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    default=10,
    show_default=True,
    help="How many are listed.",
)
@_JSON
def most_depended_on(*, files: tuple[str, ...], limit: int, as_json: bool) -> None:
    """List the actions for which most other actions wait."""
    from customs_coop.cli.graphs.texts import ranking_as_text
    from customs_coop.cli.graphs.values import ranking_as_json
    from customs_coop.graph import dependency_graph
    from customs_coop.graph import most_depended_on as rank

    graph = dependency_graph(dossier_of_all(files))
    found = rank(graph, limit)
    if as_json:
        hand_over(ranking_as_json(graph, found))
    else:
        say(ranking_as_text(graph, found))


@click.command()
@_FILES
@_JSON
def unresolved(*, files: tuple[str, ...], as_json: bool) -> None:
    """List the citations that lead nowhere, or to more than one thing."""
    from customs_coop.graph import resolve

    report = resolve(dossier_of_all(files)).report
    if as_json:
        hand_over(report.to_json())
    else:
        for finding in report:
            say(str(finding))
        if not len(report):
            say("nothing is open: each citation leads to one thing")
    if report.errors or report.warnings:  # a remark, as on a plan that is not at hand, is none
        raise Findings


@click.command("schedule")
@_FILES
@click.option("--action", "ref", metavar="REF", help="Only this action, with what sets its dates.")
@click.option("--against", metavar="FILE", help="Only what has moved since this older file.")
@DURATIONS
@_JSON
def schedule_(
    *,
    files: tuple[str, ...],
    ref: str | None,
    against: str | None,
    lengths: tuple[str, ...],
    as_json: bool,
) -> None:
    """Tell when each action can be finished, and by when it has to be."""
    from customs_coop.cli.graphs.times import (
        moves_as_json,
        moves_as_text,
        schedule_as_json,
        schedule_as_text,
    )
    from customs_coop.graph import compare_schedules, dependency_graph, schedule

    if ref is not None and against is not None:
        raise click.UsageError("--action and --against ask different things: give one of them")
    given = read_durations(lengths)
    dossier = dossier_of_all(files)
    graph = dependency_graph(dossier)
    durations = held_durations(graph, given)
    if against is not None:
        older = dossier_of(against)
        before = dependency_graph(older)
        # One action takes as long in both; what the older file does not hold has no length there.
        held = {str(plan.ref(action)) for plan in older.plans for action in plan}
        known = {name: length for name, length in durations.items() if str(name) in held}
        moves = compare_schedules(
            schedule(older, graph=before, durations=known),
            schedule(dossier, graph=graph, durations=durations),
        )
        if as_json:
            hand_over(moves_as_json(before, graph, moves))
        else:
            say(moves_as_text(moves))
        return
    node = None if ref is None else held_action(graph, ref, "--action")
    found = schedule(dossier, graph=graph, durations=durations)
    if as_json:
        hand_over(schedule_as_json(graph, found, node))
    else:
        say(schedule_as_text(graph, found, node))


@click.command("critical-path")
@_FILES
@DURATIONS
@_JSON
def critical_path_(*, files: tuple[str, ...], lengths: tuple[str, ...], as_json: bool) -> None:
    """Tell which chain of actions can least be put off."""
    from customs_coop.cli.graphs.times import path_as_json, path_as_text
    from customs_coop.graph import critical_path, dependency_graph

    given = read_durations(lengths)
    dossier = dossier_of_all(files)
    graph = dependency_graph(dossier)
    found = critical_path(dossier, graph=graph, durations=held_durations(graph, given))
    if as_json:
        hand_over(path_as_json(graph, found))
    else:
        say(path_as_text(graph, found))


@click.command("contradictions")
@_FILES
@DURATIONS
@_JSON
def contradictions_(*, files: tuple[str, ...], lengths: tuple[str, ...], as_json: bool) -> None:
    """Tell what is due before that for which it waits, certainly or possibly."""
    from customs_coop.cli.graphs.times import contradictions_as_json, contradictions_as_text
    from customs_coop.graph import contradictions, dependency_graph

    given = read_durations(lengths)
    dossier = dossier_of_all(files)
    graph = dependency_graph(dossier)
    found = contradictions(dossier, graph=graph, durations=held_durations(graph, given))
    if as_json:
        hand_over(contradictions_as_json(graph, found))
    else:
        say(contradictions_as_text(graph, found))
    if found:
        raise Findings


GRAPH = click.Group(
    "graph",
    commands=[
        lineage,
        impact,
        why,
        cycles,
        waves,
        coverage,
        orphans,
        most_depended_on,
        unresolved,
        schedule_,
        critical_path_,
        contradictions_,
        record,
        suspects,
        accept,
    ],
    help=(
        "Ask what builds on what, across plans.\n\n"
        'REF is an action ("AP5/5.10") or anything else of the graph ("8351/2/09 REV 2", "CCWP"). '
        "Several FILEs are asked as one; without any, the bundled dossier is."
    ),
)
