"""The names of our own settings, as `pelicanconf.py` and `tasks.py` give them to Pelican."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

NOW = "PLUMBLINE_NOW"
"""The build's clock: ISO 8601 with offset. Left out: the time of day."""
DRAFTS = "PLUMBLINE_DRAFTS"
"""Whether drafts and held copy are built too."""
STRICT = "PLUMBLINE_STRICT"
"""Whether warnings stop a build as errors do."""
STYLE = "PLUMBLINE_FORMAT"
"""How problems are printed: text, github or json."""
FULL = "PLUMBLINE_FULL"
"""Whether every page is rendered anew."""
KEEP_INDEX = "PLUMBLINE_KEEP_INDEX"
"""Whether the search index stays as it is, whatever pages changed."""
WAITING = "PLUMBLINE_WAITING"
"""What is called when another build on the same output has to end first."""
JOBS = "PLUMBLINE_JOBS"
"""How many processes make pages. Left out: as many as there are processors."""
SCHEDULER = "PLUMBLINE_SCHEDULER"
"""The address of a Dask scheduler whose workers make pages. Left out: this machine does."""
COMPILED = "PLUMBLINE_COMPILED"
"""An errand for what the templates compile to. Left out: each is compiled when it is used."""
RESOLVED = "PLUMBLINE_RESOLVED"
"""What is called with the publication before it is judged."""
FACTS = "PLUMBLINE_FACTS"
"""An errand for the facts of the publication. Left out: they are found when they are needed."""
SHOWN = "PLUMBLINE_SHOWN"
"""An errand for what a release shows of each fact-check. Left out: likewise."""
STAGE = "PLUMBLINE_STAGE"
"""What is called after each stage, with its name and its seconds."""
OUTCOME = "PLUMBLINE_OUTCOME"
"""A list that the press appends its outcome to."""
PUBLICATION = "PLUMBLINE_PUBLICATION"
"""Where the intake leaves the publication for the rooms."""
PROBLEMS = "PLUMBLINE_PROBLEMS"
"""Where the intake leaves the problems that did not stop it."""
SHELF = "PLUMBLINE_SHELF"
"""Where the intake leaves the way to the rest of the copy: the texts of fact-checks."""
FOUND = "PLUMBLINE_FOUND"
"""The files of the copy, if somebody looked for them already. Left out: the intake looks."""
DONE = "PLUMBLINE_DONE"
"""What is called with all settings and the outcome when the output is up to date, before another build may touch it."""
CACHE = "PLUMBLINE_CACHE"
"""A folder for what files gave when they were parsed; empty: nothing is kept. Left out: `.cache` beside the output."""


@contextmanager
def stage(name: str, settings: Mapping[str, Any]) -> Iterator[None]:
    """Time a stage, and tell whoever asked to be told."""
    started = time.perf_counter()
    yield
    tell = settings.get(STAGE)
    if tell:
        tell(name, time.perf_counter() - started)
