"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "snapshots" / "passwd.txt").symlink_to("/etc/passwd")
    (content / "pages" / "root.md").symlink_to("/")
    (content / "sources" / "up.yaml").symlink_to("../../")
