"""YAML → a tree of strings with their places."""

from typing import Any

import pytest

from plugins.core.parse.report import Faults
from plugins.core.parse.yaml_tree import DEPTH, Node, compose


def plain(node: Node | None) -> Any:
    if node is None:
        return None
    if isinstance(node.value, dict):
        return {name: plain(child) for name, (_, child) in node.value.items()}
    return [plain(child) for child in node.value] if isinstance(node.value, list) else node.value


def read(text: str) -> tuple[Any, list[tuple[str, int, int]]]:
    faults = Faults("a.yaml", text)
    tree = plain(compose(faults))
    return tree, [(one.code, one.place.line, one.place.column) for one in faults.problems]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: b\n", {"a": "b"}),
        ("a: no\nb: 1.10\nc: 2025-10-01\nd: ~\ne: 0x1F\nf: 1_000\n", {"a": "no", "b": "1.10", "c": "2025-10-01", "d": "~", "e": "0x1F", "f": "1_000"}),
        ("a:\nb: ''\n", {"a": "", "b": ""}),
        ("1: one\n01: two\n", {"1": "one", "01": "two"}),
        ("yes: a\nno: b\n", {"yes": "a", "no": "b"}),
        ("a: [b, c]\n", {"a": ["b", "c"]}),
        ("a:\n- b\n-\n  c: d\n", {"a": ["b", {"c": "d"}]}),
        ("a: {b: c, d: [e]}\n", {"a": {"b": "c", "d": ["e"]}}),
        ("a: >-\n  b\n  c\n", {"a": "b c"}),
        ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
        ("a: b#c\n", {"a": "b#c"}),
        ("# so\na: b\n", {"a": "b"}),
        ('a: "so # it is"\n', {"a": "so # it is"}),
        ("a: >-\n  so # it is\n", {"a": "so # it is"}),
        ("so", "so"),
        ("<<: {a: b}\n", {"<<": {"a": "b"}}),
        ("%YAML 1.1\n---\na: b\n", {"a": "b"}),
    ],
)  # fmt: skip
def test_what_is_read(text: str, tree: Any) -> None:
    assert read(text) == (tree, [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", [("empty-file", 1, 1)]),
        ("# so\n", [("empty-file", 1, 1)]),
        ("a: b: c\n", [("bad-yaml", 1, 5)]),
        ("a:\n\tb: c\n", [("bad-yaml", 2, 1)]),
        ("a: @b\n", [("bad-yaml", 1, 4)]),
        ("a: 'b\n", [("bad-yaml", 1, 4)]),
        ("a: b\n---\nc: d\n", [("bad-yaml", 3, 1)]),
        ("a: &x b\n", [("yaml-alias", 1, 4)]),
        ("a: b\nc: *x\n", [("yaml-alias", 2, 4)]),
        ("a: !!str b\n", [("bad-yaml", 1, 4)]),
        ("a: !so b\n", [("bad-yaml", 1, 4)]),
        ("a: b\nc: d\na: e\n", [("duplicate-key", 3, 1)]),
        ("a: {b: c, b: d}\n", [("duplicate-key", 1, 11)]),
        ("? [a]\n: b\n", [("bad-yaml", 1, 3)]),
        ("a: b # c\n", [("comment-after-text", 1, 5)]),
        ("- é #1\n", [("comment-after-text", 1, 4)]),
        ("a: [b, c # d\n  ]\n", [("comment-after-text", 1, 9)]),
    ],
)
def test_what_is_noted(text: str, problems: list[tuple[str, int, int]]) -> None:
    assert read(text)[1] == problems


def test_the_first_of_two_equal_keys_stays() -> None:
    assert read("a: b\na: c\n")[0] == {"a": "b"}


def test_the_line_of_the_first_key_counts_from_the_beginning_of_the_file() -> None:
    faults = Faults("a.md", "a: b\na: c\n", first_line=2)
    compose(faults)
    assert "first in line 2" in faults.problems[0].message
    assert faults.problems[0].place.line == 3


@pytest.mark.parametrize(("depth", "codes"), [(DEPTH - 1, []), (DEPTH, ["too-deep"]), (100_000, ["too-deep"])])
def test_depth_is_bounded(depth: int, codes: list[str]) -> None:
    assert [code for code, _, _ in read("[" * depth + "a" + "]" * depth)[1]] == codes


def test_nodes_know_their_places() -> None:
    text = 'é: "\U0001f600"\nkey: >-\n  so\n  it\n'
    root = compose(Faults("a.yaml", text))
    assert root is not None
    first, second = root.value["é"][1], root.value["key"][1]
    assert (first.line, first.column, text[first.start : first.end], first.style) == (0, 3, '"\U0001f600"', '"')
    assert (second.line, second.column, second.style) == (1, 5, ">")
    assert text[second.start : second.end].startswith(">-\n  so\n  it")
    assert root.value["key"][0].line == 1


@pytest.mark.parametrize(("text", "bare"), [("a:\n", True), ("a: ''\n", False), ("a: b\n", False), ("a: |\n\n", False)])
def test_nothing_written_differs_from_empty_text(text: str, *, bare: bool) -> None:
    root = compose(Faults("a.yaml", text))
    assert root is not None
    assert root.value["a"][1].bare_empty is bare
