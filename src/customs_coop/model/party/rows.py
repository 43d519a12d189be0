"""Making the rows of the tables of known bodies."""

import datetime as dt

from customs_coop.model.party.values import Party, PartyKind, PartyName

__all__ = ["body_row", "dated"]


def body_row(
    id: str,  # noqa: A002 - the name of the field that it fills
    name: str,
    kind: PartyKind,
    *names: str | PartyName,
    part_of: str | None = None,
) -> Party:
    """A body with its other names."""
    return Party(id=id, name=name, kind=kind, part_of=part_of, names=names)


def dated(text: str, since: str | None = None, until: str | None = None) -> PartyName:
    """A name with its first and last day; the converters of the class read the texts."""
    return PartyName(
        text=text,
        since=None if since is None else dt.date.fromisoformat(since),
        until=None if until is None else dt.date.fromisoformat(until),
    )
