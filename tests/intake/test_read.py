"""Files of the copy as they lie on disk."""

from pathlib import Path

import pytest

from plugins.core.parse.text import LIMIT
from plugins.intake.read import is_hidden, read_file


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000, LIMIT, LIMIT + 1])
def test_a_file_is_read_whole(size: int, tmp_path: Path) -> None:
    content = bytes(byte % 251 for byte in range(1000)) * (size // 1000 + 1)
    (tmp_path / "a.md").write_bytes(content[:size])
    assert read_file(tmp_path / "a.md") == content[:size]


def test_of_one_that_is_too_big_the_beginning_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a" * (LIMIT + 1000))
    assert len(read_file(tmp_path / "a.md")) == LIMIT + 1


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        ("a.md", False), ("articles/2025/a.md", False), ("a~b/c.md", False), ("a.b/.c", True), (".a", True),
        ("a/.b/c.md", True), ("a.md~", True), ("a~/b.md", True), ("a/b~", True),
    ],
)  # fmt: skip
def test_what_programs_keep_for_themselves_is_hidden(path: str, *, hidden: bool) -> None:
    assert is_hidden(path) is hidden
