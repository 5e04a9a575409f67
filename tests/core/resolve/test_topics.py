"""Which fact-checks stand on which topic."""

import pytest

from plugins.core.model.topic import Select, Topic
from plugins.core.resolve.topics import Selecting, selects, topics_of, with_ancestors


@pytest.mark.parametrize(
    ("select", "tags", "day", "taken"),
    [
        (Select(), "a b", "2025-06-01", False),
        (Select(from_="2025-01-01"), "a b", "2025-06-01", False),
        (Select(exclude=("c",)), "a b", "2025-06-01", False),
        (Select(all=("a",)), "a b", "2025-06-01", True),
        (Select(all=("a", "b")), "a b", "2025-06-01", True),
        (Select(all=("a", "c")), "a b", "2025-06-01", False),
        (Select(any=("a", "c")), "a b", "2025-06-01", True),
        (Select(any=("c", "d")), "a b", "2025-06-01", False),
        (Select(all=("a",), any=("b", "c")), "a b", "2025-06-01", True),
        (Select(all=("a",), any=("c",)), "a b", "2025-06-01", False),
        (Select(all=("c",), any=("a",)), "a b", "2025-06-01", False),
        (Select(any=("a",), exclude=("b",)), "a b", "2025-06-01", False),
        (Select(any=("a",), exclude=("c",)), "a b", "2025-06-01", True),
        (Select(any=("a",)), "", "2025-06-01", False),
        (Select(any=("A",)), "a", "2025-06-01", False),
        (Select(any=("a",), from_="2025-06-01"), "a", "2025-06-01", True),
        (Select(any=("a",), from_="2025-06-02"), "a", "2025-06-01", False),
        (Select(any=("a",), to="2025-06-01"), "a", "2025-06-01", True),
        (Select(any=("a",), to="2025-05-31"), "a", "2025-06-01", False),
        (Select(any=("a",), from_="2025-01-01", to="2025-12-31"), "a", "2025-06-01", True),
        (Select(any=("a",), from_="2025-01-01", to="2025-12-31"), "a", "2026-01-01", False),
    ],
)
def test_a_rule(select: Select, tags: str, day: str, *, taken: bool) -> None:
    assert selects(select, frozenset(tags.split()), day) is taken


TOPICS = {
    "asia": Topic("Asia", select=Select(any=("asia",))),
    "china": Topic("China", parent="asia", select=Select(any=("china",), from_="2025-01-01")),
    "trade": Topic("Trade"),
}


@pytest.mark.parametrize(
    ("by_hand", "tags", "day", "topics"),
    [
        ((), (), "2025-06-01", ()),
        (("trade",), (), "2025-06-01", ("trade",)),
        ((), ("china", "asia"), "2025-06-01", ("asia", "china")),
        ((), ("china",), "2024-06-01", ()),
        (("china",), (), "2024-06-01", ("china",)),
        (("trade", "china"), ("asia",), "2025-06-01", ("trade", "china", "asia")),
        (("china", "china"), ("china",), "2025-06-01", ("china",)),
        (("gone",), (), "2025-06-01", ()),
        ((), ("trade",), "2025-06-01", ()),
    ],
)
def test_by_hand_and_by_rule(
    by_hand: tuple[str, ...], tags: tuple[str, ...], day: str, topics: tuple[str, ...]
) -> None:
    assert topics_of(by_hand, tags, day, Selecting(TOPICS)) == topics


@pytest.mark.parametrize(
    ("parents", "start", "found"),
    [
        ({"a": None}, ["a"], ["a"]),
        ({"a": "b", "b": "c", "c": None}, ["a"], ["a", "b", "c"]),
        ({"a": "b", "b": None}, ["b"], ["b"]),
        ({"a": "c", "b": "c", "c": None}, ["a", "b"], ["a", "c", "b"]),
        ({"a": "b", "b": "a"}, ["a"], ["a", "b"]),
        ({"a": "a"}, ["a"], ["a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["a"], ["a", "b", "c"]),
        ({"a": "gone"}, ["a"], ["a"]),
        ({"a": None}, ["gone"], []),
        ({}, [], []),
    ],
)
def test_parents_and_cycles(parents: dict[str, str | None], start: list[str], found: list[str]) -> None:
    topics = {name: Topic(name, parent=parent) for name, parent in parents.items()}
    assert with_ancestors(start, topics) == found
