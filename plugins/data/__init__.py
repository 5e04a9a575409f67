"""Publishes what machines read: the sources of each fact-check (CSL-JSON, BibTeX), data files of all, and what explains them."""


def register() -> None:
    """Connect: hand the pages to the press, and what renders those that have no template."""
    from plugins.data.room import pages
    from plugins.data.written import RENDERERS
    from plugins.press.pages import collect, renderers

    collect.connect(pages)
    renderers.update(RENDERERS)
