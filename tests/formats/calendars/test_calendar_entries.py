import datetime as dt
import uuid

import pytest

from customs_coop.errors import InvalidValueError
from customs_coop.formats.calendars import Relation, RelationKind, stable_uid


def test_identifiers_are_the_same_for_ever() -> None:
    # Calendars in use hold them: this value must not change.
    assert stable_uid("AP1/5.1") == "ccff0d9d-d24f-55f9-9348-b0fbb3be88a0"
    assert uuid.UUID(stable_uid("\ud800")).version == 5


@pytest.mark.parametrize("kind", [RelationKind.PARENT, RelationKind.DEPENDS_ON])
def test_only_what_starts_after_another_has_a_gap(kind: RelationKind) -> None:
    with pytest.raises(InvalidValueError, match="has no gap"):
        Relation("a", kind, dt.timedelta(days=1))
    assert Relation("a", RelationKind.FINISH_TO_START, dt.timedelta(days=-1)).gap is not None
