"""Answers to what is owed that come from others: whoever may speak for the party that owes it."""

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs

from customs_coop.model import ProgressReport, Subject
from customs_coop.monitoring.owed.answering import answered, wholes_of
from customs_coop.monitoring.owed.duties import DueReport
from customs_coop.monitoring.parties.speaking import Collective, Speakers

__all__ = ["answered_for"]


def answered_for(
    owed: Sequence[DueReport],
    reports: Iterable[ProgressReport],
    speakers: Speakers,
    *,
    on: dt.date,
    horizon: dt.timedelta,
) -> tuple[DueReport, ...]:
    """Find the reports that answer what is owed, also those of whoever speaks for the party.

    Customs answer for their state, a body for its groups, and a collective for its members. The
    working party and the Presidency speak for all, as `Speakers` has it, once they say that the
    thing is done or needs not be done; what they tell before that is their own report.

    Args:
        owed: What is owed.
        reports: The reports.
        speakers: Who reports for whom.
        on: The day.
        horizon: How far ahead of it a report counts as due.

    Returns:
        The same, in the same order, with `answers` as they came, and `state`.
    """
    came = tuple(dict.fromkeys(reports))
    voices = _voices(owed, came, speakers)
    # What names nobody is answered by each report once, whoever it speaks for.
    anonymous = iter(
        answered([one for one in owed if one.party is None], came, on=on, horizon=horizon)
    )
    named = iter(
        answered([one for one in owed if one.party is not None], voices, on=on, horizon=horizon)
    )
    return tuple(
        next(anonymous) if one.party is None else _as_they_came(next(named), voices) for one in owed
    )


def _as_they_came(one: DueReport, voices: dict[ProgressReport, ProgressReport]) -> DueReport:
    return attrs.evolve(one, answers=tuple(voices[each] for each in one.answers))


def _voices(
    owed: Sequence[DueReport], reports: Iterable[ProgressReport], speakers: Speakers
) -> dict[ProgressReport, ProgressReport]:
    """Each report as one of each party for which it speaks, with the report itself."""
    owing: dict[Subject, dict[tuple[str, ...], None]] = {}
    for one in owed:
        if one.subject is not None and one.party is not None:
            whole = one.obligation.party
            parties: tuple[str, ...] = (one.party,) if whole is None else (one.party, whole)
            owing.setdefault(one.subject, {})[parties] = None
    heard: dict[tuple[str, tuple[str, ...], bool], bool] = {}
    found: dict[ProgressReport, ProgressReport] = {}
    for report in reports:
        asked = [
            parties for subject in wholes_of(report.subject) for parties in owing.get(subject, ())
        ]
        for names in dict.fromkeys(asked):
            key = report.party, names, _is_closed(report)
            if key not in heard:
                heard[key] = _answers(report, names, speakers)
            if heard[key]:
                party = names[0]
                voice = report if report.party == party else attrs.evolve(report, party=party)
                found.setdefault(voice, report)
    return found


def _answers(report: ProgressReport, names: tuple[str, ...], speakers: Speakers) -> bool:
    """Whether a report is one of a party, or one of the collective for which the party owes it."""
    if speakers.state(report.party) == speakers.identified(names[0]):
        return True
    whole = Collective(members=names, complete=True)
    if speakers.member(report.party, whole) is not None:
        return True
    return _is_closed(report) and speakers.speaks(report.party, names)


def _is_closed(report: ProgressReport) -> bool:
    return report.status is not None and report.status.closed
