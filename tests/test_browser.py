"""A real browser opens the pages: everything loads, from here only, and marks lead to sources and back."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from web.server import Server, served
from web.tools import CHROMIUM, needs_chromium

pytestmark = needs_chromium

CARNEY = "/checks/mark-carney-role-canada-trade-negotiations-2025/"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)  # fmt: skip


@pytest.fixture
def server(demonstration: Path) -> Iterator[Server]:
    with served(demonstration) as server:
        yield server


def _browse(server: Server, page: str, tmp_path: Path, *flags: str) -> str:
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", *flags, server.address + page]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


@pytest.mark.parametrize("page", ["/", CARNEY, "/topics/canada-trade-2025/", "/method/"])
def test_pages_load_whole_and_from_here_only(server: Server, page: str, tmp_path: Path) -> None:
    document = _browse(server, page, tmp_path, "--dump-dom")

    asked = dict(server.asked)
    assert "</html>" in document
    assert asked[page] in {200, 304}
    assert {address for address, status in asked.items() if status not in {200, 304}} <= {"/favicon.ico"}
    assert any(address.startswith("/assets/style.") for address in asked)


def test_the_article_as_a_browser_reads_it(server: Server, tmp_path: Path) -> None:
    document = _browse(server, CARNEY, tmp_path, "--dump-dom")

    assert document.count('role="doc-biblioref"') >= 30
    assert document.count('role="doc-biblioref"') == document.count('role="doc-backlink"')


def test_a_picture_of_a_phone(server: Server, tmp_path: Path) -> None:
    picture = tmp_path / "phone.png"
    _browse(server, CARNEY, tmp_path, "--window-size=390,844", f"--screenshot={picture}")

    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture.stat().st_size > 20_000
