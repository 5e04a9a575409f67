"""Shows publishers and agencies: the index, and a page for each that `publishers.yaml` knows."""


def register() -> None:
    """Connect: hand the pages to the press."""
    from plugins.press.pages import collect
    from plugins.publishers.room import pages

    collect.connect(pages)
