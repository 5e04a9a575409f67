"""What serves the site to the proofs does as a web server would."""

import gzip
from contextlib import closing
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest
from web.server import Server, served


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site/search").mkdir(parents=True)
    (tmp_path / "site/404.html").write_text("nothing here", "utf-8")
    (tmp_path / "site/search/index.html").write_text("search", "utf-8")
    (tmp_path / "site/all.rss.xml").write_text("<rss/>", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    return tmp_path / "site"


def _ask(server: Server, address: str, **headers: str) -> tuple[int, bytes, HTTPMessage]:
    with closing(HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)) as connection:
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers


def test_a_page_is_found_with_its_type_and_policy(folder: Path) -> None:
    with served(folder) as server:
        status, body, headers = _ask(server, "/search/?q=moon")

    assert (status, body) == (200, b"search")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "'wasm-unsafe-eval'" in headers["Content-Security-Policy"]
    assert server.asked == [("/search/?q=moon", 200)]


def test_what_is_not_compressed_yet_is_compressed_for_those_who_can_read_it(folder: Path) -> None:
    with served(folder) as server:
        status, body, headers = _ask(server, "/all.rss.xml", **{"Accept-Encoding": "gzip"})

    assert (status, gzip.decompress(body)) == (200, b"<rss/>")
    assert headers["Content-Type"] == "application/rss+xml"


@pytest.mark.parametrize("address", ["/nowhere/", "/../secret.txt", "/%2e%2e/secret.txt", "/search"])
def test_what_is_not_there_is_answered_by_the_404_page(folder: Path, address: str) -> None:
    with served(folder) as server:
        status, body, _ = _ask(server, address)

    assert (status, body) == (404, b"nothing here")
