"""Shows every component of the theme on one page, in builds with drafts and in the preview; it is never published."""


def register() -> None:
    """Connect: hand the page to the press."""
    from plugins.press.pages import collect
    from plugins.styleguide.room import pages

    collect.connect(pages)
