"""What holds for every text, whoever types it."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.core import anchors
from plugins.core.parse import markdown
from plugins.core.parse.marks import MARK, Mark
from plugins.core.parse.prose import Prose, read_inline, read_prose
from plugins.views.numbered import entries, numbered
from tests.core.parse.outcomes import PLACE, Pressed, site_of

FRAGMENTS = (
    *("[1]", "[2]", "[3]", "[1][2]", "[1] [2]", "[1, 2]", "[1-3]", "[3:korea]", "[999]", "[9-7]", "[[1]]", "[1,]"),
    *("[^1]", "[^n]", "\n\n[^1]: ", "\n\n[^n]: so ", "[so]", "[so](/a/)", "[so](", ")", "[", "]", "![", "![a](/images/x.png)"),
    *("(/a/)", '(/a/ "so")', "[word]", "\n\n[word]: https://example.org/\n\n", "\n\n[2]: https://example.org/\n\n"),
    *("*", "**", "_", "__", "~~", "`", "``", "\\", "\\[", "\\]", "!", ":", ".", ",", "“", "”", "(", ")", "—", "'", '"'),
    *("so", "it is", "café", "é", "e\u0301", "\U0001f600", "2025", "a", " ", "  ", "\u00a0", "\u2009", "\u202f", "\t"),
    *("&nbsp;", "&amp;", "&#91;", "&#93;", "&lt;", "&", ";", "<", ">", "|", "\n|", "|\n|---|---|\n|"),
    *("\n", "\n", "\n\n", "  \n", "\\\n", "\n> ", "\n> > ", "\n- ", "\n  - ", "\n1. ", "\n    ", "\n\t", "\n: ", "\n# ", "\n## "),
    *("\n===\n", "\n---\n", "\n***\n", "\n```\n", "\n- [x] ", "\n- [ ] ", " {#own}", "{", "}"),
    *("<b>", "</b>", "<code>", "</code>", "<a href='/a/'>", "</a>", "<br>", "<!-- ", " -->", "<span>", "</span>"),
    *("\n<div>\n", "\n</div>\n", "\n\n<div>\n\n", "\n\n</div>\n\n", "<kbd>", "</kbd>", "<https://example.org/>", "<sup>", "</sup>"),
)  # fmt: skip
MARKS_WITH_GAPS = (
    "[1]",
    "[2]",
    "[4-6]",
    "[7, 8]",
    " ",
    "\n",
    "\n> ",
    "\n  ",
    "so",
    "*",
    "**",
    "_",
    ".",
    "\u00a0",
    "&nbsp;",
)
PRINTABLE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"])
"""Characters that copy may hold; the rest is refused before any parse."""

assembled = st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join)
crowded = st.lists(st.sampled_from(MARKS_WITH_GAPS), max_size=16).map("".join)
mixed = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(PRINTABLE, max_size=6)), max_size=16).map("".join)
texts = st.one_of(assembled, crowded, mixed, st.text(st.one_of(PRINTABLE, st.just("\n")), max_size=80))

FOUND = (
    "- <!-- \n\tcafé[1][2]",
    "[999]: —\n\nso [3]",
    "[2]:\u202f\n- [x] [1, 2]",
    "[1-3]:\U0001f600|\n|---|---|\n|[1][2]",
    "[[1]^]:&",
    "[so]([1] [2])",
    "[so]([1, 2])",
    "[9-7]:[1] [2]",
    "\n- [x] \\\n  - ",
    "[word][1]\n\n[word]: https://example.org/",
    "[word][1, 2][3]\n\n[word]: https://example.org/",
    "> [1]\n> [2]\n\n[^1]: [3]\n\nso[^1]",
    "[1]\n[2]: https://example.org/",
)
"""Texts that broke a property once, shortened."""

Test = Callable[..., None]


def quick(test: Test) -> Test:
    return _form(300, test)


def long(test: Test) -> Test:
    return pytest.mark.long(_form(5000, test))


def _form(examples: int, test: Test) -> Test:
    form = settings(max_examples=examples, derandomize=True, deadline=None, database=None)(given(texts)(test))
    for text in FOUND:
        form = example(text)(form)
    return form


def codes_of(notes: list[object]) -> set[str]:
    return {note.code for note in notes}


# Nothing that is typed makes the parser raise, or a note point outside the text.


def reads(text: str) -> None:
    for read in (read_prose, read_inline):
        for marks in (True, False):
            _, notes = read(text, marks=marks)
            assert [note for note in notes if not 0 <= note.offset <= len(text)] == []


# Every mark says where it stands.


def marks_stand_where_they_say(text: str) -> None:
    prose, _ = read_prose(text)
    for mark in all_marks(prose):
        assert text[mark.offset : mark.offset + len(mark.typed)] == mark.typed
        assert MARK.fullmatch(mark.typed)
    offsets = [mark.offset for mark in all_marks(prose)]
    assert len(set(offsets)) == len(offsets)


def all_marks(prose: Prose) -> list[Mark]:
    return [mark for group in prose.groups for mark in group]


# Where nothing is escaped and no entity stands, text is what was typed: `walk` has it merged then.


def text_is_as_typed(text: str) -> None:
    text = text.replace("\\", "").replace("&", "")
    source, indented = text.encode(), False
    for event, span in markdown.events(text, merged=True):
        name, value = next(iter(event.items())) if isinstance(event, dict) else (event, ())
        if name in {"Start", "End"} and ("CodeBlock" in value or "HtmlBlock" in value):
            indented = name == "Start"  # a tab gives blanks there
        elif name == "Text" and not indented:
            assert source[span["start"] : span["end"]].decode() == value


# Every group has one place, and every place its group.


def places_are_groups(text: str) -> None:
    prose, notes = read_prose(text)
    if "html-not-allowed" in codes_of(notes):  # such an element goes, with what is in it; no build shows it
        return
    places = [int(match[1]) for match in PLACE.finditer(prose.html)]
    assert sorted(places) == list(range(len(prose.groups)))
    assert prose.html.count(anchors.MARK_OPEN) == len(places)


# Nothing but the marks differs from what the same text is without citations.
#
# Compared is the HTML with each place as the typed marks, against the HTML of the parse with marks off. On both sides
# the gap between two marks (blanks, one line break) is taken out, since a group swallows it, and so are the ids of
# headings, which never hold a mark. Left out are texts in which a footnote's mark touches a citation (`[^n][1]`): the
# grammar keeps both, CommonMark would read a link label.


def only_marks_differ(text: str) -> None:
    prose, notes = read_prose(text)
    if codes_of(notes) & {"digit-definition", "html-not-allowed"}:
        return
    if _FOOTNOTE_BEFORE.search(text):
        return
    plain, _ = read_prose(text, marks=False)
    assert normal(with_marks_typed(prose)) == normal(plain.html)
    assert [heading.level for heading in prose.headings] == [heading.level for heading in plain.headings]
    assert [link.href for link in prose.links] == [link.href for link in plain.links]
    assert not any(MARK.search(heading.id) for heading in prose.headings)


def with_marks_typed(prose: Prose) -> str:
    return PLACE.sub(lambda match: "".join(mark.typed for mark in prose.groups[int(match[1])]), prose.html)


_GAP = re.compile(rf"({MARK.pattern})(?:[ \t\n\u00a0\u2009\u202f]|&nbsp;)+(?={MARK.pattern})")
_FOOTNOTE_BEFORE = re.compile(r"\[\^[^\]]*\]\[")
_HEADING_ID = re.compile(r'(<h[1-6]) id="[^"]*"')


def normal(html: str) -> str:
    return _HEADING_ID.sub(r"\1", _GAP.sub(r"\1", html))


# Citations = anchors = backlinks.

_CITE_ID = re.compile(r' id="(cite-[^"]*)"')
_BACK = re.compile(r'href="#([^"]*)"[^>]*>([a-z]+)</a>')
_CITE_HREF = re.compile(r'<a role="doc-biblioref" id="[^"]*" href="#([^"]*)"')


def citations_are_anchors_are_backlinks(text: str) -> None:
    pressed = Pressed(text or "so", whole=False)
    if any(problem.code == "html-not-allowed" for problem in pressed.problems) or pressed.draft is None:
        return
    site = site_of(pressed.publication)
    citations = [one for text in pressed.texts().values() for group in text.groups for one in group]
    wanted = {anchors.citation(one.source, one.use) for one in citations}
    html = "".join(pressed.on_page().values())
    listed = entries(site, numbered(site, pressed.apart.whole)) if pressed.apart else ()
    backlinks = [_BACK.findall(entry.backlinks) for entry in listed]
    assert Counter(_CITE_ID.findall(html)) == Counter(wanted)
    assert Counter(anchor for links in backlinks for anchor, _ in links) == Counter(wanted)
    assert len(wanted) == len(citations)
    targets = {entry.anchor for entry in listed} | {quote.anchor for entry in listed for quote in entry.source.quotes}
    named = {one.code for one in pressed.problems}
    if "unknown-quote" not in named:
        assert set(_CITE_HREF.findall(html)) <= targets
    assert anchors.MARK_OPEN not in html
    assert all(len({letter for _, letter in links}) == len(links) for links in backlinks)


@quick
def test_nothing_makes_the_parser_raise(text: str) -> None:
    reads(text)


@quick
def test_marks_stand_where_they_say(text: str) -> None:
    marks_stand_where_they_say(text)


@quick
def test_text_is_as_typed(text: str) -> None:
    text_is_as_typed(text)


@quick
def test_places_are_groups(text: str) -> None:
    places_are_groups(text)


@quick
def test_only_marks_differ(text: str) -> None:
    only_marks_differ(text)


@quick
def test_citations_are_anchors_are_backlinks(text: str) -> None:
    citations_are_anchors_are_backlinks(text)


@long
def test_nothing_makes_the_parser_raise_in_the_long_form(text: str) -> None:
    reads(text)


@long
def test_marks_stand_where_they_say_in_the_long_form(text: str) -> None:
    marks_stand_where_they_say(text)


@long
def test_text_is_as_typed_in_the_long_form(text: str) -> None:
    text_is_as_typed(text)


@long
def test_places_are_groups_in_the_long_form(text: str) -> None:
    places_are_groups(text)


@long
def test_only_marks_differ_in_the_long_form(text: str) -> None:
    only_marks_differ(text)


@long
def test_citations_are_anchors_are_backlinks_in_the_long_form(text: str) -> None:
    citations_are_anchors_are_backlinks(text)


def test_the_properties_meet_what_they_are_about() -> None:
    """The texts hold groups of several marks often enough for the properties above to say something."""
    met = Counter()

    @settings(max_examples=300, derandomize=True, deadline=None, database=None)
    @given(texts)
    def count(text: str) -> None:
        prose, notes = read_prose(text)
        met["groups"] += bool(prose.groups)
        met["wide"] += any(len(group) > 1 for group in prose.groups)
        met["compared"] += bool(prose.groups) and not codes_of(notes) & {"digit-definition", "html-not-allowed"}

    count()
    assert min(met["groups"], met["compared"]) > 60
    assert met["wide"] > 20
