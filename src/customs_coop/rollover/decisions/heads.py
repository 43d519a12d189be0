"""What a decisions file explains to the person who edits it."""

from typing import Final

from customs_coop.rollover.decisions.values import Purpose

__all__ = ["DRAFT_HEAD", "MISSING_HEAD", "RECOMMENDATION_HEAD", "head_of"]

_TOP: Final = """\
{what}
Save it as plain text in UTF-8. What stands behind a "#" is for you and is not read.

Each [[action]] is one action of the plan. Change its decision to one of these words:

{words}

reason may be empty otherwise, too; authority is the document that says so, such as "14680/05".
Leave code and title as they are: by them it is noticed when the plan has changed.
To decide on a single indicator of an action that goes on, add below the action (complete, defer
or drop; item is its number; write [[action.deadline]] for a deadline of the action itself):

  [[action.indicator]]
  item = 2
  decision = "drop"
  reason = "no money for a second course"

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
DRAFT_HEAD: Final = """\
New actions. A [[draft]] has a title and the ids of its recommendations, each of which has the
decision "draft"; code, work_area (the code that it has in the old plan) and responsible (a list
such as ["CCWP"]) may be added. Without a code it gets the next one that is free. For example:

  [[draft]]
  title = "{title}"
  recommendations = [{recommendations}]"""

_ROLLOVER: Final = """\
  carry     it goes on in the new plan
  complete  it is done
  defer     it waits for a later plan than the new one; say why in reason
  drop      it is given up; say why in reason
  merge     it goes on inside another action; add the code of that one:  into = "5.1"
  split     it goes on as several; add their titles:  parts = ["One", "Another"]
            the first part keeps all indicators and deadlines"""
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
