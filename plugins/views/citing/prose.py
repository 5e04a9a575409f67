"""What references in sentences share. The styles are English, whatever the language of the page."""

from msgspec import Struct

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_CLOSING = "”’»\"')]"


class Prose(Struct, frozen=True):
    """A reference in sentences, cut at the title, which is set apart."""

    before: str
    title: str
    after: str

    @property
    def text(self) -> str:
        """The whole reference."""
        return self.before + self.title + self.after


def stop(text: str) -> str:
    """Give the full stop that a text lacks; nothing when it ends a sentence itself."""
    return "" if text.rstrip(_CLOSING).endswith((".", "?", "!", "…", "؟", "。", "？", "！")) else "."


def stopped(text: str) -> str:
    """Give a text with its full stop."""
    return text + stop(text)
