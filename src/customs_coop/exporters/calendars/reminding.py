"""From a state of play to a calendar of reminders: what is owed, and what is due."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import attrs

from customs_coop.deadline import Deadline, Relative
from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.errors import InvalidValueError
from customs_coop.exporters.calendars.drafting import Draft
from customs_coop.exporters.calendars.labels import LABELS, Labels
from customs_coop.exporters.calendars.reminder_changes import Changes, plan_of
from customs_coop.exporters.calendars.reminder_keys import item_keys, report_keys
from customs_coop.exporters.calendars.reminder_options import ReminderOptions
from customs_coop.exporters.calendars.reminder_words import REMINDER_WORDS, ReminderWords
from customs_coop.exporters.calendars.summaries import (
    called,
    share_codes,
    shortened,
    without_deadline,
    without_stop,
)
from customs_coop.exporters.calendars.taking_part import bare_name
from customs_coop.exporters.calendars.timing import edtf_of, is_exact
from customs_coop.exporters.calendars.wording import deadline_line
from customs_coop.formats.calendars import (
    Calendar,
    CalendarEntry,
    EntryKind,
    EntryStatus,
    stable_uid,
)
from customs_coop.formats.crosswalk import TASK_STATUS
from customs_coop.formats.occasions import Time
from customs_coop.formats.sheet import day_in, period_in_words
from customs_coop.model import ActionRef, IndicatorRef, Obligation, PartyRef, known_party
from customs_coop.monitoring import DueReport, DutyState, Standing, StateItem, StateOfPlay
from customs_coop.monitoring.parties.memberships import with_members

__all__ = ["reminded_parties", "reminders_of"]


def reminded_parties(state: StateOfPlay, options: ReminderOptions) -> tuple[str, ...]:
    """The ids of those who have something to do, each with a calendar of its own.

    Args:
        state: The state of play.
        options: What is asked for.

    Returns:
        Those who owe a report, in the order of what is owed; behind them, where things of plans
        are asked for, those who answer for one. "" where the text names nobody.

    Raises:
        InvalidValueError: Nobody bears the name of the party that was given.
    """
    chosen = _part_of(state, options)
    owed = [one.party or "" for one in _open(chosen.owed_once)]
    parties = [party for item in _open_items(chosen, options) for party in item.parties or ("",)]
    if options.party is None:
        return tuple(dict.fromkeys([*owed, *parties]))
    # Of a body that was asked for, also those who owe for it.
    return tuple(dict.fromkeys([*owed, *(one for one in parties if one == _asked(state, options))]))


def reminders_of(state: StateOfPlay, options: ReminderOptions, party: str | None = None) -> Draft:
    """Make a calendar of what is owed and due.

    Args:
        state: The state of play.
        options: What is asked for.
        party: The id of one party of `reminded_parties`, or None for all that was asked for.

    Returns:
        The calendar, and what is told of what is not in it.

    Raises:
        InvalidValueError: Nobody bears the name of the party that was given.
    """
    writer = _Writer.of(state, options)
    chosen = _part_of(state, options)
    owed = [one for one in _open(chosen.owed_once) if party in (None, one.party or "")]
    items = [
        one
        for one in _open_items(chosen, options)
        if party is None or party in (one.parties or ("",))
    ]
    tasks = options.profile == "tasks"
    entries = [
        *(writer.report(one) for one in owed if tasks or one.due is not None),
        *(writer.item(one) for one in items if tasks or one.due is not None),
    ]
    entries.sort(key=lambda entry: entry.day or dt.date.max)
    whose = _asked(state, options) if party is None else party
    calendar = Calendar(
        name=writer.name(whose),
        description="\n".join(writer.plans()),
        stamp=max((entry.stamp for entry in entries), default=options.source_date),
        entries=tuple(entries),
        feed_url=options.feed_url,
        color=options.color,
    )
    told = [*_left_out(chosen, party), *([] if tasks else _undated(owed, items))]
    if not owed and not items:
        message = "nothing is owed, so that the calendar has no entry"
        told.append(diagnose("CC703", message, subject="calendar"))
    names = {entry.uid: entry.summary for entry in entries}
    return Draft(calendar=calendar, report=Report(told), names=names)


def _open(owed: Iterable[DueReport]) -> list[DueReport]:
    return [one for one in owed if one.state is None or one.state.open]


def _open_items(state: StateOfPlay, options: ReminderOptions) -> list[StateItem]:
    if not options.items:
        return []
    return [item for item in state.items if item.standing.open and item.deadline is not None]


def _left_out(state: StateOfPlay, party: str | None) -> Iterator[Diagnostic]:
    asked = [one for one in state.owed if one.sums_up and party in (None, one.party or "")]
    for duty in dict.fromkeys(one.obligation for one in _open(asked)):
        message = "what it asks of the whole plan has an entry for each of its actions"
        yield diagnose("CC705", message, subject=_named(None, duty))


def _undated(owed: Iterable[DueReport], items: Iterable[StateItem]) -> Iterator[Diagnostic]:
    for one in owed:
        if one.due is None:
            message = f"it has no day, so that it is no event: {one.undated_because}"
            yield diagnose("CC703", message, subject=_named(one.party, one.obligation))
    for item in items:
        if item.due is None:
            words = "" if item.deadline is None else f": “{_line(item.deadline.text)}”"
            message = f"it has no day, so that it is no event{words}"
            yield diagnose("CC703", message, subject=str(item.subject))


def _named(party: str | None, duty: Obligation) -> str:
    by = "" if party is None else f"{party}, "
    return f"{by}obligation: {shortened(_line(duty.text), 60)}"


def _part_of(state: StateOfPlay, options: ReminderOptions) -> StateOfPlay:
    party = _asked(state, options)
    if party is None:
        return state
    part = state.of_party(party)
    # The things as the whole state has them: by these their identifiers are known.
    own = {(one.subject, one.deadline) for one in part.items}
    whole = tuple(one for one in state.items if (one.subject, one.deadline) in own)
    return attrs.evolve(part, items=whole)


def _asked(state: StateOfPlay, options: ReminderOptions) -> str | None:
    """The id of the party that is asked for."""
    asked = options.party
    if asked is None:
        return None
    owing = [by for one in state.owed for by in (one.party, one.obligation.party) if by]
    named_there = (with_members(item.parties, state.collectives) for item in state.items)
    answering = [party for parties in named_there for party in parties if party]
    taking_part = dict.fromkeys([*owing, *answering])
    bare = bare_name(asked)
    named = [
        one.id
        for one in state.parties
        if bare in {bare_name(text) for text in (one.id, one.name, *(n.text for n in one.names))}
    ]
    known = known_party(asked) or known_party(bare)
    for found in (asked, *named, *([] if known is None else [known.id])):
        if found in taking_part:
            return found
    who = ", ".join(taking_part) or "nobody"
    raise InvalidValueError(
        f"{asked!r} owes nothing and answers for nothing here; those who do are {who}"
    )


@attrs.frozen(kw_only=True)
class _Writer:
    """Makes the entries."""

    state: StateOfPlay
    options: ReminderOptions
    changes: Changes
    titles: Mapping[str, str]
    names: Mapping[str, str]
    keys: Mapping[int, str]
    with_plan: bool

    @classmethod
    def of(cls, state: StateOfPlay, options: ReminderOptions) -> "_Writer":
        titles = {str(row.subject): row.title for row in state.matrix.items}
        titles |= {str(item.action): item.title for item in state.items}
        titles |= {plan.id: plan.title for plan in state.plans}
        keys = dict(report_keys(state.owed)) | dict(item_keys(state.items))
        return cls(
            state=state,
            options=options,
            changes=Changes(state, options.source_date),
            titles=titles,
            names={party.id: party.name for party in state.parties if party.name.strip()},
            keys=keys,
            with_plan=share_codes(item.action for item in state.items),
        )

    @property
    def labels(self) -> Labels:
        return LABELS[self.options.language]

    @property
    def words(self) -> ReminderWords:
        return REMINDER_WORDS[self.options.language]

    def name(self, party: str | None) -> str:
        """The name of a calendar: what it holds, of which plans, for whom."""
        what = self.words.due if self.options.items else self.words.owed
        plans = ", ".join(plan.id for plan in self.state.plans)
        whose = "" if party is None else f" ({self.party(party) or self.words.nobody})"
        return _line(f"{what}{f': {plans}' if plans else ''}{whose}")

    def plans(self) -> Iterator[str]:
        for plan in self.state.plans:
            document = "" if plan.document is None else plan.document.cite()
            line = ", ".join(filter(None, (plan.id, _line(plan.title), document)))
            yield self.labels.line(self.labels.plan, line)

    def party(self, party: str | None) -> str:
        """The name of a party: that in the dossier, else a known one, else its id."""
        if not party:
            return ""
        known = known_party(party)
        other = party if known is None or known.id != party else known.name
        return _line(self.names.get(party, other))

    def report(self, owed: DueReport) -> CalendarEntry:
        duty, labels, words = owed.obligation, self.labels, self.words
        by, to = self.party(owed.party), self.party(owed.to)
        marks = {DutyState.MISSING: words.overdue, DutyState.POSSIBLY_MISSING: words.possibly}
        mark = "" if owed.state is None else marks.get(owed.state, "")
        text = self._without_deadline(duty.text, owed.deadline)
        line = self._joined(by, text or labels.obligation)
        head = self._called(owed.subject)
        if by:
            head = head.removesuffix(labels.colon)  # behind it stands a name, and no day
        period = "" if owed.period is None else period_in_words(owed.period, self.options.language)
        sequence, stamp = self.changes.of_report(owed)
        whole = CalendarEntry(
            uid=stable_uid(f"{self.keys[id(owed)]}/{self.options.profile}"),
            kind=EntryKind.EVENT,
            summary=f"{head} {line}" if head else line,
            language=(self.options.text_language or "") if duty.text.strip() else "",
            start=None if owed.period is None else owed.period.start,
            day=owed.due,
            created=self.changes.created(owed.subject),
            stamp=stamp,
            sequence=sequence,
            categories=self._categories(owed.subject, labels.obligation, mark),
            contacts=tuple(filter(None, (by,))),
            confidential=self._is_restricted(owed.subject),
            refids=tuple(filter(None, (plan_of(owed.subject),))),
        )
        further = [
            labels.line(labels.period, period),
            labels.line(labels.owed_by, by),
            labels.line(labels.owed_to, to),
            labels.line(labels.about, self._about(owed.subject)),
        ]
        return self._finished(whole, owed.deadline, owed.earliest, mark, further)

    def item(self, item: StateItem) -> CalendarEntry:
        labels, words = self.labels, self.words
        marks = {Standing.OVERDUE: words.overdue, Standing.POSSIBLY_OVERDUE: words.possibly}
        mark = marks.get(item.standing, "")
        title = without_stop(_line(item.title))
        text = self._without_deadline(item.text, item.deadline)
        line = " – ".join(dict.fromkeys(filter(None, (text, title))))
        parties = "; ".join(filter(None, map(self.party, item.parties)))
        sequence, stamp = self.changes.of_item(item)
        subject = item.subject
        whole = CalendarEntry(
            uid=stable_uid(f"{self.keys[id(item)]}/{self.options.profile}"),
            kind=EntryKind.EVENT,
            summary=f"{self._called(item.action)} {line}".rstrip(),
            language=self.options.text_language or "",
            day=item.due,
            created=self.changes.created(subject),
            stamp=stamp,
            sequence=sequence,
            categories=self._categories(subject, words.item, mark),
            contacts=tuple(filter(None, map(self.party, item.parties))),
            confidential=self._is_restricted(subject),
            refids=(item.action.plan,),
            # No address by which a tick would be taken back: a calendar of what is left does not
            # tell whether all of an action is done. `icalendar` has all tasks of a plan.
            status=TASK_STATUS[item.status],
        )
        further = [
            labels.line(labels.status, _line(item.status_text)),
            labels.line(labels.parties, parties),
            labels.line(labels.plan, self._about(item.action)),
        ]
        return self._finished(whole, item.deadline, item.earliest, mark, further)

    def _finished(
        self,
        entry: CalendarEntry,
        deadline: Deadline | None,
        earliest: dt.date | None,
        mark: str,
        further: Iterable[str],
    ) -> CalendarEntry:
        """An entry with what its day tells: how sure it is, whether it is late, what reminds."""
        options, words, day = self.options, self.words, entry.day
        tasks = options.profile == "tasks"
        is_sure = deadline is not None and _is_fixed(deadline) and earliest in (None, day)
        marked = f"{mark}: {entry.summary}" if mark else entry.summary
        summary = shortened(marked, options.summary_length)
        late = words.since.format(day_in(day, options.language)) if mark and day else ""
        lines = [
            marked if summary != marked else "",
            f"{mark}: {late}" if late and self.state.on > (day or dt.date.max) else mark,
            deadline_line(deadline, day, options.language),
            ""
            if earliest in (None, day)
            else words.doubtful.format(day_in(earliest, options.language)),
            *further,
        ]
        is_over = day is None or self.state.on > day
        status = EntryStatus.CONFIRMED if is_sure else EntryStatus.TENTATIVE
        return attrs.evolve(
            entry,
            kind=EntryKind.TASK if tasks else EntryKind.EVENT,
            summary=summary,
            description="\n".join(line for line in lines if line),
            start=entry.start if tasks else None,
            status=(entry.status or EntryStatus.NEEDS_ACTION) if tasks else status,
            # What is over reminds of itself: an alarm in the past would ring at once.
            alarms=() if is_over else options.reminders,
            edtf="" if deadline is None else edtf_of(deadline, Time(day=day)),
            wording="" if deadline is None else deadline.text,
        )

    def _called(self, subject: object) -> str:
        """How a line calls the action that it is about; empty of anything else."""
        ref = subject.action if isinstance(subject, IndicatorRef) else subject
        if not isinstance(ref, ActionRef):
            return ""
        return called(ref, self.labels, with_plan=self.with_plan)

    def _without_deadline(self, text: str, deadline: Deadline | None) -> str:
        printed = () if deadline is None else (deadline,)
        return without_stop(without_deadline(_line(text), printed))

    def _joined(self, by: str, words: str) -> str:
        return f"{by}{self.labels.colon} {words}" if by else words

    def _categories(self, subject: object, kind: str, mark: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (plan_of(subject), kind, mark))))

    def _is_restricted(self, subject: object) -> bool:
        """Whether the document of a plan is LIMITE; of what belongs to none, that of any plan."""
        known = {plan.id: plan.document for plan in self.state.plans}
        own = plan_of(subject)
        papers = [known[own]] if own in known else list(known.values())
        return any(paper is not None and paper.limite for paper in papers)

    def _about(self, subject: object) -> str:
        if isinstance(subject, PartyRef):
            return self.party(subject.party)
        words = "" if subject is None else _line(str(subject))
        return _line(f"{words} {self.titles.get(words, '')}")


def _is_fixed(deadline: Deadline) -> bool:
    """Whether a day is certain; of what hangs on an event, once the event has its day."""
    return is_exact(deadline) or (isinstance(deadline, Relative) and deadline.convention is None)


def _line(text: str) -> str:
    return " ".join(text.split())
