"""Parts that several pages share are made once; who asks for one stands on what it stands on."""

from collections import Counter

from plugins.press.watch import FEWER, RECENT, Watch, worth_keeping


class Reader:
    """A site that counts how often a part is made, which stands on a fact of its own."""

    lang = "en"

    def __init__(self) -> None:
        self.watch = Watch({f"part {number}": number for number in range(RECENT + 1)})
        self.made: Counter[int] = Counter()

    def part(self, number: int) -> int:
        self.made[number] += 1
        self.watch.note(f"part {number}")
        return -number


def ask(reader: Reader, number: int) -> tuple[int, tuple[int, ...]]:
    return reader.watch.watched(lambda: reader.watch.lately(reader, Reader.part, (number,)))


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


def test_a_large_publication_keeps_fewer_parts_by_far() -> None:
    kept = [worth_keeping(count) for count in (0, 10_000, 2 * RECENT, 2 * RECENT + 1, 100_000)]
    assert kept == [RECENT, RECENT, RECENT, FEWER, FEWER]
    watch, made = Watch({"only": 1}, FEWER), Counter[int]()
    for number in (*range(FEWER + 1), 0):
        watch.lately(Reader(), lambda _, one: made.update([one]), (number,))
    assert {number for number, times in made.items() if times > 1} == {0}
