"""A call loads the module of its verb alone; the table that says which must be whole."""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib import import_module
from types import ModuleType

import pytest

from lpd_desktop.cli import _GROUPS, parser


def verbs_of(root: argparse.ArgumentParser) -> set[str]:
    (choice,) = (each for each in root._actions if isinstance(each, argparse._SubParsersAction))
    return set(choice.choices)


def registered(module: ModuleType) -> set[str]:
    root = argparse.ArgumentParser()
    module.register(root.add_subparsers())
    return verbs_of(root)


@pytest.mark.parametrize("group", _GROUPS)
def test_the_table_names_the_verbs_that_each_module_adds(group: str) -> None:
    assert registered(import_module(f"lpd_desktop.commands.{group}")) == set(_GROUPS[group])


def test_a_call_knows_the_verbs_of_its_module_and_help_knows_all() -> None:
    every = {verb for verbs in _GROUPS.values() for verb in verbs}
    assert verbs_of(parser(["budget", "F.lpd"])) == {"budget"}
    assert verbs_of(parser(["--help", "budget"])) == every
    assert verbs_of(parser(["budgte", "F.lpd"])) == every
    assert verbs_of(parser()) == every


def test_reading_a_workbook_loads_no_module_of_another_verb() -> None:
    program = "import sys, lpd_desktop.cli as c; c.main(['budget', 'F']); print(*sys.modules)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "lpd_desktop.commands.budget" in loaded
    assert loaded.isdisjoint({"sqlite3", "lpd_desktop.check.engine", "importlib.metadata"})
