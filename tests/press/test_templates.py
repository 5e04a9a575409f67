"""What templates print is escaped, whatever they print, and once."""

from pathlib import Path

import pytest
from build import ENGLISH
from jinja2 import UndefinedError
from markupsafe import Markup
from msgspec import Struct

from plugins.press.render import Renderers

HOSTILE = """<script>alert("1 & 2")</script> & 'so on'"""
SAFE = "&lt;script&gt;alert(&#34;1 &amp; 2&#34;)&lt;/script&gt; &amp; &#39;so on&#39;"


class _Part(Struct):
    text: str = HOSTILE


class _View(Struct, weakref=True):
    text: str = HOSTILE
    html: Markup = Markup("<b>&amp;</b>")
    number: float = 0.5
    nothing: None = None
    parts: tuple[_Part, ...] = (_Part(), _Part())


class _Text(str):
    """A text of a class of its own is no HTML."""

    __slots__ = ()


def _rendered(folder: Path, template: str, view: Struct | None = None) -> str:
    (folder / "page.html").write_text(template)
    (folder / "_parts.html").write_text(
        "{% macro shown(part, of='') %}<i>{{ part.text }}{{ of }}</i>{% endmacro %}"
        "{% macro around() %}<p>{{ caller() }}</p>{% endmacro %}"
        "{% macro any() %}{{ varargs[0] }}{{ kwargs['from'] }}{% endmacro %}"
    )
    (folder / "base.html").write_text("{{ view.text }}{% block main %}{{ view.text }}{% endblock %}")
    return Renderers(folder, {}, ENGLISH).render("page.html", view or _View(), "en").decode()


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ view.text }}", SAFE),
        ('<p title="{{ view.text }}">', f'<p title="{SAFE}">'),
        ("{{ view['text'] }}", SAFE),
        ("{{ view.text if view.number else '' }}", SAFE),
        ("{{ view.text ~ view.html }}", f"{SAFE}<b>&amp;</b>"),
        ("{{ view.html + view.text }}", f"<b>&amp;</b>{SAFE}"),
        ("{{ view.text|trim }}{{ view.text|upper|lower }}", SAFE * 2),
        ("{% set text = view.text %}{{ text }}", SAFE),
        ("{% set text %}{{ view.text }}{% endset %}{{ text }}", SAFE),
        ("{% filter trim %}{{ view.text }}{% endfilter %}", SAFE),
        ("{% for part in view.parts %}{{ loop.index }}{{ part.text }}{% endfor %}", f"1{SAFE}2{SAFE}"),
        ("{% extends 'base.html' %}{% block main %}{{ super() }}{{ view.text }}{% endblock %}", SAFE * 3),
        ("{{ _('by {names} & {from}', names=view.text, from=view.html) }}", f"by {SAFE} &amp; <b>&amp;</b>"),
        ("{{ count('{n} of {whom}', '{n} of {whom}', 2, whom=view.text) }}", f"2 of {SAFE}"),
        ("{{ view.html }}", "<b>&amp;</b>"),
        ("{{ view.text|safe }}", HOSTILE),
        ("{{ view.text|e }}{{ view.html|e }}", f"{SAFE}<b>&amp;</b>"),
        ("{{ view.number }} {{ view.nothing }} {{ view.parts[0] }}", f"0.5 None {Markup.escape(_Part())}"),
    ],
)
def test_text_is_escaped_and_html_is_not(tmp_path: Path, template: str, html: str) -> None:
    assert _rendered(tmp_path, template) == html


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ parts.shown(view) }}", f"<i>{SAFE}</i>"),
        ("{{ parts.shown(view, of=view.text) }}", f"<i>{SAFE * 2}</i>"),
        ("{{ parts.shown(of=view.text, part=view) }}", f"<i>{SAFE * 2}</i>"),
        ("{{ once(parts.shown, view) }}{{ once(parts.shown, view) }}", f"<i>{SAFE}</i>" * 2),
        ("{{ once(parts.shown, view, view.text) }}", f"<i>{SAFE * 2}</i>"),
        ("{{ parts.shown(view, parts.shown(view)) }}", f"<i>{SAFE}<i>{SAFE}</i></i>"),
        ("{{ _('by {name}', name=parts.shown(view)) }}", f"by <i>{SAFE}</i>"),
        ("{% call parts.around() %}{{ view.text }}{% endcall %}", f"<p>{SAFE}</p>"),
        ("{{ parts.any(*[view.text], **{'from': view.text}) }}", SAFE * 2),
        ("{{ parts.any(view.text, from=view.text) }}", SAFE * 2),
    ],
)
def test_what_a_macro_gives_is_not_escaped_twice(tmp_path: Path, template: str, html: str) -> None:
    assert _rendered(tmp_path, '{% import "_parts.html" as parts %}' + template) == html


def test_a_macro_is_given_nothing_that_it_has_no_name_for(tmp_path: Path) -> None:
    for given in ("view, '', ''", "view, from=''"):
        with pytest.raises(TypeError):
            _rendered(tmp_path, f'{{% import "_parts.html" as parts %}}{{{{ parts.shown({given}) }}}}')


def test_a_macro_that_lacks_a_value_complains_when_it_shows_it(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="'part'"):
        _rendered(tmp_path, '{% import "_parts.html" as parts %}{{ parts.shown() }}')


def test_text_of_another_class_is_text(tmp_path: Path) -> None:
    assert _rendered(tmp_path, "{{ view.text }}", _Part(_Text(HOSTILE))) == SAFE


@pytest.mark.parametrize("template", ["{{ view.title }}", "{% if view.title %}{% endif %}", "{{ view.class }}"])
def test_what_a_view_does_not_have_is_a_bug(tmp_path: Path, template: str) -> None:
    with pytest.raises((AttributeError, UndefinedError), match=r"no attribute '(title|class)'"):
        _rendered(tmp_path, template)


@pytest.mark.parametrize("template", ["{{ title }}", "{{ title.text }}", "{{ title(view.text) }}"])
def test_a_name_that_nobody_gave_is_a_bug(tmp_path: Path, template: str) -> None:
    with pytest.raises(UndefinedError, match="'title' is undefined"):
        _rendered(tmp_path, template)
