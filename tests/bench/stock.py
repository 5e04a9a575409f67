"""The synthetic publication for Pelican as it comes: theme `simple`, Python-Markdown, tags for topics.

Stock Pelican knows no sources; a newsroom would write them as footnotes, which Python-Markdown numbers, links
from the text and links back.
"""

import re
from pathlib import Path

from synthetic import Article, Source, articles

PACKAGE = "pelican[markdown]==4.12.*"
_MARK = re.compile(r"\[(\d+)\]")
_SETTINGS = """\
SITENAME = "Synthetic"
SITEURL = "https://bench.example"
AUTHOR = "The Desk"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "simple"
ARTICLE_PATHS = ["checks"]
ARTICLE_URL = "checks/{slug}/"
ARTICLE_SAVE_AS = "checks/{slug}/index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = "topics/{slug}/index.html"
DIRECT_TEMPLATES = ["index", "tags"]
TAGS_SAVE_AS = "topics/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
DEFAULT_PAGINATION = 20
PAGINATION_PATTERNS = ((1, "{url}", "{save_as}"), (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"))
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_ALL_RSS = "feeds/all.rss.xml"
TAG_FEED_RSS = "feeds/topics/{slug}.rss.xml"
FEED_MAX_ITEMS = 30
RSS_FEED_SUMMARY_ONLY = False
"""


def write_stock(folder: Path, count: int) -> None:
    """Write the publication as a site for stock Pelican, which brings its theme."""
    checks = folder / "content/checks"
    checks.mkdir(parents=True, exist_ok=True)
    (folder / "pelicanconf.py").write_text(_SETTINGS, "utf-8")
    for article in articles(count):
        (checks / f"{article.id}.md").write_text(_page(article), "utf-8")


def command(python: Path) -> list[str]:
    """Name the command that builds."""
    return [str(python.with_name("pelican")), "--quiet", "--settings", "pelicanconf.py"]


def _page(article: Article) -> str:
    text = _MARK.sub(r"[^\1]", article.body)
    notes = "\n".join(f"[^{number}]: {_source(source)}" for number, source in enumerate(article.sources, start=1))
    return (
        f"Title: {article.title}\nDate: {article.published}\nSlug: {article.id}\n"
        f"Tags: {', '.join(article.topics)}\nSummary: {article.summary}\n\n{text}\n{notes}\n"
    )


def _source(source: Source) -> str:
    return f"[{source.title}]({source.url}). {source.publisher}, {source.published}, read 2025-01-02. “{source.quote}”"
