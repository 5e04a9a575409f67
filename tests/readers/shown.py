"""What a reader shows of an item, whichever program it is."""

import re
from typing import Any

from msgspec import Struct

_CITED = re.compile(r"""https?://[^\s"'<>()]+#src-[^\s"'<>()\]]+""")


class Shown(Struct, frozen=True):
    """An item as a reader shows it: the day in UTC, and the full text in whatever form the program keeps it."""

    id: str
    title: str
    author: str
    day: str
    link: str
    text: str

    def cited(self) -> list[str]:
        """Give where its citations lead."""
        return list(dict.fromkeys(_CITED.findall(self.text)))


def shown(**fields: Any) -> Shown:
    """Make one from what a program says; what it does not say is empty."""
    return Shown(**{name: str(value or "") for name, value in fields.items()})
