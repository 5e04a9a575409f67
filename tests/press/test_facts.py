"""Which facts an edit changes: no more pages are made anew than may show it."""

import re
from pathlib import Path

import build as toy_site
import pytest

import plugins
from plugins.intake.load import load
from plugins.press.facts import facts

SOURCE, CHECK = "sources/all.yaml", "articles/2025/moon-cheese.md"
EDITS = {
    "words of a quote": (SOURCE, "It is, on the whole, cheese", "It is cheese", {"quotes moon-cheese"}),
    "title of a source": (SOURCE, "title: The moon is made", "title: It is made", {"source moon-cheese"}),
    "text": (CHECK, "What it means [2]", "What it is [2]", {"text moon-cheese"}),
    "who was asked": (CHECK, "date: 2025-03-08, reply: none", "date: 2025-03-07, reply: none", {"text moon-cheese"}),
    "title": (CHECK, "“made of cheese”", "made of cheese", {"check moon-cheese", "text moon-cheese", "extracts "}),
}
_OF_THE_TEXT = re.compile(r"\bbrief\.(?:digest|text|told)\b")


@pytest.mark.parametrize("edit", EDITS)
def test_what_changes(tmp_path: Path, edit: str) -> None:
    file, old, new, changed = EDITS[edit]
    content = tmp_path / "content"
    toy_site.copy_copy(content)
    was = _facts(content)
    text = (content / file).read_text("utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1))
    now = _facts(content)
    assert was.keys() == now.keys()
    assert {name for name in was if was[name] != now[name]} == changed


def test_records_are_shown_without_quotes_that_were_not_asked_for() -> None:
    loaded = load(toy_site.SITE / "content", "content", toy_site.NOW)
    site = toy_site.opened(loaded)
    (record, quotes), read = site.watched(lambda: (site.known_source("moon-cheese"), site.quotes("moon-cheese")))
    assert loaded.publication.sources["moon-cheese"].quotes == quotes != ()
    assert record.quotes == ()
    assert set(read) == {site.facts["source moon-cheese"], site.facts["quotes moon-cheese"]}


def test_views_read_nothing_of_a_brief_that_its_fact_leaves_out() -> None:
    folder = Path(plugins.__file__).parent
    others = {"core", "intake", "desk", "press", "deploy", "commands"}
    rooms = (one for one in folder.iterdir() if one.name not in others)
    files = [file for room in rooms for file in room.rglob("*.py")]
    assert len(files) > 50
    assert not [file.name for file in files if _OF_THE_TEXT.search(file.read_text("utf-8"))]


def _facts(content: Path) -> dict[str, int]:
    return facts(load(content, "content", toy_site.NOW).publication)
