"""Shows the people who write and edit here: a page each, with their fact-checks."""


def register() -> None:
    """Connect: hand the pages to the press."""
    from plugins.people.room import pages
    from plugins.press.pages import collect

    collect.connect(pages)
