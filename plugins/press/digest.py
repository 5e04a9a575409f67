"""Digests: equal ones mean equal bytes, so a page whose digest is unchanged need not be rendered."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import msgspec

from plugins.press.pages import Page

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_LIBRARIES = ("jinja2", "markupsafe", "feedgen", "lxml", "msgspec", "nh3", "pyromark")


def engine_digest(folders: Iterable[Path]) -> bytes:
    """Digest what turns views into bytes: our code, the templates, the libraries' versions."""
    digest = hashlib.blake2b(digest_size=16)
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".html", ".xml"}:
                digest.update(f"{path.relative_to(folder)}\n".encode())
                digest.update(path.read_bytes())
    return digest.digest()


def page_digest(page: Page, engine: bytes) -> bytes:
    """Digest a page: engine, template name, view."""
    digest = hashlib.blake2b(engine, digest_size=16)
    digest.update(page.template.encode() + b"\0")
    digest.update(_ENCODER.encode(page.view))
    return digest.digest()
