"""The model → JSON Schema, for editors such as VS Code."""

import json
from pathlib import Path
from typing import Any

import msgspec

from plugins.core.model.factcheck import Header
from plugins.core.model.publication import Masthead, PageHeader
from plugins.core.model.scalars import Id
from plugins.core.model.source import Publisher, Source
from plugins.core.model.topic import Topic

SCHEMAS: dict[str, Any] = {
    "factcheck": Header,
    "sources": dict[Id, Source],
    "publishers": dict[Id, Publisher],
    "topic": Topic,
    "publication": Masthead,
    "page": PageHeader,
}
"""File name → what it describes."""


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema; give the paths that changed."""
    folder.mkdir(exist_ok=True)
    changed = []
    for name, noun in SCHEMAS.items():
        text = json.dumps(_schema(noun), indent=2, ensure_ascii=False) + "\n"
        path = folder / f"{name}.json"
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            changed.append(path)
    return changed


def _schema(noun: Any) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_yaml_shaped(msgspec.json.schema(noun))}


def _yaml_shaped(schema: Any) -> Any:
    """Let plain scalars be what YAML tools take them for: an editor sees `2025` as a number."""
    if isinstance(schema, dict):
        shaped = {key: _yaml_shaped(value) for key, value in schema.items()}
        if shaped.get("type") == "string" and "enum" not in shaped:
            shaped["type"] = ["string", "number", "boolean"]
        return shaped
    return [_yaml_shaped(item) for item in schema] if isinstance(schema, list) else schema
