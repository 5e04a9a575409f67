"""The preview: pages follow the copy, problems are shown, nothing of it reaches the published files."""

import json
import queue
import re
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import build as toy_site
import pytest
from entered import enter
from pelican.settings import read_settings

from plugins.desk.glue import preview
from plugins.desk.preview import EVENTS, SCRIPT, Server

PAGE = "/checks/moon-dust/"
LOOK = re.compile(r'data-look="[^"]*"')


class Editor:
    """Changes the copy of a preview, and reads what comes of it."""

    def __init__(self, folder: Path, server: Server, changes: "queue.Queue[list[str] | None]") -> None:
        self.content = folder / "content"
        self.server = server
        self.changes = changes
        self.connections: list[HTTPConnection] = []
        self.events: HTTPResponse | None = None

    def get(self, path: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.server.server_address[1], timeout=30)
        self.connections.append(connection)
        connection.request("GET", path)
        return connection.getresponse()

    def leave(self) -> None:
        """Close what is open."""
        if self.events:
            self.events.close()
        for connection in self.connections:
            connection.close()

    def look(self, path: str = PAGE) -> str:
        """Read a page, and listen for news of it, as its script does."""
        text = self.get(path).read().decode()
        look = re.search(r'data-look="([^"]*)"', text)
        assert look
        self.events = self.get(f"{EVENTS}?{look[1]}")
        assert not self.news()["reload"]
        return text

    def news(self) -> Any:
        """Wait for the next news."""
        assert self.events
        while True:
            line = self.events.readline().decode()
            if line.startswith("data: "):
                return json.loads(line.removeprefix("data: "))

    def write(self, old: str, new: str, name: str = "articles/2025/moon-dust.md") -> Any:
        """Edit a file, and wait for the news."""
        path = self.content / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        self.changes.put([str(path)])
        return self.news()


def _hear_nothing(line: str, problems: object) -> None:
    """Stand in for a terminal."""


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    toy_site.copy_copy(tmp_path / "content")
    override = {
        "PATH": str(tmp_path / "content"),
        "OUTPUT_PATH": str(tmp_path / "site"),
        "PLUMBLINE_CACHE": str(tmp_path / "cache"),
        "PLUMBLINE_NOW": toy_site.NOW,
    }
    settings = read_settings(str(toy_site.ROOT / "pelicanconf.py"), override=override)
    settings["PELICAN_CLASS"](settings)
    changes: queue.Queue[list[str] | None] = queue.Queue()
    with preview(settings, 0, iter(changes.get, None), _hear_nothing) as (server, fresh):
        editor = Editor(tmp_path, server, changes)
        yield editor
        editor.leave()
        changes.put(None)
        fresh.join(30)


def test_a_change_is_shown(editor: Editor) -> None:
    assert "There is<span" in editor.look()

    assert editor.write("There is [1].", "There is a lot of it [1].")["reload"]

    assert "There is a lot of it" in LOOK.sub("", editor.look())


def test_a_silent_edit_is_told_and_shown(editor: Editor) -> None:
    """The page follows what is typed all the same: whoever edits what was published writes the correction afterwards."""
    editor.look()
    enter(editor.content, toy_site.NOW)
    editor.changes.put([str(editor.content / "ledger/2025.jsonl")])
    assert not any("-ledger]" in line for line in editor.news()["problems"])

    for old, new in (("There is [1].", "There is a lot of it [1]."), ("a lot", "plenty")):  # the second in place again
        news = editor.write(old, new)
        assert news["reload"]
        assert any("moon-dust.md" in line and "error [silent-edit]" in line for line in news["problems"])
        assert new.removesuffix(" [1].") in LOOK.sub("", editor.look())

    assert not any(
        "silent-edit" in line for line in editor.write("There is plenty of it [1].", "There is [1].")["problems"]
    )


def test_two_looks_at_one_page(editor: Editor) -> None:
    """A page that was opened before a change is told, though another one was opened since."""
    editor.look()
    first = editor.events
    editor.write("There is [1].", "There is a lot of it [1].")
    editor.look()
    editor.events = first

    assert editor.write("There is a lot", "There is little")["reload"]


