"""The snapshots in which the terms of a gap are searched."""

from collections.abc import Iterator

from plugins.core.model.factcheck import Header, NotFound
from plugins.core.rules.review import Review


def searched_snapshots(header: Header, gap: NotFound, review: Review) -> Iterator[tuple[str, str | None]]:
    """Give each source searched with the text of its snapshot; `None` when there is none to read."""
    uses = header.uses
    for searched in gap.searched:
        use = uses.get(int(searched)) if searched.isdigit() else None
        source_id = use.source if use else searched
        source = review.publication.sources.get(source_id)
        if source is not None:
            name = f"snapshots/{source.snapshot.file}" if source.snapshot else ""
            yield source_id, review.snapshot_text(name)
