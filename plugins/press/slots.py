"""Where pages name theme files: slots, filled last and remembered, so that a new style sheet changes bytes and makes no page anew."""

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


def slot(name: str) -> str:
    """Give what stands for the address of a theme file until the page is made."""
    return f"{anchors.ASSET_OPEN}{name}{anchors.ASSET_CLOSE}"


def filled(content: bytes, assets: Assets) -> tuple[bytes, str]:
    """Fill the slots of a page, and tell where they are: a line each, the place in bytes and the name."""
    before, *after = content.split(_OPEN)
    parts, places, length = [before], [], len(before)
    for stretch in after:
        named, _, rest = stretch.partition(_CLOSE)
        name = named.decode()
        places.append(f"{length} {name}")
        address = assets[name].address.encode()
        parts += (address, rest)
        length += len(address) + len(rest)
    return b"".join(parts), "\n".join(places)


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
