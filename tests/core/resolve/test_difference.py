"""Differences as an editor reads them."""

import pytest

from plugins.core.resolve.difference import LONGEST, MANY, changes
from plugins.core.resolve.last_text import LastText, digest_of, read, written

LONG = [f"w{number}" for number in range(40)]


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("one two", "one two", []),
        ("one  two", "one\ntwo", []),
        ("a b c d e f g", "a b c X e f g", ["a b c [-d-] {+X+} e f g"]),
        ("a b c d e f g h", "a b c d X e f g h", ["b c d {+X+} e f g"]),
        ("a b c", "a c", ["a [-b-] c"]),
        ("", "new words", ["{+new words+}"]),
        ("old words", "", ["[-old words-]"]),
        ("a b c d e f g h i", "A b c d e f g h I", ["[-a-] {+A+} b c d", "f g h [-i-] {+I+}"]),
        (" ".join(LONG), "", [f"[-{' '.join(LONG[:6])} … {' '.join(LONG[-6:])}-]"]),
    ],
)
def test_a_field(was: str, now: str, shown: list[str]) -> None:
    assert [one.shown for one in changes((("body", was),), (("body", now),))] == shown


def test_fields_come_and_go() -> None:
    found = changes((("title", "T"), ("summary", "S")), (("title", "T"), ("body", "B")))
    assert [(one.field, one.shown) for one in found] == [("body", "{+B+}"), ("summary", "[-S-]")]


def test_what_is_altogether_other_is_one_change() -> None:
    was, now = (" ".join(f"{sign}{number}" for number in range(MANY)) for sign in "ab")
    (one,) = changes((("body", was),), (("body", now),))
    assert len(one.shown.split()) == 2 * (LONGEST + 1)


@pytest.mark.parametrize("text", ["one", "one\n\ntwo", "# no name", "\\# as typed\n# x", "## A heading", "<!-- x -->"])
def test_a_last_text_reads_back(text: str) -> None:
    last = LastText((("title", "T"), ("body", text), ("why_checked", "W")), (("a-1", "title: # x\nkind: news"),))
    assert read(written(last)) == last
    assert digest_of(read(written(last)).text) == digest_of(last.text)


@pytest.mark.parametrize("content", ["", "words", "# ", "#\n# title\n", "<!-- x -->\n# title\n# body\nb"])
def test_of_what_is_no_last_text_nothing_is_there(content: str) -> None:
    assert {name for name, _ in read(content).text} <= {"title", "body"}
