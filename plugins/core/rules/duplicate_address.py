"""One document, one record: two sources with one address are one source, unless their editions differ."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src", "cmpid", "smid")


def check(review: Review) -> Iterator[Finding]:
    """Compare addresses without tracking parameters, fragment, scheme and final slash."""
    publication = review.publication
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for path, source_id, source in publication.copy.sources:
        if not source.url:
            continue
        key = (canonical(source.url), source.edition)
        if key in first and first[key][1] != source_id:
            other_path, other = first[key]
            yield Finding(
                Spot(path, (source_id, "url")), "duplicate-address",
                f"The sources `{source_id}` and `{other}` ({other_path}) have the same address.",
                "keep one record and move the quotes there; `edition:` tells two captures of a changing page apart",
            )  # fmt: skip
        first.setdefault(key, (path, source_id))


def canonical(url: str) -> str:
    """Reduce an address to what tells documents apart."""
    parts = urlsplit(url)
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(_TRACKING)
    ]
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{urlencode(query)}"
