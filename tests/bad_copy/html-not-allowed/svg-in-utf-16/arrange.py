"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    text = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    (content / "images" / "wide.svg").write_bytes(text.encode("utf-16"))
