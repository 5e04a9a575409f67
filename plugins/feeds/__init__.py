"""Shows feeds: RSS, Atom and JSON Feed of all fact-checks and of each topic, RSS of corrections and people, archives, OPML."""


def register() -> None:
    """Connect: hand the feeds to the press, and what writes them."""
    from plugins.feeds.room import pages
    from plugins.feeds.writers import RENDERERS
    from plugins.press.pages import collect, renderers

    collect.connect(pages)
    renderers.update(RENDERERS)
