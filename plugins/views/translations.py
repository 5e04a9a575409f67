"""Where a standing page is in each language."""

from msgspec.structs import asdict

from plugins.press.site import Site
from plugins.views.frame import page_address


def of_standing_page(site: Site, slug: str) -> dict[str, str]:
    """Give language → whole address: pages say what they translate, and policies name pages that say the same."""
    headers, masthead = site.page_headers, site.masthead
    original = headers[slug].translation_of or slug
    same = {one for one, header in headers.items() if original in {one, header.translation_of}}
    for named in asdict(masthead.policies).values():
        if isinstance(named, dict) and slug in named.values():
            same |= set(named.values())
    spoken = sorted(one for one in same if headers[one].lang in {"", *masthead.languages})
    by_prefix = {masthead.prefix(headers[one].lang): one for one in (*spoken, slug)}
    there = {words.lang: by_prefix[before] for words, before in site.languages if before in by_prefix}
    return {lang: page_address(site, one, headers[one]) for lang, one in there.items()}
