"""`python tests/bench/hotspots.py --count 1000`: where the processor time of builds in one process goes, by module.

A cold build, then one after an edit of one fact-check. The profiler slows Python's own functions more than libraries, so the
shares show where to look, not how long it takes.
"""

import argparse
import cProfile
import gc
import pstats
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from synthetic import write_plumbline

PROJECT = Path(__file__).parents[2]
SHOWN = 16


def by_module(work: Callable[[], object]) -> Counter[str]:
    """Run something; give the seconds spent in each module of ours and in each library."""
    profile = cProfile.Profile()
    profile.runcall(work)
    seconds = Counter[str]()
    for (file, _, function), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        seconds[_home(file, function)] += own
    return seconds


def _home(file: str, function: str) -> str:
    """Name the module of ours, the library, or the built-in function."""
    if file.startswith(str(PROJECT)) and "site-packages" not in file:
        return Path(file).relative_to(PROJECT).as_posix()
    if "site-packages/" in file:
        return file.partition("site-packages/")[2].partition("/")[0]
    return function if file == "~" else "Python"


def main() -> None:
    """Profile, and print the shares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=1000, help="fact-checks of the synthetic publication")
    count = parser.parse_args().count
    gc.disable()  # as `invoke build` has it
    sys.path.insert(0, str(PROJECT))
    from plugins.press.glue import run  # noqa: PLC0415 (found by the line above)

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_plumbline(folder / "content", count)
        settings = {"PATH": str(folder / "content"), "OUTPUT_PATH": str(folder / "site"), "PLUMBLINE_JOBS": 1}
        settings["PLUMBLINE_NOW"] = "2026-01-01T00:00:00+00:00"
        for name in ("a cold build", "one fact-check edited", "another edit"):
            seconds = by_module(lambda: run(PROJECT / "pelicanconf.py", settings))
            total = seconds.total()
            print(f"\n{name} of {count:,}: {total:.2f} s under the profiler")  # noqa: T201 (a command)
            for module, own in seconds.most_common(SHOWN):
                print(f"{own / total:6.1%}  {module}")  # noqa: T201 (likewise)
            newest = max((folder / "content").rglob("check-*.md"))
            newest.write_text(newest.read_text("utf-8") + f"\nMore after {name}.\n", "utf-8")


if __name__ == "__main__":
    main()
