"""Where a name is parted, and where it stays whole."""

import pytest

from plugins.views.citing.names import name_of

PARTED = {
    "Ada Ames": ("Ames", "Ada"),
    "Jane Q. Doe": ("Doe", "Jane Q."),
    "Jean-Paul O’Brien": ("O’Brien", "Jean-Paul"),
    "Jan van der Berg": ("van der Berg", "Jan"),
    "Ursula von der Leyen": ("von der Leyen", "Ursula"),
    "Marine Le Pen": ("Le Pen", "Marine"),
    "Robert De Niro": ("De Niro", "Robert"),
    "La Toya Jackson": ("Jackson", "La Toya"),
    "Martin Luther King Jr.": ("King Jr.", "Martin Luther"),
    "  Ada \n Ames ": ("Ames", "Ada"),
    "Иван Петров": ("Петров", "Иван"),
    "Νίκος Παπαδόπουλος": ("Παπαδόπουλος", "Νίκος"),
    "Zoe\u0301 Smith": ("Smith", "Zoe\u0301"),
}
WHOLE = (
    "Plato", "bell hooks", "de Gaulle", "King Jr.", "José Ortega y Gasset", "Bashar al-Assad", "Government of Canada",
    "Smith & Co", "Doe, Jane", "Channel 4 News", "山田 太郎", "محمد علي", "דוד לוי", "Team (investigations)", "Ada {Ames}",
)  # fmt: skip


@pytest.mark.parametrize("shown", PARTED)
def test_parted(shown: str) -> None:
    name = name_of(shown)

    assert (name.family, name.given, name.literal) == (*PARTED[shown], "")
    assert name.natural == " ".join(shown.split())
    assert name.inverted == f"{name.family}, {name.given}"


@pytest.mark.parametrize("shown", WHOLE)
def test_whole(shown: str) -> None:
    name = name_of(shown)

    assert (name.family, name.given, name.literal) == ("", "", shown)
    assert name.natural == name.inverted == shown
