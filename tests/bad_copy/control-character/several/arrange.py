"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    path = content / "articles" / "2025" / "bridge-length.md"
    text = path.read_text("utf-8")
    text = text.replace("It is the longest", "It is\x07 the\x1b longest").replace("in March", "in\u0085 March\u2028")
    path.write_text(text.replace("More about", "\ue000More\U000f0001 about\ufffe"), "utf-8")
