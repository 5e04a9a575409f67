"""Parts that several pages share are made once; who asks for one stands on what it stands on."""

from collections import Counter

from plugins.press.watch import RECENT, Watch


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
