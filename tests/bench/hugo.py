"""The synthetic publication for Hugo. What stands in `hugo_site/` is all that Hugo is told."""

import shutil
from pathlib import Path

from synthetic import Article, Source, articles, topics

SITE = Path(__file__).with_name("hugo_site")
PACKAGE = "hugo"


def write_hugo(folder: Path, count: int, static: Path) -> None:
    """Write the publication as a Hugo site, with the same stylesheet and icon."""
    shutil.copytree(SITE, folder, dirs_exist_ok=True)
    shutil.copytree(static, folder / "static", dirs_exist_ok=True)
    for topic in topics(count):
        page = folder / f"content/topics/{topic}/_index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\ntitle: {topic.replace('-', ' ').capitalize()}\n---\n", "utf-8")
    checks = folder / "content/checks"
    checks.mkdir(exist_ok=True)
    (checks / "_index.md").write_text("---\ntitle: All fact-checks\n---\n", "utf-8")
    for article in articles(count):
        (checks / f"{article.id}.md").write_text(_page(article), "utf-8")


def command(python: Path) -> list[str]:
    """Name Hugo's own binary inside the package; the Python wrapper in `bin/` would cost it a start of Python."""
    found = sorted(python.parents[1].glob("lib/python*/site-packages/hugo/binaries/hugo"))
    return [str(found[0]), "--quiet"]


def _page(article: Article) -> str:
    listed = "".join(_source(source) for source in article.sources)
    return (
        f"---\ntitle: >-\n  {article.title}\ndate: {article.published}\nauthor: The Desk\n"
        f"topics: [{', '.join(article.topics)}]\nsummary: >-\n  {article.summary}\nsources:\n{listed}---\n{article.body}"
    )


def _source(source: Source) -> str:
    return (
        f"  - title: >-\n      {source.title}\n    publisher: {source.publisher}\n    url: {source.url}\n"
        f"    published: {source.published}\n    accessed: 2025-01-02\n    kind: news\n"
        f"    quote: >-\n      {source.quote}\n"
    )
