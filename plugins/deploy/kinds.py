"""What has to be at the target before what: the kinds of files, in the order in which they are sent."""

import re
from enum import IntEnum

from plugins.core.addresses import LANGUAGE, SEARCH_INDEX

PACKED = (".gz", ".br")
"""What the name of a file's packed form ends with."""
_FEED = re.compile(rf"{LANGUAGE}feeds/(?!.*\.html$)")
_LIST = re.compile(rf"{LANGUAGE}(?:feeds\.opml|[a-z-]*sitemap.*\.xml|robots\.txt|llms\.txt|rss\.xml)$")
_INDEX = SEARCH_INDEX.strip("/")
_ENTRY = f"{_INDEX}/pagefind-entry.json"
_PAGE = re.compile(r".*\.(?:html?|json|bib|txt|xml|nginx|caddy)$|_[a-z]+$")


class Kind(IntEnum):
    """A kind of file: those of a lower number never name those of a higher one that readers have not got yet."""

    ASSET = 0
    """Stylesheets, scripts, pictures, the parts of the search index: what pages name and what names nothing itself."""
    PAGE = 1
    """Pages and their data."""
    FEED = 2
    """Feeds: readers are told of pages by them."""
    LIST = 3
    """Lists of feeds, sitemaps, and what points to these."""


def kind_of(file: str) -> Kind:
    """Tell the kind of a file of a release; a packed form is of the kind of its file."""
    name = plain_name(file)
    if _LIST.match(name):
        return Kind.LIST
    if name.startswith(("assets/", "images/")) or (name.startswith(f"{_INDEX}/") and name != _ENTRY):
        return Kind.ASSET
    if _FEED.match(name):
        return Kind.FEED
    return Kind.PAGE if _PAGE.match(name) else Kind.ASSET


def plain_name(file: str) -> str:
    """Give the name of a file without the ending of its packed form."""
    return next((file.removesuffix(ending) for ending in PACKED if file.endswith(ending)), file)
