"""How a file is answered: its content type, how long it may be kept, and the headers that make browsers careful."""

import re

from plugins.core import addresses
from plugins.deploy.kinds import plain_name

FOR_EVER = "public, max-age=31536000, immutable"
"""For what carries its digest in its name (RFC 8246)."""
BRIEFLY = "public, max-age=300, must-revalidate"
"""For feeds and pages: a correction is seen after five minutes at most."""
ASK = "public, max-age=0, must-revalidate"
"""For what keeps its name while it changes, and has to fit other files: a scripts' entry into the search index."""

_TYPES = (
    ("_headers", "text/plain; charset=utf-8"),
    ("_redirects", "text/plain; charset=utf-8"),
    (".html", "text/html; charset=utf-8"),
    (".css", "text/css; charset=utf-8"),
    (".js", "text/javascript; charset=utf-8"),
    (".json", "application/json"),
    (".xml", "application/xml"),
    (".opml", "text/x-opml; charset=utf-8"),
    (".txt", "text/plain; charset=utf-8"),
    (".bib", "application/x-bibtex; charset=utf-8"),
    (".svg", "image/svg+xml"),
    (".png", "image/png"),
    (".jpg", "image/jpeg"),
    (".jpeg", "image/jpeg"),
    (".gif", "image/gif"),
    (".webp", "image/webp"),
    (".avif", "image/avif"),
    (".ico", "image/x-icon"),
    (".woff2", "font/woff2"),
    (".wasm", "application/wasm"),
    (".pdf", "application/pdf"),
)
_JSON_FEED = re.compile(rf"{addresses.LANGUAGE}feeds/.*\.json")
_DIGEST = re.compile(r"(?:assets|images)/.*\.[0-9a-f]{10}(?:\.[^./]+)?")
_PAGEFIND = re.compile(rf"{addresses.SEARCH_INDEX[1:]}(?:fragment|index|filter)/.*|.*\.pf_meta")

CAREFUL = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What every answer carries besides the Content-Security-Policy of `views/policy.py`."""
SECURE = {"Strict-Transport-Security": "max-age=31536000"}
"""What every answer over https carries (RFC 6797)."""
OPEN = {"Access-Control-Allow-Origin": "*"}
"""What feeds and data carry, so that readers and programs in browsers can fetch them."""


def content_type(file: str) -> str:
    """Give the content type. Feeds are `application/xml`: as `application/rss+xml`, browsers do not style them."""
    name = plain_name(file)
    if _JSON_FEED.fullmatch(name):
        return "application/feed+json"
    return next((kind for ending, kind in _TYPES if name.endswith(ending)), "application/octet-stream")


def caching(file: str) -> str:
    """Give what `Cache-Control` says (RFC 9111)."""
    name = plain_name(file)
    if _DIGEST.fullmatch(name) or _PAGEFIND.fullmatch(name):
        return FOR_EVER
    return ASK if name.startswith(addresses.SEARCH_INDEX[1:]) else BRIEFLY
