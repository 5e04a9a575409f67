"""Files that hosts read: redirects and headers."""

from pathlib import Path

import pytest
import small

from plugins.deploy import headers, redirects
from plugins.deploy.answers import caching, content_type
from plugins.deploy.redirects import CLOUDFLARE, caddy, netlify, nginx, rules
from plugins.views.policy import policy


@pytest.fixture
def moved(tmp_path: Path) -> list[redirects.Rule]:
    odd = ["/2020/old", "/a b/", '/"quoted"/', "/x?y=1", "/été/", "/all/*", "/{b}/", "/$c;/", "/~d/"]
    checks = [
        small.check("here", "2025-01-01", "s", slug_history=["was"], redirect_from=odd),
        small.check("draft", "2025-01-01", "s", slug_history=["never"], status="draft"),
    ]
    topic = {"title": "Now", "summary": "So.", "aliases": ["then"]}
    copy = small.loaded(
        tmp_path, checks, sources={"s": small.source("P")}, topics={"now": topic}, publishers={"p": {"names": ["P"]}}
    )
    return rules(copy.publication)


def test_rules(moved: list[redirects.Rule]) -> None:
    here = "/checks/here/"
    assert dict(moved) == {
        "/feed/": "/feeds/all.rss.xml", "/feed": "/feeds/all.rss.xml",
        "/rss.xml": "/feeds/all.rss.xml", "/rss.xml/": "/feeds/all.rss.xml",
        "/topics/then/": "/topics/now/", "/topics/then": "/topics/now/",
        "/checks/was/": here, "/checks/was": here,
        "/2020/old": here, "/2020/old/": here, "/été/": here, "/été": here, "/~d/": here, "/~d": here,
    }  # fmt: skip


def test_as_each_program_reads_them() -> None:
    one = [("/été/", "/checks/here/")]

    assert list(netlify(one)) == ["/%C3%A9t%C3%A9/ /checks/here/ 301!", "/%C3%A9t%C3%A9/ /checks/here/ 301"]
    assert list(nginx(one)) == ['"/été/" "/checks/here/";']
    assert list(caddy(one)) == ["redir /été/ /checks/here/ 301"]


def test_no_more_rules_than_cloudflare_reads_are_written_twice() -> None:
    many = [(f"/{number}/", "/checks/here/") for number in range(3000)]
    lines = list(netlify(many))

    plain = [line for line in lines if line.endswith("301")]
    assert len(plain) == CLOUDFLARE // 2
    assert lines.index(plain[-1]) == CLOUDFLARE - 1
    assert sum(line.endswith("301!") for line in lines) == 3000


def test_headers_of_a_site(tmp_path: Path) -> None:
    masthead = {"languages": ["en", "fr"], "url": "https://small.example/sub"}
    copy = small.loaded(tmp_path, [small.check("one", "2025-01-01", "s")], sources={"s": small.source("P")},
                        masthead=masthead, pages={"about": {"title": "About"}})  # fmt: skip
    site = small.site_of(copy)
    held = _read(headers.lines(site))

    assert held["/*"]["X-Content-Type-Options"] == "nosniff"
    assert held["/*"]["Strict-Transport-Security"]
    for address in ("/", "/checks/*", "/feeds/*", "/search/*", "/fr/", "/fr/search/*", "/about/*"):
        assert held[address]["Content-Security-Policy"] == policy(address), address
    assert "wasm" in held["/fr/search/*"]["Content-Security-Policy"]
    assert held["/feeds/*"]["Cache-Control"] == caching("feeds/all.rss.xml")
    assert held["/assets/*"]["Cache-Control"] == caching("assets/style.0123456789.css")
    assert held["/fr/feeds/all.json"]["Content-Type"] == content_type("fr/feeds/all.json")
    assert len(held) <= headers.CLOUDFLARE


def test_no_two_rules_that_meet_set_the_same(tmp_path: Path) -> None:
    """Netlify and Cloudflare join the values: two policies allow what both allow, which on a search page is too little."""
    copy = small.loaded(
        tmp_path,
        [small.check("one", "2025-01-01", "s")],
        sources={"s": small.source("P")},
        pages={"about": {"title": "About"}},
    )
    held = _read(headers.lines(small.site_of(copy)))

    for path, more in held.items():
        for other in held.keys() - {path}:
            meets = path.endswith("*") and other.startswith(path[:-1])
            assert not (meets and more.keys() & held[other].keys()), (path, other)


def _read(lines: object) -> dict[str, dict[str, str]]:
    held: dict[str, dict[str, str]] = {}
    path = ""
    assert hasattr(lines, "__iter__")
    for line in lines:
        if line.startswith("/"):
            path, held[line] = line, {}
        else:
            name, _, value = line.strip().partition(": ")
            held[path][name] = value
    return held


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("index.html.gz", "text/html; charset=utf-8"),
        ("feeds/all.rss.xml", "application/xml"),
        ("fr/feeds/topics/x.json", "application/feed+json"),
        ("data/checks.json", "application/json"),
        ("feeds.opml", "text/x-opml; charset=utf-8"),
        ("_redirects", "text/plain; charset=utf-8"),
        ("pagefind/wasm.en.pagefind", "application/octet-stream"),
    ],
)
def test_types(file: str, kind: str) -> None:
    assert content_type(file) == kind
