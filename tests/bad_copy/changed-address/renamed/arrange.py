"""A file was renamed; another lost a slug that it had, and its guid changed."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    articles = content / "articles/2025"
    path = articles / "bridge-cost.md"
    first = path.read_text("utf-8")
    path.write_text(
        first.replace(
            "authors:", "slug_history: [price, cost]\nredirect_from: [/1/]\nguid: https://old.example/1\nauthors:"
        ),
        "utf-8",
    )
    enter(content, NOW)
    path.write_text(first.replace("authors:", "slug_history: [cost]\nauthors:"), "utf-8")
    (articles / "bridge-length.md").rename(articles / "longest-bridge.md")
