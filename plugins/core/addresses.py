"""Every address of the site, root-relative. Stable for ever; nothing else composes one."""

from plugins.core.model.scalars import LONGEST_ID

HOME = "/"
CHECKS = "/checks/"
TOPICS = "/topics/"
SOURCES = "/sources/"
PUBLISHERS = "/publishers/"
CORRECTIONS = "/corrections/"
SEARCH = "/search/"
SEARCH_INDEX = "/pagefind/"
SEARCH_ENGINE = f"{SEARCH_INDEX}pagefind.js"
NOT_FOUND = "/404.html"
STYLEGUIDE = "/styleguide/"
DRAFTS = "/drafts/"

DATA = "/data/"
DATA_CHECKS = "/data/checks.json"
DATA_SOURCES = "/data/sources.json"
DATA_CORRECTIONS = "/data/corrections.json"
DATA_CLAIMS = "/data/claimreview.json"
DATA_SCHEMAS = ("/data/checks.schema.json", "/data/sources.schema.json", "/data/corrections.schema.json")

SITEMAP = "/sitemap.xml"
NEWS_SITEMAP = "/news-sitemap.xml"
ROBOTS = "/robots.txt"
SECURITY = "/.well-known/security.txt"
AT_THE_ROOT = (SITEMAP, NEWS_SITEMAP, ROBOTS)
"""Files for machines that the site has once, whatever its languages."""
LLMS = "/llms.txt"

FEEDS = "/feeds/"
PEOPLE = "/people/"
HOST_FILES = ("/_headers", "/_redirects", "/_redirects.nginx", "/_redirects.caddy")
KEPT = (PEOPLE, STYLEGUIDE, *AT_THE_ROOT, SECURITY, "/manifest.json", *HOST_FILES)
"""Addresses that are the site's own, whether or not it answers them yet."""

RSS, ATOM, JSON = FEED_FORMS = (".rss.xml", ".atom.xml", ".json")
"""What the addresses of feeds end in, by form."""
FEED_ALL = f"/feeds/all{RSS}"
FEED_CORRECTIONS = f"/feeds/corrections{RSS}"
FEED_SHORT = "/rss.xml"
"""Where readers of feeds look first: the feed of all once more."""
FEED_USUAL = "/feed/"
"""Where other systems have theirs: leads to the feed of all."""
FEEDS_OPML = "/feeds.opml"

LANGUAGE = r"(?:[a-z]{2,3}(?:-[A-Za-z0-9-]+)?/)?"
"""What begins the path of a file that the site has in each language: as a pattern, without the first slash."""

OWN = (
    *(HOME, CHECKS, TOPICS, SOURCES, PUBLISHERS, CORRECTIONS, SEARCH, NOT_FOUND, FEED_ALL, FEED_CORRECTIONS),
    *(FEEDS, FEEDS_OPML, FEED_SHORT, FEED_USUAL, *(FEED_ALL.replace(RSS, form) for form in (ATOM, JSON))),
    *(DATA, DATA_CHECKS, DATA_SOURCES, DATA_CORRECTIONS, DATA_CLAIMS, *DATA_SCHEMAS, LLMS),
)
"""Addresses that the site always answers."""

FOLDERS = (
    *("/assets/", "/images/", FEEDS, DATA, SEARCH_INDEX, DRAFTS),
    *(f"{CHECKS}page/", f"{TOPICS}page/", f"{SOURCES}page/", "/sitemap-"),
)
"""Folders in which everything is the site's own."""

_BESIDE = ("sources.json", "sources.bib")
"""Files that stand beside the page of a fact-check."""

SEGMENTS = frozenset({"page", *(one.split("/")[1] for one in (*OWN, *KEPT, *FOLDERS) if one.endswith("/"))} - {""})
"""First segments of addresses that a standing page cannot have."""

LONGEST = LONGEST_ID
"""The longest segment of an address, in bytes: file systems take 255, and the press adds endings."""
_MOST_BYTES = 4
"""So many bytes of UTF-8 a character has at most."""


def factcheck(slug: str) -> str:
    """Address a fact-check."""
    return f"{CHECKS}{slug}/"


