"""A topic: a subject with a page and feeds."""

from typing import Literal

from msgspec import Struct

from plugins.core.model.scalars import Day, Id
from plugins.core.model.worded import Worded, in_language


class Select(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename={"from_": "from"}):
    """Which fact-checks join by rule: tags, and the days within which their `as_of` (else `published`) lies."""

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    from_: Day | None = None
    to: Day | None = None


class Topic(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A file of `content/topics/`; its id is the file's name."""

    title: Worded
    summary: Worded = ""
    parent: Id | None = None
    select: Select | None = None
    status: Literal["open", "closed"] = "open"
    aliases: tuple[Id, ...] = ()

    def title_in(self, lang: str) -> str:
        """Give the title in a language, else in the first language written."""
        return in_language(self.title, lang)
