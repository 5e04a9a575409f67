"""A Markdown file → its header and its body."""

import pytest

from plugins.core.parse.header import Parts, split, split_or_note
from plugins.core.parse.report import Faults


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\nso\n", Parts("a: b\n", "so\n", 2, 4)),
        ("---\n---\nso\n", Parts("", "so\n", 2, 3)),
        ("---\na: b\n---\n", Parts("a: b\n", "", 2, 4)),
        ("---\na: b\n---", Parts("a: b\n", "", 2, 4)),
        ("---  \na: b\n---\t\nso", Parts("a: b\n", "so", 2, 4)),
        ("---\na: b\n---\n\n\nso", Parts("a: b\n", "\n\nso", 2, 4)),
        ("---\na: b\n---\nso\n\n---\n\nso", Parts("a: b\n", "so\n\n---\n\nso", 2, 4)),
        ("---\na: |\n  ---\n---\nso", Parts("a: |\n  ---\n", "so", 2, 5)),
        ("---\na: b---\n----\n---\nso", Parts("a: b---\n----\n", "so", 2, 5)),
        ("so\n", Parts("", "so\n", found=False)),
        ("\n---\na: b\n---\n", Parts("", "\n---\na: b\n---\n", found=False)),
        (" ---\na: b\n---\n", Parts("", " ---\na: b\n---\n", found=False)),
        ("---\na: b\n", Parts("", "---\na: b\n", found=False)),
        ("---", Parts("", "---", found=False)),
        ("", Parts("", "", found=False)),
    ],
)
def test_split(text: str, parts: Parts) -> None:
    assert split(text) == parts


def test_the_body_begins_in_its_line() -> None:
    text = "---\na: b\nc: d\n---\nfirst\nsecond\n"
    parts = split(text)
    assert text.splitlines()[parts.body_line - 1] == "first"
    assert text.splitlines()[parts.header_line - 1] == "a: b"


def test_a_missing_header_is_noted_once() -> None:
    faults = Faults("a.md", "so")
    assert split_or_note("so", faults) is None
    assert [(one.code, one.place.line, one.place.column) for one in faults.problems] == [("missing-header", 1, 1)]
