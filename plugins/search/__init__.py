"""Shows the page that searches. What it searches is made by the press, from the pages that say so."""


def register() -> None:
    """Connect: hand the pages to the press."""
    from plugins.press.pages import collect
    from plugins.search.room import pages

    collect.connect(pages)
