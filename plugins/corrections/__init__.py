"""Shows every correction and withdrawal on one page, newest first."""


def register() -> None:
    """Connect: hand the pages to the press."""
    from plugins.corrections.room import pages
    from plugins.press.pages import collect

    collect.connect(pages)
