"""The interface's words in a language: texts from the theme's catalogues (gettext), dates, lists, numbers.

The words in templates and views are English and stand for themselves; `theme/locale/<language>.po` gives them in
another language. No machine's locale gets in: how a language writes dates and lists comes with Babel (CLDR).
"""

import gettext
from collections.abc import Mapping, Sequence
from datetime import date as calendar_date
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup
from msgspec import Struct

from plugins.engine import digest_of
from plugins.press.escaping import escape, html

_MEANT = {"en": "en-GB"}
"""What a language without a country is taken for: days stand before months, and no comma before the last “and”."""
_FIRST_OF_MONTH = {"fr": "1er"}
"""How the first day of a month is written, where it is not as other days; CLDR does not tell."""


class DateView(Struct, frozen=True):
    """A date: for machines (`iso`) and in words."""

    iso: str
    text: str


@cache
def direction_of(lang: str) -> str:
    """Give the direction in which a language (BCP 47) is written: `ltr` or `rtl`."""
    return _locale_of(lang).text_direction


def _locale_of(lang: str) -> Locale:
    """Give what Babel knows of a language; British English for one that it does not know."""
    try:
        return Locale.parse(_MEANT.get(lang, lang), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_MEANT["en"], sep="-")


class _Phrase:
    """A text taken apart at its braces, as HTML: pages hold many, and Python's own formatter takes ten times as long."""

    def __init__(self, text: str) -> None:
        self._parts = [(escape(literal), name) for literal, name, _, _ in Formatter().parse(text)]
        self._whole = None if any(name for _, name in self._parts) else html(escape(text))

    def filled(self, values: Mapping[str, object]) -> Markup:
        """Put values into their places; what is no HTML yet is escaped."""
        if self._whole is not None:
            return self._whole
        filled = [f"{part}{escape(values[name])}" if name else part for part, name in self._parts]
        return html("".join(filled))  # every part was escaped, here or when the text was taken apart


class Words:
    """The words of a language. English needs no catalogue; nor has any language whose catalogue does not exist."""

    def __init__(self, lang: str, catalogues: Path) -> None:
        """Name the language (BCP 47) and the folder of the theme's catalogues."""
        self.lang = lang
        self._folder = catalogues
        self._dates: dict[str, DateView] = {}
        self._phrases: dict[str, _Phrase] = {}
        self._counted: dict[tuple[str, int], Markup] = {}

    def __reduce__(self) -> tuple[type["Words"], tuple[str, Path]]:
        """Travel to another process by name."""
        return Words, (self.lang, self._folder)

    def say(self, text: str, /, **values: object) -> str:
        """Give a text in this language; values go where it has their names in braces."""
        said = self._catalogue.gettext(text)
        return said.format_map(values) if values else said

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Give a text that tells a number, in the form that the language has for it; `{n}` is the number."""
        return self._catalogue.ngettext(one, many, number).format(n=self.number(number), **values)

    def safe(self, text: str, /, **values: object) -> Markup:
        """Give a text as HTML, for templates: what is no HTML yet is escaped."""
        phrase = self._phrases.get(text)
        if phrase is None:
            phrase = self._phrases[text] = _Phrase(self._catalogue.gettext(text))
        return phrase.filled(values)

    def safe_count(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        """Give a text that tells a number as HTML."""
        if values:
            return self._safely_counted(one, many, number, values)
        known = self._counted.get((many, number))
        if known is None:
            known = self._counted[many, number] = self._safely_counted(one, many, number, values)
        return known

    def _safely_counted(self, one: str, many: str, number: int, values: Mapping[str, object]) -> Markup:
        said = self._catalogue.ngettext(one, many, number)
        phrase = self._phrases.get(said)
        if phrase is None:
            phrase = self._phrases[said] = _Phrase(said)
        return phrase.filled({"n": self.number(number), **values})

    def date(self, date: str | None) -> DateView | None:
        """Give a day, month or year (`2025-10-24`, `2025-10`, `2025`) or a moment in words, to the day."""
        if not date:
            return None
        known = self._dates.get(date)
        if known is None:
            known = self._dates[date] = DateView(date, self._day(date[:10]))
        return known

    def listed(self, items: Sequence[str]) -> str:
        """Give “a, b and c”."""
        return format_list(items, locale=self._locale)

    def number(self, number: int) -> str:
        """Give a number as this language writes it."""
        return str(number) if -1000 < number < 1000 else format_decimal(number, locale=self._locale)

    @property
    def direction(self) -> str:
        """The direction of its script: `ltr` or `rtl`."""
        return direction_of(self.lang)

    @cached_property
    def with_country(self) -> str:
        """The language with a country, as Open Graph has it: `en_GB`; where none is named, the likeliest (CLDR)."""
        locale = self._locale
        likely = get_global("likely_subtags").get(str(locale), str(locale))
        return f"{locale.language}_{locale.territory or likely.rpartition('_')[2]}"

    @property
    def own_name(self) -> str:
        """The language in its own words: “français”, “français (Canada)”; its code, if nobody knows the language."""
        if self._locale.language != self.lang.partition("-")[0].lower():
            return self.lang
        return (self._locale.display_name if "-" in self.lang else self._locale.language_name) or self.lang

    def _day(self, date: str) -> str:
        parts = [int(part) for part in date.split("-")]
        if len(parts) == 1:
            return date
        first = calendar_date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
        if len(parts) == 2:
            return format_skeleton("yMMMM", first, locale=self._locale)
        said = format_date(first, "long", self._locale)
        ordinal = _FIRST_OF_MONTH.get(self._locale.language)
        return said.replace("1", ordinal, 1) if ordinal and parts[2] == 1 else said

    @cached_property
    def digest(self) -> str:
        """A digest of the catalogue; none without one."""
        path = self._path
        return digest_of(path.read_bytes()).hex() if path.is_file() else ""

    @cached_property
    def _path(self) -> Path:
        """The catalogue of the language; that of `fr` for `fr-CA`, if it has none of its own."""
        own = self._folder / f"{self.lang}.po"
        return own if own.is_file() else self._folder / f"{self.lang.partition('-')[0]}.po"

    @cached_property
    def _locale(self) -> Locale:
        return _locale_of(self.lang)

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        if not self._path.is_file():
            return gettext.NullTranslations()
        compiled = BytesIO()
        with self._path.open("rb") as text:
            write_mo(compiled, read_po(text, locale=self._locale))
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)
