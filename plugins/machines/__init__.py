"""Publishes what tells machines of the site: sitemaps, robots.txt, security.txt, llms.txt."""


def register() -> None:
    """Connect: hand the files to the press, and what renders them."""
    from plugins.machines.room import RENDERERS, pages
    from plugins.press.pages import collect, renderers

    collect.connect(pages)
    renderers.update(RENDERERS)
