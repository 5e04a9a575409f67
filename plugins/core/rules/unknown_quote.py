"""`[3:korea]` leads to a quote that source 3 holds."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.rules.review import Review
from plugins.core.rules.spots import pointer_of


def check(review: Review) -> Iterator[Finding]:
    """Look up the quote of every mark that names one."""
    publication = review.publication
    for draft in review.drafts:
        uses = draft.header.uses
        for field, prose in {"body": draft.body, **draft.inline}.items():
            for mark in (mark for group in prose.groups for mark in group):
                for item in mark.items:
                    source = publication.sources.get(uses[item.number].source) if item.number in uses else None
                    if not item.quote or source is None or source.quote(item.quote):
                        continue
                    held = [quote.id for quote in source.quotes]
                    way_out = "add the quote to its record"
                    if held:
                        way_out += f", or write one of {', '.join(held)}"
                    yield Finding(
                        Spot(draft.path, pointer_of(field), mark.offset), "unknown-quote",
                        f"Source {item.number} (`{uses[item.number].source}`) has no quote `{item.quote}`.",
                        did_you_mean(item.quote, held, way_out),
                    )  # fmt: skip
