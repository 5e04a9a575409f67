"""Make what git cannot store."""

import shutil
from pathlib import Path


def arrange(content: Path) -> None:
    shutil.rmtree(content)
