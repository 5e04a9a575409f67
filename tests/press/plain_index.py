"""An index that tells what it was made from, always in the same way, instead of Pagefind's."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec


def plain_index(command: Sequence[str], folder: Path) -> None:
    """Stand in for the run of Pagefind: a fragment for each page, named for its file, that holds the page's digest."""
    bundle = Path(command[command.index("--output-path") + 1])
    pages = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.html"))}
    assert all(b" data-pagefind-body" in content for content in pages.values())
    (bundle / "fragment").mkdir(parents=True)
    for file, content in pages.items():
        fragment = bundle / "fragment" / f"{file.replace('/', '-')}.pf_fragment"
        fragment.write_text(hashlib.sha256(content).hexdigest())
    told = {"languages": {"en": {"page_count": len(pages)}}}
    (bundle / "pagefind-entry.json").write_bytes(msgspec.json.encode(told))
