"""What must not stand in the program's source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib

import pytest

from tests.architecture.source_tree import (
    PROJECT,
    imported_modules,
    modules,
    string_constants,
    texts,
)

NETWORK = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib3",
    "webbrowser",
    "xmlrpc",
}
LOCAL_SOCKETS = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}

# Where cents are reckoned with. Workbooks hand over floats: excel makes exact numbers of them.
MONEY = re.compile(r"lpd_desktop/(plan|check|store|release|commands)/|lpd_desktop/editing/budget")
LENGTHS = re.compile(  # of what is drawn; none of them is money
    r"lpd_desktop/plan/(chart/(layout|patterns)|accent|logo)\.py$"
)
EXACT = re.compile(r"import .*\b(?:Fraction|Interval)\b")  # an Interval holds Decimals
RECKONING = re.compile(r"/(amounts|budget\w*|identities|replaced_amounts)\.py$")

RUBBISH_HEAPS = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def test_the_window_never_pumps_events_itself() -> None:
    assert [name for name, text in texts().items() if "processEvents" in text] == []


def _is_network(module: str) -> bool:
    if module.startswith("PySide6.QtNetwork."):
        return module not in LOCAL_SOCKETS
    return module.split(".", 1)[0] in NETWORK or module.startswith("urllib.request")


def test_the_program_imports_nothing_that_reaches_the_network() -> None:
    assert [found for found in imported_modules() if _is_network(found[1])] == []


def test_of_qts_network_nothing_but_two_names_is_imported() -> None:
    assert {name for name, text in texts().items() if "QtNetwork" in text} == {
        "lpd_desktop/gui/start/second_start.py"
    }
    line = "from PySide6.QtNetwork import QLocalServer, QLocalSocket\n"
    rest = texts()["lpd_desktop/gui/start/second_start.py"].replace(line, "")
    assert "QtNetwork" not in rest


def _is_float(node: ast.AST) -> bool:
    constant = isinstance(node, ast.Constant) and isinstance(node.value, float)
    return constant or (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "float")


def _is_division(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div)


def test_money_is_never_a_float() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        if MONEY.match(name) and not LENGTHS.match(name)
        for node in ast.walk(tree)
        if _is_float(node)
    ]
    assert found == []


def test_amounts_are_divided_as_fractions_only() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        if MONEY.match(name) and RECKONING.search(name) and not EXACT.search(texts()[name])
        for node in ast.walk(tree)
        if _is_division(node)
    ]
    assert found == []


def _form() -> dict:
    return tomllib.loads((PROJECT / "forms" / "lpd-2023.toml").read_text("utf-8"))


def _items() -> list[dict]:
    return [item for section in _form()["sections"] for item in section["items"]]


def _named(kind: str) -> list[dict]:
    return [entry for item in _items() for entry in item.get(kind, [])]


def test_no_title_of_the_form_stands_in_the_source() -> None:
    titles = [entry["title"] for entry in [*_items(), *_named("topics")] if "title" in entry]
    official = [title for title in titles if len(title.split()) > 1]
    headings = [section["heading"] for section in _form()["sections"] if "heading" in section]
    assert len(official) >= 8
    found = [
        (name, wording)
        for name, text in texts().items()
        for wording in [*official, *headings]
        if wording.rstrip(".:").casefold() in text.casefold()
    ]
    assert found == []


def test_no_key_of_a_budget_row_or_topic_stands_in_the_source() -> None:
    keys = {entry["key"] for entry in [*_named("rows"), *_named("topics")]}
    assert "transfer_in" in keys
    long = re.compile(r"\b(" + "|".join(key for key in keys if "_" in key) + r")\b")
    quoted = [found for found in string_constants() if found[1] in keys]
    named = [name for name, text in texts().items() if long.search(text)]
    assert (quoted, named) == ([], [])


@pytest.mark.parametrize("share", ["15.2", "15,2", "0.152"])
def test_no_share_of_one_year_stands_in_the_source(share: str) -> None:
    assert [
        name for name, text in texts().items() if re.search(rf"\b{re.escape(share)}\b", text)
    ] == []


def test_no_module_is_a_rubbish_heap() -> None:
    parts = {part for name in modules() for part in name.removesuffix(".py").split("/")}
    assert parts & RUBBISH_HEAPS == set()


HEAVY = ["PySide6", "docx", "jsonschema", "openpyxl", "pikepdf", "pypdfium2", "reportlab"]


OF_AN_OPEN_PLAN = [
    "lpd_desktop.check.engine",
    "lpd_desktop.editing.open_draft",
    "lpd_desktop.gui.rich_text.editor",
    "lpd_desktop.gui.wizard",
    "lpd_desktop.word.html",
]


def loaded_by(statements: str) -> set[str]:
    program = f"import sys; {statements}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROJECT
    )
    return set(done.stdout.split())


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    assert loaded_by("import lpd_desktop.cli; lpd_desktop.cli.parser()") & set(HEAVY) == set()


def test_the_window_starts_without_what_only_an_open_plan_needs() -> None:
    loaded = loaded_by("import lpd_desktop.app, lpd_desktop.gui.main_window")
    assert "lpd_desktop.gui.start.start_page" in loaded
    assert loaded & {*HEAVY, *OF_AN_OPEN_PLAN} == {"PySide6"}
