"""The house: what import-linter does not see. One door for disk, print and clock; every room of one anatomy."""

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLUGINS = ROOT / "plugins"
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in PLUGINS.rglob("*.py"))
ROOMS = sorted(
    path.name
    for path in PLUGINS.iterdir()
    if path.is_dir() and path.name not in {"core", "views", "commands", "__pycache__"}
)
LONGEST = 250
DISK = frozenset({
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "scandir", "iterdir", "rglob", "glob", "mkdir",
    "makedirs", "unlink", "rmdir", "rmtree", "copyfile", "copytree", "rename", "symlink_to", "hardlink_to",
})  # fmt: skip


def _calls(module: str) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            names.add(function.id if isinstance(function, ast.Name) else getattr(function, "attr", ""))
    return names


@pytest.mark.parametrize("module", MODULES)
def test_doors(module: str) -> None:
    calls = _calls(module)
    folder = module.split("/")[1]

    if folder not in {
        "intake",
        "press",
        "desk",
        "audit",
        "deploy",
        "commands",
        "engine.py",
        "crew.py",
    }:  # engine.py reads our own code, crew.py what the system tells of a process
        assert not calls & DISK
    if module != "plugins/intake/report.py" and folder != "commands":
        assert "print" not in calls
    if module not in {"plugins/intake/glue.py", "plugins/commands/flags.py"}:
        assert not calls & {"now", "today", "utcnow"}


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_small(module: str) -> None:
    assert len((ROOT / module).read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_have_one_anatomy(room: str) -> None:
    tree = ast.parse((PLUGINS / room / "__init__.py").read_text("utf-8"))
    functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]

    assert ast.get_docstring(tree)
    assert functions == ["register"]
    assert not [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]


def test_every_room_is_switched_on() -> None:
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")

    assert [room for room in ROOMS if f'"plugins.{room}"' not in settings] == []


@pytest.mark.parametrize(
    ("file", "only"), [("tasks.py", "commands"), ("pelicanconf.py", "press.glue"), ("publishconf.py", "")]
)
def test_the_top_reaches_down_only(file: str, only: str) -> None:
    """The tasks are gathered from the commands; settings import the host alone."""
    imported = {
        node.module
        for node in ast.walk(ast.parse((ROOT / file).read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("plugins")
    }

    assert imported == ({f"plugins.{only}"} if only else set())


def test_the_map_of_the_house_is_true() -> None:
    """The floors that people read are those that imports are held to, every room is told of, and every file named is there."""
    house = (PLUGINS / "README.md").read_text("utf-8")
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0][
        "layers"
    ]
    told = re.findall(r"^[1-9]  (\S+(?: \| \S+)*)", house, re.MULTILINE)
    named = {one for one in house.split("`")[1::2] if re.fullmatch(r"[a-z_]+/[a-z_/]*\w\.py", one)}

    assert told == layers
    assert [room for room in ROOMS if f"| `{room}` |" not in house] == []
    assert sorted(one for one in named if not (PLUGINS / one).exists() and not (ROOT / one).exists()) == []


def test_no_machine_is_named() -> None:
    """Locks carry names, versions and hashes; no file names an index."""
    for name in (
        "requirements.lock",
        "requirements-cluster.lock",
        "requirements-dev.lock",
        "pyproject.toml",
        "Makefile",
        "tests/web/package.json",
        "tests/web/package-lock.json",
        "tests/web/.npmrc",
    ):
        text = (ROOT / name).read_text("utf-8")
        assert "--index-url" not in text
        assert "://" not in text.replace("https://json-schema.org", "")


def test_the_lock_of_the_proofs_is_exact() -> None:
    wanted = json.loads((ROOT / "tests/web/package.json").read_text("utf-8"))["dependencies"]
    packages = json.loads((ROOT / "tests/web/package-lock.json").read_text("utf-8"))["packages"]

    assert packages.pop("")["dependencies"] == wanted
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, one in packages.items() if "integrity" not in one] == []
    assert [name for name, one in packages.items() if "latest" in one.get("dependencies", {}).values()] == []
