"""An edit of the theme: a style sheet changes the bytes that name it, and makes no page anew; a template alters nothing that a page stands on."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from build import NOW, ROOT, build, copy_copy, tree

from plugins.press import making
from plugins.press.making import Press
from plugins.press.slots import Asset, filled, refilled, slot

WAS = {name: Asset(f"/assets/{name}.0123456789", "0") for name in ("a", "b")}
IS = {name: Asset(f"/assets/{name}.9876543210", "9") for name in ("a", "b")}


def test_slots_are_filled_and_remembered() -> None:
    content, slots = filled(f"é {slot('a')} and {slot('b')}{slot('a')}.".encode(), WAS)
    assert content.decode() == f"é {WAS['a'].address} and {WAS['b'].address}{WAS['a'].address}."
    assert slots.splitlines() == ["3 a", "28 b", "48 a"]
    again = refilled(content, slots, WAS, IS)
    assert again == filled(f"é {slot('a')} and {slot('b')}{slot('a')}.".encode(), IS)[0]


def test_a_page_without_slots() -> None:
    assert filled(b"plain", WAS) == (b"plain", "")
    assert refilled(b"plain", "", WAS, IS) == b"plain"


@pytest.mark.parametrize("spoilt", [b"xx" + WAS["a"].address.encode(), b"", WAS["b"].address.encode()])
def test_what_is_not_there_is_not_replaced(spoilt: bytes) -> None:
    assert refilled(spoilt, "0 a", WAS, IS) is None


def test_another_length_is_not_put_in() -> None:
    longer = {"a": Asset(IS["a"].address + "0", "9")}
    assert refilled(WAS["a"].address.encode(), "0 a", WAS, longer) is None


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """Build the toy publication with a theme of its own, whose style sheet one article names; then edit the sheet."""
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    copy_copy(tmp_path / "content")
    _build(tmp_path)
    address = next((tmp_path / "output/assets").glob("style.*.css")).name
    article = tmp_path / "content/articles/2025/moon-cheese.md"
    article.write_text(article.read_text("utf-8") + f"\nThe sheet was `/assets/{address}` then.\n", "utf-8")
    _build(tmp_path)
    with (tmp_path / "theme/static/style.css").open("a", encoding="utf-8") as sheet:
        sheet.write("\n/* new */\n")
    return tmp_path


def _build(folder: Path, output: str = "output", **settings: object) -> dict[str, bytes]:
    given = {"THEME": str(folder / "theme"), "PLUMBLINE_KEEP_INDEX": True, "PLUMBLINE_CACHE": str(folder / "cache")}
    build(folder / output, content=folder / "content", PLUMBLINE_NOW=NOW, **given, **settings)
    return tree(folder / output)


def test_no_page_is_made_anew_and_all_are_right(edited: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Press, "unfilled", lambda *_: pytest.fail("a page was made anew"))
        restyled = _build(edited)
    assert restyled == _build(edited, "other")
    page = restyled["checks/moon-cheese/index.html"].decode()
    assert page.count("/assets/style.") == 2
    assert len({page[at : at + 30] for at in range(len(page)) if page.startswith("/assets/style.", at)}) == 2


def test_a_page_that_somebody_altered_is_made_anew(edited: Path) -> None:
    page = edited / "output/about/index.html"
    page.write_bytes(page.read_bytes() + b"<!-- altered -->")
    assert _build(edited) == _build(edited, "other")


def _edit_template(folder: Path, name: str = "base.html", word: str = "new") -> None:
    template = folder / "theme/templates" / name
    template.write_text(
        f"{template.read_text('utf-8')}{{# {word} #}}".replace("</body>", f"<!-- {word} --></body>"), "utf-8"
    )


def _edit_source(folder: Path) -> None:
    """Write another title into a source that pages show."""
    for record in sorted((folder / "content/sources").rglob("*.yaml")):
        text = record.read_text("utf-8")
        record.write_text(re.sub(r"(?m)^( *title: *)(\S)", r"\1Another \2", text), "utf-8")


def test_with_a_template_too_pages_are_made_anew(edited: Path) -> None:
    _edit_template(edited)
    assert _build(edited) == _build(edited, "other")


def test_what_a_page_stands_on_is_known_after_an_edit_of_templates(
    edited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build(edited)
    _edit_template(edited)
    with monkeypatch.context() as patched:
        patched.setattr(making, "packed", lambda *_: pytest.fail("what a page stands on was found out again"))
        now = _build(edited)
    assert now == _build(edited, "other")
    _edit_source(edited)
    assert _build(edited) == _build(edited, "another")


@pytest.mark.parametrize("more", [_edit_source, _edit_template])
def test_all_edits_between_two_builds_are_seen(edited: Path, more: Callable[[Path], None]) -> None:
    _edit_template(edited, "_cards.html")
    more(edited)
    assert _build(edited) == _build(edited, "other")
    _edit_template(edited, word="newer")
    assert _build(edited) == _build(edited, "other")


def test_a_template_that_comes_or_goes_changes_no_page(edited: Path) -> None:
    _build(edited)
    unused = edited / "theme/templates/unused.html"
    unused.write_text("unused", "utf-8")
    assert _build(edited) == _build(edited, "other")
    unused.unlink()
    _edit_template(edited)
    assert _build(edited) == _build(edited, "other")
