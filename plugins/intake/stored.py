"""Pictures and snapshots → their digests; looked at again only when they changed."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from plugins.intake.cache import Cache, Kept
from plugins.intake.read import Files, sha256
from plugins.stamps import is_fresh


class _Stored(Struct, frozen=True, array_like=True):
    """A stored file: its SHA-256, and what is not allowed in it."""

    sha256: str
    fault: str = ""


def digests(files: Files, cache: Cache, kept: Mapping[str, Kept]) -> dict[str, str]:
    """Give the SHA-256 of every picture and snapshot, and note what is not allowed in them."""
    found = {}
    with cache.writing() as pen:
        for path in files.stored:
            known = kept[path] if path in kept and kept[path].stamp == files.stamps[path] else None
            try:
                stored = msgspec.msgpack.decode(known.gave, type=_Stored) if known else _look(path, files)
            except OSError as error:
                files.note("not-a-file", path, f"This file cannot be read: {error.strerror}.", "mend its permissions")
                files.fresh[path] = b""
                continue
            found[path] = stored.sha256
            if stored.fault:
                files.note("html-not-allowed", path, f"{stored.fault}.", "export it as plain drawing, or as PNG")
            if known is None:
                stamp = files.stamps[path]
                if is_fresh(stamp, files.moment):
                    stamp, files.fresh[path] = "", b""
                pen.keep(path, Kept(stamp, bytes.fromhex(stored.sha256), msgspec.msgpack.encode(stored)))
    return found


def _look(path: str, files: Files) -> _Stored:
    whole = files.folder / path
    drawing = path.lower().endswith(".svg") and path.startswith("images/")
    return _Stored(sha256(whole), _fault(whole) if drawing else "")


def _fault(drawing: Path) -> str:
    from plugins.intake.pictures import fault_of_svg  # noqa: PLC0415 (lxml is slow to import, and seldom needed)

    return fault_of_svg(drawing.read_bytes())
