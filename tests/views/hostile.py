"""A small publication whose every text tries to break out of where it is put."""

import json
from pathlib import Path
from typing import Any

HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> & &amp; \"'"
INLINE = "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;"
"""The same where Markdown is read: HTML in it is refused, so it comes as entities."""
INLINE_READ = "</script><script>alert(1)</script> &amp;"
WITHHELD_HOST = "https://secret.example"


def text(name: str) -> str:
    return f"{name} {HOSTILE}"


MASTHEAD = {
    "name": text("name"), "tagline": text("tagline"), "url": "https://hostile.example/sub",
    "tag_authority": "hostile.example", "licence": text("licence"), "contact": text("contact"),
    "people": {"ann": {"name": text("ann")}},
    "verdicts": [{"id": "no", "label": text("label"), "meaning": text("meaning"), "rank": 0},
                 {"id": "half", "label": "Half", "rank": 0.5}, {"id": "yes", "label": "Yes", "rank": 1}],
    "policies": {"ethics": "about"},
    "rules": {"claim-review": "warning", "plain-title": "warning"},
}  # fmt: skip
SOURCE = {
    "title": text("title"), "publisher": text("publisher"), "origin": text("origin"), "authors": [text("author")],
    "url": "https://source.example/", "accessed": "2025-01-01", "kind": "study", "edition": text("edition"),
    "access": "paywall", "link_status": "retracted",
}  # fmt: skip
WITHHELD = {
    "title": "Withheld", "publisher": "Somebody", "url": f"{WITHHELD_HOST}/x", "archive": f"https://archive.example/{WITHHELD_HOST}/x",
    "accessed": "2025-01-01", "kind": "social", "link_status": "withheld", "reason": "It names a child.",
}  # fmt: skip
CLAIM = {"id": "one", "text": text("claim"), "words": text("words"), "verdict": "no", "because": INLINE,
         "claimant": {"name": text("claimant"), "role": text("role")}, "where": ["withheld", "source"]}  # fmt: skip
CLAIMS = [
    CLAIM,
    {
        "id": "group",
        "text": "a",
        "verdict": "half",
        "claimant": {"name": "Group", "type": "Organization", "role": "lobby"},
    },
    {"id": "post", "text": "b", "verdict": "yes", "claimant": {"anonymous": "viral post"}, "where": ["source"]},
    {"id": "nowhere", "text": "b", "verdict": "yes", "claimant": {"anonymous": "viral post"}},
    {"id": "hidden", "text": "b", "verdict": "yes", "claimant": {"anonymous": "viral post"}, "where": ["withheld"]},
    {"id": "ours", "text": "c", "verdict": "yes", "claimant": {"name": MASTHEAD["name"]}},
    {"id": "rated", "text": "Half: d", "verdict": "yes", "claimant": {"name": "Group"}},
]
CHECK = {
    "title": text("headline"), "published": "2025-02-01", "authors": ["ann"], "edited_by": ["ann"], "topics": ["topic"],
    "summary": text("summary"), "bottom_line": INLINE, "why_checked": text("why"), "sources": {"1": "source", "2": "withheld"},
    "image": {"file": "images/x.svg", "alt": text("alt"), "caption": text("caption"), "credit": text("credit")},
    "corrections": [{"id": "c", "date": "2025-02-03", "kind": "minor", "was": INLINE, "now": INLINE, "why": INLINE}],
    "claims": CLAIMS,
}  # fmt: skip
CHECKS: dict[str, dict[str, Any]] = {
    "open": CHECK,
    "gone": CHECK | {"status": "withdrawn", "withdrawn": {"date": "2025-03-01", "why": text("withdrawn")}},
    "draft": CHECK | {"status": "draft", "title": "Not finished"},
    "held": CHECK | {"published": "2030-01-01", "title": "Not yet", "corrections": []},
}


def write(content: Path) -> None:
    """Write the copy; JSON is YAML."""
    files = {
        "publication.yaml": _json(MASTHEAD),
        "topics/topic.yaml": _json({"title": text("topic"), "summary": text("summary")}),
        "sources/all.yaml": _json({"source": SOURCE, "withheld": WITHHELD}),
        "images/x.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "pages/about.md": f"---\n{_json({'title': text('about'), 'reviewed': '2025-01-01'})}\n---\nText.\n",
    }
    for name, header in CHECKS.items():
        files[f"articles/2025/{name}.md"] = f"---\n{_json({'id': name, **header})}\n---\nText [1] [2].\n"
    for name, content_of in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content_of, "utf-8")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
