"""Judges a built site before it goes out: every feed by rules that readers live by, every page by where its links lead."""


def register() -> None:
    """Connect nothing: the audit is called by name."""
