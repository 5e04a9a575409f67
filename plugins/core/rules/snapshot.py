"""A snapshot is there, and is still what was captured."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Compare the stored file's SHA-256 with the record's."""
    publication = review.publication
    files = publication.copy.files
    for path, source_id, source in publication.copy.sources:
        if source.snapshot is None:
            continue
        name = f"snapshots/{source.snapshot.file}"
        if name not in files:
            yield Finding(Spot(path, (source_id, "snapshot", "file")), "snapshot", f"There is no file {name}.",
                          "store the copy there, or take `snapshot:` out")  # fmt: skip
        elif source.snapshot.sha256 and files[name] != source.snapshot.sha256:
            yield Finding(Spot(path, (source_id, "snapshot", "sha256")), "snapshot", f"{name} is not the file that was captured: its SHA-256 is {files[name]}.",
                          "restore the file; never change a snapshot")  # fmt: skip