def draft(factcheck_id: str) -> str:
    """Address a draft, which only a build with drafts has."""
    return f"{DRAFTS}{factcheck_id}/"


def checks(page: int = 1) -> str:
    """Address a page of the list of all fact-checks."""
    return _paged(CHECKS, page)


def topic(topic_id: str, page: int = 1) -> str:
    """Address a page of a topic."""
    return _paged(f"{TOPICS}{topic_id}/", page)


def sources(page: int = 1) -> str:
    """Address a page of the index of sources."""
    return _paged(SOURCES, page)


def source(source_id: str, page: int = 1) -> str:
    """Address a page of a source that several fact-checks use."""
    return _paged(f"{SOURCES}{source_id}/", page)


def publisher(publisher_id: str, page: int = 1) -> str:
    """Address a page of a publisher that `publishers.yaml` knows."""
    return _paged(f"{PUBLISHERS}{publisher_id}/", page)


def person(person_id: str, page: int = 1) -> str:
    """Address a page of somebody who writes or edits here."""
    return _paged(f"{PEOPLE}{person_id}/", page)


def sources_json(page: str) -> str:
    """Address the sources of the fact-check on a page, as CSL-JSON."""
    return page + _BESIDE[0]


def sources_bib(page: str) -> str:
    """Address the sources of the fact-check on a page, as BibTeX."""
    return page + _BESIDE[1]


def page_beside(address: str) -> str:
    """Give the page that a file stands beside; any other address stays as it is."""
    page, slash, name = address.rpartition("/")
    return page + slash if name in _BESIDE else address


def is_beside_a_page(address: str) -> bool:
    """Tell whether this could be the address of a file beside a page, or of something below one."""
    return not set(_BESIDE).isdisjoint(address.split("/"))


def schema(file: str) -> str:
    """Address the JSON Schema of a data file."""
    return f"{file.removesuffix('.json')}.schema.json"


def standing(slug: str) -> str:
    """Address a standing page."""
    return f"/{slug}/"


def sitemap(part: int) -> str:
    """Address a part (from 1) of a sitemap that is too long for one file."""
    return f"/sitemap-{part}.xml"


def topic_feed(topic_id: str, form: str = RSS) -> str:
    """Address the feed of a topic."""
    return f"/feeds/topics/{topic_id}{form}"


def person_feed(person_id: str) -> str:
    """Address the RSS feed of somebody who writes or edits here."""
    return f"/feeds/people/{person_id}{RSS}"


def archive(month: str) -> str:
    """Address the archive of the feed of all for a month (`2025-10`)."""
    return f"/feeds/archive/all-{month}{RSS}"


def topic_archive(topic_id: str, month: str) -> str:
    """Address the archive of a topic's feed for a month; a topic of the name `all` steps aside (ids hold no underscore)."""
    name = "topic_all" if topic_id == "all" else topic_id
    return f"/feeds/archive/{name}-{month}{RSS}"


def feed_as(address: str, form: str) -> str:
    """Give the address of an RSS feed in another form."""
    return address.removesuffix(RSS) + form


def former(address: str) -> str:
    """Address the redirect from a former address: a page of its own name, or the index of a folder."""
    return address if address.endswith(("/", ".html", ".htm")) else f"{address}/"


SUFFIXES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""What the names of pictures end in that browsers show."""


def picture(path: str, digest: str) -> str:
    """Address a picture or a theme file; its name carries the first digits of its SHA-256."""
    stem, dot, suffix = path.rpartition(".")
    return f"/{stem}.{digest[:10]}{dot}{suffix}" if dot else f"/{path}.{digest[:10]}"


def file_of(address: str) -> str:
    """Give the file in the output that answers an address."""
    path = address.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def too_long(address: str) -> bool:
    """Tell whether a file system could refuse this address, or the name of a file or folder in it."""
    if _MOST_BYTES * len(address) <= LONGEST:  # as nearly every address is
        return False
    return len(address.encode()) > 5 * LONGEST or any(len(segment.encode()) > LONGEST for segment in address.split("/"))


def _paged(base: str, page: int) -> str:
    return base if page == 1 else f"{base}page/{page}/"
