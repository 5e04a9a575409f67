"""Texts in XML: lxml writes each character in the same way, and refuses the same."""

import pytest
from lxml import etree

from plugins.feeds import xml_text

CHARACTERS = [*map(chr, (*range(0x3000), *range(0xD7F0, 0xE010), *range(0xFE00, 0x10010), 0x1F1E8, 0x10FFFE, 0x10FFFF))]


def by_lxml(text: str) -> bytes | None:
    element = etree.Element("e")
    try:
        element.text = text
        element.set("a", text)
    except (ValueError, UnicodeEncodeError):
        return None
    return etree.tostring(element, encoding="UTF-8")


def by_us(text: str) -> bytes | None:
    try:
        sound = xml_text.sound(text.encode())
    except (ValueError, UnicodeEncodeError):
        return None
    return b'<e a="%b">%b</e>' % (xml_text.attribute(sound), xml_text.plain(sound))


def test_every_character() -> None:
    assert {one for one in CHARACTERS if by_us(f"a{one}b") != by_lxml(f"a{one}b")} == set()
    assert (
        len([one for one in CHARACTERS if by_us(one) is None]) == 29 + 2048 + 2
    )  # controls, halves of pairs, no characters


def test_what_stands_together() -> None:
    text = ']]> &amp; <a href="x">\'\r\n\t"</a> \u200fمن\u200f 🇨🇦'

    assert by_us(text) == by_lxml(text)


@pytest.mark.parametrize(
    "text", ["", "<p>1 &amp; 2</p>", "]]>", "]]]>]]>>]]", "]]", "<![CDATA[x]]>", "&#13;", "a\rb\r\n]]>", "“é”\n\t🇨🇦"]
)
def test_full_texts_are_read_as_they_were(text: str) -> None:
    written = b"<e>%b</e>" % xml_text.full_text(text.encode())

    assert (etree.fromstring(written).text or "") == text
    assert written.startswith(b"<e><![CDATA[") or "\r" in text


@pytest.mark.parametrize("unsound", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_texts_that_xml_cannot_hold(unsound: str) -> None:
    with pytest.raises(ValueError, match="control"):
        xml_text.sound(f"<p>{unsound}é</p>".encode())


def test_titles_as_the_rss_profile_wants_them() -> None:
    assert xml_text.title(b"A & <b> &amp;") == b"A &#x26; &#x3C;b&gt; &#x26;amp;"
