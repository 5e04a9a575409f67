"""Woven text away from its own page: no ids, no anchors that lead nowhere."""

import build as toy_site
import pytest
from build import ENGLISH

from plugins.core.parse.prose import read_prose
from plugins.core.resolve.citations import CitedText
from plugins.intake.load import load
from plugins.press.facts import facts, facts_of_theme
from plugins.press.site import Site
from plugins.views import weave

COPY = '<span id="here">x</span> [down](#here) [about](/about/)\n'


@pytest.fixture(scope="module")
def site() -> Site:
    loaded = load(toy_site.SITE / "content", "content", toy_site.NOW)
    named = facts(loaded.publication) | facts_of_theme({"words en": ""})
    return Site(loaded.publication, "https://toy.example/sub", {}, named, loaded.shelf.whole, ENGLISH)


def _html() -> str:
    return read_prose(COPY)[0].html


def test_on_another_page(site: Site) -> None:
    html = weave.elsewhere(CitedText(_html()), "/checks/x/", {}, site)

    assert html == ('<p><span>x</span> <a href="/sub/checks/x/#here">down</a> <a href="/sub/about/">about</a></p>\n')


def test_in_a_feed(site: Site) -> None:
    base = "https://toy.example/sub"
    wanted = f'<p><span>x</span> <a href="{base}/checks/x/#here">down</a> <a href="{base}/about/">about</a></p>\n'

    assert weave.in_feed(CitedText(_html()), "/checks/x/", site) == wanted
    assert weave.unmarked(_html(), "/checks/x/", site, absolute=True) == wanted


def test_cards_are_cut_out() -> None:
    html = read_prose("One.\n\n![a](source:moon)\n\nTwo.\n\n![b](source:post)\n")[0].html

    assert [(part.strip(), card) for part, card in weave.cards(html)] == [
        ("<p>One.</p>", ""), ("", "moon"), ("<p>Two.</p>", ""), ("", "post"),
    ]  # fmt: skip
