"""What a slug looks like."""

import re

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def fault_of_slug(slug: str) -> str:
    """Say what is wrong with a slug; empty when nothing is."""
    return "" if _SLUG.fullmatch(slug) else "it is made of a-z, 0-9 and single hyphens"
