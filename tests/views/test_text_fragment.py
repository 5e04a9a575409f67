"""Addresses that lead to a passage."""

import pytest

from plugins.views.text_fragment import to_passage

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"


@pytest.mark.parametrize(
    ("address", "passage", "expected"),
    [
        ("https://a.example/x", "so it is", "https://a.example/x#:~:text=so%20it%20is"),
        ("https://a.example/x#part", "so it is", "https://a.example/x#part:~:text=so%20it%20is"),
        ("https://a.example/", "well-known, R&D", "https://a.example/#:~:text=well%2Dknown%2C%20R%26D"),
        ("https://a.example/", "a\nbroken  line", "https://a.example/#:~:text=a%20broken%20line"),
        ("https://a.example/", "“été”", "https://a.example/#:~:text=%E2%80%9C%C3%A9t%C3%A9%E2%80%9D"),
        (
            "https://a.example/",
            LONG,
            "https://a.example/#:~:text=one%20two%20three%20four%20five,twelve%20thirteen%20fourteen%20fifteen%20sixteen",
        ),
        ("https://a.example/", "w" * 200, f"https://a.example/#:~:text={'w' * 200}"),
    ],
)
def test_to_passage(address: str, passage: str, expected: str) -> None:
    assert to_passage(address, passage) == expected
