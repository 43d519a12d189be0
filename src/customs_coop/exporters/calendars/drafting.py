"""From a dossier to a calendar: the entries, and what is told of what is not in them."""

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.exporters.base import plan_of
from customs_coop.exporters.calendars.further import further_entries
from customs_coop.exporters.calendars.history import History, history_of, roots_of
from customs_coop.exporters.calendars.labels import LABELS
from customs_coop.exporters.calendars.options import CalendarOptions
from customs_coop.exporters.calendars.planning import Shown, planned
from customs_coop.exporters.calendars.relating import Placed, with_dependences
from customs_coop.exporters.calendars.summaries import share_codes
from customs_coop.exporters.calendars.taking_part import (
    Audience,
    addresses_of,
    audience_of,
    invited,
    with_one_address,
    without_organizer,
    without_part,
)
from customs_coop.exporters.calendars.timing import edtf_of, is_exact
from customs_coop.exporters.calendars.wording import (
    Wording,
    plan_line,
    priority_figure,
    references_of,
)
from customs_coop.formats.calendars import (
    Calendar,
    CalendarEntry,
    Citation,
    EntryKind,
    EntryStatus,
    Relation,
    stable_uid,
)
from customs_coop.formats.crosswalk import TASK_STATUS, effective_status
from customs_coop.formats.occasions import Occasion, Profile, occasions_of
from customs_coop.formats.provenance import cover_of, marking_of, strategy_of
from customs_coop.model import ActionPlan, Dossier, Marking, Status
from customs_coop.references import Reference

__all__ = ["Draft", "draft_of"]

_KINDS: Mapping[Profile, EntryKind] = {"events": EntryKind.EVENT, "tasks": EntryKind.TASK}
_HEADINGS = frozenset(
    {
        *("timetable", "annex", "action plan", "work plan", "work programme", "list of actions"),
        *("calendrier", "annexe", "plan d'action", "programme de travail"),
        *("zeitplan", "anhang", "aktionsplan", "arbeitsplan", "arbeitsprogramm"),
    }
)
_OPEN = (None, Marking.PUBLIC)


@attrs.frozen(kw_only=True)
class Draft:
    """A calendar that is ready to be written.

    Args:
        calendar: The calendar.
        report: What of the dossier is not in it.
        names: What each entry is of, by its identifier.
    """

    calendar: Calendar
    report: Report
    names: Mapping[str, str]


def draft_of(dossier: Dossier, options: CalendarOptions) -> Draft:
    """Make the calendar of a dossier.

    Args:
        dossier: The dossier.
        options: What is asked for.

    Raises:
        UnknownPlanError: The dossier has no plan of the name that was given.
        InvalidValueError: Nobody bears the name of a party that was given, or the one that is
            asked for has no part in anything, or a party has two addresses.
    """
    plans = dossier.plans if options.plan is None else (plan_of(dossier, options.plan),)
    owed = dossier.obligations if "obligations" in options.also else ()
    audience = audience_of(dossier, plans, options.party, owed=owed)
    profiles: tuple[Profile, ...] = (
        ("events", "tasks") if options.profile == "both" else (options.profile,)
    )
    occasions = {id(plan): occasions_of(plan) for plan in plans}
    shown, told = planned(
        plans,
        dossier,
        audience,
        profiles,
        occasions=occasions,
        rules=options.recurrence == "rule",
    )
    with_plan = share_codes(plan.ref(action) for plan in plans for action in plan)
    addresses = addresses_of(dossier, options.given_addresses)
    told += without_organizer((one.occasion.action for one in shown), addresses)
    told += without_part(dossier, addresses)
    told += with_one_address((one.occasion.action for one in shown), addresses)
    writer = _Writer(
        dossier=dossier,
        options=options,
        audience=audience,
        history=history_of(dossier, options.source_date),
        words={
            id(plan): Wording.of(
                plan,
                occasions[id(plan)],
                options.language,
                options.summary_length,
                with_plan=with_plan,
            )
            for plan in plans
        },
        addresses=addresses,
        confidential={id(p) for p in plans if marking_of(p, dossier) not in _OPEN},
    )
    roots = roots_of(dossier)
    placed = [Placed(writer.entry(one), roots[one.occasion.ref]) for one in shown]
    entries = tuple(one.entry for one in placed)
    if options.relations == "rfc9253":
        entries, open_links = with_dependences(placed, dossier, plans, roots)
        told += open_links
    more, told_of_more = further_entries(
        dossier,
        plans,
        audience=audience,
        profiles=profiles,
        options=options,
        history=writer.history,
        shown=shown,
    )
    if not entries and not more and dossier != Dossier():
        told_of_more += (_nothing(dossier, options, occasions),)
    names = {one.entry.uid: one.entry.item for one in placed}
    names |= {entry.uid: entry.summary for entry in more}
    stamps = [writer.history.stamp(plan) for plan in plans]
    stamps += [one.stamp for one in (*entries, *more)]
    calendar = Calendar(
        name=_name(plans, audience, dossier),
        description="\n".join(_plan_lines(plans, options)),
        # RFC 7986 allows an identifier here, but vdirsyncer would take that for the one of each
        # entry of a calendar on the web, and keep only the last of them.
        stamp=max(stamps, default=options.source_date),
        entries=(*entries, *more),
        feed_url=options.feed_url,
        color=options.color,
    )
    return Draft(calendar=calendar, report=Report([*told, *told_of_more]), names=names)


