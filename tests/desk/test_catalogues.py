"""The catalogues: what extraction would write, whole, and in the typography of their language."""

import ast
import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from plugins.desk.catalogues import renewed, standing, texts, write_catalogues

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted((ROOT / "theme/locale").glob("*.po"))
PLACE = re.compile(r"\{[a-z_]*\}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project: one template, one module, one catalogue."""
    for folder in ("theme/templates", "theme/locale", "plugins/room"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "theme/templates/page.html").write_text(
        '{{ _("Sources") }} {{ count("{n} use", "{n} uses", view.uses) }} {{ _("by {name}", name=cards.link(_("us"))) }}'
    )
    (tmp_path / "plugins/room/view.py").write_text(
        'def f(site, s):\n    site.say("Sources")\n    site.words.count("{n} day", "{n} days", 3)\n'
        '    return s.count("x"), [].count("y"), s.count("z", 1), site.say(s)\n'
    )
    (tmp_path / "theme/locale/fr.po").write_text("")
    return tmp_path


def _entries(path: Path) -> list[Message]:
    return [entry for entry in read_po(BytesIO(path.read_bytes()), locale=path.stem) if entry.id]


def _forms(entry: Message) -> list[str]:
    return [entry.string] if isinstance(entry.string, str) else [*entry.string]


def test_what_is_said_where(project: Path) -> None:
    assert texts(project) == {
        "Sources": {"theme/templates/page.html", "plugins/room/view.py"},
        ("{n} use", "{n} uses"): {"theme/templates/page.html"},
        "by {name}": {"theme/templates/page.html"},
        "us": {"theme/templates/page.html"},
        ("{n} day", "{n} days"): {"plugins/room/view.py"},
    }


def test_a_catalogue_begins_as_an_empty_file(project: Path) -> None:
    standings = write_catalogues(project)

    assert [(one.lang, one.texts, len(one.wanting)) for one in standings] == [("fr", 5, 5)]
    text = (project / "theme/locale/fr.po").read_text("utf-8")
    assert text.startswith('msgid ""\nmsgstr ""\n"Language: fr\\n"\n')
    assert "#: plugins/room/view.py theme/templates/page.html\n" in text


def test_what_is_translated_stays(project: Path) -> None:
    path = project / "theme/locale/fr.po"
    path.write_text(
        "# Glossaire : un mot, une chose.\n#\n# Fin.\n"
        'msgid ""\nmsgstr ""\n\n# À relire.\nmsgid "us"\nmsgstr "nous"\n\nmsgid "gone"\nmsgstr "parti"\n',
        "utf-8",
    )

    (found,) = write_catalogues(project)
    first = path.read_bytes()
    write_catalogues(project)

    assert path.read_bytes() == first
    assert found.wanting == ("Sources", "by {name}", "{n} day", "{n} use")
    text = first.decode()
    assert text.startswith("# Glossaire : un mot, une chose.\n#\n# Fin.\n")
    assert '# À relire.\n#: theme/templates/page.html\nmsgid "us"\nmsgstr "nous"\n' in text
    assert "parti" not in text


def test_nothing_is_guessed(project: Path) -> None:
    """A text that was changed a little is a new one: its translation may be wrong now."""
    path = project / "theme/locale/fr.po"
    path.write_text('msgid ""\nmsgstr ""\n\nmsgid "Source"\nmsgstr "Source"\n')

    assert "Sources" in write_catalogues(project)[0].wanting
    assert "fuzzy" not in path.read_text()


def test_a_template_that_cannot_be_read_is_no_template_without_texts(project: Path) -> None:
    (project / "theme/templates/page.html").write_text("{{ _('open }}")

    with pytest.raises(Exception, match="unexpected char"):
        write_catalogues(project)


def test_a_language_that_nobody_knows(project: Path) -> None:
    shutil.move(project / "theme/locale/fr.po", project / "theme/locale/xx-Latn.po")

    assert [one.lang for one in write_catalogues(project)] == ["xx-Latn"]


def test_french_is_there() -> None:
    assert "fr" in [path.stem for path in CATALOGUES]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_catalogues_are_what_extraction_writes(path: Path) -> None:
    before = path.read_bytes()

    assert renewed(before, path.stem, texts(ROOT)).decode() == before.decode(), "run `invoke words`"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_catalogues_are_whole(path: Path) -> None:
    assert standing(path.read_bytes(), path.stem).wanting == ()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_places_are_the_same(path: Path) -> None:
    for entry in _entries(path):
        said = entry.id if isinstance(entry.id, str) else entry.id[-1]
        for form in _forms(entry):
            assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(said)), said


@pytest.mark.parametrize("entry", _entries(ROOT / "theme/locale/fr.po"), ids=lambda entry: str(entry.id)[:40])
def test_french_typography(entry: Message) -> None:
    """A narrow no-break space before `; ! ?`, a no-break space before `:` and within « », and no straight apostrophe."""
    for form in _forms(entry):
        assert not re.search("(?<!\u202f)[;!?]", form)
        assert not re.search("(?<!\u00a0)[:»]|«(?!\u00a0)", form)
        assert "'" not in form
        assert "“" not in form


def test_every_text_of_views_is_literal() -> None:
    """A text that reaches `say` or `count` by a variable would be missing from the catalogues."""
    for path in (ROOT / "plugins").rglob("*.py"):
        if path.name in {"words.py", "site.py"} and path.parent.name == "press":
            continue  # there they are defined, and call each other
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", "")
            wanted = {"say": 1, "count": 2 if len(call.args) > 2 and not _in_a_text(call) else 0, "safe_count": 2}
            for given in call.args[: wanted.get(name, 0)]:
                assert isinstance(given, ast.Constant), f"{path}:{call.lineno}: a text that is no literal"


def _in_a_text(call: ast.Call) -> bool:
    """Tell `text.count("x", 0, end)`: its second argument is a place."""
    return isinstance(call.args[1], ast.Constant) and isinstance(call.args[1].value, int)


def test_every_text_of_templates_is_literal() -> None:
    environment = Environment(autoescape=True)
    for path in (ROOT / "theme/templates").rglob("*.html"):
        for call in environment.parse(path.read_text("utf-8")).find_all(nodes.Call):
            wanted = {"_": 1, "count": 2}.get(getattr(call.node, "name", ""), 0)
            assert all(isinstance(given, nodes.Const) for given in call.args[:wanted]), f"{path.name}:{call.lineno}"
