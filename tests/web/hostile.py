"""A publication of everything that is hard on a page: long, unbroken, many, none, right to left, and script in every text."""

from pathlib import Path
from typing import Any

import yaml

SCRIPT = "</script></title></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>"
LONG = "Is it so " + "very " * 56 + "long?"
UNBROKEN = "Antidisestablishmentarianism" * 8
ARABIC = "هل القمر مصنوع من الجبن؟ 100% (NASA) 🌙"
MIXED = f"{ARABIC} and English 👩‍👩‍👧‍👦 {UNBROKEN[:60]}"
TEXTS = {"script": SCRIPT, "long": LONG, "unbroken": UNBROKEN, "arabic": ARABIC, "mixed": MIXED}
"""Name of a fact-check → the text that stands in every one of its fields."""


def write(folder: Path) -> None:
    """Write the copy."""
    for name in ("articles/2025", "sources", "topics", "pages"):
        (folder / name).mkdir(parents=True)
    _yaml(folder / "publication.yaml", _masthead())
    _yaml(folder / "publishers.yaml", {"hard": {"names": [SCRIPT], "owner": SCRIPT, "interests": MIXED}})
    _yaml(folder / "sources/all.yaml", _sources())
    _yaml(folder / "topics/all.yaml", {"title": SCRIPT, "summary": MIXED})
    _yaml(folder / "topics/one.yaml", {"title": LONG, "summary": UNBROKEN, "parent": "all"})
    _yaml(folder / "topics/none.yaml", {"title": UNBROKEN, "status": "closed"})
    (folder / "pages/about.md").write_text(f"---\n{yaml.safe_dump({'title': SCRIPT, 'menu': 1})}---\nText.\n", "utf-8")
    for name, text in TEXTS.items():
        _check(folder, name, _header(name, text), _body(text))
    _check(
        folder,
        "bare",
        {"id": "bare", "title": "Bare?", "published": "2025-01-01", "sources": {1: "no-address"}},
        "So [1].",
    )
    many = {number: f"many-{number}" for number in range(1, 61)}
    marks = " ".join(f"Word [{number}]." for number in many)
    crowd = {"id": "many", "title": "Many?", "published": "2025-01-02", "topics": ["one"], "sources": many}
    _check(folder, "many", {**crowd, "corrections": [_correction(number) for number in range(40, 0, -1)]}, marks)


def _masthead() -> dict[str, Any]:
    return {
        "name": "Hard <b>on</b> pages",
        "tagline": SCRIPT,
        "url": "https://hard.example",
        "tag_authority": "hard.example",
        "languages": ["en", "fr"],
        "licence": SCRIPT,
        "contact": "desk@hard.example",
        "verdicts": [
            {"id": "so", "label": SCRIPT, "meaning": SCRIPT, "rank": 2},
            {"id": "no", "label": UNBROKEN, "rank": 1},
        ],
        "people": {"ada": {"name": SCRIPT, "role": UNBROKEN, "bio": MIXED}, "bo": {"name": ARABIC, "bio": SCRIPT}},
        "donation": {"text": SCRIPT, "url": "https://hard.example/give"},
        "complaints": {SCRIPT: "https://council.example/"},
        "policies": {"corrections": "about", "methodology": "about", "funding": "about", "feedback": "about"},
        "funding": {"year": "2025", "total": SCRIPT, "from": [{"who": UNBROKEN, "amount": SCRIPT, "share": ARABIC}]},
        "social": {SCRIPT: "https://social.example/"},
        "rules": {"new-publisher": "warning", "plain-title": "warning"},
    }


def _sources() -> dict[str, Any]:
    plain = {"publisher": SCRIPT, "accessed": "2025-01-01", "kind": "other"}
    sources = {
        f"many-{number}": {**plain, "title": f"No. {number}", "url": f"https://m.example/{number}"}
        for number in range(1, 61)
    }
    for name, text in TEXTS.items():
        rich = {
            "authors": [text] * 3,
            "origin": text,
            "interests": text,
            "note": text,
            "edition": text,
            "link_status": "dead",
        }
        quotes = [{"id": "q", "text": text, "at": text, "translation": {"en": text}}]
        url = f"https://s.example/{name}?q='&lt;#a"
        sources[f"of-{name}"] = {
            **plain,
            **rich,
            "title": text,
            "url": url,
            "quotes": quotes,
            "archive": f"https://archive.example/{name}",
        }
    sources["no-address"] = {**plain, "title": "Letter", "held_at": SCRIPT}
    sources["gone"] = {**plain, "title": MIXED, "url": "https://gone.example/", "link_status": "retracted"}
    return sources


def _header(name: str, text: str) -> dict[str, Any]:
    claimant = {"name": text, "role": text} if name != "mixed" else {"anonymous": text}
    return {
        "id": name, "title": text, "published": "2025-02-01", "topics": ["all"], "tags": [], "authors": ["ada", "bo"],
        "edited_by": ["bo"], "summary": text, "why_checked": text, "disclosure": text, "review_by": "2025-03-01",
        "bottom_line": f"{_plain(text)} [1]", "sources": {1: f"of-{name}", 2: {"source": "gone", "stance": "against", "primary": True}},
        "claims": [{"id": "c", "text": text, "words": text, "claimant": claimant, "verdict": "so", "because": f"{_plain(text)} [2]",
                    "contacted": [{"who": text, "date": "2025-01-01", "reply": text}]}],
        "not_found": [{"text": _plain(text), "searched": ["1"], "terms": []}],
        "corrections": [{"id": "c1", "date": "2025-02-02", "kind": "substantial", "was": _plain(text), "now": _plain(text), "why": _plain(text)}],
    }  # fmt: skip


def _correction(number: int) -> dict[str, str]:
    kind = ("minor", "update", "substantial")[number % 3]
    date = f"2025-{2 + number // 28:02}-{1 + number % 28:02}"
    return {"id": f"c{number}", "date": date, "kind": kind, "was": "Before.", "now": "After.", "why": "Because."}


def _body(text: str) -> str:
    plain = _plain(text)
    return f"## {plain}\n\n{plain} [1] [2].\n\n| a | b |\n|---|---|\n| {plain} | {plain} |\n\n> {plain} [1:q]\n\n```\n{text}\n```\n"


def _plain(text: str) -> str:
    """Escape what Markdown would read as HTML: raw HTML that is not allowed is a problem, and this copy has none."""
    return text.replace("<", "\\<").replace("|", "\\|")


def _check(folder: Path, slug: str, header: dict[str, Any], body: str) -> None:
    text = f"---\n{yaml.safe_dump(header, allow_unicode=True)}---\n{body}\n"
    (folder / f"articles/2025/{slug}.md").write_text(text, "utf-8")


def _yaml(path: Path, value: object) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
