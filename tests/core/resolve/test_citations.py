"""Marks ↔ sources."""

import re

import pytest

from plugins.core import anchors
from plugins.core.model.factcheck import Header, SourceUse
from plugins.core.parse.nouns import Draft
from plugins.core.parse.prose import Prose, read_inline, read_prose
from plugins.core.resolve.apart import take_apart
from plugins.core.resolve.citations import Citation, CitedText, cite, in_page_order
from plugins.views import weave
from plugins.views.numbered import entries, numbered
from tests.core.parse.outcomes import press, site_of

BACK = re.compile('href="#([^"]*)"[^>]*>([a-z]+)<')
SOURCES = {str(number): f"s{number}" for number in range(1, 12)}


def draft(body: str, slug: str = "case", sources: dict[str, str] | None = None, **inline: str) -> Draft:
    header = Header(id=slug, title="Case", published="2025-06-01", sources=SOURCES if sources is None else sources)
    texts: dict[str, Prose] = {name.replace("__", "."): read_inline(text)[0] for name, text in inline.items()}
    return Draft(f"content/articles/2025/{slug}.md", slug, header, read_prose(body)[0], texts)


def of_body(body: str, sources: dict[str, str] | None = None) -> list[list[Citation]]:
    return [list(group) for group in cite(draft(body, sources=sources))[0]["body"].groups]


def body_of(written: Draft) -> CitedText:
    return cite(written)[0]["body"]


@pytest.mark.parametrize(
    ("body", "groups"),
    [
        ("so", []),
        ("so [1]", [[Citation(1, "s1", 1)]]),
        ("so [2, 1]", [[Citation(2, "s2", 1), Citation(1, "s1", 1)]]),
        ("so [1] and [1]", [[Citation(1, "s1", 1)], [Citation(1, "s1", 2)]]),
        ("so [1] [1]", [[Citation(1, "s1", 1)]]),
        ("so [1-3]", [[Citation(1, "s1", 1), Citation(2, "s2", 1), Citation(3, "s3", 1)]]),
        ("so [3:korea] and [3]", [[Citation(3, "s3", 1, "korea")], [Citation(3, "s3", 2)]]),
        ("so [12]", [[]]),
        ("so [12] [1] and [12]", [[Citation(1, "s1", 1)], []]),
    ],
)
def test_the_citations_of_a_body(body: str, groups: list[list[Citation]]) -> None:
    assert of_body(body) == groups


def test_uses_are_counted_in_the_order_of_the_page() -> None:
    texts, sources = cite(draft("body [1]", not_found__0__text="gap [1]", bottom_line="line [1]", claims__0__because="so [1]"))  # fmt: skip
    uses = {name: text.groups[0][0].use for name, text in texts.items()}
    assert uses == {"bottom_line": 1, "claims.0.because": 2, "body": 3, "not_found.0.text": 4}
    assert sources[0].uses == 4


def test_corrections_hold_no_citations() -> None:
    written = draft("so [1]", corrections__0__why="a slip [1]")
    texts, sources = cite(written)
    assert "corrections.0.why" not in in_page_order(written)
    assert texts["corrections.0.why"].groups == ()
    assert sources[0].uses == 1


def test_sources_stand_in_the_order_of_their_numbers() -> None:
    _, sources = cite(draft("so [10] [9]", sources={"10": "b", "9": "a", "2": "c"}))
    assert [(one.number, one.id, one.uses) for one in sources] == [(2, "c", 0), (9, "a", 1), (10, "b", 1)]


def test_the_part_of_a_source_comes_along() -> None:
    use = SourceUse("s1", stance="against", primary=True)
    header = Header(id="case", title="Case", published="2025-06-01", sources={"1": use})
    _, sources = cite(Draft("case.md", "case", header, read_prose("so [1]")[0], {}))
    assert sources[0].use == use


def test_one_source_under_two_numbers_still_has_each_id_once() -> None:
    groups = of_body("so [1] [2] and [1]", {"1": "s1", "2": "s1"})
    assert [one.use for group in groups for one in group] == [1, 2, 3]


@pytest.mark.parametrize(
    ("use", "letters"),
    [
        (1, "a"),
        (2, "b"),
        (9, "i"),
        (26, "z"),
        (27, "aa"),
        (28, "ab"),
        (52, "az"),
        (53, "ba"),
        (702, "zz"),
        (703, "aaa"),
    ],
)
def test_letters(use: int, letters: str) -> None:
    assert anchors.letters(use) == letters


def test_no_two_uses_have_one_letter() -> None:
    assert len({anchors.letters(use) for use in range(1, 2000)}) == 1999


@pytest.mark.parametrize(("uses", "last"), [(9, "i"), (27, "aa")])
def test_a_source_cited_often_has_a_way_back_for_each(uses: int, last: str) -> None:
    written = draft(" so [1] it".join([""] * (uses + 1)))
    publication = press(written)
    site = site_of(publication)
    html = weave.on_page(body_of(written), {}, site)
    links = BACK.findall(entries(site, numbered(site, take_apart(written).whole))[0].backlinks)
    assert len(links) == uses
    assert links[-1][1] == last
    assert [html.count(f' id="{anchor}"') for anchor, _ in links] == [1] * uses


def test_elsewhere_no_ids_are_given_and_every_link_leads_to_the_page_of_the_fact_check() -> None:
    written = draft("so [1] and [3:korea]")
    html = weave.elsewhere(
        body_of(written), "/checks/case/", {"s1": "1, A &quot;title&quot; &amp; so"}, site_of(press(written))
    )
    assert " id=" not in html
    assert html == (
        '<p>so<span class="cites"><a href="/checks/case/#src-s1" aria-label="1, A &quot;title&quot; &amp; so">[1]</a></span>'
        ' and<span class="cites"><a href="/checks/case/#src-s3.korea" aria-label="3">[3]</a></span></p>\n'
    )


def test_in_a_feed_links_are_absolute_and_blanks_kept() -> None:
    written = draft("so [1] [2].")
    html = weave.in_feed(body_of(written), "/checks/case/", site_of(press(written)))
    base = "https://example.org/checks/case/"
    assert html == f'<p>so <a href="{base}#src-s1">[1]</a> <a href="{base}#src-s2">[2]</a>.</p>\n'


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("It is so [1] [2].", "<p>It is so.</p>\n"),
        ("It is so[1].", "<p>It is so.</p>\n"),
        ("It is so\n[1] now.", "<p>It is so now.</p>\n"),
        ("It is so  [1].", "<p>It is so.</p>\n"),
        ("It is so\u00a0[1].", "<p>It is so.</p>\n"),
    ],
)
def test_without_marks_no_blank_is_left(body: str, html: str) -> None:
    written = draft(body)
    assert weave.unmarked(body_of(written).html, "/checks/case/", site_of(press(written))) == html


def test_a_text_without_groups_is_left_as_it_is() -> None:
    assert weave.on_page(CitedText("<p>so</p>"), {}, site_of(press())) == "<p>so</p>"
