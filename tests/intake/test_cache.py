"""What the cache forgets."""

from pathlib import Path

import pytest

from plugins.intake.cache import SPARE, Cache, Kept
from plugins.intake.taken import TEXT, WHOLE


def _digest(number: int) -> bytes:
    return number.to_bytes(8)


@pytest.mark.parametrize(("gone", "forgotten"), [(SPARE // 2, False), (SPARE + 10, True)])
def test_many_parts_of_files_that_are_gone_are_forgotten_but_no_text_of_a_snapshot(
    tmp_path: Path, gone: int, *, forgotten: bool
) -> None:
    cache, there = Cache(tmp_path / "cache", b"engine"), _digest(0)
    cache.files()
    with cache.writing() as pen:
        pen.keep("a.md", Kept("", there, b"gave"), [(WHOLE, b"whole")])
        for number in range(1, gone + 1):
            pen.keep_part(_digest(number), WHOLE, b"gone")
            pen.keep_part(_digest(number), TEXT, b"text")
        pen.tidy(lasting=TEXT)

    assert cache.part(there, WHOLE) == b"whole"
    for number in (1, gone):
        assert cache.part(_digest(number), WHOLE) == (None if forgotten else b"gone")
        assert cache.part(_digest(number), TEXT) == b"text"
