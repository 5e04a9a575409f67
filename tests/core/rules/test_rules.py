"""One rule, one file: its sentence, its `check`, its place in the list, its codes."""

import ast
import importlib
from pathlib import Path

import pytest

from plugins.core import rules
from plugins.core.codes import CODES

FOLDER = Path(rules.__file__).parent
HELPERS = {"__init__", "changes", "review", "spots", "terms"}
MODULES = sorted({rule.__module__ for rule in (*rules.OF_A_DRAFT, *rules.RULES)})


def named_codes(module: str) -> list[object]:
    """The codes of all findings that a module makes: the second argument of `Finding`."""
    tree = ast.parse(Path(importlib.import_module(module).__file__ or "").read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding"]
    return [ast.literal_eval(call.args[1]) for call in calls]


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_says_what_it_demands(module: str) -> None:
    rule = importlib.import_module(module)
    assert rule.__doc__
    assert rule.__doc__.strip().split("\n")[0].endswith(".")
    checks = {name: value for name, value in vars(rule).items() if name in {"check", "check_draft"}}
    assert checks
    assert all(check.__doc__ for check in checks.values())
    assert ("check" in checks) == (checks.get("check") in rules.RULES)
    assert ("check_draft" in checks) == (checks.get("check_draft") in rules.OF_A_DRAFT)


@pytest.mark.parametrize("module", MODULES)
def test_the_codes_of_a_rule_exist_and_one_is_its_name(module: str) -> None:
    codes = named_codes(module)
    assert codes
    assert set(codes) <= set(CODES)
    assert set(codes) == {module.rpartition(".")[2].replace("_", "-")}


def test_every_rule_in_the_folder_is_in_the_list_once() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - HELPERS
    assert [module.rpartition(".")[2] for module in MODULES] == sorted(files)