def test_a_folder_that_is_moved_away(editor: Editor, tmp_path: Path) -> None:
    editor.look()

    (editor.content / "articles/2025").rename(tmp_path / "elsewhere")
    editor.changes.put([str(editor.content / "articles/2025")])

    assert editor.news()["problems"]


def test_a_page_that_shows_nothing_of_a_change_stays(editor: Editor) -> None:
    editor.look("/topics/")

    assert not editor.write("There is [1].", "There is a lot of it [1].")["reload"]


@pytest.mark.parametrize(
    ("name", "old", "new", "page"),
    [
        ("articles/2025/moon-dust.md", "title: ", "title: New, ", "/checks/"),
        ("articles/2025/moon-dust.md", "tags: [moon, ", "tags: [", PAGE),
        ("publication.yaml", "name: The", "name: New The", PAGE),
    ],
)
def test_a_change_that_reaches_others_is_shown(editor: Editor, name: str, old: str, new: str, page: str) -> None:
    before = LOOK.sub("", editor.look(page))

    assert editor.write(old, new, name)["reload"]

    assert LOOK.sub("", editor.look(page)) != before


def test_an_error_is_shown_and_the_page_stays(editor: Editor) -> None:
    editor.look()

    news = editor.write("There is [1].", "There is none [9].")

    assert not news["reload"]
    assert any("error [unknown-source] Mark [9] has no source" in line for line in news["problems"])
    assert "There is<span" in editor.look()

    news = editor.write("There is none [9].", "There is some [1].")
    assert news["reload"]
    assert not any("Mark [9]" in line for line in news["problems"])
    assert "There is some<span" in editor.look()


def test_an_error_elsewhere_and_an_edit_meanwhile(editor: Editor) -> None:
    editor.look()
    masthead = editor.content / "publication.yaml"
    name = masthead.read_text("utf-8")

    assert any("publication.yaml" in line for line in editor.write("name: ", "nam: ", "publication.yaml")["problems"])
    assert not editor.write("There is [1].", "There is some [1].")["reload"]
    assert editor.write("nam: ", "name: ", "publication.yaml")["reload"]

    assert masthead.read_text("utf-8") == name
    assert "There is some<span" in editor.look()


def test_a_new_page_is_found_and_a_deleted_one_goes(editor: Editor) -> None:
    path = editor.content / "articles/2025/moon-dust-again.md"
    assert "Page not found" in editor.look("/checks/moon-dust-again/")

    copy = (editor.content / "articles/2025/moon-dust.md").read_text("utf-8")
    path.write_text(copy.replace("id: moon-dust\n", "id: moon-dust-again\n"), "utf-8")
    editor.changes.put([str(path)])
    assert editor.news()["reload"]
    assert "There is<span" in editor.look("/checks/moon-dust-again/")

    path.unlink()
    editor.changes.put([str(path)])
    assert editor.news()["reload"]
    assert "Page not found" in editor.look("/checks/moon-dust-again/")


def test_the_script_is_in_the_preview_alone(editor: Editor, toy: Path) -> None:
    assert f'<script src="{SCRIPT}" data-look="' in editor.look()
    assert "EventSource" in editor.get(SCRIPT).read().decode()
    assert "_preview" not in (toy / "checks/moon-dust/index.html").read_text("utf-8")


def test_addresses(editor: Editor, toy: Path) -> None:
    assert editor.get("/feeds/all.rss.xml").read() == (toy / "feeds/all.rss.xml").read_bytes()
    for picture in (toy / "images").iterdir():
        assert editor.get(f"/images/{picture.name}").read() == picture.read_bytes()
    assert editor.get("/checks/nothing/").status == 404
    moved = editor.get("/topics")
    assert (moved.status, moved.headers["Location"]) == (301, "/topics/")
    assert editor.server.server_address[0] == "127.0.0.1"
