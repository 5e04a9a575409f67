"""A reader searches, in a real browser and under the strict policy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import build as toy_site
import devtools
import pytest
from search.visitor import Visitor
from web.server import served
from web.tools import needs_chromium

pytestmark = needs_chromium

CARNEY = "/checks/mark-carney-role-canada-trade-negotiations-2025/"
HOSTILE = (
    "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "javascript:alert(1)", '"><svg onload=alert(1)>',
    "' OR 1=1 --", "{{7*7}}", "$& $1 %00 \\u003cb\\u003e", "a" * 5000,
)  # fmt: skip


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[devtools.Page]:
    with devtools.browser(tmp_path_factory.mktemp("browser") / "profile") as page:
        yield page


@pytest.fixture
def demonstrated(demonstration: Path, browser: devtools.Page) -> Iterator[Visitor]:
    """Visit the demonstration; in the end the browser must have had nothing to complain of."""
    with served(demonstration) as server:
        visitor = Visitor(browser, server)
        yield visitor
        assert visitor.complaints() == []


@pytest.fixture
def toyed(toy: Path, browser: devtools.Page) -> Iterator[Visitor]:
    with served(toy) as server:
        visitor = Visitor(browser, server)
        yield visitor
        assert visitor.complaints() == []


def test_nothing_is_asked_for_before_somebody_searches(demonstrated: Visitor) -> None:
    for page in ("/", CARNEY, "/search/"):
        demonstrated.open(page)
    demonstrated.run("document.getElementById('words').focus()")

    assert not [path for path, _ in demonstrated.server.asked if path.startswith("/pagefind/")]
    demonstrated.type("tariffs")
    assert demonstrated.said().startswith("Results: ")
    assert ("/pagefind/pagefind.js", 200) in demonstrated.server.asked
    assert not [path for path, _ in demonstrated.server.asked if "worker" in path]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Carney's role in the trade negotiations", CARNEY),
        ("reagan advertisement", "/checks/ontario-reagan-tariff-advertisement/"),
        ("MEASLES elimination", "/checks/canada-measles-elimination-status-lost/"),
        ("paris limit broken", "/checks/paris-agreement-limit-already-broken/"),
    ],
)
def test_the_right_one_comes_first(demonstrated: Visitor, words: str, first: str) -> None:
    hits = demonstrated.ask(q=words)

    assert hits[0]["href"] == first
    assert hits[0]["kind"] == "Fact-check"
    assert hits[0]["marks"] > 0


def test_filters_narrow(demonstrated: Visitor) -> None:
    every = demonstrated.ask(q="canada", kind="check")
    rated = demonstrated.ask(q="canada", verdict="false")

    assert {hit["kind"] for hit in every} == {"Fact-check"}
    assert 0 < len(rated) < len(every)
    assert all("False" in hit["verdicts"] for hit in rated)
    assert {hit["kind"] for hit in demonstrated.ask(q="canada", kind="topic")} == {"Topic"}


def test_filters_alone_list_everything_that_fits(toyed: Visitor) -> None:
    assert [hit["href"] for hit in toyed.ask(year="2024")] == ["/checks/moon-old/"]
    assert {hit["href"] for hit in toyed.ask(topic="moon-2025", kind="check")} == {
        "/checks/moon-cheese/", "/checks/moon-dust/"
    }  # fmt: skip
    toyed.run("kind.value = 'topic'; kind.dispatchEvent(new Event('input', {bubbles: true}))")
    toyed.until("hits.children.length === 1")
    assert toyed.run("location.search") == "?topic=moon-2025&kind=topic"


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_is_asked_stays_text(demonstrated: Visitor, words: str) -> None:
    demonstrated.ask(q=words, topic=words, **{"words": words, "": words, "constructor": words})

    assert demonstrated.run("document.getElementById('words').value") == words
    assert demonstrated.run("document.querySelectorAll('main script, main img, main svg, iframe').length") == 0
    assert all(hit["elements"] == [] for hit in demonstrated.shown())


def test_whatever_is_found_stays_text(toyed: Visitor) -> None:
    """The copy quotes somebody who types tags."""
    hits = toyed.ask(q='"everywhere"')

    assert [hit["href"] for hit in hits] == ["/checks/moon-cheese/"]
    assert "<b>everywhere</b> &" in hits[0]["excerpt"]
    assert hits[0]["elements"] == []
    assert hits[0]["verdicts"] == ["False", "Half true"]
    assert hits[0]["title"] == "Is the moon “made of cheese” & nothing else?"


def test_no_hits_are_told(demonstrated: Visitor) -> None:
    assert demonstrated.ask(q="qqqzzzqqq") == []
    assert demonstrated.said() == "Nothing was found."


def test_the_newest_first(toyed: Visitor) -> None:
    hits = toyed.ask(q="moon", order="newest")
    dates = [hit["date"] for hit in hits]

    assert dates[-1] == ""
    assert dates == sorted(dates, reverse=True)
    assert len({date for date in dates if date}) >= 2
    assert {hit["href"] for hit in hits} == {hit["href"] for hit in toyed.ask(q="moon")}


def test_each_language_searches_its_own(toyed: Visitor) -> None:
    hits = toyed.ask("/fr/search/", q="fromage")

    assert [hit["href"] for hit in hits] == ["/fr/checks/lune-fromage/"]
    links = "[...document.querySelectorAll('a[hreflang=en]')].map(({pathname, search}) => pathname + search)"
    assert toyed.run(links) == ["/search/?q=fromage"] * 2
    assert not [hit for hit in toyed.ask(q="lune fromage") if hit["href"].startswith("/fr/")]


def test_by_keyboard_alone(demonstrated: Visitor) -> None:
    """From the box at the top of any page to the page that was found."""
    demonstrated.open("/")
    demonstrated.run("document.querySelector('.search-box input').focus()")
    demonstrated.type("measles")
    demonstrated.press("Enter")
    demonstrated.arrive()
    assert demonstrated.run("location.pathname + location.search") == "/search/?q=measles"
    assert demonstrated.said() == "Results: 1"

    demonstrated.run("document.getElementById('words').focus()")
    demonstrated.run("document.getElementById('words').select()")
    demonstrated.type("usmca")
    demonstrated.press("Enter")
    demonstrated.until("hits.querySelector('a')?.pathname === '/checks/usmca-cusma-expire-july/'")
    demonstrated.run("document.getElementById('order').focus()")
    demonstrated.press("Tab")  # the same search in French
    demonstrated.press("Tab")
    assert demonstrated.run("document.activeElement === hits.querySelector('a')")
    demonstrated.press("Enter")
    demonstrated.arrive()
    assert demonstrated.run("location.pathname") == "/checks/usmca-cusma-expire-july/"


def test_more_is_shown_on_request(demonstrated: Visitor) -> None:
    assert len(demonstrated.ask(order="newest")) == 10
    total = int(demonstrated.said().rpartition(" ")[2])
    while not demonstrated.run("more.hidden"):
        before = len(demonstrated.shown())
        demonstrated.run("more.click()")
        demonstrated.until(f"document.activeElement === hits.children[{before}]?.querySelector('a')")

    titles = [hit["title"] for hit in demonstrated.shown()]
    assert len(titles) == len(set(titles)) == total > 20


def test_without_an_index_it_says_so(toy: Path, tmp_path: Path, browser: devtools.Page) -> None:
    """As in the preview."""
    shutil.copytree(toy, tmp_path / "site", ignore=shutil.ignore_patterns("pagefind"))
    with served(tmp_path / "site") as server:
        visitor = Visitor(browser, server)
        assert visitor.ask(q="moon") == []
        assert visitor.said().startswith("Search does not work at the moment")
        assert any("404" in one for one in visitor.complaints())


def test_without_script_it_says_so(toy: Path, browser: devtools.Page) -> None:
    with served(toy) as server:
        visitor = Visitor(browser, server)
        browser.call("Emulation.setScriptExecutionDisabled", value=True)
        visitor.open("/search/", q="moon")
        browser.call("Emulation.setScriptExecutionDisabled", value=False)
        words = visitor.run("document.querySelector('noscript').innerText")

    assert words.startswith("This page needs JavaScript to search. All fact-checks")


def test_in_a_folder_of_a_server(tmp_path: Path, browser: devtools.Page) -> None:
    """Where the site stands under a path, answers lead there."""
    toy_site.build(tmp_path / "site", SITEURL="https://toy.example/sub/folder")
    with served(tmp_path / "site", "/sub/folder") as server:
        visitor = Visitor(browser, server)
        hits = visitor.ask("/sub/folder/search/", q="cheese")
        assert visitor.complaints() == []

    assert hits[0]["href"] == "/sub/folder/checks/moon-cheese/"
