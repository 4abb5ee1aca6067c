"""Data from outside into types, from any thread."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from lpd_desktop.runtime.typed_data import converted, decoded, decoder

PROJECT = Path(__file__).resolve().parents[3]

RACE = """
import sys, threading, types
from lpd_desktop.runtime.typed_data import converted

KINDS = '''
from __future__ import annotations
import msgspec
class Part(msgspec.Struct):
    number: int
    names: tuple[str, ...] = ()
    groups: dict[str, tuple[int, ...]] = {}
class Whole(msgspec.Struct):
    parts: tuple[Part, ...]
    named: dict[str, Part]
'''
sys.setswitchinterval(1e-6)
for number in range(300):
    module = sys.modules[f"kinds{number}"] = types.ModuleType(f"kinds{number}")
    exec(KINDS, module.__dict__)
    start = threading.Barrier(3)
    def convert():
        start.wait()
        converted({"parts": [{"number": 1}], "named": {"a": {"number": 2}}}, module.Whole)
    threads = [threading.Thread(target=convert) for _ in range(3)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
"""


class Part(msgspec.Struct):
    number: int


def test_threads_that_meet_a_type_for_the_first_time_together_do_not_end_the_process() -> None:
    done = subprocess.run([sys.executable, "-c", RACE], cwd=PROJECT, check=False)
    assert done.returncode == 0


def test_values_are_those_of_msgspec() -> None:
    assert converted({"number": 3}, Part) == Part(3)
    assert decoded(b'{"number": 3}', Part) == decoder(Part).decode(b'{"number": 3}') == Part(3)
    assert converted(Part(3), Part, from_attributes=True) == Part(3)
    with pytest.raises(msgspec.ValidationError):
        converted({"number": "3"}, Part)


def test_nothing_else_of_the_program_decodes_into_types() -> None:
    direct = re.compile(r"msgspec\.convert\(|msgspec\.json\.Decoder\(|json\.decode\([^)]*type=")
    files = (PROJECT / "lpd_desktop").rglob("*.py")
    found = [path.name for path in files if direct.search(path.read_text("utf-8"))]
    assert found == ["typed_data.py"]
