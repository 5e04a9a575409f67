"""The words of a language: dates, plurals, numbers, lists, and what is not translated."""

import pickle
from pathlib import Path

import pytest
from markupsafe import Markup

from plugins.press.words import Words, direction_of

CATALOGUE = """
msgid "by {name}"
msgstr "par {name}"

msgid "tags <b>"
msgstr "balises <b> & {name}"

msgid "{n} source of {name}"
msgid_plural "{n} sources of {name}"
msgstr[0] "{n} source de {name}"
msgstr[1] "{n} sources de {name}"

#, fuzzy
msgid "guessed"
msgstr "deviné"

msgid "not yet"
msgstr ""

msgid "{n} cheese"
msgid_plural "{n} cheeses"
msgstr[0] ""
msgstr[1] ""
"""


@pytest.mark.parametrize(
    ("lang", "with_country"),
    [("en", "en_GB"), ("en-CA", "en_CA"), ("fr", "fr_FR"), ("pt-BR", "pt_BR"), ("zh-Hant", "zh_TW"), ("ar", "ar_EG")],
)
def test_a_language_has_a_country(lang: str, with_country: str) -> None:
    assert Words(lang, Path("nowhere")).with_country == with_country


@pytest.fixture
def french(tmp_path: Path) -> Words:
    (tmp_path / "fr.po").write_text(CATALOGUE, "utf-8")
    return Words("fr", tmp_path)


def words(lang: str) -> Words:
    return Words(lang, Path("nowhere"))


@pytest.mark.parametrize(
    ("lang", "date", "text"),
    [
        ("en", "2025-10-24", "24 October 2025"),
        ("en", "2025-10-01", "1 October 2025"),
        ("en", "2025-10", "October 2025"),
        ("en", "2025", "2025"),
        ("en-US", "2025-10-24", "October 24, 2025"),
        ("fr", "2025-10-24", "24 octobre 2025"),
        ("fr", "2025-10-01", "1er octobre 2025"),
        ("fr", "2025-10-11", "11 octobre 2025"),
        ("fr", "2025-10", "octobre 2025"),
        ("fr", "2025", "2025"),
        ("fr-CA", "2025-10-01", "1er octobre 2025"),
        ("fr", "2025-10-01T23:59:00-04:00", "1er octobre 2025"),
        ("pt-BR", "2025-10", "outubro de 2025"),
        ("xx", "2025-10-24", "24 October 2025"),
    ],
)
def test_a_date_in_words(lang: str, date: str, text: str) -> None:
    said = words(lang).date(date)

    assert said is not None
    assert (said.iso, said.text) == (date, text)


def test_no_date() -> None:
    assert words("fr").date(None) is None
    assert words("fr").date("") is None


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 source de X"), (1, "1 source de X"), (2, "2 sources de X"), (1000, "1\u202f000 sources de X")],
)
def test_french_counts_none_as_one(french: Words, number: int, text: str) -> None:
    assert french.count("{n} source of {name}", "{n} sources of {name}", number, name="X") == text


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources"), (1234, "1,234 sources")]
)
def test_english_counts(number: int, text: str) -> None:
    assert words("en").count("{n} source", "{n} sources", number) == text


@pytest.mark.parametrize(("lang", "text"), [("en", "12,345,678"), ("fr", "12\u202f345\u202f678"), ("de", "12.345.678")])
def test_large_numbers(lang: str, text: str) -> None:
    assert words(lang).number(12_345_678) == text
    assert words(lang).number(999) == "999"
    assert words(lang).number(-999) == "-999"


@pytest.mark.parametrize(
    ("lang", "items", "text"),
    [
        ("en", ["a"], "a"),
        ("en", ["a", "b", "c"], "a, b and c"),
        ("fr", ["a", "b", "c"], "a, b et c"),
        ("fr", [], ""),
        ("xx", ["a", "b"], "a and b"),
    ],
)
def test_a_list(lang: str, items: list[str], text: str) -> None:
    assert words(lang).listed(items) == text


def test_a_text_and_its_values(french: Words) -> None:
    assert french.say("by {name}", name="{name} & Co") == "par {name} & Co"
    assert french.say("by {name}") == "par {name}"


def test_html_is_escaped_once(french: Words) -> None:
    """What comes from the catalogue and what is put into it are text; only HTML that says so is HTML."""
    assert french.safe("tags <b>", name="<i>") == Markup("balises &lt;b&gt; &amp; &lt;i&gt;")
    assert french.safe("by {name}", name=Markup("<i>X</i>")) == Markup("par <i>X</i>")
    assert french.safe_count("{n} source of {name}", "{n} sources of {name}", 2, name="<X>") == Markup("2 sources de &lt;X&gt;")  # fmt: skip


def test_what_wants_a_translation_is_said_in_english(french: Words) -> None:
    assert [french.say(text) for text in ("not yet", "guessed", "unheard of")] == ["not yet", "guessed", "unheard of"]
    assert french.count("{n} cheese", "{n} cheeses", 3) == "3 cheeses"


def test_without_a_catalogue() -> None:
    assert words("fr").say("by {name}", name="X") == "by X"
    assert words("fr").digest == ""


def test_a_country_has_the_words_of_its_language(french: Words, tmp_path: Path) -> None:
    canadian = Words("fr-CA", tmp_path)
    assert canadian.say("by {name}", name="X") == "par X"
    assert canadian.digest == french.digest != ""


def test_its_own_catalogue_comes_first(french: Words, tmp_path: Path) -> None:
    (tmp_path / "fr-CA.po").write_text('msgid "by {name}"\nmsgstr "de {name}"\n')
    assert Words("fr-CA", tmp_path).say("by {name}", name="X") == "de X"
    assert french.say("by {name}", name="X") == "par X"


@pytest.mark.parametrize(
    ("lang", "name", "direction"),
    [
        ("en", "English", "ltr"),
        ("fr", "français", "ltr"),
        ("fr-CA", "français (Canada)", "ltr"),
        ("ar", "العربية", "rtl"),
        ("he", "עברית", "rtl"),
        ("xx", "xx", "ltr"),
    ],
)
def test_its_name_and_direction(lang: str, name: str, direction: str) -> None:
    assert (words(lang).own_name, words(lang).direction, direction_of(lang)) == (name, direction, direction)


def test_it_travels(french: Words) -> None:
    there = pickle.loads(pickle.dumps(french))  # noqa: S301 (our own)
    assert there.say("by {name}", name="X") == "par X"
