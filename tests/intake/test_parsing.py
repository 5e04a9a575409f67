"""Side by side or alone, the intake gives the same."""

from pathlib import Path

import build as toy_site

from plugins.intake.load import load

SPOILED = 40


def _spoiled_copy(folder: Path) -> None:
    """Make a publication that is large enough to be shared among processes, with faults of every kind in it."""
    toy_site.copy_copy(folder)
    page = (folder / "articles/2025/moon-dust.md").read_text("utf-8")
    for number in range(100):
        copy = page.replace("id: moon-dust", f"id: moon-dust-{number}")
        if number % 3 == 0:
            copy = copy.replace("published: 2025-03-10", "published: 2025-02-30").replace("[1]", "[1] [9] <b>")
        (folder / f"articles/2025/moon-dust-{number}.md").write_text(copy, "utf-8")
    (folder / "articles/2025/moon-dust-50.md").write_bytes(b"---\n\xff\n---\n")


def test_a_crew_takes_in_the_same(tmp_path: Path) -> None:
    content = tmp_path / "content"
    _spoiled_copy(content)

    alone = load(content, "content", toy_site.NOW, jobs=1)
    crew = load(content, "content", toy_site.NOW, jobs=2)

    assert len(alone.problems) > SPOILED
    assert crew.problems == alone.problems
    assert crew.publication == alone.publication
