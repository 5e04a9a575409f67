"""Every address of the site, root-relative. Stable for ever; nothing else composes one."""

HOME = "/"
CHECKS = "/checks/"
TOPICS = "/topics/"
SOURCES = "/sources/"
CORRECTIONS = "/corrections/"
NOT_FOUND = "/404.html"

FEED_ALL = "/feeds/all.rss.xml"
FEED_CORRECTIONS = "/feeds/corrections.rss.xml"


def factcheck(slug: str) -> str:
    """Address a fact-check."""
    return f"{CHECKS}{slug}/"


def draft(factcheck_id: str) -> str:
    """Address a draft, which only a build with drafts has."""
    return f"/drafts/{factcheck_id}/"


def checks(page: int = 1) -> str:
    """Address a page of the list of all fact-checks."""
    return _paged(CHECKS, page)


def topic(topic_id: str, page: int = 1) -> str:
    """Address a page of a topic."""
    return _paged(f"{TOPICS}{topic_id}/", page)


def source(source_id: str) -> str:
    """Address the page of a source that several fact-checks use."""
    return f"{SOURCES}{source_id}/"


def standing(slug: str) -> str:
    """Address a standing page."""
    return f"/{slug}/"


def topic_feed(topic_id: str) -> str:
    """Address the RSS feed of a topic."""
    return f"/feeds/topics/{topic_id}.rss.xml"


def picture(path: str, digest: str) -> str:
    """Address a picture or a theme file; its name carries the first digits of its SHA-256."""
    stem, dot, suffix = path.rpartition(".")
    return f"/{stem}.{digest[:10]}{dot}{suffix}" if dot else f"/{path}.{digest[:10]}"


def file_of(address: str) -> str:
    """Give the file in the output that answers an address."""
    path = address.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def _paged(base: str, page: int) -> str:
    return base if page == 1 else f"{base}page/{page}/"
