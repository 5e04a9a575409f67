"""What a template hangs on: all that it extends, imports or includes."""

from collections import Counter
from pathlib import Path

import pytest
from build import ENGLISH
from jinja2 import TemplateSyntaxError
from msgspec import Struct

from plugins.errand import Errand
from plugins.press.render import Once, Renderers, compiled, learn

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


def test_what_another_process_compiled_need_not_be_compiled_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _digests(tmp_path)
    (tmp_path / "broken.html").write_text("{% if %}")
    with Errand(lambda: compiled(tmp_path)) as errand:
        learn(errand.result())
    monkeypatch.setattr("plugins.press.templates.Templates.compile", _unexpected)

    assert Renderers(tmp_path, {}, ENGLISH).render("deep/below.html", Struct(), "en") == b""
    with pytest.raises(Unexpected):
        Renderers(tmp_path, {}, ENGLISH).render("broken.html", Struct(), "en")


def test_a_broken_template_is_told_of_when_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "broken.html").write_text("{% if %}")
    (tmp_path / "base.html~").write_bytes(b"\xff")
    learn(compiled(tmp_path))

    with pytest.raises(TemplateSyntaxError):
        Renderers(tmp_path, {}, ENGLISH).render("broken.html", Struct(), "en")


class _Part(Struct, weakref=True):
    text: str


def test_html_is_made_once_and_kept_for_as_long_as_its_part() -> None:
    once, made = Once(), list[str]()

    def shown(part: _Part, *more: str) -> str:
        made.append(" ".join((part.text, *more)))
        return f"<p>{made[-1]}</p>"

    kept = _Part("kept")
    for _ in range(3):
        assert once(shown, kept) == "<p>kept</p>"
        assert once(shown, kept, "too") == "<p>kept too</p>"
        assert once(shown, _Part("gone")) == "<p>gone</p>"
    assert Counter(made) == {"kept": 1, "kept too": 1, "gone": 3}
    assert len(once._made) == 2

    del kept
    assert not once._made


class Unexpected(Exception):
    """Something was compiled."""


def _unexpected(*_: object, **__: object) -> None:
    raise Unexpected
