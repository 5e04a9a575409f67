"""Where Pelican meets the press. The last file of the room, the only one that imports Pelican."""

import gc
import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from plugins.core.addresses import picture
from plugins.core.resolve.publication import Publication
from plugins.crew import cores
from plugins.press.digest import engine_digest
from plugins.press.pages import Page, StoredFile, collect, renderers
from plugins.press.publish import Outcome, publish
from plugins.press.release import Releases
from plugins.press.render import Renderers
from plugins.press.site import Asset, Site
from plugins.settings import FULL, JOBS, OUTCOME, PUBLICATION, WAITING, stage

_PLUGINS = Path(__file__).parents[1]


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
        site = site_of(self.settings)
        things = [thing for _, pages in collect.send(site) for thing in pages]
        _count_out(site, things)
        with stage("make pages", self.settings):
            outcome = publish(
                things,
                Renderers(site.theme / "templates", renderers),
                engine_digest([_PLUGINS, site.theme / "templates"]),
                Releases(Path(self.settings["OUTPUT_PATH"])),
                jobs=self.settings.get(JOBS) or cores(),
                full=self.settings.get(FULL, False),
                waiting=self.settings.get(WAITING, _quietly),
            )
        self.settings.setdefault(OUTCOME, []).append(outcome)


def _quietly() -> None:
    """Say nothing: the bare command has its own way of speaking."""


def generators(pelican: Any) -> type[PressGenerator]:
    """Name the generator."""
    del pelican
    return PressGenerator


def site_of(settings: dict[str, Any]) -> Site:
    """Describe where the publication will stand."""
    publication: Publication = settings[PUBLICATION]
    theme = Path(settings["THEME"])
    base = settings.get("SITEURL") or publication.masthead.url
    return Site(
        publication=publication,
        base=base.rstrip("/"),
        folder=Path(settings["PATH"]),
        theme=theme,
        root=urlsplit(base.rstrip("/")).path,
        assets=_assets(theme / "static"),
    )


def _assets(folder: Path) -> dict[str, Asset]:
    assets = {}
    for path in sorted(folder.iterdir()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assets[path.name] = Asset(picture(f"assets/{path.name}", digest), digest)
    return assets


def _count_out(site: Site, things: list[Page | StoredFile]) -> None:
    """What was taken in has to come out."""
    addresses = {thing.address for thing in things}
    lost = [check.id for check in site.publication.factchecks.values() if site.of(check) not in addresses]
    if lost:
        raise LostCopy(", ".join(lost))


def run(settings_file: Path, override: dict[str, Any]) -> tuple[Outcome, Publication]:
    """Run Pelican in process; `SystemExit(1)` when the copy stops the build."""
    settings = read_settings(str(settings_file), override=override)
    console.quiet = True
    pelican = settings["PELICAN_CLASS"](settings)
    gc.disable()  # the publication lives as long as the build: the collector would walk over it again and again
    try:
        pelican.run()
    finally:
        gc.enable()
    return pelican.settings[OUTCOME][-1], pelican.settings[PUBLICATION]
