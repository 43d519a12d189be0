"""The command that lists who owes which report by when."""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import click

from customs_coop.cli.options import FILE, named_values, parsed
from customs_coop.cli.streams import dossier_of, hand_over, print_report, say

if TYPE_CHECKING:
    from customs_coop.diagnostics import Report
    from customs_coop.model import Dossier
    from customs_coop.monitoring import DueReport
    from customs_coop.monitoring.parties.identifying import PartyIds
    from customs_coop.monitoring.parties.naming import PartyNames

__all__ = ["MEMBER", "members_given", "members_in", "obligations", "party_in"]

_MOST_NAMED: Final = 8  # parties in one line
_ID: Final = re.compile(r"[A-Z0-9][A-Z0-9_.-]{0,60}")

MEMBER = click.option(
    "--member",
    "members",
    metavar="COLLECTIVE=ID,ID",
    multiple=True,
    help="The members of a party that stands for several; may be given again.",
)


@click.command()
@FILE
@click.option(
    "--within",
    "window",
    metavar="START/END",
    required=True,
    help='The days in which reports are due, such as "2011-07-01/2012-12-31".',
)
@click.option("--party", metavar="ID", help="Only what this party owes, or a member of it.")
@MEMBER
@click.option("--report", "is_report", is_flag=True, help="Print what is in doubt, one a line.")
@click.option("--json", "for_programs", is_flag=True, help="Print JSON, for other programs.")
def obligations(
    *,
    file: str | None,
    window: str,
    party: str | None,
    members: tuple[str, ...],
    is_report: bool,
    for_programs: bool,
) -> None:
    """List the reports that are owed in a window: by when, by whom, to whom, on what.

    What recurs is listed round by round, and what a party owes that stands for several, member by
    member. What has no day stands at the end, with the reason.
    """
    from customs_coop.dates import Period
    from customs_coop.monitoring import check_obligations, due_reports
    from customs_coop.monitoring.parties.identifying import PartyIds

    within = parsed(Period.parse, window, option="--within")
    given = members_given(members)
    dossier = dossier_of(file)
    named = members_in(dossier, given)
    found = due_reports(dossier, within=within, members=named)
    ids = PartyIds(dossier.parties)
    owed = found if party is None else _owed_by(found, party_in(dossier, party), ids)
    report = check_obligations(dossier, owed, members=named)
    if for_programs:
        hand_over(json.dumps(_as_values(owed), ensure_ascii=False, indent=1) + "\n")
    else:
        # What another program reads, or a file holds, has all words.
        is_whole = not (sys.stdout and sys.stdout.isatty())
        say(_as_text(owed, is_whole=is_whole) or f"nothing is owed in {within}")
    _tell(report, is_report=is_report)


