"""What was measured, as Markdown."""

from statistics import median

from census import Census
from measure import Run
from msgspec import Struct, structs

_USUAL = 10_000
_LARGE = 100_000
_DEARER = 1.15
"""So many times what it costs among 10,000 may a fact-check among 100,000 cost."""
_MOST_MEMORY = 2_000
"""So many MB may the build of 100,000 take."""


class Row(Struct):
    """A piece of work of one tool, and its runs."""

    tool: str
    work: str
    goals: tuple[float | None, float | None]
    """At most so many times the wall time and the memory of Hugo's cold build."""
    runs: list[Run]
    weighed: list[Run]

    def wall(self) -> float:
        """Give the median wall time."""
        return median(run.wall for run in self.runs)

    def cpu(self) -> float:
        """Give the median processor time."""
        return median(run.cpu for run in self.runs)

    def memory(self) -> float:
        """Give the peak of the summed shares, in MB."""
        return max((run.memory for run in self.weighed), default=0) / 1e6

    def largest(self) -> float:
        """Give the peak of the largest process, in MB."""
        return max(run.largest for run in [*self.runs, *self.weighed]) / 1e6


class Wait(Struct, frozen=True):
    """What an editor waits for, and how many milliseconds it took each time."""

    name: str
    goal: float | None
    times: list[float]
    painted: list[float]
    """The same until the text was painted too, where that is known."""


class Feeds(Struct, frozen=True):
    """Feeds of one form: how many, with how many entries each; seconds to make their entries, seconds to write each time."""

    form: str
    count: int
    entries: int
    size: float
    """Of the full text of an entry, in bytes, on average."""
    made: float
    written: list[float]
    goal: float | None


def works(rows: list[Row]) -> str:
    """Compare all work with the first of Hugo, its cold build, if that was measured."""
    base = next((row for row in rows if row.tool == "hugo"), None)
    head = ["tool", "work", "wall s", "fastest–slowest", "÷ Hugo", "goal", "CPU s", "÷ Hugo", "memory MB", "÷ Hugo"]
    lines = [_line(row, base) for row in rows]
    return _table([*head, "goal", "largest process MB"], lines)


def counts(taken: dict[str, Census]) -> str:
    """Show what each tool made."""
    head = ["tool", "fact-checks", "pages of the list", "pages of topics", "feeds", "items in them", "files", "MB"]
    return _table(
        head, [[tool, *map(str, structs.astuple(one)[:-1]), f"{one.size / 1e6:.0f}"] for tool, one in taken.items()]
    )


def growth(rows: list[tuple[int, Row]]) -> str:
    """Show the cost of each fact-check by size, and beside that at 10,000."""
    base = {row.tool: row.wall() / count for count, row in rows if count == _USUAL}
    head = ["fact-checks", "tool", "wall s", "ms each", f"÷ at {_USUAL:,}", "goal", "CPU s", "CPU ms each"]
    lines = [_grown(count, row, base.get(row.tool)) for count, row in rows]
    return _table([*head, "memory MB", "goal"], lines)


def feeds(rows: list[Feeds]) -> str:
    """Show what it takes to make entries, and to write feeds of them."""
    lines = [
        [
            one.form, f"{one.count:,}", f"{one.entries:,}", f"{one.made:.2f}", f"{median(one.written):.2f}",
            f"{min(one.written):.2f}–{max(one.written):.2f}", _judged(median(one.written), 1, one.goal),
        ]
        for one in rows
    ]  # fmt: skip
    return _table(["form", "feeds", "entries each", "entries made s", "written s", "fastest–slowest", "goal"], lines)


def previews(waits: list[Wait]) -> str:
    """Show how long an editor waits for the preview."""
    lines = [
        [
            one.name, str(len(one.times)), f"{median(one.times):,.0f}",
            f"{min(one.times):,.0f}–{max(one.times):,.0f}", _judged(median(one.times), 1, one.goal),
            f"{median(one.painted):,.0f}" if one.painted else "",
        ]
        for one in waits
    ]  # fmt: skip
    return _table(["until the page is shown", "times", "median ms", "fastest–slowest", "goal", "painted ms"], lines)


def stages(taken: dict[str, float]) -> str:
    """Show where the time of a cold build goes."""
    return _table(["stage", "s"], [[name, f"{seconds:.2f}"] for name, seconds in taken.items()])


def _grown(count: int, row: Row, base: float | None) -> list[str]:
    bound = count == _LARGE and row.tool == "plumbline"
    return [
        f"{count:,}", row.tool, f"{row.wall():.2f}", f"{row.wall() * 1000 / count:.2f}",
        _ratio(row.wall() / count, base), _judged(row.wall() / count, base, _DEARER if bound else None),
        f"{row.cpu():.2f}", f"{row.cpu() * 1000 / count:.2f}",
        f"{row.memory():.0f}", _judged(row.memory(), 1, _MOST_MEMORY if bound else None),
    ]  # fmt: skip


def _line(row: Row, base: Row | None) -> list[str]:
    walls = [run.wall for run in row.runs]
    return [
        row.tool, row.work, f"{row.wall():.2f}", f"{min(walls):.2f}–{max(walls):.2f}",
        _ratio(row.wall(), base and base.wall()), _judged(row.wall(), base and base.wall(), row.goals[0]),
        f"{row.cpu():.2f}", _ratio(row.cpu(), base and base.cpu()),
        f"{row.memory():.0f}", _ratio(row.memory(), base and base.memory()),
        _judged(row.memory(), base and base.memory(), row.goals[1]), f"{row.largest():.0f}",
    ]  # fmt: skip


def _ratio(value: float, base: float | None) -> str:
    return f"{value / base:.3f}" if base else ""


def _judged(value: float, base: float | None, goal: float | None) -> str:
    """Say whether a goal was reached; nothing where none was set, or nothing stands beside."""
    return f"≤ {goal} {'✓' if value <= goal * base else '✗'}" if base and goal else ""


def _table(head: list[str], lines: list[list[str]]) -> str:
    numeric = [all(line[column][:1].isdigit() or not line[column] for line in lines) for column in range(len(head))]
    rule = ["---:" if one else "---" for one in numeric]
    safe = [[cell.replace("|", "\\|") for cell in line] for line in [head, rule, *lines]]
    return "\n".join(f"| {' | '.join(line)} |" for line in safe)
