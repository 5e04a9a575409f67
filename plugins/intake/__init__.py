"""The only reader of `content/`, the only printer of problems, and the gate between copy and pages.

Nothing to the right of the gate is imported here.
"""


def register() -> None:
    """Connect: the copy is read and judged before any generator exists."""
    from pelican import signals

    from plugins.intake import glue

    signals.get_generators.connect(glue.take_in)
    signals.article_generator_finalized.connect(glue.show_articles)
