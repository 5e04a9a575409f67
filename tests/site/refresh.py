"""Refreshes the golden output. Read the diff: it is what readers will see."""

import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from build import SITE, build, steady, tree  # noqa: E402 (this is a script; the line above finds it)

with tempfile.TemporaryDirectory() as temporary:
    output = Path(temporary) / "site"
    build(output)
    golden = SITE / "golden"
    shutil.rmtree(golden, ignore_errors=True)
    for name, content in steady(tree(output.resolve())).items():
        path = golden / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
