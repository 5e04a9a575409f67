"""Shows sources that several fact-checks use: a page each with every use, and their index."""


def register() -> None:
    """Connect: hand the pages to the press."""
    from plugins.press.pages import collect
    from plugins.sources.room import pages

    collect.connect(pages)
