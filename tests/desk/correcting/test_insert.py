"""A correction goes above all others; nothing else of the file changes, however it was typed."""

from difflib import SequenceMatcher

import pytest
from msgspec.structs import replace

from plugins.core.model.factcheck import Correction
from plugins.core.parse.factcheck import parse_factcheck
from plugins.core.parse.nouns import Draft
from plugins.core.parse.report import Faults
from plugins.core.parse.text import decode
from plugins.desk.correcting.entry import WIDTH, entry_lines, one_paragraph
from plugins.desk.correcting.insert import NoPlace, with_correction

NEW = Correction(
    "c2", "2026-01-16T10:30:00-05:00", "minor", "A slip: #1 of ours – “1912”.", "opened 1912", "opened 1911"
)
START = "---\nid: a\ntitle: A\npublished: 2026-01-01\n"
OLD = "  - id: c1\n    date: 2026-01-05\n    kind: minor\n    why: Old.\n"
STYLES = {
    "none yet": "",
    "none yet, a folded text last": "summary: >-\n  So\n\n  it is\n",
    "none yet, a text that keeps its line ends last": "summary: |+\n  So\n\n\n",
    "none yet, a comment last": "# that is all\n",
    "none yet, a field without value last": "review_by:\n",
    "none yet, a flow mapping last": "sources: {\n  1: a,\n  2: b\n}\n",
    "none yet, a withdrawal last": "withdrawn: {date: 2026-01-04, why: No.}\n",
    "an empty field": "corrections:\ntags: [a]\n",
    "an empty field with a comment": "corrections:   # none so far\ntags: [a]\n",
    "an empty field, last": "corrections:\n",
    "empty brackets": "corrections: []\ntags: [a]\n",
    "empty brackets with a comment": "corrections:  [ ]  # none so far\n",
    "one": f"corrections:\n{OLD}tags: [a]\n",
    "one, with comments": f"corrections:  # newest first\n  # so far\n\n{OLD}    # asked for by a reader\n",
    "one, not indented": "corrections:\n- id: c1\n  date: 2026-01-05\n  kind: minor\n  why: Old.\n",
    "one, widely indented": (
        "corrections:\n      -   id: c1\n          date: 2026-01-05\n          kind: minor\n          why: Old.\n"
    ),
    "one in braces": "corrections:\n  - {id: c1, date: 2026-01-05, kind: minor, why: Old.}\n",
    "one, the hyphen alone": "corrections:\n  -\n    id: c1\n    date: 2026-01-05\n    kind: minor\n    why: Old.\n",
    "the key in quotation marks": f'"corrections":\n{OLD}',
}


def _draft(text: str) -> Draft:
    faults = Faults("content/articles/2026/a.md", decode("a.md", text.encode())[0])
    draft = parse_factcheck("articles/2026/a.md", faults)
    assert draft is not None
    assert [one for one in faults.problems if one.severity == "error"] == []
    return draft


def _taken_out(before: str, after: str) -> list[str]:
    """Give what of the lines before is not there afterwards."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [line for _, start, end, to, until in changes if new[to:until] != old[start:end] for line in old[start:end]]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("style", STYLES)
def test_it_is_there_and_nothing_else_changed(style: str, bom: str, ending: str) -> None:
    before = bom + f"{START}{STYLES[style]}---\nText [1].\n\n  no end".replace("\n", ending)
    after = with_correction(before, NEW)
    old, new = _draft(before), _draft(after)

    assert new.header == replace(old.header, corrections=(NEW, *old.header.corrections))
    assert new.body == old.body
    assert [one for one in _taken_out(before, after) if "[" not in one] == []
    assert not set("\r\n") & set(after.replace(ending, ""))
    assert after.endswith("  no end")
    assert after.count(ending) - before.count(ending) == len(list(entry_lines(NEW))) + ("corrections" not in before)


def test_a_comment_behind_empty_brackets_stays() -> None:
    after = with_correction(f"{START}corrections: []  # none so far\n---\n", NEW)

    assert "\ncorrections: # none so far\n  - id: c2\n" in after


def test_a_header_that_is_indented_as_a_whole() -> None:
    before = "---\n  id: a\n  title: A\n  published: 2026-01-01\n---\nText.\n"

    assert "\n  corrections:\n    - id: c2\n" in with_correction(before, NEW)
    assert _draft(with_correction(before, NEW)).header.corrections == (NEW,)


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("{id: a, title: A, published: 2026-01-01}", "written in braces"),
        ("id: a\ncorrections: [{id: c1, date: 2026-01-05, kind: minor, why: Old.}]", "written in brackets"),
        ("id: a\ncorrections: [\n  ]", "written in brackets"),
        ("id: a\ncorrections: none", "no list"),
        ("id: a\n? corrections\n: - id: c1", "middle of a line"),
        ("id: [a", "no header"),
    ],
)
def test_no_sure_place(header: str, why: str) -> None:
    with pytest.raises(NoPlace, match=why):
        with_correction(f"---\n{header}\n---\nText.\n", NEW)


def test_a_file_without_header_has_no_place() -> None:
    with pytest.raises(NoPlace, match="no header"):
        with_correction("Text.\n", NEW)


@pytest.mark.parametrize(
    "text",
    [
        "a " * 200 + "b",
        "x" * 300 + " y",
        "one - two --- three # four: five %six",
        "l’été : « 30\u00a0% » \u202f!",
        "well-known-" * 30,
        "“… [4] …”",
    ],
)
def test_texts_come_back_as_they_went(text: str) -> None:
    entry = replace(NEW, was=text, why=text)
    after = with_correction(f"{START}---\nText.\n", entry)
    lines = [line for line in after.splitlines() if " " in line.strip()]

    assert _draft(after).header.corrections == (entry,)
    assert all(len(line) <= WIDTH + 6 for line in lines if "xxx" not in line and "known-well" not in line)


def test_what_is_typed_over_several_lines_is_one_paragraph() -> None:
    assert one_paragraph(" one\r\n  two\tthree\u00a0four ") == "one two three\u00a0four"


def test_verdicts_that_other_tools_would_misread_are_quoted() -> None:
    lines = list(entry_lines(replace(NEW, verdict_was={"length": "true", "age": "mostly-true", "mass": "1.10"})))

    assert lines[-1] == '  verdict_was: {length: "true", age: mostly-true, mass: "1.10"}'
