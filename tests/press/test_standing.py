"""Pages whose facts fell do not stand, however many fell; facts keep their places while they hold."""

from array import array
from random import Random

import msgspec
import pytest

from plugins.press.manifest import Manifest
from plugins.press.standing import FEW, Ground, ground, packed, standing, unpacked

KEPT = frozenset(range(2**63, 2**63 + 50))


def _facts(on: Ground) -> list[int]:
    return list(array("Q", on.table))


@pytest.mark.parametrize("fell", [1, FEW, FEW + 1, 5 * FEW])
def test_what_stands_on_a_fallen_fact_falls(fell: int) -> None:
    gone = frozenset(range(1000, 1000 + fell))
    before = ground(b"", gone | KEPT, {})
    now = ground(before.table, KEPT | {7}, {})
    assert now.fallen.keys() == gone
    stands = standing(frozenset(now.fallen.values()))
    kept = [before.places[one] for one in sorted(KEPT)]
    assert stands(b"")
    assert stands(packed(kept))
    for place in (before.places[one] for one in gone):
        assert not stands(packed([place]))
        assert not stands(packed([*kept, place]))
        assert not stands(packed([place, *kept]))


def test_all_stand_when_nothing_fell() -> None:
    now = ground(ground(b"", {1, 2, 3}, {}).table, {1, 2, 3, 4}, {})
    assert standing(frozenset(now.fallen.values()))(packed([0, 2]))


def test_bytes_across_two_places_are_no_place() -> None:
    assert packed([0x0100]) in packed([5, 1])
    assert standing(frozenset({0x0100}))(packed([5, 1]))


def test_a_fact_keeps_its_place_while_it_holds_and_leaves_it_to_a_new_one() -> None:
    dice, table, now = Random(5), b"", set[int]()  # noqa: S311 (no secret)
    at: dict[int, int] = {}
    longest = 0
    for _ in range(60):
        now = {one for one in now if dice.random() > 0.2} | {dice.getrandbits(64) for _ in range(dice.randrange(12))}
        on = ground(table, now, {})
        assert on.fallen.keys() == at.keys() - now
        assert all(on.fallen[one] == at[one] for one in on.fallen)
        assert {one: on.places[one] for one in at.keys() & now} == {one: at[one] for one in at.keys() & now}
        assert on.places.keys() == now
        assert {place: fact for place, fact in enumerate(_facts(on)) if fact} == {on.places[one]: one for one in now}
        longest = max(longest, len(now))
        assert len(_facts(on)) <= longest
        table, at = on.table, dict(on.places)
    assert longest > 20


def test_an_heir_gets_the_place_of_the_fact_that_fell() -> None:
    before = ground(b"", {1, 2, 3, 4}, {})
    now = ground(before.table, {1, 9, 3, 7, 8}, {2: 9, 3: 99, 5: 8})
    assert now.places[9] == now.fallen[2] == before.places[2]
    assert now.inherited == {before.places[2]}
    assert now.places[3] == before.places[3]
    assert now.fallen.keys() == {2, 4}
    assert {place: fact for place, fact in enumerate(_facts(now)) if fact} == {
        at: one for one, at in now.places.items()
    }
    assert sorted(now.places.values()) == list(range(5))


def test_places_are_read_as_they_were_packed() -> None:
    assert list(unpacked(packed([0, 1, 2**32 - 1]))) == [0, 1, 2**32 - 1]


def test_a_manifest_with_facts_that_cannot_be_read_is_none() -> None:
    good = msgspec.msgpack.encode(Manifest(facts=b"12345678"))
    assert msgspec.msgpack.decode(good, type=Manifest).facts == b"12345678"
    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(good.replace(b"\xc4\x0812345678", b"\xc4\x0512345"), type=Manifest)
