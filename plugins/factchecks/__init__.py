"""Shows fact-checks: the page of each, the list of all, the home page, and redirects from former addresses."""


def register() -> None:
    """Connect: hand the pages to the press."""
    from plugins.factchecks.room import pages
    from plugins.press.pages import collect

    collect.connect(pages)
