"""Moulds: a feed made from one is what feedgen would have written of the feed itself."""

from collections.abc import Callable, Iterator
from unittest.mock import patch

import pytest
from feeds.samples import IMAGE, PLACES, entry, feed
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import asdict, replace

from plugins.feeds import rss_and_atom, xml_text
from plugins.feeds.json_feed import json_feed
from plugins.feeds.moulds import Form, written
from plugins.feeds.rss_and_atom import atom, rss
from plugins.feeds.view import Entry, Feed, History, Image

BY_FEEDGEN = (rss_and_atom._rss, rss_and_atom._atom)
"""What writes blanks writes any feed whose moments are as they will be read."""
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")) | st.sampled_from("&<>\"' \t\n\r]é"), max_size=9
)
SOME = TEXTS.map(lambda text: f"a{text}")
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
IMAGES = st.none() | st.builds(Image, SOME, TEXTS, TEXTS, TEXTS)
ENTRIES = st.builds(Entry, SOME, SOME, SOME, TEXTS, TEXTS.map(str.encode), SOME, SOME, SOME, LISTS, LISTS, IMAGES)
FEEDS = st.builds(
    Feed, SOME, TEXTS, SOME, SOME, SOME, SOME, SOME, TEXTS, TEXTS, st.just("/feed.css"), SOME,
    st.lists(ENTRIES, max_size=3).map(tuple), st.builds(History, TEXTS, TEXTS, TEXTS),
)  # fmt: skip


def as_they_are(one: Entry) -> tuple[str, str]:
    return one.published, one.updated


@pytest.mark.parametrize("write", BY_FEEDGEN)
@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(view=FEEDS)
def test_feedgen_writes_the_same_but_for_sections_of_full_texts(write: Callable[[Feed], bytes], view: Feed) -> None:
    with patch.object(xml_text, "full_text", xml_text.plain):
        assert written(view, Form(write, xml_text.plain, str, as_they_are)) == write(view)


def one_by_one(view: Struct) -> Iterator[Struct]:
    """Give the view again and again, each time with a control character in another of its texts."""
    for name, value in asdict(view).items():
        if isinstance(value, str) and value:
            yield replace(view, **{name: f"{value}\x0b"})
        elif isinstance(value, tuple) and value and isinstance(value[0], str):
            yield replace(view, **{name: (*value, "\x0b")})
        elif isinstance(value, Image | History):
            yield from (replace(view, **{name: one}) for one in one_by_one(value))


def test_a_control_character_anywhere_gives_nothing() -> None:
    """Moments are read before they are written, and of the language of an entry XML says nothing. Full texts were looked at before."""
    one = entry(image=IMAGE)
    wicked = [feed(other) for other in one_by_one(one) if other.lang == one.lang and other.published == one.published]  # type: ignore[attr-defined]
    whole = [*one_by_one(feed(one, hub="https://h.example/", licence="By", history=PLACES))]
    assert (len(wicked), len(whole)) == (10, 14)

    for view in (*wicked, *whole):
        for write in rss, atom:
            with pytest.raises(ValueError):  # noqa: PT011 (of lxml, datetime and ours)
                write(view)


def test_an_entry_is_the_same_in_each_feed() -> None:
    one, other = entry(html="<p>1 & 2</p>"), entry("two", image=IMAGE)

    for write, start in ((rss, b"    <item>"), (atom, b"  <entry>")):
        alone = write(feed(one)).partition(start)[2].rpartition(start.replace(b"<", b"</") + b">")[0]
        assert alone in write(feed(other, one, other, title="Another", history=PLACES))
    assert b'"content_html": "<p>1 & 2</p>"' in json_feed(feed(one))
