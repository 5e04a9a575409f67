"""The text that the ledger knows: what a reader sees, however it was typed."""

import random
import textwrap
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.core.resolve.apart import Apart, Brief
from plugins.core.resolve.folded import folded
from plugins.core.resolve.last_text import digest_of
from plugins.intake.taken import take

QUICK = settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
SOURCES = ("gazette", "office", "leaflet", "minutes")
WORDS = st.lists(
    st.sampled_from(("bridge", "été", "Mayor", "cost", "“so”", "long", "40", "x")), min_size=3, max_size=30
)
TEXTS = ("title", "summary", "bottom_line", "why_checked", "disclosure")
PARTS = (*TEXTS, "claim", "because", "heading", "first", "second", "gap")
ORDER = (*TEXTS, "published", "authors", "sources", "claims", "not_found")


def typed(words: dict[str, list[str]], seed: int = 0, *, invisible: str = "") -> str:
    """Type a fact-check: the seed decides in which order, how wide, and under which numbers."""
    dice = random.Random(seed)  # noqa: S311 (no secret)
    numbers = dict(zip(SOURCES, dice.sample(range(1, 9), len(SOURCES)), strict=True))
    width = dice.choice((12, 30, 70, 1000))

    def block(name: str, indent: int, mark: str = "") -> str:
        text = " ".join(words[name]) + (f" [{numbers[mark]}]" if mark else "")
        lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        return ">-\n" + "\n".join(" " * indent + line for line in lines)

    def paragraph(name: str, marks: str) -> str:
        text = f"{' '.join(words[name])} {marks}."
        return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))

    declared = "".join(f"\n  {numbers[one]}: {{source: {one}, stance: context}}" for one in dice.sample(SOURCES, 4))
    fields = {name: f"{name}: {block(name, 2, 'gazette' if name == 'bottom_line' else '')}" for name in TEXTS}
    fields |= {
        "published": "published: 2025-01-02",
        "authors": "authors: [ann, bob]",
        "sources": f"sources:{declared}",
        "claims": f"claims:\n  - id: c\n    verdict: right\n    claimant: {{anonymous: a post}}\n"
        f"    text: {block('claim', 6)}\n    because: {block('because', 6, 'office')}",
        "not_found": f"not_found:\n  - searched: [{numbers['leaflet']}, minutes]\n    text: {block('gap', 6)}",
    }
    header = "\n".join(fields[name] for name in dice.sample(ORDER, len(ORDER)))
    gazette, office, leaflet, minutes = (numbers[one] for one in SOURCES)
    return (
        f"---\nid: one\n{invisible}{header}\n---\n## {' '.join(words['heading'])}\n\n"
        f"{paragraph('first', f'[{gazette}:main] [{office},{leaflet}]')}\n\n- {' '.join(words['second'])} [{minutes}]\n"
    )


def apart(text: str) -> Apart:
    taken, apart = take("articles/2025/one.md", "content/articles/2025/one.md", text.encode(), b"", "content")
    assert apart is not None, taken.parsed.problems
    return apart


def brief(text: str) -> Brief:
    return apart(text).brief


@st.composite
def words(draw: st.DrawFn) -> dict[str, list[str]]:
    return {name: draw(WORDS) for name in PARTS}


@given(words(), st.integers(1, 10_000))
@QUICK
def test_wrapping_order_and_numbers_are_no_edit(said: dict[str, list[str]], seed: int) -> None:
    first, other = brief(typed(said)), brief(typed(said, seed))
    assert (first.text, first.shown) == (other.text, other.shown)


@given(
    st.lists(st.sampled_from(("a", "&gt;", "&nbsp;", "&#9;", "<br>", " ", "\n", "\n\n> ", "\n- ", "`:`")), max_size=12)
)
@QUICK
def test_the_digest_is_that_of_the_folded_text(pieces: list[str]) -> None:
    taken = apart(f"{typed(PLAIN)}\n{''.join(pieces)}\n")
    whole = taken.whole
    assert taken.brief.text == digest_of(folded(whole.header, whole.texts, whole.sources))


@given(words(), st.data())
@QUICK
def test_a_changed_word_is_an_edit(said: dict[str, list[str]], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(PARTS))
    place = data.draw(st.integers(0, len(said[name]) - 1))
    other = {**said, name: [*said[name][:place], "otherwise", *said[name][place + 1 :]]}
    assert brief(typed(said)).text != brief(typed(other)).text


PLAIN = {name: ["Words", "of", name] for name in PARTS}


@pytest.mark.parametrize(
    "field",
    ["tags: [a, b]", "topics: [t]", "review_by: 2030-01-01", "slug_history: [old]", "redirect_from: [/old/]",
     "updated: 2025-03-03", "corrections: [{id: c1, date: 2025-02-02, kind: minor, why: A word.}]", "superseded_by: two",
     "status: unlisted", "lang: en"],
)  # fmt: skip
def test_what_readers_do_not_read_there_is_no_edit(field: str) -> None:
    assert brief(typed(PLAIN, invisible=f"{field}\n")).text == brief(typed(PLAIN)).text


def _other(old: str, new: str) -> str:
    text = typed(PLAIN)
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("verdict: right", "verdict: wrong"),
        ("published: 2025-01-02", "published: 2025-01-03"),
        ("[ann, bob]", "[ann]"),
        ("a post", "a leaflet"),
        ("stance: context", "stance: against"),
        ("Words of first", "Words ~~of~~ first"),
        ("Words of first", "Words [of](https://one.example/) first"),
        ("Words of first", "Words of f<sup>irst</sup>"),
        (":main]", ":other]"),
        ("- Words", "> Words"),
        ("## Words", "### Words"),
    ],
)
def test_what_readers_see_is_an_edit(old: str, new: str) -> None:
    assert brief(_other(old, new)).text != brief(typed(PLAIN)).text


def test_what_a_body_reads_like() -> None:
    body = (
        "A *soft* **start** [1] [2:main], [site](https://x.example/?a=1&b=2), [here](#there), ~~gone~~ H~2~O &amp; `code`.\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 [2] |\n\n- [x] done\n- open[^n]\n\n![Alt <text>](images/a.png)\n*Caption.*\n\n"
        "![](source:leaflet)\n\n> Said\n\n[^n]: A note.\n"
    )
    text = typed(PLAIN).partition("\n---\n")[0].replace("id: one\n", "id: one\ntags: [x]\n")
    numbers = {line.split()[0].rstrip(":"): line for line in text.splitlines() if "stance" in line}
    by_source = {line.partition("source: ")[2].partition(",")[0]: number for number, line in numbers.items()}
    body = body.replace("[1]", f"[{by_source['gazette']}]").replace("[2:", f"[{by_source['office']}:")
    body = body.replace("2 [2]", f"2 [{by_source['office']}]")
    taken = apart(f"{text}\n---\n{body}")
    whole = taken.whole
    text_as_read = folded(whole.header, whole.texts, whole.sources)
    assert dict(text_as_read)["body"] == EXPECTED
    assert taken.brief.text == digest_of(text_as_read)


EXPECTED: Any = """\
A *soft* **start** [gazette, office:main], site (https://x.example/?a=1&b=2), here, ~~gone~~ H~2~O & `code`.

| a | b |
| 1 | 2 [office] |

- [x] done
- open^1^

![Alt <text>](images/a.png)

Caption.

![source:leaflet]

> Said

^1^

A note."""
