"""A small built site in which nothing is wrong; tests spoil one file at a time."""

from pathlib import Path

from audit.feeds import ATOM, JSON, OPML, RSS, spoilt

CHECK = """<!doctype html><html lang="en"><title>Is it new?</title>
<link rel="canonical" href="https://x.example/checks/new/">
<p id="cite">So <a href="#src-a" id="cite-a-1" role="doc-biblioref" aria-label="1, A">[1]</a>.
<section role="doc-bibliography"><ol><li id="src-a">A <a href="#cite-a-1" role="doc-backlink" aria-label="a, back">a</a>
<a href="/">Home</a> <a href="/checks/old/#top">Older</a> <a href="https://x.example/give">Give</a></ol></section>
"""
OLD = '<!doctype html><html lang="en"><title>Is it old?</title><h1 id="top">Is it old?</h1><a href="https://e.example/">E</a>'
HOME = """<!doctype html><html lang="en"><title>X</title><link rel="canonical" href="https://x.example/">
<link rel="alternate" type="application/rss+xml" href="https://x.example/feeds/all.rss.xml">
<img src="/x.png" srcset="/x.png 1x, /x.png 2x" alt=""><a href="/checks/new/">New</a>
"""
_START, _MIDDLE, _END = RSS.index("<item>"), RSS.rindex("<item>"), RSS.index("</channel>")
FIRST, SECOND = RSS[_START:_MIDDLE], RSS[_MIDDLE:_END]
"""The items of the feed."""


def archive(month: str, older: str, newer: str, item: str) -> str:
    """Make an archive of the feed: of a month, with its neighbours and one item."""
    links = "".join(
        f'<atom:link href="https://x.example/feeds/{file}" rel="{rel}"/>'
        for rel, file in [("current", "all.rss.xml"), ("prev-archive", older), ("next-archive", newer)]
        if file
    )
    text = RSS[:_START] + item + RSS[_END:]
    return text.replace("feeds/all.rss.xml", f"feeds/archive/all-{month}.rss.xml").replace(
        "<language>", f"<fh:archive/>{links}<language>"
    )


FILES = {
    "index.html": HOME,
    "x.png": "",
    "assets/feed.css": "",
    "checks/new/index.html": CHECK,
    "checks/old/index.html": OLD,
    "feeds/all.rss.xml": RSS.replace(
        "<language>",
        '<atom:link href="https://x.example/feeds/archive/all-2025-03.rss.xml" rel="prev-archive"/><language>',
    ),
    "feeds/all.atom.xml": ATOM,
    "feeds/all.json": JSON,
    "feeds/archive/all-2025-01.rss.xml": archive("2025-01", "", "archive/all-2025-03.rss.xml", SECOND),
    "feeds/archive/all-2025-03.rss.xml": archive("2025-03", "archive/all-2025-01.rss.xml", "", FIRST),
    "feeds.opml": OPML,
}


def write(folder: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """Write the site, one thing of it spoilt."""
    files = FILES | ({file: spoilt(FILES[file], old, new)} if file else {})
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder
