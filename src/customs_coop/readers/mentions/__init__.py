"""What a row or a box says of other things: its references, and the links that it states.

Only unmistakable wordings become links ("previously 5.3", "await outcome of 2.1", "the
recommendations of Action 3.6"); whatever else is cited is a link of the kind CITES. Each link
keeps the words that state it.
"""

from customs_coop.readers.mentions.bodies import BodyMention, bodies_in, condition_links
from customs_coop.readers.mentions.carrying import with_introduction, with_recommendation_links
from customs_coop.readers.mentions.codes import find_aliases
from customs_coop.readers.mentions.context import PlanContext, without_own
from customs_coop.readers.mentions.dispositions import read_disposition, split_disposition
from customs_coop.readers.mentions.events import with_event_links
from customs_coop.readers.mentions.introductions import Introduction
from customs_coop.readers.mentions.relations import (
    find_links,
    links_of,
    note_links,
    prose_deadlines,
    prose_links,
    row_links,
    row_references,
    used_once,
)
from customs_coop.readers.mentions.reports import with_reports

__all__ = [
    "BodyMention",
    "Introduction",
    "PlanContext",
    "bodies_in",
    "condition_links",
    "find_aliases",
    "find_links",
    "links_of",
    "note_links",
    "prose_deadlines",
    "prose_links",
    "read_disposition",
    "row_links",
    "row_references",
    "split_disposition",
    "used_once",
    "with_event_links",
    "with_introduction",
    "with_recommendation_links",
    "with_reports",
    "without_own",
]
