"""The text around the tables."""

import argparse
import shlex
from collections.abc import Mapping

import tables
from census import Census
from tables import Feeds, Row, Wait

_HEAD = """\
# How fast it is

`{command}` wrote this page; it measures all anew and asserts nothing. The publication is synthetic, seeded and
the same for each tool: fact-checks of 950 words with eleven sources (each shared by about fifty), 33 marks, two topics.
Each makes a page per fact-check with every mark linked and every source listed, a paged list of all, paged topics
(20 a page), and an RSS feed of all and of each topic with the full text and the sources of the newest 30; what each made
is counted below, and a tool that leaves out a mark or a source ends the benchmark.

The tools take turns. *Wall* and *CPU* (user and system, all processes) are medians of {rounds} runs of the whole command,
*memory* comes from one more run: the highest sum, looked at about every 50 ms, of the proportional shares (Pss) of all
processes, so that pages shared between processes count once. *Largest process* is `ru_maxrss`, for comparison. *÷ Hugo*
divides by Hugo's cold builds in the same rounds. ✓ marks a goal that was reached, ✗ one that was not.
"""

_COMMANDS = """\
## The commands

```sh
# Plumbline, in a copy of the project
invoke build --content COPY --output OUTPUT --now 2026-01-01{flags}
# Hugo: its own binary, in the site that tests/bench/hugo_site and tests/bench/hugo.py make
hugo --quiet --cacheDir CACHE
# stock Pelican, in the site that tests/bench/stock.py makes
pelican --quiet --settings pelicanconf.py
```

Before a cold build its output, releases and caches are moved aside, and removed when all is measured: reusing what was just
removed costs a file system time that belongs to no tool. For that reason edits come last; the builds after them remove files.
The copy was read once before, so none waits for the disk to give it. Hugo has no incremental build: *one fact-check
edited* is its full build over the output that stands there. Plumbline also makes a page for each shared source with the
fact-checks that lean on it, the list of sources, the ways back from each source to its marks, and the page and feed of
corrections; Hugo and stock Pelican were not asked for these. The search index has a row of its own; all other builds of
Plumbline leave it as it is (`--keep-index`).
"""

_GROWTH = """\
One run of the largest, medians of {rounds} of the others, and one each for memory. The goals hold for 100,000: a fact-check
costs there at most so many times what it does among 10,000, and all processes together take at most so many MB."""

_FEEDS = """\
Of the same publication, in one process that has taken the copy in: entries with their full text ({size:.0f} kB each) are made,
then feeds of them are written. The goals are for writing; a build makes an entry once for the feeds that stand side by side."""

_PREVIEW = """\
`invoke serve` over {count:,} fact-checks; a page of one of them is open in a real browser (headless Chromium). *Until the
page is shown* runs from just before a file is written to the `DOMContentLoaded` of the reloaded page that shows the
edit, by the page's clock; *painted* is the median until the browser had painted the text too. Files are written in turn
as editors do: a new file renamed over the old one, and the old one written anew. A start takes from the command to the
first answer with the whole page; started again, with what was edited meanwhile."""

_NO_PREVIEW = "Not measured: there is no Chromium here (`sudo apt-get install chromium`)."


def page(given: argparse.Namespace, sections: list[str]) -> str:
    """Make the page of the documentation."""
    flags = [f"--count {given.count}", f"--rounds {given.rounds}", f"--only {given.only}"]
    flags += [f"--growth {','.join(map(str, given.growth))}"] if given.growth else []
    flags += [] if given.serve else ["--no-serve"]
    flags += [f"--build-flags {shlex.quote(given.build_flags)}"] if given.build_flags else []
    head = _HEAD.format(command=f"invoke bench {' '.join(flags)} --write", rounds=given.rounds)
    commands = _COMMANDS.format(flags=f" {given.build_flags}" if given.build_flags else "")
    return "\n\n".join(part.strip() for part in (head, *sections, commands)) + "\n"


def race(count: int, rows: list[Row], taken: dict[str, Census], beside: str = "") -> str:
    """Show the comparison of cold builds."""
    made = f"What each made:\n\n{tables.counts(taken)}"
    return f"## {count:,} fact-checks{beside}: cold builds\n\n{tables.works(rows)}\n\n{made}"


def stock(count: int, rows: list[Row], taken: dict[str, Census]) -> str:
    """Show the comparison with stock Pelican."""
    return race(count, rows, taken, ", with stock Pelican")


def edits(count: int, rows: list[Row]) -> str:
    """Show what builds take after edits, beside cold ones of the same rounds."""
    return f"## {count:,} fact-checks: after edits\n\n{tables.works(rows)}"


def stages(count: int, told: dict[str, float]) -> str:
    """Show where the time goes."""
    return f"## Where the time goes: Plumbline's cold build of {count:,}\n\n{tables.stages(told)}"


def feeds(rows: list[Feeds]) -> str:
    """Show what feeds cost."""
    return f"## Feeds\n\n{_FEEDS.format(size=rows[0].size / 1000)}\n\n{tables.feeds(rows)}"


def preview(count: int, waits: list[Wait], memory: int) -> str:
    """Show how quickly the preview follows."""
    weight = f"While it serves, its processes take {memory / 1e6:,.0f} MB at most (Pss, the browser not counted)."
    return f"## The preview\n\n{_PREVIEW.format(count=count)}\n\n{tables.previews(waits)}\n\n{weight}"


def no_preview() -> str:
    """Say why nothing is known of the preview."""
    return f"## The preview\n\n{_NO_PREVIEW}"


def growth(counts: list[int], rows: Mapping[int, list[Row]], rounds: int) -> str:
    """Show how the cost of a fact-check grows; all sizes but the largest were timed so often."""
    in_order = [(count, row) for count in counts for row in rows[count]]
    return f"## Growth: cold builds\n\n{_GROWTH.format(rounds=rounds)}\n\n{tables.growth(in_order)}"
