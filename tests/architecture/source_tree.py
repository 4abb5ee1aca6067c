"""The program's own source as syntax trees, for the rules about it."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
PACKAGE = PROJECT / "lpd_desktop"

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@contextmanager
def _without_collection() -> Iterator[None]:
    """Millions of nodes that all stay are not looked through for what could go."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


@cache
def modules() -> dict[str, ast.Module]:
    """Each module by its path inside the project."""
    with _without_collection():
        return {
            path.relative_to(PROJECT).as_posix(): ast.parse(path.read_text("utf-8"))
            for path in sorted(PACKAGE.rglob("*.py"))
        }


@cache
def _nodes() -> list[tuple[str, ast.AST]]:
    """All nodes with their module; going down the trees takes longer than parsing them."""
    with _without_collection():
        return [(name, node) for name, tree in modules().items() for node in ast.walk(tree)]


@cache
def texts() -> dict[str, str]:
    """The text of each module by its path inside the project."""
    return {name: (PROJECT / name).read_text("utf-8") for name in modules()}


def functions() -> Iterator[tuple[str, FunctionNode, int]]:
    """Each function with its place and its number of lines."""
    for name, node in _nodes():
        if isinstance(node, FunctionNode):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield f"{name}:{node.lineno} {node.name}", node, lines


def string_constants() -> Iterator[tuple[str, str]]:
    """Each string in the source with its place."""
    for name, node in _nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield f"{name}:{node.lineno}", node.value


def imported_modules() -> Iterator[tuple[str, str]]:
    """Each imported module, and each name imported from it, with its place."""
    for name, node in _nodes():
        place = f"{name}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Import):
            yield from ((place, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield place, node.module
            yield from ((place, f"{node.module}.{alias.name}") for alias in node.names)
