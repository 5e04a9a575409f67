"""The exported schemas: up to date, and they accept the copy that the press accepts."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from plugins.desk.schemas import SCHEMAS, write_schemas

ROOT = Path(__file__).parents[2]
CONTENT = (ROOT / "content", ROOT / "tests/site/content")


def test_committed_schemas_are_up_to_date(tmp_path: Path) -> None:
    write_schemas(tmp_path)

    for name in SCHEMAS:
        assert (tmp_path / f"{name}.json").read_text() == (ROOT / f"schemas/{name}.json").read_text(), (
            "run `invoke schemas`"
        )


def _dates_as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _dates_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(item) for item in value]
    return value


def _files() -> list[tuple[str, Path]]:
    kinds = {
        "sources": "sources/**/*.yaml",
        "topic": "topics/*.yaml",
        "publication": "publication.yaml",
        "publishers": "publishers.yaml",
    }
    return [
        (kind, path) for folder in CONTENT for kind, pattern in kinds.items() for path in sorted(folder.glob(pattern))
    ]


class _NoDates(yaml.SafeLoader):
    """YAML as an editor's language server takes it: JSON's types, and no dates."""


_NoDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize(("kind", "path"), _files(), ids=lambda value: getattr(value, "name", value))
def test_schemas_accept_good_copy(kind: str, path: Path, tmp_path: Path) -> None:
    write_schemas(tmp_path)
    schema = yaml.safe_load((tmp_path / f"{kind}.json").read_text())

    jsonschema.validate(_dates_as_text(yaml.load(path.read_text("utf-8"), _NoDates)), schema)  # noqa: S506 (a safe loader)


def test_schemas_refuse_what_is_misspelt(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    schema = yaml.safe_load((tmp_path / "topic.json").read_text())

    with pytest.raises(jsonschema.ValidationError, match="sumary"):
        jsonschema.validate({"title": "x", "sumary": "y"}, schema)
