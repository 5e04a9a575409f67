"""A Markdown text in both measures: the parser counts bytes, editors count characters."""


class SourceText:
    """The text, its bytes, and the way from an offset in bytes to one in code points."""

    def __init__(self, text: str) -> None:
        """Encode once."""
        self.raw = text.encode()
        self._ascii = len(self.raw) == len(text)

    def offset(self, byte_offset: int) -> int:
        """Give the offset in code points."""
        return byte_offset if self._ascii else len(self.raw[:byte_offset].decode())
