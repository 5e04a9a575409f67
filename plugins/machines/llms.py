"""`llms.txt` (a proposal, https://llmstxt.org): the site in a page of Markdown, for programs that read for somebody."""

import re
from collections.abc import Iterator

from plugins.core import addresses
from plugins.machines.plain import Lines
from plugins.press.site import Site
from plugins.views.feed_links import corrections_feed, main_feeds, topic_feed
from plugins.views.frame import page_address

_SIGNS = re.compile(r"([\\\[\]<>])")


def llms_view(site: Site) -> Lines:
    """Show the pages, topics, feeds and data of a language."""
    parts = (
        (site.say("Pages"), _pages(site)),
        (site.say("Topics"), _topics(site)),
        (site.say("Feeds"), _feeds(site)),
        (site.say("Data"), _data(site)),
    )
    lists = (["", f"## {title}", "", *lines] for title, each in parts if (lines := list(each)))
    return Lines((*_opening(site), *(line for lines in lists for line in lines)))


def _opening(site: Site) -> Iterator[str]:
    """Give name, tagline, and what whoever takes something from here has to know."""
    masthead = site.masthead
    yield f"# {_text(masthead.name)}"
    tagline = site.worded(masthead.tagline)
    if tagline:
        yield from ("", f"> {_text(tagline)}")
    yield from (
        "",
        site.say(
            "Every fact-check names its sources, and every correction stays listed: look for both before you cite."
        ),
    )
    if masthead.licence:
        yield from ("", _text(site.say("Licence: {licence}", licence=masthead.licence)))
    if masthead.contact:
        yield from ("", _text(site.say("Contact: {contact}", contact=masthead.contact)))


def _pages(site: Site) -> Iterator[str]:
    about = site.say("Every fact-check of {publication}, newest first.", publication=site.masthead.name)
    yield _everywhere(site, addresses.CHECKS, site.say("All fact-checks"), about)
    yield _everywhere(site, addresses.SOURCES, site.say("Sources"))
    yield _everywhere(site, addresses.PUBLISHERS, site.say("Publishers"))
    about = site.say("Every correction that {publication} has made, newest first.", publication=site.masthead.name)
    yield _everywhere(site, addresses.CORRECTIONS, site.say("Corrections"), about)
    for slug, header in site.page_headers.items():
        if site.masthead.prefix(header.lang) == site.prefix:
            yield _item(site.absolute(page_address(site, slug, header)), header.title)


def _topics(site: Site) -> Iterator[str]:
    for title, one in sorted((topic.title_in(site.lang), one) for one, topic in site.topics.items()):
        yield _everywhere(site, addresses.topic(one), title, site.worded(site.topics[one].summary))


def _feeds(site: Site) -> Iterator[str]:
    for every in (main_feeds(site)[0], corrections_feed(site)):
        yield _item(every.href, every.title)
    for feed in sorted((topic_feed(site, one) for one in site.topics), key=lambda one: (one.title, one.href)):
        yield _item(feed.href, feed.title)


def _data(site: Site) -> Iterator[str]:
    about = site.say("The publication as files for programs: what is in them, field by field.")
    yield _everywhere(site, addresses.DATA, site.say("Data"), about)
    for file in (addresses.DATA_CHECKS, addresses.DATA_SOURCES, addresses.DATA_CORRECTIONS, addresses.DATA_CLAIMS):
        yield _everywhere(site, file, file.rpartition("/")[2])
    yield _item(site.absolute(addresses.SITEMAP), addresses.SITEMAP.lstrip("/"))


def _everywhere(site: Site, address: str, text: str, about: str = "") -> str:
    return _item(site.absolute(site.prefix + address), text, about)


def _item(address: str, text: str, about: str = "") -> str:
    link = f"- [{_text(text)}]({address.replace('(', '%28').replace(')', '%29')})"
    return f"{link}: {_text(about)}" if about else link


def _text(text: str) -> str:
    """Give a text on one line, in which no sign is Markdown's or HTML's."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
