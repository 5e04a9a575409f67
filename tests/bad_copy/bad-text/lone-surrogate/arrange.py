"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "sources" / "more.yaml").write_bytes(b"# of the \xed\xa0\x80 bridge\n")
