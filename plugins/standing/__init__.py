"""Shows the standing pages (about, method, funding …), the page for dead addresses, pictures and theme files."""


def register() -> None:
    """Connect: hand the pages to the press."""
    from plugins.press.pages import collect
    from plugins.standing.room import pages

    collect.connect(pages)
