"""The interface's words: what comes from CLDR."""

from pathlib import Path

import pytest

from plugins.press.words import Words


@pytest.mark.parametrize(
    ("lang", "with_country"),
    [("en", "en_GB"), ("en-CA", "en_CA"), ("fr", "fr_FR"), ("pt-BR", "pt_BR"), ("zh-Hant", "zh_TW"), ("ar", "ar_EG")],
)
def test_a_language_has_a_country(lang: str, with_country: str) -> None:
    assert Words(lang, Path("nowhere")).with_country == with_country
