"""The commands people type: `invoke --list` shows them, `invoke --help NAME` teaches each."""

import sys
from pathlib import Path

from invoke import Collection

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = bool(sys.flags.dont_write_bytecode)  # invoke alone would have us compiled at each command

from plugins.commands import editing, making, outside, working  # noqa: E402 (the lines above find and keep it)

namespace = Collection(
    making.build,
    making.serve,
    making.check,
    making.report,
    editing.publish,
    editing.schemas,
    editing.words,
    editing.correct,
    outside.deploy,
    outside.rollback,
    outside.ping,
    working.test,
    working.lint,
    working.golden,
    working.bench,
    working.lock,
)
