"""The search index: made by Pagefind from the pages that are searched, kept while these are the same.

The only door to Pagefind. It runs as a program of its own, over links to the searched pages alone, and what it writes
is taken into the release like any other file. Of what comes with it only what our own page uses is published.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from plugins.core.addresses import SEARCH_INDEX
from plugins.engine import digest_of
from plugins.press.tree import ReleaseChanged

IGNORED = (".cites", ".meaning", ".to-sources", ".facts", ".source-warning", ".byline", ".donation")
"""What of a searched text is not searched, as CSS selectors: marks, facts about sources, what every page says."""
PUBLISHED = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.*.pagefind", "*/*.pf_*")
"""What of Pagefind's output is published, as patterns; the rest is its widgets and a worker, which we do not use."""

_FOLDER = SEARCH_INDEX.lstrip("/")
_SCRATCH = "search-"
_LAST_WORDS = 500


class NoIndex(Exception):
    """Pagefind is not there, or does not do its work: says so, and what to do."""


class _Language(msgspec.Struct):
    page_count: int


class _Entry(msgspec.Struct):
    """What Pagefind tells of its index."""

    languages: dict[str, _Language]


def is_index(file: str) -> bool:
    """Tell whether a file of a release belongs to the index."""
    return file.startswith(_FOLDER)


def made_from(engine: bytes, pages: Mapping[str, bytes]) -> str:
    """Name what an index is made from: engine, Pagefind, settings, the searched pages and the digests of their bytes."""
    if not pages:
        return ""
    named = [file.encode() + b" " + digest for file, digest in sorted(pages.items())]
    settings = [engine, _version().encode(), " ".join((*IGNORED, *PUBLISHED)).encode()]
    digest = digest_of(b"\n".join([*settings, *named]))
    return f"search index {digest.hex()}"


def index_files(pages: Mapping[str, Path], scratch: Path) -> Iterator[tuple[str, bytes]]:
    """Make the index of pages that lie somewhere, each given as its file in the release; give the files of the index.

    Works in a folder of its own in `scratch`, on the same disk as the pages.
    """
    for left in scratch.glob(f"{_SCRATCH}*"):  # a build was killed there
        shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(prefix=_SCRATCH, dir=scratch, ignore_cleanup_errors=True) as temporary:
        site, bundle = Path(temporary, "site"), Path(temporary, "bundle")
        for file, path in pages.items():
            link = site / file
            link.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(path, link)
            except FileNotFoundError:
                raise ReleaseChanged(file) from None
        _run(_command(site, bundle), site)
        _count(bundle, len(pages))
        for path in sorted({path for pattern in PUBLISHED for path in bundle.glob(pattern)}):
            yield _FOLDER + path.relative_to(bundle).as_posix(), path.read_bytes()


def _command(site: Path, bundle: Path) -> list[str]:
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 (without it pages can still be looked at)

        program = get_executable()
    except (ImportError, FileNotFoundError) as error:
        raise _missing() from error
    flags = ["--site", str(site), "--output-path", str(bundle), "--exclude-selectors", ", ".join(IGNORED), "--silent"]
    return [str(program), *flags]


def _run(command: Sequence[str], folder: Path) -> None:
    """Run Pagefind where no settings of its own lie about; it ends with us when we are stopped."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        subprocess.run(  # noqa: S603 (the program that we installed, with flags of ours)
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True
        )
    except subprocess.CalledProcessError as error:
        said = (error.stderr + error.stdout).decode("utf-8", "replace").strip()[-_LAST_WORDS:]
        raise NoIndex(
            f"Pagefind, which makes the search index, failed ({error.returncode}): {said}. {_UNTOUCHED}"
        ) from error
    except OSError as error:
        raise NoIndex(f"Pagefind, which makes the search index, cannot be started: {error}. {_UNTOUCHED}") from error


def _count(bundle: Path, wanted: int) -> None:
    """What went in has to be in the index."""
    try:
        told = msgspec.json.decode((bundle / "pagefind-entry.json").read_bytes(), type=_Entry)
        found = sum(language.page_count for language in told.languages.values())
    except (OSError, msgspec.MsgspecError) as error:
        raise NoIndex(f"Pagefind made no index that we can read: {error}. {_UNTOUCHED}") from error
    if found != wanted:
        raise NoIndex(f"Pagefind took in {found} of {wanted} pages. {_UNTOUCHED}")


def _version() -> str:
    try:
        return version("pagefind-bin")
    except PackageNotFoundError as error:
        raise _missing() from error


_UNTOUCHED = "The last release is untouched."


def _missing() -> NoIndex:
    return NoIndex(
        "Pagefind, which makes the search index, is not installed: pip install -r requirements.lock. " + _UNTOUCHED
    )
