"""A Markdown text in both measures: the parser counts bytes, editors count characters."""


class SourceText:
    """The text, its bytes, and the way from an offset in bytes to one in code points."""

    def __init__(self, text: str) -> None:
        """Encode once."""
        self.raw = text.encode()
        self._ascii = len(self.raw) == len(text)
        self._byte = self._point = 0

    def offset(self, byte_offset: int) -> int:
        """Give the offset in code points; counted from the one asked for last, since most are near it."""
        if self._ascii:
            return byte_offset
        if byte_offset >= self._byte:
            self._point += self._count(self._byte, byte_offset)
        else:
            self._point -= self._count(byte_offset, self._byte)
        self._byte = byte_offset
        return self._point

    def _count(self, start: int, end: int) -> int:
        return len(self.raw[start:end].decode())
