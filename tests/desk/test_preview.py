"""The preview: pages follow the copy, problems are shown, nothing of it reaches the published files."""

import json
import queue
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import build as toy_site
import pytest
from pelican.settings import read_settings

from plugins.desk.glue import preview
from plugins.desk.preview import EVENTS, SCRIPT, Server

PAGE = "/checks/moon-dust/"


class Editor:
    """Changes the copy of a preview, and reads what comes of it."""

    def __init__(self, folder: Path, server: Server, changes: "queue.Queue[object]") -> None:
        self.copy = folder / "content/articles/2025/moon-dust.md"
        self.server = server
        self.changes = changes
        self.connections: list[HTTPConnection] = []
        self.events = self._get(EVENTS)

    def _get(self, path: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.server.server_address[1], timeout=30)
        self.connections.append(connection)
        connection.request("GET", path)
        return connection.getresponse()

    def leave(self) -> None:
        """Close what is open."""
        self.events.close()
        for connection in self.connections:
            connection.close()

    def read(self, path: str = PAGE) -> str:
        response = self._get(path)
        assert response.status == 200
        return response.read().decode()

    def news(self) -> Any:
        """Wait for the next news."""
        while True:
            line = self.events.readline().decode()
            if line.startswith("data: "):
                return json.loads(line.removeprefix("data: "))

    def write(self, old: str, new: str) -> None:
        self.copy.write_text(self.copy.read_text("utf-8").replace(old, new), "utf-8")
        self.changes.put("changed")


def _hear_nothing(line: str, problems: object) -> None:
    """Stand in for a terminal."""


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    toy_site.copy_copy(tmp_path / "content")
    override = {
        "PATH": str(tmp_path / "content"),
        "OUTPUT_PATH": str(tmp_path / "preview/site"),
        "PLUMBLINE_NOW": toy_site.NOW,
    }
    settings = read_settings(str(toy_site.ROOT / "pelicanconf.py"), override=override)
    settings["PELICAN_CLASS"](settings)
    changes: queue.Queue[object] = queue.Queue()
    with preview(settings, 0, iter(changes.get, None), _hear_nothing) as (server, fresh):
        editor = Editor(tmp_path, server, changes)
        yield editor
        editor.leave()
        changes.put(None)
        fresh.join(30)


def _until_built(editor: Editor) -> int:
    news = editor.news()
    return int(news["version"] or editor.news()["version"])


def test_a_change_is_shown(editor: Editor) -> None:
    version = _until_built(editor)
    assert "There is<span" in editor.read()

    editor.write("There is [1].", "There is a lot of it [1].")

    assert editor.news()["version"] == version + 1
    assert "There is a lot of it" in editor.read()


def test_an_error_is_shown_and_the_page_stays(editor: Editor) -> None:
    version = _until_built(editor)

    editor.write("There is [1].", "There is none [9].")
    news = editor.news()

    assert news["version"] == version
    assert any("error [unknown-source] Mark [9] has no source" in line for line in news["problems"])
    assert "There is<span" in editor.read()

    editor.write("There is none [9].", "There is some [1].")
    news = editor.news()
    assert news["version"] == version + 1
    assert not any("Mark [9]" in line for line in news["problems"])
    assert "There is some<span" in editor.read()


def test_the_script_is_in_the_preview_alone(editor: Editor, tmp_path: Path) -> None:
    _until_built(editor)

    assert f'<script src="{SCRIPT}"></script></body>' in editor.read()
    assert "EventSource" in editor.read(SCRIPT)
    for page in (tmp_path / "preview/site").rglob("*.html"):
        assert b"_preview" not in page.read_bytes()


def test_other_files_are_served_as_they_are(editor: Editor) -> None:
    _until_built(editor)

    assert editor.read("/feeds/all.rss.xml").startswith("<?xml")
    assert editor.server.server_address[0] == "127.0.0.1"
