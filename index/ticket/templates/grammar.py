"""What a template may be made of: the syntax tree is checked node by node before anything of it is compiled.

There are no calls, so no function, method or macro can be reached, nothing recurses, and the only way to spend time is a
loop over data. Loops, outputs and ~ are rewritten to pass through counted filters; multiplication and powers, which could
make much out of little, are not there at all.
"""

from collections.abc import Iterator
from typing import cast

from jinja2 import nodes

from index.errors import Said
from index.ticket.templates.faults import TemplateFault
from index.ticket.templates.filters import FILTERS

EACH = "_each"
PRINT = "_print"
CONCAT = "_concat"
TESTS = ("defined", "undefined", "none", "string", "number", "odd", "even")
_MOST_NODES = 1000
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.List,
    nodes.Tuple,
    nodes.Getattr,
    nodes.Getitem,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Add,
    nodes.Sub,
    nodes.Filter,
    nodes.Keyword,
    nodes.Test,
    nodes.Concat,
    nodes.Assign,
)
_SAID = {
    "Call": Said("functions cannot be called in a template"),
    "Macro": Said("there are no macros in a template"),
    "CallBlock": Said("there are no macros in a template"),
    "Import": Said("a template cannot import another"),
    "FromImport": Said("a template cannot import another"),
    "Include": Said("a template cannot include another"),
    "Extends": Said("a template cannot extend another"),
    "Block": Said("there are no blocks in a template"),
    "Mul": Said("there is no multiplication in a template"),
    "Pow": Said("there are no powers in a template"),
    "Slice": Said("a part of a list or text cannot be taken; use truncate, first or last"),
    "Dict": Said("a template cannot make dictionaries"),
    "AssignBlock": Said("set takes a value: {% set name = value %}"),
    "FilterBlock": Said("a filter stands after a value: {{ value|filter }}"),
    "With": Said("there is no with in a template; use set"),
    "Scope": Said("there is no autoescape in a template: every target escapes by itself"),
    "Neg": Said("there are no negative numbers in a template"),
    "Div": Said("there is no division in a template"),
    "FloorDiv": Said("there is no division in a template"),
    "Mod": Said("there is no division in a template; use the tests odd and even"),
}


def faults_in(tree: nodes.Template) -> Iterator[TemplateFault]:
    """List what is not allowed in a template, by line."""
    for number, node in enumerate(_all(tree)):
        if number > _MOST_NODES:
            said = Said("the template is too long from here on")
            yield TemplateFault(line=node.lineno or 1, said=said)
            return
        wrong = _fault(node)
        if wrong is not None:
            yield TemplateFault(line=node.lineno or 1, said=wrong)


def _fault(node: nodes.Node) -> Said | None:  # noqa: PLR0911 - one branch for each thing that can be wrong
    kind = type(node).__name__
    match node:
        case nodes.Filter(name=name) if name not in FILTERS or node.node is None:
            return Said(
                "there is no filter {name!r}; there are: {names}", {"name": name, "names": ", ".join(FILTERS)}
            )
        case nodes.Test(name=name) if name not in TESTS:
            return Said(
                "there is no test {name!r}; there are: {names}", {"name": name, "names": ", ".join(TESTS)}
            )
        case nodes.Name(name=name) | nodes.Getattr(attr=name) if name.startswith("_"):
            return Said("a name cannot begin with an underscore: {name}", {"name": name})
        case nodes.Filter(dyn_args=dynamic, dyn_kwargs=named) if dynamic or named:
            return Said("stars before arguments are not allowed")
        case nodes.For(recursive=True):
            return Said("a loop cannot call itself")
        case nodes.Assign(target=target) if not isinstance(target, nodes.Name):
            return Said("set takes one name")
        case _ if not isinstance(node, _ALLOWED):
            return _SAID.get(kind) or Said("{kind} is not allowed in a template", {"kind": kind})
    return None


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def counted(tree: nodes.Template) -> nodes.Template:
    """Rewrite a checked tree so that every loop, output and ~ passes through a counted filter."""
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _filter(EACH, loop.iter)
    for output in list(tree.find_all(nodes.Output)):
        output.nodes = [
            node if isinstance(node, nodes.TemplateData) else _filter(PRINT, node) for node in output.nodes
        ]
    _without_concat(tree)
    return tree


def _without_concat(node: nodes.Node) -> None:
    for field, value in node.iter_fields():
        if isinstance(value, nodes.Concat):
            setattr(node, field, _concat(value))
        elif isinstance(value, list):
            value[:] = [_concat(item) if isinstance(item, nodes.Concat) else item for item in value]
    for child in node.iter_child_nodes():
        _without_concat(child)


def _concat(node: nodes.Concat) -> nodes.Expr:
    return _filter(CONCAT, nodes.List(node.nodes, lineno=node.lineno))


def _filter(name: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(cast("nodes.Expr", node), name, [], [], None, None, lineno=node.lineno)
