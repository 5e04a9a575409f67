"""`python tests/bench/run.py`: measures Plumbline beside Hugo and stock Pelican. Asserts no time. Linux only.

python tests/bench/run.py --count 10000 --rounds 3 --growth 100,1000,10000,100000 --write docs/performance.md
"""

import argparse
import re
import shlex
import signal
import tempfile
from collections.abc import Iterator, Mapping
from itertools import count as numbers
from pathlib import Path
from statistics import median

import devtools
import disk
import feeding
import machine
import report
import serve
from census import Census
from measure import START, Failed, Run, run
from msgspec import Struct
from progress import say
from sites import MAKERS, Site, clear
from tables import Row
from works import AGAIN, BEGIN, COLD, INCREMENTAL, INDEXING, Desk, Work, verify

Works = Mapping[str, tuple[Work, ...]]
"""What each tool does."""
STOCK_COUNT = 1_000
WARM_COUNT = 100
_EDITED: Works = {"plumbline": INCREMENTAL, "hugo": (AGAIN,)}
_INDEXED: Works = {"plumbline": INDEXING}
_STAGE = re.compile(r"^stage (.+): ([\d.]+) s$", re.MULTILINE)
"""How a build tells the time of a stage; if it tells of none, there is no table of stages."""
_EDITS = numbers(1)


class Bench(Struct):
    """Where to measure, and how."""

    folder: Path
    rounds: int
    flags: list[str]

    def sites(self, count: int, tools: list[str]) -> list[Site]:
        """Make the publications."""
        say(f"{count} fact-checks for {', '.join(tools)}")
        sites = [MAKERS[tool](self.folder, count, self.flags) for tool in tools]
        for site in sites:
            site.read()
        return sites

    def log(self, site: Site, work: Work) -> Path:
        """Say where the output of the builds goes."""
        path = self.folder / f"logs/{site.count} {site.tool} {work.name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def warm(bench: Bench, tools: list[str]) -> None:
    """Build a small publication once, so that no one's first run pays for cold files and bytecode."""
    for site in bench.sites(WARM_COUNT, tools):
        site.forget()
        run(site.command, site.at, bench.log(site, COLD))
        site.census()


def race(bench: Bench, count: int, tools: list[str]) -> tuple[list[Row], dict[str, Census]]:
    """Let the tools build cold in turn, several times; then once more to weigh their memory. What each made is counted."""
    desks = [Desk(site) for site in bench.sites(count, tools)]
    return _rounds(bench, [(desk, COLD) for desk in desks]), {desk.site.tool: desk.site.census() for desk in desks}


def after(bench: Bench, count: int, tools: list[str], works: Works) -> list[Row]:
    """Let the tools do their works, likewise; in each round all begin with a cold build, beside which the rest is seen."""
    desks = [Desk(site) for site in bench.sites(count, [tool for tool in tools if tool in works])]
    turns = [(desk, BEGIN) for desk in desks]
    turns += [(desk, work) for desk in desks for work in works[desk.site.tool]]
    return _rounds(bench, turns)


def _rounds(bench: Bench, turns: list[tuple[Desk, Work]]) -> list[Row]:
    rows = [Row(desk.site.tool, work.name, work.goals_of(desk.site.tool), [], []) for desk, work in turns]
    for number in range(bench.rounds + 1):
        weigh = number == bench.rounds
        say("once more, for memory" if weigh else f"round {number + 1} of {bench.rounds}")
        try:
            for row, (desk, work) in zip(rows, turns, strict=True):
                (row.weighed if weigh else row.runs).append(_turn(bench, desk, work, weigh=weigh))
        finally:
            for desk, _ in turns:
                desk.restore()
    return rows


def _turn(bench: Bench, desk: Desk, work: Work, *, weigh: bool) -> Run:
    """Edit, build, look whether the edit shows."""
    text = f"Edited for measurement {next(_EDITS)}."
    wanted = work.edit(desk, text)
    command = [*desk.site.command, *(() if work.index else desk.site.pages_only)]
    taken = run(command, desk.site.at, bench.log(desk.site, work), weigh=weigh)
    verify(desk.site, work, text, wanted)
    weight = f", {taken.memory / 1e6:.0f} MB" if weigh else ""
    say(f"  {desk.site.tool}, {work.name}: {taken.wall:.2f} s, CPU {taken.cpu:.2f} s{weight}")
    return taken


def growth(bench: Bench, often: Mapping[int, int], tools: list[str]) -> dict[int, list[Row]]:
    """Build ever larger publications cold, each so `often`, and once for memory; nothing built stays when all is measured."""
    grown = {count: race(Bench(bench.folder, rounds, bench.flags), count, tools)[0] for count, rounds in often.items()}
    for count in often:
        for tool in tools:
            MAKERS[tool](bench.folder, count, bench.flags).forget()
    return grown


def _how_often(bench: Bench, counts: list[int], raced: int) -> dict[int, int]:
    """Tell how often each size is timed: the largest once; the others, which it is compared with, as often as works are.

    The one that the tools race with is timed there.
    """
    return {count: bench.rounds if count < max(counts) else 1 for count in counts if count != raced}


