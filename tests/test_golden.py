"""The toy publication's whole output, file by file. `invoke golden` refreshes it; a person reads the diff."""

from pathlib import Path

import build as toy_site


def test_output_is_golden(toy: Path) -> None:
    made = toy_site.steady(toy_site.tree(toy))
    golden = toy_site.tree(toy_site.SITE / "golden")

    assert sorted(made) == sorted(golden)
    for name, content in golden.items():
        assert made[name].decode() == content.decode(), name


def test_what_waits_or_hides_is_nowhere(toy: Path) -> None:
    everything = b"\n".join(toy_site.tree(toy).values())

    assert b"Not finished" not in everything
    assert b"Not yet" not in everything
    assert b"moon-hidden" not in (toy / "index.html").read_bytes() + (toy / "feeds/all.rss.xml").read_bytes()
    assert b"The address is withheld" in everything
    assert b"https://wire.example/leaflet" not in everything
    assert not list(toy.rglob("office-data.html"))


def test_drafts_on_request(tmp_path: Path) -> None:
    content = tmp_path / "content"
    toy_site.copy_copy(content)
    draft = content / "articles/2025/moon-draft.md"
    draft.write_text(draft.read_text().replace("[7]", "[1]"))

    toy_site.build(tmp_path / "site", content=content, PLUMBLINE_DRAFTS=True)

    page = (tmp_path / "site/drafts/moon-draft/index.html").read_text()
    assert 'content="noindex"' in page
    assert "Draft" in page
    assert (tmp_path / "site/drafts/moon-later/index.html").exists()
    assert "moon-draft" not in (tmp_path / "site/index.html").read_text()
