"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    path = content / "articles" / "2025" / "bridge-length.md"
    path.write_bytes(path.read_bytes().replace(b"in March", b"in \x00 March"))
