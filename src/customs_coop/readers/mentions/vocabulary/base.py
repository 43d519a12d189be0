"""What a vocabulary of relations holds, as pieces of regular expressions."""

from typing import Final

import attrs

from customs_coop.model import LinkKind

__all__ = ["ALL", "ITEMS", "OWN", "Cue", "LinkWords"]

#: What may be the target of a relation besides the codes of the plan.
ALL: Final = "references"
ITEMS: Final = "actions"
OWN: Final = "own codes"


@attrs.frozen
class Cue:
    """The words right before what a relation points at.

    Args:
        kind: The relation.
        reach: What may be its target: all references, actions of any plan, or own codes.
        words: The words, with the blank or apostrophe that ends them.
    """

    kind: LinkKind
    reach: str
    words: str


@attrs.frozen(kw_only=True)
class LinkWords:
    """The words of one language that state relations.

    Each is a piece of a regular expression without named groups, read in any case; an empty one
    says that the language has no words of this sort.

    Args:
        cues: The words before the target of each relation.
        merged_with: Words before the other row of a merger.
        once: Words before codes that have to be done first.
        done_behind: Words behind them that say so.
        denied: Words that take back what follows them in the same clause.
        no_longer: Words behind a target that take the relation back.
        former: Words before a code that an action had.
        nouns: Nouns before a code, such as "action".
        glue: Words between the codes of a list.
        to: Words between the ends of a range.
        not_counted: Words behind a code that are nothing to be counted, with blanks between.
        of_document: Prepositions and articles before the noun of a document.
        document: Nouns before the number of a document.
        acts: Acts that are known by their date, up to the date.
        recommendations_of: Words before whoever made recommendations, up to the target.
        based_on: Words before what something rests on, up to the target.
        action_based_on: Sentences that say it of the action itself.
        starting_point: What an action starts from.
        starting_points: The same with a colon, before a list.
        following: Words with which a sentence begins that names what went before.
        in_the_past: Words behind a target that put its use into the past.
        not_now: Words behind a target that say that it is not used.
        completed: Words, in their case, behind which the document stands that proves it.
        see: Words between them and the document.
        not_proof: Words there after which the document proves nothing.
        yet_to: Words before them that put it into the future.
        agreement: Words before those whose agreement is needed.
        others: Those who are not named, "the other interested parties".
        title_column: What names the column of the title.
        funded: Words before a programme that pays.
        reported_to: Words before the body to which something is reported.
        forward: Words in a cell of parties before whoever has taken the work over.
        work_area: What a work area is called.
        plan: What a plan is called.
        report: A report, with what sort it is.
        by_group: Behind it, whose report it is, and to whom it is made.
        on_action: Behind both, up to the code or citation of the action that it is on.
        results_of: What an action brought, up to the action; a report holds it.
        reported: Verbs that say what an action or its report found.
        held_in: Behind an action, up to the document that its report is.
        could_be: What is done with a report, between the action and a dash.
        not_reports: Documents that are no reports, right before a number in a bracket.
        respectively: What says that two lists go together one by one.
        other_papers: Documents that are no reports, right before their number.
        asked_paper: A paper that a report is made with, up to the article of the report.
        paper_about: A paper about a report that there is, up to the article of the report.
        no_report: Words right before a report that say that there is none.
        aside: What sets something aside, as the first words of a clause.
        opening: First words of a clause that goes before the subject of its sentence.
        also_of: Prepositions between the members of a list of actions.
    """

    cues: tuple[Cue, ...]
    merged_with: str
    once: str
    done_behind: str
    denied: str
    no_longer: str = ""
    former: str
    nouns: str
    glue: str
    to: str
    not_counted: str
    of_document: str
    document: str
    acts: str
    recommendations_of: str
    based_on: str
    action_based_on: str
    starting_point: str
    starting_points: str
    following: str
    in_the_past: str
    not_now: str
    completed: str
    see: str
    not_proof: str
    yet_to: str
    agreement: str
    others: str
    title_column: str
    funded: str = ""
    reported_to: str = ""
    forward: str
    work_area: str
    plan: str
    report: str
    by_group: str
    on_action: str
    results_of: str
    reported: str
    held_in: str
    could_be: str
    not_reports: str
    respectively: str
    other_papers: str
    asked_paper: str
    paper_about: str
    no_report: str
    aside: str
    opening: str
    also_of: str
