"""What a decisions file explains to the person who edits it."""

from typing import Final

from customs_coop.rollover.decisions.values import Purpose

__all__ = [
    "CONTINUING",
    "DRAFT_HEAD",
    "MISSING_HEAD",
    "RECOMMENDATION_HEAD",
    "WAITING_HEAD",
    "head_of",
]

_TOP: Final = """\
{what}
Save it as plain text in UTF-8. What stands behind a "#" is for you and is not read.

Each [[action]] is one action of the plan. Change its decision to one of these words:

{words}

reason may be empty otherwise, too; authority is the document that says so, such as "14680/05".
Leave code and title as they are: by them it is noticed when the plan has changed.
To decide on a single indicator or deadline of an action that goes on, add a table below the
action; item is its number, and the decision complete, defer, drop or reschedule:

  [[action.indicator]]
  item = 2
  decision = "drop"
  reason = "no money for a second course"

  [[action.deadline]]
  item = 1
  decision = "reschedule"
  to = "by June 2008"

To say what each part of a split gets, add them below the action; what no part names stays in
the first one. terms_of_reference, responsible and work_area may be added:

  [[action.part]]
  title = "One"
  indicators = [1]
  [[action.part]]
  title = "Another"
  indicators = [2]
  deadlines = [1]

When you are done, hand the file in with --decisions."""
MISSING_HEAD: Final = """\
Codes that the numbering of the plan leaves out. Each stays "unexplained" until you write what
became of it: complete, defer, drop (both with a reason), or merge with  into = "7.2"."""
RECOMMENDATION_HEAD: Final = """\
Recommendations. Change the decision to one of these words:

  open       nothing is decided; the ledger shows it as open
  take up    an action of the plan takes it up; add its code:  action = "5.1"
  draft      a new action takes it up: add a [[draft]] at the end of the file
  carry out  it is done already
  defer      it waits for a later plan; say why in reason
  turn down  it is given up; say why in reason"""
WAITING_HEAD: Final = """\
Rollovers before left this, and nothing has become of it since. Change the decision to one of
these words:

  wait      it waits on, in the new ledger
  draft     a new action goes on with it: add a [[draft]] at the end of the file
  complete  it is done already
  drop      it is given up; say why in reason"""
DRAFT_HEAD: Final = """\
New actions. A [[draft]] has a title and the ids of its recommendations, each of which has the
decision "draft". These may be added: code (without one it gets the next that is free),
work_area (the code that it has in the old plan), priority, terms_of_reference, and the lists
objectives (codes), responsible and concerned (parties, such as ["CCWP"]) and deadlines; and
below it a [[draft.indicator]] for each indicator, with text and deadlines. For example:

  [[draft]]
  title = "{title}"
  recommendations = [{recommendations}]"""

CONTINUING: Final = """\
A [[draft]] goes on with what waits where it names it under continues, one thing or a list; what
it names has the decision "draft". It keeps the history of an action, and its title, unless you
give another one. Where the plan of that action is handed in with --earlier, it gets all that
the action held; else add what you know, as for any other [[draft]]. For example:

  [[draft]]
  continues = {item}{title}"""

_ROLLOVER: Final = """\
  carry     it goes on in the new plan
  complete  it is done
  defer     it waits for a later plan than the new one; say why in reason
  drop      it is given up; say why in reason
  merge     it goes on inside another action; add the code of that one:  into = "5.1"
  split     it goes on as several; add their titles:  parts = ["One", "Another"]
            the first part keeps all indicators and deadlines, unless you say where they go:
            write an [[action.part]] for each part instead of parts, as below"""
_REVISION: Final = """\
  carry     its row stays as it is
  complete  its row stays, and is marked as completed
  defer     its row stays, with "Defer" as its priority; say why in reason
  drop      its row stays without objectives and priority, as obsolete; say why in reason
  merge     its row goes, and its words stand in another one; add its code:  into = "5.1"
  split     its row keeps the first part, and the others get rows of their own; add two titles
            or more:  parts = ["One", "Another"]
            the first part keeps all indicators and deadlines"""


def head_of(title: str, purpose: Purpose | None) -> list[str]:
    """The lines at the top of the file.

    Args:
        title: How the plan is called.
        purpose: What the file is for; without it, the words are those of a rollover.
    """
    words = _REVISION if purpose == "revision" else _ROLLOVER
    what = f"In this file you decide what becomes of everything in {title}"
    if purpose == "revision":
        what += ", at its mid-term review"
    return _TOP.format(what=f"{what}.", words=words).splitlines()
