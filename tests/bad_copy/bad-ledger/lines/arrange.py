"""Every way in which a line can be spoilt, each at its place."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "ledger/2025.jsonl"
    line = path.read_text("utf-8").split("\n")[0].replace("bridge-cost", "other")
    spoilt = [
        line[:40],
        line.replace('"first"', '"frist"'),
        line.replace("2025-06", "2024-06"),
        line.replace("[", "{").replace("]", "}"),
        line.replace('["/checks/other/"]', "[]"),
        line.replace('"other"', '"Other"'),
        line.replace('"other"', "3"),
        line.replace('"text":"', '"text":"zz'),
        line.replace("other", "bridge-length"),
        "[" * 2000,
        '"words"',
    ]
    path.write_text(path.read_text("utf-8") + "\n" + "\n".join(spoilt), "utf-8")
    (content / "ledger/sources.txt").write_text("a b\n\ngazette-2025-03-04-bridge\n", "utf-8")
