"""No connection is opened, ever: watched in a process of the program."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lpd_desktop.plan.file import write_lpd
from lpd_desktop.plan.sample import sample_workbook
from tests import network_guard
from tests.end_to_end.command_line import PROJECT
from tests.network_guard import NetworkUsedError, expected_attempts
from tests.short_plan import short_plan

DOCUMENT = PROJECT / "tests" / "data" / "documents" / "wiesenland.md"


def watched(*words: object, data: Path) -> dict[str, Any]:
    """What a process of the program tried and which modules it had loaded at its end."""
    command = [sys.executable, "-m", "tests.end_to_end.watched_process", *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "LPD_DATA": str(data)}
    done = subprocess.run(
        command, capture_output=True, cwd=data, env=environment, check=False, timeout=120
    )
    said = done.stderr.decode().splitlines()
    assert done.returncode == 0, said
    found: dict[str, Any] = json.loads(said[-1])
    return found


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.lpd"
    path.write_bytes(write_lpd(short_plan()))
    return path


SIGNED = ("--name", "A. Probe", "--role", "Leitung", "--place", "Talbrück")

STORY: tuple[tuple[object, ...], ...] = (
    ("new", "--jobcenter", "Kleve", "--year", 2023, "-o", "leer.lpd"),
    ("import", DOCUMENT, "-o", "word.lpd"),
    ("budget", "plan.lpd", "--from", sample_workbook(), "--dry-run"),
    ("check", "plan.lpd", "--json"),
    ("spell", "plan.lpd"),
    ("export", "plan.lpd", "--draft", "-o", "entwurf.pdf", "--report"),
    ("export", "plan.lpd", "-o", "budget.xlsx"),
    ("sign-off", "plan.lpd", *SIGNED, "-o", "frei.pdf"),
    ("verify", "frei.pdf", "plan.lpd"),
    ("extract", "frei.pdf", "-o", "daraus.lpd"),
    ("diff", "leer.lpd", "plan.lpd", "-o", "anders.pdf"),
    ("drafts", "add", "plan.lpd"),
    ("drafts", "list"),
    ("submit", "frei.pdf", "-o", "uebergabe"),
    ("doctor", "--json"),
    ("jobcenters",),
    ("demo", "-o", "vorfuehrung"),
)


def told(commands: tuple[tuple[object, ...], ...]) -> str:
    return json.dumps([[str(word) for word in words] for words in commands])


def test_no_command_tries_to_reach_another_machine(plan: Path) -> None:
    assert watched("lpd", told(STORY), data=plan.parent)["tried"] == []
    assert (plan.parent / "frei.pdf").is_file()


def test_no_command_loads_what_opens_encrypted_or_web_connections(plan: Path) -> None:
    """Libraries bring such modules along; the commands that people use every day load none."""
    everyday = STORY[:1] + STORY[3:4] + STORY[5:8]
    loaded = set(watched("lpd", told(everyday), data=plan.parent)["loaded"])
    assert loaded & {"ssl", "http.client", "urllib.request"} == set()


def test_the_window_tries_nothing_from_its_start_to_its_end(plan: Path) -> None:
    found = watched("window", "--data", plan.parent / "daten", plan, data=plan.parent)
    assert found["tried"] == []


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
def test_the_guard_refuses_other_machines(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with expected_attempts() as tried, socket.socket(family) as other:
        with pytest.raises(NetworkUsedError):
            other.connect((address, 80))
        with pytest.raises(NetworkUsedError):
            socket.getaddrinfo("mags.example", 80)
    assert len(tried) == 2
    assert network_guard.attempts == []


def test_the_guard_lets_this_machine_talk_to_itself(tmp_path: Path) -> None:
    with socket.socket() as listening, socket.socket() as calling:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        calling.connect(listening.getsockname())
    assert socket.getaddrinfo("localhost", 80)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in the file system")
def test_the_guard_lets_sockets_of_the_file_system_be(tmp_path: Path) -> None:
    name = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as listening, socket.socket(socket.AF_UNIX) as calling:
        listening.bind(name)
        listening.listen()
        calling.connect(name)