def stages(bench: Bench, count: int) -> dict[str, float]:
    """Read from the log where the time of Plumbline's cold builds went, if it tells: medians of those that tell."""
    log = bench.folder / f"logs/{count} plumbline {COLD.name}.txt"
    runs = re.split(f"^{re.escape(START)}.*\n", log.read_text("utf-8"), flags=re.MULTILINE) if log.exists() else []
    told: dict[str, list[float]] = {}
    for run_of in runs[1:][: bench.rounds]:
        for name, seconds in _summed(_STAGE.findall(run_of)).items():
            told.setdefault(name, []).append(seconds)
    return {name: median(values) for name, values in told.items()}


def _summed(told: list[tuple[str, str]]) -> dict[str, float]:
    """Add up the stages of one build that bear the same name."""
    total: dict[str, float] = {}
    for name, seconds in told:
        total[name] = total.get(name, 0) + float(seconds)
    return total


def preview(bench: Bench, count: int) -> str:
    """Measure the preview, if there is a browser to see it."""
    if not devtools.CHROMIUM:
        return report.no_preview()
    (site,) = bench.sites(count, ["plumbline"])
    return report.preview(count, *serve.measure(bench.folder, site))


def main() -> None:
    """Measure, print, and write if asked to."""
    given = _arguments()
    for ending in (signal.SIGINT, signal.SIGTERM):  # so that what was edited is put back
        signal.signal(ending, signal.default_int_handler)
    bench = Bench(given.folder, given.rounds, shlex.split(given.build_flags))
    tools = [tool for tool in MAKERS if tool in given.only.split(",")]
    bench.folder.mkdir(parents=True, exist_ok=True)
    for log in (bench.folder / "logs").glob("*.txt"):
        log.unlink()
    sections: list[str] = []
    try:
        sections.extend(_measure(bench, given, tools))
    finally:  # a failure near the end does not take the figures of hours with it
        clear(bench.folder)
        say("\n\n".join(sections))
    if given.write:
        given.write.write_text(report.page(given, sections), "utf-8")
        say(f"wrote {given.write}")


def _measure(bench: Bench, given: argparse.Namespace, tools: list[str]) -> Iterator[str]:
    """Measure all that is asked for; give the sections of the report.

    Of the builds those after edits come last, and the search index after them: they remove files, and for minutes a file
    system is slower at making some then.
    """
    racers = [tool for tool in tools if tool != "stock"]
    growers = ["plumbline"] if "plumbline" in tools else tools
    often = _how_often(bench, given.growth, given.count if {*growers} <= {*racers} else 0) if given.growth else {}
    # All stays until all is measured. Each round (and one for memory) of the race, of edits and of the index begins with a cold build;
    # a fourth one stands for what edits change and others build.
    builds = {count: rounds + 1 for count, rounds in often.items()} | {given.count: 4 * (bench.rounds + 1)}
    disk.demand(bench.folder, builds, growers)
    beside = machine.describe_load()
    warm(bench, tools)
    served = given.serve and "plumbline" in tools
    yield machine.describe(bench.folder, tools, beside, devtools.CHROMIUM if served else None)
    shown = [preview(bench, given.count)] if served else []
    cold: list[Row] = []
    if racers:
        cold, taken = race(bench, given.count, racers)
        yield report.race(given.count, cold, taken)
    if "stock" in tools:
        few = min(given.count, STOCK_COUNT)
        yield report.stock(few, *race(bench, few, tools))
    if told := stages(bench, given.count):
        yield report.stages(given.count, told)
    if given.growth:
        raced = {given.count: [row for row in cold if row.tool in growers]}
        yield report.growth(given.growth, raced | growth(bench, often, growers), bench.rounds)
    if racers:
        edited = after(bench, given.count, racers, _EDITED)
        indexed = [row for row in after(bench, given.count, racers, _INDEXED) if row.work != BEGIN.name]
        yield report.edits(given.count, [*edited, *indexed])
    yield from shown
    if "plumbline" in tools:  # last, for it makes us large, and a command begins as large as who starts it
        (site,) = bench.sites(given.count, ["plumbline"])
        yield report.feeds(feeding.measure(site.folder / "content", bench.folder / "feeds", given.rounds))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usual = Path(tempfile.gettempdir()) / "plumbline-bench"
    parser.add_argument("--count", type=int, default=10_000, help="fact-checks of the publication")
    parser.add_argument("--rounds", type=int, default=3, help="how often each piece of work is timed")
    parser.add_argument("--only", default=",".join(MAKERS), help="which tools, with commas between")
    parser.add_argument("--growth", type=sizes, help="also the cold build at these sizes, e.g. 100,1000,10000,100000")
    parser.add_argument(
        "--serve", action=argparse.BooleanOptionalAction, default=True, help="the preview too, if plumbline is raced"
    )
    parser.add_argument(
        "--folder", type=Path, default=usual, help="where to work (default: below the temporary folder)"
    )
    parser.add_argument("--build-flags", default="", help='more for `invoke build`, e.g. "--jobs 4"')
    parser.add_argument("--write", type=Path, help="also write the tables to this file, e.g. docs/performance.md")
    given = parser.parse_args()
    given.folder = given.folder.resolve()
    if unknown := set(given.only.split(",")) - MAKERS.keys():
        parser.error(f"no such tool: {', '.join(sorted(unknown))}")
    if given.rounds < 1:
        parser.error("--rounds has to be 1 or more")
    return given


def sizes(given: str) -> list[int]:
    return [int(count) for count in given.split(",")]


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        raise SystemExit(str(failure)) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
