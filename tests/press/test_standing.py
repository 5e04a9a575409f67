"""Pages whose facts fell do not stand, however many fell."""

from array import array

import pytest

from plugins.press.standing import FEW, standing


def _packed(*facts: int) -> bytes:
    return array("Q", facts).tobytes()


@pytest.mark.parametrize("fell", [1, FEW, FEW + 1, 5 * FEW])
def test_what_stands_on_a_fallen_fact_falls(fell: int) -> None:
    gone, kept = range(1000, 1000 + fell), range(2**63, 2**63 + 50)
    stands = standing(_packed(*gone, *kept), frozenset((*kept, 7)))
    assert stands(b"")
    assert stands(_packed(*kept))
    for one in gone:
        assert not stands(_packed(one))
        assert not stands(_packed(*kept, one))
        assert not stands(_packed(one, *kept))


def test_all_stand_when_nothing_fell() -> None:
    stands = standing(_packed(1, 2, 3), frozenset((1, 2, 3, 4)))
    assert stands(_packed(1, 3))


def test_nothing_stands_on_facts_that_cannot_be_read() -> None:
    assert not standing(b"12345", frozenset((1,)))(b"")
