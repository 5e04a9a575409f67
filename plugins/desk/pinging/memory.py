"""What a hub was told of: kept beside the releases, for it is true of what was put out and not of the copy."""

import msgspec
from msgspec import Struct

from plugins.press.release import Releases


class Memory(Struct, frozen=True):
    """The hub, and the digest of each feed (by its file) that it was told of last."""

    hub: str = ""
    told: dict[str, str] = {}


def recall(releases: Releases, hub: str) -> Memory:
    """Give what a hub was told; nothing when it is another one, or when what was kept cannot be read."""
    try:
        memory = msgspec.json.decode((releases.folder / "pinged.json").read_bytes(), type=Memory)
    except (OSError, msgspec.MsgspecError):
        return Memory(hub)
    return memory if memory.hub == hub else Memory(hub)


def keep(releases: Releases, memory: Memory) -> None:
    """Keep it: a new file takes the place of the one before."""
    new = releases.folder / "pinged.new"
    new.write_bytes(msgspec.json.format(msgspec.json.encode(memory, order="sorted")) + b"\n")
    new.replace(releases.folder / "pinged.json")
