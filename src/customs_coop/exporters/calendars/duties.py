CLASSBODY
    def obligations(self, profile: Profile) -> Iterator[_Found]:
        counts: dict[str, int] = {}
        for one in self.dossier.obligations:
            base = f"obligation/{one.party or ''}/{one.to or ''}/{one.subject or ''}"
            # Counted before the choice, so that a choice changes no identifier.
            count = counts[base] = counts.get(base, -1) + 1
            plan = self._plan_of(one)
            asked = plan is not None or self.options.plan is None
            known = self.audience.belongs(one.party) or self.audience.belongs(one.to)
            if asked and known:
                yield from self._obligation(one, plan, f"{base}/{count}", profile)

    def _obligation(
        self, owed: Obligation, plan: ActionPlan | None, key: str, profile: Profile
    ) -> Iterator[_Found]:
        deadline = owed.deadline
        subject = f"obligation: {shortened(self._line_of(owed), 60)}"
        # Rounds are counted from the years of the calendar: those inside the period of a plan that
        # it is not about would be days of which no text speaks.
        window = _stated(deadline) if plan is None or plan.period is None else plan.period
        times = [Time()] if deadline is None else [*times_of(deadline, window)]
        no_event = self.options.profile == "events" and times[0].day is None
        if isinstance(deadline, Recurring) and deadline.recurrence is not None and window is None:
            so = ", so that it is no event" if no_event else ""
            why = "it belongs to no plan of the dossier" if plan is None else _NO_PERIOD
            message = f"the rounds of “{_line(deadline.text)}” are not listed{so}: {why}"
            yield diagnose("CC703", message, subject=subject)
        elif no_event:
            message = "it has no day, so that it is no event"
            yield diagnose("CC703", message, subject=subject)
        days = [time.day for time in times if time.day is not None]
        rule = rule_of(days) if self.options.recurrence == "rule" and profile == "events" else None
        if rule is not None:
            series = f"{key}/{times[0].occurrence}/rounds"
            yield self._entry_of(owed, plan, times[0], series, profile, rule=rule)
            return
        for time in times:
            if profile == "tasks" or time.day is not None:
                yield self._entry_of(owed, plan, time, f"{key}/{time.occurrence}", profile)

    def _entry_of(
        self,
        owed: Obligation,
        plan: ActionPlan | None,
        time: Time,
        key: str,
        profile: Profile,
        *,
        rule: MonthEnds | None = None,
    ) -> CalendarEntry:
        labels, deadline = self.labels, owed.deadline
        exact = deadline is not None and is_exact(deadline)
        status = EntryStatus.CONFIRMED if exact else EntryStatus.TENTATIVE
        stamps = [self.history.stamp(one) for one in self.plans if plan in (None, one)]
        line = self._line_of(owed)
        summary = shortened(line, self.options.summary_length)
        by, to = self._party(owed.party), self._party(owed.to)
        lines = [
            line if summary != line else "",
            deadline_line(deadline, None if rule else time.day, self.language),
            labels.line(labels.owed_by, by),
            labels.line(labels.owed_to, to),
            labels.line(labels.about, self._about(owed, plan)),
        ]
        confidential = (
            self.restricted
            if plan is None
            else (marking_of(plan, self.dossier) not in (None, Marking.PUBLIC))
        )
        shows_start = profile == "tasks" or self.options.window == "span"
        return CalendarEntry(
            uid=stable_uid(f"{key}/{profile}"),
            kind=EntryKind.TASK if profile == "tasks" else EntryKind.EVENT,
            summary=summary,
            language=(self.options.text_language or "") if _line(owed.text) else self.language,
            description="\n".join(text for text in lines if text),
            start=time.start if shows_start and time.day != dt.date.max else None,
            day=time.day,
            created=self._created(owed, plan),
            stamp=max(stamps, default=self.options.source_date or _NO_DAY),
            sequence=self._sequence(owed, plan),
            status=EntryStatus.NEEDS_ACTION if profile == "tasks" else status,
            categories=(labels.obligation,) if plan is None else (plan.id, labels.obligation),
            contacts=tuple(dict.fromkeys(filter(None, (by, to)))),
            confidential=confidential,
            edtf="" if deadline is None else edtf_of(deadline, time, rule),
            rule=rule,
            wording="" if deadline is None else deadline.text,
            alarms=() if time.day is None else self.options.reminders,
            refids=() if plan is None else (plan.id,),
        )

    def _line_of(self, owed: Obligation) -> str:
        """The words of an obligation; without any, who owes it, else what it is about."""
        whose = self._party(owed.party) or _line(str(owed.subject or ""))
        label = self.labels.obligation
        return _line(owed.text) or self.labels.line(label, whose) or label

    def _party(self, party: str | None) -> str:
        """The name of a party: that in the dossier, else a known one, else its id."""
        if party is None:
            return ""
        named = (one.name for one in self.dossier.parties if one.id == party and one.name.strip())
        known = known_party(party)
        other = party if known is None or known.id != party else known.name
        return _line(next(named, other))

    def _about(self, owed: Obligation, plan: ActionPlan | None) -> str:
        """What an obligation is about, in one line."""
        subject = owed.subject
        action, recommendation = _action_of(owed, plan), self._recommendation(owed)
        if isinstance(subject, PlanRef) and plan is not None:
            return plan_line(plan)
        if isinstance(subject, PartyRef):
            return self._party(subject.party)
        words = "" if subject is None else _line(str(subject))
        if action is not None:
            words = _line(f"{action.code} {action.title}")
        elif recommendation is not None:
            words = f"{words} {shortened(_line(recommendation.text), 80)}".strip()
        # The address of an action that nobody knows names the plan already.
        known = plan is not None and (action is not None or not isinstance(subject, ActionRef))
        return f"{words} ({plan_line(plan)})" if plan is not None and known else words

    def _created(self, owed: Obligation, plan: ActionPlan | None) -> dt.date | None:
        occasion = _occasion_of(owed, plan)
        if plan is None:
            return None
        if occasion is None:
            return self.history.stamp(plan)
        return self.history.created(occasion, plan)

    def _sequence(self, owed: Obligation, plan: ActionPlan | None) -> int:
        occasion = _occasion_of(owed, plan)
        if plan is None:
            return 0
        if occasion is None:
            return self.history.changes[plan.id]
        return self.history.sequence(occasion, plan)

    def _recommendation(self, owed: Obligation) -> Recommendation | None:
        if not isinstance(owed.subject, RecommendationRef):
            return None
        sought = owed.subject.recommendation
        return next((one for one in self.dossier.recommendations if one.id == sought), None)

    def _plan_of(self, owed: Obligation) -> ActionPlan | None:
        """The plan that an obligation is about, or to which what it is about belongs."""
        subject = owed.subject
        if isinstance(subject, PlanRef | ActionRef):
            return next((plan for plan in self.plans if plan.id == subject.plan), None)
        recommendation = self._recommendation(owed)
        if recommendation is not None and recommendation.document is not None:
            return self._printed_in(recommendation.document)
        return self._printed_in(subject) if isinstance(subject, Named) else None

    def _printed_in(self, paper: Reference | Named) -> ActionPlan | None:
        """The plan that a document prints."""
        papers = [one for one in self.dossier.documents if one.reference == paper]
        for plan in self.plans:
            if plan.document == paper or any(is_printed_by(plan, one) for one in papers):
                return plan
        return None


def _action_of(owed: Obligation, plan: ActionPlan | None) -> Action | None:
    if plan is None or not isinstance(owed.subject, ActionRef):
        return None
    return next((one for one in plan if one.code == owed.subject.code), None)


def _occasion_of(owed: Obligation, plan: ActionPlan | None) -> Occasion | None:
    """The action that an obligation is about, as the history of entries asks for it."""
    action = _action_of(owed, plan)
    if plan is None or action is None:
        return None
    ref = plan.ref(action)
    return Occasion(action=action, ref=ref, index=0, origin=str(action.origin or ref))


def _stated(deadline: Deadline | None) -> Period | None:
    """From the first round to the last day, where the words of an obligation name both."""
    if not isinstance(deadline, Recurring) or deadline.first is None or deadline.until is None:
        return None
    return Period(deadline.first, deadline.until)
