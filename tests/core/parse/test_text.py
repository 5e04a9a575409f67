"""Bytes → text."""

import pytest

from plugins.core.parse.text import LIMIT, decode


def told(content: bytes) -> list[tuple[str, int, int]]:
    _, faults = decode("a.md", content)
    return [(one.code, one.place.line, one.place.column) for one in faults.problems]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"so\n", "so\n"),
        (b"\xef\xbb\xbfso\n", "so\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"a\r\r\nb", "a\n\nb"),
        ("caf\u00e9 \U0001f600 \u200d\u2060\u00ad".encode(), "caf\u00e9 \U0001f600 \u200d\u2060\u00ad"),
        (b"a\tb", "a\tb"),
    ],
)
def test_what_is_read(content: bytes, text: str) -> None:
    assert decode("a.md", content)[0] == text
    assert told(content) == []


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (b"", [("empty-file", 1, 1)]),
        (b"\xef\xbb\xbf \n", [("empty-file", 1, 1)]),
        (b"\xff", [("bad-text", 1, 1)]),
        (b"ab\ncd\xff", [("bad-text", 2, 3)]),
        (b"\xef\xbb\xbfab\xff", [("bad-text", 1, 3)]),
        ("é\né".encode() + b"\xc3", [("bad-text", 2, 2)]),
        (b"a\r\nb\xff", [("bad-text", 2, 2)]),
        (b"\xed\xa0\x80", [("bad-text", 1, 1)]),
        ("so".encode("utf-16"), [("bad-text", 1, 1)]),
        (b"a\x00", [("control-character", 1, 2)]),
        ("é\x0b\nb\x7f".encode(), [("control-character", 1, 2), ("control-character", 2, 2)]),
        ("a\r\n\u0085b\u2028c\u2029".encode(), [("control-character", 2, 1), ("control-character", 2, 3), ("control-character", 2, 5)]),
        ("\ue000".encode(), [("control-character", 1, 1)]),
        ("\U0001f600\U000f0000".encode(), [("control-character", 1, 2)]),
        ("\ufdd0\ufffe\uffff".encode(), [("control-character", 1, 1), ("control-character", 1, 2), ("control-character", 1, 3)]),
        (b"a" * (LIMIT + 1), [("too-big", 1, 1)]),
    ],
)  # fmt: skip
def test_what_is_refused(content: bytes, problems: list[tuple[str, int, int]]) -> None:
    assert told(content) == problems
    assert decode("a.md", content)[0] == ""


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("plain עברית text", []),
        ("\u200fno more than a mark\u200e", []),
        ("\u202eturned\u202c back", []),
        ("\u2067a \u202bb\u202c c\u2069", []),
        ("\u2067a \u202bb\u2069 an isolate ends what began in it", []),
        ("\u202da \u2066b\u2069 c\u202c", []),
        ("so \u202eturned", [4]),
        ("\u2066\u2067\u2069", [1]),
        ("so\u202c", [3]),
        ("so\u2069", [3]),
        ("\u2068a\u202cb\u2069", [3]),
        ("\u202aa\u2069b\u202c", [3]),
        ("\u202a\u202ba\u202c", [1]),
    ],
)
def test_turns_of_direction_are_ended_on_their_line(text: str, columns: list[int]) -> None:
    content = f"first\n{text}\n".encode()

    assert told(content) == [("text-direction", 2, column) for column in columns]
    assert decode("a.md", content)[0] == content.decode()


def test_a_file_at_the_limit_is_taken() -> None:
    assert told(b"a" * LIMIT) == []


def test_a_control_character_is_named() -> None:
    _, faults = decode("a.md", "so \u200b\u0007".encode())
    assert "U+0007" in faults.problems[0].message
