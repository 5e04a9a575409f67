"""Refreshes the golden output. Read the diff: it is what readers will see."""

import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from build import NOW, SITE, build, steady, tree  # noqa: E402 (this is a script; the line above finds it)

from plugins.desk.assessment import assess  # noqa: E402 (likewise)
from plugins.desk.assessment_lines import lines  # noqa: E402 (likewise)
from plugins.intake.load import load  # noqa: E402 (likewise)

with tempfile.TemporaryDirectory() as temporary:
    output = Path(temporary) / "site"
    build(output)
    golden = SITE / "golden"
    shutil.rmtree(golden, ignore_errors=True)
    for name, content in steady(tree(output.resolve())).items():
        path = golden / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

assessed = lines(assess(load(SITE / "content", "content", NOW)), "text")
(SITE.parent / "desk/toy_assessment.txt").write_text("\n".join(assessed) + "\n", "utf-8")
