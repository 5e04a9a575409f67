"""A small publication, written as plain values, as views read it."""

from pathlib import Path
from typing import Any

import yaml
from build import ROOT

from plugins.intake.load import Loaded, load
from plugins.press.facts import facts, facts_of_theme
from plugins.press.site import Site
from plugins.press.slots import Asset
from plugins.press.words import Words

NOW = "2026-01-01T00:00:00+00:00"
MASTHEAD = {
    "name": "Small", "url": "https://small.example", "tag_authority": "small.example", "languages": ["en"],
    "verdicts": [{"id": "right", "label": "Right", "rank": 2}, {"id": "wrong", "label": "Wrong", "rank": 1}],
    "rules": {"plain-title": "warning"},  # titles in tests may be wicked
}  # fmt: skip
Noun = dict[str, Any]


def source(publisher: str, **fields: object) -> Noun:
    """Make the record of a source."""
    return {"title": f"By {publisher}", "publisher": publisher, "held_at": "Here", "accessed": "2025-01-01",
            "kind": "news", **fields}  # fmt: skip


def check(name: str, published: str, *sources: str, **fields: object) -> Noun:
    """Make a fact-check that cites sources."""
    numbered = {str(number): one for number, one in enumerate(sources, start=1)}
    return {"id": name, "title": f"Is it {name}?", "published": published, "sources": numbered, **fields}


def claim(claimant: Noun, verdict: str = "right") -> Noun:
    """Make a claim."""
    return {"id": f"claim-{verdict}", "text": "So", "claimant": claimant, "verdict": verdict}


def loaded(folder: Path, checks: list[Noun], *, sources: dict[str, Noun], **more: Any) -> Loaded:
    """Write a publication and take it in: `masthead`, `publishers`, `topics`, `pages` may be given too."""
    _write(folder / "publication.yaml", MASTHEAD | more.get("masthead", {}))
    _write(folder / "publishers.yaml", more.get("publishers", {}))
    _write(folder / "sources/all.yaml", sources)
    for name, topic in more.get("topics", {}).items():
        _write(folder / f"topics/{name}.yaml", topic)
    for name, header in more.get("pages", {}).items():
        _with_text(folder / f"pages/{name}.md", header, "Words.")
    for one in checks:
        marks = " ".join(f"Word [{number}]." for number in one["sources"])
        _with_text(folder / f"articles/2025/{one['id']}.md", one, marks)
    return load(folder, "content", NOW)


def site_of(copy: Loaded, lang: str = "en") -> Site:
    """Give the publication as views in a language read it."""
    words = {one: Words(one, ROOT / "theme/locale") for one in copy.publication.prefixes()}
    assets = {name: Asset(f"/assets/{name}", "") for name in ("style.css", "icon.svg", "article.js", "feed.css")}
    files = {**{f"words {one}": "" for one in words}, **{f"asset {name}": "" for name in assets}}
    named = facts(copy.publication) | facts_of_theme(files)
    site = Site(copy.publication, "https://small.example", assets, named, copy.shelf.whole, words)
    return site.speaking(lang)


def _with_text(path: Path, header: Noun, text: str) -> None:
    _write(path, header)
    path.write_text(f"---\n{path.read_text('utf-8')}---\n{text}\n", "utf-8")


def _write(path: Path, noun: Noun) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(noun, allow_unicode=True, sort_keys=False), "utf-8")
