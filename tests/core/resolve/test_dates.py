"""Moments in their order."""

from plugins.core.resolve import dates


def test_moments_of_every_century_are_ordered() -> None:
    moments = [f"{year}-01-01T00:00:00+00:00" for year in (9998, 2025, 1970, 1960, 1899, 1850, 1000)]
    assert sorted(moments, key=dates.sort_key) == moments[::-1]
