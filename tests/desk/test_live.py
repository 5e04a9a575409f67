"""The publication in memory: it follows the copy, whatever happened to the change before, and keeps no former one."""

import gc
import shutil
import weakref
from pathlib import Path

import pytest
from build import ROOT
from pelican.settings import read_settings

from plugins import settings as names
from plugins.desk import live
from plugins.desk.live import Answer, Live
from plugins.intake.load import Loaded, load
from plugins.intake.shelf import CopyChanged
from plugins.press.glue import press_of
from plugins.press.making import Press
from plugins.press.render import Once

NOW = "2025-12-01T12:00:00+00:00"
COST, LENGTH = "articles/2025/bridge-cost.md", "articles/2025/bridge-length.md"
PAGES = {COST: "/checks/bridge-cost/", LENGTH: "/checks/bridge-length/"}


class Desk:
    """A small publication in memory, and its copy."""

    def __init__(self, folder: Path) -> None:
        self.content = Path(shutil.copytree(ROOT / "tests/bad_copy/_good", folder / "content"))
        self.settings = read_settings(
            str(ROOT / "pelicanconf.py"), override={"PATH": str(self.content), "OUTPUT_PATH": str(folder / "site")}
        )
        self.settings["PELICAN_CLASS"](self.settings)
        self.failing = False
        self.live = Live(self.content, self._load, self._plan)

    def _load(self) -> Loaded:
        if self.failing:
            raise CopyChanged
        return load(self.content, "content", NOW, cached=self.content.parent / "cache")

    def _plan(self, loaded: Loaded) -> Press:
        return press_of({**self.settings, names.PUBLICATION: loaded.publication, names.SHELF: loaded.shelf})

    def write(self, name: str, old: str, new: str) -> str:
        """Edit a file of the copy, and give its path."""
        path = self.content / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        return str(path)

    def parts(self) -> list[Once]:
        """Give what keeps the HTML of parts that pages share."""
        assert self.live._shown
        environments = self.live._shown.press.renderers._environments.values()
        return [environment.globals["once"] for environment in environments]

    def page(self, name: str) -> Answer:
        """Look at the page of a fact-check."""
        answer = self.live.answer(PAGES[name])
        assert isinstance(answer, Answer)
        return answer


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_what_could_not_be_taken_in_is_taken_in_with_the_next_change(desk: Desk) -> None:
    both = [desk.write(COST, "The mayor spoke", "The mayor wrote"), desk.write(LENGTH, "by 210", "by 21")]
    desk.failing = True
    with pytest.raises(CopyChanged):
        desk.live.renew(both)
    desk.failing = False

    desk.live.renew([desk.write(COST, "four years", "five years")])

    assert b"The mayor wrote" in desk.page(COST).content
    assert b"five years" in desk.page(COST).content
    assert b"by 21 metres" in desk.page(LENGTH).content


def test_a_look_of_long_ago_is_forgotten_and_its_page_made_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "LOOKS", 3)
    first, *others = (desk.page(COST).look for _ in range(4))

    assert not desk.live.stands(first)
    assert all(map(desk.live.stands, others))
    assert desk.live.stands(desk.page(COST).look)
    assert len(desk.live._seen) == 3


def test_html_of_parts_of_a_former_site_is_not_kept(desk: Desk) -> None:
    kept = []
    for before, after in (("four", "five"), ("five", "six"), ("six", "seven")):
        desk.live.renew([desk.write(COST, f"{before} years", f"{after} years")])
        desk.page(COST)
        kept.append(sum(len(once._made) for once in desk.parts()))

    assert kept == [kept[0]] * 3
    assert kept[0]


CHANGES = {"one in place": (COST, "four years", "five years"), "all": ("publication.yaml", "name: ", "name: New ")}


@pytest.mark.parametrize("change", CHANGES)
def test_a_former_publication_is_let_go_at_once(desk: Desk, change: str) -> None:
    """Whatever hung together in a ring would wait for the collector, and what was there first is kept from it."""
    desk.page(COST)
    loaded, shown = desk.live._loaded, desk.live._shown
    assert shown
    site, review = weakref.ref(shown.press.site), weakref.ref(loaded.review)
    del loaded, shown
    gc.disable()
    try:
        desk.live.renew([desk.write(*CHANGES[change])])
        desk.page(COST)
        assert site() is None
        assert change == "one in place" or review() is None
    finally:
        gc.enable()
