"""Which thing a link means: codes are unique only within a plan, so nothing is guessed."""

import functools
import re
from collections.abc import Iterator

import attrs

from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.graph.holdings import Holdings, holdings_of
from customs_coop.graph.meanings import Meaning, kept, listed, opened
from customs_coop.graph.nodes import (
    Node,
    NodeKind,
    kind_of,
    label_of,
    recommendation,
)
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    Dossier,
    Link,
    LinkKind,
    Named,
    Place,
    PlanRef,
    Target,
)
from customs_coop.references import ActionCitation, RecommendationCitation
from customs_coop.references.actions.plans import NAMED_PLAN, plan_of
from customs_coop.references.base import Pattern

__all__ = ["Meaning", "Resolution", "resolve"]

# Kinds whose target may be the same action under the code that it had before.
_DESCENT = (LinkKind.CONTINUES, LinkKind.MERGED_FROM, LinkKind.SPLIT_FROM, LinkKind.SUPERSEDES)
_DEFINITE = Pattern(r"(?:the|this|that|these|those)\s")
_ORDINAL = Pattern(NAMED_PLAN, re.IGNORECASE)


class Resolution:
    """What the links of a dossier mean, and what is wrong with those whose meaning is open.

    Args:
        dossier: The dossier.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def target(self, source: ActionRef, target: Target) -> Node:
        """The thing that a link of an action points at.

        Args:
            source: The action that has the link.
            target: The target as the link has it.

        Returns:
            The thing that is meant; an `OpenCitation` where that is open.

        Example:
            >>> own = Action(code="4.1", title="")
            >>> meant = resolve(ActionPlan(id="AP4", title="", number=4, actions=[own]))
            >>> str(meant.target(ActionRef("AP4", "4.1"), ActionCitation(1, "6.6")))
            'AP1/6.6'
            >>> str(meant.target(ActionRef("AP4", "4.1"), ActionCitation(None, "4.9")))
            'Action 4.9 (cited in AP4)'
        """
        return self.meaning(source, target).node

    def meaning(self, source: ActionRef, target: Target) -> Meaning:
        """The same as `target`, with what was inferred and what is open.

        Args:
            source: The action that has the link.
            target: The target as the link has it.

        Returns:
            The node, and what there is to say about it.

        Example:
            >>> plan = ActionPlan(id="AP2", title="", actions=[Action(code="8", title="")])
            >>> resolve(plan).meaning(ActionRef("AP2", "8"), ActionCitation(None, "9")).finding
            'CC505'
        """
        if isinstance(target, ActionRef):
            held = self._certain.get(target.plan)
            found = None if held is None else held.get(target.code.text)
            return Meaning(target) if found is None else found
        if isinstance(target, ActionCitation):
            key = source.plan, target
            meant = self._meanings.get(key)
            if meant is None:
                found = self._of_action(source.plan, target)
                meant = self._meanings[key] = kept(found, target, source.plan)
            return meant
        return self._of_other(source.plan, target, source.plan)

    def end(self, source: ActionRef, link: Link) -> Meaning | None:
        """What a link of an action leads to; None where it leads back to the action itself.

        "Previously 5.3" in an action that has 5.3 as an alias leads to that action under its
        former code, which is a node of its own.

        Example:
            >>> action = Action(code="5.1", title="", aliases=["5.3"])
            >>> plan = ActionPlan(id="AP1", title="", actions=[action])
            >>> link = Link(kind=LinkKind.MERGED_FROM, target=ActionRef("AP1", "5.3"))
            >>> str(resolve(plan).end(ActionRef("AP1", "5.1"), link).node)
            'AP1/5.3'
        """
        meant = self.meaning(source, link.target)
        if not _is_same(meant.node, source):
            return meant
        former = link.target
        if link.kind in _DESCENT and isinstance(former, ActionRef) and former != source:
            return Meaning(former, former=True)
        return None

    def outside(self, target: Target, source: str) -> Meaning:
        """What the target of a link means that stands in no plan, but in a report or the like.

        A code without its plan is an action of the only plan of the dossier, or of the only one
        that cites both it and what has the link; else it stays open.

        Args:
            target: The target as the link has it.
            source: The label of what has the link.

        Example:
            >>> plan = ActionPlan(id="AP2", title="", actions=[Action(code="8", title="")])
            >>> str(resolve(plan).outside(ActionCitation(None, "8"), "1/09").node)
            'AP2/8'
        """
        if isinstance(target, ActionRef):
            return Meaning(self.address(target))
        plans = self.dossier.plans
        plan = plans[0].id if len(plans) == 1 else ""
        if isinstance(target, ActionCitation):
            if target.plan is None and not plan:
                citing = self.known.citing(target, source)
                if len(citing) == 1:
                    # It was read in that plan, beside the citation, and means the same.
                    found = self._of_action(citing[0], target)
                    return kept(attrs.evolve(found, inferred=True), target, citing[0])
            return kept(self._of_action(plan, target), target, source)
        return self._of_other(plan, target, source)

    def address(self, ref: ActionRef) -> ActionRef:
        """The action of an address, which may have been written with a former code.

        Example:
            >>> action = Action(code="5.1", title="", aliases=["5.3"])
            >>> plan = ActionPlan(id="AP1", title="", actions=[action])
            >>> str(resolve(plan).address(ActionRef("AP1", "5.3")))
            'AP1/5.1'
        """
        return self.known.action(ref.plan, ref.code.text) or ref

    @functools.cached_property
    def report(self) -> Report:
        """The findings on citations, CC504 to CC508, in the order of the dossier.

        Links that name an identity outright are the business of `validate` (CC207, CC502, CC503).
        """
        plans = [plan for plan in self.dossier.plans if any(one.links for one in plan.actions)]
        found = [finding for plan in plans for finding in self._findings(plan)]
        return Report((*found, *self._findings_outside()))

    @functools.cached_property
    def known(self) -> Holdings:
        """What the dossier holds."""
        return holdings_of(self.dossier)

    @functools.cached_property
    def _certain(self) -> dict[str, dict[str, Meaning]]:
        """What each code of each plan means: made once, for most links point there."""
        return {
            name: {code: Meaning(ref) for code, ref in held.codes.items()}
            for name, held in self.known.plans.items()
        }

    @functools.cached_property
    def _meanings(self) -> dict[tuple[str, ActionCitation], Meaning]:
        """What was looked up before: one citation may stand in many actions."""
        return {}

    def _of_action(self, plan: str, cited: ActionCitation) -> Meaning:
        if cited.plan is not None:
            return self._of_ordinal(plan, cited, cited.plan)
        known = self.known
        own = known.action(plan, cited.code)
        if own is not None:
            return Meaning(own)
        others = known.holders(plan, cited.code)
        by_number = self._by_number(plan, cited, others)
        if by_number is not None:
            return by_number
        if len(others) == 1:
            return Meaning(others[0], inferred=True)
        if others:
            return opened(cited, "CC504", others)
        return Meaning(
            cited,
            finding="CC505",
            message=f"{cited}, and neither {plan} nor a plan before it has it"
            if plan
            else f"{cited}, and no plan is named",
        )

    def _by_number(
        self, plan: str, cited: ActionCitation, others: tuple[ActionRef, ...]
    ) -> Meaning | None:
        """The action of another plan, where the plan counts its actions as "plan.action".

        In a fifth plan with 5.1 to 5.10, "Action 3.6" is one of the third plan, even where an
        earlier plan of another numbering has a 3.6, too.
        """
        number = self.known.counted(plan)
        first = int(cited.code.partition(".")[0])
        if number is None or "." not in cited.code or not 0 < first < number:
            return None
        names = self.known.plans_of(first)
        found = [ref for ref in (self.known.action(name, cited.code) for name in names) if ref]
        if len(found) > 1:
            return opened(cited, "CC504", found)
        if names and not found:
            return Meaning(
                cited,
                candidates=tuple(map(label_of, others)),
                finding="CC505",
                message=f"{cited}, and {', '.join(names)} has no such action",
            )
        node = found[0] if found else ActionRef(f"AP{first}", Code(cited.code))
        rivals = [other for other in others if other != node]
        if not rivals:
            told = "" if found else "CC506"
            return Meaning(node, inferred=True, finding=told, message=node.plan if told else "")
        message = (
            f"{cited} was taken for {node}, from the numbering; {listed(rivals)} was not meant"
        )
        return Meaning(node, inferred=True, finding="CC508", message=message)

    def _of_ordinal(self, plan: str, cited: ActionCitation, number: int) -> Meaning:
        names, inferred = self._plans_meant(plan, number)
        if len(names) > 1:
            return opened(cited, "CC504", [f"{name}/{cited.code}" for name in names])
        held = self.known.action(names[0], cited.code)
        if held is not None:
            return Meaning(held, inferred=inferred)
        node = ActionRef(names[0], Code(cited.code))
        if names[0] in self.known.plans:
            message = f"{cited}, and {names[0]} has no such action"
            return Meaning(node, inferred=inferred, finding="CC505", message=message)
        return Meaning(node, inferred=inferred, finding="CC506", message=names[0])

    def _plans_meant(self, plan: str, number: int) -> tuple[list[str], bool]:
        """The ids of the plans that an ordinal may mean, and whether the one was inferred."""
        names = self.known.plans_of(number)
        if plan in names:
            return [plan], False
        if len(names) > 1:
            before = [name for name in names if name in self.known.before(plan)]
            if len(before) == 1:
                return before, True
        return names or [f"AP{number}"], False

    def _of_other(self, plan: str, target: Target, source: str) -> Meaning:
        """What a target means that is no action, as it is cited in a source."""
        if isinstance(target, RecommendationCitation):
            return kept(self._of_recommendation(target), target, source)
        if isinstance(target, Named):
            return kept(self._of_name(plan, target), target, source)
        return Meaning(target)

    def _of_recommendation(self, cited: RecommendationCitation) -> Meaning:
        found = self.known.recommendations_of(cited)
        # Reports are cited with and without the revision in which somebody read them.
        meant = found or self.known.in_other_revisions(cited)
        if len(meant) > 1 or (meant and cited.document is None):
            return opened(cited, "CC504", meant)
        if cited.document is not None:
            return Meaning(meant[0], inferred=not found) if meant else Meaning(cited)
        return Meaning(cited, finding="CC505", message=f"{cited}, whose report is not named")

    def _of_name(self, plan: str, named: Named) -> Meaning:
        found = self.known.named(named)
        if len(found) > 1:
            return opened(named, "CC504", found)
        if found:
            # The title of a document is no name that it has for itself.
            kinds = kind_of(named), kind_of(found[0])
            return Meaning(
                found[0], inferred=kinds[0] is NodeKind.OTHER or kinds[1] is NodeKind.DOCUMENT
            )
        match = _ORDINAL.fullmatch(named.text) if named.kind == "plan" else None
        number = plan_of(match)
        if number is None:
            # "The guidelines" speaks of something that the reader is to know.
            told = "CC505" if named.kind == "document" and _DEFINITE.match(named.text) else ""
            message = f'"{named}", and the dossier has nothing of this name' if told else ""
            return Meaning(named, finding=told, message=message)
        names, inferred = self._plans_meant(plan, number)
        if len(names) > 1:
            return opened(named, "CC504", names)
        if names[0] in self.known.plans:
            return Meaning(PlanRef(names[0]), inferred=inferred)
        return Meaning(PlanRef(names[0]), finding="CC506", message=names[0])

    def _findings_outside(self) -> Iterator[Diagnostic]:
        """What is open in the links of recommendations and documents; a mere name is no fault."""
        dossier = self.dossier
        holders: list[tuple[Node, tuple[Link, ...]]] = [
            (recommendation(item.id), item.links) for item in dossier.recommendations
        ]
        for source, links in (*holders, *((one.reference, one.links) for one in dossier.documents)):
            name = label_of(source)
            for link in links:
                meant = self.outside(link.target, name)
                if meant.node == source:
                    # A paper may print what it is called, and that is no other thing.
                    if link.kind.place is not Place.BESIDE and link.kind is not LinkKind.PRINTS:
                        message = f"{link.kind.value} itself{_words(link)}"
                        yield diagnose("CC507", message, subject=name)
                elif meant.finding not in ("", "CC506"):
                    message = f"{meant.message}{_words(link)}"
                    yield diagnose(meant.finding, message, subject=name)

    def _findings(self, plan: ActionPlan) -> Iterator[Diagnostic]:
        absent: dict[tuple[str, bool], dict[str, None]] = {}
        for action in plan.actions:
            source = self.known.action(plan.id, action.code.text)
            told: set[tuple[str, str]] = set()
            for link in action.links:
                if source is None:
                    continue
                meant = self.end(source, link)
                if meant is None:
                    if link.kind.place is not Place.BESIDE:
                        yield _about(
                            plan, action, "CC507", f"{link.kind.value} itself{_words(link)}"
                        )
                elif meant.finding == "CC506":
                    absent.setdefault((meant.message, meant.inferred), {})[action.code.text] = None
                elif meant.finding and (meant.finding, meant.message) not in told:
                    told.add((meant.finding, meant.message))
                    message = f"{meant.message}{_words(link)}"
                    yield _about(plan, action, meant.finding, message)
        for (name, inferred), codes in absent.items():
            known = (
                "inferred from the numbering only, and not held"
                if inferred
                else "known by its name only"
            )
            yield diagnose("CC506", f"{name} is {known}, from {listed(codes)}", subject=plan.id)


def resolve(subject: Dossier | ActionPlan) -> Resolution:
    """Ask what the links of a dossier mean.

    A citation that names its plan by an ordinal ("Action 8 of the second Action Plan") means the
    plan of that number. One without a plan means the plan in which it stands, where that has
    the code; else the plan that the numbering tells, where all codes of the plan begin with its
    own number; else the only one of the plans before it that has the code. Whatever is not said
    outright is marked as inferred, and what stays open is a finding and no guess.

    Args:
        subject: A dossier or a bare plan; it is not changed.

    Returns:
        The answers; `report` has the findings.

    Raises:
        TypeError: The subject is neither.

    Example:
        >>> link = Link(kind=LinkKind.AWAITS, target=ActionCitation(None, "9"), text="awaits 9")
        >>> action = Action(code="8", title="", links=[link])
        >>> resolve(ActionPlan(id="AP2", title="", actions=[action])).report.diagnostics[0].code
        'CC505'
    """
    return Resolution(Dossier.of(subject))


def _is_same(node: Node, action: ActionRef) -> bool:
    """Whether a node is an action; the texts are compared, which is quicker than the values."""
    if not isinstance(node, ActionRef):
        return False
    return node.code.text == action.code.text and node.plan == action.plan


def _words(link: Link) -> str:
    return f': "{" ".join(link.text.split())}"' if link.text.strip() else ""


def _about(plan: ActionPlan, action: Action, code: str, message: str) -> Diagnostic:
    return diagnose(code, message, subject=f"{plan.id}/{action.code}", span=action.span)
