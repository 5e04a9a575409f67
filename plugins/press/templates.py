"""The theme's templates as Python: compiled as Jinja does, less what they have no use for.

The page of a fact-check asks for some 550 attributes, escapes 350 values and makes 85 calls. Jinja's general ways
take half of its time; a view is a Struct, and no function here wants to be told which template calls it.
"""

from collections.abc import MutableMapping
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, _escape_inner  # type: ignore[attr-defined]  # (`escape` without the wrapping)
from markupsafe import escape as escape_anything


def escape(value: object) -> str:
    """Give a value as HTML: text is escaped, HTML stays as it is. Jinja's own wraps each text to say that it is HTML now."""
    if value.__class__ is str:
        return _escape_inner(value)
    return value if isinstance(value, Markup) else escape_anything(value)


class _Plainly(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (Jinja's name)
        """Write all; what is printed goes through `escape` above, the last of this name that the module gets."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import {escape.__name__}")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write `view.title` as what it is; Jinja would look among items too, and make up a value to complain with."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002
        """Write a call as what it is; Jinja would ask at each whether the function wants to know of the template."""
        named = [one.key for one in node.kwargs]
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(map(iskeyword, named)):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class Templates(Environment):
    """The templates of a theme."""

    code_generator_class = _Plainly

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give what every template knows, as it is now; Jinja would look it up in two places, in case it changes."""
        return {**self.globals, **(d or {})}
