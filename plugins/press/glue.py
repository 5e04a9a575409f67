"""Where Pelican meets the press. The last file of the room, the only one that imports Pelican."""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from plugins.core.addresses import picture
from plugins.core.resolve.publication import Publication
from plugins.engine import engine
from plugins.errand import Errand
from plugins.forked import cores
from plugins.press.facts import facts, facts_of_theme
from plugins.press.making import Press
from plugins.press.pages import StoredFile, Thing, collect, renderers
from plugins.press.publish import Outcome, publish
from plugins.press.release import Releases
from plugins.press.render import Renderers, compiled, learn, theme_files
from plugins.press.shown import shown
from plugins.press.site import Site
from plugins.press.slots import Asset
from plugins.press.words import Words
from plugins.settings import (
    COMPILED,
    DONE,
    FACTS,
    FULL,
    JOBS,
    KEEP_INDEX,
    OUTCOME,
    PUBLICATION,
    RESOLVED,
    SCHEDULER,
    SHELF,
    SHOWN,
    WAITING,
    stage,
)


class LostCopy(Exception):
    """Fewer pages than fact-checks: our bug, never the copy's."""


class NotRegistered(Exception):
    """A room did not import or register; Pelican alone would log that and go on without it."""


class StrictPelican(Pelican):
    """Pelican, but a room that cannot be set up stops the build."""

    def init_plugins(self) -> None:
        """Load the rooms, and count them."""
        wanted = len(self.settings["PLUGINS"])
        super().init_plugins()
        if len(self.plugins) != wanted:
            raise NotRegistered(
                f"{wanted - len(self.plugins)} of {wanted} rooms could not be set up; the log above says why."
            )


class PressGenerator:
    """Pelican's generator for everything that we publish."""

    def __init__(self, **given: Any) -> None:
        """Keep the settings."""
        self.settings: dict[str, Any] = given["settings"]

    def generate_output(self, writer: Any) -> None:
        """Collect the pages of all rooms, and bring the output up to date."""
        del writer  # Pelican's writer opens files in place; a release is switched in whole
        with stage("plan pages", self.settings):
            press = press_of(self.settings)
            shows = self.settings[SHOWN].result() if SHOWN in self.settings else shown(self.settings[PUBLICATION])
            if COMPILED in self.settings:
                learn(self.settings[COMPILED].result())
        outcome = publish(
            press,
            engine() + press.site.base.encode(),
            Releases(Path(self.settings["OUTPUT_PATH"])),
            shown=shows,
            jobs=self.settings.get(JOBS) or cores(),
            scheduler=self.settings.get(SCHEDULER, ""),
            full=self.settings.get(FULL, False),
            keep_index=self.settings.get(KEEP_INDEX, False),
            waiting=self.settings.get(WAITING, _quietly),
            stage=partial(stage, settings=self.settings),
            done=partial(self.settings.get(DONE, _quietly), self.settings),
        )
        self.settings.setdefault(OUTCOME, []).append(outcome)


def _quietly(*told: object) -> None:
    """Say and do nothing: the bare command has its own way of speaking."""
    del told


def generators(pelican: Any) -> type[PressGenerator]:
    """Name the generator."""
    del pelican
    return PressGenerator


def press_of(settings: dict[str, Any]) -> Press:
    """Give all that is needed to make the pages of the publication."""
    publication: Publication = settings[PUBLICATION]
    theme = Path(settings["THEME"])
    vocabulary = {lang: Words(lang, theme / "locale") for lang in publication.prefixes()}
    templates = Renderers(theme / "templates", renderers, vocabulary)
    assets = _assets(theme / "static")
    files = {f"template {name}": digest for name, digest in templates.digests.items()}
    files |= {f"asset {name}": asset.sha256 for name, asset in assets.items()}
    files |= {f"words {lang}": words.digest for lang, words in vocabulary.items()}
    base = (settings.get("SITEURL") or publication.masthead.url).rstrip("/")
    things = [
        *(page for _, pages in collect.send(publication) for page in pages),
        *_stored(publication, Path(settings["PATH"])),
        *(StoredFile(asset.address, theme / "static" / name, asset.sha256) for name, asset in assets.items()),
    ]
    _count_out(publication, things)
    named = (settings[FACTS].result() if FACTS in settings else facts(publication)) | facts_of_theme(files)
    site = Site(publication, base, assets, named, settings[SHELF].whole, vocabulary)
    return Press(things, templates, site)


def _stored(publication: Publication, folder: Path) -> Iterator[StoredFile]:
    """Give the pictures of the copy; snapshots are never published."""
    for file, digest in publication.copy.files.items():
        if file.startswith("images/"):
            yield StoredFile(picture(file, digest), folder / file, digest)


def _assets(folder: Path) -> dict[str, Asset]:
    assets = {}
    for name, path in theme_files(folder).items():
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assets[name] = Asset(picture(f"assets/{name}", digest), digest)
    return assets


def _count_out(publication: Publication, things: list[Thing]) -> None:
    """What was taken in has to come out."""
    addresses = {thing.address for thing in things}
    lost = [check.id for check in publication.factchecks.values() if check.address not in addresses]
    if lost:
        raise LostCopy(", ".join(lost))


def run(settings_file: Path, override: dict[str, Any]) -> tuple[Outcome, Publication]:
    """Run Pelican in process; `SystemExit(1)` when the copy stops the build."""
    settings = read_settings(str(settings_file), override=override)
    console.quiet = True
    with ExitStack() as under_way:
        _send(settings, under_way)
        pelican = settings["PELICAN_CLASS"](settings)
        pelican.run()
    return pelican.settings[OUTCOME][-1], pelican.settings[PUBLICATION]


def _send(settings: dict[str, Any], under_way: ExitStack) -> None:
    """Let other processes find out meanwhile what does not hang on how the copy is judged, if there is a second job."""
    if cores() > 1 and settings.get(JOBS) != 1:
        compiling = Errand(partial(compiled, Path(settings["THEME"]) / "templates"))
        settings[COMPILED] = under_way.enter_context(compiling)
        settings[RESOLVED] = partial(_send_for_the_rest, settings, under_way)


def _send_for_the_rest(settings: dict[str, Any], under_way: ExitStack, publication: Publication) -> None:
    settings[FACTS] = under_way.enter_context(Errand(partial(facts, publication)))
    settings[SHOWN] = under_way.enter_context(Errand(partial(shown, publication)))
