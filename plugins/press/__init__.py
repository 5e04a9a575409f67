"""Views → pages: facts, rendering, the atomic release. Rooms hand their pages over through `collect`."""


def register() -> None:
    """Connect: the press is Pelican's last generator but one."""
    from pelican import signals

    from plugins.press import glue

    signals.get_generators.connect(glue.generators)
