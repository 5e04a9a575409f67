"""What makes pages out of copy: our code, Python, the libraries. What another engine made is never taken over."""

import hashlib
import sys
from functools import cache
from pathlib import Path

_LIBRARIES = (
    "babel", "beautifulsoup4", "feedgen", "jinja2", "lxml", "markupsafe", "msgspec", "nh3", "pyromark", "python-dateutil",
    "pyyaml", "tzdata",
)  # fmt: skip
_CODE = Path(__file__).parent
SIZE = 16
"""The length of our digests in bytes."""


def digest_of(content: bytes) -> bytes:
    """Digest some bytes: SHA-256, cut short, which today's processors have in hardware."""
    return hashlib.sha256(content).digest()[:SIZE]


@cache
def engine() -> bytes:
    """Digest what turns copy into pages, templates aside."""
    from importlib.metadata import version  # noqa: PLC0415 (slow to import, and not needed by who only digests)

    parts = [sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES)]
    for path in sorted(_CODE.rglob("*.py")):
        parts += [str(path.relative_to(_CODE)), digest_of(path.read_bytes()).hex()]
    return digest_of("\n".join(parts).encode())
