"""Parts that several pages share are made once; who asks for one stands on what it stands on."""

from collections import Counter
from pathlib import Path

from plugins.press.spool import Spool
from plugins.press.watch import FEWER, RECENT, Watch


class Reader:
    """A site that counts how often a part is made, which stands on a fact of its own."""

    lang = "en"

    def __init__(self, spool: Spool | None = None) -> None:
        self.watch = Watch({f"part {number}": number for number in range(RECENT + 1)}, spool)
        self.made: Counter[int] = Counter()

    def part(self, number: int) -> int:
        self.made[number] += 1
        self.watch.note(f"part {number}")
        return -number


def ask(reader: Reader, number: int) -> tuple[int, tuple[int, ...]]:
    return reader.watch.watched(lambda: reader.watch.lately(reader, Reader.part, (number,), number))


def test_the_part_that_nobody_asked_for_the_longest_goes_first() -> None:
    reader = Reader()
    for number in range(RECENT):
        ask(reader, number)
    assert ask(reader, 0) == (0, (0,))
    assert max(reader.made.values()) == 1

    ask(reader, RECENT)
    assert ask(reader, 0) == (0, (0,))
    assert ask(reader, 1) == (-1, (1,))
    assert {number for number, times in reader.made.items() if times > 1} == {1}


def test_beside_a_spool_fewer_parts_are_held_and_none_is_made_twice(tmp_path: Path) -> None:
    asked = [*range(FEWER + 1), 0]
    with Spool(tmp_path, FEWER + 1) as spool:
        reader, other = Reader(spool), Reader(spool)
        assert [ask(reader, number) for number in asked] == [(-number, (number,)) for number in asked]
        assert [ask(other, number) for number in asked] == [(-number, (number,)) for number in asked]
    assert {*reader.made.values()} == {1}
    assert not other.made


def test_a_part_without_a_number_is_not_shared(tmp_path: Path) -> None:
    made = Counter[int]()
    with Spool(tmp_path, 1) as spool:
        for _ in range(2):
            Watch({}, spool).lately(Reader(), lambda _, one: made.update([one]), (7,))
    assert made == {7: 2}
