"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "topics" / "wide.yaml").write_bytes("title: Wide".encode("utf-16"))
