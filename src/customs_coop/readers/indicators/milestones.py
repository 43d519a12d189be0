"""Where in a text one milestone ends and the next begins: at its deadline or its completion."""

import re

from customs_coop.deadline import DeadlineMention, find_deadlines

__all__ = ["has_deadline", "is_deadline_alone", "labelled", "places_of", "split_milestones"]

_LABEL = re.compile(
    r"dead[- ]?line|(?<!\w)(?:échéances?|délais?|dates?\s(?:limites?|butoirs?)"
    r"|frist(?:en)?|termine?)(?!\w)",
    re.IGNORECASE,
)
# What follows a deadline and speaks of the same milestone.
_REMARK = re.compile(
    r"[\s.;,)]{0,8}\(?(?:Complete|Preliminary|Ongoing|On-going|Work (?:has|is)|Follow-?up"
    r"|Part(?:ly|ially)|Await|This (?:work|task|is)|Under ?way|Deferred|Postponed|See\b"
    r"|Achev|Termin[ée]|Clôtur|Finalis|En (?:cours|attente)|Partiellement|Report[ée]e?s?\b|Différ"
    r"|Voir\b"
    r"|(?:Cette|Ces|Les) (?:action|activité|tâche|travaux)"
    r"|Abgeschlossen|Erledigt|Fertiggestellt|Laufend|Im Gange|Teilweise|Zurückgestellt|Siehe\b)"
)
# What was done since, and no new aim: "Approved by the group".
_PAST = re.compile(
    r"\s{0,4}(?:Approved|Adopted|Endorsed|Agreed|Discussed|Presented|Submitted|Sent|Noted"
    r"|Published|Issued|Distributed)\s{1,4}(?:by|on|in|at|to)\b"
)
_DONE_IN_BRACKETS = re.compile(
    r"\((?:Completed?|(?:Achev|Termin|Clôtur|Finalis)ée?s?|Abgeschlossen|Erledigt)\b[^()]{0,200}\)"
    r"[.;,]?\s{1,4}(?=[A-ZÀ-ÖØ-Þ])"
)
_CLOSING = re.compile(r"[\s.;,)\]]{0,8}")
# A bracket, a dash or a small letter goes on with the sentence; a dash may also open a list item.
_GOES_ON = re.compile(r"[ \t.;,)\]]{0,8}[–—-]|[\s.;,)\]]{0,8}(?:[(\[]|(?P<letter>[^\W\d_]))")
_NOTE = re.compile(r"[ \t.]{0,4}\([^()]{0,200}\)")
# What stands between the times that one label announces.
_BETWEEN = re.compile(
    r"\s{0,4}(?:\([^()]{0,80}\))?\s{0,4}[,;/&|]?\s{0,4}(?:and|or|et|ou|und|oder)?\s{0,4}",
    re.IGNORECASE,
)
_LONGEST_BETWEEN = 100


def is_deadline_alone(text: str) -> bool:
    """Whether a text is a labelled deadline and nothing else.

    Example:
        >>> [is_deadline_alone(text) for text in ("Deadline: June 2007.", "Map. Deadline: tbc")]
        [True, False]
    """
    groups = labelled(text)
    if len(groups) != 1 or text[: groups[0][0].start].strip(" -–—•"):
        return False
    at = groups[0][-1].end
    if note := _NOTE.match(text, at):
        at = note.end()
    return not text[at:].strip(" .;,)]")


def has_deadline(text: str) -> bool:
    """Whether a text names a deadline under a label.

    Example:
        >>> has_deadline("Map. Deadline: June 2007"), has_deadline("Map by June 2007")
        (True, False)
    """
    return bool(labelled(text))


def labelled(text: str) -> list[tuple[DeadlineMention, ...]]:
    """The deadlines that have a label, each with the further times that the label announces.

    Example:
        >>> [len(group) for group in labelled("Deadlines: June 2007 and May 2008. By 2010")]
        [2]
    """
    if not _LABEL.search(text):
        return []
    groups: list[tuple[DeadlineMention, ...]] = []
    end = -1
    for mention in find_deadlines(text):
        gap = text[end : mention.start] if end >= 0 else None
        if _LABEL.search(mention.text):
            groups.append((mention,))
        elif gap is not None and len(gap) <= _LONGEST_BETWEEN and _BETWEEN.fullmatch(gap):
            groups[-1] = (*groups[-1], mention)
        else:
            end = -1
            continue
        end = mention.end
    return groups


def places_of(groups: list[tuple[DeadlineMention, ...]]) -> frozenset[int]:
    """The places of all characters of the mentions."""
    return frozenset(
        place for group in groups for one in group for place in range(one.start, one.end)
    )


def split_milestones(text: str) -> list[str]:
    """Cut behind what ends one milestone: a labelled deadline, or "(Completed: 1234/05)".

    A second deadline with nothing else belongs to the same milestone.

    Example:
        >>> split_milestones("Map. Deadline 1: June 2007. Deadline 2: May 2008. Report.")
        ['Map. Deadline 1: June 2007. Deadline 2: May 2008.', 'Report.']
        >>> split_milestones("Map (Completed: 1234/05) Within 1 year draw it anew.")
        ['Map (Completed: 1234/05)', 'Within 1 year draw it anew.']
    """
    return [piece for part in _split_at_completion(text) for piece in _split_at_deadlines(part)]


def _split_at_completion(text: str) -> list[str]:
    """Cut behind a remark of completion in brackets where a statement with its own time begins."""
    parts: list[str] = []
    start = 0
    for match in _DONE_IN_BRACKETS.finditer(text):
        following = _DONE_IN_BRACKETS.search(text, match.end())
        rest = text[match.end() : following.start() if following else len(text)]
        if _REMARK.match(rest) or _PAST.match(rest) or is_deadline_alone(rest):
            continue
        if find_deadlines(rest):
            parts.append(text[start : match.end()].strip())
            start = match.end()
    return [*parts, text[start:]]


def _split_at_deadlines(text: str) -> list[str]:
    """Cut behind each labelled deadline after which something else begins."""
    pieces: list[str] = []
    start = 0
    for group in labelled(text):
        at = group[-1].end
        if _REMARK.match(text, at):
            continue
        if note := _NOTE.match(text, at):
            at = note.end()
        if _goes_on(text, at):
            continue
        closing = _CLOSING.match(text, at)
        end = closing.end() if closing else at
        if text[start:end].strip() and text[end:].strip():
            pieces.append(text[start:end].strip())
            start = end
    if text[start:].strip():
        pieces.append(text[start:].strip())
    return _joined(pieces)


def _joined(pieces: list[str]) -> list[str]:
    """The pieces, a deadline alone with the one before it: "Deadline 1: ... Deadline 2: ..."."""
    found: list[str] = []
    for piece in pieces:
        if found and is_deadline_alone(piece):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def _goes_on(text: str, at: int) -> bool:
    """Whether what follows a deadline belongs to its sentence."""
    if _REMARK.match(text, at):
        return True
    match = _GOES_ON.match(text, at)
    return match is not None and (match["letter"] is None or match["letter"].islower())
