"""Where Pelican meets the intake. The last file of the room, the only one that imports Pelican."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from os import environ
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Article
from pelican.utils import SafeDatetime

from plugins.core import addresses
from plugins.core.anchors import CARD_CLOSE, CARD_OPEN, MARK_CLOSE, MARK_OPEN, PICTURE_CLOSE, PICTURE_OPEN, ROOT
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.forked import cores
from plugins.intake.gate import closed
from plugins.intake.load import load
from plugins.intake.read import shown
from plugins.intake.report import report, usual_style
from plugins.settings import (
    CACHE,
    DRAFTS,
    FOUND,
    JOBS,
    NOW,
    PROBLEMS,
    PUBLICATION,
    RESOLVED,
    SHELF,
    STRICT,
    STYLE,
    stage,
)

_PLACES = re.compile(
    f" ?{MARK_OPEN}[0-9]*{MARK_CLOSE}|{CARD_OPEN}[^{CARD_CLOSE}]*{CARD_CLOSE}|[{ROOT}{PICTURE_OPEN}{PICTURE_CLOSE}]"
)
"""What our own pages fill in; other people's plugins get the text without it."""


def take_in(pelican: Any) -> None:
    """Read and judge the copy; print every problem; stop at the gate with exit code 1."""
    settings = pelican.settings
    folder = Path(settings["PATH"])
    drafts, jobs = settings.get(DRAFTS, False), settings.get(JOBS) or cores()
    with stage("read and check", settings):
        given = {"drafts": drafts, "jobs": jobs, "cached": cache_folder(settings), "found": settings.get(FOUND)}
        if RESOLVED in settings:
            given["resolved"] = settings[RESOLVED]
        loaded = load(folder, shown(folder), clock(settings), **given)
    style = settings.get(STYLE) or usual_style()
    if loaded.problems or style == "json":
        report(loaded.problems, style)
    if closed(loaded.problems):
        raise SystemExit(1)
    if closed(loaded.problems, strict=settings.get(STRICT, False)):
        raise SystemExit("Stopped by --strict, under which warnings count; nothing was written.")
    settings[PUBLICATION], settings[SHELF], settings[PROBLEMS] = loaded.publication, loaded.shelf, loaded.problems


def cache_folder(settings: dict[str, Any]) -> Path | None:
    """Give the folder for what files gave when they were parsed, if anything is to be kept."""
    beside = Path(settings["OUTPUT_PATH"]).parent / ".cache"
    return Path(settings.get(CACHE, beside)) if settings.get(CACHE, beside) else None


def clock(settings: dict[str, Any]) -> str:
    """Give the build's clock: the setting, else `SOURCE_DATE_EPOCH`, else the time of day (bare `pelican`)."""
    if settings.get(NOW):
        return str(settings[NOW])
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if epoch and not epoch.isdigit():
        raise SystemExit(f"SOURCE_DATE_EPOCH={epoch} is no number of seconds.")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).isoformat()


def show_articles(generator: Any) -> None:
    """Give other people's plugins ordinary articles; the press writes the pages, so Pelican's own writing is off."""
    articles = Articles(generator.settings, generator.context)
    generator.articles = generator.context["articles"] = articles
    generator.refresh_metadata_intersite_links = lambda: None
    generator.generate_output = lambda writer: signals.article_writer_finalized.send(generator, writer=writer)


class Articles(Sequence[Article]):
    """The listed fact-checks as Pelican articles, each made when somebody asks for it."""

    def __init__(self, settings: dict[str, Any], context: dict[str, Any]) -> None:
        """Remember what an article is made of."""
        publication: Publication = settings[PUBLICATION]
        self._checks = publication.listed()
        self._folder = publication.copy.folder
        self._settings = settings
        self._context = context
        self._made: dict[int, Article] = {}

    def __len__(self) -> int:
        """Count the fact-checks."""
        return len(self._checks)

    def __iter__(self) -> Iterator[Article]:
        """Make them all, newest first."""
        return (self[place] for place in range(len(self)))

    def __getitem__(self, place: Any) -> Any:
        """Make one, or a list of them."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        check = self._checks[place]
        if place not in self._made:
            self._made[place] = self._make(check)
        return self._made[place]

    def _make(self, check: FactCheck) -> Article:
        address = check.address.lstrip("/")
        metadata = {
            "title": check.title,
            "date": SafeDatetime.fromisoformat(check.published),
            "modified": SafeDatetime.fromisoformat(check.updated or check.published),
            "slug": check.brief.slug,
            "summary": check.brief.summary,
            "url": address,
            "save_as": addresses.file_of(f"/{address}"),
            "status": "published",
        }
        source = Path(self._settings["PATH"]) / check.path.removeprefix(f"{self._folder}/")
        html = _PLACES.sub("", self._settings[SHELF].whole(check.brief).texts["body"].html)
        article = Article(html, metadata, settings=self._settings, source_path=str(source), context=self._context)
        article.factcheck = check
        return article
