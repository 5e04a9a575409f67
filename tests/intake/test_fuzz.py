"""Whatever stands in a file: parsing it never raises, and every problem lies within the file."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.core import rules
from plugins.core.codes import CODES
from plugins.core.parse.file import parse_file
from plugins.core.parse.nouns import Draft
from plugins.core.parse.text import decode
from plugins.core.problems import Problem, in_order
from plugins.core.resolve.apart import Brief, Whole
from plugins.core.resolve.resolve import resolve
from plugins.core.rules.review import Review
from plugins.intake.load import gather
from plugins.intake.taken import POINTERS, WHOLE, Taken, pack, take, unpack, unpack_pointers, unpack_whole

GOOD = Path(__file__).parents[1] / "bad_copy" / "_good"
KINDS = (
    "articles/2025/bridge-cost.md",
    "articles/2025/bridge-length.md",
    "pages/method.md",
    "publication.yaml",
    "publishers.yaml",
    "sources/bridge.yaml",
    "topics/bridges.yaml",
)
CONTENT = {kind: (GOOD / kind).read_text("utf-8") for kind in KINDS}
ODD = [
    *"\n\r\t\x00\x07\x85\u00a0\u00ad\u0301\u200b\u2028\u202e\ue000\ufeff\ufffd\uffffé漢😀１",
    *"[]{}()<>&*!|:#-?,`'\"%@~\\/^$=+;._",
    *["---\n", "\n---\n", "[1]", "[1-3]", "[1:cost]", "[99]", "[2-1]", "[^1]", "[1]: x\n", "![", "](", "<script>", "</b>"],
    *["<!--", "-->", "&#x7;", "&#xE000;", "\\u0085", '"\\0', "'", "''", ">-\n", "|\n", "&a ", "*a", "<<: ", "? ", "!!str "],
    *["javascript:alert(1)", "data:x", "source:x", "0001-01-01", "9999-12-31", "2025-02-30", "+25:99", "\r\n", "    ", "# "],
    *["| a | b |\n|---|---|\n", "```\n", "> ", "- ", "1. ", "## x {#sources}\n", ": ", " #", "\n: x\n", "$", "~~", "**"],
]  # fmt: skip
QUICK = settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=5000, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


def judge(kind: str, content: bytes) -> None:
    """Parse and look at every place; lines are counted as an editor's program counts them."""
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    parsed = parse_file(kind, f"content/{kind}", content)
    for problem in parsed.problems:
        place = problem.place
        assert problem.code in CODES
        assert problem.message
        assert place.path == f"content/{kind}"
        assert 1 <= place.line <= len(lines) + 1
        length = len(lines[place.line - 1]) if place.line <= len(lines) else 0
        assert 1 <= place.column <= length + 1


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A good file, a few slices of it deleted, doubled, swapped, or something odd put in."""
    kind = draw(st.sampled_from(KINDS))
    text = CONTENT[kind]
    for _ in range(draw(st.integers(1, 6))):
        one, two = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        three = draw(st.integers(two, len(text)))
        how = draw(st.sampled_from(["insert", "insert", "replace", "delete", "double", "swap"]))
        odd = draw(st.sampled_from(ODD) | st.text(max_size=5))
        if how == "insert":
            text = text[:one] + odd + text[one:]
        elif how == "replace":
            text = text[:one] + odd + text[min(one + len(odd), len(text)) :]
        elif how == "delete":
            text = text[:one] + text[min(two, one + 40) :]
        elif how == "double":
            text = text[:two] + text[one:two] + text[two:]
        else:
            text = text[:one] + text[two:three] + text[one:two] + text[three:]
    return kind, text.encode("utf-8", "surrogatepass")


@st.composite
def behind_a_header(draw: st.DrawFn) -> tuple[str, bytes]:
    """A good header, and a body made of nothing but odd pieces."""
    kind = draw(st.sampled_from([kind for kind in KINDS if kind.endswith(".md")]))
    header = CONTENT[kind][: CONTENT[kind].index("\n---\n") + 5]
    body = "".join(draw(st.lists(st.sampled_from(ODD), max_size=40)))
    return kind, (header + body).encode("utf-8", "surrogatepass")


ANYTHING = st.tuples(st.sampled_from(KINDS), st.binary(max_size=400))
ODD_TEXT = st.tuples(
    st.sampled_from(KINDS), st.lists(st.sampled_from(ODD), max_size=60).map(lambda parts: "".join(parts).encode())
)


@given(ANYTHING | ODD_TEXT)
@QUICK
def test_any_bytes(case: tuple[str, bytes]) -> None:
    judge(*case)


@given(mutated())
@QUICK
def test_good_files_gone_wrong(case: tuple[str, bytes]) -> None:
    judge(*case)


@given(behind_a_header())
@QUICK
def test_odd_bodies(case: tuple[str, bytes]) -> None:
    judge(*case)


def whole(kind: str, content: bytes) -> list[Problem]:
    """Take in the good publication with one file replaced: all the way to the settled problems."""
    copy = {f"content/{name}": text.encode() for name, text in CONTENT.items()} | {f"content/{kind}": content}
    shelf = Memory(copy)
    publication = resolve(gather(shelf.taken, "content", {}), "2025-12-01T12:00:00+00:00")
    found = rules.check(Review(publication, shelf))
    assert in_order(found) == in_order(rules.check(Review(publication, shelf, closely=True)))
    return rules.settle([*(problem for one in shelf.taken for problem in one.parsed.problems), *found], publication)


class Memory:
    """A shelf in memory, on which all lies as it came back from being packed."""

    def __init__(self, copy: dict[str, bytes]) -> None:
        self.copy = copy
        self.taken: list[Taken] = []
        self.drafts: dict[str, Draft] = {}
        self.wholes: dict[str, Whole] = {}
        for path, raw in copy.items():
            given, apart = take(path.removeprefix("content/"), path, raw, b"", "content")
            gave, packed = pack(given, apart)
            self.taken.append(unpack(gave))
            assert self.taken[-1] == given
            if apart:
                kept = dict(packed)
                self.wholes[path] = unpack_whole(kept[WHOLE])
                assert self.wholes[path] == apart.whole
                self.drafts[path] = unpack_pointers(kept[POINTERS]) if POINTERS in kept else apart.pointers

    def text(self, path: str) -> str:
        return decode(path, self.copy[path])[0] if path in self.copy else ""

    def whole(self, brief: Brief) -> Whole:
        return self.wholes[brief.path]

    def draft(self, brief: Brief) -> Draft:
        return self.drafts[brief.path]

    def snapshot(self, name: str) -> None:
        raise AssertionError(name)


def judge_whole(kind: str, content: bytes) -> None:
    ends = {f"content/{name}": text.count("\n") + 2 for name, text in CONTENT.items()}
    ends[f"content/{kind}"] = content.decode("utf-8", "replace").replace("\r", "\n").count("\n") + 2
    for problem in whole(kind, content):
        assert problem.code in CODES
        assert "\n" not in problem.message
        assert 1 <= problem.place.line <= ends.get(problem.place.path, 1)


@given(mutated() | behind_a_header())
@QUICK
def test_nothing_raises_up_to_the_gate(case: tuple[str, bytes]) -> None:
    judge_whole(*case)


@pytest.mark.long
@given(mutated() | behind_a_header())
@LONG
def test_nothing_raises_up_to_the_gate_for_long(case: tuple[str, bytes]) -> None:
    judge_whole(*case)


@pytest.mark.long
@given(ANYTHING | ODD_TEXT | mutated() | behind_a_header())
@LONG
def test_much_more_of_it(case: tuple[str, bytes]) -> None:
    judge(*case)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_change_nothing(kind: str, end: str, mark: bytes) -> None:
    plain = parse_file(kind, kind, CONTENT[kind].encode())
    assert plain.problems == ()
    assert parse_file(kind, kind, mark + CONTENT[kind].replace("\n", end).encode()) == plain