def members_given(members: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The members of collectives, as given on the command line.

    Raises:
        click.BadParameter: One is not written as COLLECTIVE=ID,ID.
    """
    named = named_values(members, "COLLECTIVE=ID,ID", option="--member")
    found = {
        name: tuple(dict.fromkeys(one.strip() for one in ids.split(",") if one.strip()))
        for name, ids in named.items()
    }
    for name, ids in found.items():
        if not ids:
            raise click.BadParameter(f"{name!r} has no members there", param_hint="--member")
    return found


def members_in(
    dossier: "Dossier", given: "Mapping[str, Sequence[str]]", *, answers: bool = False
) -> dict[str, tuple[str, ...]]:
    """The members of collectives by their ids; what nobody knows is told.

    Args:
        dossier: The dossier.
        given: The members by collective, by ids or names, as given on the command line.
        answers: Whether a party that answers for an action counts as well.

    Raises:
        click.BadParameter: Nobody bears the name of a member.
    """
    from customs_coop.monitoring.parties.naming import PartyNames

    names = PartyNames(dossier)
    for whole, ids in given.items():
        _tell_unknown(whole, [one for one in ids if names.id(one) is None], names)
    found = names.members(given)
    _tell_unasked(found, dossier, answers=answers)
    return found


def party_in(dossier: "Dossier", party: str) -> str:
    """The id of a party, by its id or a name; what nobody bears stays as it is.

    Args:
        dossier: The dossier.
        party: The id or the name.
    """
    from customs_coop.monitoring.parties.naming import PartyNames

    return PartyNames(dossier).id(party) or party


def _tell_unknown(whole: str, unknown: "Sequence[str]", names: "PartyNames") -> None:
    """Tell of members that nobody knows: an id may be one all the same, a name is none.

    Raises:
        click.BadParameter: One is no id.
    """
    for one in unknown:
        if not _ID.fullmatch(one):
            near = names.near(one)
            hint = f"; near it are {', '.join(near)}" if near else ""
            message = f"no party is known as {one!r:.80}{hint}"
            raise click.BadParameter(message, param_hint="--member")
    if unknown:
        which = ", ".join(unknown[:_MOST_NAMED]) + (", ..." if len(unknown) > _MOST_NAMED else "")
        say(f"--member {whole}: nobody is known as {which}; each counts as an id", err=True)


def _tell_unasked(
    members: "Mapping[str, Sequence[str]]", dossier: "Dossier", *, answers: bool
) -> None:
    """Tell of each collective whose members are named in vain, as where its id is misspelt."""
    asked = {duty.party for duty in dossier.obligations if duty.party is not None}
    if answers:
        asked |= {
            one.party for plan in dossier.plans for action in plan for one in action.responsible
        }
    for name in members:
        if name not in asked:
            which = ", ".join(sorted(asked)[:_MOST_NAMED])
            more = ", ..." if len(asked) > _MOST_NAMED else ""
            others = f"; others are {which}{more}" if which else ""
            what = "is asked and answers for" if answers else "is asked for"
            say(f"--member {name}: that party {what} nothing{others}", err=True)


def _owed_by(owed: "Sequence[DueReport]", party: str, ids: "PartyIds") -> "tuple[DueReport, ...]":
    """What a party owes, by its id or another of its names, or the members of it."""
    own = ids.id(party)
    kept = tuple(
        one
        for one in owed
        if own in [ids.id(each) for each in (one.party, one.obligation.party) if each]
    )
    if not kept:
        others = sorted({one.party for one in owed if one.party is not None})
        raise click.BadParameter(
            f"{party!r} owes nothing there; reports are owed by {', '.join(others) or 'nobody'}",
            param_hint="--party",
        )
    return kept


def _tell(report: "Report", *, is_report: bool) -> None:
    from customs_coop.cli.tables import findings

    if is_report:
        print_report(report)
    elif report.warnings:
        say(f"{findings(report)} (--report shows all)", err=True)


def _as_text(owed: "Sequence[DueReport]", *, is_whole: bool) -> str:
    from customs_coop.cli.tables import columns

    dated = [one for one in owed if one.due is not None or one.earliest is not None]
    undated = [one for one in owed if one.due is None and one.earliest is None]
    lines: list[str] = []
    if dated:
        rows = [("due", "party", "to", "subject", "kind", "words")]
        rows += [(_day(one), *_about(one), _words(one)) for one in dated]
        lines += columns(rows, is_whole=is_whole)
    if any(one.earliest is not None for one in dated):
        lines += ["", "Two days with a stroke: by which day between them it is due is not certain."]
    if undated:
        rows = [("party", "to", "subject", "kind", "words", "why")]
        rows += [(*_about(one), _words(one), one.undated_because) for one in undated]
        gap = [""] if lines else []
        lines += [*gap, "Without a day:", *columns(rows, is_whole=is_whole)]
    return "\n".join(lines)


def _day(report: "DueReport") -> str:
    if report.earliest is None:
        return str(report.due)
    return f"{report.earliest}/{report.due or '..'}"


def _about(report: "DueReport") -> tuple[str, str, str, str]:
    """Who owes it to whom, on what, and whether it is a report or a duty to do something."""
    kind = "report" if report.reports else "duty"
    return report.party or "-", report.to or "-", str(report.subject or "-"), kind


def _words(report: "DueReport") -> str:
    return " ".join(report.obligation.text.split())


def _as_values(owed: "Sequence[DueReport]") -> list[dict[str, str | int | bool | None]]:
    return [
        {
            "due": _text(one.due),
            "earliest": _text(one.earliest),
            "party": one.party,
            "to": one.to,
            "subject": _text(one.subject),
            "period": _text(one.period),
            "number": one.number,
            "event": one.event or None,
            "deadline": one.deadline.text if one.deadline else None,
            "text": one.obligation.text,
            "owed_by": one.obligation.party,
            "sums_up": one.sums_up,
            "reports": one.reports,
            "undated_because": one.undated_because or None,
        }
        for one in owed
    ]


def _text(value: object) -> str | None:
    return None if value is None else str(value)
