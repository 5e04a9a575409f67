"""Takes pictures of every kind of page of a built site, as different readers see it: `make pictures TO=folder`.

Each kind has its folder of PNGs. What is printed on paper is a PDF, and PNGs of its sheets where pdftoppm (Debian:
poppler-utils) is at hand.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from web.kinds import kinds
from web.server import served
from web.tools import node

DOTS_PER_INCH = "80"


def take(site: Path, folder: Path, pages: dict[str, str]) -> list[Path]:
    """Take pictures of pages, given as names and addresses, into a folder; give the files."""
    with served(site) as server:
        names = node("pictures.mjs", server.address, str(folder), *(f"{name}={page}" for name, page in pages.items()))
    files = [folder / name for name in names]
    for sheet in (file for file in files if file.suffix == ".pdf"):
        files += _sheets(sheet)
    return files


def _sheets(pdf: Path) -> list[Path]:
    """Make a picture of each sheet of a PDF."""
    pdftoppm = shutil.which("pdftoppm")
    if not pdftoppm:
        return []
    subprocess.run([pdftoppm, "-png", "-r", DOTS_PER_INCH, str(pdf), str(pdf.with_suffix(""))], check=True)
    return sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))


if __name__ == "__main__":
    built, wanted = map(Path, sys.argv[1:])
    taken = take(built, wanted, kinds(built.resolve()))
    sys.stdout.write(f"{len(taken)} pictures in {wanted}\n")
