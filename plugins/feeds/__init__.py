"""Shows feeds: RSS of all fact-checks, of each topic, of corrections."""


def register() -> None:
    """Connect: hand the feeds to the press, and the renderer that makes them."""
    from plugins.feeds.room import pages, rendered
    from plugins.press.pages import collect, renderers

    collect.connect(pages)
    renderers["rss"] = rendered
