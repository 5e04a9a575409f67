"""Shows topics: the index and a page each, such as “Canada trade 2025”."""


def register() -> None:
    """Connect: hand the pages to the press."""
    from plugins.press.pages import collect
    from plugins.topics.room import pages

    collect.connect(pages)