def _nothing(
    dossier: Dossier, options: CalendarOptions, occasions: Mapping[int, Sequence[Occasion]]
) -> Diagnostic:
    """That a calendar has no entry, which RFC 5545, section 3.6, does not allow."""
    message = "the calendar has no entry"
    owed = dossier.obligations
    is_asked, has_tasks = "obligations" in options.also, options.profile != "events"
    if not has_tasks and (any(occasions.values()) or (is_asked and owed)):
        message += ", as nothing has a day; with profile=tasks it has tasks without one"
    elif not occasions:
        message += ": there is no plan in it"
    else:
        message += ": there is no action in it"
    dated = [one for one in owed if one.deadline is not None and one.deadline.latest is not None]
    if not is_asked and (dated or (owed and has_tasks)):
        message += "; also=obligations adds the reports that are asked for"
    return diagnose("CC704", message, subject="calendar")


def _name(plans: Iterable[ActionPlan], audience: Audience, dossier: Dossier) -> str:
    name = "; ".join(_title(plan, dossier) or plan.id for plan in plans) or "Action plans"
    return name if audience.party is None else f"{name} ({audience.party})"


def _title(plan: ActionPlan, dossier: Dossier) -> str:
    """The title of a plan; that of its document where it is a heading that any plan may have."""
    title = " ".join(plan.title.split())
    cover = cover_of(plan, dossier) if title.casefold().rstrip(" .:") in _HEADINGS else None
    return title if cover is None else " ".join(cover.title.split()) or title


def _plan_lines(plans: Iterable[ActionPlan], options: CalendarOptions) -> Iterator[str]:
    labels = LABELS[options.language]
    for plan in plans:
        yield labels.line(labels.plan, plan_line(plan, options.language))


@attrs.frozen(kw_only=True)
class _Writer:
    """Makes the entries of actions."""

    dossier: Dossier
    options: CalendarOptions
    audience: Audience
    history: History
    words: Mapping[int, Wording]
    addresses: Mapping[str, str]
    confidential: Container[int]

    def entry(self, shown: Shown) -> CalendarEntry:
        occasion, plan, action = shown.occasion, shown.plan, shown.occasion.action
        words = self.words[id(plan)]
        state = effective_status(action, occasion.indicator)
        status = _status(state, occasion, shown.profile)
        parties = invited(action.involved, self.addresses, status)
        time, deadline = occasion.time, occasion.deadline
        return CalendarEntry(
            uid=stable_uid(shown.key),
            kind=_KINDS[shown.profile],
            summary=words.summary(occasion),
            language=self.options.text_language or "",
            description=words.description(occasion, shown.unseen, series=shown.rule is not None),
            start=self._start(shown),
            day=time.day,
            created=self.history.created(occasion, plan),
            stamp=self.history.changed(occasion, plan),
            sequence=self.history.sequence(occasion, plan),
            status=status,
            percent=100 if status is EntryStatus.COMPLETED else None,
            completed=self._completed(occasion, status),
            priority=priority_figure(action),
            categories=words.categories(action, state),
            contacts=parties.contacts,
            organizer=parties.organizer,
            attendees=parties.attendees,
            confidential=id(plan) in self.confidential,
            edtf="" if deadline is None else edtf_of(deadline, time, shown.rule),
            wording="" if deadline is None else deadline.text,
            # Nobody wants to be reminded of what is done.
            alarms=() if state.closed or time.day is None else self.options.reminders,
            relations=self._relations(shown),
            links=tuple(self._links(shown)),
            concepts=self._concepts(plan) if action.objectives else (),
            refids=(plan.id,),
            rule=shown.rule,
            item=str(occasion.ref),
            indicator=occasion.number,
            parties=self.audience.reporting(action),
            exported_status=state.value,
        )

    def _start(self, shown: Shown) -> dt.date | None:
        time = shown.occasion.time
        if shown.profile == "events" and (self.options.window == "day" or time.day == dt.date.max):
            return None
        return time.start

    def _completed(self, occasion: Occasion, status: EntryStatus) -> dt.date | None:
        is_done = status is EntryStatus.COMPLETED
        return self.history.completed_on(occasion) if is_done else None

    def _relations(self, shown: Shown) -> tuple[Relation, ...]:
        # One event for several rounds has several tasks, of which none is the parent.
        if self.options.profile != "both" or shown.profile != "events" or shown.rule is not None:
            return ()
        return (Relation(shown.occasion.uid("tasks")),)

    def _links(self, shown: Shown) -> Iterator[Citation]:
        language = self.options.language
        own = references_of(shown.occasion, shown.unseen)
        document = shown.plan.document
        found: tuple[Reference, ...] = own if document is None else (*own, document)
        for reference in dict.fromkeys(found):
            yield Citation(reference.cite(), reference.url(language))

    def _concepts(self, plan: ActionPlan) -> tuple[str, ...]:
        """Where the strategy stands whose objectives the action serves."""
        strategy = strategy_of(plan, self.dossier)
        known = None if strategy is None else strategy.reference
        url = None if known is None else known.url(self.options.language)
        return () if url is None else (url,)


def _status(state: Status, occasion: Occasion, profile: Profile) -> EntryStatus:
    if profile == "tasks":
        return TASK_STATUS[state]
    if state is Status.OBSOLETE:
        return EntryStatus.CANCELLED
    exact = occasion.deadline is not None and is_exact(occasion.deadline)
    return EntryStatus.CONFIRMED if exact else EntryStatus.TENTATIVE
