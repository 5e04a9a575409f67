"""What writes feeds, by the names that pages give. Each is imported when there is something to write: feedgen is slow to come."""

from msgspec import Struct


def _rss(view: Struct) -> bytes:
    from plugins.feeds.rss_and_atom import rss  # noqa: PLC0415 (see above)

    return rss(view)


def _atom(view: Struct) -> bytes:
    from plugins.feeds.rss_and_atom import atom  # noqa: PLC0415 (likewise)

    return atom(view)


def _json(view: Struct) -> bytes:
    from plugins.feeds.json_feed import json_feed  # noqa: PLC0415 (likewise)

    return json_feed(view)


def _opml(view: Struct) -> bytes:
    from plugins.feeds.opml import opml  # noqa: PLC0415 (likewise)

    return opml(view)


RENDERERS = {"rss": _rss, "atom": _atom, "json feed": _json, "opml": _opml}
