"""The theme's templates as Python: compiled as Jinja does, less what they have no use for.

The page of a fact-check asks for some 550 attributes, escapes 350 values and makes 85 calls. Jinja's general ways
take half of its time; a view is a Struct, no function here wants to be told which template calls it, and what is
imported never changes.
"""

from collections.abc import Callable, MutableMapping
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import missing
from markupsafe import Markup

from plugins.press.escaping import escape, html


def macro_of(make: Callable[..., str], *names: str) -> Callable[..., Markup]:
    """Give a macro, called with values for these names, in their order or by name."""
    make.__defaults__ = (missing,) * len(names)  # type: ignore[attr-defined]  # (which `make` replaces by those it was given)

    def called(*given: object, **named: object) -> Markup:
        if named:
            given += tuple(named.pop(name, missing) for name in names[len(given) :])
        return html(make(*given, **named))

    return called


class _Plainly(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (Jinja's name)
        """Write all; what is printed goes through `escape` above, the last of this name that the module gets."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import {escape.__name__}, {macro_of.__name__}")

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

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Write what is printed; what is `|safe` is printed as it is, and not wrapped first to say that it is HTML."""
        node.nodes = [nodes.MarkSafe(one.node) if _is_safe(one) else one for one in node.nodes]
        super().visit_Output(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if isinstance(node, nodes.MarkSafe):
            self.write("(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_MarkSafe(self, node: nodes.MarkSafe, frame: Frame) -> None:  # noqa: N802
        """Write what is printed as it is."""
        self.visit(node.expr, frame)

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        """Write a block of the frame as one piece; Jinja would hand each of its hundreds through the frame and what extends it."""
        if self.extends_so_far or not frame.toplevel or node.scoped or node.required:
            super().visit_Block(node, frame)
            return
        self.writeline(
            f"yield concat({self.get_context_ref()}.blocks[{node.name!r}][0]({self.get_context_ref()}))", node
        )

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro as a function; Jinja's own looks at each call for whatever a macro may be given."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
            return
        names = (one.name for one in macro_ref.node.args)
        self.write(f"{macro_of.__name__}({', '.join(['macro', *map(repr, names)])})")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.imported(")
        self.visit(node.template, frame)
        self.write(")")


def _is_safe(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Filter) and node.name == "safe" and node.node is not None


class Templates(Environment):
    """The templates of a theme."""

    code_generator_class = _Plainly

    def __init__(self, **options: Any) -> None:
        """Take Jinja's options."""
        super().__init__(**options)
        self._imported: dict[str, TemplateModule] = {}

    def imported(self, name: str) -> TemplateModule:
        """Give what a template imports, once; Jinja would ask at each import whether globals are others now."""
        if name not in self._imported:
            self._imported[name] = self.get_template(name).module
        return self._imported[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give what every template knows, as it is now; Jinja would look it up in two places, in case it changes."""
        return {**self.globals, **(d or {})}
