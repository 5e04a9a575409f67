"""Brings a release to where readers are: to a folder, by rsync, to S3; and writes the files that hosts read (`_headers`, `_redirects`)."""


def register() -> None:
    """Connect: hand the files for hosts to the press, and the renderer that writes them."""
    from plugins.deploy.room import pages, written
    from plugins.press.pages import collect, renderers

    collect.connect(pages)
    renderers["host"] = written
