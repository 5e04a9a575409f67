"""nginx and Caddy, with the settings of docs/hosting, before a deployed site."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.deploy.answers import CAREFUL, SECURE, caching, content_type
from plugins.deploy.deploy import look
from plugins.deploy.folder import Folder
from plugins.deploy.packed import with_packed
from plugins.views.policy import policy
from tests.deploy import servers
from tests.deploy.publication import Both, bring
from tests.deploy.servers import Ask

Server = Callable[[Path, Path], tuple[list[str], int]]


@pytest.fixture(scope="module")
def www(both: Both, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the site deployed, packed forms too, and what others put beside."""
    folder = tmp_path_factory.mktemp("www") / "site"
    bring(with_packed(both.releases, both.after), Folder(folder))
    for file in (".well-known/security.txt", ".secret", "empty/.keep", "fr/404.html"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(f"this is {file}")
    return folder


_NGINX = pytest.param(
    servers.nginx,
    marks=pytest.mark.skipif(
        not shutil.which("nginx", path=servers.PATH) or not servers.BROTLI.exists(),
        reason="nginx and its module for Brotli are not installed",
    ),
)
_CADDY = pytest.param(
    servers.caddy, marks=pytest.mark.skipif(not shutil.which("caddy"), reason="Caddy is not installed")
)


@pytest.fixture(scope="module", params=[_NGINX, _CADDY])
def ask(request: pytest.FixtureRequest, www: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Give what asks the server."""
    folder = tmp_path_factory.mktemp("server")
    command, port = request.param(www, folder)
    with servers.running(command, port, folder, secure=request.param is servers.nginx) as asked:
        yield asked


@pytest.mark.parametrize("server", [_NGINX, _CADDY])
def test_a_server_starts_before_the_first_deploy(tmp_path: Path, server: Server) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "server").mkdir()
    command, _ = server(tmp_path / "www", tmp_path / "server")
    asked = [command[0], "validate", *command[2:]] if server is servers.caddy else [*command, "-t"]

    assert subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _files(www: Path) -> list[str]:
    plain = (path for path in sorted(www.rglob("*")) if path.is_file() and path.suffix not in {".gz", ".br"})
    names = [path.relative_to(www).as_posix() for path in plain]
    return [
        name
        for name in names
        if not name.startswith(("_", ".secret", ".plumbline", "empty/", "2024/", "rss.xml", "checks/one-8/"))
    ]


def test_every_file_is_answered_with_its_type_its_caching_and_the_policy(ask: Ask, www: Path) -> None:
    for file in _files(www):
        answer = ask(f"/{file}")
        assert (answer.status, answer.content) == (200, (www / file).read_bytes()), file
        assert answer.headers.get("Content-Type", "").lower() == content_type(file), file
        assert answer.headers["Cache-Control"] == caching(file), file
        assert answer.headers["Content-Security-Policy"] == policy(f"/{file}"), file
        assert answer.headers["ETag"], file
        for name, value in (CAREFUL | SECURE).items():
            assert answer.headers[name] == value, file
        shared = "*" if file.startswith(("feeds/", "feeds.opml", "data/")) else None
        assert answer.headers["Access-Control-Allow-Origin"] == shared, file


def test_folders(ask: Ask) -> None:
    assert ask("/").status == ask("/checks/new/").status == 200
    assert ask("/search/").headers["Content-Security-Policy"] == policy("/search/")
    moved = ask("/checks/new")
    assert moved.status in {301, 308}
    assert moved.headers["Location"] == "/checks/new/"


def test_conditional_requests_and_a_deploy_that_changes_nothing(ask: Ask, both: Both, www: Path) -> None:
    """Readers of feeds ask whether it is the same; after a deploy of the same it is."""
    for path in ("/feeds/all.rss.xml", "/", "/data/checks.json"):
        for packing in ("identity", "gzip", "br"):
            first = ask(path, Accept_Encoding=packing)
            assert look(with_packed(both.releases, both.after), Folder(www)).sent == 0
            again = ask(path, Accept_Encoding=packing, If_None_Match=first.headers["ETag"])
            since = ask(path, Accept_Encoding=packing, If_Modified_Since=first.headers["Last-Modified"])
            assert (first.status, again.status, since.status) == (200, 304, 304)
            assert (again.content, again.headers["ETag"]) == (b"", first.headers["ETag"])


def test_packed_forms(ask: Ask, www: Path) -> None:
    for packing, ending in (("gzip", ".gz"), ("br", ".br")):
        for file in ("feeds/all.rss.xml", "checks/index.html", "data/checks.json"):
            answer = ask(f"/{file}", Accept_Encoding=packing)
            assert answer.headers["Content-Encoding"] == packing
            assert answer.content == (www / (file + ending)).read_bytes()
            assert answer.headers["Content-Type"] == content_type(file)
            assert answer.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("/feed/", "/feeds/all.rss.xml"),
        ("/feed", "/feeds/all.rss.xml"),
        ("/rss.xml", "/feeds/all.rss.xml"),
        ("/checks/one-8/", "/checks/renamed/"),
        ("/checks/one-8", "/checks/renamed/"),
        ("/2024/eight.html", "/checks/renamed/"),
    ],
)
def test_former_addresses(ask: Ask, former: str, present: str) -> None:
    answer = ask(former)
    assert (answer.status, answer.headers["Location"]) == (301, present)
    assert ask(present).status == 200


def test_what_is_not_there(ask: Ask, www: Path) -> None:
    page = (www / "404.html").read_bytes()
    hidden = (
        "/.secret",
        "/.plumbline-deployed",
        "/_headers",
        "/_redirects",
        "/_redirects.nginx",
        "/empty/.keep",
        "/.git/config",
    )
    for path in ("/nothing/", "/feeds/nothing.xml", "/assets/", "/feeds/topics/", "/empty/", "/de/nothing", *hidden):
        answer = ask(path)
        assert (answer.status, answer.content) == (404, page), path
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8", path
        assert answer.headers["Content-Security-Policy"] == policy("/404.html"), path
        assert "immutable" not in answer.headers.get("Cache-Control", ""), path
    assert (ask("/fr/nothing/").status, ask("/fr/nothing/").content) == (404, b"this is fr/404.html")


def test_what_every_reader_gets(ask: Ask) -> None:
    """No name, an odd name, no wish for any type: feeds are for all."""
    for headers in ({}, {"User_Agent": ""}, {"User_Agent": "curl/8"}, {"Accept": "application/rss+xml"}):
        assert ask("/feeds/all.rss.xml", **headers).status == 200
    assert ask("/feeds/all.rss.xml", method="HEAD").status == 200
    assert ask("/.well-known/security.txt").content == b"this is .well-known/security.txt"


def test_nobody_writes(ask: Ask) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert ask("/", method=method).status == 405


def test_no_more_is_told_than_need_be(ask: Ask) -> None:
    assert ask("/").headers.get("Server", "nginx") == "nginx"
