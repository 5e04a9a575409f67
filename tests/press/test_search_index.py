"""The search index: made by the real Pagefind, kept while its pages are the same, never half a release."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from plugins.press import search_index
from plugins.press.publish import Outcome, publish
from plugins.press.release import Releases
from plugins.press.search_index import NoIndex, index_files
from tests.press.simple import page, press_of, render

_PAGE = '<!DOCTYPE html><html lang="{lang}"><title>T</title><body><main data-pagefind-body><h1>A title</h1><p>{text}</p></main></body></html>'
TEXTS = {"moon": "The moon is round.", "tide": "Tides come and go."}


def _html(text: str, lang: str = "en") -> str:
    return _PAGE.format(text=text, lang=lang)


def _publish(output: Path, texts: dict[str, str], **more: Any) -> Outcome:
    """Publish pages that are searched, and one that is not."""
    pages = [page(name, _html(text), searched=True) for name, text in texts.items()]
    pages.append(page("beside", more.pop("beside", "not searched")))
    return publish(press_of(pages, output.parent, {"text": render}), b"1", Releases(output), **more)


def _index(output: Path) -> dict[str, int]:
    """Give the files of the index with their inodes: what was carried over keeps its own."""
    folder = output / "pagefind"
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def _fragments(folder: Path) -> dict[str, dict[str, Any]]:
    """Read what the index holds of each page."""
    packed = (gzip.decompress(path.read_bytes()) for path in (folder / "pagefind/fragment").iterdir())
    found = [json.loads(one.removeprefix(b"pagefind_dcd")) for one in packed]
    return {one["url"]: one for one in found}


def test_the_index_comes_with_the_release(tmp_path: Path) -> None:
    outcome = _publish(tmp_path / "output", TEXTS)

    index = _index(tmp_path / "output")
    assert outcome.files == outcome.written == len(index) + 3
    assert {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind"} <= index.keys()
    assert not [name for name in index if "ui" in name or "worker" in name or "highlight" in name]
    assert set(_fragments(tmp_path / "output")) == {"/moon/", "/tide/"}
    assert sorted(path.name for path in (tmp_path / ".releases/output").iterdir()) == ["a", "a.manifest", "lock"]


def test_it_is_kept_while_its_pages_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    _publish(output, TEXTS)
    before = _index(output)
    monkeypatch.setattr(search_index, "_run", _must_not_run)

    for beside in ("other", "another", "not searched"):  # both trees come round
        outcome = _publish(output, TEXTS, beside=beside)
        assert (outcome.written, outcome.removed) == (1, 0)
        assert _index(output) == before
    assert _publish(output, TEXTS).line().endswith("nothing changed")


def _must_not_run(*given: object) -> None:
    raise AssertionError(given)


def test_it_is_renewed_where_pages_changed(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, TEXTS)
    before = _index(output)

    outcome = _publish(output, {**TEXTS, "moon": "The moon is made of dust."})
    after = _index(output)

    assert "dust" in _fragments(output)["/moon/"]["content"]
    assert outcome.removed >= 1
    kept = {name for name, inode in after.items() if before.get(name) == inode}
    assert "pagefind.js" in kept
    assert len([name for name in kept if name.startswith("fragment/")]) == 1
    assert set(_index(output)) == {
        name.removeprefix("pagefind/") for name in _files_of_the_manifest(output) if name.startswith("pagefind/")
    }


def _files_of_the_manifest(output: Path) -> set[str]:
    releases = Releases(output)
    return set(releases.manifest(releases.shown()).files)


def test_it_is_renewed_by_another_pagefind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    _publish(output, TEXTS)
    monkeypatch.setattr(search_index, "_version", lambda: "99")
    ran: list[object] = []
    run = search_index._run
    monkeypatch.setattr(search_index, "_run", lambda *given: (ran.append(given), run(*given)))

    assert _publish(output, TEXTS).rendered == 0
    assert _publish(output, TEXTS).rendered == 0
    assert len(ran) == 1


def test_what_is_no_longer_searched_leaves_it(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, TEXTS)
    _publish(output, {"moon": TEXTS["moon"]})
    assert set(_fragments(output)) == {"/moon/"}

    _publish(output, {})
    assert not (output / "pagefind").exists()


def test_it_is_left_as_it_is_on_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    _publish(output, TEXTS)
    before = _index(output)
    with monkeypatch.context() as never:
        never.setattr(search_index, "_run", _must_not_run)
        for text in ("new", "newer", "newest"):
            assert _publish(output, {**TEXTS, "moon": text}, keep_index=True).written == 1
            assert _index(output) == before
        assert _publish(output, {**TEXTS, "moon": "newest"}, keep_index=True).line().endswith("nothing changed")

    assert _publish(output, {**TEXTS, "moon": "newest"}).rendered == 0
    assert "newest" in _fragments(output)["/moon/"]["content"]
    _publish(output, TEXTS, keep_index=True, full=True)
    assert "round" in _fragments(output)["/moon/"]["content"]
    _publish(tmp_path / "other", TEXTS, keep_index=True)
    assert not (tmp_path / "other/pagefind").exists()


def test_full_makes_it_anew(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, TEXTS)
    before = _index(output)
    _publish(output, TEXTS, full=True)

    assert _index(output)["pagefind.js"] != before["pagefind.js"]


@pytest.mark.parametrize("fault", ["missing", "failing", "no program", "stopped", "half", "nothing"])
def test_without_an_index_the_old_site_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    output = tmp_path / "output"
    _publish(output, TEXTS)
    before = {path: path.read_bytes() for path in output.resolve().rglob("*.*")}

    with monkeypatch.context() as broken:
        _break(broken, fault)
        with pytest.raises(KeyboardInterrupt if fault == "stopped" else NoIndex) as told:
            _publish(output, {**TEXTS, "moon": "new"})

    assert {path: path.read_bytes() for path in output.resolve().rglob("*.*")} == before
    assert not list((tmp_path / ".releases/output").glob("search-*"))
    assert fault == "stopped" or str(told.value).endswith("The last release is untouched.")
    _publish(output, {**TEXTS, "moon": "new"})
    assert "new" in _fragments(output)["/moon/"]["content"]


def _break(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    scripts = {"failing": ["sh", "-c", "echo alas >&2; exit 3"], "no program": ["/nowhere"], "nothing": ["true"]}
    if fault == "missing":
        monkeypatch.setattr("pagefind_bin.get_executable", _missing)
    elif fault == "stopped":
        monkeypatch.setattr(search_index, "_run", _stopped)
    elif fault == "half":
        monkeypatch.setattr(search_index, "_run", _half)
    else:
        monkeypatch.setattr(search_index, "_command", lambda *_: scripts[fault])


def _missing() -> Path:
    raise FileNotFoundError


def _stopped(*_: object) -> None:
    raise KeyboardInterrupt


def _half(command: list[str], folder: Path, *, run: Any = search_index._run) -> None:
    """Take a page away from under Pagefind."""
    (folder / "moon/index.html").unlink()
    run(command, folder)


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    _publish(tmp_path / "output", TEXTS)
    left = tmp_path / ".releases/output/search-left"
    (left / "site").mkdir(parents=True)

    _publish(tmp_path / "output", {**TEXTS, "moon": "new"})

    assert not left.exists()


def test_a_page_that_another_hand_took_away_is_made_again(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, TEXTS)
    (output / "tide/index.html").unlink()

    _publish(output, {**TEXTS, "moon": "new"})

    assert set(_fragments(output)) == {"/moon/", "/tide/"}


def test_settings_of_the_machine_do_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "de")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("force_language: de\n")
    _publish(tmp_path / "output", TEXTS)

    told = json.loads((tmp_path / "output/pagefind/pagefind-entry.json").read_bytes())
    assert told["languages"].keys() == {"en"}


def test_the_same_pages_give_the_same_words(tmp_path: Path) -> None:
    """Texts and words come out the same, byte for byte; Pagefind's lists of filters and languages are in no fixed order."""
    pages = {}
    for number in range(8):
        path = tmp_path / f"{number}.html"
        path.write_text(_html(f"Page {number} of the moon.", "en" if number % 2 else "fr"))
        pages[f"page-{number}/index.html"] = path
    one, other = (dict(index_files(pages, tmp_path)) for _ in range(2))

    def steady(index: dict[str, bytes]) -> dict[str, bytes]:
        return {name: content for name, content in index.items() if "/fragment/" in name or "/index/" in name}

    assert steady(one) == steady(other)
    assert len(steady(one)) == 8 + 2


def test_what_of_the_toy_publication_is_searched(toy: Path) -> None:
    found = _fragments(toy)

    assert set(found) == {
        "/about/", "/fr/a-propos/", "/funding/", "/how-we-correct/", "/checks/moon-cheese/", "/checks/moon-dust/", "/checks/moon-old/",
        "/topics/moon/", "/topics/moon-2025/", "/topics/old/", "/fr/checks/lune-fromage/", "/fr/topics/moon/", "/fr/topics/moon-2025/",
    }  # fmt: skip
    cheese = found["/checks/moon-cheese/"]
    assert cheese["filters"] == {
        "kind": ["check"], "year": ["2025"], "topic": ["old", "moon-2025", "moon"], "verdict": ["false", "mixed"]
    }  # fmt: skip
    assert (cheese["meta"]["day"], cheese["meta"]["date"]) == ("10 March 2025", "2025-03-10T09:00:00-04:00")
    for elsewhere in (
        "Weights of the moon",
        "[2]",
        "Also consulted",
        "misread the table",
        "Report an error",
        "Corrected on",
    ):
        assert elsewhere.casefold() not in cheese["content"].replace("Searched: [2]", "").casefold()
    assert "The paper calls it cheese. A range:. Code keeps" in cheese["content"]
