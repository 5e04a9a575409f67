"""Digests: equal ones mean equal bytes, so a page whose digest is unchanged need not be rendered."""

import hashlib
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import msgspec
from msgspec import Struct

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_LIBRARIES = ("feedgen", "jinja2", "lxml", "markupsafe", "msgspec", "nh3", "pyromark", "python-dateutil")
SIZE = 16
"""The length of a digest in bytes."""


def engine_digest(folders: Iterable[Path]) -> bytes:
    """Digest what turns views into bytes: our code, the templates, the versions of Python and the libraries."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=SIZE)
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(folder)}\n".encode())
                digest.update(path.read_bytes())
    return digest.digest()


def view_digest(template: str, view: Struct, engine: bytes) -> bytes:
    """Digest what a page is made from: engine, template name, view."""
    digest = hashlib.blake2b(engine, digest_size=SIZE)
    digest.update(template.encode() + b"\0")
    digest.update(_ENCODER.encode(view))
    return digest.digest()


def content_digest(content: bytes) -> bytes:
    """Digest the bytes of a file."""
    return hashlib.blake2b(content, digest_size=SIZE).digest()
