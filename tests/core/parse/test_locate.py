"""Spot → place in the file."""

import pytest

from plugins.core.parse.locate import FileMap
from plugins.core.problems import Place, Spot

ARTICLE = """---
id: case
claims:
  - id: one
    because: >-
      So it
      is [1].
  - id: two
    where: [reuters, "\U0001f600 cbc"]
sources:
  1: s1
  2: {source: s2, stance: against}
---

First [2].
Second é [3].
"""
RECORDS = "reuters:\n  title: 'It''s so [1]'\n  quotes:\n    - id: korea\n      text: So\n"


def locate(text: str, spot: Spot) -> Place:
    return FileMap(spot.path, text).place(spot)


@pytest.mark.parametrize(
    ("pointer", "offset", "line", "column"),
    [
        ((), None, 1, 1),
        (("id",), None, 2, 1),
        (("claims",), None, 3, 1),
        (("claims", 0), None, 4, 5),
        (("claims", 0, "because"), None, 5, 5),
        (("claims", 0, "because"), 0, 6, 7),
        (("claims", 0, "because"), 9, 7, 10),
        (("claims", 1, "where", 1), None, 9, 22),
        (("claims", 1, "where", 1), 2, 9, 25),
        (("claims", 1, "because"), None, 8, 5),
        (("claims", 9), None, 3, 1),
        (("sources", "2"), None, 12, 3),
        (("sources", "2", "stance"), None, 12, 19),
        (("sources", "7"), None, 10, 1),
        (("gone",), None, 2, 1),
        (("body",), None, 14, 1),
        (("body",), 0, 14, 1),
        (("body",), 7, 15, 7),
        (("body",), 21, 16, 10),
    ],
)
def test_in_a_fact_check(pointer: tuple[str | int, ...], offset: int | None, line: int, column: int) -> None:
    assert locate(ARTICLE, Spot("content/articles/2025/a.md", pointer, offset)) == Place(
        "content/articles/2025/a.md", line, column
    )


@pytest.mark.parametrize(
    ("pointer", "offset", "line", "column"),
    [
        (("reuters",), None, 1, 1),
        (("reuters", "title"), None, 2, 3),
        (("reuters", "title"), 8, 2, 20),
        (("reuters", "quotes", 0, "text"), None, 5, 7),
        (("reuters", "quotes", 3), None, 3, 3),
        (("cbc",), None, 1, 1),
    ],
)
def test_in_a_file_of_records(pointer: tuple[str | int, ...], offset: int | None, line: int, column: int) -> None:
    assert locate(RECORDS, Spot("content/sources/a.yaml", pointer, offset)) == Place(
        "content/sources/a.yaml", line, column
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/articles/2025/a.md", "no header"),
        ("content/sources/a.yaml", "a: b: c"),
        ("content/articles/2025/a.md", "---\na: b: c\n---\n"),
    ],
)
def test_broken_text_gives_its_beginning(path: str, text: str) -> None:
    assert locate(text, Spot(path, ("a",))).path == path
    assert locate(text, Spot(path, ("a",))).line in {1, 2}


def test_a_field_of_a_whole_file_without_a_header() -> None:
    assert locate("so\n", Spot("content/articles/2025/a.md", ("body",), 1)) == Place("content/articles/2025/a.md", 1, 2)
