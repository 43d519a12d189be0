"""What is written can be read back as it was, and is written in the same bytes again."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from customs_coop.model import Dossier
from customs_coop.serialization import from_json, from_values, to_json, to_values
from customs_coop.testing import dossiers, plans

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(dossiers())
def test_a_dossier_survives_the_way_through_json(dossier: Dossier) -> None:
    text = to_json(dossier)
    again, report = from_json(text)
    assert list(report) == []
    assert again == dossier
    assert to_json(again) == text
    # The values are values of JSON.
    assert json.loads(json.dumps(to_values(dossier))) == json.loads(text)


@given(plans().map(Dossier.of), st.data())
def test_a_value_of_another_type_is_a_finding_at_its_place(
    dossier: Dossier, data: st.DataObject
) -> None:
    values = json.loads(to_json(dossier))
    places = list(_places(values, "$"))
    path, holder, key = data.draw(st.sampled_from(places))
    old = holder[key]
    holder[key] = 1 if not isinstance(old, int) or isinstance(old, bool) else "1"
    read, report = from_values(values)
    assert read == Dossier()
    assert not report.ok
    assert any(
        d.span is not None and (d.span.path.startswith(path) or path.startswith(d.span.path))
        for d in report
    )


@given(JSON_VALUES)
def test_values_of_any_shape_are_refused_without_an_exception(value: object) -> None:
    _, report = from_values(value)
    assert not report.ok
    _, report = from_values({"schema": "customs_coop/1", "plans": value})
    assert report.ok == (value == [])


@given(
    st.text() | dossiers().map(to_json).flatmap(lambda t: st.integers(0, 99).map(lambda n: t[:-n]))
)
def test_texts_of_any_kind_are_read_without_an_exception(text: str) -> None:
    from_json(text)


# A place is a path, the object or list that holds the value, and its key or index there; JSON
# has values of every type, hence Any.
def _places(value: Any, path: str) -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401 - as above
    """Every member and every list item, but the schema, as path, holder and key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if path != "$" or key != "schema":
                yield f"{path}.{key}", value, key
                yield from _places(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield f"{path}[{index}]", value, index
            yield from _places(inner, f"{path}[{index}]")
