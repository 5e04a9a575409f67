"""The style guide is there for those who work on the press, never for readers."""

from pathlib import Path

from plugins.audit.audit import audit


def test_readers_never_see_it(toy: Path) -> None:
    assert not (toy / "styleguide").exists()


def test_a_build_with_drafts_has_it(drafts: Path) -> None:
    page = (drafts / "styleguide/index.html").read_text("utf-8")

    assert '<meta name="robots" content="noindex">' in page
    assert [one for one in audit(drafts) if one.place.path.startswith("styleguide/")] == []


def test_it_shows_every_block_of_style(drafts: Path) -> None:
    """What the sheet names and the guide does not show nobody looks at before it breaks."""
    page = (drafts / "styleguide/index.html").read_text("utf-8")

    for name in (
        "bottom-line",
        "claim",
        "evidence",
        "banner",
        "correction",
        "quote",
        "source-card",
        "verdict",
        "card",
        "contents",
        "filters",
        "ranked",
        "record",
        "source-list",
        "timeline",
    ):
        assert f'class="{name}' in page
