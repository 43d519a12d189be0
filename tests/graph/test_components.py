"""Strongly connected components and the circles in them."""

from customs_coop.graph.components import circle_through, strong_components


def test_all_edges_between_two_components_run_forward() -> None:
    assert strong_components([[2], [0, 2], [], [4], [3, 0]]) == [[3, 4], [1], [0], [2]]


def test_a_chain_of_any_length_is_followed() -> None:
    length = 60_000
    chain = [[number + 1] for number in range(length - 1)]
    assert len(strong_components([*chain, []])) == length
    assert len(strong_components([*chain, [0]])) == 1


def test_the_shortest_way_back_is_told() -> None:
    successors = [[1], [2, 3], [0], [4], [0]]
    assert circle_through(0, range(5), successors) == [0, 1, 2]
    assert circle_through(3, range(5), successors) == [3, 4, 0, 1]


def test_a_node_that_leads_to_itself_is_a_circle_and_any_other_is_none() -> None:
    assert circle_through(0, [0], [[0]]) == [0]
    assert circle_through(0, [0], [[1], [0]]) == []
