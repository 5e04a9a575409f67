"""A stretch of raw HTML, which the source may hold in several pieces (the `> ` of a quotation is none of it)."""

from bisect import bisect_right

from plugins.core.parse.source_text import SourceText


class Fragment:
    """The text of the pieces together, and the way from an offset in it to one in the source (code points)."""

    def __init__(self, source: SourceText, pieces: list[tuple[int, str]]) -> None:
        """Take the pieces, each with the byte at which it begins in the source."""
        self.text = "".join(text for _, text in pieces)
        self._source = source
        self._bytes = [start for start, _ in pieces]
        self._starts = [0]
        for _, text in pieces[:-1]:
            self._starts.append(self._starts[-1] + len(text))

    def offset(self, within: int) -> int:
        """Give the offset in the source."""
        piece = bisect_right(self._starts, within) - 1
        return self._source.offset(self._bytes[piece]) + within - self._starts[piece]
