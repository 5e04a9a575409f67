"""Where pages name theme files: slots, filled last and remembered, so that a new style sheet changes bytes and makes no page anew."""

import re
from collections.abc import Mapping

from msgspec import Struct

from plugins.core import anchors


class Asset(Struct, frozen=True):
    """A theme file: the address that it is published at, and its SHA-256."""

    address: str
    sha256: str


Assets = Mapping[str, Asset]
"""Name of a theme file → what it is."""

_OPEN, _CLOSE = (sign.encode() for sign in (anchors.ASSET_OPEN, anchors.ASSET_CLOSE))
_FIRST = _OPEN[0]
"""The byte with which these signs begin, and nothing that copy may hold: one byte is found forty times as fast as a sign."""
_SLOT = re.compile(_OPEN + b"([^\xee]+)" + _CLOSE)


def slot(name: str) -> str:
    """Give what stands for the address of a theme file until the page is made."""
    return f"{anchors.ASSET_OPEN}{name}{anchors.ASSET_CLOSE}"


def filled(content: bytes, assets: Assets) -> tuple[bytes, str]:
    """Fill the slots of a page, and tell where they are: a line each, the place in bytes and the name."""
    last = content.rfind(_FIRST)
    if last < 0:
        return content, ""
    end = last + len(_CLOSE)  # most slots stand in the head; of what follows them nothing is looked at but for one byte
    parts, places, length = _SLOT.split(content[:end]), [], 0
    for number, part in enumerate(parts):
        if number % 2:
            name = part.decode()
            places.append(f"{length} {name}")
            parts[number] = assets[name].address.encode()
        length += len(parts[number])
    rest = memoryview(content)[end:]  # without a copy: an archive has 12 MB
    return b"".join((*parts, rest)), "\n".join(places)


def refilled(content: bytes, slots: str, before: Assets, now: Assets) -> bytes | None:
    """Put the addresses of today where those of before are; `None` if they are not there, or not as long."""
    changed = bytearray(content)
    for line in slots.splitlines():
        place, _, name = line.partition(" ")
        old, new, start = before[name].address.encode(), now[name].address.encode(), int(place)
        if content[start : start + len(old)] != old or len(old) != len(new):
            return None
        changed[start : start + len(new)] = new
    return bytes(changed)
