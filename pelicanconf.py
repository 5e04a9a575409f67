"""Settings as plain values. `invoke build` and the bare `pelican` command both start here."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT))  # the rooms are found wherever the command is run

from plugins.press.glue import StrictPelican as PELICAN_CLASS  # noqa: E402, F401, N814 (Pelican reads this name)

SITENAME = "Plumbline"
SITEURL = ""  # empty: the address in publication.yaml
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
TIMEZONE = "UTC"  # the publication's own zone stands in publication.yaml
DEFAULT_LANG = "en"

PLUGIN_PATHS: list[str] = []
PLUGINS = [
    "plugins.intake",
    "plugins.press",
    "plugins.factchecks",
    "plugins.topics",
    "plugins.sources",
    "plugins.publishers",
    "plugins.people",
    "plugins.corrections",
    "plugins.standing",
    "plugins.search",
    "plugins.feeds",
    "plugins.data",
    "plugins.deploy",
    "plugins.machines",
    "plugins.styleguide",
    "plugins.audit",
    "plugins.desk",
]

# The rooms read and write everything; Pelican hosts them and reads, copies and writes nothing itself.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = FEED_ALL_RSS = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = DELETE_OUTPUT_DIRECTORY = False
