"""Whose words sources carry, and how many independent origins that makes."""

import pytest

from plugins.core.model.source import Source
from plugins.core.resolve.independence import independent, origin_of

NAMES = {"Wire": "wire", "The Wire": "wire", "Gazette": "gazette"}
SOURCES = {
    name: Source(title=name, publisher=publisher, origin=origin, accessed="2026-01-01", kind="news")
    for name, publisher, origin in (
        ("at-home", "The Wire", ""),
        ("in-gazette", "Gazette", "Wire"),
        ("in-blog", "A Blog", "The Wire"),
        ("gazette", "Gazette", ""),
        ("blog", "A Blog", ""),
        ("stranger", "Gazette", "New Agency"),
    )
}


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("at-home", "wire"),
        ("in-gazette", "wire"),
        ("in-blog", "wire"),
        ("gazette", "gazette"),
        ("blog", "A Blog"),
        ("stranger", "New Agency"),
    ],
)
def test_origin(name: str, origin: str) -> None:
    assert origin_of(SOURCES[name], NAMES) == origin


@pytest.mark.parametrize(
    ("cited", "origins"),
    [
        ("", {}),
        ("at-home in-gazette in-blog", {"wire": ("at-home", "in-gazette", "in-blog")}),
        ("gazette in-gazette", {"gazette": ("gazette",), "wire": ("in-gazette",)}),
        ("blog blog", {"A Blog": ("blog",)}),
        ("blog unknown", {"A Blog": ("blog",)}),
        ("in-blog blog in-gazette", {"wire": ("in-blog", "in-gazette"), "A Blog": ("blog",)}),
    ],
)
def test_one_text_is_one_witness(cited: str, origins: dict[str, tuple[str, ...]]) -> None:
    found = independent(cited.split(), SOURCES, NAMES)
    assert list(found.items()) == list(origins.items())
