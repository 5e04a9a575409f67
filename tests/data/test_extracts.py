"""What data files stand on: an edit of a text leaves them as they are, and no other edit does."""

from pathlib import Path

import build as toy_site
import pytest

from plugins.data.checks import checks_view
from plugins.data.claims import claims_view
from plugins.data.sources import sources_view
from plugins.intake.load import Loaded, load
from plugins.press.facts import facts, facts_of_edit

EDITS = {
    "body": ("What it means [2]", "What it is [2]", True),
    "first paragraph, which is the summary": ("The paper calls it", "It calls it", False),
    "number of citations": ("What it means [2]", "What it means", False),
    "who was asked": ("date: 2025-03-08, reply: none", "date: 2025-03-07, reply: none", True),
    "why": ("why_checked: Everybody asked.", "why_checked: Somebody asked.", True),
    "title": ("“made of cheese”", "made of cheese", False),
    "bottom line": ("It is *not* cheese", "It is cheese", False),
    "claim": ("text: The moon is round.", "text: The moon is flat.", False),
    "verdict": ("verdict: mixed", "verdict: open", False),
    "reason": ("because: More or less", "because: More", False),
    "stance": ("stance: against", "stance: context", False),
    "consulted": ("also_consulted: [leaflet]", "also_consulted: []", False),
    "author": ("authors: [ada, bo]", "authors: [bo]", False),
    "as of": ("as_of: 2025-03-09", "as_of: 2025-03-08", False),
}


def _load(content: Path) -> Loaded:
    return load(content, "content", toy_site.NOW)


@pytest.mark.parametrize("edit", EDITS)
def test_what_an_edit_reaches(tmp_path: Path, edit: str) -> None:
    content = tmp_path / "content"
    toy_site.copy_copy(content)
    file = content / "articles/2025/moon-cheese.md"
    old, new, stands = EDITS[edit]
    before = _load(content)
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new, 1))
    now = _load(content)

    was, is_now = facts(before.publication), facts(now.publication)
    assert (was["extracts "] == is_now["extracts "]) == stands
    assert was["extracts /fr"] == is_now["extracts /fr"]
    edited = facts_of_edit(before.publication, now.publication, ["moon-cheese"])
    assert {name: is_now[name] for name in edited} == edited
    assert {"extracts "} & edited.keys() == (set() if stands else {"extracts "})


def test_data_files_stand_on_no_single_factcheck() -> None:
    site = toy_site.opened(_load(toy_site.SITE / "content"))
    names = {number: name for name, number in site.facts.items()}
    for view in (checks_view, claims_view, sources_view):
        _, read = site.watched(lambda view=view: view(site))
        assert "extracts " in {names[one] for one in read}
        assert not [names[one] for one in read if names[one].startswith("check ")]
