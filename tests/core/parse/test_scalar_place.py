"""From the value of a YAML scalar to the file: each `^` stands below the character that is meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.parse.report import Faults
from plugins.core.parse.scalar_place import ScalarMap
from plugins.core.parse.yaml_tree import Node, compose


def scalar(text: str) -> Node:
    faults = Faults("a.yaml", text)
    root = compose(faults)
    assert root is not None, faults.problems
    return root.value["k"][1]


def place(text: str, value_offset: int) -> int:
    node = scalar(text)
    return node.start + ScalarMap(text[node.start : node.end], node.style, node.value).offset(value_offset)


@pytest.mark.parametrize(
    "text",
    [
        "k: so X it\n",
        "k:    so X it\n",
        "k: so\n  X it\n",
        "k: so\n\n  X it\n",
        "k: 'so X it'\n",
        "k: 'it''s ''so'' X it'\n",
        "k: 'so\n  X it'\n",
        'k: "so X it"\n',
        'k: "a \\"so\\" X it"\n',
        'k: "\\x41\\u00e9\\U0001F600 X it"\n',
        'k: "a\\tb\\n\\\\ X it"\n',
        'k: "so\\\n  me X it"\n',
        'k: "so\n\n  X it"\n',
        'k: "\\u00a0\\u2028\\_\\N\\L\\P\\e\\0\\a X it"\n',
        'k: "\\/ X it"\n',
        "k: |\n  so\n  X it\n",
        "k: |2\n   so\n  X it\n",
        "k: |+\n  so\n\n  X it\n\n",
        "k: >\n  so\n  X it\n",
        "k: >-\n  so\n\n  X it\n",
        "k: >- # a > comment | with signs\n  so\n  X it\n",
        "k: >-\n  # so\n  X it\n",
        "k: >-\n\n\n  so X it\n",
        "k: \U0001f600 é e\u0301 X it\n",
        'j: "\U0001f600"\nk: \U0001f600 X it\n',
        "k: >-\n  so\u00a0and\u2009so\n  X it\n",
        "k: 'so\u00a0 X it'\n",
    ],
)
def test_the_visible_character_is_found(text: str) -> None:
    assert text.count("X") == 1
    assert place(text, scalar(text).value.index("X")) == text.index("X")


def test_an_escape_stands_for_its_character() -> None:
    text = 'k: "so \\x58 it"\n'
    assert place(text, scalar(text).value.index("X")) == text.index("\\x58")


def test_a_place_past_the_end_is_the_end() -> None:
    node = scalar("k: so\n")
    assert ScalarMap("so", node.style, "so").offset(99) == 2


words = st.lists(st.sampled_from(("so", "it's", '"', "\\", "é", "\U0001f600", "[1]", "#", ": ", "-", "|", ">", "&", "%")), min_size=1)  # fmt: skip


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(words, st.sampled_from(("'", '"', ">", "|")))
def test_every_visible_character_is_found(parts: list[str], style: str) -> None:
    value = " ".join(parts).strip()
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    typed = {
        "'": "'" + value.replace("'", "''") + "'",
        '"': f'"{escaped}"',
        ">": ">-\n  " + value.replace(" ", "\n  ") if "  " not in value and ": " not in value else ">-\n  " + value,
        "|": "|-\n  " + value,
    }[style]
    text = f"a: b\nk: {typed}\n"
    got = scalar(text).value
    for offset, character in enumerate(got):
        if not character.isspace():
            found = text[place(text, offset) :]
            assert found.removeprefix("\\" if style == '"' and character in '\\"' else "").startswith(character)
