"""What a template hangs on: all that it extends, imports or includes."""

from pathlib import Path

import pytest
from build import ENGLISH

from plugins.press.render import Renderers

FILES = {
    "base.html": "{% block main %}{% endblock %}",
    "page.html": '{% extends "base.html" %}{% from "_parts.html" import date with context %}',
    "_parts.html": "{% include 'mark.svg' %}{%- import \"_dates.html\" as dates -%}",
    "_dates.html": "",
    "mark.svg": "<svg/>",
    "other.html": "{# nothing #}",
    "any.html": "{% include name %}",
    "deep/below.html": '{% extends "base.html" %}',
}


def _digests(folder: Path, **changed: str) -> dict[str, str]:
    for name, text in {**FILES, **changed}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return Renderers(folder, {}, ENGLISH).digests


@pytest.mark.parametrize(
    ("changed", "reached"),
    [
        ("base.html", {"base.html", "page.html", "deep/below.html", "any.html"}),
        ("mark.svg", {"mark.svg", "_parts.html", "page.html", "any.html"}),
        ("_dates.html", {"_dates.html", "_parts.html", "page.html", "any.html"}),
        ("other.html", {"other.html", "any.html"}),
        ("page.html", {"page.html", "any.html"}),
    ],
)
def test_a_change_reaches_what_uses_it(tmp_path: Path, changed: str, reached: set[str]) -> None:
    before = _digests(tmp_path)
    after = _digests(tmp_path, **{changed: FILES[changed] + "<!-- new -->"})

    assert {name for name in FILES if after[name] != before[name]} == reached


def test_what_programs_leave_there_does_no_harm(tmp_path: Path) -> None:
    before = _digests(tmp_path)
    (tmp_path / ".#base.html").symlink_to("nobody@nowhere")
    (tmp_path / "base.html~").write_bytes(b"\xff")

    after = Renderers(tmp_path, {}, ENGLISH).digests

    assert {name: after[name] for name in FILES if name != "any.html"} == {
        name: before[name] for name in FILES if name != "any.html"
    }
