"""Running the command line as its users do: in a process of its own, or quickly in this one."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from lpd_desktop import cli
from lpd_desktop.commands.arguments import Console

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run_lpd(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> Outcome:
    """One command in this process."""
    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(cli, "standard_console", lambda: Console(out, err))
    status = cli.main([str(argument) for argument in arguments])
    return Outcome(status, out.getvalue(), err.getvalue())


def run_process(*arguments: object, cwd: Path | None = None) -> Outcome:
    """One command in a process of its own, as a person starts it."""
    command = [sys.executable, "-m", "lpd_desktop", *(str(argument) for argument in arguments)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        command, capture_output=True, cwd=cwd, env=environment, check=False, timeout=120
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
