"""Settings for production: as `pelicanconf.py`, at the address that the server has, with every page rendered anew."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *  # noqa: F403 (Pelican's own way to extend settings)

SITEURL = os.environ.get("PLUMBLINE_BASE", "")
PLUMBLINE_FULL = True
