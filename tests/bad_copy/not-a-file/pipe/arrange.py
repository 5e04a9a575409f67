"""Make what git cannot store."""

import os
from pathlib import Path


def arrange(content: Path) -> None:
    os.mkfifo(content / "images" / "pipe.png")
