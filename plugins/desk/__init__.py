"""What editors do besides writing: a preview that follows every change, and schemas by which YAML is completed."""


def register() -> None:
    """Connect nothing: the desk is called by name."""
